/* patient: own patients: who is one person, how to reach them, found again by what is typed. */
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/import.h"
#include "adapter/journal.h"
#include "adapter/journal_sql.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL
#define TODAY "2026-11-20"
#define CCCD "079185012345"

static struct store *store;
static const struct writer lan = {"Quầy 3", "Lan", NOW};

static void begin(void)
{
    place_begin();
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
}

static void end(void)
{
    store_close(store);
    place_end();
}

TestSuite(patient, .init = begin, .fini = end, .timeout = 120);

/* An intake by card number, by CCCD or by both; NULL: not by this one. */
static struct intake visit(const char *name, const char *birth_date, const char *bhxh, const char *cccd)
{
    struct intake intake = {.status = INTAKE_ADMITTED, .kind = CARD_BHYT, .repeat = true};
    strcpy(intake.facts.name, name);
    strcpy(intake.facts.birth_date, birth_date);
    strcpy(intake.facts.gender, "female");
    if (bhxh) {
        strcpy(intake.bhxh_number, bhxh);
        snprintf(intake.facts.number, NUMBER_SIZE, "DN479%s", bhxh);
    }
    if (cccd) {
        strcpy(intake.facts.cccd, cccd);
    }
    intake.card = intake.facts;
    return intake;
}

static void save_at(const struct intake *intake, long long now, char id[ID_SIZE])
{
    struct repeat repeat;
    const struct writer writer = {"Quầy 3", "Lan", now};
    enum fault fault = store_save(store, intake, &writer, id, &repeat);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

static void save(const struct intake *intake, char id[ID_SIZE])
{
    save_at(intake, NOW, id);
}

static void take_in(const char *name, const char *birth_date, const char *bhxh, const char *cccd)
{
    char id[ID_SIZE];
    const struct intake intake = visit(name, birth_date, bhxh, cccd);
    save(&intake, id);
}

static struct answer *ask(const char *name, const char *birth_date, const char *bhxh, const char *cccd)
{
    static struct answer answer;
    struct card card = {.kind = bhxh ? CARD_BHYT : CARD_CCCD};
    const struct intake intake = visit(name, birth_date, bhxh, cccd);
    card.facts = intake.facts;
    strcpy(card.bhxh_number, intake.bhxh_number);
    enum fault fault = store_answer(store, &card, TODAY, &answer);
    cr_assert(fault == FAULT_NONE || fault == FAULT_REGISTER_MISSING, "%s", fault_code(fault));
    return &answer;
}

/* The record anew, as a clerk who read it writes it. */
static enum fault revise(const char *id, struct intake intake)
{
    char same[ID_SIZE];
    struct repeat repeat;
    struct kept_intake record;
    cr_assert_eq(store_record(store, id, &record), FAULT_NONE);
    strcpy(intake.of, id);
    intake.settled = record.intake.settled;
    return store_save(store, &intake, &lan, same, &repeat);
}

Test(patient, a_cccd_after_vssid_finds_what_the_first_visit_brought)
{
    char id[ID_SIZE];
    struct intake first = visit("Nguyễn Thị Hòa", "1985-03-12", "0123456789", NULL);
    first.contact = (struct contact){"0912345678", "12 Lê Lợi", "Trần Văn Cha", "0987654321", false};
    save(&first, id);
    cr_expect_eq(ask("Nguyễn Thị Hòa", "1985-03-12", NULL, CCCD)->patient.id, 0, "nothing joins them yet");
    take_in("NGUYỄN THỊ HOÀ", "1985-03-12", "0123456789", CCCD);
    const struct patient *patient = &ask("Nguyễn Thị Hòa", "1985-03-12", NULL, CCCD)->patient;
    cr_expect_eq(patient->visits, 2);
    cr_expect_str_eq(patient->bhxh_number, "0123456789");
    cr_expect_str_eq(patient->contact.phone, "0912345678");
    cr_expect_str_eq(patient->contact.address, "12 Lê Lợi");
    cr_expect_str_eq(patient->contact.relative, "Trần Văn Cha");
    cr_expect_str_eq(patient->contact.relative_phone, "0987654321");
    cr_assert_eq(patient->recent_count, 2);
    cr_expect_str_eq(patient->recent[1].id, id);
    cr_expect_str_eq(patient->recent[1].at, "2026-11-20T08:41");
}

Test(patient, the_register_joins_the_numbers_as_well)
{
    static struct import_report report;
    struct import_options options = {.dir = place_dir(), .as_of = TODAY};
    options.file = place_write("in.csv", "maThe,hoTen,ngaySinh,gioiTinh,soCCCD\n"
                                         "DN4790123456789,Nguyễn Thị Hòa,12/03/1985,2," CCCD "\n");
    cr_assert_eq(import_members(&options, &report), FAULT_NONE);
    take_in("Nguyễn Thị Hòa", "1985-03-12", "0123456789", NULL);
    cr_expect_neq(ask("Nguyễn Thị Hòa", "1985-03-12", NULL, CCCD)->patient.id, 0);
}

Test(patient, an_intake_with_both_numbers_joins_two_known_by_one_each)
{
    struct intake by_card = visit("Nguyễn Thị Hòa", "1985-03-12", "0123456789", NULL);
    struct intake by_cccd = visit("Nguyễn Thị Hòa", "1985-03-12", NULL, CCCD);
    char id[ID_SIZE];
    strcpy(by_card.contact.phone, "0912345678");
    strcpy(by_cccd.contact.address, "12 Lê Lợi");
    save(&by_card, id);
    save(&by_cccd, id);
    take_in("Nguyễn Thị Hòa", "1985-03-12", "0123456789", CCCD);
    const struct patient *patient = &ask("Nguyễn Thị Hòa", "1985-03-12", "0123456789", NULL)->patient;
    cr_expect_eq(patient->visits, 3);
    cr_expect_str_eq(patient->contact.phone, "0912345678");
    cr_expect_str_eq(patient->contact.address, "12 Lê Lợi");
}

Test(patient, one_cccd_on_two_people_joins_nobody_and_is_told)
{
    take_in("Trần Thị Bình", "1990-02-01", NULL, CCCD);
    const struct answer *answer = ask("Nguyễn Thị Hòa", "1985-03-12", "0123456789", CCCD);
    cr_expect_eq(answer->patient.id, 0);
    cr_expect_str_eq(answer->other.facts.name, "Trần Thị Bình");
    take_in("Nguyễn Thị Hòa", "1985-03-12", "0123456789", CCCD);
    answer = ask("Nguyễn Thị Hòa", "1985-03-12", NULL, CCCD);
    cr_expect_str_eq(answer->patient.facts.name, "Nguyễn Thị Hòa");
    cr_expect_eq(answer->patient.visits, 1);
    cr_expect_str_eq(answer->other.facts.name, "Trần Thị Bình");
    answer = ask("Trần Thị Bình", "1990-02-01", NULL, CCCD);
    cr_expect_str_eq(answer->patient.facts.name, "Trần Thị Bình");
    cr_expect_str_eq(answer->other.facts.name, "Nguyễn Thị Hòa");
    cr_expect_eq(ask("", "", NULL, CCCD)->patient.id, 0, "the number alone does not say which");
}

Test(patient, a_card_number_that_another_one_was_taken_in_with_brings_no_contact)
{
    char id[ID_SIZE];
    struct intake wrong = visit("Lê Văn Tư", "1950", "0123456789", NULL);
    strcpy(wrong.facts.gender, "male");
    strcpy(wrong.contact.phone, "0912345678");
    save(&wrong, id);
    const struct answer *answer = ask("Nguyễn Thị Hòa", "1985-03-12", "0123456789", NULL);
    cr_expect(answer->patient.id == 0 && answer->other.id == 0);
}

Test(patient, what_the_card_said_wrongly_is_not_the_patients_number)
{
    char id[ID_SIZE];
    struct intake put_right = visit("Nguyễn Thị Hòa", "1985-03-12", "0123456789", CCCD);
    strcpy(put_right.card.cccd, "079185099999");
    save(&put_right, id);
    cr_expect_eq(ask("", "", NULL, "079185099999")->patient.id, 0);
    cr_expect_neq(ask("", "", NULL, CCCD)->patient.id, 0);
}

Test(patient, an_undo_takes_the_visit_and_the_joining_back)
{
    char id[ID_SIZE];
    take_in("Nguyễn Thị Hòa", "1985-03-12", "0123456789", NULL);
    take_in("Nguyễn Thị Hòa", "1985-03-12", NULL, CCCD);
    struct intake both = visit("Nguyễn Thị Hòa", "1985-03-12", "0123456789", CCCD);
    strcpy(both.contact.phone, "0912345678");
    save(&both, id);
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    const struct patient *patient = &ask("Nguyễn Thị Hòa", "1985-03-12", NULL, CCCD)->patient;
    cr_expect_eq(patient->visits, 1);
    cr_expect_str_eq(patient->bhxh_number, "");
    cr_expect_str_eq(patient->contact.phone, "");
    cr_expect_eq(ask("Nguyễn Thị Hòa", "1985-03-12", "0123456789", NULL)->patient.visits, 1);
}

/* The numbers of before are free again: whoever they are was not taken in today. */
Test(patient, a_record_without_a_number_is_identified_days_later)
{
    char id[ID_SIZE];
    struct kept_intake record;
    struct handover handover;
    struct intake nameless = visit("Nguyễn Thị Hòa", "1985", NULL, NULL);
    store_owe(store);
    nameless.status = INTAKE_PROVISIONAL;
    strcpy(nameless.contact.phone, "0912345678");
    save(&nameless, id);
    cr_assert_eq(store_handover(store, 0, &handover), FAULT_NONE);
    cr_assert_eq(store_handed(store, handover.id), FAULT_NONE);
    struct intake known = visit("Nguyễn Thị Hòa", "1985-03-12", "0123456789", CCCD);
    known.contact = nameless.contact;
    cr_assert_eq(revise(id, known), FAULT_NONE);
    cr_assert_eq(store_record(store, id, &record), FAULT_NONE);
    cr_expect_str_eq(record.intake.facts.cccd, CCCD);
    cr_expect_eq(record.revision, 1);
    const struct answer *answer = ask("Nguyễn Thị Hòa", "1985-03-12", NULL, CCCD);
    cr_expect_str_eq(answer->patient.contact.phone, "0912345678");
    cr_expect_str_eq(answer->repeat.id, id);
    cr_assert_eq(store_handover(store, handover.id, &handover), FAULT_NONE);
    cr_expect(handover.kind == HANDOVER_REPLACE);
    cr_expect_str_eq(handover.act, id);
    known = visit("Nguyễn Thị Hòa", "1985-03-12", "0000000009", CCCD);
    cr_assert_eq(revise(id, known), FAULT_NONE);
    cr_expect_not(ask("", "", "0123456789", NULL)->repeat.found);
    cr_expect_eq(ask("", "", "0123456789", NULL)->patient.id, 0);
}

Test(patient, of_two_clerks_who_opened_a_record_the_second_is_told)
{
    char id[ID_SIZE], same[ID_SIZE];
    struct kept_intake record;
    struct repeat repeat;
    struct intake intake = visit("Nguyễn Thị Hòa", "1985-03-12", "0123456789", NULL);
    save(&intake, id);
    cr_assert_eq(store_record(store, id, &record), FAULT_NONE);
    strcpy(intake.of, id);
    cr_assert_eq(store_save(store, &intake, &lan, same, &repeat), FAULT_NONE);
    cr_expect_eq(store_save(store, &intake, &lan, same, &repeat), FAULT_LATE_DONE);
    cr_assert_eq(store_record(store, id, &record), FAULT_NONE);
    intake.settled = record.intake.settled;
    cr_expect_eq(store_save(store, &intake, &lan, same, &repeat), FAULT_NONE);
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    intake.settled++;
    cr_expect_eq(store_save(store, &intake, &lan, same, &repeat), FAULT_LATE_DONE);
}

/* ---- the search box ---- */

static const struct hit_list *find_by(const char *text)
{
    static struct hit_list list;
    struct journal *journal;
    struct find find;
    memset(&list, 0, sizeof list);
    find_read(text, &find);
    cr_assert_eq(journal_open(place_dir(), false, &journal), FAULT_NONE);
    enum fault fault = journal_find(journal, &find, &list);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
    journal_close(journal);
    return &list;
}

static void expect_names(const char *text, const char *want)
{
    const struct hit_list *list = find_by(text);
    char names[FIND_MAX * NAME_SIZE] = "";
    for (int i = 0; i < list->count; i++) {
        snprintf(names + strlen(names), sizeof names - strlen(names), "%s%s %s", i ? ", " : "",
                 list->rows[i].name, list->rows[i].birth_date);
        cr_expect(list->rows[i].patient && !list->rows[i].member);
    }
    cr_expect_str_eq(names, want, "%s: %s", text, names);
}

Test(patient, is_found_by_name_initials_and_birth)
{
    take_in("Nguyễn Thị Hòa", "1985-03-12", "0123456789", CCCD);
    take_in("Nguyễn Thị Hòa", "1985", "0000000002", NULL);
    take_in("Nguyễn Thị Hồng", "1990-05", "0000000003", NULL);
    take_in("Đặng Văn Ất", "1950-01-02", NULL, "079050000001");
    take_in("Nguyễn Thị Hòa", "1985-03-12", "0123456789", CCCD);
    expect_names("nguyen thi h", "Nguyễn Thị Hòa 1985-03-12, Nguyễn Thị Hòa 1985, Nguyễn Thị Hồng 1990-05");
    expect_names("nguyễn thị hòa 1985", "Nguyễn Thị Hòa 1985-03-12, Nguyễn Thị Hòa 1985");
    expect_names("nguyen 12/3/1985", "Nguyễn Thị Hòa 1985-03-12, Nguyễn Thị Hòa 1985");
    expect_names("nguyen 5/1990", "Nguyễn Thị Hồng 1990-05");
    expect_names("nguyen 6/1990", "");
    expect_names("nth 1990", "Nguyễn Thị Hồng 1990-05");
    expect_names("nth 13/3/1985", "Nguyễn Thị Hòa 1985");
    expect_names("dva", "Đặng Văn Ất 1950-01-02");
    expect_names("dang", "Đặng Văn Ất 1950-01-02");
    expect_names("thi hoa", "");
    const struct hit *hit = &find_by("nguyen thi hoa 12/3/1985")->rows[0];
    cr_expect_str_eq(hit->number, "DN4790123456789");
    cr_expect_str_eq(hit->cccd, CCCD);
    cr_expect_str_eq(hit->last_at, "2026-11-20T08:41");
}

Test(patient, ten_digits_are_a_number_or_a_phone)
{
    char id[ID_SIZE];
    struct intake called = visit("Trần Thị Bình", "1990", NULL, NULL);
    strcpy(called.contact.phone, "+84912345678");
    strcpy(called.contact.relative_phone, "0987654321");
    save(&called, id);
    take_in("Nguyễn Thị Hòa", "1985-03-12", "0912345678", CCCD);
    const struct hit_list *list = find_by("0912345678");
    cr_assert_eq(list->count, 2);
    cr_expect_str_eq(list->rows[0].name, "Nguyễn Thị Hòa");
    cr_expect_not(list->rows[0].by_phone);
    cr_expect_str_eq(list->rows[1].name, "Trần Thị Bình");
    cr_expect(list->rows[1].by_phone);
    cr_expect_str_eq(list->rows[1].number, "", "known by no number");
    expect_names("098765", "Trần Thị Bình 1990");
    expect_names("DN 4 79 0912", "Nguyễn Thị Hòa 1985-03-12");
    expect_names("4790912345678", "Nguyễn Thị Hòa 1985-03-12");
    expect_names("0791850", "Nguyễn Thị Hòa 1985-03-12");
    called.contact = (struct contact){.phone = "0900000000", .whole = true};
    cr_assert_eq(revise(id, called), FAULT_NONE);
    expect_names("0987654321", "");
}

Test(patient, is_found_by_the_old_number_and_joined_by_none)
{
    char id[ID_SIZE];
    struct kept_intake kept;
    struct intake one = visit("Nguyễn Văn An", "1995-10-25", NULL, "001095012345");
    struct intake other = visit("Nguyễn Văn An", "1995-10-25", "0000000002", NULL);
    strcpy(one.cmnd, "012345678");
    strcpy(other.cmnd, "012345678");
    save(&one, id);
    expect_names("012345678", "Nguyễn Văn An 1995-10-25");
    expect_names("012345", "Nguyễn Văn An 1995-10-25");
    cr_assert_eq(store_record(store, id, &kept), FAULT_NONE);
    cr_expect_str_eq(kept.intake.cmnd, "012345678");
    save(&other, id);
    expect_names("012345678", "Nguyễn Văn An 1995-10-25, Nguyễn Văn An 1995-10-25");
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    expect_names("012345678", "Nguyễn Văn An 1995-10-25");
}

Test(patient, more_than_fit_are_said_to_be_there)
{
    for (int i = 1; i <= FIND_MAX + 1; i++) {
        char bhxh[BHXH_SIZE];
        snprintf(bhxh, sizeof bhxh, "%010d", i);
        take_in("Nguyễn Thị Hòa", "1985-03-12", bhxh, NULL);
    }
    const struct hit_list *list = find_by("nguyen");
    cr_expect(list->count == FIND_MAX && list->more);
    cr_expect_str_eq(list->rows[0].bhxh_number, "0000000021", "newest visit first");
    cr_expect_str_eq(list->rows[1].bhxh_number, "0000000020");
    cr_expect_not(find_by("000000002")->more);
}

/* Every question of the box ends where its rows do: in an index, in its order. */
Test(patient, no_question_sorts_or_reads_everything)
{
    static const char *const questions[] = {
#define X(name, sql) sql,
        JOURNAL_SEARCHES(X)
#undef X
    };
    sqlite3 *db;
    cr_assert_eq(sqlite3_open(place_path("journal.db"), &db), SQLITE_OK);
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        char sql[1024];
        sqlite3_stmt *plan;
        snprintf(sql, sizeof sql, "EXPLAIN QUERY PLAN %s", questions[i]);
        cr_assert_eq(sqlite3_prepare_v2(db, sql, -1, &plan, NULL), SQLITE_OK, "%s", sqlite3_errmsg(db));
        while (sqlite3_step(plan) == SQLITE_ROW) {
            const char *step = (const char *)sqlite3_column_text(plan, 3);
            cr_expect(!strstr(step, "SCAN") && !strstr(step, "TEMP B-TREE"), "%s: %s", questions[i], step);
        }
        sqlite3_finalize(plan);
    }
    sqlite3_close(db);
}
