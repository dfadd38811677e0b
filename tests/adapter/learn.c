/* learn: the portal's rows in the register, field by field, beside imports; its words kept for some minutes. */
#include "../support/older.h"
#include "../support/place.h"
#include "adapter/import.h"
#include "adapter/store.h"
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* 2026-11-20 08:41:05 in Vietnam. */
#define NOW 1795138865LL
#define TODAY "2026-11-20"

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

TestSuite(learn, .init = begin, .fini = end);

static void import(const char *text, const char *as_of)
{
    static struct import_report report;
    struct import_options options = {
        .dir = place_dir(), .file = place_write("in.csv", text), .as_of = as_of, .complete = true};
    enum fault fault = import_members(&options, &report);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

#define HEADER "maThe,hoTen,diaChi,maDKBD,gtTheDen\n"
#define ROW "DN4790000000001,Nguyễn Thị Hòa,Phố Huế,79014,2026-12-31\n"

/* The answer about the card of ROW. */
static const struct answer *look_up(void)
{
    static struct answer answer;
    struct card card = {.kind = CARD_BHYT};
    strcpy(card.facts.number, "DN4790000000001");
    strcpy(card.bhxh_number, "0000000001");
    enum fault fault = store_answer(store, &card, TODAY, &answer);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
    return &answer;
}

static const struct member *only(void)
{
    const struct answer *answer = look_up();
    cr_assert_eq(answer->member_count, 1);
    return &answer->members[0];
}

/* The portal names the facility and nothing else. */
static struct member said(const char *facility, const char *minute)
{
    struct member member = {.source = SOURCE_PORTAL, .heard = 1U << FIELD_FACILITY};
    strcpy(member.facts.number, "DN4790000000001");
    strcpy(member.bhxh_number, "0000000001");
    strcpy(member.facts.facility, facility);
    strcpy(member.heard_at, minute);
    memcpy(member.as_of, minute, DATE_SIZE - 1);
    return member;
}

/* As the answer to a question of nobody's. */
static enum fault learn(const struct member *member)
{
    const struct reply reply = {.ask = ASK_MEMBER, .code = "000", .has_member = true, .at = NOW};
    return store_hear(store, &reply, member, &lan);
}

static void hear(const char *facility, const char *minute)
{
    const struct member member = said(facility, minute);
    enum fault fault = learn(&member);
    cr_assert_eq(fault, FAULT_NONE, "%s", fault_code(fault));
}

Test(learn, what_the_portal_said_counts_and_the_rest_stays)
{
    import(HEADER ROW, "2026-11-01");
    hear("79025", "2026-11-20T08:41");
    const struct member *member = only();
    cr_expect_str_eq(member->facts.facility, "79025");
    cr_expect_str_eq(member->facts.name, "Nguyễn Thị Hòa");
    cr_expect_str_eq(member->facts.address, "Phố Huế");
    cr_expect_eq(member->heard, 1U << FIELD_FACILITY);
    cr_expect_str_eq(member->heard_at, "2026-11-20T08:41");
    cr_expect_str_eq(member->heard_by, "Lan");
    cr_expect_str_eq(member->as_of, "2026-11-20");
    cr_expect_str_eq(member->rest_as_of, "2026-11-01");
    cr_expect_eq(member->source, SOURCE_PORTAL);
}

Test(learn, an_older_answer_does_not_come_back)
{
    import(HEADER ROW, "2026-11-01");
    hear("79025", "2026-11-20T08:41");
    hear("79026", "2026-11-20T08:40");
    cr_expect_str_eq(only()->facts.facility, "79025");
    hear("79027", "2026-11-20T09:00");
    cr_expect_str_eq(only()->facts.facility, "79027");
}

/* Both ways of importing: a file small beside the register updates it, any other builds a new one. */
static void import_again(const char *facility, const char *as_of, bool small)
{
    char text[512];
    snprintf(text, sizeof text, HEADER "DN4790000000001,Nguyễn Thị Hòa,Phố Mới,%s,2026-12-31\n", facility);
    if (!small) {
        import(text, as_of);
        return;
    }
    static char many[1 << 16];
    size_t len = (size_t)snprintf(many, sizeof many, HEADER ROW);
    for (int i = 2; i < 900; i++) {
        len += (size_t)snprintf(many + len, sizeof many - len, "DN479%010d,Trần Văn Ba,Phố Huế,79014,\n", i);
    }
    import(many, "2026-11-01");
    import(text, as_of);
}

static void check_import(bool small)
{
    import(HEADER ROW, "2026-11-01");
    hear("79025", "2026-11-20T08:41");
    import_again("79014", "2026-11-20", small);
    cr_expect_str_eq(only()->facts.facility, "79025", "a file of the same day");
    cr_expect_str_eq(only()->facts.address, "Phố Mới");
    cr_expect_eq(only()->heard, 1U << FIELD_FACILITY);
    import_again("79014", "2026-11-21", false);
    cr_expect_str_eq(only()->facts.facility, "79014", "a file of the day after");
    cr_expect_eq(only()->heard, 0);
    cr_expect_str_eq(only()->heard_at, "");
    cr_expect_eq(only()->source, SOURCE_REGISTER);
}

Test(learn, a_new_file_of_the_same_day_leaves_the_portals_word_a_later_one_does_not)
{
    check_import(false);
}

Test(learn, nor_does_a_file_that_updates_in_place)
{
    check_import(true);
}

Test(learn, a_word_of_before_the_file_fills_what_is_empty)
{
    import("maThe,hoTen,maDKBD\nDN4790000000001,Nguyễn Thị Hòa,\n", "2026-11-21");
    hear("79025", "2026-11-20T08:41");
    cr_expect_str_eq(only()->facts.facility, "79025");
    struct member member = said("79026", "2026-11-20T08:45");
    member.heard |= 1U << FIELD_NAME;
    strcpy(member.facts.name, "Nguyễn Thị Hoài");
    cr_assert_eq(learn(&member), FAULT_NONE);
    strcpy(member.status, "010");
    cr_assert_eq(learn(&member), FAULT_NONE);
    cr_expect_str_eq(only()->facts.name, "Nguyễn Thị Hòa", "the file is newer");
    cr_expect_str_eq(only()->status, "", "no status is 000");
}

Test(learn, each_word_has_the_day_it_was_said)
{
    import(HEADER ROW, "2026-11-01");
    hear("79025", "2026-11-10T08:41");
    struct member member = said("", "2026-11-20T08:41");
    member.heard = 1U << FIELD_NAME;
    strcpy(member.facts.name, "Nguyễn Thị Hoài");
    cr_assert_eq(learn(&member), FAULT_NONE);
    cr_expect_str_eq(only()->facts.facility, "79025");
    import(HEADER ROW, "2026-11-15");
    cr_expect_str_eq(only()->facts.facility, "79014", "the file is newer than that word");
    cr_expect_str_eq(only()->facts.name, "Nguyễn Thị Hoài", "and older than this one");
}

Test(learn, the_register_does_not_become_newer_by_one_row)
{
    date_text as_of, complete;
    import(HEADER ROW, "2026-11-01");
    hear("79025", "2026-11-20T08:41");
    cr_assert_eq(store_register_state(store, as_of, complete), FAULT_NONE);
    cr_expect_str_eq(as_of, "2026-11-01");
    cr_expect_str_eq(complete, "2026-11-01");
}

Test(learn, a_hospital_may_begin_with_the_portal_alone)
{
    date_text as_of, complete;
    hear("79025", "2026-11-20T08:41");
    cr_expect_str_eq(only()->facts.facility, "79025");
    cr_expect_str_eq(only()->as_of, "2026-11-20");
    cr_expect_str_eq(only()->facts.number, "DN4790000000001");
    cr_assert_eq(store_register_state(store, as_of, complete), FAULT_NONE);
    cr_expect_str_eq(as_of, "");
    cr_expect_str_eq(complete, "");
    import(HEADER ROW, "2026-11-20");
    cr_expect_str_eq(only()->facts.facility, "79025");
    cr_expect_str_eq(only()->facts.address, "Phố Huế");
}

/* A card that the portal alone told of, and that the newest file of all members does not bring. */
Test(learn, a_row_that_a_later_whole_file_lacks_counts_as_dropped)
{
    hear("79025", "2026-11-20T08:41");
    import("maThe,hoTen\nDN4790000000002,Trần Văn Ba\n", "2026-11-19");
    cr_expect_not(answer_dropped(look_up(), only()));
    import("maThe,hoTen\nDN4790000000002,Trần Văn Ba\n", "2026-11-21");
    cr_expect(answer_dropped(look_up(), only()));
}

Test(learn, another_card_of_the_person_is_a_row_of_its_own)
{
    import(HEADER ROW, "2026-11-01");
    struct member member = said("79025", "2026-11-20T08:41");
    strcpy(member.facts.number, "HT3790000000001");
    cr_assert_eq(learn(&member), FAULT_NONE);
    const struct answer *answer = look_up();
    cr_assert_eq(answer->member_count, 2);
    bool first = strcmp(answer->members[0].facts.number, "HT3790000000001") == 0;
    cr_expect_str_eq(answer->members[first].facts.number, "DN4790000000001");
    cr_expect_str_eq(answer->members[!first].facts.number, "HT3790000000001");
    cr_expect_str_eq(answer->members[first].facts.facility, "79014");
}

Test(learn, what_the_portal_says_of_the_question_is_no_word_on_the_card)
{
    static const char *const codes[] = {"050", "051", "054", "060", "070", "100", "205", "999"};
    import(HEADER ROW, "2026-11-01");
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        struct member member = said("79025", "2026-11-20T08:41");
        strcpy(member.status, codes[i]);
        cr_assert_eq(learn(&member), FAULT_NONE);
        cr_expect_str_eq(only()->facts.facility, "79014", "%s", codes[i]);
        cr_expect_str_eq(only()->status, "", "%s", codes[i]);
    }
    struct member member = said("79025", "2026-11-20T08:41");
    strcpy(member.status, "010");
    cr_assert_eq(learn(&member), FAULT_NONE);
    cr_expect_str_eq(only()->status, "010");
    strcpy(member.status, "000");
    cr_assert_eq(learn(&member), FAULT_NONE);
    cr_expect_str_eq(only()->status, "");
}

Test(learn, a_code_alone_is_kept_with_a_card_that_is_known)
{
    import(HEADER ROW, "2026-11-01");
    struct member bare = {.source = SOURCE_PORTAL, .status = "110"};
    strcpy(bare.facts.number, "DN4790000000001");
    strcpy(bare.bhxh_number, "0000000001");
    cr_assert_eq(learn(&bare), FAULT_NONE);
    cr_expect_str_eq(only()->status, "110");
    cr_expect_str_eq(only()->facts.name, "Nguyễn Thị Hòa");
    cr_expect_eq(only()->source, SOURCE_PORTAL);
    strcpy(bare.facts.number, "DN4790000000009");
    strcpy(bare.bhxh_number, "0000000009");
    cr_assert_eq(learn(&bare), FAULT_NONE);
    struct answer answer;
    struct card card = {.kind = CARD_BHYT, .facts.number = "DN4790000000009", .bhxh_number = "0000000009"};
    cr_assert_eq(store_answer(store, &card, TODAY, &answer), FAULT_NONE);
    cr_expect_eq(answer.member_count, 0, "a card without a person");
}

Test(learn, a_row_waits_while_an_import_holds_the_register)
{
    import(HEADER ROW, "2026-11-01");
    int lock = open(place_path("register.lock"), O_RDWR);
    cr_assert(lock >= 0 && flock(lock, LOCK_EX) == 0);
    hear("79025", "2026-11-20T08:41");
    hear("79026", "2026-11-20T08:42");
    cr_assert_eq(store_outbox(store), FAULT_NONE);
    cr_expect_str_eq(only()->facts.facility, "79014");
    close(lock);
    cr_assert_eq(store_outbox(store), FAULT_NONE);
    cr_expect_str_eq(only()->facts.facility, "79026");
    cr_expect_str_eq(only()->heard_by, "Lan");
    hear("79027", "2026-11-20T08:43");
    cr_assert_eq(store_outbox(store), FAULT_NONE);
    cr_expect_str_eq(only()->facts.facility, "79027", "nothing is applied twice");
}

Test(learn, a_register_of_before_answers_and_is_brought_up_by_the_first_word)
{
    import(HEADER ROW, "2026-11-01");
    store_close(store);
    older_register(3);
    cr_assert_eq(store_open(place_dir(), STORE_COUNTER, &store), FAULT_NONE);
    cr_expect_str_eq(only()->facts.facility, "79014");
    cr_expect_eq(older_version("register.db"), 3);
    struct question question = {.number = "DN4790000000001", .name = "Nguyễn Thị Hòa", .birth_date = "1985"};
    struct portal_word word;
    bool found;
    cr_assert_eq(store_heard(store, &question, NOW, 5, &word, &found), FAULT_NONE);
    cr_expect_not(found);
    hear("79025", "2026-11-20T08:41");
    cr_expect_eq(older_version("register.db"), 5);
    cr_expect_str_eq(only()->facts.name, "Nguyễn Thị Hòa");
    import(HEADER ROW, "2026-11-19");
    cr_expect_eq(older_version("register.db"), 5);
    cr_expect_str_eq(only()->facts.facility, "79025");
}

static struct reply reply_of(const char *code, long long at)
{
    struct reply reply = {.ask = ASK_MEMBER, .at = at, .has_member = true};
    strcpy(reply.question.number, "DN4790000000001");
    strcpy(reply.question.name, "Nguyễn Thị Hòa");
    strcpy(reply.question.birth_date, "1985-03-12");
    strcpy(reply.code, code);
    return reply;
}

/* "CODE MINUTE", "" when nothing was heard within five minutes of `now`. */
static const char *heard(const struct question *question, long long now)
{
    static char text[64];
    struct portal_word word;
    bool found;
    cr_assert_eq(store_heard(store, question, now, 5, &word, &found), FAULT_NONE);
    snprintf(text, sizeof text, "%s %s", found ? word.code : "", found ? word.at : "");
    cr_expect(!found || (word.asked && word.trouble == TROUBLE_NONE));
    return found ? text : "";
}

Test(learn, the_same_question_within_minutes_has_its_answer)
{
    struct reply reply = reply_of("000", NOW);
    cr_expect_str_eq(heard(&reply.question, NOW), "");
    cr_assert_eq(store_hear(store, &reply, NULL, &lan), FAULT_NONE);
    cr_expect_str_eq(heard(&reply.question, NOW + 299), "000 2026-11-20T08:41");
    cr_expect_str_eq(heard(&reply.question, NOW + 301), "");
    strcpy(reply.question.name, "NGUYEN  THI HOA");
    cr_expect_str_eq(heard(&reply.question, NOW), "000 2026-11-20T08:41");
    strcpy(reply.question.birth_date, "1985-03-13");
    cr_expect_str_eq(heard(&reply.question, NOW), "");
    reply = reply_of("060", NOW + 60);
    cr_assert_eq(store_hear(store, &reply, NULL, &lan), FAULT_NONE);
    cr_expect_str_eq(heard(&reply.question, NOW + 60), "060 2026-11-20T08:42");
}

Test(learn, a_trouble_or_another_question_is_no_word)
{
    struct reply reply = reply_of("", NOW);
    reply.trouble = TROUBLE_TIMEOUT;
    cr_assert_eq(store_hear(store, &reply, NULL, &lan), FAULT_NONE);
    cr_expect_str_eq(heard(&reply.question, NOW), "");
    reply = reply_of("000", NOW);
    reply.ask = ASK_HISTORY;
    cr_assert_eq(store_hear(store, &reply, NULL, &lan), FAULT_NONE);
    cr_expect_str_eq(heard(&reply.question, NOW), "");
}
