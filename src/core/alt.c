/* alt: which keys are down, and the digits since. */
#include "core/alt.h"
#include "core/text.h"
#include "core/token.h"

enum held {
    HELD_LEFT_ALT = 1 << 0,
    HELD_RIGHT_ALT = 1 << 1,
    HELD_LEFT_CTRL = 1 << 2,
    HELD_RIGHT_CTRL = 1 << 3,
    HELD_LEFT_SHIFT = 1 << 4,
    HELD_RIGHT_SHIFT = 1 << 5,
    HELD_ALT = HELD_LEFT_ALT | HELD_RIGHT_ALT,
    HELD_CTRL = HELD_LEFT_CTRL | HELD_RIGHT_CTRL,
    HELD_SHIFT = HELD_LEFT_SHIFT | HELD_RIGHT_SHIFT,
};

/* More than any code point has, in either base; the value still fits. */
enum { DIGITS_MAX = 7, DECIMAL_LEAST = 3, HEX_LEAST = 2, HEX_ASCII = 4, CTRL_U = 'U' & 0x1F };

static unsigned held_by(unsigned short code)
{
    switch (code) {
    case STROKE_LEFT_ALT: return HELD_LEFT_ALT;
    case STROKE_RIGHT_ALT: return HELD_RIGHT_ALT;
    case STROKE_LEFT_CTRL: return HELD_LEFT_CTRL;
    case STROKE_RIGHT_CTRL: return HELD_RIGHT_CTRL;
    case STROKE_LEFT_SHIFT: return HELD_LEFT_SHIFT;
    case STROKE_RIGHT_SHIFT: return HELD_RIGHT_SHIFT;
    default: return 0;
    }
}

int alt_pad_digit(unsigned short code)
{
    static const signed char DIGITS[] = {7, 8, 9, -1, 4, 5, 6, -1, 1, 2, 3, 0};
    return code >= STROKE_PAD_7 && code <= STROKE_PAD_0 ? DIGITS[code - STROKE_PAD_7] : -1;
}

/* Digits by their key, for Shift may be down and layouts differ in what needs it; letters by their text,
 * which Ctrl turns into control characters. */
static int hex_digit(const struct alt *alt, const struct stroke *stroke)
{
    unsigned char c = (unsigned char)stroke->text[0];
    bool letter = text_hex_digit(c) >= 10;
    if (stroke->code >= STROKE_1 && stroke->code <= STROKE_0) {
        return (stroke->code - STROKE_1 + 1) % 10;
    }
    if (alt->held & HELD_CTRL && c >= 1 && c <= 6) {
        return c + 9;
    }
    return letter ? text_hex_digit(c) : alt_pad_digit(stroke->code);
}

static void begin(struct alt *alt, enum alt_state state)
{
    alt->state = state;
    alt->used = true;
    alt->loose = alt->from_zero = false;
    alt->digits = alt->value = 0;
}

static enum alt_what spoil(struct alt *alt)
{
    begin(alt, ALT_IDLE);
    alt->damaged = true;
    return ALT_PLAIN;
}

static enum alt_what add(struct alt *alt, int digit)
{
    alt->from_zero |= alt->digits == 0 && digit == 0;
    if (++alt->digits <= DIGITS_MAX) {
        alt->value = alt->value * (alt->state == ALT_DECIMAL ? 10 : 16) + (unsigned)digit;
    }
    return ALT_PART;
}

static bool is_separator(uint32_t value)
{
    enum { FS = 0x1C, US = 0x1F };
    return value >= FS && value <= US;
}

static bool decimal_sound(const struct alt *alt)
{
    bool control = (alt->value < ' ' && !is_separator(alt->value)) || alt->value == 0x7F;
    return alt->digits >= DECIMAL_LEAST && alt->digits <= DIGITS_MAX && !control && alt->value <= TOKEN_VALUE;
}

int32_t alt_hex(uint32_t value, unsigned digits)
{
    bool enough = digits >= (value < 0x80 ? HEX_ASCII : HEX_LEAST) && digits <= DIGITS_MAX;
    bool known = value < 0x80 ? value >= ' ' && value < 0x7F : token_allowed((int32_t)value);
    return enough && known ? (int32_t)value : -1;
}

static enum alt_what finish(struct alt *alt, uint32_t *ret_token)
{
    bool decimal = alt->state == ALT_DECIMAL;
    int32_t rune = decimal ? 0 : alt_hex(alt->value, alt->digits);
    if (decimal ? !decimal_sound(alt) : rune < 0) {
        spoil(alt);
        return ALT_PART;
    }
    unsigned width = !alt->from_zero ? 0 : alt->digits == DECIMAL_LEAST ? TOKEN_SHORT : TOKEN_LONG;
    *ret_token = decimal ? TOKEN_BYTE | TOKEN_ALT | width | alt->value : (uint32_t)rune;
    begin(alt, ALT_IDLE);
    return ALT_TOKEN;
}

static enum alt_what modifier_down(struct alt *alt, unsigned key)
{
    alt->held |= key;
    if (alt->state != ALT_IDLE && !(key & HELD_SHIFT)) {
        spoil(alt);
    }
    if (key & HELD_ALT) {
        alt->used = false;
    }
    return ALT_PART;
}

static enum alt_what modifier_up(struct alt *alt, unsigned key, uint32_t *ret_token)
{
    alt->held &= ~key;
    if (key & HELD_ALT) {
        if (alt->state == ALT_DECIMAL || alt->state == ALT_HEX) {
            return finish(alt, ret_token);
        }
        alt->damaged |= key == HELD_LEFT_ALT && !alt->used;
    } else if (alt->state == ALT_UNICODE && !alt->loose) {
        if (alt->digits) {
            return finish(alt, ret_token);
        }
        alt->loose = true;
    }
    return ALT_PART;
}

/* A key while no code is open. */
static enum alt_what idle(struct alt *alt, const struct stroke *stroke)
{
    char c = stroke->text[0];
    bool pad = alt->held & HELD_ALT && (alt_pad_digit(stroke->code) >= 0 || stroke->code == STROKE_PAD_PLUS);
    if (pad) {
        begin(alt, stroke->code == STROKE_PAD_PLUS ? ALT_HEX : ALT_DECIMAL);
        return alt->state == ALT_HEX ? ALT_PART : add(alt, alt_pad_digit(stroke->code));
    }
    if (alt->held & HELD_LEFT_ALT) {
        bool x = (c == 'x' || c == 'X') && !(alt->held & HELD_CTRL);
        alt->used = true;
        return x ? ALT_LAST_FOUR : spoil(alt);
    }
    if (alt->held & HELD_CTRL && alt->held & HELD_SHIFT && c == CTRL_U) {
        begin(alt, ALT_UNICODE);
        return ALT_PART;
    }
    return ALT_PLAIN;
}

static enum alt_what key_down(struct alt *alt, const struct stroke *stroke, uint32_t *ret_token)
{
    if (alt->state == ALT_IDLE) {
        return idle(alt, stroke);
    }
    int digit = alt->state == ALT_DECIMAL ? alt_pad_digit(stroke->code) : hex_digit(alt, stroke);
    if (digit >= 0) {
        return add(alt, digit);
    }
    bool ends = stroke->text[0] == ' ' || stroke->text[0] == '\r';
    if (alt->state == ALT_UNICODE && alt->digits && ends) {
        return finish(alt, ret_token);
    }
    return spoil(alt);
}

enum alt_what alt_stroke(struct alt *alt, const struct stroke *stroke, uint32_t *ret_token)
{
    unsigned modifier = held_by(stroke->code);
    if (modifier) {
        return stroke->pressed ? modifier_down(alt, modifier) : modifier_up(alt, modifier, ret_token);
    }
    if (!stroke->pressed || stroke->code == STROKE_NUM_LOCK || stroke->code == STROKE_CAPS_LOCK) {
        return ALT_PART;
    }
    return key_down(alt, stroke, ret_token);
}

bool alt_open(const struct alt *alt)
{
    return alt->state != ALT_IDLE;
}

void alt_forget(struct alt *alt)
{
    *alt = (struct alt){.held = alt->held, .used = true};
}
