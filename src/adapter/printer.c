/* printer: the counter's side: a printout goes as a descriptor, so that it is one small message whatever its length. */
#include "adapter/printer.h"
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

enum { GRACE_MS = 3000, ANSWER_BYTES = 4096 };

bool printer_there(const struct printer_options *options)
{
    return options->queue[0] || options->device[0];
}

const char *printer_kind(const struct printer_options *options)
{
    return options->queue[0] ? "queue" : "device";
}

const char *printer_name(const struct printer_options *options)
{
    return options->queue[0] ? options->queue : options->device;
}

int printer_file(const char *bytes, size_t len)
{
    int fd = memfd_create("printout", MFD_CLOEXEC);
    for (size_t done = 0; fd >= 0 && done < len;) {
        ssize_t written = write(fd, bytes + done, len - done);
        if (written <= 0) {
            close(fd);
            return -1;
        }
        done += (size_t)written;
    }
    return fd;
}

static bool hand_over(int socket, int file)
{
    char byte = 0;
    struct iovec data = {&byte, 1};
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(sizeof(int))];
    } control = {.room = {0}};
    struct msghdr message = {.msg_iov = &data,
                             .msg_iovlen = 1,
                             .msg_control = control.room,
                             .msg_controllen = sizeof control.room};
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof file);
    memcpy(CMSG_DATA(head), &file, sizeof file);
    return sendmsg(socket, &message, MSG_NOSIGNAL) == 1;
}

enum fault printer_start(struct printer *printer, const char *program, const struct printer_options *options,
                         const char *bytes, size_t len, uint64_t now)
{
    char *const argv[] = {"tiepdon",
                          PRINTER_PASS,
                          (char *)printer_kind(options),
                          (char *)printer_name(options),
                          options->printout.escpos ? "raw" : "text",
                          NULL};
    if (!printer_there(options)) {
        return FAULT_PRINTER_NONE;
    }
    if (printer->aside.socket >= 0) {
        return FAULT_PRINTER_BUSY;
    }
    int file = printer_file(bytes, len);
    bool started = file >= 0 && aside_start(program, argv, ANSWER_BYTES, &printer->aside);
    bool handed = started && hand_over(printer->aside.socket, file);
    printer->due = now + PRINTER_MS + GRACE_MS;
    if (started && !handed) {
        aside_stop(&printer->aside);
    }
    if (file >= 0) {
        close(file);
    }
    return handed ? FAULT_NONE : FAULT_PRINTER_FAILED;
}

void printer_stop(struct printer *printer)
{
    aside_stop(&printer->aside);
}

int printer_fd(const struct printer *printer)
{
    return printer->aside.socket;
}

int printer_timeout(const struct printer *printer, uint64_t now)
{
    return printer->aside.socket < 0 ? -1 : printer->due > now ? (int)(printer->due - now) : 0;
}

bool printer_next(struct printer *printer, uint64_t now, struct printed *ret)
{
    struct printed printed;
    if (printer->aside.socket < 0) {
        return false;
    }
    ssize_t len = recv(printer->aside.socket, &printed, sizeof printed, 0);
    if (len < 0 && printer_timeout(printer, now) > 0) {
        return false;
    }
    if (len < 0) {
        printed = (struct printed){FAULT_PRINTER_SLOW, 0};
    } else if (len != (ssize_t)sizeof printed || printed.fault >= FAULT_COUNT) {
        printed = (struct printed){FAULT_PRINTER_FAILED, 0};
    }
    aside_stop(&printer->aside);
    *ret = printed;
    return true;
}
