/* wedge: what no text case can say: releases, sizes, late readers, any sequence. */
#include "core/wedge.h"
#include "../fuzz/rounds.h"
#include <criterion/criterion.h>
#include <string.h>

#include "../fuzz/strokes.c"

static const struct manner ENTER = {SUFFIX_ENTER, "", SILENCE_US, HALF_US, WAY_AUTO};

static enum fault press(struct wedge *wedge, uint64_t us, const char *text, struct scan *scan, bool *whole)
{
    struct stroke stroke = {.us = us, .pressed = true};
    strcpy(stroke.text, text);
    return wedge_stroke(wedge, &stroke, scan, whole);
}

static struct wedge wedge;
static struct scan scan;
static bool whole;

Test(wedge, releases_and_keys_without_text_are_nothing)
{
    wedge_init(&wedge, &ENTER);
    struct stroke release = {.us = 5, .pressed = false, .text = "A"}, shift = {.us = 6, .pressed = true};
    cr_assert_eq(wedge_stroke(&wedge, &release, &scan, &whole), FAULT_NONE);
    cr_assert_eq(wedge_stroke(&wedge, &shift, &scan, &whole), FAULT_NONE);
    cr_assert_eq(wedge_deadline(&wedge), 0);
}

Test(wedge, hands_over_a_terminated_copy_and_keeps_nothing)
{
    wedge_init(&wedge, &ENTER);
    cr_assert_eq(press(&wedge, 1, "A", &scan, &whole), FAULT_NONE);
    cr_assert_eq(press(&wedge, 2, "ễ", &scan, &whole), FAULT_NONE);
    cr_assert_not(whole);
    cr_assert_eq(wedge_deadline(&wedge), 2 + HALF_US);
    cr_assert_eq(press(&wedge, 3, "\r", &scan, &whole), FAULT_NONE);
    cr_assert(whole);
    cr_assert_str_eq(scan.bytes, "Aễ");
    cr_assert_eq(scan.len, 4);
    cr_assert_eq(scan.origin, ORIGIN_SCANNER);
    static const uint32_t nothing[PAYLOAD_MAX];
    cr_assert_eq(wedge.count, 0);
    cr_assert_eq(memcmp(wedge.tokens, nothing, sizeof nothing), 0);
}

Test(wedge, the_longest_code_passes_and_one_byte_more_is_said_once)
{
    for (int extra = 0; extra < 3; extra++) {
        int faults = 0, scans = 0;
        wedge_init(&wedge, &ENTER);
        for (int i = 0; i < PAYLOAD_MAX + extra; i++) {
            enum fault fault = press(&wedge, (uint64_t)i + 1, "7", &scan, &whole);
            faults += fault == FAULT_SCAN_TOO_LONG;
            cr_assert(fault == FAULT_NONE || fault == FAULT_SCAN_TOO_LONG);
        }
        cr_assert_eq(press(&wedge, 9000, "\r", &scan, &whole), FAULT_NONE);
        scans += whole && scan.len == PAYLOAD_MAX;
        cr_assert_eq(faults, extra > 0);
        cr_assert_eq(scans, extra == 0);
        cr_assert_eq(press(&wedge, 9001, "8", &scan, &whole), FAULT_NONE);
        cr_assert_eq(press(&wedge, 9002, "\r", &scan, &whole), FAULT_NONE);
        cr_assert(whole && scan.len == 1);
    }
}

/* Strokes that waited in a queue while the program wrote to disk are judged by their own times. */
Test(wedge, a_late_reader_splits_scans_as_a_prompt_one)
{
    wedge_init(&wedge, &ENTER);
    cr_assert_eq(press(&wedge, 1000, "A", &scan, &whole), FAULT_NONE);
    cr_assert_eq(press(&wedge, 1000 + HALF_US, "B", &scan, &whole), FAULT_SCAN_HALF);
    cr_assert_eq(press(&wedge, 1001 + HALF_US, "\r", &scan, &whole), FAULT_NONE);
    cr_assert(whole);
    cr_assert_str_eq(scan.bytes, "B");
}

/* What one read of a serial port brought: the end of a scan, two whole ones, the beginning of a fourth. */
Test(wedge, bytes_are_cut_into_scans_wherever_a_read_ends)
{
    static const struct manner LINES = {SUFFIX_ENTER | SUFFIX_LF, "]Q1", SILENCE_US, HALF_US, WAY_AUTO};
    static const char *const EXPECTED[] = {"Nguyễn", "B|C", "D"};
    static const char SENT[] = "Nguyễn\r\n]Q1B|C\r\nD\rE";
    for (size_t chunk = 1; chunk <= sizeof SENT - 1; chunk++) {
        int count = 0;
        wedge_init(&wedge, &LINES);
        for (size_t at = 0, used; at < sizeof SENT - 1; at += used) {
            size_t left = chunk - at % chunk, len = sizeof SENT - 1 - at;
            len = len < left ? len : left;
            cr_assert_eq(wedge_bytes(&wedge, SENT + at, len, 1 + at, &used, &scan, &whole), FAULT_NONE);
            cr_assert(used > 0 && used <= len);
            if (whole) {
                cr_assert_str_eq(scan.bytes, EXPECTED[count++]);
            }
        }
        cr_assert_eq(count, 3);
        cr_assert_eq(wedge_gone(&wedge), FAULT_SCAN_HALF);
    }
}

/* Whatever comes, in whatever order: a scan is never empty, never too long, and always said to be whole. */
Test(wedge, any_sequence_leaves_it_sound)
{
    static const char *const TEXTS[] = {"A", "|", "\r", "\n", "\t", "", "ễ", "\x1d", "]Q1", "9"};
    unsigned seed = 1;
    for (int round = 0; round < 200; round++) {
        struct manner manner = {(unsigned)round % 8, "]Q1", SILENCE_US, HALF_US, WAY_AUTO};
        uint64_t us = 1;
        wedge_init(&wedge, &manner);
        for (int i = 0; i < 400; i++) {
            seed = seed * 1103515245u + 12345u;
            unsigned dice = seed >> 16;
            us += dice % 50 ? dice % 20000 : 1200000;
            enum fault fault = dice % 97 == 0   ? wedge_lost(&wedge, us)
                               : dice % 89 == 0 ? wedge_gone(&wedge)
                                                : press(&wedge, us, TEXTS[dice % 10], &scan, &whole);
            cr_assert(fault == FAULT_NONE || fault == FAULT_SCAN_HALF || fault == FAULT_SCAN_BROKEN ||
                      fault == FAULT_SCAN_EMPTY);
            if (whole) {
                cr_assert(scan.len > 0 && scan.len <= PAYLOAD_MAX);
                cr_assert_eq(scan.bytes[scan.len], '\0');
            }
            whole = false;
            cr_assert(!wedge.discarding || wedge.count == 0);
        }
    }
}

/* tests/fuzz/strokes.c from a fixed seed: Alt with keypad digits, Ctrl+Shift+U, dead keys, bytes. */
Test(wedge, no_strokes_make_it_hand_over_what_is_not_clean)
{
    static const char *const SAMPLES[] = {
        "\x01\x80\x01\x98\x01\x98\x02\x99\x01\x99\x02\x9a\x01\x80\x02\x41\x01\x0d\x01",
        "\x01\x82\x01\x83\x01\x15\x01\x31\x01\x45\x01\x43\x01\x35\x01\x82\x02\x83\x02\x0d\x01",
        "\x11\x31\x01\x45\x01\x43\x01\x35\x01\x80\x01\x78\x01\x80\x02\x0d\x01",
        "\x01\xa2\x01\x65\x01\xa3\x01\x20\x01\xb7\x01\x1d\x01\x0d\x01",
        "\x05Nguy\xe1\xbb\x85n|x\r\nNguy\xea\xden\r\n"};
    rounds_run(LLVMFuzzerTestOneInput, SAMPLES, sizeof SAMPLES / sizeof *SAMPLES, 20000);
}
