/* tiepdon printer-pass queue|device NAME text|raw: the process that prints for a counter, which it talks to by its
 * standard output. No command for people: it stands in no help. Exit status: 0; 64 usage. */
#include "adapter/printer.h"
#include "command/command.h"
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

static bool is_counter(int fd)
{
    int type = 0;
    socklen_t len = sizeof type;
    return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &len) == 0 && type == SOCK_SEQPACKET;
}

int command_printer_pass(int argc, char **argv)
{
    if (argc != 4 || !is_counter(STDOUT_FILENO)) {
        return EXIT_USAGE;
    }
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* a counter that is killed leaves nobody waiting */
    printer_serve(STDOUT_FILENO, argv[1], argv[2], strcmp(argv[3], "raw") == 0);
    return 0;
}
