/* desk_scan: a scan opens, joins, asks or waits. */
#include "core/desk_inside.h"
#include "core/name.h"
#include <stdio.h>
#include <string.h>

const char *desk_card_name(const struct card *card)
{
    if (card->facts.name[0]) {
        return card->facts.name;
    }
    return card->facts.number[0] ? card->facts.number : card->facts.cccd;
}

static bool same_scan(const struct scan *a, const struct scan *b)
{
    return a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0;
}

/* The trigger was pulled twice: this very code is open, asked about or waiting. */
static bool known_scan(const struct desk *desk, const struct scan *scan)
{
    bool asked = desk->mode == MODE_OTHER || (desk_is_over(desk->mode) && desk->back == MODE_OTHER);
    for (int i = 0; i < desk->review.scan_count; i++) {
        if (same_scan(&desk->review.scans[i], scan)) {
            return true;
        }
    }
    for (int i = 0; i < desk->queue_count; i++) {
        if (same_scan(&desk->queue[i], scan)) {
            return true;
        }
    }
    return asked && same_scan(&desk->second, scan);
}

/* What the system says of the open person, as far as a card could say it. */
static struct card system_card(const struct judgement *judgement)
{
    struct card card = {.kind = CARD_UNKNOWN};
    if (judgement->member < 0) {
        return card;
    }
    card.facts = judgement->system;
    memcpy(card.bhxh_number, judgement->bhxh_number, sizeof card.bhxh_number);
    return card;
}

static bool contradicts(const struct card *a, const struct card *b)
{
    bool bhxh = a->bhxh_number[0] && b->bhxh_number[0] && strcmp(a->bhxh_number, b->bhxh_number) != 0;
    bool cccd = a->facts.cccd[0] && b->facts.cccd[0] && strcmp(a->facts.cccd, b->facts.cccd) != 0;
    return bhxh || cccd;
}

/* The facts of the open person: the card's, else typed, else the system's. */
static struct facts open_facts(const struct desk *desk, const struct card *system)
{
    struct facts facts = desk->review.card.facts;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        bool typed = desk->review.decision.choice[field] == CHOICE_TYPED;
        const char *other = facts_get(typed ? &desk->review.decision.typed : &system->facts, field);
        if (!facts_get(&facts, field)[0]) {
            memcpy(facts_at(&facts, field), other, field_size(field));
        }
    }
    return facts;
}

/* Either scan may have lost letters of the name. */
static bool same_name(const char *a, const char *b)
{
    return name_compare(a, b) < NAME_PARTIAL || name_compare(b, a) == NAME_INCOMPLETE;
}

bool desk_agrees(const struct facts *a, const struct facts *b, bool all)
{
    bool names = a->name[0] && b->name[0], births = a->birth_date[0] && b->birth_date[0];
    if (all && (!names || !births)) {
        return false;
    }
    return (!names || same_name(a->name, b->name)) && (!births || date_agree(a->birth_date, b->birth_date)) &&
           (!a->gender[0] || !b->gender[0] || strcmp(a->gender, b->gender) == 0);
}

/* The numbers say so, the system's too, and nothing speaks against it. */
static bool same_person(const struct desk *desk, const struct card *card)
{
    struct card system = system_card(&desk->review.judgement);
    struct facts facts = open_facts(desk, &system);
    const struct card *open = &desk->review.card;
    bool numbers = card_same_person(open, card) || card_same_person(&system, card);
    return numbers && !contradicts(open, card) && !contradicts(&system, card) &&
           desk_agrees(&facts, &card->facts, false);
}

/* The clerk says so: then nothing may speak against it. A person without any
 * card has nothing to compare yet. */
static bool may_be_joined(const struct desk *desk, const struct card *card)
{
    struct card system = system_card(&desk->review.judgement);
    struct facts facts = open_facts(desk, &system);
    const struct card *open = &desk->review.card;
    bool blank = open->kind == CARD_UNKNOWN && !facts.name[0];
    return !contradicts(open, card) && !contradicts(&system, card) &&
           desk_agrees(&facts, &card->facts, !blank);
}

static int weight(enum card_kind kind)
{
    switch (kind) {
    case CARD_BHYT: return 3;
    case CARD_CCCD: return 2;
    case CARD_NUMBER: return 1;
    default: return 0;
    }
}

/* The address of a CCCD is the residence, its day of issue not the insurance card's; an end without its
 * beginning would make a term that no card states. */
static bool may_fill(const struct card *card, const struct card *from, enum field field)
{
    const char *value = facts_get(&card->facts, field);
    bool longer = field == FIELD_NUMBER && number_kind(value) == NUMBER_BHXH &&
                  number_kind(from->facts.number) == NUMBER_CARD15;
    bool term = field == FIELD_VALID_TO && card->facts.valid_from[0] &&
                strcmp(card->facts.valid_from, from->facts.valid_from) != 0;
    bool residence = field == FIELD_ADDRESS && from->kind == CARD_CCCD;
    return facts_get(&from->facts, field)[0] && (!value[0] || longer) && !residence && !term;
}

static void fill_text(char *to, const char *from, size_t size)
{
    if (!to[0]) {
        memcpy(to, from, size);
    }
}

/* The name of a scan that lost no letters takes the place of one that did. */
static void fill_name(struct card *card, const struct card *from)
{
    if (card->notes & CARD_NOTE_LETTERS && *card_value(from, FIELD_NAME)) {
        memcpy(card->facts.name, from->facts.name, sizeof card->facts.name);
        card->notes &= ~(unsigned)CARD_NOTE_LETTERS;
    }
}

static void fill(struct card *card, const struct card *from)
{
    fill_name(card, from);
    for (int i = FIELD_COUNT - 1; i >= 0; i--) {
        enum field field = (enum field)i;
        if (may_fill(card, from, field)) {
            memcpy(facts_at(&card->facts, field), facts_get(&from->facts, field), field_size(field));
            card->unclear &= ~(1u << field);
        }
    }
    fill_text(card->bhxh_number, from->bhxh_number, sizeof card->bhxh_number);
    fill_text(card->cmnd, from->cmnd, sizeof card->cmnd);
    fill_text(card->parent, from->parent, sizeof card->parent);
    if (from->kind != CARD_CCCD) {
        fill_text(card->issue_date, from->issue_date, sizeof card->issue_date);
    }
    if (!card->benefit) {
        card->benefit = from->benefit;
    }
    if (!card->unclear) {
        card->notes &= ~(unsigned)CARD_NOTE_UNCLEAR;
    }
    card->mended |= from->mended;
}

void desk_merge(struct card *card, const struct card *second)
{
    struct card merged = weight(second->kind) > weight(card->kind) ? *second : *card;
    fill(&merged, weight(second->kind) > weight(card->kind) ? card : second);
    *card = merged;
}

static struct wish join(struct desk *desk, const struct scan *scan, const struct card *card, uint64_t now)
{
    struct review *review = &desk->review;
    bool apart = review->asked.kind == CARD_NUMBER && !review->typed;
    desk_say(desk, review->scan_count < DESK_SCANS ? SAID_JOINED : SAID_DROPPED, desk_card_name(card), now);
    if (review->scan_count == DESK_SCANS) {
        return wish_of(WISH_NONE);
    }
    review->scans[review->scan_count++] = *scan;
    desk_merge(&review->card, card);
    review->typed = review->card.kind == CARD_NUMBER;
    if (!apart) {
        review->asked = review->card;
    }
    desk_judge(desk);
    desk_settle(desk);
    return desk_ask(desk);
}

bool desk_enqueue(struct desk *desk, const struct scan *scan, const char *name, uint64_t now)
{
    if (desk->queue_count == DESK_QUEUE) {
        desk_fault(desk, FAULT_QUEUE_FULL, now);
        return false;
    }
    desk->queue[desk->queue_count] = *scan;
    snprintf(desk->queue_names[desk->queue_count++], NAME_SIZE, "%s", name);
    desk_say(desk, SAID_QUEUED, name, now);
    return true;
}

static struct wish ask_other(struct desk *desk, const struct scan *scan, const struct card *card)
{
    desk->under = desk_is_over(desk->mode) ? desk->back : desk->mode;
    desk->second = *scan;
    desk->second_card = *card;
    desk->beep = true;
    desk_hush(desk);
    desk_go(desk, MODE_OTHER);
    return wish_of(WISH_NONE);
}

/* Whose record is open is not here: whoever comes goes first, and the record stays on its list. */
static struct wish give_way(struct desk *desk, const struct scan *scan, const struct card *card, uint64_t now)
{
    char name[NAME_SIZE];
    enum said stays = desk_stays(desk);
    snprintf(name, sizeof name, "%s", desk_name(desk));
    if (desk->mode == MODE_SEARCH || (desk_is_over(desk->mode) && desk->back == MODE_SEARCH)) {
        desk->kept = desk->line;
    }
    explicit_bzero(&desk->pending, sizeof desk->pending);
    explicit_bzero(desk->certificate, sizeof desk->certificate);
    struct wish wish = desk_open(desk, card, scan);
    desk_say(desk, stays, name, now);
    return wish;
}

/* The record of somebody without any number is open: the scan says who it is, or is the next patient's. */
static struct wish identify(struct desk *desk, const struct scan *scan, const struct card *card)
{
    bool ask;
    struct wish wish = desk_identify_scan(desk, scan, card, &ask);
    return ask ? ask_other(desk, scan, card) : wish;
}

static struct wish take(struct desk *desk, const struct scan *scan, const struct card *card, uint64_t now)
{
    bool asked = desk->mode == MODE_OTHER || (desk_is_over(desk->mode) && desk->back == MODE_OTHER);
    if ((desk->open || desk->saving) && known_scan(desk, scan)) {
        return wish_of(WISH_NONE);
    }
    if (desk->saving || (asked && !same_person(desk, card))) {
        desk_enqueue(desk, scan, desk_card_name(card), now);
        return wish_of(WISH_NONE);
    }
    if (desk_awaits_identity(desk)) {
        return identify(desk, scan, card);
    }
    if (desk->open && desk->review.late.id[0] && !(desk_nameless(desk) && same_person(desk, card))) {
        return give_way(desk, scan, card, now);
    }
    if (!desk->open) {
        desk_hush(desk);
        if (desk->line.text[0]) {
            desk->kept = desk->line;
        }
        return desk_open(desk, card, scan);
    }
    return same_person(desk, card) ? join(desk, scan, card, now) : ask_other(desk, scan, card);
}

struct wish desk_scan(struct desk *desk, const struct scan *scan, uint64_t now)
{
    struct card card;
    enum fault fault = FAULT_SCAN_TOO_LONG;
    if (desk_hidden(desk)) {
        desk_fault(desk, FAULT_SIGN_FIRST, now);
        return wish_of(WISH_NONE);
    }
    desk_stir(desk, now);
    desk_camera_leave(desk);
    if (scan->len <= PAYLOAD_MAX) {
        fault = card_read_scan(scan, &card);
    }
    if (fault != FAULT_NONE) {
        desk_fault(desk, fault, now);
        return wish_of(WISH_NONE);
    }
    desk->escape_until = 0;
    struct wish wish = take(desk, scan, &card, now);
    explicit_bzero(&card, sizeof card);
    return wish;
}

static void back_under(struct desk *desk)
{
    explicit_bzero(&desk->second, sizeof desk->second);
    explicit_bzero(&desk->second_card, sizeof desk->second_card);
    desk_go(desk, desk->under);
}

struct wish act_later(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    if (desk_awaits_identity(desk)) {
        struct scan scan = desk->second;
        struct card card = desk->second_card;
        back_under(desk);
        return give_way(desk, &scan, &card, now);
    }
    if (desk_enqueue(desk, &desk->second, desk_card_name(&desk->second_card), now)) {
        back_under(desk);
    }
    return wish_of(WISH_NONE);
}

/* How many of name, birth date and gender speak against it. */
static int disagreements(const struct facts *a, const struct facts *b)
{
    bool name = a->name[0] && b->name[0] && !same_name(a->name, b->name);
    bool birth = a->birth_date[0] && b->birth_date[0] && !date_agree(a->birth_date, b->birth_date);
    return name + birth + (a->gender[0] && b->gender[0] && strcmp(a->gender, b->gender) != 0);
}

/* The citizen ID that the system misses, and one of name, birth date and gender on it is another: not captured, but
 * reported. Where two differ it is a parent's, or the next patient's. */
static bool refuses_cccd(const struct desk *desk)
{
    const struct review *review = &desk->review;
    struct card system = system_card(&review->judgement);
    struct facts facts = open_facts(desk, &system);
    return desk->second_card.kind == CARD_CCCD && review->judgement.member >= 0 && !facts.cccd[0] &&
           disagreements(&facts, &desk->second_card.facts) == 1;
}

static struct wish identified(struct desk *desk)
{
    struct scan scan = desk->second;
    struct card card = desk->second_card;
    back_under(desk);
    desk->review.identified = true;
    struct wish wish = desk_identify(desk, &card, &scan);
    explicit_bzero(&scan, sizeof scan);
    explicit_bzero(&card, sizeof card);
    return wish;
}

struct wish act_join(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    if (desk_awaits_identity(desk)) {
        return identified(desk);
    }
    if (!may_be_joined(desk, &desk->second_card)) {
        desk->review.cccd_refused = desk->review.cccd_refused || refuses_cccd(desk);
        desk_fault(desk, refuses_cccd(desk) ? FAULT_CCCD_REFUSED : FAULT_NOT_SAME, now);
        return wish_of(WISH_NONE);
    }
    if (desk->second_card.facts.cccd[0] && !desk->review.judgement.system.cccd[0]) {
        desk->review.decision.choice[FIELD_CCCD] = CHOICE_CARD;
    }
    struct scan scan = desk->second;
    struct card card = desk->second_card;
    back_under(desk);
    struct wish wish = join(desk, &scan, &card, now);
    explicit_bzero(&scan, sizeof scan);
    explicit_bzero(&card, sizeof card);
    return wish;
}

struct wish act_drop(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    desk_say(desk, SAID_DROPPED, desk_card_name(&desk->second_card), now);
    back_under(desk);
    return wish_of(WISH_NONE);
}
