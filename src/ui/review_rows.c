/* review_rows: the table: what the card says beside what the assessment system
 * says, a word and a mark each. */
#include "core/text.h"
#include "ui/review.h"
#include <stdio.h>
#include <string.h>

enum { LABEL = 14, RESULT = 16, LABEL_NARROW = 13, RESULT_NARROW = 13, WIDE = 80 };

struct columns {
    int cursor, label, card, system, result;
    int value; /* cells of each of card and system, with the gap behind */
};

/* A narrow window gives up the margins, so that a card number and the words of a result still fit. */
static struct columns columns_of(const struct grid *grid)
{
    bool narrow = grid->columns < WIDE;
    int left = narrow ? FRAME_LEFT - 1 : FRAME_LEFT, card = left + (narrow ? LABEL_NARROW : LABEL);
    int result = grid->columns - (narrow ? RESULT_NARROW : RESULT);
    int value = (result - card) / 2;
    return (struct columns){left - 2, left, card, card + value, result, value};
}

int review_value_columns(const struct frame *frame)
{
    return columns_of(frame->grid).value - 1;
}

static bool is_identity(enum field field)
{
    return field == FIELD_NAME || field == FIELD_BIRTH_DATE || field == FIELD_GENDER || field == FIELD_CCCD;
}

struct look {
    enum style style;
    const char *mark, *words;
};

/* The clerk's own choice stands in place of the comparison it settles. */
static bool look_of_choice(const struct frame *frame, enum field field, struct look *ret)
{
    const struct decision *decision = &frame->desk->review.decision;
    enum word word = WORD_CHOSE_CARD;
    switch (decision->choice[field]) {
    case CHOICE_PROPOSED: return false;
    case CHOICE_CARD: break;
    case CHOICE_SYSTEM: word = WORD_CHOSE_SYSTEM; break;
    case CHOICE_TYPED:
        word = decision->typed_source[field] == SOURCE_PAPERS    ? WORD_TYPED_PAPERS
               : decision->typed_source[field] == SOURCE_PATIENT ? WORD_TYPED_PATIENT
               : decision->typed_source[field] == SOURCE_UNITS   ? WORD_TYPED_UNITS
                                                                 : WORD_TYPED_PAGE;
        break;
    }
    *ret = (struct look){STYLE_TITLE, "", frame_word(frame, word)};
    return true;
}

static struct look look_of_difference(const struct frame *frame, const struct row *row)
{
    if (row->field == FIELD_ADDRESS && frame->desk->review.card.kind == CARD_CCCD) {
        return (struct look){STYLE_DIM, "≈ ", frame_word(frame, WORD_RESIDENCE)};
    }
    if (!row->safe && !is_identity(row->field)) {
        return (struct look){STYLE_WARN, "≠ ", frame_word(frame, WORD_KEEP_CARD)};
    }
    return (struct look){row->safe ? STYLE_FIX : STYLE_STOP, "✗ ", result_text(row->result, frame->language)};
}

/* Addresses that are equivalent say how. */
static struct look look_of_equivalent(const struct frame *frame, const struct row *row)
{
    switch (row->finding) {
    case FINDING_ADDRESS_RENAMED: return (struct look){STYLE_GOOD, "≈ ", frame_word(frame, WORD_RENAMED)};
    case FINDING_ADDRESS_PARTIAL: return (struct look){STYLE_GOOD, "≈ ", frame_word(frame, WORD_PARTIAL)};
    case FINDING_ADDRESS_POSSIBLE: return (struct look){STYLE_WARN, "≈ ", frame_word(frame, WORD_POSSIBLE)};
    case FINDING_ADDRESS_UNCLEAR: return (struct look){STYLE_WARN, "? ", frame_word(frame, WORD_UNCLEAR)};
    default: return (struct look){STYLE_GOOD, "≈ ", result_text(row->result, frame->language)};
    }
}

static struct look look_of(const struct frame *frame, const struct row *row)
{
    const char *words = result_text(row->result, frame->language);
    struct look look = {STYLE_PLAIN, "", words};
    if (look_of_choice(frame, row->field, &look)) {
        return look;
    }
    switch (row->result) {
    case RESULT_SAME: return (struct look){STYLE_GOOD, "✓ ", words};
    case RESULT_EQUIVALENT: return look_of_equivalent(frame, row);
    case RESULT_MISSING_CARD: return (struct look){STYLE_GOOD, "+ ", words};
    case RESULT_MISSING_SYSTEM:
        return (struct look){STYLE_DIM, "− ",
                             frame->grid->columns < WIDE ? frame_word(frame, WORD_SYSTEM_LACKS) : words};
    case RESULT_DIFFERENT: return look_of_difference(frame, row);
    case RESULT_EXTENDED:
    case RESULT_RENEWED: break;
    case RESULT_COUNT: return look;
    }
    return row->safe ? (struct look){STYLE_FIX, "✗ ", words}
                     : (struct look){STYLE_WARN, "≠ ", frame_word(frame, WORD_KEEP_CARD)};
}

/* A value for the eyes; a birth year that has to be asked is not shown, nor a CCCD, which holds it. */
static void show(const struct frame *frame, enum field field, const char *value, const struct facts *beside,
                 char out[ADDRESS_SIZE])
{
    bool telling = field == FIELD_BIRTH_DATE || field == FIELD_CCCD;
    if (telling && *value && review_hides_year(frame->desk)) {
        snprintf(out, ADDRESS_SIZE, "%s", frame_word(frame, WORD_HIDDEN));
    } else if (field == FIELD_FACILITY && *value) {
        frame_facility(frame, value, out, ADDRESS_SIZE);
    } else if (field == FIELD_VALID_TO && !*value && *beside->valid_from) {
        snprintf(out, ADDRESS_SIZE, "%s", frame_word(frame, WORD_OPEN_END));
    } else if (!*value) {
        snprintf(out, ADDRESS_SIZE, "%s", frame_word(frame, WORD_NOTHING));
    } else {
        field_show(field, value, frame->language, out);
    }
}

/* A value behind its mark; a card number too long for its column is shown without its spaces. */
static void draw_value(const struct frame *frame, int y, int column, int width, const char *mark,
                       const char *shown, const char *value)
{
    bool beside =
        review_live(frame->desk) && frame->grid->columns >= WIDE; /* room for the mark of the next value */
    width -= beside;
    bool number = number_kind(value) != NUMBER_NONE && text_columns(shown) >= width;
    grid_put(frame->grid, y, column - 1, 1, STYLE_TITLE, mark);
    grid_put(frame->grid, y, column, width - 1, STYLE_PLAIN, number ? value : shown);
}

/* Addresses that are not the same and too long for their columns begin where they part. */
static void draw_apart(const struct frame *frame, int y, const char *marks[2], const char *left,
                       const char *right)
{
    struct columns at = columns_of(frame->grid);
    int room = at.value - (review_live(frame->desk) && frame->grid->columns >= WIDE);
    bool fit = text_columns(left) < room && text_columns(right) < room;
    size_t skip[2] = {0, 0};
    if (!fit) {
        skip[0] = review_address_shared(left, right);
        skip[1] = review_address_shared(right, left);
    }
    char text[ADDRESS_SIZE + 4];
    snprintf(text, sizeof text, "%s%s", skip[0] ? "…" : "", left + skip[0]);
    draw_value(frame, y, at.card, at.value, marks[0], text, left);
    snprintf(text, sizeof text, "%s%s", skip[1] ? "…" : "", right + skip[1]);
    draw_value(frame, y, at.system, at.value, marks[1], text, right);
}

static void draw_row(const struct frame *frame, int y, const struct row *row, bool cursor)
{
    const struct review *review = &frame->desk->review;
    const struct facts *card = &review->card.facts, *system = &review->judgement.system;
    enum choice choice = review->decision.choice[row->field];
    struct columns at = columns_of(frame->grid);
    bool typed = choice == CHOICE_TYPED;
    const char *left = facts_get(typed ? &review->decision.typed : card, row->field);
    const char *right = facts_get(system, row->field);
    const char *marks[] = {typed                   ? "¶"
                           : choice == CHOICE_CARD ? "●"
                                                   : "",
                           choice == CHOICE_SYSTEM                 ? "●"
                           : review_heard(frame->desk, row->field) ? REVIEW_HEARD
                                                                   : ""};
    char shown[ADDRESS_SIZE], beside[ADDRESS_SIZE];
    grid_put(frame->grid, y, at.label, LABEL_NARROW - 1, STYLE_PLAIN,
             field_label(row->field, frame->language));
    if (cursor) { /* the label alone, so that a moved cursor is few bytes on a slow line */
        grid_put(frame->grid, y, at.cursor, 1, STYLE_CURSOR, "▸");
        grid_style(frame->grid, y, at.cursor, LABEL_NARROW + at.label - at.cursor - 1, STYLE_CURSOR);
    }
    show(frame, row->field, left, card, shown);
    show(frame, row->field, right, system, beside);
    if (review_address_apart(frame, row)) {
        draw_apart(frame, y, marks, shown, beside);
    } else {
        draw_value(frame, y, at.card, at.value, marks[0], shown, left);
        draw_value(frame, y, at.system, at.value, marks[1], beside, right);
    }
    struct look look = look_of(frame, row);
    int column = grid_put(frame->grid, y, at.result, RESULT, look.style, look.mark);
    grid_put(frame->grid, y, column, RESULT, look.style, look.words);
}

static void draw_heading(const struct frame *frame, int y, int left_out)
{
    static const enum word words[] = {[CARD_UNKNOWN] = WORD_COLUMN_CARD,
                                      [CARD_BHYT] = WORD_COLUMN_CARD,
                                      [CARD_CCCD] = WORD_COLUMN_CCCD,
                                      [CARD_NUMBER] = WORD_COLUMN_TYPED};
    struct columns at = columns_of(frame->grid);
    enum word card = words[frame->desk->review.card.kind];
    char text[FRAME_TEXT], folded[64] = "";
    grid_put(frame->grid, y, at.label, LABEL, STYLE_DIM, frame_word(frame, WORD_COLUMN_FIELD));
    grid_put(frame->grid, y, at.card, at.value - 1, STYLE_DIM, frame_word(frame, card));
    if (left_out > 0) {
        snprintf(folded, sizeof folded, frame_word(frame, WORD_FOLDED), left_out);
    }
    int room = left_out > 0 ? at.value : frame->grid->columns - at.system;
    review_system_head(frame, room, text, sizeof text);
    grid_put(frame->grid, y, at.system, room, STYLE_DIM, text);
    grid_put(frame->grid, y, at.result + 1, RESULT, STYLE_DIM, folded);
}

static void draw_lack(const struct frame *frame, int y)
{
    struct columns at = columns_of(frame->grid);
    grid_put(frame->grid, y, at.label, LABEL, STYLE_PLAIN, field_label(FIELD_CCCD, frame->language));
    grid_put(frame->grid, y, at.card, at.value, STYLE_DIM, frame_word(frame, WORD_NOTHING));
    grid_put(frame->grid, y, at.system, at.value, STYLE_DIM, frame_word(frame, WORD_NOTHING));
    grid_printf(frame->grid, y, at.result, STYLE_WARN, "! %s", frame_word(frame, WORD_LACKING));
}

/* What the card says, or does not say, where there is nothing to compare it with. */
static void draw_stated(const struct frame *frame, int y, enum field field)
{
    const struct facts *card = &frame->desk->review.card.facts;
    struct columns at = columns_of(frame->grid);
    char text[ADDRESS_SIZE];
    show(frame, field, facts_get(card, field), card, text);
    grid_put(frame->grid, y, at.label, LABEL_NARROW - 1, STYLE_PLAIN, field_label(field, frame->language));
    draw_value(frame, y, at.card, at.value, "", text, facts_get(card, field));
    grid_put(frame->grid, y, at.system, at.value, STYLE_DIM, frame_word(frame, WORD_NOTHING));
}

static void draw_slot(const struct frame *frame, int y, const struct slot *slot, bool cursor)
{
    const struct review *review = &frame->desk->review;
    if (slot->row >= 0) {
        draw_row(frame, y, &review->judgement.rows[slot->row], cursor && slot->row == review->row);
    } else if (slot->field == FIELD_CCCD && review_lacks_cccd(review)) {
        draw_lack(frame, y);
    } else {
        draw_stated(frame, y, slot->field);
    }
}

int review_rows_wanted(const struct frame *frame)
{
    return review_slots_wanted(frame->desk);
}

void review_rows(struct frame *frame, int rows)
{
    struct slot slots[FIELD_COUNT];
    int folded = 0, count = review_slots(frame->desk, rows, slots, &folded);
    bool cursor = desk_field(frame->desk) != FIELD_COUNT && !review_hides_year(frame->desk);
    int bottom = frame->top + 1 + (review_live(frame->desk) ? rows : count);
    draw_heading(frame, frame->top++, folded);
    for (int i = 0; i < count; i++) {
        draw_slot(frame, frame->top++, &slots[i], cursor);
    }
    frame->top = bottom;
}
