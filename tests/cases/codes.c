/* codes: words into presses and releases. */
#include "codes.h"
#include "core/text.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { KEY_U = 22, KEY_X = 45, KEY_SPACE = 57, KEY_ENTER = 28, CONTROL = 0x1F };

struct player {
    void (*send)(void *data, struct stroke stroke);
    void *data;
    bool ctrl; /* is down: letters are control characters */
};

unsigned short codes_key(char c)
{
    static const char ROWS[] = "\0\0001234567890\0\0\0\0qwertyuiop\0\0\0\0asdfghjkl\0\0\0\0\0zxcvbnm";
    const char *at = c ? memchr(ROWS, tolower(c), sizeof ROWS - 1) : NULL;
    return at ? (unsigned short)(at - ROWS) : 0;
}

static unsigned short pad_key(char c)
{
    static const char PAD[] = "789-456+1230";
    const char *at = strchr(PAD, c);
    return c && at ? (unsigned short)(STROKE_PAD_7 + (at - PAD)) : 0;
}

static void key(struct player *p, unsigned short code, bool pressed, const char *text)
{
    struct stroke stroke = {.code = code, .pressed = pressed};
    strcpy(stroke.text, pressed ? text : "");
    p->send(p->data, stroke);
}

static void tap(struct player *p, unsigned short code, const char *text)
{
    key(p, code, true, text);
    key(p, code, false, "");
}

/* A main key; with Ctrl and Shift a digit's text depends on the layout and is left out. */
static void tap_main(struct player *p, char c)
{
    char text[2] = {c, '\0'};
    if (p->ctrl) {
        text[0] = (char)(isalpha((unsigned char)c) ? c & CONTROL : 0);
    }
    tap(p, codes_key(c), text);
}

/* Digits of the keypad until +, main keys from there on. */
static void tap_digits(struct player *p, const char *digits, size_t len)
{
    bool pad = true;
    for (size_t i = 0; i < len; i++) {
        char text[2] = {digits[i], '\0'};
        if (pad && pad_key(digits[i])) {
            tap(p, pad_key(digits[i]), text);
            pad = digits[i] != '+';
        } else {
            tap_main(p, digits[i]);
        }
    }
}

/* The kernel tells a key that is down already no second time. */
static void press_together(struct player *p, const char *digits, size_t len)
{
    for (int pressed = 1; pressed >= 0; pressed--) {
        for (size_t i = 0; i < len; i++) {
            if (!memchr(digits, digits[i], i)) {
                unsigned short code = pad_key(digits[i]) ? pad_key(digits[i]) : codes_key(digits[i]);
                char text[2] = {digits[i], '\0'};
                key(p, code, pressed, text);
            }
        }
    }
}

static void tap_stuck(struct player *p, const char *digits, size_t len)
{
    char seen[32];
    size_t count = 0;
    for (size_t i = 0; i < len && count < sizeof seen; i++) {
        if (i == 0 || digits[i] != digits[i - 1]) {
            seen[count++] = digits[i];
        }
    }
    tap_digits(p, seen, count);
}

static void hold_alt(struct player *p, unsigned short alt, const char *digits, size_t len,
                     void (*type)(struct player *, const char *, size_t))
{
    bool closed = len && digits[len - 1] == ')';
    key(p, alt, true, "");
    type(p, digits, len - closed);
    if (closed) {
        key(p, alt, false, "");
    }
}

static void hold_ctrl(struct player *p, bool down)
{
    p->ctrl = down;
    key(p, STROKE_LEFT_CTRL, down, "");
    key(p, STROKE_LEFT_SHIFT, down, "");
}

static void type_ctrlu(struct player *p, const char *digits, size_t len, char ending)
{
    hold_ctrl(p, true);
    tap_main(p, 'U');
    if (ending) {
        hold_ctrl(p, false);
    }
    for (size_t i = 0; i < len && digits[i] != ')'; i++) {
        tap_main(p, digits[i]);
    }
    if (ending) {
        tap(p, ending == ' ' ? KEY_SPACE : KEY_ENTER, (char[]){ending, '\0'});
    } else {
        hold_ctrl(p, false);
    }
}

static void type_altx(struct player *p, const char *digits, size_t len)
{
    for (size_t i = 0; i < len && digits[i] != ')'; i++) {
        tap_main(p, digits[i]);
    }
    hold_alt(p, STROKE_LEFT_ALT, "x)", 2, tap_digits);
}

static void type_dead(struct player *p, const char *digits)
{
    p->send(p->data, (struct stroke){.code = 26, .pressed = true, .dead = (int32_t)strtol(digits, NULL, 16)});
    key(p, 26, false, "");
}

bool codes_play(const char *word, size_t len, void (*send)(void *data, struct stroke stroke), void *data)
{
    static const char *const NAMES[] = {"alt(",   "altgr(",       "report(",      "stuck(", "altx(",
                                        "ctrlu(", "ctrlu-space(", "ctrlu-enter(", "dead("};
    struct player p = {send, data, false};
    size_t which = 0, name = 0;
    for (; which < sizeof NAMES / sizeof *NAMES; which++) {
        name = strlen(NAMES[which]);
        if (name <= len && !memcmp(word, NAMES[which], name)) {
            break;
        }
    }
    const char *digits = word + name;
    len -= name;
    switch (which) {
    case 0: hold_alt(&p, STROKE_LEFT_ALT, digits, len, tap_digits); return true;
    case 1: hold_alt(&p, STROKE_RIGHT_ALT, digits, len, tap_digits); return true;
    case 2: hold_alt(&p, STROKE_LEFT_ALT, digits, len, press_together); return true;
    case 3: hold_alt(&p, STROKE_LEFT_ALT, digits, len, tap_stuck); return true;
    case 4: type_altx(&p, digits, len); return true;
    case 5: type_ctrlu(&p, digits, len, '\0'); return true;
    case 6: type_ctrlu(&p, digits, len, ' '); return true;
    case 7: type_ctrlu(&p, digits, len, '\r'); return true;
    case 8: type_dead(&p, digits); return true;
    default: return false;
    }
}
