/* screen_camera: what the camera sees, in the block characters that every terminal font has: four greys and
 * two halves need no colours. */
#include "ui/frame.h"
#include <stdlib.h>

/* Two pixels that differ by more are drawn as two, others as one grey. */
enum { EDGE = 80 };

static const char *block(int upper, int lower)
{
    static const char *const shades[] = {" ", "░", "▒", "▓", "█"};
    enum { SHADES = sizeof shades / sizeof shades[0] };
    if (abs(upper - lower) > EDGE) {
        return upper > lower ? "▀" : "▄";
    }
    return shades[(upper + lower) * SHADES / (2 * 256)];
}

static void draw_row(struct frame *frame, const struct preview *preview, int row)
{
    int left = FRAME_LEFT + (PREVIEW_WIDTH - preview->width) / 2;
    for (int column = 0; column < preview->width; column++) {
        int upper = preview->grey[row][column];
        int lower = row + 1 < preview->height ? preview->grey[row + 1][column] : upper;
        grid_put(frame->grid, frame->top, left + column, 1, STYLE_PICTURE, block(upper, lower));
    }
    frame->top++;
}

void screen_camera(struct frame *frame)
{
    const struct preview *preview = &frame->desk->preview;
    bool several = preview->codes > 1;
    frame_notice(frame);
    frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_CAMERA));
    if (preview->height == 0) {
        frame_say(frame, STYLE_DIM, frame_word(frame, WORD_CAMERA_OPENING));
        return;
    }
    frame_say(frame, several ? STYLE_WARN : STYLE_PLAIN,
              frame_word(frame, several ? WORD_CAMERA_SEVERAL : WORD_CAMERA_HOW));
    for (int row = 0; row < preview->height && frame_rows_left(frame) > 0; row += 2) {
        draw_row(frame, preview, row);
    }
}
