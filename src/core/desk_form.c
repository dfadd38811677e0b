/* desk_form: name, birth date and gender of a person without a scan; of a small child without a card the
 * number of the birth certificate too. */
#include "core/advice.h"
#include "core/desk_inside.h"
#include "core/text.h"
#include <string.h>

enum { FORM_FIELDS = FORM_CERTIFICATE };
static const enum field fields[FORM_FIELDS] = {
    [FORM_NAME] = FIELD_NAME, [FORM_BIRTH_DATE] = FIELD_BIRTH_DATE, [FORM_GENDER] = FIELD_GENDER};

int desk_form_last(const struct desk *desk)
{
    struct intake intake;
    desk_facts(desk, desk->review.status, &intake);
    bool child = !intake.facts.number[0] && advice_child(&desk->form, desk->status.today);
    return child ? FORM_CERTIFICATE : FORM_GENDER;
}

static void show_step(struct desk *desk, int step)
{
    char shown[ADDRESS_SIZE] = "";
    if (step < FORM_FIELDS) {
        field_show(fields[step], facts_get(&desk->form, fields[step]), desk->hospital.language, shown);
    }
    line_set(&desk->line, step < FORM_FIELDS ? shown : desk->certificate);
    desk->step = step;
    desk_rearm(desk);
}

static int first_missing(const struct facts *form)
{
    int step = 0;
    while (step < FORM_FIELDS && facts_get(form, fields[step])[0]) {
        step++;
    }
    return step;
}

/* Begins with what desk.intake holds, at the first field it lacks. */
void desk_form_open(struct desk *desk)
{
    desk->form = (struct facts){.number = ""};
    for (int i = 0; i < FORM_FIELDS; i++) {
        memcpy(facts_at(&desk->form, fields[i]), facts_get(&desk->intake.facts, fields[i]),
               field_size(fields[i]));
    }
    memcpy(desk->certificate, desk->review.birth_certificate, sizeof desk->certificate);
    desk_go(desk, MODE_FORM);
    int step = first_missing(&desk->form);
    show_step(desk, step < FORM_FIELDS ? step : 0);
}

/* A patient without any card or number, who may be unconscious. */
struct wish act_nobody(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    const struct card none = {.kind = CARD_UNKNOWN};
    struct wish wish = desk_open(desk, &none, NULL);
    desk->review.status = INTAKE_PROVISIONAL;
    desk_make(desk, INTAKE_PROVISIONAL, &desk->intake);
    desk_form_open(desk);
    return wish;
}

/* Reads the line into the form; an empty one clears its field. */
static bool keep_step(struct desk *desk, uint64_t now)
{
    size_t len = strlen(desk->line.text);
    enum fault fault = desk->step < FORM_FIELDS
                           ? field_read(fields[desk->step], desk->line.text, len, &desk->form)
                           : text_clean(desk->certificate, sizeof desk->certificate, desk->line.text, len);
    desk_fault(desk, fault, now);
    return fault == FAULT_NONE;
}

struct wish act_form_move(struct desk *desk, struct key key, uint64_t now)
{
    bool back = key.press == PRESS_UP || key.press == PRESS_BACKTAB;
    if (keep_step(desk, now)) {
        int steps = desk_form_last(desk) + 1;
        show_step(desk, (desk->step + (back ? steps - 1 : 1)) % steps);
    }
    return wish_of(WISH_NONE);
}

/* What differs from the card or the system was said by the patient or who brought him. */
static void decide(struct desk *desk)
{
    struct decision *decision = &desk->review.decision;
    for (int i = 0; i < FORM_FIELDS; i++) {
        enum field field = fields[i];
        const char *value = facts_get(&desk->form, field);
        if (strcmp(value, facts_get(&desk->intake.facts, field)) == 0) {
            continue;
        }
        memcpy(facts_at(&decision->typed, field), value, field_size(field));
        decision->typed_source[field] = desk_refused(desk) ? SOURCE_PAPERS : SOURCE_PATIENT;
        decision->choice[field] = CHOICE_TYPED;
    }
    bool child = desk_form_last(desk) == FORM_CERTIFICATE;
    memcpy(desk->review.birth_certificate, child ? desk->certificate : "",
           child ? sizeof desk->certificate : 1);
}

struct wish act_form_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    bool armed = desk_armed(desk, now);
    if (!keep_step(desk, now)) {
        return wish_of(WISH_NONE);
    }
    int missing = first_missing(&desk->form);
    if (desk->step < FORM_FIELDS && !facts_get(&desk->form, fields[desk->step])[0]) {
        desk_fault(desk, FAULT_LINE_EMPTY, now);
    } else if (desk->step < desk_form_last(desk)) {
        show_step(desk, desk->step + 1);
    } else if (missing < FORM_FIELDS) {
        show_step(desk, missing);
    } else if (armed) {
        desk_make(desk, desk->review.status, &desk->intake);
        decide(desk);
        struct wish wish = desk_form_ask(desk, now);
        return wish.kind == WISH_NONE ? desk_take_in(desk, desk->review.status) : wish;
    }
    return wish_of(WISH_NONE);
}
