/* facility_row: one CSV record as a facility: which column is which, and why a row is refused.
 *
 * Lists of facilities come from BHXH's portal, from health departments and from hospital systems, each with
 * headings of its own: "MA_CSKCB", "Mã CSKCB", "Mã cơ sở KCB". Headings are compared without case,
 * diacritics, spaces and signs. */
#ifndef TIEPDON_FACILITY_ROW_H
#define TIEPDON_FACILITY_ROW_H
#include "adapter/csv.h"
#include "adapter/import_row.h"

enum facility_column {
    FACILITY_CODE,
    FACILITY_NAME,
    FACILITY_ADDRESS,
    FACILITY_LEVEL, /* cấp chuyên môn kỹ thuật */
    FACILITY_RANK,  /* hạng */
    FACILITY_FROM,
    FACILITY_TO,
    FACILITY_SUCCESSOR,
    FACILITY_COLUMNS,
};

struct facility_columns {
    int at[FACILITY_COLUMNS]; /* index into the record, -1 where the file has no such column */
    int width;                /* columns of the header */
};

enum { FACILITY_NAME_SIZE = 256, FACILITY_LEVEL_SIZE = 64, FACILITY_RANK_SIZE = 64 };

struct facility_row {
    char code[FACILITY_SIZE];
    char name[FACILITY_NAME_SIZE];
    char address[ADDRESS_SIZE];
    /* "initial", "basic", "specialised" (ban đầu, cơ bản, chuyên sâu); "1" to "4" of before 2025, central to
     * commune; otherwise the text as the file has it; "" unsaid. */
    char level[FACILITY_LEVEL_SIZE];
    char rank[FACILITY_RANK_SIZE]; /* as the file has it */
    date_text from, to;            /* full days, "" unsaid */
    char successor[FACILITY_SIZE]; /* "" when it goes on under its own code */
};

/* FAULT_IMPORT_FACILITY_HEADER without code and name, FAULT_IMPORT_TWICE when two columns have one heading.
 * Of several headings that may mean the same ("Mã", "Mã CSKCB") the plainest counts. `ignored` gets the
 * others. */
NEEDED enum fault facility_header(const struct csv_record *header, struct facility_columns *ret,
                                  char *ignored, size_t cap);

/* False: *ret_refused says why. A code that lost its leading zero in a spreadsheet gets it back where that is
 * certain: four digits that are a code of the provinces 01 to 09 with it (1009 is 01009). */
bool facility_row(const struct facility_columns *columns, const struct csv_record *record,
                  struct facility_row *ret, struct refused *ret_refused);

#endif
