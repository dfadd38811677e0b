/* terminal_keys: what terminals send, whatever their descriptions say. */
#include "ui/terminal_keys.h"
#include <stdio.h>

/* What PuTTY, the Linux console and others send whatever their terminfo says. */
static const struct {
    const char *sequence;
    int code;
} SEQUENCES[] = {
    {"\033[200~", CODE_PASTE_BEGIN},
    {"\033[201~", CODE_PASTE_END},
    {"\033[11~", KEY_F(1)},
    {"\033[12~", KEY_F(2)},
    {"\033[13~", KEY_F(3)},
    {"\033[14~", KEY_F(4)},
    {"\033[15~", KEY_F(5)},
    {"\033[[A", KEY_F(1)},
    {"\033[[B", KEY_F(2)},
    {"\033[[C", KEY_F(3)},
    {"\033[[D", KEY_F(4)},
    {"\033[[E", KEY_F(5)},
    {"\033OP", KEY_F(1)},
    {"\033OQ", KEY_F(2)},
    {"\033OR", KEY_F(3)},
    {"\033OS", KEY_F(4)},
    {"\033[A", KEY_UP},
    {"\033[B", KEY_DOWN},
    {"\033[C", KEY_RIGHT},
    {"\033[D", KEY_LEFT},
    {"\033OA", KEY_UP},
    {"\033OB", KEY_DOWN},
    {"\033OC", KEY_RIGHT},
    {"\033OD", KEY_LEFT},
    {"\033[1~", KEY_HOME},
    {"\033[4~", KEY_END},
    {"\033[7~", KEY_HOME},
    {"\033[8~", KEY_END},
    {"\033[H", KEY_HOME},
    {"\033[F", KEY_END},
    {"\033OH", KEY_HOME},
    {"\033OF", KEY_END},
    {"\033OM", KEY_ENTER},
};

/* Alt with a digit, whose place in a sequence is %d, beginning with the number of 0. */
static const struct {
    const char *format;
    int zero;
} ALT_FORMS[] = {
    {"\033[%d;3u", '0'},
    {"\033[%d;3u", 57399}, /* the keypad, in the protocol of kitty */
    {"\033[27;3;%d~", '0'},
};

/* Alt with a key of the keypad without Num Lock. */
static const char *const ALT_KEYPAD[DIGITS] = {"\033[2;3~", "\033[1;3F", "\033[1;3B", "\033[6;3~",
                                               "\033[1;3D", "\033[1;3E", "\033[1;3C", "\033[1;3H",
                                               "\033[1;3A", "\033[5;3~"};

/* Also where the terminal's description has another key for it: Home of the keypad is a 7. */
static void define_digit(int digit)
{
    char sequence[24];
    snprintf(sequence, sizeof sequence, "\033O%c", 'p' + digit);
    define_key(sequence, CODE_KEYPAD + digit);
    snprintf(sequence, sizeof sequence, "\033\033O%c", 'p' + digit);
    define_key(sequence, CODE_ALT + digit);
    snprintf(sequence, sizeof sequence, "\033%d", digit);
    define_key(sequence, CODE_ESCAPED + digit);
    define_key(ALT_KEYPAD[digit], CODE_ALT + digit);
    for (size_t i = 0; i < sizeof ALT_FORMS / sizeof ALT_FORMS[0]; i++) {
        snprintf(sequence, sizeof sequence, ALT_FORMS[i].format, ALT_FORMS[i].zero + digit);
        define_key(sequence, CODE_ALT + digit);
    }
}

void terminal_keys_define(void)
{
    for (size_t i = 0; i < sizeof SEQUENCES / sizeof SEQUENCES[0]; i++) {
        if (key_defined(SEQUENCES[i].sequence) == 0) {
            define_key(SEQUENCES[i].sequence, SEQUENCES[i].code);
        }
    }
    for (int digit = 0; digit < DIGITS; digit++) {
        define_digit(digit);
    }
}

struct key terminal_key(int code)
{
    switch (code) {
    case KEY_ENTER: return (struct key){PRESS_ENTER, 0};
    case KEY_BACKSPACE: return (struct key){PRESS_BACKSPACE, 0};
    case KEY_DC: return (struct key){PRESS_DELETE, 0};
    case KEY_BTAB: return (struct key){PRESS_BACKTAB, 0};
    case KEY_UP: return (struct key){PRESS_UP, 0};
    case KEY_DOWN: return (struct key){PRESS_DOWN, 0};
    case KEY_LEFT: return (struct key){PRESS_LEFT, 0};
    case KEY_RIGHT: return (struct key){PRESS_RIGHT, 0};
    case KEY_HOME: return (struct key){PRESS_HOME, 0};
    case KEY_END: return (struct key){PRESS_END, 0};
    case KEY_PPAGE: return (struct key){PRESS_PAGE_UP, 0};
    case KEY_NPAGE: return (struct key){PRESS_PAGE_DOWN, 0};
    default: break;
    }
    if (code >= KEY_F(1) && code <= KEY_F(12)) {
        return (struct key){PRESS_FUNCTION, code - KEY_F0};
    }
    if (code >= CODE_KEYPAD && code < CODE_END) {
        return (struct key){code >= CODE_ALT ? PRESS_ALT : PRESS_TEXT, '0' + (code - CODE_KEYPAD) % DIGITS};
    }
    return (struct key){PRESS_NONE, 0};
}
