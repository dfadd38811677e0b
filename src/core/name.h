/* name: two spellings of a person's name, compared in levels; the lower the level, the less it matters.
 *
 * A name that lost its marks or letters can be recognised; two names that carry different marks (Hòa, Hóa)
 * are two names. Compared as letters plus the tone of the syllable: NFC does not join hòa and hoà. */
#ifndef TIEPDON_NAME_H
#define TIEPDON_NAME_H

enum name_level {
    NAME_SAME,       /* but for case and spaces */
    NAME_LOOKALIKE,  /* tone on another vowel of the syllable (hoà, hòa), Đ as U+00D0 or U+0189: silent */
    NAME_SPELLING,   /* i for y (Lý, Lí), hyphen or apostrophe for space, minority letters: a note */
    NAME_DIACRITICS, /* one side lost marks that the other has: light warning */
    NAME_INCOMPLETE, /* `card` lacks letters, each one that a US keyboard cannot type: light warning */
    NAME_PARTIAL,    /* the first letters of all words agree, or one word is missing (061): another name */
    NAME_DIFFERENT,
};

/* Both are clean text (text_clean) of less than NAME_SIZE bytes, neither empty: longer ones are same or
 * different. Order matters only for NAME_INCOMPLETE. */
enum name_level name_compare(const char *card, const char *system);

#endif
