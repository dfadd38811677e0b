/* address_named: every unit of a name is weighed by its place, its kind and its marks; the least doubtful
 * stay. */
#include "core/address_named.h"
#include "core/unit_index.h"
#include <string.h>

enum { REFUSED = -1, KIND_REACH = 6, NAME_LETTERS = 64, SLIP_LETTERS = 4 };

bool named_has(const struct named *named, uint16_t unit)
{
    for (int i = 0; i < named->count; i++) {
        if (named->units[i] == unit) {
            return true;
        }
    }
    return false;
}

bool named_whole(const struct words *words, size_t at, size_t end)
{
    for (size_t i = at + 1; i < end; i++) {
        char gap = words->word[i].gap;
        if (gap && gap != ' ' && gap != '-' && gap != '\'' && gap != '.') {
            return false;
        }
    }
    return true;
}

static bool of_level(enum unit_kind kind, enum unit_level level)
{
    switch (kind) {
    case UNIT_KIND_NONE: return true;
    case UNIT_KIND_TINH: return level == UNIT_PROVINCE;
    case UNIT_KIND_THANH_PHO: return level == UNIT_PROVINCE || level == UNIT_DISTRICT;
    case UNIT_KIND_QUAN:
    case UNIT_KIND_HUYEN:
    case UNIT_KIND_THI_XA: return level == UNIT_DISTRICT;
    case UNIT_KIND_PHUONG:
    case UNIT_KIND_XA:
    case UNIT_KIND_THI_TRAN:
    case UNIT_KIND_DAC_KHU: break;
    }
    return level == UNIT_COMMUNE;
}

static bool is_today(const struct seek *seek, uint16_t province)
{
    for (int k = 0; k < seek->today_province_count; k++) {
        if (province == seek->today_provinces[k]) {
            return true;
        }
    }
    return false;
}

/* Every name that many communes have comes here for each: most provinces are in force or have one heir that
 * is. */
static bool today_in(const struct seek *seek, uint16_t province)
{
    const struct unit *unit = &seek->units->units[province];
    uint16_t heir = unit->heir_count == 1 ? seek->units->heirs[unit->heir] : province, today[UNIT_HEIRS];
    if (unit_spans(unit, seek->step)) {
        return is_today(seek, province);
    }
    if (unit_spans(&seek->units->units[heir], seek->step)) {
        return is_today(seek, heir);
    }
    int count = unit_today(seek->units, province, seek->today, today);
    for (int i = 0; i < count; i++) {
        if (is_today(seek, today[i])) {
            return true;
        }
    }
    return false;
}

static int weigh_province(const struct seek *seek, uint16_t province)
{
    const struct named *named = seek->province;
    if (named->count == 0 || named_has(named, province)) {
        return 0;
    }
    return today_in(seek, province) ? DOUBT_MIXED : REFUSED;
}

/* A commune beside a named district. */
static int weigh_district(const struct seek *seek, const struct unit *unit)
{
    const struct named *district = seek->district;
    if (named_has(district, unit->parent)) {
        return 0;
    }
    uint16_t province = seek->units->units[district->units[0]].province;
    int doubt = seek->province->count > 0    ? weigh_province(seek, unit->province)
                : unit->province == province ? 0
                                             : REFUSED;
    if (doubt == REFUSED) {
        return REFUSED;
    }
    if (unit_spans(unit, seek->step)) {
        return DOUBT_MIXED;
    }
    return unit->parent == unit->province ? doubt + DOUBT_MARKS : doubt + DOUBT_PLACE;
}

static int weigh_place(const struct seek *seek, const struct unit *unit)
{
    if (seek->level == UNIT_PROVINCE) {
        return 0;
    }
    if (seek->level == UNIT_COMMUNE && seek->district->count > 0) {
        return weigh_district(seek, unit);
    }
    return weigh_province(seek, unit->province);
}

/* Tỉnh may be said of any province; thành phố of a province that is none means the city of that name in
 * it. */
static int weigh_kind(const struct unit *unit, enum unit_kind said, bool wrong)
{
    if (wrong && unit->kind != said) {
        return REFUSED;
    }
    if (said == UNIT_KIND_NONE || unit->kind == said || said == UNIT_KIND_TINH) {
        return 0;
    }
    return unit->level == UNIT_PROVINCE ? REFUSED : DOUBT_KIND;
}

/* A name as it is written. */
struct written {
    const struct letter *letters;
    size_t count;
    uint32_t marks; /* letters_marks */
    bool bare;
};

static struct written written_of(const struct words *words, size_t name, size_t end)
{
    const struct word *first = &words->word[name], *last = &words->word[end - 1];
    struct written written = {.letters = &words->letters[first->at], .bare = words->bare};
    written.count = (size_t)(last->at + last->count) - first->at;
    written.marks = letters_marks(written.letters, written.count);
    return written;
}

static int weigh_marks(const struct written *written, const struct unit *unit)
{
    struct letter letters[NAME_LETTERS];
    if (written->bare || written->marks == unit->marks ||
        letters_read(letters, NAME_LETTERS, unit->proper) != written->count) {
        return 0;
    }
    letters_settle(letters, written->count);
    letters_simplify(letters, written->count);
    int lost = 0, wrong = 0;
    for (size_t i = 0; i < written->count; i++) {
        uint16_t has = written->letters[i].marks, wants = letters[i].marks;
        wrong += (has & ~wants) != 0;
        lost += (wants & ~has) != 0;
    }
    return wrong > 1 ? REFUSED : wrong ? DOUBT_SLIP : lost ? DOUBT_MARKS : 0;
}

/* A list may come before its day. */
static bool begun(const struct seek *seek, const struct unit *unit)
{
    return unit->from <= seek->step;
}

/* Something to the right says where the unit must lie. */
static bool placed(const struct seek *seek)
{
    return seek->level == UNIT_PROVINCE || seek->province->count > 0 || seek->district->count > 0;
}

/* The kind that ends right before the word. */
static const struct word *kind_before(const struct words *words, size_t name)
{
    if (name == 0) {
        return NULL;
    }
    const struct word *word = &words->word[name - 1];
    char gap = words->word[name].gap;
    return word->kind != UNIT_KIND_NONE && gap != ',' && gap != ';' ? word : NULL;
}

static void begin(const struct words *words, size_t name, size_t end, struct named *ret)
{
    const struct word *kind = kind_before(words, name);
    *ret = (struct named){.at = (uint16_t)name, .end = (uint16_t)end, .name = (uint16_t)name};
    ret->wrong = kind && kind->kind_wrong;
    if (kind) {
        ret->at = (uint16_t)(name - kind->kind_words);
        ret->kind = kind->kind;
    }
}

static void add(struct named *named, uint16_t unit, int doubt)
{
    if (named->count > 0 && doubt > named->doubt) {
        return;
    }
    if (doubt < named->doubt) {
        named->count = 0;
        named->many = false;
    }
    named->doubt = (uint8_t)doubt;
    if (named_has(named, unit)) {
        return;
    }
    if (named->count == NAMED_MAX) {
        named->many = true;
        return;
    }
    named->units[named->count++] = unit;
}

/* The units of the name, weighed; `ret` is begun. */
static bool find(const struct seek *seek, size_t name, size_t end, struct named *ret)
{
    size_t len;
    const char *key = split_key(seek->words, name, end, &len);
    bool numbered = end == name + 1 && seek->words->word[name].number;
    if (!of_level(ret->kind, seek->level) || (numbered && ret->kind == UNIT_KIND_NONE)) {
        return false;
    }
    uint16_t at = unit_find(seek->units, key, len);
    if (at == UNIT_NONE) {
        return false;
    }
    struct written written = written_of(seek->words, name, end);
    for (; at != UNIT_NONE; at = unit_next(seek->units, at)) {
        const struct unit *unit = &seek->units->units[at];
        int place = unit->level == seek->level && begun(seek, unit) ? weigh_place(seek, unit) : REFUSED;
        int kind = place == REFUSED ? REFUSED : weigh_kind(unit, ret->kind, ret->wrong);
        int marks = kind == REFUSED ? REFUSED : weigh_marks(&written, unit);
        bool slipped = marks == DOUBT_SLIP && !placed(seek), strange = numbered && place >= DOUBT_PLACE;
        if (marks != REFUSED && !slipped && !strange) {
            add(ret, unit->self, place + kind + marks);
        }
    }
    return ret->count > 0;
}

/* Only the name tells whether a word with wrong marks is a kind. */
bool named_find(const struct seek *seek, size_t name, size_t end, struct named *ret)
{
    begin(seek->words, name, end, ret);
    if (find(seek, name, end, ret)) {
        return true;
    }
    if (!ret->wrong) {
        return false;
    }
    *ret = (struct named){.at = (uint16_t)name, .end = (uint16_t)end, .name = (uint16_t)name};
    return find(seek, name, end, ret);
}

/* Adds the unit when its name is one slip off. Of two names none is meant: false. */
static bool add_slip(const struct seek *seek, const char *key, size_t len, uint16_t at, struct named *ret)
{
    const struct unit *unit = &seek->units->units[at];
    const char *other = unit->key;
    bool alike = key[0] == other[0] || key[1] == other[1] || key[0] == other[1] || key[1] == other[0];
    if (!alike || !split_slip(key, len, other, strlen(other))) {
        return true;
    }
    int place = begun(seek, unit) ? weigh_place(seek, unit) : REFUSED,
        kind = weigh_kind(unit, ret->kind, ret->wrong);
    if (place == REFUSED || place >= DOUBT_PLACE || kind == REFUSED) {
        return true;
    }
    if (ret->count > 0 && strcmp(seek->units->units[ret->units[0]].key, unit->key) != 0) {
        return false;
    }
    add(ret, at, place + kind + DOUBT_SLIP);
    return true;
}

/* The communes of a district stand behind it. */
static bool slips_in_district(const struct seek *seek, const char *key, size_t len, struct named *ret)
{
    for (int d = 0; d < seek->district->count; d++) {
        uint16_t district = seek->district->units[d];
        for (uint16_t at = (uint16_t)(district + 1);
             at < seek->units->count && seek->units->units[at].parent == district; at++) {
            if (!add_slip(seek, key, len, at, ret)) {
                return false;
            }
        }
    }
    return true;
}

/* The units of a province of one time stand together: the first one behind `at` that is of another. Steps
 * that stay within them save looking at each. */
static uint16_t behind_province(const struct units *units, uint16_t at)
{
    enum { STEP = 32 };
    uint16_t province = units->units[at].province;
    while (at + STEP < units->count && units->units[at + STEP].province == province) {
        at = (uint16_t)(at + STEP);
    }
    while (at < units->count && units->units[at].province == province) {
        at++;
    }
    return at;
}

static bool slips_anywhere(const struct seek *seek, const char *key, size_t len, struct named *ret)
{
    for (uint16_t from = 0, end; from < seek->units->count; from = end) {
        uint16_t province = seek->units->units[from].province;
        end = behind_province(seek->units, from);
        if (seek->level == UNIT_PROVINCE) {
            if (!add_slip(seek, key, len, province, ret)) {
                return false;
            }
            continue;
        }
        bool searched = weigh_province(seek, province) != REFUSED;
        for (uint16_t at = from; searched && at < end; at++) {
            if (seek->units->units[at].level == seek->level && !add_slip(seek, key, len, at, ret)) {
                return false;
            }
        }
    }
    return true;
}

bool named_slipped(const struct seek *seek, size_t name, size_t end, struct named *ret)
{
    size_t len;
    const char *key = split_key(seek->words, name, end, &len);
    begin(seek->words, name, end, ret);
    if (!placed(seek) || len < SLIP_LETTERS || split_has_number(seek->words, name, end) ||
        !of_level(ret->kind, seek->level)) {
        return false;
    }
    bool one = seek->level == UNIT_COMMUNE && seek->district->count > 0
                   ? slips_in_district(seek, key, len, ret)
                   : slips_anywhere(seek, key, len, ret);
    return one && ret->count > 0;
}

/* A lone letter leads a name with a dot (X. Tân Phú) or before a number, else it may belong to a house
 * number; in a text without marks a kind may be part of a street's name. */
static bool leads(const struct words *words, size_t name)
{
    const struct word *kind = &words->word[name - 1];
    bool letter = kind->count == 1 && kind->kind_words == 1;
    if (letter) {
        return words->word[name].gap == '.' || words->word[name].number;
    }
    return kind->kind_sure && (!words->bare || split_parted(words, name - kind->kind_words));
}

bool named_by_kind(const struct seek *seek, size_t end, struct named *ret)
{
    for (size_t name = end - 1; name > 0 && name + KIND_REACH > end; name--) {
        if (!named_whole(seek->words, name, end)) {
            return false;
        }
        if (kind_before(seek->words, name)) {
            begin(seek->words, name, end, ret);
            return !ret->wrong && ret->kind != UNIT_KIND_NONE && of_level(ret->kind, seek->level) &&
                   leads(seek->words, name);
        }
    }
    return false;
}
