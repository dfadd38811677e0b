/* unit_search: what was typed beside each commune of the table. */
#include "core/unit_search.h"
#include "core/unit_reading.h"
#include <string.h>

/* How a name was found, the likeliest first. */
enum fit { FIT_WHOLE, FIT_BEGINNING, FIT_INITIALS, FIT_FIRST_INITIALS, FIT_LATER_WORD, FIT_NONE };

enum { LATER_WORD = 3 /* letters: fewer would find every second name */ };

struct search {
    const struct units *units;
    const char *day;
    uint16_t home;
    struct unit_readings typed;
    struct unit_choice *found;
    int ranks[UNIT_CHOICES];
    int count;
};

static bool same_letter(char name, char typed)
{
    return name == typed || (name == 'y' && typed == 'i');
}

static bool begins(const char *key, const char *typed, int len)
{
    int i = 0;
    while (i < len && same_letter(key[i], typed[i])) {
        i++;
    }
    return i == len;
}

/* The letters stand in the key in this order, the first one at its head, as initials do. */
static bool in_order(const char *key, const char *typed, int len)
{
    int i = 0;
    for (; *key && i < len; key++) {
        i += same_letter(*key, typed[i]);
        if (i == 0) {
            return false;
        }
    }
    return i == len;
}

/* A quick look, which lets through more than fits; `later`: later words of the name are worth finding. */
static bool may_fit(const struct unit_reading *reading, const char *key, bool later)
{
    const char *typed = reading->words.base;
    int len = unit_words_length(&reading->words, 0);
    if (begins(key, typed, len) || in_order(key, typed, len)) {
        return true;
    }
    for (; later && !reading->initials && len >= LATER_WORD && *key; key++) {
        if (begins(key, typed, len)) {
            return true;
        }
    }
    return false;
}

static bool says_place(const struct unit_words *words, int from, const struct unit_words *place)
{
    int left = words->count - from;
    return unit_words_begin(words, from, place, 0).words == left ||
           (left == 1 && unit_words_initials(words, from, place).words == 1);
}

/* How many words from `from` on are the kind of a district or province. */
static int place_kind(const struct unit_words *words, int from)
{
    static const char *const kinds[][2] = {{"q", ""},     {"quan", ""},    {"h", ""},  {"huien", ""},
                                           {"t", ""},     {"tinh", ""},    {"tp", ""}, {"tx", ""},
                                           {"thi", "xa"}, {"thanh", "pho"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        int said = *kinds[i][1] ? 2 : 1;
        if (unit_words_is(words, from, kinds[i][0]) &&
            (said == 1 || unit_words_is(words, from + 1, kinds[i][1])) && from + said < words->count) {
            return said;
        }
    }
    return 0;
}

static bool says(const struct search *search, const struct unit_words *words, int from, uint16_t place)
{
    struct unit_words name;
    if (place == UNIT_NONE || !unit_words_read(search->units->units[place].proper, &name)) {
        return false;
    }
    int kind = place_kind(words, from);
    return says_place(words, from, &name) || (kind > 0 && says_place(words, from + kind, &name));
}

/* What stands behind the commune's name says where it lies. */
static bool rest_fits(const struct search *search, const struct unit_words *words, int from, uint16_t unit,
                      uint16_t commune)
{
    const struct unit *units = search->units->units;
    return from == words->count || says(search, words, from, units[unit].parent) ||
           says(search, words, from, units[unit].province) ||
           says(search, words, from, units[commune].province);
}

enum { RANK_BEFORE = 1, RANK_MARKS = 2, RANK_FIT = 4, RANK_AWAY = RANK_FIT * 2 * FIT_NONE };

static int rank(enum fit fit, struct unit_said said)
{
    return RANK_FIT * (int)fit + (said.unmarked ? RANK_MARKS : 0);
}

static int rank_words(const struct search *search, const struct unit_words *words,
                      const struct unit_words *name, uint16_t unit, uint16_t commune)
{
    for (int at = 0; at < name->count; at++) {
        struct unit_said said = unit_words_begin(words, 0, name, at);
        if (said.words > 0 && rest_fits(search, words, said.words, unit, commune)) {
            return rank(at > 0 ? FIT_LATER_WORD : said.whole ? FIT_WHOLE : FIT_BEGINNING, said);
        }
        if (unit_words_length(words, 0) < LATER_WORD) {
            break;
        }
    }
    return RANK_AWAY;
}

static int rank_initials(const struct search *search, const struct unit_words *words,
                         const struct unit_words *name, uint16_t unit, uint16_t commune)
{
    struct unit_said said = unit_words_initials(words, 0, name);
    if (said.words == 0 || !rest_fits(search, words, 1, unit, commune)) {
        return RANK_AWAY;
    }
    return rank(said.whole ? FIT_INITIALS : FIT_FIRST_INITIALS, said);
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Another kind than was named is found by the beginning of its name only, behind the rest. */
static int rank_of_other_kind(int found)
{
    return found < RANK_FIT * FIT_INITIALS ? found + RANK_FIT * FIT_LATER_WORD : RANK_AWAY;
}

static int rank_reading(const struct search *search, const struct unit_reading *reading,
                        const struct unit_words *name, uint16_t unit, uint16_t commune)
{
    uint8_t kind = search->units->units[unit].kind;
    bool other_kind = reading->kind != UNIT_KIND_NONE && reading->kind != kind;
    int found = rank_initials(search, &reading->words, name, unit, commune);
    if (reading->initials) {
        return other_kind ? RANK_AWAY : found;
    }
    found = least(found, rank_words(search, &reading->words, name, unit, commune));
    return other_kind ? rank_of_other_kind(found) : found;
}

/* The lower the likelier; RANK_AWAY for something else. */
static int rank_of(const struct search *search, uint16_t unit, uint16_t commune)
{
    struct unit_words name;
    int best = RANK_AWAY;
    if (!unit_words_read(search->units->units[unit].proper, &name)) {
        return best;
    }
    for (int i = 0; i < search->typed.count; i++) {
        best = least(best, rank_reading(search, &search->typed.list[i], &name, unit, commune));
    }
    return best;
}

static void put(struct search *search, struct unit_choice choice, int found)
{
    int at = search->count;
    while (at > 0 && search->ranks[at - 1] > found) {
        at--;
    }
    if (at == UNIT_CHOICES) {
        return;
    }
    search->count += search->count < UNIT_CHOICES;
    size_t behind = (size_t)(search->count - 1 - at);
    memmove(search->found + at + 1, search->found + at, behind * sizeof *search->found);
    memmove(search->ranks + at + 1, search->ranks + at, behind * sizeof *search->ranks);
    search->found[at] = choice;
    search->ranks[at] = found;
}

/* The names say the same to a clerk, who would see one commune twice. */
static bool same_choice(const struct search *search, struct unit_choice a, struct unit_choice b)
{
    const struct unit *units = search->units->units;
    uint16_t a_named = a.before == UNIT_NONE ? a.commune : a.before;
    uint16_t b_named = b.before == UNIT_NONE ? b.commune : b.before;
    return a.commune == b.commune && strcmp(units[a_named].key, units[b_named].key) == 0;
}

/* Of the same choice the better one stays. */
static void add(struct search *search, struct unit_choice choice, int found)
{
    for (int i = 0; i < search->count; i++) {
        if (!same_choice(search, search->found[i], choice)) {
            continue;
        }
        if (search->ranks[i] <= found) {
            return;
        }
        size_t behind = (size_t)(--search->count - i);
        memmove(search->found + i, search->found + i + 1, behind * sizeof *search->found);
        memmove(search->ranks + i, search->ranks + i + 1, behind * sizeof *search->ranks);
    }
    put(search, choice, found);
}

/* No choice of at least that rank finds room any more. */
static bool full(const struct search *search, int found)
{
    return search->count == UNIT_CHOICES && search->ranks[UNIT_CHOICES - 1] <= found;
}

static void look_at(struct search *search, uint16_t unit)
{
    uint16_t today[UNIT_HEIRS];
    int count = unit_today(search->units, unit, search->day, today);
    for (int i = 0; i < count; i++) {
        bool before = today[i] != unit, away = search->units->units[today[i]].province != search->home;
        int least_rank = (before ? RANK_BEFORE : 0) + (away ? RANK_AWAY : 0);
        if (full(search, least_rank) || !unit_in_force(search->units, today[i], search->day)) {
            continue;
        }
        int found = rank_of(search, unit, today[i]);
        if (found < RANK_AWAY) {
            add(search, (struct unit_choice){today[i], before ? unit : UNIT_NONE}, found + least_rank);
        }
    }
}

static bool worth_a_look(const struct search *search, const struct unit *unit, bool near)
{
    bool later = !full(search, (near ? 0 : RANK_AWAY) + rank(FIT_LATER_WORD, (struct unit_said){0}));
    for (int i = 0; unit->level == UNIT_COMMUNE && i < search->typed.count; i++) {
        if (may_fit(&search->typed.list[i], unit->key, later)) {
            return true;
        }
    }
    return false;
}

/* The province is, or is a part of, the hospital's own. */
static bool is_near(const struct search *search, uint16_t province)
{
    uint16_t today[UNIT_HEIRS];
    int count = unit_today(search->units, province, search->day, today);
    for (int i = 0; i < count; i++) {
        if (today[i] == search->home) {
            return true;
        }
    }
    return false;
}

/* The units of a province stand together. */
static void look_through(struct search *search, bool near)
{
    uint16_t province = UNIT_NONE;
    bool wanted = false;
    for (uint16_t unit = 0; unit < search->units->count; unit++) {
        const struct unit *looked = &search->units->units[unit];
        if (looked->province != province) {
            province = looked->province;
            wanted = is_near(search, province) == near;
        }
        if (wanted && worth_a_look(search, looked, near)) {
            look_at(search, unit);
        }
    }
}

/* Near ones first: where they fill the list nothing else need be looked at. */
int unit_search(const struct units *units, const char *day, uint16_t home, const char *typed,
                struct unit_choice ret[UNIT_CHOICES])
{
    struct search search = {.units = units, .day = day, .home = home, .found = ret};
    unit_readings_read(typed, &search.typed);
    if (search.typed.count > 0) {
        look_through(&search, true);
    }
    if (search.typed.count > 0 && !full(&search, RANK_AWAY)) {
        look_through(&search, false);
    }
    return search.count;
}

/* The last day of the provinces by which facilities are numbered: the mergers renumbered none. */
static const char NUMBERED[] = "2025-06-30";

uint16_t unit_home(const struct units *units, const char *day, const char *facility)
{
    char code[3] = {facility[0], facility[0] ? facility[1] : '\0', '\0'};
    uint16_t today[UNIT_HEIRS], province = unit_code(units, code, NUMBERED);
    return province != UNIT_NONE && unit_today(units, province, day, today) > 0 ? today[0]
                                                                                : (uint16_t)UNIT_NONE;
}
