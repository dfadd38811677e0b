/* scanner_slot: one device: tried, taken, released. */
#include "adapter/scanner_slot.h"
#include <string.h>

bool slot_tell(const struct slot *slot, enum scanner_what what, struct scanner_event *ret)
{
    ret->what = what;
    memcpy(ret->name, slot->found.device.name, sizeof ret->name);
    return true;
}

bool slot_tell_fault(const struct slot *slot, enum fault fault, struct scanner_event *ret)
{
    ret->fault = fault;
    return fault && slot_tell(slot, SCANNER_FAULT, ret);
}

void slot_release(struct scanner *scanner, struct slot *slot)
{
    if (slot->open) {
        reader_remove(scanner->reader, slot->id);
        feed_close(&slot->feed);
        slot_hear_end(slot);
    }
    slot->open = slot->listening = slot->settling = false;
}

void slot_close(struct scanner *scanner, struct slot *slot)
{
    slot_release(scanner, slot);
    slot->used = false;
}

/* Somebody must still be able to type at this machine. In a remote session it is not the clerk's machine. */
static bool last_keyboard(const struct scanner *scanner, const struct slot *taken)
{
    if (taken->found.device.kind != DEVICE_KEYS) {
        return false;
    }
    for (int i = 0; i < SLOTS; i++) {
        const struct slot *slot = &scanner->slot[i];
        const struct device *device = &slot->found.device;
        bool spare = slot->used && slot != taken && device->kind == DEVICE_KEYS && !device->made &&
                     !(slot->open && !slot->listening);
        if (spare && !claim_taken(slot->claim.kind)) {
            return false;
        }
    }
    return !scanner->rules.remote;
}

/* Hands the open device to the thread. */
static enum fault start(struct scanner *scanner, struct slot *slot)
{
    enum fault fault = slot_hear_begin(scanner, slot);
    if (fault) {
        return fault;
    }
    slot->id = ++scanner->last_id;
    fault = reader_add(scanner->reader, &slot->feed, slot->id);
    if (fault) {
        slot_hear_end(slot);
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
    enum fault fault = feed_open(slot->found.node, slot->found.device.kind,
                                 listening ? FEED_LISTEN : FEED_GRAB, &slot->feed, ret_keys_down);
    if (fault || *ret_keys_down) {
        return fault;
    }
    slot->listening = listening;
    fault = start(scanner, slot);
    slot->open = !fault;
    if (fault) {
        feed_close(&slot->feed);
    }
    return fault;
}

static bool tell_hindrance(struct slot *slot, enum fault before, struct scanner_event *ret)
{
    if (!slot->fault || slot->fault == before) {
        return false;
    }
    slot->hindrance = hindrance_of(slot->fault, slot->found.device.kind, slot->found.node);
    memcpy(ret->culprit, slot->hindrance.name, sizeof ret->culprit);
    return slot_tell_fault(slot, slot->hindrance.fault, ret);
}

static bool try_open(struct scanner *scanner, struct slot *slot, uint64_t now_us, struct scanner_event *ret)
{
    if (slot->found.device.made) {
        slot->try_us = 0;
        return false;
    }
    bool keys_down;
    enum fault before = slot->fault, fault = open_slot(scanner, slot, &keys_down);
    slot->try_us = keys_down ? now_us + TRY_KEYS_US : fault ? now_us + TRY_FAULT_US : 0;
    slot->settled_us = now_us + SETTLE_US;
    slot->fault = fault;
    if (fault == FAULT_DEVICE_LOST) {
        slot->used = false; /* udev will say so too */
        return false;
    }
    if (!slot->open || slot->listening) {
        return tell_hindrance(slot, before, ret);
    }
    slot->settling = slot->found.device.kind == DEVICE_SERIAL;
    return !slot->settling && slot_tell(slot, SCANNER_CHANGED, ret);
}

uint64_t slot_deadline(const struct slot *slot)
{
    return !slot->used      ? 0
           : !slot->open    ? slot->try_us
           : slot->settling ? slot->settled_us
                            : slot_hear_deadline(slot);
}

bool slot_pass(struct scanner *scanner, struct slot *slot, uint64_t now_us, struct scanner_event *ret)
{
    uint64_t due = slot_deadline(slot);
    if (!due || due > now_us) {
        return false;
    }
    if (slot->settling) {
        slot->settling = false;
        return slot_tell(slot, SCANNER_CHANGED, ret);
    }
    return slot->open ? slot_hear_nothing(scanner, slot, now_us, ret) : try_open(scanner, slot, now_us, ret);
}
