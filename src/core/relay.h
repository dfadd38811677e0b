/* relay: what the two ends of `tiepdon relay` must agree on. A scan goes through a terminal session as one
 * bracketed paste, and so does the word that a scan came to nothing, as text that is no card:
 *
 *     tiepdon-relay:scan_half
 *
 * The end with the scanner: */
#ifndef TIEPDON_RELAY_H
#define TIEPDON_RELAY_H
#include "core/fault.h"
#include "core/scan.h"
#include "core/sequence.h"
#include <stdint.h>

enum {
    RELAY_PASTE_SIZE = PAYLOAD_MAX + 12, /* with ESC [200~ and ESC [201~ */
    RELAY_OPEN_MS =
        250, /* a sequence of the clerk's terminal comes in one go: what stands open longer is a key */
};

/* Begin with {0}. */
struct relay {
    struct sequence keys;   /* what the clerk's terminal sends to the command */
    struct sequence output; /* what the command writes */
    uint64_t keys_ms;
};

void relay_keys(struct relay *relay, const char *bytes, size_t len, uint64_t now);
void relay_output(struct relay *relay, const char *bytes, size_t len);

/* Milliseconds until a paste would part nothing that the clerk's terminal sends in one piece; 0: now. */
int relay_wait(const struct relay *relay, uint64_t now);

/* The scan between the marks of a paste; what stands around a code (STX, ETX, white space) stays behind.
 * TEXT_INVALID when it holds a control character (C0, DEL, C1) or is no UTF-8: the end of a paste and a
 * command behind it could stand in a QR code. SCAN_EMPTY, SCAN_TOO_LONG. Patient data: wipe it. */
NEEDED enum fault relay_paste(const struct scan *scan, char ret[RELAY_PASTE_SIZE], size_t *ret_len);

/* The same for the word that something went wrong. Returns its length. */
size_t relay_fault(enum fault fault, char ret[RELAY_PASTE_SIZE]);

/* The other end: what a paste says went wrong with the scanner or its scan, FAULT_NONE when it says no such
 * thing. What it says of anything else, or what a newer relay says, is SCAN_BROKEN. */
enum fault relay_told(const char *bytes, size_t len);

#endif
