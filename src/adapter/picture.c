/* picture: reads the file, decodes it to grey, looks for codes at full, half and double size. */
#include "adapter/picture.h"

#include "adapter/picture_grey.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool starts(const unsigned char *bytes, size_t len, const char *mark, size_t mark_len)
{
    return len >= mark_len && memcmp(bytes, mark, mark_len) == 0;
}

static enum fault decode(const unsigned char *bytes, size_t len, struct grey *ret_grey)
{
    if (len == 0) {
        return FAULT_PICTURE_EMPTY;
    }
    if (len > PICTURE_FILE_MAX) {
        return FAULT_PICTURE_TOO_LARGE;
    }
    if (starts(bytes, len, "\x89PNG\r\n\x1a\n", 8)) {
        return grey_read_png(bytes, len, ret_grey);
    }
    if (starts(bytes, len, "\xff\xd8\xff", 3)) {
        return grey_read_jpeg(bytes, len, ret_grey);
    }
    return FAULT_PICTURE_UNKNOWN;
}

enum fault picture_read_bytes(const unsigned char *bytes, size_t len, struct symbols *ret_symbols)
{
    struct grey grey;
    enum fault fault = decode(bytes, len, &grey);
    if (fault) {
        return fault;
    }
    fault = grey_search(&grey, ret_symbols);
    grey_free(&grey);
    return fault;
}

/* Fills `bytes` from the descriptor: a pipe brings less than it is asked for. */
static enum fault read_all(int fd, unsigned char *bytes, size_t cap, size_t *ret_len)
{
    size_t len = 0;
    ssize_t got = 1;
    while (len < cap && got != 0) {
        got = read(fd, bytes + len, cap - len);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return errno == EISDIR ? FAULT_PICTURE_DIRECTORY : FAULT_PICTURE_UNREADABLE;
        }
        len += (size_t)got;
    }
    *ret_len = len;
    return FAULT_NONE;
}

/* One byte more than the largest picture tells whether there is more. A pipe's length is not known
 * beforehand; of what is asked for here the kernel provides only the pages that are written. */
static size_t capacity(int fd)
{
    struct stat about;
    bool sized = fstat(fd, &about) == 0 && S_ISREG(about.st_mode) && about.st_size < PICTURE_FILE_MAX;
    return sized ? (size_t)about.st_size + 1 : (size_t)PICTURE_FILE_MAX + 1;
}

enum fault picture_read_fd(int fd, struct symbols *ret_symbols)
{
    size_t len = 0, cap = capacity(fd);
    unsigned char *bytes = malloc(cap);
    if (!bytes) {
        return FAULT_PICTURE_MEMORY;
    }
    enum fault fault = read_all(fd, bytes, cap, &len);
    if (!fault) {
        fault = picture_read_bytes(bytes, len, ret_symbols);
    }
    explicit_bzero(bytes, len);
    free(bytes);
    return fault;
}

enum fault picture_read(const char *path, struct symbols *ret_symbols)
{
    /* O_NONBLOCK: a FIFO without a writer must not hang the counter. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        return errno == ENOENT || errno == ENOTDIR ? FAULT_PICTURE_MISSING : FAULT_PICTURE_UNREADABLE;
    }
    enum fault fault = picture_read_fd(fd, ret_symbols);
    close(fd);
    return fault;
}
