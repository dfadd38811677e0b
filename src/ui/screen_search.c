/* screen_search: the search box: what is typed, and whom it finds. */
#include "core/text.h"
#include "ui/frame.h"
#include <stdio.h>
#include <string.h>

enum {
    ROOMY = 80,
    BIRTH = 11,
    GENDER = 4,
    GENDER_EN = 7,
    VISIT = 11, /* columns of "khám 12/11" */
    NAME = 25,
    NAME_NARROW = 21,
    MONTH_AND_DAY = 5,
    DETAIL = 3, /* rows below the list: who the cursor is on */
};

/* Letters and digits alone: what counts for the length of a number. */
static int counted(const char *text)
{
    int count = 0;
    for (; *text; text++) {
        count += *text != ' ' && *text != '-' && *text != '.';
    }
    return count;
}

/* Whoever typed a number is asked the birth year next, so the list does not tell it. */
static void put_birth(const struct frame *frame, int row, int column, const struct hit *hit)
{
    date_text day;
    date_show(hit->birth_date, day);
    bool hidden = frame->desk->find.kind == FIND_NUMBER;
    grid_put(frame->grid, row, column, BIRTH - 1, STYLE_PLAIN, hidden ? frame_word(frame, WORD_HIDDEN) : day);
}

/* Of an address with house and street the rest: commune and what lies around it tell namesakes apart. */
static const char *place_of(const char *address)
{
    const char *first = strchr(address, ','), *second = first ? strchr(first + 1, ',') : NULL;
    return second ? first + 1 + strspn(first + 1, " ") : address;
}

/* Ten digits are a BHXH number or a phone, and only the row says which. */
static bool either(const struct desk *desk)
{
    return desk->find.kind == FIND_NUMBER && number_kind(desk->find.number) == NUMBER_BHXH;
}

static void say_place(const struct frame *frame, const struct hit *hit, char *out, size_t cap)
{
    out[0] = '\0';
    if (frame->desk->find.kind == FIND_NUMBER && hit->by_phone) {
        snprintf(out, cap, "%s %s", frame_word(frame, WORD_SEARCH_PHONE), hit->phone);
    } else if (either(frame->desk)) {
        snprintf(out, cap, "%s %s", frame_word(frame, WORD_SEARCH_BHXH), hit->bhxh_number);
    } else if (frame->desk->find.kind == FIND_NUMBER) {
        number_show(hit->number, out);
    } else {
        snprintf(out, cap, "%s", place_of(hit->address));
    }
}

static void show_day(const struct hit *hit, date_text out)
{
    date_text day = "";
    snprintf(day, sizeof day, "%.10s", hit->last_at);
    date_show(day, out);
}

static void draw_visit(const struct frame *frame, int row, const struct hit *hit)
{
    char text[64], brief[8];
    date_text day;
    show_day(hit, day);
    snprintf(brief, sizeof brief, "%.*s", MONTH_AND_DAY, day);
    snprintf(text, sizeof text, frame_word(frame, WORD_SEARCH_VISIT), brief);
    grid_put(frame->grid, row, frame->grid->columns - VISIT, VISIT - 1, STYLE_DIM, *brief ? text : "");
}

static void draw_row(const struct frame *frame, int row, const struct hit *hit, bool cursor)
{
    struct grid *grid = frame->grid;
    bool roomy = grid->columns >= ROOMY;
    int birth = FRAME_LEFT + (roomy ? NAME : NAME_NARROW), gender = birth + BIRTH;
    int wide = frame->language == LANGUAGE_EN ? GENDER_EN : GENDER;
    int place = gender + (roomy ? wide : 0), right = grid->columns - (roomy ? VISIT : 0);
    char text[FRAME_TEXT + ADDRESS_SIZE];
    grid_put(grid, row, 1, 1, STYLE_CURSOR, cursor ? "▸" : "");
    grid_put(grid, row, FRAME_LEFT, birth - FRAME_LEFT - 1, cursor ? STYLE_CURSOR : STYLE_TITLE, hit->name);
    put_birth(frame, row, birth, hit);
    if (roomy) {
        field_show(FIELD_GENDER, hit->gender, frame->language, text);
        grid_put(grid, row, gender, wide - 1, STYLE_PLAIN, text);
        draw_visit(frame, row, hit);
    }
    say_place(frame, hit, text, sizeof text);
    grid_put(grid, row, place, right - place - 1, STYLE_PLAIN, text);
}

static void draw_detail(struct frame *frame, const struct hit *hit)
{
    char text[FRAME_TEXT], part[FRAME_TEXT];
    date_text day;
    frame_rule(frame);
    number_show(hit->number, part);
    snprintf(text, sizeof text, "%s", *part ? part : frame_word(frame, WORD_SEARCH_NUMBERLESS));
    snprintf(part, sizeof part, frame_word(frame, WORD_PHONE_SHORT), hit->phone);
    frame_join(text, sizeof text, hit->phone[0] ? part : "");
    show_day(hit, day);
    snprintf(part, sizeof part, frame_word(frame, WORD_SEARCH_VISIT_LONG), day);
    frame_join(text, sizeof text, *day ? part : "");
    grid_put(frame->grid, frame->top++, FRAME_LEFT, frame->right - FRAME_LEFT, STYLE_PLAIN, text);
    grid_put(frame->grid, frame->top++, FRAME_LEFT, frame->right - FRAME_LEFT, STYLE_DIM, hit->address);
}

static void draw_list(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    const struct hit_list *found = &desk->found;
    int row = desk->found_row < 0 ? 0 : desk->found_row;
    int room = frame_rows_left(frame) - DETAIL - found->more;
    int first = row < room ? 0 : row - room + 1;
    for (int i = first; i < found->count && i < first + room; i++) {
        draw_row(frame, frame->top++, &found->rows[i], i == desk->found_row);
    }
    if (found->more) {
        frame_say(frame, STYLE_WARN, frame_word(frame, WORD_SEARCH_MORE));
    }
    if (desk->found_row >= 0) {
        draw_detail(frame, &found->rows[row]);
    } else {
        frame_rule(frame);
        frame_say(frame, STYLE_DIM, frame_word(frame, WORD_SEARCH_CHOOSE));
    }
}

static void draw_found(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    if (desk->found.register_fault != FAULT_NONE) {
        grid_put(frame->grid, frame->top, 1, 1, STYLE_WARN, "!");
        frame_say(frame, STYLE_WARN, fault_text(desk->found.register_fault, frame->language));
    }
    if (desk->find.kind == FIND_NOTHING) {
        frame_say(frame, STYLE_DIM, frame_word(frame, WORD_SEARCH_HOW));
    } else if (desk->found.count > 0) {
        draw_list(frame);
    } else {
        bool number = desk->find.kind == FIND_NUMBER;
        frame_say(frame, STYLE_PLAIN, frame_word(frame, number ? WORD_SEARCH_NO_NUMBER : WORD_SEARCH_NOBODY));
    }
}

void screen_search(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    char text[64];
    frame_notice(frame);
    frame_input(frame, frame_word(frame, WORD_SEARCH), 0, &desk->line);
    if (desk->find.kind != FIND_NAME) {
        snprintf(text, sizeof text, frame_word(frame, WORD_SEARCH_COUNT), counted(desk->line.text));
        frame_say(frame, STYLE_DIM, text);
    }
    frame_rule(frame);
    draw_found(frame);
}
