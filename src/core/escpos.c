/* escpos: commands as their bytes; letters by the table of codepage.h, turned round. */
#include "core/escpos.h"
#include "core/codepage.h"
#include "core/text.h"
#include "core/wrap.h"
#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

#define ESC "\x1B"
#define GS "\x1D"
#define FS "\x1C"

enum { QR_DOTS = 6 }; /* of a module: 29 of them are 22 mm at 203 dpi */

struct bytes {
    char *at;
    size_t cap, len;
    bool full;
};

static void put(struct bytes *out, const char *bytes, size_t len)
{
    if (out->full || len > out->cap - out->len) {
        out->full = true;
        return;
    }
    memcpy(out->at + out->len, bytes, len);
    out->len += len;
}

static int byte_of(int32_t rune)
{
    for (unsigned byte = 0xC0; byte <= 0xFF; byte++) {
        if (codepage_rune(WAY_CP1258, byte) == rune) {
            return (int)byte;
        }
    }
    return rune < 0x80 ? (int)rune : -1;
}

static bool is_tone(int32_t rune)
{
    return rune == 0x300 || rune == 0x301 || rune == 0x303 || rune == 0x309 || rune == 0x323;
}

/* The letter without its tone, composed, and the tone, 0 for none. False for one with marks that no Vietnamese letter
 * has. */
static bool take_tone(int32_t rune, int32_t *ret_letter, int32_t *ret_tone)
{
    utf8proc_int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(rune, parts, 8, UTF8PROC_DECOMPOSE, &boundary), kept = 0;
    *ret_tone = 0;
    for (utf8proc_ssize_t i = 0; i < count && count <= 8; i++) {
        if (i > 0 && is_tone(parts[i])) {
            *ret_tone = parts[i];
        } else {
            parts[kept++] = parts[i];
        }
    }
    kept = kept > 0 ? utf8proc_normalize_utf32(parts, kept, UTF8PROC_COMPOSE) : 0;
    *ret_letter = kept == 1 ? parts[0] : -1;
    return kept == 1;
}

/* Signs that text has and printers may not; one for one, so that a row keeps its width. NUL for none. */
static char plain_sign(int32_t rune)
{
    static const struct {
        int32_t rune;
        char plain;
    } SIGNS[] = {{0x2014, '-'}, {0x2013, '-'},  {0x2026, '.'},  {0x2022, '*'}, {0xB7, '-'},   {0x201C, '"'},
                 {0x201D, '"'}, {0x2018, '\''}, {0x2019, '\''}, {0x2192, '>'}, {0x2713, 'v'}, {0x2717, 'x'},
                 {0x2248, '~'}, {0x2265, '>'},  {0x2264, '<'},  {0xD7, 'x'},   {0x20AB, 'd'}, {0x25CF, '*'},
                 {0x25CB, 'o'}, {0xA0, ' '},    {0x2500, '-'},  {0x2610, 'o'}, {0x2611, 'x'}};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        if (SIGNS[i].rune == rune) {
            return SIGNS[i].plain;
        }
    }
    return '\0';
}

/* The letter under all marks; đ has its stroke within. */
static char plain_letter(int32_t rune)
{
    utf8proc_int32_t parts[8] = {0};
    int boundary = 0;
    if (rune == 0x110 || rune == 0xD0 || rune == 0x189) {
        return 'D';
    }
    if (rune == 0x111 || rune == 0xF0 || rune == 0x256) {
        return 'd';
    }
    utf8proc_ssize_t count =
        utf8proc_decompose_char(rune, parts, 8, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &boundary);
    return count > 0 && parts[0] >= ' ' && parts[0] < 0x7F ? (char)parts[0] : '?';
}

static bool is_mark(int32_t rune)
{
    utf8proc_category_t category = utf8proc_category(rune);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

static void put_plain(struct bytes *out, int32_t rune)
{
    char sign = plain_sign(rune), letter = sign ? sign : plain_letter(rune);
    if (sign || !is_mark(rune)) {
        put(out, &letter, 1);
    }
}

static void put_cp1258(struct bytes *out, int32_t rune)
{
    int32_t letter, tone;
    int whole = byte_of(rune);
    if (whole < 0 && take_tone(rune, &letter, &tone) && byte_of(letter) >= 0) {
        const char pair[] = {(char)byte_of(letter), (char)byte_of(tone)};
        put(out, pair, tone ? 2 : 1);
    } else if (whole < 0 || plain_sign(rune)) {
        put_plain(out, rune);
    } else {
        put(out, &(char){(char)whole}, 1);
    }
}

/* Control characters would be commands of the printer. */
static void put_letters(struct bytes *out, enum letters letters, const char *text)
{
    for (size_t len = strlen(text), taken; len > 0; text += taken, len -= taken) {
        int32_t rune;
        taken = text_next(text, len, &rune);
        bool control = rune < ' ' || (rune >= 0x7F && rune < 0xA0);
        if (control) {
            put(out, rune < 0 ? "?" : " ", 1);
        } else if (letters == LETTERS_UTF8) {
            put(out, text, taken);
        } else if (letters == LETTERS_CP1258) {
            put_cp1258(out, rune);
        } else {
            put_plain(out, rune);
        }
    }
}

size_t escpos_letters(enum letters letters, const char *text, char *out, size_t cap)
{
    struct bytes bytes = {.at = out, .cap = cap - 1};
    put_letters(&bytes, letters, text);
    out[bytes.len] = '\0';
    return bytes.len;
}

/* FS . ends the two-byte letters that printers from East Asia begin with: they would swallow every other letter. */
static void begin(struct bytes *out, const struct escpos *how)
{
    put(out, ESC "@", 2);
    if (how->letters != LETTERS_UTF8) {
        put(out, FS ".", 2);
    }
    if (how->letters == LETTERS_CP1258) {
        const char choose[] = {ESC[0], 't', (char)how->page};
        put(out, choose, sizeof choose);
    }
}

/* GS ( k: model 2, size of a module, correction L, the data, print. */
static void put_code(struct bytes *out, const char *address)
{
    size_t len = strlen(address), stored = len + 3;
    const char size[] = {GS[0], '(', 'k', 3, 0, 0x31, 0x43, QR_DOTS};
    const char store[] = {GS[0], '(', 'k', (char)(stored & 0xFF), (char)(stored >> 8), 0x31, 0x50, 0x30};
    put(out, ESC "a\x01", 3);
    put(out, GS "(k\x04\x00\x31\x41\x32\x00", 9);
    put(out, size, sizeof size);
    put(out, GS "(k\x03\x00\x31\x45\x30", 8);
    put(out, store, sizeof store);
    put(out, address, len);
    put(out, GS "(k\x03\x00\x31\x51\x30", 8);
    put(out, "\n" ESC "a\x00", 4);
}

enum fault escpos_make(const struct escpos *how, const char *text, const char *address, char *out, size_t cap,
                       size_t *ret_len)
{
    struct bytes bytes = {.at = out, .cap = cap};
    struct wrap wrap = {.rest = text, .columns = how->columns};
    char row[WRAP_ROW];
    begin(&bytes, how);
    while (wrap_next(&wrap, row)) {
        put_letters(&bytes, how->letters, row);
        put(&bytes, "\n", 1);
    }
    if (*address && strlen(address) <= ESCPOS_CODE_MAX) {
        put_code(&bytes, address);
    }
    put(&bytes, GS "V\x42\x00", 4); /* feeds to the knife and cuts */
    if (bytes.full) {
        return FAULT_TOO_LONG;
    }
    *ret_len = bytes.len;
    return FAULT_NONE;
}
