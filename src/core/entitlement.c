/* entitlement: rows of the scheme that fit a person at this hospital on a day. */
#include "core/entitlement.h"
#include "core/assess.h"
#include <string.h>

enum fit { FIT_NO, FIT_MAY, FIT_YES };

/* How a row fits: the place where the person is registered, and what the hospital is. */
struct fits {
    enum fit place, hospital, person;
};

static enum fit fit_place(const struct scheme_case *row, const struct hospital *hospital,
                          const char *facility)
{
    if (row->place == PLACE_ANY) {
        return FIT_YES;
    }
    if (!hospital->facility[0] || !facility[0]) {
        return FIT_MAY;
    }
    return assess_own(hospital, facility) == (row->place == PLACE_HERE) ? FIT_YES : FIT_NO;
}

/* A set against one value, 0 for not known. */
static enum fit fit_set(unsigned set, int value)
{
    return !set ? FIT_YES : value == 0 ? FIT_MAY : set >> value & 1 ? FIT_YES : FIT_NO;
}

static enum fit fit_points(const struct scheme_case *row, int points)
{
    return !row->points_to                                          ? FIT_YES
           : points == 0                                            ? FIT_MAY
           : points >= row->points_from && points <= row->points_to ? FIT_YES
                                                                    : FIT_NO;
}

static enum fit least(enum fit a, enum fit b)
{
    return a < b ? a : b;
}

static enum fit fit_hospital(const struct scheme_case *row, const struct hospital *hospital)
{
    enum fit fit =
        least(fit_set(row->levels, (int)hospital->level), fit_set(row->formers, (int)hospital->former));
    return least(fit, fit_points(row, hospital->points));
}

static enum fit fit_age(const struct scheme_case *row, const char *birth, const char *day)
{
    if (row->age_days < 0 || !date_full(birth)) {
        return row->age_days < 0 ? FIT_YES : FIT_MAY;
    }
    long age = date_days(day) - date_days(birth);
    return age >= 0 && age <= row->age_days ? FIT_YES : FIT_NO;
}

/* A row for areas is for those who are known to live there. */
static enum fit fit_area(const struct scheme_case *row, const char *area)
{
    bool known = area[0] == 'K' && area[1] >= '1' && area[1] <= '3';
    return !row->areas ? FIT_YES : known && row->areas >> (area[1] - '0') & 1 ? FIT_YES : FIT_NO;
}

static struct fits fit(const struct scheme_case *row, const struct hospital *hospital,
                       const struct facts *person, const char *day)
{
    return (struct fits){fit_place(row, hospital, person->facility), fit_hospital(row, hospital),
                         least(fit_age(row, person->birth_date, day), fit_area(row, person->area))};
}

static bool proposes(const struct scheme_case *row, const struct fits *fits)
{
    bool known = fits->hospital == FIT_YES || row->propose == PROPOSE_YES;
    return row->propose != PROPOSE_NO && known && fits->place == FIT_YES && fits->person == FIT_YES;
}

static bool listed(const struct candidate *list, int count, const char *code)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(list[i].row->code, code) == 0) {
            return true;
        }
    }
    return false;
}

long entitlement_rate(const struct scheme *scheme, const char *number, char benefit, const char *day)
{
    char digit = number_benefit(number);
    if (digit) {
        char object[] = {number[0], number[1], '\0'};
        long rate = scheme_rate(scheme, RATE_OBJECT, object, day);
        if (rate >= 0) {
            return rate;
        }
    }
    char key[] = {digit ? digit : benefit, '\0'};
    return key[0] ? scheme_rate(scheme, RATE_BENEFIT, key, day) : -1;
}

int entitlement_candidates(const struct hospital *hospital, const struct facts *person, char benefit,
                           const char *day, struct candidate ret[ENTITLEMENT_MAX])
{
    const struct scheme *scheme = hospital->scheme;
    bool proposed = false;
    int count = 0;
    if (!scheme || !date_full(day)) {
        return 0;
    }
    long rate = entitlement_rate(scheme, person->number, benefit, day);
    for (int i = 0; i < scheme->case_count; i++) {
        const struct scheme_case *row = &scheme->cases[i];
        const struct fits fits = fit(row, hospital, person, day);
        bool all = fits.place != FIT_NO && fits.hospital != FIT_NO && fits.person != FIT_NO;
        if (!all || !scheme_in_force(&row->days, day) || listed(ret, count, row->code)) {
            continue;
        }
        bool chosen = !proposed && proposes(row, &fits);
        proposed = proposed || chosen;
        ret[count++] = (struct candidate){row, rate, chosen};
    }
    return count;
}

long entitlement_ceiling(const struct scheme *scheme, const char *five_year_date, const char *day)
{
    long months = scheme_rate(scheme, RATE_CEILING, "", day),
         salary = scheme_rate(scheme, RATE_SALARY, "", day);
    bool reached = date_full(five_year_date) && strcmp(five_year_date, day) <= 0;
    return reached && months >= 0 && salary >= 0 ? months * salary : -1;
}

bool paper_obliges(const struct scheme_paper *asked)
{
    return asked->number == PAPER_MUST || asked->from == PAPER_MUST || asked->to == PAPER_MUST;
}

static bool lacks(enum paper_asks asks, const char *value)
{
    return asks == PAPER_MUST && !*value;
}

/* Monday to Friday behind the first day up to the second, both full. 1970-01-01 was a Thursday. */
static long working_days(const char *from, const char *to)
{
    long count = 0, last = date_days(to);
    for (long day = date_days(from) + 1; day <= last; day++) {
        count += (day + 3) % 7 < 5;
    }
    return count;
}

enum paper_state paper_judge(const struct scheme_paper *asked, const struct paper *paper, const char *day)
{
    if (lacks(asked->number, paper->number) || lacks(asked->from, paper->from) ||
        lacks(asked->to, paper->to)) {
        return PAPER_LATER;
    }
    if (date_full(paper->to)) {
        return strcmp(paper->to, day) < 0 ? PAPER_ENDED : PAPER_FINE;
    }
    bool limited = asked->working_days > 0 && date_full(paper->from) && strcmp(paper->from, day) < 0;
    return limited && working_days(paper->from, day) > asked->working_days ? PAPER_AGED : PAPER_FINE;
}
