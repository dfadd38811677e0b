/* legacy: Vietnamese text of before Unicode, read letter by letter.
 *
 * TCVN3, also called ABC (TCVN 5712:1993 as the .VnTime fonts have it): one byte a letter from 0xA1 on. It
 * has no capitals with a tone: text in capitals is written in small letters and shown by a font of capitals
 * (.VnTimeH). VNI (VNI Windows): a vowel, then one byte for all of its marks (a, 0xE1: ấ); bytes of their own
 * for đ ơ ư, i and ỵ. CP1258 (Windows): vowels with hat, breve or horn, then a byte for the tone. UTF-16 with
 * its byte order mark: what Excel saves as "Unicode text".
 *
 * Letters come out composed (NFC), whatever they are made of. */
#ifndef TIEPDON_LEGACY_H
#define TIEPDON_LEGACY_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* X(CODE, name): the name --encoding takes. */
#define ENCODING_LIST(X)                                                                                     \
    X(UTF8, "utf-8")                                                                                         \
    X(TCVN3, "tcvn3")                                                                                        \
    X(VNI, "vni")                                                                                            \
    X(CP1258, "cp1258")                                                                                      \
    X(UTF16LE, "utf-16")                                                                                     \
    X(UTF16BE, "utf-16be")

enum encoding {
#define X(code, name) ENCODING_##code,
    ENCODING_LIST(X)
#undef X
        ENCODING_COUNT
};

const char *encoding_name(enum encoding encoding);
/* In any case, with or without the hyphen; ENCODING_COUNT for another name. */
enum encoding encoding_named(const char *name);

/* The code points of the bytes 0x80 to 0xFF where a byte is a letter or a mark of one; 0: no such byte. The
 * tables of TCVN3 and CP1258 are the C library's (adapter/encoding.h), so they are given. */
struct codes {
    int32_t rune[128];
};

enum { LEGACY_LETTER_MAX = 8 };

/* Reads one letter with its marks, or another character, at s[0..len) and returns how many bytes it took: 0
 * when `more` bytes may follow those and are needed. *ret_count code points are in ret; 0 for a byte that the
 * encoding does not have or not in this place (a mark behind a consonant); then exactly one byte was taken.
 * `codes` may be NULL for the encodings that need none; not for UTF-8. */
size_t legacy_next(enum encoding encoding, const struct codes *codes, const char *s, size_t len, bool more,
                   int32_t ret[LEGACY_LETTER_MAX], int *ret_count);

/* Which encoding a sample of text is in, said by its words that are not plain ASCII: those that are
 * Vietnamese syllables in an encoding, or valid UTF-8, speak for it. `named` unless another has a quarter
 * more, and at least half of all. `codes` by encoding; only those of TCVN3 and CP1258 are looked at. */
enum encoding legacy_tell(const struct codes codes[ENCODING_COUNT], const char *sample, size_t len,
                          enum encoding named);

/* Gives TCVN3 text its capitals back, in place: only letters with marks are ever stored in the wrong case, so
 * the others tell. `text` is clean UTF-8 of one field; capital and small letters take the same bytes.
 *
 * - A word whose other letters are all capitals is one of capitals: NGUYễN, ặNG, HOà -> NGUYỄN, ẶNG, HOÀ.
 * - A word that leaves it open (one capital at its head, or marked letters alone) goes with its neighbours,
 *   as far as no sign but a space lies between: Lê THị HOà, NGUYễN ý NHI -> LÊ THỊ HOÀ, NGUYỄN Ý NHI; without
 *   any it stays: Lê Hà.
 * - Where all other words begin with a capital, a marked letter at the head of a word is one:
 *   Nguyễn Thị ánh -> Ánh.
 * - All else stays: Nguyễn Thị Hoà, nguyễn thị ánh, xã ái Quốc. */
void legacy_capitals(char *text, size_t len);

#endif
