/* system: the card that counts on the day, and whether it is valid. */
#include "core/system.h"
#include <string.h>

/* What a result code says of the old card, and whether a new card named beside it may be used. */
enum effect { RUNS, REPLACED, LEFT_ONE, LEFT, WITHDRAWN };

static const struct {
    char code[STATUS_SIZE];
    enum effect effect;
    enum finding finding;
} STATUSES[] = {
    {"", RUNS, FINDING_COUNT},
    {"000", RUNS, FINDING_COUNT},
    {"001", RUNS, FINDING_DEFENCE_CARD},
    {"002", RUNS, FINDING_POLICE_CARD},
    {"003", REPLACED, FINDING_COUNT},
    {"004", RUNS, FINDING_COUNT},
    {"010", REPLACED, FINDING_COUNT},
    {"110", WITHDRAWN, FINDING_COUNT},
    {"120", LEFT, FINDING_COUNT},
    {"121", LEFT, FINDING_COUNT},
    {"122", LEFT, FINDING_COUNT},
    {"123", LEFT_ONE, FINDING_COUNT}, /* left and came back with the same employer: look for the new card */
    {"124", LEFT, FINDING_COUNT},
    {"130", RUNS, FINDING_CHILD_NO_CARD},
};

static enum effect status_effect(const char *status, enum finding *ret_finding)
{
    for (size_t i = 0; i < sizeof STATUSES / sizeof *STATUSES; i++) {
        if (strcmp(status, STATUSES[i].code) == 0) {
            *ret_finding = STATUSES[i].finding;
            return STATUSES[i].effect;
        }
    }
    *ret_finding = FINDING_STATUS_UNKNOWN;
    return RUNS;
}

enum finding system_status(const char *status)
{
    enum finding finding;
    status_effect(status, &finding);
    return finding;
}

static bool begun(const char *from, const char *today)
{
    return strcmp(from, today) <= 0;
}

/* A last day without its day, or without its month, lasts to the end of the month or year. */
static bool over(const char *to, const char *today)
{
    return *to && strncmp(to, today, strlen(to)) < 0;
}

static bool covers(const char *from, const char *to, const char *today)
{
    return begun(from, today) && !over(to, today);
}

/* maTheMoi is the number of another card; ten digits that are the person's own BHXH number are none. */
static bool names_other_number(const struct member *member)
{
    const char *number = member->new_number;
    return *number && strcmp(number, member->facts.number) != 0 && strcmp(number, member->bhxh_number) != 0;
}

static bool names_new_card(const struct member *member)
{
    bool replaced = strcmp(member->status, "003") == 0 || strcmp(member->status, "004") == 0;
    return *member->new_number && (replaced || names_other_number(member));
}

static void invalid_since(struct system_view *view, enum finding finding, const char *day)
{
    view->invalid = finding;
    memcpy(view->day, day, strlen(day) + 1);
}

static void judge_dates(struct system_view *view, const char *from, const char *to, const char *today)
{
    if (over(to, today)) {
        invalid_since(view, FINDING_EXPIRED, to);
    } else if (!begun(from, today)) {
        invalid_since(view, FINDING_NOT_YET_VALID, from);
    } else {
        invalid_since(view, FINDING_ENDED, "");
    }
}

static void admit(struct system_view *view, enum finding note, const char *day)
{
    view->note = note;
    memcpy(view->day, day, strlen(day) + 1);
}

static void judge(struct system_view *view, const struct member *member, bool has_new, const char *today)
{
    enum finding unused;
    enum effect effect = status_effect(member->status, &unused);
    const struct facts *old = &member->facts;
    bool may_replace = has_new && effect != WITHDRAWN && effect != LEFT;
    bool later = may_replace && !begun(member->new_from, today);
    bool ended_in_hand = may_replace && view->in_hand && over(member->new_to, today);
    if (may_replace && covers(member->new_from, member->new_to, today)) {
        return;
    }
    if (effect == RUNS && covers(old->valid_from, old->valid_to, today)) {
        if (later) {
            admit(view, FINDING_NEW_CARD_LATER, member->new_from);
        } else if (ended_in_hand) {
            admit(view, FINDING_NEW_CARD_ENDED, member->new_to);
        }
    } else if (effect == WITHDRAWN) {
        invalid_since(view, FINDING_WITHDRAWN, "");
    } else if (later) {
        invalid_since(view, FINDING_NOT_YET_VALID, member->new_from);
    } else if (effect == LEFT || effect == LEFT_ONE) {
        invalid_since(view, FINDING_REDUCED, "");
    } else if (ended_in_hand) {
        invalid_since(view, FINDING_EXPIRED, member->new_to);
    } else {
        judge_dates(view, old->valid_from, old->valid_to, today);
    }
}

static void take_new_card(struct system_view *view, const struct member *member)
{
    struct facts *facts = &view->facts;
    if (names_other_number(member)) {
        memcpy(facts->number, member->new_number, sizeof facts->number);
    }
    memcpy(facts->valid_from, member->new_from, sizeof facts->valid_from);
    memcpy(facts->valid_to, member->new_to, sizeof facts->valid_to);
    /* A row that keeps silent about the new card's facility means the old one, but not
     * against the new card itself. */
    if (*member->new_facility || view->in_hand) {
        memcpy(facts->facility, member->new_facility, sizeof facts->facility);
    }
}

void system_view(const struct member *member, const char *number, const char *today, struct system_view *ret)
{
    bool has_new = names_new_card(member);
    *ret = (struct system_view){.facts = member->facts, .invalid = FINDING_COUNT, .note = FINDING_COUNT};
    if (!*ret->facts.number) { /* a person known by the BHXH number alone: that is the number of new cards */
        memcpy(ret->facts.number, member->bhxh_number, sizeof member->bhxh_number);
    }
    ret->in_hand = names_other_number(member) && strcmp(number, member->new_number) == 0;
    judge(ret, member, has_new, today);
    bool covered =
        has_new && ret->invalid == FINDING_COUNT && covers(member->new_from, member->new_to, today);
    if (covered || ret->in_hand) {
        ret->fresh = true;
        take_new_card(ret, member);
    }
}

/* Order of one row: greater counts more. */
struct rank {
    bool held, valid, exact;
    const char *as_of, *heard_at, *from, *to;
};

static struct rank rank_of(const struct answer *answer, const struct member *member,
                           const struct asked *asked)
{
    struct system_view view;
    system_view(member, asked->number, asked->today, &view);
    return (struct rank){
        .held = !answer_dropped(answer, member),
        .valid = view.invalid == FINDING_COUNT,
        .exact = *asked->number && strcmp(asked->number, member->facts.number) == 0,
        .as_of = member->as_of,
        .heard_at = member->heard_at,
        .from = member->facts.valid_from,
        .to = *member->facts.valid_to ? member->facts.valid_to : "9999",
    };
}

static bool outranks(const struct rank *a, const struct rank *b)
{
    if (a->held != b->held) {
        return a->held;
    }
    if (a->valid != b->valid) {
        return a->valid;
    }
    int newer = strcmp(a->as_of, b->as_of);
    newer = newer ? newer : strcmp(a->heard_at, b->heard_at);
    if (newer != 0) {
        return newer > 0;
    }
    if (a->exact != b->exact) {
        return a->exact;
    }
    return a->valid ? strcmp(a->from, b->from) > 0 : strcmp(a->to, b->to) > 0;
}

bool system_prefers(const struct answer *answer, const struct member *a, const struct member *b,
                    const struct asked *asked)
{
    struct rank left = rank_of(answer, a, asked), right = rank_of(answer, b, asked);
    return outranks(&left, &right);
}

int system_choose(const struct answer *answer, const int *rows, int count, const struct asked *asked)
{
    int best = rows[0];
    for (int i = 1; i < count; i++) {
        if (system_prefers(answer, &answer->members[rows[i]], &answer->members[best], asked)) {
            best = rows[i];
        }
    }
    return best;
}
