/* letter: written words as letters with their marks, the ground on which names and addresses are compared.
 *
 * A letter is its base in lower case plus a set of marks, so that a lost mark is a smaller set.
 * The marks of tone sit on a letter too, but belong to the syllable: letters_settle moves them
 * where every spelling has them. */
#ifndef TIEPDON_LETTER_H
#define TIEPDON_LETTER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum mark {
    MARK_CIRCUMFLEX = 1 << 0,
    MARK_BREVE = 1 << 1,
    MARK_HORN = 1 << 2,
    MARK_STROKE = 1 << 3, /* đ, and ƀ of the Central Highlands */
    MARK_ACUTE = 1 << 4,
    MARK_GRAVE = 1 << 5,
    MARK_HOOK = 1 << 6,
    MARK_TILDE = 1 << 7,
    MARK_DOT = 1 << 8,
    MARK_OTHER = 1 << 9,      /* caron and all else: no Vietnamese mark */
    MARK_LOOKALIKE = 1 << 10, /* ð or ɖ stood for đ; set together with MARK_STROKE */
};

struct letter {
    int32_t base; /* lower case, without marks; digits are letters too */
    uint16_t marks;
    char gap; /* before it: 0 nothing, ' ', or a sign: ' - . , and so on, ? beyond ASCII */
};

/* Reads at most `max` letters of clean text and returns how many; a text of n bytes has at most n. Signs and
 * spaces become the gap of the next letter; of several, a sign outranks a space and the last sign counts. The
 * first letter has the gap ' ' at least. */
size_t letters_read(struct letter *out, size_t max, const char *text);

/* Where in the text the letter `n` of letters_read begins, in bytes; the length when there are not so
 * many. */
size_t letters_place(const char *text, size_t n);

/* Moves the tone of each group of vowels to its first one: hoà and hòa become alike. Drops MARK_LOOKALIKE. */
void letters_settle(struct letter *letters, size_t count);

/* To be called on settled letters: drops the marks Vietnamese does not have (Ê̆ to Ê, Č to C, Ƀ to B, Ñ to N)
 * and writes i for a y that is the whole vowel of its syllable and ends it (Lý, Y, but not Thuý, Ây), and for
 * one behind qu (Quý, Quỳnh), whose u is part of the consonant, or before ê at the head of a word (Yến). */
void letters_simplify(struct letter *letters, size_t count);

/* A number that letters have in common whose marks are the same in the same places. */
uint32_t letters_marks(const struct letter *letters, size_t count);

/* Base and marks, not the gap. */
bool letter_equal(const struct letter *a, const struct letter *b);

/* The texts are equal but for case, the number of spaces, and spaces beside a sign. */
bool letters_same_text(const char *a, const char *b);

#endif
