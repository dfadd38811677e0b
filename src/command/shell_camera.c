/* shell_camera: what the camera brings goes to the desk; the mode decides whether it runs, so that no key, no
 * scan and no burst taken back can leave it on. */
#include "command/shell_camera.h"
#include "adapter/camera_device.h"
#include "command/shell_wish.h"
#include <string.h>

enum { OPENING_MS = 8000, SILENCE_MS = 3000 };

/* In a remote session the host's camera looks at nobody who is meant, unless somebody has said so. */
static bool may_use(const struct shell *shell)
{
    return shell->config.camera[0] || !shell->remote;
}

static enum fault start(struct shell *shell)
{
    if (!may_use(shell)) {
        return FAULT_CAMERA_REMOTE;
    }
    return camera_open(&(struct camera_options){.program = "/proc/self/exe",
                                                .device = shell->config.camera,
                                                .opening_ms = OPENING_MS,
                                                .silence_ms = SILENCE_MS},
                       &shell->camera);
}

static void stop(struct shell *shell)
{
    camera_close(shell->camera);
    shell->camera = NULL;
}

static void take_event(struct shell *shell, const struct camera_event *event, uint64_t now)
{
    switch (event->what) {
    case CAMERA_FRAME: desk_preview(&shell->desk, &event->preview); break;
    case CAMERA_SCAN:
        shell_carry_out(shell, desk_scan(&shell->desk, &event->scan, now), now);
        shell_keep(shell);
        break;
    case CAMERA_FAULT: desk_camera_failed(&shell->desk, event->fault, now); break;
    }
}

void shell_camera(struct shell *shell, uint64_t now)
{
    struct camera_event event;
    if (shell->desk.mode == MODE_CAMERA && !shell->camera) {
        enum fault fault = start(shell);
        if (fault) {
            desk_camera_failed(&shell->desk, fault, now);
        }
    }
    while (shell->camera && shell->desk.mode == MODE_CAMERA && camera_next(shell->camera, &event)) {
        take_event(shell, &event, now);
        explicit_bzero(&event, sizeof event);
    }
    if (shell->desk.mode != MODE_CAMERA) {
        stop(shell);
    }
}

void shell_update_camera(struct shell *shell)
{
    shell->desk.status.camera = may_use(shell) && camera_there(shell->config.camera);
}
