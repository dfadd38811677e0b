/* form: the papers that are made from templates (template.h), each from data/NAME.LANGUAGE.txt, or the hospital's own in its
 * data directory: the guidance slip (slip.h), one difficulty for the BHXH office, the list of a day.
 *
 * difficulty: parts "always", the code of every kind of difficulty (app, unsynced, facility ...), open, sent, answered, and
 * reply where BHXH answered. Places: {hospital} {facility} {office} {hotline} {number} {day} {time} {kind} {text} {name}
 * {birth} {card} {phone} {counter} {clerk} {state} {state_day} {reply} {today}, and {facility_card} {facility_system}
 * {address_card} {address_system}: what the card and the assessment data said, where they differ.
 *
 * day: part "head" above, "row" for every intake, "end" below. Places of head and end: {hospital} {facility} {day} {today}
 * {intakes} {admitted} {provisional} {not_insured} {unchecked} {corrected} {difficulties} {undone} {closed} {closed_by};
 * of a row: {no} {time} {name} {birth} {status} {marks} {counter} {clerk}. */
#ifndef TIEPDON_FORM_H
#define TIEPDON_FORM_H
#include "core/kept.h"
#include "core/template.h"

enum form { FORM_SLIP, FORM_DIFFICULTY, FORM_DAY, FORM_COUNT };

/* "slip.vi.txt" */
const char *form_file(enum form form, enum language language);

/* What such a template may not name, by its first line. */
void form_check(enum form form, const char *template, struct template_error *ret);

/* FAULT_TOO_LONG when it does not fit; `out` is then empty. `today` is the ISO day of printing. */
NEEDED enum fault form_difficulty(const char *template, const struct difficulty_record *record,
                                  const struct difficulty_detail *detail, const struct hospital *hospital,
                                  const char *today, char *out, size_t cap);

/* The three parts of a day's list, one after the other; `no` counts from 1. */
enum day_part { DAY_HEAD, DAY_ROW, DAY_END };
struct day_form {
    const struct hospital *hospital;
    const struct day_totals *totals;
    const char *day, *today;
};
NEEDED enum fault form_day(const char *template, enum day_part part, const struct day_form *form,
                           const struct act *act, int no, char *out, size_t cap);

#endif
