/* doctor_outside: the portal, the hospital's system, the printer. */
#include "adapter/config_checkin.h"
#include "adapter/printer.h"
#include "command/doctor.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static enum trouble knock(struct portal *portal)
{
    struct reply reply = {.trouble = TROUBLE_CONNECT};
    if (portal_knock(portal, 1) != FAULT_NONE) {
        return TROUBLE_CONNECT;
    }
    while (!portal_next(portal, &reply)) {
        struct pollfd fd = {portal_fd(portal), POLLIN, 0};
        if (poll(&fd, 1, portal_timeout(portal)) < 0 && errno != EINTR) {
            break;
        }
    }
    return reply.trouble;
}

static void look_at_portal(struct doctor *doctor)
{
    struct portal *portal = NULL;
    if (!doctor->config.hospital.portal) {
        doctor_say(doctor, HEALTH_GOOD, DOCTOR_PORTAL_OFF);
        return;
    }
    enum fault fault = portal_open(&doctor->config.portal, &portal);
    enum trouble trouble = !fault && doctor->portal ? knock(portal) : TROUBLE_NONE;
    if (fault) {
        doctor_fault(doctor, HEALTH_BAD, DOCTOR_PORTAL_BAD, fault);
    } else if (trouble) {
        doctor_say(doctor, HEALTH_BAD, DOCTOR_PORTAL_BAD, trouble_text(trouble, doctor->language));
    } else {
        doctor_say(doctor, HEALTH_GOOD, doctor->portal ? DOCTOR_PORTAL_HEARD : DOCTOR_PORTAL);
    }
    portal_close(portal);
}

static void look_at_directory(struct doctor *doctor, const char *dir)
{
    if (dir[0]) {
        bool good = access(dir, R_OK | W_OK | X_OK) == 0;
        doctor_say(doctor, good ? HEALTH_GOOD : HEALTH_BAD, good ? DOCTOR_CHECKIN : DOCTOR_CHECKIN_BAD, dir);
    }
}

static void look_at_checkin(struct doctor *doctor)
{
    enum fault missing = config_checkin_missing(&doctor->config);
    look_at_directory(doctor, doctor->config.checkin.dir);
    look_at_directory(doctor, doctor->config.checkin.back);
    if (missing) {
        doctor_fault(doctor, HEALTH_WARN, DOCTOR_CHECKIN_SEND, missing);
    }
}

/* Asks CUPS, and waits for lpstat no longer than a person would. */
static bool queue_there(const char *queue)
{
    char *arguments[] = {"timeout", "10", "lpstat", "-p", (char *)(size_t)queue, NULL};
    posix_spawn_file_actions_t quiet;
    pid_t child;
    int status = -1;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (posix_spawnp(&child, arguments[0], &quiet, NULL, arguments, environ) == 0) {
        waitpid(child, &status, 0);
    }
    posix_spawn_file_actions_destroy(&quiet);
    return status == 0;
}

static void look_at_printer(struct doctor *doctor)
{
    const struct printer_options *options = &doctor->config.printer;
    if (!printer_there(options)) {
        doctor_say(doctor, HEALTH_GOOD, DOCTOR_PRINTER_OFF);
        return;
    }
    const char *name = printer_name(options);
    bool good = options->queue[0] ? queue_there(name) : access(name, W_OK) == 0;
    doctor_say(doctor, good ? HEALTH_GOOD : HEALTH_BAD, good ? DOCTOR_PRINTER : DOCTOR_PRINTER_BAD, name);
}

void doctor_outside(struct doctor *doctor)
{
    if (!doctor->configured) {
        return;
    }
    look_at_portal(doctor);
    look_at_checkin(doctor);
    look_at_printer(doctor);
}
