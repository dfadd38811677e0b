/* scheme: what a visit counts as (MA_DOITUONG_KCB), which paper it needs and what it pays: the dated rows of
 * data/entitlement.table, which says the form of its rows. No code and no rate stands in the program.
 *
 *     text of a table ── scheme_read ──▶ struct scheme ──▶ entitlement.h
 *
 * A record without pointers; nothing changes in it once it is read. */
#ifndef TIEPDON_SCHEME_H
#define TIEPDON_SCHEME_H
#include "core/date.h"
#include "core/hospital.h"
#include "core/language.h"
#include <stddef.h>

enum {
    SCHEME_CASES = 80,
    SCHEME_RATES = 64,
    SCHEME_PAPERS = 12,
    SCHEME_TEXT = 128,       /* of a label, with its NUL */
    SCHEME_LINE_MAX = 1000,  /* bytes */
    CASE_CODE_SIZE = 5,      /* MA_DOITUONG_KCB has at most four characters */
    PAPER_CODE_SIZE = 20,    /* "birth_certificate" */
    SCHEME_FILE_MAX = 65536, /* bytes of a table */
};

/* First and last day, both included; last "" is open. */
struct scheme_days {
    date_text from, to;
};

enum paper_asks { PAPER_NOT, PAPER_MAY, PAPER_MUST };

struct scheme_paper {
    char code[PAPER_CODE_SIZE];
    enum paper_asks number, from, to; /* what is written down of it */
    int working_days;                 /* how long it holds from its first day on; 0: not said */
    char text[LANGUAGE_COUNT][SCHEME_TEXT];
    char note[LANGUAGE_COUNT][SCHEME_TEXT]; /* told when its days have passed; advice, never a refusal */
};

enum scheme_place { PLACE_ANY, PLACE_HERE, PLACE_ELSEWHERE };
/* The share is taken of the rate of the card; or is the rate itself whatever the card says; or is not
 * said. */
enum scheme_of { OF_CARD, OF_ALL, OF_UNSAID };
/* Chosen without being asked: where it fits as far as the configuration tells; only where the configuration
 * tells that it fits. */
enum scheme_propose { PROPOSE_NO, PROPOSE_YES, PROPOSE_KNOWN };

enum { SHARE_NONE = -1 }; /* the row does not speak of such visits */

struct scheme_case {
    char code[CASE_CODE_SIZE];
    enum scheme_place place;
    unsigned levels, formers;   /* sets of bits 1 << enum; 0: any */
    unsigned areas;             /* bits 1 << 1..3 for K1..K3; 0: any */
    int points_from, points_to; /* 0, 0: any */
    int age_days;               /* at most so old; -1: any age */
    int outpatient, inpatient;  /* percent, or SHARE_NONE */
    enum scheme_of of;
    enum scheme_propose propose;
    int paper; /* index into papers, -1 for none */
    struct scheme_days days;
    char text[LANGUAGE_COUNT][SCHEME_TEXT];
};

enum rate_kind {
    RATE_BENEFIT, /* percent by benefit digit (ký tự 3) */
    RATE_OBJECT,  /* percent by object code (ký tự 1, 2), before the digit's */
    RATE_SALARY,  /* the base salary (lương cơ sở) in đồng a month */
    RATE_CEILING, /* with five continuous years: months of base salary a year beyond which nothing more is paid */
    RATE_KINDS,
};

struct scheme_rate {
    enum rate_kind kind;
    char key[3];
    long value; /* -1: as without this row */
    struct scheme_days days;
};

struct scheme {
    struct scheme_case cases[SCHEME_CASES]; /* in the order in which they are offered */
    int case_count;
    struct scheme_rate rates[SCHEME_RATES];
    int rate_count;
    struct scheme_paper papers[SCHEME_PAPERS];
    int paper_count;
};

/* FAULT_SCHEME_LINE: a line is not understood, contradicts an earlier one, or is one too many; *ret_line says
 * which (from 1; 0 when the text as a whole is at fault) and is written always. */
NEEDED enum fault scheme_read(const char *text, size_t len, struct scheme *ret, int *ret_line);

bool scheme_in_force(const struct scheme_days *days, const char *day);
/* The value in force on that day, -1 for none. */
long scheme_rate(const struct scheme *scheme, enum rate_kind kind, const char *key, const char *day);
/* The index of a paper, -1 for none of that code. */
int scheme_paper(const struct scheme *scheme, const char *code);
/* The first row of that code in force on the day, NULL for none. */
const struct scheme_case *scheme_case(const struct scheme *scheme, const char *code, const char *day);

/* One to four characters, digits and dots. */
bool scheme_code(const char *code);

#endif
