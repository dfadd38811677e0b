/* fill: the files one after the other, then the imports. */
#include "demo/fill.h"

#include "adapter/import.h"
#include "adapter/place.h"
#include "demo/people.h"
#include "demo/sample.h"
#include <sys/stat.h>

enum { PEOPLE = 3000 };

/* Closes and tells whether everything reached the file. */
static enum fault close_written(FILE *out)
{
    bool failed = ferror(out) != 0;
    return fclose(out) != 0 || failed ? FAULT_DEMO_WRITE : FAULT_NONE;
}

static enum fault create(const char *dir, const char *name, FILE **ret_out)
{
    char path[PATH_SIZE];
    enum fault fault = place_join(dir, name, path);
    if (fault) {
        return fault;
    }
    *ret_out = fopen(path, "wxe");
    return *ret_out ? FAULT_NONE : FAULT_DEMO_WRITE;
}

static enum fault open_share(const char *name, FILE **ret_in)
{
    char path[PATH_SIZE];
    enum fault fault = place_share(name, path);
    if (fault) {
        return fault;
    }
    *ret_in = fopen(path, "re");
    return *ret_in ? FAULT_NONE : FAULT_SHARE_MISSING;
}

static enum fault append(FILE *out, const char *share)
{
    FILE *in;
    enum fault fault = open_share(share, &in);
    if (fault) {
        return fault;
    }
    for (int byte; (byte = getc(in)) != EOF;) {
        putc(byte, out);
    }
    fault = ferror(in) ? FAULT_DEMO_FILE : FAULT_NONE;
    fclose(in);
    return fault;
}

static enum fault copy(const char *dir, const char *name, const char *share)
{
    FILE *out;
    enum fault fault = create(dir, name, &out);
    if (fault) {
        return fault;
    }
    fault = append(out, share);
    enum fault written = close_written(out);
    return fault ? fault : written;
}

static enum fault fill_members(const char *dir)
{
    struct words words;
    char path[PATH_SIZE];
    FILE *out;
    enum fault fault = place_share("data/demo/words.txt", path);
    if (!fault) {
        fault = words_read(path, &words);
    }
    if (!fault) {
        fault = create(dir, "members.csv", &out);
    }
    if (fault) {
        return fault;
    }
    fault = append(out, "data/demo/members.csv");
    people_write(out, &words, PEOPLE);
    enum fault written = close_written(out);
    return fault ? fault : written;
}

static enum fault fill_card(const char *dir, int number, const struct sample *sample, FILE *list)
{
    char file[64], path[PATH_SIZE];
    snprintf(file, sizeof file, "cards/%02d-%s.png", number, sample->id);
    enum fault fault = place_join(dir, file, path);
    if (!fault) {
        fault = sample_picture(&sample->scan, path);
    }
    if (!fault) {
        fprintf(list, "%02d\t%s\t%s\t%s\t%s\n", number, file, sample->verdict, sample->vi, sample->en);
    }
    return fault;
}

static enum fault fill_list(const char *dir, FILE *in, FILE *list)
{
    struct sample sample;
    bool end = false;
    enum fault fault = sample_next(in, &sample, &end);
    for (int number = 1; !fault && !end; number++) {
        fault = fill_card(dir, number, &sample, list);
        if (!fault) {
            fault = sample_next(in, &sample, &end);
        }
    }
    return fault;
}

static enum fault fill_cards(const char *dir)
{
    char path[PATH_SIZE];
    FILE *in, *list;
    enum fault fault = place_join(dir, "cards", path);
    if (!fault && mkdir(path, 0777) != 0) {
        fault = FAULT_DEMO_WRITE;
    }
    if (!fault) {
        fault = create(dir, "cards.txt", &list);
    }
    if (fault) {
        return fault;
    }
    fault = open_share("data/demo/cards.txt", &in);
    if (!fault) {
        fault = fill_list(dir, in, list);
        fclose(in);
    }
    enum fault written = close_written(list);
    return fault ? fault : written;
}

static enum fault take_rejected(enum fault fault, const struct import_report *report)
{
    return !fault && report->rejected > 0 ? FAULT_DEMO_FILE : fault;
}

static enum fault fill_register(const char *dir, const char *file, const char *as_of, bool complete)
{
    char path[PATH_SIZE];
    struct import_report report;
    struct import_options options = {.dir = dir, .file = path, .as_of = as_of, .complete = complete};
    enum fault fault = place_join(dir, file, path);
    return fault ? fault : take_rejected(import_members(&options, &report), &report);
}

static enum fault fill_reference(const char *dir)
{
    char path[PATH_SIZE];
    struct import_report report;
    struct import_options options = {.dir = dir, .file = path};
    enum fault fault = place_join(dir, "facilities.csv", path);
    return fault ? fault : take_rejected(import_facilities(&options, &report), &report);
}

/* The old data first: a card printed since meets a row that is older than itself. */
static enum fault fill_databases(const char *dir)
{
    enum fault fault = fill_register(dir, "members-old.csv", "2026-01-15", false);
    if (!fault) {
        fault = fill_register(dir, "members.csv", "2026-11-20", true);
    }
    if (!fault) {
        fault = fill_reference(dir);
    }
    return fault;
}

enum fault fill(const char *dir)
{
    enum fault fault = copy(dir, "tiepdon.ini", "data/demo/tiepdon.ini");
    if (!fault) {
        fault = copy(dir, "facilities.csv", "data/demo/facilities.csv");
    }
    if (!fault) {
        fault = copy(dir, "members-old.csv", "data/demo/members-old.csv");
    }
    if (!fault) {
        fault = fill_members(dir);
    }
    if (!fault) {
        fault = fill_cards(dir);
    }
    if (!fault) {
        fault = fill_databases(dir);
    }
    return fault;
}
