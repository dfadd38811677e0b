/* patient_rows: the rows of own patients against a plain model of them, after any acts. */
#include "../support/older.h"
#include "../support/place.h"
#include "../support/rows.h"
#include "adapter/store.h"
#include "adapter/store_sql.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOW 1795138865LL

enum { ACTS = 120, ROUNDS = 6, KEYS = 3 };

TestSuite(patient_rows, .init = (void (*)(void))place_begin, .fini = place_end, .timeout = 240);

static const struct writer lan = {"Quầy 3", "Lan", NOW};

static struct store *open_store(void)
{
    struct store *store;
    enum fault fault = store_open(place_dir(), STORE_COUNTER, &store);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
    return store;
}

/* ---- the model: intakes in their order, each time all of them anew ---- */

struct taken {
    char id[ID_SIZE];
    long long entry;
    bool undone;
    struct intake intake;
};

struct group {
    struct patient patient;
    long long last;
    char keys[ACTS * KEYS][NUMBER_SIZE];
    int key_count;
    bool gone;
};

static struct taken taken[ACTS];
static struct group groups[ACTS];
static int taken_count, group_count;

static bool shares(const struct group *group, const struct intake *intake)
{
    const char *const keys[KEYS] = {intake->bhxh_number, intake->facts.cccd, intake->facts.number};
    for (int i = 0; i < group->key_count; i++) {
        for (int j = 0; j < KEYS; j++) {
            if (*keys[j] && strcmp(group->keys[i], keys[j]) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* The groups that share a number, the one seen last first, of them those that fit. */
static int fitting(const struct taken *visit, struct group *ret[ACTS])
{
    int found = 0, count = 0;
    for (int i = 0; i < group_count; i++) {
        if (!groups[i].gone && shares(&groups[i], &visit->intake)) {
            int at = found++;
            for (; at > 0 && ret[at - 1]->last < groups[i].last; at--) {
                ret[at] = ret[at - 1];
            }
            ret[at] = &groups[i];
        }
    }
    for (int i = 0; i < found; i++) {
        bool fits = patient_agrees(&visit->intake.facts, &ret[i]->patient.facts);
        for (int j = 0; j < count; j++) {
            fits = fits && patient_agrees(&ret[j]->patient.facts, &ret[i]->patient.facts);
        }
        if (fits) {
            ret[count++] = ret[i];
        }
    }
    return count;
}

static void add_keys(struct group *group, const struct intake *intake)
{
    const char *const keys[KEYS] = {intake->bhxh_number, intake->facts.cccd, intake->facts.number};
    for (int i = 0; i < KEYS; i++) {
        if (*keys[i]) {
            strcpy(group->keys[group->key_count++], keys[i]);
        }
    }
}

static int owner[ACTS]; /* by intake, the group's index */

static void give(int index)
{
    struct group *found[ACTS];
    struct taken *visit = &taken[index];
    int count = fitting(visit, found);
    struct group *group = &groups[group_count];
    *group = (struct group){.patient.id = visit->entry};
    for (int i = 0; i < index; i++) {
        for (int j = 0; j < count && !taken[i].undone; j++) {
            if (&groups[owner[i]] == found[j]) {
                const struct intake *intake = &taken[i].intake;
                group->patient.id = taken[i].entry < group->patient.id ? taken[i].entry : group->patient.id;
                patient_take(&group->patient, &intake->facts, intake->bhxh_number, &intake->contact);
                add_keys(group, intake);
                owner[i] = group_count;
                break;
            }
        }
    }
    for (int j = 0; j < count; j++) {
        found[j]->gone = true;
    }
    patient_take(&group->patient, &visit->intake.facts, visit->intake.bhxh_number, &visit->intake.contact);
    add_keys(group, &visit->intake);
    group->last = visit->entry;
    owner[index] = group_count++;
}

static void make_model(void)
{
    group_count = 0;
    for (int i = 0; i < taken_count; i++) {
        if (taken[i].undone) {
            owner[i] = -1;
        } else {
            give(i);
        }
    }
}

/* ---- the rows ---- */

static void expect_model(void)
{
    char *want = calloc(1, ROWS_SIZE), *got = calloc(1, ROWS_SIZE);
    size_t len = 0;
    make_model();
    for (int i = 0; i < taken_count; i++) {
        if (!taken[i].undone) {
            const struct patient *patient = &groups[owner[i]].patient;
            len += (size_t)snprintf(want + len, ROWS_SIZE - len, "%lld|%lld|%s|%s|%s|%s|%d|%lld|\n",
                                    taken[i].entry, patient->id, patient->facts.name,
                                    patient->facts.birth_date, patient->facts.cccd, patient->contact.phone,
                                    patient->visits, groups[owner[i]].last);
        }
    }
    rows_read("SELECT v.entry, p.id, p.name, p.birth_date, p.cccd, p.phone, p.visits, p.last FROM visit v"
              " JOIN patient p ON p.id = v.patient ORDER BY v.entry",
              got);
    cr_expect_str_eq(got, want, "%s---\n%s", got, want);
    free(want);
    free(got);
}

/* ---- acts by chance ---- */

static unsigned long long seed;
static int numbers = 5; /* of each kind: few link everybody, many leave groups that a revision links */

static int chance(int below)
{
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (int)((seed >> 33) % (unsigned long long)below);
}

/* Of few people with few numbers, so that they meet: some share a CCCD, some have none, some no number at all. */
static struct intake somebody(void)
{
    static const char *const names[] = {"Nguyễn Thị Hòa", "NGUYEN THI HOA", "Trần Thị Bình", "Lê Thị Lan",
                                        ""};
    static const char *const births[] = {"1985-03-12", "1985", "1990-02-01", ""};
    struct intake intake = {.status = INTAKE_ADMITTED, .kind = CARD_BHYT, .repeat = true};
    int bhxh = chance(numbers), cccd = chance(numbers);
    strcpy(intake.facts.name, names[chance(5)]);
    strcpy(intake.facts.birth_date, births[chance(4)]);
    if (bhxh) {
        snprintf(intake.bhxh_number, BHXH_SIZE, "01234567%02d", bhxh % 100);
        snprintf(intake.facts.number, NUMBER_SIZE, "DN479%s", intake.bhxh_number);
    }
    if (cccd) {
        snprintf(intake.facts.cccd, CCCD_SIZE, "0791850123%02d", cccd % 100);
    }
    if (chance(2)) {
        snprintf(intake.contact.phone, PHONE_SIZE, "091234567%d", chance(10));
    }
    intake.contact.whole = chance(4) == 0;
    intake.card = intake.facts;
    return intake;
}

static long long newest_entry(void)
{
    char text[ROWS_SIZE] = "";
    rows_read("SELECT max(id) FROM entry", text);
    return strtoll(text, NULL, 10);
}

static void act_intake(struct store *store)
{
    struct repeat repeat;
    struct taken *visit = &taken[taken_count];
    *visit = (struct taken){.intake = somebody()};
    cr_assert_eq(store_save(store, &visit->intake, &lan, visit->id, &repeat), FAULT_NONE);
    visit->entry = newest_entry();
    taken_count++;
}

static void act_revision(struct store *store)
{
    struct repeat repeat;
    struct kept_intake record;
    char id[ID_SIZE];
    struct taken *visit = &taken[chance(taken_count)];
    if (visit->undone) {
        return;
    }
    struct intake intake = somebody();
    cr_assert_eq(store_record(store, visit->id, &record), FAULT_NONE);
    strcpy(intake.of, visit->id);
    intake.settled = record.intake.settled;
    cr_assert_eq(store_save(store, &intake, &lan, id, &repeat), FAULT_NONE);
    visit->intake = intake;
}

static void act_undo(struct store *store)
{
    struct taken *visit = &taken[chance(taken_count)];
    if (!visit->undone) {
        cr_assert_eq(store_undo(store, visit->id, &lan), FAULT_NONE);
        visit->undone = true;
    }
}

static void act_by_chance(struct store *store)
{
    int which = taken_count ? chance(6) : 0;
    if (which < 4) {
        act_intake(store);
    } else if (which == 4) {
        act_revision(store);
    } else {
        act_undo(store);
    }
}

Test(patient_rows, after_any_acts_are_what_the_entries_make_of_them)
{
    for (int round = 1; round <= ROUNDS; round++) {
        place_begin();
        seed = (unsigned long long)round;
        numbers = 5 * round;
        taken_count = 0;
        struct store *store = open_store();
        for (int i = 0; i < ACTS; i++) {
            act_by_chance(store);
            if (i % 10 == 9) {
                expect_model();
            }
        }
        long entries;
        cr_expect_eq(store_verify(store, &entries), FAULT_NONE);
        store_close(store);
        rows_rebuilt("by chance");
        expect_model();
        place_end();
    }
    place_begin();
}

/* What was taken in before there were patients makes them as well; the counter that opens it does it by parts. */
Test(patient_rows, a_journal_of_before_gets_them_when_it_is_opened)
{
    seed = 7;
    taken_count = 0;
    struct store *store = open_store();
    for (int i = 0; i < ACTS; i++) {
        act_by_chance(store);
    }
    store_close(store);
    char *grown = rows_patients();
    older_journal(3);
    for (int i = 0; i < taken_count; i++) {
        taken[i].intake.contact.whole = false;
    }
    store_close(open_store());
    cr_expect_eq(older_version("journal.db"), SQL_JOURNAL.version);
    expect_model();
    free(grown);
}
