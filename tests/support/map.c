/* map: whole files into memory, then unit_read. */
#include "map.h"
#include "core/unit_read.h"
#include <stdio.h>
#include <stdlib.h>

static void give_up(const char *path, const char *why, int line)
{
    fprintf(stderr, "%s:%d: %s\n", path, line, why);
    exit(EXIT_FAILURE);
}

static struct unit_text read_file(const char *path)
{
    FILE *file = path ? fopen(path, "re") : NULL;
    struct unit_text text = {"", 0};
    if (path && !file) {
        give_up(path, "cannot be read", 0);
    }
    if (file) {
        char *bytes = NULL;
        size_t size = 0;
        ssize_t len = getdelim(&bytes, &size, '\0', file);
        fclose(file);
        text = (struct unit_text){bytes, len > 0 ? (size_t)len : 0};
    }
    return text;
}

const struct units *map_read(const char *map, const char *names)
{
    struct unit_text map_text = read_file(map), names_text = read_file(names);
    struct units *units = malloc(sizeof *units);
    void *memory = malloc(unit_memory(map_text, names_text));
    int line = 0;
    if (!units || !memory) {
        give_up(map, "no memory", 0);
    }
    enum fault fault = unit_read(map_text, names_text, memory, units, &line);
    if (fault != FAULT_NONE) {
        give_up(fault == FAULT_UNITS_NAMES ? names : map, "malformed", line);
    }
    free((char *)map_text.at);
    if (names) {
        free((char *)names_text.at);
    }
    return units;
}

size_t map_memory(const char *map, const char *names)
{
    struct unit_text map_text = read_file(map), names_text = read_file(names);
    size_t size = unit_memory(map_text, names_text);
    free((char *)map_text.at);
    if (names) {
        free((char *)names_text.at);
    }
    return size;
}

const struct units *map_small(void)
{
    static const struct units *small;
    small = small ? small : map_read("tests/units/small.map", "data/units.alias");
    return small;
}
