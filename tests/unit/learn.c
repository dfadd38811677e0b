/* learn: a scanner known by its strokes, a person never taken for one. */
#include "core/learn.h"
#include <criterion/criterion.h>
#include <string.h>

#define CCCD "079201012345||NGUYEN VAN MAU|01021990|Nam|5 Le Loi|01012022"

static struct learn learn;

/* Types the text with `gap` milliseconds a key, from the second on; what the last key or the silence told. */
static enum learnt type(const char *text, uint64_t gap, bool wait)
{
    uint64_t us = 1000000;
    enum learnt what = LEARNT_NOTHING;
    learn_wipe(&learn);
    for (const char *c = text; *c && what == LEARNT_NOTHING; c++, us += gap * 1000) {
        struct stroke stroke = {.us = us, .pressed = true, .text = {*c}};
        what = learn_stroke(&learn, &stroke);
    }
    if (wait && what == LEARNT_NOTHING) {
        cr_assert_eq(learn_pass(&learn, us), LEARNT_NOTHING);
        what = learn_pass(&learn, us + LEARN_SILENCE_US);
    }
    return what;
}

Test(learn, a_scanner_is_recognised_by_speed_and_shape)
{
    cr_assert_eq(type(CCCD "\r", 8, false), LEARNT_SUFFIX);
    cr_assert_eq(type(CCCD "\t", 1, false), LEARNT_SUFFIX);
    cr_assert_eq(type(CCCD "\n", 32, false), LEARNT_SUFFIX);
    cr_assert_eq(type("0123456789\r", 8, false), LEARNT_SUFFIX);
    cr_assert_eq(type("http://example.invalid\r", 8, false), LEARNT_SUFFIX);
    cr_assert_eq(type(CCCD, 8, true), LEARNT_SILENCE);
}

Test(learn, a_person_never_is)
{
    cr_assert_eq(type(CCCD "\r", 80, true), LEARNT_NOTHING);
    cr_assert_eq(type(CCCD "\r", 61, true), LEARNT_NOTHING);
    cr_assert_eq(type(CCCD "\r", 45, true), LEARNT_NOTHING, "faster than hands, slower than a scanner");
    cr_assert_eq(type("asdfjkl\r", 5, true), LEARNT_NOTHING, "a hand on the keys");
    cr_assert_eq(type("aaaaaaaaaaaaaaaaaaaaaaaa\r", 30, true), LEARNT_NOTHING, "a key held down");
    cr_assert_eq(type("asdfjkl;qweruiop", 5, true), LEARNT_NOTHING, "an arm on the keys");
    cr_assert_eq(type("\r\r\r\r\r\r\r\r\r\r\r\r\r\r", 8, true), LEARNT_NOTHING);
    cr_assert_eq(type("", 8, true), LEARNT_NOTHING);
}

Test(learn, typing_before_the_scan_does_not_hide_it)
{
    uint64_t us = 1000000;
    learn_wipe(&learn);
    for (const char *c = "abc"; *c; c++, us += 100000) {
        struct stroke stroke = {.us = us, .pressed = true, .text = {*c}};
        cr_assert_eq(learn_stroke(&learn, &stroke), LEARNT_NOTHING);
    }
    enum learnt what = LEARNT_NOTHING;
    for (const char *c = CCCD "\r"; *c; c++, us += 8000) {
        struct stroke stroke = {.us = us, .pressed = true, .text = {*c}};
        what = learn_stroke(&learn, &stroke);
    }
    cr_assert_eq(what, LEARNT_SUFFIX);
    static const struct learn nothing;
    cr_assert_eq(memcmp(&learn, &nothing, sizeof nothing), 0, "keeps nothing");
}

Test(learn, more_than_any_code_is_no_scan_and_no_overflow)
{
    learn_wipe(&learn);
    for (uint64_t i = 0; i < 3 * PAYLOAD_MAX; i++) {
        struct stroke stroke = {.us = 1000 + i * 1000, .pressed = true, .text = {(char)('a' + i % 26)}};
        cr_assert_eq(learn_stroke(&learn, &stroke), LEARNT_NOTHING);
        cr_assert_leq(learn.scan.len, PAYLOAD_MAX);
    }
}
