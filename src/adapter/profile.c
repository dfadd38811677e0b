/* profile: one file a model; a broken file is named with its line and the others go on. */
#include "adapter/profile.h"
#include "adapter/place.h"
#include "adapter/settings.h"
#include "core/text.h"
#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_LETTERS = 4, TIME_MIN_MS = 10, TIME_MAX_MS = 10000 };

/* "0c2e:0b61 Honeywell*": a vendor's number alone, or a name that fits anything, matches no device. */
static bool take_device(struct profile *profile, const char *value)
{
    unsigned vendor, product;
    int at = 0, letters = 0;
    if (profile->match_count == PROFILE_MATCHES || sscanf(value, "%4x:%4x %n", &vendor, &product, &at) != 2 ||
        !at) {
        return false;
    }
    for (const char *c = value + at; *c; c++) {
        letters += isalnum((unsigned char)*c) != 0;
    }
    if (letters < NAME_LETTERS ||
        text_copy(profile->match[profile->match_count].name, DEVICE_NAME_SIZE, value + at)) {
        return false;
    }
    profile->match[profile->match_count].vendor = (unsigned short)vendor;
    profile->match[profile->match_count++].product = (unsigned short)product;
    return true;
}

static bool take_suffix(struct profile *profile, const char *value)
{
    static const struct {
        const char *name;
        unsigned suffix;
    } WORDS[] = {{"enter", SUFFIX_ENTER}, {"tab", SUFFIX_TAB}, {"lf", SUFFIX_LF}, {"none", 0}};
    unsigned all = 0;
    int words = 0;
    for (const char *at = value + strspn(value, " ,"); *at; at += strspn(at, " ,"), words++) {
        size_t len = strcspn(at, " ,"), i = 0;
        while (i < 4 && (strlen(WORDS[i].name) != len || memcmp(WORDS[i].name, at, len) != 0)) {
            i++;
        }
        if (i == 4) {
            return false;
        }
        all |= WORDS[i].suffix;
        at += len;
    }
    profile->manner.suffixes = all;
    return words == 1 || (words > 1 && !strstr(value, "none"));
}

static bool take_time(uint64_t *us, const char *value)
{
    char *end;
    long ms = strtol(value, &end, 10);
    *us = (uint64_t)ms * 1000;
    return end != value && !*end && ms >= TIME_MIN_MS && ms <= TIME_MAX_MS;
}

static bool take_layout(struct profile *profile, const char *value)
{
    for (const char *c = value; *c; c++) {
        if (!islower((unsigned char)*c) && !isdigit((unsigned char)*c) && *c != '-') {
            return false;
        }
    }
    return *value && !text_copy(profile->layout, sizeof profile->layout, value);
}

static bool take(void *data, const char *section, const char *name, const char *value)
{
    struct profile *profile = data;
    if (!strcmp(section, "match")) {
        return !strcmp(name, "device") && take_device(profile, value);
    }
    if (strcmp(section, "scanner") != 0) {
        return false;
    }
    return !strcmp(name, "layout")    ? take_layout(profile, value)
           : !strcmp(name, "suffix")  ? take_suffix(profile, value)
           : !strcmp(name, "prefix")  ? !text_copy(profile->manner.prefix, PREFIX_SIZE, value)
           : !strcmp(name, "silence") ? take_time(&profile->manner.silence_us, value)
           : !strcmp(name, "half")    ? take_time(&profile->manner.half_us, value)
                                      : false;
}

/* "keymaps/symbol.ini" -> "symbol" */
static bool take_name(struct profile *profile, const char *path)
{
    const char *base = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    size_t len = strcspn(base, ".");
    if (!len || len >= sizeof profile->name) {
        return false;
    }
    memcpy(profile->name, base, len);
    profile->name[len] = '\0';
    return true;
}

enum fault profile_read(const char *path, struct profile *ret, int *ret_line)
{
    struct profile profile = {.layout = "us", .manner = {SUFFIX_ENTER, "", SILENCE_US, HALF_US, WAY_AUTO}};
    *ret_line = 0;
    if (!take_name(&profile, path)) {
        return FAULT_TOO_LONG;
    }
    enum fault fault = settings_read(path, take, &profile, ret_line);
    if (!fault) {
        *ret = profile;
    }
    return fault;
}

static int is_profile(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);
    return len > 4 && !strcmp(entry->d_name + len - 4, ".ini");
}

static void load(struct profiles *profiles, const char *dir, const char *file)
{
    char path[PATH_SIZE];
    int line = 0;
    enum fault fault = profiles->count == PROFILES_MAX ? FAULT_TOO_LONG : place_join(dir, file, path);
    if (!fault) {
        fault = profile_read(path, &profiles->list[profiles->count], &line);
    }
    if (!fault) {
        profiles->count++;
    } else if (profiles->broken_count < PROFILES_BROKEN) {
        snprintf(profiles->broken[profiles->broken_count].file, PROFILE_FILE_SIZE, "%s", file);
        profiles->broken[profiles->broken_count].line = line;
        profiles->broken[profiles->broken_count++].fault = fault;
    }
}

void profiles_load(const char *dir, struct profiles *ret)
{
    struct dirent **entries;
    int count = scandir(dir, &entries, is_profile, alphasort);
    ret->count = ret->broken_count = 0;
    for (int i = 0; i < count; i++) {
        load(ret, dir, entries[i]->d_name);
        free(entries[i]);
    }
    if (count >= 0) {
        free(entries);
    }
}
