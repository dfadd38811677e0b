/* answer_hear: the portal's word joined with the register's rows.
 *
 *     the portal's row ── of the same card ──────▶ that row, field by field, newest wins
 *                      ── named for another card ▶ the row of the card asked about, which takes that number
 *                      ── of a third card ───────▶ a row of its own
 *     a code without a row ─────────────────────▶ the status of the row of the card asked about
 */
#include "core/answer.h"
#include "core/system.h"
#include <string.h>

enum { NOWHERE = -1 };

static void put_day(date_text out, const char *minute)
{
    memcpy(out, minute, DATE_SIZE - 1);
    out[DATE_SIZE - 1] = '\0';
}

/* Only a card number names one card: a BHXH number is all cards of its person. */
static bool names_card(const char *number)
{
    return number_benefit(number);
}

static bool same_person(const struct member *member, const struct member *said)
{
    const char *cccd = said->facts.cccd;
    return member_same_person(member, said) ||
           (!*said->bhxh_number && *cccd && strcmp(member->facts.cccd, cccd) == 0);
}

static int row_of_number(const struct answer *answer, const struct member *said, const char *number)
{
    for (int i = 0; i < answer->member_count && names_card(number); i++) {
        const struct member *member = &answer->members[i];
        if (same_person(member, said) && strcmp(member->facts.number, number) == 0) {
            return i;
        }
    }
    return NOWHERE;
}

/* The one in use; `bare`: of those known without a card number. */
static int row_of_person(const struct answer *answer, const struct member *said, bool bare,
                         const struct asked *asked)
{
    int rows[ANSWER_MAX], count = 0;
    for (int i = 0; i < answer->member_count; i++) {
        bool fits = !bare || !names_card(answer->members[i].facts.number);
        if (fits && same_person(&answer->members[i], said)) {
            rows[count++] = i;
        }
    }
    return count ? system_choose(answer, rows, count, asked) : NOWHERE;
}

/* The row of this person that an answer of this minute spoke of. */
static int row_heard(const struct answer *answer, const struct member *said, const char *minute)
{
    for (int i = 0; i < answer->member_count; i++) {
        const struct member *member = &answer->members[i];
        if (strcmp(member->heard_at, minute) == 0 && same_person(member, said)) {
            return i;
        }
    }
    return NOWHERE;
}

/* The register's row that the portal's row is about. One without a card number is about the card in use: as it was
 * before the same answer said what became of it. */
static int row_of(const struct answer *answer, const struct member *said, const struct question *question,
                  const struct asked *asked, const char *minute)
{
    bool named = names_card(said->facts.number);
    int at = row_of_number(answer, said, said->facts.number);
    if (at == NOWHERE) {
        at = row_of_number(answer, said, question->number);
    }
    if (at == NOWHERE && !named) {
        at = row_heard(answer, said, minute);
    }
    return at == NOWHERE ? row_of_person(answer, said, named, asked) : at;
}

static void take_fields(struct member *member, const struct member *said)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        const char *value = facts_get(&said->facts, field);
        bool names_less = field == FIELD_NUMBER && names_card(member->facts.number) && !names_card(value);
        /* A first day without a last one is a card without end, which the portal's adapter says by the bit. */
        bool open = field == FIELD_VALID_TO && said->heard & 1u << field;
        if ((*value || open) && !names_less) {
            memcpy(facts_at(&member->facts, field), value, field_size(field));
            member->heard |= 1u << field;
        }
    }
    if (*said->bhxh_number) {
        memcpy(member->bhxh_number, said->bhxh_number, sizeof member->bhxh_number);
    }
    if (*said->new_number) {
        memcpy(member->new_number, said->new_number, sizeof member->new_number);
        memcpy(member->new_from, said->new_from, sizeof member->new_from);
        memcpy(member->new_to, said->new_to, sizeof member->new_to);
        memcpy(member->new_facility, said->new_facility, sizeof member->new_facility);
    }
}

static void take_status(struct member *member, const struct reply *reply, const char *minute)
{
    /* Codes of a wrong name or birth date say nothing of the card. */
    enum way_of_code way = code_way(reply->code);
    if (way != CODE_NAME && way != CODE_BIRTH) {
        memcpy(member->status, reply->code, sizeof member->status - 1);
        member->status[sizeof member->status - 1] = '\0';
    }
    member->source = SOURCE_PORTAL;
    put_day(member->as_of, minute);
    memcpy(member->heard_at, minute, sizeof member->heard_at);
}

/* A citizen ID by which the portal found this person is theirs, whatever an older row says. */
static void settle_cccd(struct member *member, const struct question *question)
{
    if (number_kind(question->number) == NUMBER_CCCD && strcmp(member->facts.cccd, question->number) != 0) {
        member->facts.cccd[0] = '\0';
    }
}

/* What the portal said earlier on the same day holds as long as it says nothing else. */
static void join(struct member *member, const struct member *said, const struct reply *reply,
                 const char *minute)
{
    bool today = member->heard && strncmp(member->heard_at, minute, DATE_SIZE - 1) == 0;
    if (!*member->rest_as_of && member->source == SOURCE_REGISTER) {
        memcpy(member->rest_as_of, member->as_of, sizeof member->rest_as_of);
    }
    member->heard = today ? member->heard : 0;
    take_fields(member, said);
    take_status(member, reply, minute);
    settle_cccd(member, &reply->question);
}

static void put_row(struct answer *answer, const struct member *said, const struct reply *reply,
                    const struct asked *asked, const char *minute)
{
    int at = row_of(answer, said, &reply->question, asked, minute);
    if (at != NOWHERE) {
        join(&answer->members[at], said, reply, minute);
        return;
    }
    struct member fresh = {.source = SOURCE_PORTAL};
    join(&fresh, said, reply, minute);
    answer_add(answer, &fresh, asked);
}

/* The portal found one person by number, name and birth date: whoever else the register offered is not meant. */
static void keep_person(struct answer *answer, const struct member *said, const char *minute)
{
    int at = row_heard(answer, said, minute);
    if (at != NOWHERE) {
        answer_choose(answer, at);
    }
}

static void hear_checks(struct answer *answer, const struct reply *reply, const char *minute)
{
    struct history *history = &answer->history;
    memcpy(history->checks, reply->checks, sizeof history->checks);
    history->check_count = reply->check_count;
    if (!history->known) {
        memcpy(history->at, minute, sizeof history->at);
    }
}

static void hear_history(struct answer *answer, const struct reply *reply, const char *minute)
{
    struct history *history = &answer->history;
    if (reply->trouble != TROUBLE_NONE) {
        return;
    }
    history->known = true;
    memcpy(history->at, minute, sizeof history->at);
    memcpy(history->visits, reply->visits, sizeof history->visits);
    history->visit_count = reply->visit_count;
    history->more = reply->more;
}

static void hear_member(struct answer *answer, const struct reply *reply, const struct asked *asked,
                        const char *minute)
{
    struct member said;
    answer->portal =
        (struct portal_word){.asked = true, .trouble = reply->trouble, .has_member = reply_row(reply, &said)};
    memcpy(answer->portal.code, reply->code, sizeof answer->portal.code);
    memcpy(answer->portal.at, minute, sizeof answer->portal.at);
    answer->portal.question = reply->question;
    if (reply->trouble != TROUBLE_NONE) {
        return;
    }
    hear_checks(answer, reply, minute);
    if (code_way(reply->code) == CODE_ABSENT) {
        answer->source = SOURCE_PORTAL;
        put_day(answer->as_of, minute);
    }
    if (reply_said(reply, &said)) {
        put_row(answer, &said, reply, asked, minute);
        keep_person(answer, &said, minute);
    }
}

void answer_hear(struct answer *answer, const struct reply *reply, const struct asked *asked)
{
    minute_text minute;
    minute_of_time(reply->at, minute);
    if (reply->ask == ASK_MEMBER) {
        hear_member(answer, reply, asked, minute);
    } else if (reply->ask == ASK_HISTORY) {
        hear_history(answer, reply, minute);
    }
}
