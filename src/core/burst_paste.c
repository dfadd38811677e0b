/* burst_paste: a bracketed paste is a scan that came in one go. */
#include "core/burst_run.h"
#include "core/card.h"
#include "core/relay.h"
#include "core/text.h"
#include <string.h>

/* Ends what is open. Suffixes just before a paste belong to it. */
static void clear(struct burst *burst, uint64_t now)
{
    int end = burst->count;
    if (burst->kept) {
        burst_plan_step(burst, BURST_FAULT, FAULT_SCAN_HALF);
        burst->applied = end;
    }
    while (end > burst->applied && burst_suffix(burst->run[end - 1].key) &&
           now - burst->run[end - 1].ms <= BURST_SUFFIX_MS) {
        end--;
    }
    burst_plan_act(burst, burst->applied, end, false);
    burst->applied = burst->count;
    burst->kept = burst->flood = false;
}

static void add(struct burst *burst, struct key key, uint64_t now)
{
    burst->run[burst->count++] = (struct burst_press){.key = key, .ms = now};
}

/* The paste as keys; white space and control characters within are spaces, a line end behind is Enter. */
static enum fault type(struct burst *burst, const char *bytes, size_t len, uint64_t now)
{
    int from = burst->count;
    bool entered = false;
    while (len && (bytes[len - 1] == '\r' || bytes[len - 1] == '\n')) {
        entered = true;
        len--;
    }
    if (len + 1 > (size_t)(BURST_RUN - from)) {
        return FAULT_SCAN_TOO_LONG;
    }
    int32_t rune;
    for (size_t at = 0; at < len;) {
        at += text_next(bytes + at, len - at, &rune);
        add(burst, (struct key){PRESS_TEXT, rune < ' ' || rune == 0x7F ? ' ' : rune}, now);
    }
    if (entered) {
        add(burst, (struct key){PRESS_ENTER, 0}, now);
    }
    burst_plan_act(burst, from, burst->count, false);
    return FAULT_NONE;
}

void burst_paste(struct burst *burst, const char *bytes, size_t len, unsigned effect, uint64_t now)
{
    burst_plan_anew(burst);
    clear(burst, now);
    struct card card = {.kind = CARD_UNKNOWN};
    enum fault fault = len > PAYLOAD_MAX        ? FAULT_SCAN_TOO_LONG
                       : text_valid(bytes, len) ? FAULT_NONE
                                                : FAULT_TEXT_INVALID;
    bool types = false;
    fault = fault ? fault : relay_told(bytes, len);
    if (!fault) {
        memcpy(burst->scan.bytes, bytes, len);
        burst->scan.bytes[len] = '\0';
        burst->scan.len = len;
        fault = card_read(bytes, len, ORIGIN_SCANNER, &card);
        types = effect & BURST_TYPES &&
                (card.kind == CARD_NUMBER || (fault && burst_separators(burst) < BURST_SEPARATORS));
        burst->scan.origin = card.kind == CARD_NUMBER ? ORIGIN_TYPED : ORIGIN_SCANNER;
    }
    if (types) {
        fault = type(burst, bytes, len, now);
    }
    if (fault || !types) {
        burst_plan_step(burst, fault ? BURST_FAULT : BURST_SCAN, fault);
    }
    if (burst->count) {
        burst_plan_drop(burst, burst->count);
    }
    explicit_bzero(&card, sizeof card);
    burst->last_ms = now;
    burst->quiet_ms = now + BURST_SUFFIX_MS;
}
