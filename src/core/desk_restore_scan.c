/* desk_restore_scan: a scan of a draft read back: its road, its repairs, its bytes. */
#include "core/desk_draft.h"
#include "core/mend.h"
#include "core/text.h"
#include <string.h>

int draft_index(const char *const *names, int count, const char *text, size_t len)
{
    for (int i = 0; i < count; i++) {
        if (names[i] && strlen(names[i]) == len && strncmp(names[i], text, len) == 0) {
            return i;
        }
    }
    return -1;
}

static int mend_of(const char *name, size_t len)
{
    int bit = 0;
    while (bit < MEND_BITS && (strlen(mend_code(bit)) != len || strncmp(mend_code(bit), name, len) != 0)) {
        bit++;
    }
    return bit;
}

/* "scanner+alt+case" in front of a colon: where a scan came from, and what was repaired. */
static const char *read_road(const char *value, struct scan *scan)
{
    size_t len = strcspn(value, "+:");
    int origin = draft_index(draft_origins, 4, value, len);
    bool known = origin >= 0;
    for (value += len; known && *value == '+'; value += len) {
        len = strcspn(++value, "+:");
        int bit = mend_of(value, len);
        known = bit < MEND_BITS;
        scan->mended |= 1u << bit;
    }
    scan->origin = (enum origin)origin;
    return known && *value == ':' ? value + 1 : NULL;
}

bool draft_read_scan(const char *value, struct scan *scan, struct card *card)
{
    *scan = (struct scan){.len = 0};
    const char *hex = read_road(value, scan);
    size_t digits = hex ? strlen(hex) : 1;
    if (digits % 2 || digits / 2 > PAYLOAD_MAX) {
        return false;
    }
    scan->len = digits / 2;
    for (size_t i = 0; i < digits; i += 2) {
        int high = text_hex_digit((unsigned char)hex[i]), low = text_hex_digit((unsigned char)hex[i + 1]);
        if (high < 0 || low < 0) {
            return false;
        }
        scan->bytes[i / 2] = (char)(high << 4 | low);
    }
    return card_read_scan(scan, card) == FAULT_NONE;
}
