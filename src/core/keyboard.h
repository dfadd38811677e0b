/* keyboard: which character each of the 48 typing keys gives, by layout: the ground on which a scan read through
 * the wrong layout is turned back.
 *
 * A scanner sends positions, the reader makes characters of them. Where both mean other layouts each character
 * says which key it was, and that key what the scanner meant. Keys stand in the order of the rows: TLDE AE01-AE12,
 * AD01-AD12, AC01-AC11 BKSL, LSGT AB01-AB10, by their names in xkb. Source: xkeyboard-config, the default variant
 * of each layout. */
#ifndef TIEPDON_KEYBOARD_H
#define TIEPDON_KEYBOARD_H
#include <stdbool.h>
#include <stdint.h>
#include <uchar.h>

enum { KEYBOARD_KEYS = 48 };

/* The first four are layouts a scanner may be set to; Vietnamese is met as a reader only, where digits give
 * letters and marks. */
enum keyboard {
    KEYBOARD_US,
    KEYBOARD_FR,
    KEYBOARD_DE,
    KEYBOARD_GB,
    KEYBOARD_VN,
    KEYBOARD_COUNT,
    KEYBOARD_SCANNERS = KEYBOARD_VN,
};

const char *keyboard_code(enum keyboard keyboard); /* "us": the name of the layout in xkb */

/* The character of a key, 0 for a dead key. */
char32_t keyboard_character(enum keyboard keyboard, int key, bool shift);

/* All characters below it have a place in struct keyboard_map. */
enum { KEYBOARD_MAP_SIZE = 0x400 };

/* to[c]: what the scanner meant where the reader saw c; 0 where no key of the reader gives c. */
struct keyboard_map {
    uint16_t to[KEYBOARD_MAP_SIZE];
    bool bar_for_dash; /* | and - of the scanner look alike to this reader: both are | here */
};

void keyboard_map(enum keyboard scanner, enum keyboard reader, struct keyboard_map *ret);

#endif
