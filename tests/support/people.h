/* people: invented intakes and cards for tests of the journal. */
#ifndef TIEPDON_TESTS_PEOPLE_H
#define TIEPDON_TESTS_PEOPLE_H
#include "core/intake.h"

/* Person `number`: a match with every field from the register, but a facility
 * corrected from 79014 to 79025. */
struct intake people_intake(int number);
/* The same person's card as scanned, with its ten-digit number alone. */
struct card people_card(int number);

#endif
