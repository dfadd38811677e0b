/* profile: the scanner profiles of keymaps/, one NAME.ini a model or family:
 *
 *     [match]    device = 05e0:1200 Symbol*Bar Code Scanner*
 *                                            vendor:product and name, as often as needed; the name has at least
 *                                            four letters besides *; ? in the product stands for any digit.
 *                                            Keyboards, serial ports and HID POS devices alike
 *     [scanner]  layout = us                 LAYOUT.xkb, the layout the scanner is set to
 *                way = auto                  how it sends what that layout has no key for: utf8, cp1252, cp1258
 *                                            (Alt + a byte), codepoint (Alt + a code point), or told from what
 *                                            arrives
 *                prefix = ]Q1                taken off where it stands; STX, or \x02 for any byte
 *                suffix = enter              enter, tab, lf, several of them, or none (then silence ends a scan)
 *                speed = 8                   milliseconds from one report to the next, for a slow scanner: gives
 *                                            silence and half where they are not stated
 *                silence = 100               milliseconds, for suffix = none
 *                half = 1000                 milliseconds after which half a scan is dropped
 *
 * A profile without [match] serves devices that the configuration binds to it. A name that is in the hospital's own
 * directory is not read from the installed one, unless the hospital's file is broken. */
#ifndef TIEPDON_PROFILE_H
#define TIEPDON_PROFILE_H
#include "adapter/keymaps.h"
#include "core/claim.h"

enum { PROFILES_MAX = 64, PROFILES_BROKEN = PROFILES_MAX };

struct profiles {
    struct profile
        list[PROFILES_MAX]; /* of two that match a device the first counts: the hospital's, by name */
    int count;
    struct {
        char path[PATH_SIZE];
        int line; /* 0 when the file as a whole cannot be used */
        enum fault fault;
    } broken[PROFILES_BROKEN]; /* the first ones; the others are loaded all the same */
    int broken_count;
};

/* One file. *ret_line as settings_read. FAULT_PROFILE_NAME when its name cannot stand in a binding. */
NEEDED enum fault profile_read(const char *path, struct profile *ret, int *ret_line);

/* Writes DIR/NAME.ini as a person would have written it, and makes the directory where it is missing. A file that
 * was there is replaced whole or not at all: FAULT_SETTINGS_UNWRITABLE. */
NEEDED enum fault profile_write(const char *dir, const struct profile *profile);

/* Every profile of both directories; none of one that cannot be read. */
void profiles_load(const struct keymaps *keymaps, struct profiles *ret);

#endif
