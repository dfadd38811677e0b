/* digest: bytes as hexadecimal digits, and SHA-256 of bytes and files. */
#ifndef TIEPDON_DIGEST_H
#define TIEPDON_DIGEST_H
#include <stdbool.h>
#include <stddef.h>

enum { DIGEST_SIZE = 65 }; /* 64 hexadecimal digits in lower case */

/* Two digits a byte and a NUL: `out` holds 2 * len + 1. */
void digest_hex(const void *bytes, size_t len, char *out);

/* False when there is no memory for it. */
bool digest_bytes(const void *bytes, size_t len, char ret[DIGEST_SIZE]);
/* Of what the disk holds, as far as the kernel lets go of what it keeps in memory. False with errno when the file cannot be
 * read. */
bool digest_file(const char *path, char ret[DIGEST_SIZE]);

#endif
