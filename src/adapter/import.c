/* import: reads rows, refuses the bad ones, gives the good ones to the register's writer. */
#include "adapter/import.h"
#include "adapter/import_file.h"
#include "adapter/import_row.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* How often the caller hears of rows: often enough for a bar, seldom enough to cost nothing. */
enum { ROWS_PER_CALL = 4096 };

struct job {
    const struct import_options *options;
    struct import_report *report;
    struct import_file *file;
    struct import_columns columns;
    struct register_writer *writer;
};

static bool go_on(void *context)
{
    struct job *job = context;
    const struct import_options *options = job->options;
    if (!options->progress) {
        return true;
    }
    struct import_progress progress = {
        .bytes = import_file_position(job->file),
        .total = import_file_size(job->file),
        .rows = job->report->rows,
    };
    return options->progress(options->context, &progress);
}

static enum fault take_row(struct job *job, enum csv_result result, const struct csv_record *record)
{
    struct member member;
    struct refused refused = {REFUSAL_BROKEN, NULL};
    if (result == CSV_BROKEN || !import_row(&job->columns, record, &member, &refused)) {
        job->report->rejected++;
        return import_file_refuse(job->file, record, &refused);
    }
    bool several;
    enum fault fault = register_write_row(job->writer, &member, &several);
    if (fault == FAULT_NONE && several) {
        job->report->rejected++;
        return import_file_refuse(job->file, record, &(struct refused){REFUSAL_SEVERAL, NULL});
    }
    return fault;
}

static enum fault take_rows(struct job *job)
{
    struct csv_record record;
    enum csv_result result;
    enum fault fault = FAULT_NONE;
    while (fault == FAULT_NONE && (result = import_file_next(job->file, &record)) != CSV_END) {
        fault = import_file_fault(result, &record, job->report);
        fault = fault ? fault : take_row(job, result, &record);
        if (job->report->rows++ % ROWS_PER_CALL == 0 && !go_on(job)) {
            return FAULT_IMPORT_STOPPED;
        }
    }
    return fault;
}

static enum fault write_members(struct job *job)
{
    struct register_plan plan = {
        .present = job->columns.present,
        .as_of = job->options->as_of,
        .bytes = import_file_size(job->file),
        .go_on = go_on,
        .context = job,
    };
    struct import_report *report = job->report;
    enum fault fault = register_write_open(job->options->dir, &plan, &job->writer, &report->room);
    if (fault == FAULT_NONE && job->options->room) {
        job->options->room(job->options->context, &report->room);
    }
    fault = fault == FAULT_NONE ? take_rows(job) : fault;
    if (fault == FAULT_NONE) {
        /* Before the register changes: a list of rejects that cannot be kept stops the import. */
        fault = import_file_keep_rejects(job->file);
    }
    if (fault == FAULT_NONE) {
        report->complete = job->options->complete && report->rejected == 0;
        fault = register_write_end(job->writer, report->complete, &report->counts);
    }
    register_write_close(job->writer);
    return fault;
}

enum fault import_members(const struct import_options *options, struct import_report *report)
{
    struct job job = {.options = options, .report = report};
    struct csv_record header;
    int lock = -1;
    assert(date_full(options->as_of));
    *report = (struct import_report){0};
    enum fault fault = import_file_open(options, &job.file, &header, report);
    if (fault == FAULT_NONE) {
        fault = import_header(&header, &job.columns, report->ignored, sizeof report->ignored);
    }
    if (fault == FAULT_NONE) {
        fault = lock_take(options->dir, &lock, report->holder);
    }
    if (fault == FAULT_NONE) {
        fault = write_members(&job);
    }
    lock_drop(lock);
    import_file_close(job.file);
    return fault;
}
