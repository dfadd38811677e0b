/* maker: what the makers of pairs share. */
#ifndef TIEPDON_ACCURACY_MAKER_H
#define TIEPDON_ACCURACY_MAKER_H
#include "change.h"
#include "make.h"
#include "write.h"

enum {
    TRIES = 200, /* to find what a class needs; a map may have none */
    RIGHT_SAME = 1 << ADDRESS_SAME | 1 << ADDRESS_EQUIVALENT | 1 << ADDRESS_RENAMED,
    RIGHT_PARTIAL = 1 << ADDRESS_PARTIAL,
    RIGHT_POSSIBLE = 1 << ADDRESS_POSSIBLE,
    RIGHT_UNCLEAR = 1 << ADDRESS_UNCLEAR,
    RIGHT_DIFFERENT = 1 << ADDRESS_DIFFERENT,
};

struct maker {
    const struct country *country;
    struct dice dice;
    struct side card, system;
};

const struct unit *maker_unit(const struct maker *maker, uint16_t unit);
unsigned maker_roll(struct maker *maker, unsigned sides);

/* A commune of before with exactly one heir, or with several; UNIT_NONE when none was found. */
uint16_t maker_before(struct maker *maker, bool divided);
uint16_t maker_heir(const struct maker *maker, uint16_t before);

/* Both sides at one place: as before, as today, or one so and one so. False when the map has none. */
bool maker_place(struct maker *maker);
/* A rest for the commune, the same on both sides. */
void maker_rest(struct maker *maker, uint16_t commune);

/* What a clerk says of one place: the same; or, when a name leaves it open on one side, that it may be. */
unsigned maker_right(const struct maker *maker, bool marks);

/* A manner other than the plain one. */
struct manner maker_manner(struct maker *maker);
/* Without its kind a name is no more to be told from that of a larger unit: never so. */
bool maker_manner_fits(const struct maker *maker, const struct side *side, struct manner manner);

/* Writes both sides, the system's in that manner. */
bool maker_write(struct maker *maker, struct manner manner, struct pair *ret);

/* The classes where a warning is wanted. */
bool make_moved(struct maker *maker, enum made made, struct pair *ret);

#endif
