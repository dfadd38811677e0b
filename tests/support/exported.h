/* exported: a column of an exported row by its name, for tests. */
#ifndef TIEPDON_TESTS_EXPORTED_H
#define TIEPDON_TESTS_EXPORTED_H
#include "adapter/export.h"

/* Fails the test where there is no such column. */
const char *exported(const struct export *export, const struct export_row *row, const char *name);

#endif
