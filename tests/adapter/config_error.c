/* A refused line of tiepdon.ini is told with its section, its name and what it may be; the example file holds every name. */
#include "adapter/config_error.h"
#include "../support/place.h"
#include "adapter/config_key.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

TestSuite(config_error, .init = (void (*)(void))place_begin, .fini = place_end);

static const struct {
    const char *file, *vi, *en;
} FILES[] = {
    {"[portal]\nper_minute = 99999\n", "tiepdon.ini:2: [portal] per_minute: cần số từ 0 đến 10000.",
     "tiepdon.ini:2: [portal] per_minute needs a number from 0 to 10000."},
    {"[counter]\nlanguage = fr\n", "tiepdon.ini:2: [counter] language: cần vi, en.",
     "tiepdon.ini:2: [counter] language needs vi, en."},
    {"[hospital]\nlevel = \n", "tiepdon.ini:2: [hospital] level: cần initial, basic, specialised.",
     "tiepdon.ini:2: [hospital] level needs initial, basic, specialised."},
    {"[hospital]\nfacility = 7901\n", "tiepdon.ini:2: [hospital] facility: cần mã CSKCB 5 ký tự, như 79014.",
     "tiepdon.ini:2: [hospital] facility needs a facility code of 5 characters, as 79014."},
    {"[hospital]\nfacilty = 79014\n", "tiepdon.ini:2: [hospital] không có facilty, có phải facility?",
     "tiepdon.ini:2: [hospital] has no facilty, is it facility?"},
    {"[counter]\nhotline = 1900\n",
     "tiepdon.ini:2: [counter] không có hotline, dòng này thuộc mục [hospital].",
     "tiepdon.ini:2: [counter] has no hotline, it belongs to [hospital]."},
    {"[hospital]\ncccd_missing = off\n",
     "tiepdon.ini:2: [hospital] không có cccd_missing, dòng này thuộc mục [checks].",
     "tiepdon.ini:2: [hospital] has no cccd_missing, it belongs to [checks]."},
    {"[potral]\nuser = a\n", "tiepdon.ini:2: không có mục [potral], có phải [portal]?",
     "tiepdon.ini:2: there is no section [potral], is it [portal]?"},
    {"user = a\n", "tiepdon.ini:1: không có mục [].", "tiepdon.ini:1: there is no section []."},
    {"[portal]\npassword = Bi-Mat-1\n", "tiepdon.ini:2: [portal] không có password.",
     "tiepdon.ini:2: [portal] has no password."},
    {"[checks]\nname_speling = off\n",
     "tiepdon.ini:2: [checks] không có name_speling, có phải name_spelling?",
     "tiepdon.ini:2: [checks] has no name_speling, is it name_spelling?"},
    {"[checks]\nname_spelling = fix\n", "tiepdon.ini:2: [checks] name_spelling: cần off, note, warn, stop.",
     "tiepdon.ini:2: [checks] name_spelling needs off, note, warn, stop."},
    {"[checks]\nfacility_different = no\n",
     "tiepdon.ini:2: [checks] facility_different: cần off, note, fix, warn, stop.",
     "tiepdon.ini:2: [checks] facility_different needs off, note, fix, warn, stop."},
    {"[register]\nmax_age = 3\n\n[portal]\n[register]\nmax_age = 5\n",
     "tiepdon.ini:6: [register] max_age đã ghi ở dòng 2: chỉ giữ một dòng.",
     "tiepdon.ini:6: [register] max_age stands in line 2 already: keep one of them."},
    {"[hospital]\nBV Mẫu\n", "tiepdon.ini:2: mỗi dòng là [mục] hoặc tên = giá trị, tối đa 190 byte.",
     "tiepdon.ini:2: a line is [section] or name = value, of 190 bytes at most."},
};

Test(config_error, says_what_is_wrong_and_what_it_may_be)
{
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        struct config config;
        struct config_error error;
        char vi[CONFIG_SENTENCE_SIZE], en[CONFIG_SENTENCE_SIZE];
        place_write("tiepdon.ini", FILES[i].file);
        cr_expect_eq(config_read(place_dir(), &config, &error), FAULT_SETTINGS_LINE, "%s", FILES[i].file);
        config_error_text(&error, LANGUAGE_VI, vi);
        config_error_text(&error, LANGUAGE_EN, en);
        cr_expect_str_eq(vi, FILES[i].vi);
        cr_expect_str_eq(en, FILES[i].en);
    }
}

Test(config_error, the_first_line_counts_and_the_file_chooses_the_language)
{
    struct config config;
    struct config_error error;
    place_write("tiepdon.ini", "[register]\nmax_age = x\nmax_agee = 3\n[counter]\nlanguage = en\n");
    cr_expect_eq(config_read(place_dir(), &config, &error), FAULT_SETTINGS_LINE);
    cr_expect(error.line == 2 && error.language == LANGUAGE_EN);
}

Test(config_error, indenting_means_nothing_and_a_name_of_foreign_bytes_is_cleaned)
{
    struct config config;
    struct config_error error;
    char text[CONFIG_SENTENCE_SIZE];
    place_write("tiepdon.ini", "[hospital]\n  facility = 79014\n\t[register]\n    max_age = 3\n");
    cr_assert_eq(config_read(place_dir(), &config, &error), FAULT_NONE);
    cr_expect_str_eq(config.hospital.facility, "79014");
    cr_expect_eq(config.hospital.register_max_age, 3);
    place_write("tiepdon.ini", "[hospital]\n\033[31mred\xff = 1\n");
    cr_assert_eq(config_read(place_dir(), &config, &error), FAULT_SETTINGS_LINE);
    config_error_text(&error, LANGUAGE_VI, text);
    cr_expect_null(strchr(text, '\033'));
}

static const char EXAMPLE[] = "data/tiepdon.ini.example";

/* The example line by line: `mark` is taken off lines that begin with it and hold a name, others are dropped. */
static bool setting(const char *line, const char *mark, char out[256])
{
    size_t len = strlen(mark);
    const char *name = line + len;
    size_t word = strncmp(line, mark, len) == 0 ? strspn(name, "abcdefghijklmnopqrstuvwxyz_") : 0;
    bool is = word > 0 && strncmp(name + word, " =", 2) == 0;
    snprintf(out, 256, "%s", is ? name : "");
    return is;
}

/* Calls `see` with each section and line that has the mark. Returns how many. */
static int each(const char *mark, void (*see)(const char *section, const char *line, const char *mark))
{
    char line[256], section[256] = "", found[256];
    FILE *file = fopen(EXAMPLE, "r");
    cr_assert_not_null(file);
    int count = 0;
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '[') {
            strcpy(section, line);
        } else if (setting(line, mark, found)) {
            see(section, found, mark);
            count++;
        }
    }
    fclose(file);
    return count;
}

static struct config load_text(const char *text)
{
    struct config config;
    struct config_error error;
    char sentence[CONFIG_SENTENCE_SIZE];
    memset(&config, 0, sizeof config);
    place_write("tiepdon.ini", text);
    enum fault fault = config_read(place_dir(), &config, &error);
    config_error_text(&error, LANGUAGE_EN, sentence);
    cr_expect_eq(fault, FAULT_NONE, "%s: %s", text, sentence);
    return config;
}

/* A list begins empty: only a later line can show what it has. */
static void changes_nothing(const char *section, const char *line, const char *mark)
{
    char text[600];
    (void)mark;
    struct config without = load_text(section);
    snprintf(text, sizeof text, "%s\n%s\n", section, line);
    struct config with = load_text(text);
    cr_expect(memcmp(&without, &with, sizeof with) == 0, "%s %s is not what holds without it", section, line);
}

static void loads(const char *section, const char *line, const char *mark)
{
    char text[600];
    (void)mark;
    snprintf(text, sizeof text, "%s\n%s\n", section, line);
    load_text(text);
}

Test(config_error, the_example_states_what_holds_without_a_line)
{
    cr_expect_gt(each(";", changes_nothing), 20);
}

Test(config_error, every_line_of_the_example_is_understood)
{
    cr_expect_gt(each("", loads), 1);
    cr_expect_gt(each(";vd ", loads), 10);
}

static char seen[CONFIG_KEYS_MAX];

static void note(const char *section, const char *line, const char *mark)
{
    char name[64], bare[64];
    (void)mark;
    sscanf(line, "%63[a-z_]", name);
    sscanf(section, "[%63[a-z]", bare);
    const struct config_key *key = config_key_find(bare, name);
    if (key) {
        seen[key - config_key_at(0)] = 1;
    }
}

Test(config_error, the_example_holds_every_name)
{
    each("", note);
    each(";", note);
    each(";vd ", note);
    const struct config_key *key;
    int count = 0;
    for (; (key = config_key_at(count)); count++) {
        cr_expect(seen[count], "[%s] %s is not in %s", key->section, key->name, EXAMPLE);
    }
    cr_expect_leq(count, CONFIG_KEYS_MAX);
}
