/* units_merge: a list of units (units_list.h) put into a map that may have earlier ones. */
#ifndef TIEPDON_UNITS_MERGE_H
#define TIEPDON_UNITS_MERGE_H
#include "adapter/units_list.h"

/* The list's change happens on `day`, a full ISO day: the day of the map's last change, whose units it then
 * corrects, or a later one. Units that the list does not name go on. What the map denies is left out and
 * counted. FAULT_UNITS_ORDER for an earlier day, FAULT_UNITS_MANY for one change too many, FAULT_MEMORY; the
 * map is of no use then. */
NEEDED enum fault units_merge(struct draft *map, const struct draft *list, const char *day,
                              struct units_report *report);

#endif
