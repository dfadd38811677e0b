/* scanners: the scanners a subcommand takes: by profiles, by [scanner] of the configuration, by its own arguments. */
#ifndef TIEPDON_SCANNERS_H
#define TIEPDON_SCANNERS_H
#include "adapter/config.h"
#include "adapter/scanner.h"

/* Holds what its options point to: it stays where it was filled. */
struct scanners {
    struct keymaps keymaps;
    const char *binds[SCANNER_BINDS];
    struct scanner_options options;
};

/* `dir` is the data directory, NULL for none; `config` must outlive *ret. */
NEEDED enum fault scanners_find(const char *dir, const struct config *config, struct scanners *ret);

/* One more line as in [scanner] bind, which must outlive *scanners; false when there is no room. */
bool scanners_bind(struct scanners *scanners, const char *line);

#endif
