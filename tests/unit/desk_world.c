/* desk_world: wishes carried out as the shell does, on a register in memory. */
#include "desk_world.h"
#include "../cases/lookup.h"
#include "../support/map.h"
#include "../support/table.h"
#include "core/desk_draft.h"
#include "core/text.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char TODAY[] = "2026-11-22";

void world_init(struct world *world)
{
    struct hospital hospital = {.facility = "79014",
                                .facility_name = "BV Thử",
                                .register_max_age = 7,
                                .counter = "1",
                                .language = LANGUAGE_EN,
                                .typing = TYPING_PLAIN,
                                .scheme = table_scheme(),
                                .units = map_small(),
                                .demo = true};
    memset(world, 0, sizeof *world);
    desk_init(&world->desk, &hospital);
    strcpy(world->desk.status.today, TODAY);
    world->now = 1000;
}

void world_read_member(const char *line, struct member *member)
{
    struct facts *facts = &member->facts;
    char birth[16], from[16], to[16], gender[16], number[32], facility[16], name[200], cccd[16] = "";
    int count = sscanf(line, "%199[^|]|%15[^|]|%15[^|]|%31[^|]|%15[^|]|%15[^|]|%15[^|]|%15[^|]", name, birth,
                       gender, number, facility, from, to, cccd);
    cr_assert_geq(count, 7, "%s", line);
    *member = (struct member){.source = SOURCE_REGISTER, .as_of = "2026-11-20"};
    strcpy(facts->name, name);
    memcpy(facts->birth_date, birth, sizeof facts->birth_date);
    memcpy(facts->gender, gender, sizeof facts->gender);
    memcpy(facts->number, number, sizeof facts->number);
    memcpy(facts->facility, facility, sizeof facts->facility);
    memcpy(facts->valid_from, from, sizeof facts->valid_from);
    memcpy(facts->valid_to, to, sizeof facts->valid_to);
    memcpy(facts->cccd, cccd, sizeof facts->cccd);
    strcpy(facts->address, "5 Lê Lợi, Bến Nghé");
    number_bhxh(facts->number, member->bhxh_number);
}

struct member *world_add(struct world *world, const char *line)
{
    struct member *member = &world->members[world->member_count++];
    world_read_member(line, member);
    return member;
}

struct patient *world_patient(struct world *world, const char *line, const char *phone)
{
    struct member member;
    struct patient *patient = &world->patients[world->patient_count++];
    world_read_member(line, &member);
    *patient = (struct patient){.id = world->patient_count, .facts = member.facts, .visits = 1};
    memcpy(patient->bhxh_number, member.bhxh_number, sizeof patient->bhxh_number);
    strcpy(patient->contact.phone, phone);
    patient->recent[patient->recent_count++] = (struct patient_visit){"11", "2026-11-12T08:30"};
    return patient;
}

void world_look_up(const struct world *world, const struct card *card, struct answer *answer)
{
    const struct asked asked = {card->facts.number, TODAY};
    *answer = (struct answer){.source = SOURCE_NONE};
    if (world->silent) {
        return;
    }
    answer->source = SOURCE_REGISTER;
    answer->repeat = world->repeat;
    strcpy(answer->as_of, "2026-11-20");
    strcpy(answer->complete_as_of, world->incomplete ? "" : "2026-11-20");
    lookup_run(world->members, world->member_count, card, &asked, answer);
    lookup_patient(world->patients, world->patient_count, card, answer);
}

static void keep_intake(struct world *world)
{
    if (world->save_fault == FAULT_NONE) {
        cr_assert_lt(world->saved_count, WORLD_SAVES);
        world->saved[world->saved_count++] = world->desk.intake;
    }
}

static struct wish open_record(struct world *world, const char *id)
{
    struct answer answer;
    struct card card = {.kind = world->kept.intake.kind, .facts = world->kept.intake.card};
    number_bhxh(card.facts.number, card.bhxh_number);
    memcpy(world->kept.id, id, sizeof world->kept.id);
    world_look_up(world, &card, &answer);
    return desk_late_open(&world->desk, world->kept.at[0] ? &world->kept : NULL, &answer, world->now);
}

static void keep_question(struct world *world, enum ask ask, int ticket)
{
    world->asked[ask]++;
    world->tickets[ask] = ticket;
    if (ask == ASK_MEMBER) {
        world->question = world->desk.review.inquiry.question;
    }
}

static struct wish find(struct world *world)
{
    const struct known known = {world->members, world->silent ? 0 : world->member_count, world->patients,
                                world->patient_count};
    lookup_find(&known, &world->desk.find, &world->desk.found);
    return desk_found(&world->desk, world->now);
}

static struct wish carry_out_one(struct world *world, struct wish wish)
{
    struct desk *desk = &world->desk;
    struct repeat repeat = {true, "1", "08:41", "2", "Lan"};
    enum fault fault = world->save_fault;
    struct answer answer;
    struct act act = {.id = "7", .time = "08:00", .name = "NGUYỄN VĂN THỬ"};
    switch (wish.kind) {
    case WISH_LOOK_UP:
        world_look_up(world, &desk->review.asked, &answer);
        return desk_answer(desk, &answer, world->now);
    case WISH_FIND: return find(world);
    case WISH_SAVE: keep_intake(world); break;
    case WISH_LATE_CLOSE: world->closed += fault == FAULT_NONE; break;
    case WISH_LATE_OPEN: return open_record(world, desk->late[wish.number].id);
    case WISH_PORTAL: keep_question(world, ASK_MEMBER, wish.number); return (struct wish){WISH_NONE, 0};
    case WISH_HISTORY: keep_question(world, ASK_HISTORY, wish.number); return (struct wish){WISH_NONE, 0};
    case WISH_COPAYMENT: keep_question(world, ASK_COPAYMENT, wish.number); return (struct wish){WISH_NONE, 0};
    case WISH_DIFFICULTY: world->difficulties += fault == FAULT_NONE; break;
    case WISH_UNDO: world->undone += fault == FAULT_NONE; break;
    case WISH_ANSWER: world->answered += fault == FAULT_NONE; break;
    case WISH_CLOSE_DAY: world->days_closed += fault == FAULT_NONE; break;
    case WISH_DIFFICULTY_READ:
        return desk_difficulty_open(desk, FAULT_NONE, &desk->difficulties[desk->difficulties_row],
                                    &(struct difficulty_detail){.verdict = VERDICT_MATCH}, world->now);
    case WISH_RECORD: return open_record(world, desk->record);
    case WISH_UNDO_FIND: return desk_last(desk, world->saved_count > world->undone ? &act : NULL, world->now);
    default: world->last = wish; return (struct wish){WISH_NONE, 0};
    }
    world->save_fault = FAULT_NONE;
    return desk_saved(desk, fault, fault == FAULT_REPEAT ? &repeat : NULL, world->now);
}

void world_carry_out(struct world *world, struct wish wish)
{
    while (wish.kind != WISH_NONE) {
        wish = carry_out_one(world, wish);
    }
    world_check(world);
    desk_shown(&world->desk, world->now);
}

void world_wait(struct world *world, uint64_t ms)
{
    desk_shown(&world->desk, world->now);
    world->now += ms;
    desk_tick(&world->desk, world->now);
}

static const struct {
    const char *name;
    struct key key;
} names[] = {
    {"Enter", {PRESS_ENTER, 0}},   {"Esc", {PRESS_ESCAPE, 0}},      {"Tab", {PRESS_TAB, 0}},
    {"Up", {PRESS_UP, 0}},         {"Down", {PRESS_DOWN, 0}},       {"Home", {PRESS_HOME, 0}},
    {"End", {PRESS_END, 0}},       {"Back", {PRESS_BACKSPACE, 0}},  {"Left", {PRESS_LEFT, 0}},
    {"Right", {PRESS_RIGHT, 0}},   {"Delete", {PRESS_DELETE, 0}},   {"PageDown", {PRESS_PAGE_DOWN, 0}},
    {"F1", {PRESS_FUNCTION, 1}},   {"F2", {PRESS_FUNCTION, 2}},     {"F3", {PRESS_FUNCTION, 3}},
    {"F4", {PRESS_FUNCTION, 4}},   {"F5", {PRESS_FUNCTION, 5}},     {"F6", {PRESS_FUNCTION, 6}},
    {"F7", {PRESS_FUNCTION, 7}},   {"F8", {PRESS_FUNCTION, 8}},     {"F9", {PRESS_FUNCTION, 9}},
    {"F10", {PRESS_FUNCTION, 10}}, {"BackTab", {PRESS_BACKTAB, 0}}, {"F11", {PRESS_FUNCTION, 11}},
};

/* Reads one key of a script and moves behind it. */
static struct key next_key(const char **keys)
{
    struct key key = {PRESS_TEXT, 0};
    if (**keys != '<') {
        *keys += text_next(*keys, strlen(*keys), &key.rune);
        return key;
    }
    const char *end = strchr(*keys, '>'), *name = *keys + 1;
    size_t len = (size_t)(end - name);
    *keys = end + 1;
    if (name[0] == '^') {
        return (struct key){PRESS_CTRL, name[1] - 'A' + 1};
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strlen(names[i].name) == len && strncmp(names[i].name, name, len) == 0) {
            return names[i].key;
        }
    }
    cr_assert_fail("no key %.*s", (int)len, name);
    return key;
}

bool world_knows(const struct desk *desk, const char *name)
{
    char script[64];
    if (strncmp(name, "↑↓", sizeof "↑↓" - 1) == 0) {
        return desk_key_known(desk, (struct key){PRESS_DOWN, 0}) &&
               desk_key_known(desk, (struct key){PRESS_UP, 0});
    }
    if (strcmp(name, "←→") == 0) {
        return desk_key_known(desk, (struct key){PRESS_LEFT, 0}) &&
               desk_key_known(desk, (struct key){PRESS_RIGHT, 0});
    }
    if (strcmp(name, "Space") == 0) {
        return desk_key_known(desk, (struct key){PRESS_TEXT, ' '});
    }
    bool word = strlen(name) > 1 && name[1] != '-';
    snprintf(script, sizeof script, word ? "<%s>" : "%.1s", name);
    const char *at = script;
    return desk_key_known(desk, next_key(&at));
}

void world_draft(const char *items, char out[DRAFT_MAX])
{
    int len = snprintf(out, DRAFT_MAX, "%s\n%s", DRAFT_FIRST, items);
    snprintf(out + len, DRAFT_MAX - (size_t)len, "%s%016llx\n", DRAFT_LAST, draft_digest(out, (size_t)len));
}

/* People need more than 80 ms a key. */
void world_keys(struct world *world, const char *keys)
{
    while (*keys) {
        struct key key = next_key(&keys);
        world->now += 90;
        world->keys++;
        world_carry_out(world, desk_key(&world->desk, key, world->now));
    }
}

void world_bounce(struct world *world, char key)
{
    world->now += 10;
    world_carry_out(world, desk_key(&world->desk, (struct key){PRESS_TEXT, key}, world->now));
}

void world_calm(struct world *world, const char *keys)
{
    world_wait(world, ARM_MS);
    world_keys(world, keys);
}

void world_scan(struct world *world, const char *payload, enum origin origin)
{
    struct scan scan = {.len = strlen(payload), .origin = origin};
    memcpy(scan.bytes, payload, scan.len);
    world->now += 20;
    world_carry_out(world, desk_scan(&world->desk, &scan, world->now));
}

static void hex(char *out, const char *text)
{
    for (; *text; text++, out += 2) {
        sprintf(out, "%02x", (unsigned char)*text);
    }
}

void world_bhyt(const struct member *member, char out[1024])
{
    const struct facts *facts = &member->facts;
    char name[2 * NAME_SIZE] = "", address[2 * 100] = "";
    date_text birth, from, to;
    hex(name, facts->name);
    hex(address, facts->address);
    date_show(facts->birth_date, birth);
    date_show(facts->valid_from, from);
    date_show(facts->valid_to, to);
    snprintf(out, 1024, "%s|%s|%s|%d|%s|%.2s - %.3s|%s|%s|%s|79010123456789|-|4|-|abcdef-1202|$",
             facts->number, name, birth, facts->gender[0] == 'm' ? 1 : 2, address, facts->facility,
             facts->facility + 2, from, to, from);
}

void world_cccd(const struct member *member, char out[1024])
{
    const struct facts *facts = &member->facts;
    const char *b = facts->birth_date;
    snprintf(out, 1024, "%s||%s|%.2s%.2s%.4s|%s|12 Phố Huế, Hà Nội|10122021", facts->cccd, facts->name, b + 8,
             b + 5, b, facts->gender[0] == 'm' ? "Nam" : "Nữ");
}

void world_scan_bhyt(struct world *world, const struct member *member)
{
    char payload[1024];
    world_bhyt(member, payload);
    world_scan(world, payload, ORIGIN_SCANNER);
}

void world_scan_cccd(struct world *world, const struct member *member)
{
    char payload[1024];
    world_cccd(member, payload);
    world_scan(world, payload, ORIGIN_SCANNER);
}

uint64_t world_random(uint64_t *state, uint64_t limit)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (*state >> 16) % limit;
}

void world_check(const struct world *world)
{
    const struct desk *desk = &world->desk;
    size_t len = strlen(desk->line.text);
    cr_assert_lt(desk->mode, MODE_COUNT);
    bool over = desk->mode >= MODE_TODAY && desk->mode != MODE_HISTORY && desk->mode != MODE_COPAYMENT &&
                desk->mode != MODE_CONTACT;
    cr_assert(desk->open || desk->mode == MODE_WAITING || desk->mode == MODE_SEARCH || over,
              "mode %d without a review", desk->mode);
    cr_assert(text_valid(desk->line.text, len));
    cr_assert_leq(desk->line.at, len);
    cr_assert(desk->line.at == len || (desk->line.text[desk->line.at] & 0xC0) != 0x80, "within a character");
    cr_assert(desk->queue_count >= 0 && desk->queue_count <= DESK_QUEUE);
    cr_assert(desk->open || desk->queue_count == 0 || desk->saving, "somebody waits for nobody");
    cr_assert(desk->review.scan_count >= 0 && desk->review.scan_count <= DESK_SCANS);
    cr_assert(desk->review.row == 0 ||
              (desk->review.row > 0 && desk->review.row < desk->review.judgement.row_count));
    cr_assert(!desk_armed(desk, world->now) || !desk->saving);
}

void world_expect(const struct world *world, enum verdict verdict)
{
    enum verdict is = world->desk.review.judgement.verdict;
    cr_assert_eq(is, verdict, "%s instead of %s", verdict_code(is), verdict_code(verdict));
}

const struct intake *world_saved(const struct world *world, enum intake_status status)
{
    cr_assert_eq(world->saved_count, 1);
    cr_assert_eq(world->saved[0].status, status);
    cr_assert_eq(world->desk.mode, MODE_WAITING);
    return &world->saved[0];
}

void world_enter_does_nothing(struct world *world)
{
    world_calm(world, "<Enter>");
    world_calm(world, "<Enter><Enter>");
    cr_assert_eq(world->saved_count, 0);
    cr_assert_eq(world->desk.mode, MODE_REVIEW);
    cr_assert_not(desk_armed(&world->desk, world->now));
    cr_assert_not(desk_key_known(&world->desk, (struct key){PRESS_ENTER, 0}));
}
