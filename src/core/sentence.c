/* sentence: what a finding's sentence names, taken from the judgement. */
#include "core/assess.h"
#include "core/compare.h"
#include "core/heir.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

/* What stands for %s: a few short words of the judgement. */
enum { SLOT_SIZE = 512 };

static void say_day(const char *day, char out[SLOT_SIZE])
{
    date_text shown;
    date_show(day, shown);
    snprintf(out, SLOT_SIZE, "%s", shown);
}

static void say_unclear(const struct card *card, enum language language, char out[SLOT_SIZE])
{
    size_t len = 0;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (card->unclear & 1u << field) {
            len += (size_t)snprintf(out + len, SLOT_SIZE - len, "%s%s", len ? ", " : "",
                                    field_label(field, language));
        }
    }
    if (len == 0) {
        snprintf(out, SLOT_SIZE, "%s", language == LANGUAGE_VI ? "mục phụ" : "a minor field");
    }
}

static void say_number(const char *number, char out[SLOT_SIZE])
{
    char shown[NUMBER_SIZE + 3];
    number_show(number, shown);
    snprintf(out, SLOT_SIZE, "%s", shown);
}

/* The code of before comes first, whichever side has it; "79014, 79015 → 79099" when both are of before. */
static void say_successor(const struct judgement *judgement, const struct card *card,
                          const struct hospital *hospital, char out[SLOT_SIZE])
{
    const char *ours = card->facts.facility, *theirs = judgement->system.facility;
    const char *heir = heir_of(hospital, ours);
    bool current = strcmp(ours, heir) == 0, both = !current && strcmp(theirs, heir) != 0;
    snprintf(out, SLOT_SIZE, "%s%s%s → %s", current ? theirs : ours, both ? ", " : "", both ? theirs : "",
             heir);
}

/* "Phường Sài Gòn, Phường Bến Thành": the communes of today that a divided one may be. */
static void say_communes(const struct address_match *match, const struct hospital *hospital,
                         char out[SLOT_SIZE])
{
    size_t len = 0;
    for (int i = 0; hospital->units && i < match->count; i++) {
        const char *name = hospital->units->units[match->candidates[i]].name;
        if (len + strlen(name) + sizeof ", " > SLOT_SIZE) {
            break;
        }
        len += (size_t)snprintf(out + len, SLOT_SIZE - len, "%s%s", len ? ", " : "", name);
    }
    if (len == 0) {
        snprintf(out, SLOT_SIZE, "%s",
                 hospital->language == LANGUAGE_VI ? "chưa rõ xã, phường mới" : "commune of today not known");
    }
}

/* "100 lỗi lấy dữ liệu", "quá lâu không trả lời", "999". */
static void say_portal(const struct portal_word *word, enum language language, char out[SLOT_SIZE])
{
    const char *meaning = code_text(word->code, language);
    if (*word->code) {
        snprintf(out, SLOT_SIZE, "%s%s%s", word->code, *meaning ? " " : "", meaning);
    } else {
        snprintf(out, SLOT_SIZE, "%s", trouble_text(word->trouble, language));
    }
}

/* The portal says why a card is no longer valid, where a register only has the code: "121 chuyển ngoại tỉnh". */
static bool told(const struct judgement *judgement)
{
    const struct portal_word *word = &judgement->portal;
    return word->asked && word->trouble == TROUBLE_NONE && strcmp(word->code, judgement->status) == 0;
}

static void say_status(const struct judgement *judgement, enum language language, char out[SLOT_SIZE])
{
    const char *meaning = told(judgement) ? strstr(code_text(judgement->status, language), ", ") : NULL;
    snprintf(out, SLOT_SIZE, "%s%s%s", *judgement->status ? judgement->status : "000", meaning ? " " : "",
             meaning ? meaning + 2 : "");
}

/* "79025, 20/11/2026 09:15" */
static void say_seen(const struct seen *seen, char out[SLOT_SIZE])
{
    date_text day = "", shown;
    memcpy(day, seen->at, DATE_SIZE - 1);
    date_show(day, shown);
    const char *time = strlen(seen->at) > DATE_SIZE ? seen->at + DATE_SIZE : "";
    snprintf(out, SLOT_SIZE, "%s, %s%s%s", seen->facility, shown, *time ? " " : "", time);
}

/* "Trần Thị Bình, 1990": who it is, but not the day that a clerk asks the patient for. */
static void say_other(const struct facts *other, char out[SLOT_SIZE])
{
    snprintf(out, SLOT_SIZE, "%s%s%.4s", other->name, *other->birth_date ? ", " : "", other->birth_date);
}

static void say_slot(const struct judgement *judgement, const struct card *card,
                     const struct hospital *hospital, enum finding finding, char out[SLOT_SIZE])
{
    switch (finding) {
    case FINDING_FIELD_UNCLEAR: say_unclear(card, hospital->language, out); break;
    case FINDING_CARD_ENDED: say_day(card->facts.valid_to, out); break;
    case FINDING_CARD_NOT_BEGUN: say_day(card->facts.valid_from, out); break;
    case FINDING_TEMPORARY_CARD: snprintf(out, SLOT_SIZE, "%s", card->facts.facility); break;
    case FINDING_REGISTER_OLDER_THAN_CARD:
    case FINDING_REGISTER_OLD: say_day(judgement->register_day, out); break;
    case FINDING_EXPIRED:
    case FINDING_NOT_YET_VALID:
    case FINDING_NEW_CARD_LATER:
    case FINDING_NEW_CARD_ENDED: say_day(judgement->day, out); break;
    case FINDING_REDUCED:
    case FINDING_ENDED:
    case FINDING_STATUS_UNKNOWN: say_status(judgement, hospital->language, out); break;
    case FINDING_NEW_CARD: say_number(judgement->system.number, out); break;
    case FINDING_REPEAT_TODAY:
        snprintf(out, SLOT_SIZE, "%s, %s", judgement->repeat.time, judgement->repeat.counter);
        break;
    case FINDING_FACILITY_SUCCESSOR: say_successor(judgement, card, hospital, out); break;
    case FINDING_REGISTERED_ELSEWHERE: snprintf(out, SLOT_SIZE, "%s", judgement->person.facility); break;
    case FINDING_EXPIRES_SOON: say_day(judgement->person.valid_to, out); break;
    case FINDING_FIVE_YEARS: say_day(judgement->person.five_year_date, out); break;
    case FINDING_TWO_CARDS: say_number(judgement->second_number, out); break;
    case FINDING_ADDRESS_POSSIBLE: say_communes(&judgement->address, hospital, out); break;
    case FINDING_BENEFIT_CHANGED:
        snprintf(out, SLOT_SIZE, "%c → %c", card->benefit, number_benefit(judgement->person.number));
        break;
    case FINDING_AREA_CHANGED:
        snprintf(out, SLOT_SIZE, "%s → %s", card->facts.area, judgement->person.area);
        break;
    case FINDING_PORTAL_NUMBER:
    case FINDING_PORTAL_SETUP:
    case FINDING_PORTAL_SILENT: say_portal(&judgement->portal, hospital->language, out); break;
    case FINDING_STAY_ELSEWHERE: say_seen(&judgement->abuse.stay, out); break;
    case FINDING_LEFT_TODAY: say_seen(&judgement->abuse.left, out); break;
    case FINDING_CHECKED_ELSEWHERE: say_seen(&judgement->abuse.check, out); break;
    case FINDING_CCCD_TWO_PEOPLE: say_other(&judgement->other, out); break;
    case FINDING_SEVEN_DAYS: say_seen(&judgement->abuse.last, out); break;
    default: *out = '\0';
    }
}

void finding_sentence(const struct judgement *judgement, const struct card *card,
                      const struct hospital *hospital, enum finding finding, char out[SENTENCE_SIZE])
{
    const char *text = finding_text(finding, hospital->language);
    if (finding == FINDING_REDUCED && told(judgement) && strcmp(judgement->status, "123") == 0) {
        text = finding_text(FINDING_ENDED, hospital->language); /* back with the same employer: a new card */
    }
    if (finding == FINDING_UNREADABLE && judgement->fault != FAULT_NONE) {
        text = fault_text(judgement->fault, hospital->language);
    }
    const char *slot = strstr(text, "%s");
    if (!slot) {
        assert(strlen(text) < SENTENCE_SIZE);
        memcpy(out, text, strlen(text) + 1);
        return;
    }
    char said[SLOT_SIZE];
    say_slot(judgement, card, hospital, finding, said);
    int len = snprintf(out, SENTENCE_SIZE, "%.*s%s%s", (int)(slot - text), text, said, slot + 2);
    assert(len > 0 && len < SENTENCE_SIZE);
    (void)len;
}
