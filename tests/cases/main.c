/* test-cases FILE...: runs every case of the files, names each that fails by file and line. */
#include "cases.h"
#include <stdio.h>
#include <string.h>

static const struct {
    const char *header;
    cases_judge *judge;
    bool block; /* a case is all lines up to an empty one */
} KINDS[] = {
    {"# cases: name", cases_name, false},
    {"# cases: address", cases_address, false},
    {"# cases: burst", cases_burst, false},
    {"# cases: wedge", cases_wedge, false},
    {"# cases: payload", cases_payload, false},
    {"# cases: telex", cases_telex, false},
    {"# cases: find", cases_find, false},
    {"# cases: entitlement", cases_entitlement, false},
    {"# cases: legacy", cases_legacy, false},
    {"# cases: checkin", cases_checkin, false},
    {"# cases: judgement", cases_judgement, true},
};

enum { LINE_MAX_BYTES = 16384, CASE_MAX_BYTES = LINE_MAX_BYTES };

struct tally {
    int passed, failed;
};

static char *trim(char *s)
{
    s += strspn(s, " \t");
    size_t len = strlen(s);
    while (len > 0 && strchr(" \t\r\n", s[len - 1])) {
        s[--len] = '\0';
    }
    return s;
}

bool cases_split(char *line, char *field[], int count)
{
    for (int i = 0; i < count; i++) {
        char *bar = strchr(line, '|');
        if ((bar == NULL) != (i == count - 1)) {
            return false;
        }
        if (bar) {
            *bar = '\0';
        }
        field[i] = trim(line);
        line = bar ? bar + 1 : line;
    }
    return true;
}

static int kind_of(const char *header)
{
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        if (strcmp(header, KINDS[i].header) == 0) {
            return (int)i;
        }
    }
    return -1;
}

static void run_case(cases_judge *judge, char *text, const char *path, int number, struct tally *tally)
{
    char shown[CASE_MAX_BYTES], said[CASES_SAID] = "";
    memcpy(shown, text, strlen(text) + 1);
    if (judge(text, said)) {
        tally->passed++;
        return;
    }
    tally->failed++;
    printf("%s:%d: %s\n    %s\n", path, number, said, shown);
}

/* Reads the lines of one block, comments left out, up to an empty line; returns how many lines were read. */
static int read_block(FILE *file, char block[CASE_MAX_BYTES])
{
    char line[LINE_MAX_BYTES];
    size_t len = 0;
    int lines = 0;
    *block = '\0';
    while (fgets(line, sizeof line, file)) {
        char *text = trim(line);
        lines++;
        if (*text == '\0') {
            break;
        }
        if (*text != '#' && len + strlen(text) + 2 < CASE_MAX_BYTES) {
            len += (size_t)sprintf(block + len, "%s\n", text);
        }
    }
    return lines;
}

static void run_blocks(cases_judge *judge, FILE *file, const char *path, struct tally *tally)
{
    char block[CASE_MAX_BYTES];
    for (int number = 2, lines; (lines = read_block(file, block)) > 0; number += lines) {
        if (*block) {
            run_case(judge, block, path, number, tally);
        }
    }
}

static const char MAP[] = "# map: ";

static void run_lines(cases_judge *judge, FILE *file, const char *path, struct tally *tally)
{
    char line[LINE_MAX_BYTES];
    for (int number = 2; fgets(line, sizeof line, file); number++) {
        char *text = trim(line);
        if (strncmp(text, MAP, sizeof MAP - 1) == 0) {
            cases_map(text + sizeof MAP - 1);
        } else if (*text && *text != '#') {
            run_case(judge, text, path, number, tally);
        }
    }
}

static void run_file(const char *path, struct tally *tally)
{
    char line[LINE_MAX_BYTES];
    FILE *file = fopen(path, "r");
    int kind = file && fgets(line, sizeof line, file) ? kind_of(trim(line)) : -1;
    if (kind < 0) {
        printf("%s:1: cannot be read, or its first line names no kind of cases\n", path);
        tally->failed++;
    } else if (KINDS[kind].block) {
        run_blocks(KINDS[kind].judge, file, path, tally);
    } else {
        run_lines(KINDS[kind].judge, file, path, tally);
    }
    if (file) {
        fclose(file);
    }
}

int main(int argc, char **argv)
{
    struct tally tally = {0};
    for (int i = 1; i < argc; i++) {
        run_file(argv[i], &tally);
    }
    printf("%d passed, %d failed\n", tally.passed, tally.failed);
    return tally.failed > 0 || tally.passed == 0;
}
