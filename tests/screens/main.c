/* test-screens [--update] FILE...: plays each file's script and compares the frames it shows with
 * those written into it, line by line behind a bar. --update writes the frames as they are now; look
 * at them before they are committed. */
#include "check.h"
#include "core/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MAX = 256 * 1024, SLIP_MAX = 16 * 1024 };

struct run {
    struct stage stage;
    const char *path;
    int number;        /* of the line */
    const char *frame; /* what is left of the frame to compare, NULL when none has begun */
    bool failed;       /* this frame has */
    FILE *update;
    int passed, failures;
};

static void complain(struct run *run, const char *said)
{
    printf("%s:%d: %s\n", run->path, run->number, said);
    run->failed = true;
}

static const char *shot(struct run *run)
{
    static char text[STAGE_FRAME];
    char said[CHECK_SAID];
    stage_draw(&run->stage);
    grid_text(&run->stage.grid, text, sizeof text);
    if (!check_cells(&run->stage.grid, said) || !check_keys(&run->stage, said)) {
        complain(run, said);
    }
    return text;
}

static void count(struct run *run, bool good)
{
    run->passed += good;
    run->failures += !good;
}

static void end_frame(struct run *run)
{
    if (!run->frame) {
        return;
    }
    if (*run->frame) {
        complain(run, "the screen has more rows");
    }
    count(run, !run->failed);
    run->frame = NULL;
    run->failed = false;
}

static void write_frame(struct run *run, const char *frame)
{
    for (size_t len; *frame; frame += len + 1) {
        len = strcspn(frame, "\n");
        fprintf(run->update, "|%.*s\n", (int)len, frame);
    }
}

/* One row of the expected frame, without its bar. */
static void compare_row(struct run *run, const char *row)
{
    size_t len = strcspn(run->frame, "\n");
    bool same = strlen(row) == len && memcmp(row, run->frame, len) == 0;
    if (!same && !run->failed) {
        complain(run, "the screen shows");
        printf("    |%.*s\n", (int)len, run->frame);
    }
    run->frame += len + (run->frame[len] == '\n');
}

static void take_row(struct run *run, const char *row)
{
    bool first = !run->frame;
    const char *frame = first ? shot(run) : run->frame;
    if (run->update && first) {
        write_frame(run, frame);
    }
    run->frame = run->update ? "" : frame;
    if (!run->update) {
        compare_row(run, row);
    }
}

static void take_line(struct run *run, char *line)
{
    if (*line == '|') {
        take_row(run, line + 1);
        return;
    }
    end_frame(run);
    if (run->update) {
        fprintf(run->update, "%s\n", line);
    }
    char *text = strchr(line, ':');
    if (*line == '#' || !*line) {
        return;
    }
    if (text) {
        *text++ = '\0';
    }
    if (!text || !stage_line(&run->stage, line, text + strspn(text, " "))) {
        complain(run, "this line cannot be played here");
        count(run, false);
        run->failed = false;
    }
}

static bool read_file(const char *path, char *out, size_t cap)
{
    FILE *file = fopen(path, "r");
    size_t len = file ? fread(out, 1, cap, file) : cap;
    if (file) {
        fclose(file);
    }
    if (len == cap) {
        return false;
    }
    out[len] = '\0';
    return true;
}

static void run_file(struct run *run, const char *path, bool update, const char *slips[LANGUAGE_COUNT])
{
    static char text[FILE_MAX];
    run->path = path;
    run->number = 0;
    if (!read_file(path, text, sizeof text)) {
        complain(run, "cannot be read");
        count(run, false);
        return;
    }
    stage_init(&run->stage, slips[strstr(text, "\nlanguage: en\n") ? LANGUAGE_EN : LANGUAGE_VI]);
    run->update = update ? fopen(path, "w") : NULL;
    for (char *rest = text, *line; (line = strsep(&rest, "\n")) && (rest || *line);) {
        run->number++;
        take_line(run, line);
    }
    end_frame(run);
    if (run->update) {
        fclose(run->update);
    }
}

int main(int argc, char **argv)
{
    static char vi[SLIP_MAX], en[SLIP_MAX];
    static struct run run;
    char said[CHECK_SAID];
    const char *slips[LANGUAGE_COUNT] = {vi, en};
    bool update = argc > 1 && strcmp(argv[1], "--update") == 0;
    if (!read_file("data/slip.vi.txt", vi, sizeof vi) || !read_file("data/slip.en.txt", en, sizeof en)) {
        printf("run from the top of the project: data/slip.vi.txt is missing\n");
        return 1;
    }
    for (int i = 1 + update; i < argc; i++) {
        run_file(&run, argv[i], update, slips);
    }
    for (enum mode mode = MODE_WAITING; mode < MODE_COUNT; mode++) {
        count(&run, check_sizes(mode, slips[LANGUAGE_VI]));
    }
    count(&run, check_input());
    count(&run, check_terminal());
    bool named = check_named(said);
    if (!named) {
        printf("%s\n", said);
    }
    count(&run, named);
    printf("%d passed, %d failed\n", run.passed, run.failures);
    return run.failures > 0;
}
