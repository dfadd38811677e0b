/* scanners: gathers what scanner_open wants to know. */
#include "command/scanners.h"
#include <assert.h>
#include <stdlib.h>

static_assert((int)CONFIG_BINDS <= (int)SCANNER_BINDS, "every line of the configuration has a place");

bool scanners_bind(struct scanners *scanners, const char *line)
{
    if (scanners->options.bind_count == SCANNER_BINDS) {
        return false;
    }
    scanners->binds[scanners->options.bind_count++] = line;
    return true;
}

enum fault scanners_find(const char *dir, const struct config *config, struct scanners *ret)
{
    enum fault fault = keymaps_find(dir, &ret->keymaps);
    if (fault) {
        return fault;
    }
    ret->options = (struct scanner_options){
        .profiles = &ret->keymaps, .binds = ret->binds, .remote = getenv("SSH_CONNECTION") != NULL};
    for (int i = 0; i < config->bind_count; i++) {
        scanners_bind(ret, config->binds[i]);
    }
    return FAULT_NONE;
}
