/* config: a scanner bound by F6 is in the file that is read at the next start, beside what stood there. */
#include "adapter/config.h"
#include "../support/place.h"
#include "adapter/config_checkin.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

TestSuite(config, .init = (void (*)(void))place_begin, .fini = place_end);

static struct config load(void)
{
    struct config config;
    int line = 0;
    cr_assert_eq(config_load(place_dir(), &config, &line), FAULT_NONE, "line %d", line);
    return config;
}

Test(config, a_bound_scanner_is_added_once_and_the_rest_is_kept)
{
    place_write("tiepdon.ini", "; của bệnh viện\n[hospital]\nfacility = 79014"); /* no line end */
    for (int i = 0; i < 2; i++) {
        cr_assert_eq(config_bind(place_dir(), "1234:5678 Máy quét"), FAULT_NONE);
    }
    cr_assert_eq(config_bind(place_dir(), "1234:9999 Khác"), FAULT_NONE);
    struct config config = load();
    cr_expect_str_eq(config.hospital.facility, "79014");
    cr_assert_eq(config.bind_count, 2);
    cr_expect_str_eq(config.binds[0], "1234:5678 Máy quét");
    cr_expect_str_eq(config.binds[1], "1234:9999 Khác");
}

Test(config, a_scanner_bound_anew_keeps_its_place)
{
    place_write("tiepdon.ini", "[scanner]\nbind = 1:2/serial/A generic\nbind=1:2/serial/AB x\n; xong");
    cr_assert_eq(config_bind(place_dir(), "1:2/serial/A 0001-0002-abcd"), FAULT_NONE);
    struct config config = load();
    cr_assert_eq(config.bind_count, 2);
    cr_expect_str_eq(config.binds[0], "1:2/serial/A 0001-0002-abcd");
    cr_expect_str_eq(config.binds[1], "1:2/serial/AB x");
}

Test(config, one_scanner_more_than_fit_is_refused_and_the_file_still_loads)
{
    char bind[] = "1:2/serial/A";
    place_write("tiepdon.ini", "[hospital]\nfacility = 79014\n");
    for (int i = 0; i < CONFIG_BINDS; i++) {
        bind[sizeof bind - 2] = (char)('A' + i);
        cr_assert_eq(config_bind(place_dir(), bind), FAULT_NONE);
    }
    cr_expect_eq(config_bind(place_dir(), "1:2/serial/Z"), FAULT_SETTINGS_FULL);
    cr_expect_eq(config_bind(place_dir(), "1:2/serial/A x"), FAULT_NONE);
    cr_expect_eq(load().bind_count, CONFIG_BINDS);
}

Test(config, a_first_binding_makes_the_file)
{
    place_write("tiepdon.ini.new", "nửa tệp của chương trình đã bị dừng");
    cr_assert_eq(config_bind(place_dir(), "1234:5678 Máy quét"), FAULT_NONE);
    cr_expect_eq(load().bind_count, 1);
    cr_expect(access(place_path("tiepdon.ini.new"), F_OK) != 0);
}

Test(config, what_cannot_be_written_leaves_the_old_file)
{
    place_write("tiepdon.ini", "[hospital]\nfacility = 79014\n");
    cr_assert(mkdir(place_path("tiepdon.ini.new"), 0700) == 0);
    cr_expect_eq(config_bind(place_dir(), "1234:5678 Máy quét"), FAULT_SETTINGS_UNWRITABLE);
    struct config config = load();
    cr_expect_str_eq(config.hospital.facility, "79014");
    cr_expect_eq(config.bind_count, 0);
}

Test(config, a_camera_is_named_by_its_path)
{
    place_write("tiepdon.ini", "[camera]\ndevice = /dev/video2\n");
    struct config config = load();
    cr_expect_str_eq(config.camera, "/dev/video2");
    place_write("tiepdon.ini", "[hospital]\nfacility = 79014\n[camera]\ndevice = video2\n");
    int line = 0;
    cr_expect_eq(config_load(place_dir(), &config, &line), FAULT_SETTINGS_LINE);
    cr_expect_eq(line, 4);
}

Test(config, findings_are_switched_off_or_weighed_anew)
{
    place_write("tiepdon.ini", "[checks]\nname_spelling = off\ncccd_gender = stop\nexpires_days = 0\n");
    struct config config = load();
    const struct checks *checks = &config.hospital.checks;
    cr_expect(checks_off(checks, FINDING_NAME_SPELLING));
    cr_expect_eq(checks_severity(checks, FINDING_CCCD_GENDER), SEVERITY_STOP);
    cr_expect_not(checks_off(checks, FINDING_CCCD_MISSING));
    cr_expect_eq(checks_severity(checks, FINDING_CCCD_MISSING), SEVERITY_WARN);
    cr_expect_eq(config.hospital.expires_days, 0);
    place_write("tiepdon.ini", "");
    cr_expect_eq(load().hospital.expires_days, 30);
}

Test(config, object_codes_come_from_their_table)
{
    place_write("tiepdon.ini", "");
    struct config config = load();
    const struct hospital *hospital = &config.hospital;
    cr_expect(number_object("QN5970123456789", hospital->armed_codes, hospital->armed_code_count));
    cr_expect(number_object("TN4790123456789", hospital->unemployed_codes, hospital->unemployed_code_count));
    cr_expect_not(
        number_object("DN4790123456789", hospital->unemployed_codes, hospital->unemployed_code_count));
    cr_expect_not(number_object("0123456789", hospital->armed_codes, hospital->armed_code_count));
}

Test(config, a_check_that_is_none_is_refused_with_its_line)
{
    static const char *const refused[] = {"name_speling = off", "name_spelling = no", "name_spelling = fix",
                                          "expires_days = soon", "expires_days = -1"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        char text[128];
        struct config config;
        int line = 0;
        snprintf(text, sizeof text, "[checks]\nexpired = stop\n%s\n", refused[i]);
        place_write("tiepdon.ini", text);
        cr_expect_eq(config_load(place_dir(), &config, &line), FAULT_SETTINGS_LINE, "%s", refused[i]);
        cr_expect_eq(line, 3, "%s", refused[i]);
    }
}

Test(config, says_what_the_hospital_is)
{
    static const char *const wrong[] = {"level = provincial", "former = tỉnh", "points = 0", "points = 101",
                                        "points = 5x"};
    struct config config;
    int line = 0;
    place_write("tiepdon.ini", "[hospital]\nfacility = 79014\n");
    config = load();
    cr_expect(config.hospital.level == LEVEL_UNKNOWN && config.hospital.former == FORMER_UNKNOWN);
    place_write("tiepdon.ini", "[hospital]\nlevel = basic\nformer = commune\npoints = 60\n");
    config = load();
    cr_expect(config.hospital.level == LEVEL_BASIC && config.hospital.former == FORMER_COMMUNE);
    cr_expect_eq(config.hospital.points, 60);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char text[64] = "[hospital]\n";
        place_write("tiepdon.ini", strcat(text, wrong[i]));
        cr_expect_eq(config_load(place_dir(), &config, &line), FAULT_SETTINGS_LINE, "%s", wrong[i]);
        cr_expect_eq(line, 2);
    }
}

Test(config, a_portal_needs_no_more_than_its_base_and_account)
{
    struct config none = load();
    cr_expect(!none.hospital.portal && !none.hospital.history && !none.hospital.copayment);
    place_write("tiepdon.ini", "[hospital]\nfacility = 79014\n[portal]\nbase = https://portal.invalid\n"
                               "user = 79014_BV\npassword_file = portal.password\nca_file = /etc/ca.pem\n"
                               "clerk = Nguyễn Thị Thử\nclerk_cccd = 079188000001\nhistory_path =\n"
                               "ask = unsure\nvisits = always\nper_minute = 12\n");
    struct config config = load();
    cr_expect(config.hospital.portal && !config.hospital.history && config.hospital.copayment);
    cr_expect_eq(config.hospital.portal_when, ASK_UNSURE);
    cr_expect(config.hospital.visits_always && !none.hospital.visits_always);
    cr_expect_str_eq(config.portal.password_file, place_path("portal.password"));
    cr_expect_str_eq(config.portal.ca_file, "/etc/ca.pem");
    cr_expect_str_eq(config.portal.path[ASK_MEMBER], "/api/egw/KQNhanLichSuKCB2024");
    cr_expect_str_eq(config.portal.path[ASK_FACILITY], "");
    cr_expect_str_eq(config.portal.facility, "79014");
    cr_expect_eq(config.portal.limits.per_minute, 12);
    cr_expect(config.portal.limits.failures == 5 && !config.portal.stand_in);
}

Test(config, what_the_portal_cannot_take_is_refused_by_its_line)
{
    static const char *const lines[] = {
        "password = abc",       "ask = often",          "per_minute = -1",      "member_path = api/x",
        "clerk_cccd = 0791880", "member_path = /a?b=c", "answer_seconds = 0",   "stand_in = maybe",
        "token_path = api",     "visits = often",       "member_path = /nguời",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char text[128];
        struct config config;
        int line = 0;
        snprintf(text, sizeof text, "[portal]\n%s\n", lines[i]);
        place_write("tiepdon.ini", text);
        cr_expect_eq(config_load(place_dir(), &config, &line), FAULT_SETTINGS_LINE, "%s", lines[i]);
        cr_expect_eq(line, 2);
    }
}

Test(config, reads_where_check_in_files_go)
{
    struct config config;
    int line;
    place_write("tiepdon.ini",
                "[hospital]\nfacility = 79014\n[portal]\nclerk = Trần Thị Lan\nclerk_cccd = 079190000001\n"
                "[checkin]\ndir = out\nformat = xml, csv\neach = day\nkind = 02\n"
                "back = /srv/his/xong\nsend = yes\n");
    cr_assert_eq(config_load(place_dir(), &config, &line), FAULT_NONE);
    const struct checkin_options *checkin = &config.checkin;
    cr_expect_str_eq(checkin->dir, place_path("out"), "within the data directory");
    cr_expect_str_eq(checkin->back, "/srv/his/xong");
    cr_expect_eq(checkin->formats, 1U << CHECKIN_XML | 1U << CHECKIN_CSV);
    cr_expect(checkin->day && checkin->send);
    cr_expect_str_eq(checkin->place.kind, "02");
    cr_expect_str_eq(checkin->place.facility, "79014");
    cr_expect_str_eq(checkin->place.clerk, "Trần Thị Lan");
    cr_expect_str_eq(checkin->place.clerk_cccd, "079190000001");
}

Test(config, sending_needs_what_comes_back_and_a_portal)
{
    static const char BACK[] = "[checkin]\nsend = yes\nback = /srv/his/xong\n";
    static const char PORTAL[] = "[portal]\nbase = https://127.0.0.1\n";
    static const struct {
        const char *first, *second;
        enum fault missing;
    } files[] = {{"[checkin]\ndir = out\n", "", FAULT_NONE},
                 {"[checkin]\nsend = no\n", "", FAULT_NONE},
                 {"[checkin]\nsend = yes\n", PORTAL, FAULT_CHECKIN_SEND_BACK},
                 {BACK, "", FAULT_CHECKIN_SEND_PORTAL},
                 {BACK, PORTAL, FAULT_NONE}};
    struct config config;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char text[256];
        int line;
        snprintf(text, sizeof text, "%s%s", files[i].first, files[i].second);
        place_write("tiepdon.ini", text);
        cr_assert_eq(config_load(place_dir(), &config, &line), FAULT_NONE, "%s", text);
        cr_expect_eq(config_checkin_missing(&config), files[i].missing, "%s", text);
    }
}

Test(config, hands_nothing_over_unless_told_where)
{
    struct config config;
    int line;
    cr_assert_eq(config_load(place_dir(), &config, &line), FAULT_NONE);
    cr_expect_str_eq(config.checkin.dir, "");
    cr_expect_str_eq(config.checkin.back, "");
    cr_expect_eq(config.checkin.formats, 1U << CHECKIN_XML);
    cr_expect_not(config.checkin.day || config.checkin.send);
    cr_expect_str_eq(config.checkin.place.kind, "01");
}

Test(config, refuses_a_check_in_it_does_not_know)
{
    static const char *const lines[] = {"format = pdf", "format = ", "each = week", "kind = 1",
                                        "kind = 0a",    "send = ja", "where = /srv"};
    struct config config;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char text[128];
        int line;
        snprintf(text, sizeof text, "[checkin]\n%s\n", lines[i]);
        place_write("tiepdon.ini", text);
        cr_expect_eq(config_load(place_dir(), &config, &line), FAULT_SETTINGS_LINE, "%s", lines[i]);
        cr_expect_eq(line, 2, "%s", lines[i]);
    }
}
