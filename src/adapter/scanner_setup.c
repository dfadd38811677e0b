/* scanner_setup: a scan read in every way a scanner may mean it, while one is set up; and what follows from that. */
#include "adapter/scanner_slot.h"
#include "core/keyboard.h"
#include <string.h>

static const enum way WAYS[] = {WAY_UTF8, WAY_CP1252, WAY_CP1258, WAY_CODE_POINT};

static void read_layout(struct slot *slot, struct layout *layout, const char *name, struct setup *setup)
{
    struct manner manner = {SUFFIX_ENTER | SUFFIX_TAB | SUFFIX_LF, "", LEARN_SILENCE_US, HALF_US, WAY_AUTO};
    struct scan scan;
    for (size_t i = 0; i < sizeof WAYS / sizeof *WAYS; i++) {
        manner.way = WAYS[i];
        if (tape_read(slot->tape, layout, &manner, &scan) == FAULT_NONE) {
            setup_try(setup, name, WAYS[i], scan.bytes, scan.len);
        }
    }
    explicit_bzero(&scan, sizeof scan);
}

static void read_keys(const struct scanner *scanner, struct slot *slot, struct setup *setup)
{
    for (enum keyboard i = 0; i < KEYBOARD_SCANNERS; i++) {
        struct layout *layout = NULL;
        if (layout_find(&scanner->keymaps, keyboard_code(i), &layout) == FAULT_NONE) {
            read_layout(slot, layout, keyboard_code(i), setup);
        }
        layout_close(layout);
    }
}

bool slot_recognise(struct scanner *scanner, struct slot *slot, const struct scan *scan,
                    struct scanner_event *ret)
{
    struct setup setup = {0};
    if (!scanner->binding) {
        return false;
    }
    if (slot->tape) {
        read_keys(scanner, slot, &setup);
    } else {
        setup_try(&setup, "", WAY_AUTO, scan->bytes, scan->len);
    }
    if (!setup.known) {
        return false;
    }
    setup_end(&setup, slot->found.device.kind, &slot->trace);
    ret->setup = setup;
    ret->device = slot->found.device;
    ret->road = slot->listening                   ? HEARD_STRANGER
                : slot->claim.kind == CLAIM_KNOWN ? HEARD_KNOWN
                                                  : HEARD_BOUND;
    ret->served = !slot->listening && setup_served(&setup, slot->claim.profile);
    return slot_tell(slot, SCANNER_HEARD, ret);
}

/* The first of its name counts, so a new one goes to the head; the claims move with theirs. */
static struct profile *put_profile(struct scanner *scanner, const struct profile *profile)
{
    struct profiles *profiles = &scanner->profiles;
    int at = 0;
    while (at < profiles->count && strcmp(profiles->list[at].name, profile->name) != 0) {
        at++;
    }
    if (at == PROFILES_MAX) {
        return NULL;
    }
    if (at == profiles->count) {
        memmove(profiles->list + 1, profiles->list, (size_t)profiles->count * sizeof *profiles->list);
        scanner->rules.profile_count = ++profiles->count;
        for (int i = 0; i < SLOTS; i++) {
            scanner->slot[i].claim.profile += scanner->slot[i].claim.profile != NULL;
        }
        at = 0;
    }
    profiles->list[at] = *profile;
    return &profiles->list[at];
}

static bool same_device(const struct device *a, const struct device *b)
{
    char one[BIND_SIZE], other[BIND_SIZE];
    claim_bind(a, "", one);
    claim_bind(b, "", other);
    return a->kind == b->kind && strcmp(one, other) == 0;
}

/* One that is taken goes on being held, and is read anew from here; one that is listened to is taken next. */
static enum fault adopt(struct scanner *scanner, struct slot *slot, const struct profile *profile)
{
    slot->claim.profile = profile;
    if (!slot->open || slot->listening) {
        slot_release(scanner, slot);
        slot->claim.kind = CLAIM_BOUND;
        slot->try_us = 1;
        return FAULT_NONE;
    }
    slot_hear_end(slot);
    enum fault fault = slot_hear_begin(scanner, slot);
    if (fault) {
        slot_release(scanner, slot);
    }
    return fault;
}

enum fault scanner_adopt(struct scanner *scanner, const struct device *device, const struct profile *profile,
                         const char *bind)
{
    const struct profile *put = put_profile(scanner, profile);
    if (!put || (*bind && !scanner_bind_add(scanner, bind))) {
        return FAULT_TOO_LONG;
    }
    enum fault fault = FAULT_NONE;
    for (int i = 0; i < SLOTS; i++) {
        struct slot *slot = &scanner->slot[i];
        if (slot->used && same_device(&slot->found.device, device)) {
            enum fault one = adopt(scanner, slot, put);
            fault = fault ? fault : one;
        }
    }
    return fault;
}
