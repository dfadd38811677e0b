/* shell_setup: profile first, then the binding that names it, then the scanner itself. */
#include "command/shell_setup.h"
#include "command/shell_wish.h"

void shell_listen(struct shell *shell)
{
    scanner_listen(shell->scanner, shell->desk.mode == MODE_BIND);
}

static enum fault write_down(const struct shell *shell, const struct profile *profile, const char *bind)
{
    char dir[PATH_SIZE];
    enum fault fault = place_join(shell->dir, "keymaps", dir);
    fault = fault ? fault : profile_write(dir, profile);
    return fault || !*bind ? fault : config_bind(shell->dir, bind);
}

void shell_set_up(struct shell *shell, uint64_t now)
{
    const struct heard *heard = &shell->desk.heard;
    struct profile profile;
    char bind[BIND_SIZE];
    bool named = heard->road == HEARD_KNOWN;
    setup_profile(&heard->setup, &heard->device, named, &profile);
    claim_bind(&heard->device, profile.name, bind);
    bind[0] = named ? '\0' : bind[0];
    enum fault fault = write_down(shell, &profile, bind);
    fault = fault ? fault : scanner_adopt(shell->scanner, &heard->device, &profile, bind);
    desk_set_up(&shell->desk, fault, profile.name, now);
}

void shell_heard(struct shell *shell, const struct scanner_event *event, uint64_t now)
{
    const struct heard heard = {.road = event->road, .setup = event->setup, .device = event->device};
    shell_carry_out(shell, desk_heard(&shell->desk, &heard, event->served, now), now);
}

void shell_bound(struct shell *shell, const struct scanner_event *event, uint64_t now)
{
    enum fault fault = config_bind(shell->dir, event->bind);
    shell_carry_out(shell, desk_bound(&shell->desk, fault, event->bind, now), now);
}
