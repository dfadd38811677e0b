/* pin: PINs as yescrypt of crypt(3) keeps them: some tens of milliseconds a try, so that a stolen journal does not give
 * them away soon. */
#ifndef TIEPDON_PIN_H
#define TIEPDON_PIN_H
#include "adapter/store.h"
#include <stdbool.h>

/* A hash with a salt of its own. */
NEEDED enum fault pin_hash(const char *pin, char ret[PIN_HASH_SIZE]);

/* False as well for the hash "", which takes the time of any other: nobody learns which names there are. */
bool pin_right(const char *pin, const char *hash);

#endif
