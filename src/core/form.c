/* form: what the templates of difficulties and days may name, and what they show for it. */
#include "core/form.h"
#include "core/slip.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { COUNT_SIZE = 12, WORDS_SIZE = 96, PLACES_MAX = 23 };

#define COUNT(table) (int)(sizeof(table) / sizeof *(table))

const char *form_file(enum form form, enum language language)
{
    static const char *const files[FORM_COUNT][LANGUAGE_COUNT] = {
        [FORM_SLIP] = {"slip.vi.txt", "slip.en.txt"},
        [FORM_DIFFICULTY] = {"difficulty.vi.txt", "difficulty.en.txt"},
        [FORM_DAY] = {"day.vi.txt", "day.en.txt"},
    };
    assert(form < FORM_COUNT && language < LANGUAGE_COUNT);
    return files[form][language];
}

/* "08:41", "" where no time is known. */
static const char *time_of(const char *minute)
{
    return strlen(minute) > DATE_SIZE ? minute + DATE_SIZE : "";
}

/* ---- difficulty ---- */

static const char *const STATES[DIFFICULTY_STATES] = {
    [DIFFICULTY_OPEN] = "open", [DIFFICULTY_SENT] = "sent", [DIFFICULTY_ANSWERED] = "answered"};

static const char *state_text(enum difficulty_state state, enum language language)
{
    static const char *const texts[DIFFICULTY_STATES][LANGUAGE_COUNT] = {
        [DIFFICULTY_OPEN] = {"chưa gửi", "open"},
        [DIFFICULTY_SENT] = {"đã gửi", "sent"},
        [DIFFICULTY_ANSWERED] = {"đã trả lời", "answered"}};
    return texts[state][language];
}

static enum difficulty kind_named(const char *part)
{
    for (int i = 1; i < DIFFICULTY_COUNT; i++) {
        if (strcmp(difficulty_code((enum difficulty)i), part) == 0) {
            return (enum difficulty)i;
        }
    }
    return DIFFICULTY_NONE;
}

static int state_named(const char *part)
{
    int state = 0;
    while (state < DIFFICULTY_STATES && strcmp(STATES[state], part) != 0) {
        state++;
    }
    return state;
}

static bool difficulty_known(const char *part)
{
    return strcmp(part, "always") == 0 || strcmp(part, "reply") == 0 || kind_named(part) != DIFFICULTY_NONE ||
           state_named(part) < DIFFICULTY_STATES;
}

static bool difficulty_applies(const void *of, const char *part)
{
    const struct difficulty_record *record = of;
    if (strcmp(part, "reply") == 0) {
        return record->reply[0] != '\0';
    }
    return strcmp(part, "always") == 0 || kind_named(part) == record->kind ||
           state_named(part) == (int)record->state;
}

enum { DIFFICULTY_PLACES = PLACES_MAX };

static struct template_words difficulty_words(const struct difficulty_record *record,
                                              const struct template_place places[DIFFICULTY_PLACES])
{
    return (struct template_words){places, DIFFICULTY_PLACES, difficulty_known, difficulty_applies, record};
}

enum fault form_difficulty(const char *template, const struct difficulty_record *record,
                           const struct difficulty_detail *detail, const struct hospital *hospital,
                           const char *today, char *out, size_t cap)
{
    char number[COUNT_SIZE * 2], day[DATE_SIZE];
    date_text shown, birth, state_day, printed;
    enum language language = hospital->language;
    snprintf(number, sizeof number, "%ld", record->number);
    snprintf(day, sizeof day, "%.10s", record->at);
    date_show(day, shown);
    date_show(record->birth_date, birth);
    date_show(record->state_day, state_day);
    date_show(today, printed);
    const struct template_place places[DIFFICULTY_PLACES] = {
        {"hospital", hospital->facility_name},
        {"facility", hospital->facility},
        {"office", hospital->office},
        {"hotline", hospital->hotline},
        {"number", number},
        {"day", shown},
        {"time", time_of(record->at)},
        {"kind", difficulty_text(record->kind, language)},
        {"text", record->text},
        {"name", record->name},
        {"birth", birth},
        {"card", record->number_shown},
        {"phone", record->phone},
        {"counter", record->counter},
        {"clerk", record->clerk},
        {"state", state_text(record->state, language)},
        {"state_day", state_day},
        {"reply", record->reply},
        {"today", printed},
        {"facility_card", detail->card.facility},
        {"facility_system", detail->system.facility},
        {"address_card", detail->card.address},
        {"address_system", detail->system.address},
    };
    const struct template_words words = difficulty_words(record, places);
    return template_fill(template, &words, out, cap);
}

/* ---- day ---- */

static const char *const PARTS[] = {[DAY_HEAD] = "head", [DAY_ROW] = "row", [DAY_END] = "end"};

static bool day_known(const char *part)
{
    return strcmp(part, PARTS[DAY_HEAD]) == 0 || strcmp(part, PARTS[DAY_ROW]) == 0 ||
           strcmp(part, PARTS[DAY_END]) == 0;
}

static bool day_applies(const void *of, const char *part)
{
    return strcmp(PARTS[*(const enum day_part *)of], part) == 0;
}

static const char *status_text(const struct act *act, enum language language)
{
    static const char *const texts[][LANGUAGE_COUNT] = {[INTAKE_ADMITTED] = {"tiếp nhận", "taken in"},
                                                        [INTAKE_PROVISIONAL] = {"tạm nhận", "provisional"},
                                                        [INTAKE_NOT_INSURED] = {"không BHYT", "not insured"}};
    static const char *const alone[] = {"vướng mắc", "difficulty"}, *const undone[] = {"đã hoàn tác",
                                                                                       "undone"};
    return act->undone ? undone[language] : act->alone ? alone[language] : texts[act->status][language];
}

static void add(char out[WORDS_SIZE], bool so, const char *const words[LANGUAGE_COUNT],
                enum language language)
{
    size_t len = strlen(out);
    if (so) {
        snprintf(out + len, WORDS_SIZE - len, "%s%s", len ? ", " : "", words[language]);
    }
}

static void marks_text(const struct act *act, enum language language, char out[WORDS_SIZE])
{
    static const char *const unchecked[] = {"chưa kiểm tra", "unchecked"};
    static const char *const corrected[] = {"có sửa", "corrected"};
    static const char *const difficulty[] = {"vướng mắc", "difficulty"};
    static const char *const nameless[] = {"chưa rõ người", "nameless"};
    out[0] = '\0';
    add(out, act->unchecked, unchecked, language);
    add(out, act->corrections > 0, corrected, language);
    add(out, act->difficulty && !act->alone, difficulty, language);
    add(out, act->nameless, nameless, language);
}

enum { DAY_PLACES = 22 };

/* Those of the head and the end, then those of a row; what is not given is blank. */
static void day_places(const char *const values[DAY_PLACES], struct template_place ret[DAY_PLACES])
{
    static const char *const names[DAY_PLACES] = {
        "hospital",    "facility",    "day",       "today",     "intakes",      "admitted",
        "provisional", "not_insured", "unchecked", "corrected", "difficulties", "undone",
        "closed",      "closed_by",   "no",        "time",      "name",         "birth",
        "status",      "marks",       "counter",   "clerk"};
    for (int i = 0; i < DAY_PLACES; i++) {
        ret[i] = (struct template_place){names[i], values ? values[i] : ""};
    }
}

static void count_text(char out[COUNT_SIZE], int count)
{
    snprintf(out, COUNT_SIZE, "%d", count);
}

enum fault form_day(const char *template, enum day_part part, const struct day_form *form,
                    const struct act *act, int no, char *out, size_t cap)
{
    const struct hospital *hospital = form->hospital;
    const struct day_totals *totals = form->totals;
    static const struct act NOBODY = {.id = ""};
    const int counts[] = {totals->intakes,
                          totals->admitted,
                          totals->provisional,
                          totals->not_insured,
                          totals->by_filter[ACT_UNCHECKED],
                          totals->by_filter[ACT_CORRECTED],
                          totals->difficulties,
                          totals->undone,
                          no};
    char numbers[COUNT(counts)][COUNT_SIZE], marks[WORDS_SIZE];
    date_text day, today, birth;
    for (int i = 0; i < COUNT(counts); i++) {
        count_text(numbers[i], counts[i]);
    }
    act = act ? act : &NOBODY;
    date_show(form->day, day);
    date_show(form->today, today);
    date_show(act->birth_date, birth);
    marks_text(act, hospital->language, marks);
    const char *const values[DAY_PLACES] = {hospital->facility_name,
                                            hospital->facility,
                                            day,
                                            today,
                                            numbers[0],
                                            numbers[1],
                                            numbers[2],
                                            numbers[3],
                                            numbers[4],
                                            numbers[5],
                                            numbers[6],
                                            numbers[7],
                                            time_of(totals->closed_at),
                                            totals->closed_by,
                                            numbers[8],
                                            act->time,
                                            act->name,
                                            birth,
                                            status_text(act, hospital->language),
                                            marks,
                                            act->counter,
                                            act->clerk};
    struct template_place places[DAY_PLACES];
    day_places(values, places);
    const struct template_words words = {places, DAY_PLACES, day_known, day_applies, &part};
    return template_fill(template, &words, out, cap);
}

/* ---- all ---- */

void form_check(enum form form, const char *template, struct template_error *ret)
{
    struct template_place places[PLACES_MAX];
    if (form == FORM_SLIP) {
        slip_check(template, ret);
        return;
    }
    day_places(NULL, places);
    struct template_words words = {places, DAY_PLACES, day_known, day_applies, NULL};
    if (form == FORM_DIFFICULTY) {
        static const char *const names[DIFFICULTY_PLACES] = {
            "hospital",     "facility",      "office",
            "hotline",      "number",        "day",
            "time",         "kind",          "text",
            "name",         "birth",         "card",
            "phone",        "counter",       "clerk",
            "state",        "state_day",     "reply",
            "today",        "facility_card", "facility_system",
            "address_card", "address_system"};
        for (int i = 0; i < DIFFICULTY_PLACES; i++) {
            places[i] = (struct template_place){names[i], ""};
        }
        words = difficulty_words(NULL, places);
    }
    template_check(template, &words, ret);
}
