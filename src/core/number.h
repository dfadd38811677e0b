/* number: card number, BHXH number and CCCD: shape and what their digits say. Sources: QĐ 1351/QĐ-BHXH (card
 * number), NĐ 137/2015 and TT 59/2021/TT-BCA (CCCD digits). */
#ifndef TIEPDON_NUMBER_H
#define TIEPDON_NUMBER_H
#include "core/date.h"
#include "core/fault.h"
#include <stdbool.h>

enum { NUMBER_SIZE = 18, BHXH_SIZE = 11, CCCD_SIZE = 13, CMND_SIZE = 10, FACILITY_SIZE = 6, OBJECT_SIZE = 3 };

enum number_kind {
    NUMBER_NONE,
    NUMBER_CARD15, /* AA D PP + 10-digit BHXH number */
    NUMBER_CARD17, /* AA D PP + 12-digit CCCD [doubtful form, the portal accepts it] */
    NUMBER_BHXH,   /* 10 digits */
    NUMBER_CCCD,   /* 12 digits */
};

/* Upper case, spaces, dashes and dots dropped ("DN 4 79 0123456789"). FAULT_NUMBER_INVALID: no kind fits.
 * `ret` may be `in`, here and in number_facility. */
NEEDED enum fault number_read(const char *in, char ret[NUMBER_SIZE], enum number_kind *ret_kind);

/* The kind of an already normalised number. Card: two letters A-Z, benefit 1-5, province 01-97. */
enum number_kind number_kind(const char *number);

/* The 10-digit BHXH number within a 15-character or 10-digit number; "" for the other kinds. */
void number_bhxh(const char *number, char out[BHXH_SIZE]);
/* The CCCD within a 17-character or 12-digit number; "" for the other kinds. */
void number_cccd(const char *number, char out[CCCD_SIZE]);

/* '1'..'5' of a card number, 0 for the other kinds. */
char number_benefit(const char *number);

/* Its object code (mã đối tượng, the first two letters of a card number) is one of the list. */
bool number_object(const char *number, const char (*codes)[OBJECT_SIZE], int count);

/* Five characters of a facility code: "79 - 014" -> "79014", "01 - C54" -> "01C54";
 * FAULT_VALUE_INVALID otherwise. */
NEEDED enum fault number_facility(const char *in, char ret[FACILITY_SIZE]);

/* "DN 4 79 0123456789": as cards print it; other kinds unchanged. `number` is normalised; out holds
 * NUMBER_SIZE + 3 bytes. */
void number_show(const char *number, char out[NUMBER_SIZE + 3]);

/* What the CCCD's 4th to 6th digits say: the birth year and the gender ("male",
 * "female"); of a NUMBER_CCCD only. */
int number_cccd_year(const char *cccd);
const char *number_cccd_gender(const char *cccd);

#endif
