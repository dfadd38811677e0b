/* desk_text: the sentences of desk_text.h. */
#include "core/desk_text.h"
#include <assert.h>

const char *said_text(enum said said, enum language language)
{
    static const char *const texts[SAID_COUNT][LANGUAGE_COUNT] = {
#define X(code, vi, en) {vi, en},
        SAID_LIST(X)
#undef X
    };
    assert(said < SAID_COUNT && language < LANGUAGE_COUNT);
    return texts[said][language];
}
