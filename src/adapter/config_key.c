/* config_key: the table, and the readers of its kinds. */
#include "adapter/config_key.h"
#include "adapter/config_take.h"
#include "adapter/config_value.h"
#include "adapter/qr.h"
#include "core/text.h"
#include "core/wrap.h"
#include <stdio.h>
#include <string.h>

enum {
    DAYS_MAX = 3650,
    KEEP_MAX = 36500,
    POINTS_MAX = 100,
    SECONDS_MAX = 300,
    MINUTES_MAX = 1440,
    MINUTE_QUOTA_MAX = 10000,
    DAY_QUOTA_MAX = 10000000,
    HOUR = 3600,
    BYTE_MAX = 255
};

static const char *const LANGUAGES[] = {[LANGUAGE_VI] = "vi", [LANGUAGE_EN] = "en"};
static const char *const TYPINGS[] = {
    [TYPING_PLAIN] = "plain", [TYPING_TELEX] = "telex", [TYPING_VNI] = "vni"};
static const char *const LEVELS[] = {
    [LEVEL_INITIAL] = "initial", [LEVEL_BASIC] = "basic", [LEVEL_SPECIALISED] = "specialised"};
static const char *const FORMERS[] = {[FORMER_CENTRAL] = "central",
                                      [FORMER_PROVINCE] = "province",
                                      [FORMER_DISTRICT] = "district",
                                      [FORMER_COMMUNE] = "commune"};
static const char *const ASKS[] = {[ASK_ALWAYS] = "always", [ASK_UNSURE] = "unsure", [ASK_BY_KEY] = "key"};
static const char *const VISITS[] = {"key", "always"};
static const char *const EACH[] = {"intake", "day"};
static const char *const NO_YES[] = {"no", "yes"};

static const char *const PRINTERS[] = {"text", "escpos"};
static const char *const LETTERS[] = {
    [LETTERS_PLAIN] = "plain", [LETTERS_CP1258] = "cp1258", [LETTERS_UTF8] = "utf-8"};

#define AT(member) .at = offsetof(struct config, member)
#define SIZE(member) (int)sizeof(((struct config *)0)->member)
#define TEXT(member) .kind = CONFIG_TEXT, AT(member), .most = SIZE(member)
#define PATH(member) .kind = CONFIG_PATH, AT(member), .most = SIZE(member)
#define NUMBER(member, from, to) .kind = CONFIG_NUMBER, AT(member), .least = (from), .most = (to)
#define WORDS(list) .words = (list), .most = (int)(sizeof(list) / sizeof *(list))
#define WORD(member, list) .kind = CONFIG_WORD, AT(member), WORDS(list)
#define FLAG(member, list) .kind = CONFIG_FLAG, AT(member), WORDS(list)
#define TAKE(function, vi, en) .kind = CONFIG_TAKE, .take = (function), .needs = {vi, en}
#define URL_PATH(function)                                                                                   \
    TAKE(function, "đường dẫn bắt đầu bằng /, không dấu, không ? # \\",                                      \
         "a path that begins with /, ASCII, without ? # \\")

static const struct config_key KEYS[] = {
    {"hospital", "facility",
     TAKE(take_facility, "mã CSKCB 5 ký tự, như 79014", "a facility code of 5 characters, as 79014")},
    {"hospital", "name", TEXT(hospital.facility_name)},
    {"hospital", "sisters",
     TAKE(take_sisters, "các mã CSKCB cách nhau bằng dấu phẩy, tối đa 32",
          "facility codes parted by commas, 32 at most")},
    {"hospital", "level", WORD(hospital.level, LEVELS)},
    {"hospital", "former", WORD(hospital.former, FORMERS)},
    {"hospital", "points", NUMBER(hospital.points, 1, POINTS_MAX)},
    {"hospital", "hotline", TEXT(hospital.hotline)},
    {"hospital", "office", TEXT(hospital.office)},
    {"hospital", "assessor", TEXT(hospital.assessor)},
    {"hospital", "guide", .kind = CONFIG_TEXT, AT(hospital.guide), .most = QR_TEXT_MAX + 1},
    {"counter", "name", TEXT(hospital.counter)},
    {"counter", "clerk", TEXT(hospital.clerk)},
    {"counter", "language", WORD(hospital.language, LANGUAGES)},
    {"counter", "typing", WORD(hospital.typing, TYPINGS)},
    {"counter", "lock_minutes", NUMBER(hospital.lock_minutes, 0, MINUTES_MAX)},
    {"register", "max_age", NUMBER(hospital.register_max_age, 0, DAYS_MAX)},
    {"difficulties", "remind_days", NUMBER(hospital.remind_days, 0, DAYS_MAX)},
    {"journal", "keep_days", NUMBER(keep_days, 1, KEEP_MAX)},
    {"backup", "warn_days", NUMBER(backup_warn_days, 0, DAYS_MAX)},
    {"scanner", "bind",
     TAKE(take_bind, "một dòng mà tiepdon devices in ra, tối đa 8 dòng",
          "a line as tiepdon devices prints it, 8 lines at most"),
     .many = true},
    {"camera", "device",
     TAKE(take_camera, "đường dẫn thiết bị, như /dev/video0", "the path of a device, as /dev/video0")},
    {"checks", "expires_days", NUMBER(hospital.expires_days, 0, DAYS_MAX)},
    {"portal", "base", TEXT(portal.base)},
    {"portal", "user", TEXT(portal.user)},
    {"portal", "password_file", PATH(portal.password_file)},
    {"portal", "clerk", TEXT(portal.clerk)},
    {"portal", "clerk_cccd", TAKE(take_clerk_cccd, "CCCD 12 chữ số", "a CCCD of 12 digits")},
    {"portal", "ca_file", PATH(portal.ca_file)},
    {"portal", "ask", WORD(hospital.portal_when, ASKS)},
    {"portal", "visits", FLAG(hospital.visits_always, VISITS)},
    {"portal", "connect_seconds", NUMBER(portal.connect_seconds, 1, SECONDS_MAX)},
    {"portal", "answer_seconds", NUMBER(portal.answer_seconds, 1, SECONDS_MAX)},
    {"portal", "fresh_minutes", NUMBER(portal.fresh_minutes, 0, MINUTES_MAX)},
    {"portal", "per_minute", NUMBER(portal.limits.per_minute, 0, MINUTE_QUOTA_MAX)},
    {"portal", "per_day", NUMBER(portal.limits.per_day, 0, DAY_QUOTA_MAX)},
    {"portal", "reserve", NUMBER(portal.limits.reserve, 0, MINUTE_QUOTA_MAX)},
    {"portal", "failures", NUMBER(portal.limits.failures, 1, MINUTE_QUOTA_MAX)},
    {"portal", "pause", NUMBER(portal.limits.pause, 1, HOUR)},
    {"portal", "pause_max", NUMBER(portal.limits.pause_max, 1, HOUR)},
    {"portal", "token_path", URL_PATH(take_token_path)},
    {"portal", "member_path", URL_PATH(take_member_path)},
    {"portal", "history_path", URL_PATH(take_history_path)},
    {"portal", "copayment_path", URL_PATH(take_copayment_path)},
    {"portal", "facility_path", URL_PATH(take_facility_path)},
    {"portal", "record_path", URL_PATH(take_record_path)},
    {"portal", "stand_in", FLAG(portal.stand_in, NO_YES)},
    {"checkin", "dir", PATH(checkin.dir)},
    {"checkin", "format",
     TAKE(take_formats, "một hay nhiều trong xml, json, csv", "one or several of xml, json, csv")},
    {"checkin", "each", FLAG(checkin.day, EACH)},
    {"checkin", "kind", TAKE(take_kind, "MA_LOAI_KCB 2 chữ số, như 01", "MA_LOAI_KCB, 2 digits, as 01")},
    {"checkin", "back", PATH(checkin.back)},
    {"checkin", "send", FLAG(checkin.send, NO_YES)},
    {"printer", "queue",
     TAKE(take_queue, "tên hàng đợi CUPS, không dấu cách, và không có device",
          "the name of a CUPS queue, without spaces, and no device")},
    {"printer", "device",
     TAKE(take_printer, "đường dẫn thiết bị, như /dev/usb/lp0, và không có queue",
          "the path of a device, as /dev/usb/lp0, and no queue")},
    {"printer", "kind", FLAG(printer.printout.escpos, PRINTERS)},
    {"printer", "columns", NUMBER(printer.printout.how.columns, WRAP_COLUMNS_LEAST, WRAP_COLUMNS_MOST)},
    {"printer", "letters", WORD(printer.printout.how.letters, LETTERS)},
    {"printer", "page", NUMBER(printer.printout.how.page, 0, BYTE_MAX)},
    {"demo", "day", TAKE(take_demo_day, "một ngày đủ, như 2026-11-20", "a whole day, as 2026-11-20")},
};
enum { KEY_COUNT = sizeof KEYS / sizeof *KEYS };

const struct config_key *config_key_at(int index)
{
    return index < KEY_COUNT ? &KEYS[index] : NULL;
}

const struct config_key *config_key_find(const char *section, const char *name)
{
    for (int i = 0; i < KEY_COUNT; i++) {
        if (strcmp(section, KEYS[i].section) == 0 && strcmp(name, KEYS[i].name) == 0) {
            return &KEYS[i];
        }
    }
    return NULL;
}

bool config_section(const char *section)
{
    for (int i = 0; i < KEY_COUNT; i++) {
        if (strcmp(section, KEYS[i].section) == 0) {
            return true;
        }
    }
    return false;
}

static bool take_word(const struct config_key *key, void *place, const char *value)
{
    int found = config_word(value, key->words, key->most);
    if (found >= 0 && key->kind == CONFIG_FLAG) {
        *(bool *)place = found == 1;
    } else if (found >= 0) {
        *(int *)place = found;
    }
    return found >= 0;
}

bool config_key_take(const struct config_key *key, struct config *config, const char *value)
{
    void *place = (char *)config + key->at;
    switch (key->kind) {
    case CONFIG_TEXT: return config_text(place, (size_t)key->most, value);
    case CONFIG_PATH: return text_copy(place, (size_t)key->most, value) == FAULT_NONE;
    case CONFIG_NUMBER: return config_number(value, key->least, key->most, place);
    case CONFIG_WORD:
    case CONFIG_FLAG: return take_word(key, place, value);
    case CONFIG_TAKE: return key->take(config, value);
    }
    return false;
}

static void list_words(const struct config_key *key, char out[CONFIG_NEEDS_SIZE])
{
    size_t len = 0;
    out[0] = '\0';
    for (int i = 0; i < key->most; i++) {
        if (key->words[i]) {
            len +=
                (size_t)snprintf(out + len, CONFIG_NEEDS_SIZE - len, "%s%s", len ? ", " : "", key->words[i]);
        }
    }
}

void config_key_needs(const struct config_key *key, enum language language, char out[CONFIG_NEEDS_SIZE])
{
    static const char *const numbers[] = {"số từ %d đến %d", "a number from %d to %d"};
    static const char *const texts[] = {"chữ UTF-8, dưới %d byte", "UTF-8 text of under %d bytes"};
    switch (key->kind) {
    case CONFIG_TEXT:
    case CONFIG_PATH: snprintf(out, CONFIG_NEEDS_SIZE, texts[language], key->most); break;
    case CONFIG_NUMBER: snprintf(out, CONFIG_NEEDS_SIZE, numbers[language], key->least, key->most); break;
    case CONFIG_WORD:
    case CONFIG_FLAG: list_words(key, out); break;
    case CONFIG_TAKE: snprintf(out, CONFIG_NEEDS_SIZE, "%s", key->needs[language]); break;
    }
}
