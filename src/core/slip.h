/* slip: the guidance slip (giấy hướng dẫn) for the patient, made from a template that a hospital may edit.
 *
 * A template is lines of text. "[code code ...]" on a line of its own begins a part that is shown only when
 * the judgement has one of these findings; "[always]" begins a part that is always shown. {hotline},
 * {office}, {hospital} are replaced from the configuration; what is not configured becomes "........", to be
 * filled in by hand. */
#ifndef TIEPDON_SLIP_H
#define TIEPDON_SLIP_H
#include "core/finding.h"
#include "core/hospital.h"
#include <stddef.h>

enum { SLIP_SIZE = 8 * 1024 };

/* FAULT_TOO_LONG when the result does not fit; `out` is then empty. */
NEEDED enum fault slip_make(const char *template, const struct findings *findings,
                            const struct hospital *hospital, char *out, size_t cap);

#endif
