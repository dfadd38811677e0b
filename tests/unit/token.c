/* token: every letter a card can hold, every way a scanner types it, every way a digit gets lost: what comes
 * out is that letter or a refusal, never another one. */
#include "core/token.h"
#include "../cases/codes.h"
#include "core/codepage.h"
#include "core/syllable.h"
#include "core/text.h"
#include "core/wedge.h"
#include <criterion/criterion.h>
#include <iconv.h>
#include <linux/input-event-codes.h>
#include <stdio.h>
#include <string.h>

enum { WORD = 64, TEXT = 64 };

enum loss {
    LOSS_NONE,
    LOSS_TOGETHER, /* all digits in one report: an equal one counts once */
    LOSS_STUCK,    /* no release between equal digits: a run of them counts once */
    LOSS_COUNT
};

/* How a character is written: its bytes in a code page, or its code point. */
static const struct style {
    const char *page; /* "" for the code point */
    const char *word, *format;
} STYLES[] = {
    {"UTF-8", "alt", "%03u"},    {"UTF-8", "alt", "0%03u"}, {"", "alt", "%03u"},  {"", "alt", "0%u"},
    {"", "alt", "%05u"},         {"", "alt", "+%X"},        {"", "alt", "+%04X"}, {"", "ctrlu", "%X"},
    {"", "ctrlu-space", "%04X"}, {"", "ctrlu-enter", "%X"}, {"", "altx", "%04X"}, {"CP1252", "alt", "0%u"},
    {"CP1258", "alt", "0%u"},
};
enum { STYLE_COUNT = sizeof STYLES / sizeof *STYLES };

static struct wedge wedge;
static struct scan scan;
static enum fault came;
static bool whole;

static void send(void *data, struct stroke stroke)
{
    bool now = false;
    (void)data;
    stroke.us = wedge.last_us + 1;
    enum fault fault = wedge_stroke(&wedge, &stroke, &scan, &now);
    came = fault ? fault : came;
    whole |= now;
}

static void type_text(const char *text)
{
    for (int32_t rune; *text;) {
        struct stroke stroke = {.pressed = true};
        size_t len = text_next(text, 4, &rune);
        memcpy(stroke.text, text, len);
        send(NULL, stroke);
        text += len;
    }
}

static void type_number(const struct style *style, enum loss loss, unsigned value)
{
    char digits[WORD], line[WORD];
    snprintf(digits, sizeof digits, style->format, value);
    size_t len = (size_t)snprintf(line, sizeof line, "%s(", style->word);
    for (size_t i = 0; digits[i]; i++) {
        bool lost = (loss == LOSS_TOGETHER && memchr(digits, digits[i], i)) ||
                    (loss == LOSS_STUCK && i > 0 && digits[i] == digits[i - 1]);
        line[len] = digits[i];
        len += !lost;
    }
    line[len++] = ')';
    cr_assert(codes_play(line, len, send, NULL));
}

/* Bytes of a page; ASCII among them (a 1258 letter before its tone) has a key. 0 when the page lacks it. */
static size_t encode(const char *page, const char *text, char out[WORD])
{
    char *from = (char *)(uintptr_t)text, *to = out;
    size_t left = strlen(text), room = WORD;
    iconv_t conversion = iconv_open(page, "UTF-8");
    cr_assert(conversion != (iconv_t)-1, "no iconv to %s", page);
    bool known =
        iconv(conversion, &from, &left, &to, &room) == 0 && iconv(conversion, NULL, NULL, &to, &room) == 0;
    iconv_close(conversion);
    return known ? (size_t)(to - out) : 0;
}

static bool type_rune(const struct style *style, enum loss loss, int32_t rune)
{
    char text[5] = "", bytes[WORD];
    if (!*style->page) {
        type_number(style, loss, (unsigned)rune);
        return true;
    }
    struct syllable syllable;
    size_t put = text_put(text, rune);
    if (rune >= 0x80 && !strcmp(style->page, "CP1258") && !syllable_read(&syllable, text, put)) {
        return false; /* its marks of tone stand on Vietnamese letters */
    }
    size_t len = encode(style->page, text, bytes);
    for (size_t i = 0; i < len; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        byte < 0x80 && rune >= 0x80 ? type_text((char[]){bytes[i], '\0'}) : type_number(style, loss, byte);
    }
    return len > 0;
}

/* What came for `expected`: 1 that, 0 a refusal, -1 something else. */
static int outcome(const char *expected)
{
    char nfc[TEXT];
    struct payload payload;
    type_text("\r");
    cr_assert_eq(text_clean(nfc, sizeof nfc, expected, strlen(expected)), FAULT_NONE);
    if (!whole) {
        return came ? 0 : -1;
    }
    bool refused = payload_read(scan.bytes, scan.len, scan.origin, &payload) == FAULT_TEXT_INVALID;
    return !strcmp(scan.bytes, nfc) ? 1 : refused ? 0 : -1;
}

static void begin(void)
{
    static const struct manner ENTER = {SUFFIX_ENTER, "", SILENCE_US, HALF_US, WAY_AUTO};
    wedge_init(&wedge, &ENTER);
    came = FAULT_NONE;
    whole = false;
}

/* One letter between text of the keys; `before` matters where hex digits stand before Alt+X. */
static int beside_keys(const struct style *style, enum loss loss, char before, int32_t rune)
{
    char expected[TEXT] = {before}, letter[5] = "";
    begin();
    type_text(expected);
    if (!type_rune(style, loss, rune)) {
        return 0;
    }
    type_text("n|x");
    text_put(letter, rune);
    strcat(strcat(expected, letter), "n|x");
    return outcome(expected);
}

/* The same where all of it comes by number. */
static int by_number(const struct style *style, enum loss loss, int32_t rune)
{
    static const char AFTER[] = "n|0";
    char expected[TEXT] = "S", letter[5] = "";
    begin();
    type_rune(style, loss, 'S');
    if (!type_rune(style, loss, rune)) {
        return 0;
    }
    for (const char *c = AFTER; *c; c++) {
        type_rune(style, loss, *c);
    }
    text_put(letter, rune);
    strcat(strcat(expected, letter), AFTER);
    return outcome(expected);
}

Test(token, a_letter_comes_right_or_not_at_all)
{
    int right = 0, refused = 0;
    for (int32_t rune = 0x80; rune < 0x2100; rune++) {
        for (int i = 0; i < STYLE_COUNT && token_allowed(rune); i++) {
            for (enum loss loss = LOSS_NONE; loss < LOSS_COUNT; loss++) {
                int keys = beside_keys(&STYLES[i], loss, 'S', rune);
                bool dash_by_altx = rune >= 0x2000 && !strcmp(STYLES[i].word, "altx");
                bool unclear = came == FAULT_SCAN_WAY || dash_by_altx;
                int alone = by_number(&STYLES[i], loss, rune);
                cr_assert(keys >= 0 && alone >= 0, "U+%04X as %s(%s) of %s, loss %d: %s", (unsigned)rune,
                          STYLES[i].word, STYLES[i].format, STYLES[i].page, (int)loss, scan.bytes);
                cr_assert(keys || loss || *STYLES[i].page == 'C' || unclear, "U+%04X as %s(%s) is refused",
                          (unsigned)rune, STYLES[i].word, STYLES[i].format);
                right += keys + alone;
                refused += !keys + !alone;
            }
        }
    }
    cr_assert(right > 10000 && refused > 10000, "%d right, %d refused", right, refused);
}

Test(token, hex_digits_before_a_number_do_not_make_another_of_it)
{
    const struct style *altx = &STYLES[10];
    for (int32_t rune = 0x80; rune < 0x2000; rune++) {
        for (const char *c = "0123456789ABCDEFabcdef|"; *c && token_allowed(rune); c++) {
            bool run =
                *c == '0' && rune < 0x1000; /* what loses a 0 of the number loses the one before it too */
            for (enum loss loss = LOSS_NONE; loss < (run ? LOSS_TOGETHER : LOSS_COUNT); loss++) {
                int came_as = beside_keys(altx, loss, *c, rune);
                cr_assert(came_as >= 0, "%c and U+%04X, loss %d: %s", *c, (unsigned)rune, (int)loss,
                          scan.bytes);
                cr_assert(came_as || loss);
            }
        }
    }
}

Test(codepage, agrees_with_the_c_library)
{
    static const enum way WAYS[] = {WAY_CP1252, WAY_CP1258};
    for (size_t w = 0; w < 2; w++) {
        const char *page = w ? "CP1258" : "CP1252";
        int letters = 0;
        for (unsigned byte = 0x80; byte <= 0xFF; byte++) {
            char text[5] = "", bytes[WORD];
            int32_t rune = codepage_rune(WAYS[w], byte);
            if (rune >= 0) {
                text_put(text, rune);
                cr_assert(encode(page, text, bytes) == 1 && (unsigned char)bytes[0] == byte, "%s %02X", page,
                          byte);
                letters++;
            }
        }
        cr_assert_eq(letters, w ? 61 : 62);
    }
}

Test(token, composes_in_the_room_it_has_and_leaves_nothing_behind)
{
    static uint32_t tokens[PAYLOAD_MAX];
    static char out[PAYLOAD_MAX + 1];
    size_t len;
    for (size_t i = 0; i < PAYLOAD_MAX; i++) {
        tokens[i] = i % 3 == 0 ? 'e' : i % 3 == 1 ? 0x302 : 0x303;
    }
    cr_assert_eq(token_text(tokens, PAYLOAD_MAX / 5 / 3 * 3, WAY_AUTO, out, &len), FAULT_NONE);
    cr_assert_eq(len, (size_t)PAYLOAD_MAX / 5 / 3 * 3);
    cr_assert_eq(memcmp(out, "ễễễ", 9), 0);
    for (size_t i = 0; i < PAYLOAD_MAX; i++) {
        tokens[i] = 0x1EC5;
    }
    cr_assert_eq(token_text(tokens, PAYLOAD_MAX, WAY_AUTO, out, &len), FAULT_SCAN_TOO_LONG);
    for (size_t i = 0; i <= PAYLOAD_MAX; i++) {
        cr_assert_eq(out[i], '\0');
    }
}

Test(alt, keys_have_the_kernels_numbers)
{
    cr_assert(STROKE_1 == KEY_1 && STROKE_0 == KEY_0 && STROKE_LEFT_CTRL == KEY_LEFTCTRL);
    cr_assert(STROKE_LEFT_SHIFT == KEY_LEFTSHIFT && STROKE_RIGHT_SHIFT == KEY_RIGHTSHIFT);
    cr_assert(STROKE_LEFT_ALT == KEY_LEFTALT && STROKE_RIGHT_ALT == KEY_RIGHTALT);
    cr_assert(STROKE_CAPS_LOCK == KEY_CAPSLOCK && STROKE_NUM_LOCK == KEY_NUMLOCK);
    cr_assert(STROKE_PAD_7 == KEY_KP7 && STROKE_PAD_PLUS == KEY_KPPLUS && STROKE_PAD_0 == KEY_KP0);
    cr_assert(STROKE_RIGHT_CTRL == KEY_RIGHTCTRL && codes_key('q') == KEY_Q && codes_key('m') == KEY_M);
}
