/* desk_print: what goes to the printer, one at a time; nothing waits for it. */
#include "core/desk_inside.h"
#include "core/slip.h"
#include <string.h>

struct wish desk_print(struct desk *desk, enum printing printing, uint64_t now)
{
    enum fault fault = !desk->hospital.printer ? FAULT_PRINTER_NONE
                       : desk->print_out       ? FAULT_PRINTER_BUSY
                                               : FAULT_NONE;
    if (fault != FAULT_NONE) {
        desk_fault(desk, fault, now);
        return wish_of(WISH_NONE);
    }
    desk->printing = printing;
    desk->print_out = true;
    desk_say(desk, SAID_PRINTING, "", now);
    return wish_of(WISH_PRINT);
}

bool desk_prints(const struct desk *desk)
{
    return desk->hospital.printer;
}

struct wish act_print_slip(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    return desk_print(desk, PRINT_SLIP, now);
}

struct wish act_print_day(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    return desk_print(desk, PRINT_DAY, now);
}

struct wish act_print_difficulty(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    return desk_print(desk, PRINT_DIFFICULTY, now);
}

/* The one under the cursor of the list. */
struct wish act_print_row(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    desk->answered = desk->difficulties[desk->difficulties_row];
    return desk_print(desk, PRINT_DIFFICULTY, now);
}

void desk_printed(struct desk *desk, enum fault fault, uint64_t now)
{
    static const enum said said[] = {[PRINT_SLIP] = SAID_PRINTED_SLIP,
                                     [PRINT_DIFFICULTY] = SAID_PRINTED_DIFFICULTY,
                                     [PRINT_DAY] = SAID_PRINTED_DAY};
    desk->print_out = false;
    if (fault != FAULT_NONE) {
        desk_fault(desk, fault, now);
    } else {
        desk_say(desk, said[desk->printing], "", now);
    }
}

enum fault desk_slip(const struct desk *desk, const char *template, char *out, size_t cap)
{
    const struct review *review = &desk->review;
    char number[BHXH_SIZE];
    const char *known = review->judgement.bhxh_number;
    memcpy(number, *known ? known : review->card.bhxh_number, sizeof number);
    if (!*number) {
        number_bhxh(desk_held(review, FIELD_NUMBER), number);
    }
    const struct slip slip = {.findings = &review->judgement.findings,
                              .hospital = &desk->hospital,
                              .name = desk_held(review, FIELD_NAME),
                              .bhxh_number = number,
                              .day = desk->status.today};
    return slip_make(template, &slip, out, cap);
}
