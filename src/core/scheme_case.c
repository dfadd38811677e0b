/* scheme_case: the rows of the cases: on what they depend, what they pay, which paper they need. */
#include "core/scheme_inside.h"
#include <string.h>

/* "basic,specialised" as bits by the place in the list. */
static bool read_set(char *text, const char *const words[], int count, unsigned *ret)
{
    for (char *name; (name = strsep(&text, ","));) {
        int found = *name ? scheme_word(name, words, count) : -1;
        if (found <= 0 || *ret >> found & 1) {
            return false;
        }
        *ret |= 1u << found;
    }
    return true;
}

static bool read_points(char *text, struct scheme_case *ret)
{
    char *from = strsep(&text, "-");
    return text && scheme_number(from, 1000, &ret->points_from) &&
           scheme_number(text, 1000, &ret->points_to) && ret->points_from <= ret->points_to &&
           ret->points_to > 0;
}

static bool read_condition(char *text, struct scheme_case *ret)
{
    static const char *const levels[] = {"", "initial", "basic", "specialised"};
    static const char *const formers[] = {"", "central", "province", "district", "commune"};
    static const char *const areas[] = {"", "K1", "K2", "K3"};
    char *name = strsep(&text, "=");
    if (!text) {
        bool here = strcmp(name, "here") == 0, known = here || strcmp(name, "elsewhere") == 0;
        bool good = known && ret->place == PLACE_ANY;
        ret->place = here ? PLACE_HERE : PLACE_ELSEWHERE;
        return good;
    }
    if (strcmp(name, "level") == 0) {
        return !ret->levels && read_set(text, levels, 4, &ret->levels);
    }
    if (strcmp(name, "former") == 0) {
        return !ret->formers && read_set(text, formers, 5, &ret->formers);
    }
    if (strcmp(name, "area") == 0) {
        return !ret->areas && read_set(text, areas, 4, &ret->areas);
    }
    if (strcmp(name, "points") == 0) {
        return !ret->points_to && read_points(text, ret);
    }
    return strcmp(name, "days") == 0 && ret->age_days < 0 && scheme_number(text, 36500, &ret->age_days);
}

static bool read_when(char *text, struct scheme_case *ret)
{
    bool good = *text;
    if (scheme_dash(text)) {
        return true;
    }
    for (char *condition; good && (condition = strsep(&text, " "));) {
        good = !*condition || read_condition(condition, ret);
    }
    return good;
}

static bool read_share(const char *text, int *ret)
{
    *ret = SHARE_NONE;
    return scheme_dash(text) || scheme_number(text, 100, ret);
}

static bool read_pays(char *const field[3], struct scheme_case *ret)
{
    static const char *const words[] = {[OF_CARD] = "card", [OF_ALL] = "all", [OF_UNSAID] = "-"};
    int of = scheme_word(field[2], words, 3);
    ret->of = (enum scheme_of)of;
    bool good = of >= 0 && read_share(field[0], &ret->outpatient) && read_share(field[1], &ret->inpatient);
    bool said = ret->outpatient != SHARE_NONE || ret->inpatient != SHARE_NONE;
    return good && said == (of != OF_UNSAID);
}

static bool read_propose(const char *text, enum scheme_propose *ret)
{
    static const char *const words[] = {[PROPOSE_NO] = "-", [PROPOSE_YES] = "yes", [PROPOSE_KNOWN] = "known"};
    int found = scheme_word(text, words, 3);
    *ret = (enum scheme_propose)found;
    return found >= 0;
}

static bool same_conditions(const struct scheme_case *a, const struct scheme_case *b)
{
    return a->place == b->place && a->levels == b->levels && a->formers == b->formers &&
           a->areas == b->areas && a->points_from == b->points_from && a->points_to == b->points_to &&
           a->age_days == b->age_days;
}

/* A second row for the same days would never be reached. */
static bool is_new(const struct scheme *scheme, const struct scheme_case *row)
{
    for (int i = 0; i < scheme->case_count; i++) {
        const struct scheme_case *other = &scheme->cases[i];
        if (strcmp(other->code, row->code) == 0 && same_conditions(other, row) &&
            scheme_overlap(&other->days, &row->days)) {
            return false;
        }
    }
    return true;
}

bool scheme_read_case(struct scheme_row *row, struct scheme *scheme)
{
    struct scheme_case found = {.age_days = -1, .paper = -1};
    char **field = row->field;
    if (row->count != 11 || scheme->case_count == SCHEME_CASES || !scheme_code(row->key)) {
        return false;
    }
    strcpy(found.code, row->key);
    bool good = read_when(field[0], &found) && read_pays(&field[1], &found) &&
                read_propose(field[4], &found.propose) && scheme_days(&field[6], &found.days) &&
                scheme_labels(&field[8], found.text) && scheme_law(field[10]);
    if (good && !scheme_dash(field[5])) {
        found.paper = scheme_paper(scheme, field[5]);
        good = found.paper >= 0;
    }
    good = good && is_new(scheme, &found);
    if (good) {
        scheme->cases[scheme->case_count++] = found;
    }
    return good;
}
