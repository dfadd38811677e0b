/* unit_read: what is no map is refused by its line; the maps that are used fit in memory. */
#include "core/unit_read.h"
#include "../fuzz/rounds.h"
#include "../fuzz/units.c"
#include "../support/map.h"
#include <criterion/criterion.h>
#include <stdio.h>

enum { MEMORY_MAX = 4 << 20 };

#define HEAD "tiepdon-units 1\ndays 2025-07-01 2026-07-01\nfrom 0\n"
#define PROVINCE "01\tTP. Hà Nội\n"

/* The line at which the map is refused; -1 when it is taken. */
static int refused(const char *map, const char *names, enum fault expected)
{
    static char memory[4096];
    struct unit_text map_text = {map, strlen(map)}, names_text = {names, strlen(names)};
    struct units units = {.count = 12345};
    int line = -2;
    cr_assert_leq(unit_memory(map_text, names_text), sizeof memory);
    enum fault fault = unit_read(map_text, names_text, memory, &units, &line);
    cr_assert(fault == FAULT_NONE || fault == expected, "%s", map);
    cr_assert((units.count == 12345) == (fault != FAULT_NONE), "written on success alone");
    return fault == FAULT_NONE ? -1 : line;
}

Test(unit_read, what_stands_in_the_wrong_place_is_refused_by_its_line)
{
    static const struct {
        const char *map;
        int line;
    } maps[] = {
        {HEAD PROVINCE, -1},
        {HEAD PROVINCE "\tQ. Ba Đình\t1\n00001\tP. Phúc Xá\t1\n", -1},
        {HEAD PROVINCE "\n# a word\n00001\tP. Phúc Xá", -1}, /* the last line without its end */
        {"", 0},
        {"tiepdon-units 1\ndays 2025-07-01\n", 0},
        {"days 2025-07-01\n", 1},
        {"# a word\nsome text\n", 2},
        {"tiepdon-units 2\ndays 2025-07-01\nfrom 0\n", 1},
        {"tiepdon-units 1\ndays 2025-07-01\ndays 2025-07-01\n", 3},
        {"tiepdon-units 1\nfrom 0\n", 2},
        {"tiepdon-units 1\ndays 2025-02-30\n", 2},
        {"tiepdon-units 1\ndays 2025\n", 2},
        {"tiepdon-units 1\ndays 2026-07-01 2025-07-01\n", 2},
        {"tiepdon-units 1\ndays 2025-07-01 2025-07-01\n", 2},
        {"tiepdon-units 1\ndays 2025-07-01\n" PROVINCE, 3},
        {HEAD "from 0\n", 4},
        {HEAD "from 3\n", 4},
        {HEAD "from 16\n", 4},
        {HEAD "from x\n", 4},
        {HEAD "divided\n", 4},
        {HEAD "00001\tP. Phúc Xá\n", 4},
        {HEAD "\tQ. Ba Đình\n", 4},
        {HEAD "02\n", 4},
        {HEAD PROVINCE "00001\n", 5},
        {HEAD PROVINCE "00001\tPhúc Xá\n", 5},
        {HEAD PROVINCE "00001\tQ. Phúc Xá\n", 5},
        {HEAD PROVINCE "0001\tP. Phúc Xá\n", 5},
        {HEAD PROVINCE "0000a\tP. Phúc Xá\n", 5},
        {HEAD PROVINCE "00001\tP. \n", 5},
        {HEAD PROVINCE "00001\tP. Phúc  Xá\n", 5},
        {HEAD PROVINCE "00001\tP. Phúc Xá \n", 5},
        {HEAD PROVINCE "00001\tP. Phúc\xFF\n", 5},
        {HEAD PROVINCE "00001\tP. Phúc\x1B[2J\n", 5},
        {HEAD PROVINCE "00001\tP. \xE2\x80\xAEPhúc\n", 5},
        {HEAD PROVINCE "00001\tP. Phúc Xá\r\n", 5},
        {HEAD PROVINCE "00001\tP. Phúc Xá\t0\n", 5},
        {HEAD PROVINCE "00001\tP. Phúc Xá\t3\n", 5},
        {HEAD PROVINCE "00001\tP. Phúc Xá\t1 01\n", 5},
        {HEAD PROVINCE "00001\tP. Phúc Xá\t1 ? 00002\n", 5},
        {HEAD PROVINCE "00001\tP. Phúc Xá\t1 00002\n", 5}, /* nobody has that code then */
        {HEAD PROVINCE "00001\tP. Phúc Xá\t1 00001\n", 5},
        {HEAD PROVINCE "00001\tP. Phúc Xá\n00001\tP. Trúc Bạch\n", 6},
        {HEAD PROVINCE "00002\tP. A\n00001\tP. B\t1 00002 00002\n", 6},
        {HEAD PROVINCE "00001\tP. A\t1 00002\nfrom 2\n01\n00002\tP. B\n", 5}, /* not yet in force */
        {HEAD PROVINCE "00001\tP. A\t2 00002\nfrom 2\n01\n00002\tP. B\n", -1},
        {HEAD PROVINCE "from 1\n02\n", 6},
        {HEAD "01\tTP. Hà Nội\t1\nfrom 1\n01\n", 6}, /* it did not go on */
        {HEAD "01\tTP. Hà Nội\t1\nfrom 1\n01\tTP. Hà Nội\n", -1},
    };
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++) {
        cr_assert_eq(refused(maps[i].map, "", FAULT_UNITS_MAP), maps[i].line, "%zu: %s", i, maps[i].map);
    }
}

Test(unit_read, more_heirs_than_fit_are_refused)
{
    char map[1024] = HEAD PROVINCE;
    for (int i = 2; i < 2 + UNIT_HEIRS + 1; i++) {
        snprintf(map + strlen(map), sizeof map - strlen(map), "%05d\tP. %d\n", i, i);
    }
    strcat(map, "00001\tP. 1\t1");
    for (int i = 2; i < 2 + UNIT_HEIRS; i++) {
        snprintf(map + strlen(map), sizeof map - strlen(map), " %05d", i);
    }
    cr_assert_eq(refused(map, "", FAULT_UNITS_MAP), -1);
    strcat(map, " 00011");
    cr_assert_eq(refused(map, "", FAULT_UNITS_MAP), 5 + UNIT_HEIRS + 1);
}

Test(unit_read, a_list_of_other_names_is_read_by_its_lines)
{
    static const char map[] = HEAD PROVINCE;
    cr_assert_eq(refused(map, "# a word\n\nHN\t01\nT. Hà Tây\t01\n", FAULT_UNITS_NAMES), -1);
    cr_assert_eq(refused(map, "Sài Gòn\t79\n", FAULT_UNITS_NAMES), -1, "of another map");
    cr_assert_eq(refused(map, "HN\t01\nHN\n", FAULT_UNITS_NAMES), 2);
    cr_assert_eq(refused(map, "HN\t1\n", FAULT_UNITS_NAMES), 1);
    cr_assert_eq(refused(map, "\t01\n", FAULT_UNITS_NAMES), 1);
    cr_assert_eq(refused(map, "HN\t01\tx\n", FAULT_UNITS_NAMES), 1);
}

Test(unit_read, a_map_without_divisions_is_sure_of_nothing_that_ended)
{
    static const char text[] = HEAD PROVINCE "00001\tP. A\t1 00002\nfrom 1\n01\n00002\tP. B\n";
    static char memory[4096];
    struct units units;
    int line;
    cr_assert_eq(
        unit_read((struct unit_text){text, strlen(text)}, (struct unit_text){"", 0}, memory, &units, &line),
        FAULT_NONE);
    cr_assert(!units.divided && !unit_sure(&units, unit_code(&units, "00001", "2025-01-01"), "2026-01-01"));
    cr_assert(unit_sure(&units, unit_code(&units, "00002", "2026-01-01"), "2026-01-01"));
}

static int other_names(void)
{
    char line[256];
    int count = 0;
    FILE *file = fopen("data/units.alias", "re");
    cr_assert(file);
    while (fgets(line, sizeof line, file)) {
        count += line[0] != '#' && line[0] != '\n';
    }
    fclose(file);
    return count;
}

Test(unit_read, the_installed_map_is_whole_and_small)
{
    const struct units *units = map_read("data/units.map");
    int provinces = 0, before = 0, today = 0, older = 0;
    for (uint16_t i = 0; i < units->count; i++) {
        const struct unit *unit = &units->units[i];
        provinces += unit->level == UNIT_PROVINCE && unit->to == 0;
        today += unit->level == UNIT_COMMUNE && unit->to == 0;
        before += unit->level == UNIT_COMMUNE && unit->to == 1 && unit->code[0];
        older += unit->level == UNIT_COMMUNE && unit->to == 1 && !unit->code[0];
    }
    cr_assert_eq(provinces, 34);
    cr_assert_eq(today, 3321);
    cr_assert_eq(before, 10034);
    cr_assert_eq(older, 766);
    cr_assert(!units->divided);
    cr_assert_eq(units->names - units->count, other_names(), "each leads somewhere");
    cr_assert_lt(map_memory("data/units.map"), MEMORY_MAX);
}

Test(unit_read, no_bytes_break_it)
{
    static const char *const samples[] = {
        HEAD PROVINCE
        "\tQ. Ba Đình\t1\n00001\tP. Phúc Xá\t1 00097 ?\nfrom 1\n01\n00097\tP. Hồng Hà\t2 00097\nfrom "
        "2\n01\n00097\tP. Hồng Hà\n",
        "tiepdon-units 1\ndivided\ndays 2025-07-01\nfrom 0\n24\tT. Bắc Giang\t1 24\n-\tX. Tân Mỹ\t1 07228 "
        "07229\nfrom "
        "1\n24\tT. Bắc Ninh\n07228\tP. Đa Mai\n07229\tĐK. Ea H'Leo\n",
        HEAD PROVINCE "00001\tTT. 04\n",
    };
    rounds_run(LLVMFuzzerTestOneInput, samples, sizeof samples / sizeof *samples, 20000);
}
