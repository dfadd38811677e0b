/* encoding: iconv asked for one byte after the other, so that the core reads with a table. */
#include "adapter/encoding.h"
#include "core/text.h"
#include <iconv.h>
#include <string.h>
#include <unistd.h>

enum { SAMPLE_BYTES = 256 * 1024 };

/* What comes out of one byte; iconv holds letters back that a mark may follow, the second call asks for
 * it. */
static int32_t rune_of(iconv_t converter, unsigned char byte)
{
    char in = (char)byte, text[8], *from = &in, *to = text;
    size_t left = 1, room = sizeof text;
    int32_t rune;
    iconv(converter, NULL, NULL, NULL, NULL);
    if (iconv(converter, &from, &left, &to, &room) == (size_t)-1 ||
        iconv(converter, NULL, NULL, &to, &room) == (size_t)-1) {
        return 0;
    }
    size_t len = (size_t)(to - text);
    return len > 0 && text_next(text, len, &rune) == len && rune >= 0xA0 ? rune : 0;
}

enum fault encoding_codes(enum encoding encoding, struct codes *ret)
{
    static const char *const PAGES[ENCODING_COUNT] = {
        [ENCODING_TCVN3] = "TCVN5712-1", [ENCODING_CP1258] = "CP1258"};
    *ret = (struct codes){{0}};
    if (!PAGES[encoding]) {
        return FAULT_NONE;
    }
    iconv_t converter = iconv_open("UTF-8", PAGES[encoding]);
    if (converter == (iconv_t)-1) {
        return FAULT_ENCODING_MISSING;
    }
    /* TCVN5712-1 has capitals below 0xA0 that no font of Windows shows: there a byte is a damage. */
    for (unsigned byte = encoding == ENCODING_TCVN3 ? 0xA0 : 0x80; byte <= 0xFF; byte++) {
        ret->rune[byte - 0x80] = rune_of(converter, (unsigned char)byte);
    }
    iconv_close(converter);
    return FAULT_NONE;
}

static enum encoding marked(const char *sample, size_t len)
{
    if (len >= 3 && memcmp(sample, "\xEF\xBB\xBF", 3) == 0) {
        return ENCODING_UTF8;
    }
    bool two = len >= 2;
    return two && memcmp(sample, "\xFF\xFE", 2) == 0   ? ENCODING_UTF16LE
           : two && memcmp(sample, "\xFE\xFF", 2) == 0 ? ENCODING_UTF16BE
                                                       : ENCODING_COUNT;
}

/* What the words of an unmarked sample say. */
static enum fault tell(const char *sample, size_t len, enum encoding named, enum encoding *ret_encoding)
{
    static const enum encoding ASKED[] = {ENCODING_TCVN3, ENCODING_CP1258};
    struct codes codes[ENCODING_COUNT] = {0};
    for (size_t i = 0; i < sizeof ASKED / sizeof *ASKED; i++) {
        enum fault fault = encoding_codes(ASKED[i], &codes[ASKED[i]]);
        /* Who names another needs no table; only the proposal is lost. */
        if (fault != FAULT_NONE && ASKED[i] == named) {
            return fault;
        }
    }
    *ret_encoding = legacy_tell(codes, sample, len, named);
    return FAULT_NONE;
}

static bool is_utf16(enum encoding encoding)
{
    return encoding == ENCODING_UTF16LE || encoding == ENCODING_UTF16BE;
}

enum fault encoding_check(int fd, enum encoding named, enum encoding *ret_encoding)
{
    char sample[SAMPLE_BYTES];
    ssize_t got = pread(fd, sample, sizeof sample, 0);
    size_t len = got > 0 ? (size_t)got : 0;
    /* The last line may be cut within a letter. */
    const char *last = len == sizeof sample ? memrchr(sample, '\n', len) : NULL;
    len = last ? (size_t)(last - sample) : len;
    enum encoding found = marked(sample, len);
    enum fault fault = FAULT_NONE;
    if (found == ENCODING_COUNT) {
        bool taken = is_utf16(named) || (named == ENCODING_UTF8 && text_valid(sample, len));
        found = named;
        fault = taken ? FAULT_NONE : tell(sample, len, named, &found);
    }
    explicit_bzero(sample, sizeof sample);
    if (fault != FAULT_NONE) {
        return fault;
    }
    *ret_encoding = found;
    bool meant = found == named || (is_utf16(found) && (named == ENCODING_UTF8 || named == ENCODING_UTF16LE));
    return meant ? FAULT_NONE : FAULT_IMPORT_ENCODING_IS;
}
