/* keys: what the bytes of a terminal become; and that no sequence nobody knows becomes a key. */
#include "check.h"
#include "ui/input.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONG = PAYLOAD_MAX + 100, HEARD = 256 };

/* Feeds the bytes as they would arrive in one go and lists what they became: "a", "Enter", "Esc". */
static void hear(struct input *input, const char *bytes, size_t len, char heard[HEARD])
{
    heard[0] = '\0';
    for (size_t i = 0; i < len; i++) {
        struct key key;
        struct scan paste;
        size_t at = strlen(heard);
        if (input_byte(input, (unsigned char)bytes[i], i + 1 == len, &key, &paste) != INPUT_KEY) {
            continue;
        }
        if (key.press == PRESS_TEXT) {
            snprintf(heard + at, HEARD - at, "%s%x", at ? " " : "", (unsigned)key.rune);
        } else {
            snprintf(heard + at, HEARD - at, "%s<%d %d>", at ? " " : "", (int)key.press, (int)key.rune);
        }
    }
}

static bool expect(const char *name, const char *bytes, size_t len, const char *wanted)
{
    struct input input = {.state = INPUT_GROUND};
    char heard[HEARD];
    hear(&input, bytes, len, heard);
    input_give_up(&input);
    if (strcmp(heard, wanted) == 0) {
        return true;
    }
    printf("keys: %s became \"%s\", not \"%s\"\n", name, heard, wanted);
    return false;
}

#define EXPECT(bytes, wanted) good = expect(#bytes, bytes, sizeof bytes - 1, wanted) && good

static bool check_bytes(void)
{
    bool good = true;
    EXPECT("a1 ", "61 31 20");
    EXPECT("\r\n\t", "<3 0> <3 0> <5 0>");
    EXPECT("\177\b", "<7 0> <7 0>");
    EXPECT("\025", "<2 21>");
    EXPECT("\033", "<4 0>");
    EXPECT("\xc4\x90\xe1\xbb\x87", "110 1ec7");              /* Đệ */
    EXPECT("\xff\x80x\xc4y\xf0\x9f\x98\x80", "78 79 1f600"); /* what is no UTF-8 is left out */
    EXPECT("\0", "");
    return good;
}

static bool check_sequences(void)
{
    bool good = true;
    EXPECT("\033[1;5Dx", "78");     /* Ctrl+Left where nobody defined it */
    EXPECT("\033[<0;12;3Mx", "78"); /* mouse */
    EXPECT("\033[?62;1;2cx", "78"); /* the terminal introduces itself */
    EXPECT("\033]11;rgb:0000/0000/0000\ax", "78");
    EXPECT("\033]11;1\033\\x", "78");
    EXPECT("\0331x", "78"); /* Alt+1 chooses nothing */
    EXPECT("\033\rx", "78");
    EXPECT("\033[31~x", "78");
    return good;
}

/* Alt with any key is no key; neither is a control sequence with any end. */
static bool check_unknown(void)
{
    bool good = true;
    for (int byte = 1; byte < 256; byte++) {
        char alt[] = {'\033', (char)byte}, sequence[] = {'\033', '[', '5', ';', '9', (char)byte};
        bool ends = byte >= 0x40 && byte <= 0x7e;
        good = expect("Alt with a key", alt, sizeof alt, "") && good;
        good = (!ends || expect("a control sequence", sequence, sizeof sequence, "")) && good;
    }
    return good;
}

static bool check_pastes(void)
{
    static struct input input;
    struct scan paste = {.len = 0};
    struct key key;
    input_paste_begin(&input);
    for (int i = 0; i < LONG; i++) {
        if (input_byte(&input, i % 50 ? 'x' : '\r', false, &key, &paste) != INPUT_NOTHING) {
            return false;
        }
    }
    bool whole = input_paste_end(&input, &paste) == INPUT_PASTED && paste.len == PAYLOAD_MAX + 1;
    input_paste_begin(&input);
    bool mended = input_key(&input, (struct key){PRESS_UP, 0}, &key) != INPUT_NOTHING;
    bool ended = input_byte(&input, '\033', true, &key, &paste) == INPUT_PASTED && paste.len == 2;
    bool again = input_paste_end(&input, &paste) == INPUT_NOTHING;
    if (whole && !mended && ended && again) {
        return true;
    }
    printf("keys: a paste is not taken whole\n");
    return false;
}

bool check_input(void)
{
    return check_bytes() && check_sequences() && check_unknown() && check_pastes();
}
