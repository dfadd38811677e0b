/* shell: events in, wishes out, results back in; then one draft and one frame for the whole batch. */
#include "command/shell_backup.h"
#include "command/shell_camera.h"
#include "command/shell_checkin.h"
#include "command/shell_lists.h"
#include "command/shell_portal.h"
#include "command/shell_setup.h"
#include "command/shell_look.h"
#include "command/shell_sign.h"
#include "command/shell_wish.h"
#include "command/wait.h"
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { SYNC_MS = 900 }; /* a draft is on disk within a second */

/* Vietnam keeps UTC+7 all year. */
static const long long ZONE = (long long)7 * 3600, DAY = 86400;

/* Unix time; in a demonstration the time of day is real and the day is the one of the data. */
long long shell_wall(const struct shell *shell)
{
    return config_now(&shell->config);
}

/* True when a minute has passed. */
static bool update_clock(struct shell *shell)
{
    struct status *status = &shell->desk.status;
    long long now = shell_wall(shell);
    int minute = (int)((now + ZONE) % DAY / 60);
    if (minute == shell->minute) {
        return false;
    }
    shell->minute = minute;
    date_of_time(now, status->today);
    snprintf(status->clock, sizeof status->clock, "%02u:%02u", (unsigned)minute / 60 % 24,
             (unsigned)minute % 60);
    return true;
}

/* The steps of burst.h, in its own words. */
static void take_steps(struct shell *shell, uint64_t now)
{
    struct desk *desk = &shell->desk;
    struct burst_step step;
    while (burst_next(&shell->burst, &step)) {
        switch (step.what) {
        case BURST_SAVE: shell->saved = *desk; break;
        case BURST_RESTORE: *desk = shell->saved; break;
        case BURST_SCAN: shell_carry_out(shell, desk_scan(desk, step.scan, now), now); break;
        case BURST_FAULT: desk_garbled(desk, step.scan, step.fault, now); break;
        case BURST_ACT:
            if (step.sure || !desk_key_writes(desk, step.key)) {
                shell_carry_out(shell, desk_key(desk, step.key, step.ms), now);
            }
        }
    }
}

static unsigned effect_of(const struct desk *desk, struct key key)
{
    return (desk_key_writes(desk, key) ? (unsigned)BURST_WRITES : 0) |
           (desk_key_types(desk, key) ? (unsigned)BURST_TYPES : 0);
}

void shell_key(struct shell *shell, struct key key, uint64_t now)
{
    if (key.press == PRESS_CTRL && key.rune == 'L' - '@') {
        terminal_redraw(shell->terminal);
        return;
    }
    burst_key(&shell->burst, key, effect_of(&shell->desk, key), now);
    take_steps(shell, now);
}

void shell_paste(struct shell *shell, const struct scan *paste, uint64_t now)
{
    struct key letter = {PRESS_TEXT, 'a'};
    burst_paste(&shell->burst, paste->bytes, paste->len, effect_of(&shell->desk, letter), now);
    take_steps(shell, now);
}

void shell_keep(struct shell *shell)
{
    if (burst_cut(&shell->burst)) {
        shell->saved = shell->desk;
    }
}

static void take_scanner_event(struct shell *shell, const struct scanner_event *event, uint64_t now)
{
    switch (event->what) {
    case SCANNER_SCAN: shell_carry_out(shell, desk_scan(&shell->desk, &event->scan, now), now); break;
    case SCANNER_FAULT: desk_fault_named(&shell->desk, event->fault, event->culprit, now); break;
    case SCANNER_HEARD: shell_heard(shell, event, now); break;
    case SCANNER_BOUND: shell_bound(shell, event, now); break;
    case SCANNER_CHANGED: break;
    }
    shell_keep(shell);
}

void shell_scanner(struct shell *shell, uint64_t now)
{
    struct scanner_event event;
    shell_listen(shell);
    while (shell->scanner && scanner_next(shell->scanner, &event)) {
        take_scanner_event(shell, &event, now);
        explicit_bzero(&event, sizeof event);
    }
    struct status *status = &shell->desk.status;
    const struct hindrance hindrance = scanner_hindrance(shell->scanner);
    status->scanner = scanner_state(shell->scanner, &status->scanners);
    status->scanner_fault = hindrance.fault;
    memcpy(status->scanner_culprit, hindrance.name, sizeof status->scanner_culprit);
}

void shell_pass(struct shell *shell, uint64_t now)
{
    burst_pass(&shell->burst, now);
    take_steps(shell, now);
    shell_carry_out(shell, desk_tick(&shell->desk, now), now);
    if (update_clock(shell)) {
        shell_update_register(shell);
        (void)!shell_update_late(shell); /* other counters work it off too */
        (void)!shell_count_difficulties(shell);
        shell_apply_outbox(shell);
        shell_update_camera(shell);
        if (shell->minute % 60 == 0) {
            shell_update_backup(shell);
        }
        shell_sign_check(shell, now);
    }
    if (shell->sync_at && now >= shell->sync_at) {
        enum fault fault = store_sync(shell->store);
        shell->sync_at = fault ? now + SYNC_MS : 0;
        if (fault) {
            desk_fault(&shell->desk, fault, now);
        }
    }
}

/* Another counter's write takes a moment: the draft is tried again within a second and nobody need hear of it. */
static void draft_failed(struct shell *shell, enum fault fault, uint64_t now)
{
    if (fault == FAULT_STORE_BUSY) {
        shell->sync_at = shell->sync_at ? shell->sync_at : now + SYNC_MS;
    } else if (shell->draft_fault != fault) {
        shell->draft_fault = fault;
        desk_fault(&shell->desk, fault, now);
    }
}

static void write_draft(struct shell *shell, uint64_t now)
{
    shell->draft[desk_draft(&shell->desk, shell->draft, sizeof shell->draft)] = '\0';
    if (strcmp(shell->draft, shell->written) == 0) {
        return;
    }
    enum fault fault = store_draft_write(shell->store, shell->config.hospital.counter, shell->draft);
    if (fault) {
        draft_failed(shell, fault, now);
        return;
    }
    shell->draft_fault = FAULT_NONE;
    memcpy(shell->written, shell->draft, sizeof shell->written);
    shell->sync_at = shell->sync_at ? shell->sync_at : now + SYNC_MS;
}

static void draw(struct shell *shell, uint64_t now)
{
    int rows = 0, columns = 0;
    shell->desk.status.journal_fault = shell->list_fault ? shell->list_fault : shell->draft_fault;
    terminal_size(shell->terminal, &rows, &columns);
    grid_clear(&shell->grid, rows, columns);
    screen_draw(&shell->desk, shell->forms.text[FORM_SLIP], now, &shell->grid);
    terminal_show(shell->terminal, &shell->grid);
    desk_shown(&shell->desk, now);
    if (shell->desk.beep) {
        shell->desk.beep = false;
        terminal_bell(shell->terminal);
    }
}

/* The frame first: a draft is for a crash, a question for the portal, and the clerk need wait for neither to see a
 * key. */
void shell_settle(struct shell *shell, uint64_t now)
{
    enum fault before = shell->draft_fault;
    draw(shell, now);
    write_draft(shell, now);
    shell_look(shell, now);
    if (shell_ask_wanted(shell, now) || shell->draft_fault != before) {
        draw(shell, now);
    }
}

int shell_timeout(const struct shell *shell, uint64_t now)
{
    int wait = wait_sooner(desk_timeout(&shell->desk, now), burst_timeout(&shell->burst, now));
    wait = wait_sooner(wait, shell->scanner ? scanner_timeout(shell->scanner) : -1);
    wait = wait_sooner(wait, shell->camera ? camera_timeout(shell->camera) : -1);
    wait = wait_sooner(wait, shell_checkin_timeout(shell, now));
    wait = wait_sooner(wait, shell_portal_timeout(shell));
    wait = wait_sooner(wait, printer_timeout(&shell->printer, now));
    if (shell->sync_at) {
        wait = wait_sooner(wait, shell->sync_at > now ? (int)(shell->sync_at - now) : 0);
    }
    long long second = (shell_wall(shell) + ZONE) % 60;
    return wait_sooner(wait, (int)(60 - second) * 1000);
}

void shell_begin(struct shell *shell, uint64_t now)
{
    shell->minute = -1;
    burst_init(&shell->burst);
    update_clock(shell);
    shell_update_camera(shell);
    shell_update_register(shell);
    shell_update_backup(shell);
    enum fault fault = shell_update_list(shell);
    fault = fault ? fault
                  : store_draft_read(shell->store, shell->config.hospital.counter, shell->draft,
                                     sizeof shell->draft);
    if (!fault && shell->draft[0]) {
        struct wish wish = {WISH_NONE, 0};
        fault = desk_restore(&shell->desk, shell->draft, now, &wish);
        shell_carry_out(shell, wish, now);
    }
    fault = fault ? fault : store_warning(shell->store);
    shell_sign_check(shell, now);
    if (fault) {
        desk_fault(&shell->desk, fault, now);
    }
}
