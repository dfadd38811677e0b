/* tiepdon audit verify [--data DIR]
 * tiepdon audit export [--from DAY] [--to DAY] [--csv|--json] [--data DIR]
 * tiepdon audit purge --before DAY [--yes] [--data DIR]
 *
 * verify proves that no entry of the journal was changed, removed or put in: the count, and the first that does not fit; and
 * prints the newest link, for a chain cannot tell that its own end was cut off.
 * export prints each entry with its digest and link, and who looked at whom. purge removes the content of entries of days
 * before DAY; the chain still proves.
 *
 * Exit status: 0; 64 usage, a day that is too young to be purged, or no yes; 65 the chain is broken; 74 the journal cannot
 * be read or written. */
#include "adapter/audit.h"
#include "adapter/sheet.h"
#include "command/command.h"
#include "command/configure.h"
#include "command/person.h"
#include "command/usage.h"
#include "core/date.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct order {
    const char *verb, *data;
    date_text from, to, before;
    bool json, yes;
};

static int complain(enum fault fault, int status)
{
    fprintf(stderr, "tiepdon audit: %s\n", fault_text(fault, LANGUAGE_VI));
    return status;
}

static bool read_day(const char *text, date_text ret)
{
    return date_read(text, ret) == FAULT_NONE && date_full(ret);
}

static bool read_order(int argc, char **argv, struct order *ret)
{
    static const struct option options[] = {
        {"from", required_argument, NULL, 'f'},   {"to", required_argument, NULL, 't'},
        {"before", required_argument, NULL, 'b'}, {"csv", no_argument, NULL, 'c'},
        {"json", no_argument, NULL, 'j'},         {"yes", no_argument, NULL, 'y'},
        {"data", required_argument, NULL, 'd'},   {NULL, 0, NULL, 0}};
    *ret = (struct order){.verb = argc > 1 ? argv[1] : "", .from = "0001-01-01", .to = "9999-12-31"};
    bool good = argc > 1;
    optind = 2;
    for (int option; good && (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        switch (option) {
        case 'f': good = read_day(optarg, ret->from); break;
        case 't': good = read_day(optarg, ret->to); break;
        case 'b': good = read_day(optarg, ret->before); break;
        case 'c': ret->json = false; break;
        case 'j': ret->json = true; break;
        case 'y': ret->yes = true; break;
        case 'd': ret->data = optarg; break;
        default: good = false;
        }
    }
    return good && optind == argc;
}

static int verify(struct store *store)
{
    long entries = 0, purged = 0;
    enum fault fault = store_verify(store, &entries);
    if (fault == FAULT_CHAIN_BROKEN) {
        fprintf(stderr, "tiepdon audit: mục %ld của nhật ký không khớp.\n", entries);
        return complain(fault, EXIT_DATA);
    }
    char link[DIGEST_SIZE];
    fault = fault ? fault : store_purged(store, &purged);
    fault = fault ? fault : store_last_link(store, link);
    if (fault == FAULT_NONE) {
        printf("%ld mục, %ld đã xóa nội dung theo tuổi: nhật ký nguyên vẹn.\n", entries, purged);
        printf(
            "Mắt xích cuối: %s\nGhi lại ở nơi khác: chỉ nó cho biết các mục mới nhất có bị cắt bỏ không.\n",
            link);
    }
    return fault ? complain(fault, EXIT_STORE) : 0;
}

static bool agreed(const struct order *order)
{
    char answer[8] = "";
    if (order->yes) {
        return true;
    }
    if (!isatty(STDIN_FILENO)) {
        return false;
    }
    fprintf(stderr,
            "Xóa hẳn nội dung nhật ký của các ngày trước %s? Không lấy lại được; bản sao lưu cũ vẫn còn.\n"
            "Gõ yes để xóa: ",
            order->before);
    return fgets(answer, sizeof answer, stdin) && strcmp(answer, "yes\n") == 0;
}

/* The file that VACUUM writes beside holds the same data: it belongs on the same disk, not into /tmp. */
static int purge(struct store *store, const char *dir, const struct config *config, const struct order *order)
{
    struct person person;
    const struct writer writer = person_writer(config, &person);
    date_text today, youngest;
    long entries = 0;
    date_of_time(writer.now, today);
    date_from_days(date_days(today) - config->keep_days, youngest);
    if (strcmp(order->before, youngest) > 0) {
        return complain(FAULT_PURGE_YOUNG, EXIT_USAGE);
    }
    if (!agreed(order)) {
        return complain(FAULT_PURGE_UNASKED, EXIT_USAGE);
    }
    setenv("SQLITE_TMPDIR", dir, 1);
    enum fault fault = store_purge(store, order->before, &writer, &entries);
    if (fault == FAULT_NONE) {
        printf("Đã xóa nội dung của %ld mục.\n", entries);
    }
    return fault ? complain(fault, EXIT_STORE) : 0;
}

static int export(const char *dir, const struct order *order)
{
    struct sheet *sheet = NULL;
    enum fault fault = sheet_open(order->json ? SHEET_JSON : SHEET_CSV, NULL, &sheet);
    fault = fault ? fault : audit_write(dir, order->from, order->to, sheet);
    if (fault) {
        sheet_drop(sheet);
        return complain(fault, EXIT_STORE);
    }
    fault = sheet_finish(sheet);
    return fault ? complain(fault, EXIT_STORE) : 0;
}

/* A look at everybody's data is journalled like any other. */
static enum fault journal_export(struct store *store, const struct config *config)
{
    struct person person;
    const struct writer writer = person_writer(config, &person);
    const struct facts nobody = {.name = ""};
    return store_look(store, PURPOSE_EXPORT, &nobody, "", "", &writer);
}

static int run(const struct order *order, const char *dir, const struct config *config)
{
    bool writes = strcmp(order->verb, "verify") != 0;
    struct store *store = NULL;
    enum fault fault = store_open(dir, writes ? STORE_COUNTER : STORE_READ, &store);
    int status = fault ? complain(fault, EXIT_STORE) : 0;
    if (status == 0 && !writes) {
        status = verify(store);
    } else if (status == 0 && strcmp(order->verb, "purge") == 0) {
        status = purge(store, dir, config, order);
    } else if (status == 0) {
        fault = journal_export(store, config);
        status = fault ? complain(fault, EXIT_STORE) : export(dir, order);
    }
    store_close(store);
    return status;
}

int command_audit(int argc, char **argv)
{
    struct order order;
    struct config config;
    char dir[PATH_SIZE];
    bool read = read_order(argc, argv, &order);
    bool purging = read && strcmp(order.verb, "purge") == 0;
    bool known =
        purging || (read && (strcmp(order.verb, "verify") == 0 || strcmp(order.verb, "export") == 0));
    if (!known || purging != (order.before[0] != '\0')) {
        return usage_refuse("audit");
    }
    int status = configure("tiepdon audit", order.data, dir, &config);
    return status ? status : run(&order, dir, &config);
}
