/* register_write: chooses between building anew and updating, and puts a new file in the place of the old. */
#include "adapter/register_writer.h"
#include "adapter/store_file.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* How often a running statement asks whether to go on, in steps of SQLite's machine:
 * some hundred times a second. */
enum { GO_ON_STEPS = 100000 };

/* A register of before up to this size is made searchable by whoever writes into it: about a second. */
enum { FILL_BYTES = 16 << 20 };

/* What can wait in the journal instead holds no clerk up. */
enum { LIGHT_BUSY_MS = 200 };

static int stop(void *context)
{
    const struct register_writer *writer = context;
    return !writer->plan.go_on(writer->plan.context);
}

/* N of "register-N.db", else 0. */
static int number_in(const char *name)
{
    int number, end = 0;
    return sscanf(name, "register-%d.db%n", &number, &end) == 1 && end > 0 ? number : 0;
}

/* The file behind the link, 0 for none. */
static int present_number(const char *path)
{
    char target[64];
    ssize_t len = readlink(path, target, sizeof target - 1);
    target[len > 0 ? len : 0] = '\0';
    return number_in(target);
}

/* Files register-M.db with their -wal and -shm, M other than `present`: an import was killed before its end,
 * or the old file outlived its successor's birth. */
static void clear_away(const char *dir, int present)
{
    DIR *entries = opendir(dir);
    struct dirent *entry;
    while (entries && (entry = readdir(entries))) {
        int number = number_in(entry->d_name);
        if (number > 0 && number != present) {
            unlinkat(dirfd(entries), entry->d_name, 0);
        }
    }
    if (entries) {
        closedir(entries);
    }
}

static long long size_of(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 ? (long long)st.st_size : 0;
}

/* A new file holds the old rows and the new ones, each at most about twice as large as in the
 * CSV file once it is indexed; sorting the indexes takes half of that again. In place the -wal
 * holds every page that changes. */
static enum fault find_room(const struct register_writer *writer, long long present,
                            struct register_room *ret)
{
    struct statvfs disk;
    if (statvfs(writer->dir, &disk) != 0) {
        return FAULT_STORE_CLOSED;
    }
    ret->need = writer->building ? present + 3 * writer->plan.bytes : 8 * writer->plan.bytes;
    ret->need += writer->renewing ? present : 0;
    ret->need += 1 << 20;
    ret->free = (long long)disk.f_bavail * (long long)disk.f_frsize;
    return ret->free < ret->need ? FAULT_IMPORT_SPACE : FAULT_NONE;
}

static enum fault open_in_place(struct register_writer *writer, bool light)
{
    enum fault fault = sql_open(writer->path, &SQL_REGISTER, SQL_WRITE, &writer->db);
    if (fault == FAULT_NONE && light) {
        sqlite3_busy_timeout(writer->db, LIGHT_BUSY_MS);
        fault = sql_run(writer->db, &SQL_REGISTER, "PRAGMA main.synchronous=NORMAL");
    }
    if (fault == FAULT_NONE) {
        fault = sql_run(writer->db, &SQL_REGISTER, "BEGIN IMMEDIATE");
    }
    if (fault == FAULT_NONE && size_of(writer->path) <= FILL_BYTES) {
        fault = fill_search(writer->db);
    }
    return fault == FAULT_NONE ? writer_prepare(writer) : fault;
}

static enum fault open_new(struct register_writer *writer, int number)
{
    enum fault fault = sql_open(writer->path, &SQL_REGISTER, SQL_READ, &writer->old);
    if (fault != FAULT_NONE && fault != FAULT_REGISTER_MISSING) {
        return fault;
    }
    snprintf(writer->name, sizeof writer->name, "register-%d.db", number);
    fault = place_join(writer->dir, writer->name, writer->path);
    return fault == FAULT_NONE ? build_begin(writer) : fault;
}

static enum fault make(const char *dir, struct register_writer **ret)
{
    struct register_writer *writer = calloc(1, sizeof *writer);
    if (!writer) {
        return FAULT_STORE_MEMORY;
    }
    enum fault fault = place_join(dir, "register.db", writer->path);
    fault = fault == FAULT_NONE ? place_join(dir, "", writer->dir) : fault;
    if (fault != FAULT_NONE) {
        free(writer);
        return fault;
    }
    *ret = writer;
    return FAULT_NONE;
}

enum fault register_write_in_place(const char *dir, bool light, struct register_writer **ret)
{
    struct register_writer *writer;
    enum fault fault = make(dir, &writer);
    if (fault == FAULT_NONE) {
        fault = open_in_place(writer, light);
        *ret = writer;
    }
    return fault;
}

/* A large file, or a register of before that is too large to be made searchable in place. */
static enum fault choose_way(struct register_writer *writer, long long present)
{
    sqlite3 *db;
    bool done = false;
    writer->building = writer->plan.bytes >= present / 4;
    if (present <= FILL_BYTES) {
        return FAULT_NONE;
    }
    enum fault fault = sql_open(writer->path, &SQL_REGISTER, SQL_READ, &db);
    if (fault == FAULT_NONE) {
        fault = fill_is_done(db, &done);
        sqlite3_close(db);
    }
    writer->renewing = fault == FAULT_NONE && !done;
    writer->building = writer->building || writer->renewing;
    return fault;
}

enum fault register_write_open(const char *dir, const struct register_plan *plan,
                               struct register_writer **ret, struct register_room *ret_room)
{
    struct register_writer *writer;
    enum fault fault = make(dir, &writer);
    if (fault != FAULT_NONE) {
        return fault;
    }
    int number = present_number(writer->path);
    clear_away(dir, number);
    writer->plan = *plan;
    strcpy(writer->as_of, plan->as_of);
    long long present = size_of(writer->path);
    fault = choose_way(writer, present);
    fault = fault == FAULT_NONE ? find_room(writer, present, ret_room) : fault;
    if (fault == FAULT_NONE) {
        fault = writer->building ? open_new(writer, number + 1) : open_in_place(writer, false);
    }
    if (fault != FAULT_NONE) {
        register_write_close(writer);
        return fault;
    }
    sqlite3_progress_handler(writer->db, GO_ON_STEPS, stop, writer);
    if (writer->old) {
        sqlite3_progress_handler(writer->old, GO_ON_STEPS, stop, writer);
    }
    *ret = writer;
    return FAULT_NONE;
}

enum fault register_write_row(struct register_writer *writer, struct member *member, bool *ret_several)
{
    strcpy(member->as_of, writer->as_of);
    member->source = SOURCE_REGISTER;
    return writer->building ? build_row(writer, member, ret_several)
                            : update_row(writer, member, ret_several);
}

/* The newest days so far and now; an import is complete or says nothing about it. */
static enum fault write_state(struct register_writer *writer, bool complete)
{
    date_text as_of = "", complete_as_of = "";
    sqlite3_stmt *statement = NULL;
    sqlite3 *from = writer->old ? writer->old : writer->db;
    enum fault fault = sql_prepare(from, &SQL_REGISTER, "SELECT asOf, completeAsOf FROM state", &statement);
    if (fault == FAULT_NONE && sqlite3_step(statement) == SQLITE_ROW) {
        fault = sql_text(statement, 0, &SQL_REGISTER, as_of, sizeof as_of);
        fault =
            fault == FAULT_NONE ? sql_text(statement, 1, &SQL_REGISTER, complete_as_of, DATE_SIZE) : fault;
    }
    sqlite3_finalize(statement);
    if (fault != FAULT_NONE) {
        return fault;
    }
    fault =
        sql_prepare(writer->db, &SQL_REGISTER, "UPDATE state SET asOf = ?1, completeAsOf = ?2", &statement);
    if (fault != FAULT_NONE) {
        return fault;
    }
    bool newer = strcmp(writer->as_of, as_of) > 0;
    bool newer_complete = complete && strcmp(writer->as_of, complete_as_of) > 0;
    sql_bind(statement, 1, newer ? writer->as_of : as_of);
    sql_bind(statement, 2, newer_complete ? writer->as_of : complete_as_of);
    fault = sql_once(statement, &SQL_REGISTER);
    sqlite3_finalize(statement);
    return fault;
}

static void finalize(struct register_writer *writer)
{
    sqlite3_stmt **statements[] = {&writer->read_old,     &writer->insert,     &writer->update,
                                   &writer->update_facts, &writer->read,       &writer->find_key,
                                   &writer->find_card,    &writer->find_person};
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) {
        sqlite3_finalize(*statements[i]);
        *statements[i] = NULL;
    }
}

/* A new link beside the old one, renamed over it: at every moment one of the two files is the register. */
static enum fault put_in_place(struct register_writer *writer)
{
    char link[PATH_SIZE], fresh[PATH_SIZE];
    enum fault fault = place_join(writer->dir, "register.db", link);
    fault = fault == FAULT_NONE ? place_join(writer->dir, "register.db.new", fresh) : fault;
    if (fault != FAULT_NONE) {
        return fault;
    }
    unlink(fresh);
    if (symlink(writer->name, fresh) != 0 || rename(fresh, link) != 0) {
        return FAULT_STORE_READ_ONLY;
    }
    return file_sync_directory(writer->dir);
}

static enum fault end_new(struct register_writer *writer)
{
    finalize(writer);
    sqlite3 *db = writer->db;
    writer->db = NULL;
    enum fault fault = sql_build_end(db, &SQL_REGISTER, writer->path, "WAL");
    if (fault == FAULT_NONE) {
        fault = put_in_place(writer);
    }
    if (fault == FAULT_NONE) {
        sqlite3_close(writer->old);
        writer->old = NULL;
        writer->building = false;
        clear_away(writer->dir, number_in(writer->name));
    }
    return fault;
}

enum fault register_write_end(struct register_writer *writer, bool complete,
                              struct register_counts *ret_counts)
{
    enum fault fault = writer->building ? build_end(writer) : FAULT_NONE;
    fault = fault == FAULT_NONE ? write_state(writer, complete) : fault;
    if (fault == FAULT_NONE) {
        fault = writer->building ? end_new(writer) : sql_run(writer->db, &SQL_REGISTER, "COMMIT");
    }
    if (fault == FAULT_NONE) {
        *ret_counts = writer->counts;
    }
    return fault;
}

void register_write_close(struct register_writer *writer)
{
    if (!writer) {
        return;
    }
    finalize(writer);
    sqlite3_close(writer->db);
    sqlite3_close(writer->old);
    if (writer->building && writer->name[0]) {
        unlink(writer->path);
    }
    free(writer);
}
