/* pin: crypt(3). */
#include "adapter/pin.h"
#include <crypt.h>
#include <openssl/crypto.h>
#include <string.h>

static const char METHOD[] = "$y$"; /* yescrypt at the library's own cost */
/* Of nobody's PIN, for the time it takes. */
static const char NOBODY[] = "$y$j9T$F5Jx5fExrKuPp53xLKQ..1";

static enum fault hash_with(const char *pin, const char *setting, char ret[PIN_HASH_SIZE])
{
    struct crypt_data data;
    memset(&data, 0, sizeof data);
    const char *hash = crypt_r(pin, setting, &data);
    bool good = hash && hash[0] != '*' && strlen(hash) < PIN_HASH_SIZE;
    if (good) {
        memcpy(ret, hash, strlen(hash) + 1);
    }
    explicit_bzero(&data, sizeof data);
    return good ? FAULT_NONE : FAULT_STORE_FAILED;
}

enum fault pin_hash(const char *pin, char ret[PIN_HASH_SIZE])
{
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    return crypt_gensalt_rn(METHOD, 0, NULL, 0, setting, sizeof setting) ? hash_with(pin, setting, ret)
                                                                         : FAULT_STORE_FAILED;
}

bool pin_right(const char *pin, const char *hash)
{
    char made[PIN_HASH_SIZE] = "";
    bool known = *hash != '\0';
    enum fault fault = hash_with(pin, known ? hash : NOBODY, made);
    size_t len = strlen(hash);
    bool right = fault == FAULT_NONE && known && strlen(made) == len && CRYPTO_memcmp(made, hash, len) == 0;
    explicit_bzero(made, sizeof made);
    return right;
}
