/* scan: what one pull of the trigger (one picture's symbol, one paste) brought, whole. */
#ifndef TIEPDON_SCAN_H
#define TIEPDON_SCAN_H
#include "core/payload.h"

struct scan {
    char bytes[PAYLOAD_MAX + 1];
    size_t len;
    enum origin origin;
    unsigned mended; /* set of enum mend: what was repaired before it became these bytes */
};

#endif
