/* escpos, printout: what a receipt printer and plain paper get, to the byte. */
#include "core/escpos.h"
#include "../fuzz/rounds.h"
#include "core/codepage.h"
#include "core/printout.h"
#include <criterion/criterion.h>
#include <stdio.h>

#include "../fuzz/escpos.c"

#define COUNT(table) (sizeof table / sizeof *table)

static const char *letters(enum letters letters, const char *text)
{
    static char out[256];
    escpos_letters(letters, text, out, sizeof out);
    return out;
}

Test(escpos, plain_letters_lose_their_marks_and_never_vanish)
{
    cr_expect_str_eq(letters(LETTERS_PLAIN, "Giấy hướng dẫn: Đặng Thị Ỷ, đường Lê Lợi"),
                     "Giay huong dan: Dang Thi Y, duong Le Loi");
    cr_expect_str_eq(letters(LETTERS_PLAIN, "• một — hai… “ba” Ê̆ Č Ƀ 中"), "* mot - hai. \"ba\" E C ? ?");
}

/* A vowel with hat, breve or horn, then the byte of its tone; what the code page holds whole stays whole. */
Test(escpos, cp1258_writes_the_tone_behind_its_vowel)
{
    cr_expect_str_eq(letters(LETTERS_CP1258, "ế ậ ợ ự ẵ"), "\xEA\xEC \xE2\xF2 \xF5\xF2 \xFD\xF2 \xE3\xDE");
    cr_expect_str_eq(letters(LETTERS_CP1258, "à á ả ã ạ"), "\xE0 \xE1 a\xD2 a\xDE a\xF2");
    cr_expect_str_eq(letters(LETTERS_CP1258, "Đđ Ơơ Ưư Ăă"), "\xD0\xF0 \xD5\xF5 \xDD\xFD \xC3\xE3");
    cr_expect_str_eq(letters(LETTERS_CP1258, "ì ĩ ò õ ý ỹ"), "i\xCC i\xDE o\xCC o\xDE y\xEC y\xDE");
    cr_expect_str_eq(letters(LETTERS_CP1258, "• Ƀ… Č"), "* ?. C");
}

/* The system's own table reads back every letter of Vietnamese as it was. */
Test(escpos, cp1258_is_read_back)
{
    static const char *const bases[] = {"a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"};
    static const char *const tones[] = {"", "\xCC\x80", "\xCC\x81", "\xCC\x83", "\xCC\x89", "\xCC\xA3"};
    for (size_t i = 0; i < COUNT(bases) * COUNT(tones); i++) {
        char text[16], clean[16], made[16], back[64] = "";
        snprintf(text, sizeof text, "%s%s", bases[i / COUNT(tones)], tones[i % COUNT(tones)]);
        cr_assert_eq(text_clean(clean, sizeof clean, text, strlen(text)), FAULT_NONE);
        escpos_letters(LETTERS_CP1258, clean, made, sizeof made);
        size_t len = 0;
        for (const char *c = made; *c; c++) {
            unsigned char byte = (unsigned char)*c;
            len += text_put(back + len, byte < 0x80 ? byte : codepage_rune(WAY_CP1258, byte));
        }
        cr_assert_eq(text_clean(text, sizeof text, back, len), FAULT_NONE);
        cr_expect_str_eq(text, clean, "%s", clean);
    }
}

Test(escpos, a_receipt_is_begun_coded_and_cut)
{
    static const char wanted[] = "\x1B@\x1C.\x1Bt\x34"
                                 "BV M\xE2\xDEu\n"
                                 "\x1B"
                                 "a\x01"
                                 "\x1D(k\x04\x00\x31\x41\x32\x00"
                                 "\x1D(k\x03\x00\x31\x43\x06"
                                 "\x1D(k\x03\x00\x31\x45\x30"
                                 "\x1D(k\x06\x00\x31\x50\x30"
                                 "a.b"
                                 "\x1D(k\x03\x00\x31\x51\x30"
                                 "\n\x1B"
                                 "a\x00"
                                 "\x1DVB\x00";
    const struct escpos how = {.letters = LETTERS_CP1258, .columns = 48, .page = ESCPOS_PAGE};
    char out[256];
    size_t len = 0;
    cr_assert_eq(escpos_make(&how, "BV Mẫu\n", "a.b", out, sizeof out, &len), FAULT_NONE);
    cr_assert_eq(len, sizeof wanted - 1);
    cr_expect_arr_eq(out, wanted, len);
}

Test(escpos, a_text_cannot_drive_the_printer)
{
    cr_expect_str_eq(letters(LETTERS_UTF8, "a\x1B@b\x1D"
                                           "Vc\xC2\x85"),
                     "a @b Vc ");
    cr_expect_str_eq(letters(LETTERS_CP1258, "a\xFF"), "a?");
}

Test(escpos, what_does_not_fit_is_refused_whole)
{
    const struct escpos how = {.letters = LETTERS_PLAIN, .columns = 32};
    char out[64];
    size_t whole = 0, len = 7;
    cr_assert_eq(escpos_make(&how, "BV Mẫu", "", out, sizeof out, &whole), FAULT_NONE);
    for (size_t cap = 0; cap < whole; cap++) {
        cr_expect_eq(escpos_make(&how, "BV Mẫu", "", out, cap, &len), FAULT_TOO_LONG);
        cr_expect_eq(len, 7);
    }
    cr_expect_eq(escpos_make(&how, "BV Mẫu", "", out, whole, &len), FAULT_NONE);
}

Test(printout, plain_paper_has_the_code_in_half_blocks)
{
    const struct code code = {.side = 3, .rows = {5, 2, 7}};
    const struct printout printout = {.how = {.letters = LETTERS_UTF8, .columns = 80}};
    char out[256];
    size_t len = 0;
    cr_assert_eq(printout_make(&printout, "xem a.b", "a.b", &code, out, sizeof out, &len), FAULT_NONE);
    out[len] = '\0';
    cr_expect_str_eq(out, "xem a.b\n\n    ▀▄▀\n    ▀▀▀\n");
    cr_assert_eq(printout_make(&printout, "xem", "", &code, out, sizeof out, &len), FAULT_NONE);
    out[len] = '\0';
    cr_expect_str_eq(out, "xem\n");
}

Test(escpos, rounds)
{
    static const char *const samples[] = {
        "• Nơi đăng ký KCB ban đầu trên thẻ khác với hệ thống giám định. Bệnh viện ghi theo hệ thống.\n",
        "  1. Nhập mã OTP gửi qua e-mail, có giá trị 3 phút\n\n", "\x1B@\x1DV\x42 \xC2\x9B 中文 Ê̆ Ỷ",
        "a\xCC\x80\xCC\x80\xCC\x80\xCC\x81\xCC\x89"};
    rounds_run(LLVMFuzzerTestOneInput, samples, COUNT(samples), 3000);
}
