/* unit_search: communes found by what is typed of their names. */
#include "core/unit_search.h"
#include "../support/map.h"
#include "desk_world.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const char TODAY[] = "2026-11-22", LATER[] = "2027-06-01", BEFORE[] = "2025-06-30";
static const char HCM[] = "79014", LANG_SON[] = "20010", BINH_DUONG[] = "74001";

/* "Sài Gòn < Bến Nghé; Tân Định": what is found, seen from a hospital. */
static const char *found(const char *facility, const char *day, const char *typed)
{
    static char out[2048];
    const struct units *units = map_small();
    struct unit_choice list[UNIT_CHOICES];
    int count = unit_search(units, day, unit_home(units, day, facility), typed, list);
    cr_assert_leq(count, UNIT_CHOICES);
    out[0] = '\0';
    for (int i = 0; i < count; i++) {
        size_t len = strlen(out);
        bool before = list[i].before != UNIT_NONE;
        cr_assert(unit_in_force(units, list[i].commune, day), "%s", typed);
        cr_assert(!before || !unit_in_force(units, list[i].before, day), "%s", typed);
        snprintf(out + len, sizeof out - len, "%s%s%s%s", i > 0 ? "; " : "",
                 units->units[list[i].commune].proper, before ? " < " : "",
                 before ? units->units[list[i].before].proper : "");
    }
    return out;
}

#define FINDS(typed, wanted) cr_expect_str_eq(found(HCM, TODAY, typed), wanted, "\"%s\"", typed)
#define FINDS_FIRST(typed, wanted)                                                                           \
    cr_expect(strncmp(found(HCM, TODAY, typed), wanted, sizeof wanted - 1) == 0, "\"%s\": %s", typed,        \
              found(HCM, TODAY, typed))

Test(unit_search, finds_by_initials)
{
    FINDS_FIRST("bn", "Sài Gòn < Bến Nghé; Ba Vì < Ba Ngạc");
    FINDS_FIRST("BN", "Sài Gòn < Bến Nghé");
    FINDS("pbn", "Sài Gòn < Bến Nghé");
    FINDS("col", "Cầu Ông Lãnh; Bến Thành < Cầu Ông Lãnh");
    FINDS("ocd", "Ô Chợ Dừa");
    FINDS("ehl", "Ea H'Leo");
    FINDS("dkcd", "Côn Đảo");
    FINDS("xvl", "Văn Lang; Văn Lăng; Vũ Lễ; Vũ Lăng; Cần Đăng < Vĩnh Lợi");
}

/* Some initials of a longer name come behind all initials of a shorter one. */
Test(unit_search, finds_by_the_first_initials)
{
    FINDS_FIRST("vm", "Trần Phú < Văn Minh; Văn Miếu - Quốc Tử Giám");
    FINDS("vmqtg", "Văn Miếu - Quốc Tử Giám");
}

Test(unit_search, finds_by_first_letters)
{
    FINDS("ben ng", "Sài Gòn < Bến Nghé");
    FINDS("ben n", "Sài Gòn < Bến Nghé");
    FINDS("saig", "Sài Gòn");
    FINDS("sai gon", "Sài Gòn");
    FINDS("bennghe", "Sài Gòn < Bến Nghé");
    FINDS(" Bến  Nghé ", "Sài Gòn < Bến Nghé");
    FINDS("eah", "Ea H'Leo; Ea Hiao");
    FINDS("mi t", "Mỹ Thượng");
    FINDS("mỹ t", "Mỹ Thượng");
}

Test(unit_search, finds_behind_a_kind)
{
    FINDS("p. ben ngh", "Sài Gòn < Bến Nghé");
    FINDS("phường bến ngh", "Sài Gòn < Bến Nghé");
    FINDS_FIRST("đặc khu côn", "Côn Đảo; Côn Minh");
    FINDS("tt an chau", "An Châu < An Châu");
}

/* The kind that was named comes first; a wrong one is no reason to find nothing. */
Test(unit_search, prefers_the_kind_that_was_named)
{
    FINDS("tân đ", "Tân Đông Hiệp; Tân Định; Dĩ An < Tân Đông Hiệp");
    FINDS("vũ l", "Vũ Lễ; Vũ Lăng");
    FINDS("phường vũ", "Vũng Tàu; Vũ Ninh; Vũ Lễ; Vũ Lăng; Vũ Lễ < Vũ Sơn");
    FINDS("xã bến nghé", "Sài Gòn < Bến Nghé");
}

Test(unit_search, finds_numbered_wards)
{
    FINDS("p4", "Vũng Tàu < 4; Hạnh Thông < 4; Khánh Hội < 4; Vĩnh Hội < 4");
    FINDS("P.04", "Vũng Tàu < 4; Hạnh Thông < 4; Khánh Hội < 4; Vĩnh Hội < 4");
    FINDS("p4 q4", "Khánh Hội < 4; Vĩnh Hội < 4");
    FINDS("phường 4 quận 4", "Khánh Hội < 4; Vĩnh Hội < 4");
    FINDS("p4 vung", "Vũng Tàu < 4");
}

Test(unit_search, finds_within_a_district_or_province)
{
    FINDS("tan ha ham tan", "Hàm Tân < Tân Hà");
    FINDS("tan ha h. duc", "Trà Tân < Tân Hà");
    FINDS("tan ha ld", "Trà Tân < Tân Hà; Hàm Tân < Tân Hà");
    FINDS("ht hcm", "Hạnh Thông");
    FINDS("vl lang son", "Vũ Lễ; Vũ Lăng");
    FINDS("ben nghe hue", "");
}

/* Diacritics that were typed and are not in the name put it behind; those not typed do nothing. */
Test(unit_search, heeds_typed_diacritics)
{
    FINDS("van lang", "Văn Lang; Văn Lăng");
    FINDS("văn lăng", "Văn Lăng; Văn Lang");
    FINDS("ba tơ", "Ba Tơ; Ba Tô");
    FINDS("ba tô", "Ba Tô; Ba Tơ");
}

/* Telex makes đ of dd and á of as, which may have been meant as initials. */
Test(unit_search, reads_what_telex_made_of_initials)
{
    FINDS("é", "Ea Hiao < Ea Sol");
    FINDS("es", "Ea Hiao < Ea Sol");
    FINDS("xé", "Ea Hiao < Ea Sol");
}

Test(unit_search, finds_later_words)
{
    FINDS("nghe", "Sài Gòn < Bến Nghé");
    FINDS("kao", "Sài Gòn < Đa Kao; Tân Định < Đa Kao");
}

Test(unit_search, puts_the_own_province_first)
{
    cr_expect_str_eq(found(LANG_SON, TODAY, "vl"), "Vũ Lễ; Vũ Lăng; Văn Lang; Văn Lăng; Cần Đăng < Vĩnh Lợi");
    cr_expect_str_eq(found("", TODAY, "vl"), "Văn Lang; Văn Lăng; Vũ Lễ; Vũ Lăng; Cần Đăng < Vĩnh Lợi");
    /* a province of before that is a part of another one today */
    cr_expect_str_eq(found(BINH_DUONG, TODAY, "ph t"), found(HCM, TODAY, "ph t"));
    cr_expect(strncmp(found(BINH_DUONG, TODAY, "ph t"), "Phước Thắng; ", 15) == 0);
}

/* A commune of today that bears the name of one that joined it stands once. */
Test(unit_search, names_no_commune_twice)
{
    FINDS("ben thanh", "Bến Thành");
    FINDS("tan dinh", "Tân Định");
    FINDS("dai mo", "Đại Mỗ; Xuân Phương < Đại Mỗ; Tây Mỗ < Đại Mỗ; Hà Đông < Đại Mỗ; Dương Nội < Đại Mỗ");
}

Test(unit_search, follows_the_day)
{
    cr_expect_str_eq(found(HCM, BEFORE, "ben ngh"), "Bến Nghé");
    cr_expect_str_eq(found(HCM, TODAY, "ben ngh"), "Sài Gòn < Bến Nghé");
    cr_expect_str_eq(found(HCM, LATER, "ben ngh"),
                     "Bến Nghé Mới; Sài Gòn < Bến Nghé; Bến Nghé Mới < Bến Nghé");
}

Test(unit_search, finds_nothing_where_nothing_is_meant)
{
    static const char *const typed[] = {
        "", " ", "b", "5 Lê Lợi", "12/3", "KP3", "Tổ 5", "Thành phố Hồ Chí Minh", "zz", "....", "ấp Chánh"};
    char longest[600] = "";
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        FINDS(typed[i], "");
    }
    memset(longest, 'a', sizeof longest - 1);
    FINDS(longest, "");
}

Test(unit_search, knows_the_province_of_a_hospital)
{
    const struct units *units = map_small();
    static const struct {
        const char *facility, *name;
    } homes[] = {{"79014", "Thành phố Hồ Chí Minh"},
                 {"74001", "Thành phố Hồ Chí Minh"},
                 {"24001", "Tỉnh Bắc Ninh"},
                 {"01C54", "Thành phố Hà Nội"},
                 {"89001", "Tỉnh An Giang"}};
    for (size_t i = 0; i < sizeof homes / sizeof *homes; i++) {
        uint16_t home = unit_home(units, TODAY, homes[i].facility);
        cr_assert_neq(home, UNIT_NONE, "%s", homes[i].facility);
        cr_expect_str_eq(units->units[home].name, homes[i].name);
    }
    cr_expect_eq(unit_home(units, TODAY, ""), UNIT_NONE);
    cr_expect_eq(unit_home(units, TODAY, "7"), UNIT_NONE);
    cr_expect_eq(unit_home(units, TODAY, "97001"), UNIT_NONE);
}

/* Whatever is typed, what is found is in force. */
Test(unit_search, bears_whatever_is_typed)
{
    static const char *const pieces[] = {
        "a", "b",  "t", "n", "p", "x", "i",   "y",   "đ",     "ế",  "Ơ",      "é",     "1",   "04",
        " ", "  ", ",", ".", "'", "-", "tt ", "xã ", "quận ", "漢", "\u0302", "h'leo", "tan", "bến"};
    enum { PIECES = sizeof pieces / sizeof *pieces, ROUNDS = 20000 };
    uint64_t state = 20261122;
    for (int round = 0; round < ROUNDS; round++) {
        char typed[600] = "";
        for (uint64_t left = world_random(&state, round % 100 == 0 ? 90 : 9); left > 0; left--) {
            strcat(typed, pieces[world_random(&state, PIECES)]);
        }
        found(HCM, TODAY, typed); /* it asserts what holds of each choice */
    }
}
