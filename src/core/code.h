/* code: a small QR code as its modules, without the white margin. */
#ifndef TIEPDON_CODE_H
#define TIEPDON_CODE_H
#include <stdint.h>

enum {
    CODE_SIDE = 29, /* version 3 */
    CODE_QUIET = 4, /* white modules around it, ISO/IEC 18004 */
};

struct code {
    int side;                 /* modules, 0: none could be made */
    uint32_t rows[CODE_SIDE]; /* bit x set: the module x places from the left is dark */
};

#endif
