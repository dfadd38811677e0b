/* scheme_file: the table of entitlement (core/scheme.h): DIR/entitlement.table where the hospital has its
 * own, else the installed data/entitlement.table. */
#ifndef TIEPDON_SCHEME_FILE_H
#define TIEPDON_SCHEME_FILE_H
#include "core/scheme.h"

/* A name as fault_sentence wants it: "entitlement.table:12". */
enum { SCHEME_NAME_SIZE = 32 };

/* FAULT_SCHEME_LINE with the refused line in ret_name; an own table that is refused is not replaced by the
 * installed one, whose rates the hospital did not mean. Other faults: it cannot be read, or the installation
 * lacks it. ret_name is written always. */
NEEDED enum fault scheme_load(const char *dir, struct scheme *ret, char ret_name[SCHEME_NAME_SIZE]);

#endif
