/* profile: the profiles we ship, and what is said of a broken one. */
#include "adapter/profile.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct profiles profiles;
static char dir[] = "/tmp/tiepdon-profile-XXXXXX";

static const struct profile *named(const char *name)
{
    for (int i = 0; i < profiles.count; i++) {
        if (!strcmp(profiles.list[i].name, name)) {
            return &profiles.list[i];
        }
    }
    return NULL;
}

static void write_file(const char *name, const char *text)
{
    char path[300];
    snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *file = fopen(path, "w");
    cr_assert(file && fputs(text, file) >= 0 && fclose(file) == 0);
}

static void make_dir(void)
{
    cr_assert(mkdtemp(dir));
}

static void remove_dir(void)
{
    char command[320];
    snprintf(command, sizeof command, "rm -r %s", dir);
    cr_assert_eq(system(command), 0);
}

Test(profile, every_profile_of_ours_loads_and_has_its_layout)
{
    profiles_load("keymaps", &profiles);
    cr_assert_eq(profiles.broken_count, 0);
    cr_assert_geq(profiles.count, 5);
    for (int i = 0; i < profiles.count; i++) {
        char path[80];
        snprintf(path, sizeof path, "keymaps/%s.xkb", profiles.list[i].layout);
        cr_assert_eq(access(path, R_OK), 0, "%s", path);
    }
    cr_assert_eq(named(PROFILE_GENERIC)->manner.suffixes, SUFFIX_ENTER | SUFFIX_TAB | SUFFIX_LF);
    cr_assert_eq(named(PROFILE_GENERIC)->match_count, 0);
    cr_assert_eq(named(PROFILE_SILENCE)->manner.suffixes, 0);
}

Test(profile, reads_every_setting, .init = make_dir, .fini = remove_dir)
{
    write_file("x.ini",
               "; a model\n[match]\ndevice = 05E0:1200 Symbol*\ndevice = 0c2e:b61 Honey Well*\n[scanner]\n"
               "layout = us\nsuffix = tab, lf\nprefix = ]Q1\nsilence = 250\nhalf = 2000\n");
    profiles_load(dir, &profiles);
    cr_assert_eq(profiles.count, 1);
    const struct profile *x = named("x");
    cr_assert_eq(x->match_count, 2);
    cr_assert_eq(x->match[1].vendor, 0x0c2e);
    cr_assert_eq(x->match[1].product, 0x0b61);
    cr_assert_str_eq(x->match[1].name, "Honey Well*");
    cr_assert_eq(x->manner.suffixes, SUFFIX_TAB | SUFFIX_LF);
    cr_assert_str_eq(x->manner.prefix, "]Q1");
    cr_assert_eq(x->manner.silence_us, 250000);
    cr_assert_eq(x->manner.half_us, 2000000);
}

Test(profile, a_broken_file_is_named_with_its_line_and_the_others_go_on, .init = make_dir, .fini = remove_dir)
{
    static const char *const BROKEN[] = {
        "[match]\ndevice = 05e0\n",        "[match]\ndevice = 05e0:1200 *\n",
        "[match]\ndevice = 05e0:1200\n",   "[scanner]\nsuffix = return\n",
        "[scanner]\nsuffix = none, tab\n", "[scanner]\nsuffix =\n",
        "[scanner]\nsilence = soon\n",     "[scanner]\nsilence = 5\n",
        "[scanner]\nlayout = ../us\n",     "[scanner]\nprefix = 0123456789abcdef\n",
        "[scanner]\ncolour = red\n",       "[other]\nlayout = us\n",
        "[match]\nlayout = us\n",
    };
    write_file("a.ini", "[scanner]\nlayout = us\n");
    write_file("z.ini", "[scanner]\nlayout = us\n");
    write_file("notes.txt", "[scanner]\nno profile\n");
    for (size_t i = 0; i < sizeof BROKEN / sizeof *BROKEN; i++) {
        write_file("m.ini", BROKEN[i]);
        profiles_load(dir, &profiles);
        cr_assert_eq(profiles.count, 2, "%s", BROKEN[i]);
        cr_assert_eq(profiles.broken_count, 1);
        cr_assert_str_eq(profiles.broken[0].file, "m.ini");
        cr_assert_eq(profiles.broken[0].line, 2, "%s", BROKEN[i]);
        cr_assert_eq(profiles.broken[0].fault, FAULT_SETTINGS_LINE);
    }
}

Test(profile, a_missing_directory_has_none)
{
    profiles_load("keymaps/none", &profiles);
    cr_assert_eq(profiles.count + profiles.broken_count, 0);
}
