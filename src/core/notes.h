/* notes: what is told of how a card was read. */
#ifndef TIEPDON_NOTES_H
#define TIEPDON_NOTES_H
#include "core/card.h"
#include "core/finding.h"

void notes_find(const struct card *card, struct findings *ret);

#endif
