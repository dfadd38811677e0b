/* line: editing by whole characters. */
#include "core/line.h"
#include "core/text.h"
#include <criterion/criterion.h>
#include <string.h>

static struct line line;

static void press(enum press press, int32_t rune)
{
    cr_assert_eq(line_key(&line, 32, (struct key){press, rune}, TYPING_TELEX), FAULT_NONE);
}

static void type(const char *text)
{
    for (; *text; text++) {
        press(PRESS_TEXT, *text);
    }
}

static void setup(void)
{
    line_clear(&line);
}

TestSuite(line, .init = setup);

Test(line, types_by_telex_and_edits_whole_characters)
{
    type("Nguyeenx Hoaf");
    cr_assert_str_eq(line.text, "Nguyễn Hòa");
    press(PRESS_LEFT, 0);
    press(PRESS_BACKSPACE, 0);
    cr_assert_str_eq(line.text, "Nguyễn Ha");
    press(PRESS_DELETE, 0);
    press(PRESS_HOME, 0);
    press(PRESS_DELETE, 0);
    press(PRESS_BACKSPACE, 0);
    cr_assert_str_eq(line.text, "guyễn H");
    press(PRESS_END, 0);
    press(PRESS_RIGHT, 0);
    cr_assert_eq(line.at, strlen("guyễn H"));
}

Test(line, leaves_out_what_cannot_be_seen)
{
    static const int32_t runes[] = {0, 7, 27, 0x7F, 0x9B, 0x200B, 0x202E, 0xFEFF, 0xD800, 0x110000, -1};
    for (size_t i = 0; i < sizeof runes / sizeof *runes; i++) {
        press(PRESS_TEXT, runes[i]);
    }
    cr_assert_str_eq(line.text, "");
}

Test(line, too_long_changes_nothing)
{
    line_set(&line, "0123456789012345678901234567890");
    cr_assert_eq(line_key(&line, 32, (struct key){PRESS_TEXT, 'x'}, TYPING_PLAIN), FAULT_TOO_LONG);
    cr_assert_str_eq(line.text, "0123456789012345678901234567890");
    cr_assert_eq(line.at, 31);
}

Test(line, the_cursor_never_stands_within_a_character)
{
    type("a");
    press(PRESS_HOME, 0);
    press(PRESS_TEXT, 0x301);
    press(PRESS_HOME, 0);
    press(PRESS_TEXT, 'x');
    cr_assert_str_eq(line.text, "x\xCC\x81"
                                "a");
    cr_assert_eq(line.at, 3);
}
