/* scheme_read: the rows of the table, one a line; what is not understood whole is refused by its number. */
#include "core/scheme.h"
#include "core/text.h"
#include <stdlib.h>
#include <string.h>

enum { FIELDS_MAX = 12, NUMBER_DIGITS = 9 };

/* One line split at its bars; the kind of the row and its key stand before the first. */
struct row {
    char *kind, *key;
    char *field[FIELDS_MAX];
    int count;
};

static char *trim(char *text)
{
    text += strspn(text, " \t");
    size_t len = strlen(text);
    while (len > 0 && strchr(" \t\r", text[len - 1])) {
        text[--len] = '\0';
    }
    return text;
}

static bool split(char *line, struct row *ret)
{
    char *rest = line, *head = trim(strsep(&rest, "|"));
    ret->kind = strsep(&head, " \t");
    ret->key = head ? trim(head) : "";
    ret->count = 0;
    while (rest) {
        if (ret->count == FIELDS_MAX) {
            return false;
        }
        char *field = strsep(&rest, "|");
        ret->field[ret->count++] = trim(field);
    }
    return true;
}

static bool is_dash(const char *text)
{
    return strcmp(text, "-") == 0;
}

/* A number without sign, at most nine digits. */
static bool read_number(const char *text, long *ret)
{
    size_t len = strlen(text);
    if (len == 0 || len > NUMBER_DIGITS || strspn(text, "0123456789") != len) {
        return false;
    }
    *ret = strtol(text, NULL, 10);
    return true;
}

static bool read_small(const char *text, long most, int *ret)
{
    long number = 0;
    bool good = read_number(text, &number) && number <= most;
    *ret = good ? (int)number : 0;
    return good;
}

/* The index of a word in a list, -1 for none. */
static int word(const char *text, const char *const words[], int count)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(text, words[i]) == 0) {
            return i;
        }
    }
    return -1;
}

static bool read_label(const char *text, char out[SCHEME_TEXT])
{
    return text_clean(out, SCHEME_TEXT, text, strlen(text)) == FAULT_NONE && out[0] && !is_dash(out);
}

static bool read_labels(char *const field[LANGUAGE_COUNT], char out[LANGUAGE_COUNT][SCHEME_TEXT])
{
    return read_label(field[0], out[LANGUAGE_VI]) && read_label(field[1], out[LANGUAGE_EN]);
}

static bool read_day(const char *text, date_text ret)
{
    return strlen(text) < DATE_SIZE && date_read(text, ret) == FAULT_NONE && date_full(ret);
}

static bool read_days(char *const field[2], struct scheme_days *ret)
{
    ret->to[0] = '\0';
    return read_day(field[0], ret->from) &&
           (is_dash(field[1]) || (read_day(field[1], ret->to) && strcmp(ret->from, ret->to) <= 0));
}

static bool overlap(const struct scheme_days *a, const struct scheme_days *b)
{
    return (!a->to[0] || strcmp(b->from, a->to) <= 0) && (!b->to[0] || strcmp(a->from, b->to) <= 0);
}

/* Every row names the law it comes from. */
static bool names_law(const char *text)
{
    char law[SCHEME_LINE_MAX + 1];
    return *text && !is_dash(text) && text_clean(law, sizeof law, text, strlen(text)) == FAULT_NONE;
}

static bool read_asks(const char *text, enum paper_asks *ret)
{
    static const char *const words[] = {[PAPER_NOT] = "-", [PAPER_MAY] = "may", [PAPER_MUST] = "must"};
    int found = word(text, words, 3);
    *ret = (enum paper_asks)found;
    return found >= 0;
}

static bool is_name(const char *text, size_t cap)
{
    size_t len = strlen(text);
    return len > 0 && len < cap && strspn(text, "abcdefghijklmnopqrstuvwxyz_") == len;
}

/* paper CODE | number | from | to | working days | vi | en | note vi | note en | law */
static bool read_paper(const struct row *row, struct scheme *scheme)
{
    struct scheme_paper *paper = &scheme->papers[scheme->paper_count];
    if (row->count != 9 || scheme->paper_count == SCHEME_PAPERS || !is_name(row->key, PAPER_CODE_SIZE) ||
        scheme_paper(scheme, row->key) >= 0) {
        return false;
    }
    *paper = (struct scheme_paper){.working_days = 0};
    strcpy(paper->code, row->key);
    bool good = read_asks(row->field[0], &paper->number) && read_asks(row->field[1], &paper->from) &&
                read_asks(row->field[2], &paper->to) &&
                (is_dash(row->field[3]) || read_small(row->field[3], 366, &paper->working_days)) &&
                read_labels(&row->field[4], paper->text) && names_law(row->field[8]) &&
                (is_dash(row->field[6]) || read_labels(&row->field[6], paper->note));
    scheme->paper_count += good;
    return good;
}

static bool read_key(enum rate_kind kind, const char *key)
{
    switch (kind) {
    case RATE_BENEFIT: return key[0] >= '1' && key[0] <= '5' && !key[1];
    case RATE_OBJECT: return strlen(key) == 2 && strspn(key, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 2;
    default: return !*key;
    }
}

static bool is_percent(enum rate_kind kind)
{
    return kind == RATE_BENEFIT || kind == RATE_OBJECT;
}

/* benefit DIGIT | percent | from | to | law, and likewise object, salary, ceiling */
static bool read_rate(const struct row *row, enum rate_kind kind, struct scheme *scheme)
{
    struct scheme_rate rate = {.kind = kind, .value = -1};
    if (row->count != 4 || scheme->rate_count == SCHEME_RATES || !read_key(kind, row->key) ||
        !read_days(&row->field[1], &rate.days) || !names_law(row->field[3])) {
        return false;
    }
    bool open = kind == RATE_OBJECT && is_dash(row->field[0]);
    if (!open && (!read_number(row->field[0], &rate.value) || (is_percent(kind) && rate.value > 100))) {
        return false;
    }
    strcpy(rate.key, row->key);
    for (int i = 0; i < scheme->rate_count; i++) {
        const struct scheme_rate *other = &scheme->rates[i];
        if (other->kind == kind && strcmp(other->key, rate.key) == 0 && overlap(&other->days, &rate.days)) {
            return false;
        }
    }
    scheme->rates[scheme->rate_count++] = rate;
    return true;
}

/* "basic,specialised" as bits by the place in the list. */
static bool read_set(char *text, const char *const words[], int count, unsigned *ret)
{
    for (char *name; (name = strsep(&text, ","));) {
        int found = *name ? word(name, words, count) : -1;
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
    return text && read_small(from, 1000, &ret->points_from) && read_small(text, 1000, &ret->points_to) &&
           ret->points_from <= ret->points_to && ret->points_to > 0;
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
    return strcmp(name, "days") == 0 && ret->age_days < 0 && read_small(text, 36500, &ret->age_days);
}

static bool read_when(char *text, struct scheme_case *ret)
{
    bool good = *text;
    if (is_dash(text)) {
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
    return is_dash(text) || read_small(text, 100, ret);
}

static bool read_pays(char *const field[3], struct scheme_case *ret)
{
    static const char *const words[] = {[OF_CARD] = "card", [OF_ALL] = "all", [OF_UNSAID] = "-"};
    int of = word(field[2], words, 3);
    ret->of = (enum scheme_of)of;
    bool good = of >= 0 && read_share(field[0], &ret->outpatient) && read_share(field[1], &ret->inpatient);
    bool said = ret->outpatient != SHARE_NONE || ret->inpatient != SHARE_NONE;
    return good && said == (of != OF_UNSAID);
}

static bool read_propose(const char *text, enum scheme_propose *ret)
{
    static const char *const words[] = {[PROPOSE_NO] = "-", [PROPOSE_YES] = "yes", [PROPOSE_KNOWN] = "known"};
    int found = word(text, words, 3);
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
            overlap(&other->days, &row->days)) {
            return false;
        }
    }
    return true;
}

/* case CODE | when | outpatient | inpatient | of | propose | paper | from | to | vi | en | law */
static bool read_case(struct row *row, struct scheme *scheme)
{
    struct scheme_case found = {.age_days = -1, .paper = -1};
    char **field = row->field;
    if (row->count != 11 || scheme->case_count == SCHEME_CASES || !scheme_code(row->key)) {
        return false;
    }
    strcpy(found.code, row->key);
    bool good = read_when(field[0], &found) && read_pays(&field[1], &found) &&
                read_propose(field[4], &found.propose) && read_days(&field[6], &found.days) &&
                read_labels(&field[8], found.text) && names_law(field[10]);
    if (good && !is_dash(field[5])) {
        found.paper = scheme_paper(scheme, field[5]);
        good = found.paper >= 0;
    }
    good = good && is_new(scheme, &found);
    if (good) {
        scheme->cases[scheme->case_count++] = found;
    }
    return good;
}

static bool read_row(char *line, struct scheme *scheme)
{
    static const char *const rates[RATE_KINDS] = {[RATE_BENEFIT] = "benefit",
                                                  [RATE_OBJECT] = "object",
                                                  [RATE_SALARY] = "salary",
                                                  [RATE_CEILING] = "ceiling"};
    struct row row;
    if (!split(line, &row)) {
        return false;
    }
    int rate = word(row.kind, rates, RATE_KINDS);
    if (rate >= 0) {
        return read_rate(&row, (enum rate_kind)rate, scheme);
    }
    return strcmp(row.kind, "paper") == 0 ? read_paper(&row, scheme)
                                          : strcmp(row.kind, "case") == 0 && read_case(&row, scheme);
}

/* Comments and empty lines say nothing. */
static bool read_line(const char *text, size_t len, struct scheme *scheme)
{
    char line[SCHEME_LINE_MAX + 1];
    if (len > SCHEME_LINE_MAX || memchr(text, '\0', len) || !text_valid(text, len)) {
        return false;
    }
    memcpy(line, text, len);
    line[len] = '\0';
    char *row = trim(line);
    return !*row || *row == '#' || read_row(row, scheme);
}

enum fault scheme_read(const char *text, size_t len, struct scheme *ret, int *ret_line)
{
    struct scheme scheme = {.case_count = 0};
    const char *end = text + len;
    *ret_line = 0;
    for (const char *at = text; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        ++*ret_line;
        if (!read_line(at, (size_t)(stop - at), &scheme)) {
            return FAULT_SCHEME_LINE;
        }
        at = stop + (stop < end);
    }
    *ret_line = 0;
    if (scheme.case_count == 0) {
        return FAULT_SCHEME_LINE;
    }
    *ret = scheme;
    return FAULT_NONE;
}
