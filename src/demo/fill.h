/* fill: what a demonstration data directory holds, from the files in data/demo. */
#ifndef TIEPDON_FILL_H
#define TIEPDON_FILL_H
#include "core/fault.h"

/* Fills the empty directory:
 *
 *     tiepdon.ini       the configuration; [demo] marks the directory and holds its day still
 *     facilities.csv    places, invented
 *     members-old.csv   data of 2026-01-15
 *     members.csv       data of 2026-11-20, complete: the hand-made persons, then a few thousand by dice
 *     register.db, ...  the three files, imported
 *     cards/NN-ID.png   the QR code of each demonstration card
 *     cards.txt         their list, a line each: NN, file, verdict, title in Vietnamese, title in English,
 *                       tabs between
 *
 * On a fault the directory holds a part of it. */
NEEDED enum fault fill(const char *dir);

#endif
