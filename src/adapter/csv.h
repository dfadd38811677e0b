/* csv: reading and writing delimited text as people bring it: UTF-8 or an old encoding, with or without BOM;
 * comma, semicolon or tab, told by the first line that has one; quoted fields with doubled quotes and line
 * breaks in them; LF or CRLF (RFC 4180 and its kin). */
#ifndef TIEPDON_CSV_H
#define TIEPDON_CSV_H
#include "core/fault.h"
#include "core/legacy.h"
#include <stddef.h>
#include <stdio.h>

/* A record longer than CSV_RECORD_MAX is none: a quote was never closed, or this is no such file. */
enum { CSV_FIELDS = 256, CSV_RECORD_MAX = 64 * 1024 };

struct csv_field {
    const char *at; /* unquoted bytes, not NUL-terminated, the reader's until the next csv_next */
    size_t len;
};

enum csv_result {
    CSV_ROW,
    CSV_END,
    CSV_BROKEN, /* over-long, over CSV_FIELDS fields, or a stray or unclosed quote: the one line at `line` is
                   in fields[0] as it stands, and reading goes on with the next line */
    CSV_FAILED, /* the file cannot be read on */
    CSV_UNFIT, /* a byte on `line` is none of the encoding's, and nothing more is read; not of UTF-8, whose faults
                   are the fields' */
};

struct csv_record {
    struct csv_field fields[CSV_FIELDS];
    int count;
    long line; /* where the record begins, from 1 */
};

struct csv;

/* Reads from `fd`, which stays the caller's; what comes out is UTF-8, that of TCVN3 with its capitals
 * (legacy.h). An empty file has no separator and no record: CSV_END.
 * Faults: STORE_MEMORY, ENCODING_MISSING. */
NEEDED enum fault csv_open(int fd, enum encoding encoding, struct csv **ret);
void csv_close(struct csv *csv);

/* The next record; empty lines are passed over. */
enum csv_result csv_next(struct csv *csv, struct csv_record *ret);

/* ',' ';' or '\t'. */
char csv_separator(const struct csv *csv);
/* Bytes of the file behind us. */
long long csv_position(const struct csv *csv);

/* Writes one field, quoted where it must be. The caller writes separators and
 * line ends, and looks at ferror. */
void csv_write(FILE *out, const char *at, size_t len, char separator);
/* The same for what a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return): an
 * apostrophe goes before it. */
void csv_write_guarded(FILE *out, const char *value, char separator);

#endif
