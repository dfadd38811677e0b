/* encoding: files of before Unicode, told apart and imported. */
#include "../fuzz/rounds.h"
#include "../support/place.h"
#include "adapter/csv.h"
#include "adapter/import.h"
#include "core/text.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../fuzz/legacy.c"

TestSuite(encoding, .init = (void (*)(void))place_begin, .fini = place_end);

/* "maThe,hoTen" and the names NGUYỄN THỊ HOÀ and Lê Văn Đức in four encodings. */
#define TABLE(hoa, duc) "maThe,hoTen\nDN4790123456789," hoa "\nDN4790123456790," duc "\n"
#define TCVN3                                                                                                \
    TABLE("NGUY\xD4N TH\xDE HO\xB5", "L\xAA V\xA8n \xA7\xF8"                                                 \
                                     "c")
#define VNI                                                                                                  \
    TABLE("NGUYE\xC3N TH\xD2 HOA\xD8", "Le\xE2 Va\xEAn \xD1\xF6\xF9"                                         \
                                       "c")
#define CP1258                                                                                               \
    TABLE("NGUY\xCA\xDEN THI\xF2 HOA\xCC", "L\xEA V\xE3n \xD0\xFD\xEC"                                       \
                                           "c")
#define UTF8 TABLE("NGUYỄN THỊ HOÀ", "Lê Văn Đức")

static struct import_report report;

static enum fault import_bytes(const char *bytes, size_t len, enum encoding encoding)
{
    const char *path = place_path("in.csv");
    FILE *file = fopen(path, "w");
    cr_assert(file && fwrite(bytes, 1, len, file) == len && fclose(file) == 0);
    struct import_options options = {.dir = place_dir(),
                                     .file = path,
                                     .encoding = encoding,
                                     .as_of = "2026-11-20",
                                     .language = LANGUAGE_EN};
    return import_members(&options, &report);
}

static enum fault import(const char *text, enum encoding encoding)
{
    return import_bytes(text, strlen(text), encoding);
}

/* All names of the register, by number: "A|B". */
static const char *names(void)
{
    static char text[256];
    sqlite3 *db;
    sqlite3_stmt *find;
    cr_assert_eq(sqlite3_open(place_path("register.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_prepare_v2(
                     db, "SELECT group_concat(hoTen, '|') FROM (SELECT hoTen FROM member ORDER BY maThe)", -1,
                     &find, NULL),
                 SQLITE_OK);
    cr_assert_eq(sqlite3_step(find), SQLITE_ROW);
    snprintf(text, sizeof text, "%s", (const char *)sqlite3_column_text(find, 0));
    sqlite3_finalize(find);
    sqlite3_close(db);
    return text;
}

static const struct {
    enum encoding encoding;
    const char *text;
} FILES[] = {{ENCODING_UTF8, UTF8}, {ENCODING_TCVN3, TCVN3}, {ENCODING_VNI, VNI}, {ENCODING_CP1258, CP1258}};
enum { FILE_COUNT = sizeof FILES / sizeof *FILES };

Test(encoding, brings_names_out_of_each)
{
    for (int i = 0; i < FILE_COUNT; i++) {
        cr_assert_eq(import(FILES[i].text, FILES[i].encoding), FAULT_NONE, "%s",
                     encoding_name(FILES[i].encoding));
        cr_expect_str_eq(names(), "NGUYỄN THỊ HOÀ|Lê Văn Đức", "%s", encoding_name(FILES[i].encoding));
    }
}

Test(encoding, a_file_in_another_one_is_refused_with_a_proposal)
{
    for (int i = 0; i < FILE_COUNT; i++) {
        for (int named = 0; named < FILE_COUNT; named++) {
            if (i == named) {
                continue;
            }
            cr_expect_eq(import(FILES[i].text, FILES[named].encoding), FAULT_IMPORT_ENCODING_IS, "%d as %d",
                         i, named);
            cr_expect_eq(report.proposed, FILES[i].encoding, "%d as %d", i, named);
        }
    }
}

/* One broken row is no reason to believe in another encoding. */
Test(encoding, a_broken_byte_in_utf8_is_the_rows)
{
    cr_assert_eq(import(UTF8 "DN4790123456791,An\xB5\n", ENCODING_UTF8), FAULT_NONE);
    cr_expect(report.rejected == 1 && report.counts.added == 2);
}

Test(encoding, bytes_that_do_not_fit_are_named_by_their_line)
{
    cr_assert_eq(import(TCVN3 "DN4790123456791,\"An\nBình\"\nDN4790123456792,An\x95\n", ENCODING_TCVN3),
                 FAULT_IMPORT_BYTES);
    cr_expect_eq(report.line, 6, "%ld", report.line);
    cr_assert_eq(import(VNI "DN4790123456791,An\n\nDN4790123456792,A\xA1n\n", ENCODING_VNI),
                 FAULT_IMPORT_BYTES);
    cr_expect_eq(report.line, 6, "%ld", report.line);
    cr_assert_neq(access(place_path("register.db"), F_OK), 0, "nothing was taken");
}

/* The rejected rows are to be mended and imported again. */
Test(encoding, rejected_rows_are_utf8)
{
    char text[512] = "";
    cr_assert_eq(import(TABLE("NGUY\xD4N TH\xDE HO\xB5", "x") "DN9,L\xAA V\xA8n\n", ENCODING_TCVN3),
                 FAULT_NONE);
    FILE *file = fopen(report.rejected_path, "r");
    cr_assert(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    cr_expect(strstr(text, "4,maThe: not a value of this column,DN9,Lê Văn\n"), "%s", text);
}

/* What Excel calls Unicode text: a byte order mark and tabs; no name of an encoding is needed. */
Test(encoding, reads_utf16_by_its_mark)
{
    static const char text[] = "maThe\thoTen\nDN4790123456789\tNguy\xE2\x82\xAC An\n";
    char bytes[256] = "\xFF\xFE", swapped[256] = "\xFE\xFF";
    size_t len = 2;
    for (size_t at = 0, took; (took = text_next(text + at, sizeof text - 1 - at, &(int32_t){0}));
         at += took) {
        int32_t rune;
        text_next(text + at, sizeof text - 1 - at, &rune);
        bytes[len] = swapped[len + 1] = (char)(rune & 0xFF);
        bytes[len + 1] = swapped[len] = (char)(rune >> 8);
        len += 2;
    }
    cr_assert_eq(import_bytes(bytes, len, ENCODING_UTF8), FAULT_NONE);
    cr_expect_str_eq(names(), "Nguy€ An");
    cr_assert_eq(import_bytes(swapped, len, ENCODING_UTF16LE), FAULT_NONE);
    cr_expect_eq(import_bytes(bytes, len, ENCODING_TCVN3), FAULT_IMPORT_ENCODING_IS);
    cr_expect_eq(import_bytes(bytes, len - 1, ENCODING_UTF8), FAULT_IMPORT_BYTES);
    cr_expect_eq(report.line, 2);
}

/* A letter and its mark may lie in two reads. */
Test(encoding, a_long_file_is_read_whole)
{
    int fd = open(place_path("long.csv"), O_RDWR | O_CREAT, 0600);
    struct csv *csv;
    static struct csv_record record;
    enum { LINES = 70000 };
    FILE *file = fdopen(dup(fd), "w");
    fputs("a,b\n", file);
    for (int i = 0; i < LINES; i++) {
        fputs("Nguye\xE3n,Ho\xF8"
              "a\n",
              file);
    }
    fclose(file);
    lseek(fd, 0, SEEK_SET);
    cr_assert_eq(csv_open(fd, ENCODING_VNI, &csv), FAULT_NONE);
    cr_assert_eq(csv_next(csv, &record), CSV_ROW);
    for (int i = 0; i < LINES; i++) {
        cr_assert_eq(csv_next(csv, &record), CSV_ROW);
        bool same = record.count == 2 && record.fields[0].len == strlen("Nguyễn") &&
                    memcmp(record.fields[0].at, "Nguyễn", record.fields[0].len) == 0 &&
                    memcmp(record.fields[1].at, "Hòa", record.fields[1].len) == 0;
        cr_assert(same && record.line == i + 2, "line %d", i + 2);
    }
    cr_expect_eq(csv_next(csv, &record), CSV_END);
    csv_close(csv);
    close(fd);
}

Test(encoding, names_of_encodings)
{
    cr_expect_eq(encoding_named("TCVN3"), ENCODING_TCVN3);
    cr_expect_eq(encoding_named("utf8"), ENCODING_UTF8);
    cr_expect_eq(encoding_named("UTF-8"), ENCODING_UTF8);
    cr_expect_eq(encoding_named("CP-1258"), ENCODING_CP1258);
    cr_expect_eq(encoding_named("latin1"), ENCODING_COUNT);
    cr_expect_eq(encoding_named(""), ENCODING_COUNT);
    cr_expect_eq(encoding_named("tcvn3xxxxxxxxxxxxxxxxxxxx"), ENCODING_COUNT);
}

Test(encoding, survives_whatever_the_bytes_are)
{
    /* The first letter says which encoding, the second how the bytes are parted. */
    static const char *const SAMPLES[] = {"dx" TCVN3,
                                          "ex" VNI,
                                          "ax" CP1258,
                                          "bxN\1g\1",
                                          "exa\xE1o\xF8\xF4\xF9\xF6u\xEA",
                                          "axa\xEC\xF2\xE2\xDE",
                                          "dxNGUY\xD4N \xFD L\xAA, TP HCM"};
    rounds_run(LLVMFuzzerTestOneInput, SAMPLES, sizeof SAMPLES / sizeof *SAMPLES, 20000);
}
