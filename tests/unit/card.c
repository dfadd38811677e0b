/* card: damaged payloads never become facts. */
#include "core/card.h"
#include "../fuzz/rounds.h"

#include "../fuzz/payload.c"
#include <criterion/criterion.h>
#include <stdio.h>

static const char *const SAMPLES[] = {
    ("DN4010123456789|4e475559e1bb844e2056c4824e20414e|04/09/1985|1|53e1bb912031205068e1bb91205468e1bbad|"
     "01 - 043|01/07/2017|31/12/2017|"
     "21/07/2017|01050123456789|4d41c3b12045|4|01/07/2022|0123456789abcdef-7102|$"),
    ("0123456789|5452e1baa64e205448e1bb8a2042c38c4e48|29/03/1988|2|-|79 - 014|01/07/2023|-|31/07/2023|"
     "79010123456789|-|4| 01/10/2027|0123456789abcdef-1202|4|5175e1baad6e204de1baab752c205468c3a06e68|$"),
    "001095012345|012345678|Nguyễn Văn An|25101995|Nam|123 Phố Huế, Hà Nội|10122021",
    "001195012345~~Trần Thị Bình~25/10/1995~Nữ~Số 1~10/12/2021",
    "]Q1DN4790123456789\r\n",
    "àà&àç(à&é\"'(µà&é\"'(-è_µLE VQN QNµé(&à&çç(µNq,µ&é\" DONG DQ; HQ NOIµ&à&ééàé&",
    "001095012345<<Nguzễn Văn An<25101995<Nam<123 Phố Huế, Hà Nội<10122021",
    "001095012345||nGUYỄN vĂN aN|25101995|nAM|hÀ nỘI|10122021",
    "001095012345||Nguy7877n V259n An|25101995|N7919|H224 N7897i|10122021",
    "001095012345||Nguyn Vn n|25101995|N|Ph Hu|10122021",
};

static struct card read_card(const char *text)
{
    struct card card;
    cr_assert_eq(card_read(text, strlen(text), ORIGIN_SCANNER, &card), FAULT_NONE, "%s", text);
    return card;
}

/* One byte changed, taken out or put in, the tail cut, or a piece said twice. */
static size_t mutate(uint8_t *bytes, size_t len, uint64_t *state)
{
    static const char telling[] = "|~\\/\xC2\xA6$#-09afAF \x1B\x00\x7F\x80\xE1\xBB\xFF]";
    size_t at = len ? rounds_below(state, len) : 0;
    uint8_t byte = (uint8_t)telling[rounds_below(state, sizeof telling - 1)];
    switch (rounds_below(state, 5)) {
    case 0: bytes[at] = byte; return len ? len : 1;
    case 1: memmove(bytes + at, bytes + at + 1, len - at); return len ? len - 1 : 0;
    case 2:
        memmove(bytes + at + 1, bytes + at, len - at);
        bytes[at] = byte;
        return len + 1;
    case 3: return at;
    default: memmove(bytes + len, bytes + at, len - at); return len + (len - at);
    }
}

Test(card, no_damage_makes_it_state_what_must_not_be_shown)
{
    static uint8_t bytes[1 << 16];
    uint64_t state = 20261122;
    for (int round = 0; round < 20000; round++) {
        const char *sample = SAMPLES[round % (int)(sizeof SAMPLES / sizeof *SAMPLES)];
        size_t len = strlen(sample);
        memcpy(bytes, sample, len + 1);
        for (size_t hurts = 1 + rounds_below(&state, 4); hurts > 0; hurts--) {
            len = mutate(bytes, len, &state);
        }
        cr_assert_eq(LLVMFuzzerTestOneInput(bytes, len), 0);
    }
}

/* A scanner that falls silent in the middle never makes another value out of a part of one. */
Test(card, a_cut_card_is_the_same_person_or_refused)
{
    struct card whole = read_card(SAMPLES[0]), part;
    for (size_t len = 16; len < strlen(SAMPLES[0]); len++) {
        if (card_read(SAMPLES[0], len, ORIGIN_SILENCE, &part) != FAULT_NONE) {
            continue;
        }
        cr_assert(part.notes & CARD_NOTE_TAIL, "%zu bytes look whole", len);
        for (enum field field = 0; field < FIELD_COUNT; field++) {
            const char *stated = facts_get(&part.facts, field);
            cr_assert(*stated == '\0' || strcmp(stated, facts_get(&whole.facts, field)) == 0,
                      "%zu bytes: %s is %s", len, field_code(field), stated);
        }
    }
}

Test(card, the_origin_is_kept)
{
    struct card card;
    cr_assert_eq(card_read("0123456789", 10, ORIGIN_TYPED, &card), FAULT_NONE);
    cr_assert_eq(card.origin, ORIGIN_TYPED);
    cr_assert_neq(card_read("x", 1, ORIGIN_SILENCE, &card), FAULT_NONE);
    cr_assert_eq(card.origin, ORIGIN_SILENCE);
}

Test(card, values_are_whole_or_left_out_never_cut)
{
    char line[4096], letters[2 * ADDRESS_SIZE + 1];
    struct card card;
    for (size_t i = 0; i < sizeof letters - 1; i++) {
        letters[i] = i % 2 ? '1' : '4';
    }
    letters[sizeof letters - 1] = '\0';
    const char *form = "0123456789|%.*s|1985|1|%.*s|79014|01/07/2023|-|-|-|-|4|-|-|4|-|$";
    sprintf(line, form, 2 * (NAME_SIZE - 1), letters, 2 * (ADDRESS_SIZE - 1), letters);
    card = read_card(line);
    cr_assert_eq(strlen(card.facts.name), NAME_SIZE - 1);
    cr_assert_eq(strlen(card.facts.address), ADDRESS_SIZE - 1);
    sprintf(line, form, 2, letters, 2 * ADDRESS_SIZE, letters);
    card = read_card(line);
    cr_assert_str_eq(card.facts.address, "");
    cr_assert_eq(card.unclear, 1u << FIELD_ADDRESS);
    sprintf(line, form, 2 * NAME_SIZE, letters, 2, letters);
    cr_assert_eq(card_read(line, strlen(line), ORIGIN_PICTURE, &card), FAULT_PAYLOAD_FIELD);
}

Test(card, same_person_by_either_number)
{
    struct card card15 = read_card(SAMPLES[0]), card10 = read_card(SAMPLES[1]), cccd = read_card(SAMPLES[2]);
    struct card typed = read_card("001095012345"), other = read_card("0123456780");
    cr_assert(card_same_person(&card15, &card10));
    cr_assert(card_same_person(&cccd, &typed));
    cr_assert_not(card_same_person(&card15, &other));
    cr_assert_not(card_same_person(&card15, &cccd), "nothing to compare");
}

Test(card, a_contradicting_number_is_another_person)
{
    struct card a = read_card(SAMPLES[0]), b = a;
    strcpy(a.facts.cccd, "001095012345");
    strcpy(b.facts.cccd, "001095012346");
    cr_assert_not(card_same_person(&a, &b));
    strcpy(b.facts.cccd, "001095012345");
    cr_assert(card_same_person(&a, &b));
    strcpy(b.bhxh_number, "9876543210");
    cr_assert_not(card_same_person(&a, &b));
}
