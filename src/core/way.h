/* way: how a scanner sends what its keyboard layout has no key for. */
#ifndef TIEPDON_WAY_H
#define TIEPDON_WAY_H

enum way {
    WAY_AUTO,   /* told from what arrives */
    WAY_UTF8,   /* Alt + the bytes of UTF-8, one after the other */
    WAY_CP1252, /* Alt + a byte of that code page */
    WAY_CP1258,
    WAY_CODE_POINT, /* Alt + a code point */
};

#endif
