/* units: a whole file into memory, then core/unit_read. */
#include "adapter/units.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The map of the whole country is a third of a megabyte. */
enum { FILE_BYTES_MAX = 16 << 20 };

struct units_file {
    struct units units;
    void *memory;
    size_t size;
    char *text;
};

static enum fault read_file(const char *path, char **ret, size_t *ret_len)
{
    struct stat status;
    FILE *file;
    enum fault fault = place_open(path, &file);
    if (fault != FAULT_NONE) {
        return fault;
    }
    fault = FAULT_SETTINGS_UNREADABLE;
    char *text = NULL;
    if (fstat(fileno(file), &status) == 0 && status.st_size <= FILE_BYTES_MAX) {
        text = malloc((size_t)status.st_size + 1);
        fault = text ? FAULT_NONE : FAULT_MEMORY;
    }
    if (text) {
        size_t len = fread(text, 1, (size_t)status.st_size, file);
        fault = ferror(file) ? FAULT_SETTINGS_UNREADABLE : FAULT_NONE;
        text[len] = '\0';
        *ret_len = len;
        *ret = text;
    }
    fclose(file);
    return fault;
}

static enum fault make_table(struct units_file *file, size_t len, const char *names, size_t names_len,
                             int *ret_line)
{
    struct unit_text map_text = {file->text, len}, names_text = {names, names_len};
    file->size = unit_memory(map_text, names_text);
    file->memory = malloc(file->size > 0 ? file->size : 1);
    return file->memory ? unit_read(map_text, names_text, file->memory, &file->units, ret_line)
                        : FAULT_MEMORY;
}

enum fault units_open_file(const char *map, const char *names, struct units_file **ret, int *ret_line)
{
    struct units_file *file = calloc(1, sizeof *file);
    char *names_text = NULL;
    size_t len = 0, names_len = 0;
    *ret_line = 0;
    if (!file) {
        return FAULT_MEMORY;
    }
    enum fault fault = read_file(map, &file->text, &len);
    if (fault == FAULT_NONE && names) {
        fault = read_file(names, &names_text, &names_len);
    }
    if (fault == FAULT_NONE) {
        fault = make_table(file, len, names_text ? names_text : "", names_len, ret_line);
    }
    free(names_text);
    if (fault != FAULT_NONE) {
        units_close(file);
        return fault;
    }
    *ret = file;
    return FAULT_NONE;
}

/* Other names that cannot be read cost only themselves. */
static enum fault open_with_names(const char *map, struct units_file **ret, int *ret_line)
{
    char names[PATH_SIZE];
    enum fault fault = place_share("data/units.alias", names);
    if (fault == FAULT_NONE) {
        fault = units_open_file(map, names, ret, ret_line);
    }
    return fault == FAULT_NONE ? FAULT_NONE : units_open_file(map, NULL, ret, ret_line);
}

enum fault units_open(const char *dir, struct units_file **ret, enum fault *ret_own, int *ret_line)
{
    char own[PATH_SIZE], installed[PATH_SIZE];
    int line;
    *ret_line = 0;
    *ret_own = FAULT_NONE;
    enum fault fault = place_join(dir, "units.map", own);
    fault = fault == FAULT_NONE ? open_with_names(own, ret, ret_line) : fault;
    if (fault == FAULT_NONE) {
        return FAULT_NONE;
    }
    *ret_own = fault == FAULT_SETTINGS_MISSING ? FAULT_NONE : FAULT_UNITS_MAP;
    fault = place_share("data/units.map", installed);
    fault = fault == FAULT_NONE ? open_with_names(installed, ret, &line) : fault;
    return fault == FAULT_SETTINGS_MISSING ? FAULT_SHARE_MISSING : fault;
}

void units_close(struct units_file *file)
{
    if (file) {
        free(file->memory);
        free(file->text);
        free(file);
    }
}

const struct units *units_table(const struct units_file *file)
{
    return file ? &file->units : NULL;
}

const char *units_source(const struct units_file *file)
{
    return file->text;
}

size_t units_size(const struct units_file *file)
{
    return file->size;
}
