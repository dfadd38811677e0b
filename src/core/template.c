/* template: copied line by line; parts are chosen by name, places filled in. */
#include "core/template.h"
#include "core/text.h"
#include <stdio.h>
#include <string.h>

static const char BLANK[] = "........";

struct out {
    char *text;
    size_t cap, len;
    bool full;
};

static void put(struct out *out, const char *text, size_t len)
{
    if (out->full || len >= out->cap - out->len) {
        out->full = true;
        return;
    }
    memcpy(out->text + out->len, text, len);
    out->len += len;
}

/* A place as it stands in a line. */
struct place {
    char name[TEMPLATE_NAME];
    int columns; /* 0: as wide as its value */
    size_t len;  /* of it in the line, with its braces */
};

/* False for braces around anything else. */
static bool read_place(const char *line, size_t len, struct place *ret)
{
    char digits[4] = "";
    if (len < 3 || line[0] != '{') {
        return false;
    }
    size_t name = strspn(line + 1, "abcdefghijklmnopqrstuvwxyz_"), at = 1 + name;
    if (name == 0 || name >= TEMPLATE_NAME || at >= len) {
        return false;
    }
    if (line[at] == ':') {
        size_t count = strspn(line + at + 1, "0123456789");
        if (count == 0 || count >= sizeof digits) {
            return false;
        }
        memcpy(digits, line + at + 1, count);
        at += 1 + count;
    }
    if (at >= len || line[at] != '}') {
        return false;
    }
    *ret = (struct place){.len = at + 1};
    memcpy(ret->name, line + 1, name);
    sscanf(digits, "%d", &ret->columns);
    return ret->columns <= TEMPLATE_COLUMNS_MAX;
}

/* NULL for one that is not known. */
static const char *value_of(const struct template_words *words, const char *name)
{
    for (int i = 0; i < words->place_count; i++) {
        if (strcmp(words->places[i].name, name) == 0) {
            return words->places[i].value ? words->places[i].value : "";
        }
    }
    return NULL;
}

static void put_value(struct out *out, const char *value, int columns)
{
    char clipped[4 * 4 * TEMPLATE_COLUMNS_MAX];
    if (columns == 0) {
        value = *value ? value : BLANK;
        put(out, value, strlen(value));
        return;
    }
    text_clip(clipped, sizeof clipped, value, columns);
    put(out, clipped, strlen(clipped));
    for (int i = text_columns(clipped); i < columns; i++) {
        put(out, " ", 1);
    }
}

static void put_line(struct out *out, const char *line, size_t len, const struct template_words *words)
{
    while (len > 0) {
        struct place place;
        const char *value = read_place(line, len, &place) ? value_of(words, place.name) : NULL;
        size_t taken = value ? place.len : 1;
        if (value) {
            put_value(out, value, place.columns);
        } else {
            put(out, line, 1);
        }
        line += taken;
        len -= taken;
    }
    put(out, "\n", 1);
}

/* The next word of a list, NULL behind the last; one that is too long for a name is cut, and so none. */
static const char *next_word(const char *at, const char *end, char ret[TEMPLATE_NAME])
{
    while (at < end && *at == ' ') {
        at++;
    }
    size_t len = 0;
    for (; at < end && *at != ' '; at++) {
        if (len < TEMPLATE_NAME - 1) {
            ret[len++] = *at;
        }
    }
    ret[len] = '\0';
    return len > 0 ? at : NULL;
}

static bool is_part(const char *line, size_t len)
{
    return len >= 2 && line[0] == '[' && line[len - 1] == ']';
}

static bool part_applies(const char *line, size_t len, const struct template_words *words)
{
    char name[TEMPLATE_NAME];
    const char *end = line + len - 1;
    for (const char *at = line + 1; (at = next_word(at, end, name));) {
        if (words->known(name) && words->applies(words->of, name)) {
            return true;
        }
    }
    return false;
}

/* A line without its end; a carriage return of another system's editor belongs to the end. */
static size_t line_length(const char *line, size_t *ret_taken)
{
    size_t len = strcspn(line, "\n");
    *ret_taken = len + (line[len] == '\n');
    return len > 0 && line[len - 1] == '\r' ? len - 1 : len;
}

enum fault template_fill(const char *template, const struct template_words *words, char *out, size_t cap)
{
    struct out result = {.text = out, .cap = cap};
    bool shown = true;
    for (size_t taken = 0; *template; template += taken) {
        size_t len = line_length(template, &taken);
        if (is_part(template, len)) {
            shown = part_applies(template, len, words);
        } else if (shown && *template != '#') {
            put_line(&result, template, len, words);
        }
    }
    out[result.full ? 0 : result.len] = '\0';
    return result.full ? FAULT_TOO_LONG : FAULT_NONE;
}

static bool part_known(const char *line, size_t len, const struct template_words *words,
                       char ret[TEMPLATE_NAME])
{
    const char *end = line + len - 1;
    for (const char *at = line + 1; (at = next_word(at, end, ret));) {
        if (!words->known(ret)) {
            return false;
        }
    }
    return true;
}

static bool places_known(const char *line, size_t len, const struct template_words *words,
                         char ret[TEMPLATE_NAME])
{
    struct place place;
    for (; len > 0; line++, len--) {
        if (read_place(line, len, &place) && !value_of(words, place.name)) {
            memcpy(ret, place.name, TEMPLATE_NAME);
            return false;
        }
    }
    return true;
}

void template_check(const char *template, const struct template_words *words, struct template_error *ret)
{
    int line = 1;
    *ret = (struct template_error){0};
    for (size_t taken = 0; *template; template += taken, line++) {
        size_t len = line_length(template, &taken);
        if (*template == '#') {
            continue;
        }
        if (is_part(template, len) ? !part_known(template, len, words, ret->name)
                                   : !places_known(template, len, words, ret->name)) {
            ret->line = line;
            return;
        }
    }
    ret->name[0] = '\0';
}
