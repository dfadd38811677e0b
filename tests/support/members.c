/* members: everything of a member drawn by dice that the index seeds. */
#include "members.h"

#include <assert.h>
#include <string.h>

enum { YEAR = 2026, SEED = 20261120, LATER = 20261121 };

/* Strides that share no factor with the range: every index gets a number of its
 * own, far from its neighbours'. */
enum { BHXH_STRIDE = 73687, BHXH_RANGE = 99999989, MILLION = 1000000, CCCD_STRIDE = 371293 };

static const char *const KINDS[MEMBERS_KINDS] = {
    [MEMBERS_FAMILY] = "family",   [MEMBERS_MIDDLE_F] = "middle-f", [MEMBERS_MIDDLE_M] = "middle-m",
    [MEMBERS_GIVEN_F] = "given-f", [MEMBERS_GIVEN_M] = "given-m",   [MEMBERS_STREET] = "street",
    [MEMBERS_WARD] = "ward",       [MEMBERS_OBJECT] = "object",     [MEMBERS_FACILITY] = "facility",
};

enum fault members_open(const char *words_path, struct members *ret)
{
    memset(ret->choices, 0, sizeof ret->choices);
    enum fault fault = words_read(words_path, &ret->words);
    for (int i = 0; fault == FAULT_NONE && i < ret->words.count; i++) {
        const struct word *word = &ret->words.word[i];
        int kind = 0;
        while (kind < MEMBERS_KINDS && strcmp(KINDS[kind], word->kind) != 0) {
            kind++;
        }
        for (unsigned n = 0; kind < MEMBERS_KINDS && n < word->weight; n++) {
            assert(ret->choices[kind] < MEMBERS_CHOICES);
            ret->choice[kind][ret->choices[kind]++] = word->text;
        }
    }
    return fault;
}

static const char *pick(const struct members *members, enum members_kind kind, struct dice *dice)
{
    return members->choice[kind][dice_roll(dice, members->choices[kind])];
}

static void make_numbers(const struct members *members, long index, struct dice *dice, unsigned birth_year,
                         struct insured *insured)
{
    long long bhxh = 7900000000 + (long long)index * BHXH_STRIDE % BHXH_RANGE;
    snprintf(insured->bhxh, sizeof insured->bhxh, "%010lld", bhxh);
    bool old_form = dice_roll(dice, 2) == 0;
    snprintf(insured->number, sizeof insured->number, "%s%s%s",
             old_form ? pick(members, MEMBERS_OBJECT, dice) : "", old_form ? "79" : "", insured->bhxh);
    insured->cccd[0] = '\0';
    if (dice_roll(dice, 5) > 0) {
        /* Ten provinces share the millions, so that no two members have one CCCD. */
        unsigned province = (unsigned)(index / MILLION),
                 sex = (birth_year >= 2000 ? 2U : 0U) + insured->female;
        snprintf(insured->cccd, sizeof insured->cccd, "%03u%u%02u%06u", 70 + province % 10, sex % 10,
                 birth_year % 100, (unsigned)((long long)index * CCCD_STRIDE % MILLION));
    }
}

static void make_person(const struct members *members, struct dice *dice, struct insured *insured)
{
    bool female = insured->female;
    snprintf(insured->name, sizeof insured->name, "%s %s %s", pick(members, MEMBERS_FAMILY, dice),
             pick(members, female ? MEMBERS_MIDDLE_F : MEMBERS_MIDDLE_M, dice),
             pick(members, female ? MEMBERS_GIVEN_F : MEMBERS_GIVEN_M, dice));
    unsigned house = 1 + dice_roll(dice, 300);
    snprintf(insured->address, sizeof insured->address, "%u %s, %s", house,
             pick(members, MEMBERS_STREET, dice), pick(members, MEMBERS_WARD, dice));
}

void members_make(const struct members *members, long index, struct insured *ret)
{
    assert(index >= 0 && index < MEMBERS_MAX);
    struct dice dice = {SEED + (uint64_t)index * 1000003};
    unsigned birth_year = YEAR - 19U - dice_roll(&dice, 60);
    ret->female = dice_roll(&dice, 2) == 0;
    make_person(members, &dice, ret);
    snprintf(ret->birth, sizeof ret->birth, "%02u/%02u/%u", 1 + dice_roll(&dice, 28) % 28,
             1 + dice_roll(&dice, 12) % 12, birth_year % 10000);
    make_numbers(members, index, &dice, birth_year, ret);
    ret->facility = pick(members, MEMBERS_FACILITY, &dice);
    ret->year = dice_roll(&dice, 25) == 0 ? YEAR - 1 : YEAR;
    ret->five_year = YEAR - 8 + (int)dice_roll(&dice, 12);
    ret->five_year_month = 1 + (int)dice_roll(&dice, 12);
}

void members_later(const struct members *members, long index, struct insured *insured)
{
    struct dice dice = {LATER + (uint64_t)index * 1000003};
    if (dice_roll(&dice, 10) == 0) {
        insured->facility = pick(members, MEMBERS_FACILITY, &dice);
    }
}

void members_write_header(FILE *out)
{
    fputs("maThe,maSoBHXH,soCCCD,hoTen,ngaySinh,gioiTinh,diaChi,maDKBD,gtTheTu,gtTheDen,ngayDu5Nam,maKV,"
          "maTheMoi,gtTheTuMoi,gtTheDenMoi,maDKBDMoi,trangThai\n",
          out);
}

void members_write(FILE *out, const struct insured *insured)
{
    fprintf(out, "%s,%s,%s,%s,%s,%s,\"%s\",%s,01/01/%d,31/12/%d,01/%02d/%d,,,,,,\n", insured->number,
            insured->bhxh, insured->cccd, insured->name, insured->birth, insured->female ? "Nữ" : "Nam",
            insured->address, insured->facility, insured->year, insured->year, insured->five_year_month,
            insured->five_year);
}

static void put_hex(const char *text, char *out)
{
    for (size_t i = 0; text[i]; i++) {
        snprintf(out + 2 * i, 3, "%02x", (unsigned char)text[i]);
    }
}

static size_t bhyt(const struct insured *insured, enum members_card card, char out[MEMBERS_PAYLOAD_SIZE])
{
    char name[2 * sizeof insured->name + 16], address[2 * sizeof insured->address];
    const char *facility = insured->facility;
    int year = card == MEMBERS_CARD_OLD ? YEAR - 1 : insured->year;
    put_hex(insured->name, name);
    put_hex(insured->address, address);
    if (card == MEMBERS_CARD_NAME) {
        strcat(name, "204b68c3a163"); /* " Khác" */
    }
    if (card == MEMBERS_CARD_FACILITY) {
        facility = strcmp(facility, "79014") == 0 ? "79025" : "79014";
    }
    return (size_t)snprintf(out, MEMBERS_PAYLOAD_SIZE,
                            "%s|%s|%s|%d|%s|%.2s - %s|01/01/%d|31/12/%d|15/12/%d|7901%s|-|4|01/%02d/%d|"
                            "0123456789abcdef-7102|$",
                            insured->number, name, insured->birth, insured->female ? 2 : 1, address, facility,
                            facility + 2, year, year, year - 1, insured->bhxh, insured->five_year_month,
                            insured->five_year);
}

static size_t cccd(const struct insured *insured, char out[MEMBERS_PAYLOAD_SIZE])
{
    char number[CCCD_SIZE], birth[9];
    snprintf(birth, sizeof birth, "%.2s%.2s%.4s", insured->birth, insured->birth + 3, insured->birth + 6);
    if (insured->cccd[0]) {
        strcpy(number, insured->cccd);
    } else { /* province 001 is nobody's in the register */
        snprintf(number, sizeof number, "001%d%.2s%.6s", insured->female ? 1 : 0, insured->birth + 8,
                 insured->bhxh + 4);
    }
    return (size_t)snprintf(out, MEMBERS_PAYLOAD_SIZE, "%s|025000000|%s|%s|%s|%s|05052022", number,
                            insured->name, birth, insured->female ? "Nữ" : "Nam", insured->address);
}

size_t members_payload(const struct insured *insured, enum members_card card, char out[MEMBERS_PAYLOAD_SIZE])
{
    switch (card) {
    case MEMBERS_CARD_CCCD: return cccd(insured, out);
    case MEMBERS_CARD_NUMBER: return (size_t)snprintf(out, MEMBERS_PAYLOAD_SIZE, "%s", insured->number);
    case MEMBERS_CARD_SAME:
    case MEMBERS_CARD_FACILITY:
    case MEMBERS_CARD_OLD:
    case MEMBERS_CARD_NAME: break;
    }
    return bhyt(insured, card, out);
}
