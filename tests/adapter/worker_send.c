/* worker_send: complete check-in records from the hospital's directory to the portal, which is a table here, by a clock
 * that is a number, until their receipts stand in the journal. */
#include "../support/exported.h"
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/checkin.h"
#include "command/worker.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL
#define TODAY "2026-11-20"

enum { ASKED_MAX = 64, LEASE = 76, MOST = 8, HOUR = 3600 };

/* What stands in the portal's place; another process sees the same one. A record is answered a second later, as `trouble`
 * and `code` say; the same bytes give the same receipt. */
struct fake {
    struct {
        long long at;
        int ticket;
        enum ask ask;
        char receipt[RECEIPT_SIZE];
    } asked[ASKED_MAX];
    int count, done;
    enum trouble trouble;
    const char *code;
    bool kills; /* whoever hears an answer dies of it */
};

static struct fake *fake;
static struct store *store;
static struct worker worker;
static struct hospital hospital;
static struct checkin_options options;
static struct writer lan = {"Quầy 3", "Lan", NOW};

static void receipt_of(const char *record, char out[RECEIPT_SIZE])
{
    unsigned long sum = 5381;
    for (const char *at = record; *at; at++) {
        sum = sum * 33 + (unsigned char)*at;
    }
    snprintf(out, RECEIPT_SIZE, "GD%016lx", sum);
}

static enum fault ask(void *portal, enum ask kind, const struct question *question, const char *record,
                      int ticket)
{
    struct fake *to = portal;
    (void)question;
    cr_assert_lt(to->count, ASKED_MAX);
    to->asked[to->count].at = lan.now;
    to->asked[to->count].ask = kind;
    to->asked[to->count].ticket = ticket;
    receipt_of(record ? record : "", to->asked[to->count].receipt);
    to->count++;
    return FAULT_NONE;
}

static void cancel(void *portal, int ticket)
{
    (void)portal;
    (void)ticket;
}

static void begin_worker(void)
{
    worker = (struct worker){
        .store = store,
        .hospital = &hospital,
        .asker = {fake, TROUBLE_OFF, ask, cancel},
        .limits =
            {.per_minute = 30, .per_day = 5000, .reserve = 10, .failures = 50, .pause = 30, .pause_max = 600},
        .fresh_minutes = 10,
        .lease = LEASE,
        .dir = place_dir()};
}

static void begin(void)
{
    place_begin();
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    fake = mmap(NULL, sizeof *fake, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    cr_assert(fake != MAP_FAILED);
    fake->code = "200";
    hospital.portal = true;
    options = (struct checkin_options){.send = true, .place = {.facility = "79014", .kind = "01"}};
    strcpy(options.back, place_path("back"));
    cr_assert_eq(mkdir(options.back, 0700), 0);
    begin_worker();
}

static void end(void)
{
    store_close(store);
    munmap(fake, sizeof *fake);
    place_end();
}

TestSuite(worker_send, .init = begin, .fini = end);

/* BACK/NAME, a complete record of this visit, as the hospital's system wrote it an hour ago; another `service` makes it
 * another one. */
static void bring(const char *name, const char *id, const char *service)
{
    char path[64], text[4096];
    snprintf(path, sizeof path, "back/%s", name);
    snprintf(
        text, sizeof text,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CHI_TIEU_TRANG_THAI_KCB><DSACH_TRANG_THAI_KCB>"
        "<TRANG_THAI_KCB><MA_LK>%s</MA_LK><STT>1</STT><MA_BN>BN1</MA_BN><HO_TEN>Nguyễn Thị Hòa</HO_TEN>"
        "<SO_CCCD>079185000001</SO_CCCD><NGAY_SINH>198503120000</NGAY_SINH><GIOI_TINH>2</GIOI_TINH>"
        "<MA_THE_BHYT>DN4790000000001</MA_THE_BHYT><MA_DKBD>79025</MA_DKBD><GT_THE_TU>20260101</GT_THE_TU>"
        "<GT_THE_DEN/><MA_DOITUONG_KCB>1.3</MA_DOITUONG_KCB><NGAY_VAO>202611200841</NGAY_VAO>"
        "<NGAY_VAO_NOI_TRU/><LY_DO_VNT/><MA_LY_DO_VNT/><MA_LOAI_KCB>01</MA_LOAI_KCB>"
        "<MA_CSKCB>79014</MA_CSKCB><MA_DICH_VU>%s</MA_DICH_VU><TEN_DICH_VU>Khám</TEN_DICH_VU><MA_THUOC/>"
        "<TEN_THUOC/><MA_VAT_TU/><TEN_VAT_TU/><NGAY_YL>202611200900</NGAY_YL><DU_PHONG/></TRANG_THAI_KCB>"
        "</DSACH_TRANG_THAI_KCB><CHUKYDONVI/></CHI_TIEU_TRANG_THAI_KCB>\n",
        id, service);
    struct timespec times[2] = {{time(NULL) - HOUR, 0}, {time(NULL) - HOUR, 0}};
    cr_assert_eq(utimensat(AT_FDCWD, place_write(path, text), times, 0), 0);
}

/* As the process beside the counter does it; how many were taken. */
static int take_back(void)
{
    struct checkin_report report;
    long long cursor = 0;
    checkin_pass(store, place_dir(), &options, MOST, &cursor, &report);
    cr_expect_eq(report.fault, FAULT_NONE);
    return report.taken;
}

static void take_in(int person, char ret_id[ID_SIZE])
{
    struct repeat repeat;
    const struct intake intake = people_intake(person);
    cr_assert_eq(store_save(store, &intake, &lan, ret_id, &repeat), FAULT_NONE);
}

static void take_answers(void)
{
    struct news news;
    while (fake->done < fake->count && fake->asked[fake->done].at < lan.now) {
        int number = fake->done++;
        struct reply reply = {.ticket = fake->asked[number].ticket, .ask = ASK_RECORD, .at = lan.now};
        reply.trouble = fake->trouble;
        strcpy(reply.code, fake->trouble ? "" : fake->code);
        strcpy(reply.receipt, reply.trouble || strcmp(fake->code, "200") ? "" : fake->asked[number].receipt);
        if (fake->kills) {
            raise(SIGKILL);
        }
        worker_hear(&worker, &reply, &lan, &news);
        cr_expect_eq(news.fault, FAULT_NONE, "%s", fault_code(news.fault));
    }
}

/* As the shell does it: every second that something is due. */
static void run(long seconds)
{
    struct news news;
    for (long long until = lan.now + seconds; lan.now < until; lan.now++) {
        take_answers();
        for (int i = 0; i < 10 && worker.next <= lan.now; i++) {
            worker_pass(&worker, &lan, &news);
            cr_expect_eq(news.fault, FAULT_NONE, "%s", fault_code(news.fault));
        }
    }
}

/* The journal's entries of receipts, as `export journal` gives them: "of after change reason;" each. */
static const char *receipts(void)
{
    static char text[1024];
    struct export *export;
    const struct export_row *row;
    text[0] = '\0';
    cr_assert_eq(
        export_open(place_dir(), EXPORT_JOURNAL, &(struct export_of){TODAY, TODAY, "79014"}, &export),
        FAULT_NONE);
    while (export_next(export, &row) == FAULT_NONE && row) {
        size_t len = strlen(text);
        if (strcmp(exported(export, row, "kind"), "receipt") == 0) {
            snprintf(text + len, sizeof text - len, "%s %s %s %s;", exported(export, row, "of"),
                     exported(export, row, "after"), exported(export, row, "change"),
                     exported(export, row, "reason"));
        }
    }
    export_close(export);
    return text;
}

static void expect_receipts(const char *wanted)
{
    long entries;
    cr_expect_str_eq(receipts(), wanted);
    cr_expect_eq(store_verify(store, &entries), FAULT_NONE);
}

static void receipt_line(char *out, size_t cap, const char *id, int number)
{
    snprintf(out, cap, "%s %s accepted 200;", id, fake->asked[number].receipt);
}

Test(worker_send, a_record_goes_out_once_and_its_receipt_is_in_both_exports)
{
    char id[ID_SIZE], wanted[256];
    struct export *export;
    const struct export_row *row;
    take_in(1, id);
    bring("a.xml", id, "02.03");
    cr_expect_eq(take_back(), 1);
    run(2 * HOUR);
    cr_expect_eq(fake->count, 1);
    cr_expect_eq(fake->asked[0].ask, ASK_RECORD);
    receipt_line(wanted, sizeof wanted, id, 0);
    expect_receipts(wanted);
    cr_assert_eq(
        export_open(place_dir(), EXPORT_INTAKES, &(struct export_of){TODAY, TODAY, "79014"}, &export),
        FAULT_NONE);
    cr_assert_eq(export_next(export, &row), FAULT_NONE);
    cr_assert(row);
    cr_expect_str_eq(exported(export, row, "act"), id);
    cr_expect_str_eq(exported(export, row, "receipt"), fake->asked[0].receipt);
    export_close(export);
}

Test(worker_send, what_the_portal_refuses_is_an_entry_and_not_tried_again)
{
    char id[ID_SIZE], wanted[256];
    take_in(1, id);
    fake->trouble = TROUBLE_REQUEST;
    bring("a.xml", id, "02.03");
    cr_expect_eq(take_back(), 1);
    run(3 * HOUR);
    cr_expect_eq(fake->count, 1);
    snprintf(wanted, sizeof wanted, "%s  refused ;", id);
    expect_receipts(wanted);
    fake->trouble = TROUBLE_NONE;
    bring("b.xml", id, "02.04");
    cr_expect_eq(take_back(), 1, "the mended record is another one");
    run(10);
    cr_expect_eq(fake->count, 2);
    receipt_line(wanted + strlen(wanted), sizeof wanted - strlen(wanted), id, 1);
    expect_receipts(wanted);
}

Test(worker_send, trouble_is_waited_out_longer_each_time)
{
    static const int minutes[] = {1, 2, 5, 10, 20, 40, 60, 60};
    enum { TRIES = sizeof minutes / sizeof *minutes };
    char id[ID_SIZE], wanted[256];
    take_in(1, id);
    fake->trouble = TROUBLE_TIMEOUT;
    bring("a.xml", id, "02.03");
    cr_expect_eq(take_back(), 1);
    run(200 * 60);
    cr_assert_eq(fake->count, TRIES + 1);
    for (int i = 0; i < TRIES; i++) {
        long long wait = fake->asked[i + 1].at - fake->asked[i].at;
        cr_expect(wait >= 60LL * minutes[i] && wait <= 60LL * minutes[i] + 5, "%d: %lld seconds", i, wait);
    }
    expect_receipts("");
    fake->trouble = TROUBLE_NONE;
    run(HOUR + 5);
    cr_assert_eq(fake->count, TRIES + 2);
    receipt_line(wanted, sizeof wanted, id, TRIES + 1);
    expect_receipts(wanted);
}

Test(worker_send, a_full_quota_is_waited_for_and_nothing_is_lost)
{
    enum { RECORDS = 5 };
    worker.limits.per_minute = 12; /* of which the clerks' reserve is 10 */
    for (int i = 1; i <= RECORDS; i++) {
        char id[ID_SIZE], name[16];
        take_in(i, id);
        snprintf(name, sizeof name, "%d.xml", i);
        bring(name, id, "02.03");
    }
    cr_expect_eq(take_back(), RECORDS);
    run(180);
    cr_assert_eq(fake->count, RECORDS);
    for (int i = 2; i < RECORDS; i++) {
        cr_expect_gt(fake->asked[i].at / 60, fake->asked[i - 2].at / 60, "two a minute");
    }
    cr_expect_null(strstr(receipts(), "refused"));
}

/* Another counter took the last place of the minute between the look and the question. */
Test(worker_send, one_that_was_not_even_asked_keeps_its_turn)
{
    static const enum trouble held[] = {TROUBLE_QUOTA, TROUBLE_PAUSED, TROUBLE_OFF, TROUBLE_PASSWORD};
    char id[ID_SIZE];
    struct sending sending;
    char *xml;
    long long next;
    take_in(1, id);
    bring("a.xml", id, "02.03");
    cr_expect_eq(take_back(), 1);
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
        const struct reply reply = {.ask = ASK_RECORD, .trouble = held[i]};
        cr_assert_eq(checkin_send_next(store, place_dir(), LEASE, &lan, &sending, &xml, &next), FAULT_NONE);
        free(xml);
        cr_assert(sending.id && sending.tries == 0, "%s", trouble_code(held[i]));
        cr_assert_eq(checkin_send_said(store, place_dir(), &sending, &reply, &lan), FAULT_NONE);
    }
    run(5);
    cr_expect_eq(fake->count, 1);
}

Test(worker_send, a_pause_is_waited_for_and_nothing_is_lost)
{
    char first[ID_SIZE], second[ID_SIZE];
    worker.limits.failures = 1;
    fake->trouble = TROUBLE_CONNECT;
    take_in(1, first);
    take_in(2, second);
    bring("a.xml", first, "02.03");
    bring("b.xml", second, "02.03");
    cr_expect_eq(take_back(), 2);
    run(25);
    cr_expect_eq(fake->count, 1, "the breaker is open");
    expect_receipts("");
    fake->trouble = TROUBLE_NONE;
    run(120);
    cr_expect_eq(fake->count, 3);
    cr_expect(strstr(receipts(), first) && strstr(receipts(), second), "%s", receipts());
}

Test(worker_send, the_same_file_twice_is_sent_once)
{
    char id[ID_SIZE], wanted[256];
    take_in(1, id);
    bring("a.xml", id, "02.03");
    bring("b.xml", id, "02.03");
    cr_expect_eq(take_back(), 1);
    run(10);
    bring("c.xml", id, "02.03");
    cr_expect_eq(take_back(), 0);
    run(2 * HOUR);
    cr_expect_eq(fake->count, 1);
    receipt_line(wanted, sizeof wanted, id, 0);
    expect_receipts(wanted);
}

/* Sends and dies when the answer comes, before the journal hears of it. */
static void die_of_the_answer(void)
{
    fake->kills = true;
    if (store_open(place_dir(), STORE_COUNTER, &store) == FAULT_NONE) {
        begin_worker();
        run(10);
    }
    _exit(1);
}

Test(worker_send, killed_between_answer_and_journal_it_is_sent_again_for_the_same_receipt)
{
    char id[ID_SIZE], wanted[256];
    int status;
    take_in(1, id);
    bring("a.xml", id, "02.03");
    cr_expect_eq(take_back(), 1);
    store_close(store);
    pid_t child = fork();
    if (child == 0) {
        die_of_the_answer();
    }
    cr_assert_eq(waitpid(child, &status, 0), child);
    cr_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, "%x", status);
    fake->kills = false;
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    begin_worker();
    expect_receipts("");
    run(LEASE + 60);
    cr_assert_eq(fake->count, 2);
    cr_expect_str_eq(fake->asked[1].receipt, fake->asked[0].receipt);
    receipt_line(wanted, sizeof wanted, id, 0);
    expect_receipts(wanted);
}

Test(worker_send, two_counters_send_a_record_once)
{
    char id[ID_SIZE];
    struct news news;
    struct store *second;
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &second), FAULT_NONE);
    struct worker other = worker;
    other.store = second;
    take_in(1, id);
    bring("a.xml", id, "02.03");
    cr_expect_eq(take_back(), 1);
    for (int i = 0; i < 3; i++) {
        worker_pass(&worker, &lan, &news);
        worker_pass(&other, &lan, &news);
    }
    cr_expect_eq(fake->count, 1);
    store_close(second);
}

Test(worker_send, with_send_off_nothing_goes_out)
{
    char id[ID_SIZE];
    take_in(1, id);
    bring("a.xml", id, "02.03");
    cr_expect_eq(take_back(), 1, "from when it was on");
    options.send = false;
    worker.dir = NULL;
    bring("b.xml", id, "02.04");
    cr_expect_eq(take_back(), 0);
    run(HOUR);
    cr_expect_eq(fake->count, 0);
    expect_receipts("");
}
