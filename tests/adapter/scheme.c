/* scheme_file: the hospital's own table comes before the installed one. */
#include "../support/place.h"
#include "adapter/scheme_file.h"
#include <criterion/criterion.h>
#include <string.h>

TestSuite(scheme_file, .init = (void (*)(void))place_begin, .fini = place_end);

#define OWN "case 9 | - | 0 | 0 | all | - | - | 2025-07-01 | - | không BHYT | not insured | nội bộ\n"

Test(scheme_file, reads_the_installed_table)
{
    static struct scheme scheme;
    char name[SCHEME_NAME_SIZE];
    cr_assert_eq(scheme_load(place_dir(), &scheme, name), FAULT_NONE, "%s", name);
    cr_expect(scheme_case(&scheme, "1.1", "2026-11-20"));
}

Test(scheme_file, an_own_table_takes_its_place)
{
    static struct scheme scheme;
    char name[SCHEME_NAME_SIZE];
    place_write("entitlement.table", OWN);
    cr_assert_eq(scheme_load(place_dir(), &scheme, name), FAULT_NONE, "%s", name);
    cr_expect_eq(scheme.case_count, 1);
}

Test(scheme_file, a_refused_line_is_named_and_nothing_takes_its_place)
{
    static struct scheme scheme;
    char name[SCHEME_NAME_SIZE];
    place_write("entitlement.table", OWN "case 2 | sai\n");
    cr_expect_eq(scheme_load(place_dir(), &scheme, name), FAULT_SCHEME_LINE);
    cr_expect_str_eq(name, "entitlement.table:2");
    cr_expect_eq(scheme.case_count, 0);
}
