/* exported: looks through the names. */
#include "exported.h"
#include <criterion/criterion.h>
#include <string.h>

const char *exported(const struct export *export, const struct export_row *row, const char *name)
{
    for (int i = 0; i < export_width(export); i++) {
        if (strcmp(export_name(export, i), name) == 0) {
            return row->values[i];
        }
    }
    cr_assert_fail("no column %s", name);
    return "";
}
