/* checkin: the record from an intake, and what the decree asks of each item. */
#include "core/checkin.h"
#include "core/kept.h"
#include "core/qd4750.h"
#include "core/text.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

enum hand { HAND_MUST, HAND_OPEN, HAND_MAY, HAND_OWN, HAND_FREE };
enum form {
    VALUE_TEXT,
    VALUE_MINUTE,
    VALUE_BIRTH,
    VALUE_DAY,
    VALUE_GENDER,
    VALUE_CARD,
    VALUE_CITIZEN,
    VALUE_FACILITY,
    VALUE_CASE,
    VALUE_DIGITS,
};

static const struct {
    const char *name;
    int limit;
    enum hand hand;
    enum form form;
    const char *label[LANGUAGE_COUNT], *act[LANGUAGE_COUNT];
} items[CHECKIN_COUNT] = {
#define X(name, limit, hand, form, vi, en, act_vi, act_en)                                                   \
    {#name, limit, HAND_##hand, VALUE_##form, {vi, en}, {act_vi, act_en}},
    CHECKIN_LIST(X)
#undef X
};

static const struct {
    const char *code, *text[LANGUAGE_COUNT];
} problems[CHECKIN_FAULTS] = {
#define X(code, lower, vi, en) {#lower, {vi, en}},
    CHECKIN_PROBLEM_LIST(X)
#undef X
};

const char *checkin_name(enum checkin_item item)
{
    assert(item < CHECKIN_COUNT);
    return items[item].name;
}

enum checkin_item checkin_named(const char *name)
{
    enum checkin_item item = 0;
    while (item < CHECKIN_COUNT && strcmp(name, items[item].name) != 0) {
        item++;
    }
    return item;
}

const char *checkin_action_code(enum checkin_action action)
{
    static const char *const codes[] = {"new", "replace", "cancel"};
    return codes[action];
}

bool checkin_concerns(const struct kept_intake *kept)
{
    return kept->intake.status != INTAKE_NOT_INSURED;
}

/* The item that holds a field, by the name they share. */
static void fill_facts(const struct facts *facts, struct checkin *ret)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        enum checkin_item item = checkin_named(field_qd4750(field));
        if (item < CHECKIN_COUNT) {
            qd4750_value(field, facts_get(facts, field), ret->item[item]);
        }
    }
}

static bool stays_cancelled(enum checkin_item item)
{
    return item == CHECKIN_MA_LK || item == CHECKIN_NGAY_VAO || item == CHECKIN_MA_CSKCB;
}

void checkin_make(const struct kept_intake *kept, const struct checkin_place *place,
                  enum checkin_action action, int number, struct checkin *ret)
{
    memset(ret, 0, sizeof *ret);
    ret->action = action;
    ret->revision = kept->revision;
    ret->kept = kept;
    fill_facts(&kept->intake.facts, ret);
    strcpy(ret->item[CHECKIN_MA_LK], kept->id);
    snprintf(ret->item[CHECKIN_STT], CHECKIN_VALUE_SIZE, "%d", number);
    strcpy(ret->item[CHECKIN_MA_DOITUONG_KCB], kept->intake.entitlement.code);
    qd4750_minute(kept->at, ret->item[CHECKIN_NGAY_VAO]);
    strcpy(ret->item[CHECKIN_MA_LOAI_KCB], place->kind);
    strcpy(ret->item[CHECKIN_MA_CSKCB], place->facility);
    for (enum checkin_item item = 0; action == CHECKIN_CANCEL && item < CHECKIN_COUNT; item++) {
        if (!stays_cancelled(item)) {
            ret->item[item][0] = '\0';
        }
    }
}

void checkin_problem_code(struct checkin_problem problem, char out[CHECKIN_CODE_SIZE])
{
    snprintf(out, CHECKIN_CODE_SIZE, "%s %s", problems[problem.fault].code, items[problem.item].name);
}

void checkin_problem_text(struct checkin_problem problem, enum language language,
                          char out[CHECKIN_SENTENCE_SIZE])
{
    snprintf(out, CHECKIN_SENTENCE_SIZE, problems[problem.fault].text[language], items[problem.item].name,
             items[problem.item].label[language], items[problem.item].act[language]);
}

/* Characters, or -1 where one is none that XML 1.0 takes. */
static long count_characters(const char *value)
{
    long count = 0;
    while (*value) {
        int32_t rune;
        value += text_next(value, 4, &rune);
        if (rune < ' ' || rune == 0xFFFE || rune == 0xFFFF) {
            return -1;
        }
        count++;
    }
    return count;
}

static bool all_digits(const char *value, size_t len)
{
    return strlen(value) == len && strspn(value, "0123456789") == len;
}

/* yyyyMMdd; `unknown`: 00 for day, or month and day, as a birth date may have it. */
static bool is_day(const char *digits, bool unknown)
{
    char iso[DATE_SIZE];
    snprintf(iso, sizeof iso, "%.4s-%.2s-%.2s", digits, digits + 4, digits + 6);
    if (unknown && strcmp(iso + 7, "-00") == 0) {
        iso[strcmp(iso + 4, "-00-00") == 0 ? 4 : 7] = '\0';
        return date_valid(iso);
    }
    return date_full(iso);
}

static bool is_minute(const char *value, bool birth)
{
    return all_digits(value, QD4750_MINUTE_SIZE - 1) && is_day(value, birth) &&
           strncmp(value + 8, "24", 2) < 0 && strncmp(value + 10, "60", 2) < 0;
}

/* 1, 2, 1.11, 7.10: at most four characters, digits and at most one point within. */
static bool is_case(const char *value)
{
    size_t head = strspn(value, "0123456789");
    const char *tail = value + head;
    return head > 0 && (*tail == '\0' || (*tail == '.' && tail[1] && all_digits(tail + 1, strlen(tail + 1))));
}

static bool is_facility(const char *value)
{
    char code[FACILITY_SIZE];
    return number_facility(value, code) == FAULT_NONE && strcmp(code, value) == 0;
}

static bool has_form(enum form form, const char *value)
{
    switch (form) {
    case VALUE_TEXT: return true;
    case VALUE_MINUTE: return is_minute(value, false);
    case VALUE_BIRTH: return is_minute(value, true);
    case VALUE_DAY: return all_digits(value, 8) && is_day(value, false);
    case VALUE_GENDER: return strlen(value) == 1 && strchr("123", *value);
    case VALUE_CARD: return number_kind(value) == NUMBER_CARD15;
    case VALUE_CITIZEN: return all_digits(value, CCCD_SIZE - 1) || all_digits(value, CMND_SIZE - 1);
    case VALUE_FACILITY: return is_facility(value);
    case VALUE_CASE: return is_case(value);
    case VALUE_DIGITS: return all_digits(value, strlen(value));
    }
    return false;
}

bool checkin_value(enum checkin_item item, const char *value, enum checkin_fault *ret)
{
    assert(item < CHECKIN_COUNT);
    if (!*value) {
        return true;
    }
    long count = count_characters(value);
    bool fits = items[item].limit == 0 || count <= items[item].limit;
    if (fits && count >= 0 && has_form(items[item].form, value)) {
        return true;
    }
    *ret = fits ? CHECKIN_FORM : CHECKIN_TOO_LONG;
    return false;
}

int checkin_judge(const struct checkin *checkin, struct checkin_problem ret[CHECKIN_COUNT])
{
    int count = 0;
    bool cancels = checkin->action == CHECKIN_CANCEL;
    for (enum checkin_item item = 0; item < CHECKIN_COUNT; item++) {
        const char *value = checkin->item[item];
        struct checkin_problem problem = {item, CHECKIN_MISSING};
        bool needed = cancels ? stays_cancelled(item) : items[item].hand == HAND_MUST;
        if (*value ? !checkin_value(item, value, &problem.fault) : needed) {
            ret[count++] = problem;
        }
    }
    return count;
}

unsigned checkin_open(const struct checkin *checkin)
{
    unsigned open = 0;
    for (enum checkin_item item = 0; checkin->action != CHECKIN_CANCEL && item < CHECKIN_COUNT; item++) {
        if (items[item].hand == HAND_OPEN && !*checkin->item[item]) {
            open |= 1U << item;
        }
    }
    return open;
}

/* What was done first: its code without its name, or the other way round, is half of it. */
static const struct {
    enum checkin_item code, name;
} DONE[] = {
    {CHECKIN_MA_DICH_VU, CHECKIN_TEN_DICH_VU},
    {CHECKIN_MA_THUOC, CHECKIN_TEN_THUOC},
    {CHECKIN_MA_VAT_TU, CHECKIN_TEN_VAT_TU},
};
enum { DONE_COUNT = sizeof DONE / sizeof *DONE };

static unsigned wanted(unsigned given)
{
    unsigned want = 0, done = 0;
    for (enum checkin_item item = 0; item < CHECKIN_COUNT; item++) {
        enum hand hand = items[item].hand;
        want |= hand == HAND_MUST || hand == HAND_OPEN || hand == HAND_OWN ? 1U << item : 0;
    }
    for (int i = 0; i < DONE_COUNT; i++) {
        unsigned pair = 1U << DONE[i].code | 1U << DONE[i].name;
        want |= given & pair ? pair : 0;
        done |= given & pair;
    }
    return done ? want : want | 1U << CHECKIN_MA_DICH_VU | 1U << CHECKIN_TEN_DICH_VU;
}

int checkin_complete(unsigned given, struct checkin_problem ret[CHECKIN_COUNT])
{
    unsigned missing = wanted(given) & ~given;
    int count = 0;
    for (enum checkin_item item = 0; item < CHECKIN_COUNT; item++) {
        if (missing & 1U << item) {
            ret[count++] = (struct checkin_problem){item, CHECKIN_MISSING};
        }
    }
    return count;
}
