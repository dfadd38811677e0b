/* mend: what the repairs share. */
#include "core/mend.h"
#include <assert.h>
#include <string.h>

bool mend_put(struct mended *text, const char *bytes, size_t len)
{
    if (text->len + len > MEND_MAX) {
        return false;
    }
    memcpy(text->bytes + text->len, bytes, len);
    text->len += len;
    return true;
}

const char *mend_code(int bit)
{
    static const char *const codes[MEND_BITS] = {"separator", "layout", "case", "ime", "alt"};
    assert(bit >= 0 && bit < MEND_BITS);
    return codes[bit];
}
