/* sample: one card of data/demo/cards.txt at a time. */
#include "demo/sample.h"

#include "core/text.h"
#include <string.h>

/* Line by line: a whole payload with hex written out is below this. */
enum { LINE_SIZE = 2048 };

/* Copies the payload with {text} written as the hex of its bytes. */
static enum fault expand(const char *in, struct scan *ret)
{
    struct scan scan = {.origin = ORIGIN_PICTURE};
    bool inside = false;
    for (; *in; in++) {
        bool brace = *in == (inside ? '}' : '{');
        inside = inside != brace;
        if (scan.len + 2 > PAYLOAD_MAX) {
            return FAULT_DEMO_FILE;
        }
        if (!brace && inside) {
            snprintf(scan.bytes + scan.len, 3, "%02x", (unsigned char)*in);
            scan.len += 2;
        } else if (!brace) {
            scan.bytes[scan.len++] = *in;
        }
    }
    if (inside) {
        return FAULT_DEMO_FILE;
    }
    *ret = scan;
    return FAULT_NONE;
}

/* The next line that says something, without its end; false at the end of the file. */
static bool next_line(FILE *in, char line[LINE_SIZE])
{
    while (fgets(line, LINE_SIZE, in)) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] && line[0] != '#') {
            return true;
        }
    }
    return false;
}

/* The value of "key: value", NULL when the line is another. */
static const char *value_of(const char *line, const char *key)
{
    size_t len = strlen(key);
    return strncmp(line, key, len) == 0 && strncmp(line + len, ": ", 2) == 0 ? line + len + 2 : NULL;
}

enum fault sample_next(FILE *in, struct sample *ret_sample, bool *ret_end)
{
    struct sample sample = {0};
    const struct {
        const char *key;
        char *out;
        size_t cap;
    } parts[] = {{"id", sample.id, sizeof sample.id},
                 {"vi", sample.vi, sizeof sample.vi},
                 {"en", sample.en, sizeof sample.en},
                 {"verdict", sample.verdict, sizeof sample.verdict}};
    char line[LINE_SIZE];
    *ret_end = !next_line(in, line);
    if (*ret_end) {
        return ferror(in) ? FAULT_DEMO_FILE : FAULT_NONE;
    }
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        const char *value = value_of(line, parts[i].key);
        if (!value || text_copy(parts[i].out, parts[i].cap, value) || !next_line(in, line)) {
            return FAULT_DEMO_FILE;
        }
    }
    const char *payload = value_of(line, "payload");
    enum fault fault = payload ? expand(payload, &sample.scan) : FAULT_DEMO_FILE;
    if (!fault) {
        *ret_sample = sample;
    }
    return fault;
}
