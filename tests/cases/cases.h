/* cases: plain text files anyone can add a line to; `# cases: KIND` in their first
 * line chooses who reads the rest.
 *
 * Addresses are read by the map of units that a line `# map: FILE` names.
 *
 * A line is one case, its fields separated by " | " unless the file says otherwise; empty lines and lines
 * that begin with # are skipped. A kind is one function and one row of the table in main.c; where that row
 * says `block`, a case is all lines up to an empty one. */
#ifndef TIEPDON_CASES_H
#define TIEPDON_CASES_H
#include <stdbool.h>
#include <stddef.h>

enum { CASES_SAID = 1024 };

/* Judges one case; `line` may be written to. When it fails, `said` tells in one line what came instead. */
typedef bool cases_judge(char *line, char said[CASES_SAID]);

/* Splits `line` at its bars and trims the parts; false unless there are exactly `count`. */
bool cases_split(char *line, char *field[], int count);

cases_judge cases_name, cases_address, cases_payload, cases_telex;
cases_judge cases_burst, cases_wedge, cases_legacy, cases_find;
cases_judge cases_judgement, cases_entitlement, cases_checkin;

/* The map of the addresses that follow. */
void cases_map(const char *path);

#endif
