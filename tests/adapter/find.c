/* find: the search box over the register: what each question finds, by which index, and registers of before. */
#include "../support/older.h"
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/import.h"
#include "adapter/register_file.h"
#include "adapter/register_write.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct register_file *members;

static void begin(void)
{
    place_begin();
    cr_assert_eq(register_open(place_dir(), &members), FAULT_NONE);
}

static void end(void)
{
    register_close(members);
    place_end();
}

TestSuite(find, .init = begin, .fini = end, .timeout = 120);

#define HEADER "maThe,maSoBHXH,hoTen,ngaySinh,gioiTinh,diaChi,soCCCD,gtTheTu\n"
#define PEOPLE                                                                                               \
    "DN4797999000001,,Nguyễn Văn An,1985-03-12,Nam,Phố Huế,079085000001,2026-01-01\n"                 \
    "DN4797999000002,,Nguyễn Văn An,1985,Nam,,,2026-01-01\n"                                              \
    "DN4797999000003,,Nguyễn Văn An,1990-01-02,Nam,,,2026-01-01\n"                                        \
    "DN4797999000004,,Nguyễn Văn Anh,1985-12-31,Nam,,,2026-01-01\n"                                       \
    "DN4797999000005,,Nguyễn Văn Bá,1985-03,Nam,,,2026-01-01\n"                                          \
    "DN4797999000006,,Đỗ Thị Đào,1985-03-12,Nữ,,123456789,2026-01-01\n"                             \
    "DN4797999000007,,Nông Văn Ánh,1985-03-12,Nam,,,2026-01-01\n"                                         \
    "HT3797999000008,,Trần Bình,1960-05-05,Nam,,,2025-01-01\n"                                            \
    "TN4797999000008,,Trần Bình,1960-05-05,Nam,,,2026-01-01\n"                                            \
    ",7999000009,Lê Không Thẻ,1970-06-07,Nữ,,,\n"                                                      \
    "DN479079085000010,7999000010,Vũ Dài,1985-08-09,Nam,,079085000010,2026-01-01\n"

static void import(const char *text, const char *as_of)
{
    static struct import_report report;
    struct import_options options = {
        .dir = place_dir(), .file = place_write("in.csv", text), .as_of = as_of, .complete = true};
    enum fault fault = import_members(&options, &report);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
    cr_assert_eq(report.rejected, 0);
}

static struct hit_list hits;

static enum fault search(const char *text)
{
    struct find find;
    find_read(text, &find);
    hits = (struct hit_list){0};
    return register_search(members, &find, FIND_MAX, &hits);
}

/* The last digits of the BHXH numbers found, in order; "+" where there are more. */
static const char *found(const char *text)
{
    static char said[FIND_MAX * 3 + 2];
    size_t len = 0;
    enum fault fault = search(text);
    cr_assert_eq(fault, FAULT_NONE, "%s: %s", text, fault_code(fault));
    said[0] = '\0';
    for (int i = 0; i < hits.count; i++) {
        len += (size_t)snprintf(said + len, sizeof said - len, "%s%s", i > 0 ? " " : "",
                                hits.rows[i].bhxh_number + 8);
    }
    strcpy(said + len, hits.more ? "+" : "");
    return said;
}

Test(find, each_question_finds_whom_it_means)
{
    static const struct {
        const char *typed, *found;
    } questions[] = {
        {"nguyen van an", "02 01 03 04"}, /* the whole name first, of one name the oldest date first */
        {"NGUYỄN VĂN ÁN", "02 01 03 04"},
        {"nguyeenx vawn an", "02 01 03 04"},
        {"nguyen van b", "05"},
        {"đỗ", "06"},
        {"do thi dao", "06"},
        {"van an", ""}, /* names are found from their beginning */
        {"nguyen van an 1985", "02 01 04"},
        {"nguyen van an 12/3/1985", "01 02"},
        {"nguyen van an 12/3/85", "01 02"},
        {"nguyen van an 3/1985", "01 02"},
        {"nguyen van an 1991", ""},
        {"nguyen 1985", "02 05 01 04"},
        {"nguyen 3/1985", "05 01 02"},
        {"nguyen 12/3/1985", "01 05 02"},
        {"an 12/3/1985", "01 07"}, /* but of one day the given name will do */
        {"van 12/3/1985", "01 07"},
        {"nva", "02 01 07 04 03"},
        {"nva 1985", "02 01 07 04"},
        {"nva 12/3/1985", "01 07 02"},
        {"nva 3/1985", "01 07 02"},
        {"dtd", "06"},
        {"nv", ""},
        {"7999000001", "01"},
        {"799900000", "01 02 03 04 05 06 07 08 09"},
        {"DN4797999000001", "01"},
        {"dn 4 79 7999 0000 0", "01 02 03 04 05 06 07"},
        {"DN47990", ""},
        {"4797999000003", "03"},
        {"079085000001", "01"},
        {"079085", "01 10"},
        {"479079085000010", "10"},
        {"123456789", "06"},
        {"1234", "06"},
        {"0000", ""},
        {"12/3/1985", ""},
    };
    import(HEADER PEOPLE, "2026-11-01");
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        cr_expect_str_eq(found(questions[i].typed), questions[i].found, "%s: %s", questions[i].typed,
                         found(questions[i].typed));
    }
}

Test(find, a_person_with_two_cards_is_one_row_and_one_without_a_card_has_the_number)
{
    import(HEADER PEOPLE, "2026-11-01");
    cr_expect_str_eq(found("tran binh"), "08");
    cr_assert_eq(search("le khong"), FAULT_NONE);
    cr_assert_eq(hits.count, 1);
    cr_expect_str_eq(hits.rows[0].number, "7999000009");
    cr_expect_str_eq(hits.rows[0].name, "Lê Không Thẻ");
    cr_expect(hits.rows[0].member && !hits.rows[0].patient);
}

/* Persons `from` to `to` of one name. */
static void many(char *out, size_t cap, const char *name, int from, int to)
{
    size_t len = strlen(out);
    for (int i = from; i <= to; i++) {
        len +=
            (size_t)snprintf(out + len, cap - len, "DN479%010d,,%s,19%02d-01-01,Nam,,,\n", i, name, i % 100);
    }
}

Test(find, what_does_not_fit_is_said)
{
    static char text[16384] = HEADER;
    many(text, sizeof text, "Lê An", 1, FIND_MAX);
    import(text, "2026-11-01");
    cr_assert_eq(search("le an"), FAULT_NONE);
    cr_expect_eq(hits.count, FIND_MAX);
    cr_expect_not(hits.more);
    strcpy(text, HEADER);
    many(text, sizeof text, "Lê An", FIND_MAX + 1, FIND_MAX + 1);
    import(text, "2026-11-02");
    cr_assert_eq(search("le an"), FAULT_NONE);
    cr_expect_eq(hits.count, FIND_MAX);
    cr_expect(hits.more);
}

Test(find, names_and_initials_share_the_list)
{
    static char text[16384] = HEADER;
    many(text, sizeof text, "Ha Lan", 1, 30);
    many(text, sizeof text, "Hồ Anh", 31, 60);
    import(text, "2026-11-01");
    cr_assert_eq(search("ha"), FAULT_NONE);
    cr_expect_eq(hits.count, FIND_MAX);
    cr_expect(hits.more);
    cr_expect_str_eq(hits.rows[FIND_MAX / 2 - 1].name, "Ha Lan");
    cr_expect_str_eq(hits.rows[FIND_MAX / 2].name, "Hồ Anh");
    cr_assert_eq(search("hl"), FAULT_NONE);
    cr_expect_eq(hits.count, FIND_MAX, "what names leave, initials take");
}

/* What SQLite says it will do, in one text. */
static void plan(sqlite3 *db, const char *sql, char out[1024])
{
    char explain[1024];
    sqlite3_stmt *rows;
    size_t len = 0;
    snprintf(explain, sizeof explain, "EXPLAIN QUERY PLAN %s", sql);
    cr_assert_eq(sqlite3_prepare_v2(db, explain, -1, &rows, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    while (sqlite3_step(rows) == SQLITE_ROW) {
        len += (size_t)snprintf(out + len, 1024 - len, "%s; ", (const char *)sqlite3_column_text(rows, 3));
    }
    sqlite3_finalize(rows);
    cr_assert_gt(len, 0);
}

Test(find, no_question_scans_or_sorts)
{
    sqlite3 *db;
    char told[1024];
    import(HEADER PEOPLE, "2026-11-01");
    cr_assert_eq(sqlite3_open_v2(place_path("register.db"), &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    for (int i = 0; i < SEARCHES; i++) {
        plan(db, search_text((enum search)i), told);
        cr_expect(strstr(told, "SEARCH member USING INDEX"), "%s", told);
        cr_expect_not(strstr(told, "SCAN") || strstr(told, "TEMP B-TREE"), "%s", told);
    }
    sqlite3_close(db);
}

/* The people in a register of before; nobody else has it open, whose -wal would outlive the file. */
static void begin_older(int version)
{
    register_close(members);
    import(HEADER PEOPLE, "2026-11-01");
    older_register(version);
    cr_assert_eq(register_open(place_dir(), &members), FAULT_NONE);
}

Test(find, a_register_of_before_is_searched_by_number_and_says_why_not_by_name)
{
    for (int version = 3; version <= 4; version++) {
        begin_older(version);
        cr_expect_str_eq(found("7999000001"), "01");
        cr_expect_str_eq(found("079085000001"), "01");
        cr_expect_eq(search("nguyen van an"), FAULT_REGISTER_NAMES);
        cr_expect_eq(search("nva"), FAULT_REGISTER_NAMES);
        cr_expect_eq(search("DN4797999000001"), FAULT_REGISTER_NAMES);
        cr_expect_eq(hits.count, 0);
        cr_expect_eq(older_version("register.db"), version, "a reader writes nothing");
    }
}

Test(find, a_small_register_of_before_becomes_searchable_with_the_first_word_written)
{
    long missing;
    begin_older(4);
    cr_expect_eq(search("nguyen van an"), FAULT_REGISTER_NAMES);
    cr_assert_eq(register_capture(place_dir(), "7999000002", "079085000002", false), FAULT_NONE);
    cr_expect_str_eq(found("nguyen van an"), "02 01 03 04", "the reader that is open sees it");
    cr_expect_str_eq(found("nva 1985"), "02 01 07 04");
    cr_assert_eq(register_missing(members, &missing), FAULT_NONE);
    cr_expect_eq(missing, 8);
}

static void run_sql(const char *sql)
{
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(place_path("register.db"), &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

Test(find, a_large_register_of_before_becomes_searchable_with_any_import_and_holds_no_counter_up)
{
    begin_older(4);
    run_sql("CREATE TABLE bulk (x); INSERT INTO bulk VALUES (zeroblob(20 << 20))");
    cr_assert_eq(register_capture(place_dir(), "7999000002", "079085000002", false), FAULT_NONE);
    cr_expect_eq(older_version("register.db"), 5);
    cr_expect_eq(search("nguyen van an"), FAULT_REGISTER_NAMES, "a counter does not stop to index it");
    cr_expect_str_eq(found("079085000002"), "02");
    import(HEADER "DN4797999000099,,Nguyễn Văn An,1999-09-09,Nam,,,\n", "2026-11-02");
    cr_expect_str_eq(found("nguyen van an"), "02 01 03 99 04");
}

Test(find, an_offer_by_name_leaves_out_who_has_a_cccd)
{
    static struct answer answer;
    struct query query = {
        .kind = QUERY_PERSON, .key = "nguyen van an", .birth_date = "1985-03-12", .gender = "male"};
    const struct asked asked = {"", "2026-11-20"};
    import(HEADER PEOPLE, "2026-11-01");
    cr_assert_eq(register_find(members, &query, 1, &asked, &answer), FAULT_NONE);
    cr_expect_eq(answer.member_count, 0);
    strcpy(query.birth_date, "1990-01-02");
    cr_assert_eq(register_find(members, &query, 1, &asked, &answer), FAULT_NONE);
    cr_expect_eq(answer.member_count, 1);
}

/* ---- own patients beside the register ---- */

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL

static const struct writer lan = {"Quầy 3", "Lan", NOW};

/* Persons `from` to `to` were here; all of them are called Nguyễn Thị Hòa. */
static void take_in(struct store *store, int from, int to)
{
    for (int i = from; i <= to; i++) {
        struct intake intake = people_intake(i);
        char id[ID_SIZE];
        struct repeat repeat;
        strcpy(intake.contact.phone, "0912345678");
        enum fault fault = store_save(store, &intake, &lan, id, &repeat);
        cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
    }
}

static struct store *open_store(void)
{
    struct store *store;
    enum fault fault = store_open(place_dir(), STORE_COUNTER, &store);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
    return store;
}

static void look(struct store *store, const char *text)
{
    struct find find;
    find_read(text, &find);
    enum fault fault = store_find(store, &find, &hits);
    cr_assert_eq(fault, FAULT_NONE, "%s: %s", text, fault_code(fault));
}

static int members_among(void)
{
    int count = 0;
    for (int i = 0; i < hits.count; i++) {
        count += hits.rows[i].member;
    }
    return count;
}

static void import_hoa(int from, int to)
{
    static char text[32768] = HEADER;
    many(text, sizeof text, "Nguyễn Thị Hoà", from, to);
    import(text, "2026-11-01");
}

Test(find, a_person_of_both_is_one_row_with_the_words_of_each)
{
    struct store *store = open_store();
    import_hoa(1, 2);
    take_in(store, 2, 3);
    look(store, "nguyen thi hoa");
    cr_assert_eq(hits.count, 3);
    cr_expect_eq(members_among(), 2);
    cr_expect(hits.rows[0].patient && hits.rows[1].patient && !hits.rows[2].patient, "own patients first");
    const struct hit *both = &hits.rows[hits.rows[0].member ? 0 : 1];
    cr_expect_str_eq(both->name, "Nguyễn Thị Hoà", "the name of the assessment data");
    cr_expect_str_eq(both->phone, "0912345678");
    cr_expect_str_eq(both->last_at, "2026-11-20T08:41");
    cr_expect_str_eq(both->bhxh_number, "0000000002");
    store_close(store);
}

Test(find, ten_digits_find_the_number_of_one_and_the_phone_of_others)
{
    struct store *store = open_store();
    import(HEADER "DN4790912345678,,Lê An,1985,Nam,,,\n", "2026-11-01");
    take_in(store, 1, 2);
    look(store, "0912345678");
    cr_assert_eq(hits.count, 3);
    cr_expect(hits.rows[0].by_phone && hits.rows[1].by_phone);
    cr_expect(hits.rows[2].member && !hits.rows[2].by_phone);
    look(store, "+84 912 345 678");
    cr_expect_eq(hits.count, 3);
    store_close(store);
}

Test(find, own_patients_leave_half_of_the_list_to_the_others)
{
    struct store *store = open_store();
    import_hoa(101, 100 + FIND_MAX + 5);
    take_in(store, 1, FIND_MAX);
    look(store, "nguyen thi hoa");
    cr_expect_eq(hits.count, FIND_MAX);
    cr_expect(hits.more);
    cr_expect_eq(members_among(), FIND_MAX / 2);
    cr_expect(hits.rows[0].patient);
    store_close(store);
}

Test(find, own_patients_are_found_whatever_is_wrong_with_the_register)
{
    struct store *store = open_store();
    long missing = 7;
    take_in(store, 1, 1);
    look(store, "nguyen thi hoa");
    cr_expect_eq(hits.count, 1);
    cr_expect_eq(hits.register_fault, FAULT_REGISTER_MISSING);
    cr_assert_eq(store_missing_cccd(store, &missing), FAULT_NONE);
    cr_expect_eq(missing, 0);
    place_write("register.db", "no database, but long enough to be asked whether it is one");
    look(store, "nth 1985");
    cr_expect_eq(hits.count, 1);
    cr_expect_eq(hits.register_fault, FAULT_REGISTER_NOTADB);
    store_close(store);
}
