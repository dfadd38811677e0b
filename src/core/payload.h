/* payload: the bytes of one scan, split into the fields of a BHYT card, a CCCD, or a bare number.
 *
 * Pure places, no meaning: card.h reads the fields. `bytes` stays the caller's and must outlive the payload.
 *
 * The kind is told by field 0 alone: ten digits, or two letters and 13 or 15 letters or digits,
 * are a BHYT card; twelve digits are a CCCD; no separator at all is a number. Spaces, dashes and
 * dots within field 0 are ignored. */
#ifndef TIEPDON_PAYLOAD_H
#define TIEPDON_PAYLOAD_H
#include "core/fault.h"
#include <stdbool.h>
#include <stddef.h>

/* 7,089 digits is the capacity of a version 40-L QR code (ISO/IEC 18004): nothing longer came out of one. */
enum { PAYLOAD_MAX = 7089, PAYLOAD_FIELDS = 32 };

/* Room for a number, a date or a gender, with generous white space inside. */
enum { PAYLOAD_WORD_SIZE = 64 };

/* Where the bytes came from: it decides whether a missing tail can be trusted. */
enum origin {
    ORIGIN_PICTURE, /* a decoded symbol, or a line given to `check`: complete by construction */
    ORIGIN_SCANNER, /* a device, ended by its own suffix */
    ORIGIN_SILENCE, /* a keyboard scanner without suffix: ended because nothing more came */
    ORIGIN_TYPED,   /* a person's fingers: a number, never a scan */
};

/* What was damaged on the way and repaired; a repair counts only when the whole payload then parses. */
enum mend {
    MEND_SEPARATOR = 1 << 0, /* another character stood for | */
    MEND_LAYOUT = 1 << 1,    /* scanner and reader did not agree on the keyboard layout */
    MEND_CASE = 1 << 2,      /* Caps Lock had turned the case around */
    MEND_IME = 1 << 3,       /* an input method (Telex, VNI) had taken digits and letters for marks */
    MEND_ALT = 1 << 4,       /* Alt codes had arrived as bare digits */
};

enum card_kind { CARD_UNKNOWN, CARD_BHYT, CARD_CCCD, CARD_NUMBER };

struct span {
    unsigned short at, len;
};

struct payload {
    enum card_kind kind;
    const char *bytes;     /* within the caller's, after what stood before field 0 */
    const char *separator; /* "|", or what stood for it: "~", "\\", "/", "¦" */
    bool ended;            /* BHYT: an end mark ($ or #) stood at index 9 or later */
    int count;             /* fields, without the end mark and what follows it; later ones are left out */
    struct span field[PAYLOAD_FIELDS]; /* without the white space around them */
};

/* Splits `bytes`. A leading AIM identifier (]Q1, ]C1...), STX and white space, and trailing ETX and white
 * space are dropped; any other control character, or UTF-8 that is not well-formed, is TEXT_INVALID.
 *
 * - BHYT: nine fields or more; `$` or `#` at index 9 or later ends the card, alone in its field or not. With
 *   ORIGIN_SILENCE and no end mark the last field is left out, for it may be cut.
 * - CCCD: a gender in field 4 or a date in field 3, and six fields or more. The form without the old CMND
 * (number, name, date, gender, ...) is given an empty field 1, so that the places are always those of the
 * seven-field form. With ORIGIN_SILENCE the last field is left out, for a CCCD has no end mark.
 * - `~ \ / ¦` stand for `|` only where the payload then parses whole: BHYT with its end mark, CCCD with
 * nothing after field 6. (card_read then wants every field clear.) Between fields parted by `/` a date is
 * joined again: its parts have one or two digits, its last has four.
 *
 * Faults: SCAN_EMPTY, SCAN_TOO_LONG, TEXT_INVALID, PAYLOAD_SHORT (too few fields), PAYLOAD_UNKNOWN. On a
 * fault ret_payload->kind still tells what field 0 looks like; nothing else of it may be used. */
NEEDED enum fault payload_read(const char *bytes, size_t len, enum origin origin,
                               struct payload *ret_payload);

/* The text of a field, not NUL-terminated. *ret_len is 0 for what is not stated: empty, "-", or not there. */
const char *payload_field(const struct payload *payload, int index, size_t *ret_len);
/* The same, NUL-terminated; for short fields: TOO_LONG for what no number, date or gender is. */
NEEDED enum fault payload_word(const struct payload *payload, int index, char out[PAYLOAD_WORD_SIZE]);

/* "bhyt", "cccd", "number", "unknown". */
const char *card_kind_code(enum card_kind kind);

#endif
