/* scheme_read: the rows of the table, one a line; what is not understood whole is refused by its number. */
#include "core/scheme_inside.h"
#include "core/text.h"
#include <stdlib.h>
#include <string.h>

enum { NUMBER_DIGITS = 9 };

static char *trim(char *text)
{
    text += strspn(text, " \t");
    size_t len = strlen(text);
    while (len > 0 && strchr(" \t\r", text[len - 1])) {
        text[--len] = '\0';
    }
    return text;
}

static bool split(char *line, struct scheme_row *ret)
{
    char *rest = line, *head = trim(strsep(&rest, "|"));
    ret->kind = strsep(&head, " \t");
    ret->key = head ? trim(head) : "";
    ret->count = 0;
    while (rest) {
        if (ret->count == SCHEME_FIELDS_MAX) {
            return false;
        }
        char *field = strsep(&rest, "|");
        ret->field[ret->count++] = trim(field);
    }
    return true;
}

bool scheme_dash(const char *text)
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

bool scheme_number(const char *text, long most, int *ret)
{
    long number = 0;
    bool good = read_number(text, &number) && number <= most;
    *ret = good ? (int)number : 0;
    return good;
}

int scheme_word(const char *text, const char *const words[], int count)
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
    return text_clean(out, SCHEME_TEXT, text, strlen(text)) == FAULT_NONE && out[0] && !scheme_dash(out);
}

bool scheme_labels(char *const field[LANGUAGE_COUNT], char out[LANGUAGE_COUNT][SCHEME_TEXT])
{
    return read_label(field[0], out[LANGUAGE_VI]) && read_label(field[1], out[LANGUAGE_EN]);
}

static bool read_day(const char *text, date_text ret)
{
    return strlen(text) < DATE_SIZE && date_read(text, ret) == FAULT_NONE && date_full(ret);
}

bool scheme_days(char *const field[2], struct scheme_days *ret)
{
    ret->to[0] = '\0';
    return read_day(field[0], ret->from) &&
           (scheme_dash(field[1]) || (read_day(field[1], ret->to) && strcmp(ret->from, ret->to) <= 0));
}

bool scheme_overlap(const struct scheme_days *a, const struct scheme_days *b)
{
    return (!a->to[0] || strcmp(b->from, a->to) <= 0) && (!b->to[0] || strcmp(a->from, b->to) <= 0);
}

bool scheme_law(const char *text)
{
    char law[SCHEME_LINE_MAX + 1];
    return *text && !scheme_dash(text) && text_clean(law, sizeof law, text, strlen(text)) == FAULT_NONE;
}

static bool read_asks(const char *text, enum paper_asks *ret)
{
    static const char *const words[] = {[PAPER_NOT] = "-", [PAPER_MAY] = "may", [PAPER_MUST] = "must"};
    int found = scheme_word(text, words, 3);
    *ret = (enum paper_asks)found;
    return found >= 0;
}

static bool is_name(const char *text, size_t cap)
{
    size_t len = strlen(text);
    return len > 0 && len < cap && strspn(text, "abcdefghijklmnopqrstuvwxyz_") == len;
}

/* paper CODE | number | from | to | working days | vi | en | note vi | note en | law */
static bool read_paper(const struct scheme_row *row, struct scheme *scheme)
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
                (scheme_dash(row->field[3]) || scheme_number(row->field[3], 366, &paper->working_days)) &&
                scheme_labels(&row->field[4], paper->text) && scheme_law(row->field[8]) &&
                (scheme_dash(row->field[6]) || scheme_labels(&row->field[6], paper->note));
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
static bool read_rate(const struct scheme_row *row, enum rate_kind kind, struct scheme *scheme)
{
    struct scheme_rate rate = {.kind = kind, .value = -1};
    if (row->count != 4 || scheme->rate_count == SCHEME_RATES || !read_key(kind, row->key) ||
        !scheme_days(&row->field[1], &rate.days) || !scheme_law(row->field[3])) {
        return false;
    }
    bool open = kind == RATE_OBJECT && scheme_dash(row->field[0]);
    if (!open && (!read_number(row->field[0], &rate.value) || (is_percent(kind) && rate.value > 100))) {
        return false;
    }
    strcpy(rate.key, row->key);
    for (int i = 0; i < scheme->rate_count; i++) {
        const struct scheme_rate *other = &scheme->rates[i];
        if (other->kind == kind && strcmp(other->key, rate.key) == 0 &&
            scheme_overlap(&other->days, &rate.days)) {
            return false;
        }
    }
    scheme->rates[scheme->rate_count++] = rate;
    return true;
}

static bool read_row(char *line, struct scheme *scheme)
{
    static const char *const rates[RATE_KINDS] = {[RATE_BENEFIT] = "benefit",
                                                  [RATE_OBJECT] = "object",
                                                  [RATE_SALARY] = "salary",
                                                  [RATE_CEILING] = "ceiling"};
    struct scheme_row row;
    if (!split(line, &row)) {
        return false;
    }
    int rate = scheme_word(row.kind, rates, RATE_KINDS);
    if (rate >= 0) {
        return read_rate(&row, (enum rate_kind)rate, scheme);
    }
    return strcmp(row.kind, "paper") == 0 ? read_paper(&row, scheme)
                                          : strcmp(row.kind, "case") == 0 && scheme_read_case(&row, scheme);
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
