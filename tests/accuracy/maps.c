#include "maps.h"
#include "adapter/units.h"
#include "adapter/units_import.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char SMALL[] = "tests/units/small.map", FIRST[] = "data/units.map", NAMES[] = "data/units.alias",
                  BESIDE[] = "../shared/data/units";

static void give_up(const char *path, enum fault fault, int line)
{
    fprintf(stderr, "%s:%d: %s\n", path, line, fault_text(fault, LANGUAGE_EN));
    exit(EXIT_FAILURE);
}

static bool add(struct maps *maps, const char *path, const char *name)
{
    struct units_file *file;
    int line;
    if (maps->count == (int)(sizeof maps->map / sizeof *maps->map)) {
        return false;
    }
    enum fault fault = units_open_file(path, NAMES, &file, &line);
    if (fault != FAULT_NONE) {
        give_up(path, fault, line);
    }
    maps->map[maps->count++] =
        (struct map){name, units_table(file), units_size(file), strcmp(path, SMALL) == 0};
    return true;
}

bool maps_add(struct maps *maps, const char *path)
{
    return add(maps, path, path);
}

/* By the program's own import into a data directory that is gone again at once. */
static void add_imported(struct maps *maps, const char *source)
{
    char dir[] = "/tmp/tiepdon-accuracy.XXXXXX", path[PATH_SIZE];
    date_text day;
    struct units_report report;
    bool changed;
    if (!mkdtemp(dir)) {
        give_up(dir, FAULT_STORE_READ_ONLY, 0);
    }
    units_import_day(source, day);
    enum fault fault = units_import(dir, source, day, &report, &changed);
    fault = fault == FAULT_NONE ? place_join(dir, "units.map", path) : fault;
    if (fault == FAULT_NONE) {
        add(maps, path, "the imported map");
        unlink(path);
    }
    rmdir(dir);
    if (fault != FAULT_NONE) {
        give_up(source, fault, 0);
    }
}

void maps_usual(struct maps *maps)
{
    const char *set = getenv("TIEPDON_UNITS_DIR"), *source = set ? set : BESIDE;
    char splits[PATH_SIZE];
    add(maps, SMALL, "the small map of the tests");
    if (access(FIRST, R_OK) == 0) {
        add(maps, FIRST, "the installed first table");
    }
    if (place_join(source, "splits.json", splits) == FAULT_NONE && access(splits, R_OK) == 0) {
        add_imported(maps, source);
    } else {
        puts("Without an imported map: splits.json and merges.json are not in TIEPDON_UNITS_DIR.");
    }
}

const struct map *maps_truth(const struct maps *maps, const struct map *judged)
{
    for (int i = 0; i < maps->count && !judged->small; i++) {
        if (maps->map[i].units->divided && !maps->map[i].small) {
            return &maps->map[i];
        }
    }
    return judged;
}
