/* rule: the udev rule that gives the scanners of profiles and bindings, and only those, to the group `tiepdon`, so
 * that a clerk's account need not be in the group `input`, which reads every keyboard of the machine.
 *
 * The head makes of every node that could be a scanner's the line that a profile would match it by,
 * "05e0:1200 Symbol Technologies Bar Code Scanner", and each condition is then a profile's own pattern: what the
 * counter takes and what the rule gives cannot drift apart. A hidraw node whose device is a keyboard or a mouse is
 * never given. udev heeds the case of letters, profiles do not. */
#ifndef TIEPDON_RULE_H
#define TIEPDON_RULE_H
#include "core/claim.h"

enum { RULE_LINE_SIZE = 2 * BIND_SIZE + 80 };

/* The lines before and after the conditions. */
extern const char RULE_HEAD[], RULE_TAIL[];

/* The condition of a profile's match; of a binding line, false when it is none. Each ends with a line feed. */
void rule_match(const struct match *match, char out[RULE_LINE_SIZE]);
bool rule_bind(const char *bind, char out[RULE_LINE_SIZE]);

#endif
