/* scheme_inside: what the readers of the table's rows share; nobody else includes it. */
#ifndef TIEPDON_SCHEME_INSIDE_H
#define TIEPDON_SCHEME_INSIDE_H
#include "core/scheme.h"

enum { SCHEME_FIELDS_MAX = 12 };

/* One line split at its bars; the kind of the row and its key stand before the first. */
struct scheme_row {
    char *kind, *key;
    char *field[SCHEME_FIELDS_MAX];
    int count;
};

/* "-": nothing is said. */
bool scheme_dash(const char *text);
/* The index of a word in a list, -1 for none. */
int scheme_word(const char *text, const char *const words[], int count);
/* A number without sign, of at most `most`; *ret is 0 when it is none. */
bool scheme_number(const char *text, long most, int *ret);
/* Two fields each: Vietnamese and English; first and last day. */
bool scheme_labels(char *const field[LANGUAGE_COUNT], char out[LANGUAGE_COUNT][SCHEME_TEXT]);
bool scheme_days(char *const field[2], struct scheme_days *ret);
bool scheme_overlap(const struct scheme_days *a, const struct scheme_days *b);
/* Every row names the law it comes from. */
bool scheme_law(const char *text);

/* scheme_case.c: case CODE | when | outpatient | inpatient | of | propose | paper | from | to | vi | en |
 * law */
bool scheme_read_case(struct scheme_row *row, struct scheme *scheme);

#endif
