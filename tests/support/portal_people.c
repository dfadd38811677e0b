/* portal_people: the register as it was at the start, and what the portal knows better. */
#include "adapter/config.h"
#include "core/text.h"
#include "portal_inside.h"
#include <stdio.h>
#include <string.h>

static const char *const COLUMNS[] = {"maThe",      "maSoBHXH", "soCCCD",   "hoTen",      "ngaySinh",
                                      "gioiTinh",   "diaChi",   "maDKBD",   "gtTheTu",    "gtTheDen",
                                      "ngayDu5Nam", "maKV",     "maTheMoi", "gtTheTuMoi", "gtTheDenMoi",
                                      "maDKBDMoi",  "trangThai"};
enum { COLUMN_COUNT = sizeof COLUMNS / sizeof COLUMNS[0] };
#define SELECTED                                                                                             \
    "maThe, maSoBHXH, soCCCD, hoTen, ngaySinh, gioiTinh, diaChi, maDKBD, gtTheTu, gtTheDen, ngayDu5Nam, "    \
    "maKV, maTheMoi, gtTheTuMoi, gtTheDenMoi, maDKBDMoi, trangThai"

/* Newer than the register; see the list in portal.h. */
static const struct {
    const char *bhxh, *name, *value;
} NEWER[] = {
    {"7999000031", "maDKBD", "79014"},        {"7999000033", "gtTheDen", "2026-10-31"},
    {"7999000025", "maDKBD", "79014"},        {"7999000025", "gtTheTu", "2026-05-01"},
    {"7999000025", "gtTheDen", "2027-04-30"}, {"7999000011", "soCCCD", "079083900011"},
};

/* The army's members are in no register of BHXH. */
static const char SOLDIER[] =
    "INSERT INTO member SELECT 'QN5977999000924', '7999000924', '079098900924', 'TRẦN ANH DŨNG', "
    "'1998-12-12', "
    "'male', 'Doanh trại Mẫu, Phường Thủ Đức, TP. Hồ Chí Minh', '79014', '2026-01-01', '2026-12-31', '', '', "
    "'', "
    "'', '', '', '001' WHERE NOT EXISTS (SELECT 1 FROM member WHERE maSoBHXH = '7999000924')";

static bool run(sqlite3 *db, const char *sql)
{
    char *why = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &why) == SQLITE_OK) {
        return true;
    }
    fprintf(stderr, "stand-in portal: %s\n", why ? why : "SQLite");
    sqlite3_free(why);
    return false;
}

static bool attach(sqlite3 *db, const char *dir, const char *file, const char *name)
{
    char *sql = sqlite3_mprintf("ATTACH 'file:%q/%q?mode=ro' AS %s", dir, file, name);
    bool good = sql && run(db, sql);
    sqlite3_free(sql);
    return good;
}

static bool apply_newer(sqlite3 *db)
{
    bool good = true;
    for (size_t i = 0; i < sizeof NEWER / sizeof NEWER[0]; i++) {
        char *sql = sqlite3_mprintf("UPDATE member SET %s = %Q WHERE maSoBHXH = %Q", NEWER[i].name,
                                    NEWER[i].value, NEWER[i].bhxh);
        good = sql && run(db, sql) && good;
        sqlite3_free(sql);
    }
    return good;
}

/* A copy in memory, so that nothing here holds up the counter, nor follows what it learns. */
static bool copy(sqlite3 *db, const char *dir)
{
    return attach(db, dir, "register.db", "register") && attach(db, dir, "reference.db", "reference") &&
           run(db, "CREATE TABLE main.member AS SELECT " SELECTED " FROM register.member;"
                   "CREATE TABLE main.facility AS SELECT code, name FROM reference.facility;"
                   "CREATE INDEX number ON member (maThe); CREATE INDEX new ON member (maTheMoi);"
                   "CREATE INDEX bhxh ON member (maSoBHXH); CREATE INDEX cccd ON member (soCCCD);"
                   "DETACH register; DETACH reference") &&
           apply_newer(db) && run(db, SOLDIER);
}

bool people_open(const char *dir, struct standin_people *ret)
{
    static struct config config;
    int line;
    enum fault fault = config_load(dir, &config, &line);
    if (fault || !config.hospital.demo) {
        fprintf(stderr, "stand-in portal: %s is no demonstration directory\n", dir);
        return false;
    }
    memcpy(ret->today, config.demo_day, sizeof ret->today);
    memcpy(ret->facility, config.hospital.facility, sizeof ret->facility);
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI;
    if (sqlite3_open_v2(":memory:", &ret->db, flags, NULL) != SQLITE_OK || !copy(ret->db, dir)) {
        sqlite3_close(ret->db);
        ret->db = NULL;
        return false;
    }
    pthread_mutex_init(&ret->lock, NULL);
    return true;
}

void people_close(struct standin_people *people)
{
    if (people->db) {
        sqlite3_close(people->db);
        pthread_mutex_destroy(&people->lock);
    }
}

static json_t *row(sqlite3_stmt *statement)
{
    json_t *person = json_object();
    for (int i = 0; i < COLUMN_COUNT; i++) {
        json_object_set_new(person, COLUMNS[i], json_string((const char *)sqlite3_column_text(statement, i)));
    }
    return person;
}

/* The row of the very card first, then the one that counts today, then the newest. */
json_t *people_find(struct standin_people *people, const char *number)
{
    static const char SQL[] =
        "SELECT " SELECTED
        " FROM member WHERE maThe = ?1 OR maTheMoi = ?1 OR (maSoBHXH = ?2 AND ?2 <> '') OR "
        "(soCCCD = ?3 AND ?3 <> '') ORDER BY maThe = ?1 DESC, maTheMoi = ?1 DESC, gtTheTu <= ?4 AND "
        "(gtTheDen = '' OR gtTheDen >= ?4) DESC, gtTheTu DESC LIMIT 1";
    char bhxh[BHXH_SIZE], cccd[CCCD_SIZE];
    number_bhxh(number, bhxh);
    number_cccd(number, cccd);
    const char *const texts[] = {number, bhxh, cccd, people->today};
    sqlite3_stmt *statement;
    json_t *person = NULL;
    pthread_mutex_lock(&people->lock);
    if (sqlite3_prepare_v2(people->db, SQL, -1, &statement, NULL) == SQLITE_OK) {
        for (int i = 0; i < 4; i++) {
            sqlite3_bind_text(statement, i + 1, texts[i], -1, SQLITE_STATIC);
        }
        person = sqlite3_step(statement) == SQLITE_ROW ? row(statement) : NULL;
        sqlite3_finalize(statement);
    }
    pthread_mutex_unlock(&people->lock);
    return person;
}

json_t *people_facility(struct standin_people *people, const char *code)
{
    sqlite3_stmt *statement;
    json_t *name = NULL;
    pthread_mutex_lock(&people->lock);
    if (sqlite3_prepare_v2(people->db, "SELECT name FROM facility WHERE code = ?1", -1, &statement, NULL) ==
        SQLITE_OK) {
        sqlite3_bind_text(statement, 1, code, -1, SQLITE_STATIC);
        name = sqlite3_step(statement) == SQLITE_ROW
                   ? json_string((const char *)sqlite3_column_text(statement, 0))
                   : NULL;
        sqlite3_finalize(statement);
    }
    pthread_mutex_unlock(&people->lock);
    return name;
}

bool people_tells(const char *bhxh)
{
    return strcmp(bhxh, "7999000016") == 0;
}
