/* card_read: a scan as it stands, else the one thing that it can have been before it was damaged. */
#include "core/card.h"
#include "core/mend.h"
#include <string.h>

static const struct {
    enum mend mend;
    int count;
    bool (*make)(const char *bytes, size_t len, int nth, struct mended *ret);
    bool read; /* also for what reads as it stands, but not well */
} REPAIRS[] = {
    {MEND_LAYOUT, MEND_LAYOUTS, mend_layout, false},
    {MEND_CASE, 1, mend_case, true},
    {MEND_IME, MEND_IMES, mend_ime, true},
    {MEND_ALT, MEND_ALTS, mend_alt, true},
};

/* The cards that a damaged payload can be read as. */
struct readings {
    struct card first;
    int count; /* of those that differ, at most 2 */
};

static bool same_reading(const struct card *a, const struct card *b)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (strcmp(facts_get(&a->facts, field), facts_get(&b->facts, field)) != 0) {
            return false;
        }
    }
    return a->kind == b->kind && a->benefit == b->benefit && strcmp(a->bhxh_number, b->bhxh_number) == 0 &&
           strcmp(a->cmnd, b->cmnd) == 0 && strcmp(a->parent, b->parent) == 0 &&
           strcmp(a->issue_date, b->issue_date) == 0;
}

/* The right layout also has the right separator. */
static bool is_whole(const struct card *card, enum mend mend)
{
    return !(card->notes & (CARD_NOTE_UNCLEAR | CARD_NOTE_TAIL)) &&
           !(mend == MEND_LAYOUT && card->mended & MEND_SEPARATOR);
}

static void add_reading(struct readings *readings, const struct mended *text, enum origin origin,
                        enum mend mend)
{
    struct card card;
    if (card_parse(text->bytes, text->len, origin, &card) == FAULT_NONE && is_whole(&card, mend)) {
        card.mended |= mend;
        if (readings->count == 0) {
            readings->first = card;
            readings->count = 1;
        } else if (!same_reading(&readings->first, &card)) {
            readings->count = 2;
        }
    }
    explicit_bzero(&card, sizeof card);
}

static void try_repairs(struct readings *readings, const char *bytes, size_t len, enum origin origin,
                        bool read)
{
    struct mended text;
    for (size_t i = 0; i < sizeof REPAIRS / sizeof *REPAIRS; i++) {
        int count = read && !REPAIRS[i].read ? 0 : REPAIRS[i].count;
        for (int nth = 0; nth < count && readings->count < 2; nth++) {
            if (REPAIRS[i].make(bytes, len, nth, &text)) {
                add_reading(readings, &text, origin, REPAIRS[i].mend);
            }
        }
    }
    explicit_bzero(&text, sizeof text);
}

static bool may_be_mended(enum fault fault, const struct card *card, const char *bytes, size_t len)
{
    if (card->origin == ORIGIN_PICTURE || len > MEND_MAX) {
        return false;
    }
    if (fault == FAULT_NONE) {
        return card->notes & (CARD_NOTE_UNCLEAR | CARD_NOTE_LETTERS) ||
               (card->kind == CARD_CCCD && mend_turned(bytes, len));
    }
    return fault != FAULT_SCAN_EMPTY && fault != FAULT_TEXT_INVALID;
}

/* The first fields of any card, for the head that a scan may have lost. */
static const char *const HEADS[][5] = {{"0123456789", "41", "1985", "1", "-"},
                                       {"001095012345", "", "A", "25101995"}};

/* The text behind its first | reads as the rest of a card behind `count` fields of a head. */
static bool fits_head(const char *const head[5], int count, const char *rest, size_t len, enum origin origin)
{
    struct mended text = {.len = 0};
    struct card card;
    for (int i = 0; i < count && head[i]; i++) {
        size_t size = strlen(head[i]);
        memcpy(text.bytes + text.len, head[i], size);
        text.len += size;
        text.bytes[text.len++] = '|';
    }
    bool fits = head[count - 1] && text.len + len <= MEND_MAX;
    if (fits) {
        memcpy(text.bytes + text.len, rest, len);
        fits = card_parse(text.bytes, text.len + len, origin, &card) == FAULT_NONE &&
               !(card.notes & (CARD_NOTE_UNCLEAR | CARD_NOTE_TAIL));
    }
    explicit_bzero(&text, sizeof text);
    explicit_bzero(&card, sizeof card);
    return fits;
}

/* A number cut short, then the fields of a card; or no number at all. */
static bool lost_head(const char *bytes, size_t len, const struct card *card)
{
    enum { WHOLE_NUMBER = 15 };
    const char *bar = memchr(bytes, '|', len);
    if (!bar) {
        return false;
    }
    size_t rest = len - (size_t)(bar + 1 - bytes);
    int most = card->kind == CARD_UNKNOWN ? 5 : 1;
    for (int count = bar - bytes < WHOLE_NUMBER ? 1 : 2; count <= most; count++) {
        if (fits_head(HEADS[0], count, bar + 1, rest, card->origin) ||
            fits_head(HEADS[1], count, bar + 1, rest, card->origin)) {
            return true;
        }
    }
    return false;
}

/* The damage by its name where it shows, else the fault it led to. */
static enum fault name_damage(enum fault fault, const struct card *card, const char *bytes, size_t len)
{
    if ((fault == FAULT_PAYLOAD_UNKNOWN || fault == FAULT_PAYLOAD_SHORT) && lost_head(bytes, len, card)) {
        return FAULT_SCAN_HEAD;
    }
    return card->kind == CARD_BHYT && mend_typed(bytes, len) ? FAULT_SCAN_IME : fault;
}

enum fault card_read(const char *bytes, size_t len, enum origin origin, struct card *ret_card)
{
    enum fault fault = card_parse(bytes, len, origin, ret_card);
    if (!may_be_mended(fault, ret_card, bytes, len)) {
        return fault;
    }
    struct readings readings = {.count = 0};
    try_repairs(&readings, bytes, len, origin, fault == FAULT_NONE);
    if (readings.count == 1) {
        *ret_card = readings.first;
        fault = FAULT_NONE;
    } else if (fault != FAULT_NONE) {
        fault = name_damage(fault, ret_card, bytes, len);
    }
    explicit_bzero(&readings, sizeof readings);
    return fault;
}

enum fault card_read_scan(const struct scan *scan, struct card *ret_card)
{
    enum fault fault = card_read(scan->bytes, scan->len, scan->origin, ret_card);
    if (fault == FAULT_NONE) {
        ret_card->mended |= scan->mended;
    }
    return fault;
}
