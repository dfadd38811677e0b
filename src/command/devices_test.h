/* devices_test: the live test of `tiepdon devices --test`. */
#ifndef TIEPDON_DEVICES_TEST_H
#define TIEPDON_DEVICES_TEST_H
#include "adapter/scanner.h"

/* Takes this counter's scanners and prints a line or two for every scan: how long it was, how it ended, what kind of
 * card, whether it reads, what was repaired. Never a field's value. Ends with Ctrl-C; the exit status. */
int devices_test(const struct scanner_options *options, enum language language);

#endif
