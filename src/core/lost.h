/* lost: a CCCD whose scanner left out what its keyboard cannot type: "Nguyn Th nh o" is no name, "N" is Nữ. */
#ifndef TIEPDON_LOST_H
#define TIEPDON_LOST_H
#include <stdbool.h>

/* Clean texts of one scan. True when they hold no letter that only Vietnamese writes (a scanner that sends one sends
 * all), and one of these shows that some are missing: the gender N; a word without a vowel, in the name any but H and
 * K, in the address one written small; a word of the name that begins small beside one that does not, or holds digits,
 * which are Alt codes that nobody could read. */
bool lost_letters(const char *name, const char *gender, const char *address);

/* Takes the digits out of a name, and spaces that are then too many. */
void lost_drop_digits(char *name);

#endif
