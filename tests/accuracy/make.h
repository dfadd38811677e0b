/* make: pairs of addresses made by a fixed seed from a map, with the truth of each: it comes from the map's
 * codes and from what was changed, never from the code that compares. */
#ifndef TIEPDON_ACCURACY_MAKE_H
#define TIEPDON_ACCURACY_MAKE_H
#include "core/address.h"
#include "country.h"

/* X(CODE, text): first those where no warning is wanted, from MOVED on those where one is.
 * The last is as hard as can be and hardly ever met: what a slip would make of it stands beside the sums. */
#define MADE_LIST(X)                                                                                         \
    X(RENAMED, "street kept, unit renamed by the mergers")                                                   \
    X(MIXED, "names of before and of today in one text")                                                     \
    X(MARKS, "diacritics lost")                                                                              \
    X(SHORT, "abbreviations")                                                                                \
    X(PARTED, "separators and order of writing")                                                             \
    X(SPELLED, "place of the tone, i and y, capitals")                                                       \
    X(NO_PROVINCE, "province left out")                                                                      \
    X(NO_DISTRICT, "district left out")                                                                      \
    X(LESS, "one side says less")                                                                            \
    X(DIVIDED, "divided commune against an heir")                                                            \
    X(DIVIDED_SAME, "the same divided commune twice")                                                        \
    X(OLDER, "commune of a name older than the map")                                                         \
    X(SLIP_REST, "typing slip in street or hamlet")                                                          \
    X(SLIP_UNIT, "typing slip in the commune's name")                                                        \
    X(TWO, "two of these at once")                                                                           \
    X(MOVED, "moved to another province")                                                                    \
    X(MOVED_COMMUNE, "to another commune of the province")                                                   \
    X(MOVED_NEAR, "to another commune of the district")                                                      \
    X(MOVED_ALIKE, "to a commune of a similar name")                                                         \
    X(MOVED_FROM_DIVIDED, "from a divided commune to a stranger")                                            \
    X(MOVED_BOTH, "to another commune and street")                                                           \
    X(MOVED_HOUSE, "to another house of the street")                                                         \
    X(MOVED_STREET, "to another street or hamlet")                                                           \
    X(MOVED_NUMBER, "to another numbered hamlet or group")                                                   \
    X(MOVED_WRITTEN, "moved, and otherwise written")                                                         \
    X(MOVED_NAMESAKE, "beside the sums: to a street of a like name")

enum made {
#define X(code, text) MADE_##code,
    MADE_LIST(X)
#undef X
        MADE_COUNT
};
const char *made_text(enum made made);
static inline bool made_moved(enum made made)
{
    return made >= MADE_MOVED;
}

static inline bool made_beside(enum made made)
{
    return made == MADE_MOVED_NAMESAKE;
}

struct pair {
    char card[ADDRESS_SIZE], system[ADDRESS_SIZE];
    unsigned right; /* bits 1 << enum address_level: what a careful clerk would say */
    bool
        commune_alone; /* nothing but the commune differs in one province: to a map without divided communes it may be
                           one place */
    bool divided; /* to such a map it may look renamed */
};

/* Pair `number` of a class: the same on every machine. False when the map has nothing to make it of. */
bool make_pair(const struct country *country, enum made made, unsigned number, struct pair *ret);

#endif
