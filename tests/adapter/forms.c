/* forms: the hospital's own template, a broken one, none. */
#include "adapter/forms.h"
#include "../support/place.h"
#include <criterion/criterion.h>
#include <string.h>
#include <sys/stat.h>

TestSuite(forms, .init = (void (*)(void))place_begin, .fini = place_end);

static struct forms forms;
static char wrong[FAULT_NAME_SIZE];

static const char *slip(void)
{
    cr_assert_eq(forms_load(place_dir(), LANGUAGE_VI, &forms, wrong), FAULT_NONE);
    return forms.text[FORM_SLIP];
}

Test(forms, an_own_template_goes_before_the_installed_one)
{
    cr_expect(strstr(slip(), "VssID"));
    cr_expect_str_eq(wrong, "");
    place_write("slip.vi.txt", "[always]\nriêng {hotline}\n");
    cr_expect_str_eq(slip(), "[always]\nriêng {hotline}\n");
    cr_expect_str_eq(wrong, "");
    cr_expect(strstr(forms.text[FORM_DAY], "[row]"), "the others are the installed ones");
}

Test(forms, a_broken_one_gives_way_and_is_named_with_its_line)
{
    place_write("slip.vi.txt", "[always]\nGọi {hotlin}\n");
    place_write("day.vi.txt", "[heads]\n");
    cr_expect(strstr(slip(), "VssID"));
    cr_expect_str_eq(wrong, "slip.vi.txt:2");
}

Test(forms, one_that_is_too_long_or_no_file_gives_way)
{
    char text[TEMPLATE_SIZE + 2];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    place_write("slip.vi.txt", text);
    cr_expect(strstr(slip(), "VssID"));
    cr_expect_str_eq(wrong, "slip.vi.txt");
}
