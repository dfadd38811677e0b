/* tiepdon checkin-pass DATA: the process that hands check-in files over for a counter, which reads its standard output.
 * No command for people: it stands in no help. Exit status: 0; 64 usage; 74 or 78 what the counter says itself. */
#include "adapter/checkin_child.h"
#include "adapter/config.h"
#include "command/command.h"
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

static bool is_counter(int fd)
{
    int type = 0;
    socklen_t len = sizeof type;
    return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &len) == 0 && type == SOCK_SEQPACKET;
}

int command_checkin_pass(int argc, char **argv)
{
    struct config config;
    struct store *store = NULL;
    int line = 0;
    if (argc != 2 || !is_counter(STDOUT_FILENO)) {
        return EXIT_USAGE;
    }
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* a counter that is killed leaves nobody writing */
    if (config_load(argv[1], &config, &line) != FAULT_NONE) {
        return EXIT_CONFIG;
    }
    if (store_open(argv[1], STORE_COUNTER, &store) != FAULT_NONE) {
        return EXIT_STORE;
    }
    checkin_child_run(store, argv[1], &config.checkin, STDOUT_FILENO);
    store_close(store);
    return 0;
}
