/* units_import: the map in force into a draft, the list into it, the draft into the file. */
#include "adapter/units_import.h"
#include "adapter/store_file.h"
#include "adapter/units.h"
#include "adapter/units_merge.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char MAP[] = "units.map";

void units_import_day(const char *source, date_text ret)
{
    size_t len = strlen(source);
    while (len > 0 && source[len - 1] == '/') {
        len--;
    }
    size_t digits = 0;
    while (digits < len && source[len - digits - 1] >= '0' && source[len - digits - 1] <= '9') {
        digits++;
    }
    date_text day = "2025-07-01";
    if (digits == 8 && (len == digits || source[len - digits - 1] == '/')) {
        const char *at = source + len - digits;
        date_text named;
        snprintf(named, sizeof named, "%.4s-%.2s-%.2s", at, at + 4, at + 6);
        memcpy(day, date_valid(named) && date_full(named) ? named : day, sizeof day);
    }
    memcpy(ret, day, sizeof day);
}

static bool has_file(const char *dir, const char *name)
{
    char path[PATH_SIZE];
    return place_join(dir, name, path) == FAULT_NONE && access(path, F_OK) == 0;
}

static enum fault read_package(const char *source, struct draft *list, struct units_report *report)
{
    char path[PATH_SIZE];
    struct units_file *provinces = NULL;
    int line;
    enum fault fault = place_share("data/provinces.map", path);
    fault = fault == FAULT_NONE ? units_open_file(path, NULL, &provinces, &line) : fault;
    if (fault == FAULT_NONE) {
        fault = units_list_package(source, units_table(provinces), list, report);
    } else {
        fault = FAULT_SHARE_MISSING;
    }
    units_close(provinces);
    return fault;
}

/* What there is no map of yet is an empty draft; so is a package's, which is a whole of its own. */
static enum fault begin_map(const char *dir, bool package, struct draft *map)
{
    struct units_file *file = NULL;
    enum fault own;
    int line;
    draft_begin(map);
    if (units_open(dir, &file, &own, &line) != FAULT_NONE) {
        return FAULT_NONE;
    }
    const struct units *units = units_table(file);
    bool better = package && has_file(dir, MAP) && (units->divided || units->day_count > 2);
    if (!package) {
        draft_take(map, units, units_source(file));
    }
    units_close(file);
    return better ? FAULT_UNITS_BETTER : map->failed ? FAULT_MEMORY : FAULT_NONE;
}

static bool write_text(FILE *out, const void *data)
{
    return fputs(data, out) >= 0;
}

static bool is_same(const char *dir, const char *text)
{
    char path[PATH_SIZE];
    struct units_file *file = NULL;
    int line;
    bool same = place_join(dir, MAP, path) == FAULT_NONE &&
                units_open_file(path, NULL, &file, &line) == FAULT_NONE &&
                strcmp(units_source(file), text) == 0;
    units_close(file);
    return same;
}

/* What is written must be read again by the same rules. */
static bool is_map(const char *text)
{
    struct unit_text map = {text, strlen(text)}, none = {"", 0};
    struct units units;
    int line;
    void *memory = malloc(unit_memory(map, none) + 1);
    bool read = memory && unit_read(map, none, memory, &units, &line) == FAULT_NONE;
    free(memory);
    return read;
}

/* Why the map could not be written, by errno. */
static enum fault unwritten(int error)
{
    bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    return full ? FAULT_STORE_FULL : error == EIO ? FAULT_STORE_IO : FAULT_STORE_READ_ONLY;
}

static enum fault write_map(const char *dir, const struct draft *map, bool *ret_changed)
{
    char *text = draft_text(map);
    enum fault fault = !text ? FAULT_MEMORY : is_map(text) ? FAULT_NONE : FAULT_UNITS_LIST;
    bool changed = fault == FAULT_NONE && !is_same(dir, text);
    if (changed && !file_replace(dir, MAP, write_text, text)) {
        fault = unwritten(errno);
    } else if (changed) {
        fault = file_sync_directory(dir);
    }
    *ret_changed = changed;
    free(text);
    return fault;
}

/* A list of which more than a fifth does not fit is another one, of another day, or broken; a handful is
 * not. */
static bool fits(const struct units_report *report)
{
    enum { HANDFUL = 10 };
    long rows = report->before + report->today;
    return report->today > 0 && report->before > 0 &&
           (report->left_out_count < HANDFUL || report->left_out_count <= rows / 5);
}

enum fault units_import(const char *dir, const char *source, const char *day, struct units_report *ret,
                        bool *ret_changed)
{
    struct draft list = {.failed = true}, map = {.failed = true};
    bool package = !has_file(source, "splits.json") && has_file(source, "address.json");
    *ret = (struct units_report){0};
    *ret_changed = false;
    enum fault fault = package ? read_package(source, &list, ret) : units_list_splits(source, &list, ret);
    fault = fault == FAULT_NONE ? begin_map(dir, package, &map) : fault;
    fault = fault == FAULT_NONE ? units_merge(&map, &list, day, ret) : fault;
    if (fault == FAULT_NONE) {
        fault = fits(ret) ? write_map(dir, &map, ret_changed) : FAULT_UNITS_LIST;
    }
    draft_end(&list);
    draft_end(&map);
    return fault;
}
