/* tiepdon-portal [--port N] [--ready FILE] [--tls CERTIFICATE KEY] [--control QUERY] DIR: the stand-in portal in the
 * foreground, until Ctrl-C.
 *
 *     --port N       8479 when not said; 0: any
 *     --ready FILE   the port, written once it listens
 *     --tls          HTTPS with these PEM files
 *     --control      a control from the start, see tests/support/portal.h
 *
 * Exit status: 0; 64 usage; 69 it cannot start. */
#include "../support/portal.h"
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXIT_USAGE = 64, EXIT_UNAVAILABLE = 69 };

struct arguments {
    struct standin_options options;
    const char *ready, *control;
};

static int usage(void)
{
    fputs("tiepdon-portal [--port N] [--ready FILE] [--tls CERTIFICATE KEY] [--control QUERY] DIR\n", stderr);
    return EXIT_USAGE;
}

static bool read_arguments(char **argv, struct arguments *ret)
{
    for (char **at = argv + 1; *at; at++) {
        if (strcmp(*at, "--port") == 0 && at[1]) {
            ret->options.port = atoi(*++at);
        } else if (strcmp(*at, "--ready") == 0 && at[1]) {
            ret->ready = *++at;
        } else if (strcmp(*at, "--control") == 0 && at[1]) {
            ret->control = *++at;
        } else if (strcmp(*at, "--tls") == 0 && at[1] && at[2]) {
            ret->options.certificate = *++at;
            ret->options.key = *++at;
        } else if (**at == '-' || ret->options.dir) {
            return false;
        } else {
            ret->options.dir = *at;
        }
    }
    return ret->options.dir && ret->options.port >= 0 && ret->options.port < 65536;
}

/* Under another name first: who waits for the file finds it whole. */
static bool tell_ready(const char *path, int port)
{
    char part[1024];
    if (!path) {
        return true;
    }
    snprintf(part, sizeof part, "%s.part", path);
    FILE *file = fopen(part, "we");
    return file && fprintf(file, "%d\n", port) > 0 && fclose(file) == 0 && rename(part, path) == 0;
}

static void tell_clerk(const struct arguments *arguments, int port)
{
    const char *scheme = arguments->options.certificate ? "https" : "http";
    printf("══════════════════════════════════════════════════════════════════════════════\n"
           " CỔNG THỬ — không phải cổng giám định của BHXH, mọi người đều không có thật\n"
           " STAND-IN PORTAL — not the portal of BHXH, every person is invented\n"
           "══════════════════════════════════════════════════════════════════════════════\n"
           " %s://127.0.0.1:%d  (this machine only)\n\n"
           " The counter, in another terminal:\n"
           "     build/release/tiepdon --data %s\n\n"
           " What to try: F5, then the key of a card\n"
           "     1  agrees                               v  moved at the portal\n"
           "     x  ended at the portal                  b  found by the CCCD\n"
           "     u  then h: lies in another hospital     a  then $: pays no more this year\n\n"
           " The portal goes wrong, in another terminal (the names are in tests/support/portal.h):\n"
           "     curl '%s://127.0.0.1:%d/control?fault=hang'     never answers; also http500, half, 054 ...\n"
           "     curl '%s://127.0.0.1:%d/control?delay_ms=5000'  answers late\n"
           "     curl '%s://127.0.0.1:%d/control?fault=none&delay_ms=0'\n\n"
           " Ctrl-C ends it.\n",
           scheme, port, arguments->options.dir, scheme, port, scheme, port, scheme, port);
    fflush(stdout);
}

int main(int argc, char **argv)
{
    struct arguments arguments = {.options = {.port = ACCOUNT_PORT}};
    setlocale(LC_CTYPE, "C.UTF-8");
    if (argc < 2 || !read_arguments(argv, &arguments)) {
        return usage();
    }
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGHUP);
    sigprocmask(SIG_BLOCK, &ends, NULL); /* before the threads, which inherit it */
    signal(SIGPIPE, SIG_IGN);
    struct standin *standin = standin_start(&arguments.options);
    if (!standin) {
        return EXIT_UNAVAILABLE;
    }
    bool good = !arguments.control || standin_control(standin, arguments.control);
    good = good && tell_ready(arguments.ready, standin_port(standin));
    if (good) {
        tell_clerk(&arguments, standin_port(standin));
        int ended;
        sigwait(&ends, &ended);
    }
    standin_stop(standin);
    return good ? 0 : usage();
}
