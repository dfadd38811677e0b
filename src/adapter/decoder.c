/* decoder: raw bytes wait here until the letter they begin is whole. */
#include "adapter/decoder.h"
#include "adapter/encoding.h"
#include "core/text.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { RAW = 1 << 16, LETTER_BYTES = 4 * LEGACY_LETTER_MAX };

/* raw[at..end) is read and not yet text. */
struct decoder {
    int fd;
    enum encoding encoding;
    struct codes codes;
    bool ended, failed;
    long line, unfit;
    long long bytes; /* read */
    size_t at, end;
    char raw[RAW];
};

enum fault decoder_open(int fd, enum encoding encoding, struct decoder **ret)
{
    struct decoder *decoder = calloc(1, sizeof *decoder);
    if (!decoder) {
        return FAULT_STORE_MEMORY;
    }
    enum fault fault = encoding_codes(encoding, &decoder->codes);
    if (fault != FAULT_NONE) {
        free(decoder);
        return fault;
    }
    decoder->fd = fd;
    decoder->encoding = encoding;
    decoder->line = 1;
    *ret = decoder;
    return FAULT_NONE;
}

void decoder_close(struct decoder *decoder)
{
    if (decoder) {
        explicit_bzero(decoder->raw, sizeof decoder->raw);
        free(decoder);
    }
}

/* As much as there is room for, until the end of the file. */
static size_t read_raw(struct decoder *decoder, char *bytes, size_t cap)
{
    size_t len = 0;
    while (!decoder->ended && len < cap) {
        ssize_t got = read(decoder->fd, bytes + len, cap - len);
        if (got > 0) {
            len += (size_t)got;
        } else if (got == 0 || errno != EINTR) {
            decoder->failed = got < 0;
            decoder->ended = true;
        }
    }
    decoder->bytes += (long long)len;
    return len;
}

/* The next letter into out[0..LETTER_BYTES); false when bytes of it are still missing. */
static bool next_letter(struct decoder *decoder, char *out, size_t *len)
{
    int32_t runes[LEGACY_LETTER_MAX];
    int count;
    size_t took = legacy_next(decoder->encoding, &decoder->codes, decoder->raw + decoder->at,
                              decoder->end - decoder->at, !decoder->ended, runes, &count);
    decoder->at += took;
    if (took > 0 && count == 0) {
        decoder->unfit = decoder->line;
    }
    for (int i = 0; i < count; i++) {
        *len += text_put(out + *len, runes[i]);
        decoder->line += runes[i] == '\n';
    }
    return took > 0;
}

static void refill(struct decoder *decoder)
{
    memmove(decoder->raw, decoder->raw + decoder->at, decoder->end - decoder->at);
    decoder->end -= decoder->at;
    decoder->at = 0;
    decoder->end += read_raw(decoder, decoder->raw + decoder->end, RAW - decoder->end);
}

size_t decoder_read(struct decoder *decoder, char *out, size_t cap)
{
    size_t len = 0;
    if (decoder->encoding == ENCODING_UTF8) {
        return read_raw(decoder, out, cap);
    }
    while (!decoder_ended(decoder) && cap - len >= LETTER_BYTES) {
        if (decoder->at == decoder->end || !next_letter(decoder, out, &len)) {
            refill(decoder);
        }
    }
    return len;
}

bool decoder_ended(const struct decoder *decoder)
{
    return decoder->unfit || (decoder->ended && decoder->at == decoder->end);
}

bool decoder_failed(const struct decoder *decoder)
{
    return decoder->failed;
}

long decoder_unfit(const struct decoder *decoder)
{
    return decoder->unfit;
}

long long decoder_position(const struct decoder *decoder)
{
    return decoder->bytes - (long long)(decoder->end - decoder->at);
}
