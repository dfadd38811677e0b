/* The guidance slip: parts by findings, places from the configuration and the patient; its templates say what they must. */
#include "core/slip.h"
#include "core/form.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const struct hospital HOSPITAL = {.hotline = "1900 0000", .facility_name = "BV Mẫu"};

static const char *make(const char *template, const struct findings *findings)
{
    static char out[SLIP_SIZE];
    const struct slip slip = {findings, &HOSPITAL, "LÊ MẪU", "0123456789", "2026-11-20"};
    cr_assert_eq(slip_make(template, &slip, out, sizeof out), FAULT_NONE);
    return out;
}

Test(slip, fills_places_and_leaves_a_line_for_what_is_not_configured)
{
    struct findings none = {0};
    cr_assert_str_eq(make("Gọi {hotline} ({office}), {hospital} {x}", &none),
                     "Gọi 1900 0000 (........), BV Mẫu {x}\n");
    cr_assert_str_eq(make("{name} {bhxh} {day}", &none), "LÊ MẪU 0123456789 20/11/2026\n");
}

Test(slip, shows_a_part_only_with_its_finding)
{
    struct findings findings = {0};
    const char *template = "[always]\na\n[tail_missing unreadable]\nb\n[unreadable]\nc\n[always]\nd\n";
    cr_assert_str_eq(make(template, &findings), "a\nd\n");
    finding_add(&findings, FINDING_TAIL_MISSING);
    cr_assert_str_eq(make(template, &findings), "a\nb\nd\n");
}

static char text[TEMPLATE_SIZE];

static const char *load(const char *file)
{
    char path[64];
    snprintf(path, sizeof path, "data/%s", file);
    FILE *in = fopen(path, "r");
    cr_assert_not_null(in, "%s: run the tests from the top of the project", path);
    size_t len = fread(text, 1, sizeof text - 1, in);
    fclose(in);
    cr_assert_lt(len, sizeof text - 1, "%s is cut", path);
    text[len] = '\0';
    return text;
}

static void expect_all(const char *out, const char *const wanted[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        cr_expect(strstr(out, wanted[i]), "\"%s\" is not on the slip:\n%s", wanted[i], out);
    }
}

/* Every template that is installed names only what there is. */
Test(slip, installed_templates_are_sound)
{
    for (int form = 0; form < FORM_COUNT; form++) {
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            const char *file = form_file((enum form)form, (enum language)language);
            struct template_error error;
            form_check((enum form)form, load(file), &error);
            cr_expect_eq(error.line, 0, "%s:%d: %s", file, error.line, error.name);
        }
    }
}

/* What the letters from BHXH and the guide of VssID ask of it, whatever was found. */
Test(slip, tells_how_to_register_in_vssid)
{
    static const char *const wanted[] = {"ảnh hai mặt CCCD",
                                         "ảnh chân dung",
                                         "10 số cuối của số thẻ",
                                         "0123456789",
                                         "Một số điện thoại",
                                         "cơ quan BHXH",
                                         "e-mail",
                                         "có giá trị 3 phút",
                                         "mật khẩu gửi qua",
                                         "1900 0000",
                                         "không có CCCD gắn chip thì hỏi",
                                         "VNeID"};
    static const char *const promised[] = {"sẽ được cấp thẻ giấy", "được cấp lại thẻ giấy"};
    struct findings none = {0};
    const char *out = make(load("slip.vi.txt"), &none);
    expect_all(out, wanted, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < sizeof promised / sizeof *promised; i++) {
        cr_expect_null(strstr(out, promised[i]), "a paper card is promised to nobody");
    }
    cr_expect_null(strstr(out, "Nơi đăng ký"), "nothing was wrong");
}

Test(slip, tells_what_was_wrong_and_that_it_can_wait)
{
    static const char *const wanted[] = {"Nơi đăng ký KCB ban đầu trên thẻ khác",
                                         "không phải về lấy thẻ giấy", "Cấp lại, đổi thẻ BHYT",
                                         "sau khi ra viện cũng được"};
    struct findings findings = {0};
    finding_add(&findings, FINDING_FACILITY_DIFFERENT);
    expect_all(make(load("slip.vi.txt"), &findings), wanted, sizeof wanted / sizeof *wanted);
}

/* A finding that keeps the patient from a plain match has a part of its own. */
Test(slip, every_weighty_finding_of_the_card_has_its_words)
{
    static const enum finding weighty[] = {FINDING_NOT_FOUND,
                                           FINDING_UNSYNCED,
                                           FINDING_CCCD_MISSING,
                                           FINDING_NAME_DIFFERENT,
                                           FINDING_NAME_PARTIAL,
                                           FINDING_EXPIRED,
                                           FINDING_WITHDRAWN,
                                           FINDING_REDUCED,
                                           FINDING_ENDED,
                                           FINDING_NOT_YET_VALID,
                                           FINDING_NEW_CARD,
                                           FINDING_FACILITY_DIFFERENT,
                                           FINDING_ADDRESS_DIFFERENT,
                                           FINDING_DATES_EXTENDED,
                                           FINDING_SOURCE_SILENT,
                                           FINDING_NOT_IN_REGISTER,
                                           FINDING_BIRTH_DATE_DIFFERENT,
                                           FINDING_GENDER_DIFFERENT,
                                           FINDING_CCCD_DIFFERENT,
                                           FINDING_BHXH_DIFFERENT,
                                           FINDING_PORTAL_NAME,
                                           FINDING_PORTAL_BIRTH_DATE,
                                           FINDING_CHILD_UNDER_SIX,
                                           FINDING_UNEMPLOYED_EXTENDED};
    static char plain[SLIP_SIZE];
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        const char *template = load(form_file(FORM_SLIP, (enum language)language));
        struct findings none = {0};
        strcpy(plain, make(template, &none));
        for (size_t i = 0; i < sizeof weighty / sizeof *weighty; i++) {
            struct findings findings = {0};
            finding_add(&findings, weighty[i]);
            cr_expect_str_neq(make(template, &findings), plain, "%s", finding_code(weighty[i]));
        }
    }
}

/* The assessor's contact is the clerk's. */
Test(slip, has_no_place_for_the_assessor)
{
    struct template_error error;
    slip_check("[always]\n{assessor}", &error);
    cr_expect_eq(error.line, 2);
    cr_expect_str_eq(error.name, "assessor");
}
