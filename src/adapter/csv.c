/* csv: one pass over a buffered file; a record's fields point into a line that
 * is kept whole for the rejects. */
#include "adapter/csv.h"
#include "adapter/decoder.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { BUFFER = 1 << 20 };

/* buffer[at..end) is read and not yet given out; a record lies in it as a whole and is unquoted in place. */
struct csv {
    struct decoder *decoder;
    bool capitals; /* to be given back (legacy.h) */
    char separator;
    size_t at, end;
    long line;
    char buffer[BUFFER];
};

static void fill(struct csv *csv)
{
    memmove(csv->buffer, csv->buffer + csv->at, csv->end - csv->at);
    csv->end -= csv->at;
    csv->at = 0;
    csv->end += decoder_read(csv->decoder, csv->buffer + csv->end, BUFFER - csv->end);
}

static const char SEPARATORS[] = ",;\t";

enum { SEPARATOR_COUNT = sizeof SEPARATORS - 1 };

/* Counts them outside quotes in the line at `s`, those before a space apart: such a comma is more often one
 * of the text. Returns the line's length with its end. */
static size_t count_separators(const char *s, size_t len, size_t close[SEPARATOR_COUNT],
                               size_t spaced[SEPARATOR_COUNT])
{
    size_t i = 0;
    for (bool quoted = false; i < len && (quoted || s[i] != '\n'); i++) {
        const char *which = memchr(SEPARATORS, s[i], SEPARATOR_COUNT);
        quoted ^= s[i] == '"';
        if (which && !quoted) {
            (i + 1 < len && s[i + 1] == ' ' ? spaced : close)[which - SEPARATORS]++;
        }
    }
    return i < len ? i + 1 : len;
}

/* '\0' where there is none of the three. */
static char most_frequent(const size_t counts[SEPARATOR_COUNT])
{
    size_t best = counts[1] > counts[0] ? 1 : 0;
    best = counts[2] > counts[best] ? 2 : best;
    return counts[best] > 0 ? SEPARATORS[best] : '\0';
}

/* From the first line that has any of the three; a comma when none has. */
static char guess_separator(const char *s, size_t len)
{
    char found = '\0';
    while (!found && len > 0) {
        size_t close[SEPARATOR_COUNT] = {0}, spaced[SEPARATOR_COUNT] = {0};
        size_t line = count_separators(s, len, close, spaced);
        found = most_frequent(close);
        found = found ? found : most_frequent(spaced);
        s += line;
        len -= line;
    }
    return found ? found : ',';
}

enum fault csv_open(int fd, enum encoding encoding, struct csv **ret)
{
    struct csv *csv = malloc(sizeof *csv);
    if (!csv) {
        return FAULT_STORE_MEMORY;
    }
    csv->capitals = encoding == ENCODING_TCVN3;
    csv->at = csv->end = 0;
    csv->line = 1;
    enum fault fault = decoder_open(fd, encoding, &csv->decoder);
    if (fault != FAULT_NONE) {
        free(csv);
        return fault;
    }
    fill(csv);
    if (csv->end >= 3 && memcmp(csv->buffer, "\xEF\xBB\xBF", 3) == 0) {
        csv->at = 3;
    }
    csv->separator = guess_separator(csv->buffer + csv->at, csv->end - csv->at);
    *ret = csv;
    return FAULT_NONE;
}

void csv_close(struct csv *csv)
{
    if (csv) {
        decoder_close(csv->decoder);
        explicit_bzero(csv->buffer, sizeof csv->buffer);
        free(csv);
    }
}

/* A cursor within one record; nothing is changed before the record proved whole, so that a broken line can be
 * shown as it stands. */
struct scan {
    char *at, *end;
    long lines;
    bool last;    /* nothing comes after `end` */
    bool doubled; /* a quoted field holds "" */
};

/* Reads a quoted field behind its opening quote; false when it does not end as it should. */
static bool read_quoted(struct scan *s, char separator, struct csv_field *ret)
{
    ret->at = s->at;
    while (s->at < s->end) {
        char c = *s->at++;
        s->lines += c == '\n';
        if (c != '"') {
            continue;
        }
        if (s->at < s->end && *s->at == '"') {
            s->doubled = true;
            s->at++;
            continue;
        }
        ret->len = (size_t)(s->at - 1 - ret->at);
        return s->at == s->end || *s->at == separator || *s->at == '\n' || *s->at == '\r';
    }
    return false;
}

static void read_plain(struct scan *s, char separator, struct csv_field *ret)
{
    ret->at = s->at;
    while (s->at < s->end && *s->at != separator && *s->at != '\n' && *s->at != '\r') {
        s->at++;
    }
    ret->len = (size_t)(s->at - ret->at);
}

/* False at the end of bytes that are not the end of the file. */
static bool skip_line_end(struct scan *s)
{
    if (s->at == s->end) {
        return s->last;
    }
    s->at += *s->at == '\r' && s->at + 1 < s->end && s->at[1] == '\n' ? 2 : 1;
    s->lines++;
    return true;
}

/* False when the bytes at the cursor are no record. */
static bool read_record(struct scan *s, char separator, struct csv_record *ret)
{
    ret->count = 0;
    while (ret->count < CSV_FIELDS) {
        struct csv_field *field = &ret->fields[ret->count++];
        bool quoted = s->at < s->end && *s->at == '"';
        if (quoted) {
            s->at++;
        } else {
            read_plain(s, separator, field);
        }
        if (quoted && !read_quoted(s, separator, field)) {
            return false;
        }
        if (s->at == s->end || *s->at != separator) {
            return skip_line_end(s);
        }
        s->at++;
    }
    return false;
}

/* "" becomes " within the field. */
static void unquote(char *field, size_t *len)
{
    size_t to = 0;
    for (size_t from = 0; from < *len; from++) {
        field[to++] = field[from];
        from += field[from] == '"';
    }
    *len = to;
}

static void unquote_all(struct csv *csv, struct csv_record *record)
{
    for (int i = 0; i < record->count; i++) {
        struct csv_field *field = &record->fields[i];
        size_t at = (size_t)(field->at - csv->buffer);
        if (at > 0 && field->at[-1] == '"') {
            unquote(csv->buffer + at, &field->len);
        }
    }
}

static void raise_all(struct csv *csv, struct csv_record *record)
{
    for (int i = 0; i < record->count; i++) {
        legacy_capitals(csv->buffer + (record->fields[i].at - csv->buffer), record->fields[i].len);
    }
}

/* Gives out the line at the cursor, CSV_RECORD_MAX bytes of it at most, and passes it. */
static void pass_line(struct csv *csv, struct csv_record *ret)
{
    char *start = csv->buffer + csv->at;
    size_t len = csv->end - csv->at;
    char *newline = memchr(start, '\n', len);
    len = newline ? (size_t)(newline - start) : len;
    csv->at += newline ? len + 1 : len;
    csv->line++;
    ret->count = 1;
    ret->fields[0] = (struct csv_field){start, len < CSV_RECORD_MAX ? len : CSV_RECORD_MAX};
}

static bool is_empty(const struct csv_record *record)
{
    return record->count == 1 && record->fields[0].len == 0;
}

enum csv_result csv_next(struct csv *csv, struct csv_record *ret)
{
    do {
        if (csv->end - csv->at <= CSV_RECORD_MAX && !decoder_ended(csv->decoder)) {
            fill(csv);
        }
        if (decoder_unfit(csv->decoder)) {
            ret->line = decoder_unfit(csv->decoder);
            return CSV_UNFIT;
        }
        if (csv->at == csv->end) {
            return decoder_failed(csv->decoder) ? CSV_FAILED : CSV_END;
        }
        size_t len = csv->end - csv->at;
        struct scan s = {.at = csv->buffer + csv->at,
                         .last = decoder_ended(csv->decoder) && len <= CSV_RECORD_MAX};
        s.end = s.at + (len <= CSV_RECORD_MAX ? len : CSV_RECORD_MAX);
        ret->line = csv->line;
        if (!read_record(&s, csv->separator, ret)) {
            pass_line(csv, ret);
            return CSV_BROKEN;
        }
        csv->at = (size_t)(s.at - csv->buffer);
        csv->line += s.lines;
        if (s.doubled) {
            unquote_all(csv, ret);
        }
        if (csv->capitals) {
            raise_all(csv, ret);
        }
    } while (is_empty(ret));
    return CSV_ROW;
}

char csv_separator(const struct csv *csv)
{
    return csv->separator;
}

long long csv_position(const struct csv *csv)
{
    /* Old encodings take fewer bytes than what became of them. */
    long long position = decoder_position(csv->decoder) - (long long)(csv->end - csv->at);
    return position > 0 ? position : 0;
}

static void write_behind(const char *head, FILE *out, const char *at, size_t len, char separator)
{
    bool quoted = false;
    for (size_t i = 0; i < len && !quoted; i++) {
        quoted = at[i] == separator || at[i] == '"' || at[i] == '\n' || at[i] == '\r';
    }
    if (!quoted) {
        fputs(head, out);
        fwrite(at, 1, len, out);
        return;
    }
    fprintf(out, "\"%s", head);
    for (size_t i = 0; i < len; i++) {
        if (at[i] == '"') {
            putc('"', out);
        }
        putc(at[i], out);
    }
    putc('"', out);
}

void csv_write(FILE *out, const char *at, size_t len, char separator)
{
    write_behind("", out, at, len, separator);
}

void csv_write_guarded(FILE *out, const char *value, char separator)
{
    bool formula = *value && strchr("=+-@\t\r", *value);
    write_behind(formula ? "'" : "", out, value, strlen(value), separator);
}
