/* patient: who may be one person, and what intakes add up to. */
#include "core/patient.h"
#include <criterion/criterion.h>
#include <string.h>

static struct facts person(const char *name, const char *birth_date, const char *gender)
{
    struct facts facts = {.number = ""};
    strcpy(facts.name, name);
    strcpy(facts.birth_date, birth_date);
    strcpy(facts.gender, gender);
    return facts;
}

Test(patient, what_both_state_must_not_contradict)
{
    static const struct {
        const char *name, *birth_date, *gender;
        bool agrees;
    } others[] = {
        {"NGUYỄN THỊ HOÀ", "1985-03-12", "female", true},
        {"Nguyen Thi Hoa", "1985-03-12", "female", true},
        {"Nguyn Th Hòa", "1985-03-12", "female", true},
        {"Nguyễn Thị Hòa", "1985", "female", true},
        {"Nguyễn Thị Hòa", "", "", true},
        {"", "1985-03", "female", true},
        {"", "", "", true},
        {"Nguyễn Thị Hóa", "1985-03-12", "female", false},
        {"Nguyễn Thị Hương", "1985-03-12", "female", false},
        {"Nguyễn Hòa", "1985-03-12", "female", false},
        {"Nguyễn Thị Hòa", "1985-03-13", "female", false},
        {"Nguyễn Thị Hòa", "1986", "female", false},
        {"Nguyễn Thị Hòa", "1985-03-12", "male", false},
    };
    const struct facts known = person("Nguyễn Thị Hòa", "1985-03-12", "female");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const struct facts other = person(others[i].name, others[i].birth_date, others[i].gender);
        cr_expect_eq(patient_agrees(&known, &other), others[i].agrees, "%s %s", others[i].name,
                     others[i].birth_date);
        cr_expect_eq(patient_agrees(&other, &known), others[i].agrees, "the other way round: %s",
                     others[i].name);
    }
}

Test(patient, the_newest_word_on_each_field_holds)
{
    struct patient patient = {.id = 1};
    struct facts first = person("Nguyễn Thị Hoà", "1985-03-12", "female"), second = person("", "1985", "");
    const struct contact none = {.phone = ""};
    strcpy(first.number, "DN4790123456789");
    strcpy(second.cccd, "079185012345");
    strcpy(second.number, "HC4790123456789");
    patient_take(&patient, &first, "0123456789", &none);
    patient_take(&patient, &second, "", &none);
    cr_expect_eq(patient.visits, 2);
    cr_expect_str_eq(patient.facts.name, "Nguyễn Thị Hoà");
    cr_expect_str_eq(patient.facts.birth_date, "1985-03-12", "a year says less than the day that lies in it");
    cr_expect_str_eq(patient.facts.number, "HC4790123456789");
    cr_expect_str_eq(patient.facts.cccd, "079185012345");
    cr_expect_str_eq(patient.bhxh_number, "0123456789");
    second = person("Nguyễn Thị Hòa", "1986", "");
    patient_take(&patient, &second, "", &none);
    cr_expect_str_eq(patient.facts.name, "Nguyễn Thị Hòa");
    cr_expect_str_eq(patient.facts.birth_date, "1986");
}

Test(patient, an_empty_contact_erases_only_where_the_clerk_saw_all_of_it)
{
    struct patient patient = {.id = 1};
    const struct facts facts = person("Nguyễn Thị Hòa", "1985-03-12", "female");
    const struct contact told = {"0912345678", "12 Lê Lợi", "Trần Văn Cha", "0987654321", false};
    const struct contact moved = {.address = "3 Hàng Bài"}, whole = {.phone = "0911111111", .whole = true};
    patient_take(&patient, &facts, "", &told);
    patient_take(&patient, &facts, "", &moved);
    cr_expect_str_eq(patient.contact.phone, "0912345678");
    cr_expect_str_eq(patient.contact.address, "3 Hàng Bài");
    cr_expect_str_eq(patient.contact.relative, "Trần Văn Cha");
    patient_take(&patient, &facts, "", &whole);
    cr_expect_str_eq(patient.contact.phone, "0911111111");
    cr_expect_str_eq(patient.contact.address, "");
    cr_expect_str_eq(patient.contact.relative, "");
    cr_expect_str_eq(patient.contact.relative_phone, "");
}

Test(patient, a_number_that_stands_for_none_is_nobodys)
{
    cr_expect(patient_key("079185012345"));
    cr_expect(patient_key("DN4790123456789"));
    cr_expect_not(patient_key(""));
    cr_expect_not(patient_key("000000000000"));
    cr_expect_not(patient_key("999999999999"));
}

Test(patient, a_phone_is_searched_by_its_digits)
{
    static const char *const phones[][2] = {
        {"0912345678", "0912345678"},
        {"+84912345678", "0912345678"},
        {"+8612345678", "8612345678"},
        {"0912 345 678", "0912345678"},
        {"", ""},
        {"không có", ""},
    };
    for (size_t i = 0; i < sizeof phones / sizeof *phones; i++) {
        char key[PHONE_SIZE];
        patient_phone_key(phones[i][0], key);
        cr_expect_str_eq(key, phones[i][1]);
    }
}
