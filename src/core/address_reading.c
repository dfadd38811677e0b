/* address_reading: each level is tried with the names that end where the level to the right of it begins, and
 * without any; the reading that understands most wins. */
#include "core/address_reading.h"
#include "core/address_option.h"
#include "core/address_today.h"
#include "core/unit_index.h"
#include <string.h>

enum {
    SCORE_PROVINCE = 10,
    SCORE_DISTRICT = 8,
    SCORE_COMMUNE = 10,
    SCORE_UNKNOWN = 1, /* a kind says that a unit is named */
    UNPARTED = 3,      /* nothing but a space before a name without its kind */
    NEARLY = 6,        /* a second reading worth keeping */
};

struct finder {
    struct seek seek;
    size_t end; /* words that may name units */
    struct reading *best;
    int count;
};

static int unparted(const struct finder *finder, const struct named *named)
{
    bool alone =
        named->kind != UNIT_KIND_NONE || !finder->seek.parted || split_parted(finder->seek.words, named->at);
    return alone ? 0 : UNPARTED;
}

static bool same_named(const struct named *a, const struct named *b)
{
    return a->count == b->count && memcmp(a->units, b->units, sizeof a->units[0] * (size_t)a->count) == 0;
}

static bool same_reading(const struct reading *a, const struct reading *b)
{
    return same_named(&a->province, &b->province) && same_named(&a->district, &b->district) &&
           same_named(&a->commune, &b->commune);
}

/* Keeps the best, of equals the earlier first. */
static void keep(struct finder *finder, const struct reading *reading)
{
    struct reading *best = finder->best;
    int at = finder->count;
    for (int i = 0; i < finder->count; i++) {
        if (same_reading(reading, &best[i])) {
            return;
        }
    }
    while (at > 0 && reading->score > best[at - 1].score) {
        at--;
    }
    if (at == READINGS_MAX) {
        return;
    }
    int last = finder->count < READINGS_MAX ? finder->count++ : READINGS_MAX - 1;
    memmove(&best[at + 1], &best[at], (size_t)(last - at) * sizeof *best);
    best[at] = *reading;
}

/* All that was so called before lies in what is so called today. */
static bool goes_on(const struct finder *finder, uint16_t before, const struct named *now, bool *ret_part)
{
    *ret_part = false;
    uint16_t today[UNIT_HEIRS];
    int count = unit_today(finder->seek.units, before, finder->seek.today, today);
    bool all = count > 0 && unit_sure(finder->seek.units, before, finder->seek.today);
    for (int i = 0; i < count; i++) {
        bool has = named_has(now, today[i]);
        all = all && has;
        *ret_part = *ret_part || has;
    }
    return all;
}

/* One name without district in a province that has it of today and of before: today's is meant, or another
 * place that was so called, of which a part may have gone elsewhere. */
static void keep_by_time(struct finder *finder, const struct reading *reading)
{
    const struct named *named = &reading->commune;
    if (named->count <= 1) {
        keep(finder, reading);
        return;
    }
    struct reading now = *reading, before = *reading;
    now.commune.count = before.commune.count = 0;
    before.parted = true;
    for (int i = 0; i < named->count; i++) {
        if (unit_spans(&finder->seek.units->units[named->units[i]], finder->seek.step)) {
            now.commune.units[now.commune.count++] = named->units[i];
        }
    }
    for (int i = 0; i < named->count; i++) {
        bool part;
        if (!named_has(&now.commune, named->units[i]) &&
            !goes_on(finder, named->units[i], &now.commune, &part)) {
            before.parted = before.parted && part;
            before.commune.units[before.commune.count++] = named->units[i];
        }
    }
    before.score -= now.commune.count > 0;
    if (now.commune.count > 0 || before.commune.count == 0) {
        keep(finder, now.commune.count > 0 ? &now : reading);
    }
    if (before.commune.count > 0) {
        keep(finder, &before);
    }
}

static const struct named NOT_NAMED;

static size_t begin_of(const struct named *named, size_t end)
{
    return named->at < named->end ? named->at : end;
}

static void try_commune(struct finder *finder, const struct reading *right, const struct named *commune,
                        size_t end, int score)
{
    struct reading reading = *right;
    reading.commune = *commune;
    reading.rest = begin_of(commune, end);
    reading.score += score;
    keep_by_time(finder, &reading);
}

/* A name with its kind is where it belongs: nothing else is meant. */
static bool is_plain(const struct options *options)
{
    const struct named *last = options->count > 0 ? &options->list[options->count - 1] : NULL;
    return last && last->kind != UNIT_KIND_NONE && last->doubt < DOUBT_KIND;
}

static void try_communes(struct finder *finder, const struct reading *right, size_t end)
{
    struct options options;
    struct named unknown;
    finder->seek.level = UNIT_COMMUNE;
    finder->seek.district = &right->district;
    options_names(&finder->seek, end, &options);
    for (int i = options.count; i-- > 0;) {
        const struct named *commune = &options.list[i];
        try_commune(finder, right, commune, end,
                    SCORE_COMMUNE - commune->doubt - unparted(finder, commune) - (commune->many ? 2 : 0));
    }
    if (is_plain(&options)) {
        return;
    }
    if (end > 0 && named_by_kind(&finder->seek, end, &unknown)) {
        try_commune(finder, right, &unknown, end, SCORE_UNKNOWN);
    }
    try_commune(finder, right, &NOT_NAMED, end, 0);
}

static void try_district(struct finder *finder, const struct reading *right, const struct named *district,
                         size_t end, int score)
{
    struct reading reading = *right;
    reading.district = *district;
    reading.score += score;
    try_communes(finder, &reading, begin_of(district, end));
    finder->seek.district = &NOT_NAMED;
}

static bool complete(const struct finder *finder)
{
    const struct reading *best = finder->best;
    return finder->count > 0 && best->district.count > 0 && best->commune.count > 0 &&
           best->commune.doubt == 0 && best->district.doubt <= DOUBT_MIXED;
}

/* A district that no map holds any more (Quận 2), led by its kind. */
static void try_districts(struct finder *finder, const struct reading *right, size_t end)
{
    struct options options;
    struct named unknown;
    finder->seek.level = UNIT_DISTRICT;
    finder->seek.district = &NOT_NAMED;
    options_names(&finder->seek, end, &options);
    for (int i = options.count; i-- > 0 && !complete(finder);) {
        const struct named *district = &options.list[i];
        try_district(finder, right, district, end,
                     SCORE_DISTRICT - district->doubt - unparted(finder, district));
    }
    if (complete(finder) || is_plain(&options)) {
        return;
    }
    finder->seek.level = UNIT_DISTRICT;
    if (options.count == 0 && end > 0 && named_by_kind(&finder->seek, end, &unknown)) {
        try_district(finder, right, &unknown, end, SCORE_UNKNOWN);
    }
    try_district(finder, right, &NOT_NAMED, end, 0);
}

/* "Bình Dương, TP.HCM": the province of before beside the one that it joined. */
static size_t refine_province(struct finder *finder, struct reading *reading, size_t end)
{
    struct options options;
    bool sure;
    options_written(&finder->seek, end, &options);
    for (int i = options.count; i-- > 0;) {
        const struct named *before = &options.list[i];
        uint16_t today[UNIT_HEIRS];
        int count = 0;
        today_add(&finder->seek, before->units[0], today, &count, &sure);
        if (before->doubt < DOUBT_SLIP && count == 1 && before->units[0] != today[0] &&
            named_has(&reading->province, today[0])) {
            reading->province = *before;
            return before->at;
        }
    }
    return end;
}

static void try_province(struct finder *finder, const struct named *province, int score)
{
    struct reading reading = {.province = *province, .score = score};
    size_t end = begin_of(province, finder->end);
    finder->seek.province = &NOT_NAMED;
    finder->seek.level = UNIT_PROVINCE;
    if (province->count > 0) {
        end = refine_province(finder, &reading, end);
    }
    finder->seek.today_province_count = 0;
    for (int i = 0; i < province->count; i++) {
        bool sure;
        today_add(&finder->seek, province->units[i], finder->seek.today_provinces,
                  &finder->seek.today_province_count, &sure);
    }
    finder->seek.province = &reading.province;
    try_districts(finder, &reading, end);
    finder->seek.province = &NOT_NAMED;
}

static void try_provinces(struct finder *finder)
{
    struct options options;
    struct named unknown;
    finder->seek.level = UNIT_PROVINCE;
    finder->seek.province = finder->seek.district = &NOT_NAMED;
    options_names(&finder->seek, finder->end, &options);
    for (int i = options.count; i-- > 0 && !complete(finder);) {
        const struct named *province = &options.list[i];
        try_province(finder, province, SCORE_PROVINCE - province->doubt - unparted(finder, province));
    }
    bool sure =
        options.count > 0 && (options.list[0].kind == UNIT_KIND_TINH || finder->best[0].commune.count > 0);
    if (complete(finder) || sure) {
        return;
    }
    finder->seek.level = UNIT_PROVINCE;
    if (options.count == 0 && finder->end > 0 && named_by_kind(&finder->seek, finder->end, &unknown) &&
        unknown.kind == UNIT_KIND_TINH) {
        try_province(finder, &unknown, SCORE_UNKNOWN);
    }
    try_province(finder, &NOT_NAMED, 0);
}

static bool has_signs(const struct words *words, size_t end)
{
    for (size_t i = 1; i < end; i++) {
        if (strchr(",;-", words->word[i].gap ? words->word[i].gap : ' ')) {
            return true;
        }
    }
    return false;
}

/* A commune named with its kind where it belongs leaves no doubt; nor does a reading of units that no map
 * holds. */
static int drop_unlikely(struct reading *list, int count)
{
    const struct named *commune = &list[0].commune;
    bool plain = commune->count > 0 && commune->kind != UNIT_KIND_NONE && commune->doubt < DOUBT_KIND;
    int kept = 1;
    for (int i = 1; i < count; i++) {
        const struct reading *other = &list[i];
        bool known =
            other->commune.count > 0 || (!plain && (other->province.count > 0 || other->district.count > 0));
        bool whole = !plain || other->commune.at == commune->at;
        if (known && whole && other->score + NEARLY >= list[0].score) {
            list[kept++] = *other;
        }
    }
    return kept;
}

/* Something may be named with a slip. */
static bool lacks(const struct reading *reading)
{
    return reading->commune.count == 0 || (reading->province.count == 0 && reading->district.count == 0);
}

static int find(struct finder *finder, const struct words *words)
{
    finder->seek.words = words;
    finder->end = split_end(words);
    finder->seek.parted = has_signs(words, finder->end);
    finder->count = 0;
    finder->best[0] = (struct reading){.rest = finder->end};
    if (!finder->seek.units || finder->end == 0) {
        return 1;
    }
    try_provinces(finder);
    if (lacks(&finder->best[0])) {
        finder->seek.slips = true;
        finder->count = 0;
        try_provinces(finder);
        finder->seek.slips = false;
    }
    finder->count = drop_unlikely(finder->best, finder->count);
    for (int i = 0; i < finder->count; i++) {
        today_fill(&finder->seek, &finder->best[i]);
    }
    return finder->count;
}

/* A kind of unit among the words that no unit took. */
static bool strays(const struct words *words, size_t rest)
{
    for (size_t i = 0; i < rest; i++) {
        if (words->word[i].kind != UNIT_KIND_NONE && words->word[i].kind_sure && words->word[i].count > 1) {
            return true;
        }
    }
    return false;
}

int readings_find(const struct units *units, const char *today, struct words *words,
                  struct reading ret[READINGS_MAX])
{
    struct finder finder = {.seek = {.units = units, .today = today}, .best = ret};
    finder.seek.step = units ? unit_step(units, today) : 0;
    int count = find(&finder, words);
    if (!units || !lacks(&ret[0]) || (ret[0].score > 0 && !strays(words, ret[0].rest))) {
        return count;
    }
    for (enum split_order order = SPLIT_TURNED; order <= SPLIT_BY_KIND; order++) {
        struct reading other[READINGS_MAX];
        struct words turned;
        finder.best = other;
        if (split_reorder(words, order, &turned)) {
            int others = find(&finder, &turned);
            if (other[0].score > ret[0].score) {
                memcpy(ret, other, sizeof other);
                *words = turned;
                count = others;
            }
        }
    }
    return count;
}
