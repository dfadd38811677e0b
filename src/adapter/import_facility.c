/* import_facility: makes a new reference.db and puts it in the place of the old one. */
#include "adapter/facility_row.h"
#include "adapter/import.h"
#include "adapter/import_file.h"
#include "adapter/store_file.h"
#include <string.h>
#include <unistd.h>

/* More steps than any list of successors takes. */
enum { CHAIN_MAX = 64 };

/* Rows above the headings. */
enum { TITLE_MAX = 10 };

struct facilities {
    struct import_file *file;
    struct import_report *report;
    struct facility_columns columns;
    sqlite3 *db;
    sqlite3_stmt *insert, *follow;
};

/* The successor of `code` among the rows taken so far goes into `code`; false at the end of the chain. */
static bool follow(struct facilities *job, char code[FACILITY_SIZE])
{
    sql_bind(job->follow, 1, code);
    bool found = sqlite3_step(job->follow) == SQLITE_ROW &&
                 sql_text(job->follow, 0, &SQL_REFERENCE, code, FACILITY_SIZE) == FAULT_NONE;
    sqlite3_reset(job->follow);
    return found;
}

static bool in_circle(struct facilities *job, const struct facility_row *row)
{
    char code[FACILITY_SIZE];
    int steps = 0;
    memcpy(code, row->successor, sizeof code);
    bool goes_on = *code;
    while (goes_on && strcmp(code, row->code) != 0 && steps++ < CHAIN_MAX) {
        goes_on = follow(job, code);
    }
    return goes_on;
}

static enum fault insert(struct facilities *job, const struct facility_row *row)
{
    const char *const values[] = {row->code, row->name, row->address, row->level,
                                  row->rank, row->from, row->to,      row->successor};
    for (int i = 0; i < FACILITY_COLUMNS; i++) {
        sql_bind(job->insert, i + 1, values[i]);
    }
    return sql_once(job->insert, &SQL_REFERENCE);
}

static enum fault take_row(struct facilities *job, enum csv_result result, const struct csv_record *record)
{
    struct facility_row row;
    struct refused refused = {REFUSAL_BROKEN, NULL};
    bool good = result == CSV_ROW && facility_row(&job->columns, record, &row, &refused);
    job->report->rows++;
    if (good && in_circle(job, &row)) {
        refused = (struct refused){REFUSAL_CIRCLE, NULL};
        good = false;
    }
    if (!good) {
        job->report->rejected++;
        return import_file_refuse(job->file, record, &refused);
    }
    job->report->counts.added++;
    return insert(job, &row);
}

static enum fault prepare(struct facilities *job)
{
    enum fault fault = sql_prepare(
        job->db, &SQL_REFERENCE,
        "INSERT INTO facility (code, name, address, level, rank, validFrom, validTo, successor)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (code) DO UPDATE SET name = excluded.name,"
        " address = excluded.address, level = excluded.level, rank = excluded.rank,"
        " validFrom = excluded.validFrom, validTo = excluded.validTo, successor = excluded.successor"
        " WHERE excluded.validFrom >= validFrom",
        &job->insert);
    return fault ? fault
                 : sql_prepare(job->db, &SQL_REFERENCE,
                               "SELECT successor FROM facility WHERE code = ?1 AND successor <> ''",
                               &job->follow);
}

static enum fault take_rows(struct facilities *job)
{
    struct csv_record record;
    enum csv_result result;
    enum fault fault = sql_step(job->db, &SQL_REFERENCE, 2);
    fault = fault ? fault : prepare(job);
    while (fault == FAULT_NONE && (result = import_file_next(job->file, &record)) != CSV_END) {
        fault = import_file_fault(result, &record, job->report);
        fault = fault ? fault : take_row(job, result, &record);
    }
    sqlite3_finalize(job->insert);
    sqlite3_finalize(job->follow);
    return fault;
}

/* Built beside the old list and renamed over it: the file is opened as one that never changes. */
static enum fault replace(struct facilities *job, const char *dir)
{
    char fresh[PATH_SIZE], path[PATH_SIZE];
    enum fault fault = place_join(dir, "reference.db.new", fresh);
    fault = fault == FAULT_NONE ? place_join(dir, "reference.db", path) : fault;
    if (fault != FAULT_NONE) {
        return fault;
    }
    unlink(fresh);
    int fd = file_create(dir, "reference.db.new");
    if (fd < 0) {
        return FAULT_STORE_READ_ONLY;
    }
    close(fd);
    fault = sql_build(fresh, &SQL_REFERENCE, &job->db);
    if (fault == FAULT_NONE) {
        fault = take_rows(job);
        enum fault end = sql_build_end(job->db, &SQL_REFERENCE, fresh, "DELETE");
        fault = fault == FAULT_NONE ? end : fault;
    }
    fault = fault == FAULT_NONE ? import_file_keep_rejects(job->file) : fault;
    if (fault == FAULT_NONE && job->report->counts.added == 0) {
        fault = FAULT_IMPORT_NOTHING;
    }
    if (fault == FAULT_NONE && rename(fresh, path) != 0) {
        fault = FAULT_STORE_READ_ONLY;
    }
    if (fault != FAULT_NONE) {
        unlink(fresh);
        return fault;
    }
    return file_sync_directory(dir);
}

/* Lists made for paper have a title and empty rows above their headings. */
static enum fault find_header(struct facilities *job, struct csv_record *header)
{
    struct import_report *report = job->report;
    enum fault fault = facility_header(header, &job->columns, report->ignored, sizeof report->ignored);
    for (int rows = 0; fault == FAULT_IMPORT_FACILITY_HEADER && rows < TITLE_MAX; rows++) {
        enum csv_result result = import_file_next(job->file, header);
        if (result != CSV_ROW) {
            return fault;
        }
        fault = facility_header(header, &job->columns, report->ignored, sizeof report->ignored);
        fault = fault ? fault : import_file_header(job->file, header);
    }
    return fault;
}

enum fault import_facilities(const struct import_options *options, struct import_report *report)
{
    struct facilities job = {.report = report};
    struct csv_record header;
    int lock = -1;
    *report = (struct import_report){0};
    enum fault fault = import_file_open(options, &job.file, &header, report);
    fault = fault == FAULT_IMPORT_HEADER ? FAULT_IMPORT_FACILITY_HEADER : fault;
    fault = fault == FAULT_NONE ? find_header(&job, &header) : fault;
    fault = fault == FAULT_NONE ? lock_take(options->dir, &lock, report->holder) : fault;
    fault = fault == FAULT_NONE ? replace(&job, options->dir) : fault;
    lock_drop(lock);
    import_file_close(job.file);
    return fault;
}
