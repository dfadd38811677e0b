/* difficulties: they get numbers, move from open to sent and answered, and show what the clerk saw. */
#include "../support/older.h"
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <string.h>

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL
#define TODAY "2026-11-20"
#define DAY 86400LL

static struct store *store;
static const struct writer lan = {"Quầy 3", "Lan", NOW}, minh = {"Quầy 4", "Minh", NOW + 3 * DAY};

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

TestSuite(difficulties, .init = begin, .fini = end);

static struct intake difficult(int number, enum difficulty kind, const char *text)
{
    struct intake intake = people_intake(number);
    intake.difficulty = kind;
    strcpy(intake.difficulty_text, text);
    intake.repeat = true;
    return intake;
}

static void save(const struct intake *intake, char id[ID_SIZE])
{
    struct repeat repeat;
    enum fault fault = store_save(store, intake, &lan, id, &repeat);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

static long report(const struct intake *intake, const struct writer *writer)
{
    long number = 0;
    cr_assert_eq(store_difficulty(store, intake, writer, &number), FAULT_NONE);
    return number;
}

static void move(long number, enum difficulty_state state, const char *reply, const struct writer *writer)
{
    struct difficulty_record record = {.number = number, .state = state};
    strcpy(record.reply, reply);
    enum fault fault = store_difficulty_move(store, &record, writer);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

/* The numbers of a list, newest first, as letters: "31" is number 3, then number 1. */
static const char *list_due(enum difficulty_state state, const char *due)
{
    static char text[16];
    struct difficulty_record rows[15];
    int count, total;
    cr_assert_eq(store_difficulties(store, state, due, 0, rows, 15, &count, &total), FAULT_NONE);
    cr_assert(count == total && count < 15);
    for (int i = 0; i < count; i++) {
        text[i] = (char)('0' + rows[i].number);
    }
    text[count] = '\0';
    return text;
}

static const char *list(enum difficulty_state state)
{
    return list_due(state, "");
}

static void expect_due(const char *today, int days, int open, int due)
{
    int read_open, read_due;
    cr_assert_eq(store_difficulties_due(store, today, days, &read_open, &read_due), FAULT_NONE);
    cr_expect(read_open == open && read_due == due, "%d open, %d due", read_open, read_due);
}

static void expect_entries(long want)
{
    long entries;
    cr_expect_eq(store_verify(store, &entries), FAULT_NONE);
    cr_expect_eq(entries, want, "%ld entries", entries);
}

Test(difficulties, get_numbers_in_the_order_in_which_they_are_opened)
{
    char id[ID_SIZE];
    const struct intake alone = difficult(1, DIFFICULTY_READER, "máy quét hỏng"),
                        with = difficult(2, DIFFICULTY_FACILITY, ""), fine = people_intake(3);
    cr_expect_eq(report(&alone, &lan), 1);
    save(&fine, id);
    save(&with, id);
    cr_expect_eq(report(&alone, &minh), 3);
    struct difficulty_record rows[2];
    int count, total;
    cr_assert_eq(store_difficulties(store, DIFFICULTY_STATES, "", 1, rows, 2, &count, &total), FAULT_NONE);
    cr_assert(count == 2 && total == 3);
    cr_expect(rows[0].number == 2 && rows[1].number == 1, "newest first, from the second on");
    cr_expect_str_eq(rows[0].act, id);
    cr_expect(rows[0].kind == DIFFICULTY_FACILITY && rows[0].state == DIFFICULTY_OPEN);
    cr_expect_str_eq(rows[1].act, "", "nobody was taken in");
    cr_expect_eq(rows[1].kind, DIFFICULTY_READER);
    cr_expect_str_eq(rows[1].text, "máy quét hỏng");
    cr_expect_str_eq(rows[1].at, "2026-11-20T08:41");
    cr_expect_str_eq(rows[1].name, "Nguyễn Thị Hòa");
    cr_expect_str_eq(rows[1].birth_date, "1985-03-12");
    cr_expect_str_eq(rows[1].number_shown, "DN4790000000001");
    cr_expect_str_eq(rows[1].counter, "Quầy 3");
    cr_expect_str_eq(rows[1].clerk, "Lan");
    cr_expect_str_eq(rows[1].state_day, TODAY);
    cr_expect_str_eq(rows[1].reply, "");
    expect_entries(4);
}

Test(difficulties, move_to_sent_answered_and_open_again_each_by_an_entry)
{
    struct difficulty_record record;
    const struct intake intake = difficult(1, DIFFICULTY_ADDRESS, "");
    report(&intake, &lan);
    move(1, DIFFICULTY_SENT, "", &lan);
    cr_expect_str_eq(list(DIFFICULTY_SENT), "1");
    cr_expect_str_eq(list(DIFFICULTY_OPEN), "");
    move(1, DIFFICULTY_ANSWERED, "đã sửa trên hệ thống", &minh);
    cr_assert_eq(store_difficulty_read(store, 1, &record, NULL), FAULT_NONE);
    cr_expect_eq(record.state, DIFFICULTY_ANSWERED);
    cr_expect_str_eq(record.reply, "đã sửa trên hệ thống");
    cr_expect_str_eq(record.state_day, "2026-11-23");
    cr_expect_str_eq(record.at, "2026-11-20T08:41", "it was opened then");
    cr_expect_str_eq(record.clerk, "Lan", "and by her");
    move(1, DIFFICULTY_OPEN, "đã sửa trên hệ thống", &minh);
    cr_expect_str_eq(list(DIFFICULTY_OPEN), "1");
    expect_entries(4);
    move(1, DIFFICULTY_OPEN, "đã sửa trên hệ thống", &minh);
    expect_entries(4);
}

Test(difficulties, what_is_not_on_the_list_cannot_be_moved)
{
    char id[ID_SIZE];
    struct difficulty_record record = {.number = 1, .state = DIFFICULTY_SENT};
    const struct intake intake = difficult(1, DIFFICULTY_ADDRESS, "");
    cr_expect_eq(store_difficulty_move(store, &record, &lan), FAULT_RECORD_GONE);
    save(&intake, id);
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    cr_expect_eq(store_difficulty_move(store, &record, &lan), FAULT_RECORD_GONE);
    cr_expect_eq(store_difficulty_read(store, 1, &record, NULL), FAULT_RECORD_GONE);
    expect_entries(2);
}

Test(difficulties, an_undo_takes_them_off_unless_they_were_sent)
{
    char id[4][ID_SIZE];
    struct act last;
    for (int i = 0; i < 3; i++) {
        const struct intake intake = difficult(i + 1, DIFFICULTY_ADDRESS, "");
        save(&intake, id[i]);
    }
    const struct intake alone = difficult(4, DIFFICULTY_READER, "");
    report(&alone, &lan);
    move(2, DIFFICULTY_SENT, "", &lan);
    move(3, DIFFICULTY_SENT, "", &lan);
    move(3, DIFFICULTY_OPEN, "", &lan);
    for (int i = 0; i < 3; i++) {
        cr_assert_eq(store_undo(store, id[i], &lan), FAULT_NONE);
    }
    cr_expect_str_eq(list(DIFFICULTY_STATES), "432", "BHXH knows of 2 and 3");
    expect_due(TODAY, 0, 3, 0);
    cr_assert_eq(store_last(store, "Quầy 3", TODAY, &last), FAULT_NONE);
    cr_assert(last.alone);
    cr_assert_eq(store_undo(store, last.id, &lan), FAULT_NONE);
    cr_expect_str_eq(list(DIFFICULTY_STATES), "32");
    const struct intake next = difficult(5, DIFFICULTY_OTHER, "");
    cr_expect_eq(report(&next, &lan), 5, "a number is given once");
}

Test(difficulties, are_due_when_nothing_happened_for_so_many_days)
{
    const struct intake intake = difficult(1, DIFFICULTY_ADDRESS, "");
    report(&intake, &lan);
    report(&intake, &lan);
    report(&intake, &lan);
    move(2, DIFFICULTY_SENT, "", &minh);
    move(3, DIFFICULTY_ANSWERED, "xong", &minh);
    expect_due("2026-11-26", 7, 2, 0);
    expect_due("2026-11-27", 7, 2, 1);
    expect_due("2026-11-29", 7, 2, 1);
    expect_due("2026-11-30", 7, 2, 2);
    expect_due("2027-11-30", 0, 2, 0);
}

/* Number 2 is due, 3 was answered, 4 moved later. */
Test(difficulties, that_wait_too_long_stand_first)
{
    const struct intake intake = difficult(1, DIFFICULTY_ADDRESS, "");
    struct difficulty_record rows[2];
    int count, total;
    for (int i = 0; i < 4; i++) {
        report(&intake, i == 1 || i == 2 ? &lan : &minh);
    }
    move(3, DIFFICULTY_ANSWERED, "xong", &lan);
    cr_expect_str_eq(list_due(DIFFICULTY_STATES, ""), "4321");
    cr_expect_str_eq(list_due(DIFFICULTY_STATES, "2026-11-19"), "4321");
    cr_expect_str_eq(list_due(DIFFICULTY_STATES, TODAY), "2431");
    cr_expect_str_eq(list_due(DIFFICULTY_OPEN, TODAY), "241");
    cr_assert_eq(store_difficulties(store, DIFFICULTY_STATES, TODAY, 1, rows, 2, &count, &total), FAULT_NONE);
    cr_expect(count == 2 && total == 4 && rows[0].number == 4 && rows[1].number == 3, "a page of it");
}

static void revise(const char *of, enum difficulty kind, const char *text)
{
    char id[ID_SIZE];
    struct kept_intake record;
    struct intake intake = difficult(1, kind, text);
    cr_assert_eq(store_record(store, of, &record), FAULT_NONE);
    intake.settled = record.intake.settled;
    strcpy(intake.of, of);
    strcpy(intake.facts.name, "Nguyễn Thị Hoài");
    intake.check = true;
    save(&intake, id);
}

Test(difficulties, a_revision_opens_what_is_new_and_shows_the_newest_name)
{
    char id[ID_SIZE];
    struct intake intake = difficult(1, DIFFICULTY_ADDRESS, "sai phường");
    intake.check = true;
    save(&intake, id);
    revise(id, DIFFICULTY_ADDRESS, "");
    revise(id, DIFFICULTY_ADDRESS, "sai phường");
    revise(id, DIFFICULTY_NONE, "");
    cr_expect_str_eq(list(DIFFICULTY_STATES), "1", "said again");
    revise(id, DIFFICULTY_FACILITY, "");
    cr_expect_str_eq(list(DIFFICULTY_STATES), "21");
    move(2, DIFFICULTY_ANSWERED, "xong", &lan);
    revise(id, DIFFICULTY_FACILITY, "");
    cr_expect_str_eq(list(DIFFICULTY_STATES), "321", "after an answer it is another one");
    struct difficulty_record record;
    cr_assert_eq(store_difficulty_read(store, 1, &record, NULL), FAULT_NONE);
    cr_expect_str_eq(record.name, "Nguyễn Thị Hoài");
    cr_expect_str_eq(record.text, "sai phường");
    cr_expect_str_eq(record.act, id);
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    cr_expect_str_eq(list(DIFFICULTY_STATES), "2");
}

Test(difficulties, keep_what_the_clerk_saw_with_and_without_an_intake)
{
    char id[ID_SIZE];
    struct difficulty_record record;
    struct difficulty_detail detail;
    struct intake intake = difficult(1, DIFFICULTY_FACILITY, "");
    intake.facts = intake.card;
    intake.correction_count = 0;
    intake.verdict = VERDICT_MISMATCH;
    strcpy(intake.system.facility, "79025");
    strcpy(intake.system.name, intake.card.name);
    strcpy(intake.system.address, "5 Lê Lợi, Phường Sài Gòn");
    strcpy(intake.contact.phone, "0912345678");
    finding_add(&intake.findings, FINDING_FACILITY_DIFFERENT);
    finding_add(&intake.findings, FINDING_ADDRESS_DIFFERENT);
    save(&intake, id);
    report(&intake, &lan);
    for (long number = 1; number <= 2; number++) {
        cr_assert_eq(store_difficulty_read(store, number, &record, &detail), FAULT_NONE);
        cr_expect_str_eq(record.phone, "0912345678");
        cr_expect_eq(detail.verdict, VERDICT_MISMATCH);
        cr_expect_eq(detail.findings.count, 2);
        cr_expect(finding_has(&detail.findings, FINDING_ADDRESS_DIFFERENT));
        cr_expect_str_eq(detail.card.facility, "79014");
        cr_expect_str_eq(detail.taken.facility, "79014");
        cr_expect_str_eq(detail.system.facility, "79025");
        cr_expect_str_eq(detail.system.address, "5 Lê Lợi, Phường Sài Gòn");
        cr_expect_str_eq(detail.system.name, "", "it is the card's");
    }
}

Test(difficulties, a_journal_of_before_gives_them_their_numbers_by_order)
{
    char id[ID_SIZE];
    struct intake intake = difficult(1, DIFFICULTY_ADDRESS, "sai phường");
    struct difficulty_detail detail;
    struct difficulty_record record;
    const struct intake alone = difficult(2, DIFFICULTY_READER, "");
    intake.check = true;
    save(&intake, id);
    report(&alone, &lan);
    revise(id, DIFFICULTY_ADDRESS, "");
    revise(id, DIFFICULTY_FACILITY, "");
    const struct intake gone = difficult(3, DIFFICULTY_PORTAL, "");
    save(&gone, id);
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    store_close(store);
    older_journal(4);
    for (enum store_use use = STORE_READ; use <= STORE_COUNTER; use++) {
        cr_assert_eq(store_open(place_dir(), use, &store), FAULT_NONE);
        expect_entries(6);
        cr_expect_str_eq(list(DIFFICULTY_STATES), "321");
        cr_assert_eq(store_difficulty_read(store, 3, &record, &detail), FAULT_NONE);
        cr_expect_eq(record.kind, DIFFICULTY_FACILITY);
        cr_expect_str_eq(detail.system.facility, "79025", "the register's value was taken over");
        store_close(store);
    }
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    cr_expect_eq(report(&alone, &lan), 5);
    move(1, DIFFICULTY_SENT, "", &lan);
    expect_entries(8);
}
