/* screen: the desk drawn into a grid; pure, one small file a screen. */
#ifndef TIEPDON_SCREEN_H
#define TIEPDON_SCREEN_H
#include "core/desk.h"
#include "ui/grid.h"

/* Draws the whole frame at the grid's size. `now` is the desk's clock. `slip` is the text of the guidance
 * slip template (data/slip.vi.txt), lines separated by \n. Smaller than 60x20: one sentence that asks for a
 * larger window. */
void screen_draw(const struct desk *desk, const char *slip, uint64_t now, struct grid *grid);

#endif
