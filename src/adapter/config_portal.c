/* config_portal: texts, addresses and numbers by a table each. */
#include "adapter/config_portal.h"
#include "adapter/config_value.h"
#include "core/text.h"
#include <stddef.h>
#include <string.h>

enum {
    SECONDS_MAX = 300,
    MINUTES_MAX = 1440,
    MINUTE_QUOTA_MAX = 10000,
    DAY_QUOTA_MAX = 10000000,
    HOUR = 3600
};

void config_portal_begin(struct config *config)
{
    config->portal = (struct portal_options){
        .token_path = "/api/token/take",
        .path = {[ASK_MEMBER] = "/api/egw/KQNhanLichSuKCB2024",
                 [ASK_HISTORY] = "/api/egw/Lskcb2025",
                 [ASK_COPAYMENT] = "/api/TraCuuCCT/TraCuuTienMCCT",
                 [ASK_RECORD] = "/api/qd130/checkInKcbQd4750"},
        .connect_seconds = 3,
        .answer_seconds = 30,
        .fresh_minutes = 10,
        .limits =
            {.per_minute = 30, .per_day = 5000, .reserve = 10, .failures = 5, .pause = 30, .pause_max = 600},
    };
}

#define PLACE(member) offsetof(struct portal_options, member), sizeof((struct portal_options *)0)->member

static const struct {
    const char *name;
    size_t at, size;
} TEXTS[] = {
    {"base", PLACE(base)},   {"user", PLACE(user)},       {"password_file", PLACE(password_file)},
    {"clerk", PLACE(clerk)}, {"ca_file", PLACE(ca_file)}, {"clerk_cccd", PLACE(clerk_cccd)},
};

#define PATH(ask) offsetof(struct portal_options, path) + (ask) * sizeof(char[URL_SIZE])

/* Behind base; nothing switches a question off. */
static const struct {
    const char *name;
    size_t at;
} PATHS[] = {
    {"token_path", offsetof(struct portal_options, token_path)},
    {"member_path", PATH(ASK_MEMBER)},
    {"history_path", PATH(ASK_HISTORY)},
    {"copayment_path", PATH(ASK_COPAYMENT)},
    {"facility_path", PATH(ASK_FACILITY)},
    {"record_path", PATH(ASK_RECORD)},
};

static const struct {
    const char *name;
    size_t at;
    int least, most;
} NUMBERS[] = {
    {"connect_seconds", offsetof(struct portal_options, connect_seconds), 1, SECONDS_MAX},
    {"answer_seconds", offsetof(struct portal_options, answer_seconds), 1, SECONDS_MAX},
    {"fresh_minutes", offsetof(struct portal_options, fresh_minutes), 0, MINUTES_MAX},
    {"per_minute", offsetof(struct portal_options, limits.per_minute), 0, MINUTE_QUOTA_MAX},
    {"per_day", offsetof(struct portal_options, limits.per_day), 0, DAY_QUOTA_MAX},
    {"reserve", offsetof(struct portal_options, limits.reserve), 0, MINUTE_QUOTA_MAX},
    {"failures", offsetof(struct portal_options, limits.failures), 1, MINUTE_QUOTA_MAX},
    {"pause", offsetof(struct portal_options, limits.pause), 1, HOUR},
    {"pause_max", offsetof(struct portal_options, limits.pause_max), 1, HOUR},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A path of plain ASCII: what follows it in the address is ours to write. */
static bool take_path(char out[URL_SIZE], const char *value)
{
    for (const char *at = value; *at; at++) {
        if (*at <= ' ' || *at > '~' || strchr("?#\\", *at)) {
            return false;
        }
    }
    return (*value == '/' || *value == '\0') && text_copy(out, URL_SIZE, value) == FAULT_NONE;
}

static bool take_when(struct hospital *hospital, const char *value)
{
    static const char *const words[] = {
        [ASK_ALWAYS] = "always", [ASK_UNSURE] = "unsure", [ASK_BY_KEY] = "key"};
    int found = config_word(value, words, COUNT(words));
    hospital->portal_when = found == ASK_UNSURE ? ASK_UNSURE : found == ASK_BY_KEY ? ASK_BY_KEY : ASK_ALWAYS;
    return found >= 0;
}

static bool take_visits(struct hospital *hospital, const char *value)
{
    static const char *const words[] = {"key", "always"};
    int found = config_word(value, words, COUNT(words));
    hospital->visits_always = found == 1;
    return found >= 0;
}

static bool take_stand_in(struct portal_options *options, const char *value)
{
    static const char *const words[] = {"no", "yes"};
    int found = config_word(value, words, COUNT(words));
    options->stand_in = found == 1;
    return found >= 0;
}

static bool take_text(struct portal_options *options, const char *name, const char *value, bool *ret_good)
{
    for (size_t i = 0; i < COUNT(TEXTS); i++) {
        if (strcmp(name, TEXTS[i].name) == 0) {
            *ret_good = config_text((char *)options + TEXTS[i].at, TEXTS[i].size, value);
            return true;
        }
    }
    for (size_t i = 0; i < COUNT(PATHS); i++) {
        if (strcmp(name, PATHS[i].name) == 0) {
            *ret_good = take_path((char *)options + PATHS[i].at, value);
            return true;
        }
    }
    return false;
}

static bool take_number(struct portal_options *options, const char *name, const char *value)
{
    for (size_t i = 0; i < COUNT(NUMBERS); i++) {
        if (strcmp(name, NUMBERS[i].name) == 0) {
            int *place = (int *)(void *)((char *)options + NUMBERS[i].at);
            return config_number(value, NUMBERS[i].least, NUMBERS[i].most, place);
        }
    }
    return false;
}

bool config_portal_set(struct config *config, const char *name, const char *value)
{
    bool good;
    if (strcmp(name, "ask") == 0) {
        return take_when(&config->hospital, value);
    }
    if (strcmp(name, "visits") == 0) {
        return take_visits(&config->hospital, value);
    }
    if (strcmp(name, "stand_in") == 0) {
        return take_stand_in(&config->portal, value);
    }
    if (take_text(&config->portal, name, value, &good)) {
        const char *cccd = config->portal.clerk_cccd;
        return good && (!*cccd || number_kind(cccd) == NUMBER_CCCD);
    }
    return take_number(&config->portal, name, value);
}

static enum fault within(const char *dir, char path[PATH_SIZE])
{
    char joined[PATH_SIZE];
    if (!*path || *path == '/') {
        return FAULT_NONE;
    }
    enum fault fault = place_join(dir, path, joined);
    if (fault == FAULT_NONE) {
        memcpy(path, joined, sizeof joined);
    }
    return fault;
}

enum fault config_portal_end(struct config *config, const char *dir)
{
    struct portal_options *options = &config->portal;
    struct hospital *hospital = &config->hospital;
    memcpy(options->facility, hospital->facility, sizeof options->facility);
    hospital->portal = *options->base;
    hospital->history = hospital->portal && *options->path[ASK_HISTORY];
    hospital->copayment = hospital->portal && *options->path[ASK_COPAYMENT];
    enum fault fault = within(dir, options->password_file);
    return fault ? fault : within(dir, options->ca_file);
}
