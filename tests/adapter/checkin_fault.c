/* checkin_fault: what a watcher of the directory sees while files are written, the writer is killed and the disk is full:
 * whole files or none; and the process that writes them for a counter. */
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/checkin_child.h"
#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL

enum { MOST = 16, PEOPLE = 24, MOMENTS = 16 };

static const struct writer LAN = {"Quầy 3", "Lan", NOW};
static struct store *store;
static struct checkin_options options;

static void open_store(void)
{
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    store_owe(store);
}

static void begin(void)
{
    place_begin();
    signal(SIGCHLD, SIG_DFL);
    options =
        (struct checkin_options){.formats = 1U << CHECKIN_XML, .place = {.facility = "79014", .kind = "01"}};
    strcpy(options.dir, place_path("out"));
}

TestSuite(checkin_fault, .init = begin, .fini = place_end, .timeout = 60);

static void save(int number)
{
    struct repeat repeat;
    char id[ID_SIZE];
    struct intake intake = people_intake(number);
    strcpy(intake.facts.valid_from, "2026-01-01");
    enum fault fault = store_save(store, &intake, &LAN, id, &repeat);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

static struct checkin_report pass_all(void)
{
    struct checkin_report report;
    long long cursor = 0;
    do {
        checkin_pass(store, place_dir(), &options, MOST, &cursor, &report);
    } while (report.more);
    return report;
}

static long long owed(void)
{
    struct handover handover;
    cr_assert_eq(store_handover(store, 0, &handover), FAULT_NONE);
    return handover.id;
}

static bool is_whole(const char *name)
{
    char path[300];
    snprintf(path, sizeof path, "out/%s", name);
    const char *text = place_text(path);
    xmlDoc *doc = xmlReadMemory(text, (int)strlen(text), NULL, NULL, XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    bool whole = doc != NULL;
    xmlFreeDoc(doc);
    return whole;
}

/* Files with a name for the hospital's system; -1 when one of them is half. */
static int count_whole(void)
{
    int count = 0;
    DIR *dir = opendir(place_path("out"));
    cr_assert(dir);
    for (struct dirent *entry; count >= 0 && (entry = readdir(dir));) {
        bool hidden = entry->d_name[0] == '.';
        count = hidden ? count : is_whole(entry->d_name) ? count + 1 : -1;
    }
    closedir(dir);
    return count;
}

/* A process that hands over until nothing is owed, and once more for every round. */
static pid_t start_writer(int rounds)
{
    pid_t pid = fork();
    cr_assert(pid >= 0);
    if (pid == 0) {
        for (int i = 0; i < rounds; i++) {
            open_store();
            struct checkin_report report = pass_all();
            store_close(store);
            if (report.fault != FAULT_NONE) {
                _exit(1);
            }
        }
        _exit(0);
    }
    return pid;
}

Test(checkin_fault, a_watcher_sees_whole_files_only)
{
    options.day = true; /* the file that is written anew each time */
    cr_assert_eq(mkdir(options.dir, 0700), 0);
    int status = 0, seen = 0;
    for (int number = 1; number <= PEOPLE; number++) {
        open_store();
        save(number);
        store_close(store);
        pid_t pid = start_writer(1);
        while (waitpid(pid, &status, WNOHANG) == 0) {
            int count = count_whole();
            cr_assert_geq(count, 0, "half a file");
            seen += count;
        }
        cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    cr_expect_gt(seen, 0);
    cr_expect_eq(count_whole(), 1);
}

Test(checkin_fault, a_writer_that_is_killed_leaves_no_half_file_and_forgets_none)
{
    cr_assert_eq(mkdir(options.dir, 0700), 0);
    for (int moment = 0; moment < MOMENTS; moment++) {
        open_store();
        save(2 * moment + 1);
        save(2 * moment + 2);
        store_close(store);
        pid_t pid = start_writer(1);
        int status = 0;
        usleep((useconds_t)moment * 700);
        kill(pid, SIGKILL);
        waitpid(pid, &status, 0);
        cr_assert_geq(count_whole(), 0, "half a file at moment %d", moment);
    }
    open_store();
    cr_expect_eq(pass_all().fault, FAULT_NONE);
    cr_expect_eq(owed(), 0);
    store_close(store);
    cr_expect_eq(count_whole(), 2 * MOMENTS);
}

/* A file system of our own for the watched directory; false where the machine forbids it. */
static bool mount_out(const char *settings)
{
    return mkdir(options.dir, 0700) == 0 && unshare(CLONE_NEWNS) == 0 &&
           mount("", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
           mount("tmpfs", options.dir, "tmpfs", 0, settings) == 0;
}

static void fill(void)
{
    static const char page[4096];
    int fd = open(place_path("out/.filler"), O_CREAT | O_WRONLY, 0600);
    cr_assert(fd >= 0);
    while (write(fd, page, sizeof page) == (ssize_t)sizeof page) {
    }
    close(fd);
}

Test(checkin_fault, a_full_disk_leaves_no_file_and_loses_none)
{
    if (!mount_out("size=64k")) {
        cr_skip_test("a small tmpfs needs root");
    }
    open_store();
    save(1);
    fill();
    cr_expect_eq(pass_all().fault, FAULT_CHECKIN_FULL);
    unlink(place_path("out/.filler"));
    cr_expect_eq(count_whole(), 0);
    cr_expect_neq(owed(), 0);
    cr_expect_eq(pass_all().fault, FAULT_NONE);
    cr_expect_eq(count_whole(), 1);
    store_close(store);
}

Test(checkin_fault, a_read_only_share_loses_none)
{
    if (!mount_out("size=64k")) {
        cr_skip_test("a read-only mount needs root");
    }
    open_store();
    save(1);
    cr_assert_eq(mount("", options.dir, NULL, MS_REMOUNT | MS_RDONLY, NULL), 0);
    cr_expect_eq(pass_all().fault, FAULT_CHECKIN_DENIED);
    cr_expect_neq(owed(), 0);
    cr_assert_eq(mount("", options.dir, NULL, MS_REMOUNT, NULL), 0);
    cr_expect_eq(pass_all().fault, FAULT_NONE);
    cr_expect_eq(owed(), 0);
    store_close(store);
}

Test(checkin_fault, two_at_once_write_nothing_twice)
{
    cr_assert_eq(mkdir(options.dir, 0700), 0);
    open_store();
    for (int number = 1; number <= PEOPLE; number++) {
        save(number);
    }
    store_close(store);
    pid_t first = start_writer(2), second = start_writer(2);
    int status = 0;
    cr_assert_eq(waitpid(first, &status, 0), first);
    cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    cr_assert_eq(waitpid(second, &status, 0), second);
    cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    open_store();
    cr_expect_eq(pass_all().fault, FAULT_NONE);
    cr_expect_eq(owed(), 0);
    store_close(store);
    cr_expect_eq(count_whole(), PEOPLE);
}

/* The counter's end of a conversation whose other end is the test's. */
static struct checkin_child child;
static int ours;

static void begin_talk(void)
{
    int ends[2];
    cr_assert_eq(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends), 0);
    child = (struct checkin_child){.aside = {ends[0], -1}, .due = 1000};
    ours = ends[1];
}

Test(checkin_fault, the_other_process_tells_what_it_did_and_ends)
{
    struct checkin_report report;
    int written = 0;
    cr_assert_eq(mkdir(options.dir, 0700), 0);
    open_store();
    for (int number = 1; number <= PEOPLE; number++) {
        save(number);
    }
    begin_talk();
    checkin_child_run(store, place_dir(), &options, ours);
    while (checkin_child_next(&child, 1, &report)) {
        cr_expect_eq(report.fault, FAULT_NONE);
        written += report.written;
    }
    cr_expect_eq(written, PEOPLE);
    cr_expect_eq(checkin_child_fd(&child), -1, "it said that it ended");
    cr_expect_eq(checkin_child_timeout(&child, 1), -1);
    store_close(store);
}

Test(checkin_fault, a_process_that_hangs_dies_or_raves_is_given_up)
{
    struct checkin_report report;
    begin_talk();
    cr_expect_not(checkin_child_next(&child, 999, &report), "it has time");
    cr_expect_eq(checkin_child_timeout(&child, 999), 1);
    cr_expect(checkin_child_next(&child, 1000, &report));
    cr_expect_eq(report.fault, FAULT_CHECKIN_GONE);
    cr_expect_eq(checkin_child_fd(&child), -1);
    close(ours);
    begin_talk();
    close(ours);
    cr_expect(checkin_child_next(&child, 1, &report));
    cr_expect_eq(report.fault, FAULT_CHECKIN_FAILED);
    begin_talk();
    cr_assert_eq(send(ours, "rave", 4, 0), 4);
    cr_expect(checkin_child_next(&child, 1, &report));
    cr_expect_eq(report.fault, FAULT_CHECKIN_FAILED);
    close(ours);
}

Test(checkin_fault, a_program_that_cannot_be_run_is_no_process)
{
    child = (struct checkin_child){.aside = {-1, -1}};
    cr_expect_not(checkin_child_start(&child, place_path("nowhere"), place_dir(), 0));
    cr_expect_eq(checkin_child_fd(&child), -1);
}
