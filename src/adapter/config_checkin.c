/* config_checkin: one reader a name. */
#include "adapter/config_checkin.h"
#include "adapter/config_value.h"
#include "adapter/settings.h"
#include "core/text.h"
#include <string.h>

static bool take_formats(struct checkin_options *options, const char *value)
{
    static const char *const words[CHECKIN_FORMATS] = {"xml", "json", "csv"};
    char list[SETTINGS_LINE_MAX + 1];
    char *rest = NULL;
    options->formats = 0;
    if (text_copy(list, sizeof list, value) != FAULT_NONE) {
        return false;
    }
    for (char *word = strtok_r(list, ", ", &rest); word; word = strtok_r(NULL, ", ", &rest)) {
        int found = config_word(word, words, CHECKIN_FORMATS);
        if (found < 0) {
            return false;
        }
        options->formats |= 1U << found;
    }
    return options->formats != 0;
}

static bool take_kind(struct checkin_options *options, const char *value)
{
    size_t len = sizeof options->place.kind - 1;
    return strlen(value) == len && strspn(value, "0123456789") == len &&
           text_copy(options->place.kind, len + 1, value) == FAULT_NONE;
}

static bool take_word(const char *value, const char *no, const char *yes, bool *ret)
{
    *ret = strcmp(value, yes) == 0;
    return *ret || strcmp(value, no) == 0;
}

void config_checkin_begin(struct config *config)
{
    config->checkin = (struct checkin_options){.formats = 1U << CHECKIN_XML, .place = {.kind = "01"}};
}

bool config_checkin_set(struct config *config, const char *name, const char *value)
{
    struct checkin_options *options = &config->checkin;
    if (strcmp(name, "dir") == 0) {
        return text_copy(options->dir, sizeof options->dir, value) == FAULT_NONE;
    }
    if (strcmp(name, "back") == 0) {
        return text_copy(options->back, sizeof options->back, value) == FAULT_NONE;
    }
    if (strcmp(name, "format") == 0) {
        return take_formats(options, value);
    }
    if (strcmp(name, "kind") == 0) {
        return take_kind(options, value);
    }
    if (strcmp(name, "each") == 0) {
        return take_word(value, "intake", "day", &options->day);
    }
    return strcmp(name, "send") == 0 && take_word(value, "no", "yes", &options->send);
}

static enum fault within(const char *dir, char path[PATH_SIZE])
{
    char name[PATH_SIZE];
    if (!*path || *path == '/') {
        return FAULT_NONE;
    }
    memcpy(name, path, PATH_SIZE);
    return place_join(dir, name, path);
}

enum fault config_checkin_end(struct config *config, const char *dir)
{
    struct checkin_options *options = &config->checkin;
    memcpy(options->place.facility, config->hospital.facility, sizeof options->place.facility);
    memcpy(options->place.clerk, config->portal.clerk, sizeof options->place.clerk);
    memcpy(options->place.clerk_cccd, config->portal.clerk_cccd, sizeof options->place.clerk_cccd);
    enum fault fault = within(dir, options->dir);
    return fault ? fault : within(dir, options->back);
}

enum fault config_checkin_missing(const struct config *config)
{
    const struct checkin_options *options = &config->checkin;
    if (!options->send) {
        return FAULT_NONE;
    }
    if (!options->back[0]) {
        return FAULT_CHECKIN_SEND_BACK;
    }
    return config->portal.base[0] ? FAULT_NONE : FAULT_CHECKIN_SEND_PORTAL;
}
