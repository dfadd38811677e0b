/* map: whole files into memory, then unit_read. */
#include "map.h"
#include "core/unit_read.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char NAMES[] = "data/units.alias";

static void give_up(const char *path, const char *why, int line)
{
    fprintf(stderr, "%s:%d: %s\n", path, line, why);
    exit(EXIT_FAILURE);
}

static struct unit_text read_file(const char *path)
{
    FILE *file = fopen(path, "re");
    char *bytes = NULL;
    size_t size = 0;
    ssize_t len = file ? getdelim(&bytes, &size, '\0', file) : -1;
    if (len < 0) {
        give_up(path, "cannot be read", 0);
    }
    fclose(file);
    return (struct unit_text){bytes, (size_t)len};
}

struct texts {
    struct unit_text map, names;
};

static struct texts read_texts(const char *path)
{
    return (struct texts){read_file(path), read_file(NAMES)};
}

static void drop_texts(struct texts *texts)
{
    free((char *)texts->map.at);
    free((char *)texts->names.at);
}

/* Reachable to the end, so that the leak checker does not take it for lost. */
static struct {
    char *path;
    struct units units;
} maps[MAPS_MAX];

static void read_map(const char *path, struct units *ret)
{
    struct texts texts = read_texts(path);
    void *memory = malloc(unit_memory(texts.map, texts.names));
    int line = 0;
    enum fault fault = memory ? unit_read(texts.map, texts.names, memory, ret, &line) : FAULT_MEMORY;
    if (fault != FAULT_NONE) {
        give_up(fault == FAULT_UNITS_NAMES ? NAMES : path, fault_text(fault, LANGUAGE_EN), line);
    }
    drop_texts(&texts);
}

const struct units *map_read(const char *path)
{
    int i = 0;
    while (i < MAPS_MAX && maps[i].path && strcmp(maps[i].path, path) != 0) {
        i++;
    }
    if (i == MAPS_MAX) {
        give_up(path, "is one map too many", 0);
    }
    if (!maps[i].path) {
        maps[i].path = strdup(path);
        read_map(path, &maps[i].units);
    }
    return &maps[i].units;
}

size_t map_memory(const char *path)
{
    struct texts texts = read_texts(path);
    size_t size = unit_memory(texts.map, texts.names);
    drop_texts(&texts);
    return size;
}

const struct units *map_small(void)
{
    return map_read("tests/units/small.map");
}

void map_say(const struct units *units, uint16_t unit, const char *day, char out[MAP_SAID])
{
    uint16_t list[UNIT_HEIRS];
    int count = unit_today(units, unit, day, list);
    size_t len = 0;
    out[0] = '\0';
    for (int i = 0; i < count; i++) {
        const struct unit *heir = &units->units[list[i]];
        len +=
            (size_t)snprintf(out + len, MAP_SAID - len, "%s%s %s", i > 0 ? "; " : "", heir->name, heir->code);
    }
}
