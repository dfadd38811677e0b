/* Judgement: a block says the world (world.h) and then what is to come of it:
 *
 *     verdict: mismatch
 *     row facility: different        (row facility: none, where both sides are silent)
 *     safe: facility valid_to        (exactly these rows are safe; "safe:" for none)
 *     finding: facility_different registered_elsewhere
 *     not finding: dates_different
 *     findings: cccd_gender new_card (exactly these, in this order; "findings:" for none)
 *     person facility: 79025         (person bhxh_number: ... likewise)
 *     candidates: 2
 *     checked: register 2026-11-20 0
 *     sentence expired: 31/10/2026   (the sentence holds these words)
 *     proposal: decide               (what Enter proposes)
 *     source facility: portal        (who says the system's value)
 *     system name:                   (the system's value, "" for none)
 */
#include "cases.h"
#include "world.h"
#include <stdio.h>
#include <string.h>

struct outcome {
    struct world world;
    struct answer answer;
    struct judgement judgement;
    bool judged;
};

static bool expect(const char *want, const char *got, char said[CASES_SAID])
{
    if (strcmp(want, got) == 0) {
        return true;
    }
    snprintf(said, CASES_SAID, "want %.200s, got %.500s", want, got);
    return false;
}

static enum field field_named(const char *name)
{
    enum field field = 0;
    while (field < FIELD_COUNT && strcmp(name, field_code(field)) != 0) {
        field++;
    }
    return field;
}

static bool expect_row(const struct outcome *outcome, const char *name, const char *want,
                       char said[CASES_SAID])
{
    const struct judgement *judgement = &outcome->judgement;
    if (field_named(name) == FIELD_COUNT) {
        return expect("a field", name, said);
    }
    for (int i = 0; i < judgement->row_count; i++) {
        if (judgement->rows[i].field == field_named(name)) {
            return expect(want, result_code(judgement->rows[i].result), said);
        }
    }
    return expect(want, "none", said);
}

static bool expect_safe(const struct outcome *outcome, const char *want, char said[CASES_SAID])
{
    char got[512] = "";
    const struct judgement *judgement = &outcome->judgement;
    for (int i = 0; i < judgement->row_count; i++) {
        if (judgement->rows[i].safe) {
            strcat(got, *got ? " " : "");
            strcat(got, field_code(judgement->rows[i].field));
        }
    }
    return expect(want, got, said);
}

static bool expect_findings(const struct outcome *outcome, char *codes, bool want, char said[CASES_SAID])
{
    for (char *code; (code = strsep(&codes, " "));) {
        enum finding finding = finding_named(code);
        if (*code &&
            (finding == FINDING_COUNT || finding_has(&outcome->judgement.findings, finding) != want)) {
            snprintf(said, CASES_SAID, "finding %.100s %s", code, want ? "is missing" : "is not wanted");
            return false;
        }
    }
    return true;
}

static bool expect_list(const struct outcome *outcome, const char *want, char said[CASES_SAID])
{
    char got[FINDING_COUNT * 32] = "";
    const struct findings *findings = &outcome->judgement.findings;
    for (int i = 0; i < findings->count; i++) {
        strcat(got, *got ? " " : "");
        strcat(got, finding_code(findings->list[i]));
    }
    return expect(want, got, said);
}

static bool expect_person(const struct outcome *outcome, const char *name, const char *want,
                          char said[CASES_SAID])
{
    if (strcmp(name, "none") == 0) {
        return expect("no person", outcome->judgement.has_person ? "a person" : "no person", said);
    }
    if (strcmp(name, "bhxh_number") == 0) {
        return expect(want, outcome->judgement.bhxh_number, said);
    }
    if (field_named(name) == FIELD_COUNT) {
        return expect("a field", name, said);
    }
    return expect(want, facts_get(&outcome->judgement.person, field_named(name)), said);
}

static bool expect_checked(const struct outcome *outcome, const char *want, char said[CASES_SAID])
{
    char got[64];
    const struct judgement *judgement = &outcome->judgement;
    snprintf(got, sizeof got, "%s %s %d", source_code(judgement->checked), judgement->as_of,
             judgement->age_days);
    return expect(want, judgement->checked == SOURCE_NONE ? "none" : got, said);
}

static bool expect_sentence(const struct outcome *outcome, const char *code, const char *want,
                            char said[CASES_SAID])
{
    char sentence[SENTENCE_SIZE];
    if (finding_named(code) == FINDING_COUNT) {
        return expect("a finding", code, said);
    }
    finding_sentence(&outcome->judgement, &outcome->world.card, &outcome->world.hospital, finding_named(code),
                     sentence);
    return strstr(sentence, want) ? true : expect(want, sentence, said);
}

static bool expect_system(const struct outcome *outcome, const char *name, const char *want,
                          char said[CASES_SAID])
{
    enum field field = field_named(name);
    return field == FIELD_COUNT ? expect("a field", name, said)
                                : expect(want, facts_get(&outcome->judgement.system, field), said);
}

static bool expect_source(const struct outcome *outcome, const char *name, const char *want,
                          char said[CASES_SAID])
{
    enum field field = field_named(name);
    return field == FIELD_COUNT ? expect("a field", name, said)
                                : expect(want, source_code(outcome->judgement.source[field]), said);
}

static bool expect_line(const struct outcome *outcome, char *name, char *text, char said[CASES_SAID])
{
    char number[16];
    if (strcmp(name, "verdict") == 0) {
        return expect(text, verdict_code(outcome->judgement.verdict), said);
    }
    if (strncmp(name, "row ", 4) == 0) {
        return expect_row(outcome, name + 4, text, said);
    }
    if (strcmp(name, "safe") == 0) {
        return expect_safe(outcome, text, said);
    }
    if (strcmp(name, "finding") == 0) {
        return expect_findings(outcome, text, true, said);
    }
    if (strcmp(name, "findings") == 0) {
        return expect_list(outcome, text, said);
    }
    if (strcmp(name, "not finding") == 0) {
        return expect_findings(outcome, text, false, said);
    }
    if (strncmp(name, "person ", 7) == 0) {
        return expect_person(outcome, name + 7, text, said);
    }
    if (strcmp(name, "checked") == 0) {
        return expect_checked(outcome, text, said);
    }
    if (strncmp(name, "sentence ", 9) == 0) {
        return expect_sentence(outcome, name + 9, text, said);
    }
    if (strcmp(name, "proposal") == 0) {
        return expect(text, verdict_proposal(outcome->judgement.verdict), said);
    }
    if (strncmp(name, "source ", 7) == 0) {
        return expect_source(outcome, name + 7, text, said);
    }
    if (strncmp(name, "system ", 7) == 0) {
        return expect_system(outcome, name + 7, text, said);
    }
    snprintf(number, sizeof number, "%d", outcome->judgement.candidate_count);
    return strcmp(name, "candidates") == 0 ? expect(text, number, said)
                                           : expect("a line of a case", name, said);
}

static bool expects(const char *name)
{
    static const char *const NAMES[] = {"verdict",     "row ",    "safe",    "finding",   "findings",
                                        "not finding", "person ", "checked", "sentence ", "candidates",
                                        "proposal",    "source ", "system "};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        if (strncmp(name, NAMES[i], strlen(NAMES[i])) == 0) {
            return true;
        }
    }
    return false;
}

static bool take_line(struct outcome *outcome, char *line, char said[CASES_SAID])
{
    char *text = strchr(line, ':');
    if (!text) {
        return expect("NAME: TEXT", line, said);
    }
    *text++ = '\0';
    text += strspn(text, " ");
    if (!expects(line)) {
        snprintf(said, CASES_SAID, "wrong line: %.100s", line);
        return !outcome->judged && world_line(&outcome->world, line, text);
    }
    if (!outcome->judged) {
        world_judge(&outcome->world, &outcome->answer, &outcome->judgement);
    }
    outcome->judged = true;
    return expect_line(outcome, line, text, said);
}

bool cases_judgement(char *block, char said[CASES_SAID])
{
    struct outcome outcome = {.judged = false};
    world_init(&outcome.world);
    for (char *line; (line = strsep(&block, "\n"));) {
        if (*line && !take_line(&outcome, line, said)) {
            return false;
        }
    }
    return outcome.judged || expect("an expectation", "none", said);
}
