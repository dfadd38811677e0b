/* burst_run: what a run of keys looks like: its length, its pace, its separators. */
#include "core/burst_run.h"
#include "core/card.h"
#include "core/text.h"
#include <assert.h>
#include <string.h>

enum { CTRL_TAB = 9, CTRL_LF = 10, CTRL_CR = 13 };

bool burst_suffix(struct key key)
{
    return key.press == PRESS_ENTER || key.press == PRESS_TAB ||
           (key.press == PRESS_CTRL && (key.rune == CTRL_LF || key.rune == CTRL_CR || key.rune == CTRL_TAB));
}

bool burst_character(struct key key)
{
    switch (key.press) {
    case PRESS_TEXT:
    case PRESS_CTRL:
    case PRESS_ALT:
    case PRESS_ESCAPE: return !burst_suffix(key);
    default: return false;
    }
}

void burst_plan_anew(struct burst *burst)
{
    assert(burst->done == burst->planned && !burst->waits);
    burst->done = burst->planned = 0;
}

static void plan(struct burst *burst, struct burst_plan step)
{
    assert(burst->planned < BURST_STEPS);
    burst->plan[burst->planned++] = step;
}

void burst_plan_act(struct burst *burst, int from, int to, bool sure)
{
    if (from < to) {
        plan(burst, (struct burst_plan){.what = BURST_ACT, .from = from, .to = to, .sure = sure});
    }
}

void burst_plan_drop(struct burst *burst, int keys)
{
    plan(burst, (struct burst_plan){.drop = true, .to = keys});
}

void burst_plan_step(struct burst *burst, enum burst_what what, enum fault fault)
{
    plan(burst, (struct burst_plan){.what = what, .fault = fault});
}

void burst_plan_settle(struct burst *burst, int at)
{
    if (burst->applied > at) {
        burst_plan_step(burst, BURST_RESTORE, FAULT_NONE);
        burst->applied = 0;
    }
    burst_plan_act(burst, burst->applied, at, false);
    burst->applied = at;
}

int burst_head(const struct burst *burst, int at)
{
    const struct burst_press *run = burst->run;
    while (at > 0 && burst_suffix(run[at - 1].key) && run[at].ms - run[at - 1].ms <= BURST_SUFFIX_MS) {
        at--;
    }
    return at;
}

bool burst_text(struct burst *burst, int from, int to, enum origin origin)
{
    struct scan *scan = &burst->scan;
    scan->len = 0;
    scan->origin = origin;
    for (int i = from; i < to; i++) {
        struct key key = burst->run[i].key;
        if (!burst_character(key) || key.press == PRESS_ESCAPE) {
            continue;
        }
        char utf8[4];
        size_t len = text_put(utf8, key.rune);
        if (scan->len + len > PAYLOAD_MAX) {
            return false;
        }
        memcpy(scan->bytes + scan->len, utf8, len);
        scan->len += len;
    }
    scan->bytes[scan->len] = '\0';
    return true;
}

int burst_separators(const struct burst *burst)
{
    static const int32_t separators[] = {'|', '~', '\\', '/', 0xA6 /* ¦ */};
    enum { COUNT = sizeof separators / sizeof *separators };
    int counts[COUNT] = {0}, most = 0;
    int32_t rune;
    for (size_t at = 0; at < burst->scan.len;) {
        at += text_next(burst->scan.bytes + at, burst->scan.len - at, &rune);
        for (int i = 0; i < COUNT; i++) {
            counts[i] += rune == separators[i];
            most = counts[i] > most ? counts[i] : most;
        }
    }
    return counts[0] || most >= BURST_SEPARATORS ? most : 0;
}

static bool shaped(struct burst *burst, int from, int to, enum origin origin)
{
    struct card card;
    if (to - from < BURST_SHAPE || !burst_text(burst, from, to, origin)) {
        return false;
    }
    bool whole = card_read(burst->scan.bytes, burst->scan.len, origin, &card) == FAULT_NONE &&
                 (card.kind == CARD_BHYT || card.kind == CARD_CCCD);
    explicit_bzero(&card, sizeof card);
    return whole;
}

int burst_find(struct burst *burst, int to, enum origin origin)
{
    const int begins[] = {burst->line, burst->start, burst->streak};
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
        if (begins[i] >= burst->line && shaped(burst, begins[i], to, origin)) {
            return burst_behind_escapes(burst, begins[i]);
        }
    }
    return -1;
}

int burst_behind_escapes(const struct burst *burst, int at)
{
    while (at < burst->count - 1 && burst->run[at].key.press == PRESS_ESCAPE) {
        at++;
    }
    return at;
}

bool burst_escaped(const struct burst *burst, int to)
{
    return to == burst->count && to > 0 && burst->run[to - 1].key.press == PRESS_ESCAPE;
}

/* Forgets the first `keys` keys; the indices move with what stays. */
static void drop(struct burst *burst, int keys)
{
    int rest = burst->count - keys;
    memmove(burst->run, burst->run + keys, (size_t)rest * sizeof *burst->run);
    explicit_bzero(burst->run + rest, (size_t)keys * sizeof *burst->run);
    burst->count = rest;
    burst->applied = burst->applied > keys ? burst->applied - keys : 0;
    burst->line = burst->line > keys ? burst->line - keys : 0;
    burst->streak = burst->streak > keys ? burst->streak - keys : 0;
    burst->start = burst->start >= keys ? burst->start - keys : -1;
}

bool burst_cut(struct burst *burst)
{
    assert(burst->done == burst->planned);
    drop(burst, burst->applied);
    return burst->count > 0;
}

bool burst_next(struct burst *burst, struct burst_step *ret)
{
    while (burst->done < burst->planned || burst_resume(burst)) {
        struct burst_plan *step = &burst->plan[burst->done];
        if (step->drop) {
            drop(burst, step->to);
        } else if (step->what == BURST_ACT) {
            const struct burst_press *press = &burst->run[step->from++];
            burst->done += step->from == step->to;
            *ret = (struct burst_step){BURST_ACT, press->key, press->ms, step->sure, NULL, FAULT_NONE};
            return true;
        } else {
            burst->done++;
            *ret = (struct burst_step){.what = step->what, .scan = &burst->scan, .fault = step->fault};
            return true;
        }
        burst->done++;
    }
    if (burst->scan.len) {
        explicit_bzero(&burst->scan, sizeof burst->scan);
    }
    return false;
}
