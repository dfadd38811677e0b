/* qr: a short text as the modules of a QR code (libqrencode). */
#ifndef TIEPDON_QR_H
#define TIEPDON_QR_H
#include "core/code.h"
#include "core/fault.h"
#include "core/needed.h"

enum { QR_TEXT_MAX = 53 };

/* Bytes as they are, error correction L, version 3 at most: what a terminal has room for. TOO_LONG for more
 * than QR_TEXT_MAX bytes. */
NEEDED enum fault qr_make(const char *text, struct code *ret);

#endif
