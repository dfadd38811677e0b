/* config_error: what is wrong with a line of tiepdon.ini, in one sentence: the section, the name, what it may be. No sentence
 * holds the value: it may be a password in the wrong place. */
#ifndef TIEPDON_CONFIG_ERROR_H
#define TIEPDON_CONFIG_ERROR_H
#include "core/language.h"

/* The section of findings, whose names are those of core/finding.h. */
#define CHECKS "checks"

enum config_wrong {
    CONFIG_FORM,    /* neither a section nor name = value */
    CONFIG_SECTION, /* no such section */
    CONFIG_NAME,    /* no such name in it */
    CONFIG_VALUE,   /* not a value it may have */
    CONFIG_TWICE,   /* given before */
};

enum { CONFIG_WORD_SIZE = 48, CONFIG_SENTENCE_SIZE = 480 };

struct config_error {
    int line; /* 0: nothing is wrong */
    enum config_wrong wrong;
    char section[CONFIG_WORD_SIZE], name[CONFIG_WORD_SIZE]; /* as written, cut, clean */
    int before;                                             /* TWICE: the line of the first one */
    enum language language;                                 /* of the file, as far as it says */
};

void config_error_set(struct config_error *error, enum config_wrong wrong, const char *section,
                      const char *name);

/* "tiepdon.ini:12: [portal] per_minute: cần số từ 0 đến 10000." An unknown name is told with the nearest known one, or with
 * the section it belongs to. */
void config_error_text(const struct config_error *error, enum language language,
                       char out[CONFIG_SENTENCE_SIZE]);

#endif
