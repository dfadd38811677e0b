/* mend_word: syllables and their letters. */
#include "core/mend_word.h"
#include "core/syllable.h"
#include "core/text.h"
#include <string.h>

bool mend_is_letter(int32_t rune)
{
    static const char32_t OTHERS[] = U"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư";
    if (rune >= 0x1EA0 && rune <= 0x1EF9) {
        return true;
    }
    const char32_t *other = OTHERS;
    while (*other && *other != (char32_t)rune) {
        other++;
    }
    return rune > 0 && *other != 0;
}

bool mend_is_word(const char *word, size_t len, bool whole)
{
    struct syllable syllable;
    if (!syllable_read(&syllable, word, len) || (whole && syllable.vowel_count == 0)) {
        return false;
    }
    for (size_t i = 2; i < syllable.count; i++) {
        if (syllable.upper[i] != syllable.upper[1]) {
            return false;
        }
    }
    return syllable.count < 2 || syllable.upper[0] || !syllable.upper[1];
}

/* "TP", "KCN"; "12B", "A1", "K225"; "5": what stands in an address beside syllables. */
static bool is_mark(const char *word, size_t len)
{
    size_t letters = 0, digits = 0;
    for (size_t i = 0; i < len; i++) {
        bool digit = word[i] >= '0' && word[i] <= '9';
        if (!digit && !(word[i] >= 'A' && word[i] <= 'Z')) {
            return false;
        }
        digits += digit;
        letters += !digit;
    }
    return digits == 0 ? letters <= 4 : letters <= 2 && digits <= 6;
}

static bool is_part(const char *word, size_t len, bool name, bool whole)
{
    return mend_is_word(word, len, whole) || (!name && is_mark(word, len));
}

/* So many bytes at the end begin a letter that is not whole yet. */
static size_t unfinished(const char *text, size_t len)
{
    const unsigned char *s = (const unsigned char *)text;
    if (len >= 1 && s[len - 1] >= 0xC0) {
        return 1;
    }
    return len >= 2 && s[len - 2] == 0xE1 && (s[len - 1] == 0xBA || s[len - 1] == 0xBB) ? 2 : 0;
}

static bool is_ascii_letter(int32_t rune)
{
    return (rune >= 'A' && rune <= 'Z') || (rune >= 'a' && rune <= 'z');
}

/* Where the last character of text[0..len) begins; len is not 0. */
static size_t last_character(const char *text, size_t len)
{
    size_t at = len - 1;
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80) {
        at--;
    }
    return at;
}

static bool is_sign(char c, bool name)
{
    return c != '\0' && strchr(name ? " '-" : " ,./-()'#:;&+", c);
}

bool mend_goes_on(const char *text, size_t len, bool name, bool whole)
{
    size_t open = unfinished(text, len), end = len - open;
    unsigned char lead = open ? (unsigned char)text[end] : 0xE1;
    if ((whole && open) || (open == 1 && lead != 0xE1 && !(lead >= 0xC3 && lead <= 0xC6))) {
        return false;
    }
    if (open || end == 0) {
        return true;
    }
    size_t at = last_character(text, end);
    int32_t rune;
    bool sign = is_sign(text[at], name);
    text_next(text + at, end - at, &rune);
    if (!sign && !mend_is_letter(rune) && !is_ascii_letter(rune) && (name || rune < '0' || rune > '9')) {
        return false;
    }
    end = sign ? at : end;
    size_t word = end;
    while (word > 0 && !is_sign(text[word - 1], name)) {
        word--;
    }
    if (sign && word == end) { /* two signs: a space behind another sign, in an address */
        return !whole && !name && rune == ' ' && end > 0 && text[end - 1] != ' ';
    }
    return is_part(text + word, end - word, name, whole || sign) && !(whole && sign && rune == ' ');
}
