/* decoder: a file's bytes as UTF-8, whatever encoding they are in. */
#ifndef TIEPDON_DECODER_H
#define TIEPDON_DECODER_H
#include "core/fault.h"
#include "core/legacy.h"

struct decoder;

/* Reads from `fd`, which stays the caller's. Faults: STORE_MEMORY, ENCODING_MISSING. */
NEEDED enum fault decoder_open(int fd, enum encoding encoding, struct decoder **ret);
void decoder_close(struct decoder *decoder);

/* Fills `out` as far as whole letters fit and returns the bytes; bytes of UTF-8 are passed on as they are. */
size_t decoder_read(struct decoder *decoder, char *out, size_t cap);

/* Nothing more will come: the file ended, could not be read on (`failed`), or has a byte that is none of the
 * encoding's on line `unfit`, from 1; 0 for none. */
bool decoder_ended(const struct decoder *decoder);
bool decoder_failed(const struct decoder *decoder);
long decoder_unfit(const struct decoder *decoder);

/* Bytes of the file that were given out. */
long long decoder_position(const struct decoder *decoder);

#endif
