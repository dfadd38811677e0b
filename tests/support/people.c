/* people: one corrected match, numbered. */
#include "people.h"
#include <stdio.h>
#include <string.h>

struct card people_card(int number)
{
    struct card card = {.kind = CARD_BHYT};
    snprintf(card.bhxh_number, sizeof card.bhxh_number, "%010d", number);
    snprintf(card.facts.number, sizeof card.facts.number, "DN479%010d", number);
    strcpy(card.facts.name, "Nguyễn Thị Hòa");
    strcpy(card.facts.birth_date, "1985-03-12");
    strcpy(card.facts.gender, "female");
    strcpy(card.facts.facility, "79014");
    return card;
}

struct intake people_intake(int number)
{
    struct card card = people_card(number);
    struct intake intake = {
        .status = INTAKE_ADMITTED,
        .kind = CARD_BHYT,
        .verdict = VERDICT_MISMATCH,
        .card = card.facts,
        .facts = card.facts,
        .correction_count = 1,
        .corrections = {{FIELD_FACILITY, CORRECTION_FIX, SOURCE_REGISTER, FINDING_COUNT}},
        .checked = SOURCE_REGISTER,
        .as_of = "2026-11-20",
    };
    strcpy(intake.bhxh_number, card.bhxh_number);
    strcpy(intake.facts.facility, "79025");
    for (int i = 0; i < FIELD_COUNT; i++) {
        intake.source[i] = *facts_get(&intake.facts, (enum field)i) ? SOURCE_REGISTER : SOURCE_NONE;
    }
    return intake;
}
