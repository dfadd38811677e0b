/* find: the texts stand in find.case; here initials, and what no line of a file can hold. */
#include "../fuzz/rounds.h"

#include "../fuzz/find.c"
#include <criterion/criterion.h>

TestSuite(find);

Test(find, initials_are_the_first_letters_of_the_words)
{
    char initials[INITIALS_SIZE];
    find_initials("nguyen thi tu anh", initials);
    cr_assert_str_eq(initials, "ntta");
    find_initials("an", initials);
    cr_assert_str_eq(initials, "a");
    find_initials("", initials);
    cr_assert_str_eq(initials, "");
}

Test(find, initials_of_a_long_name_are_cut_between_letters)
{
    char initials[INITIALS_SIZE];
    find_initials("a b c d e f g h i j k l m", initials);
    cr_assert_str_eq(initials, "abcdefghijk");
    find_initials("a b c d e f g h i j я я", initials);
    cr_assert_str_eq(initials, "abcdefghij");
}

Test(find, what_is_longer_than_a_name_is_no_question)
{
    char text[2 * NAME_SIZE];
    struct find find;
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    find_read(text, &find);
    cr_assert_eq(find.kind, FIND_NOTHING);
}

Test(find, any_bytes_hold)
{
    static const char *const samples[] = {
        "nguyen van an 12/3/1985",
        "DN 4 79 7999000002",
        "Nguyễn Thị Tú Anh 1985",
        "+84 912 345 678",
        "nguyeenx vawn an 12/3/85",
        "nguye6n4 va8n",
        "an1985",
        "\xC4\x90N 4",
    };
    rounds_run(LLVMFuzzerTestOneInput, samples, sizeof samples / sizeof *samples, 20000);
}
