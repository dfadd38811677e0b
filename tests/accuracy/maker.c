#include "maker.h"
#include <string.h>

const struct unit *maker_unit(const struct maker *maker, uint16_t unit)
{
    return &maker->country->units->units[unit];
}

unsigned maker_roll(struct maker *maker, unsigned sides)
{
    return dice_roll(&maker->dice, sides);
}

uint16_t maker_before(struct maker *maker, bool divided)
{
    const struct country *country = maker->country;
    for (int i = 0; i < TRIES && country->before_count > 0; i++) {
        uint16_t before = country_pick(country->before, country->before_count, &maker->dice);
        if ((country_today(country, before).count > 1) == divided) {
            return before;
        }
    }
    return UNIT_NONE;
}

uint16_t maker_heir(const struct maker *maker, uint16_t before)
{
    return country_today(maker->country, before).unit[0];
}

void maker_rest(struct maker *maker, uint16_t commune)
{
    maker->card.rest = maker->system.rest = rest_make(maker_unit(maker, commune)->kind, &maker->dice);
}

bool maker_place(struct maker *maker)
{
    const struct country *country = maker->country;
    uint16_t before = maker_before(maker, false);
    if (before == UNIT_NONE) {
        return false;
    }
    struct named old = named_in_full(country, before),
                 now = named_in_full(country, maker_heir(maker, before));
    unsigned how = maker_roll(maker, 4);
    maker->card.named = how == 0 || how == 2 ? old : now;
    maker->system.named = how == 0 || how == 3 ? old : now;
    maker_rest(maker, before);
    return true;
}

static bool same_named(struct named a, struct named b)
{
    return a.commune == b.commune && a.district == b.district && a.province == b.province;
}

unsigned maker_right(const struct maker *maker, bool marks)
{
    struct units_set card = country_readings(maker->country, maker->card.named, marks),
                     system = country_readings(maker->country, maker->system.named, marks);
    bool open = (card.count > 1 || system.count > 1) &&
                (!marks || !same_named(maker->card.named, maker->system.named));
    return RIGHT_SAME | (open ? RIGHT_POSSIBLE : 0);
}

struct manner maker_manner(struct maker *maker)
{
    static const char *const SEPARATORS[] = {", ", ", ", ", ", " - ", " ", ","};
    struct manner manner = {KINDS_SMALL + (enum kinds)maker_roll(maker, KINDS_COUNT - 1),
                            maker_roll(maker, 2) == 0, false, SEPARATORS[maker_roll(maker, 6)]};
    if (manner.kinds == KINDS_NONE) {
        manner.separator = ", ";
    }
    return manner;
}

bool maker_manner_fits(const struct maker *maker, const struct side *side, struct manner manner)
{
    return manner.kinds != KINDS_NONE || side->named.commune == UNIT_NONE ||
           !country_reads_larger(maker->country, side->named.commune);
}

bool maker_write(struct maker *maker, struct manner manner, struct pair *ret)
{
    return write_address(maker->country, &maker->card, MANNER_PLAIN, ret->card) &&
           write_address(maker->country, &maker->system, manner, ret->system);
}
