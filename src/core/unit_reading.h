/* unit_reading: the ways in which what was typed of a commune's name may be meant. */
#ifndef TIEPDON_UNIT_READING_H
#define TIEPDON_UNIT_READING_H
#include "core/unit_words.h"

enum { UNIT_READINGS = 5 };

struct unit_reading {
    struct unit_words words;
    uint8_t kind;  /* enum unit_kind of the commune that it names, UNIT_KIND_NONE for none */
    bool initials; /* the first word is nothing but initials, and the kind is certain */
};

struct unit_readings {
    struct unit_reading list[UNIT_READINGS];
    int count; /* 0 for less than two letters, or more than a name has */
};

/* "p bn": as it stands, and "bn" behind its kind; "pbn": as it stands, and the initials "bn" behind that of
 * the kind; "á": also the Telex keys "as" as initials. */
void unit_readings_read(const char *typed, struct unit_readings *ret);

#endif
