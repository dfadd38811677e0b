/* desk_draft: the open review as text, a line an item, proved by its last line. */
#include "core/desk_draft.h"
#include "core/desk_inside.h"
#include "core/mend.h"
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *const draft_modes[MODE_COUNT] = {
#define X(code, lower) [MODE_##code] = #lower,
    DRAFT_MODES(X)
#undef X
};
const char *const draft_choices[4] = {"proposed", "card", "system", "typed"};
const char *const draft_contacts[CONTACT_STEPS] = {"phone", "address", "relative", "relative_phone"};
const char *const draft_origins[4] = {"picture", "scanner", "silence", "typed"};

unsigned long long draft_digest(const char *text, size_t len)
{
    unsigned long long digest = 0xcbf29ce484222325u;
    for (size_t i = 0; i < len; i++) {
        digest = (digest ^ (unsigned char)text[i]) * 0x100000001b3u;
    }
    return digest;
}

struct writer {
    char *out;
    size_t len, cap;
};

__attribute__((format(printf, 2, 3))) static void put(struct writer *writer, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(writer->out + writer->len, writer->cap - writer->len, format, args);
    va_end(args);
    assert(len >= 0 && (size_t)len < writer->cap - writer->len);
    writer->len += (size_t)len;
}

static void put_scan(struct writer *writer, const char *name, const struct scan *scan)
{
    static const char digits[] = "0123456789abcdef";
    put(writer, "%s=%s", name, draft_origins[scan->origin]);
    for (int bit = 0; bit < MEND_BITS; bit++) {
        if (scan->mended >> bit & 1) {
            put(writer, "+%s", mend_code(bit));
        }
    }
    put(writer, ":");
    assert(2 * scan->len < writer->cap - writer->len);
    for (size_t i = 0; i < scan->len; i++) {
        unsigned char byte = (unsigned char)scan->bytes[i];
        writer->out[writer->len++] = digits[byte >> 4];
        writer->out[writer->len++] = digits[byte & 15];
    }
    put(writer, "\n");
}

static void put_decision(struct writer *writer, const struct decision *decision)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        enum choice choice = decision->choice[field];
        if (choice != CHOICE_PROPOSED) {
            put(writer, "choice %s=%s\n", field_code(field), draft_choices[choice]);
        }
        if (choice == CHOICE_TYPED) {
            put(writer, "typed %s=%s:%s\n", field_code(field), source_code(decision->typed_source[field]),
                facts_get(&decision->typed, field));
        }
    }
    if (decision->reason[0]) {
        put(writer, "why=%s\n", decision->reason);
    }
}

static void put_contact(struct writer *writer, const char *item, const struct contact *contact)
{
    for (int step = 0; step < CONTACT_STEPS; step++) {
        const char *value = desk_contact_get(contact, step);
        if (value[0]) {
            put(writer, "%s %s=%s\n", item, draft_contacts[step], value);
        }
    }
}

static void put_entitlement(struct writer *writer, const char *item, const struct entitlement *entitlement)
{
    const struct paper *paper = &entitlement->paper;
    const struct {
        const char *name, *value;
    } parts[] = {{"code", entitlement->code},
                 {"paper", paper->code},
                 {"number", paper->number},
                 {"from", paper->from},
                 {"to", paper->to}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].value[0]) {
            put(writer, "%s %s=%s\n", item, parts[i].name, parts[i].value);
        }
    }
}

static void put_replaced(struct writer *writer, const struct review *review)
{
    const struct replaced *replaced = &review->replaced;
    bool typed = replaced->choice == CHOICE_TYPED;
    if (desk_modern(review) && replaced->choice != CHOICE_PROPOSED) {
        put(writer, "replaced=%s%s%s%s%s\n", draft_choices[replaced->choice], typed ? ":" : "",
            typed ? source_code(replaced->source) : "", typed ? ":" : "", replaced->typed);
    }
}

/* `confirmed`, `same` and `repeat_ok` are not kept: they were said about the member of another moment. */
static void put_review(struct writer *writer, const struct review *review)
{
    for (int i = 0; i < review->scan_count; i++) {
        put_scan(writer, "scan", &review->scans[i]);
    }
    if (review->asked.kind == CARD_NUMBER && !review->typed) {
        put(writer, "asked=%s\n",
            review->asked.facts.number[0] ? review->asked.facts.number : review->asked.facts.cccd);
    }
    if (review->picked[0]) {
        put(writer, "picked=%s\n", review->picked);
    }
    if (review->dropped) {
        put(writer, "dropped=1\n");
    }
    if (review->by_card) {
        put(writer, "by_card=1\n");
    }
    if (review->status != INTAKE_ADMITTED) {
        put(writer, "status=%s\n", intake_status_code(review->status));
    }
    if (review->difficulty != DIFFICULTY_NONE) {
        put(writer, "opens=%s\n", difficulty_code(review->difficulty));
    }
    put_decision(writer, &review->decision);
    put_replaced(writer, review);
    put_entitlement(writer, "entitled", &review->entitlement);
    if (review->birth_certificate[0]) {
        put(writer, "certificate=%s\n", review->birth_certificate);
    }
    put_contact(writer, "contact", &review->contact);
    put_contact(writer, "brought", &review->brought);
    if (review->inquiry.again) {
        put(writer, "again=%d\n", review->inquiry.again);
    }
    if (review->cursor < FIELD_COUNT) {
        put(writer, "cursor=%s\n", field_code(review->cursor));
    }
}

static void put_form(struct writer *writer, const struct desk *desk)
{
    const struct facts *form = &desk->form;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (facts_get(form, field)[0]) {
            put(writer, "form %s=%s\n", field_code(field), facts_get(form, field));
        }
    }
    if (desk->certificate[0]) {
        put(writer, "form_certificate=%s\n", desk->certificate);
    }
}

static void put_mode(struct writer *writer, const struct desk *desk)
{
    enum mode mode = desk_work_mode(desk);
    enum mode typed = mode == MODE_OTHER ? desk->under : mode;
    if (typed == MODE_HISTORY || typed == MODE_COPAYMENT) { /* what they show is asked anew */
        typed = MODE_REVIEW;
    }
    if (mode == MODE_OTHER) {
        put_scan(writer, "second", &desk->second);
    }
    put(writer, "mode=%s\n", draft_modes[typed]);
    if (typed == MODE_EDIT || typed == MODE_SOURCE) {
        put(writer, "field=%s\n", field_code(desk->field));
    }
    if (desk->step) {
        put(writer, "step=%d\n", desk->step);
    }
    if (typed == MODE_DIFFICULTY) {
        put(writer, "kind=%s\n", difficulty_code(desk->kind));
        put(writer, "other=%zu:%s\n", desk->other.at, desk->other.text);
    }
    if (typed == MODE_FORM) {
        put_form(writer, desk);
    }
    if (typed == MODE_PAPER) {
        put_entitlement(writer, "pending", &desk->pending);
    }
    if (desk->line.text[0]) {
        put(writer, "line=%zu:%s\n", desk->line.at, desk->line.text);
    }
}

/* The next of the queue takes the place of a late record that is being saved. */
static void put_open(struct writer *writer, const struct desk *desk, bool late)
{
    if (desk->open) {
        put(writer, "open=1\n");
    }
    if (late) {
        put_scan(writer, "scan", &desk->queue[0]);
        put(writer, "mode=%s\n", draft_modes[MODE_REVIEW]);
    } else {
        put_review(writer, &desk->review);
        put_mode(writer, desk);
    }
}

size_t desk_draft(const struct desk *desk, char *out, size_t cap)
{
    struct writer writer = {out, 0, cap};
    bool late = desk->open && desk->review.late.id[0];
    out[0] = '\0';
    if ((!desk->open && !desk->line.text[0]) || (late && desk->queue_count == 0)) {
        return 0;
    }
    put(&writer, "%s\n", DRAFT_FIRST);
    put_open(&writer, desk, late);
    if (desk->kept.text[0]) {
        put(&writer, "kept=%zu:%s\n", desk->kept.at, desk->kept.text);
    }
    for (int i = late; i < desk->queue_count; i++) {
        put_scan(&writer, "queue", &desk->queue[i]);
    }
    put(&writer, "%s%016llx\n", DRAFT_LAST, draft_digest(out, writer.len));
    return writer.len;
}
