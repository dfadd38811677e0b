/* learn: a stranger is a scanner when its strokes are too quick and too many for a person. */
#include "core/learn.h"
#include "core/card.h"
#include <string.h>

void learn_wipe(struct learn *learn)
{
    explicit_bzero(learn, sizeof *learn);
}

uint64_t learn_deadline(const struct learn *learn)
{
    return learn->keys ? learn->last_us + LEARN_SILENCE_US : 0;
}

static bool mixed(const struct scan *scan)
{
    return scan->len && strspn(scan->bytes, (char[]){scan->bytes[0], '\0'}) < scan->len;
}

static bool reads(const struct scan *scan)
{
    struct card card;
    bool whole = card_read(scan->bytes, scan->len, scan->origin, &card) == FAULT_NONE;
    explicit_bzero(&card, sizeof card);
    return whole;
}

static bool quick(const struct learn *learn)
{
    return learn->keys > 1 && learn->last_us - learn->first_us <= (uint64_t)(learn->keys - 1) * LEARN_MEAN_US;
}

static enum learnt judge(struct learn *learn)
{
    bool many = learn->keys >= LEARN_KEYS;
    if (!quick(learn) || !mixed(&learn->scan)) {
        return LEARNT_NOTHING;
    }
    learn->scan.origin = learn->ended ? ORIGIN_SCANNER : ORIGIN_SILENCE;
    if (learn->ended) {
        return many || reads(&learn->scan) ? LEARNT_SUFFIX : LEARNT_NOTHING;
    }
    return !many ? LEARNT_NOTHING : reads(&learn->scan) ? LEARNT_SILENCE : LEARNT_QUICK;
}

enum learnt learn_pass(struct learn *learn, uint64_t now_us)
{
    if (!learn->keys || now_us < learn_deadline(learn)) {
        return LEARNT_NOTHING;
    }
    enum learnt what = judge(learn);
    learn_wipe(learn);
    return what;
}

static void take(struct learn *learn, const struct stroke *stroke, size_t len)
{
    if (learn->keys && (stroke->us - learn->last_us > LEARN_GAP_US || learn->scan.len + len > PAYLOAD_MAX)) {
        learn_wipe(learn);
    }
    memcpy(learn->scan.bytes + learn->scan.len, stroke->text, len);
    learn->scan.len += len;
    learn->scan.bytes[learn->scan.len] = '\0';
    learn->first_us = learn->keys ? learn->first_us : stroke->us;
    learn->last_us = stroke->us;
    learn->keys++;
}

enum learnt learn_stroke(struct learn *learn, const struct stroke *stroke)
{
    size_t len = strnlen(stroke->text, STROKE_TEXT_SIZE);
    if (!stroke->pressed || !len) {
        return LEARNT_NOTHING;
    }
    bool suffix = strchr("\r\n\t", stroke->text[0]), late = stroke->us - learn->last_us > LEARN_GAP_US;
    bool over = learn->keys && (learn->ended ? !suffix : stroke->us >= learn_deadline(learn));
    enum learnt before = over ? learn_pass(learn, learn_deadline(learn)) : LEARNT_NOTHING;
    if (before != LEARNT_NOTHING) {
        return before;
    }
    if (!suffix) {
        take(learn, stroke, len);
    } else if (learn->keys && !learn->ended) {
        learn->ended = true;
        if (late) {
            learn_wipe(learn);
        }
    }
    return LEARNT_NOTHING;
}
