/* Addresses by the map of the whole country, imported from the published lists where these are. */
#include "../support/place.h"
#include "../support/walk.h"
#include "adapter/place.h"
#include "adapter/units.h"
#include "adapter/units_import.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

TestSuite(address, .init = (void (*)(void))place_begin, .fini = place_end);

static const char TODAY[] = "2026-11-20";

static const char *published(void)
{
    const char *dir = getenv("TIEPDON_UNITS_DIR");
    dir = dir && dir[0] ? dir : "../shared/data/units";
    char path[PATH_SIZE];
    return place_join(dir, "splits.json", path) == FAULT_NONE && access(path, R_OK) == 0 ? dir : NULL;
}

Test(address, every_divided_commune_of_the_country)
{
    static struct units_report report;
    const char *dir = published();
    struct units_file *file = NULL;
    enum fault own;
    bool changed;
    int line;
    if (!dir) {
        fputs("address: the published lists are not here (TIEPDON_UNITS_DIR): the small map only\n", stderr);
        return;
    }
    cr_assert_eq(units_import(place_dir(), dir, "2025-07-01", &report, &changed), FAULT_NONE);
    cr_assert_eq(units_open(place_dir(), &file, &own, &line), FAULT_NONE);
    struct walk walk = walk_divided(units_table(file), TODAY);
    fprintf(stderr, "address: the published lists of %s, %d pairs of divided communes\n", dir, walk.tried);
    cr_assert_geq(walk.tried, 1300);
    cr_assert_eq(walk.failed, 0, "%d of %d, first %s", walk.failed, walk.tried, walk.first);
    walk = walk_names(units_table(file), TODAY);
    cr_assert_eq(walk.failed, 0, "%d of %d, first %s", walk.failed, walk.tried, walk.first);
    units_close(file);
}
