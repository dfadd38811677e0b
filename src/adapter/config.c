/* config: one table maps names to places in struct config. */
#include "adapter/config.h"
#include "adapter/config_checkin.h"
#include "adapter/config_portal.h"
#include "adapter/config_value.h"
#include "adapter/place.h"
#include "adapter/settings.h"
#include "adapter/store_file.h"
#include "core/text.h"
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char FILE_NAME[] = "tiepdon.ini";
static const char OBJECTS[] = "data/objects.ini";

static bool take_place(char *out, const char *value)
{
    return config_text(out, PLACE_SIZE, value);
}

static bool take_facility(struct config *config, const char *value)
{
    return number_facility(value, config->hospital.facility) == FAULT_NONE;
}

static bool take_sisters(struct config *config, const char *value)
{
    struct hospital *hospital = &config->hospital;
    char list[SETTINGS_LINE_MAX + 1];
    if (text_copy(list, sizeof list, value) != FAULT_NONE) {
        return false;
    }
    char *rest = NULL;
    for (char *code = strtok_r(list, ",; ", &rest); code; code = strtok_r(NULL, ",; ", &rest)) {
        if (hospital->sister_count == SISTERS_MAX ||
            number_facility(code, hospital->sisters[hospital->sister_count]) != FAULT_NONE) {
            return false;
        }
        hospital->sister_count++;
    }
    return true;
}

enum { DAYS_MAX = 3650, POINTS_MAX = 100 };

static bool take_max_age(struct config *config, const char *value)
{
    return config_number(value, 0, DAYS_MAX, &config->hospital.register_max_age);
}

static bool take_expires_days(struct config *config, const char *value)
{
    return config_number(value, 0, DAYS_MAX, &config->hospital.expires_days);
}

static bool take_points(struct config *config, const char *value)
{
    return config_number(value, 1, POINTS_MAX, &config->hospital.points);
}

static bool take_language(struct config *config, const char *value)
{
    static const char *const words[] = {[LANGUAGE_VI] = "vi", [LANGUAGE_EN] = "en"};
    int found = config_word(value, words, LANGUAGE_COUNT);
    config->hospital.language = found < 0 ? LANGUAGE_VI : (enum language)found;
    return found >= 0;
}

static bool take_typing(struct config *config, const char *value)
{
    static const char *const words[] = {
        [TYPING_PLAIN] = "plain", [TYPING_TELEX] = "telex", [TYPING_VNI] = "vni"};
    int found = config_word(value, words, 3);
    config->hospital.typing = found < 0 ? TYPING_TELEX : (enum typing)found;
    return found >= 0;
}

static bool take_level(struct config *config, const char *value)
{
    static const char *const words[] = {
        [LEVEL_INITIAL] = "initial", [LEVEL_BASIC] = "basic", [LEVEL_SPECIALISED] = "specialised"};
    int found = config_word(value, words + 1, 3);
    config->hospital.level = (enum facility_level)(found + 1);
    return found >= 0;
}

static bool take_former(struct config *config, const char *value)
{
    static const char *const words[] = {[FORMER_CENTRAL] = "central",
                                        [FORMER_PROVINCE] = "province",
                                        [FORMER_DISTRICT] = "district",
                                        [FORMER_COMMUNE] = "commune"};
    int found = config_word(value, words + 1, 4);
    config->hospital.former = (enum facility_former)(found + 1);
    return found >= 0;
}

static bool take_bind(struct config *config, const char *value)
{
    return config->bind_count < CONFIG_BINDS &&
           text_copy(config->binds[config->bind_count++], CONFIG_BIND_SIZE, value) == FAULT_NONE;
}

static bool take_camera(struct config *config, const char *value)
{
    return value[0] == '/' && text_copy(config->camera, sizeof config->camera, value) == FAULT_NONE;
}

static bool take_demo_day(struct config *config, const char *value)
{
    config->hospital.demo = true;
    return date_read(value, config->demo_day) == FAULT_NONE && date_full(config->demo_day);
}

static bool take_name(struct config *config, const char *value)
{
    return take_place(config->hospital.facility_name, value);
}

static bool take_hotline(struct config *config, const char *value)
{
    return take_place(config->hospital.hotline, value);
}

static bool take_office(struct config *config, const char *value)
{
    return take_place(config->hospital.office, value);
}

static bool take_counter(struct config *config, const char *value)
{
    return take_place(config->hospital.counter, value);
}

static bool take_clerk(struct config *config, const char *value)
{
    return take_place(config->hospital.clerk, value);
}

static const struct setting {
    const char *section, *name;
    bool (*take)(struct config *config, const char *value);
} SETTINGS[] = {
    {"hospital", "facility", take_facility}, {"hospital", "name", take_name},
    {"hospital", "sisters", take_sisters},   {"hospital", "hotline", take_hotline},
    {"hospital", "office", take_office},     {"counter", "name", take_counter},
    {"counter", "clerk", take_clerk},        {"counter", "language", take_language},
    {"counter", "typing", take_typing},      {"register", "max_age", take_max_age},
    {"scanner", "bind", take_bind},          {"camera", "device", take_camera},
    {"demo", "day", take_demo_day},          {"checks", "expires_days", take_expires_days},
    {"hospital", "level", take_level},       {"hospital", "former", take_former},
    {"hospital", "points", take_points},
};

static bool take_setting(void *data, const char *section, const char *name, const char *value)
{
    for (size_t i = 0; i < sizeof SETTINGS / sizeof SETTINGS[0]; i++) {
        if (strcmp(section, SETTINGS[i].section) == 0 && strcmp(name, SETTINGS[i].name) == 0) {
            return SETTINGS[i].take(data, value);
        }
    }
    struct config *config = data;
    if (strcmp(section, "portal") == 0) {
        return config_portal_set(config, name, value);
    }
    if (strcmp(section, "checkin") == 0) {
        return config_checkin_set(config, name, value);
    }
    return strcmp(section, "checks") == 0 && checks_set(&config->hospital.checks, name, value);
}

static bool add_object(char (*codes)[OBJECT_SIZE], int *count, int most, const char *code)
{
    return *count < most && strlen(code) == OBJECT_SIZE - 1 &&
           text_copy(codes[(*count)++], OBJECT_SIZE, code) == FAULT_NONE;
}

/* data/objects.ini: object codes that the register of BHXH does not hold, and those of unemployment
 * benefit. */
static bool take_object(void *data, const char *section, const char *name, const char *value)
{
    (void)value;
    struct hospital *hospital = data;
    if (strcmp(section, "army") == 0 || strcmp(section, "police") == 0) {
        return add_object(hospital->armed_codes, &hospital->armed_code_count, ARMED_CODES_MAX, name);
    }
    return strcmp(section, "unemployed") != 0 ||
           add_object(hospital->unemployed_codes, &hospital->unemployed_code_count, UNEMPLOYED_CODES_MAX,
                      name);
}

static enum fault load_objects(struct hospital *hospital)
{
    char path[PATH_SIZE];
    int line = 0;
    enum fault fault = place_share(OBJECTS, path);
    return fault ? fault : settings_read(path, take_object, hospital, &line);
}

enum fault config_load(const char *dir, struct config *ret_config, int *ret_line)
{
    *ret_line = 0;
    struct config config = {.hospital = {.register_max_age = 7, .expires_days = 30, .typing = TYPING_TELEX}};
    config_portal_begin(&config);
    config_checkin_begin(&config);
    char path[PATH_SIZE];
    enum fault fault = load_objects(&config.hospital);
    if (fault) {
        return fault == FAULT_SETTINGS_MISSING ? FAULT_SHARE_MISSING : fault;
    }
    fault = place_join(dir, FILE_NAME, path);
    if (fault) {
        return fault;
    }
    fault = settings_read(path, take_setting, &config, ret_line);
    if (fault && fault != FAULT_SETTINGS_MISSING) {
        return fault;
    }
    fault = config_portal_end(&config, dir);
    fault = fault ? fault : config_checkin_end(&config, dir);
    if (fault == FAULT_NONE) {
        *ret_config = config;
    }
    return fault;
}

long long config_now(const struct config *config)
{
    enum { VIETNAM = 7 * 3600, DAY = 24 * 3600 };
    long long now = time(NULL);
    return config->demo_day[0] ? date_days(config->demo_day) * DAY - VIETNAM + (now + VIETNAM) % DAY : now;
}

struct binding {
    const char *path, *bind;
};

/* The value of a line "bind = VALUE", or NULL; one that is indented goes on with the line before it. */
static const char *bind_value(const char *line)
{
    static const char KEY[] = "bind";
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
