/* address: two addresses compared by their normalised text: case, punctuation, spacing, the usual
 * abbreviations of units (TP., Q., P., TT ...), tone placement and lost diacritics set aside. */
#ifndef TIEPDON_ADDRESS_H
#define TIEPDON_ADDRESS_H

enum address_level {
    ADDRESS_SAME,       /* but for case and spaces */
    ADDRESS_EQUIVALENT, /* the same words otherwise written */
    ADDRESS_DIFFERENT,
};

/* Both are clean text of less than ADDRESS_SIZE bytes, neither empty. A unit may be left unsaid on one side,
 * but not before a number; numbers decide (P.04 is P4, neither is Q4 nor 4), and so do order and missing
 * parts. Diacritics decide where both sides carry them (Văn Lang, Văn Lăng). */
enum address_level address_compare(const char *card, const char *system);

#endif
