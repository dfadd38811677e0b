/* scanner_list: every device that types, looked at without being taken. */
#include "adapter/device.h"
#include "adapter/scanner.h"
#include <stdio.h>
#include <unistd.h>

/* Opens a device for a moment, as the counter would. */
static enum fault hindrance(const struct scanner_device *found)
{
    if (!claim_taken(found->claim.kind)) {
        return access(found->node, R_OK) == 0 ? FAULT_NONE : FAULT_DEVICE_DENIED;
    }
    struct libevdev *dev = NULL;
    bool keys_down;
    enum fault fault = device_open(found->node, DEVICE_GRAB, &dev, &keys_down);
    device_close(dev);
    return fault;
}

struct look {
    const struct claim_rules *rules;
    void (*each)(const struct scanner_device *device, void *data);
    void *data;
};

static void look(struct udev_device *udev, void *data)
{
    const struct look *look = data;
    struct scanner_device found = {0};
    if (device_describe(udev, &found.device, found.node) && found.device.types) {
        found.claim = claim_judge(look->rules, &found.device);
        found.fault = hindrance(&found);
        look->each(&found, look->data);
    }
}

void scanner_list(const struct scanner_options *options, struct profiles *profiles,
                  void (*each)(const struct scanner_device *device, void *data), void *data)
{
    profiles_load(options->profiles, profiles);
    const struct claim_rules rules = {profiles->list, profiles->count, options->binds, options->bind_count,
                                      options->remote};
    struct look how = {&rules, each, data};
    struct udev *udev = udev_new();
    device_each(udev, look, &how);
    udev_unref(udev);
}
