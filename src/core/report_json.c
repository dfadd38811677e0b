/* report_json: the object of `tiepdon check --json`, its keys in the order of the contract. */
#include "core/json.h"
#include "core/report.h"

static void put_person(struct json *json, const struct judgement *judgement)
{
    static const enum field FIELDS[] = {FIELD_NAME, FIELD_BIRTH_DATE, FIELD_GENDER, FIELD_NUMBER};
    json_key(json, "person");
    if (!judgement->has_person) {
        json_put_null(json);
        return;
    }
    json_object_begin(json);
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        json_pair(json, field_code(FIELDS[i]), facts_get(&judgement->person, FIELDS[i]));
    }
    json_pair(json, "bhxh_number", judgement->bhxh_number);
    json_pair(json, "cccd", judgement->person.cccd);
    json_object_end(json);
}

static void put_rows(struct json *json, const struct card *card, const struct judgement *judgement)
{
    json_key(json, "rows");
    json_array_begin(json);
    for (int i = 0; i < judgement->row_count; i++) {
        const struct row *row = &judgement->rows[i];
        json_object_begin(json);
        json_pair(json, "field", field_code(row->field));
        json_pair(json, "card", facts_get(&card->facts, row->field));
        json_pair(json, "system", facts_get(&judgement->system, row->field));
        json_pair(json, "result", result_code(row->result));
        json_object_end(json);
    }
    json_array_end(json);
}

static void put_findings(struct json *json, const struct card *card, const struct judgement *judgement,
                         const struct hospital *hospital)
{
    json_key(json, "findings");
    json_array_begin(json);
    for (int i = 0; i < judgement->findings.count; i++) {
        enum finding finding = judgement->findings.list[i];
        char sentence[SENTENCE_SIZE];
        finding_sentence(judgement, card, hospital, finding, sentence);
        json_object_begin(json);
        json_pair(json, "code", finding_code(finding));
        json_pair(json, "severity", severity_code(checks_severity(&hospital->checks, finding)));
        json_pair(json, "text", sentence);
        json_object_end(json);
    }
    json_array_end(json);
}

static void put_candidates(struct json *json, const struct answer *answer, const struct judgement *judgement)
{
    json_key(json, "candidates");
    json_array_begin(json);
    for (int i = 0; i < judgement->candidate_count; i++) {
        const struct facts *facts = &answer->members[judgement->candidates[i]].facts;
        json_object_begin(json);
        json_pair(json, "number", facts->number);
        json_pair(json, "name", facts->name);
        json_pair(json, "birth_date", facts->birth_date);
        json_object_end(json);
    }
    json_array_end(json);
}

static void put_checked(struct json *json, const struct judgement *judgement)
{
    json_key(json, "checked");
    json_object_begin(json);
    json_pair(json, "source", source_code(judgement->checked));
    json_pair(json, "as_of", judgement->as_of);
    json_key(json, "age_days");
    if (judgement->age_days < 0) {
        json_put_null(json);
    } else {
        json_put_int(json, judgement->age_days);
    }
    json_object_end(json);
}

enum fault report_json(const struct card *card, const struct answer *answer,
                       const struct judgement *judgement, const struct hospital *hospital,
                       char out[REPORT_SIZE])
{
    struct json json;
    json_begin(&json, out, REPORT_SIZE);
    json_object_begin(&json);
    json_pair(&json, "kind", card_kind_code(card->kind));
    json_pair(&json, "verdict", verdict_code(judgement->verdict));
    json_pair(&json, "proposal", verdict_proposal(judgement->verdict));
    put_person(&json, judgement);
    put_rows(&json, card, judgement);
    put_findings(&json, card, judgement, hospital);
    put_candidates(&json, answer, judgement);
    put_checked(&json, judgement);
    json_object_end(&json);
    return json_end(&json);
}
