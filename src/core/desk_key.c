/* desk_key: finds the key in the table of desk_keys.c and does what stands there. */
#include "core/desk_keys.h"
#include <stddef.h>

#define CHOOSING (M(REVIEW) | M(CANDIDATES) | M(HEIRS) | M(ENTITLE))

/* Commands do not mind Caps Lock; text keeps its case. */
static int32_t lower(int32_t rune)
{
    return rune >= 'A' && rune <= 'Z' ? rune + ('a' - 'A') : rune;
}

static bool fits(const struct binding *binding, const struct desk *desk, struct key key)
{
    int32_t rune = key.press == PRESS_TEXT ? lower(key.rune) : key.rune;
    bool any = binding->first == 0;
    return (binding->modes & UINT64_C(1) << desk->mode) && binding->press == key.press &&
           (any || (rune >= binding->first && rune <= binding->last)) &&
           (!binding->when || binding->when(desk));
}

static const struct binding *bindings(int part, int *ret_count)
{
    switch (part) {
    case 0: return desk_bindings_review(ret_count);
    case 1: return desk_bindings_lines(ret_count);
    default: return desk_bindings_shared(ret_count);
    }
}

static const struct binding *find(const struct desk *desk, struct key key)
{
    for (int part = 0, count; part < BINDING_PARTS; part++) {
        const struct binding *table = bindings(part, &count);
        for (int i = 0; i < count; i++) {
            if (fits(&table[i], desk, key)) {
                return &table[i];
            }
        }
    }
    return NULL;
}

bool desk_key_known(const struct desk *desk, struct key key)
{
    return find(desk, key) != NULL;
}

bool desk_key_writes(const struct desk *desk, struct key key)
{
    const struct binding *binding = find(desk, key);
    return binding && binding->flags & WRITES;
}

bool desk_key_types(const struct desk *desk, struct key key)
{
    const struct binding *binding = find(desk, key);
    return binding && binding->flags & TYPES;
}

int desk_hints(const struct desk *desk, struct hint ret[DESK_HINTS])
{
    int count = 0;
    for (int part = 0, all; part < BINDING_PARTS; part++) {
        const struct binding *table = bindings(part, &all);
        for (int i = 0; i < all && count < DESK_HINTS; i++) {
            const struct binding *binding = &table[i];
            bool here = binding->modes & UINT64_C(1) << desk->mode && (!binding->when || binding->when(desk));
            if (binding->label && here) {
                ret[count++] = (struct hint){binding->label, binding->text[desk->hospital.language]};
            }
        }
    }
    return count;
}

/* A key that bounces comes again at once: what it writes is not written twice, in this review or the next,
 * and what it led to is not answered by it. Enter has its arming. */
static bool again_within(const struct desk *desk, struct key key, uint64_t now, uint64_t ms)
{
    return desk->pressed.press == key.press && desk->pressed.rune == key.rune && desk->pressed_at &&
           now < desk->pressed_at + ms && key.press != PRESS_ENTER;
}

/* A letter or digit that decides something about the open review. Enter has its arming. */
static bool chooses(const struct desk *desk, const struct binding *binding, struct key key)
{
    return key.press == PRESS_TEXT && !(binding->flags & TYPES) && CHOOSING & UINT64_C(1) << desk->mode;
}

struct wish desk_key(struct desk *desk, struct key key, uint64_t now)
{
    bool again = again_within(desk, key, now, ARM_MS);
    bool answered = desk->turned && key.press == PRESS_TEXT && again_within(desk, key, now, BOUNCE_MS);
    desk->pressed = key;
    desk->pressed_at = now;
    desk_stir(desk, now);
    desk->turned = answered;
    const struct binding *binding = find(desk, key);
    if (desk->saving || !binding || answered) {
        return wish_of(WISH_NONE);
    }
    if (now < desk->changed_until && chooses(desk, binding, key)) {
        return wish_of(WISH_NONE);
    }
    if ((binding->flags & WRITES) && (again || desk->asking)) {
        return wish_of(WISH_NONE);
    }
    if ((binding->flags & WRITES) && !(binding->flags & PRINTS) && desk_refuses(desk, now)) {
        return wish_of(WISH_NONE);
    }
    if (key.press != PRESS_ESCAPE) {
        desk->escape_until = 0;
    }
    desk_hush(desk);
    if (key.press == PRESS_TEXT && !(binding->flags & TYPES)) {
        key.rune = lower(key.rune);
    }
    enum mode mode = desk->mode;
    int step = desk->step;
    struct wish wish = binding->act(desk, key, now);
    bool led = desk->mode != mode || desk->step != step;
    desk->turned = binding->flags & TURNS || (led && !(binding->flags & TYPES));
    return wish;
}
