/* burst: keeps the keys of a run and says step by step what the desk shall do with them. */
#include "core/burst.h"
#include "core/burst_run.h"
#include "core/card.h"
#include <limits.h>
#include <string.h>

void burst_init(struct burst *burst)
{
    *burst = (struct burst){.start = -1};
}

void burst_wipe(struct burst *burst)
{
    explicit_bzero(burst, sizeof *burst);
    burst->start = -1;
}

static bool held(const struct burst *burst)
{
    return !burst->kept && burst->applied < burst->count;
}

/* How long the rest of a kept burst may take. What would be typed again need not wait for a network: it can
 * join later, because the copy of the desk still stands. */
static uint64_t patience(const struct burst *burst)
{
    const struct burst_press *last = &burst->run[burst->count - 1];
    bool ended = last->key.rune == '$' || last->key.rune == '#';
    bool typed = burst->run[burst->start].effect & BURST_TYPES;
    for (int i = burst->start; typed && i < burst->count; i++) {
        typed = burst->run[i].key.rune != '|';
    }
    return ended || typed || burst_escaped(burst, burst->count) ? BURST_SUFFIX_MS : BURST_STALL_MS;
}

/* How long a held key keeps the desk waiting: an Enter may be the one before a burst. */
static uint64_t hold(const struct burst_press *press)
{
    return press->ms + (burst_suffix(press->key) ? BURST_SUFFIX_MS : BURST_GAP_MS);
}

static uint64_t deadline(const struct burst *burst)
{
    if (burst->kept) {
        return burst->last_ms + patience(burst);
    }
    if (!held(burst)) {
        return burst->last_ms + BURST_STALL_MS;
    }
    uint64_t due = burst->last_ms + BURST_GAP_MS;
    for (int i = burst->applied; i < burst->count; i++) {
        uint64_t until = hold(&burst->run[i]);
        due = until > due ? until : due;
    }
    return due;
}

static bool waiting(const struct burst *burst)
{
    return burst->count || burst->flood;
}

int burst_timeout(const struct burst *burst, uint64_t now)
{
    if (!waiting(burst)) {
        return -1;
    }
    uint64_t due = deadline(burst);
    return due <= now ? 0 : due - now > INT_MAX ? INT_MAX : (int)(due - now);
}

/* A scan too slow to be a burst is under way: no key of a person is |. */
static bool behind_bar(const struct burst *burst, int at)
{
    bool bar = false;
    for (int i = 0; i < at && !bar; i++) {
        bar = burst->run[i].key.press == PRESS_TEXT && burst->run[i].key.rune == '|';
    }
    return bar;
}

/* Releases the held keys before `to`. One that had silence on both sides may write; the desk cannot go back
 * behind a write, so what follows is a new run. */
static void release(struct burst *burst, int to, bool quiet_after)
{
    int base = 0, from = burst->applied;
    for (int i = from; i < to; i++) {
        const struct burst_press *press = &burst->run[i];
        bool quiet = press->quiet && (i + 1 < burst->count ? press[1].quiet : quiet_after);
        if (press->effect & BURST_WRITES && quiet && !behind_bar(burst, i)) {
            burst_plan_act(burst, from - base, i - base, false);
            burst_plan_act(burst, i - base, i + 1 - base, true);
            burst_plan_drop(burst, i + 1 - base);
            base = from = i + 1;
            if (i + 1 < burst->count) {
                burst_plan_step(burst, BURST_SAVE, FAULT_NONE);
            }
        }
    }
    burst_plan_act(burst, from - base, to - base, false);
    burst->applied = to;
}

/* The keys of a scan that is over; an Escape behind it is the clerk's. */
static void forget(struct burst *burst, int to)
{
    bool escaped = burst_escaped(burst, to);
    burst_plan_drop(burst, burst->count - escaped);
    burst_plan_act(burst, 0, escaped, false);
    burst_plan_drop(burst, escaped);
}

/* What the burst that ended before key `to` was, when it was no scan by its shape. */
static void judge(struct burst *burst, int to, enum origin origin)
{
    struct card card;
    bool types = burst->run[burst->start].effect & BURST_TYPES;
    enum fault fault = FAULT_SCAN_TOO_LONG;
    int separators = 0;
    if (burst_text(burst, burst->start, to, origin)) {
        separators = burst_separators(burst);
        fault = card_read(burst->scan.bytes, burst->scan.len, separators ? origin : ORIGIN_TYPED, &card);
        explicit_bzero(&card, sizeof card);
    }
    if (types && !separators) {
        burst_plan_act(burst, burst->applied, burst->count, false);
        burst->applied = burst->count;
        return;
    }
    burst->scan.origin = separators ? origin : ORIGIN_TYPED;
    burst_plan_step(burst, fault ? BURST_FAULT : BURST_SCAN, fault);
    forget(burst, to);
}

/* A burst, or a run at any speed, ended before key `to`. */
static void finish(struct burst *burst, int to, enum origin origin)
{
    int from = burst_find(burst, to, origin);
    if (from >= 0) {
        burst_plan_settle(burst, burst_head(burst, from));
        burst_plan_step(burst, BURST_SCAN, FAULT_NONE);
        forget(burst, to);
    } else if (burst->kept) {
        judge(burst, to, origin);
    } else {
        burst_plan_drop(burst, burst->count);
    }
    if (from >= 0 || burst->kept) {
        burst->quiet_ms = burst->last_ms + BURST_SUFFIX_MS;
    }
    burst->kept = false;
}

static void expire(struct burst *burst)
{
    if (burst->flood) {
        burst->flood = false;
    } else if (held(burst)) {
        release(burst, burst->count, true);
    } else {
        finish(burst, burst->count, ORIGIN_SILENCE);
    }
}

void burst_pass(struct burst *burst, uint64_t now)
{
    burst_plan_anew(burst);
    if (waiting(burst) && now >= deadline(burst)) {
        expire(burst);
    }
}

static bool quick(const struct burst *burst)
{
    bool mixed = false;
    for (int i = burst->streak + 1; i < burst->count && !mixed; i++) {
        mixed = burst->run[i].key.rune != burst->run[burst->streak].key.rune;
    }
    return mixed && burst->count - burst->streak >= BURST_KEYS;
}

/* The same writing key again at once is a finger that bounced. */
static bool bounced(const struct burst *burst)
{
    const struct burst_press *last = &burst->run[burst->count - 1];
    return burst->applied == burst->count - 2 && !last->quiet && last->effect & BURST_WRITES &&
           last->key.press == last[-1].key.press && last->key.rune == last[-1].key.rune;
}

static void append(struct burst *burst, const struct burst_press *press)
{
    int at = burst->count++;
    burst->run[at] = *press;
    if (at == 0) {
        burst_plan_step(burst, BURST_SAVE, FAULT_NONE);
        burst->applied = burst->line = burst->streak = 0;
        burst->start = -1;
    }
    if (press->quiet || at == burst->line) {
        burst->streak = at;
    }
    if (burst_character(press->key)) {
        burst->quiet_ms = 0;
    }
}

/* The keys that hold the desk up no longer than until `now`, because silence followed. */
static int settled(const struct burst *burst, uint64_t now)
{
    int at = burst->applied;
    while (at < burst->count && hold(&burst->run[at]) < now) {
        at++;
    }
    return at;
}

static void begin(struct burst *burst)
{
    if (burst->start < burst->line) {
        burst->start = burst_behind_escapes(burst, burst->streak);
    }
    burst_plan_settle(burst, burst_head(burst, burst->start));
    burst->kept = true;
}

/* Plans what must happen before the key that comes: it then waits in `next`. */
static bool make_way(struct burst *burst, const struct burst_press *press)
{
    bool again = burst->escape && press->key.press == PRESS_ESCAPE;
    bool outside = again || (!burst_suffix(press->key) && !burst_character(press->key));
    burst->flood = burst->flood && !outside;
    if (waiting(burst) && press->ms >= deadline(burst)) {
        expire(burst);
    } else if (burst->kept && burst->count == BURST_RUN) {
        burst_plan_step(burst, BURST_FAULT, FAULT_SCAN_TOO_LONG);
        burst_plan_drop(burst, burst->count);
        burst->kept = false;
        burst->flood = true;
    } else if (burst->kept && outside) {
        finish(burst, burst->count, ORIGIN_SILENCE);
    } else if (held(burst) && (outside || burst->count == BURST_RUN)) {
        release(burst, burst->count, press->quiet);
    } else if (held(burst) && press->quiet && settled(burst, press->ms) > burst->applied) {
        release(burst, settled(burst, press->ms), true);
    } else if (!burst->kept && burst->count == BURST_RUN) {
        burst_plan_drop(burst, burst->count);
    }
    return burst->planned > 0;
}

/* A key that no scanner sends: nothing can have begun before it. */
static void take_outside(struct burst *burst, const struct burst_press *press)
{
    append(burst, press);
    if (!(press->effect & BURST_WRITES)) {
        burst_plan_act(burst, burst->count - 1, burst->count, false);
        burst_plan_drop(burst, burst->count);
    }
}

static void take_suffix(struct burst *burst)
{
    int at = burst->count - 1;
    if (burst->kept || burst_find(burst, at, ORIGIN_SCANNER) >= 0) {
        finish(burst, at, ORIGIN_SCANNER);
    }
    burst->line = burst->count;
}

static void act_or_hold(struct burst *burst)
{
    int at = burst->count - 1;
    if (burst->applied < at && bounced(burst)) {
        burst->count = at;
        burst->line = burst->line > at ? at : burst->line;
    } else if (burst->applied == at && !(burst->run[at].effect & BURST_WRITES)) {
        burst_plan_act(burst, at, at + 1, false);
        burst->applied = at + 1;
    }
}

static void take(struct burst *burst, const struct burst_press *press)
{
    if (burst->flood) {
        burst->flood = !burst_suffix(press->key);
        burst->quiet_ms = press->ms + BURST_SUFFIX_MS;
    } else if (!burst_suffix(press->key) && !burst_character(press->key)) {
        take_outside(burst, press);
    } else if (!burst_suffix(press->key) || press->ms > burst->quiet_ms) {
        append(burst, press);
        int before = burst->planned;
        if (burst_suffix(press->key)) {
            take_suffix(burst);
        } else if (!burst->kept && quick(burst)) {
            begin(burst);
        }
        if (burst->planned == before && !burst->kept) {
            act_or_hold(burst);
        }
    }
}

bool burst_resume(struct burst *burst)
{
    if (!burst->waits) {
        return false;
    }
    burst->done = burst->planned = 0;
    if (!make_way(burst, &burst->next)) {
        burst->waits = false;
        burst->last_ms = burst->next.ms;
        burst->escape = burst->next.key.press == PRESS_ESCAPE;
        take(burst, &burst->next);
    }
    return burst->planned > 0;
}

void burst_key(struct burst *burst, struct key key, unsigned effect, uint64_t now)
{
    burst_plan_anew(burst);
    bool quiet = !burst->last_ms || now - burst->last_ms > BURST_GAP_MS;
    burst->next = (struct burst_press){key, now, effect, quiet};
    burst->waits = true;
}
