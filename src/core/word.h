/* word: what the portal's word on a card means for its judgement, beside the rows it brought (answer_hear).
 *
 *     a trouble, 054, 055, unknown   the register's word stays, and a finding names it
 *     050                            there is no such member; a citizen ID is only not joined to the register's row
 *     051 052 053                    the register's word stays; without one the card is unchecked
 *     060 061 070                    the field is wrong: different, and without a system's value unless one came
 *
 * The portal's silence never makes a verdict worse than it is without a portal. */
#ifndef TIEPDON_WORD_H
#define TIEPDON_WORD_H
#include "core/assess.h"

/* It answered that there is no such number, and the question was asked by a citizen ID. */
bool word_absent(const struct answer *answer);
bool word_by_cccd(const struct answer *answer);
/* It answered about the number, with or without a row: then the register's silence is no absence. */
bool word_knows(const struct answer *answer);

/* The field that the portal calls wrong without saying what is right: FIELD_NAME, FIELD_BIRTH_DATE or FIELD_COUNT.
 * `member` is the row compared with, -1 for none. */
enum field word_doubts(const struct answer *answer, int member);
/* Makes its row different; without a member the card's other facts become rows that the system is silent about. The
 * system's value is emptied where it is the one that the portal refused. */
void word_doubt(const struct card *card, const struct answer *answer, enum field field,
                struct judgement *ret);

/* The finding of the portal's word by itself, FINDING_COUNT for none. */
enum finding word_finding(const struct answer *answer, int member);

/* Fields of a member's row that may correct this card: what the portal said, and what the register knew on a day not
 * before the card. Bits 1 << enum field. */
unsigned word_corrects(const struct card *card, const struct member *member);
/* A difference in another field would else be corrected. */
bool word_held_back(const struct judgement *judgement, unsigned corrects);
/* Fills source and register_day; `fresh`: the values are the new card's, which came from the portal as a whole. */
void word_sources(const struct member *member, bool fresh, struct judgement *ret);

#endif
