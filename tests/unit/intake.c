/* intake: the final values and what is written as corrected. */
#include "core/intake.h"
#include <criterion/criterion.h>
#include <string.h>

static const struct facts FACTS = {
    .number = "DN4790123456789",
    .name = "NGUYỄN THỊ HÒA",
    .birth_date = "1985-03-12",
    .gender = "female",
    .address = "5 Lê Lợi",
    .facility = "79014",
    .valid_from = "2026-01-01",
    .valid_to = "2026-12-31",
};

/* A card and the one member it is judged against, both alike until a test changes them. */
struct scene {
    struct card card;
    struct answer answer;
    struct hospital hospital;
    struct judgement judgement;
    struct decision decision;
    struct intake intake;
};

static struct scene scene(void)
{
    struct scene s = {.card = {.kind = CARD_BHYT, .facts = FACTS, .bhxh_number = "0123456789"},
                      .hospital = {.facility = "79014", .register_max_age = 7}};
    s.answer.member_count = 1;
    s.answer.source = SOURCE_REGISTER;
    s.answer.members[0] = (struct member){
        .facts = FACTS, .bhxh_number = "0123456789", .as_of = "2026-11-20", .source = SOURCE_REGISTER};
    strcpy(s.answer.members[0].facts.cccd, "079185012345");
    return s;
}

static void make(struct scene *s, enum intake_status status, bool ignore_system)
{
    assess(&s->card, &s->answer, &s->hospital, "2026-11-20", &s->judgement);
    intake_make(&s->card, &s->judgement, &s->decision, status, ignore_system, &s->intake);
}

static const struct correction *correction_of(const struct scene *s, enum field field)
{
    for (int i = 0; i < s->intake.correction_count; i++) {
        if (s->intake.corrections[i].field == field) {
            return &s->intake.corrections[i];
        }
    }
    return NULL;
}

Test(intake, safe_difference_is_fixed_from_the_register)
{
    struct scene s = scene();
    strcpy(s.answer.members[0].facts.facility, "79025");
    make(&s, INTAKE_ADMITTED, false);
    const struct correction *c = correction_of(&s, FIELD_FACILITY);
    cr_assert(c);
    cr_assert_eq(c->kind, CORRECTION_FIX);
    cr_assert_eq(c->source, SOURCE_REGISTER);
    cr_assert_eq(c->reason, FINDING_FACILITY_DIFFERENT);
    cr_assert_str_eq(s.intake.card.facility, "79014");
    cr_assert_str_eq(s.intake.facts.facility, "79025");
    cr_assert_eq(s.intake.source[FIELD_FACILITY], SOURCE_REGISTER);
    cr_assert_eq(s.intake.difficulty, DIFFICULTY_NONE);
}

Test(intake, what_the_card_lacks_is_filled_and_nothing_else)
{
    struct scene s = scene();
    make(&s, INTAKE_ADMITTED, false);
    cr_assert_eq(s.intake.verdict, VERDICT_MATCH);
    cr_assert_eq(s.intake.correction_count, 1);
    cr_assert_eq(correction_of(&s, FIELD_CCCD)->kind, CORRECTION_FILL);
    cr_assert_eq(correction_of(&s, FIELD_CCCD)->source, SOURCE_REGISTER);
    cr_assert_str_eq(s.intake.facts.cccd, "079185012345");
    cr_assert_str_eq(s.intake.bhxh_number, "0123456789");
    cr_assert_str_eq(s.intake.as_of, "2026-11-20");
}

Test(intake, name_takes_the_spelling_of_the_system)
{
    struct scene s = scene();
    strcpy(s.card.facts.name, "Nguyen Thi Hoa");
    make(&s, INTAKE_ADMITTED, false);
    cr_assert_str_eq(s.intake.facts.name, "NGUYỄN THỊ HÒA");
    cr_assert_eq(correction_of(&s, FIELD_NAME)->kind, CORRECTION_FILL);
    cr_assert_eq(correction_of(&s, FIELD_NAME)->reason, FINDING_NAME_DIACRITICS);
    strcpy(s.card.facts.name, "Nguyễn Thị Hòa");
    make(&s, INTAKE_ADMITTED, false);
    cr_assert_str_eq(s.intake.facts.name, "NGUYỄN THỊ HÒA");
    cr_assert_not(correction_of(&s, FIELD_NAME), "another case is no correction");
}

Test(intake, identity_waits_for_the_clerk)
{
    struct scene s = scene();
    strcpy(s.card.facts.birth_date, "1986-03-12");
    make(&s, INTAKE_ADMITTED, false);
    cr_assert_eq(intake_undecided(&s.judgement, &s.decision), FIELD_BIRTH_DATE);
    cr_assert_str_eq(s.intake.facts.birth_date, "1986-03-12");
    s.decision.choice[FIELD_BIRTH_DATE] = CHOICE_SYSTEM;
    make(&s, INTAKE_ADMITTED, false);
    cr_assert_eq(intake_undecided(&s.judgement, &s.decision), FIELD_COUNT);
    cr_assert_str_eq(s.intake.facts.birth_date, "1985-03-12");
    cr_assert_eq(correction_of(&s, FIELD_BIRTH_DATE)->kind, CORRECTION_FIX);
    cr_assert_eq(correction_of(&s, FIELD_BIRTH_DATE)->reason, FINDING_BIRTH_DATE_DIFFERENT);
}

Test(intake, keeping_the_card_against_the_system_opens_a_difficulty)
{
    struct scene s = scene();
    strcpy(s.answer.members[0].facts.facility, "79025");
    s.decision.choice[FIELD_FACILITY] = CHOICE_CARD;
    make(&s, INTAKE_ADMITTED, false);
    cr_assert_eq(correction_of(&s, FIELD_FACILITY)->kind, CORRECTION_KEEP);
    cr_assert_eq(correction_of(&s, FIELD_FACILITY)->source, SOURCE_CARD);
    cr_assert_str_eq(s.intake.facts.facility, "79014");
    cr_assert_eq(s.intake.difficulty, DIFFICULTY_FACILITY);
}

Test(intake, typed_value_names_where_it_comes_from)
{
    struct scene s = scene();
    strcpy(s.card.facts.name, "Trần Văn Ba");
    s.decision.choice[FIELD_NAME] = CHOICE_TYPED;
    s.decision.typed_source[FIELD_NAME] = SOURCE_PAPERS;
    strcpy(s.decision.typed.name, "Nguyễn Thị Hoa");
    make(&s, INTAKE_ADMITTED, false);
    cr_assert_str_eq(s.intake.facts.name, "Nguyễn Thị Hoa");
    cr_assert_eq(s.intake.source[FIELD_NAME], SOURCE_PAPERS);
    cr_assert_eq(correction_of(&s, FIELD_NAME)->kind, CORRECTION_FIX);
    cr_assert_eq(correction_of(&s, FIELD_NAME)->source, SOURCE_PAPERS);
    cr_assert_eq(correction_of(&s, FIELD_NAME)->reason, FINDING_COUNT);
}

Test(intake, by_the_card_takes_nothing_of_the_system)
{
    struct scene s = scene();
    strcpy(s.answer.members[0].facts.facility, "79025");
    strcpy(s.answer.members[0].bhxh_number, "9999999999");
    make(&s, INTAKE_PROVISIONAL, true);
    cr_assert_eq(s.intake.verdict, VERDICT_IDENTITY_STOP);
    cr_assert_eq(s.intake.correction_count, 0);
    cr_assert_str_eq(s.intake.facts.facility, "79014");
    cr_assert_str_eq(s.intake.facts.cccd, "");
    cr_assert_str_eq(s.intake.bhxh_number, "0123456789");
    cr_assert_eq(s.intake.source[FIELD_NAME], SOURCE_CARD);
    cr_assert_eq(s.intake.source[FIELD_CCCD], SOURCE_NONE);
}

Test(intake, scanned_citizen_id_is_captured)
{
    struct scene s = scene();
    s.card.kind = CARD_CCCD;
    strcpy(s.card.facts.number, "");
    strcpy(s.card.facts.cccd, "079185012345");
    strcpy(s.answer.members[0].facts.cccd, "");
    make(&s, INTAKE_ADMITTED, false);
    const struct correction *c = correction_of(&s, FIELD_CCCD);
    cr_assert(c);
    cr_assert_eq(c->kind, CORRECTION_FILL);
    cr_assert_eq(c->source, SOURCE_CARD);
    cr_assert_eq(c->reason, FINDING_CCCD_CAPTURED);
    cr_assert_str_eq(s.intake.facts.cccd, "079185012345");
    cr_assert_str_eq(s.intake.facts.number, "DN4790123456789");
}

Test(intake, citizen_id_replaces_the_nine_digit_number)
{
    struct scene s = scene();
    s.card.kind = CARD_CCCD;
    strcpy(s.card.facts.cccd, "079185012345");
    strcpy(s.card.cmnd, "012345678");
    strcpy(s.answer.members[0].facts.cccd, "012345678");
    make(&s, INTAKE_ADMITTED, false);
    cr_assert_eq(s.intake.verdict, VERDICT_MATCH);
    cr_assert_str_eq(s.intake.facts.cccd, "079185012345");
    cr_assert_eq(correction_of(&s, FIELD_CCCD)->kind, CORRECTION_FILL);
    cr_assert_eq(correction_of(&s, FIELD_CCCD)->source, SOURCE_CARD);
}

Test(intake, residence_of_a_citizen_id_is_no_correction_of_an_error)
{
    struct scene s = scene();
    s.card.kind = CARD_CCCD;
    strcpy(s.card.facts.address, "12 Hai Bà Trưng, Hà Nội");
    make(&s, INTAKE_ADMITTED, false);
    cr_assert_eq(s.intake.verdict, VERDICT_MATCH);
    cr_assert_str_eq(s.intake.facts.address, "5 Lê Lợi");
    cr_assert_eq(correction_of(&s, FIELD_ADDRESS)->kind, CORRECTION_FILL);
}

Test(intake, old_register_corrects_nothing)
{
    struct scene s = scene();
    strcpy(s.card.issue_date, "2026-05-10");
    strcpy(s.answer.members[0].as_of, "2026-01-15");
    strcpy(s.answer.members[0].facts.facility, "79025");
    make(&s, INTAKE_PROVISIONAL, false);
    cr_assert_eq(s.intake.verdict, VERDICT_UNCHECKED);
    cr_assert_str_eq(s.intake.facts.facility, "79014");
    cr_assert_not(correction_of(&s, FIELD_FACILITY));
}

Test(intake, nobody_found_is_the_card_with_the_form)
{
    struct scene s = scene();
    s.answer.member_count = 0;
    s.card = (struct card){.kind = CARD_NUMBER};
    s.decision.choice[FIELD_NAME] = CHOICE_TYPED;
    s.decision.typed_source[FIELD_NAME] = SOURCE_PATIENT;
    strcpy(s.decision.typed.name, "Trần Văn Ba");
    make(&s, INTAKE_PROVISIONAL, false);
    cr_assert_str_eq(s.intake.facts.name, "Trần Văn Ba");
    cr_assert_eq(s.intake.correction_count, 1);
    cr_assert_eq(correction_of(&s, FIELD_NAME)->kind, CORRECTION_FILL);
    cr_assert_eq(correction_of(&s, FIELD_NAME)->source, SOURCE_PATIENT);
}

Test(intake, second_intake_of_the_day_needs_a_reason)
{
    struct scene s = scene();
    s.answer.repeat.found = true;
    make(&s, INTAKE_ADMITTED, false);
    cr_assert_not(s.intake.repeat);
    strcpy(s.decision.reason, "tái khám buổi chiều");
    make(&s, INTAKE_ADMITTED, false);
    cr_assert(s.intake.repeat);
    cr_assert_str_eq(s.intake.reason, "tái khám buổi chiều");
}

Test(intake, difficulty_fits_the_weightiest_finding)
{
    struct judgement judgement = {.member = -1};
    cr_assert_eq(difficulty_propose(&judgement), DIFFICULTY_OTHER);
    finding_add(&judgement.findings, FINDING_FACILITY_DIFFERENT);
    cr_assert_eq(difficulty_propose(&judgement), DIFFICULTY_FACILITY);
    finding_add(&judgement.findings, FINDING_UNSYNCED);
    cr_assert_eq(difficulty_propose(&judgement), DIFFICULTY_UNSYNCED);
    cr_assert_str_eq(difficulty_code(DIFFICULTY_UNSYNCED), "unsynced");
    cr_assert_str_eq(difficulty_text(DIFFICULTY_UNSYNCED, LANGUAGE_EN), "Citizen ID not synced");
}

Test(intake, codes_are_those_of_the_journal)
{
    cr_assert_str_eq(intake_status_code(INTAKE_NOT_INSURED), "not_insured");
    cr_assert_str_eq(correction_kind_code(CORRECTION_KEEP), "keep");
}
