/* model: what an emulated scanner says of itself and how it is set; NAME=VALUE pairs change it.
 *
 *     vendor=0c2e product=0901 name=TEXT serial=TEXT   its identity (port uhid and pos)
 *     interval=8000                                    microseconds from report to report
 *     layout=us|fr                                     the keyboard country it is set to
 *     way=drop|alt3|alt0|altu|althex|ctrlu|altx        how it sends what that layout has no key for
 *     suffix=enter|tab|crlf|none  prefix=TEXT           around every scan
 *     caps=1                                           it believes that Caps Lock is on
 *     lump=1                                           all digits of an Alt code in one report, as some firmwares do */
#ifndef VM_MODEL_H
#define VM_MODEL_H
#include <stdbool.h>

enum port { PORT_UHID, PORT_POS, PORT_GADGET, PORT_SERIAL };

enum way { WAY_DROP, WAY_ALT3, WAY_ALT0, WAY_ALTU, WAY_ALTHEX, WAY_CTRLU, WAY_ALTX };

enum suffix { SUFFIX_ENTER, SUFFIX_TAB, SUFFIX_CRLF, SUFFIX_NONE };

struct model {
    enum port port;
    unsigned vendor, product;
    char name[128], serial[64], prefix[16];
    unsigned interval_us;
    const struct layout *layout;
    enum way way;
    enum suffix suffix;
    bool caps, lump;
};

/* PORT is the first word on the command line: uhid, pos, gadget or serial. False for another. */
bool model_init(struct model *model, const char *port);

/* One NAME=VALUE; false when there is no such name or value. */
bool model_set(struct model *model, const char *pair);

#endif
