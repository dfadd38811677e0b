/* mend_layout: what the scanner meant by the keys whose characters of another layout arrived. */
#include "core/mend.h"
#include "core/text.h"
#include <string.h>

/* Letters that no key of the reader gives come by Alt codes and stay as they are. Where keys of the reader give
 * Vietnamese letters (à is the 0 of a French keyboard) nobody can tell those from Alt codes: then none may come. */
static bool translate(const struct keyboard_map *map, const char *bytes, size_t len, struct mended *ret)
{
    const bool passes = !map->to[0xE0];
    ret->len = 0;
    for (size_t at = 0; at < len;) {
        int32_t rune;
        at += text_next(bytes + at, len - at, &rune);
        if (rune < 0 || ret->len + 4 > MEND_MAX) {
            return false;
        }
        if (rune < KEYBOARD_MAP_SIZE && map->to[rune]) {
            rune = map->to[rune];
        } else if (rune < 0x80 || !passes) {
            return false;
        }
        ret->len += text_put(ret->bytes + ret->len, rune);
    }
    return true;
}

static bool is_hex(char c)
{
    return text_hex_digit((unsigned char)c) >= 0;
}

/* The check string of a card: 15 or 16 hexadecimal digits, a dash, four digits; `at` is the dash. */
static bool in_check(const struct mended *text, size_t at)
{
    size_t before = 0, after = 0;
    while (before < at && is_hex(text->bytes[at - 1 - before])) {
        before++;
    }
    while (at + 1 + after < text->len && is_hex(text->bytes[at + 1 + after])) {
        after++;
    }
    return (before == 15 || before == 16) && after == 4;
}

/* Dashes that came as | : between spaces (79 - 014), in the check string, and what stands for an empty field. */
static void restore_dashes(struct mended *text)
{
    char *s = text->bytes;
    for (size_t i = 1; i + 1 < text->len; i++) {
        bool spaced = s[i - 1] == ' ' && s[i + 1] == ' ';
        bool empty = s[i - 1] == '|' && s[i + 1] == '|';
        if (s[i] == '|' && (spaced || empty || in_check(text, i))) {
            s[i] = '-';
        }
    }
}

bool mend_layout(const char *bytes, size_t len, int nth, struct mended *ret)
{
    enum keyboard scanner = (enum keyboard)(nth / KEYBOARD_COUNT);
    enum keyboard reader = (enum keyboard)(nth % KEYBOARD_COUNT);
    struct keyboard_map map;
    if (nth >= MEND_LAYOUTS || scanner == reader || len > MEND_MAX) {
        return false;
    }
    keyboard_map(scanner, reader, &map);
    if (!translate(&map, bytes, len, ret)) {
        return false;
    }
    if (map.bar_for_dash) {
        restore_dashes(ret);
    }
    return true;
}
