/* words: the list, looked up by number. */
#include "ui/words.h"
#include <assert.h>

const char *word_text(enum word word, enum language language)
{
    static const char *const texts[WORD_COUNT][LANGUAGE_COUNT] = {
#define X(code, vi, en) {vi, en},
        WORD_LIST(X)
#undef X
    };
    assert(word < WORD_COUNT && language < LANGUAGE_COUNT);
    return texts[word][language];
}
