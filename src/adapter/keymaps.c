/* keymaps: two directories, the hospital's own first. */
#include "adapter/keymaps.h"
#include <stdio.h>
#include <unistd.h>

enum { LAYOUT_FILE_SIZE = 64 };

enum fault keymaps_find(const char *data, struct keymaps *ret)
{
    ret->own[0] = '\0';
    enum fault fault = data ? place_join(data, "keymaps", ret->own) : FAULT_NONE;
    return fault ? fault : place_share("keymaps", ret->installed);
}

enum fault keymaps_layout(const struct keymaps *keymaps, const char *layout, char ret[PATH_SIZE])
{
    char file[LAYOUT_FILE_SIZE];
    int len = snprintf(file, sizeof file, "%s.xkb", layout);
    if (len >= (int)sizeof file) {
        return FAULT_TOO_LONG;
    }
    if (keymaps->own[0] && place_join(keymaps->own, file, ret) == FAULT_NONE && access(ret, F_OK) == 0) {
        return FAULT_NONE;
    }
    return place_join(keymaps->installed, file, ret);
}
