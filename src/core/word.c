/* word: the portal's answers that are no plain row. */
#include "core/word.h"
#include "core/name.h"
#include <string.h>

static bool answered(const struct answer *answer)
{
    return answer->portal.asked && answer->portal.trouble == TROUBLE_NONE;
}

static bool went(const struct answer *answer, enum way_of_code way)
{
    return answered(answer) && code_way(answer->portal.code) == way;
}

bool word_absent(const struct answer *answer)
{
    return went(answer, CODE_ABSENT);
}

bool word_by_cccd(const struct answer *answer)
{
    return number_kind(answer->portal.question.number) == NUMBER_CCCD;
}

bool word_knows(const struct answer *answer)
{
    return answered(answer) && !word_absent(answer) && !went(answer, CODE_NUMBER);
}

/* The field's value came with that very answer. */
static bool valued(const struct answer *answer, int member, enum field field)
{
    if (member < 0) {
        return false;
    }
    const struct member *row = &answer->members[member];
    return row->heard & 1u << field && strcmp(row->heard_at, answer->portal.at) == 0 &&
           answer->portal.has_member;
}

enum field word_doubts(const struct answer *answer, int member)
{
    enum field field = went(answer, CODE_NAME)    ? FIELD_NAME
                       : went(answer, CODE_BIRTH) ? FIELD_BIRTH_DATE
                                                  : FIELD_COUNT;
    return field != FIELD_COUNT && valued(answer, member, field) ? FIELD_COUNT : field;
}

static bool same_value(enum field field, const char *a, const char *b)
{
    if (!*a || !*b) {
        return false;
    }
    return field == FIELD_NAME ? name_compare(a, b) == NAME_SAME : strcmp(a, b) == 0;
}

static void state_card(const struct card *card, struct judgement *ret)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (*card_value(card, field)) {
            ret->rows[ret->row_count++] =
                (struct row){.field = field, .result = RESULT_MISSING_SYSTEM, .finding = FINDING_COUNT};
        }
    }
}

/* The row of a field, put into its place where there was none. */
static struct row *row_of(struct judgement *judgement, enum field field)
{
    int at = 0;
    while (at < judgement->row_count && judgement->rows[at].field < field) {
        at++;
    }
    struct row *row = &judgement->rows[at];
    if (at == judgement->row_count || row->field != field) {
        memmove(row + 1, row, (size_t)(judgement->row_count - at) * sizeof *row);
        judgement->row_count++;
    }
    return row;
}

void word_doubt(const struct card *card, const struct answer *answer, enum field field, struct judgement *ret)
{
    const char *asked =
        field == FIELD_NAME ? answer->portal.question.name : answer->portal.question.birth_date;
    if (ret->member < 0) {
        state_card(card, ret);
    }
    char *system = facts_at(&ret->system, field);
    if (same_value(field, system, asked) || same_value(field, system, facts_get(&card->facts, field))) {
        memset(system, 0, field_size(field));
    }
    *row_of(ret, field) = (struct row){
        .field = field, .result = RESULT_DIFFERENT, .finding = word_finding(answer, ret->member)};
}

static enum finding doubt_finding(const struct answer *answer, enum field field)
{
    if (field == FIELD_BIRTH_DATE) {
        return FINDING_PORTAL_BIRTH_DATE;
    }
    return strcmp(answer->portal.code, "061") == 0 ? FINDING_PORTAL_NAME_PARTIAL : FINDING_PORTAL_NAME;
}

/* It knows the card, says of it what it does, and names nobody: half an answer where no row can hold it. */
static bool names_nobody(const struct answer *answer, int member)
{
    enum way_of_code way = code_way(answer->portal.code);
    return member < 0 && !answer->portal.has_member && way != CODE_ABSENT && way != CODE_NUMBER;
}

enum finding word_finding(const struct answer *answer, int member)
{
    const struct portal_word *word = &answer->portal;
    enum field doubted = word_doubts(answer, member);
    if (!word->asked || word->trouble == TROUBLE_OFF) {
        return FINDING_COUNT;
    }
    if (word->trouble != TROUBLE_NONE) {
        return word->trouble == TROUBLE_SETUP ? FINDING_PORTAL_SETUP : FINDING_PORTAL_SILENT;
    }
    if (doubted != FIELD_COUNT) {
        return doubt_finding(answer, doubted);
    }
    if (went(answer, CODE_NUMBER)) {
        return FINDING_PORTAL_NUMBER;
    }
    return names_nobody(answer, member) ? FINDING_PORTAL_SILENT : FINDING_COUNT;
}

unsigned word_corrects(const struct card *card, const struct member *member)
{
    const unsigned all = (1u << FIELD_COUNT) - 1;
    const char *rest = *member->rest_as_of ? member->rest_as_of : member->as_of;
    bool older = card->kind == CARD_BHYT &&
                 (strcmp(rest, card->issue_date) < 0 || strcmp(rest, card->facts.valid_from) < 0);
    return older && *member->rest_as_of ? member->heard : all;
}

bool word_held_back(const struct judgement *judgement, unsigned corrects)
{
    for (int i = 0; i < judgement->row_count; i++) {
        const struct row *row = &judgement->rows[i];
        bool promises = row->finding != FINDING_COUNT && finding_severity(row->finding) == SEVERITY_FIX;
        if (promises && !(corrects & 1u << row->field)) {
            return true;
        }
    }
    return false;
}

void word_sources(const struct member *member, bool fresh, struct judgement *ret)
{
    bool partly = member->source == SOURCE_PORTAL && *member->rest_as_of;
    const char *day = partly ? member->rest_as_of : member->as_of;
    memcpy(ret->register_day, day, sizeof ret->register_day);
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        bool left_out = partly && !fresh && !(member->heard & 1u << field);
        ret->source[field] = left_out ? SOURCE_REGISTER : member->source;
    }
}
