/* form: the difficulty for the BHXH office and the day's list, as they are printed. */
#include "core/form.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const struct hospital HOSPITAL = {
    .facility = "79014", .facility_name = "BV Mẫu", .office = "BHXH Mẫu"};
static const struct difficulty_record RECORD = {
    .number = 12,
    .at = "2026-11-20T08:41",
    .kind = DIFFICULTY_FACILITY,
    .text = "Thẻ ghi 79014, hệ thống ghi 79025",
    .name = "LÊ MẪU",
    .birth_date = "1985-03-12",
    .number_shown = "0123456789",
    .counter = "Quầy 3",
    .clerk = "Lan",
    .state = DIFFICULTY_SENT,
    .state_day = "2026-11-21",
};
static const struct difficulty_detail DETAIL = {.card = {.facility = "79014"},
                                                .system = {.facility = "79025"}};
static char made[4096];

static const char *difficulty(const char *template, const struct difficulty_record *record)
{
    cr_assert_eq(form_difficulty(template, record, &DETAIL, &HOSPITAL, "2026-11-22", made, sizeof made),
                 FAULT_NONE);
    return made;
}

Test(form, a_difficulty_says_whose_when_and_what)
{
    cr_expect_str_eq(
        difficulty("{number} {time} {day} {kind}: {text}\n{name} {birth} {card} {phone}\n{state} "
                   "{state_day}, {clerk} {counter}, {today}, {office}",
                   &RECORD),
        "12 08:41 20/11/2026 Sai nơi ĐK KCBBĐ: Thẻ ghi 79014, hệ thống ghi 79025\n"
        "LÊ MẪU 12/03/1985 0123456789 ........\n"
        "đã gửi 21/11/2026, Lan Quầy 3, 22/11/2026, BHXH Mẫu\n");
}

Test(form, a_difficulty_shows_the_parts_of_its_kind_and_state)
{
    const char *template = "[facility]\na\n[app]\nb\n[open]\nc\n[sent]\nd\n[reply]\n{reply}\n[always]\ne\n";
    struct difficulty_record record = RECORD;
    cr_expect_str_eq(difficulty(template, &record), "a\nd\ne\n");
    strcpy(record.reply, "Đã sửa");
    record.state = DIFFICULTY_ANSWERED;
    cr_expect_str_eq(difficulty(template, &record), "a\nĐã sửa\ne\n");
    cr_expect_str_eq(difficulty("{facility_card} {facility_system} {address_system}", &record),
                     "79014 79025 ........\n");
    memset(record.at, 0, sizeof record.at);
    strcpy(record.at, "2026-11-20");
    cr_expect_str_eq(difficulty("{time} {day}", &record), "........ 20/11/2026\n", "no time is known");
}

static const char *day(const char *template, enum day_part part, const struct act *act)
{
    static const struct day_totals totals = {.intakes = 7,
                                             .admitted = 4,
                                             .provisional = 2,
                                             .not_insured = 1,
                                             .by_filter = {[ACT_UNCHECKED] = 2, [ACT_CORRECTED] = 3},
                                             .undone = 5,
                                             .difficulties = 6,
                                             .closed_at = "2026-11-20T17:05",
                                             .closed_by = "Lan"};
    const struct day_form form = {&HOSPITAL, &totals, "2026-11-20", "2026-11-21"};
    cr_assert_eq(form_day(template, part, &form, act, 9, made, sizeof made), FAULT_NONE);
    return made;
}

Test(form, a_day_has_a_head_its_rows_and_an_end)
{
    const char *template =
        "[head]\n{hospital} {day}\n[row]\n{no:4}{time:6}{name:8}{status:11}{marks}\n[end]\n{intakes} "
        "{admitted} {provisional} {not_insured} {unchecked} {corrected} {difficulties} {undone} "
        "{closed} {closed_by}\n";
    struct act act = {.time = "08:41", .name = "LÊ THỊ MẪU", .status = INTAKE_PROVISIONAL, .corrections = 1};
    cr_expect_str_eq(day(template, DAY_HEAD, NULL), "BV Mẫu 20/11/2026\n");
    cr_expect_str_eq(day(template, DAY_ROW, &act), "9   08:41 LÊ THỊ …tạm nhận   có sửa\n");
    cr_expect_str_eq(day(template, DAY_END, NULL), "7 4 2 1 2 3 6 5 17:05 Lan\n");
    act.undone = act.unchecked = act.nameless = act.difficulty = true;
    cr_expect_str_eq(day("[row]\n{status} {marks}", DAY_ROW, &act),
                     "đã hoàn tác chưa kiểm tra, có sửa, vướng mắc, chưa rõ người\n");
}
