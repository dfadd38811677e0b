/* import_facility: makes a new reference.db and puts it in the place of the old one. */
#include "adapter/import.h"
#include "adapter/import_file.h"
#include "adapter/store_file.h"
#include "core/text.h"
#include <string.h>
#include <unistd.h>

/* The codes and names stand under these headings in the lists hospitals have. */
static const char *const CODE_NAMES[] = {"MA_CSKCB", "maCSKCB", "code", "ma", NULL};
static const char *const NAME_NAMES[] = {"TEN_CSKCB", "tenCSKCB", "TEN", "name", NULL};

enum { FACILITY_NAME_SIZE = 256 };

struct facilities {
    struct import_file *file;
    struct import_report *report;
    int at[2];
    sqlite3 *db;
    sqlite3_stmt *insert;
};

static bool read_facility(const struct facilities *job, const struct csv_record *record,
                          char code[FACILITY_SIZE], char name[FACILITY_NAME_SIZE], struct refused *ret)
{
    char raw[FACILITY_NAME_SIZE];
    const struct csv_field *code_field = &record->fields[job->at[0]],
                           *name_field = &record->fields[job->at[1]];
    *ret = (struct refused){REFUSAL_FIELDS, NULL};
    if (record->count <= job->at[0] || record->count <= job->at[1]) {
        return false;
    }
    *ret = (struct refused){REFUSAL_CODE, NULL};
    if (text_clean(raw, sizeof raw, code_field->at, code_field->len) != FAULT_NONE ||
        number_facility(raw, code) != FAULT_NONE) {
        return false;
    }
    *ret = (struct refused){REFUSAL_TEXT, NULL};
    return text_clean(name, FACILITY_NAME_SIZE, name_field->at, name_field->len) == FAULT_NONE;
}

static enum fault take_row(struct facilities *job, enum csv_result result, const struct csv_record *record)
{
    char code[FACILITY_SIZE], name[FACILITY_NAME_SIZE];
    struct refused refused = {REFUSAL_BROKEN, NULL};
    job->report->rows++;
    if (result == CSV_BROKEN || !read_facility(job, record, code, name, &refused)) {
        job->report->rejected++;
        return import_file_refuse(job->file, record, &refused);
    }
    job->report->counts.added++;
    sql_bind(job->insert, 1, code);
    sql_bind(job->insert, 2, name);
    return sql_once(job->insert, &SQL_REFERENCE);
}

static enum fault take_rows(struct facilities *job)
{
    struct csv_record record;
    enum csv_result result;
    enum fault fault =
        sql_prepare(job->db, &SQL_REFERENCE, "INSERT OR REPLACE INTO facility (code, name) VALUES (?1, ?2)",
                    &job->insert);
    while (fault == FAULT_NONE && (result = import_file_next(job->file, &record)) != CSV_END) {
        fault = result == CSV_FAILED ? FAULT_IMPORT_MISSING : take_row(job, result, &record);
    }
    sqlite3_finalize(job->insert);
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
    if (fault == FAULT_NONE && rename(fresh, path) != 0) {
        fault = FAULT_STORE_READ_ONLY;
    }
    if (fault != FAULT_NONE) {
        unlink(fresh);
        return fault;
    }
    return file_sync_directory(dir);
}

enum fault import_facilities(const struct import_options *options, struct import_report *report)
{
    struct facilities job = {.report = report};
    struct csv_record header;
    int lock = -1;
    *report = (struct import_report){0};
    enum fault fault = import_file_open(options, &job.file, &header, report->rejected_path);
    fault = fault == FAULT_NONE ? import_pair(&header, CODE_NAMES, NAME_NAMES, job.at) : fault;
    fault = fault == FAULT_NONE ? lock_take(options->dir, &lock, report->holder) : fault;
    fault = fault == FAULT_NONE ? replace(&job, options->dir) : fault;
    lock_drop(lock);
    import_file_close(job.file);
    return fault;
}
