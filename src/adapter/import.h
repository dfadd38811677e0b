/* import: CSV files of the assessment data and of facilities into the data directory, all good rows or none.
 *
 * The first line names the columns: as the portal does, or as QĐ 4750 does, in any order and case. A column
 * that is absent keeps what the register has; one that is present but empty clears it, except soCCCD. */
#ifndef TIEPDON_IMPORT_H
#define TIEPDON_IMPORT_H
#include "adapter/lock.h"
#include "adapter/place.h"
#include "adapter/register_write.h"
#include "core/language.h"
#include "core/legacy.h"

struct import_progress {
    long long bytes, total; /* of the file; bytes == total while the indexes are made */
    long rows;
};

struct import_options {
    const char *dir, *file;
    enum encoding encoding; /* of the file, as named; UTF-8 by default */
    const char *as_of;      /* members only: full ISO day of the data */
    bool complete;          /* the file holds every member the counter may meet */
    enum language language; /* of the reasons in the rejected file */
    /* Members only: called once, before the first row, with the free disk that is needed and there. */
    void (*room)(void *context, const struct register_room *room);
    /* Called some ten times a second and more; false stops: nothing has changed then. */
    bool (*progress)(void *context, const struct import_progress *progress);
    void *context;
};

struct import_report {
    long rows;     /* read, the rejected ones included */
    long rejected; /* in rejected_path, with line and reason before the original columns */
    bool complete; /* as asked, and nothing was rejected: only then absence is a fact */
    struct register_counts counts;
    struct register_room room;
    char ignored[512]; /* column names that mean nothing here, ", " between; "…" at the end when there are
                          more */
    char holder[LOCK_HOLDER_SIZE]; /* with FAULT_REGISTER_LOCKED: who imports now */
    char rejected_path[PATH_SIZE]; /* FILE.rejected.csv, in UTF-8 */
    enum encoding proposed;        /* with IMPORT_ENCODING_IS: what the file seems to be in */
    long line;                     /* with IMPORT_BYTES: where */
};

/* The report is written on a fault too, as far as it came. A rejected file of an earlier run is removed.
 * Faults: IMPORT_MISSING, IMPORT_ENCODING_IS, IMPORT_BYTES, ENCODING_MISSING, IMPORT_HEADER, IMPORT_TWICE,
 * IMPORT_SPACE, IMPORT_STOPPED, IMPORT_REJECTED, REGISTER_LOCKED, TEXT_INVALID for a header that is not
 * UTF-8, and what the store can meet. */
NEEDED enum fault import_members(const struct import_options *options, struct import_report *report);

/* Replaces the list of facilities by the file's; facility_row.h says what its columns may be headed; rows of
 * a title above the headings are passed over. Of several rows for one code the one that is valid from the
 * latest day counts, of equal ones the last. A row whose successors lead back to it is refused.
 * IMPORT_FACILITY_HEADER instead of IMPORT_HEADER; IMPORT_NOTHING, with the
 * old list as it was, when no row is of use. */
NEEDED enum fault import_facilities(const struct import_options *options, struct import_report *report);

#endif
