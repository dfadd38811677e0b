/* payload: the bytes of one scan, split into the fields of a BHYT card, a CCCD, or a bare number.
 *
 * Pure places, no meaning: card.h reads the fields. `bytes` stays the caller's and must outlive the payload. */
#ifndef TIEPDON_PAYLOAD_H
#define TIEPDON_PAYLOAD_H
#include "core/fault.h"
#include <stdbool.h>
#include <stddef.h>

/* 7,089 digits is the capacity of a version 40-L QR code (ISO/IEC 18004): nothing longer came out of one. */
enum { PAYLOAD_MAX = 7089, PAYLOAD_FIELDS = 32 };

/* Where the bytes came from: it decides whether a missing tail can be trusted. */
enum origin {
    ORIGIN_PICTURE, /* a decoded symbol, or a line given to `check`: complete by construction */
    ORIGIN_SCANNER, /* a device, ended by its own suffix */
    ORIGIN_SILENCE, /* a keyboard scanner without suffix: ended because nothing more came */
    ORIGIN_TYPED,   /* a person's fingers: a number, never a scan */
};

enum card_kind { CARD_UNKNOWN, CARD_BHYT, CARD_CCCD, CARD_NUMBER };

struct span {
    unsigned short at, len;
};

struct payload {
    enum card_kind kind;
    const char *bytes;
    char separator; /* '|', or the character that stood for it */
    bool ended;     /* an end mark ($ or #) stood at index 9 or later */
    int count;      /* fields, without the end mark and what follows it */
    struct span field[PAYLOAD_FIELDS];
};

/* Splits `bytes`. A leading AIM identifier (]Q1, ]C1...), STX, and trailing ETX, CR, LF, TAB are dropped. Separators
 * ~ \ / ¦ count only when the payload then parses whole. Faults: SCAN_EMPTY, SCAN_TOO_LONG, TEXT_INVALID,
 * PAYLOAD_SHORT, PAYLOAD_UNKNOWN. On a fault ret_payload->kind still tells what field 0 looks like; nothing else of it
 * may be used. */
NEEDED enum fault payload_read(const char *bytes, size_t len, enum origin origin, struct payload *ret_payload);

/* "bhyt", "cccd", "number", "unknown". */
const char *card_kind_code(enum card_kind kind);

#endif
