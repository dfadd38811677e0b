/* review_address: two addresses beside each other, what one became, and the communes that are found for
 * it. */
#include "core/text.h"
#include "ui/review.h"
#include <stdio.h>
#include <string.h>

enum { SAID_ROWS = 2, WHOLE_LABEL = 12 };

/* The first part between commas alone, folded; returns what stands behind its comma, "" where there is
 * none. */
static const char *take_part(const char *address, char out[ADDRESS_SIZE])
{
    char part[ADDRESS_SIZE];
    size_t len = strcspn(address, ",");
    snprintf(part, sizeof part, "%.*s", (int)len, address);
    if (text_fold(out, ADDRESS_SIZE, part) != FAULT_NONE) {
        out[0] = '\0';
    }
    address += len;
    return address + strspn(address, ", ");
}

size_t review_address_shared(const char *address, const char *beside)
{
    const char *left = address, *right = beside;
    char part[ADDRESS_SIZE], other[ADDRESS_SIZE];
    for (;;) {
        const char *next = take_part(left, part), *across = take_part(right, other);
        if (!*next || !*across || !*part || strcmp(part, other) != 0) {
            return (size_t)(left - address);
        }
        left = next;
        right = across;
    }
}

bool review_address_apart(const struct frame *frame, const struct row *row)
{
    bool typed = frame->desk->review.decision.choice[row->field] == CHOICE_TYPED;
    return row->field == FIELD_ADDRESS && (typed || row->result != RESULT_SAME);
}

struct whole {
    enum word side; /* whose the upper one is */
    const char *card, *system;
};

/* The clerk looks at the row, its columns cut what it holds, and the panel does not say it. */
static bool whole_of(const struct frame *frame, struct whole *ret)
{
    const struct desk *desk = frame->desk;
    const struct review *review = &desk->review;
    if (desk->mode != MODE_REVIEW || desk->asking || desk_field(desk) != FIELD_ADDRESS ||
        desk_modern(review) || review_hides_year(desk) ||
        !review_address_apart(frame, &review->judgement.rows[review->row])) {
        return false;
    }
    bool typed = review->decision.choice[FIELD_ADDRESS] == CHOICE_TYPED;
    int width = review_value_columns(frame);
    *ret = (struct whole){typed ? WORD_WHOLE_TYPED : WORD_COLUMN_CARD,
                          facts_get(typed ? &review->decision.typed : &review->card.facts, FIELD_ADDRESS),
                          facts_get(&review->judgement.system, FIELD_ADDRESS)};
    return *ret->card && *ret->system &&
           (text_columns(ret->card) > width || text_columns(ret->system) > width);
}

static int wrap_whole(struct grid *grid, const struct frame *frame, int rows, const char *address)
{
    int column = FRAME_LEFT + WHOLE_LABEL;
    return grid_wrap(grid, frame->top, column, frame->grid->columns - column - 1, rows, STYLE_PLAIN, address);
}

int review_address_whole_wanted(const struct frame *frame)
{
    const struct review *review = &frame->desk->review;
    struct whole whole;
    if (!whole_of(frame, &whole) || review->judgement.rows[review->row].result != RESULT_EQUIVALENT) {
        return 0;
    }
    return wrap_whole(NULL, frame, SAID_ROWS, whole.card) + wrap_whole(NULL, frame, SAID_ROWS, whole.system);
}

/* "Trên thẻ  5 Lê Lợi, Phường Bến Nghé, Quận 1" */
static void say_whole(struct frame *frame, enum word side, const char *address, int rows)
{
    grid_put(frame->grid, frame->top, FRAME_LEFT, WHOLE_LABEL - 1, STYLE_DIM, frame_word(frame, side));
    frame->top += wrap_whole(frame->grid, frame, rows, address);
}

void review_address_whole(struct frame *frame)
{
    struct whole whole;
    int left = frame_rows_left(frame);
    if (left >= 2 && whole_of(frame, &whole)) {
        int rows = left >= 2 * SAID_ROWS ? SAID_ROWS : 1;
        say_whole(frame, whole.side, whole.card, rows);
        say_whole(frame, WORD_COLUMN_SYSTEM_SHORT, whole.system, rows);
    }
}

/* What `m` made of the address, "" where it did not; the table shows hardly more of it than the house. */
static void say_address(const struct frame *frame, char *out, size_t cap)
{
    const struct desk *desk = frame->desk;
    out[0] = '\0';
    if (!desk->asking && desk_modern(&desk->review)) {
        enum word word = desk_modern_sure(desk) ? WORD_MODERN : WORD_MODERN_UNSURE;
        snprintf(out, cap, frame_word(frame, word), desk_held(&desk->review, FIELD_ADDRESS));
    }
}

int review_address_wanted(const struct frame *frame)
{
    char text[FRAME_TEXT + ADDRESS_SIZE];
    say_address(frame, text, sizeof text);
    return grid_wrap(NULL, 0, 0, frame->grid->columns - FRAME_LEFT - 1, SAID_ROWS, STYLE_PLAIN, text);
}

void review_address(struct frame *frame)
{
    char text[FRAME_TEXT + ADDRESS_SIZE];
    int left = frame_rows_left(frame);
    say_address(frame, text, sizeof text);
    if (left > 0 && *text) {
        frame->top += grid_wrap(frame->grid, frame->top, FRAME_LEFT, frame->grid->columns - FRAME_LEFT - 1,
                                left < SAID_ROWS ? left : SAID_ROWS, STYLE_PLAIN, text);
    }
}

/* "1 Phường Sài Gòn (cũ: Bến Nghé, Quận 1), Thành phố Hồ Chí Minh" */
static void draw_commune(struct frame *frame, int digit, uint16_t commune, const char *was, enum style style)
{
    const struct units *units = frame->desk->hospital.units;
    const struct unit *unit = &units->units[commune];
    struct grid *grid = frame->grid;
    if (frame_rows_left(frame) <= 0) {
        return;
    }
    int row = frame->top++, right = grid->columns;
    grid_printf(grid, row, 1, style, "%d", digit);
    int column = grid_put(grid, row, FRAME_LEFT, right - FRAME_LEFT, STYLE_PLAIN, unit->name);
    column = grid_put(grid, row, column, right - column, STYLE_DIM, was);
    column = grid_put(grid, row, column, right - column, STYLE_PLAIN, ", ");
    grid_put(grid, row, column, right - column, STYLE_PLAIN, units->units[unit->province].name);
}

void review_heirs(struct frame *frame)
{
    uint16_t heirs[UNIT_HEIRS];
    int count = desk_heirs(frame->desk, heirs);
    frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_HEIRS));
    frame_say(frame, STYLE_PLAIN, desk_held(&frame->desk->review, FIELD_ADDRESS));
    for (int i = 0; i < count; i++) {
        draw_commune(frame, i + 1, heirs[i], "", STYLE_KEY);
    }
}

/* A ward's number says nothing without its kind and district. */
static void say_before(const struct frame *frame, uint16_t before, char *out, size_t cap)
{
    const struct units *units = frame->desk->hospital.units;
    char name[FRAME_TEXT], was[FRAME_TEXT + 16];
    out[0] = '\0';
    if (before == UNIT_NONE) {
        return;
    }
    const struct unit *unit = &units->units[before];
    bool number = unit->proper[0] >= '0' && unit->proper[0] <= '9';
    bool district = unit->parent != UNIT_NONE && units->units[unit->parent].level == UNIT_DISTRICT;
    snprintf(name, sizeof name, "%s%s%s", number ? unit->name : unit->proper, district ? ", " : "",
             district ? units->units[unit->parent].name : "");
    snprintf(was, sizeof was, frame_word(frame, WORD_WAS), name);
    snprintf(out, cap, " (%s)", was);
}

int review_communes_wanted(const struct frame *frame)
{
    bool address = frame->desk->field == FIELD_ADDRESS && frame->desk->hospital.units;
    return address ? 1 + UNIT_CHOICES : 1;
}

void review_communes(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    bool picking = desk->step == 1;
    if (frame_rows_left(frame) > desk->commune_count) {
        frame_say(frame, picking ? STYLE_TITLE : STYLE_DIM,
                  frame_word(frame, picking ? WORD_COMMUNES_PICK : WORD_COMMUNES));
    }
    for (int i = 0; i < desk->commune_count; i++) {
        char was[2 * FRAME_TEXT];
        say_before(frame, desk->communes[i].before, was, sizeof was);
        draw_commune(frame, i + 1, desk->communes[i].commune, was, picking ? STYLE_KEY : STYLE_DIM);
    }
}
