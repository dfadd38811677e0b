/* desk_address: an address brought to today's units by one key, and a commune found while one is typed. */
#include "core/compare.h"
#include "core/desk_inside.h"
#include "core/text.h"
#include <stdio.h>
#include <string.h>

/* What an intake would hold by that choice, `typed` by a typed one. */
static const char *chosen(const struct review *review, enum field field, enum choice choice,
                          const char *typed)
{
    switch (choice) {
    case CHOICE_CARD: return facts_get(&review->card.facts, field);
    case CHOICE_SYSTEM: return facts_get(&review->judgement.system, field);
    case CHOICE_TYPED: return typed;
    case CHOICE_PROPOSED: break;
    }
    bool person = review->judgement.has_person && !review->by_card;
    return facts_get(person ? &review->judgement.person : &review->card.facts, field);
}

const char *desk_held(const struct review *review, enum field field)
{
    return chosen(review, field, review->decision.choice[field], facts_get(&review->decision.typed, field));
}

bool desk_modern(const struct review *review)
{
    const struct decision *decision = &review->decision;
    return decision->choice[FIELD_ADDRESS] == CHOICE_TYPED &&
           decision->typed_source[FIELD_ADDRESS] == SOURCE_UNITS;
}

bool desk_modern_sure(const struct desk *desk)
{
    const struct review *review = &desk->review;
    const struct units *units = desk->hospital.units;
    struct address address;
    address_read(units, desk->status.today,
                 chosen(review, FIELD_ADDRESS, review->replaced.choice, review->replaced.typed), &address);
    return address.commune != UNIT_NONE && unit_sure(units, address.commune, desk->status.today);
}

static bool of_before(const struct units *units, uint16_t unit, const char *day)
{
    return unit != UNIT_NONE && !unit_in_force(units, unit, day);
}

/* Where the map does not know every heir of a commune, one more may be what the other side of the review names. */
static int add_named(const struct desk *desk, const char *text, const struct address *held,
                     uint16_t ret[UNIT_HEIRS], int count)
{
    struct address other;
    address_read(desk->hospital.units, desk->status.today, text, &other);
    for (int i = 0; i < other.today_count && other.today_province == held->today_province; i++) {
        bool there = false;
        for (int k = 0; k < count; k++) {
            there = there || ret[k] == other.today[i];
        }
        if (!there && count < UNIT_HEIRS) {
            ret[count++] = other.today[i];
        }
    }
    return count;
}

int desk_heirs(const struct desk *desk, uint16_t ret[UNIT_HEIRS])
{
    const struct units *units = desk->hospital.units;
    const char *held = desk_held(&desk->review, FIELD_ADDRESS), *day = desk->status.today;
    struct address address;
    char modern[ADDRESS_SIZE];
    if (!units || !desk->open || !*held || desk_modern(&desk->review)) {
        return 0;
    }
    address_read(units, day, held, &address);
    bool before = of_before(units, address.province, day) || of_before(units, address.district, day) ||
                  of_before(units, address.commune, day);
    if (!before || address.today_count == 0 ||
        !address_modern(units, held, &address, address.today[0], modern) || strcmp(modern, held) == 0) {
        return 0;
    }
    memcpy(ret, address.today, sizeof address.today);
    const struct judgement *judgement = &desk->review.judgement;
    if (judgement->address.level != ADDRESS_POSSIBLE || unit_sure(units, address.commune, day)) {
        return address.today_count;
    }
    int count = add_named(desk, desk->review.card.facts.address, &address, ret, address.today_count);
    return add_named(desk, judgement->system.address, &address, ret, count);
}

bool desk_modernises(const struct desk *desk)
{
    uint16_t heirs[UNIT_HEIRS];
    return compare_row(&desk->review.judgement, FIELD_ADDRESS) && !desk_needs_year(desk) &&
           desk_heirs(desk, heirs) > 0;
}

/* What stood there is kept, so that the same key brings it back. */
static void write_modern(struct desk *desk, uint16_t commune)
{
    struct review *review = &desk->review;
    struct decision *decision = &review->decision;
    const char *held = desk_held(review, FIELD_ADDRESS);
    struct address address;
    char modern[ADDRESS_SIZE];
    address_read(desk->hospital.units, desk->status.today, held, &address);
    if (!address_modern(desk->hospital.units, held, &address, commune, modern)) {
        return;
    }
    review->replaced = (struct replaced){.choice = decision->choice[FIELD_ADDRESS],
                                         .source = decision->typed_source[FIELD_ADDRESS]};
    if (review->replaced.choice == CHOICE_TYPED) {
        memcpy(review->replaced.typed, decision->typed.address, sizeof review->replaced.typed);
    }
    memcpy(decision->typed.address, modern, sizeof decision->typed.address);
    decision->typed_source[FIELD_ADDRESS] = SOURCE_UNITS;
    decision->choice[FIELD_ADDRESS] = CHOICE_TYPED;
    desk_move_to(desk, FIELD_ADDRESS);
}

static void take_back(struct review *review)
{
    struct decision *decision = &review->decision;
    decision->choice[FIELD_ADDRESS] = review->replaced.choice;
    decision->typed_source[FIELD_ADDRESS] = review->replaced.source;
    memcpy(decision->typed.address, review->replaced.typed, sizeof decision->typed.address);
    review->replaced = (struct replaced){.choice = CHOICE_PROPOSED};
}

/* A divided commune's heirs are the clerk's to choose among. */
struct wish act_modern(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    uint16_t heirs[UNIT_HEIRS];
    if (desk_modern(&desk->review)) {
        take_back(&desk->review);
    } else if (desk_heirs(desk, heirs) == 1) {
        write_modern(desk, heirs[0]);
    } else {
        desk_move_to(desk, FIELD_ADDRESS);
        desk_go(desk, MODE_HEIRS);
    }
    return wish_of(WISH_NONE);
}

struct wish act_heir(struct desk *desk, struct key key, uint64_t now)
{
    (void)now;
    uint16_t heirs[UNIT_HEIRS];
    int index = key.rune - '1';
    if (index < desk_heirs(desk, heirs)) {
        write_modern(desk, heirs[index]);
        desk_go(desk, MODE_REVIEW);
    }
    return wish_of(WISH_NONE);
}

/* Where in the line a commune is being typed: behind the last comma before the cursor. */
static size_t commune_at(const struct line *line)
{
    size_t at = line->at;
    while (at > 0 && line->text[at - 1] != ',') {
        at--;
    }
    return at;
}

void desk_offer_communes(struct desk *desk)
{
    const struct hospital *hospital = &desk->hospital;
    const struct line *line = &desk->line;
    bool typing = desk->mode == MODE_EDIT && desk->field == FIELD_ADDRESS && !line->offered;
    desk->commune_count = 0;
    if (!typing || !hospital->units) {
        return;
    }
    char piece[LINE_SIZE];
    size_t from = commune_at(line), len = line->at - from;
    memcpy(piece, line->text + from, len);
    piece[len] = '\0';
    uint16_t home = unit_home(hospital->units, desk->status.today, hospital->facility);
    desk->commune_count = unit_search(hospital->units, desk->status.today, home, piece, desk->communes);
}

/* Tab: the digits are the list's, which else are a house number's. */
struct wish act_communes(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk->step = desk->step == 0 ? 1 : 0;
    return wish_of(WISH_NONE);
}

/* Commune and province end an address: they take the place of all that stands behind what was typed of it. */
struct wish act_commune(struct desk *desk, struct key key, uint64_t now)
{
    int index = key.press == PRESS_ENTER ? 0 : key.rune - '1';
    if (index >= desk->commune_count) {
        return wish_of(WISH_NONE);
    }
    const struct unit *units = desk->hospital.units->units;
    const struct unit *commune = &units[desk->communes[index].commune];
    size_t len = commune_at(&desk->line);
    char text[LINE_SIZE];
    while (len > 0 && (desk->line.text[len - 1] == ',' || desk->line.text[len - 1] == ' ')) {
        len--;
    }
    int written = snprintf(text, sizeof text, "%.*s%s%s, %s", (int)len, desk->line.text, len > 0 ? ", " : "",
                           commune->name, units[commune->province].name);
    desk->step = 0;
    if (written < 0 || (size_t)written >= desk_line_cap(desk)) {
        desk_fault(desk, FAULT_TOO_LONG, now);
        return wish_of(WISH_NONE);
    }
    line_set(&desk->line, text);
    desk->commune_count = 0;
    return wish_of(WISH_NONE);
}
