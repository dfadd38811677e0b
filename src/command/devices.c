/* tiepdon devices [--data DIR]: every input device that types, whether it is this counter's scanner
 * and why, what hinders, and what to do about it. Exit status: 0 a scanner is ready; 1 none is; 64
 * usage; 78 the configuration. */
#include "adapter/config.h"
#include "adapter/place.h"
#include "adapter/scanner.h"
#include "command/command.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
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
        {"coi là bàn phím; nếu là máy quét: nhấn F6 ở màn hình chờ rồi quét một thẻ",
         "taken for a keyboard; if it is a scanner: press F6 on the waiting screen and scan a card"},
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

static void print_device(const struct scanner_device *found, void *data)
{
    struct tally *tally = data;
    bool taken = claim_taken(found->claim.kind);
    bool vi = tally->language == LANGUAGE_VI;
    char bind[BIND_SIZE];
    claim_bind(&found->device, "", bind);
    printf("%s  %04x:%04x  %s\n", found->node, found->device.vendor, found->device.product,
           found->device.name);
    printf("  %s %s\n", taken && !found->hindrance.fault ? "●" : "○",
           WHY[found->claim.kind][tally->language]);
    if (taken && found->claim.profile) {
        printf("  %s keymaps/%s.ini, %s keymaps/%s.xkb\n", vi ? "hồ sơ" : "profile",
               found->claim.profile->name, vi ? "bảng phím" : "layout", found->claim.profile->layout);
    }
    if (found->hindrance.fault) {
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
        printf("%s:%d: %s\n", profiles->broken[i].path, profiles->broken[i].line,
               fault_text(profiles->broken[i].fault, tally->language));
    }
    if (!tally->devices) {
        puts(vi ? "Không thấy bàn phím hay máy quét nào: cắm máy quét vào máy này rồi chạy lại."
                : "No keyboard and no scanner seen: plug the scanner into this machine and run this again.");
    }
    printf(vi ? "%d thiết bị, %d máy quét sẵn sàng.\n" : "%d devices, %d scanners ready.\n", tally->devices,
           tally->ready);
}

static bool read_options(int argc, char **argv, const char **ret_data)
{
    static const struct option options[] = {{"data", required_argument, NULL, 'd'}, {0}};
    int option;
    *ret_data = NULL;
    opterr = 0;
    optind = 1;
    while ((option = getopt_long(argc, argv, "", options, NULL)) == 'd') {
        *ret_data = optarg;
    }
    return option == -1 && optind == argc;
}

int command_devices(int argc, char **argv)
{
    static struct profiles profiles;
    static struct config config;
    struct keymaps keymaps;
    char dir[PATH_SIZE];
    const char *data;
    int line = 0;
    if (!read_options(argc, argv, &data)) {
        fputs("tiepdon devices [--data DIR]\n", stderr);
        return EXIT_USAGE;
    }
    enum fault fault = place_data(data, dir);
    fault = fault ? fault : config_load(dir, &config, &line);
    fault = fault ? fault : keymaps_find(dir, &keymaps);
    if (fault) {
        fprintf(stderr, "tiepdon devices: %s/tiepdon.ini:%d: %s\n", dir, line,
                fault_text(fault, LANGUAGE_VI));
        return EXIT_CONFIG;
    }
    const char *binds[CONFIG_BINDS];
    for (int i = 0; i < config.bind_count; i++) {
        binds[i] = config.binds[i];
    }
    const struct scanner_options options = {&keymaps, binds, config.bind_count,
                                            getenv("SSH_CONNECTION") != NULL};
    struct tally tally = {.language = config.hospital.language};
    scanner_list(&options, &profiles, print_device, &tally);
    print_end(&tally, &profiles);
    return tally.ready ? 0 : 1;
}
