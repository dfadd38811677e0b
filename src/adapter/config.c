/* config: tiepdon.ini by the table of config_key, and the object codes. */
#include "adapter/config.h"
#include "adapter/config_checkin.h"
#include "adapter/config_error.h"
#include "adapter/config_key.h"
#include "adapter/config_portal.h"
#include "adapter/config_printer.h"
#include "adapter/place.h"
#include "adapter/settings.h"
#include "core/text.h"
#include <string.h>
#include <time.h>

static const char OBJECTS[] = "data/objects.ini";

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

/* The file is read to its end, so that its language is known; the first line that is refused counts. */
struct reading {
    struct config config;
    struct config_error error;
    const int *line;           /* the one at hand */
    int keys[CONFIG_KEYS_MAX]; /* the line that gave it, 0 for none */
    int checks[FINDING_COUNT];
};

static bool refuse(struct reading *reading, enum config_wrong wrong, const char *section, const char *name)
{
    struct config_error *error = &reading->error;
    if (!error->line) {
        config_error_set(error, wrong, section, name);
        error->line = *reading->line;
    }
    return false;
}

static bool take_once(struct reading *reading, int *seen, const char *section, const char *name)
{
    if (*seen) {
        reading->error.before = reading->error.line ? reading->error.before : *seen;
        return refuse(reading, CONFIG_TWICE, section, name);
    }
    *seen = *reading->line;
    return true;
}

static bool take_check(struct reading *reading, const char *name, const char *value)
{
    enum finding finding = finding_named(name);
    if (finding == FINDING_COUNT) {
        return refuse(reading, CONFIG_NAME, CHECKS, name);
    }
    return take_once(reading, &reading->checks[finding], CHECKS, name) &&
           (checks_set(&reading->config.hospital.checks, name, value) ||
            refuse(reading, CONFIG_VALUE, CHECKS, name));
}

static bool take_setting(void *data, const char *section, const char *name, const char *value)
{
    struct reading *reading = data;
    const struct config_key *key = config_key_find(section, name);
    if (!key && strcmp(section, CHECKS) == 0) {
        return take_check(reading, name, value);
    }
    if (!key) {
        return refuse(reading, config_section(section) ? CONFIG_NAME : CONFIG_SECTION, section, name);
    }
    return (key->many || take_once(reading, &reading->keys[key - config_key_at(0)], section, name)) &&
           (config_key_take(key, &reading->config, value) || refuse(reading, CONFIG_VALUE, section, name));
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

/* Files and directories that do not begin with / are within `dir`. */
static enum fault place_paths(struct config *config, const char *dir)
{
    enum fault fault = FAULT_NONE;
    const struct config_key *key;
    for (int i = 0; !fault && (key = config_key_at(i)); i++) {
        fault = key->kind == CONFIG_PATH ? within(dir, (char *)config + key->at) : FAULT_NONE;
    }
    return fault;
}

static void begin(struct config *config)
{
    struct hospital *hospital = &config->hospital;
    config->keep_days = 3650;
    hospital->register_max_age = 7;
    hospital->expires_days = 30;
    hospital->remind_days = 7;
    hospital->lock_minutes = 10;
    hospital->typing = TYPING_TELEX;
    config->backup_warn_days = 7;
    config_portal_begin(config);
    config_checkin_begin(config);
    config_printer_begin(config);
}

static enum fault read_file(const char *dir, struct reading *reading, int *line)
{
    char path[PATH_SIZE];
    enum fault fault = place_join(dir, "tiepdon.ini", path);
    fault = fault ? fault : settings_read(path, take_setting, reading, line);
    reading->error.language = reading->config.hospital.language;
    if (fault == FAULT_SETTINGS_LINE && reading->error.line != *line) {
        config_error_set(&reading->error, CONFIG_FORM, "", "");
        reading->error.line = *line;
    }
    return fault == FAULT_SETTINGS_MISSING ? FAULT_NONE : fault;
}

static enum fault read_all(const char *dir, struct reading *reading, int *line)
{
    begin(&reading->config);
    enum fault fault = load_objects(&reading->config.hospital);
    fault = fault == FAULT_SETTINGS_MISSING ? FAULT_SHARE_MISSING : fault;
    fault = fault ? fault : read_file(dir, reading, line);
    fault = fault ? fault : place_paths(&reading->config, dir);
    config_portal_end(&reading->config);
    config_checkin_end(&reading->config);
    config_printer_end(&reading->config);
    return fault;
}

enum fault config_read(const char *dir, struct config *ret_config, struct config_error *ret_error)
{
    int line = 0;
    struct reading reading = {.line = &line};
    enum fault fault = read_all(dir, &reading, &line);
    *ret_error = reading.error;
    if (!fault) {
        *ret_config = reading.config;
    }
    return fault;
}

enum fault config_load(const char *dir, struct config *ret_config, int *ret_line)
{
    struct config_error error;
    enum fault fault = config_read(dir, ret_config, &error);
    *ret_line = error.line;
    return fault;
}

long long config_now(const struct config *config)
{
    enum { VIETNAM = 7 * 3600, DAY = 24 * 3600 };
    long long now = time(NULL);
    return config->demo_day[0] ? date_days(config->demo_day) * DAY - VIETNAM + (now + VIETNAM) % DAY : now;
}
