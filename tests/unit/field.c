/* field: names, readers and shown forms of every fact. */
#include "core/field.h"
#include "../fuzz/rounds.h"
#include "core/member.h"
#include <criterion/criterion.h>
#include <string.h>

#include "../fuzz/field.c"

Test(field, every_field_has_its_names)
{
    struct facts facts = {0};
    for (enum field f = 0; f < FIELD_COUNT; f++) {
        memset(facts_at(&facts, f), 'a' + (int)f, field_size(f) - 1);
        cr_assert(*field_code(f) && *field_portal(f) && *field_label(f, LANGUAGE_VI) &&
                  *field_label(f, LANGUAGE_EN));
    }
    for (enum field f = 0; f < FIELD_COUNT; f++) {
        cr_assert_eq(strlen(facts_get(&facts, f)), field_size(f) - 1, "%s overlaps", field_code(f));
    }
    cr_assert_eq(facts_at(&facts, FIELD_NAME), facts.name);
    cr_assert_str_eq(field_code(FIELD_BIRTH_DATE), "birth_date");
    cr_assert_str_eq(field_portal(FIELD_CCCD), "soCCCD");
    cr_assert_str_eq(field_qd4750(FIELD_FACILITY), "MA_DKBD");
    cr_assert_str_eq(field_qd4750(FIELD_AREA), "");
    cr_assert_str_eq(field_label(FIELD_NAME, LANGUAGE_VI), "Họ tên");
}

static const struct {
    enum field field;
    const char *in, *value; /* NULL: `fault` */
    enum fault fault;
} readings[] = {
    {FIELD_NUMBER, "dn 4 79 0123456789", "DN4790123456789", FAULT_NONE},
    {FIELD_NUMBER, "GD479001095012345", "GD479001095012345", FAULT_NONE},
    {FIELD_NUMBER, "0123456789", "0123456789", FAULT_NONE},
    {FIELD_NUMBER, "001095012345", "001095012345", FAULT_NONE},
    {FIELD_NUMBER, "DN979", NULL, FAULT_NUMBER_INVALID},
    {FIELD_NUMBER, "-", "", FAULT_NONE},
    {FIELD_NAME, "  Nguyễn\t Thị  Hòa ", "Nguyễn Thị Hòa", FAULT_NONE},
    {FIELD_NAME, "Nguye\u0302\u0303n", "Nguyễn", FAULT_NONE},
    {FIELD_NAME, "-", "", FAULT_NONE},
    {FIELD_NAME, "An\xff", NULL, FAULT_TEXT_INVALID},
    {FIELD_BIRTH_DATE, "1952", "1952", FAULT_NONE},
    {FIELD_BIRTH_DATE, "3/1952", "1952-03", FAULT_NONE},
    {FIELD_BIRTH_DATE, "12/03/1952", "1952-03-12", FAULT_NONE},
    {FIELD_BIRTH_DATE, "195200000000", "1952", FAULT_NONE},
    {FIELD_BIRTH_DATE, "31/02/1952", NULL, FAULT_DATE_INVALID},
    {FIELD_GENDER, "1", "male", FAULT_NONE},
    {FIELD_GENDER, "2", "female", FAULT_NONE},
    {FIELD_GENDER, "NAM", "male", FAULT_NONE},
    {FIELD_GENDER, "Nữ", "female", FAULT_NONE},
    {FIELD_GENDER, "NỮ", "female", FAULT_NONE},
    {FIELD_GENDER, "Nu\u031B\u0303", "female", FAULT_NONE},
    {FIELD_GENDER, "nu", "female", FAULT_NONE},
    {FIELD_GENDER, "Male", "male", FAULT_NONE},
    {FIELD_GENDER, "female", "female", FAULT_NONE},
    {FIELD_GENDER, "F", "female", FAULT_NONE},
    {FIELD_GENDER, "m", "male", FAULT_NONE},
    {FIELD_GENDER, "Gái", "female", FAULT_NONE},
    {FIELD_GENDER, "Trai", "male", FAULT_NONE},
    {FIELD_GENDER, "N", NULL, FAULT_VALUE_INVALID},
    {FIELD_GENDER, "0", NULL, FAULT_VALUE_INVALID},
    {FIELD_GENDER, "3", "", FAULT_NONE},
    {FIELD_GENDER, "", "", FAULT_NONE},
    {FIELD_GENDER, "x", NULL, FAULT_VALUE_INVALID},
    {FIELD_GENDER, "12", NULL, FAULT_VALUE_INVALID},
    {FIELD_ADDRESS, "5 Lê Lợi,\r\nP. Bến Nghé", "5 Lê Lợi, P. Bến Nghé", FAULT_NONE},
    {FIELD_FACILITY, "79 - 014", "79014", FAULT_NONE},
    {FIELD_FACILITY, "01C54", "01C54", FAULT_NONE},
    {FIELD_FACILITY, "-", "", FAULT_NONE},
    {FIELD_FACILITY, "1043", NULL, FAULT_VALUE_INVALID},
    {FIELD_VALID_FROM, "01/07/2023", "2023-07-01", FAULT_NONE},
    {FIELD_VALID_TO, "20231231", "2023-12-31", FAULT_NONE},
    {FIELD_VALID_TO, "-", "", FAULT_NONE},
    {FIELD_VALID_TO, "2023", NULL, FAULT_DATE_PARTIAL},
    {FIELD_VALID_FROM, "07/2023", NULL, FAULT_DATE_PARTIAL},
    {FIELD_FIVE_YEAR_DATE, " 01/10/2027", "2027-10-01", FAULT_NONE},
    {FIELD_FIVE_YEAR_DATE, "2027", NULL, FAULT_DATE_PARTIAL},
    {FIELD_AREA, "K1", "K1", FAULT_NONE},
    {FIELD_AREA, "k3", "K3", FAULT_NONE},
    {FIELD_AREA, "5", "K1", FAULT_NONE},
    {FIELD_AREA, "6", "K2", FAULT_NONE},
    {FIELD_AREA, "7", "K3", FAULT_NONE},
    {FIELD_AREA, "4", "", FAULT_NONE},
    {FIELD_AREA, "0", "", FAULT_NONE},
    {FIELD_AREA, "-", "", FAULT_NONE},
    {FIELD_AREA, "K4", NULL, FAULT_VALUE_INVALID},
    {FIELD_AREA, "8", NULL, FAULT_VALUE_INVALID},
    {FIELD_CCCD, "001 095 012 345", "001095012345", FAULT_NONE},
    {FIELD_CCCD, "012345678", "012345678", FAULT_NONE},
    {FIELD_CCCD, "-", "", FAULT_NONE},
    {FIELD_CCCD, "0123456789", NULL, FAULT_VALUE_INVALID},
    {FIELD_CCCD, "0010950123456", NULL, FAULT_VALUE_INVALID},
    {FIELD_CCCD, "00109501234X", NULL, FAULT_VALUE_INVALID},
};

Test(field, reads_what_an_import_or_a_clerk_brings)
{
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        struct facts facts = {0};
        enum field f = readings[i].field;
        strcpy(facts_at(&facts, f), "?");
        enum fault fault = field_read(f, readings[i].in, strlen(readings[i].in), &facts);
        cr_assert_eq(fault, readings[i].fault, "%s '%s': %s", field_code(f), readings[i].in,
                     fault_code(fault));
        cr_assert_str_eq(facts_get(&facts, f), readings[i].value ? readings[i].value : "?");
    }
}

/* A file we export, and what the counter stores, is read back as it is. */
Test(field, reads_its_own_values_unchanged)
{
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        const char *value = readings[i].value;
        struct facts facts = {0};
        if (value) {
            cr_assert_eq(field_read(readings[i].field, value, strlen(value), &facts), FAULT_NONE, "%s",
                         value);
            cr_assert_str_eq(facts_get(&facts, readings[i].field), value);
        }
    }
}

Test(field, reads_only_len_bytes)
{
    struct facts facts = {0};
    cr_assert_eq(field_read(FIELD_NAME, "An|Bình", 2, &facts), FAULT_NONE);
    cr_assert_str_eq(facts.name, "An");
}

Test(field, refuses_what_does_not_fit)
{
    struct facts facts = {.name = "An"};
    char long_name[2000];
    memset(long_name, 'a', sizeof long_name);
    cr_assert_eq(field_read(FIELD_NAME, long_name, NAME_SIZE, &facts), FAULT_TOO_LONG);
    cr_assert_eq(field_read(FIELD_NAME, long_name, sizeof long_name, &facts), FAULT_TOO_LONG);
    cr_assert_str_eq(facts.name, "An");
    cr_assert_eq(field_read(FIELD_NAME, long_name, NAME_SIZE - 1, &facts), FAULT_NONE);
    cr_assert_eq(strlen(facts.name), NAME_SIZE - 1);
    cr_assert_eq(field_read(FIELD_ADDRESS, long_name, ADDRESS_SIZE - 1, &facts), FAULT_NONE);
    cr_assert_eq(field_read(FIELD_ADDRESS, long_name, ADDRESS_SIZE, &facts), FAULT_TOO_LONG);
}

Test(field, shows_values_as_people_read_them)
{
    static const struct {
        enum field field;
        const char *value, *vi, *en;
    } table[] = {
        {FIELD_NUMBER, "DN4790123456789", "DN 4 79 0123456789", "DN 4 79 0123456789"},
        {FIELD_NUMBER, "", "", ""},
        {FIELD_NAME, "Nguyễn Thị Hòa", "Nguyễn Thị Hòa", "Nguyễn Thị Hòa"},
        {FIELD_BIRTH_DATE, "1985-03", "03/1985", "03/1985"},
        {FIELD_VALID_TO, "2026-12-31", "31/12/2026", "31/12/2026"},
        {FIELD_FIVE_YEAR_DATE, "", "", ""},
        {FIELD_GENDER, "male", "Nam", "Male"},
        {FIELD_GENDER, "female", "Nữ", "Female"},
        {FIELD_GENDER, "", "", ""},
        {FIELD_AREA, "K1", "K1", "K1"},
        {FIELD_CCCD, "001095012345", "001095012345", "001095012345"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char out[ADDRESS_SIZE];
        field_show(table[i].field, table[i].value, LANGUAGE_VI, out);
        cr_assert_str_eq(out, table[i].vi);
        field_show(table[i].field, table[i].value, LANGUAGE_EN, out);
        cr_assert_str_eq(out, table[i].en);
    }
}

/* The first byte of each sample picks the field. */
Test(field, holds_for_mutated_bytes)
{
    static const char *const samples[] = {
        "\x0b"
        "DN 4 79 0123456789",
        "\x0c"
        "Nguye\u0302\u0303n",
        "\x0d"
        "12/03/1985",
        "\x0d"
        "195203000000",
        "\x0e"
        "Nữ",
        "\x10"
        "79 - 014",
        "\x11"
        "2024-08-29T08:33:08Z",
        "\x12"
        "31122025",
        "\x13"
        " 01/10/2027",
        "\x14"
        "K1",
        "\x15"
        "001 095 012 345",
    };
    rounds_run(LLVMFuzzerTestOneInput, samples, sizeof samples / sizeof *samples, 100000);
}

Test(member, every_source_has_a_code_and_a_label)
{
    cr_assert_str_eq(source_code(SOURCE_NONE), "none");
    cr_assert_str_eq(source_code(SOURCE_PAGE), "page");
    for (enum source s = SOURCE_NONE; s <= SOURCE_PAGE; s++) {
        cr_assert(*source_label(s, LANGUAGE_VI) && *source_label(s, LANGUAGE_EN), "%s", source_code(s));
        for (enum source other = SOURCE_NONE; other < s; other++) {
            cr_assert_str_neq(source_code(s), source_code(other));
            cr_assert_str_neq(source_label(s, LANGUAGE_VI), source_label(other, LANGUAGE_VI));
        }
    }
}
