#include "change.h"
#include "core/text.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { RUNES = ADDRESS_SIZE };

struct runes {
    int32_t rune[RUNES];
    size_t count;
};

static void read_runes(const char *in, struct runes *ret)
{
    ret->count = 0;
    for (size_t len = strlen(in), at = 0; at < len;) {
        at += text_next(in + at, len - at, &ret->rune[ret->count++]);
    }
}

static void write_runes(const struct runes *runes, char out[ADDRESS_SIZE])
{
    size_t len = 0;
    for (size_t i = 0; i < runes->count && len + 4 < ADDRESS_SIZE; i++) {
        len += text_put(out + len, runes->rune[i]);
    }
    out[len] = '\0';
}

static void map_runes(const char *in, char out[ADDRESS_SIZE], int32_t (*change)(int32_t))
{
    struct runes runes;
    read_runes(in, &runes);
    for (size_t i = 0; i < runes.count; i++) {
        runes.rune[i] = change(runes.rune[i]);
    }
    write_runes(&runes, out);
}

static int32_t without_marks(int32_t rune)
{
    enum { CAPITAL_D_STROKE = 0x110, SMALL_D_STROKE = 0x111, MARKED = 8 };
    int32_t parts[MARKED];
    int class_before = 0;
    if (rune == CAPITAL_D_STROKE || rune == SMALL_D_STROKE) {
        return rune == CAPITAL_D_STROKE ? 'D' : 'd';
    }
    return utf8proc_decompose_char(rune, parts, MARKED, UTF8PROC_DECOMPOSE, &class_before) > 0 ? parts[0]
                                                                                               : rune;
}

void change_marks(const char *in, char out[ADDRESS_SIZE])
{
    map_runes(in, out, without_marks);
}

void change_upper(const char *in, char out[ADDRESS_SIZE])
{
    map_runes(in, out, utf8proc_toupper);
}

void change_lower(const char *in, char out[ADDRESS_SIZE])
{
    map_runes(in, out, utf8proc_tolower);
}

static bool is_letter(int32_t rune)
{
    return rune >= 0x80 || (rune > 0 && isalpha((int)rune));
}

/* The place of a letter that may slip: not the first of its word, the word three letters long at least. */
static size_t slipping(const struct runes *runes, struct dice *dice)
{
    size_t places[RUNES], count = 0;
    for (size_t from = 0, to; from < runes->count; from = to + 1) {
        for (to = from; to < runes->count && is_letter(runes->rune[to]);) {
            to++;
        }
        for (size_t i = from + 1; to - from >= 3 && i < to; i++) {
            places[count++] = i;
        }
    }
    return count ? places[dice_roll(dice, (unsigned)count)] : 0;
}

/* The keys beside a key of a US keyboard. */
static int32_t beside(int32_t rune, struct dice *dice)
{
    static const char ROWS[][11] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    int32_t base = utf8proc_tolower(without_marks(rune));
    for (int row = 0; row < 3; row++) {
        const char *key = base < 0x80 ? strchr(ROWS[row], (int)base) : NULL;
        if (key && base) {
            bool left = key != ROWS[row] && (key[1] == '\0' || dice_roll(dice, 2) == 0);
            return left ? key[-1] : key[1];
        }
    }
    return 'n';
}

enum { TONE_COUNT = 5, PARTS = 8 };
static const int32_t TONES[TONE_COUNT] = {0x301, 0x300, 0x309, 0x303, 0x323};

static bool is_tone(int32_t rune)
{
    for (int i = 0; i < TONE_COUNT; i++) {
        if (rune == TONES[i]) {
            return true;
        }
    }
    return false;
}

/* Another tone on the letter, or one where it had none; of a letter that takes no tone the key beside. */
static int32_t another_tone(int32_t rune, struct dice *dice)
{
    int32_t parts[PARTS];
    int class_before = 0;
    char text[4 * (PARTS + 1) + 1];
    size_t len = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(rune, parts, PARTS, UTF8PROC_DECOMPOSE, &class_before);
    for (int i = 0; i < count && i < PARTS; i++) {
        len += is_tone(parts[i]) ? 0 : text_put(text + len, parts[i]);
    }
    len += text_put(text + len, TONES[dice_roll(dice, TONE_COUNT)]);
    text[len] = '\0';
    char *joined = (char *)utf8proc_NFC((const utf8proc_uint8_t *)text);
    int32_t ret = rune;
    bool one = joined && text_next(joined, strlen(joined), &ret) == strlen(joined);
    free(joined);
    return one ? ret : beside(rune, dice);
}

static void take_out(struct runes *runes, size_t at)
{
    memmove(&runes->rune[at], &runes->rune[at + 1], (runes->count - at - 1) * sizeof *runes->rune);
    runes->count--;
}

static void put_in(struct runes *runes, size_t at, int32_t rune)
{
    memmove(&runes->rune[at + 1], &runes->rune[at], (runes->count - at) * sizeof *runes->rune);
    runes->rune[at] = rune;
    runes->count++;
}

bool change_slip(const char *in, struct dice *dice, char out[ADDRESS_SIZE])
{
    struct runes runes;
    read_runes(in, &runes);
    size_t at = slipping(&runes, dice);
    if (at == 0 || runes.count + 1 >= RUNES) {
        return false;
    }
    int32_t rune = runes.rune[at];
    switch (dice_roll(dice, 5)) {
    case 0: runes.rune[at] = beside(rune, dice); break;
    case 1: take_out(&runes, at); break;
    case 2: put_in(&runes, at, rune); break;
    case 3:
        if (utf8proc_tolower(runes.rune[at - 1]) != runes.rune[at - 1]) {
            return false;
        }
        runes.rune[at] = runes.rune[at - 1];
        runes.rune[at - 1] = rune;
        break;
    default: runes.rune[at] = another_tone(rune, dice); break;
    }
    write_runes(&runes, out);
    return strcmp(in, out) != 0;
}

static const char *const SPELLINGS[][2] = {
    {"òa", "oà"}, {"óa", "oá"}, {"ỏa", "oả"}, {"õa", "oã"},   {"ọa", "oạ"}, {"òe", "oè"}, {"óe", "oé"},
    {"ỏe", "oẻ"}, {"ọe", "oẹ"}, {"ùy", "uỳ"}, {"úy", "uý"},   {"ủy", "uỷ"}, {"ũy", "uỹ"}, {"ụy", "uỵ"},
    {"Mỹ", "Mĩ"}, {"Lý", "Lí"}, {"Kỳ", "Kì"}, {"Quý", "Quí"}, {"Sỹ", "Sĩ"},
};

/* Two spellings of one syllable only where it ends behind them. */
static bool ends_there(const char *rest)
{
    int32_t rune;
    return text_next(rest, strlen(rest), &rune) == 0 || !is_letter(rune);
}

bool change_spelling(const char *in, char out[ADDRESS_SIZE])
{
    size_t len = 0;
    bool changed = false;
    while (*in && len + 8 < ADDRESS_SIZE) {
        size_t took = 0;
        for (size_t i = 0; took == 0 && i < sizeof SPELLINGS / sizeof *SPELLINGS; i++) {
            size_t size = strlen(SPELLINGS[i][0]);
            if (strncmp(in, SPELLINGS[i][0], size) == 0 && ends_there(in + size)) {
                took = size;
                memcpy(out + len, SPELLINGS[i][1], strlen(SPELLINGS[i][1]));
                len += strlen(SPELLINGS[i][1]);
                changed = true;
            }
        }
        if (took == 0) {
            out[len++] = *in;
            took = 1;
        }
        in += took;
    }
    out[len] = '\0';
    return changed;
}
