/* text: UTF-8 by the byte, columns by the character. */
#include "core/text.h"
#include <string.h>
#include <utf8proc.h>

enum { RUNE_BYTES = 4 };

static const char ellipsis[] = "…";

/* Bytes of a sequence by its first byte; 0 for bytes that begin none
 * (continuations, C0, C1, F5 and above). */
static size_t sequence_length(unsigned char lead)
{
    if (lead < 0xC2 || lead > 0xF4) {
        return 0;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Stops at the first byte that does not continue the sequence, so a NUL is never passed. */
size_t text_next(const char *s, size_t len, int32_t *ret_rune)
{
    static const int32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    *ret_rune = -1;
    if (len == 0) {
        return 0;
    }
    unsigned char lead = (unsigned char)s[0];
    if (lead < 0x80) {
        *ret_rune = lead;
        return 1;
    }
    size_t count = sequence_length(lead);
    if (count == 0 || count > len) {
        return 1;
    }
    int32_t rune = lead & (0x7F >> count);
    for (size_t i = 1; i < count; i++) {
        if ((s[i] & 0xC0) != 0x80) {
            return 1;
        }
        rune = rune << 6 | (s[i] & 0x3F);
    }
    if (rune < least[count] || rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF)) {
        return 1;
    }
    *ret_rune = rune;
    return count;
}

size_t text_put(char out[4], int32_t rune)
{
    if (rune < 0x80) {
        out[0] = (char)rune;
        return 1;
    }
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t count = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    for (size_t i = count - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (rune & 0x3F));
        rune >>= 6;
    }
    out[0] = (char)(leads[count] | rune);
    return count;
}

bool text_valid(const char *s, size_t len)
{
    int32_t rune = 0;
    for (size_t at = 0; at < len && rune >= 0;) {
        at += text_next(s + at, len - at, &rune);
    }
    return rune >= 0;
}

enum fault text_copy(char *out, size_t cap, const char *in)
{
    size_t size = strlen(in) + 1;
    if (size > cap) {
        if (cap > 0) {
            out[0] = '\0';
        }
        return FAULT_TOO_LONG;
    }
    memcpy(out, in, size);
    return FAULT_NONE;
}

/* Latin letters as Vietnamese writes them need no look into the tables. */
static bool is_plain(int32_t rune)
{
    return rune < 0x300 || (rune >= 0x1E00 && rune < 0x1F00);
}

static int rune_columns(int32_t rune)
{
    if (is_plain(rune)) {
        return 1;
    }
    switch (utf8proc_category(rune)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CO: return 1;
    default: return utf8proc_charwidth(rune);
    }
}

static bool is_mark(int32_t rune)
{
    if (is_plain(rune)) {
        return false;
    }
    utf8proc_category_t category = utf8proc_category(rune);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}

size_t text_after(const char *s, size_t at)
{
    int32_t rune;
    if (s[at] == '\0') {
        return at;
    }
    at += text_next(s + at, RUNE_BYTES, &rune);
    size_t took = text_next(s + at, RUNE_BYTES, &rune);
    while (is_mark(rune)) {
        at += took;
        took = text_next(s + at, RUNE_BYTES, &rune);
    }
    return at;
}

/* One code point back; a byte that ends none counts alone, as text_next counts it. */
static size_t rune_before(const char *s, size_t at, int32_t *ret_rune)
{
    for (size_t back = 1; back <= RUNE_BYTES && back <= at; back++) {
        if (text_next(s + at - back, back, ret_rune) == back && *ret_rune >= 0) {
            return at - back;
        }
    }
    *ret_rune = -1;
    return at - 1;
}

size_t text_before(const char *s, size_t at)
{
    int32_t rune = 0;
    while (at > 0) {
        at = rune_before(s, at, &rune);
        if (!is_mark(rune)) {
            break;
        }
    }
    return at;
}

static int span_columns(const char *s, size_t from, size_t to)
{
    int columns = 0;
    int32_t rune;
    while (from < to) {
        from += text_next(s + from, to - from, &rune);
        columns += rune_columns(rune);
    }
    return columns;
}

int text_columns(const char *s)
{
    return span_columns(s, 0, strlen(s));
}

/* The end of the longest run of whole characters within both limits. */
static size_t fitting(const char *s, size_t bytes, int columns)
{
    size_t at = 0;
    while (s[at]) {
        size_t next = text_after(s, at);
        columns -= span_columns(s, at, next);
        if (next > bytes || columns < 0) {
            break;
        }
        at = next;
    }
    return at;
}

void text_clip(char *out, size_t cap, const char *in, int columns)
{
    if (cap == 0) {
        return;
    }
    size_t end = fitting(in, cap - 1, columns);
    const char *tail = "";
    if (in[end]) {
        bool room = columns > 0 && cap >= sizeof ellipsis;
        end = room ? fitting(in, cap - sizeof ellipsis, columns - 1) : 0;
        tail = room ? ellipsis : "";
    }
    memcpy(out, in, end);
    memcpy(out + end, tail, strlen(tail) + 1);
}
