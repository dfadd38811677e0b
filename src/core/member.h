/* member: one row of the assessment data (dữ liệu giám định BHYT), from the register or the portal. */
#ifndef TIEPDON_MEMBER_H
#define TIEPDON_MEMBER_H
#include "core/field.h"

enum source {
    SOURCE_NONE,
    SOURCE_REGISTER,
    SOURCE_PORTAL,
    SOURCE_CARD,
    SOURCE_PAPERS,
    SOURCE_PATIENT,
    SOURCE_PAGE,
    SOURCE_UNITS, /* an address with today's units, by the map (unit.h) */
};

enum { STATUS_SIZE = 4 };

struct member {
    struct facts facts;
    char bhxh_number[BHXH_SIZE];
    char status[STATUS_SIZE];     /* maKetQua; "" is 000 */
    char new_number[NUMBER_SIZE]; /* the card that replaces this one: maTheMoi, gtTheTuMoi, ... */
    date_text new_from, new_to;
    char new_facility[FACILITY_SIZE];
    date_text as_of; /* the day of the data, not of the import */
    enum source source;
    unsigned heard;       /* set of 1 << enum field that the portal said: the rest is the register's */
    date_text rest_as_of; /* the day of that rest, "" for as_of */
    char heard_at[17];    /* minute_text of that answer, "" for none */
    char heard_by[128];   /* the clerk who asked, "" unknown */
};

/* "register", "portal", "none", "card", "papers", "patient", "page". */
const char *source_code(enum source source);
const char *source_label(enum source source, enum language language);

#endif
