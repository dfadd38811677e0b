/* device: what udev knows of an event node, and what the kernel says of its keys. */
#include "adapter/device.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

static void copy(char *out, size_t cap, const char *in)
{
    snprintf(out, cap, "%s", in ? in : "");
}

static unsigned short hex(const char *text)
{
    return text ? (unsigned short)strtoul(text, NULL, 16) : 0;
}

/* The first that is neither missing nor empty. */
static const char *either(const char *first, const char *second)
{
    return first && *first ? first : second;
}

bool device_describe(struct udev_device *udev, struct device *ret, char node[DEVICE_NODE_SIZE])
{
    const char *name = udev_device_get_devnode(udev);
    struct udev_device *input = udev_device_get_parent_with_subsystem_devtype(udev, "input", NULL);
    if (!name || strncmp(name, "/dev/input/event", 16) != 0 || strlen(name) >= DEVICE_NODE_SIZE || !input) {
        return false;
    }
    struct udev_device *usb = udev_device_get_parent_with_subsystem_devtype(udev, "usb", "usb_device");
    const char *serial = usb ? udev_device_get_sysattr_value(usb, "serial") : NULL;
    const char *keys = udev_device_get_sysattr_value(input, "capabilities/key");
    *ret = (struct device){.vendor = hex(udev_device_get_sysattr_value(input, "id/vendor")),
                           .product = hex(udev_device_get_sysattr_value(input, "id/product")),
                           .types = keys && claim_types(keys, (int)sizeof(long) * CHAR_BIT),
                           .made = strstr(udev_device_get_syspath(udev), "/devices/virtual/input/")};
    copy(node, DEVICE_NODE_SIZE, name);
    copy(ret->name, sizeof ret->name, udev_device_get_sysattr_value(input, "name"));
    copy(ret->serial, sizeof ret->serial, either(serial, udev_device_get_sysattr_value(input, "uniq")));
    copy(ret->port, sizeof ret->port,
         either(udev_device_get_property_value(udev, "ID_PATH"),
                udev_device_get_sysattr_value(input, "phys")));
    return true;
}

void device_each(struct udev *udev, void (*each)(struct udev_device *udev, void *data), void *data)
{
    struct udev_enumerate *list = udev ? udev_enumerate_new(udev) : NULL;
    if (!list) {
        return;
    }
    udev_enumerate_add_match_subsystem(list, "input");
    udev_enumerate_add_match_sysname(list, "event*");
    udev_enumerate_scan_devices(list);
    struct udev_list_entry *entry;
    udev_list_entry_foreach(entry, udev_enumerate_get_list_entry(list))
    {
        struct udev_device *one = udev_device_new_from_syspath(udev, udev_list_entry_get_name(entry));
        if (one) {
            each(one, data);
            udev_device_unref(one);
        }
    }
    udev_enumerate_unref(list);
}

static enum fault fault_of(int error)
{
    switch (error) {
    case EACCES:
    case EPERM: return FAULT_DEVICE_DENIED;
    case EBUSY: return FAULT_DEVICE_BUSY;
    case ENOENT:
    case ENXIO:
    case ENODEV: return FAULT_DEVICE_LOST;
    default: return FAULT_DEVICE_FAILED;
    }
}

/* Scan codes double the events of every key and are not used; without them the kernel's buffer holds half as
 * many keys more. Older kernels cannot, which does no harm. */
static void mask_scan_codes(int fd)
{
    unsigned char none[MSC_CNT / CHAR_BIT + 1] = {0};
    struct input_mask mask = {
        .type = EV_MSC, .codes_size = sizeof none, .codes_ptr = (uint64_t)(uintptr_t)none};
    ioctl(fd, EVIOCSMASK, &mask);
}

static bool keys_down(const struct libevdev *dev)
{
    for (unsigned code = 0; code < KEY_CNT; code++) {
        if (libevdev_get_event_value(dev, EV_KEY, code)) {
            return true;
        }
    }
    return false;
}

/* libevdev writes to stderr by itself, which is the clerk's screen. */
static void say_nothing(const struct libevdev *dev, enum libevdev_log_priority priority, void *data,
                        const char *file, int line, const char *func, const char *format, va_list args)
{
    (void)dev, (void)priority, (void)data, (void)file, (void)line, (void)func, (void)format, (void)args;
}

static int prepare(struct libevdev *dev, int fd)
{
    libevdev_set_device_log_function(dev, say_nothing, LIBEVDEV_LOG_ERROR, NULL);
    int status = libevdev_set_fd(dev, fd);
    if (status == 0) {
        mask_scan_codes(fd);
        status = libevdev_set_clock_id(dev, CLOCK_MONOTONIC);
    }
    return status;
}

enum fault device_open(const char *node, enum device_hold hold, struct libevdev **ret, bool *ret_keys_down)
{
    *ret_keys_down = false;
    int fd = open(node, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        return fault_of(errno);
    }
    struct libevdev *dev = libevdev_new();
    int status = dev ? prepare(dev, fd) : -ENOMEM;
    if (!status && hold == DEVICE_GRAB) {
        *ret_keys_down = keys_down(dev);
        status = *ret_keys_down ? 0 : libevdev_grab(dev, LIBEVDEV_GRAB);
    }
    if (status || *ret_keys_down) {
        libevdev_free(dev);
        close(fd);
        return status ? fault_of(-status) : FAULT_NONE;
    }
    *ret = dev;
    return FAULT_NONE;
}

void device_close(struct libevdev *dev)
{
    if (dev) {
        int fd = libevdev_get_fd(dev);
        libevdev_free(dev);
        close(fd);
    }
}
