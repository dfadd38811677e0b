/* desk_restore: a draft read back item by item; one that is not understood whole changes nothing. */
#include "core/desk_draft.h"
#include "core/desk_inside.h"
#include "core/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool read_small(const char *value, int last, int *ret)
{
    *ret = value[0] - '0';
    return value[0] && !value[1] && *ret >= 1 && *ret <= last;
}

static bool read_open(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    desk->open = strcmp(value, "1") == 0;
    return desk->open;
}

static bool read_review_scan(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    struct review *review = &desk->review;
    struct card card;
    if (!desk->open || review->scan_count == DESK_SCANS ||
        !draft_read_scan(value, &review->scans[review->scan_count], &card)) {
        return false;
    }
    if (review->scan_count++ == 0) {
        review->card = card;
    } else {
        desk_merge(&review->card, &card);
    }
    explicit_bzero(&card, sizeof card);
    review->typed = review->card.kind == CARD_NUMBER;
    review->asked = review->card;
    return true;
}

static bool read_asked(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    struct card *asked = &desk->review.asked;
    return card_read(value, strlen(value), ORIGIN_TYPED, asked) == FAULT_NONE && asked->kind == CARD_NUMBER;
}

static bool read_picked(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    return text_copy(desk->review.picked, sizeof desk->review.picked, value) == FAULT_NONE && value[0];
}

static bool read_dropped(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    desk->review.dropped = strcmp(value, "1") == 0;
    return desk->review.dropped;
}

static bool read_by_card(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    desk->review.by_card = strcmp(value, "1") == 0;
    return desk->review.by_card;
}

static bool read_status(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    enum intake_status status = INTAKE_PROVISIONAL;
    while (status <= INTAKE_NOT_INSURED && strcmp(intake_status_code(status), value) != 0) {
        status++;
    }
    desk->review.status = status;
    return status <= INTAKE_NOT_INSURED;
}

static bool read_opens(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    desk->review.difficulty = difficulty_named(value);
    return desk->review.difficulty < DIFFICULTY_COUNT;
}

static bool read_why(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    return text_copy(desk->review.decision.reason, REASON_SIZE, value) == FAULT_NONE;
}

static bool read_cursor(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    desk->review.cursor = draft_field(value);
    return desk->review.cursor < FIELD_COUNT;
}

static bool read_second(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    return draft_read_scan(value, &desk->second, &desk->second_card);
}

static bool read_mode(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    int mode = draft_index(draft_modes, MODE_COUNT, value, strlen(value));
    if (mode < 0 || mode == MODE_OTHER || (desk_needs_review((enum mode)mode) && !desk->open)) {
        return false;
    }
    bool other = desk->second.len > 0;
    if (other && !desk->open) {
        return false;
    }
    desk->under = (enum mode)mode;
    desk->mode = other ? MODE_OTHER : (enum mode)mode;
    return mode != MODE_WAITING;
}

static bool read_field(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    desk->field = draft_field(value);
    return desk->field < FIELD_COUNT;
}

static bool read_step(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    int last = desk->under == MODE_FORM      ? FORM_CERTIFICATE
               : desk->under == MODE_PAPER   ? PAPER_STEPS - 1
               : desk->under == MODE_CONTACT ? CONTACT_CHOICE
                                             : 1;
    return read_small(value, last, &desk->step);
}

static bool read_kind(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    desk->kind = difficulty_named(value);
    return desk->kind > DIFFICULTY_NONE && desk->kind < DIFFICULTY_COUNT;
}

static bool read_form(struct desk *desk, const char *name, const char *value)
{
    return draft_read_value(draft_field(name), value, &desk->form);
}

static bool read_form_certificate(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    return draft_read_clean(value, desk->certificate, sizeof desk->certificate);
}

static bool read_certificate(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    return draft_read_clean(value, desk->review.birth_certificate, sizeof desk->review.birth_certificate);
}

static bool read_entitled(struct desk *desk, const char *name, const char *value)
{
    return draft_read_entitlement(&desk->review.entitlement, name, value);
}

static bool read_pending(struct desk *desk, const char *name, const char *value)
{
    return draft_read_entitlement(&desk->pending, name, value);
}

static bool read_text(struct line *line, const char *value)
{
    char *text;
    unsigned long at = strtoul(value, &text, 10);
    if (*text++ != ':' || text_copy(line->text, LINE_SIZE, text) != FAULT_NONE || at > strlen(text)) {
        return false;
    }
    line->at = at;
    return at == strlen(text) || text_before(text, text_after(text, at)) == at;
}

static bool read_line(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    return read_text(&desk->line, value);
}

static bool read_other(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    return read_text(&desk->other, value);
}

static bool read_kept(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    return desk->open && read_text(&desk->kept, value);
}

static bool read_queue(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    struct card card;
    int count = desk->queue_count;
    if (!desk->open || count == DESK_QUEUE || !draft_read_scan(value, &desk->queue[count], &card)) {
        return false;
    }
    snprintf(desk->queue_names[count], NAME_SIZE, "%s", desk_card_name(&card));
    explicit_bzero(&card, sizeof card);
    desk->queue_count++;
    return true;
}

static bool read_contact(struct desk *desk, const char *name, const char *value)
{
    return draft_read_contact(&desk->review.contact, name, value);
}

static bool read_brought(struct desk *desk, const char *name, const char *value)
{
    return draft_read_contact(&desk->review.brought, name, value);
}

static bool read_again(struct desk *desk, const char *name, const char *value)
{
    (void)name;
    return read_small(value, INQUIRY_AGAIN, &desk->review.inquiry.again);
}

static const struct {
    const char *name;
    draft_reader *read;
} items[] = {
    {"open", read_open},
    {"scan", read_review_scan},
    {"asked", read_asked},
    {"picked", read_picked},
    {"dropped", read_dropped},
    {"by_card", read_by_card},
    {"status", read_status},
    {"opens", read_opens},
    {"choice", draft_read_choice},
    {"typed", draft_read_typed},
    {"replaced", draft_read_replaced},
    {"why", read_why},
    {"cursor", read_cursor},
    {"contact", read_contact},
    {"brought", read_brought},
    {"again", read_again},
    {"second", read_second},
    {"mode", read_mode},
    {"field", read_field},
    {"step", read_step},
    {"kind", read_kind},
    {"form", read_form},
    {"line", read_line},
    {"other", read_other},
    {"queue", read_queue},
    {"kept", read_kept},
    {"entitled", read_entitled},
    {"pending", read_pending},
    {"certificate", read_certificate},
    {"form_certificate", read_form_certificate},
};

/* "choice name=system" without its newline; the line is cut into its parts. */
static bool read_item(struct desk *desk, char *line)
{
    char *value = strchr(line, '=');
    if (!value) {
        return false;
    }
    *value++ = '\0';
    char *name = strchr(line, ' ');
    if (name) {
        *name++ = '\0';
    }
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        if (strcmp(items[i].name, line) == 0) {
            return items[i].read(desk, name ? name : "", value);
        }
    }
    return false;
}

/* The last line proves all bytes before it; returns where it begins, 0 when it does not. */
static size_t proved(const char *draft)
{
    size_t len = strlen(draft);
    char last[DRAFT_LAST_SIZE + 1];
    if (len < sizeof DRAFT_FIRST + DRAFT_LAST_SIZE || len >= DRAFT_MAX || !text_valid(draft, len)) {
        return 0;
    }
    size_t body = len - DRAFT_LAST_SIZE;
    snprintf(last, sizeof last, "%s%016llx\n", DRAFT_LAST, draft_digest(draft, body));
    return strcmp(draft + body, last) == 0 ? body : 0;
}

static bool read_items(struct desk *desk, const char *draft, size_t len)
{
    char line[2 * PAYLOAD_MAX + 64];
    const char *end = draft + len;
    for (const char *at = draft; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t size = stop ? (size_t)(stop - at) : sizeof line;
        if (size >= sizeof line) {
            return false;
        }
        memcpy(line, at, size);
        line[size] = '\0';
        bool first = at == draft;
        if (first ? strcmp(line, DRAFT_FIRST) != 0 : !read_item(desk, line)) {
            return false;
        }
        at = stop + 1;
    }
    return desk->mode != MODE_WAITING;
}

enum fault desk_restore(struct desk *desk, const char *draft, uint64_t now, struct wish *ret)
{
    struct desk fresh;
    desk_init(&fresh, &desk->hospital);
    fresh.review.judgement.member = -1;
    size_t len = proved(draft);
    bool good = len > 0 && read_items(&fresh, draft, len);
    if (good) {
        fresh.status = desk->status;
        fresh.sign = desk->sign;
        fresh.ticket = desk->ticket;
        memcpy(fresh.cards, desk->cards, sizeof fresh.cards);
        fresh.card_count = desk->card_count;
        memcpy(fresh.latest, desk->latest, sizeof fresh.latest);
        fresh.latest_count = desk->latest_count;
        fresh.latest_total = desk->latest_total;
        *desk = fresh;
        *ret = wish_of(WISH_NONE);
        desk_say(desk, SAID_RESTORED, "", now);
        if (desk->open) {
            desk_judge(desk);
            desk->review.contact = fresh.review.contact; /* who it is, the look-up has still to say */
            desk->review.brought = fresh.review.brought;
        }
        desk_offer_communes(desk);
        if (desk->open && desk->review.asked.kind != CARD_UNKNOWN) {
            *ret = desk_ask(desk);
        } else if (desk->mode == MODE_SEARCH) {
            *ret = desk_search_ask(desk);
        }
    }
    explicit_bzero(&fresh, sizeof fresh);
    return good ? FAULT_NONE : FAULT_DRAFT;
}
