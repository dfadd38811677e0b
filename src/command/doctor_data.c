/* doctor_data: the data directory and what is in it. */
#include "adapter/backup.h"
#include "adapter/journal_span.h"
#include "adapter/scheme_file.h"
#include "adapter/store.h"
#include "adapter/units.h"
#include "command/doctor.h"
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

enum { DAY = 24 * 3600 };

static bool look_at_directory(struct doctor *doctor)
{
    struct stat st;
    const char *dir = doctor->dir;
    if (stat(dir, &st) != 0 || !S_ISDIR(st.st_mode)) {
        doctor_say(doctor, HEALTH_BAD, DOCTOR_DIR_NONE, dir);
        return false;
    }
    if (access(dir, R_OK | W_OK | X_OK) != 0) {
        doctor_say(doctor, HEALTH_BAD, DOCTOR_DIR_DENIED, dir);
        return false;
    }
    doctor_say(doctor, HEALTH_GOOD, DOCTOR_DIR, dir);
    if (st.st_mode & S_IRWXO) {
        doctor_say(doctor, HEALTH_WARN, DOCTOR_DIR_OPEN, dir);
    }
    if ((st.st_mode & S_IWGRP) && !(st.st_mode & S_ISGID)) {
        doctor_say(doctor, HEALTH_WARN, DOCTOR_DIR_GROUP);
    }
    return true;
}

static void look_at_register(struct doctor *doctor, struct store *store)
{
    date_text as_of = "", complete = "", today, shown;
    enum fault fault = store_register_state(store, as_of, complete);
    if (fault || !date_full(as_of)) {
        doctor_fault(doctor, HEALTH_WARN, DOCTOR_REGISTER_BAD, fault ? fault : FAULT_REGISTER_MISSING);
        return;
    }
    date_of_time(config_now(&doctor->config), today);
    date_show(as_of, shown);
    int age = (int)(date_days(today) - date_days(as_of));
    bool old = age > doctor->config.hospital.register_max_age;
    doctor_say(doctor, old ? HEALTH_WARN : HEALTH_GOOD, old ? DOCTOR_REGISTER_OLD : DOCTOR_REGISTER, shown,
               age);
    if (!complete[0]) {
        doctor_say(doctor, HEALTH_WARN, DOCTOR_REGISTER_PART);
    }
}

/* The whole chain of a large journal takes its time: only when it is asked for. */
static void look_at_journal(struct doctor *doctor, struct store *store)
{
    enum { QUICK = 64 << 20 };
    char path[PATH_SIZE];
    struct stat st;
    long entries = 0;
    if (place_join(doctor->dir, "journal.db", path) || stat(path, &st) != 0) {
        doctor_say(doctor, HEALTH_GOOD, DOCTOR_JOURNAL_NONE);
    } else if (st.st_size > QUICK && !doctor->full) {
        doctor_say(doctor, HEALTH_GOOD, DOCTOR_JOURNAL_OPENS);
    } else {
        enum fault fault = store_verify(store, &entries);
        if (fault) {
            doctor_fault(doctor, HEALTH_BAD, DOCTOR_JOURNAL_BAD, fault);
        } else {
            doctor_say(doctor, HEALTH_GOOD, DOCTOR_JOURNAL, (int)entries);
        }
    }
}

static void look_at_store(struct doctor *doctor)
{
    struct store *store = NULL;
    enum fault fault = store_open(doctor->dir, STORE_READ, &store);
    if (fault) {
        doctor_fault(doctor, HEALTH_BAD, DOCTOR_JOURNAL_BAD, fault);
        return;
    }
    look_at_register(doctor, store);
    look_at_journal(doctor, store);
    store_close(store);
}

static void look_at_backup(struct doctor *doctor)
{
    long long first = 0, newest = 0, now = time(NULL), made = backup_newest(doctor->dir);
    int limit = doctor->config.backup_warn_days;
    int age = (int)((now - made) / DAY);
    if (made) {
        bool old = limit > 0 && age > limit;
        doctor_say(doctor, old ? HEALTH_WARN : HEALTH_GOOD, old ? DOCTOR_BACKUP_OLD : DOCTOR_BACKUP, age);
    } else if (limit > 0 && journal_span(doctor->dir, &first, &newest) == FAULT_NONE && first) {
        doctor_say(doctor, HEALTH_WARN, DOCTOR_BACKUP_NONE);
    }
}

static void look_at_disk(struct doctor *doctor)
{
    enum { MEGABYTE = 1 << 20, LOW = 1024, LAST = 64 };
    struct statvfs disk;
    struct stat st;
    char reserve[PATH_SIZE], journal[PATH_SIZE];
    if (statvfs(doctor->dir, &disk) != 0) {
        return;
    }
    unsigned long long left = (unsigned long long)disk.f_bavail * disk.f_frsize / MEGABYTE;
    int shown = left > 999999999 ? 999999999 : (int)left;
    enum health health = shown < LAST ? HEALTH_BAD : shown < LOW ? HEALTH_WARN : HEALTH_GOOD;
    doctor_say(doctor, health, health ? DOCTOR_DISK_LOW : DOCTOR_DISK, shown);
    bool used = place_join(doctor->dir, "reserve", reserve) == FAULT_NONE &&
                place_join(doctor->dir, "journal.db", journal) == FAULT_NONE && access(journal, F_OK) == 0 &&
                (stat(reserve, &st) != 0 || st.st_size == 0);
    if (used) {
        doctor_say(doctor, HEALTH_WARN, DOCTOR_RESERVE_USED);
    }
}

static void look_at_tables(struct doctor *doctor)
{
    static struct scheme scheme;
    char name[SCHEME_NAME_SIZE], sentence[FAULT_SENTENCE_SIZE];
    struct units_file *units = NULL;
    enum fault own = FAULT_NONE, fault = scheme_load(doctor->dir, &scheme, name);
    int line = 0;
    if (fault) {
        fault_sentence(fault, name, doctor->language, sentence);
        doctor_say(doctor, HEALTH_WARN, DOCTOR_TABLE_BAD, sentence);
    }
    enum fault map = units_open(doctor->dir, &units, &own, &line);
    units_close(units);
    if (map || own) {
        doctor_fault(doctor, HEALTH_WARN, DOCTOR_TABLE_BAD, map ? map : own);
    }
    if (!fault && !map && !own) {
        doctor_say(doctor, HEALTH_GOOD, DOCTOR_TABLES);
    }
}

void doctor_data(struct doctor *doctor)
{
    if (!look_at_directory(doctor)) {
        return;
    }
    look_at_store(doctor);
    look_at_backup(doctor);
    look_at_disk(doctor);
    look_at_tables(doctor);
}
