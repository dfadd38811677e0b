/* setup: what the known code tells of a scanner, and that nothing else is taken for it. */
#include "core/setup.h"
#include "../fuzz/rounds.h"
#include "../fuzz/setup.c"
#include "core/card.h"
#include <criterion/criterion.h>
#include <string.h>

enum { LEFT_CTRL = 29, KEY_U_CODE = 22, KEY_X_CODE = 45, LEFT_ALT = 56, PAD_2 = 80, PAD_PLUS = 78 };
enum { E_ACUTE = 1 << 0, A_TILDE = 1 << 1, D_BIG = 1 << 2, D_SMALL = 1 << 3, U_HORN = 1 << 4 };

#define HEAD "Tiepdon|0123456789|aqwzym@#|dd d9"

static struct setup setup;

static const struct setup *try(const char *text)
{
    setup = (struct setup){0};
    setup_try(&setup, "us", WAY_UTF8, text, strlen(text));
    return &setup;
}

Test(setup, the_known_code_is_no_card_and_fits_a_version_3_code)
{
    struct card card;
    cr_assert_leq(strlen(SETUP_TEXT), 53);
    cr_assert_neq(card_read(SETUP_TEXT, strlen(SETUP_TEXT), ORIGIN_SCANNER, &card), FAULT_NONE);
    cr_assert_neq(card_read(SETUP_TEXT, strlen(SETUP_TEXT), ORIGIN_TYPED, &card), FAULT_NONE);
}

Test(setup, the_whole_code_has_every_letter)
{
    try(SETUP_TEXT);
    cr_assert(setup.known);
    cr_assert_eq(setup.whole, SETUP_ALL);
    cr_assert_str_eq(setup.layout, "us");
    cr_assert_str_eq(setup.prefix, "");
    cr_assert_eq(setup.turned, SETUP_AS_IS);
    cr_assert_eq(setup.ime, TYPING_PLAIN);
}

Test(setup, composed_or_not_a_letter_is_a_letter)
{
    cr_assert_eq(try(HEAD "|e\u0301|a\u0303|Đ|đ|u\u031B|\u00EA\u0303|")->whole, SETUP_ALL);
}

Test(setup, lost_and_replaced_letters_are_missing)
{
    cr_assert_eq(try(HEAD "|||||||")->whole, 0);
    cr_assert(setup.known);
    cr_assert_eq(try(HEAD "|é|ã|?|?|?|?|")->whole, E_ACUTE | A_TILDE);
    cr_assert_eq(try(HEAD "|é|a|D|d|u|e|")->whole, E_ACUTE);
    cr_assert_eq(try(HEAD "|é|ă|Đ|đ|ư||")->whole, E_ACUTE | D_BIG | D_SMALL | U_HORN);
    cr_assert_eq(try(HEAD "|Ã©|Ã£|Ä|Ä|Æ°|á»|")->whole, 0, "UTF-8 read as CP1252");
    cr_assert(setup.known);
}

Test(setup, what_stands_before_is_the_prefix)
{
    cr_assert_str_eq(try("]Q1" SETUP_TEXT)->prefix, "]Q1");
    cr_assert_str_eq(try("\x02" SETUP_TEXT)->prefix, "\x02");
    cr_assert_str_eq(try("123456789012345" SETUP_TEXT)->prefix, "123456789012345");
    cr_assert_not(try("1234567890123456" SETUP_TEXT)->known, "longer than a profile's prefix");
}

Test(setup, case_that_was_changed_is_seen)
{
    cr_assert_eq(try("tIEPDON|0123456789|AQWZYM@#|DD D9|É|Ã|đ|Đ|Ư|Ễ|")->turned, SETUP_TURNED);
    cr_assert_eq(setup.whole, SETUP_ALL);
    cr_assert_eq(try("TIEPDON|0123456789|AQWZYM@#|DD D9|é|ã|Đ|đ|ư|ễ|")->turned, SETUP_UPPER);
    cr_assert_eq(setup.whole, SETUP_ALL);
    cr_assert_eq(try("tiepdon|0123456789|aqwzym@#|dd d9|é|ã|đ|đ|ư|ễ|")->turned, SETUP_LOWER);
    cr_assert_eq(setup.whole, SETUP_ALL);
}

Test(setup, an_input_method_is_seen)
{
    cr_assert_eq(try("Tiepdon|0123456789|aqưzym@#|đ d9|é|ã|Đ|đ|ư|ễ|")->ime, TYPING_TELEX);
    cr_assert(setup.known);
    cr_assert_eq(try("Tiepdon|0123456789|aqwzym@#|dd đ|é|ã|Đ|đ|ư|ễ|")->ime, TYPING_VNI);
    cr_assert_eq(try("tIEPDON|0123456789|AQƯZYM@#|Đ D9|||||||")->ime, TYPING_TELEX);
}

Test(setup, nothing_else_is_the_known_code)
{
    static const char *const OTHERS[] = {
        "",
        "Tiepdon",
        "Tiepdon|0123456789|aqwzym@#|dd d9|é|ã|Đ|đ|ư|ễ",  /* the tail is missing */
        "iepdon|0123456789|aqwzym@#|dd d9|é|ã|Đ|đ|ư|ễ|",  /* the head is */
        "Tiepdon|0123456789|qawzym@#|dd d9|é|ã|Đ|đ|ư|ễ|", /* another layout */
        "Tiepdon|012345678|aqwzym@#|dd d9|é|ã|Đ|đ|ư|ễ|",  /* a digit was lost */
        "Tiepdon|0123456789|aqwzym\"#|dd d9|é|ã|Đ|đ|ư|ễ|",
        "TiepDon|0123456789|aqwzym@#|dd d9|é|ã|Đ|đ|ư|ễ|",
        "079201012345||NGUYEN VAN MAU|01021990|Nam|5 Le Loi|01012022||||||||||",
        "||||||||||",
    };
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        cr_assert_not(try(OTHERS[i])->known, "%s", OTHERS[i]);
    }
}

Test(setup, the_reading_with_the_most_letters_is_kept)
{
    static const char *const LESS = HEAD "|é|ã|||||";
    setup = (struct setup){0};
    setup_try(&setup, "us", WAY_UTF8, HEAD "|||||||", strlen(HEAD) + 7);
    setup_try(&setup, "us", WAY_CP1252, LESS, strlen(LESS));
    setup_try(&setup, "us", WAY_CODE_POINT, LESS, strlen(LESS));
    setup_try(&setup, "fr", WAY_CP1258, "garbage", 7);
    cr_assert_eq(setup.way, WAY_CP1252, "of equal ones the first");
    cr_assert_eq(setup.whole, E_ACUTE | A_TILDE);
    setup_try(&setup, "us", WAY_CP1258, SETUP_TEXT, strlen(SETUP_TEXT));
    cr_assert_eq(setup.way, WAY_CP1258);
}

/* Strokes by their codes; a negative one is a release; 8 ms apart. */
static void strike(struct setup_trace *trace, const int *codes, const char *text)
{
    static uint64_t us = 1000000;
    for (; *codes; codes++, us += 8000) {
        struct stroke stroke = {.us = us, .pressed = *codes > 0};
        stroke.code = (unsigned short)(*codes > 0 ? *codes : -*codes);
        bool plain = stroke.pressed && stroke.code != LEFT_ALT && stroke.code != LEFT_CTRL;
        memcpy(stroke.text, plain ? text : "", strlen(plain ? text : "") + 1);
        setup_stroke(trace, &stroke);
    }
}

static enum setup_sent sent(const int *codes, enum way way, const char *text)
{
    struct setup_trace trace = {0};
    strike(&trace, codes, "2");
    setup = (struct setup){0};
    setup_try(&setup, "us", way, text, strlen(text));
    setup_end(&setup, DEVICE_KEYS, &trace);
    return setup.sent;
}

Test(setup, the_combination_of_keys_is_named)
{
    static const int ALT[] = {LEFT_ALT, PAD_2, PAD_2, -LEFT_ALT, 0}, NONE[] = {PAD_2, 0},
                     HEX[] = {LEFT_ALT, PAD_PLUS, PAD_2, -LEFT_ALT, 0},
                     CTRL_U[] = {LEFT_CTRL, 42, KEY_U_CODE, -42, -LEFT_CTRL, PAD_2, 0},
                     ALT_X[] = {PAD_2, LEFT_ALT, KEY_X_CODE, -LEFT_ALT, 0};
    cr_assert_eq(sent(ALT, WAY_UTF8, SETUP_TEXT), SETUP_UTF8);
    cr_assert_eq(setup.way, WAY_UTF8);
    cr_assert_eq(sent(ALT, WAY_CODE_POINT, SETUP_TEXT), SETUP_CODE);
    cr_assert_eq(sent(ALT, WAY_CP1252, HEAD "|é|ã|||||"), SETUP_CP1252);
    cr_assert_eq(sent(ALT, WAY_CP1258, HEAD "|é||Đ|đ|ư||"), SETUP_CP1258);
    cr_assert_eq(sent(HEX, WAY_UTF8, SETUP_TEXT), SETUP_ALT_HEX);
    cr_assert_eq(setup.way, WAY_AUTO, "no byte is in question");
    cr_assert_eq(sent(CTRL_U, WAY_UTF8, SETUP_TEXT), SETUP_CTRL_U);
    cr_assert_eq(sent(ALT_X, WAY_UTF8, SETUP_TEXT), SETUP_ALT_X);
    cr_assert_eq(sent(NONE, WAY_UTF8, HEAD "|é|||||||"), SETUP_KEYS);
    cr_assert_eq(sent(NONE, WAY_UTF8, HEAD "|||||||"), SETUP_LOST);
}

static void type(struct setup_trace *trace, const char *text, uint64_t us, uint64_t gap)
{
    for (; *text; text++, us += gap) {
        setup_stroke(trace, &(struct stroke){.us = us, .pressed = true, .text = {*text}});
    }
}

Test(setup, what_ends_the_scan_is_its_suffix)
{
    static const struct {
        const char *text;
        unsigned suffixes;
    } CASES[] = {{"ab\r", SUFFIX_ENTER},
                 {"ab\t", SUFFIX_TAB},
                 {"ab\n", SUFFIX_LF},
                 {"ab", 0},
                 {"ab\r\n", SUFFIX_ENTER | SUFFIX_LF},
                 {"\rab", 0},
                 {"\rab\t", SUFFIX_TAB}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct setup_trace keys = {0}, bytes = {0};
        type(&keys, CASES[i].text, 1000000, 8000);
        setup_bytes(&bytes, CASES[i].text, strlen(CASES[i].text), 1000000);
        cr_assert_eq(keys.suffixes, CASES[i].suffixes, "%zu", i);
        cr_assert_eq(bytes.suffixes, CASES[i].suffixes, "%zu", i);
    }
}

Test(setup, a_silence_begins_anew_and_slow_scanners_get_longer_ones)
{
    struct setup_trace trace = {0};
    type(&trace, "12\r", 1000000, 100000);
    type(&trace, SETUP_TEXT, 5000000, 32000);
    setup = (struct setup){0};
    setup_try(&setup, "us", WAY_UTF8, SETUP_TEXT, strlen(SETUP_TEXT));
    setup_end(&setup, DEVICE_KEYS, &trace);
    cr_assert_eq(setup.suffixes, 0);
    cr_assert_eq(setup.silence_us, 120000);
}

Test(setup, the_profile_reads_what_the_scanner_sends)
{
    static const int ALT[] = {LEFT_ALT, PAD_2, -LEFT_ALT, 0};
    const struct device one = {.vendor = 0x05e0, .product = 0x1200, .name = "A", .serial = "S12345671"},
                        other = {.vendor = 0x05e0, .product = 0x1200, .name = "A", .serial = "S12345672"};
    struct profile profile, second;
    sent(ALT, WAY_CP1258, "]Q1" SETUP_TEXT);
    memcpy(setup.layout, "fr", 3);
    setup.suffixes = SUFFIX_TAB;
    setup_profile(&setup, &one, false, &profile);
    setup_profile(&setup, &other, true, &second);
    cr_assert_eq(strncmp(profile.name, "05e0-1200-", 10), 0);
    cr_assert_str_neq(profile.name, second.name, "two scanners of a model may be set differently");
    cr_assert_str_eq(profile.layout, "fr");
    cr_assert_str_eq(profile.manner.prefix, "]Q1");
    cr_assert_eq(profile.manner.way, WAY_CP1258);
    cr_assert_eq(profile.manner.suffixes, SUFFIX_TAB);
    cr_assert_eq(profile.match_count, 0, "serves nothing that is not bound to it");
    cr_assert_eq(second.match_count, 1);
    cr_assert_str_eq(second.match[0].name, "A");
    cr_assert(setup_served(&setup, &profile));
}

Test(setup, a_profile_that_reads_otherwise_does_not_serve)
{
    struct profile profile;
    try(SETUP_TEXT);
    setup_end(&setup, DEVICE_KEYS, NULL);
    setup.suffixes = SUFFIX_ENTER;
    setup_profile(&setup, &(struct device){.vendor = 1}, false, &profile);
    profile.manner.suffixes |= SUFFIX_TAB | SUFFIX_LF;
    cr_assert(setup_served(&setup, &profile), "it may take more");
    struct profile fr = profile, silent = profile, prefixed = profile, paged = profile;
    memcpy(fr.layout, "fr", 3);
    silent.manner.suffixes = 0;
    memcpy(prefixed.manner.prefix, "]Q1", 4);
    cr_assert_not(setup_served(&setup, &fr));
    cr_assert_not(setup_served(&setup, &silent));
    cr_assert(setup_served(&setup, &prefixed), "taken off where it stands");
    setup.way = WAY_UTF8;
    paged.manner.way = WAY_CP1252;
    cr_assert_not(setup_served(&setup, &paged));
    memcpy(setup.prefix, "Q", 2);
    cr_assert_not(setup_served(&setup, &profile));
    memcpy(setup.prefix, "]Q1", 4);
    cr_assert(setup_served(&setup, &profile), "the payload drops an AIM identifier by itself");
}

/* tests/fuzz/setup.c from a fixed seed. */
Test(setup, whatever_arrives_tells_nothing_impossible)
{
    static const char *const SAMPLES[] = {"\x04\x08" SETUP_TEXT "\r", "\x09\x10]Q1" SETUP_TEXT "\r\n",
                                          "\x02\x08" HEAD "|\xe9|a|D|d|u|e|",
                                          "\x04\x08Tiepdon|0123456789|aqwzym@#|dd \xc4\x91|||||||\t"};
    rounds_run(LLVMFuzzerTestOneInput, SAMPLES, sizeof SAMPLES / sizeof *SAMPLES, 20000);
}
