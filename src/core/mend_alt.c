/* mend_alt: Alt codes whose Alt was lost on the way, so that digits stand for letters: "Nguy7877n". */
#include "core/mend.h"
#include "core/mend_word.h"
#include "core/text.h"
#include <string.h>

/* How a scanner writes a letter in digits; the same all through a scan. */
struct code {
    bool bytes;  /* three digits a byte of UTF-8, else the decimal code point */
    size_t zero; /* so many zeros before each number */
};

static const struct code CODES[MEND_ALTS] = {{true, 0}, {true, 1}, {false, 0}, {false, 1}};

enum { CCCD_NAME = 2, CCCD_GENDER = 4, CCCD_ADDRESS = 5 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The number of `digits` digits behind the zeros at s; -1 when there are not so many. */
static int32_t read_number(const struct code *code, const char *s, size_t len, size_t digits)
{
    int32_t number = 0;
    if (len < code->zero + digits || (code->zero && *s != '0')) {
        return -1;
    }
    for (size_t i = code->zero; i < code->zero + digits; i++) {
        if (!is_digit(s[i])) {
            return -1;
        }
        number = number * 10 + (s[i] - '0');
    }
    return number;
}

static size_t read_bytes(const struct code *code, const char *s, size_t len, int32_t *ret_rune)
{
    enum { DIGITS = 3, LEAD_OF_TWO = 0xC0, LEAD_OF_THREE = 0xE0 };
    char bytes[3];
    size_t want = 1, taken = 0;
    for (size_t count = 0; count < want; count++, taken += code->zero + DIGITS) {
        int32_t byte = read_number(code, s + taken, len - taken, DIGITS);
        if (byte < 0x80 || byte > 0xFF) {
            return 0;
        }
        bytes[count] = (char)byte;
        if (count == 0) {
            want = byte >= LEAD_OF_THREE ? 3 : byte >= LEAD_OF_TWO ? 2 : 1;
        }
    }
    return text_next(bytes, want, ret_rune) == want ? taken : 0;
}

/* The digits that stand for one letter; 0 for none. A code of four digits begins with 78 or 79, one of three never:
 * so there is one way to part them. */
static size_t read_letter(const struct code *code, const char *s, size_t len, int32_t *ret_rune)
{
    if (code->bytes) {
        size_t taken = read_bytes(code, s, len, ret_rune);
        return taken && mend_is_letter(*ret_rune) ? taken : 0;
    }
    for (size_t digits = 3; digits <= 4; digits++) {
        *ret_rune = read_number(code, s, len, digits);
        if (mend_is_letter(*ret_rune)) {
            return code->zero + digits;
        }
    }
    return 0;
}

/* Writes a word with its digits as letters; false, and the text as it was, when that gives no Vietnamese word. */
static bool put_decoded(struct mended *text, const struct code *code, const char *word, size_t len)
{
    size_t start = text->len, taken;
    for (size_t at = 0; at < len; at += taken) {
        char letter[4];
        int32_t rune;
        size_t size = 1;
        taken = 1;
        *letter = word[at];
        if (is_digit(word[at])) {
            taken = read_letter(code, word + at, len - at, &rune);
            size = taken ? text_put(letter, rune) : 0;
        }
        if (taken == 0 || !mend_put(text, letter, size)) {
            text->len = start;
            return false;
        }
    }
    char clean[PAYLOAD_WORD_SIZE];
    if (text_clean(clean, sizeof clean, text->bytes + start, text->len - start) != FAULT_NONE ||
        !mend_is_word(clean, strlen(clean), true)) {
        text->len = start;
        return false;
    }
    return true;
}

static bool is_of_word(char c)
{
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* A house number: digits alone, or beside a stroke or dash. */
static bool is_house(const char *field, size_t len, size_t at, size_t end)
{
    bool letters = false;
    for (size_t i = at; i < end; i++) {
        letters |= !is_digit(field[i]);
    }
    bool before = at > 0 && strchr("/-", field[at - 1]), after = end < len && strchr("/-", field[end]);
    return !letters || before || after;
}

/* `strict`: every word must be Vietnamese, and no digit left. */
static bool put_field(struct mended *text, const struct code *code, const char *field, size_t len,
                      bool strict)
{
    size_t end;
    for (size_t at = 0; at < len; at = end) {
        bool word = is_of_word(field[at]), digits = false;
        for (end = at; end < len && is_of_word(field[end]) == word; end++) {
            digits |= is_digit(field[end]);
        }
        bool decode = word && (strict || (digits && !is_house(field, len, at, end)));
        if (decode && put_decoded(text, code, field + at, end - at)) {
            continue;
        }
        if ((decode && strict) || !mend_put(text, field + at, end - at)) {
            return false;
        }
    }
    return true;
}

static bool put_payload(struct mended *text, const struct code *code, const struct payload *payload)
{
    for (int i = 0; i < payload->count; i++) {
        const char *field = payload->bytes + payload->field[i].at;
        size_t len = payload->field[i].len;
        bool strict = i == CCCD_NAME || i == CCCD_GENDER;
        bool good = strict || i == CCCD_ADDRESS ? put_field(text, code, field, len, strict)
                                                : mend_put(text, field, len);
        if (!good || (i + 1 < payload->count && !mend_put(text, "|", 1))) {
            return false;
        }
    }
    return true;
}

static bool has_digits(const struct payload *payload, int index)
{
    size_t len;
    const char *field = payload_field(payload, index, &len);
    size_t at = 0;
    while (at < len && !is_digit(field[at])) {
        at++;
    }
    return at < len;
}

bool mend_alt(const char *bytes, size_t len, int nth, struct mended *ret)
{
    struct payload payload;
    ret->len = 0;
    return nth < MEND_ALTS && len <= MEND_MAX &&
           payload_read(bytes, len, ORIGIN_SCANNER, &payload) == FAULT_NONE && payload.kind == CARD_CCCD &&
           (has_digits(&payload, CCCD_NAME) || has_digits(&payload, CCCD_GENDER)) &&
           put_payload(ret, &CODES[nth], &payload);
}
