/* claim: which input devices this counter may take as its scanner, and why. Decides; opens nothing.
 *
 * A device is taken only if the configuration binds it, or a profile names it by vendor, product and name; a
 * counter that has bound scanners takes no others; a remote session takes bound ones only. What a program
 * made (keyd, kanata) carries other devices' keys and is never taken.
 *
 * A binding is one line: IDENTITY [PROFILE], for example
 *     05e0:1200/serial/S12345678
 *     0416:c141/port/pci-0000:00:14.0-usb-0:2:1.0 generic-silence
 *     05e0:1200/name/Symbol_Bar_Code_Scanner */
#ifndef TIEPDON_CLAIM_H
#define TIEPDON_CLAIM_H
#include "core/wedge.h"
#include <stdbool.h>

enum {
    DEVICE_NODE_SIZE = 64,
    DEVICE_NAME_SIZE = 128,
    DEVICE_SERIAL_SIZE = 64,
    DEVICE_PORT_SIZE = 100,
    BIND_SIZE = 180
};
enum { PROFILE_MATCHES = 12, PROFILE_NAME_SIZE = 32 };

enum device_kind {
    DEVICE_KEYS,   /* /dev/input/eventN: types like a keyboard */
    DEVICE_SERIAL, /* /dev/ttyACMN: sends bytes */
    DEVICE_POS,    /* /dev/hidrawN with usage page 0x8C: sends reports of a HID bar code scanner */
};

struct device {
    unsigned short vendor, product;
    char name[DEVICE_NAME_SIZE];
    char serial[DEVICE_SERIAL_SIZE]; /* "" for none */
    char port[DEVICE_PORT_SIZE];     /* where it is plugged in, the same after a restart; "" unknown */
    bool scans; /* could send a scan: keys for letters, digits and Enter; a serial port; a bar code scanner
                 * by its own report descriptor */
    bool made;  /* by a program, not by hardware */
    enum device_kind kind;
};

/* Devices that a profile names. */
struct match {
    unsigned short vendor, product;
    char name[DEVICE_NAME_SIZE]; /* * stands for any text */
    unsigned short product_any;  /* the bits of the product that may be anything */
};

/* A model or family of scanners: keymaps/NAME.ini. */
struct profile {
    char name[PROFILE_NAME_SIZE];
    struct match match[PROFILE_MATCHES];
    int match_count;
    char layout[PROFILE_NAME_SIZE]; /* keymaps/LAYOUT.xkb */
    struct manner manner;
};

/* The profile of a bound device that no other names: Enter, Tab or LF end its scans. */
#define PROFILE_GENERIC "generic"
/* The same without a suffix. */
#define PROFILE_SILENCE "generic-silence"

struct claim_rules {
    const struct profile *profiles;
    int profile_count;
    const char *const *binds; /* binding lines */
    int bind_count;
    bool remote; /* the clerk sits at another machine */
};

enum claim_kind {
    CLAIM_BOUND,    /* taken: the configuration binds it */
    CLAIM_KNOWN,    /* taken: a profile names it */
    CLAIM_DECLARED, /* taken: no profile names it, but it is a HID POS scanner, which no keyboard can be */
    CLAIM_STRANGER, /* none of these */
    CLAIM_OTHER,    /* known or declared, but this counter is bound to another scanner */
    CLAIM_REMOTE,   /* known or declared, but the session is remote */
    CLAIM_MADE,
    CLAIM_NO_SCANS, /* cannot send a scan */
};

struct claim {
    enum claim_kind kind;
    const struct profile *profile; /* of a taken device; NULL when it has none, not even the generic one */
};

struct claim claim_judge(const struct claim_rules *rules, const struct device *device);
bool claim_taken(enum claim_kind kind);

/* The binding line of a device: by its serial number, else by its port, else by
 * its name. `profile` may be "". */
void claim_bind(const struct device *device, const char *profile, char out[BIND_SIZE]);

/* `*` stands for any text, letters count without case. */
bool claim_name_fits(const char *pattern, const char *name);

/* Reads the key bits of an event node as sysfs shows them ("1000000000007 ff980000000007ff ..."): whether it
 * `scans`. */
bool claim_types(const char *bits, int bits_per_word);

#endif
