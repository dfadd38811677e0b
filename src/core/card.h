/* card: what was presented at the counter: the facts a card, a CCCD or a typed number states, no more. */
#ifndef TIEPDON_CARD_H
#define TIEPDON_CARD_H
#include "core/field.h"
#include "core/scan.h"

/* What was odd about the card's code; each becomes a finding. */
enum card_note {
    CARD_NOTE_TAIL = 1 << 0,    /* a BHYT card without an end mark: the tail may be lost */
    CARD_NOTE_UNCLEAR = 1 << 1, /* a value could not be read and is left empty (see unclear) */
    CARD_NOTE_LETTERS =
        1 << 2, /* the scanner left letters out: the name is what came of it, never to be recorded */
};

struct card {
    enum card_kind kind;
    enum origin origin;
    struct facts facts;
    char bhxh_number[BHXH_SIZE]; /* mã số BHXH, from the number or the managing code */
    char cmnd[CMND_SIZE];        /* the nine-digit number before the CCCD, field 1 of its QR */
    char parent[NAME_SIZE];      /* a child's parent, BHYT field 10 */
    char benefit;                /* mã quyền lợi '1'..'5', 0 unknown */
    date_text issue_date;
    unsigned notes; /* set of enum card_note */
    unsigned
        unclear;     /* set of 1 << enum field: stated by the card, not understood; 0 beside CARD_NOTE_UNCLEAR
                    when it was the issue date, the parent, the CMND or the benefit digit */
    unsigned mended; /* set of enum mend: what was repaired; each becomes a finding */
};

/* Reads a scan. Faults as payload_read, and PAYLOAD_FIELD when the number or the name, which are what a
 * person is found and recognised by, is broken or not stated: no card number, bad hex, hex of no UTF-8, an
 * empty name. Anything else is never a fault: the value is empty and `unclear` names it (an address that does
 * not decode, an impossible date, an unknown gender). Where another character stood for | nothing may be
 * unclear: that is PAYLOAD_UNKNOWN. Every date but the birth date is a full day. The number of a CCCD,
 * scanned or typed, is facts.cccd; facts.number is for the numbers of a BHYT card. On a fault ret_card->kind
 * and origin are set, the rest is empty.
 *
 * What cannot be repaired is named where it shows: SCAN_HEAD, SCAN_IME.
 *
 * From a scanner a CCCD may have lost letters (lost.h): then the name stands without digits, the address is left empty,
 * and the gender N is Nữ, which alone loses a letter.
 *
 * What does not read as it stands is repaired (mend.h), except from a picture, which is as its code was. A repair
 * counts only where the whole payload then reads, to its end mark, with nothing unclear, and where no other repair
 * reads as another card; `mended` says it. */
NEEDED enum fault card_read(const char *bytes, size_t len, enum origin origin, struct card *ret_card);

/* The same of a scan; what its source had repaired is added to `mended`. */
NEEDED enum fault card_read_scan(const struct scan *scan, struct card *ret_card);

/* The same without repair, another character for | excepted. */
NEEDED enum fault card_parse(const char *bytes, size_t len, enum origin origin, struct card *ret_card);

/* What the card states for the record: the field's value, but "" for a name that lost letters. */
const char *card_value(const struct card *card, enum field field);

/* True when both are certainly the same person's by their numbers: BHXH number or CCCD
 * equal, neither contradicted. */
bool card_same_person(const struct card *a, const struct card *b);

#endif
