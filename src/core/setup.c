/* setup: readings compared with the known code, field by field. */
#include "core/setup.h"
#include "core/text.h"
#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum {
    FIELD_HEAD,
    FIELD_DIGITS,
    FIELD_KEYS,
    FIELD_MARKS,
    FIELD_LETTERS,
    FIELDS = FIELD_LETTERS + SETUP_LETTERS
};

static const char *const FIELDS_ASCII[FIELD_LETTERS] = {"Tiepdon", "0123456789", "aqwzym@#", "dd d9"};
static const struct {
    const char *text, *twin; /* as it stands, and in the other case */
} LETTERS[SETUP_LETTERS] = {{"é", "É"}, {"ã", "Ã"}, {"Đ", "đ"}, {"đ", "Đ"}, {"ư", "Ư"}, {"ễ", "Ễ"}};

struct piece {
    const char *text;
    size_t len;
};

const char *setup_letter(int index)
{
    return LETTERS[index].text;
}

/* Cuts at the bars; false unless every field is there with the bar behind it. */
static bool cut(const char *text, size_t len, struct piece ret[FIELDS])
{
    for (int i = 0; i < FIELDS; i++) {
        const char *bar = memchr(text, '|', len);
        if (!bar) {
            return false;
        }
        ret[i] = (struct piece){text, (size_t)(bar - text)};
        len -= ret[i].len + 1;
        text = bar + 1;
    }
    return true;
}

static char turn(char c, enum setup_case turned)
{
    unsigned char byte = (unsigned char)c;
    bool raise = turned == SETUP_UPPER || (turned == SETUP_TURNED && islower(byte));
    bool lower = turned == SETUP_LOWER || (turned == SETUP_TURNED && isupper(byte));
    return (char)(raise ? toupper(byte) : lower ? tolower(byte) : byte);
}

static bool same(const char *text, size_t len, const char *wanted, enum setup_case turned)
{
    bool good = strlen(wanted) == len;
    for (size_t i = 0; good && i < len; i++) {
        good = text[i] == turn(wanted[i], turned);
    }
    return good;
}

/* What stands before the head is the prefix. */
static bool take_head(struct setup *reading, struct piece head)
{
    const char *wanted = FIELDS_ASCII[FIELD_HEAD];
    size_t len = strlen(wanted), before = head.len - len;
    if (head.len < len || before >= PREFIX_SIZE) {
        return false;
    }
    for (int turned = SETUP_AS_IS; turned <= SETUP_LOWER; turned++) {
        if (same(head.text + before, len, wanted, (enum setup_case)turned)) {
            reading->turned = (enum setup_case)turned;
            memcpy(reading->prefix, head.text, before);
            return true;
        }
    }
    return false;
}

/* An input method leaves one half of the field as it was. */
static bool take_marks(struct setup *reading, struct piece marks)
{
    static const struct {
        const char *text;
        enum typing typing;
    } MADE[] = {{"dd d9", TYPING_PLAIN}, {"đ d9", TYPING_TELEX}, {"Đ d9", TYPING_TELEX},
                {"đ D9", TYPING_TELEX},  {"Đ D9", TYPING_TELEX}, {"dd đ", TYPING_VNI},
                {"dd Đ", TYPING_VNI},    {"DD đ", TYPING_VNI},   {"DD Đ", TYPING_VNI}};
    if (same(marks.text, marks.len, FIELDS_ASCII[FIELD_MARKS], reading->turned)) {
        return true;
    }
    for (size_t i = 1; i < sizeof MADE / sizeof *MADE; i++) {
        if (strlen(MADE[i].text) == marks.len && memcmp(MADE[i].text, marks.text, marks.len) == 0) {
            reading->ime = MADE[i].typing;
            return true;
        }
    }
    return false;
}

static bool letter_came(struct piece piece, int letter, enum setup_case turned)
{
    char clean[64];
    if (text_clean(clean, sizeof clean, piece.text, piece.len) != FAULT_NONE) {
        return false;
    }
    return strcmp(clean, LETTERS[letter].text) == 0 ||
           (turned != SETUP_AS_IS && strcmp(clean, LETTERS[letter].twin) == 0);
}

static bool read_fields(struct setup *reading, const struct piece piece[FIELDS])
{
    if (!take_head(reading, piece[FIELD_HEAD]) || !take_marks(reading, piece[FIELD_MARKS])) {
        return false;
    }
    for (int i = FIELD_DIGITS; i <= FIELD_KEYS && reading->ime == TYPING_PLAIN; i++) {
        if (!same(piece[i].text, piece[i].len, FIELDS_ASCII[i], reading->turned)) {
            return false;
        }
    }
    for (int i = 0; i < SETUP_LETTERS; i++) {
        reading->whole |= letter_came(piece[FIELD_LETTERS + i], i, reading->turned) ? 1u << i : 0;
    }
    return true;
}

static int count(unsigned set)
{
    int bits = 0;
    for (; set; set &= set - 1) {
        bits++;
    }
    return bits;
}

void setup_try(struct setup *setup, const char *layout, enum way way, const char *text, size_t len)
{
    struct setup reading = {.known = true, .way = way};
    struct piece piece[FIELDS];
    if (!cut(text, len, piece) || !read_fields(&reading, piece) ||
        text_copy(reading.layout, sizeof reading.layout, layout) != FAULT_NONE) {
        return;
    }
    if (!setup->known || count(reading.whole) > count(setup->whole)) {
        *setup = reading;
    }
}
