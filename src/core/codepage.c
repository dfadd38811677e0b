/* codepage: two tables and the syllables between. */
#include "core/codepage.h"
#include "core/syllable.h"
#include "core/text.h"
#include "core/token.h"
#include <string.h>

enum { LETTERS_FROM = 0xC0 };

int32_t codepage_rune(enum way way, unsigned byte)
{
    static const struct {
        unsigned char byte;
        int32_t rune;
    } VIETNAMESE[] = {
        {0xC3, 0x102}, {0xCC, 0x300}, {0xD0, 0x110}, {0xD2, 0x309},  {0xD5, 0x1A0},
        {0xDD, 0x1AF}, {0xDE, 0x303}, {0xE3, 0x103}, {0xEC, 0x301},  {0xF0, 0x111},
        {0xF2, 0x323}, {0xF5, 0x1A1}, {0xFD, 0x1B0}, {0xFE, 0x20AB},
    };
    int32_t rune = byte < LETTERS_FROM ? -1 : (int32_t)byte;
    for (size_t i = 0; way == WAY_CP1258 && i < sizeof VIETNAMESE / sizeof *VIETNAMESE; i++) {
        if (VIETNAMESE[i].byte == byte) {
            rune = VIETNAMESE[i].rune;
        }
    }
    return rune >= 0 && token_allowed(rune) ? rune : -1;
}

/* Of a word, read one way. */
static int32_t rune_of(uint32_t token, enum way way)
{
    int32_t value = (int32_t)(token & TOKEN_VALUE);
    return token_is_value(token) ? codepage_rune(way, (unsigned)value) : value;
}

static bool in_word(uint32_t token)
{
    uint32_t value = token & TOKEN_VALUE, lower = value | 0x20;
    return value >= 0x80 || (lower >= 'a' && lower <= 'z');
}

static bool is_syllable(const uint32_t *word, size_t count, enum way way)
{
    enum { LETTERS = 3 * SYLLABLE_MAX };
    char written[4 * LETTERS], clean[4 * LETTERS + 1];
    struct syllable syllable;
    size_t len = 0;
    for (size_t i = 0; i < count && i < LETTERS; i++) {
        int32_t rune = rune_of(word[i], way);
        if (rune < 0) {
            return false;
        }
        len += text_put(written + len, rune);
    }
    return count <= LETTERS && text_clean(clean, sizeof clean, written, len) == FAULT_NONE &&
           syllable_read(&syllable, clean, strlen(clean));
}

struct votes {
    bool differ, unread;
    bool western, vietnamese;
};

static void judge_word(struct votes *votes, const uint32_t *word, size_t count)
{
    bool differs = false;
    for (size_t i = 0; i < count; i++) {
        differs |= rune_of(word[i], WAY_CP1252) != rune_of(word[i], WAY_CP1258);
        votes->unread |= rune_of(word[i], WAY_CP1252) < 0;
    }
    bool western = differs && is_syllable(word, count, WAY_CP1252);
    bool vietnamese = differs && is_syllable(word, count, WAY_CP1258);
    votes->differ |= differs;
    votes->western |= western && !vietnamese;
    votes->vietnamese |= vietnamese && !western;
}

enum way codepage_tell(const uint32_t *tokens, size_t count)
{
    struct votes votes = {0};
    for (size_t at = 0, end; at < count; at = end + 1) {
        for (end = at; end < count && in_word(tokens[end]); end++) {
        }
        judge_word(&votes, tokens + at, end - at);
    }
    if (!votes.differ || votes.unread) {
        return WAY_CP1252;
    }
    return votes.western == votes.vietnamese ? WAY_AUTO : votes.western ? WAY_CP1252 : WAY_CP1258;
}
