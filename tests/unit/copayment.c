/* copayment: what the patient paid this year, and what may be said of it. */
#include "core/copayment.h"
#include "../support/table.h"
#include <criterion/criterion.h>
#include <string.h>

#define TODAY "2026-11-20" /* six base salaries of 2,530,000 are 15,180,000 */

static struct reply paid(int count, const long long amounts[], const long long sums[])
{
    struct reply reply = {.ask = ASK_COPAYMENT, .payment_count = count};
    for (int i = 0; i < count; i++) {
        strcpy(reply.payments[i].to, "2026-10-01T09:00");
        reply.payments[i].paid = amounts[i];
        reply.payments[i].total = sums[i];
    }
    return reply;
}

static struct copayment read(const struct reply *reply, const char *five_years)
{
    struct copayment known;
    copayment_read(reply, table_scheme(), five_years, TODAY, &known);
    return known;
}

static void expect_text(const struct copayment *known, const char *words)
{
    char text[COPAYMENT_TEXT];
    copayment_text(known, LANGUAGE_VI, text);
    cr_expect(strstr(text, words), "%s: %s", words, text);
    copayment_text(known, LANGUAGE_EN, text);
    cr_expect(*text && strlen(text) < COPAYMENT_TEXT - 1);
}

Test(copayment, more_than_six_base_salaries_is_free_to_the_end_of_the_year)
{
    struct reply reply = paid(1, (long long[]){500000}, (long long[]){15180001});
    struct copayment known = read(&reply, "2020-01-01");
    cr_expect(known.state == COPAYMENT_FREE && known.paid == 15180001 && known.running);
    cr_expect_eq(known.most, 15180000);
    expect_text(&known, "15.180.001 đồng (lũy kế của cổng)");
    expect_text(&known, "không cùng chi trả đến 31/12/2026");
}

Test(copayment, exactly_the_threshold_is_not_more_than_it)
{
    struct reply reply = paid(1, (long long[]){15180000}, (long long[]){-1});
    struct copayment known = read(&reply, "2020-01-01");
    cr_expect(known.state == COPAYMENT_LEFT && known.left == 0 && !known.running);
}

Test(copayment, the_larger_of_the_two_sums_counts_and_is_named)
{
    struct reply reply = paid(2, (long long[]){3000000, 2000000}, (long long[]){4000000, 2000000});
    struct copayment known = read(&reply, "2020-01-01");
    cr_expect(known.paid == 5000000 && !known.running && known.left == 10180000);
    expect_text(&known, "cộng các lượt khám");
    expect_text(&known, "còn 10.180.000 đồng");
}

Test(copayment, only_this_calendar_year_counts)
{
    struct reply reply = paid(2, (long long[]){3000000, 20000000}, (long long[]){3000000, 20000000});
    strcpy(reply.payments[1].to, "2025-12-31T09:00");
    struct copayment known = read(&reply, "2020-01-01");
    cr_expect_eq(known.paid, 3000000);
    strcpy(reply.payments[0].to, "");
    strcpy(reply.payments[0].from, "2026-01-01T07:00");
    known = read(&reply, "2020-01-01");
    cr_expect_eq(known.paid, 3000000, "without a last day the first one counts");
}

/* The running sum began in January, the five years in June. */
Test(copayment, five_years_within_the_year_count_from_their_day)
{
    struct reply reply = paid(2, (long long[]){1000000, 16000000}, (long long[]){17000000, 16000000});
    strcpy(reply.payments[1].to, "2026-03-01T09:00");
    struct copayment known = read(&reply, "2026-06-01");
    cr_expect(known.state == COPAYMENT_LEFT && known.paid == 1000000);
    expect_text(&known, "Từ 01/06/2026");
}

Test(copayment, without_five_years_nothing_is_waived)
{
    struct reply reply = paid(1, (long long[]){20000000}, (long long[]){20000000});
    struct copayment known = read(&reply, "2027-10-01");
    cr_expect(known.state == COPAYMENT_NOT_YET && known.left == -1);
    expect_text(&known, "từ 01/10/2027");
    known = read(&reply, "");
    cr_expect_eq(known.state, COPAYMENT_NO_DATE);
    expect_text(&known, "Chưa biết ngày đủ 5 năm");
    known = read(&reply, "2020");
    cr_expect_eq(known.state, COPAYMENT_NO_DATE);
}

Test(copayment, nothing_paid_is_known_and_silence_is_not)
{
    struct reply reply = {.ask = ASK_COPAYMENT, .code = "204"};
    struct copayment known = read(&reply, "2020-01-01");
    cr_expect(known.state == COPAYMENT_LEFT && known.paid == 0 && known.left == 15180000);
    reply.trouble = TROUBLE_TIMEOUT;
    known = read(&reply, "2020-01-01");
    cr_expect(known.state == COPAYMENT_UNKNOWN && known.paid == -1);
    expect_text(&known, "Chưa biết năm nay");
}

Test(copayment, a_list_with_gaps_is_at_least)
{
    struct reply reply = paid(2, (long long[]){1000000, -1}, (long long[]){-1, -1});
    struct copayment known = read(&reply, "2020-01-01");
    cr_expect(known.least && known.paid == 1000000);
    expect_text(&known, "ít nhất 1.000.000");
    expect_text(&known, "nhiều nhất 14.180.000");
    reply = paid(1, (long long[]){-1}, (long long[]){-1});
    cr_expect_eq(read(&reply, "2020-01-01").state, COPAYMENT_UNKNOWN);
    reply = paid(1, (long long[]){1000000}, (long long[]){-1});
    reply.more = true;
    cr_expect(read(&reply, "2020-01-01").least);
}

Test(copayment, without_a_rule_only_the_sum_is_said)
{
    struct reply reply = paid(1, (long long[]){1000000}, (long long[]){1000000});
    struct copayment known;
    copayment_read(&reply, NULL, "2020-01-01", TODAY, &known);
    cr_expect(known.state == COPAYMENT_UNKNOWN && known.paid == 1000000 && known.most == -1);
    expect_text(&known, "1.000.000 đồng");
}

Test(copayment, the_threshold_is_of_the_day)
{
    struct reply reply = paid(1, (long long[]){1000000}, (long long[]){1000000});
    struct copayment known;
    copayment_read(&reply, table_scheme(), "2020-01-01", "2026-06-30", &known);
    cr_expect_eq(known.most, 6 * 2340000);
}

Test(copayment, money_is_grouped)
{
    static const struct {
        long long amount;
        const char *shown;
    } CASES[] = {{0, "0"}, {999, "999"}, {1000, "1.000"}, {15180000, "15.180.000"}, {-1234, "-1.234"}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char shown[MONEY_SIZE];
        money_show(CASES[i].amount, shown);
        cr_expect_str_eq(shown, CASES[i].shown);
    }
}
