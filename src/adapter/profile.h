/* profile: the scanner profiles of keymaps/, one NAME.ini a model or family:
 *
 *     [match]    device = 05e0:1200 Symbol*Bar Code Scanner*     vendor:product and name, as often as needed;
 *                                                                 the name has at least four letters besides
 * * [scanner]  layout = us             keymaps/us.xkb, the layout the scanner is set to suffix = enter enter,
 * tab, lf, several of them, or none (then silence ends a scan) prefix = ]Q1            taken off where it
 * stands silence = 100           milliseconds, for suffix = none half = 1000             milliseconds after
 * which half a scan is dropped
 *
 * A profile without [match] serves devices that the configuration binds to it. */
#ifndef TIEPDON_PROFILE_H
#define TIEPDON_PROFILE_H
#include "core/claim.h"

enum { PROFILES_MAX = 64, PROFILES_BROKEN = 8, PROFILE_FILE_SIZE = 256 };

struct profiles {
    struct profile list[PROFILES_MAX];
    int count;
    struct {
        char file[PROFILE_FILE_SIZE]; /* its name within the directory */
        int line;                     /* 0 when the file as a whole cannot be used */
        enum fault fault;
    } broken[PROFILES_BROKEN]; /* the first ones; the others are loaded all the same */
    int broken_count;
};

/* One file. *ret_line as settings_read. */
NEEDED enum fault profile_read(const char *path, struct profile *ret, int *ret_line);

/* Every profile of the directory, in the order of their names; none when it cannot be read. */
void profiles_load(const char *dir, struct profiles *ret);

#endif
