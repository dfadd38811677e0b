/* picture: the QR codes of a PNG or JPEG: a photo, a scan, a phone's screenshot, light or dark, at any angle.
 *
 * Bytes come out as they stand in the code: nothing guesses a character set, nothing is announced on D-Bus,
 * nothing is written to stdout or stderr. The pixels and the file's bytes are wiped before they are freed. */
#ifndef TIEPDON_PICTURE_H
#define TIEPDON_PICTURE_H
#include "core/scan.h"

enum {
    PICTURE_SYMBOLS = 16,                /* codes in one picture */
    PICTURE_FILE_MAX = 64 * 1024 * 1024, /* bytes of the file */
    PICTURE_PIXELS_MAX = 100000000,      /* the largest phone camera has 200 megapixels but saves 12 to 50 */
};

/* In reading order (top to bottom, left to right), each payload once and with a NUL behind it, origin
 * ORIGIN_PICTURE. The caller wipes it. */
struct symbols {
    int count;
    struct scan scan[PICTURE_SYMBOLS];
};

/* Reads one picture. Success means at least one code. Faults, each with ret_symbols untouched:
 * PICTURE_MISSING, PICTURE_DIRECTORY, PICTURE_UNREADABLE, PICTURE_EMPTY, PICTURE_UNKNOWN (neither PNG nor
 * JPEG), PICTURE_DAMAGED, PICTURE_TOO_LARGE, PICTURE_NO_CODE, PICTURE_CROWDED (more than
 * PICTURE_SYMBOLS), PICTURE_MEMORY. */
NEEDED enum fault picture_read(const char *path, struct symbols *ret_symbols);

/* The same from an open descriptor, read to its end and left open. */
NEEDED enum fault picture_read_fd(int fd, struct symbols *ret_symbols);

/* The same from the bytes of a file, which stay the caller's. */
NEEDED enum fault picture_read_bytes(const unsigned char *bytes, size_t len, struct symbols *ret_symbols);

#endif
