/* card: the places of a payload read into facts; what is unclear stays empty and is named. */
#include "core/card.h"
#include "core/lost.h"
#include "core/text.h"
#include <string.h>

/* Field places of a BHYT card's QR code, both forms (15 and 17 fields). */
enum {
    BHYT_NUMBER,
    BHYT_NAME,
    BHYT_BIRTH_DATE,
    BHYT_GENDER,
    BHYT_ADDRESS,
    BHYT_FACILITY,
    BHYT_VALID_FROM,
    BHYT_VALID_TO,
    BHYT_ISSUE_DATE,
    BHYT_MANAGING_CODE,
    BHYT_PARENT,
    BHYT_AREA,
    BHYT_FIVE_YEAR_DATE,
    BHYT_CHECK, /* its algorithm is not published */
    BHYT_BENEFIT,
};

enum { CCCD_NUMBER, CCCD_CMND, CCCD_NAME, CCCD_BIRTH_DATE, CCCD_GENDER, CCCD_ADDRESS, CCCD_ISSUE_DATE };

static void mark_unclear(struct card *card, unsigned fields)
{
    card->notes |= CARD_NOTE_UNCLEAR;
    card->unclear |= fields;
}

static bool all_digits(const char *s, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (s[i] < '0' || s[i] > '9') {
            return false;
        }
    }
    return true;
}

static enum fault read_hex(const struct payload *payload, int index, char *out, size_t cap)
{
    char raw[ADDRESS_SIZE];
    size_t len;
    const char *hex = payload_field(payload, index, &len);
    if (len % 2) {
        return FAULT_PAYLOAD_FIELD;
    }
    if (len / 2 > sizeof raw) {
        return FAULT_TOO_LONG;
    }
    for (size_t i = 0; i < len / 2; i++) {
        int high = text_hex_digit((unsigned char)hex[2 * i]),
            low = text_hex_digit((unsigned char)hex[2 * i + 1]);
        if (high < 0 || low < 0) {
            return FAULT_PAYLOAD_FIELD;
        }
        raw[i] = (char)(high << 4 | low);
    }
    return text_clean(out, cap, raw, len / 2);
}

/* Text for which field.h's own reading is right: names, addresses and words written out. */
static void read_field(struct card *card, const struct payload *payload, int index, enum field field)
{
    size_t len;
    const char *text = payload_field(payload, index, &len);
    if (len > 0 && field_read(field, text, len, &card->facts) != FAULT_NONE) {
        mark_unclear(card, 1u << field);
    }
}

/* False for what is stated and is no date; "" for what is not stated. */
static bool date_at(const struct payload *payload, int index, date_text ret)
{
    char word[PAYLOAD_WORD_SIZE];
    return payload_word(payload, index, word) == FAULT_NONE && date_read(word, ret) == FAULT_NONE;
}

static void read_birth_date(struct card *card, const struct payload *payload, int index)
{
    if (!date_at(payload, index, card->facts.birth_date)) {
        mark_unclear(card, 1u << FIELD_BIRTH_DATE);
    }
}

/* Where a full day belongs, a year or a month is a day that was cut. `fields` goes into `unclear`. */
static void read_day(struct card *card, const struct payload *payload, int index, date_text ret,
                     unsigned fields)
{
    date_text day = "";
    if (!date_at(payload, index, day) || (*day && !date_full(day))) {
        mark_unclear(card, fields);
    } else {
        memcpy(ret, day, sizeof day);
    }
}

/* One digit that stands for values[digit]; NULL where it stands for nothing. */
static void read_digit(struct card *card, const struct payload *payload, int index, enum field field,
                       const char *const values[10])
{
    size_t len;
    const char *text = payload_field(payload, index, &len);
    if (len == 0) {
        return;
    }
    const char *value = len == 1 && all_digits(text, len) ? values[*text - '0'] : NULL;
    if (!value || text_copy(facts_at(&card->facts, field), field_size(field), value) != FAULT_NONE) {
        mark_unclear(card, 1u << field);
    }
}

static void read_facility(struct card *card, const struct payload *payload)
{
    char word[PAYLOAD_WORD_SIZE];
    bool whole = payload_word(payload, BHYT_FACILITY, word) == FAULT_NONE;
    if (!whole || (*word && number_facility(word, card->facts.facility) != FAULT_NONE)) {
        mark_unclear(card, 1u << FIELD_FACILITY);
    }
}

static bool read_number(struct card *card, const struct payload *payload)
{
    char word[PAYLOAD_WORD_SIZE], number[NUMBER_SIZE];
    enum number_kind kind;
    if (payload_word(payload, 0, word) != FAULT_NONE || number_read(word, number, &kind) != FAULT_NONE) {
        return false;
    }
    if (kind != NUMBER_CCCD) {
        memcpy(card->facts.number, number, sizeof number);
    }
    number_bhxh(number, card->bhxh_number);
    number_cccd(number, card->facts.cccd);
    card->benefit = number_benefit(number);
    return true;
}

/* The code of the managing BHXH office, four digits, then the BHXH number: the only place of it on a card
 * whose own number is built on the CCCD. */
static void read_managing_code(struct card *card, const struct payload *payload)
{
    enum { OFFICE = 4, CODE = OFFICE + BHXH_SIZE - 1 };
    size_t len;
    const char *code = payload_field(payload, BHYT_MANAGING_CODE, &len);
    if (*card->bhxh_number == 0 && len == CODE && all_digits(code, len)) {
        memcpy(card->bhxh_number, code + OFFICE, BHXH_SIZE - 1);
    }
}

static void read_benefit(struct card *card, const struct payload *payload)
{
    size_t len;
    const char *digit = payload_field(payload, BHYT_BENEFIT, &len);
    if (card->benefit || len == 0) {
        return;
    }
    if (len == 1 && *digit >= '1' && *digit <= '5') {
        card->benefit = *digit;
    } else {
        mark_unclear(card, 0);
    }
}

static void read_bhyt_dates(struct card *card, const struct payload *payload)
{
    struct facts *facts = &card->facts;
    read_birth_date(card, payload, BHYT_BIRTH_DATE);
    read_day(card, payload, BHYT_VALID_FROM, facts->valid_from, 1u << FIELD_VALID_FROM);
    read_day(card, payload, BHYT_VALID_TO, facts->valid_to, 1u << FIELD_VALID_TO);
    read_day(card, payload, BHYT_FIVE_YEAR_DATE, facts->five_year_date, 1u << FIELD_FIVE_YEAR_DATE);
    read_day(card, payload, BHYT_ISSUE_DATE, card->issue_date, 0);
}

static enum fault read_bhyt(struct card *card, const struct payload *payload)
{
    static const char *const genders[10] = {[1] = "male", [2] = "female"};
    static const char *const areas[10] = {[4] = "", [5] = "K1", [6] = "K2", [7] = "K3"};
    struct facts *facts = &card->facts;
    if (read_hex(payload, BHYT_NAME, facts->name, sizeof facts->name) != FAULT_NONE || *facts->name == 0) {
        return FAULT_PAYLOAD_FIELD;
    }
    if (read_hex(payload, BHYT_ADDRESS, facts->address, sizeof facts->address) != FAULT_NONE) {
        mark_unclear(card, 1u << FIELD_ADDRESS);
    }
    if (read_hex(payload, BHYT_PARENT, card->parent, sizeof card->parent) != FAULT_NONE) {
        mark_unclear(card, 0);
    }
    read_bhyt_dates(card, payload);
    read_digit(card, payload, BHYT_GENDER, FIELD_GENDER, genders);
    read_digit(card, payload, BHYT_AREA, FIELD_AREA, areas);
    read_facility(card, payload);
    read_managing_code(card, payload);
    read_benefit(card, payload);
    if (!payload->ended) {
        card->notes |= CARD_NOTE_TAIL;
    }
    return FAULT_NONE;
}

static void read_cmnd(struct card *card, const struct payload *payload)
{
    size_t len;
    const char *cmnd = payload_field(payload, CCCD_CMND, &len);
    if (len == CMND_SIZE - 1 && all_digits(cmnd, len)) {
        memcpy(card->cmnd, cmnd, len);
    } else if (len) {
        mark_unclear(card, 0);
    }
}

/* Leaves the name without digits and no address where letters were left out; the gender without digits in `gender`. */
static void read_lost(struct card *card, const struct payload *payload, char gender[PAYLOAD_WORD_SIZE])
{
    struct facts *facts = &card->facts;
    if (card->origin == ORIGIN_PICTURE || payload_word(payload, CCCD_GENDER, gender) != FAULT_NONE ||
        !lost_letters(facts->name, gender, facts->address)) {
        return;
    }
    card->notes |= CARD_NOTE_LETTERS;
    lost_drop_digits(gender);
    lost_drop_digits(facts->name);
    facts->address[0] = '\0';
}

/* Nữ is the only gender that loses a letter. */
static void read_cccd_gender(struct card *card, const struct payload *payload, const char *rest)
{
    if (card->notes & CARD_NOTE_LETTERS && strcmp(rest, "N") == 0) {
        memcpy(card->facts.gender, "female", sizeof "female");
    } else {
        read_field(card, payload, CCCD_GENDER, FIELD_GENDER);
    }
}

static enum fault read_cccd(struct card *card, const struct payload *payload)
{
    size_t len;
    char gender[PAYLOAD_WORD_SIZE] = "";
    const char *name = payload_field(payload, CCCD_NAME, &len);
    if (field_read(FIELD_NAME, name, len, &card->facts) != FAULT_NONE || *card->facts.name == 0) {
        return FAULT_PAYLOAD_FIELD;
    }
    read_field(card, payload, CCCD_ADDRESS, FIELD_ADDRESS);
    read_lost(card, payload, gender);
    read_cccd_gender(card, payload, gender);
    read_birth_date(card, payload, CCCD_BIRTH_DATE);
    read_day(card, payload, CCCD_ISSUE_DATE, card->issue_date, 0);
    read_cmnd(card, payload);
    return *card->facts.name ? FAULT_NONE : FAULT_PAYLOAD_FIELD;
}

static enum fault read_kind(struct card *card, const struct payload *payload)
{
    if (!read_number(card, payload)) {
        return FAULT_PAYLOAD_FIELD;
    }
    if (payload->kind == CARD_NUMBER) {
        return FAULT_NONE;
    }
    return payload->kind == CARD_BHYT ? read_bhyt(card, payload) : read_cccd(card, payload);
}

static enum fault read_payload(struct card *card, const struct payload *payload)
{
    enum fault fault = read_kind(card, payload);
    if (*payload->separator == '|') {
        return fault;
    }
    if (fault != FAULT_NONE || card->notes & CARD_NOTE_UNCLEAR) {
        return FAULT_PAYLOAD_UNKNOWN;
    }
    card->mended |= MEND_SEPARATOR;
    return FAULT_NONE;
}

enum fault card_parse(const char *bytes, size_t len, enum origin origin, struct card *ret_card)
{
    struct payload payload;
    enum fault fault = payload_read(bytes, len, origin, &payload);
    *ret_card = (struct card){.kind = payload.kind, .origin = origin};
    if (fault != FAULT_NONE) {
        return fault;
    }
    fault = read_payload(ret_card, &payload);
    if (fault != FAULT_NONE) {
        *ret_card = (struct card){.origin = origin,
                                  .kind = fault == FAULT_PAYLOAD_UNKNOWN ? CARD_UNKNOWN : payload.kind};
    }
    return fault;
}

const char *card_value(const struct card *card, enum field field)
{
    bool broken = field == FIELD_NAME && card->notes & CARD_NOTE_LETTERS;
    return broken ? "" : facts_get(&card->facts, field);
}

bool card_same_person(const struct card *a, const struct card *b)
{
    bool bhxh = *a->bhxh_number && *b->bhxh_number, cccd = *a->facts.cccd && *b->facts.cccd;
    bool bhxh_equal = strcmp(a->bhxh_number, b->bhxh_number) == 0;
    bool cccd_equal = strcmp(a->facts.cccd, b->facts.cccd) == 0;
    return (bhxh || cccd) && (!bhxh || bhxh_equal) && (!cccd || cccd_equal);
}
