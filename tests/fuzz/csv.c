/* What must hold of the CSV reader for every sequence of bytes, and of import_row and facility_row for every
 * record it gives. */
#include "adapter/csv.h"
#include "adapter/facility_row.h"
#include "adapter/import_row.h"
#include "core/text.h"
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct csv *open_bytes(const void *data, size_t size, int *ret_fd)
{
    struct csv *csv = NULL;
    *ret_fd = memfd_create("fuzz", MFD_CLOEXEC);
    bool written =
        *ret_fd >= 0 && write(*ret_fd, data, size) == (ssize_t)size && lseek(*ret_fd, 0, SEEK_SET) == 0;
    enum fault fault = csv_open(*ret_fd, ENCODING_UTF8, &csv);
    assert(written && fault == FAULT_NONE);
    (void)written, (void)fault;
    return csv;
}

/* What is written comes back as it was. */
static void write_and_read(const struct csv_record *record, char separator)
{
    char *text = NULL;
    size_t len;
    int fd;
    static struct csv_record again;
    FILE *out = open_memstream(&text, &len);
    assert(out);
    /* the first line settles the separator, whatever stands in the fields */
    fprintf(out, "%c%c%c\n", separator, separator, separator);
    for (int i = 0; i < record->count; i++) {
        if (i > 0) {
            putc(separator, out);
        }
        csv_write(out, record->fields[i].at, record->fields[i].len, separator);
    }
    putc('\n', out);
    fclose(out);
    struct csv *csv = open_bytes(text, len, &fd);
    enum csv_result first = csv_next(csv, &again), second = csv_next(csv, &again);
    assert(first == CSV_ROW && csv_separator(csv) == separator);
    bool fits = len < CSV_RECORD_MAX;
    assert(!fits || (second == CSV_ROW && again.count == record->count));
    for (int i = 0; fits && i < record->count; i++) {
        assert(again.fields[i].len == record->fields[i].len &&
               memcmp(again.fields[i].at, record->fields[i].at, again.fields[i].len) == 0);
    }
    (void)first, (void)second, (void)fits;
    csv_close(csv);
    close(fd);
    free(text);
}

static void read_member(const struct import_columns *columns, const struct csv_record *record)
{
    struct member member;
    struct refused refused;
    if (!import_row(columns, record, &member, &refused)) {
        assert(refused.refusal < REFUSAL_COUNT);
        return;
    }
    assert(member.bhxh_number[0] || member.facts.number[0]);
    assert(text_valid(member.facts.name, strlen(member.facts.name)));
    enum number_kind kind = number_kind(member.facts.number);
    assert(!member.facts.number[0] || kind == NUMBER_CARD15 || kind == NUMBER_CARD17);
    (void)kind;
}

/* The first record is the header. */
static void read_facility(const struct csv_record *record, struct facility_columns *columns)
{
    struct facility_row row;
    struct refused refused;
    char ignored[128];
    if (columns->width < 0) {
        columns->width =
            facility_header(record, columns, ignored, sizeof ignored) == FAULT_NONE ? record->count : 0;
        return;
    }
    if (columns->width == 0 || !facility_row(columns, record, &row, &refused)) {
        return;
    }
    assert(strlen(row.code) == FACILITY_SIZE - 1 && strcmp(row.code, row.successor) != 0);
    assert(text_valid(row.name, strlen(row.name)) && text_valid(row.level, strlen(row.level)));
    assert(!row.from[0] || date_full(row.from));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct csv_record record;
    int fd;
    struct csv *csv = open_bytes(data, size, &fd);
    struct import_columns columns = {.width = -1};
    struct facility_columns facilities = {.width = -1};
    char ignored[128];
    enum csv_result result;
    long line = 0;
    while ((result = csv_next(csv, &record)) != CSV_END) {
        assert(result == CSV_ROW || result == CSV_BROKEN);
        assert(record.count >= 1 && record.count <= CSV_FIELDS && record.line > line);
        line = record.line;
        if (result == CSV_BROKEN) {
            continue;
        }
        write_and_read(&record, csv_separator(csv));
        read_facility(&record, &facilities);
        if (columns.width < 0 && import_header(&record, &columns, ignored, sizeof ignored) != FAULT_NONE) {
            columns.width = 0;
        }
        if (columns.width > 0) {
            read_member(&columns, &record);
        }
    }
    assert(csv_position(csv) <= (long long)size);
    csv_close(csv);
    close(fd);
    return 0;
}
