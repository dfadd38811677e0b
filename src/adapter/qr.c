/* qr: libqrencode's bytes packed into bits. */
#include "adapter/qr.h"
#include <errno.h>
#include <qrencode.h>
#include <string.h>

enum { VERSION_MAX = 3, DARK = 1 };

enum fault qr_make(const char *text, struct code *ret)
{
    QRcode *made = QRcode_encodeData((int)strlen(text), (const unsigned char *)text, 0, QR_ECLEVEL_L);
    if (!made) {
        return errno == ERANGE ? FAULT_TOO_LONG : FAULT_MEMORY;
    }
    enum fault fault = made->version > VERSION_MAX ? FAULT_TOO_LONG : FAULT_NONE;
    struct code code = {.side = made->width};
    for (int i = 0; !fault && i < made->width * made->width; i++) {
        code.rows[i / made->width] |= (uint32_t)(made->data[i] & DARK) << i % made->width;
    }
    QRcode_free(made);
    if (!fault) {
        *ret = code;
    }
    return fault;
}
