/* relay: scans and faults as bracketed pastes, and the reading of the latter. */
#include "core/relay.h"
#include "core/text.h"
#include <stdio.h>
#include <string.h>

static const char HEAD[] = "\033[200~", TAIL[] = "\033[201~", TELLS[] = "tiepdon-relay:";
enum { STX = 0x02, ETX = 0x03, DELETE = 0x7f, C1_END = 0x9f };

void relay_keys(struct relay *relay, const char *bytes, size_t len, uint64_t now)
{
    sequence_read(&relay->keys, bytes, len);
    relay->keys_ms = now;
}

void relay_output(struct relay *relay, const char *bytes, size_t len)
{
    sequence_read(&relay->output, bytes, len);
}

int relay_wait(const struct relay *relay, uint64_t now)
{
    uint64_t due = relay->keys_ms + RELAY_OPEN_MS;
    return sequence_between(&relay->keys) || now >= due ? 0 : (int)(due - now);
}

static bool around(char byte)
{
    return byte == STX || byte == ETX || byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool harmless(const char *bytes, size_t len)
{
    int32_t rune;
    for (size_t at = 0; at < len;) {
        at += text_next(bytes + at, len - at, &rune);
        if (rune < ' ' || (rune >= DELETE && rune <= C1_END)) {
            return false;
        }
    }
    return true;
}

static size_t wrap(const char *bytes, size_t len, char ret[RELAY_PASTE_SIZE])
{
    char *at = mempcpy(ret, HEAD, sizeof HEAD - 1);
    at = mempcpy(at, bytes, len);
    at = mempcpy(at, TAIL, sizeof TAIL - 1);
    return (size_t)(at - ret);
}

enum fault relay_paste(const struct scan *scan, char ret[RELAY_PASTE_SIZE], size_t *ret_len)
{
    const char *bytes = scan->bytes;
    size_t len = scan->len;
    for (; len && around(bytes[0]); len--) {
        bytes++;
    }
    while (len && around(bytes[len - 1])) {
        len--;
    }
    if (!len || len > PAYLOAD_MAX) {
        return len ? FAULT_SCAN_TOO_LONG : FAULT_SCAN_EMPTY;
    }
    if (!harmless(bytes, len)) {
        return FAULT_TEXT_INVALID;
    }
    *ret_len = wrap(bytes, len, ret);
    return FAULT_NONE;
}

size_t relay_fault(enum fault fault, char ret[RELAY_PASTE_SIZE])
{
    char text[64];
    int len = snprintf(text, sizeof text, "%s%s", TELLS, fault_code(fault));
    return wrap(text, (size_t)len, ret);
}

/* Only what a scanner can cause: a forged code must not say that the disk is full. */
static const enum fault TOLD[] = {
#define X(CODE, ...) FAULT_##CODE,
    FAULT_READING(X) FAULT_DEVICES(X)
#undef X
};

enum fault relay_told(const char *bytes, size_t len)
{
    size_t head = sizeof TELLS - 1;
    if (len < head || memcmp(bytes, TELLS, head) != 0) {
        return FAULT_NONE;
    }
    for (size_t i = 0; i < sizeof TOLD / sizeof *TOLD; i++) {
        const char *code = fault_code(TOLD[i]);
        if (TOLD[i] != FAULT_NONE && strlen(code) == len - head && !memcmp(bytes + head, code, len - head)) {
            return TOLD[i];
        }
    }
    return FAULT_SCAN_BROKEN;
}
