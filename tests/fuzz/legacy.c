/* What must hold of the old encodings for every sequence of bytes: reading advances, gives UTF-8, and does
 * not depend on where the bytes were parted; giving capitals back changes nothing but case. */
#include "adapter/encoding.h"
#include "core/text.h"
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Reads all of it, the bytes known to it growing by `step`; stops where they do not fit. Returns the bytes of
 * text. */
static size_t read_all(enum encoding encoding, const char *bytes, size_t size, size_t step, char *out,
                       size_t *ret_at)
{
    static struct codes codes[ENCODING_COUNT];
    static bool known[ENCODING_COUNT];
    if (!known[encoding]) {
        known[encoding] = encoding_codes(encoding, &codes[encoding]) == FAULT_NONE;
        assert(known[encoding]);
    }
    size_t at = 0, len = 0, seen = step < size ? step : size;
    while (at < size) {
        int32_t runes[LEGACY_LETTER_MAX];
        int count;
        size_t took =
            legacy_next(encoding, &codes[encoding], bytes + at, seen - at, seen < size, runes, &count);
        assert(took <= seen - at && count >= 0 && count <= LEGACY_LETTER_MAX);
        if (took == 0) {
            assert(seen < size && count == 0);
            seen = seen + step < size ? seen + step : size;
            continue;
        }
        if (count == 0) {
            assert(took == 1);
            break;
        }
        at += took;
        for (int i = 0; i < count; i++) {
            len += text_put(out + len, runes[i]);
        }
    }
    *ret_at = at;
    return len;
}

static void check_capitals(const char *text, size_t len)
{
    char *raised = malloc(len + 1);
    assert(raised);
    memcpy(raised, text, len);
    raised[len] = '\0';
    legacy_capitals(raised, len);
    assert(text_valid(raised, len));
    for (size_t at = 0, took; at < len; at += took) {
        int32_t before, after;
        took = text_next(text + at, len - at, &before);
        assert(text_next(raised + at, len - at, &after) == took);
        assert(after == before || after == utf8proc_toupper(before));
    }
    free(raised);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum encoding READ[] = {ENCODING_TCVN3, ENCODING_VNI, ENCODING_CP1258, ENCODING_UTF16LE,
                                         ENCODING_UTF16BE};
    if (size < 2) {
        return 0;
    }
    enum encoding encoding = READ[data[0] % (sizeof READ / sizeof *READ)];
    const char *bytes = (const char *)data + 2;
    size_t at, again, cap = 4 * LEGACY_LETTER_MAX * (size + 1);
    char *whole = malloc(cap), *parted = malloc(cap);
    assert(whole && parted);
    size_t len = read_all(encoding, bytes, size - 2, size, whole, &at);
    size_t other = read_all(encoding, bytes, size - 2, 1 + data[1] % 7, parted, &again);
    assert(len == other && at == again && memcmp(whole, parted, len) == 0);
    assert(text_valid(whole, len));
    check_capitals(whole, len);
    free(whole);
    free(parted);
    return 0;
}
