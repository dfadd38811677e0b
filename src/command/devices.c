/* tiepdon devices [--test|--rule] [--data DIR]: every device that could scan, whether it is this counter's
 * scanner and why, what hinders, and what to do about it; with --test what each scan brought; with --rule the
 * udev rule. Exit status: 0 a scanner is ready, or the rule was printed; 1 none is; 64 usage; 78 the
 * configuration. */
#include "adapter/place.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/devices_test.h"
#include "command/scanners.h"
#include "command/usage.h"
#include "core/rule.h"
#include <getopt.h>
#include <stdio.h>
#include <string.h>

struct tally {
    enum language language;
    int devices, ready;
};

static const char *const WHY[][LANGUAGE_COUNT] = {
    [CLAIM_BOUND] = {"máy quét của quầy này: được gắn trong cấu hình",
                     "this counter's scanner: bound in the configuration"},
    [CLAIM_KNOWN] = {"máy quét: có trong hồ sơ", "a scanner: named by a profile"},
    [CLAIM_DECLARED] = {"máy quét: tự khai là máy quét mã vạch (HID POS)",
                        "a scanner: it declares itself one (HID POS)"},
    [CLAIM_STRANGER] =
        {"không coi là máy quét; nếu là máy quét: nhấn F6 ở màn hình chờ rồi quét một thẻ",
         "not taken for a scanner; if it is one: press F6 on the waiting screen and scan a card"},
    [CLAIM_OTHER] =
        {"máy quét đã biết, nhưng quầy này gắn với máy quét khác: nhấn F6 ở màn hình chờ để gắn thêm",
         "a known scanner, but this counter is bound to another: press F6 on the waiting screen to add it"},
    [CLAIM_REMOTE] =
        {"máy quét đã biết, nhưng phiên này ở xa: nhấn F6 ở màn hình chờ để gắn",
         "a known scanner, but this session is remote: press F6 on the waiting screen to bind it"},
    [CLAIM_MADE] = {"bàn phím do chương trình tạo ra: không dùng làm máy quét",
                    "a keyboard made by a program: never taken as a scanner"},
    [CLAIM_NO_SCANS] = {"", ""},
};

static const char *const KINDS[][LANGUAGE_COUNT] = {
    [DEVICE_KEYS] = {"bàn phím", "keyboard"},
    [DEVICE_SERIAL] = {"cổng nối tiếp", "serial port"},
    [DEVICE_POS] = {"HID POS", "HID POS"},
};

static void print_device(const struct scanner_device *found, void *data)
{
    struct tally *tally = data;
    bool taken = claim_taken(found->claim.kind);
    bool vi = tally->language == LANGUAGE_VI;
    char bind[BIND_SIZE];
    claim_bind(&found->device, "", bind);
    printf("%s  %04x:%04x  %s  [%s]\n", found->node, found->device.vendor, found->device.product,
           found->device.name, KINDS[found->device.kind][tally->language]);
    printf("  %s %s\n", taken && !found->hindrance.fault ? "●" : "○",
           WHY[found->claim.kind][tally->language]);
    if (taken && found->claim.profile) {
        printf("  %s keymaps/%s.ini", vi ? "hồ sơ" : "profile", found->claim.profile->name);
        if (found->device.kind == DEVICE_KEYS) {
            printf(", %s keymaps/%s.xkb", vi ? "bảng phím" : "layout", found->claim.profile->layout);
        }
        puts("");
    }
    if (found->hindrance.fault && !taken) {
        printf("  %s\n", vi ? "(tài khoản này không đọc được; nếu là máy quét: nhờ kỹ thuật thêm hồ sơ rồi "
                              "tạo lại luật udev)"
                            : "(not readable for this account; if it is a scanner: ask IT to add a profile "
                              "and make the udev rule anew)");
    } else if (found->hindrance.fault) {
        char sentence[FAULT_SENTENCE_SIZE];
        fault_sentence(found->hindrance.fault, found->hindrance.name, tally->language, sentence);
        printf("  ! %s\n", sentence);
    }
    printf("  bind = %s\n\n", bind);
    tally->devices++;
    tally->ready += taken && !found->hindrance.fault;
}

static void print_end(const struct tally *tally, const struct profiles *profiles)
{
    bool vi = tally->language == LANGUAGE_VI;
    for (int i = 0; i < profiles->broken_count; i++) {
        int line = profiles->broken[i].line;
        fputs(profiles->broken[i].path, stdout);
        if (line) {
            printf(":%d", line);
        }
        printf(": %s\n", fault_text(profiles->broken[i].fault, tally->language));
    }
    if (!tally->devices) {
        puts(vi ? "Không thấy bàn phím hay máy quét nào: cắm máy quét vào máy này rồi chạy lại."
                : "No keyboard and no scanner seen: plug the scanner into this machine and run this again.");
    }
    printf(vi ? "%d thiết bị, %d máy quét sẵn sàng.\n" : "%d devices, %d scanners ready.\n", tally->devices,
           tally->ready);
}

static void print_rule(const struct scanner_options *scanners)
{
    static struct profiles profiles;
    char line[RULE_LINE_SIZE];
    profiles_load(scanners->profiles, &profiles);
    fputs(RULE_HEAD, stdout);
    for (int i = 0; i < profiles.count; i++) {
        for (int m = 0; m < profiles.list[i].match_count; m++) {
            rule_match(&profiles.list[i].match[m], line);
            fputs(line, stdout);
        }
    }
    for (int i = 0; i < scanners->bind_count; i++) {
        if (rule_bind(scanners->binds[i], line)) {
            fputs(line, stdout);
        }
    }
    fputs(RULE_TAIL, stdout);
}

static int list(const struct scanner_options *scanners, enum language language)
{
    static struct profiles profiles;
    struct tally tally = {.language = language};
    scanner_list(scanners, &profiles, print_device, &tally);
    print_end(&tally, &profiles);
    return tally.ready ? 0 : 1;
}

struct options {
    const char *data;
    bool test, rule;
};

static bool read_options(int argc, char **argv, struct options *ret)
{
    static const struct option options[] = {{"data", required_argument, NULL, 'd'},
                                            {"test", no_argument, NULL, 't'},
                                            {"rule", no_argument, NULL, 'r'},
                                            {0}};
    opterr = 0;
    optind = 1;
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        switch (option) {
        case 'd': ret->data = optarg; break;
        case 't': ret->test = true; break;
        case 'r': ret->rule = true; break;
        default: return false;
        }
    }
    return optind == argc && !(ret->test && ret->rule);
}

/* An installation is given its rule before there is any data directory. */
static int load(const struct options *options, struct config *config, struct scanners *scanners)
{
    char dir[PATH_SIZE];
    bool nowhere = options->rule && place_data(options->data, dir) == FAULT_PLACE_NONE;
    int status = nowhere ? 0 : configure("tiepdon devices", options->data, dir, config);
    enum fault fault = status ? FAULT_NONE : scanners_find(nowhere ? NULL : dir, config, scanners);
    if (fault) {
        fprintf(stderr, "tiepdon devices: %s\n", fault_text(fault, config->hospital.language));
    }
    return status || fault ? EXIT_CONFIG : 0;
}

int command_devices(int argc, char **argv)
{
    static struct config config;
    struct options options = {.data = NULL};
    struct scanners scanners;
    if (!read_options(argc, argv, &options)) {
        return usage_refuse("devices");
    }
    int status = load(&options, &config, &scanners);
    if (status != 0) {
        return status;
    }
    enum language language = config.hospital.language;
    if (options.rule) {
        print_rule(&scanners.options);
        return 0;
    }
    return options.test ? devices_test(&scanners.options, language) : list(&scanners.options, language);
}
