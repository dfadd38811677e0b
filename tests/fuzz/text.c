/* What must hold of text.h for every sequence of bytes. */
#include "core/text.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { INPUT_MAX = 4096 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void reader_advances(const char *s, size_t len)
{
    bool valid = true;
    size_t at = 0;
    while (at < len) {
        int32_t rune;
        char again[4];
        size_t took = text_next(s + at, len - at, &rune);
        assert(took >= 1 && took <= len - at);
        valid = valid && rune >= 0;
        assert(rune >= 0 ? text_put(again, rune) == took && memcmp(again, s + at, took) == 0 : took == 1);
        at += took;
    }
    assert(text_valid(s, len) == valid);
}

static void is_clean(const char *s)
{
    size_t len = strlen(s);
    int32_t rune, before = ' ';
    for (size_t at = 0; at < len;) {
        at += text_next(s + at, len - at, &rune);
        assert(rune >= 0 && !(rune == ' ' && before == ' '));
        utf8proc_category_t category = utf8proc_category(rune);
        assert(category != UTF8PROC_CATEGORY_CC && category != UTF8PROC_CATEGORY_CF);
        assert(category < UTF8PROC_CATEGORY_ZS || category > UTF8PROC_CATEGORY_ZP || rune == ' ');
        before = rune;
    }
    assert(len == 0 || before != ' ');
    utf8proc_uint8_t *nfc = utf8proc_NFC((const utf8proc_uint8_t *)s);
    assert(nfc && strcmp((char *)nfc, s) == 0);
    free(nfc);
}

static void cleaning_holds(const char *s, size_t len)
{
    static char once[INPUT_MAX * 4], twice[INPUT_MAX * 4];
    enum fault fault = text_clean(once, sizeof once, s, len);
    assert((fault == FAULT_TEXT_INVALID) == !text_valid(s, len));
    if (fault != FAULT_NONE) {
        assert(*once == '\0');
        return;
    }
    is_clean(once);
    size_t exact = strlen(once) + 1;
    assert(text_clean(twice, exact, once, exact - 1) == FAULT_NONE && strcmp(once, twice) == 0);
    assert(text_clean(twice, exact - 1, s, len) == FAULT_TOO_LONG && (exact == 1 || *twice == '\0'));
}

static void folding_holds(const char *s)
{
    static char once[INPUT_MAX * 2], twice[INPUT_MAX * 2], clean[INPUT_MAX * 4];
    assert(text_fold(once, sizeof once, s) == FAULT_NONE);
    assert(text_valid(once, strlen(once)));
    assert(text_fold(twice, sizeof twice, once) == FAULT_NONE && strcmp(once, twice) == 0);
    if (text_clean(clean, sizeof clean, s, strlen(s)) == FAULT_NONE) {
        assert(text_fold(once, strlen(clean) + 1, clean) == FAULT_NONE);
    }
}

static void clipping_holds(const char *s)
{
    char out[64];
    for (int columns = 0; columns < 20; columns++) {
        for (size_t cap = 1; cap <= sizeof out; cap += 7) {
            text_clip(out, cap, s, columns);
            assert(strlen(out) < cap && text_columns(out) <= columns);
            size_t same = strlen(out);
            bool whole = strcmp(out, s) == 0;
            assert(whole || same == 0 || (same >= 3 && strcmp(out + same - 3, "…") == 0));
            assert(whole || strncmp(out, s, same < 3 ? 0 : same - 3) == 0);
        }
    }
}

/* The way back stops where the way there stopped. */
static void steps_agree(const char *s)
{
    static size_t stops[INPUT_MAX + 1];
    size_t count = 0, at = 0;
    while (s[at]) {
        stops[count++] = at;
        size_t next = text_after(s, at);
        assert(next > at);
        at = next;
    }
    assert(text_after(s, at) == at && text_before(s, 0) == 0);
    while (count > 0) {
        at = text_before(s, at);
        assert(at == stops[--count]);
    }
    assert(at == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char copy[INPUT_MAX + 1];
    size = size < INPUT_MAX ? size : INPUT_MAX;
    memcpy(copy, data, size);
    copy[size] = '\0';
    reader_advances(copy, size);
    cleaning_holds(copy, size);
    folding_holds(copy);
    clipping_holds(copy);
    steps_agree(copy);
    return 0;
}
