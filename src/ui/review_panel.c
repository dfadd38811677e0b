/* review_panel: what is asked below the table. */
#include "core/text.h"
#include "ui/review.h"
#include <stdio.h>

struct panel {
    void (*draw)(struct frame *frame);
    int rows;
};

/* A question, then the line typed under it; `words`: Vietnamese is typed, so the method is named. */
static void ask(struct frame *frame, const char *question, bool words)
{
    char text[FRAME_TEXT];
    const char *method = words ? frame_typing(frame) : "";
    snprintf(text, sizeof text, "%s%s%s", question, *method ? " " : "", method);
    frame_say(frame, STYLE_TITLE, text);
    frame_input(frame, "", 0, &frame->desk->line);
}

static void panel_edit(struct frame *frame)
{
    static const enum word how[FIELD_COUNT] = {
        [FIELD_NUMBER] = WORD_EDIT_HOW_TEXT,         [FIELD_NAME] = WORD_EDIT_HOW_TEXT,
        [FIELD_BIRTH_DATE] = WORD_EDIT_HOW_DATE,     [FIELD_GENDER] = WORD_EDIT_HOW_GENDER,
        [FIELD_ADDRESS] = WORD_EDIT_HOW_TEXT,        [FIELD_FACILITY] = WORD_EDIT_HOW_FACILITY,
        [FIELD_VALID_FROM] = WORD_EDIT_HOW_DATE,     [FIELD_VALID_TO] = WORD_EDIT_HOW_DATE,
        [FIELD_FIVE_YEAR_DATE] = WORD_EDIT_HOW_DATE, [FIELD_AREA] = WORD_EDIT_HOW_AREA,
        [FIELD_CCCD] = WORD_EDIT_HOW_TEXT,
    };
    enum field field = frame->desk->field;
    char text[FRAME_TEXT];
    snprintf(text, sizeof text, frame_word(frame, WORD_EDIT), field_label(field, frame->language));
    ask(frame, text, field == FIELD_NAME || field == FIELD_ADDRESS);
    if (frame->desk->commune_count > 0) {
        review_communes(frame);
    } else {
        frame_say(frame, STYLE_DIM, frame_word(frame, how[field]));
    }
}

static void panel_source(struct frame *frame)
{
    frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_SOURCE));
    frame_choice(frame, "1", frame_word(frame, WORD_SOURCE_1));
    frame_choice(frame, "2", frame_word(frame, WORD_SOURCE_2));
    frame_choice(frame, "3", frame_word(frame, WORD_SOURCE_3));
}

static void panel_same(struct frame *frame)
{
    bool year = frame->desk->step == 0;
    ask(frame, frame_word(frame, year ? WORD_SAME_YEAR : WORD_SAME_REASON), !year);
}

static enum word reason_word(const struct desk *desk)
{
    const struct judgement *judgement = &desk->review.judgement;
    bool elsewhere =
        assess_found(judgement, FINDING_STAY_ELSEWHERE) || assess_found(judgement, FINDING_LEFT_TODAY);
    return desk->step == REASON_CLOSE             ? WORD_LATE_REASON
           : judgement->verdict == VERDICT_REPEAT ? WORD_REASON
           : elsewhere                            ? WORD_REASON_ELSEWHERE
                                                  : WORD_REASON_STOP;
}

static void panel_reason(struct frame *frame)
{
    static const enum word acts[] = {[INTAKE_ADMITTED] = WORD_DO_ADMIT,
                                     [INTAKE_PROVISIONAL] = WORD_DO_PROVISIONAL,
                                     [INTAKE_NOT_INSURED] = WORD_DO_NOT_INSURED};
    const struct desk *desk = frame->desk;
    ask(frame, frame_word(frame, reason_word(desk)), true);
    frame_enter(frame, desk->step == REASON_CLOSE ? WORD_DO_LATE_CLOSE
                       : desk->review.late.id[0]  ? WORD_DO_REVISE
                                                  : acts[desk->review.status]);
}

static void panel_confirm(struct frame *frame)
{
    frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_CONFIRM));
    frame_say(frame, STYLE_DIM, frame_word(frame, WORD_CONFIRM_HOW));
    frame_enter(frame, WORD_DO_NOT_INSURED);
}

/* The findings that it speaks of stand below, first of all. */
static void panel_raised(struct frame *frame)
{
    frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_RAISED));
    frame_enter(frame, WORD_DO_RAISED);
}

static void difficulty_line(struct frame *frame, enum word label, enum difficulty_step step)
{
    enum { LABEL = 17 };
    const struct desk *desk = frame->desk;
    const struct line *line = desk_difficulty_line(desk, step);
    char text[FRAME_TEXT];
    bool typed = desk->step == (int)step;
    const char *typing = typed && step == DIFFICULTY_TEXT ? frame_typing(frame) : "";
    snprintf(text, sizeof text, "%s%s%s", frame_word(frame, label), *typing ? " " : "", typing);
    if (typed) {
        grid_put(frame->grid, frame->top, 1, 1, STYLE_KEY, "▸");
        frame_input(frame, text, LABEL, line);
    } else if (frame_rows_left(frame) > 0) {
        int column = FRAME_LEFT + LABEL + 2;
        grid_put(frame->grid, frame->top, FRAME_LEFT, LABEL, STYLE_PLAIN, text);
        grid_put(frame->grid, frame->top++, column, frame->right - column, STYLE_TITLE,
                 line->text[0] ? line->text : frame_word(frame, WORD_NOTHING));
    }
}

static void panel_difficulty(struct frame *frame)
{
    char text[FRAME_TEXT];
    snprintf(text, sizeof text, "%s%s", frame_word(frame, WORD_DIFFICULTY_KIND),
             difficulty_text(frame->desk->kind, frame->language));
    frame_say(frame, STYLE_TITLE, text);
    difficulty_line(frame, WORD_DIFFICULTY_TEXT, DIFFICULTY_TEXT);
    difficulty_line(frame, WORD_DIFFICULTY_PHONE, DIFFICULTY_PHONE);
    frame_enter(frame, WORD_DO_DIFFICULTY);
}

/* Both names, so that nobody is joined to another one's record. */
static void draw_either(struct frame *frame, enum word which, const char *name, const char *birth)
{
    date_text day;
    date_show(birth, day);
    int row = frame->top++;
    int column = FRAME_LEFT + 10;
    grid_put(frame->grid, row, FRAME_LEFT, 9, STYLE_DIM, frame_word(frame, which));
    column = grid_put(frame->grid, row, column, frame->grid->columns - column - 14, STYLE_TITLE, name);
    grid_put(frame->grid, row, column + 2, FRAME_TEXT, STYLE_PLAIN, day);
}

/* The record as it was taken in, beside whom the number names. */
static void panel_identify(struct frame *frame)
{
    const struct review *review = &frame->desk->review;
    const struct facts *held = &review->late.held.facts;
    frame_say(frame, STYLE_WARN, frame_word(frame, WORD_IDENTIFY));
    draw_either(frame, WORD_IDENTIFY_RECORD, held->name[0] ? held->name : frame_word(frame, WORD_NO_NAME),
                held->birth_date);
    draw_either(frame, WORD_IDENTIFY_NEW, desk_held(review, FIELD_NAME), desk_held(review, FIELD_BIRTH_DATE));
    frame_enter(frame, WORD_DO_IDENTIFY);
}

static struct panel panel_of_confirm(const struct desk *desk)
{
    if (desk_identifies(desk)) {
        return (struct panel){panel_identify, 4};
    }
    return desk->review.judgement.verdict == VERDICT_INVALID ? (struct panel){panel_confirm, 3}
                                                             : (struct panel){panel_raised, 2};
}

static const char *name_or_number(const struct facts *facts)
{
    return *facts->name ? facts->name : *facts->number ? facts->number : facts->cccd;
}

static void panel_other(struct frame *frame)
{
    const struct desk *desk = frame->desk;
    const struct facts *second = &desk->second_card.facts;
    bool nameless = desk_nameless(desk);
    frame_say(frame, STYLE_WARN, frame_word(frame, nameless ? WORD_IDENTIFY : WORD_OTHER));
    const char *name = desk_held(&desk->review, FIELD_NAME);
    name = *name ? name : name_or_number(&desk->review.card.facts);
    draw_either(frame, nameless ? WORD_IDENTIFY_RECORD : WORD_OTHER_OPEN,
                *name ? name : frame_word(frame, WORD_NO_NAME),
                review_hides_year(desk) ? "" : desk_held(&desk->review, FIELD_BIRTH_DATE));
    draw_either(frame, WORD_OTHER_NEW, name_or_number(second), second->birth_date);
    frame_choice(frame, "1", frame_word(frame, nameless ? WORD_IDENTIFY_1 : WORD_OTHER_1));
    frame_choice(frame, "2", frame_word(frame, nameless ? WORD_IDENTIFY_2 : WORD_OTHER_2));
    frame_choice(frame, "3", frame_word(frame, WORD_OTHER_3));
}

/* A choice the desk does not take in this state is not offered. */
static void choices(struct frame *frame, enum word first, enum word second, enum word third)
{
    const enum word words[] = {first, second, third};
    for (int i = 0; i < 3; i++) {
        if (desk_key_known(frame->desk, (struct key){PRESS_TEXT, '1' + i})) {
            frame_choice(frame, (char[]){(char)('1' + i), '\0'}, frame_word(frame, words[i]));
        }
    }
}

static void panel_year(struct frame *frame)
{
    ask(frame, frame_word(frame, WORD_YEAR), false);
}

static void panel_stop(struct frame *frame)
{
    bool several = frame->desk->review.judgement.candidate_count > 0;
    choices(frame, WORD_STOP_1, several ? WORD_STOP_2_SEVERAL : WORD_STOP_2, WORD_STOP_3);
}

static void panel_offer(struct frame *frame)
{
    char text[FRAME_TEXT];
    snprintf(text, sizeof text, frame_word(frame, WORD_OFFER), frame->desk->review.judgement.candidate_count);
    frame_choice(frame, "c", text);
}

static void panel_invalid(struct frame *frame)
{
    choices(frame, WORD_INVALID_1, WORD_INVALID_2, WORD_INVALID_3);
}

static struct panel panel_of_review(const struct frame *frame)
{
    const struct desk *desk = frame->desk;
    const struct review *review = &desk->review;
    struct panel address = {review_address, review_address_wanted(frame)};
    if (desk->asking || review->by_card || review->same || review->dropped) {
        return address;
    }
    switch (review->judgement.verdict) {
    case VERDICT_IDENTITY_STOP: return (struct panel){panel_stop, 3};
    case VERDICT_INVALID: return (struct panel){panel_invalid, 3};
    default: break;
    }
    return review->judgement.candidate_count > 0 ? (struct panel){panel_offer, 1} : address;
}

static struct panel panel_of(const struct frame *frame)
{
    switch (frame->desk->mode) {
    case MODE_REVIEW: return panel_of_review(frame);
    case MODE_EDIT: return (struct panel){panel_edit, 2 + review_communes_wanted(frame)};
    case MODE_SOURCE: return (struct panel){panel_source, 4};
    case MODE_YEAR: return (struct panel){panel_year, 2};
    case MODE_SAME: return (struct panel){panel_same, 3};
    case MODE_REASON: return (struct panel){panel_reason, 3};
    case MODE_CONTACT: return (struct panel){review_contact, review_contact_wanted(frame->desk)};
    case MODE_CONFIRM: return panel_of_confirm(frame->desk);
    case MODE_DIFFICULTY: return (struct panel){panel_difficulty, 4};
    case MODE_OTHER: return (struct panel){panel_other, 6};
    default: return (struct panel){NULL, 0};
    }
}

int review_panel_wanted(const struct frame *frame)
{
    return panel_of(frame).rows;
}

void review_panel(struct frame *frame)
{
    struct panel panel = panel_of(frame);
    if (panel.draw) {
        panel.draw(frame);
    }
}

enum { ONE_ROW = 100 };

/* Narrow windows give the address, which is what is asked for, a row of its own. */
static void draw_candidate(struct frame *frame, int digit, const struct member *member, bool two)
{
    struct grid *grid = frame->grid;
    const struct facts *facts = &member->facts;
    char number[NUMBER_SIZE + 3];
    date_text birth;
    number_show(*facts->number ? facts->number : member->bhxh_number, number);
    date_show(facts->birth_date, birth);
    int row = frame->top++, name = (grid->columns - FRAME_LEFT) / (two ? 2 : 3);
    grid_printf(grid, row, 1, STYLE_KEY, "%d", digit);
    grid_put(grid, row, FRAME_LEFT, name - 2, STYLE_TITLE, facts->name);
    int column = FRAME_LEFT + name;
    grid_put(grid, row, column, 10, STYLE_PLAIN, birth);
    column += 12;
    bool grouped = text_columns(number) < grid->columns - column;
    grid_put(grid, row, column, grid->columns - column, STYLE_PLAIN, grouped ? number : facts->number);
    column = two ? FRAME_LEFT + 2 : column + 21;
    row = two ? frame->top++ : row;
    grid_put(grid, row, column, grid->columns - column, STYLE_DIM, facts->address);
}

void review_candidates(struct frame *frame)
{
    const struct review *review = &frame->desk->review;
    const struct judgement *judgement = &review->judgement;
    frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_CANDIDATES));
    bool two = frame->grid->columns < ONE_ROW && frame_rows_left(frame) > 2 * judgement->candidate_count;
    for (int i = 0; i < judgement->candidate_count && frame_rows_left(frame) > 0; i++) {
        draw_candidate(frame, i + 1, &review->answer.members[judgement->candidates[i]], two);
    }
    if (review->answer.more) {
        frame_say(frame, STYLE_WARN, frame_word(frame, WORD_CANDIDATES_MORE));
    }
}
