/* Entitlement: `day | hospital | person | expectation`.
 *
 * hospital: level, tuyến before 2025 and points as far as the case wants them: "basic province 60", "-" for none.
 * person:   here, elsewhere or unknown (where registered); a card number; benefit=4 (a card with the digit alone);
 *           K1 K2 K3; born=2026-11-10; years=2026-01-01 (five continuous years).
 * expectation: "codes: 1.1 2 10" (the list begins so), "1.3: 100 % x 80 % = 80 %" (what a code pays), "1.3: none",
 *           "brief 1.3: 80 %", "proposed: 1.1", "ceiling: 15180000", "paper 1.3: referral". */
#include "core/entitlement.h"
#include "../support/table.h"
#include "cases.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct scene {
    struct hospital hospital;
    struct facts person;
    char benefit;
    date_text day;
    struct candidate list[ENTITLEMENT_MAX];
    int count;
};

static bool expect(const char *want, const char *got, char said[CASES_SAID])
{
    snprintf(said, CASES_SAID, "want %.200s, got %.500s", want, got);
    return strcmp(want, got) == 0;
}

static int index_of(const char *word, const char *const words[], int count)
{
    int i = count - 1;
    while (i > 0 && strcmp(word, words[i]) != 0) {
        i--;
    }
    return i;
}

static bool take_hospital(struct scene *scene, char *text)
{
    static const char *const levels[] = {"", "initial", "basic", "specialised"};
    static const char *const formers[] = {"", "central", "province", "district", "commune"};
    for (char *word; (word = strsep(&text, " "));) {
        int level = index_of(word, levels, 4), former = index_of(word, formers, 5);
        long points = strtol(word, NULL, 10);
        if (level) {
            scene->hospital.level = (enum facility_level)level;
        } else if (former) {
            scene->hospital.former = (enum facility_former)former;
        } else if (points > 0) {
            scene->hospital.points = (int)points;
        } else if (strcmp(word, "-") != 0) {
            return false;
        }
    }
    return true;
}

static bool take_word(struct scene *scene, char *word)
{
    static const struct {
        const char *name, *facility;
    } places[] = {{"here", "79014"}, {"sister", "79015"}, {"elsewhere", "79025"}, {"unknown", ""}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (strcmp(word, places[i].name) == 0) {
            strcpy(scene->person.facility, places[i].facility);
            return true;
        }
    }
    if (strncmp(word, "benefit=", 8) == 0) {
        scene->benefit = word[8];
        return true;
    }
    if (strncmp(word, "born=", 5) == 0) {
        return date_read(word + 5, scene->person.birth_date) == FAULT_NONE;
    }
    if (strncmp(word, "years=", 6) == 0) {
        return date_read(word + 6, scene->person.five_year_date) == FAULT_NONE;
    }
    return field_read(word[0] == 'K' ? FIELD_AREA : FIELD_NUMBER, word, strlen(word), &scene->person) ==
           FAULT_NONE;
}

static bool take_person(struct scene *scene, char *text)
{
    for (char *word; (word = strsep(&text, " "));) {
        if (*word && !take_word(scene, word)) {
            return false;
        }
    }
    return true;
}

static const struct candidate *find(const struct scene *scene, const char *code)
{
    for (int i = 0; i < scene->count; i++) {
        if (strcmp(scene->list[i].row->code, code) == 0) {
            return &scene->list[i];
        }
    }
    return NULL;
}

/* As many codes from the first on as are wanted. */
static bool expect_codes(const struct scene *scene, const char *want, char said[CASES_SAID])
{
    char got[512] = "";
    for (int i = 0; i < scene->count && strlen(got) < strlen(want); i++) {
        strcat(got, *got ? " " : "");
        strcat(got, scene->list[i].row->code);
    }
    return expect(want, got, said);
}

static bool expect_proposed(const struct scene *scene, const char *want, char said[CASES_SAID])
{
    char got[64] = "";
    for (int i = 0; i < scene->count; i++) {
        if (scene->list[i].proposed) {
            snprintf(got + strlen(got), sizeof got - strlen(got), "%s", scene->list[i].row->code);
        }
    }
    return expect(want, *got ? got : "none", said);
}

static bool expect_paper(const struct scene *scene, const char *code, const char *want, char said[CASES_SAID])
{
    const struct candidate *found = find(scene, code);
    int paper = found ? found->row->paper : -1;
    return expect(want, paper < 0 ? "none" : scene->hospital.scheme->papers[paper].code, said);
}

static bool expect_pays(const struct scene *scene, const char *code, bool brief, const char *want,
                        char said[CASES_SAID])
{
    char pays[ENTITLEMENT_PAYS] = "none";
    const struct candidate *found = find(scene, code);
    if (found) {
        entitlement_pays(found, brief, LANGUAGE_VI, pays);
    }
    return expect(want, pays, said);
}

static bool expect_one(const struct scene *scene, char *text, char said[CASES_SAID])
{
    char *want = strstr(text, ": "), number[32];
    if (!want) {
        return expect("NAME: TEXT", text, said);
    }
    *want = '\0';
    want += 2;
    if (strcmp(text, "codes") == 0) {
        return expect_codes(scene, want, said);
    }
    if (strcmp(text, "proposed") == 0) {
        return expect_proposed(scene, want, said);
    }
    if (strcmp(text, "ceiling") == 0) {
        snprintf(number, sizeof number, "%ld",
                 entitlement_ceiling(scene->hospital.scheme, scene->person.five_year_date, scene->day));
        return expect(want, number, said);
    }
    if (strncmp(text, "paper ", 6) == 0) {
        return expect_paper(scene, text + 6, want, said);
    }
    bool brief = strncmp(text, "brief ", 6) == 0;
    return expect_pays(scene, brief ? text + 6 : text, brief, want, said);
}

bool cases_entitlement(char *line, char said[CASES_SAID])
{
    char *field[4];
    struct scene scene = {.hospital = {.facility = "79014", .sisters = {"79015"}, .sister_count = 1}};
    scene.hospital.scheme = table_scheme();
    if (!cases_split(line, field, 4) || date_read(field[0], scene.day) != FAULT_NONE ||
        !take_hospital(&scene, field[1]) || !take_person(&scene, field[2])) {
        return expect("day | hospital | person | expectation", "another line", said);
    }
    scene.count =
        entitlement_candidates(&scene.hospital, &scene.person, scene.benefit, scene.day, scene.list);
    return expect_one(&scene, field[3], said);
}
