/* console: KDGKBTYPE and GIO_UNIMAP of console_ioctl(4). */
#include "adapter/console.h"
#include "core/text.h"
#include <linux/kd.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

const char CONSOLE_SIGNS[] = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
                             "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
                             "●○▸▶▲✓✗≈♦¶·—…─↑↓█";

bool console_is(int fd)
{
    char kind = 0;
    return ioctl(fd, KDGKBTYPE, &kind) == 0 && (kind == KB_101 || kind == KB_84);
}

/* The kernel says how many there are when there is no room for them. */
static struct unipair *read_map(int fd, struct unimapdesc *map)
{
    *map = (struct unimapdesc){.entry_ct = 0};
    if (ioctl(fd, GIO_UNIMAP, map) == 0 || map->entry_ct == 0) {
        return NULL;
    }
    map->entries = calloc(map->entry_ct, sizeof *map->entries);
    if (map->entries && ioctl(fd, GIO_UNIMAP, map) != 0) {
        free(map->entries);
        map->entries = NULL;
    }
    return map->entries;
}

static bool holds(const struct unimapdesc *map, int32_t rune)
{
    for (int i = 0; i < map->entry_ct; i++) {
        if (map->entries[i].unicode == rune) {
            return true;
        }
    }
    return false;
}

int console_missing(int fd, char missing[CONSOLE_MISSING_SIZE])
{
    struct unimapdesc map;
    size_t len = sizeof CONSOLE_SIGNS - 1, out = 0, step;
    int count = 0;
    missing[0] = '\0';
    if (!read_map(fd, &map)) {
        return -1;
    }
    for (size_t at = 0; at < len; at += step) {
        int32_t rune;
        step = text_next(CONSOLE_SIGNS + at, len - at, &rune);
        bool lacks = !holds(&map, rune);
        count += lacks;
        if (lacks && out + step < CONSOLE_MISSING_SIZE) {
            memcpy(missing + out, CONSOLE_SIGNS + at, step);
            out += step;
            missing[out] = '\0';
        }
    }
    free(map.entries);
    return count;
}
