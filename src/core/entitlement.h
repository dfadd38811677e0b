/* entitlement: which cases (MA_DOITUONG_KCB) a visit may count as on its day, from the values after
 * correction: where the person is registered, the card's number, area and birth date, and what the
 * configuration says of this hospital. All of it is advice: provisional at intake, settled when the visit
 * ends (QĐ 3276/QĐ-BYT). What the configuration or the record does not tell leaves a case among the
 * candidates, and nothing here refuses anybody. */
#ifndef TIEPDON_ENTITLEMENT_H
#define TIEPDON_ENTITLEMENT_H
#include "core/field.h"
#include "core/scheme.h"

enum { ENTITLEMENT_MAX = SCHEME_CASES, ENTITLEMENT_PAYS = 128, PAPER_NUMBER_SIZE = 64, TENTHS = 10 };

struct candidate {
    const struct scheme_case *row;
    long rate;     /* percent that the card pays on the day, -1 when its benefit digit is not known */
    bool proposed; /* chosen when nobody chooses; one candidate at most */
};

/* The paper of a child without a card. */
#define PAPER_BIRTH_CERTIFICATE "birth_certificate"

/* What was written down of a paper. */
struct paper {
    char code[PAPER_CODE_SIZE]; /* of struct scheme_paper, "" for none */
    char number[PAPER_NUMBER_SIZE];
    date_text from, to;
};

/* What an intake says of it. */
struct entitlement {
    char code[CASE_CODE_SIZE]; /* MA_DOITUONG_KCB, "" while it is open */
    bool proposed;             /* by the program, not by the clerk */
    struct paper paper;
};

/* What advice there is about a paper on the day of the visit. */
enum paper_state {
    PAPER_FINE,
    PAPER_LATER, /* what must be written down of it is not there yet ("bổ sung sau") */
    PAPER_AGED,  /* more working days have passed than it holds, holidays not counted */
    PAPER_ENDED, /* its last day has passed */
};

/* The percent the card pays on that day: by its object code where the scheme has a row for it, else by its
 * benefit digit; -1 when neither is known. `benefit` is '1' to '5' where the number has none (VssID), or
 * 0. */
long entitlement_rate(const struct scheme *scheme, const char *number, char benefit, const char *day);

/* The candidates in the order of the scheme, each code once; hospital->scheme may be NULL: none. */
int entitlement_candidates(const struct hospital *hospital, const struct facts *person, char benefit,
                           const char *day, struct candidate ret[ENTITLEMENT_MAX]);

/* "100 % x 80 % = 80 %", "ngoại trú 0 %, nội trú 40 % x 80 % = 32 %"; brief: "80 %", "0 %, nội trú 32 %". */
void entitlement_pays(const struct candidate *candidate, bool brief, enum language language,
                      char out[ENTITLEMENT_PAYS]);

/* With five continuous years on the day: what the patient pays together in a year before nothing more is
 * paid, in đồng; -1 when it does not apply. */
long entitlement_ceiling(const struct scheme *scheme, const char *five_year_date, const char *day);

/* True when something of the paper must be written down. */
bool paper_obliges(const struct scheme_paper *asked);
enum paper_state paper_judge(const struct scheme_paper *asked, const struct paper *paper, const char *day);

#endif
