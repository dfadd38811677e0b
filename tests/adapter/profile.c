/* profile: the profiles we ship, what is said of a broken one, the hospital's own, and what is written. */
#include "adapter/profile.h"
#include "../support/place.h"
#include "adapter/scanner.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

TestSuite(profile, .init = (void (*)(void))place_begin, .fini = place_end);

static struct profiles profiles;

static const struct profile *named(const char *name)
{
    for (int i = 0; i < profiles.count; i++) {
        if (!strcmp(profiles.list[i].name, name)) {
            return &profiles.list[i];
        }
    }
    return NULL;
}

/* Of one directory. */
static void load(const char *dir)
{
    static struct keymaps keymaps;
    snprintf(keymaps.installed, sizeof keymaps.installed, "%s", dir);
    profiles_load(&keymaps, &profiles);
}

Test(profile, every_profile_of_ours_loads_and_has_its_layout)
{
    load("keymaps");
    cr_assert_eq(profiles.broken_count, 0);
    cr_assert_eq(profiles.count, 14);
    for (int i = 0; i < profiles.count; i++) {
        char path[80];
        snprintf(path, sizeof path, "keymaps/%s.xkb", profiles.list[i].layout);
        cr_assert_eq(access(path, R_OK), 0, "%s", path);
    }
    cr_assert_eq(named(PROFILE_GENERIC)->manner.suffixes, SUFFIX_ENTER | SUFFIX_TAB | SUFFIX_LF);
    cr_assert_eq(named(PROFILE_GENERIC)->match_count, 0);
    cr_assert_eq(named(PROFILE_SILENCE)->manner.suffixes, 0);
}

/* Names as their owners reported them. */
Test(profile, ours_take_scanners_in_every_mode_and_no_keyboard)
{
    static const struct {
        struct device device;
        const char *profile; /* NULL: a stranger */
    } DEVICES[] = {
        {{0x05e0, 0x1200, "Symbol Technologies, Inc, 2008 Symbol Bar Code Scanner::EA", .scans = true},
         "symbol"},
        {{0x05e0, 0x1200, "?Symbol Technologies, Inc, 2002 Symbol Bar Code Scanner", .scans = true},
         "symbol"},
        {{0x05e0, 0x1701, "Symbol Technologies, Inc, 2008 Symbol Bar Code Scanner", .scans = true}, "symbol"},
        {{0x0c2e, 0x0204, "Metrologic Metrologic Scanner", .scans = true}, "honeywell"},
        {{0x0c2e, 0x0b61, "Honeywell Imaging & Mobility     3310", .scans = true}, "honeywell"},
        {{0x0c2e, 0x0b6a, "Honeywell Imaging & Mobility     3310", .scans = true}, "honeywell"},
        {{0x05f9, 0x2211, "Datalogic ADC, Inc. Handheld Barcode Scanner", .scans = true}, "datalogic"},
        {{0x05f9, 0x223f, "Datalogic ADC, Inc. GFS4500", .scans = true}, "datalogic"},
        {{0x05f9, 0x4204, "Datalogic Scanning, Inc. Handheld Barcode Scanner", .scans = true}, "datalogic"},
        {{0x065a, 0x0001, "Opticon Opticon USB Barcode Reader", .scans = true}, "opticon"},
        {{0x1eab, 0x1a03, "Newland Auto-ID NS021 USB HID Keyboard", .scans = true}, "newland"},
        {{0x1eab, 0x1a06, "Newland Auto-ID NLS-FM3080-20 USB CDC", .scans = true}, "newland"},
        {{0x0581, 0x0215, "Scanner Barcode", .scans = true}, "tera"},
        {{0x0416, 0xc141, "USB Barcode Scanner", .scans = true}, "cheap"},
        {{0x0416, 0xc141, "HID Keyboard", .scans = true}, NULL},
        {{0x0416, 0x551e, "Keyboard", .scans = true}, NULL},
        {{0x04b4, 0x0101, "Cypress Cypress USB Keyboard", .scans = true}, NULL},
        {{0x03f0, 0x0024, "CHICONY HP Basic USB Keyboard", .scans = true}, NULL},
        {{0x046d, 0xc31c, "Logitech USB Keyboard", .scans = true}, NULL},
    };
    load("keymaps");
    const struct claim_rules rules = {.profiles = profiles.list, .profile_count = profiles.count};
    for (size_t i = 0; i < sizeof DEVICES / sizeof *DEVICES; i++) {
        struct claim claim = claim_judge(&rules, &DEVICES[i].device);
        cr_assert_eq(claim.kind, DEVICES[i].profile ? CLAIM_KNOWN : CLAIM_STRANGER, "%s",
                     DEVICES[i].device.name);
        cr_assert(!claim.profile || !strcmp(claim.profile->name, DEVICES[i].profile), "%s",
                  DEVICES[i].device.name);
    }
}

/* So that a file's name decides nothing among ours. */
Test(profile, no_two_of_ours_claim_the_same_number)
{
    load("keymaps");
    for (int i = 0; i < profiles.count; i++) {
        for (int k = i + 1; k < profiles.count; k++) {
            for (int m = 0; m < profiles.list[i].match_count; m++) {
                for (int n = 0; n < profiles.list[k].match_count; n++) {
                    const struct match *a = &profiles.list[i].match[m], *b = &profiles.list[k].match[n];
                    unsigned short any = a->product_any | b->product_any;
                    cr_assert(a->vendor != b->vendor || (a->product | any) != (b->product | any), "%s and %s",
                              profiles.list[i].name, profiles.list[k].name);
                }
            }
        }
    }
}

Test(profile, reads_every_setting)
{
    place_write("x.ini",
                "; a model\n[match]\ndevice = 05E0:1200 Symbol*\ndevice = 0c2e:b61 Honey Well*\n"
                "device = 1eab:??03 Newland*\n[scanner]\nlayout = fr\nway = cp1258\nsuffix = tab, lf\n"
                "prefix = \\x02]Q1\nsilence = 250\nhalf = 2000\nspeed = 40\n");
    load(place_dir());
    cr_assert_eq(profiles.count, 1);
    const struct profile *x = named("x");
    cr_assert_eq(x->match_count, 3);
    cr_assert_eq(x->match[1].vendor, 0x0c2e);
    cr_assert_eq(x->match[1].product, 0x0b61);
    cr_assert_str_eq(x->match[1].name, "Honey Well*");
    cr_assert_eq(x->match[1].product_any, 0);
    cr_assert_eq(x->match[2].product, 0x0003);
    cr_assert_eq(x->match[2].product_any, 0xff00);
    cr_assert_str_eq(x->layout, "fr");
    cr_assert_eq(x->manner.way, WAY_CP1258);
    cr_assert_eq(x->manner.suffixes, SUFFIX_TAB | SUFFIX_LF);
    cr_assert_str_eq(x->manner.prefix, "\x02]Q1");
    cr_assert_eq(x->manner.silence_us, 250000);
    cr_assert_eq(x->manner.half_us, 2000000);
}

Test(profile, a_broken_file_is_named_with_its_line_and_the_others_go_on)
{
    static const char *const BROKEN[] = {
        "[match]\ndevice = 05e0\n",
        "[match]\ndevice = 05e0:1200 *\n",
        "[match]\ndevice = 05e0:1200\n",
        "[scanner]\nsuffix = return\n",
        "[scanner]\nsuffix = none, tab\n",
        "[scanner]\nsuffix =\n",
        "[scanner]\nsilence = soon\n",
        "[scanner]\nsilence = 5\n",
        "[scanner]\nlayout = ../us\n",
        "[scanner]\nprefix = 0123456789abcdef\n",
        "[scanner]\ncolour = red\n",
        "[other]\nlayout = us\n",
        "[match]\nlayout = us\n",
        "[match]\ndevice = 1ea?:0003 Newland\n",
        "[match]\ndevice = 11eab:0003 Newland\n",
        "[match]\ndevice = 1eab:00x3 Newland\n",
        "[match]\ndevice = 1eab0003 Newland\n",
        "[scanner]\nway = latin1\n",
        "[scanner]\nprefix = \\n\n",
        "[scanner]\nprefix = \\x00\n",
        "[scanner]\nspeed = 0\n",
        "[scanner]\nspeed = 81\n",
    };
    place_write("a.ini", "[scanner]\nlayout = us\n");
    place_write("z.ini", "[scanner]\nlayout = us\n");
    place_write("notes.txt", "[scanner]\nno profile\n");
    for (size_t i = 0; i < sizeof BROKEN / sizeof *BROKEN; i++) {
        place_write("m.ini", BROKEN[i]);
        load(place_dir());
        cr_assert_eq(profiles.count, 2, "%s", BROKEN[i]);
        cr_assert_eq(profiles.broken_count, 1);
        cr_assert_str_eq(profiles.broken[0].path, place_path("m.ini"));
        cr_assert_eq(profiles.broken[0].line, 2, "%s", BROKEN[i]);
        cr_assert_eq(profiles.broken[0].fault, FAULT_SETTINGS_LINE);
    }
}

Test(profile, every_broken_file_is_named)
{
    for (int i = 0; i < PROFILES_MAX; i++) {
        char name[16];
        snprintf(name, sizeof name, "m%d.ini", i);
        place_write(name, "[scanner]\nsuffix = return\n");
    }
    load(place_dir());
    cr_assert_eq(profiles.broken_count, PROFILES_MAX);
}

Test(profile, what_is_no_file_is_named_and_waits_for_nobody)
{
    cr_assert_eq(mkfifo(place_path("pipe.ini"), 0600), 0);
    cr_assert_eq(mkdir(place_path("within.ini"), 0700), 0);
    place_write("z.ini", "[scanner]\nlayout = us\n");
    load(place_dir());
    cr_assert_eq(profiles.count, 1);
    cr_assert_eq(profiles.broken_count, 2);
    cr_assert_eq(profiles.broken[0].fault, FAULT_SETTINGS_UNREADABLE);
    cr_assert_eq(profiles.broken[0].line, 0);
}

Test(profile, a_missing_directory_has_none)
{
    load("keymaps/none");
    cr_assert_eq(profiles.count + profiles.broken_count, 0);
}

Test(profile, silence_and_half_follow_the_speed_unless_they_are_stated)
{
    static const struct {
        const char *text;
        uint64_t silence_ms, half_ms;
    } SPEEDS[] = {{"", 100, 1000},
                  {"speed = 8\n", 100, 1000},
                  {"speed = 1\n", 100, 1000},
                  {"speed = 20\n", 250, 2500},
                  {"silence = 60\nspeed = 20\n", 60, 2500},
                  {"speed = 20\nhalf = 900\n", 250, 900}};
    for (size_t i = 0; i < sizeof SPEEDS / sizeof *SPEEDS; i++) {
        struct profile profile;
        int line;
        char text[80];
        snprintf(text, sizeof text, "[scanner]\n%s", SPEEDS[i].text);
        cr_assert_eq(profile_read(place_write("s.ini", text), &profile, &line), FAULT_NONE);
        cr_assert_eq(profile.manner.silence_us, SPEEDS[i].silence_ms * 1000, "%s", SPEEDS[i].text);
        cr_assert_eq(profile.manner.half_us, SPEEDS[i].half_ms * 1000, "%s", SPEEDS[i].text);
    }
}

Test(profile, a_prefix_is_written_in_three_ways)
{
    static const char *const PREFIX[][2] = {
        {"STX", "\x02"}, {"\\x02", "\x02"}, {"]Q1", "]Q1"}, {"\\x20A\\x3b", " A;"}};
    for (size_t i = 0; i < sizeof PREFIX / sizeof *PREFIX; i++) {
        struct profile profile;
        int line;
        char text[80];
        snprintf(text, sizeof text, "[scanner]\nprefix = %s\n", PREFIX[i][0]);
        cr_assert_eq(profile_read(place_write("s.ini", text), &profile, &line), FAULT_NONE);
        cr_assert_str_eq(profile.manner.prefix, PREFIX[i][1]);
    }
}

static struct keymaps two(void)
{
    struct keymaps keymaps;
    cr_assert_eq(setenv("TIEPDON_SHARE", place_path("share"), 1), 0);
    cr_assert_eq(keymaps_find(place_dir(), &keymaps), FAULT_NONE);
    cr_assert_eq(mkdir(place_path("share"), 0700), 0);
    cr_assert_eq(mkdir(place_path("share/keymaps"), 0700), 0);
    cr_assert_eq(mkdir(place_path("keymaps"), 0700), 0);
    return keymaps;
}

Test(profile, the_hospitals_file_takes_the_place_of_the_installed_one)
{
    struct keymaps keymaps = two();
    char path[PATH_SIZE];
    place_write("share/keymaps/a.ini", "[scanner]\nlayout = us\n");
    place_write("share/keymaps/b.ini", "[scanner]\nlayout = us\n");
    place_write("share/keymaps/fr.xkb", "");
    place_write("keymaps/b.ini", "[scanner]\nlayout = fr\n");
    place_write("keymaps/z.ini", "[scanner]\nlayout = be\n");
    place_write("keymaps/be.xkb", "");
    profiles_load(&keymaps, &profiles);
    cr_assert_eq(profiles.broken_count, 0);
    cr_assert_eq(profiles.count, 3);
    cr_assert_str_eq(profiles.list[0].name, "b", "the hospital's come first");
    cr_assert_str_eq(profiles.list[0].layout, "fr");
    cr_assert_str_eq(profiles.list[1].name, "z");
    cr_assert_str_eq(profiles.list[2].name, "a");
    cr_assert_eq(keymaps_layout(&keymaps, "be", path), FAULT_NONE);
    cr_assert_str_eq(path, place_path("keymaps/be.xkb"));
    cr_assert_eq(keymaps_layout(&keymaps, "fr", path), FAULT_NONE);
    cr_assert_str_eq(path, place_path("share/keymaps/fr.xkb"));
}

Test(profile, a_broken_file_of_the_hospital_leaves_the_installed_one_in_its_place)
{
    struct keymaps keymaps = two();
    place_write("share/keymaps/a.ini", "[scanner]\nlayout = us\n");
    place_write("keymaps/a.ini", "[scanner]\nlayout = fr\nsuffix = return\n");
    place_write("keymaps/two words.ini", "[scanner]\nlayout = fr\n");
    profiles_load(&keymaps, &profiles);
    cr_assert_eq(profiles.count, 1);
    cr_assert_str_eq(named("a")->layout, "us");
    cr_assert_eq(profiles.broken_count, 2);
    cr_assert_str_eq(profiles.broken[0].path, place_path("keymaps/a.ini"));
    cr_assert_eq(profiles.broken[0].line, 3);
    cr_assert_eq(profiles.broken[1].fault, FAULT_PROFILE_NAME);
}

Test(profile, the_counter_is_told_of_every_broken_file_once)
{
    struct keymaps keymaps = two();
    struct scanner *scanner = NULL;
    static struct scanner_event event;
    place_write("keymaps/a.ini", "[scanner]\nlayout = fr\nsuffix = return\n");
    place_write("keymaps/two words.ini", "");
    struct scanner_options options = {.profiles = &keymaps, .remote = true};
    cr_assert_eq(scanner_open(&options, &scanner), FAULT_NONE);
    cr_assert_eq(scanner_timeout(scanner), 0);
    static const char *const NAMES[] = {"a.ini:3", "two words.ini"};
    for (int i = 0; i < 2; i++) {
        cr_assert(scanner_next(scanner, &event));
        cr_assert_eq(event.fault, FAULT_PROFILE_BROKEN);
        cr_assert_str_eq(event.culprit, NAMES[i]);
    }
    while (scanner_next(scanner, &event)) {
        cr_assert_neq(event.fault, FAULT_PROFILE_BROKEN);
    }
    scanner_close(scanner);
}

static const struct profile PLAIN = {
    .name = "plain", .layout = "us", .manner = {SUFFIX_ENTER, "", SILENCE_US, HALF_US, WAY_AUTO}};
static const struct profile FULL = {
    .name = "full-1",
    .match = {{0x05e0, 0x1200, "Symbol*Bar Code Scanner*", 0}, {0x1eab, 0x0003, "New Land 7", 0xff00}},
    .match_count = 2,
    .layout = "fr",
    .manner = {SUFFIX_TAB | SUFFIX_LF, "\x02 ;\\]Q1", 250000, 2000000, WAY_CODE_POINT}};
static const struct profile SILENT = {
    .name = "silent", .layout = "de", .manner = {0, "", SILENCE_US, HALF_US, WAY_UTF8}};

Test(profile, what_is_written_reads_the_same)
{
    const struct profile *const ALL[] = {&PLAIN, &FULL, &SILENT};
    char dir[PATH_SIZE];
    snprintf(dir, sizeof dir, "%s/keymaps", place_dir());
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++) {
        cr_assert_eq(profile_write(dir, ALL[i]), FAULT_NONE);
    }
    load(dir);
    cr_assert_eq(profiles.count, 3);
    cr_assert_eq(profiles.broken_count, 0);
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++) {
        const struct profile *read = named(ALL[i]->name);
        cr_assert_eq(read->match_count, ALL[i]->match_count);
        for (int m = 0; m < read->match_count; m++) {
            cr_assert_eq(read->match[m].vendor, ALL[i]->match[m].vendor);
            cr_assert_eq(read->match[m].product, ALL[i]->match[m].product);
            cr_assert_eq(read->match[m].product_any, ALL[i]->match[m].product_any);
            cr_assert_str_eq(read->match[m].name, ALL[i]->match[m].name);
        }
        cr_assert_str_eq(read->layout, ALL[i]->layout);
        cr_assert_str_eq(read->manner.prefix, ALL[i]->manner.prefix);
        cr_assert_eq(read->manner.suffixes, ALL[i]->manner.suffixes);
        cr_assert_eq(read->manner.silence_us, ALL[i]->manner.silence_us);
        cr_assert_eq(read->manner.half_us, ALL[i]->manner.half_us);
        cr_assert_eq(read->manner.way, ALL[i]->manner.way);
    }
}

Test(profile, is_written_as_a_person_would)
{
    cr_assert_eq(profile_write(place_dir(), &FULL), FAULT_NONE);
    cr_assert_eq(strncmp(place_text("full-1.ini"), "; ", 2), 0);
    cr_assert_str_eq(strstr(place_text("full-1.ini"), "[match]"),
                     "[match]\n"
                     "device = 05e0:1200 Symbol*Bar Code Scanner*\n"
                     "device = 1eab:??03 New Land 7\n"
                     "[scanner]\n"
                     "layout = fr\n"
                     "way = codepoint\n"
                     "prefix = \\x02\\x20\\x3b\\x5c]Q1\n"
                     "suffix = tab, lf\n"
                     "silence = 250\n"
                     "half = 2000\n");
    cr_assert_eq(profile_write(place_dir(), &PLAIN), FAULT_NONE);
    cr_assert_str_eq(strstr(place_text("plain.ini"), "["), "[scanner]\nlayout = us\nsuffix = enter\n");
}

Test(profile, a_name_that_an_ini_line_cannot_hold_is_written_as_a_pattern)
{
    struct profile profile = PLAIN;
    profile.match[profile.match_count++] = (struct match){1, 2, "Scan\n;er", 0};
    cr_assert_eq(profile_write(place_dir(), &profile), FAULT_NONE);
    load(place_dir());
    cr_assert_str_eq(named("plain")->match[0].name, "Scan**er");
    profile.match[0] = (struct match){1, 2, "Bar Code  ", 0};
    cr_assert_eq(profile_write(place_dir(), &profile), FAULT_NONE);
    load(place_dir());
    cr_assert(claim_name_fits(named("plain")->match[0].name, "Bar Code  "), "%s",
              named("plain")->match[0].name);
}

Test(profile, what_cannot_be_written_leaves_the_old_file)
{
    struct profile other = PLAIN;
    cr_assert_eq(profile_write(place_dir(), &PLAIN), FAULT_NONE);
    cr_assert_eq(mkdir(place_path("plain.ini.new"), 0700), 0);
    other.manner.suffixes = SUFFIX_TAB;
    cr_assert_eq(profile_write(place_dir(), &other), FAULT_SETTINGS_UNWRITABLE);
    load(place_dir());
    cr_assert_eq(named("plain")->manner.suffixes, SUFFIX_ENTER);
    snprintf(other.name, sizeof other.name, "../x");
    cr_assert_eq(profile_write(place_dir(), &other), FAULT_PROFILE_NAME);
}

Test(profile, a_new_directory_is_shared_as_the_data_directory_is)
{
    struct stat st;
    cr_assert_eq(mkdir(place_path("data"), 0700), 0);
    cr_assert_eq(chmod(place_path("data"), 02770), 0);
    cr_assert_eq(profile_write(place_path("data/keymaps"), &PLAIN), FAULT_NONE);
    cr_assert_eq(stat(place_path("data/keymaps"), &st), 0);
    cr_assert_eq(st.st_mode & 07777, 02770);
    cr_assert_eq(stat(place_path("data/keymaps/plain.ini"), &st), 0);
    cr_assert_eq(st.st_mode & 0777, 0660);
}
