/* learn: a scanner known by its strokes, a person never taken for one. */
#include "core/learn.h"
#include <criterion/criterion.h>
#include <string.h>

#define CCCD "079201012345||NGUYEN VAN MAU|01021990|Nam|5 Le Loi|01012022"

static struct learn learn;

static uint64_t us;

/* One key each; what a key told. */
static enum learnt strike(const char *text, uint64_t gap)
{
    enum learnt what = LEARNT_NOTHING;
    for (const char *c = text; *c && what == LEARNT_NOTHING; c++, us += gap * 1000) {
        struct stroke stroke = {.us = us, .pressed = true, .text = {*c}};
        what = learn_stroke(&learn, &stroke);
    }
    return what;
}

/* What the silence behind them told. */
static enum learnt rest(void)
{
    uint64_t due = learn_deadline(&learn);
    cr_assert_eq(learn_pass(&learn, due - 1), LEARNT_NOTHING);
    return learn_pass(&learn, due);
}

/* Types the text with `gap` milliseconds a key, from the second on. */
static enum learnt type(const char *text, uint64_t gap)
{
    us = 1000000;
    learn_wipe(&learn);
    enum learnt what = strike(text, gap);
    return what == LEARNT_NOTHING ? rest() : what;
}

Test(learn, a_scanner_is_recognised_by_speed_and_shape)
{
    cr_assert_eq(type(CCCD "\r", 8), LEARNT_SUFFIX);
    cr_assert_eq(type(CCCD "\t", 1), LEARNT_SUFFIX);
    cr_assert_eq(type(CCCD "\n", 32), LEARNT_SUFFIX);
    cr_assert_eq(type("0123456789\r", 8), LEARNT_SUFFIX);
    cr_assert_eq(type("http://example.invalid\r", 8), LEARNT_SUFFIX);
    cr_assert_eq(type(CCCD "\r\n", 8), LEARNT_SUFFIX);
    cr_assert_eq(type(CCCD, 8), LEARNT_SILENCE);
}

Test(learn, a_person_never_is)
{
    cr_assert_eq(type(CCCD "\r", 80), LEARNT_NOTHING);
    cr_assert_eq(type(CCCD "\r", 61), LEARNT_NOTHING);
    cr_assert_eq(type(CCCD "\r", 45), LEARNT_NOTHING, "faster than hands, slower than a scanner");
    cr_assert_eq(type("asdfjkl\r", 5), LEARNT_NOTHING, "a hand on the keys");
    cr_assert_eq(type("aaaaaaaaaaaaaaaaaaaaaaaa\r", 30), LEARNT_NOTHING, "a key held down");
    cr_assert_eq(type("asdfjkl;qweruiop", 5), LEARNT_QUICK, "an arm on the keys: no scanner by itself");
    cr_assert_eq(type("asdfjkl;qwer\t", 45), LEARNT_NOTHING);
    cr_assert_eq(type("\r\r\r\r\r\r\r\r\r\r\r\r\r\r", 8), LEARNT_NOTHING);
    cr_assert_eq(type("", 8), LEARNT_NOTHING);
}

Test(learn, typing_before_the_scan_does_not_hide_it)
{
    us = 1000000;
    learn_wipe(&learn);
    cr_assert_eq(strike("abc", 100), LEARNT_NOTHING);
    cr_assert_eq(strike(CCCD "\r", 8), LEARNT_NOTHING);
    cr_assert_eq(rest(), LEARNT_SUFFIX);
    static const struct learn nothing;
    cr_assert_eq(memcmp(&learn, &nothing, sizeof nothing), 0, "keeps nothing");
}

Test(learn, a_suffix_that_comes_late_is_an_enter_of_a_person)
{
    us = 1000000;
    learn_wipe(&learn);
    cr_assert_eq(strike("asdfjkl;qweruiop", 5), LEARNT_NOTHING);
    us += 100000;
    cr_assert_eq(strike("\r", 5), LEARNT_NOTHING);
    cr_assert_eq(learn_pass(&learn, us + 1000000), LEARNT_NOTHING);
}

Test(learn, the_next_scan_ends_the_one_before)
{
    us = 1000000;
    learn_wipe(&learn);
    cr_assert_eq(strike(CCCD "\r" CCCD, 8), LEARNT_SUFFIX);
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
