/* wait: the clock and the signals of a loop around poll. */
#include "command/wait.h"
#include <signal.h>
#include <sys/signalfd.h>
#include <time.h>

uint64_t wait_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

int wait_sooner(int a, int b)
{
    return a < 0 ? b : b < 0 || a < b ? a : b;
}

int wait_signals(const int *signals, size_t count)
{
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < count; i++) {
        sigaddset(&set, signals[i]);
    }
    sigprocmask(SIG_BLOCK, &set, NULL);
    return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}
