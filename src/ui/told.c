/* told: days, facilities and pages of the lists that the portal told. */
#include "ui/told.h"
#include <stdio.h>
#include <string.h>

enum { DAY = 9, ROOMY = 80 };

/* "05/11/26": the day of a minute. */
static void show_day(const char *minute, char out[DAY])
{
    date_text day = "", shown;
    snprintf(day, sizeof day, "%.10s", minute);
    date_show(day, shown);
    snprintf(out, DAY, "%.6s%.2s", shown, strlen(shown) > DAY - 1 ? shown + DAY - 1 : "");
}

void told_days(const struct frame *frame, const char *from, const char *to, char out[TOLD_DAYS])
{
    char first[DAY], last[DAY];
    show_day(from, first);
    show_day(to, last);
    snprintf(out, TOLD_DAYS, "%s–%s", first, *to ? last : frame_word(frame, WORD_HISTORY_NOW));
}

void told_minute(const char *minute, char out[TOLD_DAYS])
{
    char day[DAY];
    show_day(minute, day);
    snprintf(out, TOLD_DAYS, "%s %.5s", day, strlen(minute) > DATE_SIZE ? minute + DATE_SIZE : "");
}

void told_facility(const struct frame *frame, const char *code, char *out, size_t cap)
{
    if (frame->grid->columns < ROOMY) {
        snprintf(out, cap, "%s", code);
    } else {
        frame_facility(frame, code, out, cap);
    }
}

void told_lines(struct frame *frame, int count, int keep, void (*draw)(const struct frame *frame, int line))
{
    int room = frame_rows_left(frame) - keep, rows = count > room ? room - 1 : count;
    if (rows <= 0) {
        return;
    }
    int pages = (count + rows - 1) / rows, page = frame->desk->page % pages;
    for (int i = page * rows; i < count && i < (page + 1) * rows; i++) {
        draw(frame, i);
        frame->top++;
    }
    if (pages > 1) {
        frame->top = frame->bottom - keep - 1;
        grid_printf(frame->grid, frame->top++, FRAME_LEFT, STYLE_KEY, frame_word(frame, WORD_PAGE), page + 1,
                    pages);
    }
}
