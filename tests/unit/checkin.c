/* checkin: every item of the decree at its limit and beyond, and what makes a record whole. */
#include "core/checkin.h"
#include "core/desk.h"
#include "core/qd4750.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const struct checkin_place PLACE = {.facility = "79014", .kind = "01"};

static struct kept_intake kept(void)
{
    struct kept_intake kept = {.id = "9b2e6c1a-0000-4000-8000-000000000001", .at = "2026-11-20T08:41"};
    struct facts *facts = &kept.intake.facts;
    strcpy(facts->number, "DN4790123456789");
    strcpy(facts->name, "Nguyễn Thị Hòa");
    strcpy(facts->birth_date, "1985-03-12");
    strcpy(facts->gender, "female");
    strcpy(facts->facility, "79025");
    strcpy(facts->valid_from, "2026-01-01");
    strcpy(facts->valid_to, "2026-12-31");
    strcpy(facts->cccd, "079185000001");
    strcpy(kept.intake.entitlement.code, "1.3");
    return kept;
}

static struct checkin made(struct kept_intake *from)
{
    struct checkin checkin;
    checkin_make(from, &PLACE, CHECKIN_NEW, 1, &checkin);
    return checkin;
}

/* The list of QĐ 4750, written down again: number, name, length. */
static const struct {
    const char *name;
    int limit;
} DECREE[] = {
    {"MA_LK", 100},     {"STT", 10},
    {"MA_BN", 100},     {"HO_TEN", 255},
    {"SO_CCCD", 15},    {"NGAY_SINH", 12},
    {"GIOI_TINH", 1},   {"MA_THE_BHYT", 15},
    {"MA_DKBD", 5},     {"GT_THE_TU", 8},
    {"GT_THE_DEN", 8},  {"MA_DOITUONG_KCB", 4},
    {"NGAY_VAO", 12},   {"NGAY_VAO_NOI_TRU", 12},
    {"LY_DO_VNT", 0},   {"MA_LY_DO_VNT", 5},
    {"MA_LOAI_KCB", 2}, {"MA_CSKCB", 5},
    {"MA_DICH_VU", 50}, {"TEN_DICH_VU", 1024},
    {"MA_THUOC", 255},  {"TEN_THUOC", 1024},
    {"MA_VAT_TU", 255}, {"TEN_VAT_TU", 1024},
    {"NGAY_YL", 12},    {"DU_PHONG", 0},
};

Test(checkin, has_the_decrees_items_in_its_order)
{
    cr_assert_eq(sizeof DECREE / sizeof *DECREE, CHECKIN_COUNT);
    for (int i = 0; i < CHECKIN_COUNT; i++) {
        cr_expect_str_eq(checkin_name((enum checkin_item)i), DECREE[i].name, "item %d", i + 1);
        cr_expect_eq(checkin_named(DECREE[i].name), (enum checkin_item)i);
    }
    cr_expect_eq(CHECKIN_MA_LOAI_KCB + 1, 17);
    cr_expect_eq(CHECKIN_MA_CSKCB + 1, 18);
    cr_expect_eq(checkin_named("MA_LK "), CHECKIN_COUNT);
    cr_expect_eq(checkin_named(""), CHECKIN_COUNT);
}

/* Free text counts characters, three bytes each here; the others' forms end before their limit does. */
Test(checkin, every_text_ends_at_its_limit_in_characters)
{
    static const enum checkin_item texts[] = {
        CHECKIN_MA_LK,       CHECKIN_MA_BN,    CHECKIN_HO_TEN,    CHECKIN_MA_LY_DO_VNT, CHECKIN_MA_DICH_VU,
        CHECKIN_TEN_DICH_VU, CHECKIN_MA_THUOC, CHECKIN_TEN_THUOC, CHECKIN_MA_VAT_TU,    CHECKIN_TEN_VAT_TU,
    };
    static char value[3 * 1025 + 1];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        enum checkin_fault fault = CHECKIN_FAULTS;
        int limit = DECREE[texts[i]].limit;
        value[0] = '\0';
        for (int n = 0; n < limit; n++) {
            strcpy(value + 3 * n, "ế");
        }
        cr_expect(checkin_value(texts[i], value, &fault), "%s", checkin_name(texts[i]));
        strcat(value, "ế");
        cr_expect_not(checkin_value(texts[i], value, &fault), "%s", checkin_name(texts[i]));
        cr_expect_eq(fault, CHECKIN_TOO_LONG, "%s", checkin_name(texts[i]));
    }
}

Test(checkin, every_form_is_held_to)
{
    static const struct {
        enum checkin_item item;
        const char *good[4], *form[6], *too_long;
    } trials[] = {
        {CHECKIN_STT, {"1", "1234567890"}, {"1a", "-1", " 1"}, "12345678901"},
        {CHECKIN_SO_CCCD, {"079185000001", "012345678"}, {"07918500000", "07918500000A"}, "0791850000010000"},
        {CHECKIN_NGAY_SINH,
         {"198503120000", "198503000000", "198500000000"},
         {"19850312", "198513010000", "198502300000", "198500120000", "198503122400", "198503120060"},
         "1985031200000"},
        {CHECKIN_GIOI_TINH, {"1", "2", "3"}, {"0", "4", "N"}, "12"},
        {CHECKIN_MA_THE_BHYT,
         {"DN4790123456789", "TE1790123456789"},
         {"0123456789", "079185000001", "dn4790123456789", "DN0790123456789"},
         "DN479079185000001"},
        {CHECKIN_MA_DKBD, {"79025", "01C54", "01009"}, {"7902", "1009", "790 5"}, "790250"},
        {CHECKIN_GT_THE_TU, {"20260101"}, {"2026011", "20260229", "20261301", "2026-1-1"}, "202601010"},
        {CHECKIN_GT_THE_DEN, {"20261231"}, {"20261200", "20260000"}, "202612310"},
        {CHECKIN_MA_DOITUONG_KCB, {"1", "1.1", "1.11", "3.6"}, {"1.", ".1", "a", "1.1a", "1..1"}, "11.11"},
        {CHECKIN_NGAY_VAO,
         {"202611200841", "202611202359"},
         {"202611202400", "202611200860", "202611000841"},
         "2026112008410"},
        {CHECKIN_MA_LOAI_KCB, {"01", "10"}, {"a1"}, "001"},
        {CHECKIN_MA_CSKCB, {"79014"}, {"7901"}, "790140"},
        {CHECKIN_NGAY_YL, {"202611200900"}, {"20261120"}, "2026112009000"},
    };
    for (size_t i = 0; i < sizeof trials / sizeof *trials; i++) {
        const char *name = checkin_name(trials[i].item);
        enum checkin_fault fault = CHECKIN_FAULTS;
        for (int n = 0; n < 4 && trials[i].good[n]; n++) {
            cr_expect(checkin_value(trials[i].item, trials[i].good[n], &fault), "%s %s", name,
                      trials[i].good[n]);
        }
        for (int n = 0; n < 6 && trials[i].form[n]; n++) {
            fault = CHECKIN_FAULTS;
            cr_expect_not(checkin_value(trials[i].item, trials[i].form[n], &fault), "%s %s", name,
                          trials[i].form[n]);
            cr_expect_eq(fault, CHECKIN_FORM, "%s %s", name, trials[i].form[n]);
        }
        cr_expect_not(checkin_value(trials[i].item, trials[i].too_long, &fault), "%s", name);
        cr_expect_eq(fault, CHECKIN_TOO_LONG, "%s", name);
    }
}

Test(checkin, no_text_breaks_xml)
{
    enum checkin_fault fault = CHECKIN_FAULTS;
    cr_expect_not(checkin_value(CHECKIN_HO_TEN, "A\x01", &fault));
    cr_expect_eq(fault, CHECKIN_FORM);
    cr_expect_not(checkin_value(CHECKIN_HO_TEN, "A\xEF\xBF\xBF", &fault));
    cr_expect(checkin_value(CHECKIN_HO_TEN, "<A & \"B\">", &fault));
}

/* What the counter writes: 1 to 13, 17 and 18, and nothing that is the hospital system's. */
Test(checkin, fills_the_counters_items_only)
{
    struct kept_intake from = kept();
    struct checkin checkin = made(&from);
    static const char *const want[CHECKIN_COUNT] = {
        [CHECKIN_MA_LK] = "9b2e6c1a-0000-4000-8000-000000000001",
        [CHECKIN_STT] = "1",
        [CHECKIN_HO_TEN] = "Nguyễn Thị Hòa",
        [CHECKIN_SO_CCCD] = "079185000001",
        [CHECKIN_NGAY_SINH] = "198503120000",
        [CHECKIN_GIOI_TINH] = "2",
        [CHECKIN_MA_THE_BHYT] = "DN4790123456789",
        [CHECKIN_MA_DKBD] = "79025",
        [CHECKIN_GT_THE_TU] = "20260101",
        [CHECKIN_GT_THE_DEN] = "20261231",
        [CHECKIN_MA_DOITUONG_KCB] = "1.3",
        [CHECKIN_NGAY_VAO] = "202611200841",
        [CHECKIN_MA_LOAI_KCB] = "01",
        [CHECKIN_MA_CSKCB] = "79014",
    };
    for (int i = 0; i < CHECKIN_COUNT; i++) {
        cr_expect_str_eq(checkin.item[i], want[i] ? want[i] : "", "%s", DECREE[i].name);
    }
    struct checkin_problem problems[CHECKIN_COUNT];
    cr_expect_eq(checkin_judge(&checkin, problems), 0);
    cr_expect_eq(checkin_open(&checkin), 0);
}

Test(checkin, a_cancellation_says_which_visit_and_no_more)
{
    struct kept_intake from = kept();
    struct checkin checkin;
    struct checkin_problem problems[CHECKIN_COUNT];
    checkin_make(&from, &PLACE, CHECKIN_CANCEL, 1, &checkin);
    for (enum checkin_item item = 0; item < CHECKIN_COUNT; item++) {
        bool stays = item == CHECKIN_MA_LK || item == CHECKIN_NGAY_VAO || item == CHECKIN_MA_CSKCB;
        cr_expect_eq(*checkin.item[item] != '\0', stays, "%s", checkin_name(item));
    }
    cr_expect_eq(checkin_judge(&checkin, problems), 0);
    cr_expect_eq(checkin_open(&checkin), 0);
    checkin_make(&from, &(struct checkin_place){.kind = "01"}, CHECKIN_CANCEL, 1, &checkin);
    cr_assert_eq(checkin_judge(&checkin, problems), 1);
    cr_expect_eq(problems[0].item, CHECKIN_MA_CSKCB);
}

Test(checkin, names_what_is_missing_in_order)
{
    struct kept_intake from = {.id = "a"};
    struct checkin checkin;
    struct checkin_problem problems[CHECKIN_COUNT];
    char got[512] = "", code[CHECKIN_CODE_SIZE];
    checkin_make(&from, &(struct checkin_place){.facility = ""}, CHECKIN_NEW, 1, &checkin);
    int count = checkin_judge(&checkin, problems);
    for (int i = 0; i < count; i++) {
        checkin_problem_code(problems[i], code);
        snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s", i ? ", " : "", code);
    }
    cr_expect_str_eq(got, "missing HO_TEN, missing NGAY_SINH, missing MA_THE_BHYT, missing MA_DKBD, "
                          "missing GT_THE_TU, missing NGAY_VAO, missing MA_LOAI_KCB, missing MA_CSKCB");
    cr_expect_str_eq(checkin.item[CHECKIN_GIOI_TINH], "3");
    cr_expect_eq(checkin_open(&checkin), 1U << CHECKIN_MA_DOITUONG_KCB);
}

Test(checkin, has_a_whole_sentence_for_every_problem)
{
    char text[CHECKIN_SENTENCE_SIZE];
    for (int item = 0; item < CHECKIN_COUNT; item++) {
        for (int fault = 0; fault < CHECKIN_FAULTS; fault++) {
            struct checkin_problem problem = {(enum checkin_item)item, (enum checkin_fault)fault};
            for (int language = 0; language < LANGUAGE_COUNT; language++) {
                checkin_problem_text(problem, (enum language)language, text);
                cr_expect(strstr(text, DECREE[item].name) && text[strlen(text) - 1] == '.', "%s", text);
            }
        }
    }
    checkin_problem_text((struct checkin_problem){CHECKIN_MA_CSKCB, CHECKIN_MISSING}, LANGUAGE_VI, text);
    cr_expect_str_eq(text, "Thiếu MA_CSKCB (mã cơ sở KCB): ghi [hospital] facility vào tiepdon.ini.");
}

Test(checkin, a_patient_without_insurance_has_no_record)
{
    struct kept_intake from = kept();
    cr_expect(checkin_concerns(&from));
    from.intake.status = INTAKE_NOT_INSURED;
    cr_expect_not(checkin_concerns(&from));
}

static unsigned all(void)
{
    return (1U << CHECKIN_COUNT) - 1;
}

Test(checkin, a_record_comes_back_complete_or_is_named)
{
    struct checkin_problem problems[CHECKIN_COUNT];
    unsigned done = 1U << CHECKIN_MA_DICH_VU | 1U << CHECKIN_TEN_DICH_VU | 1U << CHECKIN_MA_THUOC |
                    1U << CHECKIN_TEN_THUOC | 1U << CHECKIN_MA_VAT_TU | 1U << CHECKIN_TEN_VAT_TU;
    unsigned may = 1U << CHECKIN_SO_CCCD | 1U << CHECKIN_GT_THE_DEN | 1U << CHECKIN_NGAY_VAO_NOI_TRU |
                   1U << CHECKIN_LY_DO_VNT | 1U << CHECKIN_MA_LY_DO_VNT | 1U << CHECKIN_DU_PHONG;
    cr_expect_eq(checkin_complete(all(), problems), 0);
    unsigned drug = 1U << CHECKIN_MA_THUOC | 1U << CHECKIN_TEN_THUOC;
    cr_expect_eq(checkin_complete((all() & ~done & ~may) | drug, problems), 0, "one of the three will do");
    cr_expect_eq(checkin_complete(all() & ~done, problems), 2);
    cr_expect_eq(problems[0].item, CHECKIN_MA_DICH_VU);
    cr_expect_eq(checkin_complete(all() & ~(1U << CHECKIN_TEN_THUOC), problems), 1,
                 "a code without its name");
    cr_expect_eq(problems[0].item, CHECKIN_TEN_THUOC);
    for (int item = 0; item < CHECKIN_COUNT; item++) {
        bool needed = !((done | may) & 1U << item);
        cr_expect_eq(checkin_complete(all() & ~(1U << item), problems), needed || done & 1U << item ? 1 : 0,
                     "%s", DECREE[item].name);
    }
}

Test(checkin, gives_days_and_minutes_their_form)
{
    char out[QD4750_MINUTE_SIZE];
    qd4750_minute("2026-11-20T08:41", out);
    cr_expect_str_eq(out, "202611200841");
    qd4750_minute("2026-11-20", out);
    cr_expect_str_eq(out, "202611200000");
    qd4750_minute("", out);
    cr_expect_str_eq(out, "");
    qd4750_value(FIELD_BIRTH_DATE, "1952", out);
    cr_expect_str_eq(out, "195200000000");
    qd4750_value(FIELD_BIRTH_DATE, "1952-03", out);
    cr_expect_str_eq(out, "195203000000");
    qd4750_value(FIELD_GENDER, "", out);
    cr_expect_str_eq(out, "3");
}
