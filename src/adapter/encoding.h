/* encoding: what the C library (iconv) knows of old encodings, and which of them a file is in. */
#ifndef TIEPDON_ENCODING_H
#define TIEPDON_ENCODING_H
#include "core/fault.h"
#include "core/legacy.h"

/* FAULT_ENCODING_MISSING when the C library has no such table; encodings that need none get zeros. */
NEEDED enum fault encoding_codes(enum encoding encoding, struct codes *ret);

/* Looks at the head of a regular file, whose offset stays. A byte order mark says UTF-8 or UTF-16, whatever
 * `named` is, UTF-8 being what is meant when nothing is named. *ret_encoding is what the file is to be read
 * in; with FAULT_IMPORT_ENCODING_IS what it seems to be in, against what was named. Also ENCODING_MISSING. */
NEEDED enum fault encoding_check(int fd, enum encoding named, enum encoding *ret_encoding);

#endif
