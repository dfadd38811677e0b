/* mend_word: what a repaired text may hold: Vietnamese letters in Vietnamese syllables. */
#ifndef TIEPDON_MEND_WORD_H
#define TIEPDON_MEND_WORD_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A composed letter beyond ASCII that Vietnamese writes. */
bool mend_is_letter(int32_t rune);

/* The word is a syllable with a vowel, or (not `whole`) the beginning of one; written small, in capitals, or
 * with a capital at its head. */
bool mend_is_word(const char *word, size_t len, bool whole);

/* The end of a name or an address whose beginning was looked at, a character a time: its last character, which may be
 * unfinished, can stand there, and (`whole`) nothing more need come. The words of a name are Vietnamese; an address also
 * holds numbers, short marks in capitals (TP, 12B) and signs. */
bool mend_goes_on(const char *text, size_t len, bool name, bool whole);

#endif
