/* patient_fault: an intake that joins two patients, with every write failing once, and dying at every write. */
#include "../support/people.h"
#include "../support/place.h"
#include "../support/rows.h"
#include "../support/writes.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOW 1795138865LL

TestSuite(patient_fault, .init = (void (*)(void))place_begin, .fini = place_end, .timeout = 120);

static const struct writer lan = {"Quầy 3", "Lan", NOW};

static struct store *open_store(void)
{
    struct store *store;
    enum fault fault = store_open(place_dir(), STORE_COUNTER, &store);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
    return store;
}

/* One known by the card, one by the CCCD; the act to come joins them. */
static void prepare(void)
{
    static struct intake first, second;
    char id[ID_SIZE];
    struct repeat repeat;
    struct store *store = open_store();
    first = people_intake(1);
    second = people_intake(1);
    strcpy(first.contact.phone, "0912345678");
    second.bhxh_number[0] = second.facts.number[0] = second.card.number[0] = '\0';
    strcpy(second.facts.cccd, "079185012345");
    second.repeat = true;
    cr_assert_eq(store_save(store, &first, &lan, id, &repeat), FAULT_NONE);
    cr_assert_eq(store_save(store, &second, &lan, id, &repeat), FAULT_NONE);
    store_close(store);
}

static enum fault join(struct store *store, char id[ID_SIZE])
{
    struct repeat repeat;
    struct intake both = people_intake(1);
    strcpy(both.facts.cccd, "079185012345");
    both.repeat = true;
    return store_save(store, &both, &lan, id, &repeat);
}

static int patients(void)
{
    char text[ROWS_SIZE] = "";
    rows_read("SELECT count(*) FROM patient", text);
    return (int)strtol(text, NULL, 10);
}

static void expect_whole(struct store *store, long entries)
{
    long read;
    cr_expect_eq(store_verify(store, &read), FAULT_NONE);
    cr_expect_eq(read, entries, "%ld entries", read);
    cr_expect_eq(patients(), entries == 2 ? 2 : 1, "%ld entries and %d patients", entries, patients());
}

Test(patient_fault, an_intake_that_joins_two_is_written_whole_or_not_at_all)
{
    char id[ID_SIZE];
    writes_fail_at(0);
    prepare();
    enum fault fault = FAULT_STORE_IO;
    int failed = 0;
    for (int n = 1; fault != FAULT_NONE; n++) {
        struct store *store = open_store();
        writes_fail_at(n);
        fault = join(store, id);
        writes_fail_at(0);
        if (fault != FAULT_NONE) {
            failed++;
            cr_expect_eq(fault, FAULT_STORE_IO, "write %d: %s", n, fault_code(fault));
            expect_whole(store, 2);
        }
        store_close(store);
    }
    struct store *store = open_store();
    expect_whole(store, 3);
    store_close(store);
    cr_expect_gt(failed, 5, "%d writes", failed);
    rows_rebuilt("after failed writes");
}

Test(patient_fault, dying_at_any_write_leaves_both_or_the_one)
{
    int joined = 0, apart = 0;
    writes_fail_at(0);
    prepare();
    for (int n = 1; joined == 0; n++) {
        pid_t child = fork();
        if (child == 0) {
            char id[ID_SIZE];
            struct store *store = open_store();
            writes_die_at(n);
            _exit(join(store, id) == FAULT_NONE ? 7 : 1);
        }
        int status;
        cr_assert(waitpid(child, &status, 0) == child && WIFEXITED(status));
        struct store *store = open_store();
        bool whole = WEXITSTATUS(status) == 7;
        expect_whole(store, whole ? 3 : 2);
        store_close(store);
        joined += whole;
        apart += !whole;
    }
    cr_expect_gt(apart, 5, "%d moments", apart);
    rows_rebuilt("after deaths");
}
