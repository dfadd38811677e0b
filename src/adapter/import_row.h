/* import_row: one CSV record as a member: which column is which, and why a row is refused. */
#ifndef TIEPDON_IMPORT_ROW_H
#define TIEPDON_IMPORT_ROW_H
#include "adapter/csv.h"
#include "adapter/register_row.h"
#include "core/language.h"
#include <stdbool.h>

/* X(CODE, vi, en): stands in the rejected file before the row, so that the row can
 * be mended and imported again. */
#define REFUSAL_LIST(X)                                                                                      \
    X(BROKEN, "dòng quá dài hoặc dấu ngoặc kép chưa đóng", "over-long, or a quote is not closed")            \
    X(FIELDS, "số cột khác dòng tên cột", "not as many columns as the header")                               \
    X(TEXT, "không phải UTF-8", "not UTF-8")                                                                 \
    X(VALUE, "giá trị không hợp lệ", "not a value of this column")                                           \
    X(KEYLESS, "thiếu cả maThe và maSoBHXH", "neither maThe nor maSoBHXH")                                   \
    X(SEVERAL, "người này có nhiều thẻ trong sổ: cần maThe", "this person has several cards: maThe needed")  \
    X(CODE, "mã cơ sở KCB không hợp lệ", "not a facility code")                                              \
    X(CIRCLE, "mã thay thế dẫn vòng về chính mã này", "its successors lead back to it")

enum refusal {
#define X(code, vi, en) REFUSAL_##code,
    REFUSAL_LIST(X)
#undef X
        REFUSAL_COUNT
};

const char *refusal_text(enum refusal refusal, enum language language);

struct import_columns {
    int at[COLUMN_COUNT]; /* index into the record, -1 where the file has no such column */
    int width;            /* columns of the header */
    unsigned present;     /* set of 1 << enum column */
};

/* FAULT_IMPORT_HEADER without maThe and maSoBHXH, FAULT_IMPORT_TWICE when two columns mean the same.
 * `ignored` gets the names of the others. */
NEEDED enum fault import_header(const struct csv_record *header, struct import_columns *ret, char *ignored,
                                size_t cap);

/* Adds a column's name to the list of those that mean nothing. */
void import_ignore(char *ignored, size_t cap, const struct csv_field *field);

struct refused {
    enum refusal refusal;
    const char *column; /* the name of the column at fault, NULL for none */
};

/* False: *ret_refused says why. */
bool import_row(const struct import_columns *columns, const struct csv_record *record, struct member *ret,
                struct refused *ret_refused);

#endif
