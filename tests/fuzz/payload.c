/* No bytes, wherever they came from, crash card_read, hang it, or make it state
 * what may not be shown or stored. */
#include "core/card.h"
#include "core/mend.h"
#include "core/text.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void check_text(const char *text, size_t cap)
{
    size_t len = strnlen(text, cap);
    require(len < cap && text_valid(text, len));
    int32_t rune = 0;
    for (size_t at = 0; at < len; at += text_next(text + at, len - at, &rune)) {
        unsigned char c = (unsigned char)text[at];
        require(c >= 0x20 && c != 0x7F && !(c == 0xC2 && (unsigned char)text[at + 1] < 0xA0));
    }
    require(len == 0 || (text[0] != ' ' && text[len - 1] != ' '));
}

static void check_date(const char *date)
{
    require(*date == '\0' || date_valid(date));
}

static void check_facts(const struct card *card)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        check_text(facts_get(&card->facts, field), field_size(field));
        if (card->unclear >> field & 1) {
            require(*facts_get(&card->facts, field) == '\0');
        }
    }
    check_date(card->facts.birth_date);
    check_date(card->facts.valid_from);
    check_date(card->facts.valid_to);
    check_date(card->facts.five_year_date);
    check_date(card->issue_date);
    check_text(card->bhxh_number, sizeof card->bhxh_number);
    check_text(card->cmnd, sizeof card->cmnd);
    check_text(card->parent, sizeof card->parent);
    require(card->benefit == '\0' || (card->benefit >= '1' && card->benefit <= '5'));
}

static void check_found(const struct card *card)
{
    require(card->kind != CARD_UNKNOWN);
    require(*card->facts.number || *card->facts.cccd);
    require(card->kind == CARD_NUMBER || *card->facts.name);
    require(!card->mended || !(card->notes & CARD_NOTE_UNCLEAR));
    require(!card->unclear || card->notes & CARD_NOTE_UNCLEAR);
}

/* A picture is never repaired; what is repaired did not read whole as it stood, and is repaired alike again. */
static void check_mended(const struct card *card, const char *bytes, size_t size)
{
    struct card plain, again;
    enum fault fault = card_parse(bytes, size, card->origin, &plain);
    unsigned repaired = card->mended & ~(unsigned)MEND_SEPARATOR;
    require(!repaired || card->origin != ORIGIN_PICTURE);
    require(!repaired || fault != FAULT_NONE || plain.notes || mend_turned(bytes, size));
    require(card_read(bytes, size, card->origin, &again) == FAULT_NONE && again.mended == card->mended);
    require(memcmp(&again.facts, &card->facts, sizeof again.facts) == 0);
}

static void check_refused(const struct card *card, enum fault fault)
{
    static const struct card empty;
    struct card rest = *card;
    require(!card->mended);
    require(*fault_text(fault, LANGUAGE_VI) != '\0' && *card_kind_code(card->kind) != '\0');
    rest.kind = empty.kind;
    rest.origin = empty.origin;
    require(memcmp(&rest.facts, &empty.facts, sizeof rest.facts) == 0 && !*rest.bhxh_number && !*rest.cmnd);
    require(!*rest.parent && !rest.benefit && !*rest.issue_date && !rest.notes && !rest.unclear);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* A copy of exactly this size lets the address sanitizer see a read past the end. */
    char *bytes = malloc(size ? size : 1);
    require(bytes != NULL);
    if (size) {
        memcpy(bytes, data, size);
    }
    for (enum origin origin = ORIGIN_PICTURE; origin <= ORIGIN_TYPED; origin++) {
        struct card card;
        enum fault fault = card_read(bytes, size, origin, &card);
        check_facts(&card);
        if (fault == FAULT_NONE) {
            check_found(&card);
            check_mended(&card, bytes, size);
        } else {
            check_refused(&card, fault);
        }
    }
    free(bytes);
    return 0;
}
