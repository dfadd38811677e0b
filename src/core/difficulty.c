/* difficulty: the kind of a difficulty that fits a judgement. */
#include "core/intake.h"
#include <assert.h>
#include <string.h>

static const struct {
    const char *code, *text[LANGUAGE_COUNT];
} difficulties[DIFFICULTY_COUNT] = {
#define X(CODE, lower, vi, en) {#lower, {vi, en}},
    DIFFICULTY_LIST(X)
#undef X
};

const char *difficulty_code(enum difficulty difficulty)
{
    assert(difficulty < DIFFICULTY_COUNT);
    return difficulties[difficulty].code;
}

const char *difficulty_text(enum difficulty difficulty, enum language language)
{
    assert(difficulty < DIFFICULTY_COUNT && language < LANGUAGE_COUNT);
    return difficulties[difficulty].text[language];
}

enum difficulty difficulty_named(const char *code)
{
    enum difficulty difficulty = DIFFICULTY_NONE;
    while (difficulty < DIFFICULTY_COUNT && strcmp(difficulties[difficulty].code, code) != 0) {
        difficulty++;
    }
    return difficulty;
}

/* Weightier findings first: what keeps the patient from being taken in, then what was corrected. */
static const struct {
    enum finding finding;
    enum difficulty difficulty;
} REASONS[] = {
    {FINDING_UNREADABLE, DIFFICULTY_READER},
    {FINDING_UNSYNCED, DIFFICULTY_UNSYNCED},
    {FINDING_NOT_FOUND, DIFFICULTY_NOT_FOUND},
    {FINDING_SEVERAL_PERSONS, DIFFICULTY_IDENTITY},
    {FINDING_BHXH_DIFFERENT, DIFFICULTY_IDENTITY},
    {FINDING_CCCD_DIFFERENT, DIFFICULTY_IDENTITY},
    {FINDING_NAME_DIFFERENT, DIFFICULTY_IDENTITY},
    {FINDING_NAME_PARTIAL, DIFFICULTY_IDENTITY},
    {FINDING_BIRTH_DATE_DIFFERENT, DIFFICULTY_IDENTITY},
    {FINDING_PORTAL_NAME, DIFFICULTY_IDENTITY},
    {FINDING_PORTAL_NAME_PARTIAL, DIFFICULTY_IDENTITY},
    {FINDING_PORTAL_BIRTH_DATE, DIFFICULTY_IDENTITY},
    {FINDING_GENDER_DIFFERENT, DIFFICULTY_IDENTITY},
    {FINDING_EXPIRED, DIFFICULTY_VALIDITY},
    {FINDING_NOT_YET_VALID, DIFFICULTY_VALIDITY},
    {FINDING_WITHDRAWN, DIFFICULTY_VALIDITY},
    {FINDING_REDUCED, DIFFICULTY_VALIDITY},
    {FINDING_ENDED, DIFFICULTY_VALIDITY},
    {FINDING_PORTAL_NUMBER, DIFFICULTY_NOT_FOUND},
    {FINDING_SOURCE_SILENT, DIFFICULTY_PORTAL},
    {FINDING_NOT_IN_REGISTER, DIFFICULTY_PORTAL},
    {FINDING_GONE_FROM_REGISTER, DIFFICULTY_PORTAL},
    {FINDING_REGISTER_OLDER_THAN_CARD, DIFFICULTY_PORTAL},
    {FINDING_CARD_ENDED, DIFFICULTY_VALIDITY},
    {FINDING_CARD_NOT_BEGUN, DIFFICULTY_VALIDITY},
    {FINDING_FACILITY_DIFFERENT, DIFFICULTY_FACILITY},
    {FINDING_DATES_DIFFERENT, DIFFICULTY_VALIDITY},
    {FINDING_ADDRESS_DIFFERENT, DIFFICULTY_ADDRESS},
    {FINDING_TAIL_MISSING, DIFFICULTY_READER},
    {FINDING_PORTAL_SETUP, DIFFICULTY_PORTAL},
    {FINDING_PORTAL_SILENT, DIFFICULTY_PORTAL},
};

enum difficulty difficulty_propose(const struct judgement *judgement)
{
    for (size_t i = 0; i < sizeof REASONS / sizeof *REASONS; i++) {
        if (assess_found(judgement, REASONS[i].finding)) {
            return REASONS[i].difficulty;
        }
    }
    return DIFFICULTY_OTHER;
}
