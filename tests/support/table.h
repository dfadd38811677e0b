/* table: the installed data/entitlement.table for tests that touch no adapter; they run in the source
 * tree. */
#ifndef TIEPDON_TESTS_TABLE_H
#define TIEPDON_TESTS_TABLE_H
#include "core/scheme.h"

/* Read once; a table that is not there or is refused ends the test program. */
const struct scheme *table_scheme(void);

#endif
