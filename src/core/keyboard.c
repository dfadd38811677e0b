/* keyboard: the layouts, a row of keys a line. */
#include "core/keyboard.h"
#include <assert.h>
#include <string.h>

/* Places in the rows: the key of the 6, and the one beside the left Shift. */
enum { KEY_SIX = 6, KEY_ANGLE = 37 };

/* A space stands for a dead key, which gives no character alone. */
static const struct {
    const char *code;
    const char32_t *plain, *shifted;
    int bar_key;         /* where | is typed with AltGr, -1 where it needs none */
    char32_t six, angle; /* what those two keys give with AltGr, or without where AltGr does nothing */
} KEYBOARDS[KEYBOARD_COUNT] = {
    [KEYBOARD_US] = {"us",
                     U"`1234567890-="
                     U"qwertyuiop[]"
                     U"asdfghjkl;'\\"
                     U"<zxcvbnm,./",
                     U"~!@#$%^&*()_+"
                     U"QWERTYUIOP{}"
                     U"ASDFGHJKL:\"|"
                     U">ZXCVBNM<>?",
                     -1, U'6', U'<'},
    [KEYBOARD_FR] = {"fr",
                     U"²&é\"'(-è_çà)="
                     U"azertyuiop $"
                     U"qsdfghjklmù*"
                     U"<wxcvbn,;:!",
                     U"~1234567890°+"
                     U"AZERTYUIOP £"
                     U"QSDFGHJKLM%µ"
                     U">WXCVBN?./§",
                     KEY_SIX, U'|', U'|'},
    [KEYBOARD_DE] = {"de",
                     U" 1234567890ß "
                     U"qwertzuiopü+"
                     U"asdfghjklöä#"
                     U"<yxcvbnm,.-",
                     U"°!\"§$%&/()=? "
                     U"QWERTZUIOPÜ*"
                     U"ASDFGHJKLÖÄ'"
                     U">YXCVBNM;:_",
                     KEY_ANGLE, U'¬', U'|'},
    [KEYBOARD_GB] = {"gb",
                     U"`1234567890-="
                     U"qwertyuiop[]"
                     U"asdfghjkl;'#"
                     U"\\zxcvbnm,./",
                     U"¬!\"£$%^&*()_+"
                     U"QWERTYUIOP{}"
                     U"ASDFGHJKL:@~"
                     U"|ZXCVBNM<>?",
                     -1, U'¾', U'|'},
    [KEYBOARD_VN] = {"vn",
                     U"`ăâêô\u0300\u0309\u0303\u0301\u0323đ-₫"
                     U"qwertyuiopươ"
                     U"asdfghjkl;'\\"
                     U"<zxcvbnm,./",
                     U"~ĂÂÊÔ%^&*(Đ_+"
                     U"QWERTYUIOPƯƠ"
                     U"ASDFGHJKL:\"|"
                     U">ZXCVBNM<>?",
                     -1, 0, U'|'},
};

const char *keyboard_code(enum keyboard keyboard)
{
    assert(keyboard < KEYBOARD_COUNT);
    return KEYBOARDS[keyboard].code;
}

char32_t keyboard_character(enum keyboard keyboard, int key, bool shift)
{
    assert(keyboard < KEYBOARD_COUNT && key >= 0 && key < KEYBOARD_KEYS);
    char32_t character = (shift ? KEYBOARDS[keyboard].shifted : KEYBOARDS[keyboard].plain)[key];
    return character == U' ' ? 0 : character;
}

static void put(struct keyboard_map *map, char32_t seen, char32_t meant)
{
    if (seen && meant && seen < KEYBOARD_MAP_SIZE) {
        map->to[seen] = (uint16_t)meant;
    }
}

static void put_key(struct keyboard_map *map, enum keyboard scanner, enum keyboard reader, int key)
{
    put(map, keyboard_character(reader, key, false), keyboard_character(scanner, key, false));
    put(map, keyboard_character(reader, key, true), keyboard_character(scanner, key, true));
}

void keyboard_map(enum keyboard scanner, enum keyboard reader, struct keyboard_map *ret)
{
    memset(ret, 0, sizeof *ret);
    ret->to[' '] = ' ';
    for (int key = 0; key < KEYBOARD_KEYS; key++) {
        put_key(ret, scanner, reader, key);
    }
    /* < and > stand twice on us: those beside the Shift may be the | of gb, the others are on no card. */
    put_key(ret, scanner, reader, KEY_ANGLE);
    int bar = KEYBOARDS[scanner].bar_key;
    if (bar >= 0) {
        char32_t seen = bar == KEY_SIX ? KEYBOARDS[reader].six : KEYBOARDS[reader].angle;
        ret->bar_for_dash = seen && seen < KEYBOARD_MAP_SIZE && ret->to[seen] == '-';
        put(ret, seen, U'|');
    }
}
