/* checkin_copy: what is to be sent to the portal, as it came, in the data directory until it is settled: sending waits for
 * no share, and sends the very bytes that were found complete. */
#ifndef TIEPDON_CHECKIN_COPY_H
#define TIEPDON_CHECKIN_COPY_H
#include "adapter/digest.h"
#include "core/fault.h"
#include <stdbool.h>
#include <stddef.h>

enum { CHECKIN_COPY_SIZE = 96 };

/* Writes DATA/checkin-DIGEST.xml; on disk on return. ret_name is the name within DATA; *ret_there says that it was there
 * already, waiting to be sent. */
NEEDED enum fault checkin_copy_keep(const char *data, const char *bytes, size_t len,
                                    char ret_digest[DIGEST_SIZE], char ret_name[CHECKIN_COPY_SIZE],
                                    bool *ret_there);
/* The text again, the caller's to free; NULL when it is not there or not what its digest says. */
char *checkin_copy_read(const char *data, const char *name, const char *digest);
void checkin_copy_drop(const char *data, const char *name);

#endif
