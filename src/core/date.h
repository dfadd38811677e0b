/* date: calendar days as ISO text of the precision that is known: "yyyy-mm-dd", "yyyy-mm", "yyyy", or "" for
 * none.
 *
 * Text of one form orders as the days do, prints into JSON as it is, and keeps its precision. Years 1870 to
 * 2199. */
#ifndef TIEPDON_DATE_H
#define TIEPDON_DATE_H
#include "core/fault.h"
#include <stdbool.h>

enum { DATE_SIZE = 11 };
typedef char date_text[DATE_SIZE];

/* Reads dd/MM/yyyy (also d/M/yyyy, and with - or . between), MM/yyyy, yyyy, ddMMyyyy, yyyyMMdd[HHmm],
 * yyyy-MM[-dd]; 00 for unknown parts in any of them; a time behind a whole day (T or space) and spaces around
 * are ignored. "-" and "" give "". Eight digits are ddMMyyyy where that is a day, else yyyyMMdd. An
 * impossible day (31/02) is FAULT_DATE_INVALID. `ret` may be `in`. */
NEEDED enum fault date_read(const char *in, date_text ret);

/* True for a well-formed ISO text of any precision that names a real day, month or year. "" is false. */
bool date_valid(const char *iso);
bool date_full(const char *iso);

/* "12/03/1985", "03/1985", "1985", "" as people here write it. out holds DATE_SIZE bytes. */
void date_show(const char *iso, date_text out);

/* The same day, or one is the year or month of the other: 1952 agrees with 1952-03-12. Neither may be "". */
bool date_agree(const char *a, const char *b);

/* Days since 1970-01-01; the argument must be date_full. */
long date_days(const char *iso);
void date_from_days(long days, date_text out);

/* Whole years of age on `today`; by year alone when the birth date has no day. -1 when unknown. */
int date_age(const char *birth, const char *today);

/* The day in Vietnam (UTC+7, no daylight saving since 1975) of a Unix time in seconds. */
void date_of_time(long long unix_seconds, date_text out);

/* A minute in Vietnam, "2026-11-20T08:41"; the day alone where no time is known; "" unknown. */
enum { MINUTE_SIZE = 17 };
typedef char minute_text[MINUTE_SIZE];
void minute_of_time(long long unix_seconds, minute_text out);

#endif
