/* Any bytes as a picture: no crash, no leak, no payload longer than a QR code holds. */
#include "adapter/picture.h"
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct symbols symbols;
    if (picture_read_bytes(data, size, &symbols) != FAULT_NONE) {
        return 0;
    }
    if (symbols.count < 1 || symbols.count > PICTURE_SYMBOLS) {
        abort();
    }
    for (int i = 0; i < symbols.count; i++) {
        if (symbols.scan[i].len == 0 || symbols.scan[i].len > PAYLOAD_MAX) {
            abort();
        }
    }
    return 0;
}
