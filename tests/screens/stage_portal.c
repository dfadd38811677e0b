/* stage_portal: the portal of a script: what it is asked waits until a line answers it. */
#include "core/text.h"
#include "stage.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool copy(char *out, size_t size, const char *text)
{
    return text_copy(out, size, text) == FAULT_NONE;
}

void stage_asked(struct stage *stage, struct wish wish)
{
    enum ask ask = wish.kind == WISH_HISTORY     ? ASK_HISTORY
                   : wish.kind == WISH_COPAYMENT ? ASK_COPAYMENT
                                                 : ASK_MEMBER;
    stage->tickets[ask] = wish.number;
    stage->question[ask] = stage->desk.review.inquiry.question;
}

static bool add_visit(struct reply *told, char *text)
{
    struct visit *visit = &told->visits[told->visit_count];
    if (told->visit_count == VISITS_MAX || !copy(visit->facility, FACILITY_SIZE, stage_part(&text)) ||
        !copy(visit->from, MINUTE_SIZE, stage_part(&text)) ||
        !copy(visit->to, MINUTE_SIZE, stage_part(&text)) ||
        !copy(visit->disease, NAME_SIZE, stage_part(&text))) {
        return false;
    }
    visit->state = *stage_part(&text);
    visit->outcome = *stage_part(&text);
    told->visit_count++;
    return true;
}

static bool add_check(struct reply *told, char *text)
{
    struct card_check *check = &told->checks[told->check_count];
    return told->check_count++ < CHECKS_MAX && copy(check->user, sizeof check->user, stage_part(&text)) &&
           copy(check->at, MINUTE_SIZE, stage_part(&text)) &&
           copy(check->code, RESULT_CODE_SIZE, stage_part(&text));
}

static long long amount(const char *text)
{
    return *text ? strtoll(text, NULL, 10) : -1;
}

static bool add_payment(struct reply *told, char *text)
{
    struct payment *payment = &told->payments[told->payment_count];
    if (told->payment_count == PAYMENTS_MAX || !copy(payment->facility, FACILITY_SIZE, stage_part(&text)) ||
        !copy(payment->from, MINUTE_SIZE, stage_part(&text)) ||
        !copy(payment->to, MINUTE_SIZE, stage_part(&text))) {
        return false;
    }
    payment->paid = amount(stage_part(&text));
    payment->total = amount(stage_part(&text));
    told->payment_count++;
    return true;
}

static enum trouble trouble_of(const char *code)
{
    enum trouble trouble = TROUBLE_COUNT - 1;
    while (trouble > TROUBLE_NONE && strcmp(trouble_code(trouble), code) != 0) {
        trouble--;
    }
    return trouble;
}

/* The person the portal names is the standard member with what the line says otherwise; it never names a CCCD. */
static bool name_member(struct reply *told, char *pairs)
{
    static struct world world;
    world_init(&world);
    if (!world_line(&world, "member", pairs)) {
        return false;
    }
    told->member = world.members[0];
    told->member.source = SOURCE_PORTAL;
    told->member.facts.cccd[0] = '\0';
    copy(told->member.status, STATUS_SIZE, strcmp(told->code, "000") == 0 ? "" : told->code);
    return told->has_member = true;
}

/* The counter's clock as Unix time: UTC+7. */
static long long reply_time(const struct stage *stage)
{
    int hour = 0, minute = 0;
    sscanf(stage->desk.status.clock, "%d:%d", &hour, &minute);
    return date_days(stage->desk.status.today) * 86400LL + (hour - 7) * 3600LL + minute * 60LL;
}

/* "000 | maDKBD=79025", "050", "trouble timeout": what the portal says. */
static bool tell(struct stage *stage, enum ask ask, char *text)
{
    struct reply *told = &stage->told;
    char *pairs = strchr(text, '|');
    const char *code = stage_part(&text);
    told->ask = ask;
    told->ticket = stage->tickets[ask];
    told->question = stage->question[ask];
    told->at = reply_time(stage);
    if (strncmp(code, "trouble ", 8) == 0) {
        told->trouble = trouble_of(code + 8);
        return told->trouble != TROUBLE_NONE;
    }
    if (!copy(told->code, RESULT_CODE_SIZE, code) || (pairs && !name_member(told, text))) {
        return false;
    }
    told->trouble = ask == ASK_COPAYMENT ? TROUBLE_NONE : code_trouble(told->code);
    return true;
}

/* It answers what is out. */
static bool reply(struct stage *stage, enum ask ask, char *text)
{
    struct reply *told = &stage->told;
    if (!tell(stage, ask, text)) {
        return false;
    }
    stage->desk.status.portal_trouble = told->trouble;
    stage->desk.status.portal_heard = told->trouble == TROUBLE_NONE;
    stage_carry_out(stage, desk_portal(&stage->desk, told, stage->now));
    memset(told, 0, sizeof *told);
    return stage->tickets[ask] != 0;
}

/* The list's record is the last one that was saved; the portal's word that differs from it was told meanwhile. */
struct wish stage_late_open(struct stage *stage)
{
    struct card card = {.kind = stage->kept.intake.kind, .facts = stage->kept.intake.card};
    const struct asked asked = {card.facts.number, stage->desk.status.today};
    struct answer answer;
    number_bhxh(card.facts.number, card.bhxh_number);
    world_answer(&stage->world, &card, &answer);
    if (stage->told.code[0]) {
        stage->told.question = stage->kept.intake.question;
        answer_hear(&answer, &stage->told, &asked);
        memset(&stage->told, 0, sizeof stage->told);
    }
    return desk_late_open(&stage->desk, &stage->kept, &answer, stage->now);
}

static bool configure(struct desk *desk, const char *when)
{
    desk->status.portal = true;
    desk->hospital.portal = desk->hospital.history = desk->hospital.copayment = true;
    desk->hospital.portal_when = strcmp(when, "by key") == 0   ? ASK_BY_KEY
                                 : strcmp(when, "unsure") == 0 ? ASK_UNSURE
                                                               : ASK_ALWAYS;
    return true;
}

static bool add_late(struct desk *desk, char *text)
{
    static const char *const states[] = {"waits", "differs", "stuck"};
    struct late *late = &desk->late[desk->late_count];
    char when[32];
    if (desk->late_count == DESK_LIST || !copy(when, sizeof when, stage_part(&text)) ||
        sscanf(when, "%10s %5s", late->day, late->time) != 2 ||
        !copy(late->name, NAME_SIZE, stage_part(&text)) ||
        !copy(late->phone, PHONE_SIZE, stage_part(&text))) {
        return false;
    }
    const char *state = stage_part(&text), *word = stage_part(&text);
    for (int i = 0; i < 3; i++) {
        late->state = strcmp(state, states[i]) == 0 ? (enum late_state)i : late->state;
    }
    late->trouble = trouble_of(word);
    copy(late->code, RESULT_CODE_SIZE, late->trouble ? "" : word);
    late->tries = (int)strtol(stage_part(&text), NULL, 10);
    snprintf(late->id, sizeof late->id, "%d", ++desk->late_count);
    desk->late_total = desk->status.unchecked = desk->late_count;
    desk->status.differing += late->state != LATE_WAITS;
    return true;
}

/* What a script says of the portal before anything is asked. */
static bool set(struct stage *stage, const char *name, char *text, bool *ret_known)
{
    *ret_known = true;
    if (strcmp(name, "portal") == 0) {
        return configure(&stage->desk, text);
    }
    if (strcmp(name, "stand-in") == 0) {
        return stage->desk.status.stand_in = true;
    }
    if (strcmp(name, "visit") == 0) {
        return add_visit(&stage->told, text);
    }
    if (strcmp(name, "looked up") == 0) {
        return add_check(&stage->told, text);
    }
    if (strcmp(name, "payment") == 0) {
        return add_payment(&stage->told, text);
    }
    if (strcmp(name, "late") == 0) {
        return add_late(&stage->desk, text);
    }
    return *ret_known = false;
}

bool stage_portal(struct stage *stage, const char *name, char *text, bool *ret_known)
{
    bool good = set(stage, name, text, ret_known);
    if (*ret_known) {
        return good;
    }
    *ret_known = true;
    if (strcmp(name, "reply") == 0) {
        return reply(stage, ASK_MEMBER, text);
    }
    if (strcmp(name, "told") == 0) {
        return tell(stage, ASK_MEMBER, text);
    }
    if (strcmp(name, "visits") == 0) {
        return reply(stage, ASK_HISTORY, text);
    }
    if (strcmp(name, "payments") == 0) {
        return reply(stage, ASK_COPAYMENT, text);
    }
    return *ret_known = false;
}
