/* secret: what was opened is what is judged, so that no file can be put in its place in between. */
#include "adapter/secret.h"
#include "adapter/digest.h"
#include "adapter/place.h"
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PASSWORD_MAX = 256, MD5_BYTES = 16 };

/* A credential shows the mask of an access list in the place of the group's rights. */
static enum fault judge(int fd, mode_t others)
{
    struct stat stat;
    if (fstat(fd, &stat) != 0 || !S_ISREG(stat.st_mode)) {
        return FAULT_PORTAL_PASSWORD;
    }
    bool ours = stat.st_uid == geteuid() || stat.st_uid == 0;
    return ours && (stat.st_mode & others) == 0 ? FAULT_NONE : FAULT_PORTAL_PASSWORD_OPEN;
}

static enum fault digest(char *password, size_t len, char ret[SECRET_SIZE])
{
    unsigned char md5[MD5_BYTES];
    while (len > 0 && (password[len - 1] == '\n' || password[len - 1] == '\r')) {
        len--;
    }
    if (len == 0 || len > PASSWORD_MAX || EVP_Digest(password, len, md5, NULL, EVP_md5(), NULL) != 1) {
        return FAULT_PORTAL_PASSWORD;
    }
    digest_hex(md5, MD5_BYTES, ret);
    explicit_bzero(md5, sizeof md5);
    return FAULT_NONE;
}

static enum fault read_file(const char *path, mode_t others, char ret[SECRET_SIZE])
{
    char password[PASSWORD_MAX + 3]; /* a line end, and one byte that tells a longer one */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        return FAULT_PORTAL_PASSWORD;
    }
    enum fault fault = judge(fd, others);
    ssize_t len = fault ? 0 : read(fd, password, sizeof password);
    if (fault == FAULT_NONE) {
        fault = len < 0 ? FAULT_PORTAL_PASSWORD : digest(password, (size_t)len, ret);
    }
    explicit_bzero(password, sizeof password);
    close(fd);
    return fault;
}

enum fault secret_read(const char *path, char ret[SECRET_SIZE])
{
    char credential[PATH_SIZE];
    const char *dir = getenv("CREDENTIALS_DIRECTORY");
    if (*path) {
        return read_file(path, S_IRWXG | S_IRWXO, ret);
    }
    if (!dir || *dir != '/' || place_join(dir, "portal-password", credential) != FAULT_NONE) {
        return FAULT_PORTAL_PASSWORD;
    }
    return read_file(credential, S_IRWXO, ret);
}
