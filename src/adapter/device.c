/* device: what udev and sysfs know of a node. */
#include "adapter/device.h"
#include "adapter/place.h"
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const DEVICE_SUBSYSTEMS[] = {"input", "tty", "hidraw", NULL};

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

static const char *attribute(struct udev_device *udev, const char *name)
{
    return udev ? udev_device_get_sysattr_value(udev, name) : NULL;
}

static struct udev_device *usb_of(struct udev_device *udev)
{
    return udev_device_get_parent_with_subsystem_devtype(udev, "usb", "usb_device");
}

/* What is known of every kind in the same way. */
static void fill(struct device *ret, enum device_kind kind, struct udev_device *udev, const char *uniq,
                 const char *phys)
{
    ret->kind = kind;
    copy(ret->serial, sizeof ret->serial, either(attribute(usb_of(udev), "serial"), uniq));
    copy(ret->port, sizeof ret->port, either(udev_device_get_property_value(udev, "ID_PATH"), phys));
}

static bool describe_keys(struct udev_device *udev, struct found *ret)
{
    struct udev_device *input = udev_device_get_parent_with_subsystem_devtype(udev, "input", NULL);
    const char *keys = attribute(input, "capabilities/key");
    if (!input) {
        return false;
    }
    struct device *device = &ret->device;
    device->vendor = hex(attribute(input, "id/vendor"));
    device->product = hex(attribute(input, "id/product"));
    device->scans = keys && claim_types(keys, (int)sizeof(long) * CHAR_BIT);
    device->made = strstr(udev_device_get_syspath(udev), "/devices/virtual/input/");
    copy(device->name, sizeof device->name, attribute(input, "name"));
    fill(device, DEVICE_KEYS, udev, attribute(input, "uniq"), attribute(input, "phys"));
    return true;
}

/* The name as the kernel would give it to a keyboard: maker and product. */
static bool describe_serial(struct udev_device *udev, struct found *ret)
{
    struct udev_device *usb = usb_of(udev);
    if (!usb) {
        return false;
    }
    const char *maker = attribute(usb, "manufacturer"), *product = attribute(usb, "product");
    struct device *device = &ret->device;
    device->vendor = hex(attribute(usb, "idVendor"));
    device->product = hex(attribute(usb, "idProduct"));
    device->scans = true;
    snprintf(device->name, sizeof device->name, "%s%s%s", maker ? maker : "", maker && product ? " " : "",
             product ? product : "");
    fill(device, DEVICE_SERIAL, udev, NULL, NULL);
    return true;
}

static bool read_shape(struct udev_device *hid, struct pos_shape *ret)
{
    char path[PATH_SIZE];
    unsigned char bytes[POS_DESCRIPTOR_MAX];
    int len = snprintf(path, sizeof path, "%s/report_descriptor", udev_device_get_syspath(hid));
    FILE *file = len > 0 && len < (int)sizeof path ? fopen(path, "re") : NULL;
    if (!file) {
        return false;
    }
    size_t got = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    return pos_shape_read(bytes, got, ret);
}

static bool describe_pos(struct udev_device *udev, struct found *ret)
{
    struct udev_device *hid = udev_device_get_parent_with_subsystem_devtype(udev, "hid", NULL);
    const char *id = hid ? udev_device_get_property_value(hid, "HID_ID") : NULL; /* 0003:00000C2E:00000B67 */
    unsigned vendor, product;
    if (!id || sscanf(id, "%*x:%x:%x", &vendor, &product) != 2) {
        return false;
    }
    struct device *device = &ret->device;
    device->vendor = (unsigned short)vendor;
    device->product = (unsigned short)product;
    device->scans = read_shape(hid, &ret->shape);
    copy(device->name, sizeof device->name, udev_device_get_property_value(hid, "HID_NAME"));
    fill(device, DEVICE_POS, udev, udev_device_get_property_value(hid, "HID_UNIQ"),
         udev_device_get_property_value(hid, "HID_PHYS"));
    return true;
}

static bool begins(const char *text, const char *with)
{
    return !strncmp(text, with, strlen(with));
}

bool device_describe(struct udev_device *udev, struct found *ret)
{
    const char *node = udev_device_get_devnode(udev);
    if (!node || strlen(node) >= sizeof ret->node) {
        return false;
    }
    struct found found = {.device = {.vendor = 0}};
    bool known = begins(node, "/dev/input/event")                             ? describe_keys(udev, &found)
                 : begins(node, "/dev/ttyACM") || begins(node, "/dev/ttyUSB") ? describe_serial(udev, &found)
                 : begins(node, "/dev/hidraw")                                ? describe_pos(udev, &found)
                                                                              : false;
    if (known) {
        copy(found.node, sizeof found.node, node);
        *ret = found;
    }
    return known;
}

static struct udev_enumerate *enumerate(struct udev *udev)
{
    struct udev_enumerate *list = udev ? udev_enumerate_new(udev) : NULL;
    for (int i = 0; list && DEVICE_SUBSYSTEMS[i]; i++) {
        udev_enumerate_add_match_subsystem(list, DEVICE_SUBSYSTEMS[i]);
    }
    if (list) {
        udev_enumerate_scan_devices(list);
    }
    return list;
}

void device_each(struct udev *udev, void (*each)(struct udev_device *udev, void *data), void *data)
{
    struct udev_enumerate *list = enumerate(udev);
    if (!list) {
        return;
    }
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
