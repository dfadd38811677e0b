/* pos: descriptors as vendors send them, reports that come in several pieces, and what is malformed. */
#include "core/pos.h"
#include "../fuzz/rounds.h"

#include "../fuzz/pos.c"
#include <criterion/criterion.h>
#include <string.h>

enum { MS = 1000 };

/* Report id 2: byte count, three bytes of AIM identifier, 56 of data, two of the vendor's, one bit "more". */
static const unsigned char COMMON[] = {
    0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0x09, 0x12, 0xA1, 0x02, 0x85, 0x02, 0x15, 0x00, 0x26,
    0xFF, 0x00, 0x75, 0x08, 0x95, 0x01, 0x05, 0x01, 0x09, 0x3B, 0x81, 0x02, 0x95, 0x03, 0x05,
    0x8C, 0x09, 0xFB, 0x09, 0xFC, 0x09, 0xFD, 0x81, 0x02, 0x95, 0x38, 0x09, 0xFE, 0x82, 0x02,
    0x01, 0x95, 0x01, 0x06, 0x66, 0xFF, 0x09, 0x04, 0x81, 0x02, 0x09, 0x00, 0x81, 0x02, 0x05,
    0x8C, 0x75, 0x01, 0x09, 0xFF, 0x81, 0x02, 0x75, 0x07, 0x81, 0x03, 0xC0, 0xC0};

/* No report ids, no byte count, no "more": 8 bytes of data and nothing else. */
static const unsigned char BARE[] = {0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0x75, 0x08,
                                     0x95, 0x08, 0x09, 0xFE, 0x81, 0x02, 0xC0};

static const unsigned char KEYBOARD[] = {0x05, 0x01, 0x09, 0x06, 0xA1, 0x01, 0x05, 0x07,
                                         0x19, 0x00, 0x29, 0x65, 0x15, 0x00, 0x25, 0x65,
                                         0x75, 0x08, 0x95, 0x06, 0x81, 0x00, 0xC0};

static struct pos pos;
static struct scan scan;
static bool whole;
static uint64_t now;

static void begin(const unsigned char *descriptor, size_t len, const char *prefix)
{
    struct pos_shape shape;
    struct manner manner = {.suffixes = SUFFIX_ENTER, .silence_us = SILENCE_US, .half_us = HALF_US};
    strcpy(manner.prefix, prefix);
    cr_assert(pos_shape_read(descriptor, len, &shape));
    pos_init(&pos, &shape, &manner);
    now = 1;
}

/* In pieces of 16 bytes, as the reader cuts them. */
static enum fault send(const unsigned char *report, size_t len)
{
    enum fault fault = FAULT_NONE;
    now += MS;
    for (size_t at = 0; at < len; at += 16) {
        cr_assert_eq(fault, FAULT_NONE);
        size_t size = len - at < 16 ? len - at : 16;
        fault = pos_piece(&pos, report + at, size, at + size < len, now, &scan, &whole);
    }
    return fault;
}

static enum fault report(const char *data, bool more)
{
    unsigned char bytes[64] = {0x02, (unsigned char)strlen(data), ']', 'Q', '1'};
    memcpy(bytes + 5, data, strlen(data));
    bytes[63] = more;
    return send(bytes, sizeof bytes);
}

Test(pos, a_descriptor_says_where_everything_stands)
{
    struct pos_shape shape;
    cr_assert(pos_shape_read(COMMON, sizeof COMMON, &shape));
    cr_assert_eq(shape.count, 1);
    cr_assert_eq(shape.report[0].id, 2);
    cr_assert_eq(shape.report[0].length.at, 8);
    cr_assert_eq(shape.report[0].length.size, 8);
    cr_assert_eq(shape.report[0].data.at, 5 * 8);
    cr_assert_eq(shape.report[0].data.size, 56 * 8);
    cr_assert_eq(shape.report[0].more.at, 63 * 8);
    cr_assert_eq(shape.report[0].more.size, 1);
}

Test(pos, a_keyboard_is_no_scanner_and_neither_is_a_descriptor_cut_short)
{
    struct pos_shape shape;
    cr_assert_not(pos_shape_read(KEYBOARD, sizeof KEYBOARD, &shape));
    cr_assert_not(pos_shape_read(KEYBOARD, 0, &shape));
    cr_assert_not(pos_shape_read(COMMON, 44, &shape), "the data item lacks its last byte");
    cr_assert_not(pos_shape_read((const unsigned char[]){0xFE, 0xFF, 0x00}, 3, &shape), "a long item");
}

Test(pos, sizes_no_report_can_have_are_refused)
{
    struct pos_shape shape;
    /* 2^32-1 fields; fields of no bits; more reports than any scanner has; pushed too deep; popped too far */
    static const unsigned char COUNT[] = {0x05, 0x8C, 0x75, 0x08, 0x97, 0xFF, 0xFF,
                                          0xFF, 0xFF, 0x09, 0xFE, 0x81, 2};
    static const unsigned char EMPTY[] = {0x05, 0x8C, 0x75, 0x00, 0x97, 0xFF, 0xFF,
                                          0xFF, 0xFF, 0x09, 0xFE, 0x81, 2};
    static const unsigned char DEEP[] = {0xA4, 0xA4, 0xA4, 0xA4, 0xA4};
    static const unsigned char POP[] = {0xB4};
    cr_assert_not(pos_shape_read(COUNT, sizeof COUNT, &shape));
    cr_assert_not(pos_shape_read(EMPTY, sizeof EMPTY, &shape));
    cr_assert_not(pos_shape_read(DEEP, sizeof DEEP, &shape));
    cr_assert_not(pos_shape_read(POP, sizeof POP, &shape));
    unsigned char many[POS_REPORTS + 1][8];
    for (unsigned char i = 0; i <= POS_REPORTS; i++) {
        memcpy(many[i], (unsigned char[]){0x85, (unsigned char)(i + 1), 0x75, 8, 0x95, 4, 0x09, 0xFE}, 8);
    }
    cr_assert_not(pos_shape_read(many[0], sizeof many, &shape), "no main item");
}

Test(pos, one_report_is_a_scan)
{
    begin(COMMON, sizeof COMMON, "");
    cr_assert_eq(report("DN4790123456789|Nguyễn", false), FAULT_NONE);
    cr_assert(whole);
    cr_assert_str_eq(scan.bytes, "DN4790123456789|Nguyễn");
    cr_assert_eq(scan.origin, ORIGIN_SCANNER);
    cr_assert_eq(pos_deadline(&pos), 0);
}

Test(pos, a_long_code_comes_in_several_reports_and_a_letter_may_lie_across_two)
{
    static const char FULL[] = "0790123456789||Nguyễn Thị Thanh V";
    begin(COMMON, sizeof COMMON, "");
    cr_assert_eq(report(FULL, true), FAULT_NONE);
    cr_assert_not(whole);
    cr_assert_eq(report("\xE1\xBB", true), FAULT_NONE);
    cr_assert_eq(report("\x85|", false), FAULT_NONE);
    cr_assert(whole);
    cr_assert_eq(memcmp(scan.bytes, FULL, sizeof FULL - 1), 0);
    cr_assert_str_eq(scan.bytes + sizeof FULL - 1, "ễ|");
}

Test(pos, a_prefix_is_taken_off_once_and_alone_it_is_no_scan)
{
    begin(COMMON, sizeof COMMON, "<<");
    cr_assert_eq(report("<<123", true), FAULT_NONE);
    cr_assert_eq(report("<<456", false), FAULT_NONE);
    cr_assert_str_eq(scan.bytes, "123<<456");
    cr_assert_eq(report("<<", false), FAULT_SCAN_EMPTY);
    cr_assert_eq(report("", false), FAULT_NONE);
    cr_assert_not(whole);
}

Test(pos, a_scan_whose_announced_rest_does_not_come_is_half)
{
    begin(COMMON, sizeof COMMON, "");
    cr_assert_eq(report("123", true), FAULT_NONE);
    cr_assert_eq(pos_deadline(&pos), now + HALF_US);
    cr_assert_eq(pos_pass(&pos, now + HALF_US - 1, &scan, &whole), FAULT_NONE);
    cr_assert_eq(pos_pass(&pos, now + HALF_US, &scan, &whole), FAULT_SCAN_HALF);
    cr_assert_eq(report("456", false), FAULT_NONE);
    cr_assert_str_eq(scan.bytes, "456");
    cr_assert_eq(report("789", true), FAULT_NONE);
    cr_assert_eq(pos_gone(&pos), FAULT_SCAN_HALF);
    cr_assert_eq(pos_gone(&pos), FAULT_NONE);
}

Test(pos, without_such_a_field_a_report_that_is_not_full_ends_the_scan)
{
    begin(BARE, sizeof BARE, "");
    cr_assert_eq(send((const unsigned char *)"12345678", 8), FAULT_NONE);
    cr_assert_not(whole);
    cr_assert_eq(send((const unsigned char *)"9\0\0\0\0\0\0\0", 8), FAULT_NONE);
    cr_assert(whole);
    cr_assert_str_eq(scan.bytes, "123456789");
    cr_assert_eq(scan.origin, ORIGIN_SCANNER);
}

Test(pos, without_such_a_field_silence_after_a_full_report_ends_the_scan)
{
    begin(BARE, sizeof BARE, "");
    cr_assert_eq(send((const unsigned char *)"12345678", 8), FAULT_NONE);
    cr_assert_eq(pos_deadline(&pos), now + SILENCE_US);
    cr_assert_eq(pos_pass(&pos, now + SILENCE_US, &scan, &whole), FAULT_NONE);
    cr_assert(whole);
    cr_assert_str_eq(scan.bytes, "12345678");
    cr_assert_eq(scan.origin, ORIGIN_SILENCE, "its tail may be missing");
}

Test(pos, a_length_the_report_does_not_hold_breaks_the_scan_to_its_end)
{
    begin(COMMON, sizeof COMMON, "");
    unsigned char bytes[64] = {0x02, 57, ']', 'Q', '1', 'x'};
    bytes[63] = 1;
    cr_assert_eq(report("123", true), FAULT_NONE);
    cr_assert_eq(send(bytes, sizeof bytes), FAULT_SCAN_BROKEN);
    cr_assert_eq(send(bytes, sizeof bytes), FAULT_NONE, "said once");
    cr_assert_eq(report("rest", false), FAULT_NONE);
    cr_assert_not(whole);
    cr_assert_eq(report("456", false), FAULT_NONE);
    cr_assert_str_eq(scan.bytes, "456");
    cr_assert_eq(send((const unsigned char[]){0x02, 9, ']', 'Q', '1', 'x'}, 6), FAULT_SCAN_BROKEN, "short");
    cr_assert_eq(report("789", false), FAULT_NONE);
    cr_assert(whole);
}

Test(pos, lost_reports_break_one_scan_and_silence_forgets_them)
{
    begin(COMMON, sizeof COMMON, "");
    cr_assert_eq(report("123", true), FAULT_NONE);
    cr_assert_eq(pos_lost(&pos, now), FAULT_SCAN_BROKEN);
    cr_assert_eq(pos_lost(&pos, now), FAULT_NONE);
    cr_assert_eq(report("456", true), FAULT_NONE);
    cr_assert_eq(pos_deadline(&pos), now + DISCARD_US);
    cr_assert_eq(pos_pass(&pos, now + DISCARD_US, &scan, &whole), FAULT_NONE);
    cr_assert_eq(report("789", false), FAULT_NONE);
    cr_assert(whole);
    cr_assert_str_eq(scan.bytes, "789");
}

Test(pos, longer_than_any_code_is_refused_once)
{
    char full[57];
    int faults = 0;
    memset(full, 'x', 56);
    full[56] = '\0';
    begin(COMMON, sizeof COMMON, "");
    for (int i = 0; i < 2 * PAYLOAD_MAX / 56; i++) {
        faults += report(full, true) == FAULT_SCAN_TOO_LONG;
        cr_assert_not(whole);
    }
    cr_assert_eq(faults, 1);
}

Test(pos, reports_of_another_kind_are_none)
{
    begin(COMMON, sizeof COMMON, "");
    cr_assert_eq(report("123", true), FAULT_NONE);
    cr_assert_eq(send((const unsigned char[]){0x03, 1, 2, 3}, 4), FAULT_NONE);
    cr_assert_eq(report("456", false), FAULT_NONE);
    cr_assert_str_eq(scan.bytes, "123456");
}

Test(pos, wiped_it_knows_its_shape_and_no_patient)
{
    begin(COMMON, sizeof COMMON, "");
    cr_assert_eq(report("123", true), FAULT_NONE);
    cr_assert_eq(pos_piece(&pos, (const unsigned char *)"456", 3, true, now, &scan, &whole), FAULT_NONE);
    pos_wipe(&pos);
    cr_assert_eq(pos.scan.len + pos.filled, 0);
    cr_assert_eq(memchr(pos.report, '4', sizeof pos.report), NULL);
    cr_assert_eq(pos.shape.count, 1);
}

/* The sample descriptors with reports behind them, and bits of both changed. */
Test(pos, no_descriptor_and_no_report_breaks_it)
{
    const struct {
        const unsigned char *bytes;
        size_t len;
    } descriptors[] = {{COMMON, sizeof COMMON}, {BARE, sizeof BARE}, {KEYBOARD, sizeof KEYBOARD}};
    uint64_t state = 0x706f73;
    uint8_t data[1024];
    for (int round = 0; round < 100000; round++) {
        size_t which = rounds_below(&state, 3), len = descriptors[which].len;
        for (size_t i = 0; i < sizeof data; i++) {
            data[i] = (uint8_t)rounds_next(&state);
        }
        data[0] = (uint8_t)len;
        memcpy(data + 1, descriptors[which].bytes, len);
        data[1 + len] = 64; /* a report as long as the usual ones, with the id of COMMON */
        data[3 + len] = 2;
        for (size_t hits = rounds_below(&state, 3); hits > 0; hits--) {
            data[1 + rounds_below(&state, len)] = (uint8_t)rounds_next(&state);
        }
        cr_assert_eq(LLVMFuzzerTestOneInput(data, sizeof data), 0);
    }
}
