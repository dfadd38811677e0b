/* unit: the table of administrative units: names and codes found, and what became of each kind of unit. */
#include "core/unit.h"
#include "../support/map.h"
#include <criterion/criterion.h>
#include <string.h>

static const char BEFORE[] = "2025-06-30", TODAY[] = "2026-11-22", LATER[] = "2027-06-01";

static void key_of(const char *text, char out[UNIT_KEY_SIZE])
{
    struct letter letters[128];
    size_t count = letters_read(letters, 128, text);
    letters_settle(letters, count);
    letters_simplify(letters, count);
    unit_key(letters, count, out);
}

/* "Phường Sài Gòn 26740; Phường Tân Định 26737" of the units that hold what the code was on the day it was so
 * called. */
static const char *today_of(const char *code, const char *named_on, const char *day)
{
    static char out[MAP_SAID];
    const struct units *units = map_small();
    uint16_t unit = unit_code(units, code, named_on);
    cr_assert_neq(unit, UNIT_NONE, "%s", code);
    map_say(units, unit, day, out);
    return out;
}

/* How many entries the text finds. */
static int find(const char *text, int level)
{
    const struct units *units = map_small();
    char key[UNIT_KEY_SIZE];
    int count = 0;
    key_of(text, key);
    for (uint16_t at = unit_find(units, key, strlen(key)); at != UNIT_NONE; at = unit_next(units, at)) {
        cr_assert_str_eq(units->units[at].key, key);
        count += units->units[at].level == level;
    }
    return count;
}

static const struct unit *the(const char *text, int level)
{
    const struct units *units = map_small();
    char key[UNIT_KEY_SIZE];
    key_of(text, key);
    uint16_t at = unit_find(units, key, strlen(key));
    while (at != UNIT_NONE && units->units[at].level != level) {
        at = unit_next(units, at);
    }
    cr_assert_neq(at, UNIT_NONE, "%s", text);
    return &units->units[units->units[at].self];
}

Test(unit, a_key_has_neither_case_nor_marks_nor_gaps_nor_leading_zeros)
{
    static const char *const keys[][2] = {
        {"Bến Nghé", "bennghe"},
        {"BEN  NGHE", "bennghe"},
        {"04", "4"},
        {"10", "10"},
        {"Phú Hòa 01", "phuhoa1"},
        {"Ea H'Leo", "eahleo"},
        {"Ea H’leo", "eahleo"},
        {"0", "0"},
        {"Lý Sơn", "lison"},
        {"Lí Sơn", "lison"},
        {"", ""},
        {"1 02", "12"},
        {"Đăk Pơ", "dakpo"},
        {"Văn Miếu - Quốc Tử Giám", "vanmieuquoctugiam"},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        char key[UNIT_KEY_SIZE];
        key_of(keys[i][0], key);
        cr_assert_str_eq(key, keys[i][1], "%s", keys[i][0]);
    }
}

Test(unit, a_key_that_does_not_fit_is_none)
{
    struct letter letters[UNIT_KEY_SIZE];
    char key[UNIT_KEY_SIZE] = "x";
    for (size_t i = 0; i < UNIT_KEY_SIZE; i++) {
        letters[i] = (struct letter){'a', 0, 0};
    }
    cr_assert_eq(unit_key(letters, UNIT_KEY_SIZE, key), 0);
    cr_assert_str_eq(key, "");
    cr_assert_eq(unit_key(letters, UNIT_KEY_SIZE - 1, key), UNIT_KEY_SIZE - 1);
}

Test(unit, every_unit_of_a_name_is_found)
{
    cr_assert_eq(find("Bến Nghé", UNIT_COMMUNE), 1);
    cr_assert_eq(find("tan ha", UNIT_COMMUNE), 2, "one name in two districts");
    cr_assert_eq(find("Văn Lang", UNIT_COMMUNE), 4, "two of before, two of today, as diacritics make no key");
    cr_assert_eq(find("Phường", UNIT_COMMUNE), 0);
    cr_assert_eq(find("Gò Vấp", UNIT_DISTRICT), 1);
    cr_assert_eq(find("Gò Vấp", UNIT_COMMUNE), 1);
    cr_assert_eq(find("nowhere", UNIT_COMMUNE), 0);
}

Test(unit, a_unit_knows_its_kind_and_where_it_lay)
{
    const struct units *units = map_small();
    const struct unit *commune = the("Bến Nghé", UNIT_COMMUNE);
    cr_assert_str_eq(commune->name, "Phường Bến Nghé");
    cr_assert_str_eq(commune->proper, "Bến Nghé");
    cr_assert_str_eq(commune->code, "26740");
    cr_assert_eq(commune->kind, UNIT_KIND_PHUONG);
    cr_assert_str_eq(units->units[commune->parent].name, "Quận 1");
    cr_assert_str_eq(units->units[commune->province].name, "Thành phố Hồ Chí Minh");
    cr_assert_str_eq(units->units[units->units[commune->parent].parent].code, "79");
    const struct unit *today = &units->units[unit_code(units, "26740", TODAY)];
    cr_assert_str_eq(today->name, "Phường Sài Gòn");
    cr_assert_eq(today->parent, today->province);
    cr_assert_eq(units->units[today->province].parent, UNIT_NONE);
}

Test(unit, other_names_lead_to_the_province)
{
    static const char *const names[] = {"HCM", "TPHCM", "tp hcm", "Sài Gòn - Gia Định", "Hồ Chí Minh"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *name = strncmp(names[i], "tp ", 3) == 0 ? names[i] + 3 : names[i];
        cr_assert_str_eq(the(name, UNIT_PROVINCE)->code, "79", "%s", name);
    }
    cr_assert_str_eq(the("Thừa Thiên - Huế", UNIT_PROVINCE)->name, "Thành phố Huế");
    cr_assert_str_eq(the("Đắc Lắc", UNIT_PROVINCE)->code, "66");
    cr_assert_str_eq(the("BR-VT", UNIT_PROVINCE)->name, "Tỉnh Bà Rịa - Vũng Tàu");
    cr_assert_gt(map_small()->names, map_small()->count);
}

Test(unit, what_became_of_a_commune)
{
    cr_assert_str_eq(today_of("24184", BEFORE, TODAY), "Xã Ea H'Leo 24184", "one to one");
    cr_assert_str_eq(today_of("05692", BEFORE, TODAY), "Xã Đồng Hỷ 05692", "renamed");
    cr_assert_str_eq(today_of("26902", BEFORE, TODAY), "Phường Hạnh Thông 26890", "merged");
    cr_assert_str_eq(today_of("26737", BEFORE, TODAY), "Phường Sài Gòn 26740; Phường Tân Định 26737", "two");
    cr_assert_str_eq(today_of("00634", BEFORE, TODAY),
                     "Phường Xuân Phương 00622; Phường Tây Mỗ 00634; Phường Đại Mỗ 00637; "
                     "Phường Hà Đông 09556; Phường Dương Nội 09886",
                     "divided into five");
    cr_assert_str_eq(today_of("30622", BEFORE, TODAY), "", "not known");
    cr_assert_str_eq(today_of("26740", TODAY, TODAY), "Phường Sài Gòn 26740", "in force");
    cr_assert_str_eq(today_of("26740", BEFORE, BEFORE), "Phường Bến Nghé 26740", "in force then");
}

Test(unit, a_later_change_is_followed_through_both)
{
    cr_assert_str_eq(today_of("26740", BEFORE, LATER), "Phường Sài Gòn 26740; Phường Bến Nghé Mới 26741");
    cr_assert_str_eq(today_of("26737", BEFORE, LATER),
                     "Phường Sài Gòn 26740; Phường Bến Nghé Mới 26741; Phường Tân Định 26737");
    cr_assert_str_eq(today_of("02140", BEFORE, LATER), "Xã Cường Lợi 02152");
    cr_assert_str_eq(today_of("02152", TODAY, LATER), "Xã Cường Lợi 02152",
                     "what the list does not name goes on");
    cr_assert_str_eq(today_of("26741", LATER, TODAY), "Phường Bến Nghé Mới 26741", "yet to come");
}

Test(unit, what_became_of_a_province)
{
    cr_assert_str_eq(today_of("79", BEFORE, TODAY), "Thành phố Hồ Chí Minh 79", "goes on");
    cr_assert_str_eq(today_of("74", BEFORE, TODAY), "Thành phố Hồ Chí Minh 79", "joins");
    cr_assert_str_eq(today_of("27", BEFORE, TODAY), "Tỉnh Bắc Ninh 24", "under another code");
    cr_assert_str_eq(today_of("24", BEFORE, TODAY), "Tỉnh Bắc Ninh 24", "another name under its code");
    cr_assert_eq(unit_code(map_small(), "74", TODAY), UNIT_NONE);
}

Test(unit, a_district_has_no_heirs_but_an_island)
{
    const struct units *units = map_small();
    uint16_t list[UNIT_HEIRS];
    cr_assert_eq(unit_today(units, the("1", UNIT_DISTRICT)->self, TODAY, list), 0);
    cr_assert_eq(unit_today(units, the("Côn Đảo", UNIT_DISTRICT)->self, TODAY, list), 1);
    cr_assert_str_eq(units->units[list[0]].name, "Đặc khu Côn Đảo");
}

Test(unit, a_map_says_where_it_may_not_know_all_heirs)
{
    const struct units *units = map_small();
    const struct unit *gone = the("4", UNIT_COMMUNE);
    while (gone->code[0] || gone->level != UNIT_COMMUNE) {
        gone = &units->units[unit_next(units, gone->self)];
    }
    uint16_t list[UNIT_HEIRS];
    cr_assert_str_eq(units->units[gone->parent].name, "Quận Gò Vấp");
    cr_assert_eq(unit_today(units, gone->self, TODAY, list), 1);
    cr_assert_str_eq(units->units[list[0]].name, "Phường Hạnh Thông");
    cr_assert(!unit_sure(units, gone->self, TODAY));
    cr_assert(unit_sure(units, unit_code(units, "26737", BEFORE), TODAY));
    cr_assert(!unit_sure(units, unit_code(units, "30622", BEFORE), TODAY), "none known");
    cr_assert(unit_sure(units, unit_code(units, "26737", TODAY), TODAY));
}

Test(unit, in_force_from_the_day_of_the_change)
{
    const struct units *units = map_small();
    uint16_t before = the("Bến Nghé", UNIT_COMMUNE)->self, today = unit_code(units, "26740", TODAY);
    cr_assert(unit_in_force(units, before, "2025-06-30") && !unit_in_force(units, today, "2025-06-30"));
    cr_assert(!unit_in_force(units, before, "2025-07-01") && unit_in_force(units, today, "2025-07-01"));
    cr_assert(unit_in_force(units, today, "2026-12-31") && !unit_in_force(units, today, "2027-01-01"));
}
