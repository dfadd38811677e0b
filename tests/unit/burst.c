/* burst: keys at every pace; nothing typed is lost, nothing scanned is a command. */
#include "core/burst.h"
#include <criterion/criterion.h>
#include <string.h>

/* The rules by example are in tests/cases/burst.case; here is what holds for every sequence. */

enum { DESK_MAX = 8192 };

struct desk_of_keys {
    char typed[DESK_MAX];
    int len, writes;
};

static struct burst burst;
static struct desk_of_keys desk, saved;
static int scans, faults;
static bool saved_once;

static void take(void)
{
    struct burst_step step;
    while (burst_next(&burst, &step)) {
        switch (step.what) {
        case BURST_SAVE:
            saved = desk;
            saved_once = true;
            break;
        case BURST_RESTORE:
            cr_assert(saved_once);
            cr_assert_eq(saved.writes, desk.writes, "went back behind a write");
            desk = saved;
            break;
        case BURST_SCAN:
            cr_assert(step.scan->len > 0 && step.scan->len <= PAYLOAD_MAX);
            scans++;
            break;
        case BURST_FAULT:
            cr_assert_neq(step.fault, FAULT_NONE);
            faults++;
            break;
        case BURST_ACT:
            desk.writes += step.sure;
            if (step.key.press == PRESS_TEXT && desk.len < DESK_MAX) {
                desk.typed[desk.len++] = (char)step.key.rune;
            }
        }
    }
}

static void reset(void)
{
    burst_init(&burst);
    memset(&desk, 0, sizeof desk);
    scans = faults = 0;
    saved_once = false;
}

static void type(int32_t rune, unsigned effect, uint64_t now)
{
    burst_key(&burst, (struct key){PRESS_TEXT, rune}, effect, now);
    take();
}

static unsigned roll(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16;
}

/* In a text field every key arrives, once and in order, however fast, as long as it is no card. */
Test(burst, nothing_typed_is_lost)
{
    unsigned seed = 7;
    for (int round = 0; round < 50; round++) {
        char want[500];
        uint64_t now = 1000;
        reset();
        for (int i = 0; i < (int)sizeof want; i++) {
            static const unsigned PAUSES[] = {0, 5, 59, 61, 149, 151, 999, 1001};
            now += PAUSES[roll(&seed) % 8];
            want[i] = (char)('a' + roll(&seed) % 26);
            if (roll(&seed) % 3) {
                burst_pass(&burst, now);
                take();
            }
            type(want[i], BURST_TYPES, now);
        }
        burst_pass(&burst, now + 5000);
        take();
        cr_assert_eq(desk.len, (int)sizeof want);
        cr_assert_eq(memcmp(desk.typed, want, sizeof want), 0);
        cr_assert_eq(scans + faults, 0);
    }
}

/* Any keys at any pace: no assertion of its own, no write that cannot be taken back, always an end. */
Test(burst, any_sequence_ends)
{
    static const struct key KEYS[] = {{PRESS_TEXT, '1'},    {PRESS_TEXT, 'v'}, {PRESS_TEXT, '|'},
                                      {PRESS_ENTER, 0},     {PRESS_TAB, 0},    {PRESS_CTRL, 10},
                                      {PRESS_ESCAPE, 0},    {PRESS_UP, 0},     {PRESS_FUNCTION, 3},
                                      {PRESS_TEXT, 0x1EC5}, {PRESS_CTRL, 2},   {PRESS_TEXT, '2'}};
    unsigned seed = 3;
    for (int round = 0; round < 300; round++) {
        uint64_t now = 1000;
        unsigned pace = roll(&seed) % 4;
        reset();
        for (int i = 0; i < 300; i++) {
            static const unsigned PACES[] = {9, 70, 200, 1500};
            now += roll(&seed) % PACES[pace];
            pace = roll(&seed) % 20 ? pace : roll(&seed) % 4;
            if (roll(&seed) % 2) {
                burst_pass(&burst, now);
                take();
            }
            if (roll(&seed) % 100 == 0) {
                burst_paste(&burst, "5 Le Loi\r", 9, roll(&seed) % 4, now);
            } else {
                burst_key(&burst, KEYS[roll(&seed) % 12], roll(&seed) % 4, now);
            }
            take();
        }
        for (int i = 0; i < 10 && burst_timeout(&burst, now) >= 0; i++) {
            now += (uint64_t)burst_timeout(&burst, now);
            burst_pass(&burst, now);
            take();
        }
        cr_assert_eq(burst_timeout(&burst, now), -1);
        cr_assert_eq(burst.count, 0);
    }
}

Test(burst, more_than_any_code_is_said_once)
{
    reset();
    for (int i = 0; i < 2 * BURST_RUN; i++) {
        type('0' + i % 10, 0, 1000 + (uint64_t)i);
    }
    cr_assert_eq(faults, 1);
    cr_assert_eq(desk.len, 0);
    burst_key(&burst, (struct key){PRESS_ENTER, 0}, BURST_WRITES, 1000 + 2 * BURST_RUN);
    take();
    burst_pass(&burst, 60000);
    take();
    cr_assert_eq(desk.writes, 0);
    type('v', 0, 70000);
    cr_assert_eq(desk.len, 1);
}

Test(burst, the_longest_typing_without_a_pause_loses_nothing)
{
    reset();
    for (int i = 0; i < BURST_RUN + 100; i++) {
        type('a' + i % 26, BURST_TYPES, 1000 + 100 * (uint64_t)i);
    }
    cr_assert_eq(desk.len, BURST_RUN + 100);
    cr_assert_eq(desk.typed[BURST_RUN + 99], 'a' + (BURST_RUN + 99) % 26);
}

Test(burst, keeps_no_text_when_a_run_is_over)
{
    static const struct burst_press nothing[16];
    static const struct scan empty;
    reset();
    for (int i = 0; i < 10; i++) {
        type('0' + i, 0, 1000 + (uint64_t)i);
    }
    burst_pass(&burst, 5000);
    take();
    cr_assert_eq(scans, 1);
    cr_assert_eq(memcmp(burst.run, nothing, sizeof nothing), 0);
    cr_assert_eq(memcmp(&burst.scan, &empty, sizeof empty), 0);
}

static void cut(void)
{
    if (burst_cut(&burst)) {
        saved = desk;
    }
}

/* An answer comes in the middle of typing, or of a burst: it stays, and no key comes twice or is lost. */
Test(burst, what_comes_by_another_road_stays)
{
    for (int at = 0; at < 14; at++) {
        reset();
        for (int i = 0; i < 14; i++) {
            type('a' + i, BURST_TYPES, 1000 + (i < 3 ? 200 * (uint64_t)i : 600 + 5 * (uint64_t)i));
            if (i == at) {
                desk.writes = 7; /* stands for the answer */
                cut();
            }
        }
        burst_pass(&burst, 9000);
        take();
        burst_pass(&burst, 19000);
        take();
        cr_assert_eq(desk.writes, 7);
        cr_assert_eq(desk.len, 14, "cut after key %d: %.*s", at, desk.len, desk.typed);
        cr_assert_eq(memcmp(desk.typed, "abcdefghijklmn", 14), 0);
        cr_assert_eq(burst.count, 0);
    }
}

/* Bytes without end in one go: said once, dropped, and a clerk who presses Escape again and again is heard. */
Test(burst, a_flood_is_left_by_escape)
{
    uint64_t now = 1000;
    reset();
    for (int i = 0; i < BURST_RUN + 100; i++) {
        type('a' + i % 26, 0, now);
    }
    cr_assert_eq(faults, 1);
    int before = desk.len, escapes = 0;
    for (int i = 0; i < 3; i++) {
        struct burst_step step;
        burst_key(&burst, (struct key){PRESS_ESCAPE, 0}, 0, now += 100);
        while (burst_next(&burst, &step)) {
            escapes += step.what == BURST_ACT && step.key.press == PRESS_ESCAPE;
        }
    }
    cr_assert_eq(escapes, 2);
    cr_assert_eq(desk.len, before);
}
