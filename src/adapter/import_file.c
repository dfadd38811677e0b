/* import_file: the rejects lie under a name of their own until the import has succeeded. */
#include "adapter/import_file.h"
#include "adapter/encoding.h"
#include "core/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct import_file {
    int fd;
    long long size;
    struct csv *csv;
    enum language language;
    FILE *rejected;          /* NULL before the first refusal */
    char *header;            /* the header line as the rejected file repeats it */
    char path[PATH_SIZE];    /* FILE.rejected.csv */
    char growing[PATH_SIZE]; /* its name while it grows */
};

/* Kept as text, since its record is gone when the first row is refused. */
enum fault import_file_header(struct import_file *file, const struct csv_record *header)
{
    size_t len;
    free(file->header);
    file->header = NULL;
    FILE *out = open_memstream(&file->header, &len);
    if (!out) {
        return FAULT_STORE_MEMORY;
    }
    char separator = csv_separator(file->csv);
    fprintf(out, "line%creason", separator);
    for (int i = 0; i < header->count; i++) {
        putc(separator, out);
        csv_write(out, header->fields[i].at, header->fields[i].len, separator);
    }
    putc('\n', out);
    return fclose(out) == 0 ? FAULT_NONE : FAULT_STORE_MEMORY;
}

static enum fault open_input(struct import_file *file, const char *path, enum encoding named,
                             enum encoding *ret_encoding)
{
    struct stat st;
    file->fd = open(path, O_RDONLY | O_CLOEXEC);
    if (file->fd < 0 || fstat(file->fd, &st) != 0 || !S_ISREG(st.st_mode)) {
        return FAULT_IMPORT_MISSING;
    }
    file->size = st.st_size;
    enum fault fault = encoding_check(file->fd, named, ret_encoding);
    return fault ? fault : csv_open(file->fd, *ret_encoding, &file->csv);
}

static enum fault name_rejected(struct import_file *file, const char *path)
{
    int len = snprintf(file->path, sizeof file->path, "%s.rejected.csv", path);
    int more = snprintf(file->growing, sizeof file->growing, "%s.rejected.csv.new", path);
    return len < PATH_SIZE && more < PATH_SIZE ? FAULT_NONE : FAULT_TOO_LONG;
}

enum fault import_file_open(const struct import_options *options, struct import_file **ret,
                            struct csv_record *ret_header, struct import_report *report)
{
    struct import_file *file = calloc(1, sizeof *file);
    if (!file) {
        return FAULT_STORE_MEMORY;
    }
    file->fd = -1;
    file->language = options->language;
    enum fault fault = name_rejected(file, options->file);
    fault = fault ? fault : open_input(file, options->file, options->encoding, &report->proposed);
    if (fault == FAULT_NONE) {
        enum csv_result result = csv_next(file->csv, ret_header);
        fault = result == CSV_END || result == CSV_BROKEN ? FAULT_IMPORT_HEADER
                                                          : import_file_fault(result, ret_header, report);
    }
    fault = fault == FAULT_NONE ? import_file_header(file, ret_header) : fault;
    if (fault != FAULT_NONE) {
        import_file_close(file);
        return fault;
    }
    strcpy(report->rejected_path, file->path);
    *ret = file;
    return FAULT_NONE;
}

void import_file_close(struct import_file *file)
{
    if (!file) {
        return;
    }
    if (file->rejected) {
        fclose(file->rejected);
        unlink(file->growing);
    }
    if (file->fd >= 0) {
        close(file->fd);
    }
    csv_close(file->csv);
    free(file->header);
    free(file);
}

enum fault import_file_fault(enum csv_result result, const struct csv_record *record,
                             struct import_report *report)
{
    if (result == CSV_UNFIT) {
        report->line = record->line;
    }
    return result == CSV_UNFIT    ? FAULT_IMPORT_BYTES
           : result == CSV_FAILED ? FAULT_IMPORT_MISSING
                                  : FAULT_NONE;
}

enum csv_result import_file_next(struct import_file *file, struct csv_record *ret)
{
    return csv_next(file->csv, ret);
}

long long import_file_position(const struct import_file *file)
{
    return csv_position(file->csv);
}

long long import_file_size(const struct import_file *file)
{
    return file->size;
}

/* For its owner alone: it holds patients' data. */
static enum fault begin_rejected(struct import_file *file)
{
    unlink(file->growing);
    int fd = open(file->growing, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    file->rejected = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (!file->rejected) {
        if (fd >= 0) {
            close(fd);
        }
        return FAULT_IMPORT_REJECTED;
    }
    fputs(file->header, file->rejected);
    return FAULT_NONE;
}

enum fault import_file_refuse(struct import_file *file, const struct csv_record *record,
                              const struct refused *refused)
{
    enum fault fault = file->rejected ? FAULT_NONE : begin_rejected(file);
    if (fault != FAULT_NONE) {
        return fault;
    }
    FILE *out = file->rejected;
    char separator = csv_separator(file->csv), reason[256];
    const char *text = refusal_text(refused->refusal, file->language);
    int len = snprintf(reason, sizeof reason, refused->column ? "%s: %s" : "%s%s",
                       refused->column ? refused->column : "", text);
    fprintf(out, "%ld%c", record->line, separator);
    csv_write(out, reason, (size_t)len, separator);
    for (int i = 0; i < record->count; i++) {
        putc(separator, out);
        csv_write(out, record->fields[i].at, record->fields[i].len, separator);
    }
    putc('\n', out);
    return ferror(out) ? FAULT_IMPORT_REJECTED : FAULT_NONE;
}

enum fault import_file_keep_rejects(struct import_file *file)
{
    if (!file->rejected) {
        return unlink(file->path) == 0 || errno == ENOENT ? FAULT_NONE : FAULT_IMPORT_REJECTED;
    }
    int code = fflush(file->rejected) | fsync(fileno(file->rejected)) | fclose(file->rejected);
    file->rejected = NULL;
    if (code != 0 || rename(file->growing, file->path) != 0) {
        unlink(file->growing);
        return FAULT_IMPORT_REJECTED;
    }
    return FAULT_NONE;
}
