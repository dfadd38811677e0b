/* csv: files as people bring them: quotes, line ends, separators, byte order marks, damage. */
#include "../fuzz/rounds.h"

#include "../fuzz/csv.c"

#include <criterion/criterion.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static struct csv *open_text(const char *text, size_t len)
{
    int fd = memfd_create("csv", MFD_CLOEXEC);
    struct csv *csv;
    cr_assert(fd >= 0 && write(fd, text, len) == (ssize_t)len && lseek(fd, 0, SEEK_SET) == 0);
    cr_assert_eq(csv_open(fd, ENCODING_UTF8, &csv), FAULT_NONE);
    return csv;
}

/* Every record as "line:field|field", broken ones as "line!text", a line each. */
static void read_all(const char *text, char *out, size_t cap)
{
    struct csv *csv = open_text(text, strlen(text));
    struct csv_record record;
    enum csv_result result;
    FILE *to = fmemopen(out, cap, "w");
    while ((result = csv_next(csv, &record)) != CSV_END) {
        cr_assert_neq(result, CSV_FAILED);
        fprintf(to, "%ld%c", record.line, result == CSV_BROKEN ? '!' : ':');
        for (int i = 0; i < record.count; i++) {
            fprintf(to, "%s%.*s", i ? "|" : "", (int)record.fields[i].len, record.fields[i].at);
        }
        putc('\n', to);
    }
    fclose(to);
    csv_close(csv);
}

Test(csv, reads_what_people_bring)
{
    static const struct {
        const char *text, *records;
    } cases[] = {
        {"", ""},
        {"a,b\n1,2\n", "1:a|b\n2:1|2\n"},
        {"\xEF\xBB\xBF"
         "a;b\r\n1;2",
         "1:a|b\n2:1|2\n"},
        {"a\tb\n1,5\t2\n", "1:a|b\n2:1,5|2\n"},
        {"\"a;x\",b\n1;2,3\n", "1:a;x|b\n2:1;2|3\n"},
        {"\na title\na;b\n1,5;2\n", "2:a title\n3:a|b\n4:1,5|2\n"},
        {"a, b, c;d\n1;2\n", "1:a, b, c|d\n2:1|2\n"}, /* a comma of the text */
        {"a, b\n1, 2\n", "1:a| b\n2:1| 2\n"},
        {"a,b\n\n\r\n1,\n", "1:a|b\n4:1|\n"},
        {"a,b\n\"x\"\"y\",\"\"\n", "1:a|b\n2:x\"y|\n"},
        {"a,b\n\"two\nlines\",2\n3,4\n", "1:a|b\n2:two\nlines|2\n4:3|4\n"},
        {"a,b\nx \"y\",2\n", "1:a|b\n2:x \"y\"|2\n"},
        /* a stray or unclosed quote spoils its own line only */
        {"a,b\n\"x\"y,2\n3,4\n", "1:a|b\n2!\"x\"y,2\n3:3|4\n"},
        {"a,b\n\"x,2\n3,4\n", "1:a|b\n2!\"x,2\n3:3|4\n"},
        {"a,b\n\"x\"\"y\",\"z,2\n3,4\n", "1:a|b\n2!\"x\"\"y\",\"z,2\n3:3|4\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[512] = "";
        read_all(cases[i].text, out, sizeof out);
        cr_expect_str_eq(out, cases[i].records, "case %zu: %s", i, out);
    }
}

Test(csv, refuses_a_record_that_is_too_long_and_goes_on)
{
    size_t len = CSV_RECORD_MAX + 10;
    char *text = malloc(len + 16);
    memcpy(text, "a\n\"", 3);
    memset(text + 3, 'x', len);
    memcpy(text + 3 + len, "\"\nlast\n", 7);
    struct csv *csv = open_text(text, 3 + len + 7);
    static struct csv_record record;
    cr_assert_eq(csv_next(csv, &record), CSV_ROW);
    cr_assert_eq(csv_next(csv, &record), CSV_BROKEN);
    cr_expect_eq(record.line, 2);
    cr_assert_eq(csv_next(csv, &record), CSV_ROW);
    cr_expect_eq(record.line, 3);
    cr_expect(strncmp(record.fields[0].at, "last", 4) == 0);
    cr_assert_eq(csv_next(csv, &record), CSV_END);
    csv_close(csv);
    free(text);
}

Test(csv, reads_across_its_buffer)
{
    enum { ROWS = 60000 };
    static char text[ROWS * 40];
    size_t len = 0;
    for (int i = 0; i < ROWS; i++) {
        len += (size_t)sprintf(text + len, "%d,\"Nguyễn \"\"%d\"\"\"\n", i, i);
    }
    struct csv *csv = open_text(text, len);
    static struct csv_record record;
    for (int i = 0; i < ROWS; i++) {
        char want[40];
        int size = sprintf(want, "Nguyễn \"%d\"", i);
        cr_assert_eq(csv_next(csv, &record), CSV_ROW);
        cr_assert(record.count == 2 && record.line == i + 1 && (int)record.fields[1].len == size);
        cr_assert(memcmp(record.fields[1].at, want, (size_t)size) == 0);
    }
    cr_expect_eq(csv_next(csv, &record), CSV_END);
    cr_expect_eq((size_t)csv_position(csv), len);
    csv_close(csv);
}

Test(csv, refuses_more_fields_than_a_record_holds)
{
    static char text[CSV_FIELDS + 8], out[1024];
    memset(text, ',', CSV_FIELDS);
    strcpy(text + CSV_FIELDS, "\nb\n");
    read_all(text, out, sizeof out);
    cr_expect(out[1] == '!' && strstr(out, "\n2:b\n"));
}

Test(csv, writes_what_it_reads)
{
    char out[128] = "";
    FILE *to = fmemopen(out, sizeof out, "w");
    static const char *const fields[] = {"plain", "a;b", "say \"so\"", "two\nlines", ""};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        csv_write(to, fields[i], strlen(fields[i]), ';');
        putc(i + 1 < sizeof fields / sizeof *fields ? ';' : '\n', to);
    }
    fclose(to);
    cr_expect_str_eq(out, "plain;\"a;b\";\"say \"\"so\"\"\";\"two\nlines\";\n");
}

static const char *const samples[] = {
    "maThe,hoTen,ngaySinh\nDN4790123456789,Nguyễn Thị Hòa,12/03/1985\n",
    "\xEF\xBB\xBFMA_THE_BHYT;HO_TEN\r\n\"DN4790123456789\";\"Lê \"\"Lan\"\"\"\r\n",
    "maSoBHXH\tdiaChi\n0123456789\t\"hai\ndòng\"\n\n,\"chưa đóng\n",
    "Mã CSKCB;Tên;Cấp;Từ ngày;Mã mới\n79 - 014;BV Mẫu;Cơ bản;01/07/2025;1009\n1009;TTYT;3;-;79014\n",
};

Test(csv, holds_its_promises_for_any_bytes)
{
    rounds_run(LLVMFuzzerTestOneInput, samples, sizeof samples / sizeof *samples, 3000);
}
