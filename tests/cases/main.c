/* test-cases FILE...: runs every case of the files, names each that fails by file and line. */
#include "cases.h"
#include <stdio.h>
#include <string.h>

static const struct {
    const char *header;
    cases_judge *judge;
} KINDS[] = {
    {"# cases: name", cases_name},
    {"# cases: address", cases_address},
    {"# cases: burst", cases_burst},
    {"# cases: wedge", cases_wedge},
    {"# cases: payload", cases_payload},
    {"# cases: telex", cases_telex},
};

enum { LINE_MAX_BYTES = 16384 };

struct tally {
    int passed, failed;
};

static char *trim(char *s)
{
    s += strspn(s, " \t");
    size_t len = strlen(s);
    while (len > 0 && strchr(" \t\r\n", s[len - 1]))
        s[--len] = '\0';
    return s;
}

bool cases_split(char *line, char *field[], int count)
{
    for (int i = 0; i < count; i++) {
        char *bar = strchr(line, '|');
        if ((bar == NULL) != (i == count - 1))
            return false;
        if (bar)
            *bar = '\0';
        field[i] = trim(line);
        line = bar ? bar + 1 : line;
    }
    return true;
}

static cases_judge *kind_of(const char *header)
{
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (strcmp(header, KINDS[i].header) == 0)
            return KINDS[i].judge;
    return NULL;
}

static void run_line(cases_judge *judge, char *text, const char *path, int number, struct tally *tally)
{
    char shown[LINE_MAX_BYTES], said[CASES_SAID] = "";
    memcpy(shown, text, strlen(text) + 1);
    if (judge(text, said)) {
        tally->passed++;
        return;
    }
    tally->failed++;
    printf("%s:%d: %s\n    %s\n", path, number, said, shown);
}

static void run_file(const char *path, struct tally *tally)
{
    char line[LINE_MAX_BYTES];
    FILE *file = fopen(path, "r");
    cases_judge *judge = file && fgets(line, sizeof line, file) ? kind_of(trim(line)) : NULL;
    if (!judge) {
        printf("%s:1: cannot be read, or its first line names no kind of cases\n", path);
        tally->failed++;
    }
    for (int number = 2; judge && fgets(line, sizeof line, file); number++) {
        char *text = trim(line);
        if (*text && *text != '#')
            run_line(judge, text, path, number, tally);
    }
    if (file)
        fclose(file);
}

int main(int argc, char **argv)
{
    struct tally tally = {0};
    for (int i = 1; i < argc; i++)
        run_file(argv[i], &tally);
    printf("%d passed, %d failed\n", tally.passed, tally.failed);
    return tally.failed > 0 || tally.passed == 0;
}
