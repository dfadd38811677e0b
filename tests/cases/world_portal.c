/* world_portal: what the portal of a case answers. */
#include "core/text.h"
#include "world.h"
#include <stdio.h>
#include <string.h>

enum { ANSWERED = 3600 + 59 * 60 }; /* seconds of the day: 08:59 in Vietnam */

static char *next_part(char **text)
{
    char *part = *text ? strsep(text, "|") : "";
    part += strspn(part, " ");
    size_t len = strlen(part);
    while (len > 0 && part[len - 1] == ' ') {
        part[--len] = '\0';
    }
    return part;
}

static bool copy(char *out, size_t size, const char *value)
{
    return text_copy(out, size, value) == FAULT_NONE;
}

static enum trouble trouble_named(const char *name)
{
    enum trouble trouble = TROUBLE_OFF;
    while (trouble < TROUBLE_COUNT && strcmp(name, trouble_code(trouble)) != 0) {
        trouble++;
    }
    return trouble;
}

static bool set_answer(struct world *world, char *text)
{
    struct reply *reply = &world->portal;
    const char *code = next_part(&text);
    enum trouble trouble = trouble_named(code);
    world->heard = true;
    reply->has_member = text != NULL;
    if (trouble != TROUBLE_COUNT) {
        reply->trouble = trouble;
        return !text;
    }
    if (!copy(reply->code, sizeof reply->code, code)) {
        return false;
    }
    reply->trouble = code_trouble(code);
    reply->member = (struct member){.source = SOURCE_PORTAL};
    if (!text || !world_standard(&reply->member)) {
        return !text;
    }
    reply->member.facts.cccd[0] = '\0';
    return world_change(&reply->member, text);
}

static bool set_question(struct question *question, char *text)
{
    while (text) {
        char *name = next_part(&text), *value = strchr(name, '=');
        if (!value) {
            return false;
        }
        *value++ = '\0';
        bool known = strcmp(name, "name") == 0     ? copy(question->name, sizeof question->name, value)
                     : strcmp(name, "number") == 0 ? copy(question->number, sizeof question->number, value)
                     : strcmp(name, "birth_date") == 0 ? date_read(value, question->birth_date) == FAULT_NONE
                                                       : false;
        if (!known) {
            return false;
        }
    }
    return true;
}

static bool add_visit(struct world *world, char *text)
{
    struct reply *reply = &world->visits;
    struct visit *visit = &reply->visits[reply->visit_count++];
    world->heard = true;
    return reply->visit_count < VISITS_MAX &&
           copy(visit->facility, sizeof visit->facility, next_part(&text)) &&
           copy(visit->from, sizeof visit->from, next_part(&text)) &&
           copy(visit->to, sizeof visit->to, next_part(&text));
}

static bool add_look(struct world *world, char *text)
{
    struct reply *reply = &world->portal;
    struct card_check *check = &reply->checks[reply->check_count++];
    return reply->check_count < CHECKS_MAX && copy(check->user, sizeof check->user, next_part(&text)) &&
           copy(check->at, sizeof check->at, next_part(&text));
}

bool world_portal_line(struct world *world, const char *name, char *text)
{
    return strcmp(name, "portal") == 0  ? set_answer(world, text)
           : strcmp(name, "asked") == 0 ? set_question(&world->portal.question, text)
           : strcmp(name, "visit") == 0 ? add_visit(world, text)
           : strcmp(name, "look") == 0  ? add_look(world, text)
                                        : false;
}

static void take(char *out, size_t size, const char *value)
{
    if (!*out) {
        snprintf(out, size, "%s", value);
    }
}

/* The desk asks with what the card says. */
static void ask_card(struct question *question, const struct card *card)
{
    const struct facts *facts = &card->facts;
    const char *number = *facts->number ? facts->number : facts->cccd;
    take(question->number, sizeof question->number, number);
    take(question->name, sizeof question->name, card_value(card, FIELD_NAME));
    take(question->birth_date, sizeof question->birth_date, facts->birth_date);
}

void world_hear(const struct world *world, const struct card *card, struct answer *answer)
{
    const struct asked asked = {card->facts.number, world->today};
    struct reply reply = world->visits;
    if (!world->heard) {
        return;
    }
    reply.ask = ASK_HISTORY;
    reply.at = date_days(world->today) * 86400LL + ANSWERED;
    if (reply.visit_count > 0) {
        answer_hear(answer, &reply, &asked);
    }
    long long at = reply.at;
    reply = world->portal;
    reply.at = at;
    if (*reply.code || reply.trouble != TROUBLE_NONE) {
        ask_card(&reply.question, card);
        answer_hear(answer, &reply, &asked);
    }
}
