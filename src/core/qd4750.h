/* qd4750: facts in the form of QĐ 4750/QĐ-BYT (and QĐ 3176): days yyyyMMdd, birth date and minutes yyyyMMddHHmm with 0
 * for the parts that are not known, gender 1 nam, 2 nữ, 3 chưa xác định. Everything else stays as it is. */
#ifndef TIEPDON_QD4750_H
#define TIEPDON_QD4750_H
#include "core/field.h"

/* out holds field_size(field) bytes and QD4750_MORE: a birth date grows. Gender is never "". */
enum { QD4750_MORE = 4, QD4750_MINUTE_SIZE = 13 };
void qd4750_value(enum field field, const char *value, char *out);

/* "2026-11-20T08:41" (minute_text) as 202611200841; a day alone has 0000, "" stays "". */
void qd4750_minute(const char *minute, char out[QD4750_MINUTE_SIZE]);

#endif
