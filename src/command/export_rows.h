/* export_rows: what `tiepdon export` writes into a sheet: the rows of the journal's cursors (adapter/export.h), what they
 * count, and statistics. */
#ifndef TIEPDON_EXPORT_ROWS_H
#define TIEPDON_EXPORT_ROWS_H
#include "adapter/export.h"
#include "adapter/sheet.h"

/* All rows of these days as one table; of difficulties in XLSX three more, that count them by kind, day and counter. On a
 * terminal standard error shows how many there are so far. */
NEEDED enum fault export_rows(const char *dir, enum export_kind kind, const struct export_of *of,
                              enum sheet_kind format, struct sheet *sheet);

/* Days, hours, findings, facilities, difficulties and counters of at most STATISTICS_DAYS days, a table each. */
NEEDED enum fault export_statistics(const char *dir, const struct export_of *of, struct sheet *sheet);

#endif
