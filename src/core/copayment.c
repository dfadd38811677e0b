/* copayment: the payments of a year against the threshold. */
#include "core/copayment.h"
#include "core/entitlement.h"
#include <stdio.h>
#include <string.h>

enum { YEAR_LEN = 4, DAY_LEN = DATE_SIZE - 1 };

/* What the payments since a day come to. */
struct sum {
    long long visits, running; /* -1 none known */
    bool missing;
    int count;
};

static const char *day_of(const struct payment *payment)
{
    return *payment->to ? payment->to : payment->from;
}

static struct sum add_up(const struct reply *reply, const char *since)
{
    struct sum sum = {.visits = -1, .running = -1};
    for (int i = 0; i < reply->payment_count; i++) {
        const struct payment *payment = &reply->payments[i];
        const char *day = day_of(payment);
        if (strncmp(day, since, YEAR_LEN) != 0 || strncmp(day, since, DAY_LEN) < 0) {
            continue;
        }
        sum.count++;
        sum.missing = sum.missing || payment->paid < 0;
        if (payment->paid >= 0) {
            sum.visits = (sum.visits < 0 ? 0 : sum.visits) + payment->paid;
        }
        sum.running = payment->total > sum.running ? payment->total : sum.running;
    }
    return sum;
}

/* A running sum began on 1 January: it says nothing of what was paid since a later day. */
static void count(const struct reply *reply, struct copayment *ret)
{
    struct sum sum = add_up(reply, ret->since);
    bool whole_year = strcmp(ret->since + YEAR_LEN, "-01-01") == 0;
    if (sum.count == 0) {
        ret->paid = 0;
        ret->least = reply->more;
    } else if (whole_year && sum.running >= 0 && sum.running >= sum.visits) {
        ret->paid = sum.running;
        ret->running = true;
    } else {
        ret->paid = sum.visits;
        ret->least = reply->more || sum.missing;
    }
}

static void frame_year(const char *five_years, const char *today, struct copayment *ret)
{
    snprintf(ret->since, sizeof ret->since, "%.4s-01-01", today);
    snprintf(ret->year_end, sizeof ret->year_end, "%.4s-12-31", today);
    if (date_full(five_years) && strcmp(five_years, ret->since) > 0 && strcmp(five_years, today) <= 0) {
        memcpy(ret->since, five_years, sizeof ret->since);
    }
}

static enum copayment_state judge(const struct copayment *known, const char *today)
{
    if (known->paid < 0 || known->most < 0) {
        return COPAYMENT_UNKNOWN;
    }
    if (!date_full(known->five_years)) {
        return COPAYMENT_NO_DATE;
    }
    if (strcmp(known->five_years, today) > 0) {
        return COPAYMENT_NOT_YET;
    }
    return known->paid > known->most ? COPAYMENT_FREE : COPAYMENT_LEFT;
}

void copayment_read(const struct reply *reply, const struct scheme *scheme, const char *five_year_date,
                    const char *today, struct copayment *ret)
{
    *ret = (struct copayment){.paid = -1, .most = -1, .left = -1};
    snprintf(ret->five_years, sizeof ret->five_years, "%s", five_year_date);
    frame_year(five_year_date, today, ret);
    if (scheme) {
        ret->most = entitlement_ceiling(scheme, today, today);
        ret->months = scheme_rate(scheme, RATE_CEILING, "", today);
    }
    if (reply->ask == ASK_COPAYMENT && reply->trouble == TROUBLE_NONE) {
        count(reply, ret);
    }
    ret->state = judge(ret, today);
    if (ret->state == COPAYMENT_LEFT) {
        ret->left = ret->most - ret->paid;
    }
}

void money_show(long long amount, char out[MONEY_SIZE])
{
    char digits[MONEY_SIZE];
    int len = snprintf(digits, sizeof digits, "%lld", amount), at = 0;
    for (int i = 0; i < len && at < MONEY_SIZE - 2; i++) {
        if (i > 0 && digits[i - 1] != '-' && (len - i) % 3 == 0) {
            out[at++] = '.';
        }
        out[at++] = digits[i];
    }
    out[at] = '\0';
}

/* "Từ 01/01/2026 đã cùng chi trả ít nhất 1.200.000 đồng (cộng các lượt)." */
static void say_paid(const struct copayment *known, enum language language, char out[COPAYMENT_TEXT])
{
    bool vi = language == LANGUAGE_VI;
    date_text since;
    char money[MONEY_SIZE];
    if (known->paid < 0) {
        snprintf(out, COPAYMENT_TEXT, "%s",
                 vi ? "Chưa biết năm nay đã cùng chi trả bao nhiêu: thu như thường."
                    : "What was paid this year is not known: charge as usual.");
        return;
    }
    date_show(known->since, since);
    money_show(known->paid, money);
    snprintf(out, COPAYMENT_TEXT,
             vi ? "Từ %s đã cùng chi trả%s %s đồng (%s)." : "Since %s paid%s %s đồng (%s).", since,
             !known->least ? ""
             : vi          ? " ít nhất"
                           : " at least",
             money,
             known->running ? vi ? "lũy kế của cổng" : "the portal's running sum"
             : vi           ? "cộng các lượt khám"
                            : "the visits added up");
}

static void say_rule(const struct copayment *known, enum language language, char out[COPAYMENT_TEXT])
{
    static const char *const FREE[] = {
        " Đủ 5 năm liên tục và quá %ld tháng lương cơ sở (%s đồng): đủ điều kiện không cùng chi trả đến %s.",
        " Five continuous years and more than %ld base salaries (%s đồng): nothing more is due until %s."};
    static const char *const LEFT[] = {
        " Đủ 5 năm liên tục: còn%s %s đồng nữa mới quá ngưỡng %s đồng, từ đó không cùng chi trả đến %s.",
        " Five continuous years:%s %s đồng are left to the threshold of %s đồng, then nothing is due until "
        "%s."};
    bool vi = language == LANGUAGE_VI;
    char most[MONEY_SIZE], left[MONEY_SIZE];
    date_text end;
    money_show(known->most, most);
    money_show(known->left, left);
    date_show(known->year_end, end);
    if (known->state == COPAYMENT_FREE) {
        snprintf(out, COPAYMENT_TEXT, FREE[language], known->months, most, end);
    } else {
        snprintf(out, COPAYMENT_TEXT, LEFT[language],
                 !known->least ? ""
                 : vi          ? " nhiều nhất"
                               : " at most",
                 left, most, end);
    }
}

static void say_date(const struct copayment *known, enum language language, char out[COPAYMENT_TEXT])
{
    static const char *const LATER[] = {" Đủ 5 năm liên tục từ %s: đến ngày ấy vẫn cùng chi trả.",
                                        " Five continuous years from %s on: until then the patient pays."};
    static const char *const NEVER[] = {
        " Chưa biết ngày đủ 5 năm liên tục: xem thẻ hoặc hỏi BHXH, chưa miễn được.",
        " The five-year date is not known: see the card or ask BHXH, nothing is waived yet."};
    date_text day;
    date_show(known->five_years, day);
    if (known->state == COPAYMENT_NOT_YET) {
        snprintf(out, COPAYMENT_TEXT, LATER[language], day);
    } else {
        snprintf(out, COPAYMENT_TEXT, "%s", NEVER[language]);
    }
}

void copayment_text(const struct copayment *copayment, enum language language, char out[COPAYMENT_TEXT])
{
    char rule[COPAYMENT_TEXT] = "";
    say_paid(copayment, language, out);
    if (copayment->state == COPAYMENT_FREE || copayment->state == COPAYMENT_LEFT) {
        say_rule(copayment, language, rule);
    } else if (copayment->state != COPAYMENT_UNKNOWN) {
        say_date(copayment, language, rule);
    }
    size_t len = strlen(out);
    snprintf(out + len, COPAYMENT_TEXT - len, "%s", rule);
}
