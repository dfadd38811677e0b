/* What must hold of published lists of units made of any bytes: they are refused, or what they make is a map
 * that reads. The first byte says which list; of two files the second stands behind a byte that no JSON has
 * (0x1E). */
#include "adapter/units_list.h"
#include "adapter/units_merge.h"
#include "core/unit_read.h"
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char PROVINCES[] =
    "tiepdon-units 1\ndays 2025-07-01\nfrom 0\n24\tT. Bắc Giang\t1\n79\tTP. Hồ Chí Minh\t1\n";

static void put_file(const char *dir, const char *name, const void *bytes, size_t len)
{
    char path[PATH_SIZE];
    bool fits = place_join(dir, name, path) == FAULT_NONE;
    FILE *file = fits ? fopen(path, "we") : NULL;
    assert(file);
    fwrite(bytes, 1, len, file);
    fclose(file);
}

static void drop_file(const char *dir, const char *name)
{
    char path[PATH_SIZE];
    if (place_join(dir, name, path) == FAULT_NONE) {
        unlink(path);
    }
}

/* What draft_text writes is a map. */
static char *check_text(const struct draft *map)
{
    char *text = draft_text(map);
    assert(text);
    struct unit_text lines = {text, strlen(text)}, none = {"", 0};
    void *memory = malloc(unit_memory(lines, none) + 1);
    struct units units;
    int line = 0;
    assert(memory);
    enum fault fault = unit_read(lines, none, memory, &units, &line);
    assert(map->count == 0 || (fault == FAULT_NONE && units.count == map->count)); /* nothing is no map */
    (void)fault;
    free(memory);
    return text;
}

/* Put in twice, a list changes nothing the second time. */
static void check_list(const struct draft *list)
{
    struct draft map;
    struct units_report report = {0};
    draft_begin(&map);
    enum fault fault = units_merge(&map, list, "2025-07-01", &report);
    assert(fault == FAULT_NONE);
    char *first = check_text(&map);
    fault = units_merge(&map, list, "2025-07-01", &report);
    assert(fault == FAULT_NONE);
    char *second = check_text(&map);
    assert(strcmp(first, second) == 0);
    fault = units_merge(&map, list, "2026-07-01", &report);
    assert(fault == FAULT_NONE);
    (void)fault;
    free(check_text(&map));
    free(first);
    free(second);
    draft_end(&map);
}

static enum fault read_list(const char *dir, const uint8_t *data, size_t size, struct draft *list)
{
    static _Alignas(16) char memory[1024];
    struct units_report report = {0};
    struct units provinces;
    int line;
    if (data[0] % 2) {
        const struct unit_text text = {PROVINCES, sizeof PROVINCES - 1}, none = {"", 0};
        bool read = unit_memory(text, none) <= sizeof memory &&
                    unit_read(text, none, memory, &provinces, &line) == FAULT_NONE;
        assert(read);
        (void)read;
        put_file(dir, "address.json", data + 1, size - 1);
        return units_list_package(dir, &provinces, list, &report);
    }
    const uint8_t *mark = memchr(data + 1, 0x1E, size - 1), *end = data + size;
    put_file(dir, "splits.json", data + 1, (size_t)((mark ? mark : end) - data - 1));
    put_file(dir, "merges.json", mark ? mark + 1 : end, mark ? (size_t)(end - mark - 1) : 0);
    return units_list_splits(dir, list, &report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char dir[] = "/dev/shm/tiepdon-fuzz-XXXXXX";
    struct draft list;
    if (size == 0 || !mkdtemp(dir)) {
        return 0;
    }
    if (read_list(dir, data, size, &list) == FAULT_NONE) {
        check_list(&list);
        draft_end(&list);
    }
    drop_file(dir, "splits.json");
    drop_file(dir, "merges.json");
    drop_file(dir, "address.json");
    rmdir(dir);
    return 0;
}
