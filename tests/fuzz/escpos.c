/* Whatever a text holds, a receipt is commands of ours and letters of the printer: no byte of the text drives the printer,
 * no row is wider than the paper, and plain letters are plain. */
#include "core/escpos.h"
#include "core/printout.h"
#include "core/text.h"
#include "core/wrap.h"
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { OUT = 64 * 1024 };

static void rows_fit(const char *text, int columns)
{
    struct wrap wrap = {.rest = text, .columns = columns};
    char row[WRAP_ROW];
    size_t rows = 0, most = strlen(text) + 1;
    while (wrap_next(&wrap, row)) {
        assert(text_columns(row) <= columns && !strchr(row, '\n'));
        assert(++rows <= most);
    }
}

/* Behind the head and before the knife there are rows alone. */
static void rows_hold_no_command(enum letters letters, const char *out, size_t len, size_t head)
{
    static const char KNIFE[] = "\x1DV\x42\x00";
    assert(len >= head + 4 && memcmp(out + len - 4, KNIFE, 4) == 0);
    for (size_t i = head; i < len - 4; i++) {
        unsigned char byte = (unsigned char)out[i];
        assert(byte >= ' ' || byte == '\n');
        assert(byte != 0x7F);
        assert(letters != LETTERS_PLAIN || byte < 0x80);
        assert(letters != LETTERS_CP1258 || byte < 0x80 || byte >= 0xC0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char text[4096], out[OUT];
    static const struct code NO_CODE = {.side = 0};
    size_t room = size < sizeof text - 1 ? size : sizeof text - 1, len = 0;
    memcpy(text, data, room);
    text[room] = '\0';
    for (int columns = WRAP_COLUMNS_LEAST; columns <= WRAP_COLUMNS_MOST; columns += 28) {
        rows_fit(text, columns);
        for (int letters = 0; letters < LETTERS_COUNT; letters++) {
            struct printout printout = {
                .escpos = true,
                .how = {.letters = (enum letters)letters, .columns = columns, .page = ESCPOS_PAGE}};
            size_t head = letters == LETTERS_UTF8 ? 2 : letters == LETTERS_CP1258 ? 7 : 4;
            enum fault fault = escpos_make(&printout.how, text, "", out, sizeof out, &len);
            assert(fault == FAULT_NONE);
            rows_hold_no_command((enum letters)letters, out, len, head);
            printout.escpos = false;
            fault = printout_make(&printout, text, "", &NO_CODE, out, sizeof out, &len);
            assert(fault == FAULT_NONE && len <= sizeof out);
            (void)fault, (void)head;
        }
    }
    return 0;
}
