/* sequence: one step a byte; only the parameters that speak of pastes are remembered. */
#include "core/sequence.h"

enum { BELL = 0x07, CANCEL = 0x18, SUBSTITUTE = 0x1a, ESCAPE = 0x1b };
enum { PASTE_HEAD = 200, PASTE_TAIL = 201, PASTE_MODE = 2004, NUMBER_MAX = 9999 };
enum { HEAD = 1 << 0, TAIL = 1 << 1, MODE = 1 << 2 };

static int missing_after(unsigned char byte)
{
    return byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : 0;
}

static void ground(struct sequence *sequence, unsigned char byte)
{
    sequence->missing = missing_after(byte);
    sequence->state = byte == ESCAPE      ? SEQUENCE_ESCAPED
                      : sequence->missing ? SEQUENCE_CHARACTER
                                          : SEQUENCE_GROUND;
}

static void character(struct sequence *sequence, unsigned char byte)
{
    if ((byte & 0xc0) != 0x80) {
        ground(sequence, byte);
    } else if (--sequence->missing == 0) {
        sequence->state = SEQUENCE_GROUND;
    }
}

static void escaped(struct sequence *sequence, unsigned char byte)
{
    sequence->mark = '\0';
    sequence->number = sequence->modes = 0;
    switch (byte) {
    case '[': sequence->state = SEQUENCE_CONTROL; return;
    case 'O': sequence->state = SEQUENCE_SHIFTED; return;
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_': sequence->state = SEQUENCE_STRING; return;
    case 'c': sequence->takes_paste = false; break; /* RIS */
    default: break;
    }
    if (byte < ' ' || byte > '/') {
        ground(sequence, byte >= 0x80 ? byte : 0);
    }
}

static void end_number(struct sequence *sequence)
{
    switch (sequence->number) {
    case PASTE_HEAD: sequence->modes |= HEAD; break;
    case PASTE_TAIL: sequence->modes |= TAIL; break;
    case PASTE_MODE: sequence->modes |= MODE; break;
    default: break;
    }
    sequence->number = 0;
}

/* XTRESTORE (r) may switch on or off, and DECSTR (!p) does as its terminal likes: both count as off, for a
 * paste that nobody asked for would be typed into a shell. */
static void end_control(struct sequence *sequence, unsigned char last)
{
    bool mode = sequence->mark == '?' && sequence->modes & MODE;
    if (mode && last == 'h') {
        sequence->takes_paste = true;
    } else if ((mode && (last == 'l' || last == 'r')) || (sequence->mark == '!' && last == 'p')) {
        sequence->takes_paste = false;
    } else if (!sequence->mark && last == '~' && sequence->modes & (HEAD | TAIL)) {
        sequence->pasting = sequence->modes & HEAD;
    }
    sequence->state = SEQUENCE_GROUND;
}

static void control(struct sequence *sequence, unsigned char byte)
{
    if (byte >= '0' && byte <= '9') {
        unsigned number = sequence->number * 10 + (byte - '0');
        sequence->number = number < NUMBER_MAX ? number : NUMBER_MAX;
    } else if (byte == ';' || byte == ':') {
        end_number(sequence);
    } else if (byte >= '@' && byte <= '~') {
        end_number(sequence);
        end_control(sequence, byte);
    } else if (byte == CANCEL || byte == SUBSTITUTE || byte >= 0x80) {
        ground(sequence, byte);
    } else if (byte >= ' ' && !sequence->mark) {
        sequence->mark = (char)byte;
    }
}

static void step(struct sequence *sequence, unsigned char byte)
{
    if (byte == ESCAPE) {
        sequence->state = SEQUENCE_ESCAPED;
        return;
    }
    switch (sequence->state) {
    case SEQUENCE_GROUND: ground(sequence, byte); break;
    case SEQUENCE_CHARACTER: character(sequence, byte); break;
    case SEQUENCE_ESCAPED: escaped(sequence, byte); break;
    case SEQUENCE_SHIFTED:
        sequence->state = (byte >= '0' && byte <= '9') || byte == ';' ? SEQUENCE_SHIFTED : SEQUENCE_GROUND;
        break;
    case SEQUENCE_CONTROL: control(sequence, byte); break;
    case SEQUENCE_STRING:
        if (byte == BELL || byte == CANCEL || byte == SUBSTITUTE) {
            sequence->state = SEQUENCE_GROUND;
        }
    }
}

void sequence_read(struct sequence *sequence, const char *bytes, size_t len)
{
    for (size_t at = 0; at < len; at++) {
        unsigned char byte = (unsigned char)bytes[at];
        if (sequence->state != SEQUENCE_GROUND || byte == ESCAPE || byte >= 0x80) {
            step(sequence, byte);
        }
    }
}

bool sequence_between(const struct sequence *sequence)
{
    return sequence->state == SEQUENCE_GROUND && !sequence->pasting;
}
