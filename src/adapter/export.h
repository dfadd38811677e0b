/* export: the journal read out row by row in constant memory, for the hospital's system and for people.
 *
 * EXPORT_JOURNAL has a row for every entry, and after it one for each of its corrections and its difficulty.
 * EXPORT_INTAKES has a row for every intake, as its newest revision has it, with every field: under the name and in the form of QĐ
 * 4750/QĐ-BYT where it has one (dates yyyyMMdd, NGAY_SINH and NGAY_VAO yyyyMMddHHmm with 0000 for unknown
 * parts, GIOI_TINH 1 nam 2 nữ 3 chưa xác định), else under the portal's name as it stands in the journal;
 * MA_DOITUONG_KCB is what was proposed or chosen at intake, "" while it is open (`entitlement` says by whom:
 * program or clerk), `paper` and what follows it the paper shown, dates as in the journal; `revision` counts how often the record was revised; `late` says where one
 * taken in unchecked stands: waits, differs, stuck, agrees, closed, revised, "" never unchecked, and `late_code` what the
 * portal last said of it; `receipt` is the maGiaoDich of its check-in record. NAME.presented is
 * what the card said and NAME.source where the value comes from, both as in the journal.
 *
 * EXPORT_DIFFICULTIES has a row for every difficulty opened on those days that is on the list, by number: `kind_text` in
 * Vietnamese, `facility_system` and `address_system` what the assessment data said where that is not the card's. EXPORT_CCCD
 * has the CCCDs that the counters captured for members whose record has none, or only the old number, on the day of the
 * record that holds it. EXPORT_DAY has the intakes of the days as the counter's list shows them: `unchecked` and `nameless`
 * hold that word or "", `difficulties` their numbers. Dates are ISO, times Vietnamese, the rest as in the journal. */
#ifndef TIEPDON_EXPORT_H
#define TIEPDON_EXPORT_H
#include "core/field.h"
#include <stdbool.h>

enum export_kind {
    EXPORT_JOURNAL,
    EXPORT_INTAKES,
    EXPORT_DIFFICULTIES,
    EXPORT_CCCD,
    EXPORT_DAY,
    EXPORT_KINDS
};

enum { EXPORT_WIDTH = 64, EXPORT_NAME_SIZE = 32, EXPORT_TEXT_SIZE = 4096, EXPORT_CODE_SIZE = 64 };

struct export_correction {
    char field[EXPORT_CODE_SIZE], kind[EXPORT_CODE_SIZE], source[EXPORT_CODE_SIZE], reason[EXPORT_CODE_SIZE];
    char before[ADDRESS_SIZE], after[ADDRESS_SIZE];
};

struct export_row {
    char values[EXPORT_WIDTH][EXPORT_TEXT_SIZE];       /* as many as there are names */
    struct export_correction corrections[FIELD_COUNT]; /* of an intake */
    int correction_count;
};

struct export;

/* Full ISO days in Vietnam, both included; the hospital's own code for MA_CSKCB, "" when it is not
 * configured. */
struct export_of {
    date_text from, to;
    char facility[FACILITY_SIZE];
};

/* FAULT_JOURNAL_MISSING, or what is wrong with it. */
NEEDED enum fault export_open(const char *dir, enum export_kind kind, const struct export_of *of,
                              struct export **ret);
void export_close(struct export *export);

/* The columns, in order. */
int export_width(const struct export *export);
const char *export_name(const struct export *export, int column);

/* The next row, the export's until the next call; NULL behind the last. */
NEEDED enum fault export_next(struct export *export, const struct export_row **ret);

#endif
