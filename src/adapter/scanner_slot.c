/* scanner_slot: one device: taken, read, released. */
#include "adapter/scanner_slot.h"
#include <stdio.h>
#include <string.h>

static bool tell(const struct slot *slot, enum scanner_what what, struct scanner_event *ret)
{
    ret->what = what;
    memcpy(ret->name, slot->device.name, sizeof ret->name);
    return true;
}

static bool tell_fault(const struct slot *slot, enum fault fault, struct scanner_event *ret)
{
    ret->fault = fault;
    return fault && tell(slot, SCANNER_FAULT, ret);
}

void slot_release(struct scanner *scanner, struct slot *slot)
{
    if (slot->dev) {
        reader_remove(scanner->reader, slot->id);
        device_close(slot->dev);
        strokes_close(&slot->strokes);
        wedge_wipe(&slot->wedge);
        learn_wipe(&slot->learn);
    }
    slot->dev = NULL;
    slot->listening = false;
}

void slot_close(struct scanner *scanner, struct slot *slot)
{
    slot_release(scanner, slot);
    slot->used = false;
}

/* Somebody must still be able to type at this machine. In a remote session it is not the clerk's machine. */
static bool last_keyboard(const struct scanner *scanner, const struct slot *taken)
{
    for (int i = 0; i < SLOTS; i++) {
        const struct slot *slot = &scanner->slot[i];
        bool spare = slot->used && slot != taken && !slot->device.made && !(slot->dev && !slot->listening);
        if (spare && !claim_taken(slot->claim.kind)) {
            return false;
        }
    }
    return !scanner->rules.remote;
}

static enum fault open_layout(const struct scanner *scanner, const char *layout, struct strokes *strokes)
{
    char path[PATH_SIZE];
    enum fault fault = keymaps_layout(&scanner->keymaps, layout, path);
    return fault ? fault : strokes_open(strokes, path);
}

/* Hands the open device to the thread. */
static enum fault start(struct scanner *scanner, struct slot *slot, bool listening)
{
    const struct profile *profile = listening ? NULL : slot->claim.profile;
    enum fault fault = open_layout(scanner, profile ? profile->layout : "us", &slot->strokes);
    if (fault) {
        return fault;
    }
    slot->id = ++scanner->last_id;
    slot->listening = listening;
    if (profile) {
        wedge_init(&slot->wedge, &profile->manner);
    }
    learn_wipe(&slot->learn);
    fault = reader_add(scanner->reader, slot->dev, slot->id);
    if (fault) {
        strokes_close(&slot->strokes);
    }
    return fault;
}

static enum fault open_slot(struct scanner *scanner, struct slot *slot, bool *ret_keys_down)
{
    bool listening = scanner->binding && !claim_taken(slot->claim.kind);
    *ret_keys_down = false;
    if (!listening && !slot->claim.profile) {
        return FAULT_DEVICE_LAYOUT;
    }
    if (!listening && last_keyboard(scanner, slot)) {
        return FAULT_DEVICE_LAST;
    }
    enum fault fault =
        device_open(slot->node, listening ? DEVICE_LISTEN : DEVICE_GRAB, &slot->dev, ret_keys_down);
    if (fault || *ret_keys_down) {
        return fault;
    }
    fault = start(scanner, slot, listening);
    if (fault) {
        device_close(slot->dev);
        slot->dev = NULL;
    }
    return fault;
}

static bool try_open(struct scanner *scanner, struct slot *slot, uint64_t now_us, struct scanner_event *ret)
{
    if (slot->device.made) {
        slot->try_us = 0;
        return false;
    }
    bool keys_down;
    enum fault before = slot->fault, fault = open_slot(scanner, slot, &keys_down);
    slot->try_us = keys_down ? now_us + TRY_KEYS_US : fault ? now_us + TRY_FAULT_US : 0;
    slot->fault = fault;
    if (fault == FAULT_DEVICE_LOST) {
        slot->used = false; /* udev will say so too */
        return false;
    }
    if (slot->dev && !slot->listening) {
        return tell(slot, SCANNER_CHANGED, ret);
    }
    return fault != before && tell_fault(slot, fault, ret);
}

static bool learnt(struct scanner *scanner, struct slot *slot, enum learnt what, struct scanner_event *ret)
{
    if (what == LEARNT_NOTHING) {
        return false;
    }
    bool known = slot->claim.profile;
    claim_bind(&slot->device,
               what == LEARNT_SILENCE ? PROFILE_SILENCE
               : known                ? ""
                                      : PROFILE_GENERIC,
               ret->device);
    scanner_bind_end(scanner);
    if (!scanner_bind_add(scanner, ret->device)) {
        return tell_fault(slot, FAULT_TOO_LONG, ret);
    }
    slot->claim = claim_judge(&scanner->rules, &slot->device);
    slot->try_us = 1;
    return tell(slot, SCANNER_BOUND, ret);
}

static bool told_scan(struct slot *slot, enum fault fault, bool whole, struct scanner_event *ret)
{
    return whole ? tell(slot, SCANNER_SCAN, ret) : tell_fault(slot, fault, ret);
}

static bool hear_stroke(struct scanner *scanner, struct slot *slot, const struct stroke *stroke,
                        struct scanner_event *ret)
{
    bool whole = false;
    if (slot->listening) {
        return learnt(scanner, slot, learn_stroke(&slot->learn, stroke), ret);
    }
    enum fault fault = wedge_stroke(&slot->wedge, stroke, &ret->scan, &whole);
    return told_scan(slot, fault, whole, ret);
}

static bool gone(struct scanner *scanner, struct slot *slot, struct scanner_event *ret)
{
    bool was_ours = !slot->listening;
    enum fault fault = was_ours ? wedge_gone(&slot->wedge) : FAULT_NONE;
    slot_close(scanner, slot);
    return was_ours && tell_fault(slot, fault ? fault : FAULT_DEVICE_LOST, ret);
}

bool slot_hear(struct scanner *scanner, struct slot *slot, const struct record *record,
               struct scanner_event *ret)
{
    if (record->gone) {
        return gone(scanner, slot, ret);
    }
    struct stroke stroke;
    switch (strokes_event(&slot->strokes, &record->event, &stroke)) {
    case STROKES_KEY: return hear_stroke(scanner, slot, &stroke, ret);
    case STROKES_LOST:
        learn_wipe(&slot->learn);
        return !slot->listening && tell_fault(slot, wedge_lost(&slot->wedge, stroke.us), ret);
    case STROKES_NONE: break;
    }
    return false;
}

uint64_t slot_deadline(const struct slot *slot)
{
    if (!slot->used) {
        return 0;
    }
    return !slot->dev        ? slot->try_us
           : slot->listening ? learn_deadline(&slot->learn)
                             : wedge_deadline(&slot->wedge);
}

bool slot_pass(struct scanner *scanner, struct slot *slot, uint64_t now_us, struct scanner_event *ret)
{
    uint64_t due = slot_deadline(slot);
    if (!due || due > now_us) {
        return false;
    }
    if (!slot->dev) {
        return try_open(scanner, slot, now_us, ret);
    }
    if (slot->listening) {
        return learnt(scanner, slot, learn_pass(&slot->learn, now_us), ret);
    }
    bool whole = false;
    enum fault fault = wedge_pass(&slot->wedge, now_us, &ret->scan, &whole);
    return told_scan(slot, fault, whole, ret);
}
