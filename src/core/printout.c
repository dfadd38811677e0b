/* printout: plain text here, receipts by escpos. */
#include "core/printout.h"
#include "core/wrap.h"
#include <string.h>

struct bytes {
    char *at;
    size_t cap, len;
};

static bool put(struct bytes *out, const char *text)
{
    size_t len = strlen(text);
    if (len > out->cap - out->len) {
        return false;
    }
    memcpy(out->at + out->len, text, len);
    out->len += len;
    return true;
}

static bool dark(const struct code *code, int y, int x)
{
    return y >= 0 && y < code->side && x >= 0 && x < code->side && code->rows[y] >> x & 1;
}

/* The white of the paper is the code's margin, ink its dark modules. */
static bool put_code(struct bytes *out, const struct code *code)
{
    static const char *const BLOCKS[] = {" ", "▀", "▄", "█"};
    bool good = put(out, "\n");
    for (int y = 0; good && y < code->side; y += 2) {
        for (int x = -CODE_QUIET; good && x < code->side; x++) {
            good = put(out, BLOCKS[dark(code, y, x) + 2 * dark(code, y + 1, x)]);
        }
        good = good && put(out, "\n");
    }
    return good;
}

static enum fault make_plain(const struct printout *printout, const char *text, const struct code *code,
                             char *out, size_t cap, size_t *ret_len)
{
    struct bytes bytes = {.at = out, .cap = cap};
    struct wrap wrap = {.rest = text, .columns = printout->how.columns};
    char row[WRAP_ROW], letters[WRAP_ROW];
    bool good = true;
    while (good && wrap_next(&wrap, row)) {
        escpos_letters(printout->how.letters, row, letters, sizeof letters);
        good = put(&bytes, letters) && put(&bytes, "\n");
    }
    if (good && code && printout->how.letters == LETTERS_UTF8) {
        good = put_code(&bytes, code);
    }
    if (!good) {
        return FAULT_TOO_LONG;
    }
    *ret_len = bytes.len;
    return FAULT_NONE;
}

enum fault printout_make(const struct printout *printout, const char *text, const char *address,
                         const struct code *code, char *out, size_t cap, size_t *ret_len)
{
    bool drawn = *address && code->side > 0;
    return printout->escpos ? escpos_make(&printout->how, text, address, out, cap, ret_len)
                            : make_plain(printout, text, drawn ? code : NULL, out, cap, ret_len);
}
