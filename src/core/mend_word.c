/* mend_word: syllables and their letters. */
#include "core/mend_word.h"
#include "core/syllable.h"
#include "core/text.h"

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
