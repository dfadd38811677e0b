/* config_take: one function a name. */
#include "adapter/config_take.h"
#include "adapter/config_value.h"
#include "adapter/settings.h"
#include "core/text.h"
#include <string.h>

bool take_facility(struct config *config, const char *value)
{
    return number_facility(value, config->hospital.facility) == FAULT_NONE;
}

bool take_sisters(struct config *config, const char *value)
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

bool take_bind(struct config *config, const char *value)
{
    return config->bind_count < CONFIG_BINDS &&
           text_copy(config->binds[config->bind_count++], CONFIG_BIND_SIZE, value) == FAULT_NONE;
}

bool take_camera(struct config *config, const char *value)
{
    return value[0] == '/' && text_copy(config->camera, sizeof config->camera, value) == FAULT_NONE;
}

bool take_demo_day(struct config *config, const char *value)
{
    config->hospital.demo = true;
    return date_read(value, config->demo_day) == FAULT_NONE && date_full(config->demo_day);
}

bool take_clerk_cccd(struct config *config, const char *value)
{
    char *cccd = config->portal.clerk_cccd;
    return config_text(cccd, sizeof config->portal.clerk_cccd, value) &&
           (!*cccd || number_kind(cccd) == NUMBER_CCCD);
}

static bool take_path(char out[URL_SIZE], const char *value)
{
    for (const char *at = value; *at; at++) {
        if (*at <= ' ' || *at > '~' || strchr("?#\\", *at)) {
            return false;
        }
    }
    return (*value == '/' || *value == '\0') && text_copy(out, URL_SIZE, value) == FAULT_NONE;
}

bool take_token_path(struct config *config, const char *value)
{
    return take_path(config->portal.token_path, value);
}

bool take_member_path(struct config *config, const char *value)
{
    return take_path(config->portal.path[ASK_MEMBER], value);
}

bool take_history_path(struct config *config, const char *value)
{
    return take_path(config->portal.path[ASK_HISTORY], value);
}

bool take_copayment_path(struct config *config, const char *value)
{
    return take_path(config->portal.path[ASK_COPAYMENT], value);
}

bool take_facility_path(struct config *config, const char *value)
{
    return take_path(config->portal.path[ASK_FACILITY], value);
}

bool take_record_path(struct config *config, const char *value)
{
    return take_path(config->portal.path[ASK_RECORD], value);
}

bool take_formats(struct config *config, const char *value)
{
    static const char *const words[CHECKIN_FORMATS] = {"xml", "json", "csv"};
    struct checkin_options *options = &config->checkin;
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

bool take_kind(struct config *config, const char *value)
{
    char *kind = config->checkin.place.kind;
    size_t len = sizeof config->checkin.place.kind - 1;
    return strlen(value) == len && strspn(value, "0123456789") == len &&
           text_copy(kind, len + 1, value) == FAULT_NONE;
}

/* lp would take a name that begins with - for an option. */
bool take_queue(struct config *config, const char *value)
{
    struct printer_options *options = &config->printer;
    return !options->device[0] && value[0] && value[0] != '-' && !strpbrk(value, " /\t") &&
           text_copy(options->queue, sizeof options->queue, value) == FAULT_NONE;
}

bool take_printer(struct config *config, const char *value)
{
    struct printer_options *options = &config->printer;
    return !options->queue[0] && value[0] == '/' &&
           text_copy(options->device, sizeof options->device, value) == FAULT_NONE;
}
