/* copayment: what the patient has paid together with the fund this year, and what it means: with five continuous years
 * and more than a number of base salaries paid in the calendar year, nothing more is paid until its end (Luật BHYT,
 * Điều 22 khoản 1). Who reaches the five years within the year counts from that day on.
 *
 * The portal gives each visit's amount and, by some accounts, a running sum; how it counts that sum is not published.
 * The larger of its sum and ours is taken, and which of the two is said. A sum over a list that is cut, or in which an
 * amount is missing, is "at least". The threshold is that of the day; nothing is claimed that the answer does not
 * say, and the visit is settled by the hospital when it ends. */
#ifndef TIEPDON_COPAYMENT_H
#define TIEPDON_COPAYMENT_H
#include "core/portal.h"
#include "core/scheme.h"

enum copayment_state {
    COPAYMENT_UNKNOWN, /* no answer, no amounts, or no rule in force */
    COPAYMENT_FREE,    /* more than the threshold: nothing more until the end of the year */
    COPAYMENT_LEFT,    /* `left` đồng to the threshold */
    COPAYMENT_NOT_YET, /* five years are reached later, on five_years */
    COPAYMENT_NO_DATE, /* the five-year date is not known */
};

struct copayment {
    enum copayment_state state;
    long long paid;  /* đồng since `since`, -1 unknown */
    bool running;    /* paid is the portal's running sum, else ours of the visits */
    bool least;      /* it may be more */
    date_text since; /* 1 January, or the day of the five years within this year */
    long long most;  /* the threshold in đồng, -1 unknown */
    long long left;  /* to the threshold, -1 where it says nothing */
    long months;     /* base salaries of the threshold */
    date_text five_years, year_end;
};

/* `reply` of ASK_COPAYMENT; scheme NULL: no rule; `five_year_date` as the record holds it, `today` a full ISO day. */
void copayment_read(const struct reply *reply, const struct scheme *scheme, const char *five_year_date,
                    const char *today, struct copayment *ret);

/* What a clerk may say to the patient. */
enum { COPAYMENT_TEXT = 512, MONEY_SIZE = 32 };
void copayment_text(const struct copayment *copayment, enum language language, char out[COPAYMENT_TEXT]);

/* "15.180.000" */
void money_show(long long amount, char out[MONEY_SIZE]);

#endif
