/* rule: profiles and bindings in udev's words. */
#include "core/rule.h"
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define USB_NODE "SUBSYSTEM==\"tty|hidraw\", SUBSYSTEMS==\"usb\", ATTRS{idVendor}==\"?*\""

const char RULE_HEAD[] =
    "# Gives the scanners that tiepdon's profiles and bindings name, and only those, to the group "
    "`tiepdon`.\n"
    "# Made by `tiepdon devices --rule`; make it anew when a profile or a binding is added, then:\n"
    "#     udevadm control --reload && udevadm trigger --settle -s input -s tty -s hidraw\n"
    "ACTION==\"remove\", GOTO=\"tiepdon_end\"\n"
    "SUBSYSTEM!=\"input|tty|hidraw\", GOTO=\"tiepdon_end\"\n"
    "SUBSYSTEM==\"input\", KERNEL!=\"event*\", GOTO=\"tiepdon_end\"\n"
    "SUBSYSTEM==\"tty\", KERNEL!=\"ttyACM*|ttyUSB*\", GOTO=\"tiepdon_end\"\n"
    "# What is a keyboard or a mouse too is read as one.\n"
    "SUBSYSTEM==\"hidraw\", TEST==\"device/input\", GOTO=\"tiepdon_end\"\n"
    "SUBSYSTEM==\"hidraw\", IMPORT{builtin}=\"path_id\"\n"
    "SUBSYSTEM==\"input\", ATTRS{id/vendor}==\"?*\", "
    "ENV{.TIEPDON}=\"$attr{id/vendor}:$attr{id/product} $attr{name}\"\n" USB_NODE
    ", ENV{.TIEPDON}=\"$attr{idVendor}:$attr{idProduct} $attr{product}\"\n" USB_NODE
    ", ATTRS{manufacturer}==\"?*\", "
    "ENV{.TIEPDON}=\"$attr{idVendor}:$attr{idProduct} $attr{manufacturer} $attr{product}\"\n\n";

const char RULE_TAIL[] = "\nGOTO=\"tiepdon_end\"\n"
                         "LABEL=\"tiepdon_give\"\n"
                         "GROUP=\"tiepdon\", MODE=\"0660\"\n"
                         "SUBSYSTEM==\"tty\", ENV{ID_MM_DEVICE_IGNORE}=\"1\", ENV{ID_MM_PORT_IGNORE}=\"1\"\n"
                         "LABEL=\"tiepdon_end\"\n";

/* `wild` and what means something to udev become ?, any one character. */
static void quiet(const char *text, const char *wild, char *out, size_t cap)
{
    size_t len = 0;
    for (; text[len] && len + 1 < cap; len++) {
        unsigned char c = (unsigned char)text[len];
        bool plain = isalnum(c) || strchr(" *.:/_-+,()", c);
        out[len] = (char)(plain && !strchr(wild, c) ? c : '?');
    }
    out[len] = '\0';
}

void rule_match(const struct match *match, char out[RULE_LINE_SIZE])
{
    char product[5], name[DEVICE_NAME_SIZE];
    snprintf(product, sizeof product, "%04x", match->product);
    for (int digit = 0; digit < 4; digit++) {
        if (match->product_any >> 4 * (3 - digit) & 0xF) {
            product[digit] = '?';
        }
    }
    quiet(match->name, "", name, sizeof name);
    snprintf(out, RULE_LINE_SIZE, "ENV{.TIEPDON}==\"%04x:%s %s\", GOTO=\"tiepdon_give\"\n", match->vendor,
             product, name);
}

/* A binding has `_` where the device has what could not stand in the configuration. */
bool rule_bind(const char *bind, char out[RULE_LINE_SIZE])
{
    unsigned vendor, product;
    char kind[8], value[BIND_SIZE], fact[BIND_SIZE];
    if (sscanf(bind, "%4x:%4x/%7[a-z]/%179[^ ]", &vendor, &product, kind, value) != 4) {
        return false;
    }
    quiet(value, "_*", fact, sizeof fact);
    const char *form = !strcmp(kind, "name")     ? "ENV{.TIEPDON}==\"%04x:%04x %s\"%s\n"
                       : !strcmp(kind, "serial") ? "ENV{.TIEPDON}==\"%04x:%04x *\", ATTRS{serial}==\"%s\"%s\n"
                       : !strcmp(kind, "port")   ? "ENV{.TIEPDON}==\"%04x:%04x *\", ENV{ID_PATH}==\"%s\"%s\n"
                                                 : NULL;
    if (form) {
        snprintf(out, RULE_LINE_SIZE, form, vendor, product, fact, ", GOTO=\"tiepdon_give\"");
    }
    return form;
}
