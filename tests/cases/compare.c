/* Names and addresses: `card | system | level`; telex: `telex or vni | keys | text`. */
#include "../support/map.h"
#include "cases.h"
#include "core/address.h"
#include "core/name.h"
#include "core/telex.h"
#include "core/text.h"
#include <stdio.h>
#include <string.h>

static const char *const NAME_LEVELS[] = {"same",       "lookalike", "spelling", "diacritics",
                                          "incomplete", "partial",   "different"};
static const char *const ADDRESS_LEVELS[] = {
    [ADDRESS_SAME] = "same",          [ADDRESS_EQUIVALENT] = "equivalent", [ADDRESS_RENAMED] = "renamed",
    [ADDRESS_PARTIAL] = "partial",    [ADDRESS_POSSIBLE] = "possible",     [ADDRESS_UNCLEAR] = "unclear",
    [ADDRESS_DIFFERENT] = "different"};

enum { CLEAN_SIZE = 1025 };

static bool expect(const char *want, const char *got, char said[CASES_SAID])
{
    snprintf(said, CASES_SAID, "want %.100s, got %.500s", want, got);
    return strcmp(want, got) == 0;
}

/* Both levels are judged on what text_clean makes of the two texts, as everywhere in the program. */
static bool clean(char *field[2], char out[2][CLEAN_SIZE], char said[CASES_SAID])
{
    for (int i = 0; i < 2; i++) {
        if (text_clean(out[i], CLEAN_SIZE, field[i], strlen(field[i])) || !*out[i]) {
            snprintf(said, CASES_SAID, "text %d is empty, broken or too long", i + 1);
            return false;
        }
    }
    return true;
}

bool cases_name(char *line, char said[CASES_SAID])
{
    char *field[3], text[2][CLEAN_SIZE];
    if (!cases_split(line, field, 3)) {
        return expect("card | system | level", "another number of fields", said);
    }
    return clean(field, text, said) && expect(field[2], NAME_LEVELS[name_compare(text[0], text[1])], said);
}

static const struct units *map;

void cases_map(const char *path)
{
    map = map_read(path);
}

/* "possible: Phường Ngọc Hà, Phường Giảng Võ", the names only where they are asked for. */
static void say(const struct address_match *match, bool names, char out[CASES_SAID])
{
    size_t len = (size_t)snprintf(out, CASES_SAID, "%s", ADDRESS_LEVELS[match->level]);
    for (int i = 0; names && i < match->count; i++) {
        len += (size_t)snprintf(out + len, CASES_SAID - len, "%s%s", i == 0 ? ": " : ", ",
                                map->units[match->candidates[i]].name);
    }
}

/* What the two sides are makes no difference. */
bool cases_address(char *line, char said[CASES_SAID])
{
    char *field[3], text[2][CLEAN_SIZE], got[CASES_SAID], turned[CASES_SAID];
    if (!cases_split(line, field, 3)) {
        return expect("card | system | level", "another number of fields", said);
    }
    struct address_match match, other;
    if (!clean(field, text, said)) {
        return false;
    }
    bool names = strchr(field[2], ':') != NULL;
    address_compare(map, "2026-11-20", text[0], text[1], &match);
    address_compare(map, "2026-11-20", text[1], text[0], &other);
    say(&match, names, got);
    say(&other, false, turned);
    return expect(field[2], got, said) && expect(ADDRESS_LEVELS[match.level], turned, said);
}

bool cases_telex(char *line, char said[CASES_SAID])
{
    char *field[3], text[256] = "";
    if (!cases_split(line, field, 3)) {
        return expect("telex or vni | keys | text", "another number of fields", said);
    }
    enum typing typing = strcmp(field[0], "vni") == 0 ? TYPING_VNI : TYPING_TELEX;
    size_t at = 0, len = strlen(field[1]);
    for (size_t i = 0; i < len;) {
        int32_t rune;
        i += text_next(field[1] + i, len - i, &rune);
        if (telex_press(text, sizeof text, &at, rune, typing)) {
            return expect(field[2], "a text that is too long", said);
        }
    }
    return expect(field[2], text, said);
}
