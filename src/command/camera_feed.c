/* tiepdon camera-feed DEVICE: the process that looks at the camera for a counter, which reads its standard
 * output. No command for people: it stands in no help. Exit status: 0; 64 usage. */
#include "adapter/camera_feed.h"
#include "command/command.h"
#include <signal.h>
#include <stdbool.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

static bool is_counter(int fd)
{
    int type = 0;
    socklen_t len = sizeof type;
    return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &len) == 0 && type == SOCK_SEQPACKET;
}

int command_camera_feed(int argc, char **argv)
{
    if (argc != 2 || !is_counter(STDOUT_FILENO)) {
        return EXIT_USAGE;
    }
    /* A counter that is killed leaves no camera running. */
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGPIPE, SIG_IGN);
    camera_feed(argv[1], STDOUT_FILENO);
    return 0;
}
