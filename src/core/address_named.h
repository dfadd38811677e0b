/* address_named: the units that some words of an address name, beside the units named to the right of them.
 * Inside of address. */
#ifndef TIEPDON_ADDRESS_NAMED_H
#define TIEPDON_ADDRESS_NAMED_H
#include "core/address_split.h"

/* More units of one name, equally likely, say nothing of the place. */
enum { NAMED_MAX = 12 };

struct named {
    uint16_t at, end; /* its words, the kind included; equal: not named */
    uint16_t name;    /* where the words of the name itself begin */
    uint8_t kind;     /* enum unit_kind as written */
    bool wrong;       /* the kind has wrong marks */
    uint8_t doubt;    /* 0: written as the map has it, and where it belongs; the more the less likely */
    bool many;        /* more than NAMED_MAX */
    int count;        /* 0 with at < end: a unit that the map does not know */
    uint16_t units[NAMED_MAX];
};

enum {
    DOUBT_MARKS = 1, /* marks are missing in a text that has some */
    DOUBT_MIXED = 2, /* units of before and of today in one address */
    DOUBT_KIND = 3,  /* Xã for what the map knows as Phường */
    DOUBT_SLIP = 4,  /* a letter or mark is wrong */
    DOUBT_PLACE = 5, /* a commune of the province, but of another district than the one named */
};

/* What is sought. `province` and `district` are what stands to the right, perhaps not named. */
struct seek {
    const struct units *units;
    const struct words *words;
    const char *today;
    int step;    /* the last change of today */
    bool parted; /* the text has signs that part places */
    bool slips;  /* look for names with a slip too */
    enum unit_level level;
    const struct named *province, *district;
    uint16_t today_provinces[UNIT_HEIRS]; /* of the province */
    int today_province_count;
};

/* The words [name, end) and the kind before them as units of the level. False when no unit of that level has
 * the name, or the kind is of another level. */
bool named_find(const struct seek *seek, size_t name, size_t end, struct named *ret);

/* The same with a slip in the name, where one unit alone is meant. */
bool named_slipped(const struct seek *seek, size_t name, size_t end, struct named *ret);

/* Words that end at `end` and are led by a kind of that level: a unit that the map may not know. */
bool named_by_kind(const struct seek *seek, size_t end, struct named *ret);

/* No sign parts the words [at, end). */
bool named_whole(const struct words *words, size_t at, size_t end);

bool named_has(const struct named *named, uint16_t unit);

#endif
