/* Whatever a code holds, a relay's paste has its two marks and nothing between them that a terminal heeds; what it
 * says of a fault is read again; and no bytes, however split, make the tracker of a stream lose its place. */
#include "core/relay.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void paste_is_sealed(const uint8_t *data, size_t size)
{
    static char paste[RELAY_PASTE_SIZE];
    struct scan scan = {.len = size < PAYLOAD_MAX ? size : PAYLOAD_MAX};
    size_t len = 0;
    memcpy(scan.bytes, data, scan.len);
    if (relay_paste(&scan, paste, &len) != FAULT_NONE) {
        return;
    }
    assert(len > 12 && len <= RELAY_PASTE_SIZE);
    assert(!memcmp(paste, "\033[200~", 6) && !memcmp(paste + len - 6, "\033[201~", 6));
    for (size_t i = 6; i < len - 6; i++) {
        unsigned char byte = (unsigned char)paste[i];
        assert(byte >= ' ' && byte != 0x7f);
        assert(byte != 0xc2 || (unsigned char)paste[i + 1] >= 0xa0);
    }
    assert(relay_told(paste + 6, len - 12) < FAULT_COUNT);
}

static void place_is_kept(const uint8_t *data, size_t size)
{
    static const char END[] = "\030\033[201~\033\\.\033[?2004h";
    struct sequence whole = {0}, parted = {0};
    const char *bytes = (const char *)data;
    sequence_read(&whole, bytes, size);
    for (size_t i = 0; i < size; i++) {
        sequence_read(&parted, bytes + i, 1);
    }
    assert(!memcmp(&whole, &parted, sizeof whole));
    sequence_read(&whole, END, sizeof END - 1);
    assert(sequence_between(&whole) && whole.takes_paste);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    paste_is_sealed(data, size);
    place_is_kept(data, size);
    return 0;
}
