/* layout: four rows of keycaps a country. */
#include "layout.h"
#include <string.h>

enum { LEVELS = 3 };

struct layout {
    const char *country;
    const wchar_t
        *keys[LEVELS]; /* plain, with Shift, with AltGr; in the order of `positions`, space: no character */
};

/* From the key left of 1 to the one left of the right Shift, row by row; last the extra key of European boards. */
static const unsigned char positions[] = {
    0x35, 0x1e, 0x1f, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x2d, 0x2e, /* ` 1 ... = */
    0x14, 0x1a, 0x08, 0x15, 0x17, 0x1c, 0x18, 0x0c, 0x12, 0x13, 0x2f, 0x30, 0x31, /* q w ... \ */
    0x04, 0x16, 0x07, 0x09, 0x0a, 0x0b, 0x0d, 0x0e, 0x0f, 0x33, 0x34,             /* a s ... ' */
    0x1d, 0x1b, 0x06, 0x19, 0x05, 0x11, 0x10, 0x36, 0x37, 0x38, 0x64,             /* z x ... / < */
};

static const unsigned char levels[LEVELS] = {0, MOD_SHIFT, MOD_ALTGR};

static const struct layout layouts[] = {
    {"us",
     {L"`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./ ",
      L"~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>? ", L""}},
    /* The two dead keys of the French board (^ and ¨) give no character by themselves. */
    {"fr",
     {L"²&é\"'(-è_çà)=azertyuiop $*qsdfghjklmùwxcvbn,;:!<",
      L" 1234567890°+AZERTYUIOP £µQSDFGHJKLM%WXCVBN?./§>", L"  ~#{[|`\\^@]}"}},
};

const struct layout *layout_find(const char *country)
{
    for (unsigned i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        if (!strcmp(layouts[i].country, country)) {
            return &layouts[i];
        }
    }
    return NULL;
}

static bool find_key(const struct layout *layout, wchar_t c, struct stroke *ret)
{
    for (int level = 0; level < LEVELS; level++) {
        const wchar_t *key = wcschr(layout->keys[level], c);
        if (key && c != L' ') {
            *ret = (struct stroke){levels[level], positions[key - layout->keys[level]]};
            return true;
        }
    }
    return false;
}

bool layout_stroke(const struct layout *layout, wchar_t c, struct stroke *ret)
{
    switch (c) {
    case L'\0': return false;
    case L' ': *ret = (struct stroke){0, USAGE_SPACE}; return true;
    case L'\r': *ret = (struct stroke){0, USAGE_ENTER}; return true;
    case L'\t': *ret = (struct stroke){0, USAGE_TAB}; return true;
    case L'\x1b': *ret = (struct stroke){0, USAGE_ESCAPE}; return true;
    default: break;
    }
    if (c >= 32) {
        return find_key(layout, c, ret);
    }
    if (!find_key(layout, c <= 26 ? c + 96 : c + 64, ret)) { /* GS is Ctrl and ] */
        return false;
    }
    ret->modifiers |= MOD_CTRL;
    return true;
}
