/* mend: the names of the repairs. */
#include "core/mend.h"
#include <assert.h>

const char *mend_code(int bit)
{
    static const char *const codes[MEND_BITS] = {"separator", "layout", "case", "ime", "alt"};
    assert(bit >= 0 && bit < MEND_BITS);
    return codes[bit];
}
