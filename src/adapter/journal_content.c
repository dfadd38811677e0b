/* journal_content: an intake as rows that are never changed. */
#include "adapter/journal_file.h"
#include <stdio.h>
#include <string.h>

void findings_write(const struct findings *findings, char out[FINDINGS_TEXT_SIZE])
{
    size_t len = 0;
    out[0] = '\0';
    for (int i = 0; i < findings->count; i++) {
        len += (size_t)snprintf(out + len, FINDINGS_TEXT_SIZE - len, "%s%s", i ? " " : "",
                                finding_code(findings->list[i]));
    }
}

enum fault content_fields(struct journal *journal, long long id, const struct intake *intake)
{
    enum fault fault = FAULT_NONE;
    for (int i = 0; fault == FAULT_NONE && i < FIELD_COUNT; i++) {
        enum field field = (enum field)i;
        const char *value = facts_get(&intake->facts, field), *presented = facts_get(&intake->card, field);
        if (*value || *presented) {
            fault = JOURNAL_PUT(journal, JOURNAL_PUT_FIELD, id, field_code(field), value, presented,
                                source_code(intake->source[i]));
        }
    }
    return fault;
}

static enum fault put_corrections(struct journal *journal, long long id, const struct intake *intake)
{
    enum fault fault = FAULT_NONE;
    for (int i = 0; fault == FAULT_NONE && i < intake->correction_count; i++) {
        const struct correction *correction = &intake->corrections[i];
        bool called_for = correction->reason != FINDING_COUNT;
        fault =
            JOURNAL_PUT(journal, JOURNAL_PUT_CORRECTION, id, field_code(correction->field),
                        correction_kind_code(correction->kind), facts_get(&intake->card, correction->field),
                        facts_get(&intake->facts, correction->field), source_code(correction->source),
                        called_for ? finding_code(correction->reason) : "");
    }
    return fault;
}

enum fault content_difficulty(struct journal *journal, long long id, const struct intake *intake)
{
    if (intake->difficulty == DIFFICULTY_NONE) {
        return FAULT_NONE;
    }
    return JOURNAL_PUT(journal, JOURNAL_PUT_DIFFICULTY, id, difficulty_code(intake->difficulty),
                       intake->difficulty_text);
}

static enum fault put_paper(struct journal *journal, long long id, const struct paper *paper)
{
    return *paper->code ? JOURNAL_PUT(journal, JOURNAL_PUT_PAPER, id, paper->code, paper->number, paper->from,
                                      paper->to)
                        : FAULT_NONE;
}

/* A birth certificate that is also the paper of the case stands there once, with what the case says of it. */
static enum fault put_entitlement(struct journal *journal, long long id, const struct intake *intake)
{
    const struct entitlement *entitlement = &intake->entitlement;
    struct paper paper = entitlement->paper, birth = {.code = ""};
    bool same = strcmp(paper.code, PAPER_BIRTH_CERTIFICATE) == 0;
    if (*intake->birth_certificate) {
        struct paper *certificate = same ? &paper : &birth;
        strcpy(certificate->code, PAPER_BIRTH_CERTIFICATE);
        strcpy(certificate->number, intake->birth_certificate);
    }
    enum fault fault = FAULT_NONE;
    if (*entitlement->code) {
        fault = JOURNAL_PUT(journal, JOURNAL_PUT_ENTITLEMENT, id, entitlement->code,
                            entitlement->proposed ? "program" : "clerk");
    }
    fault = fault == FAULT_NONE ? put_paper(journal, id, &paper) : fault;
    return fault == FAULT_NONE ? put_paper(journal, id, &birth) : fault;
}

static enum fault put_intake(struct journal *journal, long long id, const struct intake *intake)
{
    char findings[FINDINGS_TEXT_SIZE];
    findings_write(&intake->findings, findings);
    sqlite3_bind_int(journal->statements[JOURNAL_PUT_INTAKE], 10, intake->repeat);
    return JOURNAL_PUT(journal, JOURNAL_PUT_INTAKE, id, intake_status_code(intake->status),
                       card_kind_code(intake->kind), verdict_code(intake->verdict), intake->bhxh_number,
                       findings, intake->reason, source_code(intake->checked), intake->as_of);
}

enum fault content_contact(struct journal *journal, long long id, const struct contact *contact)
{
    enum fault fault = FAULT_NONE;
    bool more = *contact->address || *contact->relative || *contact->relative_phone;
    if (*contact->phone) {
        fault = JOURNAL_PUT(journal, JOURNAL_PUT_CONTACT, id, contact->phone);
    }
    if (fault == FAULT_NONE && (more || contact->whole)) {
        sqlite3_bind_int(journal->statements[JOURNAL_PUT_REACH], 5, contact->whole);
        fault = JOURNAL_PUT(journal, JOURNAL_PUT_REACH, id, contact->address, contact->relative,
                            contact->relative_phone);
    }
    return fault;
}

enum fault content_put(struct journal *journal, long long id, const struct intake *intake)
{
    enum fault fault = put_intake(journal, id, intake);
    fault = fault == FAULT_NONE ? content_fields(journal, id, intake) : fault;
    fault = fault == FAULT_NONE ? put_corrections(journal, id, intake) : fault;
    fault = fault == FAULT_NONE ? content_difficulty(journal, id, intake) : fault;
    fault = fault == FAULT_NONE ? put_entitlement(journal, id, intake) : fault;
    fault = fault == FAULT_NONE && *intake->cmnd ? JOURNAL_PUT(journal, JOURNAL_PUT_CMND, id, intake->cmnd)
                                                 : fault;
    return fault == FAULT_NONE ? content_contact(journal, id, &intake->contact) : fault;
}
