/* slip: a template is copied line by line; parts are chosen by findings, places
 * filled from the configuration. */
#include "core/slip.h"
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

static const char *place(const char *name, size_t len, const struct hospital *hospital)
{
    const struct {
        const char *name, *value;
    } places[] = {
        {"hotline", hospital->hotline}, {"office", hospital->office}, {"hospital", hospital->facility_name}};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        if (strlen(places[i].name) == len && memcmp(name, places[i].name, len) == 0) {
            return places[i].value[0] ? places[i].value : BLANK;
        }
    }
    return NULL;
}

/* Copies one line; a {name} that is none of ours stays as it stands. */
static void put_line(struct out *out, const char *line, size_t len, const struct hospital *hospital)
{
    while (len > 0) {
        const char *close = line[0] == '{' ? memchr(line, '}', len) : NULL;
        const char *value = close ? place(line + 1, (size_t)(close - line - 1), hospital) : NULL;
        size_t taken = value ? (size_t)(close - line) + 1 : 1;
        if (value) {
            put(out, value, strlen(value));
        } else {
            put(out, line, 1);
        }
        line += taken;
        len -= taken;
    }
    put(out, "\n", 1);
}

/* Whether a "[...]" line names "always" or a finding that was made. */
static bool part_applies(const char *names, size_t len, const struct findings *findings)
{
    while (len > 0) {
        const char *space = memchr(names, ' ', len);
        size_t word = space ? (size_t)(space - names) : len;
        if (word == 6 && memcmp(names, "always", 6) == 0) {
            return true;
        }
        for (int i = 0; i < findings->count; i++) {
            const char *code = finding_code(findings->list[i]);
            if (strlen(code) == word && memcmp(code, names, word) == 0) {
                return true;
            }
        }
        names += word + (space ? 1 : 0);
        len -= word + (space ? 1 : 0);
    }
    return false;
}

enum fault slip_make(const char *template, const struct findings *findings, const struct hospital *hospital,
                     char *out, size_t cap)
{
    struct out result = {.text = out, .cap = cap};
    bool shown = true;
    for (const char *line = template; *line;) {
        size_t len = strcspn(line, "\n");
        if (len >= 2 && line[0] == '[' && line[len - 1] == ']') {
            shown = part_applies(line + 1, len - 2, findings);
        } else if (shown) {
            put_line(&result, line, len, hospital);
        }
        line += len + (line[len] == '\n');
    }
    out[result.full ? 0 : result.len] = '\0';
    return result.full ? FAULT_TOO_LONG : FAULT_NONE;
}
