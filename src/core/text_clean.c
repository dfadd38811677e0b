/* text_clean: the two conversions of text.h, text_clean for what is shown and stored,
 * text_fold for what is compared. */
#include "core/text.h"
#include <assert.h>
#include <string.h>
#include <utf8proc.h>

/* A line under construction: runs of spaces become one, none at either end. */
struct line {
    char *out;
    size_t cap, len;
    bool gap, full;
};

static void line_put(struct line *line, const char *bytes, size_t count)
{
    if (line->full || line->len + line->gap + count >= line->cap) {
        line->full = true;
        return;
    }
    if (line->gap) {
        line->out[line->len++] = ' ';
        line->gap = false;
    }
    for (size_t i = 0; i < count; i++) {
        line->out[line->len++] = bytes[i];
    }
}

static void line_gap(struct line *line)
{
    line->gap = line->len > 0;
}

static void line_put_rune(struct line *line, int32_t rune)
{
    char bytes[4];
    if (rune == ' ') {
        line_gap(line);
    } else {
        line_put(line, bytes, text_put(bytes, rune));
    }
}

static enum fault line_end(struct line *line, enum fault fault)
{
    if (fault == FAULT_NONE && (line->full || line->cap == 0)) {
        fault = FAULT_TOO_LONG;
    }
    if (line->cap > 0) {
        line->out[fault == FAULT_NONE ? line->len : 0] = '\0';
    }
    return fault;
}

/* text_next without the call for ASCII; len is not 0. */
static size_t next_rune(const char *s, size_t len, int32_t *ret_rune)
{
    if ((unsigned char)*s < 0x80) {
        *ret_rune = (unsigned char)*s;
        return 1;
    }
    return text_next(s, len, ret_rune);
}

enum { SOFT_HYPHEN = 0xAD, ZERO_WIDTH_SPACE = 0x200B };

/* Text of these code points alone is already NFC (UAX #15, quick check): almost all that comes. False for any
 * other text, whether well-formed or not. */
static bool clean_composed(struct line *line, const char *in, size_t len)
{
    int32_t rune;
    for (size_t at = 0, took; at < len; at += took) {
        took = next_rune(in + at, len - at, &rune);
        if (rune < 0 || (rune >= 0x300 && (rune < 0x1E00 || rune > 0x1EFF))) {
            return false;
        }
        if (rune <= ' ' || (rune >= 0x7F && rune <= 0xA0)) {
            line_gap(line);
        } else if (rune != SOFT_HYPHEN) {
            line_put(line, in + at, took);
        }
    }
    return true;
}

/* Format characters take the shape of one that UTF8PROC_IGNORE drops. */
static utf8proc_int32_t clean_rune(utf8proc_int32_t rune, void *unused)
{
    (void)unused;
    switch (utf8proc_category(rune)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return ' ';
    case UTF8PROC_CATEGORY_CF: return ZERO_WIDTH_SPACE;
    default: return rune;
    }
}

static enum fault clean_any(struct line *line, const char *in, size_t len)
{
    utf8proc_int32_t runes[TEXT_RUNES_MAX];
    utf8proc_ssize_t count =
        utf8proc_decompose_custom((const utf8proc_uint8_t *)in, (utf8proc_ssize_t)len, runes, TEXT_RUNES_MAX,
                                  UTF8PROC_DECOMPOSE | UTF8PROC_IGNORE, clean_rune, NULL);
    if (count < 0 || count > TEXT_RUNES_MAX) {
        return count == UTF8PROC_ERROR_INVALIDUTF8 ? FAULT_TEXT_INVALID : FAULT_TOO_LONG;
    }
    count = utf8proc_normalize_utf32(runes, count, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        line_put_rune(line, runes[i]);
    }
    return FAULT_NONE;
}

/* A word of printable ASCII, as numbers, dates and codes are: nothing is to be done to it. */
static bool is_plain_word(const char *in, size_t len)
{
    size_t at = 0;
    while (at < len && in[at] > ' ' && in[at] < 0x7F) {
        at++;
    }
    return at == len;
}

enum fault text_clean(char *out, size_t cap, const char *in, size_t len)
{
    if (len < cap && is_plain_word(in, len)) {
        memcpy(out, in, len);
        out[len] = '\0';
        return FAULT_NONE;
    }
    struct line line = {.out = out, .cap = cap};
    if (clean_composed(&line, in, len)) {
        return line_end(&line, FAULT_NONE);
    }
    line = (struct line){.out = out, .cap = cap};
    return line_end(&line, text_valid(in, len) ? clean_any(&line, in, len) : FAULT_TEXT_INVALID);
}

/* The base letter of each code point, ' ' for what is neither letter nor digit, '.' for what utf8proc must
 * tell. Beyond the decompositions of Unicode it knows the letters with a stroke or hook: đ ð ƀ ɨ ł ø. */
static const char latin_a0[] = /* U+00A0 to U+024F */
    "          .  .       .    .     aaaaaa.ceeeeiiiidnooooo ouuuuy.."
    "aaaaaa.ceeeeiiiidnooooo ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggg"
    "gggghhhhiiiiiiiiii..jjkk.llllll..llnnnnnn...oooooo..rrrrrrssssss"
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzsbb.......dd............i..l....."
    "oo.............uu....zz......................aaiioouuuuuuuuuu.aa"
    "aa..ggggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh"
    ".d....aaeeooooooooyy......acclt....bu.eejj..rryy";
static const char latin_1e00[] = /* U+1E00 to U+1EFF */
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
static_assert(sizeof latin_a0 - 1 == 0x250 - 0xA0 && sizeof latin_1e00 - 1 == 0x1F00 - 0x1E00,
              "a code point each");

static char fold_ascii(char c)
{
    if (c >= 'A' && c <= 'Z') {
        return (char)(c - 'A' + 'a');
    }
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : ' ';
}

static char latin_base(int32_t rune)
{
    if (rune < 0xA0) {
        return rune >= 0 && rune < 0x80 ? fold_ascii((char)rune) : ' ';
    }
    if (rune < 0x250) {
        return latin_a0[rune - 0xA0];
    }
    if (rune >= 0x1E00 && rune < 0x1F00) {
        return latin_1e00[rune - 0x1E00];
    }
    switch (rune) { /* the small ones of Ɓ Ɖ Ɗ Ɨ Ʉ Ⱥ Ⱦ */
    case 0x253: return 'b';
    case 0x256:
    case 0x257: return 'd';
    case 0x268: return 'i';
    case 0x289: return 'u';
    case 0x2C65: return 'a';
    case 0x2C66: return 't';
    default: return '.';
    }
}

static bool is_word(int32_t rune)
{
    switch (utf8proc_category(rune)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL: return true;
    default: return false;
    }
}

static void fold_by_unicode(struct line *line, int32_t rune)
{
    utf8proc_int32_t parts[8]; /* the longest canonical decomposition has 4 */
    int boundary = 0;
    rune = utf8proc_tolower(rune);
    utf8proc_ssize_t count = utf8proc_decompose_char(
        rune, parts, 8, UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE, &boundary);
    if (count == 0) {
        return; /* a mark, or ignorable */
    }
    int32_t base = count == 1 ? parts[0] : rune; /* a Hangul syllable has several letters: it stays whole */
    char letter = latin_base(base);
    line_put_rune(line, letter != '.' ? letter : is_word(base) ? base : ' ');
}

enum fault text_fold(char *out, size_t cap, const char *in)
{
    struct line line = {.out = out, .cap = cap};
    int32_t rune;
    while (*in) {
        in += next_rune(in, 4, &rune);
        char letter = latin_base(rune);
        if (letter == ' ') {
            line_gap(&line);
        } else if (letter != '.') {
            line_put(&line, &letter, 1);
        } else {
            fold_by_unicode(&line, rune);
        }
    }
    return line_end(&line, FAULT_NONE);
}
