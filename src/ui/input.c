/* input: bytes of a terminal to keys; what is no key we know is swallowed whole. */
#include "ui/input.h"
#include "core/text.h"
#include <string.h>

enum { ESCAPE = 0x1b, DELETE = 0x7f, LETTERS = 26 };

static const struct key NO_KEY = {PRESS_NONE, 0};

static struct key control(int byte)
{
    switch (byte) {
    case '\r':
    case '\n': return (struct key){PRESS_ENTER, 0};
    case '\t': return (struct key){PRESS_TAB, 0};
    case '\b':
    case DELETE: return (struct key){PRESS_BACKSPACE, 0};
    case ESCAPE: return (struct key){PRESS_ESCAPE, 0};
    default: return byte >= 1 && byte <= LETTERS ? (struct key){PRESS_CTRL, byte} : NO_KEY;
    }
}

/* Collects the bytes of one character; no key until it is whole. */
static struct key character(struct input *input, int byte)
{
    bool continues = (byte & 0xc0) == 0x80;
    if (!continues || input->rune_len == INPUT_RUNE) {
        input->rune_len = 0;
    }
    input->rune[input->rune_len++] = (char)byte;
    int32_t rune = -1;
    size_t taken = text_next(input->rune, input->rune_len, &rune);
    if (rune < 0 || taken != input->rune_len) {
        return NO_KEY;
    }
    input->rune_len = 0;
    return (struct key){PRESS_TEXT, rune};
}

static enum input_state after_escape(int byte)
{
    switch (byte) {
    case '[':
    case 'O': return INPUT_CONTROL;
    case ']':
    case 'P':
    case '_':
    case '^': return INPUT_STRING;
    default: return INPUT_GROUND;
    }
}

/* The byte belongs to a sequence. */
static bool swallow(struct input *input, int byte)
{
    switch (input->state) {
    case INPUT_ESCAPED: input->state = after_escape(byte); return true;
    case INPUT_CONTROL:
        input->state = byte >= 0x40 && byte <= 0x7e ? INPUT_GROUND : INPUT_CONTROL;
        return true;
    case INPUT_STRING:
        input->state = byte == '\a' ? INPUT_GROUND : byte == ESCAPE ? INPUT_STRING_ESCAPED : INPUT_STRING;
        return true;
    case INPUT_STRING_ESCAPED: input->state = INPUT_GROUND; return true;
    case INPUT_GROUND:
    case INPUT_PASTE: break;
    }
    return false;
}

static void put_paste(struct input *input, int byte)
{
    struct scan *paste = &input->paste;
    if (paste->len <= PAYLOAD_MAX) {
        paste->bytes[paste->len++] = (char)byte;
    }
}

enum input_event input_byte(struct input *input, int byte, bool alone, struct key *ret_key,
                            struct scan *ret_paste)
{
    if (input->state == INPUT_PASTE) {
        put_paste(input, byte);
        return byte == ESCAPE && alone ? input_paste_end(input, ret_paste) : INPUT_NOTHING;
    }
    if (swallow(input, byte)) {
        return INPUT_NOTHING;
    }
    if (byte == ESCAPE && !alone) {
        input->state = INPUT_ESCAPED;
        return INPUT_NOTHING;
    }
    return input_key(input, byte < ' ' || byte == DELETE ? control(byte) : character(input, byte), ret_key);
}

/* Within a paste a key's sequence stays a control character, so that the paste is refused and not mended. */
enum input_event input_key(struct input *input, struct key key, struct key *ret_key)
{
    if (input->state == INPUT_PASTE) {
        put_paste(input, ESCAPE);
        return INPUT_NOTHING;
    }
    bool within = input->state != INPUT_GROUND;
    input->state = INPUT_GROUND;
    if (within || key.press == PRESS_NONE) {
        return INPUT_NOTHING;
    }
    *ret_key = key;
    return INPUT_KEY;
}

void input_paste_begin(struct input *input)
{
    input->state = INPUT_PASTE;
    input->rune_len = 0;
    input->paste = (struct scan){.origin = ORIGIN_SCANNER};
}

enum input_event input_paste_end(struct input *input, struct scan *ret_paste)
{
    if (input->state != INPUT_PASTE) {
        return INPUT_NOTHING;
    }
    input->state = INPUT_GROUND;
    *ret_paste = input->paste;
    explicit_bzero(&input->paste, sizeof input->paste);
    return INPUT_PASTED;
}

bool input_waits(const struct input *input)
{
    return input->state != INPUT_GROUND && input->state != INPUT_PASTE;
}

void input_give_up(struct input *input)
{
    input->state = INPUT_GROUND;
}
