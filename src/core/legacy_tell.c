/* legacy_tell: every encoding reads the same words, and the one that makes syllables of most is it. */
#include "core/legacy.h"
#include "core/syllable.h"
#include "core/text.h"
#include <string.h>

/* Bytes of a word that is looked at, and what it may become; no Vietnamese syllable is longer. */
enum { WORD_MAX = 16, READ_MAX = 4 * LEGACY_LETTER_MAX * WORD_MAX };

static bool in_word(char c)
{
    unsigned lower = (unsigned char)c | 0x20;
    return (unsigned char)c >= 0x80 || (lower >= 'a' && lower <= 'z');
}

static bool is_syllable(enum encoding encoding, const struct codes *codes, const char *word, size_t len)
{
    char read[READ_MAX], clean[READ_MAX];
    size_t size = 0;
    for (size_t at = 0; at < len;) {
        int32_t runes[LEGACY_LETTER_MAX];
        int count;
        at += legacy_next(encoding, codes, word + at, len - at, false, runes, &count);
        for (int i = 0; i < count; i++) {
            size += text_put(read + size, runes[i]);
        }
        if (count == 0) {
            return false;
        }
    }
    struct syllable syllable;
    return text_clean(clean, sizeof clean, read, size) == FAULT_NONE &&
           syllable_read(&syllable, clean, strlen(clean)) && syllable.vowel_count > 0 &&
           syllable_takes(&syllable, syllable.tone);
}

static bool plain(const char *word, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if ((unsigned char)word[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

enum encoding legacy_tell(const struct codes codes[ENCODING_COUNT], const char *sample, size_t len,
                          enum encoding named)
{
    static const enum encoding READ[] = {ENCODING_TCVN3, ENCODING_VNI, ENCODING_CP1258};
    size_t votes[ENCODING_COUNT] = {0}, words = 0;
    for (size_t at = 0, end; at < len; at = end + 1) {
        for (end = at; end < len && in_word(sample[end]); end++) {
        }
        const char *word = sample + at;
        if (plain(word, end - at) || end - at > WORD_MAX) {
            continue;
        }
        words++;
        votes[ENCODING_UTF8] += text_valid(word, end - at);
        for (size_t i = 0; i < sizeof READ / sizeof *READ; i++) {
            votes[READ[i]] += is_syllable(READ[i], &codes[READ[i]], word, end - at);
        }
    }
    enum encoding best = named;
    for (enum encoding encoding = 0; encoding < ENCODING_COUNT; encoding++) {
        best = votes[encoding] > votes[best] ? encoding : best;
    }
    bool clear = 4 * votes[best] > 5 * votes[named] && 2 * votes[best] >= words;
    return clear ? best : named;
}
