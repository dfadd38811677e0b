/* Legacy: `encoding | bytes | text`: what text_clean makes of the bytes that the encoding reads. */
#include "adapter/encoding.h"
#include "cases.h"
#include "core/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES_MAX = 512, TEXT_MAX = 4 * BYTES_MAX };

/* Characters of the case up to U+00FF, or \xHH, as bytes; false for others. */
static bool to_bytes(const char *shown, char out[BYTES_MAX], size_t *ret_len)
{
    size_t len = 0;
    while (*shown && len < BYTES_MAX) {
        int32_t rune;
        if (strncmp(shown, "\\x", 2) == 0) {
            rune = text_hex_digit((unsigned char)shown[2]) << 4 | text_hex_digit((unsigned char)shown[3]);
            shown += 4;
        } else {
            shown += text_next(shown, 4, &rune);
        }
        if (rune < 0 || rune > 0xFF) {
            return false;
        }
        out[len++] = (char)rune;
    }
    *ret_len = len;
    return !*shown;
}

/* "-" when the bytes do not fit. */
static void read_text(enum encoding encoding, const char *bytes, size_t len, char out[TEXT_MAX])
{
    struct codes codes;
    char text[TEXT_MAX];
    size_t size = 0;
    if (encoding_codes(encoding, &codes) != FAULT_NONE) {
        abort();
    }
    for (size_t at = 0; at < len;) {
        int32_t runes[LEGACY_LETTER_MAX];
        int count;
        at += legacy_next(encoding, &codes, bytes + at, len - at, false, runes, &count);
        for (int i = 0; i < count; i++) {
            size += text_put(text + size, runes[i]);
        }
        if (count == 0) {
            strcpy(out, "-");
            return;
        }
    }
    if (encoding == ENCODING_TCVN3) {
        legacy_capitals(text, size);
    }
    if (text_clean(out, TEXT_MAX, text, size) != FAULT_NONE) {
        strcpy(out, "not UTF-8");
    }
}

bool cases_legacy(char *line, char said[CASES_SAID])
{
    char *field[3], bytes[BYTES_MAX], text[TEXT_MAX];
    size_t len;
    if (!cases_split(line, field, 3) || encoding_named(field[0]) == ENCODING_COUNT ||
        !to_bytes(field[1], bytes, &len)) {
        snprintf(said, CASES_SAID, "want encoding | bytes up to U+00FF or \\xHH | text");
        return false;
    }
    read_text(encoding_named(field[0]), bytes, len, text);
    snprintf(said, CASES_SAID, "want %.400s, got %.500s", field[2], text);
    return strcmp(field[2], text) == 0;
}
