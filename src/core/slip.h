/* slip: the guidance slip (giấy hướng dẫn) for the patient, made from data/slip.LANGUAGE.txt (template.h).
 *
 * Parts: the code of every finding (tiepdon checks), "always", "guide" where the address of a page that helps is configured.
 * Places: {hospital} {facility} {hotline} {office} {guide} from the configuration, {name} and {bhxh} of the patient, {day}.
 * The assessor's contact is none of them: it is for the clerk. */
#ifndef TIEPDON_SLIP_H
#define TIEPDON_SLIP_H
#include "core/finding.h"
#include "core/hospital.h"
#include "core/template.h"

enum { SLIP_SIZE = TEMPLATE_SIZE };

struct slip {
    const struct findings *findings;
    const struct hospital *hospital;
    const char *name;
    const char *bhxh_number; /* "" when it is not known */
    const char *day;         /* ISO */
};

/* FAULT_TOO_LONG when the result does not fit; `out` is then empty. */
NEEDED enum fault slip_make(const char *template, const struct slip *slip, char *out, size_t cap);
void slip_check(const char *template, struct template_error *ret);

#endif
