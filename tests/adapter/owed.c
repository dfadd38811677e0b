/* owed: what all counters share beside the journal: the pace, check-in files, records on their way to the portal. */
#include "../support/people.h"
#include "../support/place.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOW 1795138865LL

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

TestSuite(owed, .init = begin, .fini = end);

static void save(int number, const char *of, bool check, char id[ID_SIZE])
{
    struct intake intake = people_intake(number);
    struct repeat repeat;
    intake.check = check;
    strcpy(intake.of, of);
    enum fault fault = store_save(store, &intake, &lan, id, &repeat);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

/* The kinds that are owed, "new replace ", each for `id`. */
static const char *owed(const char *id)
{
    static const char *const kinds[] = {"new", "replace", "cancel"};
    static char text[256];
    struct handover handover = {.id = 0};
    text[0] = '\0';
    while (store_handover(store, handover.id, &handover) == FAULT_NONE && handover.id) {
        cr_expect_str_eq(handover.act, id);
        strcat(strcat(text, kinds[handover.kind]), " ");
    }
    return text;
}

Test(owed, a_file_for_every_intake_revision_and_undo)
{
    char id[ID_SIZE], before[ID_SIZE];
    save(2, "", false, before);
    cr_expect_str_eq(owed(before), "", "not configured");
    store_owe(store);
    save(1, "", true, id);
    char again[ID_SIZE];
    save(1, id, false, again);
    cr_assert_eq(store_undo(store, id, &lan), FAULT_NONE);
    cr_expect_str_eq(owed(id), "new replace cancel ");
    struct handover first;
    cr_assert_eq(store_handover(store, 0, &first), FAULT_NONE);
    cr_assert_eq(store_handed(store, first.id), FAULT_NONE);
    cr_expect_str_eq(owed(id), "replace cancel ");
    struct intake difficulty = people_intake(3);
    difficulty.difficulty = DIFFICULTY_READER;
    long number;
    cr_assert_eq(store_difficulty(store, &difficulty, &lan, &number), FAULT_NONE);
    cr_expect_str_eq(owed(id), "replace cancel ", "nobody was taken in");
}

static struct sending take(long long now, long long *ret_next)
{
    struct sending sending;
    cr_assert_eq(store_send_take(store, now, 60, &sending, ret_next), FAULT_NONE);
    return sending;
}

#define DIGEST "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

Test(owed, a_record_goes_to_the_portal_once_and_its_receipt_is_kept)
{
    char id[ID_SIZE];
    long long next;
    bool fresh;
    struct kept_intake record;
    save(1, "", false, id);
    cr_assert_eq(store_send_add(store, id, DIGEST, "hồ sơ.xml", &fresh), FAULT_NONE);
    cr_expect(fresh);
    cr_assert_eq(store_send_add(store, id, DIGEST, "hồ sơ.xml", &fresh), FAULT_NONE);
    cr_expect_not(fresh);
    struct sending sending = take(NOW, &next);
    cr_expect(sending.id && sending.tries == 0);
    cr_expect_str_eq(sending.key, id);
    cr_expect_str_eq(sending.file, "hồ sơ.xml");
    cr_expect_eq(take(NOW, &next).id, 0);
    cr_expect_eq(next, NOW + 60);
    cr_assert_eq(store_sent(store, sending.id, SENT_FAILED, "", "500", &lan), FAULT_NONE);
    cr_expect_eq(take(NOW + 59, &next).id, 0);
    cr_expect_eq(take(NOW + 60, &next).tries, 1);
    cr_assert_eq(store_sent(store, sending.id, SENT_RECEIVED, "MGD-1", "200", &lan), FAULT_NONE);
    cr_assert_eq(store_sent(store, sending.id, SENT_RECEIVED, "MGD-2", "200", &lan), FAULT_NONE);
    cr_expect_eq(take(NOW + 4000, &next).id, 0);
    cr_expect_eq(next, 0);
    cr_assert_eq(store_record(store, id, &record), FAULT_NONE);
    cr_expect_str_eq(record.receipt, "MGD-1");
    long entries;
    cr_expect_eq(store_verify(store, &entries), FAULT_NONE);
    cr_expect_eq(entries, 2);
}

Test(owed, a_refused_record_is_an_entry_and_not_tried_again)
{
    long long next;
    bool fresh;
    cr_assert_eq(store_send_add(store, "HS-77", DIGEST, "a.xml", &fresh), FAULT_NONE);
    struct sending sending = take(NOW, &next);
    cr_assert_eq(store_sent(store, sending.id, SENT_REFUSED, "", "205", &lan), FAULT_NONE);
    cr_expect_eq(take(NOW + 4000, &next).id, 0);
    long entries;
    cr_expect_eq(store_verify(store, &entries), FAULT_NONE);
    cr_expect_eq(entries, 1);
}

/* One counter asks until the quota says no, and tells how often it was let. */
static void ask(int out)
{
    static const struct pace_limits limits = {.per_day = 100};
    struct store *own;
    unsigned char let = 0;
    enum trouble trouble = TROUBLE_NONE;
    if (store_open(place_dir(), STORE_COUNTER, &own)) {
        _exit(1);
    }
    while (trouble == TROUBLE_NONE) {
        if (store_pace_take(own, &limits, URGENCY_CLERK, NOW, &trouble) == FAULT_NONE) {
            let = (unsigned char)(let + (trouble == TROUBLE_NONE));
        }
    }
    store_close(own);
    _exit(write(out, &let, 1) == 1 && trouble == TROUBLE_QUOTA ? 0 : 2);
}

Test(owed, counters_share_one_quota, .timeout = 60)
{
    enum { COUNTERS = 3 };
    int ends[2], total = 0;
    pid_t children[COUNTERS];
    cr_assert(pipe(ends) == 0);
    store_close(store);
    for (int i = 0; i < COUNTERS; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            ask(ends[1]);
        }
    }
    for (int i = 0; i < COUNTERS; i++) {
        int status;
        unsigned char let;
        cr_assert(waitpid(children[i], &status, 0) == children[i] && status == 0, "%x", status);
        cr_assert(read(ends[0], &let, 1) == 1);
        total += let;
    }
    cr_expect_eq(total, 100);
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    struct pace pace;
    cr_assert_eq(store_pace(store, &pace), FAULT_NONE);
    cr_expect_eq(pace.day_count, 100);
}

Test(owed, the_breaker_is_open_for_every_counter)
{
    static const struct pace_limits limits = {.failures = 2, .pause = 60, .pause_max = 600};
    struct store *other;
    enum trouble trouble;
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &other), FAULT_NONE);
    for (int i = 0; i < 2; i++) {
        cr_assert_eq(store_pace_take(store, &limits, URGENCY_CLERK, NOW, &trouble), FAULT_NONE);
        cr_assert_eq(store_pace_said(store, &limits, TROUBLE_CONNECT, NOW), FAULT_NONE);
    }
    cr_assert_eq(store_pace_take(other, &limits, URGENCY_LIST, NOW + 1, &trouble), FAULT_NONE);
    cr_expect_eq(trouble, TROUBLE_PAUSED);
    store_close(other);
}
