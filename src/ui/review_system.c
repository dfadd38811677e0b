/* review_system: the head of the system's column: who says what stands below, and how old it is. */
#include "core/text.h"
#include "ui/review.h"
#include <stdio.h>
#include <string.h>

enum { WIDE = 80, MONTH_AND_DAY = 5, SOURCE_SIZE = 160, BOTH_SIZE = 3 * SOURCE_SIZE };

static const struct member *compared(const struct desk *desk)
{
    int member = desk->review.judgement.member;
    return member >= 0 ? &desk->review.answer.members[member] : NULL;
}

bool review_heard(const struct desk *desk, enum field field)
{
    const struct member *member = compared(desk);
    return member && member->heard_at[0] && (member->heard & 1u << field) &&
           *facts_get(&desk->review.judgement.system, field);
}

/* Some of what stands in the column is the register's. */
static bool mixed(const struct desk *desk)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (*facts_get(&desk->review.judgement.system, field) && !review_heard(desk, field)) {
            return true;
        }
    }
    return false;
}

/* "sổ 20/11", its age when it is old; "20/11" where no portal is configured that could be meant. */
static void say_register(const struct frame *frame, const char *as_of, char out[SOURCE_SIZE])
{
    const struct desk *desk = frame->desk;
    bool dated = date_full(as_of) && date_full(desk->status.today);
    int days = dated ? (int)(date_days(desk->status.today) - date_days(as_of)) : 0;
    char day[64], source[64], age[64] = "";
    date_text shown;
    date_show(as_of, shown);
    snprintf(day, sizeof day, "%.*s", MONTH_AND_DAY, shown);
    snprintf(source, sizeof source, desk->hospital.portal ? frame_word(frame, WORD_REGISTER_DAY) : "%s", day);
    if (days > desk->hospital.register_max_age) {
        snprintf(age, sizeof age, frame_word(frame, WORD_DAYS_OLD), days);
    }
    snprintf(out, SOURCE_SIZE, "%s%s%s", source, *age ? ", " : "", age);
}

static void say_portal(const struct frame *frame, const char *minute, char out[SOURCE_SIZE])
{
    char time[FRAME_MINUTE];
    frame_minute(frame, minute, time);
    snprintf(out, SOURCE_SIZE, frame_word(frame, WORD_PORTAL_ASKED_AT), time);
}

/* Whose word it is: the portal's, the register's, or both; "" for nobody's. */
static void say_source(const struct frame *frame, char out[BOTH_SIZE])
{
    const struct desk *desk = frame->desk;
    const struct member *member = compared(desk);
    const struct portal_word *portal = &desk->review.answer.portal;
    char source[SOURCE_SIZE] = "", heard[SOURCE_SIZE];
    if (member && member->heard_at[0]) {
        say_portal(frame, member->heard_at, heard);
        say_register(frame, member->rest_as_of[0] ? member->rest_as_of : desk->review.answer.as_of, source);
        snprintf(out, BOTH_SIZE, mixed(desk) ? REVIEW_HEARD " %s, %s" : "%s", heard, source);
        return;
    }
    if (member) {
        say_register(frame, desk->review.judgement.as_of, source);
    } else if (portal->asked && portal->trouble == TROUBLE_NONE && portal->at[0]) {
        say_portal(frame, portal->at, source);
    }
    snprintf(out, BOTH_SIZE, "%s", source);
}

/* The longest of the forms that fits. */
static void choose(const char *const heads[], int count, const char *inside, int columns, char *out,
                   size_t cap)
{
    for (int i = 0; i < count; i++) {
        snprintf(out, cap, "%s%s(%s)", heads[i], *heads[i] ? " " : "", inside);
        if (text_columns(out) <= columns) {
            return;
        }
    }
}

void review_system_head(const struct frame *frame, int columns, char *out, size_t cap)
{
    const struct desk *desk = frame->desk;
    bool asking = desk->review.inquiry.state == INQUIRY_OUT, none = !compared(desk);
    bool empty = none && !desk->asking && desk->review.judgement.candidate_count == 0;
    const char *word = frame_word(frame, WORD_PORTAL_ASKING);
    const char *heads[] = {frame_word(frame, empty ? WORD_NO_SYSTEM : WORD_COLUMN_SYSTEM),
                           frame_word(frame, WORD_COLUMN_SYSTEM_SHORT), ""};
    int from = frame->grid->columns < WIDE && !empty ? 1 : 0, count = 3 - from;
    char source[BOTH_SIZE], both[2 * BOTH_SIZE];
    say_source(frame, source);
    snprintf(both, sizeof both, "%s%s%s", source, *source && asking ? ", " : "", asking ? word : "");
    if (!*both) {
        snprintf(out, cap, "%s", empty ? heads[0] : none ? frame_word(frame, WORD_NOTHING) : heads[from]);
        return;
    }
    choose(heads + from, count, both, columns, out, cap);
    if (text_columns(out) > columns && (asking || strstr(source, ", "))) {
        *strchrnul(source, ',') = '\0'; /* the first of two sources is what the mark speaks of */
        choose(heads + from, count, asking ? word : source, columns, out, cap);
    }
}
