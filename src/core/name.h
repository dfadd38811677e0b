/* name: two spellings of a person's name, compared in levels; the lower the level, the less it matters.
 *
 * A name that lost its marks or letters can be recognised; two names that carry different marks (Hòa, Hóa) are two
 * names. Compared syllable by syllable as letters plus tone, because NFC does not join hòa and hoà. */
#ifndef TIEPDON_NAME_H
#define TIEPDON_NAME_H

enum name_level {
    NAME_SAME,       /* but for case and spaces */
    NAME_LOOKALIKE,  /* tone on another vowel of the syllable (hoà, hòa), Đ as U+00D0 or U+0189: silent */
    NAME_SPELLING,   /* i for y (Lý, Lí), hyphen or apostrophe for space, minority letters: a note */
    NAME_DIACRITICS, /* one side lost marks the other has; every lost mark is on the same side: light warning */
    NAME_INCOMPLETE, /* `card` lacks letters, each of them one that a US keyboard cannot type: light warning */
    NAME_PARTIAL,    /* the first letters of all words agree, or one word is missing (061): another name for now */
    NAME_DIFFERENT,
};

/* Both are clean text (text_clean), neither empty. Order matters only for NAME_INCOMPLETE. */
enum name_level name_compare(const char *card, const char *system);

#endif
