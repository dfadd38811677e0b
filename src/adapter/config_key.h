/* config_key: every name of tiepdon.ini in one table: where its value goes, what it may be, and how to say so. A new name is a
 * row of the table in config_key.c and a line of data/tiepdon.ini.example. */
#ifndef TIEPDON_CONFIG_KEY_H
#define TIEPDON_CONFIG_KEY_H
#include "adapter/config.h"

enum { CONFIG_KEYS_MAX = 96 };

enum config_kind {
    CONFIG_TEXT,   /* `most` bytes with its NUL */
    CONFIG_PATH,   /* the same; within DIR where it does not begin with / */
    CONFIG_NUMBER, /* an int from `least` to `most` */
    CONFIG_WORD,   /* an int: the index of the word; a NULL among them is an index without a word */
    CONFIG_FLAG,   /* a bool: the first word is false, the second true */
    CONFIG_TAKE,   /* `take` reads it */
};

struct config_key {
    const char *section, *name;
    enum config_kind kind;
    size_t at; /* in struct config */
    int least, most;
    const char *const *words; /* `most` of them */
    bool (*take)(struct config *config, const char *value);
    const char *needs[LANGUAGE_COUNT]; /* of CONFIG_TAKE: what it may be, "" for anything that fits */
    bool many;                         /* one line each, as often as needed */
};

/* In the order of the table; NULL behind the last one. */
const struct config_key *config_key_at(int index);
/* NULL where there is none. The findings of [checks] are not in the table: see config_check. */
const struct config_key *config_key_find(const char *section, const char *name);
/* The section is known. */
bool config_section(const char *section);

/* False refuses the value. */
bool config_key_take(const struct config_key *key, struct config *config, const char *value);
/* "số từ 0 đến 3650", "vi, en": what the value may be, as it stands behind "cần". */
enum { CONFIG_NEEDS_SIZE = 200 };
void config_key_needs(const struct config_key *key, enum language language, char out[CONFIG_NEEDS_SIZE]);

#endif
