/* token: tells the way, turns every token into a character, composes. */
#include "core/token.h"
#include "core/codepage.h"
#include "core/text.h"
#include <string.h>
#include <utf8proc.h>

/* Not the horn by itself: 0795 is also what is left of 07905, ỡ. Nor the caron: 780 is left of 7870, Ế. */
static const struct {
    int32_t from, to;
} ALLOWED[] = {
    {0xC0, 0xD6},   {0xD8, 0xF6},     {0xF8, 0x17F},    {0x180, 0x180},   {0x1A0, 0x1A1},
    {0x1AF, 0x1B0}, {0x243, 0x243},   {0x300, 0x303},   {0x306, 0x306},   {0x309, 0x309},
    {0x323, 0x323}, {0x1EA0, 0x1EF9}, {0x2010, 0x2015}, {0x2018, 0x2019}, {0x201C, 0x201D},
};

bool token_allowed(int32_t rune)
{
    bool allowed = false;
    for (size_t i = 0; i < sizeof ALLOWED / sizeof *ALLOWED; i++) {
        allowed |= rune >= ALLOWED[i].from && rune <= ALLOWED[i].to;
    }
    return allowed;
}

/* Of the bytes that follow each other at tokens[0..count): one character of UTF-8 and how many it took. */
static size_t utf8_next(const uint32_t *tokens, size_t count, int32_t *ret_rune)
{
    char bytes[4];
    size_t len = 0;
    while (len < count && len < sizeof bytes && token_is_value(tokens[len])) {
        bytes[len] = (char)(tokens[len] & TOKEN_VALUE);
        len++;
    }
    return text_next(bytes, len, ret_rune);
}

static enum way tell(const uint32_t *tokens, size_t count)
{
    bool beyond = false, utf8 = true;
    for (size_t i = 0; i < count; i++) {
        beyond |= tokens[i] & TOKEN_BYTE && (tokens[i] & TOKEN_VALUE) > 0xFF;
    }
    for (size_t i = 0, took; i < count && !beyond && utf8; i += took) {
        int32_t rune = 0;
        took = token_is_value(tokens[i]) ? utf8_next(tokens + i, count - i, &rune) : 1;
        utf8 = rune >= 0;
    }
    return beyond ? WAY_CODE_POINT : utf8 ? WAY_UTF8 : codepage_tell(tokens, count);
}

/* The character at tokens[0], -1 for none; returns how many it took. */
static size_t read_token(const uint32_t *tokens, size_t count, enum way way, int32_t *ret_rune)
{
    uint32_t value = tokens[0] & TOKEN_VALUE;
    *ret_rune = (int32_t)value;
    if (!token_is_value(tokens[0]) || way == WAY_CODE_POINT) {
        return 1;
    }
    if (value > 0xFF) {
        *ret_rune = -1;
    } else if (way == WAY_UTF8) {
        return utf8_next(tokens, count, ret_rune);
    } else {
        *ret_rune = codepage_rune(way, value);
    }
    return 1;
}

/* ASCII that comes as 083: only beside nothing that shows it could be the rest of a longer code. */
static bool widths_agree(const uint32_t *tokens, size_t count)
{
    bool brief = false, brief_sign = false, longer = false, keyed = false;
    for (size_t i = 0; i < count; i++) {
        bool sign = (tokens[i] & TOKEN_VALUE) >= ' ';
        brief |= tokens[i] & TOKEN_SHORT;
        brief_sign |= tokens[i] & TOKEN_SHORT && sign;
        longer |= tokens[i] & TOKEN_LONG;
        keyed |= !(tokens[i] & TOKEN_BYTE) && sign;
    }
    return !(brief && longer) && !(brief_sign && keyed);
}

static bool is_control(int32_t rune)
{
    enum { STX = 0x02, ETX = 0x03, FS = 0x1C, US = 0x1F };
    bool meant = rune == STX || rune == ETX || rune == '\t' || rune == '\n' || rune == '\r' ||
                 (rune >= FS && rune <= US);
    return !meant && (rune < ' ' || (rune >= 0x7F && rune < 0xA0));
}

/* In place, for no character takes less than one token. */
static enum fault to_runes(uint32_t *tokens, size_t *count, enum way way)
{
    size_t have = 0;
    for (size_t i = 0; i < *count;) {
        int32_t rune;
        uint32_t first = tokens[i];
        i += read_token(tokens + i, *count - i, way, &rune);
        if (first & TOKEN_ALT && (rune < 0 || (rune >= 0x80 && !token_allowed(rune)))) {
            return FAULT_SCAN_ALT;
        }
        if (rune < 0 || is_control(rune)) {
            return FAULT_TEXT_INVALID;
        }
        tokens[have++] = (uint32_t)rune;
    }
    *count = have;
    return FAULT_NONE;
}

static enum fault write_runes(const uint32_t *runes, size_t count, char out[PAYLOAD_MAX + 1], size_t *ret_len)
{
    size_t len = 0;
    for (size_t i = 0; i < count; i++) {
        char bytes[4];
        size_t put = text_put(bytes, (int32_t)runes[i]);
        if (len + put > PAYLOAD_MAX) {
            return FAULT_SCAN_TOO_LONG;
        }
        memcpy(out + len, bytes, put);
        len += put;
    }
    out[len] = '\0';
    *ret_len = len;
    return FAULT_NONE;
}

/* Letters as they stand in Latin and in Vietnamese are composed already (UAX #15, quick check). */
static bool is_composed(const uint32_t *runes, size_t count)
{
    bool composed = true;
    for (size_t i = 0; i < count; i++) {
        composed &= runes[i] < 0x300 || (runes[i] >= 0x1E00 && runes[i] < 0x1F00);
    }
    return composed;
}

/* What is in `out`, by way of `runes`. */
static enum fault compose(uint32_t runes[PAYLOAD_MAX], char out[PAYLOAD_MAX + 1], size_t *len)
{
    utf8proc_int32_t *room = (utf8proc_int32_t *)runes;
    utf8proc_ssize_t count = utf8proc_decompose((const utf8proc_uint8_t *)out, (utf8proc_ssize_t)*len, room,
                                                PAYLOAD_MAX, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE);
    if (count < 0 || count > PAYLOAD_MAX) {
        return count < 0 ? FAULT_TEXT_INVALID : FAULT_SCAN_TOO_LONG;
    }
    count = utf8proc_normalize_utf32(room, count, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    return count < 0 ? FAULT_TEXT_INVALID : write_runes(runes, (size_t)count, out, len);
}

static enum fault decode(uint32_t tokens[PAYLOAD_MAX], size_t count, enum way way, char out[PAYLOAD_MAX + 1],
                         size_t *ret_len)
{
    if (!widths_agree(tokens, count)) {
        return FAULT_SCAN_ALT;
    }
    way = way == WAY_AUTO ? tell(tokens, count) : way;
    enum fault fault = way == WAY_AUTO ? FAULT_SCAN_WAY : to_runes(tokens, &count, way);
    bool composed = is_composed(tokens, count);
    fault = fault ? fault : write_runes(tokens, count, out, ret_len);
    return fault || composed ? fault : compose(tokens, out, ret_len);
}

enum fault token_text(uint32_t tokens[PAYLOAD_MAX], size_t count, enum way way, char out[PAYLOAD_MAX + 1],
                      size_t *ret_len)
{
    enum fault fault = decode(tokens, count, way, out, ret_len);
    if (fault) {
        explicit_bzero(out, PAYLOAD_MAX + 1);
    }
    return fault;
}
