/* card: what was presented at the counter: the facts a card, a CCCD or a typed number states, and nothing more. */
#ifndef TIEPDON_CARD_H
#define TIEPDON_CARD_H
#include "core/field.h"
#include "core/payload.h"

/* What was odd about the card's code; each becomes a finding. */
enum card_note {
    CARD_NOTE_TAIL = 1 << 0,      /* no end mark: the tail may be lost */
    CARD_NOTE_UNCLEAR = 1 << 1,   /* a field could not be read and is left empty (see unclear) */
    CARD_NOTE_SEPARATOR = 1 << 2, /* another character stood for | and was repaired */
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
    unsigned notes;   /* set of enum card_note */
    unsigned unclear; /* set of 1 << enum field: stated by the card, not understood */
};

/* Reads a scan. Faults as payload_read, and PAYLOAD_FIELD when field 0 or hex text that must be there is broken (bad
 * hex, invalid UTF-8). On a fault ret_card->kind tells what it looked like, the rest is empty. A 10-digit managing
 * number, an impossible date or an unknown gender is never a fault: the field is empty and `unclear` names it. */
NEEDED enum fault card_read(const char *bytes, size_t len, enum origin origin, struct card *ret_card);

/* True when both are certainly the same person's by their numbers: BHXH number or CCCD equal, neither contradicted. */
bool card_same_person(const struct card *a, const struct card *b);

#endif
