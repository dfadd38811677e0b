/* wrap: rows of a paper's width, nothing lost, nothing wider. */
#include "core/wrap.h"
#include "core/text.h"
#include <criterion/criterion.h>
#include <string.h>

static const char *wrapped(const char *text, int columns)
{
    static char out[4096];
    char row[WRAP_ROW];
    struct wrap wrap = {.rest = text, .columns = columns};
    out[0] = '\0';
    while (wrap_next(&wrap, row)) {
        cr_expect_leq(text_columns(row), columns, "%s", row);
        strcat(strcat(out, row), "\n");
    }
    return out;
}

Test(wrap, breaks_between_words_and_keeps_lines)
{
    cr_assert_str_eq(wrapped("Giấy hướng dẫn người bệnh\n\nBV Mẫu", 20),
                     "Giấy hướng dẫn người\nbệnh\n\nBV Mẫu\n");
    cr_assert_str_eq(wrapped("", 20), "");
    cr_assert_str_eq(wrapped("\n", 20), "\n");
    cr_assert_str_eq(wrapped("mười hai chữ vừa đủ.", 20), "mười hai chữ vừa đủ.\n");
}

Test(wrap, goes_on_under_the_text_of_a_paragraph)
{
    cr_assert_str_eq(wrapped("• Nơi đăng ký khám chữa bệnh", 20), "• Nơi đăng ký khám\n  chữa bệnh\n");
    cr_assert_str_eq(wrapped("  2. Nhập mã OTP gửi qua e-mail\nxong", 20),
                     "  2. Nhập mã OTP gửi\n     qua e-mail\nxong\n");
    cr_assert_str_eq(wrapped("Số là\n1. một hai ba bốn năm sáu", 20),
                     "Số là\n1. một hai ba bốn\n   năm sáu\n");
    cr_assert_str_eq(wrapped("một hai ba bốn năm\n  1. sáu", 20), "một hai ba bốn năm\n  1. sáu\n");
}

Test(wrap, breaks_a_long_word_between_its_letters)
{
    cr_assert_str_eq(wrapped("https://dichvucong.baohiemxahoi.gov.vn", 20),
                     "https://dichvucong.b\naohiemxahoi.gov.vn\n");
    cr_assert_str_eq(wrapped("ếếếếếếếếếếếếếếếếếếếếếế", 20), "ếếếếếếếếếếếếếếếếếếếế\nếế\n");
}
