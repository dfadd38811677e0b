/* setup: what one scan of a known code tells of the scanner that sent it: its keyboard layout, how it sends
 * letters that no key has, what it puts before and behind, what it loses.
 *
 * The caller reads the strokes in every way there may be (each layout, each code page) and tries each reading
 * in turn; the best one is kept:
 *
 *     struct setup setup = {0};
 *     for each layout, for each way:  setup_try(&setup, layout, way, text, len);
 *     setup_end(&setup, kind, &trace);
 *     if (setup.known) ...
 *
 * A scan that came as bytes (serial, HID POS, a terminal) is one reading without a layout. */
#ifndef TIEPDON_SETUP_H
#define TIEPDON_SETUP_H
#include "core/claim.h"
#include "core/telex.h"

/* The code of the set-up screen: 53 bytes, the most that a QR code of version 3-L holds, so that it fits a
 * terminal of 60x20. It is neither card nor number, so it opens no review. Each field shows one thing:
 *
 *     Tiepdon     the same keys in every layout, so it is found in any reading; its case tells of Caps Lock
 *     0123456789  AZERTY has the digits under Shift
 *     aqwzym@#    keys that trade places: a-q, z-w and m (fr), y-z (de), @ and # (gb, de; AltGr on fr)
 *     dd d9       an input method at work makes the first (Telex) or the second (VNI) an đ
 *     é           a key of the French layout, the same byte in every code page
 *     ã           0xE3 in CP1252, where CP1258 has an ă
 *     Đ đ         bytes of CP1258, other letters in CP1252, absent from Latin-1 keyboards
 *     ư           likewise; the letter most often lost
 *     ễ           in no code page as one byte: only UTF-8 and code points carry it
 *
 * The bars between are another key in each layout; the last one proves that the tail arrived. */
#define SETUP_TEXT "Tiepdon|0123456789|aqwzym@#|dd d9|é|ã|Đ|đ|ư|ễ|"

enum { SETUP_LETTERS = 6, SETUP_ALL = (1 << SETUP_LETTERS) - 1 };

/* The letters in the order of the text: "é", "ã", "Đ" ... */
const char *setup_letter(int index);

enum setup_case { SETUP_AS_IS, SETUP_TURNED, SETUP_UPPER, SETUP_LOWER };

/* How the letters that a plain keyboard lacks came. */
enum setup_sent {
    SETUP_LOST,   /* not at all */
    SETUP_KEYS,   /* some of them as keys of the layout */
    SETUP_UTF8,   /* Alt and the bytes of UTF-8 */
    SETUP_CP1252, /* Alt and a byte of that code page */
    SETUP_CP1258,
    SETUP_CODE,    /* Alt and a code point */
    SETUP_ALT_HEX, /* Alt, + and a code point in hexadecimal */
    SETUP_CTRL_U,  /* Ctrl+Shift+U and the same */
    SETUP_ALT_X,   /* the same, then Alt+X */
    SETUP_BYTES,   /* as bytes, without any keyboard */
    SETUP_SENT_COUNT,
};

struct setup {
    bool known;                     /* some reading was the known code: else nothing below counts */
    char layout[PROFILE_NAME_SIZE]; /* the one that reads it, "" where none was at work */
    enum way way;                   /* what the profile should say; AUTO where no byte is in question */
    enum setup_sent sent;
    unsigned whole; /* set of 1 << letter: arrived as it should */
    enum setup_case turned;
    enum typing ime;          /* an input method was at work, or TYPING_PLAIN */
    char prefix[PREFIX_SIZE]; /* what stood before the code */
    unsigned suffixes;        /* set of enum suffix that stood behind it */
    uint64_t silence_us;      /* for a scanner without a suffix: longer than any of its gaps */
    enum device_kind kind;
};

/* Strokes say by which combination a letter came, and what ended the scan. */
struct setup_trace {
    unsigned seen, held; /* sets of combinations and of modifiers that are down */
    unsigned suffixes;
    uint64_t last_us, gap_us;
};
void setup_stroke(struct setup_trace *trace, const struct stroke *stroke);

/* The same for a scan of bytes, piece by piece. */
void setup_bytes(struct setup_trace *trace, const char *bytes, size_t len, uint64_t us);

/* One reading of what arrived, with its prefix, without its suffix. Keeps the best; of equal ones the first. */
void setup_try(struct setup *setup, const char *layout, enum way way, const char *text, size_t len);

/* After the last reading. `trace` is NULL for a terminal. */
void setup_end(struct setup *setup, enum device_kind kind, const struct setup_trace *trace);

/* Scans of this scanner are read rightly with that profile: nothing need be written. */
bool setup_served(const struct setup *setup, const struct profile *profile);

/* The profile to write for this device. `named`: it matches the device by vendor, product and name, as the one does
 * by which the counter knows it; else it serves only what is bound to it. */
void setup_profile(const struct setup *setup, const struct device *device, bool named, struct profile *ret);

#endif
