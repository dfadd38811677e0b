/* backup: a copy made while counters write is whole or not there; what is brought back is what was copied. */
#include "adapter/backup.h"
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/import.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL
#define COPY "out/tiepdon-20261120-084105"

static struct store *store;
static const struct writer lan = {"Quầy 3", "Lan", NOW};
static const struct backup_watch NOBODY = {NULL, NULL};

static void save(int number)
{
    struct intake intake = people_intake(number);
    struct repeat repeat;
    char id[ID_SIZE];
    cr_assert_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_NONE);
}

/* DIR/data of three intakes, a configuration, a password, templates and keymaps; DIR/out for copies. */
static void fill_data(void)
{
    cr_assert(mkdir(place_path("data"), 0700) == 0 && mkdir(place_path("out"), 0700) == 0);
    cr_assert(mkdir(place_path("data/keymaps"), 0700) == 0);
    place_write("data/tiepdon.ini",
                "[hospital]\nfacility = 79014\n[portal]\npassword_file = portal.vi.ini\n");
    place_write("data/portal.vi.ini", "bi mat");
    place_write("data/portal-password", "bi mat");
    place_write("data/slip.vi.txt", "giấy");
    place_write("data/keymaps/quay3.ini", "[scanner]\nlayout = us\n");
    cr_assert_eq(store_open(place_path("data"), STORE_COUNTER, &store), FAULT_NONE);
    for (int number = 1; number <= 3; number++) {
        save(number);
    }
}

static void begin(void)
{
    place_begin();
    fill_data();
}

static void end(void)
{
    store_close(store);
    place_end();
}

TestSuite(backup, .init = begin, .fini = end);

static enum fault make(struct backup_watch watch, struct backup_report *ret)
{
    return backup_make(place_path("data"), place_path("out"), NOW, watch, ret);
}

static enum fault restore(const char *to, bool replace, char aside[PATH_SIZE])
{
    struct backup_report report;
    return backup_restore(place_path(COPY), place_path(to), replace, NOW, NOBODY, &report, aside);
}

static int count_entries(const char *name)
{
    int count = 0;
    DIR *dir = opendir(place_path(name));
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        count += entry->d_name[0] != '.';
    }
    if (dir) {
        closedir(dir);
    }
    return count;
}

static bool there(const char *name)
{
    return access(place_path(name), F_OK) == 0;
}

/* The entries of the journal in `dir`, its chain proved. */
static long entries(const char *dir)
{
    struct store *other;
    long count = -1;
    cr_assert_eq(store_open(place_path(dir), STORE_READ, &other), FAULT_NONE);
    cr_expect_eq(store_verify(other, &count), FAULT_NONE);
    store_close(other);
    return count;
}

Test(backup, holds_the_journal_and_the_files_and_no_password)
{
    struct backup_report report;
    cr_assert_eq(make(NOBODY, &report), FAULT_NONE);
    cr_expect_str_eq(report.path, place_path(COPY));
    cr_expect_eq(report.entries, 3);
    cr_expect(there(COPY "/journal.db") && there(COPY "/tiepdon.ini") && there(COPY "/slip.vi.txt"));
    cr_expect(there(COPY "/keymaps/quay3.ini") && there(COPY "/SHA256SUMS"));
    cr_expect_not(there(COPY "/portal.vi.ini"), "a password has no name that is copied");
    cr_expect_not(there(COPY "/portal-password"));
    cr_expect_not(there(COPY "/journal.db-wal") || there(COPY "/journal.db-shm"));
    cr_expect_eq(backup_newest(place_path("data")), NOW);
}

/* A counter writes between any two steps of the copy. */
static void write_meanwhile(void *data, const char *name, int percent)
{
    (void)name, (void)percent;
    int *number = data;
    if (*number < 40) {
        save((*number)++);
    }
}

Test(backup, is_one_moment_of_a_journal_that_goes_on)
{
    struct backup_report report;
    int number = 10;
    cr_assert_eq(make((struct backup_watch){write_meanwhile, &number}, &report), FAULT_NONE);
    cr_expect_gt(number, 10);
    cr_expect_eq(report.entries, 3, "what came after the copy began is for the next one");
    cr_expect_eq(entries("data"), 3 + number - 10);
}

Test(backup, what_was_copied_comes_back)
{
    struct backup_report report;
    char aside[PATH_SIZE];
    cr_assert_eq(make(NOBODY, &report), FAULT_NONE);
    cr_assert_eq(restore("back", false, aside), FAULT_NONE);
    cr_expect_str_eq(aside, "");
    cr_expect_eq(entries("back"), 3);
    cr_expect(there("back/keymaps/quay3.ini"));
    cr_expect_str_eq(place_text("back/slip.vi.txt"), "giấy");
    store_close(store);
    cr_assert_eq(store_open(place_path("back"), STORE_COUNTER, &store), FAULT_NONE);
    save(4);
    cr_expect_eq(entries("back"), 4, "and goes on");
}

Test(backup, the_register_comes_back_behind_its_link)
{
    struct backup_report report;
    struct import_report imported;
    char aside[PATH_SIZE];
    struct stat st;
    place_write("members.csv", "maThe,hoTen\nDN4790123456789,Trần Thị Bình\n");
    char data[PATH_SIZE], back[PATH_SIZE], file[PATH_SIZE];
    snprintf(data, sizeof data, "%s", place_path("data"));
    snprintf(back, sizeof back, "%s", place_path("back"));
    snprintf(file, sizeof file, "%s", place_path("members.csv"));
    struct import_options options = {.dir = data, .file = file, .as_of = "2026-11-20"};
    cr_assert_eq(import_members(&options, &imported), FAULT_NONE);
    cr_assert_eq(make(NOBODY, &report), FAULT_NONE);
    cr_expect(lstat(place_path(COPY "/register.db"), &st) == 0 && S_ISREG(st.st_mode));
    cr_assert_eq(restore("back", false, aside), FAULT_NONE);
    cr_expect(lstat(place_path("back/register.db"), &st) == 0 && S_ISLNK(st.st_mode));
    options.dir = back;
    cr_expect_eq(import_members(&options, &imported), FAULT_NONE, "the next import takes its place");
}

Test(backup, a_directory_with_data_is_kept_unless_told)
{
    struct backup_report report;
    char aside[PATH_SIZE];
    cr_assert_eq(make(NOBODY, &report), FAULT_NONE);
    cr_assert(mkdir(place_path("other"), 02770) == 0 && chmod(place_path("other"), 02770) == 0);
    place_write("other/mine", "của tôi");
    cr_expect_eq(restore("other", false, aside), FAULT_RESTORE_NOT_EMPTY);
    cr_expect_str_eq(place_text("other/mine"), "của tôi");
    cr_expect_eq(restore("other", true, aside), FAULT_NONE);
    cr_expect_not(there("other/mine"));
    cr_expect_str_eq(aside, place_path("other.replaced-20261120-084105"));
    cr_expect(there("other.replaced-20261120-084105/mine"));
    struct stat st;
    cr_expect(stat(place_path("other"), &st) == 0 && (st.st_mode & 07777) == 02770, "as it was shared");
    cr_expect(stat(place_path("other/journal.db"), &st) == 0 && (st.st_mode & 07777) == 0660);
}

Test(backup, a_directory_in_use_is_not_replaced)
{
    struct backup_report report;
    char aside[PATH_SIZE];
    cr_assert_eq(make(NOBODY, &report), FAULT_NONE);
    int seat = open(place_path("data/counter-Quầy 3.lock"), O_RDWR | O_CREAT, 0600);
    cr_assert(seat >= 0 && flock(seat, LOCK_EX) == 0);
    cr_expect_eq(restore("data", true, aside), FAULT_RESTORE_IN_USE);
    close(seat);
    cr_expect_eq(restore("data", true, aside), FAULT_NONE);
}

/* What is wrong is found before anything is touched. */
Test(backup, a_copy_that_is_not_what_it_was_is_refused)
{
    static const char *const sums[] = {
        "", "nonsense\n",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  ../data/tiepdon.ini\n",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  /etc/passwd\n",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  missing.vi.txt\n"};
    struct backup_report report;
    char aside[PATH_SIZE];
    cr_assert_eq(make(NOBODY, &report), FAULT_NONE);
    FILE *journal = fopen(place_path(COPY "/journal.db"), "r+");
    cr_assert(fseek(journal, 5000, SEEK_SET) == 0 && fputc('x', journal) == 'x' && fclose(journal) == 0);
    cr_expect_eq(restore("back", false, aside), FAULT_BACKUP_DIFFERS);
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        place_write(COPY "/SHA256SUMS", sums[i]);
        cr_expect_eq(restore("back", false, aside), FAULT_BACKUP_DIFFERS, "%s", sums[i]);
    }
    cr_assert_eq(unlink(place_path(COPY "/SHA256SUMS")), 0);
    cr_expect_eq(restore("back", false, aside), FAULT_BACKUP_NOT_ONE);
    cr_expect_not(there("back") || there("back.restoring"));
}

Test(backup, a_damaged_journal_gives_no_copy)
{
    struct backup_report report;
    store_close(store);
    store = NULL;
    FILE *journal = fopen(place_path("data/journal.db"), "r+");
    cr_assert_not_null(journal);
    for (long at = 4096; at < 3 * 4096; at++) {
        cr_assert(fseek(journal, at, SEEK_SET) == 0 && fputc('x', journal) == 'x');
    }
    fclose(journal);
    cr_expect_neq(make(NOBODY, &report), FAULT_NONE);
    cr_expect_eq(count_entries("out"), 0);
    cr_expect_eq(backup_newest(place_path("data")), 0);
}

/* Killed at its N-th word of progress: the name says that it is no copy, and the next backup clears it away. */
static void die(void *data, const char *name, int percent)
{
    (void)name, (void)percent;
    if (--*(int *)data == 0) {
        raise(SIGKILL);
    }
}

/* True while the child was killed before its end. */
static bool killed(int at, bool restoring)
{
    pid_t child = fork();
    if (child == 0) {
        struct backup_report report;
        char aside[PATH_SIZE];
        struct backup_watch watch = {die, &at};
        enum fault fault = restoring ? backup_restore(place_path(COPY), place_path("back"), false, NOW, watch,
                                                      &report, aside)
                                     : make(watch, &report);
        _exit(fault ? 1 : 0);
    }
    int status = 0;
    cr_assert_eq(waitpid(child, &status, 0), child);
    cr_expect(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
    return WIFSIGNALED(status);
}

Test(backup, killed_anywhere_it_leaves_no_half_copy_by_its_name)
{
    struct backup_report report;
    int at = 1;
    for (; killed(at, false); at++) {
        cr_expect_not(there(COPY));
        cr_expect_eq(count_entries("out"), 1, "the last one alone");
    }
    cr_expect_gt(at, 3);
    cr_expect(there(COPY) && count_entries("out") == 1);
    cr_expect_eq(make(NOBODY, &report), FAULT_BACKUP_RUNS, "of the same second");
    for (at = 1; killed(at, true); at++) {
        cr_expect_not(there("back"));
    }
    cr_expect_gt(at, 3);
    cr_expect_eq(entries("back"), 3);
    cr_expect_not(there("back.restoring"));
}

/* Leaves so many bytes free on the file system of the test. */
static void leave_free(long long bytes)
{
    struct statvfs disk;
    unlink(place_path("filler"));
    int fd = open(place_path("filler"), O_WRONLY | O_CREAT, 0600);
    cr_assert(fd >= 0 && statvfs(place_dir(), &disk) == 0);
    long long room = (long long)(disk.f_bavail * disk.f_frsize) - bytes;
    cr_assert(room > 0 && posix_fallocate(fd, 0, room) == 0);
    close(fd);
}

Test(backup, a_full_disk_leaves_nothing_half)
{
    struct backup_report report;
    store_close(store);
    store = NULL;
    if (!place_mount("size=8m")) {
        cr_skip_test("a small tmpfs needs root");
    }
    fill_data();
    int full = 0;
    for (long long bytes = 4096; bytes < 4 << 20; bytes += 16384) {
        leave_free(bytes);
        enum fault fault = make(NOBODY, &report);
        if (fault == FAULT_NONE) {
            break;
        }
        full++;
        cr_expect_eq(fault, FAULT_BACKUP_FULL, "%lld bytes: %s", bytes, fault_code(fault));
        cr_expect_eq(count_entries("out"), 0, "%lld bytes", bytes);
    }
    cr_expect(full > 2 && there(COPY));
}
