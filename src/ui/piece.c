/* piece: standard output led into a memfd and back by dup2. */
#include "ui/piece.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

void piece_open(struct piece *piece)
{
    piece->memory = memfd_create("frame", MFD_CLOEXEC);
    piece->output = piece->memory < 0 ? -1 : fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
}

void piece_close(struct piece *piece)
{
    if (piece->memory >= 0) {
        close(piece->memory);
    }
    if (piece->output >= 0) {
        close(piece->output);
    }
    piece->memory = piece->output = -1;
}

void piece_begin(const struct piece *piece)
{
    if (piece->output >= 0) {
        dup2(piece->memory, STDOUT_FILENO);
    }
}

static void write_all(const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, len);
        if (written < 0 && errno != EINTR) {
            return; /* the terminal is gone: reading will say so */
        }
        size_t taken = written < 0 ? 0 : (size_t)written;
        bytes += taken;
        len -= taken;
    }
}

void piece_end(const struct piece *piece)
{
    if (piece->output < 0) {
        return;
    }
    char bytes[8 * 1024];
    ssize_t len = 0;
    off_t end = lseek(piece->memory, 0, SEEK_CUR);
    dup2(piece->output, STDOUT_FILENO);
    for (off_t at = 0; at < end; at += len) {
        size_t left = (size_t)(end - at);
        len = pread(piece->memory, bytes, left < sizeof bytes ? left : sizeof bytes, at);
        if (len <= 0) {
            break;
        }
        write_all(bytes, (size_t)len);
    }
    lseek(piece->memory, 0, SEEK_SET);
}
