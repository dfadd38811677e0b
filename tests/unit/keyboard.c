/* keyboard: what a scanner of one layout meant by the characters of another. */
#include "core/keyboard.h"
#include <criterion/criterion.h>

Test(keyboard, each_layout_gives_each_character_of_a_card)
{
    static const char32_t CARD[] = U"0123456789abcdefABCDEFGHIJKLMNOPQRSTUVWXYZ-/$#";
    for (enum keyboard keyboard = 0; keyboard < KEYBOARD_SCANNERS; keyboard++) {
        for (const char32_t *c = CARD; *c; c++) {
            bool found = keyboard == KEYBOARD_FR && *c == U'#'; /* with AltGr */
            for (int key = 0; key < KEYBOARD_KEYS; key++) {
                found = found || keyboard_character(keyboard, key, false) == *c ||
                        keyboard_character(keyboard, key, true) == *c;
            }
            cr_assert(found, "%s lacks U+%04X", keyboard_code(keyboard), (unsigned)*c);
        }
    }
}

Test(keyboard, the_digits_of_one_are_the_signs_of_the_other)
{
    struct keyboard_map map;
    keyboard_map(KEYBOARD_US, KEYBOARD_FR, &map);
    cr_assert_eq(map.to['&'], '1');
    cr_assert_eq(map.to[0xE0], '0');
    cr_assert_eq(map.to[0xB5], '|');
    cr_assert_eq(map.to['4'], '$');
    cr_assert_eq(map.to[0x1A1], 0);
    cr_assert_not(map.bar_for_dash);
}

Test(keyboard, the_bar_of_a_french_scanner_looks_like_its_dash)
{
    struct keyboard_map map;
    keyboard_map(KEYBOARD_FR, KEYBOARD_US, &map);
    cr_assert(map.bar_for_dash);
    cr_assert_eq(map.to['6'], '|');
    keyboard_map(KEYBOARD_FR, KEYBOARD_GB, &map);
    cr_assert_not(map.bar_for_dash, "AltGr gives the reader another character");
    cr_assert_eq(map.to['6'], '-');
    cr_assert_eq(map.to[0xBE], '|');
}

Test(keyboard, the_bar_stands_beside_the_left_shift_on_gb_and_de)
{
    struct keyboard_map map;
    keyboard_map(KEYBOARD_GB, KEYBOARD_US, &map);
    cr_assert_eq(map.to['>'], '|');
    keyboard_map(KEYBOARD_DE, KEYBOARD_US, &map);
    cr_assert_eq(map.to['<'], '|');
}
