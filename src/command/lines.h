/* lines: lines of any length from a descriptor, with a hook before the reader has to wait. */
#ifndef TIEPDON_LINES_H
#define TIEPDON_LINES_H
#include "core/payload.h"

enum { LINES_CHUNK = 64 * 1024 };

struct lines {
    int descriptor;
    char chunk[LINES_CHUNK];
    size_t at, filled;
    bool ended, failed;
    /* The line last read, without its LF and a CR before it; NUL bytes stay. Of a line longer than
     * any scan only the first PAYLOAD_MAX + 1 bytes are kept, enough to be refused as too long; the
     * rest is read and dropped. */
    char line[PAYLOAD_MAX + 3];
    size_t len;
};

void lines_begin(struct lines *lines, int descriptor);
/* False at the end, and on a read error (`failed`). `wait` is called before each read that would block. */
bool lines_next(struct lines *lines, void (*wait)(void));

#endif
