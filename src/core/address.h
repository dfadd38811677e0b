/* address: an address read from right to left into its units and the rest, and two addresses compared by what
 * their units are today, then by the rest: since 1/7/2025 almost every older text differs from the assessment
 * data's while the place is the same. */
#ifndef TIEPDON_ADDRESS_H
#define TIEPDON_ADDRESS_H
#include "core/field.h"
#include "core/unit.h"

enum address_level {
    ADDRESS_SAME,       /* the same text but for case and spaces */
    ADDRESS_EQUIVALENT, /* the same units and rest, otherwise written: abbreviations, diacritics lost, a slip */
    ADDRESS_RENAMED,    /* the same place today, its units named as before the mergers on one side or both */
    ADDRESS_PARTIAL,    /* one side says less, nothing contradicts: a unit or the rest is missing */
    ADDRESS_POSSIBLE,   /* may be one place: a divided commune, or one that the map does not know */
    ADDRESS_UNCLEAR,    /* not understood: no unit recognised on a side, and the texts differ */
    ADDRESS_DIFFERENT, /* another commune, or another house or street in it */
};

/* Bytes of a text, the second one no more. */
struct address_part {
    uint16_t at, end;
};

enum { ADDRESS_PARTS = 16 };

/* An address understood. Units are as named, of before or of today; UNIT_NONE where the text has none. */
struct address {
    /* What the units leave: house, street, hamlet; one part where the units stand at the end. */
    struct address_part rest[ADDRESS_PARTS];
    int rest_count;
    uint16_t province, district, commune; /* indices into the table */
    uint16_t today[UNIT_HEIRS];           /* the communes of today in one of which it lies */
    int today_count;                      /* 0: no commune named, or what became of it is not known */
    uint16_t today_province;              /* UNIT_NONE: not known */
};

struct address_match {
    enum address_level level;
    uint16_t candidates[UNIT_HEIRS]; /* POSSIBLE because of a division: the communes of today it may be */
    int count;
};

/* Texts are clean text of less than ADDRESS_SIZE bytes, `today` a full ISO day; `units` may be NULL: then
 * nothing is recognised. */
void address_read(const struct units *units, const char *today, const char *text, struct address *ret);

/* Neither text is empty. Candidates stand in the order in which the map names the heirs. What the two sides
 * are makes no difference: compare(a, b) is compare(b, a). */
void address_compare(const struct units *units, const char *today, const char *card, const char *system,
                     struct address_match *ret);

/* The text with the units of today: the parts of its rest, then `commune` (one of address.today) and its
 * province. False, and `out` empty, when it does not fit. */
bool address_modern(const struct units *units, const char *text, const struct address *address,
                    uint16_t commune, char out[ADDRESS_SIZE]);

#endif
