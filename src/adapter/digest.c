/* digest: libcrypto's SHA-256. */
#include "adapter/digest.h"
#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

void digest_hex(const void *bytes, size_t len, char *out)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < len; i++) {
        out[2 * i] = "0123456789abcdef"[at[i] >> 4];
        out[2 * i + 1] = "0123456789abcdef"[at[i] & 15];
    }
    out[2 * len] = '\0';
}

bool digest_bytes(const void *bytes, size_t len, char ret[DIGEST_SIZE])
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (EVP_Digest(bytes, len, digest, &size, EVP_sha256(), NULL) != 1) {
        return false;
    }
    digest_hex(digest, size, ret);
    return true;
}

static bool digest_open_file(int fd, EVP_MD_CTX *context, char ret[DIGEST_SIZE])
{
    unsigned char buffer[1 << 16], digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    ssize_t got = 0;
    bool good = context && EVP_DigestInit_ex(context, EVP_sha256(), NULL) == 1;
    errno = good ? 0 : ENOMEM;
    while (good && (got = read(fd, buffer, sizeof buffer)) > 0) {
        good = EVP_DigestUpdate(context, buffer, (size_t)got) == 1;
    }
    good = good && got == 0 && EVP_DigestFinal_ex(context, digest, &size) == 1;
    if (good) {
        digest_hex(digest, size, ret);
    }
    return good;
}

bool digest_file(const char *path, char ret[DIGEST_SIZE])
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0) {
        return false;
    }
    (void)posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool good = digest_open_file(fd, context, ret);
    int error = errno;
    EVP_MD_CTX_free(context);
    close(fd);
    errno = error;
    return good;
}
