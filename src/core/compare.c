/* compare: the rows of card and system, field by field. */
#include "core/compare.h"
#include "core/address.h"
#include "core/heir.h"
#include "core/name.h"
#include <string.h>

struct pair {
    const struct card *card;
    const struct member *member;
    const struct system_view *view;
    const struct hospital *hospital;
    const char *today;
    struct address_match *address; /* what comparing the addresses found */
};

static const struct row SAME = {.result = RESULT_SAME, .finding = FINDING_COUNT};

static struct row row_of(enum result result, enum finding finding)
{
    return (struct row){.result = result, .finding = finding};
}

/* A difference of the card that the system's new card explains. */
static bool renewed(const struct pair *pair)
{
    return pair->view->fresh && !pair->view->in_hand;
}

/* The same person behind two numbers: by the BHXH number, or by the CCCD within a number of 17. (The number
 * that maTheMoi names is the system's own when it is the one in hand.) */
static bool same_holder(const struct pair *pair, const char *card)
{
    const struct member *member = pair->member;
    char bhxh[BHXH_SIZE], cccd[CCCD_SIZE];
    number_bhxh(card, bhxh);
    number_cccd(card, cccd);
    return strcmp(card, member->facts.number) == 0 || (*bhxh && strcmp(bhxh, member->bhxh_number) == 0) ||
           (*cccd && strcmp(cccd, member->facts.cccd) == 0);
}

/* Without its person's number a card number is two letters, benefit and province;
 * a bare BHXH number has none. */
static bool same_prefix(const char *a, const char *b)
{
    return !number_benefit(a) || !number_benefit(b) || strncmp(a, b, 5) == 0;
}

static struct row compare_number(const struct pair *pair, const char *card, const char *system)
{
    if (strcmp(card, system) == 0) {
        return SAME;
    }
    if (!same_holder(pair, card)) {
        return row_of(RESULT_DIFFERENT, FINDING_BHXH_DIFFERENT);
    }
    if (renewed(pair) && number_benefit(card)) {
        return row_of(RESULT_RENEWED, FINDING_NEW_CARD);
    }
    return same_prefix(card, system) ? row_of(RESULT_EQUIVALENT, FINDING_COUNT)
                                     : row_of(RESULT_RENEWED, FINDING_NUMBER_RENEWED);
}

static struct row compare_name(const struct pair *pair, const char *card, const char *system)
{
    static const struct {
        enum result result;
        enum finding finding;
    } LEVELS[] = {
        [NAME_SAME] = {RESULT_SAME, FINDING_COUNT},
        [NAME_LOOKALIKE] = {RESULT_EQUIVALENT, FINDING_COUNT},
        [NAME_SPELLING] = {RESULT_EQUIVALENT, FINDING_NAME_SPELLING},
        [NAME_DIACRITICS] = {RESULT_EQUIVALENT, FINDING_NAME_DIACRITICS},
        [NAME_INCOMPLETE] = {RESULT_EQUIVALENT, FINDING_NAME_INCOMPLETE},
        [NAME_PARTIAL] = {RESULT_DIFFERENT, FINDING_NAME_PARTIAL},
        [NAME_DIFFERENT] = {RESULT_DIFFERENT, FINDING_NAME_DIFFERENT},
    };
    (void)pair;
    enum name_level level = name_compare(card, system);
    return row_of(LEVELS[level].result, LEVELS[level].finding);
}

static struct row compare_days(const char *card, const char *system, enum result differs,
                               enum finding finding)
{
    if (strcmp(card, system) == 0) {
        return SAME;
    }
    bool agree = *card && *system && date_agree(card, system);
    return agree ? row_of(RESULT_EQUIVALENT, FINDING_COUNT) : row_of(differs, finding);
}

static struct row compare_birth_date(const struct pair *pair, const char *card, const char *system)
{
    (void)pair;
    struct row row = compare_days(card, system, RESULT_DIFFERENT, FINDING_BIRTH_DATE_DIFFERENT);
    return row.result == RESULT_EQUIVALENT ? row_of(RESULT_EQUIVALENT, FINDING_BIRTH_DATE_PARTIAL) : row;
}

static struct row compare_five_years(const struct pair *pair, const char *card, const char *system)
{
    (void)pair;
    return compare_days(card, system, RESULT_DIFFERENT, FINDING_FIVE_YEAR_DIFFERENT);
}

/* Người hưởng trợ cấp thất nghiệp: their card is extended in the system and never printed anew. */
static bool unemployed(const struct pair *pair)
{
    const struct hospital *hospital = pair->hospital;
    const char *card = pair->card->facts.number, *system = pair->view->facts.number;
    return number_object(card, hospital->unemployed_codes, hospital->unemployed_code_count) ||
           number_object(system, hospital->unemployed_codes, hospital->unemployed_code_count);
}

/* Both days of validity are judged by the end of the pair: what the system ends later was extended. */
static struct row compare_validity(const struct pair *pair, const char *card, const char *system)
{
    const char *card_end = pair->card->facts.valid_to, *system_end = pair->view->facts.valid_to;
    bool later = *system_end == '\0' || (*card_end && strcmp(system_end, card_end) > 0);
    if (renewed(pair)) {
        return compare_days(card, system, RESULT_RENEWED, FINDING_NEW_CARD);
    }
    if (later) {
        return compare_days(card, system, RESULT_EXTENDED,
                            unemployed(pair) ? FINDING_UNEMPLOYED_EXTENDED : FINDING_DATES_EXTENDED);
    }
    return compare_days(card, system, RESULT_DIFFERENT, FINDING_DATES_DIFFERENT);
}

static struct row compare_word(const char *card, const char *system, enum finding finding)
{
    return strcmp(card, system) == 0 ? SAME : row_of(RESULT_DIFFERENT, finding);
}

static struct row compare_gender(const struct pair *pair, const char *card, const char *system)
{
    (void)pair;
    return compare_word(card, system, FINDING_GENDER_DIFFERENT);
}

static struct row compare_area(const struct pair *pair, const char *card, const char *system)
{
    (void)pair;
    return compare_word(card, system, FINDING_AREA_DIFFERENT);
}

/* One facility under two codes is no difference, whichever of the two the system has come to. */
static struct row compare_facility(const struct pair *pair, const char *card, const char *system)
{
    const struct hospital *hospital = pair->hospital;
    if (strcmp(card, system) != 0 && strcmp(heir_of(hospital, card), heir_of(hospital, system)) == 0) {
        return row_of(RESULT_EQUIVALENT, FINDING_FACILITY_SUCCESSOR);
    }
    if (renewed(pair) && strcmp(card, system) != 0) {
        return row_of(RESULT_RENEWED, FINDING_NEW_CARD);
    }
    return compare_word(card, system, FINDING_FACILITY_DIFFERENT);
}

static struct row compare_address(const struct pair *pair, const char *card, const char *system)
{
    address_compare(pair->hospital->units, pair->today, card, system, pair->address);
    switch (pair->address->level) {
    case ADDRESS_SAME: return SAME;
    case ADDRESS_EQUIVALENT: return row_of(RESULT_EQUIVALENT, FINDING_COUNT);
    case ADDRESS_RENAMED: return row_of(RESULT_EQUIVALENT, FINDING_ADDRESS_RENAMED);
    case ADDRESS_PARTIAL: return row_of(RESULT_EQUIVALENT, FINDING_ADDRESS_PARTIAL);
    case ADDRESS_POSSIBLE: return row_of(RESULT_EQUIVALENT, FINDING_ADDRESS_POSSIBLE);
    case ADDRESS_UNCLEAR: return row_of(RESULT_EQUIVALENT, FINDING_ADDRESS_UNCLEAR);
    case ADDRESS_DIFFERENT: break;
    }
    return row_of(RESULT_DIFFERENT,
                  pair->card->kind == CARD_CCCD ? FINDING_ADDRESS_RESIDENCE : FINDING_ADDRESS_DIFFERENT);
}

static struct row compare_cccd(const struct pair *pair, const char *card, const char *system)
{
    if (*pair->card->cmnd && strcmp(pair->card->cmnd, system) == 0) {
        return row_of(RESULT_EQUIVALENT, FINDING_CCCD_OLD_NUMBER);
    }
    return compare_word(card, system, FINDING_CCCD_DIFFERENT);
}

/* `correctable`: a difference is safe to take from the assessment data, because
 * it says nothing of who it is. */
static const struct {
    struct row (*compare)(const struct pair *pair, const char *card, const char *system);
    bool correctable;
} FIELDS[FIELD_COUNT] = {
    [FIELD_NUMBER] = {compare_number, true},
    [FIELD_NAME] = {compare_name, false},
    [FIELD_BIRTH_DATE] = {compare_birth_date, false},
    [FIELD_GENDER] = {compare_gender, false},
    [FIELD_ADDRESS] = {compare_address, true},
    [FIELD_FACILITY] = {compare_facility, true},
    [FIELD_VALID_FROM] = {compare_validity, true},
    [FIELD_VALID_TO] = {compare_validity, true},
    [FIELD_FIVE_YEAR_DATE] = {compare_five_years, true},
    [FIELD_AREA] = {compare_area, true},
    [FIELD_CCCD] = {compare_cccd, false},
};

/* An empty last day beside a first one is an open end, which is a value and not silence. */
static bool system_states(const struct pair *pair, enum field field)
{
    const struct facts *system = &pair->view->facts;
    return *facts_get(system, field) || (field == FIELD_VALID_TO && *system->valid_from);
}

static bool safe(const struct row *row, const struct pair *pair)
{
    if (row->field == FIELD_NUMBER) {
        return row->result == RESULT_RENEWED;
    }
    if (row->field == FIELD_ADDRESS && pair->card->kind == CARD_CCCD) {
        return false;
    }
    return FIELDS[row->field].correctable &&
           (row->result == RESULT_DIFFERENT || row->result == RESULT_EXTENDED ||
            row->result == RESULT_RENEWED);
}

static struct row compare_field(const struct pair *pair, enum field field)
{
    const char *card = facts_get(&pair->card->facts, field), *system = facts_get(&pair->view->facts, field);
    if (*card == '\0') {
        return row_of(RESULT_MISSING_CARD, FINDING_COUNT);
    }
    if (!system_states(pair, field)) {
        bool captured = field == FIELD_CCCD && pair->card->kind != CARD_NUMBER;
        return row_of(RESULT_MISSING_SYSTEM, captured ? FINDING_CCCD_CAPTURED : FINDING_COUNT);
    }
    return FIELDS[field].compare(pair, card, system);
}

void compare_rows(const struct card *card, const struct member *member, const struct system_view *view,
                  const struct hospital *hospital, const char *today, unsigned corrects,
                  struct judgement *ret)
{
    const struct pair pair = {card, member, view, hospital, today, &ret->address};
    ret->system = view->facts;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (*facts_get(&card->facts, field) == '\0' && *facts_get(&view->facts, field) == '\0') {
            continue;
        }
        struct row row = compare_field(&pair, field);
        row.field = field;
        row.safe = corrects & 1u << field && safe(&row, &pair);
        bool promises = row.finding != FINDING_COUNT && finding_severity(row.finding) == SEVERITY_FIX;
        if (row.finding != FINDING_COUNT && (row.safe || !promises)) {
            finding_add(&ret->findings, row.finding);
        }
        ret->safe_count += row.safe;
        ret->rows[ret->row_count++] = row;
    }
}

const struct row *compare_row(const struct judgement *judgement, enum field field)
{
    for (int i = 0; i < judgement->row_count; i++) {
        if (judgement->rows[i].field == field) {
            return &judgement->rows[i];
        }
    }
    return NULL;
}
