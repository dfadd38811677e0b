/* config_value: readers of single values, for the tables of settings. False refuses a value. */
#ifndef TIEPDON_CONFIG_VALUE_H
#define TIEPDON_CONFIG_VALUE_H
#include <stdbool.h>
#include <stddef.h>

/* Clean text (text_clean) that fits. */
bool config_text(char *out, size_t cap, const char *value);
/* A decimal number from `least` to `most`. */
bool config_number(const char *value, int least, int most, int *ret);
/* The index of `value` among `words`, some of which may be NULL, or -1. */
int config_word(const char *value, const char *const words[], int count);

#endif
