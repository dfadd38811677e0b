/* scheme: lines that are read, lines that are refused by their number, papers on the day of the visit. */
#include "core/scheme.h"
#include "../fuzz/rounds.h"
#include "../support/table.h"
#include "core/entitlement.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "../fuzz/scheme.c"

#define PAPER "paper referral | must | must | may | 10 | giấy chuyển | referral | quá hạn | aged | law\n"
#define CASE "case 1.1 | here | 100 | 100 | card | yes | - | 2025-07-01 | - | đúng nơi | here | law\n"

static enum fault read(const char *text, struct scheme *ret, int *ret_line)
{
    return scheme_read(text, strlen(text), ret, ret_line);
}

Test(scheme, reads_rows_of_every_kind)
{
    static struct scheme scheme;
    int line;
    cr_assert_eq(
        read("# ghi chú\n\n" PAPER CASE "benefit 4 | 80 | 2015-01-01 | - | law\r\n"
             "  object CN | - | 2026-01-01 | - | law\n"
             "salary | 2340000 | 2024-07-01 | 2026-06-30 | law\n"
             "ceiling | 6 | 2015-01-01 | - | law\n"
             "case 3.1 | elsewhere level=basic,specialised former=central points=50-70 area=K1 days=28"
             " | 0 | 40 | card | - | referral | 2025-07-01 | 2026-06-30 | tự đến | alone | law",
             &scheme, &line),
        FAULT_NONE, "line %d", line);
    cr_expect_eq(line, 0);
    cr_assert(scheme.case_count == 2 && scheme.rate_count == 4 && scheme.paper_count == 1);
    const struct scheme_case *row = &scheme.cases[1];
    cr_expect_str_eq(row->code, "3.1");
    cr_expect(row->place == PLACE_ELSEWHERE && row->levels == (1u << LEVEL_BASIC | 1u << LEVEL_SPECIALISED));
    cr_expect(row->formers == 1u << FORMER_CENTRAL && row->points_from == 50 && row->points_to == 70);
    cr_expect(row->areas == 1u << 1 && row->age_days == 28 && row->outpatient == 0 && row->inpatient == 40);
    cr_expect(row->paper == 0 && row->of == OF_CARD && row->propose == PROPOSE_NO);
    cr_expect_str_eq(row->days.to, "2026-06-30");
    cr_expect_eq(scheme_rate(&scheme, RATE_BENEFIT, "4", "2026-11-20"), 80);
    cr_expect_eq(scheme_rate(&scheme, RATE_BENEFIT, "4", "2014-12-31"), -1);
    cr_expect_eq(scheme_rate(&scheme, RATE_SALARY, "", "2026-06-30"), 2340000);
    cr_expect_eq(scheme_rate(&scheme, RATE_SALARY, "", "2026-07-01"), -1);
    cr_expect_null(scheme_case(&scheme, "3.1", "2026-07-01"));
    cr_expect_eq(scheme_case(&scheme, "1.1", "2026-07-01"), &scheme.cases[0]);
}

Test(scheme, the_installed_table_is_read)
{
    const struct scheme *scheme = table_scheme();
    cr_expect_geq(scheme->case_count, 27);
    cr_expect_geq(scheme_paper(scheme, "referral"), 0);
    cr_expect_geq(scheme_paper(scheme, "birth_certificate"), 0);
    for (int i = 0; i < scheme->case_count; i++) {
        cr_expect_leq(strlen(scheme->cases[i].text[LANGUAGE_EN]), 60, "%s", scheme->cases[i].code);
    }
}

Test(scheme, refuses_a_line_by_its_number)
{
    static const char *const lines[] = {
        "cases 1.1 | here",
        "case 1.1",
        "case 1.1a | here | 100 | 100 | card | - | - | 2025-07-01 | - | a | b | law",
        "case 1.111 | here | 100 | 100 | card | - | - | 2025-07-01 | - | a | b | law",
        "case 2 | nowhere | 100 | 100 | card | - | - | 2025-07-01 | - | a | b | law",
        "case 2 | here elsewhere | 100 | 100 | card | - | - | 2025-07-01 | - | a | b | law",
        "case 2 | level=basic,basic | 100 | 100 | card | - | - | 2025-07-01 | - | a | b | law",
        "case 2 | level= | 100 | 100 | card | - | - | 2025-07-01 | - | a | b | law",
        "case 2 | points=70-50 | 100 | 100 | card | - | - | 2025-07-01 | - | a | b | law",
        "case 2 | points=70 | 100 | 100 | card | - | - | 2025-07-01 | - | a | b | law",
        "case 2 | days=x | 100 | 100 | card | - | - | 2025-07-01 | - | a | b | law",
        "case 2 |  | 100 | 100 | card | - | - | 2025-07-01 | - | a | b | law",
        "case 2 | - | 101 | 100 | card | - | - | 2025-07-01 | - | a | b | law",
        "case 2 | - | -1 | 100 | card | - | - | 2025-07-01 | - | a | b | law",
        "case 2 | - | 100 | 100 | - | - | - | 2025-07-01 | - | a | b | law",
        "case 2 | - | - | - | card | - | - | 2025-07-01 | - | a | b | law",
        "case 2 | - | 100 | 100 | card | maybe | - | 2025-07-01 | - | a | b | law",
        "case 2 | - | 100 | 100 | card | - | none | 2025-07-01 | - | a | b | law",
        "case 2 | - | 100 | 100 | card | - | - | 2025 | - | a | b | law",
        "case 2 | - | 100 | 100 | card | - | - | 2025-07-01 | 2025-06-30 | a | b | law",
        "case 2 | - | 100 | 100 | card | - | - | 2025-07-01 | - | - | b | law",
        "case 2 | - | 100 | 100 | card | - | - | 2025-07-01 | - | a | b | -",
        "case 2 | - | 100 | 100 | card | - | - | 2025-07-01 | - | a | b | law | more",
        "case 2 | - | 100 | 100 | card | - | - | 2025-07-01 | - | a | b | law | more | and | more",
        "benefit 6 | 80 | 2015-01-01 | - | law",
        "benefit 4 | 180 | 2015-01-01 | - | law",
        "benefit 4 | - | 2015-01-01 | - | law",
        "object cn | 100 | 2015-01-01 | - | law",
        "salary 1 | 100 | 2015-01-01 | - | law",
        "salary | 99999999999 | 2015-01-01 | - | law",
        "salary | 100 | 2015-01-01 | - | ",
        "paper Referral | must | - | - | - | a | b | - | - | law",
        "paper other | should | - | - | - | a | b | - | - | law",
        "paper other | must | - | - | 500 | a | b | - | - | law",
        "paper other | must | - | - | - | a | b | c | - | law",
        PAPER,
        CASE,
        "\xC3",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        static struct scheme scheme;
        char text[2048];
        int line;
        snprintf(text, sizeof text, "# one\n" PAPER CASE "%s", lines[i]);
        scheme.case_count = -7;
        cr_expect_eq(read(text, &scheme, &line), FAULT_SCHEME_LINE, "%s", lines[i]);
        cr_expect_eq(line, 4, "%d: %s", line, lines[i]);
        cr_expect_eq(scheme.case_count, -7);
    }
}

/* A rate changed without the last day of the old row would never be reached. */
Test(scheme, refuses_two_rows_for_one_day)
{
    static struct scheme scheme;
    int line;
    cr_expect_eq(read(CASE "benefit 4 | 80 | 2015-01-01 | - | law\nbenefit 4 | 85 | 2027-01-01 | - | law\n",
                      &scheme, &line),
                 FAULT_SCHEME_LINE);
    cr_expect_eq(line, 3);
    cr_expect_eq(read(CASE "benefit 4 | 80 | 2015-01-01 | 2026-12-31 | law\n"
                           "benefit 4 | 85 | 2027-01-01 | - | law\n",
                      &scheme, &line),
                 FAULT_NONE);
    cr_expect_eq(scheme_rate(&scheme, RATE_BENEFIT, "4", "2026-12-31"), 80);
    cr_expect_eq(scheme_rate(&scheme, RATE_BENEFIT, "4", "2027-01-01"), 85);
}

Test(scheme, refuses_what_holds_no_case_or_too_many)
{
    static struct scheme scheme;
    static char text[SCHEME_FILE_MAX];
    int line;
    cr_expect_eq(read("", &scheme, &line), FAULT_SCHEME_LINE);
    cr_expect_eq(line, 0);
    for (int i = 0, len = 0; i <= SCHEME_CASES; i++) {
        len += snprintf(text + len, sizeof text - (size_t)len,
                        "case %d | - | 100 | 100 | all | - | - | 2025-07-01 | - | a | b | law\n", 100 + i);
    }
    cr_expect_eq(read(text, &scheme, &line), FAULT_SCHEME_LINE);
    cr_expect_eq(line, SCHEME_CASES + 1);
}

static enum paper_state judge(const char *number, const char *from, const char *to, const char *day)
{
    const struct scheme *scheme = table_scheme();
    struct paper paper = {.code = "referral"};
    strcpy(paper.number, number);
    strcpy(paper.from, from);
    strcpy(paper.to, to);
    return paper_judge(&scheme->papers[scheme_paper(scheme, "referral")], &paper, day);
}

Test(paper, what_is_missing_comes_later)
{
    cr_expect_eq(judge("12/GC", "2026-11-16", "", "2026-11-20"), PAPER_FINE);
    cr_expect_eq(judge("", "2026-11-16", "", "2026-11-20"), PAPER_LATER);
    cr_expect_eq(judge("12/GC", "", "", "2026-11-20"), PAPER_LATER);
}

/* 2026-11-06 is a Friday: the tenth working day behind it is Friday the 20th. */
Test(paper, ten_working_days_are_two_weeks)
{
    cr_expect_eq(judge("1", "2026-11-20", "", "2026-11-20"), PAPER_FINE);
    cr_expect_eq(judge("1", "2026-11-06", "", "2026-11-20"), PAPER_FINE);
    cr_expect_eq(judge("1", "2026-11-06", "", "2026-11-22"), PAPER_FINE, "the week-end adds none");
    cr_expect_eq(judge("1", "2026-11-06", "", "2026-11-23"), PAPER_AGED);
    cr_expect_eq(judge("1", "2026-01-05", "2026-12-31", "2026-11-20"), PAPER_FINE, "its last day is said");
    cr_expect_eq(judge("1", "2026-01-05", "2026-11-19", "2026-11-20"), PAPER_ENDED);
    cr_expect_eq(judge("1", "1900-01-01", "", "2026-11-20"), PAPER_AGED);
}

Test(entitlement, without_a_table_there_are_no_candidates)
{
    static struct candidate list[ENTITLEMENT_MAX];
    struct hospital hospital = {.facility = "79014"};
    struct facts person = {.facility = "79014"};
    cr_expect_eq(entitlement_candidates(&hospital, &person, 0, "2026-11-20", list), 0);
    hospital.scheme = table_scheme();
    cr_expect_gt(entitlement_candidates(&hospital, &person, 0, "2026-11-20", list), 0);
    cr_expect_eq(entitlement_candidates(&hospital, &person, 0, "2026-11", list), 0, "no day, no list");
}

/* Where no own code is configured nobody is known to be registered here. */
Test(entitlement, without_an_own_code_nothing_is_proposed)
{
    static struct candidate list[ENTITLEMENT_MAX];
    struct hospital hospital = {.scheme = table_scheme()};
    struct facts person = {.facility = "79014"};
    int count = entitlement_candidates(&hospital, &person, '4', "2026-11-20", list);
    cr_assert_gt(count, 2);
    cr_expect_str_eq(list[0].row->code, "1.1");
    cr_expect_not(list[0].proposed);
}

Test(scheme, holds_for_random_bytes)
{
    static const char *const samples[] = {
        (PAPER CASE),
        (CASE "benefit 4 | 80 | 2015-01-01 | - | law\nobject CN | 100 | 2026-01-01 | - | law\n"),
        ("case 3.1 | elsewhere level=basic former=central points=50-70 area=K1 days=28 | 0 | 40 | card | "
         "known |"
         " - | 2025-07-01 | 2026-06-30 | tự đến | alone | law\n" CASE),
        ("# ghi chú\n\nsalary | 2340000 | 2024-07-01 | - | law\nceiling | 6 | 2015-01-01 | - | law\n" CASE),
    };
    rounds_run(LLVMFuzzerTestOneInput, samples, sizeof samples / sizeof *samples, 20000);
}
