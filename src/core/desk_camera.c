/* desk_camera: the screen during which the camera runs. */
#include "core/desk_inside.h"
#include <string.h>

struct wish act_camera(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->back = desk->mode;
    desk_go(desk, MODE_CAMERA);
    return wish_of(WISH_NONE);
}

void desk_camera_leave(struct desk *desk)
{
    if (desk->mode == MODE_CAMERA) {
        desk_go(desk, desk->back);
    }
}

void desk_preview(struct desk *desk, const struct preview *preview)
{
    if (desk->mode == MODE_CAMERA) {
        desk->preview = *preview;
    }
}

void desk_camera_failed(struct desk *desk, enum fault fault, uint64_t now)
{
    if (desk->mode == MODE_CAMERA) {
        desk_camera_leave(desk);
        desk_fault(desk, fault, now);
    }
}
