/* config_bind: the one line of tiepdon.ini that the program writes itself. */
#include "adapter/config.h"
#include "adapter/place.h"
#include "adapter/store_file.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char FILE_NAME[] = "tiepdon.ini";

struct binding {
    const char *path, *bind;
};

/* The value of a line "bind = VALUE", or NULL. */
static const char *bind_value(const char *line)
{
    static const char KEY[] = "bind";
    line += strspn(line, " \t");
    if (strncmp(line, KEY, strlen(KEY)) != 0) {
        return NULL;
    }
    const char *at = line + strlen(KEY) + strspn(line + strlen(KEY), " \t");
    return *at == '=' || *at == ':' ? at + 1 + strspn(at + 1, " \t") : NULL;
}

/* One device: the first word of a binding says which. */
static bool same_device(const char *a, const char *b)
{
    size_t len = strcspn(b, " \t\r\n");
    return strcspn(a, " \t\r\n") == len && memcmp(a, b, len) == 0;
}

/* Copies the file with the new line in the place of the one of the same device, else behind it under
 * [scanner]; a later section of the same name is valid for inih. */
static bool write_bound(FILE *out, const void *data)
{
    const struct binding *binding = data;
    FILE *in = fopen(binding->path, "re");
    bool good = in || errno == ENOENT, ended = true, replaced = false;
    char *line = NULL;
    size_t cap = 0;
    for (ssize_t len; in && (len = getline(&line, &cap, in)) > 0;) {
        const char *value = bind_value(line);
        bool old = value && same_device(value, binding->bind);
        ended = old || line[len - 1] == '\n';
        replaced = replaced || old;
        good = (old ? fprintf(out, "bind = %s\n", binding->bind) : fputs(line, out)) >= 0 && good;
    }
    if (in) {
        good = good && !ferror(in);
        fclose(in);
    }
    free(line);
    if (!replaced) {
        fprintf(out, "%s[scanner]\nbind = %s\n", ended ? "" : "\n", binding->bind);
    }
    return good;
}

static enum fault look_up(const char *dir, const char *bind, bool *ret_there)
{
    struct config config;
    int line = 0;
    *ret_there = false;
    if (config_load(dir, &config, &line) != FAULT_NONE) {
        return FAULT_NONE;
    }
    bool same = false;
    for (int i = 0; i < config.bind_count; i++) {
        same = same || same_device(config.binds[i], bind);
        *ret_there = *ret_there || strcmp(config.binds[i], bind) == 0;
    }
    return same || config.bind_count < CONFIG_BINDS ? FAULT_NONE : FAULT_SETTINGS_FULL;
}

enum fault config_bind(const char *dir, const char *bind)
{
    char path[PATH_SIZE];
    bool there = false;
    enum fault fault = look_up(dir, bind, &there);
    fault = fault ? fault : place_join(dir, FILE_NAME, path);
    if (fault || there) {
        return fault;
    }
    return file_replace(dir, FILE_NAME, write_bound, &(struct binding){path, bind})
               ? FAULT_NONE
               : FAULT_SETTINGS_UNWRITABLE;
}
