/* dead: marks joined by utf8proc. */
#include "core/dead.h"
#include <utf8proc.h>

bool dead_press(struct dead *dead, int32_t mark)
{
    if (dead->count == DEAD_MAX || (dead->count == 1 && dead->mark[0] == mark)) {
        return false;
    }
    dead->mark[dead->count++] = mark;
    return true;
}

static int32_t accent(int32_t mark)
{
    switch (mark) {
    case 0x300: return '`';
    case 0x301: return 0xB4;
    case 0x302: return '^';
    case 0x303: return '~';
    case 0x308: return 0xA8;
    case 0x327: return 0xB8;
    default: return -1;
    }
}

/* The one character of a letter with a mark; -1 when Unicode has none. */
static int32_t compose(int32_t rune, int32_t mark)
{
    utf8proc_int32_t pair[] = {rune, mark};
    bool one = rune >= 0 && utf8proc_normalize_utf32(pair, 2, UTF8PROC_COMPOSE | UTF8PROC_STABLE) == 1;
    return one ? pair[0] : -1;
}

int32_t dead_join(struct dead *dead, int32_t rune)
{
    int32_t first = dead->mark[0], second = dead->mark[1];
    int count = dead->count;
    *dead = (struct dead){0};
    if (count < 2) {
        return count == 0 ? rune : rune == ' ' ? accent(first) : compose(rune, first);
    }
    int32_t joined = compose(compose(rune, first), second);
    return joined >= 0 ? joined : compose(compose(rune, second), first);
}
