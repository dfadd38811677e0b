/* address: the pairs stand in address.case; here what no pair can say. */
#include "../fuzz/rounds.h"
/* the fuzzer's target */
#include "../fuzz/address.c"
#include "core/address_split.h"
#include "core/field.h"
#include <criterion/criterion.h>
#include <string.h>

static enum address_level level_by(const struct units *units, const char *a, const char *b)
{
    struct address_match match;
    address_compare(units, TODAY, a, b, &match);
    return match.level;
}

static enum address_level level(const char *a, const char *b)
{
    return level_by(map_small(), a, b);
}

Test(address, text_without_words_is_not_understood)
{
    cr_assert_eq(level(",,", ",,"), ADDRESS_SAME);
    cr_assert_eq(level("...", "5 Lê Lợi"), ADDRESS_PARTIAL);
}

Test(address, without_units_only_words_are_compared)
{
    cr_assert_eq(level_by(NULL, "5 Lê Lợi, P4, Q1", "5 Lê Lợi, Phường 4, Quận 1"), ADDRESS_EQUIVALENT);
    cr_assert_eq(level_by(NULL, "5 Lê Lợi, P4, Q1", "5 Lê Lợi, P4, Q10"), ADDRESS_UNCLEAR);
    cr_assert_eq(level_by(NULL, "5 Lê Lợi", "9 Hai Bà Trưng"), ADDRESS_UNCLEAR);
}

/* Digits and letters in turn make the most words a text can have. */
Test(address, a_text_of_too_many_words_is_not_understood)
{
    char a[ADDRESS_SIZE], b[ADDRESS_SIZE];
    for (size_t i = 0; i < sizeof a; i++) {
        a[i] = i % 2 ? '7' : 'a';
    }
    a[sizeof a - 1] = '\0';
    memcpy(b, a, sizeof b);
    cr_assert_eq(level(a, b), ADDRESS_SAME);
    b[501] = '8';
    cr_assert_eq(level(a, b), ADDRESS_UNCLEAR);
    b[501] = '7';
    b[502] = 'A';
    cr_assert_eq(level(a, b), ADDRESS_SAME);
}

static void read(const char *text, struct address *ret)
{
    address_read(map_small(), TODAY, text, ret);
}

static const char *name(uint16_t unit)
{
    return unit == UNIT_NONE ? "" : map_small()->units[unit].name;
}

Test(address, an_old_address_is_read_into_its_units_and_what_they_are_today)
{
    struct address address;
    read("5 Lê Lợi, P. Bến Nghé, Q.1, TP.HCM", &address);
    cr_assert_eq(address.rest_count, 1);
    cr_assert(address.rest[0].at == 0 && address.rest[0].end == strlen("5 Lê Lợi"));
    cr_assert_str_eq(name(address.commune), "Phường Bến Nghé");
    cr_assert_str_eq(name(address.district), "Quận 1");
    cr_assert_str_eq(name(address.province), "Thành phố Hồ Chí Minh");
    cr_assert_eq(address.today_count, 1);
    cr_assert_str_eq(name(address.today[0]), "Phường Sài Gòn");
    cr_assert_eq(address.today_province, address.province);
}

Test(address, modern_keeps_house_and_street_wherever_they_stand)
{
    static const char *const TEXTS[] = {
        "TP.HCM, Quận 1, Phường Bến Nghé, Đường Lê Lợi, 05",
        "Thành phố Hồ Chí Minh - Quận 1 - Phường Bến Nghé - Đường Lê Lợi - 05",
        "Phường Bến Nghé, Quận 1, 05, Đường Lê Lợi, TP.HCM",
        "05, Đường Lê Lợi, P. Bến Nghé, Q.1, TP.HCM",
        "05, Đường Lê Lợi, P. Bến Nghé (nay là P. Sài Gòn), Q.1, TP.HCM",
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct address address;
        char out[ADDRESS_SIZE];
        read(TEXTS[i], &address);
        cr_assert_eq(address.today_count, 1, "%s", TEXTS[i]);
        cr_assert(address_modern(map_small(), TEXTS[i], &address, address.today[0], out));
        cr_assert_str_eq(out, "05, Đường Lê Lợi, Phường Sài Gòn, Thành phố Hồ Chí Minh", "%s: %s", TEXTS[i],
                         out);
    }
}

Test(address, a_text_without_units_is_all_rest)
{
    struct address address;
    read("Nhà bà Sáu, đối diện chợ", &address);
    cr_assert_eq(address.rest_count, 1);
    cr_assert_eq(address.rest[0].end, strlen("Nhà bà Sáu, đối diện chợ"));
    cr_assert_eq(address.commune, UNIT_NONE);
    cr_assert_eq(address.today_count, 0);
    address_read(NULL, TODAY, "Phường Bến Nghé, Quận 1", &address);
    cr_assert_eq(address.province, UNIT_NONE);
}

Test(address, modern_names_the_commune_and_province_of_today)
{
    struct address address;
    char out[ADDRESS_SIZE], text[ADDRESS_SIZE];
    read("5 Lê Lợi, P. Bến Nghé, Q.1, TP.HCM", &address);
    cr_assert(
        address_modern(map_small(), "5 Lê Lợi, P. Bến Nghé, Q.1, TP.HCM", &address, address.today[0], out));
    cr_assert_str_eq(out, "5 Lê Lợi, Phường Sài Gòn, Thành phố Hồ Chí Minh");
    read("P. Bến Nghé, Q.1", &address);
    cr_assert(address_modern(map_small(), "P. Bến Nghé, Q.1", &address, address.today[0], out));
    cr_assert_str_eq(out, "Phường Sài Gòn, Thành phố Hồ Chí Minh");
    static const char UNITS[] = ", P. Bến Nghé, Q1";
    memset(text, 'a', sizeof text);
    memcpy(text + sizeof text - sizeof UNITS, UNITS, sizeof UNITS);
    read(text, &address);
    cr_assert_eq(address.today_count, 1);
    cr_assert_not(address_modern(map_small(), text, &address, address.today[0], out));
    cr_assert_str_eq(out, "");
}

/* Words that several others may stand for: matched from one side alone they come to another result. */
Test(address, what_the_sides_are_makes_no_difference)
{
    static const char A[] = "q$zxxfJ xxx 'xhx hfq xxJJ", B[] = "xx hfJ|xx hf xxJJ";
    cr_assert_eq(level(A, B), level(B, A));
}

/* T-T is thị trấn as it stands; with its parts turned around the second T begins the text. */
Test(address, a_kind_of_two_words_is_none_where_they_are_parted)
{
    struct words words, turned;
    cr_assert(split_read(&words, "T-T9B"));
    cr_assert(split_reorder(&words, SPLIT_TURNED, &turned));
    for (size_t i = 0; i < turned.count; i++) {
        cr_assert_leq(turned.word[i].kind_words, i + 1);
    }
}

Test(address, any_two_texts_are_compared)
{
    static const char *const SAMPLES[] = {
        "5 Lê Lợi, P. Bến Nghé, Q.1, TP.HCM|5 Lê Lợi, Phường Sài Gòn, Thành phố Hồ Chí Minh",
        "12 Hoàng Diệu P4 Q4 TPHCM|Tỉnh Quảng Ngãi - Xã Ba Vì (X. Ba Vì cũ) - Thôn 2",
        "Số 3 ngõ 12/4A Đội Cấn, KP II, P. Ngọc Hà, Q. Ba Đình|CMT8, 3 Tháng 2, Ng. Trãi",
        "Xa Van Lang, Thai Nguyen, Viet Nam 70000|Buôn Ƀuôr, Xã Ea H'Leo, T. Đắk Lắk",
        "(((,,,---...///|P.P.P.Q.Q.T.T.X.X.",
        "TP.T-T9B|T-T 9, X.X",
    };
    rounds_run(LLVMFuzzerTestOneInput, SAMPLES, sizeof SAMPLES / sizeof *SAMPLES, 3000);
}
