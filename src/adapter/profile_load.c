/* profile_load: the profiles of both directories; a broken file is named with its line and the others go on. */
#include "adapter/profile.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int is_profile(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);
    return entry->d_name[0] != '.' && len > 4 && !strcmp(entry->d_name + len - 4, ".ini");
}

static bool loaded(const struct profiles *profiles, const char *file)
{
    size_t len = strlen(file) - strlen(".ini");
    for (int i = 0; i < profiles->count; i++) {
        if (strlen(profiles->list[i].name) == len && !memcmp(profiles->list[i].name, file, len)) {
            return true;
        }
    }
    return false;
}

static void load(struct profiles *profiles, const char *dir, const char *file)
{
    char path[PATH_SIZE];
    int line = 0;
    enum fault fault = place_join(dir, file, path);
    if (!fault && loaded(profiles, file)) {
        return;
    }
    if (!fault) {
        fault = profiles->count == PROFILES_MAX ? FAULT_TOO_LONG
                                                : profile_read(path, &profiles->list[profiles->count], &line);
    }
    if (!fault) {
        profiles->count++;
    } else if (profiles->broken_count < PROFILES_BROKEN) {
        memcpy(profiles->broken[profiles->broken_count].path, path, sizeof path);
        profiles->broken[profiles->broken_count].line = line;
        profiles->broken[profiles->broken_count++].fault = fault;
    }
}

static void load_directory(struct profiles *profiles, const char *dir)
{
    struct dirent **entries;
    int count = scandir(dir, &entries, is_profile, alphasort);
    for (int i = 0; i < count; i++) {
        load(profiles, dir, entries[i]->d_name);
        free(entries[i]);
    }
    if (count >= 0) {
        free(entries);
    }
}

void profiles_load(const struct keymaps *keymaps, struct profiles *ret)
{
    ret->count = ret->broken_count = 0;
    if (keymaps->own[0]) {
        load_directory(ret, keymaps->own);
    }
    load_directory(ret, keymaps->installed);
}
