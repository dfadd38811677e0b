#include "make.h"
#include "maker.h"
#include <stdio.h>
#include <string.h>

const char *made_text(enum made made)
{
    static const char *const TEXT[] = {
#define X(code, text) text,
        MADE_LIST(X)
#undef X
    };
    return TEXT[made];
}

static bool make_renamed(struct maker *maker, struct pair *ret)
{
    uint16_t before = maker_before(maker, false);
    if (before == UNIT_NONE) {
        return false;
    }
    maker->card.named = named_in_full(maker->country, before);
    maker->system.named = named_in_full(maker->country, maker_heir(maker, before));
    maker_rest(maker, before);
    ret->right = maker_right(maker, true);
    return maker_write(maker, MANNER_PLAIN, ret);
}

/* A commune of today but `now` in its province bears the name. */
static bool says_another(struct maker *maker, uint16_t before, uint16_t now)
{
    const struct units *units = maker->country->units;
    const char *key = maker_unit(maker, before)->key;
    for (uint16_t i = unit_find(units, key, strlen(key)); i != UNIT_NONE; i = unit_next(units, i)) {
        const struct unit *unit = &units->units[i];
        if (unit->level == UNIT_COMMUNE && unit->province == maker_unit(maker, now)->province &&
            unit->self != now && unit_in_force(units, unit->self, maker->country->day)) {
            return true;
        }
    }
    return false;
}

/* The card mixes: the old commune in today's province, with or without its district, or today's commune in
 * the old district and province, or in the old province. Without its district a ward's number says nothing in
 * a province that took in others, and a name that a commune of today bears says that commune; a few communes
 * went to another province than theirs did. */
static bool make_mixed(struct maker *maker, struct pair *ret)
{
    uint16_t before = maker_before(maker, false);
    if (before == UNIT_NONE) {
        return false;
    }
    struct named old = named_in_full(maker->country, before),
                 now = named_in_full(maker->country, maker_heir(maker, before));
    unsigned how = maker_roll(maker, 4);
    const struct named MIXED[] = {{old.commune, UNIT_NONE, now.province},
                                  {old.commune, old.district, now.province},
                                  {now.commune, old.district, old.province},
                                  {now.commune, UNIT_NONE, old.province}};
    bool numbered = maker_unit(maker, before)->proper[0] <= '9';
    if (country_province(maker->country, old.province) != now.province ||
        (how == 0 && (numbered || says_another(maker, before, now.commune)))) {
        return false;
    }
    maker->card.named = MIXED[how];
    maker->system.named = now;
    maker_rest(maker, before);
    ret->right = maker_right(maker, true);
    return maker_write(maker, MANNER_PLAIN, ret);
}

static bool make_marks(struct maker *maker, struct pair *ret)
{
    char plain[ADDRESS_SIZE];
    if (!maker_place(maker) || !maker_write(maker, MANNER_PLAIN, ret)) {
        return false;
    }
    ret->right = maker_right(maker, false);
    change_marks(ret->system, plain);
    memcpy(ret->system, plain, sizeof plain);
    return strcmp(ret->card, ret->system) != 0;
}

static bool make_short(struct maker *maker, struct pair *ret)
{
    if (!maker_place(maker)) {
        return false;
    }
    struct manner manner = {KINDS_SMALL + (enum kinds)maker_roll(maker, KINDS_COUNT - 1),
                            maker_roll(maker, 2) == 0, false, ", "};
    ret->right = maker_right(maker, true);
    return maker_manner_fits(maker, &maker->system, manner) && maker_write(maker, manner, ret);
}

static bool make_parted(struct maker *maker, struct pair *ret)
{
    static const char *const SEPARATORS[] = {" - ", "-", "; ", " ", ",", ". ", " / ", " , "};
    if (!maker_place(maker)) {
        return false;
    }
    struct manner manner = {(enum kinds)maker_roll(maker, KINDS_NONE), false, maker_roll(maker, 12) == 0,
                            SEPARATORS[maker_roll(maker, 8)]};
    ret->right = maker_right(maker, true);
    return maker_write(maker, manner, ret);
}

static bool make_spelled(struct maker *maker, struct pair *ret)
{
    char other[ADDRESS_SIZE];
    if (!maker_place(maker) || !maker_write(maker, MANNER_PLAIN, ret)) {
        return false;
    }
    if (!change_spelling(ret->system, other)) {
        (maker_roll(maker, 2) ? change_upper : change_lower)(ret->system, other);
    }
    memcpy(ret->system, other, sizeof other);
    ret->right = maker_right(maker, true);
    return true;
}

static bool make_no_province(struct maker *maker, struct pair *ret)
{
    if (!maker_place(maker)) {
        return false;
    }
    maker->card.named.province = UNIT_NONE;
    ret->right = maker_right(maker, true) | RIGHT_PARTIAL;
    ret->right |= ret->right & RIGHT_POSSIBLE ? RIGHT_UNCLEAR : 0;
    return maker_write(maker, MANNER_PLAIN, ret);
}

static bool make_no_district(struct maker *maker, struct pair *ret)
{
    uint16_t before = maker_before(maker, false);
    if (before == UNIT_NONE) {
        return false;
    }
    struct named old = named_in_full(maker->country, before);
    maker->system.named =
        maker_roll(maker, 2) ? old : named_in_full(maker->country, maker_heir(maker, before));
    maker->card.named = (struct named){old.commune, UNIT_NONE, old.province};
    maker_rest(maker, before);
    ret->right = maker_right(maker, true);
    return maker_write(maker, MANNER_PLAIN, ret);
}

static bool make_less(struct maker *maker, struct pair *ret)
{
    if (!maker_place(maker)) {
        return false;
    }
    switch (maker_roll(maker, 4)) {
    case 0: maker->card.without_rest = true; break;
    case 1: maker->card.named.commune = UNIT_NONE; break;
    case 2: maker->card.named.commune = maker->card.named.district = UNIT_NONE; break;
    default:
        maker->card.named.commune = UNIT_NONE;
        maker->card.without_rest = true;
        break;
    }
    ret->right = RIGHT_PARTIAL | RIGHT_POSSIBLE;
    return maker_write(maker, MANNER_PLAIN, ret);
}

static bool make_divided(struct maker *maker, struct pair *ret)
{
    uint16_t before = maker_before(maker, true);
    if (before == UNIT_NONE) {
        return false;
    }
    struct units_set heirs = country_today(maker->country, before);
    uint16_t heir = heirs.unit[maker_roll(maker, (unsigned)heirs.count)];
    maker->card.named = named_in_full(maker->country, before);
    maker->system.named = named_in_full(maker->country, heir);
    maker_rest(maker, before);
    /* Under the name that stayed, it is hard to say anything but: the same. */
    bool stayed = strcmp(maker_unit(maker, before)->name, maker_unit(maker, heir)->name) == 0;
    ret->right = RIGHT_POSSIBLE | (stayed ? RIGHT_SAME : 0);
    ret->divided = true;
    return maker_write(maker, MANNER_PLAIN, ret);
}

static bool make_divided_same(struct maker *maker, struct pair *ret)
{
    uint16_t before = maker_before(maker, true);
    if (before == UNIT_NONE) {
        return false;
    }
    struct manner manner = maker_manner(maker);
    maker->card.named = maker->system.named = named_in_full(maker->country, before);
    maker_rest(maker, before);
    ret->right = RIGHT_SAME;
    return maker_manner_fits(maker, &maker->system, manner) && maker_write(maker, manner, ret);
}

/* The card names, in the right district and province, a commune that the province never had in the map. */
static bool make_older(struct maker *maker, struct pair *ret)
{
    uint16_t before = maker_before(maker, false), gone = maker_before(maker, false);
    if (before == UNIT_NONE || gone == UNIT_NONE) {
        return false;
    }
    static const struct units_set nothing;
    struct named old = named_in_full(maker->country, before);
    const struct unit *unit = maker_unit(maker, gone);
    if (country_clash(maker->country, old.province, unit->proper, &nothing) ||
        country_reads_larger(maker->country, gone)) {
        return false;
    }
    maker->card.named = (struct named){gone, old.district, old.province};
    maker->system.named =
        maker_roll(maker, 2) ? old : named_in_full(maker->country, maker_heir(maker, before));
    maker_rest(maker, before);
    ret->right = RIGHT_POSSIBLE | RIGHT_PARTIAL | RIGHT_UNCLEAR;
    return maker_write(maker, MANNER_PLAIN, ret);
}

static bool make_slip_rest(struct maker *maker, struct pair *ret)
{
    char slipped[ADDRESS_SIZE];
    if (!maker_place(maker) || (maker->card.rest.kind != REST_HAMLET && !rest_on_street(&maker->card.rest)) ||
        !change_slip(maker->card.rest.name, &maker->dice, slipped) || rest_name_known(slipped)) {
        return false;
    }
    maker->card.rest.name = slipped;
    ret->right = maker_right(maker, true);
    bool written = maker_write(maker, MANNER_PLAIN, ret);
    maker->card.rest.name = maker->system.rest.name;
    return written;
}

static bool replace(const char *text, const char *from, const char *to, char out[ADDRESS_SIZE])
{
    const char *at = strstr(text, from);
    return at && snprintf(out, ADDRESS_SIZE, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from)) <
                     ADDRESS_SIZE;
}

static bool make_slip_unit(struct maker *maker, struct pair *ret)
{
    char slipped[ADDRESS_SIZE], name[2 * ADDRESS_SIZE], text[ADDRESS_SIZE];
    if (!maker_place(maker) || !maker_write(maker, MANNER_PLAIN, ret)) {
        return false;
    }
    struct named named = maker->card.named;
    const struct unit *unit = maker_unit(maker, named.commune);
    struct units_set today = country_today(maker->country, named.commune);
    if (!change_slip(unit->proper, &maker->dice, slipped) ||
        country_clash(maker->country, named.province, slipped, &today)) {
        return false;
    }
    snprintf(name, sizeof name, "%s %s", unit_kind_word(unit->kind), slipped);
    if (!replace(ret->card, unit->name, name, text)) {
        return false;
    }
    memcpy(ret->card, text, sizeof text);
    ret->right = maker_right(maker, true);
    return true;
}

static bool make_two(struct maker *maker, struct pair *ret)
{
    char changed[ADDRESS_SIZE];
    struct manner manner = maker_manner(maker);
    if (!maker_place(maker) || !maker_manner_fits(maker, &maker->system, manner) ||
        !maker_write(maker, manner, ret)) {
        return false;
    }
    unsigned change = maker_roll(maker, 3);
    if (change == 0 || !change_spelling(ret->system, changed)) {
        (change == 1 ? change_upper : change_marks)(ret->system, changed);
    }
    memcpy(ret->system, changed, sizeof changed);
    ret->right = maker_right(maker, false);
    return true;
}

static bool make(struct maker *maker, enum made made, struct pair *ret)
{
    switch (made) {
    case MADE_RENAMED: return make_renamed(maker, ret);
    case MADE_MIXED: return make_mixed(maker, ret);
    case MADE_MARKS: return make_marks(maker, ret);
    case MADE_SHORT: return make_short(maker, ret);
    case MADE_PARTED: return make_parted(maker, ret);
    case MADE_SPELLED: return make_spelled(maker, ret);
    case MADE_NO_PROVINCE: return make_no_province(maker, ret);
    case MADE_NO_DISTRICT: return make_no_district(maker, ret);
    case MADE_LESS: return make_less(maker, ret);
    case MADE_DIVIDED: return make_divided(maker, ret);
    case MADE_DIVIDED_SAME: return make_divided_same(maker, ret);
    case MADE_OLDER: return make_older(maker, ret);
    case MADE_SLIP_REST: return make_slip_rest(maker, ret);
    case MADE_SLIP_UNIT: return make_slip_unit(maker, ret);
    case MADE_TWO: return make_two(maker, ret);
    default: return make_moved(maker, made, ret);
    }
}

static void swap_sides(struct pair *pair)
{
    char text[ADDRESS_SIZE];
    memcpy(text, pair->card, sizeof text);
    memcpy(pair->card, pair->system, sizeof text);
    memcpy(pair->system, text, sizeof text);
}

bool make_pair(const struct country *country, enum made made, unsigned number, struct pair *ret)
{
    enum { CLASS_STEP = 1000003 };
    struct maker maker = {.country = country, .dice = {(uint64_t)made * CLASS_STEP + number}};
    for (int i = 0; i < TRIES; i++) {
        memset(&maker.card, 0, sizeof maker.card);
        memset(&maker.system, 0, sizeof maker.system);
        memset(ret, 0, sizeof *ret);
        if (make(&maker, made, ret) && strcmp(ret->card, ret->system) != 0) {
            if (maker_roll(&maker, 2)) {
                swap_sides(ret);
            }
            return true;
        }
    }
    return false;
}
