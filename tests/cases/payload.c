/* Payloads and cards: a sample, patched by field or given whole, and what is read from it. */
#include "cases.h"
#include "core/card.h"
#include "core/mend.h"
#include "core/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PARTS = 64, TEXT = 16384 };

/* The samples that a case may patch by field: "old: 2=1985 => birth_date: 1985". */
static const struct {
    const char *word, *line;
} SAMPLES[] = {
    {"old:",
     "DN4790123456789|{NGUYỄN VĂN AN}|04/09/1985|1|{5 Lê Lợi, Quận 1, TP. Hồ Chí Minh}|79 - 014|01/01/2025|"
     "31/12/2025|21/12/2024|79010123456789|-|4|01/10/2027|0123456789abcdef-7102|$"},
    {"new:", "0123456789|{TRẦN THỊ BÌNH}|29/03/1988|2|-|01 - C54|01/07/2023|-|31/07/2023|79010123456789|-|4|"
             " 01/10/2027|0123456789abcdef-1202|4|{Quận Mẫu, Thành phố Hà Nội}|$"},
    {"cccd:", "001095012345|012345678|Nguyễn Văn An|25101995|Nam|123 Phố Huế, Hà Nội|10122021"},
};

/* Words before a payload that stands as it arrived. */
static const struct {
    const char *word;
    enum origin origin;
} ROADS[] = {{"scan:", ORIGIN_SCANNER}, {"typed:", ORIGIN_TYPED}};

struct input {
    char *field[PARTS];
    int count;
    const char *separator;
    enum origin origin;
    enum keyboard typed, seen;
};

static char *trim(char *s)
{
    s += strspn(s, " \t");
    size_t len = strlen(s);
    while (len > 0 && strchr(" \t", s[len - 1])) {
        s[--len] = '\0';
    }
    return s;
}

/* Cuts `text` at every `mark`; the parts stay within it. */
static int cut(char *text, char mark, char *part[PARTS])
{
    int count = 0;
    for (char *next = text; next && count < PARTS; count++) {
        part[count] = next;
        next = strchr(next, mark);
        if (next) {
            *next++ = '\0';
        }
    }
    return count;
}

/* "us" to its layout; false for no layout. */
static bool read_keyboard(const char *name, enum keyboard *ret)
{
    for (enum keyboard keyboard = 0; keyboard < KEYBOARD_COUNT; keyboard++) {
        if (strcmp(keyboard_code(keyboard), name) == 0) {
            *ret = keyboard;
            return true;
        }
    }
    return false;
}

static bool patch(struct input *input, char *change)
{
    char *value = strchr(change, '=');
    if (!value) {
        return false;
    }
    *value++ = '\0';
    if (strcmp(change, "fields") == 0) {
        input->count = atoi(value);
    } else if (strcmp(change, "separator") == 0) {
        input->separator = value;
    } else if (strcmp(change, "from") == 0 && strcmp(value, "silence") == 0) {
        input->origin = ORIGIN_SILENCE;
    } else if (strcmp(change, "from") == 0 && strcmp(value, "scanner") == 0) {
        input->origin = ORIGIN_SCANNER;
    } else if (strcmp(change, "typed") == 0) {
        return read_keyboard(value, &input->typed);
    } else if (strcmp(change, "seen") == 0) {
        return read_keyboard(value, &input->seen);
    } else if (strspn(change, "0123456789") == strlen(change) && atoi(change) < PARTS) {
        input->field[atoi(change)] = value;
    } else {
        return false;
    }
    return true;
}

/* A line is a payload as it stands, or a sample's word and its changes, parted by semicolons. */
static bool build(char *line, struct input *input, char sample[TEXT])
{
    char *change[PARTS];
    for (size_t i = 0; i < sizeof SAMPLES / sizeof *SAMPLES; i++) {
        size_t word = strlen(SAMPLES[i].word);
        if (strncmp(line, SAMPLES[i].word, word) != 0) {
            continue;
        }
        input->count = cut(strcpy(sample, SAMPLES[i].line), '|', input->field);
        for (int k = input->count; k < PARTS; k++) {
            input->field[k] = "";
        }
        int changes = cut(line + word, ';', change);
        for (int k = 0; k < changes; k++) {
            if (*trim(change[k]) && !patch(input, trim(change[k]))) {
                return false;
            }
        }
        return input->count > 0 && input->count <= PARTS;
    }
    for (size_t i = 0; i < sizeof ROADS / sizeof *ROADS; i++) {
        size_t word = strlen(ROADS[i].word);
        if (strncmp(line, ROADS[i].word, word) == 0) {
            input->origin = ROADS[i].origin;
            line = trim(line + word);
        }
    }
    input->field[0] = line;
    input->count = 1;
    return true;
}

/* {TEXT} stands for its bytes in hex, {^TEXT} for upper-case hex, <xx> for the byte xx. */
static size_t expand(const char *in, char *out)
{
    char *start = out;
    for (const char *end; *in; in = end + 1) {
        unsigned byte;
        if (*in == '{' && (end = strchr(in, '}'))) {
            bool upper = in[1] == '^';
            for (in += 1 + upper; in < end; in++) {
                out += sprintf(out, upper ? "%02X" : "%02x", (unsigned char)*in);
            }
        } else if (*in == '<' && (end = strchr(in, '>')) == in + 3 && sscanf(in + 1, "%2x", &byte) == 1) {
            *out++ = (char)byte;
        } else {
            end = in;
            *out++ = *in;
        }
    }
    return (size_t)(out - start);
}

static int32_t shown(enum keyboard typed, enum keyboard seen, int32_t rune)
{
    for (int i = 0; i < 2 * KEYBOARD_KEYS; i++) {
        if (keyboard_character(typed, i / 2, i % 2) == (char32_t)rune) {
            return (int32_t)keyboard_character(seen, i / 2, i % 2);
        }
    }
    return rune;
}

/* The keys that type this on one layout, as another shows them. */
static size_t retype(enum keyboard typed, enum keyboard seen, const char *in, size_t len, char *out)
{
    size_t written = 0;
    for (size_t at = 0; at < len;) {
        int32_t rune;
        at += text_next(in + at, len - at, &rune);
        written += text_put(out + written, shown(typed, seen, rune));
    }
    return written;
}

static size_t write_payload(const struct input *input, char *out)
{
    char plain[2 * TEXT];
    size_t len = 0;
    for (int i = 0; i < input->count; i++) {
        if (i > 0) {
            len += expand(input->separator, plain + len);
        }
        len += expand(input->field[i], plain + len);
    }
    if (input->typed != input->seen) {
        return retype(input->typed, input->seen, plain, len, out);
    }
    memcpy(out, plain, len);
    return len;
}

static void list_notes(unsigned notes, char *out)
{
    static const char *const words[] = {"tail", "unclear", "letters"};
    *out = '\0';
    for (int i = 0; i < 3; i++) {
        if (notes >> i & 1) {
            strcat(strcat(out, *out ? " " : ""), words[i]);
        }
    }
}

static void list_mended(unsigned mended, char *out)
{
    *out = '\0';
    for (int bit = 0; bit < MEND_BITS; bit++) {
        if (mended >> bit & 1) {
            strcat(strcat(out, *out ? " " : ""), mend_code(bit));
        }
    }
}

static void list_unclear(unsigned unclear, char *out)
{
    *out = '\0';
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (unclear >> field & 1) {
            strcat(strcat(out, *out ? " " : ""), field_code(field));
        }
    }
}

/* The value of what a case names; false when there is no such thing. */
static bool look_up(const struct card *card, enum fault fault, const char *key, char out[ADDRESS_SIZE])
{
    const struct {
        const char *key, *value;
    } others[] = {{"refused", fault_code(fault)},     {"kind", card_kind_code(card->kind)},
                  {"bhxh_number", card->bhxh_number}, {"cmnd", card->cmnd},
                  {"parent", card->parent},           {"benefit", (char[2]){card->benefit}},
                  {"issue_date", card->issue_date}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (strcmp(key, others[i].key) == 0) {
            return strcpy(out, others[i].value);
        }
    }
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (strcmp(key, field_code(field)) == 0) {
            return strcpy(out, facts_get(&card->facts, field));
        }
    }
    if (strcmp(key, "notes") == 0) {
        list_notes(card->notes, out);
    } else if (strcmp(key, "mended") == 0) {
        list_mended(card->mended, out);
    } else if (strcmp(key, "unclear") == 0) {
        list_unclear(card->unclear, out);
    } else {
        return false;
    }
    return true;
}

static bool differs(const struct card *card, enum fault fault, const char *key, const char *value, char *said)
{
    char got[ADDRESS_SIZE];
    if (!look_up(card, fault, key, got)) {
        snprintf(said, CASES_SAID, "there is no \"%s\"", key);
        return true;
    }
    if (strcmp(got, strcmp(value, "-") == 0 ? "" : value) == 0) {
        return false;
    }
    snprintf(said, CASES_SAID, "%s is \"%.900s\"", key, got);
    return true;
}

/* What a case does not name among these must not have happened. */
static bool all_as_expected(const struct card *card, enum fault fault, char *expected, char *said)
{
    enum { SILENT = 4 };
    static const char *const silent[SILENT] = {"refused", "notes", "unclear", "mended"};
    bool named[SILENT] = {false};
    if (fault != FAULT_NONE && !strstr(expected, "refused:")) {
        snprintf(said, CASES_SAID, "refused: %s", fault_code(fault));
        return false;
    }
    char *part[PARTS];
    int parts = cut(expected, ';', part);
    for (int i = 0; i < parts; i++) {
        char *colon = strchr(part[i], ':');
        if (!colon) {
            snprintf(said, CASES_SAID, "\"%s\" is not \"key: value\"", part[i]);
            return false;
        }
        *colon = '\0';
        const char *key = trim(part[i]);
        for (int k = 0; k < SILENT; k++) {
            named[k] = named[k] || strcmp(key, silent[k]) == 0;
        }
        if (differs(card, fault, key, trim(colon + 1), said)) {
            return false;
        }
    }
    for (int k = 0; k < SILENT; k++) {
        if (!named[k] && differs(card, fault, silent[k], k == 0 ? "none" : "", said)) {
            return false;
        }
    }
    return true;
}

bool cases_payload(char *line, char said[CASES_SAID])
{
    char sample[TEXT], bytes[2 * TEXT];
    struct input input = {.separator = "|", .origin = ORIGIN_PICTURE};
    char *arrow = strstr(line, "=>");
    if (arrow) {
        *arrow = '\0';
    }
    if (!arrow || !build(trim(line), &input, sample)) {
        snprintf(said, CASES_SAID, "not \"payload => key: value; ...\"");
        return false;
    }
    struct card card;
    enum fault fault = card_read(bytes, write_payload(&input, bytes), input.origin, &card);
    return all_as_expected(&card, fault, arrow + 2, said);
}
