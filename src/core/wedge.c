/* wedge: strokes collected until a suffix or a silence; what was damaged is dropped to its end. */
#include "core/wedge.h"
#include "core/text.h"
#include <string.h>

void wedge_init(struct wedge *wedge, const struct manner *manner)
{
    *wedge = (struct wedge){.manner = *manner};
}

/* What has come is dropped; which modifiers are down stays known. */
static void forget(struct wedge *wedge)
{
    explicit_bzero(wedge->tokens, sizeof wedge->tokens); /* token_text has used all of them as room */
    wedge->count = 0;
    wedge->dead = (struct dead){0};
    wedge->discarding = false;
    alt_forget(&wedge->alt);
}

void wedge_wipe(struct wedge *wedge)
{
    struct manner manner = wedge->manner;
    explicit_bzero(wedge, sizeof *wedge);
    wedge->manner = manner;
}

/* A scan has begun. */
static bool under_way(const struct wedge *wedge)
{
    return wedge->count || wedge->dead.count || wedge->alt.damaged || alt_open(&wedge->alt);
}

static uint64_t patience(const struct wedge *wedge)
{
    uint64_t us = wedge->manner.suffixes ? wedge->manner.half_us : wedge->manner.silence_us;
    return wedge->discarding && us > DISCARD_US ? DISCARD_US : us;
}

uint64_t wedge_deadline(const struct wedge *wedge)
{
    return under_way(wedge) || wedge->discarding ? wedge->last_us + patience(wedge) : 0;
}

unsigned wedge_suffix(uint32_t token)
{
    switch (token) {
    case '\r': return SUFFIX_ENTER;
    case '\t': return SUFFIX_TAB;
    case '\n': return SUFFIX_LF;
    default: return 0;
    }
}

static enum fault hand_over(struct wedge *wedge, enum origin origin, struct scan *ret_scan, bool *ret_whole)
{
    char text[PAYLOAD_MAX + 1];
    size_t len = 0, skip = strlen(wedge->manner.prefix);
    bool damaged = wedge->alt.damaged || alt_open(&wedge->alt) || wedge->dead.count;
    enum fault fault =
        damaged ? FAULT_SCAN_ALT : token_text(wedge->tokens, wedge->count, wedge->manner.way, text, &len);
    if (!fault) {
        skip = skip <= len && memcmp(text, wedge->manner.prefix, skip) == 0 ? skip : 0;
        fault = skip < len ? FAULT_NONE : FAULT_SCAN_EMPTY;
    }
    if (!fault) {
        memcpy(ret_scan->bytes, text + skip, len - skip + 1);
        ret_scan->len = len - skip;
        ret_scan->origin = origin;
        ret_scan->mended = 0;
        *ret_whole = true;
    }
    explicit_bzero(text, len);
    forget(wedge);
    return fault;
}

enum fault wedge_pass(struct wedge *wedge, uint64_t now_us, struct scan *ret_scan, bool *ret_whole)
{
    *ret_whole = false;
    uint64_t deadline = wedge_deadline(wedge);
    if (!deadline || now_us < deadline) {
        return FAULT_NONE;
    }
    if (!wedge->discarding && !wedge->manner.suffixes) {
        return hand_over(wedge, ORIGIN_SILENCE, ret_scan, ret_whole);
    }
    enum fault fault = wedge->discarding ? FAULT_NONE : FAULT_SCAN_HALF;
    forget(wedge);
    return fault;
}

static enum fault discard(struct wedge *wedge, uint64_t now_us, enum fault fault)
{
    fault = wedge->discarding ? FAULT_NONE : fault;
    forget(wedge);
    wedge->discarding = true;
    wedge->last_us = now_us;
    return fault;
}

/* Which modifiers are down is unknown too. */
enum fault wedge_lost(struct wedge *wedge, uint64_t now_us)
{
    wedge->alt.held = 0;
    return discard(wedge, now_us, FAULT_SCAN_BROKEN);
}

static enum fault append(struct wedge *wedge, uint64_t us, uint32_t token)
{
    if (wedge->discarding) {
        return FAULT_NONE;
    }
    if (wedge->count == PAYLOAD_MAX) {
        return discard(wedge, us, FAULT_SCAN_TOO_LONG);
    }
    wedge->tokens[wedge->count++] = token;
    return FAULT_NONE;
}

/* One character of a key, or one byte of a line. */
static enum fault take(struct wedge *wedge, uint64_t us, uint32_t token, struct scan *ret_scan,
                       bool *ret_whole)
{
    unsigned suffix = wedge_suffix(token);
    if (suffix & wedge->manner.suffixes && wedge->discarding) {
        forget(wedge);
        return FAULT_NONE;
    }
    if (suffix & wedge->manner.suffixes && under_way(wedge)) {
        return hand_over(wedge, ORIGIN_SCANNER, ret_scan, ret_whole);
    }
    return !suffix || under_way(wedge) ? append(wedge, us, token) : FAULT_NONE;
}

/* Silence counts from here. */
static void touch(struct wedge *wedge, uint64_t us)
{
    if (under_way(wedge) || wedge->discarding) {
        wedge->last_us = us;
    }
}

/* Hex digits typed as text, then Alt+X. Letters only: 2 and a damaged 0100 would be a dash, 2010. */
static void take_last_four(struct wedge *wedge)
{
    enum { DIGITS = 4, LETTERS_END = 0x2000 };
    bool hex = wedge->count >= DIGITS;
    uint32_t value = 0, *digits = wedge->tokens + wedge->count - (hex ? DIGITS : 0);
    for (size_t i = 0; hex && i < DIGITS; i++) {
        int digit = text_hex_digit(digits[i]);
        hex = digit >= 0;
        value = value << 4 | (unsigned)(hex ? digit : 0);
    }
    int32_t rune = hex ? alt_hex(value, DIGITS) : -1;
    if (rune < 0 || rune >= LETTERS_END) {
        wedge->alt.damaged = true;
        return;
    }
    explicit_bzero(digits, DIGITS * sizeof *digits);
    digits[0] = (uint32_t)rune;
    wedge->count -= DIGITS - 1;
}

/* The text of a key, to which dead keys before it belong. */
static enum fault take_text(struct wedge *wedge, const struct stroke *stroke, struct scan *ret_scan,
                            bool *ret_whole)
{
    size_t len = strnlen(stroke->text, STROKE_TEXT_SIZE);
    enum fault fault = FAULT_NONE;
    wedge->alt.damaged |= stroke->dead && !dead_press(&wedge->dead, stroke->dead);
    for (size_t at = 0; at < len && !stroke->dead && !fault;) {
        int32_t rune;
        at += text_next(stroke->text + at, len - at, &rune);
        wedge->alt.damaged |= rune < ' ' && wedge->dead.count;
        rune = rune < ' ' ? rune : dead_join(&wedge->dead, rune);
        wedge->alt.damaged |= rune < 0;
        fault = rune < 0 ? FAULT_NONE : take(wedge, stroke->us, (uint32_t)rune, ret_scan, ret_whole);
    }
    return fault;
}

static enum fault take_stroke(struct wedge *wedge, const struct stroke *stroke, struct scan *ret_scan,
                              bool *ret_whole)
{
    uint32_t token;
    switch (alt_stroke(&wedge->alt, stroke, &token)) {
    case ALT_PLAIN: return take_text(wedge, stroke, ret_scan, ret_whole);
    case ALT_TOKEN: return append(wedge, stroke->us, token);
    case ALT_LAST_FOUR: take_last_four(wedge); break;
    case ALT_PART: break;
    }
    return FAULT_NONE;
}

enum fault wedge_stroke(struct wedge *wedge, const struct stroke *stroke, struct scan *ret_scan,
                        bool *ret_whole)
{
    enum fault fault = wedge_pass(wedge, stroke->us, ret_scan, ret_whole);
    enum fault taken = take_stroke(wedge, stroke, ret_scan, ret_whole);
    touch(wedge, stroke->us);
    return fault ? fault : taken;
}

enum fault wedge_bytes(struct wedge *wedge, const char *bytes, size_t len, uint64_t us, size_t *ret_used,
                       struct scan *ret_scan, bool *ret_whole)
{
    enum fault fault = wedge_pass(wedge, us, ret_scan, ret_whole);
    size_t used = 0;
    for (bool done = false; used < len && !done; done = fault || *ret_whole) {
        unsigned char byte = (unsigned char)bytes[used++];
        enum fault taken = take(wedge, us, byte < 0x80 ? byte : TOKEN_BYTE | byte, ret_scan, ret_whole);
        fault = fault ? fault : taken;
    }
    touch(wedge, us);
    *ret_used = used;
    return fault;
}

enum fault wedge_gone(struct wedge *wedge)
{
    enum fault fault = under_way(wedge) ? FAULT_SCAN_HALF : FAULT_NONE;
    wedge_wipe(wedge);
    return fault;
}
