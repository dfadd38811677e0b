/* scheme_file: found, read as a whole, given to the core. */
#include "adapter/scheme_file.h"
#include "adapter/place.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char NAME[] = "entitlement.table", SHARED[] = "data/entitlement.table";

/* The hospital's own table, else the installed one. */
static enum fault read_text(const char *dir, char *text, size_t cap)
{
    char path[PATH_SIZE];
    enum fault fault = place_join(dir, NAME, path);
    fault = fault ? fault : place_read(path, text, cap);
    if (fault != FAULT_SETTINGS_MISSING) {
        return fault;
    }
    fault = place_share(SHARED, path);
    fault = fault ? fault : place_read(path, text, cap);
    return fault == FAULT_SETTINGS_MISSING ? FAULT_SHARE_MISSING : fault;
}

enum fault scheme_load(const char *dir, struct scheme *ret, char ret_name[SCHEME_NAME_SIZE])
{
    char *text = malloc(SCHEME_FILE_MAX);
    int line = 0;
    snprintf(ret_name, SCHEME_NAME_SIZE, "%s", NAME);
    enum fault fault = text ? read_text(dir, text, SCHEME_FILE_MAX) : FAULT_STORE_MEMORY;
    fault = fault ? fault : scheme_read(text, strlen(text), ret, &line);
    if (line > 0) {
        snprintf(ret_name, SCHEME_NAME_SIZE, "%s:%d", NAME, line);
    }
    free(text);
    return fault;
}
