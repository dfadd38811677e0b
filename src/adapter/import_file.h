/* import_file: the CSV file of an import and the FILE.rejected.csv beside it. */
#ifndef TIEPDON_IMPORT_FILE_H
#define TIEPDON_IMPORT_FILE_H
#include "adapter/import.h"
#include "adapter/import_row.h"

struct import_file;

/* Opens options->file and reads its header, which stays valid until the next record is read. The report gets
 * rejected_path, and what names the faults of encoding.
 * FAULT_IMPORT_HEADER for an empty file, FAULT_IMPORT_MISSING for one that cannot be read. */
NEEDED enum fault import_file_open(const struct import_options *options, struct import_file **ret,
                                   struct csv_record *ret_header, struct import_report *report);
/* Another record than the first is the header: the rejected file repeats it. */
NEEDED enum fault import_file_header(struct import_file *file, const struct csv_record *header);
void import_file_close(struct import_file *file);

/* What CSV_FAILED or CSV_UNFIT, which end an import, mean. */
NEEDED enum fault import_file_fault(enum csv_result result, const struct csv_record *record,
                                    struct import_report *report);
enum csv_result import_file_next(struct import_file *file, struct csv_record *ret);
long long import_file_position(const struct import_file *file);
long long import_file_size(const struct import_file *file);

/* Adds a record with its line and reason to the rejected file, which is begun with the first one. */
NEEDED enum fault import_file_refuse(struct import_file *file, const struct csv_record *record,
                                     const struct refused *refused);
/* Gives the rejected file its name; without rejects removes one of an earlier import.
 * Unless called, no trace stays. */
NEEDED enum fault import_file_keep_rejects(struct import_file *file);

#endif
