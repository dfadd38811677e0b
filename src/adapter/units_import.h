/* units_import: published lists of administrative units into DIR/units.map, all that is certain or
 * nothing. */
#ifndef TIEPDON_UNITS_IMPORT_H
#define TIEPDON_UNITS_IMPORT_H
#include "adapter/units_list.h"

/* Reads splits.json and merges.json of the directory `source`, or where they are not there its address.json,
 * and puts them into the map in force in the data directory `dir`. `day` is the first day of the list, a full
 * ISO day. The same list again changes nothing: *ret_changed tells. Faults, with the map as it was: those of
 * units_list.h and units_merge.h, FAULT_UNITS_LIST when too little of the list fits, FAULT_UNITS_BETTER when
 * address.json would replace a map that knows more, and what file_replace can meet
 * (FAULT_STORE_READ_ONLY). */
NEEDED enum fault units_import(const char *dir, const char *source, const char *day, struct units_report *ret,
                               bool *ret_changed);

/* The day in a directory's name ("20250701"), else 2025-07-01. */
void units_import_day(const char *source, date_text ret);

#endif
