/* language: the two languages of every sentence a person reads; Vietnamese is the default. */
#ifndef TIEPDON_LANGUAGE_H
#define TIEPDON_LANGUAGE_H
enum language { LANGUAGE_VI, LANGUAGE_EN, LANGUAGE_COUNT };
#endif
