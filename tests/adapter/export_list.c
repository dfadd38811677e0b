/* export_list: difficulties, captured CCCDs and the day's list, read back as columns. */
#include "../support/exported.h"
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/export.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL
#define DAY 86400LL

static struct store *store;
static const struct writer lan = {"Quầy 3", "Lan", NOW}, minh = {"Quầy 4", "Minh", NOW + DAY};

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

TestSuite(export_list, .init = begin, .fini = end);

static void save(const struct intake *intake, const struct writer *writer, char id[ID_SIZE])
{
    struct repeat repeat;
    enum fault fault = store_save(store, intake, writer, id, &repeat);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

/* The named columns of every row of those days, "a|b|c\n". */
static const char *rows(enum export_kind kind, const char *from, const char *to, const char *const names[])
{
    static char text[4096];
    struct export *export;
    const struct export_row *row;
    struct export_of of = {.facility = ""};
    size_t len = 0;
    strcpy(of.from, from);
    strcpy(of.to, to);
    text[0] = '\0';
    cr_assert_eq(export_open(place_dir(), kind, &of, &export), FAULT_NONE);
    while (export_next(export, &row) == FAULT_NONE && row) {
        for (int i = 0; names[i]; i++) {
            len += (size_t)snprintf(text + len, sizeof text - len, "%s%s", exported(export, row, names[i]),
                                    names[i + 1] ? "|" : "\n");
        }
    }
    export_close(export);
    return text;
}

static void move(long number, enum difficulty_state state, const char *reply)
{
    struct difficulty_record record = {.number = number, .state = state};
    strcpy(record.reply, reply);
    cr_assert_eq(store_difficulty_move(store, &record, &minh), FAULT_NONE);
}

Test(export_list, difficulties_with_both_sides_and_where_they_stand)
{
    static const char *const names[] = {
        "number",  "opened",   "kind",          "kind_text",       "text",
        "name",    "card",     "facility_card", "facility_system", "address_system",
        "verdict", "findings", "state",         "state_day",       "reply",
        NULL};
    char id[ID_SIZE], gone[ID_SIZE];
    long number;
    struct intake with = people_intake(1), alone = people_intake(2), undone = people_intake(3);
    with.difficulty = alone.difficulty = undone.difficulty = DIFFICULTY_ADDRESS;
    strcpy(with.difficulty_text, "sai phường");
    strcpy(with.system.address, "5 Lê Lợi");
    finding_add(&alone.findings, FINDING_UNSYNCED);
    alone.facts = alone.card;
    save(&with, &lan, id);
    save(&undone, &lan, gone);
    cr_assert_eq(store_undo(store, gone, &lan), FAULT_NONE);
    cr_assert_eq(store_difficulty(store, &alone, &minh, &number), FAULT_NONE);
    move(1, DIFFICULTY_ANSWERED, "đã sửa");
    cr_expect_str_eq(
        rows(EXPORT_DIFFICULTIES, "2026-11-20", "2026-11-21", names),
        "1|2026-11-20T08:41:05+07:00|address|Sai địa chỉ|sai phường|Nguyễn Thị Hòa|DN4790000000001|"
        "79014|79025|5 Lê Lợi|mismatch||answered|2026-11-21|đã sửa\n"
        "3|2026-11-21T08:41:05+07:00|address|Sai địa chỉ||Nguyễn Thị Hòa|DN4790000000002|"
        "79014|||mismatch|unsynced|open|2026-11-21|\n");
    cr_expect_str_eq(rows(EXPORT_DIFFICULTIES, "2026-11-22", "2026-11-30", names), "");
}

static struct intake capturing(int number, const char *cccd)
{
    struct intake intake = people_intake(number);
    strcpy(intake.card.cccd, cccd);
    strcpy(intake.facts.cccd, cccd);
    intake.source[FIELD_CCCD] = SOURCE_CARD;
    intake.corrections[intake.correction_count++] =
        (struct correction){FIELD_CCCD, CORRECTION_FILL, SOURCE_CARD, FINDING_CCCD_CAPTURED};
    return intake;
}

Test(export_list, cccds_that_were_captured_and_nothing_else)
{
    static const char *const names[] = {"time", "name", "bhxh", "cccd", "source", "clerk", NULL};
    char id[ID_SIZE], gone[ID_SIZE];
    struct intake intake = capturing(1, "079185000001"), undone = capturing(2, "079185000002"),
                  known = people_intake(3), provisional = capturing(4, "079185000004"),
                  old = capturing(5, "025111111");
    strcpy(known.facts.cccd, "079185000003");
    known.source[FIELD_CCCD] = SOURCE_REGISTER;
    known.corrections[known.correction_count++] =
        (struct correction){FIELD_CCCD, CORRECTION_FILL, SOURCE_REGISTER, FINDING_COUNT};
    provisional.status = INTAKE_PROVISIONAL;
    intake.check = true;
    save(&undone, &lan, gone);
    cr_assert_eq(store_undo(store, gone, &lan), FAULT_NONE);
    save(&known, &lan, gone);
    save(&provisional, &lan, gone);
    save(&old, &lan, gone);
    save(&intake, &lan, id);
    cr_expect_str_eq(rows(EXPORT_CCCD, "2026-11-20", "2026-11-20", names),
                     "2026-11-20T08:41:05+07:00|Nguyễn Thị Hòa|0000000001|079185000001|card|Lan\n");
    strcpy(intake.of, id);
    save(&intake, &minh, id);
    cr_expect_str_eq(rows(EXPORT_CCCD, "2026-11-20", "2026-11-20", names), "");
    cr_expect_str_eq(rows(EXPORT_CCCD, "2026-11-21", "2026-11-21", names),
                     "2026-11-21T08:41:05+07:00|Nguyễn Thị Hòa|0000000001|079185000001|card|Minh\n");
}

Test(export_list, the_day_as_the_counter_lists_it)
{
    static const char *const names[] = {"card",     "facility",     "status",  "corrections", "unchecked",
                                        "nameless", "difficulties", "counter", "undone",      NULL};
    char id[ID_SIZE];
    struct intake fine = people_intake(1), late = people_intake(2), nameless = people_intake(3);
    late.check = true;
    late.status = INTAKE_PROVISIONAL;
    late.difficulty = DIFFICULTY_PORTAL;
    nameless.bhxh_number[0] = nameless.card.number[0] = nameless.facts.number[0] = '\0';
    nameless.correction_count = 0;
    save(&fine, &lan, id);
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    save(&late, &lan, id);
    save(&nameless, &lan, id);
    cr_expect_str_eq(rows(EXPORT_DAY, "2026-11-20", "2026-11-20", names),
                     "DN4790000000001|79025|admitted|1||||Quầy 3|2026-11-20T08:41:05+07:00\n"
                     "DN4790000000002|79025|provisional|1|unchecked||1|Quầy 3|\n"
                     "|79025|admitted|0||nameless||Quầy 3|\n");
}

Test(export_list, the_journal_tells_of_moves_and_closed_days)
{
    static const char *const names[] = {"kind", "name", "change", "reason", "of", "difficulty", NULL};
    char id[ID_SIZE], want[512];
    struct day_totals totals;
    struct intake intake = people_intake(1);
    intake.difficulty = DIFFICULTY_FACILITY;
    intake.correction_count = 0;
    save(&intake, &lan, id);
    move(1, DIFFICULTY_SENT, "");
    cr_assert_eq(store_totals(store, "2026-11-20", &totals), FAULT_NONE);
    cr_assert_eq(store_close_day(store, "2026-11-20", &totals, &minh), FAULT_NONE);
    snprintf(want, sizeof want,
             "intake|Nguyễn Thị Hòa||||\n"
             "difficulty|Nguyễn Thị Hòa|facility|||1\n"
             "progress|Nguyễn Thị Hòa|sent||%s|1\n"
             "closed_day||2026-11-20|intakes 1, admitted 1, provisional 0, not_insured 0, unchecked 0, "
             "corrected 0, "
             "undone 0, difficulties 1||\n",
             id);
    cr_expect_str_eq(rows(EXPORT_JOURNAL, "2026-11-20", "2026-11-21", names), want);
}
