/* date: every written form, and what is no date. */
#include "core/date.h"
#include <criterion/criterion.h>
#include <string.h>

static const struct {
    const char *in, *iso; /* NULL: not a date */
} readings[] = {
    /* as cards and clerks write */
    {"12/03/1985", "1985-03-12"},
    {"5/9/1985", "1985-09-05"},
    {"12-03-1985", "1985-03-12"},
    {"12.3.1985", "1985-03-12"},
    {" 01/10/2027", "2027-10-01"},
    {"12/03/1985 \t", "1985-03-12"},
    {"03/1985", "1985-03"},
    {"3/1985", "1985-03"},
    {"1985", "1985"},
    {"", ""},
    {"-", ""},
    {" - ", ""},
    {"   ", ""},
    /* as machines write */
    {"25101995", "1995-10-25"},
    {"19951025", "1995-10-25"},
    {"199510250830", "1995-10-25"},
    {"195200000000", "1952"},
    {"195203000000", "1952-03"},
    {"19520000", "1952"},
    {"19520300", "1952-03"},
    {"1995-10-25", "1995-10-25"},
    {"1995-10", "1995-10"},
    {"1995/10/25", "1995-10-25"},
    {"2024-08-29T08:33:08.5454145Z", "2024-08-29"},
    {"2024-08-29 08:33:08", "2024-08-29"},
    {"29/08/2024 00:00:00", "2024-08-29"},
    /* unknown parts are 00 */
    {"00/00/1952", "1952"},
    {"00/03/1952", "1952-03"},
    {"00001952", "1952"},
    {"00031952", "1952-03"},
    {"0000-00-00", NULL},
    {"12/00/1952", NULL},
    {"19520012", NULL},
    /* which reading of eight digits */
    {"20101920", "1920-10-20"},
    {"20111012", "2011-10-12"},
    {"20122012", "2012-12-20"},
    {"19121912", "1912-12-19"},
    {"20031900", "1900-03-20"},
    {"20010000", "2001"},
    /* the calendar */
    {"29/02/2024", "2024-02-29"},
    {"29/02/2000", "2000-02-29"},
    {"29/02/1900", NULL},
    {"29021900", NULL},
    {"29/02/2023", NULL},
    {"30/02/2024", NULL},
    {"31/04/2024", NULL},
    {"31/12/2024", "2024-12-31"},
    {"32/12/2024", NULL},
    {"12/13/2024", NULL},
    {"13/1985", NULL},
    {"01/01/1870", "1870-01-01"},
    {"31/12/1869", NULL},
    {"31/12/2199", "2199-12-31"},
    {"01/01/2200", NULL},
    {"1869", NULL},
    {"9999", NULL},
    /* not dates */
    {"12/03/85", NULL},
    {"12/03-1985", NULL},
    {"12//1985", NULL},
    {"/03/1985", NULL},
    {"12/03/", NULL},
    {"012/03/1985", NULL},
    {"12/003/1985", NULL},
    {"12/03/19850", NULL},
    {"12/03/1985x", NULL},
    {"12/03/1985 x", NULL},
    {"12/03/1985 123", NULL},
    {"12/03/1985 -", NULL},
    {"12/03/1985 8:00 x", NULL},
    {"12/03/1985T", NULL},
    {"12 03 1985", NULL},
    {"1985 10:00", NULL},
    {"031985", NULL},
    {"1995102508", NULL},
    {"199510252430", NULL},
    {"199510250860", NULL},
    {"99999999999999999999999999999999", NULL},
    {"--", NULL},
    {"Feb 30", NULL},
    {"nam 1985", NULL},
    {"١٩٨٥", NULL},
};

Test(date, reads_every_form)
{
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        date_text got = "before";
        enum fault fault = date_read(readings[i].in, got);
        if (readings[i].iso) {
            cr_assert_eq(fault, FAULT_NONE, "'%s' refused", readings[i].in);
            cr_assert_str_eq(got, readings[i].iso, "'%s' read as '%s'", readings[i].in, got);
        } else {
            cr_assert_eq(fault, FAULT_DATE_INVALID, "'%s' read as '%s'", readings[i].in, got);
            cr_assert_str_eq(got, "before", "'%s' was refused and written", readings[i].in);
        }
    }
}

Test(date, knows_its_own_form)
{
    static const struct {
        const char *iso;
        bool valid, full;
    } table[] = {
        {"1985-03-12", true, true},   {"1985-03", true, false},      {"1985", true, false},
        {"", false, false},           {"1985-", false, false},       {"1985-3-12", false, false},
        {"1985-00", false, false},    {"1985-00-00", false, false},  {"1985-02-30", false, false},
        {"12/03/1985", false, false}, {"1985-03-12 ", false, false}, {"1985-03-00", false, false},
        {"1869-01-01", false, false}, {"198", false, false},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        cr_assert_eq(date_valid(table[i].iso), table[i].valid, "'%s'", table[i].iso);
        cr_assert_eq(date_full(table[i].iso), table[i].full, "'%s'", table[i].iso);
    }
}

Test(date, shows_as_people_here_write)
{
    static const char *const table[][2] = {
        {"1985-03-12", "12/03/1985"}, {"1985-03", "03/1985"}, {"1985", "1985"}, {"", ""}, {"1985-02-30", ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        date_text out;
        date_show(table[i][0], out);
        cr_assert_str_eq(out, table[i][1]);
    }
}

Test(date, agrees_by_the_coarser_one)
{
    cr_assert(date_agree("1952", "1952-03-12"));
    cr_assert(date_agree("1952-03-12", "1952-03"));
    cr_assert(date_agree("1952-03-12", "1952-03-12"));
    cr_assert_not(date_agree("1952-03-12", "1952-04"));
    cr_assert_not(date_agree("1953", "1952-03-12"));
    cr_assert_not(date_agree("1952-03-12", "1952-03-13"));
}

/* Every day of the range, in order, there and back, and as itself in both ways of writing it. */
Test(date, counts_days_without_a_gap)
{
    cr_assert_eq(date_days("1970-01-01"), 0);
    cr_assert_eq(date_days("2000-03-01"), 11017);
    cr_assert_eq(date_days("1969-12-31"), -1);
    date_text before = "", day, again;
    for (long n = date_days("1870-01-01"); n <= date_days("2199-12-31"); n++) {
        date_from_days(n, day);
        cr_assert(date_full(day), "day %ld is '%s'", n, day);
        cr_assert_eq(date_days(day), n, "%s", day);
        cr_assert(strcmp(before, day) < 0, "%s before %s", before, day);
        strcpy(before, day);
        date_text shown;
        date_show(day, shown);
        cr_assert(date_read(shown, again) == FAULT_NONE && strcmp(day, again) == 0, "%s", shown);
    }
}

Test(date, tells_the_age)
{
    static const struct {
        const char *birth, *today;
        int age;
    } table[] = {
        {"1985-03-12", "2026-03-11", 40}, {"1985-03-12", "2026-03-12", 41}, {"1985", "2026-01-01", 41},
        {"1985-12", "2026-01-01", 41},    {"2026-11-22", "2026-11-22", 0},  {"2026-11-23", "2026-11-22", -1},
        {"2024-02-29", "2025-02-28", 0},  {"2024-02-29", "2025-03-01", 1},  {"", "2026-01-01", -1},
        {"1985-03-12", "", -1},           {"2026", "2026-11-22", 0},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        cr_assert_eq(date_age(table[i].birth, table[i].today), table[i].age, "%s on %s", table[i].birth,
                     table[i].today);
    }
}

Test(date, is_the_day_in_vietnam)
{
    static const struct {
        long long seconds;
        const char *day;
    } table[] = {
        {0, "1970-01-01"},          {-7 * 3600, "1970-01-01"},  {-7 * 3600 - 1, "1969-12-31"},
        {1795366799, "2026-11-22"}, {1795366800, "2026-11-23"}, {-86400 * 365LL, "1969-01-01"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        date_text day;
        date_of_time(table[i].seconds, day);
        cr_assert_str_eq(day, table[i].day, "%lld is %s", table[i].seconds, day);
    }
}
