/* scanner_hear: the records of an open device, made into scans; or, while it is only listened to, into the
 * certainty that it is a scanner. */
#include "adapter/scanner_slot.h"
#include "core/card.h"
#include <string.h>

/* While a serial port or a HID POS device is listened to nothing is known of its suffix: silence ends. */
static const struct manner LISTENING = {.silence_us = LEARN_SILENCE_US, .half_us = HALF_US};

static enum fault open_layout(const struct scanner *scanner, const struct slot *slot, struct strokes *strokes)
{
    char path[PATH_SIZE];
    enum fault fault =
        keymaps_layout(&scanner->keymaps, slot->listening ? "us" : slot->claim.profile->layout, path);
    return fault ? fault : strokes_open(strokes, path);
}

enum fault slot_hear_begin(struct scanner *scanner, struct slot *slot)
{
    const struct manner *manner = slot->listening ? &LISTENING : &slot->claim.profile->manner;
    enum device_kind kind = slot->found.device.kind;
    wedge_init(&slot->wedge, manner);
    pos_init(&slot->pos, &slot->found.shape, manner);
    learn_wipe(&slot->learn);
    if (kind != DEVICE_KEYS) {
        return FAULT_NONE;
    }
    enum fault fault = open_layout(scanner, slot, &slot->strokes);
    fault = fault ? fault : tape_open(&slot->tape);
    if (fault) {
        slot_hear_end(slot);
    }
    return fault;
}

void slot_hear_end(struct slot *slot)
{
    strokes_close(&slot->strokes);
    tape_close(slot->tape);
    slot->tape = NULL;
    explicit_bzero(&slot->trace, sizeof slot->trace);
    wedge_wipe(&slot->wedge);
    pos_wipe(&slot->pos);
    learn_wipe(&slot->learn);
}

/* ---- A stranger that proved to be a scanner. ---- */

static bool learnt(struct scanner *scanner, struct slot *slot, enum learnt what, struct scanner_event *ret)
{
    if (what != LEARNT_NOTHING && slot_recognise(scanner, slot, &ret->scan, ret)) {
        return true;
    }
    if (what == LEARNT_NOTHING || what == LEARNT_QUICK) {
        return false;
    }
    bool known = slot->claim.profile;
    claim_bind(&slot->found.device,
               what == LEARNT_SILENCE ? PROFILE_SILENCE
               : known                ? ""
                                      : PROFILE_GENERIC,
               ret->bind);
    scanner_listen(scanner, false);
    if (!scanner_bind_add(scanner, ret->bind)) {
        return slot_tell_fault(slot, FAULT_TOO_LONG, ret);
    }
    slot->claim = claim_judge(&scanner->rules, &slot->found.device);
    slot->try_us = 1;
    return slot_tell(slot, SCANNER_BOUND, ret);
}

/* A serial port may be anything that talks: only a card proves a scanner, or the known code. */
static enum learnt judge(const struct slot *slot, const struct scan *scan)
{
    struct card card;
    bool reads = card_read(scan->bytes, scan->len, scan->origin, &card) == FAULT_NONE;
    explicit_bzero(&card, sizeof card);
    bool ended = slot->found.device.kind == DEVICE_POS || strchr("\r\n\t", scan->bytes[scan->len - 1]);
    return !reads ? LEARNT_QUICK : ended ? LEARNT_SUFFIX : LEARNT_SILENCE;
}

static bool told_scan(struct scanner *scanner, struct slot *slot, enum fault fault, bool whole,
                      struct scanner_event *ret)
{
    if (slot->listening) {
        return whole && learnt(scanner, slot, judge(slot, &ret->scan), ret);
    }
    if ((whole || (fault && slot->tape)) && slot_recognise(scanner, slot, &ret->scan, ret)) {
        return true;
    }
    if (whole && slot->tape) {
        tape_mend(slot->tape, &scanner->keymaps, &slot->claim.profile->manner, &ret->scan);
    }
    return whole ? slot_tell(slot, SCANNER_SCAN, ret) : slot_tell_fault(slot, fault, ret);
}

/* ---- What came. ---- */

/* With the end of a scan the tape begins anew: it holds one, and what a person types is not kept either. */
static void turn_tape(struct slot *slot, bool was_under_way)
{
    if (slot->tape && was_under_way && !slot_hear_deadline(slot)) {
        tape_begin(slot->tape, layout_caps(slot->strokes.layout));
    }
}

static bool hear_stroke(struct scanner *scanner, struct slot *slot, const struct stroke *stroke,
                        struct scanner_event *ret)
{
    bool whole = false;
    if (slot->listening) {
        return learnt(scanner, slot, learn_stroke(&slot->learn, stroke), ret);
    }
    enum fault fault = wedge_stroke(&slot->wedge, stroke, &ret->scan, &whole);
    return told_scan(scanner, slot, fault, whole, ret);
}

static bool hear_key(struct scanner *scanner, struct slot *slot, const struct stroke *stroke,
                     struct scanner_event *ret)
{
    bool was_under_way = slot_hear_deadline(slot) != 0;
    tape_keep(slot->tape, stroke);
    setup_stroke(&slot->trace, stroke);
    bool told = hear_stroke(scanner, slot, stroke, ret);
    turn_tape(slot, was_under_way);
    return told;
}

static bool hear_event(struct scanner *scanner, struct slot *slot, struct scanner_event *ret)
{
    struct stroke stroke;
    switch (strokes_event(&slot->strokes, &scanner->record.event, &stroke)) {
    case STROKES_KEY: return hear_key(scanner, slot, &stroke, ret);
    case STROKES_LOST:
        learn_wipe(&slot->learn);
        return !slot->listening && slot_tell_fault(slot, wedge_lost(&slot->wedge, stroke.us), ret);
    case STROKES_NONE: break;
    }
    return false;
}

static bool hear_serial(struct scanner *scanner, struct slot *slot, struct scanner_event *ret)
{
    const struct record *record = &scanner->record;
    bool whole = false;
    if (record->raw.us < slot->settled_us) {
        scanner->record_at = record->len;
        enum fault stale = wedge_lost(&slot->wedge, record->raw.us);
        (void)stale; /* nobody scanned it just now, so nobody need hear of it */
        return false;
    }
    size_t used = 0;
    enum fault fault =
        wedge_bytes(&slot->wedge, (const char *)record->raw.bytes + scanner->record_at,
                    record->len - scanner->record_at, record->raw.us, &used, &ret->scan, &whole);
    setup_bytes(&slot->trace, (const char *)record->raw.bytes + scanner->record_at, used, record->raw.us);
    scanner->record_at += used;
    return told_scan(scanner, slot, fault, whole, ret);
}

static bool hear_report(struct scanner *scanner, struct slot *slot, struct scanner_event *ret)
{
    const struct record *record = &scanner->record;
    bool whole = false;
    enum fault fault = pos_pass(&slot->pos, record->raw.us, &ret->scan, &whole);
    if (!fault && !whole) {
        scanner->record_at = record->len;
        fault = pos_piece(&slot->pos, record->raw.bytes, record->len, record->more, record->raw.us,
                          &ret->scan, &whole);
    }
    return told_scan(scanner, slot, fault, whole, ret);
}

static bool gone(struct scanner *scanner, struct slot *slot, struct scanner_event *ret)
{
    bool was_ours = !slot->listening, reports = slot->found.device.kind == DEVICE_POS;
    enum fault fault = reports ? pos_gone(&slot->pos) : wedge_gone(&slot->wedge);
    slot_close(scanner, slot);
    return was_ours && slot_tell_fault(slot, fault ? fault : FAULT_DEVICE_LOST, ret);
}

bool slot_hear(struct scanner *scanner, struct slot *slot, struct scanner_event *ret)
{
    switch (scanner->record.what) {
    case RECORD_EVENT: return hear_event(scanner, slot, ret);
    case RECORD_BYTES:
        return slot->found.device.kind == DEVICE_POS ? hear_report(scanner, slot, ret)
                                                     : hear_serial(scanner, slot, ret);
    case RECORD_LOST:
        return told_scan(scanner, slot, pos_lost(&slot->pos, scanner->record.raw.us), false, ret);
    case RECORD_GONE: return gone(scanner, slot, ret);
    }
    return false;
}

/* ---- What did not come. ---- */

uint64_t slot_hear_deadline(const struct slot *slot)
{
    switch (slot->found.device.kind) {
    case DEVICE_POS: return pos_deadline(&slot->pos);
    case DEVICE_KEYS:
        if (slot->listening) {
            return learn_deadline(&slot->learn);
        }
        break;
    case DEVICE_SERIAL: break;
    }
    return wedge_deadline(&slot->wedge);
}

static bool heard_nothing(struct scanner *scanner, struct slot *slot, uint64_t now_us,
                          struct scanner_event *ret)
{
    bool whole = false, reports = slot->found.device.kind == DEVICE_POS;
    if (slot->listening && slot->found.device.kind == DEVICE_KEYS) {
        return learnt(scanner, slot, learn_pass(&slot->learn, now_us), ret);
    }
    enum fault fault = reports ? pos_pass(&slot->pos, now_us, &ret->scan, &whole)
                               : wedge_pass(&slot->wedge, now_us, &ret->scan, &whole);
    return told_scan(scanner, slot, fault, whole, ret);
}

bool slot_hear_nothing(struct scanner *scanner, struct slot *slot, uint64_t now_us, struct scanner_event *ret)
{
    bool told = heard_nothing(scanner, slot, now_us, ret);
    turn_tape(slot, true);
    return told;
}
