/* qr: a short text as the modules of a QR code (libqrencode). */
#ifndef TIEPDON_QR_H
#define TIEPDON_QR_H
#include "core/code.h"
#include "core/fault.h"
#include "core/needed.h"

/* Bytes as they are, error correction L, version 3 at most: what a terminal has room for. TOO_LONG for more
 * than 53 bytes. */
NEEDED enum fault qr_make(const char *text, struct code *ret);

#endif
