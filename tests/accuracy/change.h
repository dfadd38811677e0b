/* change: what happens to a text on its way to a card or a screen: marks lost, a slip of the fingers, another
 * habit of spelling. Texts are clean UTF-8 of less than ADDRESS_SIZE bytes; `out` never is `in`. */
#ifndef TIEPDON_ACCURACY_CHANGE_H
#define TIEPDON_ACCURACY_CHANGE_H
#include "core/field.h"
#include "demo/words.h"

void change_marks(const char *in, char out[ADDRESS_SIZE]); /* all diacritics gone, đ to d */
void change_upper(const char *in, char out[ADDRESS_SIZE]);
void change_lower(const char *in, char out[ADDRESS_SIZE]);

/* One letter of one word of three letters or more, not its first: another in its place, left out, doubled,
 * swapped with the next, or with another tone. False when no word is long enough. */
bool change_slip(const char *in, struct dice *dice, char out[ADDRESS_SIZE]);

/* hòa to hoà, Lý to Lí and the like wherever they stand; false when nowhere. */
bool change_spelling(const char *in, char out[ADDRESS_SIZE]);

#endif
