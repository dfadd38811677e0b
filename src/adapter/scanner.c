/* scanner: slots for devices that come and go, and one queue of what they brought. */
#include "adapter/scanner.h"
#include "adapter/scanner_slot.h"
#include "core/text.h"
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

static struct slot *slot_free(struct scanner *scanner)
{
    for (int i = 0; i < SLOTS; i++) {
        if (!scanner->slot[i].used) {
            return &scanner->slot[i];
        }
    }
    return NULL;
}

static struct slot *slot_of_node(struct scanner *scanner, const char *node)
{
    for (int i = 0; i < SLOTS; i++) {
        if (scanner->slot[i].used && !strcmp(scanner->slot[i].found.node, node)) {
            return &scanner->slot[i];
        }
    }
    return NULL;
}

static struct slot *slot_of_id(struct scanner *scanner, int id)
{
    for (int i = 0; i < SLOTS; i++) {
        if (scanner->slot[i].used && scanner->slot[i].open && scanner->slot[i].id == id) {
            return &scanner->slot[i];
        }
    }
    return NULL;
}

void scanner_plug(struct scanner *scanner, const struct found *found, uint64_t now_us)
{
    struct slot *room = slot_free(scanner);
    if (!room || !found->device.scans || slot_of_node(scanner, found->node)) {
        return;
    }
    *room = (struct slot){.used = true, .found = *found};
    room->claim = claim_judge(&scanner->rules, &found->device);
    room->try_us = claim_taken(room->claim.kind) || scanner->binding ? now_us : 0;
}

static void plugged(struct scanner *scanner, struct udev_device *udev, uint64_t now_us)
{
    struct found found;
    if (device_describe(udev, &found)) {
        scanner_plug(scanner, &found, now_us);
    }
}

/* What is being read ends when its last stroke has been read (ENODEV), the rest at once. */
static void unplugged(struct scanner *scanner, const char *node)
{
    struct slot *slot = node ? slot_of_node(scanner, node) : NULL;
    if (slot && !slot->open) {
        slot->used = false;
    } else if (slot) {
        slot->found.node[0] = '\0';
    }
}

static void found(struct udev_device *udev, void *data)
{
    plugged(data, udev, 1); /* any time that has passed: tried at the first scanner_next */
}

static void watch(struct scanner *scanner, int fd)
{
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    epoll_ctl(scanner->poll, EPOLL_CTL_ADD, fd, &event);
}

/* udevd tells of a device when its rules have set the permissions; where no udevd runs, the kernel tells. */
static void open_monitor(struct scanner *scanner)
{
    const char *feed = access("/run/udev/control", F_OK) == 0 ? "udev" : "kernel";
    scanner->monitor = scanner->udev ? udev_monitor_new_from_netlink(scanner->udev, feed) : NULL;
    if (scanner->monitor) {
        for (int i = 0; DEVICE_SUBSYSTEMS[i]; i++) {
            udev_monitor_filter_add_match_subsystem_devtype(scanner->monitor, DEVICE_SUBSYSTEMS[i], NULL);
        }
        if (udev_monitor_enable_receiving(scanner->monitor) >= 0) {
            watch(scanner, udev_monitor_get_fd(scanner->monitor));
        }
    }
}

/* Where a line of the same device stands, else behind the last one. */
static int bind_place(const struct scanner *scanner, const char *bind)
{
    size_t len = strcspn(bind, " ");
    for (int i = 0; i < scanner->bind_count; i++) {
        if (strcspn(scanner->binds[i], " ") == len && memcmp(scanner->binds[i], bind, len) == 0) {
            return i;
        }
    }
    return scanner->bind_count;
}

bool scanner_bind_add(struct scanner *scanner, const char *bind)
{
    int at = bind_place(scanner, bind);
    if (at == SCANNER_BINDS || text_copy(scanner->binds[at], BIND_SIZE, bind)) {
        return false;
    }
    scanner->bind_list[at] = scanner->binds[at];
    scanner->bind_count += at == scanner->bind_count;
    scanner->rules.bind_count = scanner->bind_count;
    return true;
}

static enum fault set_rules(struct scanner *scanner, const struct scanner_options *options)
{
    scanner->keymaps = *options->profiles;
    profiles_load(&scanner->keymaps, &scanner->profiles);
    scanner->rules = (struct claim_rules){.profiles = scanner->profiles.list,
                                          .profile_count = scanner->profiles.count,
                                          .binds = scanner->bind_list,
                                          .remote = options->remote};
    for (int i = 0; i < options->bind_count; i++) {
        if (!scanner_bind_add(scanner, options->binds[i])) {
            return FAULT_TOO_LONG;
        }
    }
    return FAULT_NONE;
}

enum fault scanner_open(const struct scanner_options *options, struct scanner **ret)
{
    struct scanner *scanner = calloc(1, sizeof *scanner);
    if (!scanner) {
        return FAULT_MEMORY;
    }
    scanner->poll = epoll_create1(EPOLL_CLOEXEC);
    enum fault fault = scanner->poll < 0 ? FAULT_DEVICE_FAILED : set_rules(scanner, options);
    if (!fault) {
        fault = reader_open(&scanner->reader);
    }
    if (fault) {
        scanner_close(scanner);
        return fault;
    }
    watch(scanner, reader_fd(scanner->reader));
    scanner->udev = udev_new();
    open_monitor(scanner); /* before the list is taken, so that nothing plugged meanwhile is missed */
    device_each(scanner->udev, found, scanner);
    *ret = scanner;
    return FAULT_NONE;
}

void scanner_close(struct scanner *scanner)
{
    if (!scanner) {
        return;
    }
    for (int i = 0; i < SLOTS; i++) {
        slot_close(scanner, &scanner->slot[i]);
    }
    reader_close(scanner->reader);
    udev_monitor_unref(scanner->monitor);
    udev_unref(scanner->udev);
    if (scanner->poll >= 0) {
        close(scanner->poll);
    }
    explicit_bzero(scanner, sizeof *scanner);
    free(scanner);
}

int scanner_fd(const struct scanner *scanner)
{
    return scanner->poll;
}

int scanner_timeout(const struct scanner *scanner)
{
    if (scanner->broken_told < scanner->profiles.broken_count) {
        return 0;
    }
    uint64_t due = 0, now = reader_clock_us();
    for (int i = 0; i < SLOTS; i++) {
        uint64_t slot = slot_deadline(&scanner->slot[i]);
        due = slot && (!due || slot < due) ? slot : due;
    }
    uint64_t ms = due > now ? (due - now + 999) / 1000 : 0;
    return !due ? -1 : ms > INT_MAX ? INT_MAX : (int)ms;
}

/* The record under way to its end, then the next one. */
static bool heard(struct scanner *scanner, struct scanner_event *ret)
{
    struct record *record = &scanner->record;
    bool told = false;
    while (!told && (scanner->record_at < record->len || reader_next(scanner->reader, record))) {
        struct slot *slot = slot_of_id(scanner, record->id);
        if (slot) {
            told = slot_hear(scanner, slot, ret);
        } else {
            scanner->record_at = record->len;
        }
        if (scanner->record_at >= record->len) {
            explicit_bzero(record, sizeof *record);
            scanner->record_at = 0;
        }
    }
    return told;
}

static void monitored(struct scanner *scanner, uint64_t now_us)
{
    struct udev_device *udev;
    while (scanner->monitor && (udev = udev_monitor_receive_device(scanner->monitor))) {
        const char *action = udev_device_get_action(udev);
        if (action && !strcmp(action, "remove")) {
            unplugged(scanner, udev_device_get_devnode(udev));
        } else if (action) {
            plugged(scanner, udev, now_us);
        }
        udev_device_unref(udev);
    }
}

/* "newland.ini:7"; a name too long for its sentence is left out of it. */
static bool told_broken(struct scanner *scanner, struct scanner_event *ret)
{
    if (scanner->broken_told == scanner->profiles.broken_count) {
        return false;
    }
    int at = scanner->broken_told++, line = scanner->profiles.broken[at].line;
    const char *file = strrchr(scanner->profiles.broken[at].path, '/') + 1;
    int len = line ? snprintf(ret->name, sizeof ret->name, "%s:%d", file, line)
                   : snprintf(ret->name, sizeof ret->name, "%s", file);
    if (len < (int)sizeof ret->culprit) {
        memcpy(ret->culprit, ret->name, (size_t)len + 1);
    }
    ret->what = SCANNER_FAULT;
    ret->fault = FAULT_PROFILE_BROKEN;
    return true;
}

bool scanner_next(struct scanner *scanner, struct scanner_event *ret)
{
    uint64_t now_us = reader_clock_us();
    ret->fault = FAULT_NONE;
    ret->culprit[0] = ret->name[0] = ret->bind[0] = '\0';
    monitored(scanner, now_us);
    if (told_broken(scanner, ret) || heard(scanner, ret)) {
        return true;
    }
    for (int i = 0; i < SLOTS; i++) {
        if (scanner->slot[i].used && slot_pass(scanner, &scanner->slot[i], now_us, ret)) {
            return true;
        }
    }
    return false;
}

struct hindrance scanner_hindrance(const struct scanner *scanner)
{
    for (int i = 0; scanner && i < SLOTS; i++) {
        const struct slot *slot = &scanner->slot[i];
        if (slot->used && !slot->open && claim_taken(slot->claim.kind) && slot->fault) {
            return slot->hindrance;
        }
    }
    return (struct hindrance){.fault = FAULT_NONE};
}

static bool hindered(const struct scanner *scanner, enum fault fault)
{
    for (int i = 0; i < SLOTS; i++) {
        const struct slot *slot = &scanner->slot[i];
        if (slot->used && claim_taken(slot->claim.kind) && slot->fault == fault) {
            return true;
        }
    }
    return false;
}

enum scanner_state scanner_state(const struct scanner *scanner, int *ret_ready)
{
    *ret_ready = 0;
    for (int i = 0; scanner && i < SLOTS; i++) {
        *ret_ready += scanner->slot[i].used && scanner->slot[i].open && !scanner->slot[i].listening &&
                      !scanner->slot[i].settling;
    }
    return *ret_ready                               ? SCANNER_READY
           : !scanner                               ? SCANNER_NONE
           : hindered(scanner, FAULT_DEVICE_BUSY)   ? SCANNER_BUSY
           : hindered(scanner, FAULT_DEVICE_DENIED) ? SCANNER_DENIED
                                                    : SCANNER_NONE;
}

static void listen_begin(struct scanner *scanner)
{
    for (int i = 0; i < SLOTS; i++) {
        struct slot *slot = &scanner->slot[i];
        if (slot->used && !slot->open) {
            slot->try_us = reader_clock_us();
            slot->fault = FAULT_NONE;
        }
    }
}

static void listen_end(struct scanner *scanner)
{
    for (int i = 0; i < SLOTS; i++) {
        struct slot *slot = &scanner->slot[i];
        if (slot->used && slot->listening) {
            slot_release(scanner, slot);
        }
        if (slot->used && !slot->open && !claim_taken(slot->claim.kind)) {
            slot->try_us = 0;
            slot->fault = FAULT_NONE;
        }
    }
}

void scanner_listen(struct scanner *scanner, bool on)
{
    if (scanner && scanner->binding != on) {
        scanner->binding = on;
        (on ? listen_begin : listen_end)(scanner);
    }
}
