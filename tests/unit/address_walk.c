/* address: every commune of the small map and of the installed one. */
#include "../support/map.h"
#include "../support/walk.h"
#include <criterion/criterion.h>
#include <stdio.h>

static const char TODAY[] = "2026-11-20", LATER[] = "2027-06-01";

static void assert_right(struct walk walk, int least)
{
    cr_assert_geq(walk.tried, least, "%d", walk.tried);
    cr_assert_eq(walk.failed, 0, "%d of %d, first %s", walk.failed, walk.tried, walk.first);
}

Test(address_walk, every_divided_commune_of_the_small_map)
{
    assert_right(walk_divided(map_small(), TODAY), 50);
    assert_right(walk_divided(map_small(), LATER), 50);
}

Test(address_walk, every_commune_of_the_small_map_reads_as_itself)
{
    assert_right(walk_names(map_small(), TODAY), 500);
}

/* Names that several communes of a province have, and a handful that the list of before spells in two ways,
 * are the only ones that may read as another. */
Test(address_walk, every_commune_of_the_installed_map_reads_as_itself)
{
    struct walk walk = walk_names(map_read("data/units.map"), TODAY);
    fprintf(stderr, "address_walk: data/units.map, %d texts, %d read as another; %s\n", walk.tried,
            walk.failed, walk.first);
    cr_assert_gt(walk.tried, 30000);
    cr_assert_leq(walk.failed * 1000, walk.tried, "%d of %d", walk.failed, walk.tried);
}
