/* heir: facilities that go on under another code (hospital.heirs). */
#ifndef TIEPDON_HEIR_H
#define TIEPDON_HEIR_H
#include "core/hospital.h"
#include <stddef.h>

/* Sorts pairs code -> successor by code and carries each successor on to the last of its chain: 1 -> 2 and 2
 * -> 3 become 1 -> 3 and 2 -> 3. Pairs of a chain that runs in a circle, or to the code itself, are left out.
 * Each code stands there once. Returns how many pairs stay. */
size_t heirs_settle(struct facility_heir *heirs, size_t count);

/* The code under which the facility goes on; the code itself when it is still its own. */
const char *heir_of(const struct hospital *hospital, const char *code);

/* "79014 BV Mẫu", "79014 → 79099 BV Mẫu" where it goes on under another code; `name` is the heir's, "" for
 * none. */
void heir_show(const struct hospital *hospital, const char *code, const char *name, char *out, size_t cap);

#endif
