/* report: the JSON contract, and the lines a person reads. */
#include "core/report.h"
#include <criterion/criterion.h>
#include <string.h>

static const struct hospital VIETNAMESE = {.facility = "79014", .register_max_age = 7},
                             ENGLISH = {.facility = "79014", .register_max_age = 7, .language = LANGUAGE_EN};

struct scene {
    struct card card;
    struct answer answer;
    struct judgement judgement;
};

static struct scene scene(void)
{
    struct scene s = {.card = {.kind = CARD_BHYT, .bhxh_number = "0123456789", .benefit = '4'},
                      .answer = {.source = SOURCE_REGISTER, .member_count = 1}};
    struct facts *card = &s.card.facts;
    strcpy(card->number, "0123456789");
    strcpy(card->name, "Trần \"Ba\"");
    strcpy(card->facility, "79014");
    s.answer.members[0] = (struct member){
        .facts = *card, .bhxh_number = "0123456789", .as_of = "2026-11-18", .source = SOURCE_REGISTER};
    strcpy(s.answer.members[0].facts.number, "DN4790123456789");
    strcpy(s.answer.members[0].facts.facility, "79025");
    strcpy(s.answer.members[0].facts.cccd, "079185012345");
    assess(&s.card, &s.answer, &VIETNAMESE, "2026-11-20", &s.judgement);
    return s;
}

static const char *const NAMELESS[2] = {"", ""};

Test(report, json_is_the_contract)
{
    struct scene s = scene();
    char out[REPORT_SIZE];
    cr_assert_eq(report_json(&s.card, &s.answer, &s.judgement, &ENGLISH, out), FAULT_NONE);
    cr_assert_str_eq(
        out, "{\"kind\":\"bhyt\",\"verdict\":\"mismatch\",\"proposal\":\"correct_and_admit\","
             "\"person\":{\"name\":\"Trần \\\"Ba\\\"\",\"birth_date\":null,\"gender\":null,"
             "\"number\":\"DN4790123456789\",\"bhxh_number\":\"0123456789\",\"cccd\":\"079185012345\"},"
             "\"rows\":[{\"field\":\"number\",\"card\":\"0123456789\",\"system\":\"DN4790123456789\","
             "\"result\":\"equivalent\"},"
             "{\"field\":\"name\",\"card\":\"Trần \\\"Ba\\\"\",\"system\":\"Trần "
             "\\\"Ba\\\"\",\"result\":\"same\"},"
             "{\"field\":\"facility\",\"card\":\"79014\",\"system\":\"79025\",\"result\":\"different\"},"
             "{\"field\":\"cccd\",\"card\":null,\"system\":\"079185012345\",\"result\":\"missing_card\"}],"
             "\"findings\":[{\"code\":\"registered_elsewhere\",\"severity\":\"warn\",\"text\":\"Not "
             "registered here (79025): "
             "ask for referral, appointment, emergency.\"},"
             "{\"code\":\"facility_different\",\"severity\":\"fix\",\"text\":\"Registered facility: "
             "updated from the assessment data, no paper card is asked for.\"}],"
             "\"candidates\":[],"
             "\"checked\":{\"source\":\"register\",\"as_of\":\"2026-11-18\",\"age_days\":2}}");
}

Test(report, json_of_an_unreadable_scan)
{
    struct card card = {.kind = CARD_CCCD};
    struct answer answer = {.member_count = 0};
    struct judgement judgement;
    char out[REPORT_SIZE];
    assess_unreadable(FAULT_PAYLOAD_FIELD, &ENGLISH, &judgement);
    cr_assert_eq(report_json(&card, &answer, &judgement, &ENGLISH, out), FAULT_NONE);
    cr_assert_str_eq(out,
                     "{\"kind\":\"cccd\",\"verdict\":\"unreadable\",\"proposal\":\"rescan\",\"person\":null,"
                     "\"rows\":[],\"findings\":[{\"code\":\"unreadable\",\"severity\":\"stop\",\"text\":\"A "
                     "field of the card's code is broken: scan again, or type the number.\"}],"
                     "\"candidates\":[],\"checked\":{\"source\":\"none\",\"as_of\":null,\"age_days\":null}}");
}

Test(report, text_stands_in_columns)
{
    struct scene s = scene();
    char out[REPORT_SIZE];
    cr_assert_eq(report_text(&s.card, &s.answer, &s.judgement, &VIETNAMESE, NAMELESS, out), FAULT_NONE);
    cr_assert(strstr(out, "1 SAI LỆCH\n"));
    cr_assert(strstr(out, "  Nơi ĐK KCBBĐ    79014                       79025                       SAI\n"),
              "%s", out);
    cr_assert(strstr(out, "  + Nơi ĐK KCBBĐ: cập nhật"));
    cr_assert(strstr(out, "18/11/2026)\n"));
}

Test(report, text_names_facilities_and_where_they_went)
{
    struct scene s = scene();
    char out[REPORT_SIZE];
    const struct facility_heir heir = {"79014", "79099"};
    struct hospital hospital = VIETNAMESE;
    hospital.heirs = &heir;
    hospital.heir_count = 1;
    cr_assert_eq(report_text(&s.card, &s.answer, &s.judgement, &hospital,
                             (const char *const[]){"BV Mới", "TTYT Thử"}, out),
                 FAULT_NONE);
    cr_assert(strstr(out, "  Nơi ĐK KCBBĐ    79014 → 79099 BV Mới        79025 TTYT Thử              SAI\n"),
              "%s", out);
}

/* The most a judgement can hold: every row at its longest and of characters that
 * JSON escapes, every finding. */
Test(report, fullest_judgement_fits)
{
    struct scene s = scene();
    char out[REPORT_SIZE];
    memset(s.card.facts.name, '"', NAME_SIZE - 1);
    memset(s.card.facts.address, '"', ADDRESS_SIZE - 1);
    s.judgement.system = s.judgement.person = s.card.facts;
    s.judgement.row_count = FIELD_COUNT;
    for (enum field f = 0; f < FIELD_COUNT; f++) {
        s.judgement.rows[f] = (struct row){.field = f, .result = RESULT_DIFFERENT};
    }
    for (enum finding f = 0; f < FINDING_COUNT; f++) {
        finding_add(&s.judgement.findings, f);
    }
    for (s.judgement.candidate_count = 0; s.judgement.candidate_count < ANSWER_MAX;
         s.judgement.candidate_count++) {
        s.answer.members[s.judgement.candidate_count].facts = s.card.facts;
        s.judgement.candidates[s.judgement.candidate_count] = s.judgement.candidate_count;
    }
    cr_assert_eq(report_json(&s.card, &s.answer, &s.judgement, &VIETNAMESE, out), FAULT_NONE);
    cr_assert_eq(report_text(&s.card, &s.answer, &s.judgement, &VIETNAMESE, NAMELESS, out), FAULT_NONE);
}
