/* Check-in records: `changes | expectation`.
 *
 * changes:     "-", or NAME=VALUE with "; " between, to a record that is whole: names of QĐ 4750, values as a clerk types
 *              them; "status=not_insured", "status=cancelled".
 * expectation: "fine"; "none" (nothing is told of it); "NAME: value as it is written" or "NAME: none"; "open: NAME"; or the problems by
 *              their codes with ", " between. */
#include "core/checkin.h"
#include "cases.h"
#include "core/desk.h"
#include <stdio.h>
#include <string.h>

struct scene {
    struct kept_intake kept;
    struct checkin_place place;
    enum checkin_action action;
};

static bool expect(const char *want, const char *got, char said[CASES_SAID])
{
    snprintf(said, CASES_SAID, "want %.200s, got %.500s", want, got);
    return strcmp(want, got) == 0;
}

static void begin(struct scene *scene)
{
    struct facts *facts = &scene->kept.intake.facts;
    *scene = (struct scene){.kept = {.id = "lk-1", .at = "2026-11-20T08:41"},
                            .place = {.facility = "79014", .kind = "01"}};
    strcpy(facts->number, "DN4790123456789");
    strcpy(facts->name, "Nguyễn Thị Hòa");
    strcpy(facts->birth_date, "1985-03-12");
    strcpy(facts->gender, "female");
    strcpy(facts->facility, "79025");
    strcpy(facts->valid_from, "2026-01-01");
    strcpy(facts->valid_to, "2026-12-31");
    strcpy(facts->cccd, "079185000001");
    strcpy(scene->kept.intake.entitlement.code, "1.3");
}

static bool take_status(struct scene *scene, const char *value)
{
    scene->action = strcmp(value, "cancelled") == 0 ? CHECKIN_CANCEL : CHECKIN_NEW;
    if (strcmp(value, "not_insured") == 0) {
        scene->kept.intake.status = INTAKE_NOT_INSURED;
    }
    return true;
}

static bool take_text(char *out, size_t cap, const char *value)
{
    return snprintf(out, cap, "%s", value) < (int)cap;
}

static bool take_change(struct scene *scene, char *name)
{
    char *value = strchr(name, '=');
    if (!value) {
        return strcmp(name, "-") == 0;
    }
    *value++ = '\0';
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (strcmp(name, field_qd4750(field)) == 0) {
            return field_read(field, value, strlen(value), &scene->kept.intake.facts) == FAULT_NONE;
        }
    }
    return strcmp(name, "status") == 0        ? take_status(scene, value)
           : strcmp(name, "NGAY_VAO") == 0    ? take_text(scene->kept.at, sizeof scene->kept.at, value)
           : strcmp(name, "MA_LOAI_KCB") == 0 ? take_text(scene->place.kind, sizeof scene->place.kind, value)
           : strcmp(name, "MA_DOITUONG_KCB") == 0
               ? take_text(scene->kept.intake.entitlement.code, CASE_CODE_SIZE, value)
               : strcmp(name, "MA_CSKCB") == 0 &&
                     take_text(scene->place.facility, sizeof scene->place.facility, value);
}

static bool take_changes(struct scene *scene, char *text)
{
    for (char *change; (change = strsep(&text, ";"));) {
        if (!take_change(scene, change + strspn(change, " "))) {
            return false;
        }
    }
    return true;
}

static void say_problems(const struct checkin *checkin, char out[CASES_SAID])
{
    struct checkin_problem problems[CHECKIN_COUNT];
    int count = checkin_judge(checkin, problems);
    strcpy(out, count ? "" : "fine");
    for (int i = 0; i < count; i++) {
        char code[CHECKIN_CODE_SIZE];
        checkin_problem_code(problems[i], code);
        strcat(strcat(out, i ? ", " : ""), code);
    }
}

static bool expect_open(const struct checkin *checkin, const char *want, char said[CASES_SAID])
{
    unsigned open = checkin_open(checkin);
    for (enum checkin_item item = 0; item < CHECKIN_COUNT; item++) {
        if (open == 1U << item) {
            return expect(want, checkin_name(item), said);
        }
    }
    return expect(want, open ? "several" : "nothing", said);
}

bool cases_checkin(char *line, char said[CASES_SAID])
{
    char *field[2], problems[CASES_SAID];
    struct scene scene;
    struct checkin checkin;
    begin(&scene);
    if (!cases_split(line, field, 2) || !take_changes(&scene, field[0])) {
        return expect("changes | expectation", "another line", said);
    }
    checkin_make(&scene.kept, &scene.place, scene.action, 1, &checkin);
    char *want = strstr(field[1], ": ");
    if (want) {
        *want = '\0';
        want += 2;
        enum checkin_item item = checkin_named(field[1]);
        const char *got = item < CHECKIN_COUNT && *checkin.item[item] ? checkin.item[item] : "none";
        return item < CHECKIN_COUNT ? expect(want, got, said) : expect_open(&checkin, want, said);
    }
    say_problems(&checkin, problems);
    return expect(field[1], checkin_concerns(&scene.kept) ? problems : "none", said);
}
