/* payload: fields, separators and end marks, whole and damaged. */
#include "core/payload.h"
#include <criterion/criterion.h>
#include <string.h>

/* What a text case (tests/cases/payload.case) cannot say: places, lengths, and the limits. */

static void expect_field(const struct payload *payload, int index, const char *text)
{
    size_t len;
    const char *got = payload_field(payload, index, &len);
    cr_assert(len == strlen(text) && memcmp(got, text, len) == 0, "field %d is \"%.*s\"", index, (int)len,
              got);
}

static enum fault read_text(const char *text, enum origin origin, struct payload *ret)
{
    return payload_read(text, strlen(text), origin, ret);
}

/* "0123456789" and `fields` - 1 empty fields; the length. */
static size_t many_fields(char *out, size_t fields)
{
    memcpy(out, "0123456789", 10);
    memset(out + 10, '|', fields - 1);
    return 10 + fields - 1;
}

Test(payload, fields_stand_without_white_space_and_dashes)
{
    struct payload payload;
    cr_assert_eq(read_text(" 0123456789 |a| - |||e|f|g|h| 9 |$", ORIGIN_PICTURE, &payload), FAULT_NONE);
    cr_assert_eq(payload.kind, CARD_BHYT);
    cr_assert(payload.ended);
    cr_assert_eq(payload.count, 10);
    cr_assert_str_eq(payload.separator, "|");
    expect_field(&payload, 0, "0123456789");
    expect_field(&payload, 1, "a");
    expect_field(&payload, 2, "");
    expect_field(&payload, 9, "9");
    expect_field(&payload, 10, "");
}

Test(payload, an_end_mark_glued_to_a_field_leaves_the_field)
{
    struct payload payload;
    cr_assert_eq(read_text("0123456789|1|2|3|4|5|6|7|8|nine$|10|11", ORIGIN_SILENCE, &payload), FAULT_NONE);
    cr_assert(payload.ended);
    cr_assert_eq(payload.count, 10);
    expect_field(&payload, 9, "nine");
}

Test(payload, an_end_mark_before_index_nine_is_data)
{
    struct payload payload;
    cr_assert_eq(read_text("0123456789|$|#|3|4|5|6|7|$", ORIGIN_PICTURE, &payload), FAULT_NONE);
    cr_assert_not(payload.ended);
    expect_field(&payload, 1, "$");
    expect_field(&payload, 8, "$");
}

Test(payload, silence_takes_the_last_field_only_without_an_end_mark)
{
    struct payload payload;
    cr_assert_eq(read_text("0123456789|1|2|3|4|5|6|7|8|9", ORIGIN_SILENCE, &payload), FAULT_NONE);
    cr_assert_eq(payload.count, 9);
    cr_assert_eq(read_text("0123456789|1|2|3|4|5|6|7|8|9", ORIGIN_SCANNER, &payload), FAULT_NONE);
    cr_assert_eq(payload.count, 10);
    cr_assert_eq(read_text("0123456789|1|2|3|4|5|6|7|8|9|#", ORIGIN_SILENCE, &payload), FAULT_NONE);
    cr_assert_eq(payload.count, 10);
}

Test(payload, a_cccd_without_the_old_number_takes_the_usual_places)
{
    struct payload payload;
    cr_assert_eq(read_text("001095012345|An|25101995|Nam|Hà Nội|10122021", ORIGIN_PICTURE, &payload),
                 FAULT_NONE);
    cr_assert_eq(payload.count, 7);
    expect_field(&payload, 1, "");
    expect_field(&payload, 2, "An");
    expect_field(&payload, 4, "Nam");
    expect_field(&payload, 6, "10122021");
}

Test(payload, dates_are_joined_between_slashes)
{
    struct payload payload;
    const char *line =
        "0123456789/6e/4/9/1985/1/-/79 - 014/01/07/2023/-/31/07/2023/x/-/4/ 01/10/2027/check/4/$";
    cr_assert_eq(read_text(line, ORIGIN_SCANNER, &payload), FAULT_NONE);
    cr_assert_str_eq(payload.separator, "/");
    expect_field(&payload, 2, "4/9/1985");
    expect_field(&payload, 6, "01/07/2023");
    expect_field(&payload, 7, "");
    expect_field(&payload, 12, "01/10/2027");
    expect_field(&payload, 14, "4");
}

Test(payload, longer_than_any_symbol_is_refused_and_never_cut)
{
    static char bytes[PAYLOAD_MAX + 3];
    struct payload payload;
    memset(bytes, '\n', sizeof bytes);
    size_t len = many_fields(bytes, PAYLOAD_MAX - 9);
    cr_assert_eq(len, PAYLOAD_MAX);
    cr_assert_eq(payload_read(bytes, len, ORIGIN_PICTURE, &payload), FAULT_NONE);
    cr_assert_eq(payload.count, PAYLOAD_FIELDS);
    cr_assert_eq(payload_read(bytes, sizeof bytes, ORIGIN_PICTURE, &payload), FAULT_NONE, "a suffix counted");
    bytes[len] = '|';
    cr_assert_eq(payload_read(bytes, len + 1, ORIGIN_PICTURE, &payload), FAULT_SCAN_TOO_LONG);
    cr_assert_eq(payload.kind, CARD_BHYT);
}

Test(payload, an_end_mark_past_the_last_place_still_counts)
{
    static char bytes[PAYLOAD_MAX];
    struct payload payload;
    size_t len = many_fields(bytes, PAYLOAD_FIELDS + 8);
    bytes[len++] = '$';
    cr_assert_eq(payload_read(bytes, len, ORIGIN_SILENCE, &payload), FAULT_NONE);
    cr_assert(payload.ended);
    cr_assert_eq(payload.count, PAYLOAD_FIELDS);
}

Test(payload, a_crowded_cccd_keeps_its_first_places)
{
    char line[256] = "001095012345|An|25101995|Nam|Hà Nội|10122021";
    struct payload payload;
    for (int i = 0; i < PAYLOAD_FIELDS; i++) {
        strcat(line, "|x");
    }
    cr_assert_eq(read_text(line, ORIGIN_PICTURE, &payload), FAULT_NONE);
    cr_assert_eq(payload.count, PAYLOAD_FIELDS);
    expect_field(&payload, 5, "Hà Nội");
    expect_field(&payload, 6, "10122021");
    expect_field(&payload, 31, "x");
}

Test(payload, a_word_is_whole_or_refused)
{
    char line[128] = "0123456789|", word[PAYLOAD_WORD_SIZE];
    struct payload payload;
    memset(line + 11, 'a', PAYLOAD_WORD_SIZE - 1);
    strcat(line, "|2|3|4|5|6|7|-|9");
    cr_assert_eq(read_text(line, ORIGIN_PICTURE, &payload), FAULT_NONE);
    cr_assert_eq(payload_word(&payload, 1, word), FAULT_NONE);
    cr_assert_eq(strlen(word), PAYLOAD_WORD_SIZE - 1);
    cr_assert_eq(payload_word(&payload, 8, word), FAULT_NONE);
    cr_assert_str_eq(word, "");
    payload.field[1].len++;
    cr_assert_eq(payload_word(&payload, 1, word), FAULT_TOO_LONG);
}

Test(payload, kinds_have_the_names_of_the_contract)
{
    cr_assert_str_eq(card_kind_code(CARD_UNKNOWN), "unknown");
    cr_assert_str_eq(card_kind_code(CARD_BHYT), "bhyt");
    cr_assert_str_eq(card_kind_code(CARD_CCCD), "cccd");
    cr_assert_str_eq(card_kind_code(CARD_NUMBER), "number");
}
