/* scanner_list: every device that could scan, looked at without being taken. */
#include "adapter/device.h"
#include "adapter/feed.h"
#include "adapter/layout.h"
#include "adapter/scanner.h"
#include <string.h>
#include <unistd.h>

static enum fault try_layout(const struct keymaps *keymaps, const struct profile *profile)
{
    struct layout *layout = NULL;
    enum fault fault = profile ? layout_find(keymaps, profile->layout, &layout) : FAULT_DEVICE_LAYOUT;
    layout_close(layout);
    return fault;
}

/* Opens a device for a moment, as the counter would. */
static enum fault try(const struct keymaps *keymaps, const struct scanner_device *found)
{
    if (!claim_taken(found->claim.kind)) {
        return access(found->node, R_OK) == 0 ? FAULT_NONE : FAULT_DEVICE_DENIED;
    }
    struct feed feed;
    bool keys_down;
    enum fault fault = feed_open(found->node, found->device.kind, FEED_GRAB, &feed, &keys_down);
    if (!fault && !keys_down) {
        feed_close(&feed);
    }
    bool keys = found->device.kind == DEVICE_KEYS;
    return fault || !keys ? fault : try_layout(keymaps, found->claim.profile);
}

struct look {
    const struct keymaps *keymaps;
    const struct claim_rules *rules;
    void (*each)(const struct scanner_device *device, void *data);
    void *data;
};

static void look(struct udev_device *udev, void *data)
{
    const struct look *look = data;
    struct found found;
    if (device_describe(udev, &found) && found.device.scans) {
        struct scanner_device told = {.device = found.device};
        memcpy(told.node, found.node, sizeof told.node);
        told.claim = claim_judge(look->rules, &told.device);
        told.hindrance = hindrance_of(try(look->keymaps, &told), told.device.kind, told.node);
        look->each(&told, look->data);
    }
}

void scanner_list(const struct scanner_options *options, struct profiles *profiles,
                  void (*each)(const struct scanner_device *device, void *data), void *data)
{
    profiles_load(options->profiles, profiles);
    const struct claim_rules rules = {profiles->list, profiles->count, options->binds, options->bind_count,
                                      options->remote};
    struct look how = {options->profiles, &rules, each, data};
    struct udev *udev = udev_new();
    device_each(udev, look, &how);
    udev_unref(udev);
}
