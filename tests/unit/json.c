/* json: commas, escapes, and an end that is too near. */
#include "core/json.h"
#include <criterion/criterion.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

Test(json, sets_the_commas)
{
    char text[256];
    struct json json;
    json_begin(&json, text, sizeof text);
    json_object_begin(&json);
    json_pair(&json, "name", "Nguyễn Thị Hòa");
    json_pair(&json, "cccd", "");
    json_key(&json, "rows");
    json_array_begin(&json);
    json_object_begin(&json);
    json_object_end(&json);
    json_array_begin(&json);
    json_array_end(&json);
    json_put_int(&json, 1);
    json_put_null(&json);
    json_put_string(&json, "");
    json_put_string(&json, NULL);
    json_array_end(&json);
    json_key(&json, "age");
    json_put_int(&json, -3);
    json_object_end(&json);
    cr_assert_eq(json_end(&json), FAULT_NONE);
    cr_assert_str_eq(text, "{\"name\":\"Nguyễn Thị Hòa\",\"cccd\":null,"
                           "\"rows\":[{},[],1,null,\"\",null],\"age\":-3}");
    cr_assert_eq(json.len, strlen(text));
}

Test(json, escapes_what_must_be)
{
    static const char *const table[][2] = {
        {"", "\"\""},
        {"\"", "\"\\\"\""},
        {"\\", "\"\\\\\""},
        {"a\"b\\c", "\"a\\\"b\\\\c\""},
        {"\\\"\\\"", "\"\\\\\\\"\\\\\\\"\""},
        {"\n\r\t", "\"\\n\\r\\t\""},
        {"\x01\x08\x1b\x1f", "\"\\u0001\\u0008\\u001b\\u001f\""},
        {"\x7f/</script>", "\"\x7f/</script>\""},
        {"Đặng Ẩn 𠮷", "\"Đặng Ẩn 𠮷\""},
        {"a\n", "\"a\\n\""},
        {"\na", "\"\\na\""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char text[64];
        struct json json;
        json_begin(&json, text, sizeof text);
        json_put_string(&json, table[i][0]);
        cr_assert_eq(json_end(&json), FAULT_NONE);
        cr_assert_str_eq(text, table[i][1]);
    }
}

Test(json, writes_every_integer)
{
    static const long long table[] = {0, 7, -7, 10, 1000000007, LLONG_MAX, LLONG_MIN};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char text[32], expected[32];
        struct json json;
        json_begin(&json, text, sizeof text);
        json_put_int(&json, table[i]);
        cr_assert_eq(json_end(&json), FAULT_NONE);
        snprintf(expected, sizeof expected, "%lld", table[i]);
        cr_assert_str_eq(text, expected);
    }
}

/* A buffer smaller than the text and its NUL is refused, and nothing behind it is touched. */
Test(json, never_leaves_its_buffer)
{
    static const char whole[] = "[\"a\\n\\u0001b\",{\"k\":null}]";
    for (size_t cap = 0; cap <= sizeof whole; cap++) {
        char text[sizeof whole + 1];
        struct json json;
        memset(text, '~', sizeof text);
        json_begin(&json, text, cap);
        json_array_begin(&json);
        json_put_string(&json, "a\n\x01"
                               "b");
        json_object_begin(&json);
        json_pair(&json, "k", NULL);
        json_object_end(&json);
        json_array_end(&json);
        enum fault fault = json_end(&json);
        cr_assert_eq(fault, cap < sizeof whole ? FAULT_TOO_LONG : FAULT_NONE, "cap %zu", cap);
        if (cap > 0) {
            cr_assert_str_eq(text, cap < sizeof whole ? "" : whole);
        }
        for (size_t i = cap; i < sizeof text; i++) {
            cr_assert_eq(text[i], '~', "cap %zu wrote at %zu", cap, i);
        }
    }
}
