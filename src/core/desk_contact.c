/* desk_contact: how to reach the patient: what earlier intakes brought back, and the form it is typed into. */
#include "core/desk_inside.h"
#include "core/name.h"
#include "core/text.h"
#include <stddef.h>
#include <string.h>

enum { DIGITS_MIN = 8 };

/* Spaces, dots, dashes and brackets are how people group the digits. */
enum fault desk_read_phone(const char *text, char ret[PHONE_SIZE])
{
    size_t len = 0, digits = 0;
    for (; *text; text++) {
        bool digit = *text >= '0' && *text <= '9', head = *text == '+' && len == 0;
        if (!digit && !head && !strchr(" .-()", *text)) {
            return FAULT_PHONE_INVALID;
        }
        if ((digit || head) && len == PHONE_SIZE - 1) {
            return FAULT_PHONE_INVALID;
        }
        if (digit || head) {
            ret[len++] = *text;
            digits += digit;
        }
    }
    ret[len] = '\0';
    return len == 0 || digits >= DIGITS_MIN ? FAULT_NONE : FAULT_PHONE_INVALID;
}

static const struct {
    size_t at, size;
} PARTS[CONTACT_STEPS] = {
    [CONTACT_PHONE] = {offsetof(struct contact, phone), sizeof(((struct contact *)0)->phone)},
    [CONTACT_ADDRESS] = {offsetof(struct contact, address), sizeof(((struct contact *)0)->address)},
    [CONTACT_RELATIVE] = {offsetof(struct contact, relative), sizeof(((struct contact *)0)->relative)},
    [CONTACT_RELATIVE_PHONE] = {offsetof(struct contact, relative_phone), PHONE_SIZE},
};

const char *desk_contact_get(const struct contact *contact, int step)
{
    return (const char *)contact + PARTS[step].at;
}

static char *value_at(struct contact *contact, int step)
{
    return (char *)contact + PARTS[step].at;
}

static int place_of(int step)
{
    return step == CONTACT_CHOICE ? CONTACT_ADDRESS : step;
}

int desk_contact_differences(const struct contact *a, const struct contact *b)
{
    int count = 0;
    for (int step = 0; step < CONTACT_STEPS; step++) {
        count += strcmp(desk_contact_get(a, step), desk_contact_get(b, step)) != 0;
    }
    return count;
}

bool desk_contact_erased(const struct review *review)
{
    for (int step = 0; step < CONTACT_STEPS; step++) {
        bool known =
            *desk_contact_get(&review->brought, step) || *desk_contact_get(&review->late.held.contact, step);
        if (known && !*desk_contact_get(&review->contact, step)) {
            return true;
        }
    }
    return false;
}

static bool phone_step(int step)
{
    return step == CONTACT_PHONE || step == CONTACT_RELATIVE_PHONE;
}

size_t desk_contact_cap(const struct desk *desk)
{
    return phone_step(desk->step) ? (size_t)2 * PHONE_SIZE : PARTS[place_of(desk->step)].size;
}

bool desk_contact_words(const struct desk *desk)
{
    return desk->step == CONTACT_ADDRESS || desk->step == CONTACT_RELATIVE;
}

/* Of the earlier intakes, else as it was typed today. */
const char *desk_contact_known(const struct desk *desk)
{
    const struct review *review = &desk->review;
    return review->brought.address[0] ? review->brought.address : review->contact.address;
}

const char *desk_contact_system(const struct desk *desk)
{
    const struct judgement *judgement = &desk->review.judgement;
    bool known = judgement->member >= 0 && !desk->review.by_card && !desk_needs_year(desk);
    return known ? judgement->system.address : "";
}

enum contact_choice desk_contact_chosen(const struct desk *desk)
{
    const char *now = desk->review.contact.address, *known = desk_contact_known(desk);
    const char *system = desk_contact_system(desk);
    if (!now[0]) {
        return CONTACT_TAKE;
    }
    if (strcmp(now, known) == 0) {
        return CONTACT_KEEP;
    }
    return *system && strstr(now, system) ? CONTACT_BOTH : CONTACT_OTHER;
}

static bool same_text(const char *a, const char *b)
{
    char left[ADDRESS_SIZE], right[ADDRESS_SIZE];
    return text_fold(left, sizeof left, a) == FAULT_NONE && text_fold(right, sizeof right, b) == FAULT_NONE &&
           strcmp(left, right) == 0;
}

static bool two_addresses(const struct desk *desk)
{
    const char *known = desk_contact_known(desk), *system = desk_contact_system(desk);
    return *known && *system && !same_text(known, system);
}

static void show_step(struct desk *desk, int step)
{
    bool choice = step == CONTACT_ADDRESS && two_addresses(desk);
    line_offer(&desk->line, choice ? "" : desk_contact_get(&desk->review.contact, step));
    desk->step = choice ? CONTACT_CHOICE : step;
}

struct wish act_contact(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk_go(desk, MODE_CONTACT);
    show_step(desk, CONTACT_PHONE);
    return wish_of(WISH_NONE);
}

/* Reads the line into the contact; an empty one clears its part. */
static bool keep_step(struct desk *desk, uint64_t now)
{
    char text[LINE_SIZE];
    if (desk->step == CONTACT_CHOICE) {
        return true;
    }
    size_t size = PARTS[desk->step].size;
    enum fault fault = phone_step(desk->step)
                           ? desk_read_phone(desk->line.text, text)
                           : text_clean(text, size, desk->line.text, strlen(desk->line.text));
    if (fault == FAULT_NONE) {
        memcpy(value_at(&desk->review.contact, desk->step), text, strlen(text) + 1);
    }
    explicit_bzero(text, sizeof text);
    desk_fault(desk, fault, now);
    return fault == FAULT_NONE;
}

/* One Enter ends it, whatever of it was typed: often the phone is all. */
struct wish act_contact_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    if (keep_step(desk, now)) {
        desk_go(desk, MODE_REVIEW);
    }
    return wish_of(WISH_NONE);
}

struct wish act_contact_move(struct desk *desk, struct key key, uint64_t now)
{
    bool back = key.press == PRESS_UP || key.press == PRESS_BACKTAB;
    if (keep_step(desk, now)) {
        show_step(desk, (place_of(desk->step) + (back ? CONTACT_STEPS - 1 : 1)) % CONTACT_STEPS);
    }
    return wish_of(WISH_NONE);
}

/* Both, as one text, so that a letter finds one of them. */
static enum fault join_addresses(const struct desk *desk, char ret[ADDRESS_SIZE])
{
    const char *known = desk_contact_known(desk), *system = desk_contact_system(desk);
    size_t len = strlen(known);
    if (strstr(known, system)) {
        memcpy(ret, known, len + 1);
        return FAULT_NONE;
    }
    if (len + 2 + strlen(system) >= ADDRESS_SIZE) {
        return FAULT_TOO_LONG;
    }
    memcpy(ret, known, len);
    memcpy(ret + len, "; ", 2);
    memcpy(ret + len + 2, system, strlen(system) + 1);
    return FAULT_NONE;
}

struct wish act_contact_choose(struct desk *desk, struct key key, uint64_t now)
{
    char text[ADDRESS_SIZE] = "";
    enum contact_choice choice = (enum contact_choice)(key.rune - '1');
    enum fault fault = FAULT_NONE;
    if (choice == CONTACT_OTHER) {
        line_clear(&desk->line);
        desk->step = CONTACT_ADDRESS;
        return wish_of(WISH_NONE);
    }
    if (choice == CONTACT_KEEP) {
        memcpy(text, desk_contact_known(desk), sizeof text);
    } else if (choice == CONTACT_BOTH) {
        fault = join_addresses(desk, text);
    }
    if (fault == FAULT_NONE) {
        memcpy(desk->review.contact.address, text, sizeof text);
        show_step(desk, CONTACT_RELATIVE);
    }
    desk_fault(desk, fault, now);
    return wish_of(WISH_NONE);
}

/* The numbers may be another person's: name and birth date speak too before a phone is shown. */
bool desk_knows_patient(const struct desk *desk)
{
    const struct review *review = &desk->review;
    const struct facts *known = &review->answer.patient.facts;
    const char *name = desk_held(review, FIELD_NAME), *birth = desk_held(review, FIELD_BIRTH_DATE);
    bool late = review->late.id[0] && !desk_nameless(desk);
    bool open = desk->open && !late && !review->dropped && !desk_needs_year(desk);
    return open && review->answer.patient.id != 0 && *name && known->name[0] &&
           name_compare(name, known->name) < NAME_PARTIAL &&
           (!*birth || !known->birth_date[0] || date_agree(birth, known->birth_date));
}

/* What nobody typed follows the person; what the clerk typed or erased stays. */
void desk_bring_back(struct desk *desk)
{
    struct review *review = &desk->review;
    static const struct contact NONE = {.phone = ""};
    const struct contact *known = desk_knows_patient(desk) ? &review->answer.patient.contact : &NONE;
    for (int step = 0; step < CONTACT_STEPS; step++) {
        char *value = value_at(&review->contact, step);
        if (strcmp(value, desk_contact_get(&review->brought, step)) == 0) {
            memcpy(value, desk_contact_get(known, step), PARTS[step].size);
        }
    }
    review->brought = *known;
}
