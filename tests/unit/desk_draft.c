/* desk_draft: a desk written and read back is the same desk; a damaged draft changes nothing. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static const struct member *hoa, *an, *baby;
static char draft[DRAFT_MAX], again[DRAFT_MAX];

static void setup(void)
{
    world_init(&world);
    hoa = world_add(&world, WORLD_HOA);
    an = world_add(&world, WORLD_AN);
    baby = world_add(&world, "LÊ MINH KHÔI|2025-02-03|male|TE1790123456781|79014|2025-01-01|2025-12-31|");
}

TestSuite(desk_draft, .init = setup);

/* A program that starts anew with this draft; the register answers. */
static void restart(const char *text)
{
    struct wish wish;
    struct desk fresh;
    struct hospital hospital = world.desk.hospital;
    desk_init(&fresh, &hospital);
    strcpy(fresh.status.today, world.desk.status.today);
    world.desk = fresh;
    cr_assert_eq(desk_restore(&world.desk, text, world.now, &wish), FAULT_NONE);
    cr_assert_eq(wish.kind,
                 world.desk.open && world.desk.review.card.kind != CARD_UNKNOWN ? WISH_LOOK_UP : WISH_NONE);
    world_carry_out(&world, wish);
}

/* Brings a desk to a state by keys, with a card that differs in the name, and
 * compares before and after a restart. */
static void survives(const char *keys, bool second)
{
    struct member card = *hoa;
    setup();
    strcpy(card.facts.name, "NGUYỄN THỊ HÓA");
    strcpy(card.facts.facility, "79025");
    world_scan_bhyt(&world, &card);
    world_keys(&world, keys);
    if (second) {
        world_scan_bhyt(&world, an);
        world_scan_bhyt(&world, baby);
    }
    struct desk before = world.desk;
    size_t len = desk_draft(&world.desk, draft, sizeof draft);
    cr_assert_gt(len, 0);
    restart(draft);
    cr_assert_eq(desk_draft(&world.desk, again, sizeof again), len, "%s: %s\n%s", keys, draft, again);
    cr_assert_str_eq(again, draft);
    cr_assert_eq(world.desk.mode, before.mode, "%s", keys);
    cr_assert_str_eq(world.desk.line.text, before.line.text);
    cr_assert_eq(world.desk.review.row, before.review.row);
    cr_assert_eq(world.desk.review.judgement.verdict, before.review.judgement.verdict);
    cr_assert_eq(world.desk.queue_count, before.queue_count);
    cr_assert_eq(memcmp(&world.desk.review.decision, &before.review.decision, sizeof before.review.decision),
                 0);
    cr_assert_not(desk_armed(&world.desk, world.now));
}

Test(desk_draft, brings_back_what_was_open)
{
    static const char *const roads[] = {"",
                                        "<Down>",
                                        "<Down> ",
                                        "<Down>exyz<Left>",
                                        "<Down>eLe Van<Enter>",
                                        "<Down>eLe Van<Enter>2",
                                        "<Down><Down>e<Back>6<Enter>3",
                                        "vabc<Tab>",
                                        "v",
                                        "k",
                                        "k2",
                                        "k112/GC",
                                        "k112/GC<Enter>16/11",
                                        "k112/GC<Enter>16/11/2026<Enter>",
                                        "k112/GC<Enter>16/11/2026<Enter>31/12/2026<Enter>",
                                        "k1<Enter><Enter><Enter>v",
                                        "g",
                                        "s0123",
                                        "sx<Left>"};
    for (size_t i = 0; i < sizeof roads / sizeof *roads; i++) {
        survives(roads[i], false);
        survives(roads[i], true);
    }
}

Test(desk_draft, brings_back_what_lay_beneath_help)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "vabc<F1>");
    desk_draft(&world.desk, draft, sizeof draft);
    restart(draft);
    cr_assert_eq(world.desk.mode, MODE_DIFFICULTY);
    cr_assert_str_eq(world.desk.line.text, "abc");
}

Test(desk_draft, brings_back_the_form_of_a_patient_without_number)
{
    world_keys(&world, "<F7>Không rõ<Enter>19");
    desk_draft(&world.desk, draft, sizeof draft);
    restart(draft);
    cr_assert_eq(world.desk.mode, MODE_FORM);
    cr_assert_eq(world.desk.step, 1);
    world_keys(&world, "80<Enter>Nam");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 1);
    cr_assert_str_eq(world.saved[0].facts.name, "Không rõ");
}

Test(desk_draft, brings_back_the_birth_certificate_of_a_child)
{
    world_keys(&world, "<F7>Be<Enter>2024<Enter>Nam<Enter>12/2024");
    desk_draft(&world.desk, draft, sizeof draft);
    restart(draft);
    cr_assert_eq(world.desk.step, 3);
    cr_assert_str_eq(world.desk.line.text, "12/2024");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 1);
    cr_assert_str_eq(world.saved[0].birth_certificate, "12/2024");
}

Test(desk_draft, brings_back_the_phone_and_asks_the_portal_anew)
{
    world_portal(&world);
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "l+84 912 345 678<Enter>h");
    world.desk.review.inquiry.again = 1;
    desk_draft(&world.desk, draft, sizeof draft);
    restart(draft);
    cr_assert_eq(world.desk.mode, MODE_REVIEW, "what was shown is asked by its key");
    cr_assert_str_eq(world.desk.review.contact.phone, "+84912345678");
    cr_assert_eq(world.desk.review.inquiry.again, 1);
    cr_assert_eq(world.asked[ASK_MEMBER], 2);
    world_keys(&world, "l<End>99");
    desk_draft(&world.desk, draft, sizeof draft);
    restart(draft);
    cr_assert_eq(world.desk.mode, MODE_CONTACT);
    cr_assert_str_eq(world.desk.line.text, "+8491234567899");
}

/* A scan that came while the correction of a late record was being written. */
Test(desk_draft, keeps_who_waits_behind_a_late_record)
{
    world.desk.saving = true;
    world.desk.open = true;
    strcpy(world.desk.review.late.id, "7");
    world_scan_bhyt(&world, hoa);
    world_scan_bhyt(&world, an);
    cr_assert_eq(world.desk.queue_count, 2);
    desk_draft(&world.desk, draft, sizeof draft);
    restart(draft);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_str_eq(world.desk.review.card.facts.name, hoa->facts.name);
    cr_assert_eq(world.desk.queue_count, 1);
}

/* What was said about the member is asked again. */
Test(desk_draft, does_not_bring_back_a_confirmation)
{
    world_keys(&world, "DN4790123456789<Enter>85");
    cr_assert(world.desk.review.confirmed);
    desk_draft(&world.desk, draft, sizeof draft);
    restart(draft);
    cr_assert_eq(world.desk.review.judgement.verdict, VERDICT_FOUND);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0);
}

Test(desk_draft, keeps_the_dropped_member_and_the_joined_scans)
{
    struct member card = *hoa;
    strcpy(card.facts.name, "ĐỖ VĂN LẠ");
    strcpy(card.facts.birth_date, "1971-04-04");
    world_scan_bhyt(&world, &card);
    world_keys(&world, "1");
    world_scan_cccd(&world, &card);
    cr_assert_eq(world.desk.review.scan_count, 1, "another person's number: asks");
    world_keys(&world, "2");
    cr_assert_eq(world.desk.review.scan_count, 2);
    desk_draft(&world.desk, draft, sizeof draft);
    restart(draft);
    cr_assert(world.desk.review.dropped);
    cr_assert_eq(world.desk.review.scan_count, 2);
    cr_assert_str_eq(world.desk.review.card.facts.cccd, card.facts.cccd);
    cr_assert_eq(world.desk.review.judgement.verdict, VERDICT_UNCHECKED);
}

/* What a source repaired cannot be seen in the bytes it handed over. */
Test(desk_draft, keeps_what_was_repaired)
{
    static const char payload[] = "001095012345||Nguyễn Văn An|25101995|Nam|Hà Nội|10122021";
    struct scan scan = {.len = strlen(payload), .origin = ORIGIN_SCANNER, .mended = MEND_LAYOUT | MEND_ALT};
    memcpy(scan.bytes, payload, scan.len);
    world_carry_out(&world, desk_scan(&world.desk, &scan, world.now));
    cr_assert_eq(world.desk.review.card.mended, scan.mended);
    desk_draft(&world.desk, draft, sizeof draft);
    cr_assert(strstr(draft, "scan=scanner+layout+alt:3030"), "%s", draft);
    restart(draft);
    cr_assert_eq(world.desk.review.card.mended, scan.mended);
    desk_draft(&world.desk, again, sizeof again);
    cr_assert_str_eq(again, draft);
}

Test(desk_draft, is_empty_when_nothing_is_open)
{
    cr_assert_eq(desk_draft(&world.desk, draft, sizeof draft), 0);
    world_keys(&world, "12");
    cr_assert_gt(desk_draft(&world.desk, draft, sizeof draft), 0);
    restart(draft);
    cr_assert_eq(world.desk.mode, MODE_SEARCH);
    cr_assert_str_eq(world.desk.line.text, "12");
    world_keys(&world, "<Esc>");
    cr_assert_eq(desk_draft(&world.desk, draft, sizeof draft), 0);
}

Test(desk_draft, the_longest_fits)
{
    struct desk *desk = &world.desk;
    world_scan_bhyt(&world, hoa);
    for (int i = 0; i < DESK_SCANS; i++) {
        desk->review.scans[i].len = PAYLOAD_MAX;
    }
    for (int i = 0; i < DESK_QUEUE; i++) {
        desk->queue[i].len = PAYLOAD_MAX;
    }
    desk->second.len = PAYLOAD_MAX;
    desk->review.scan_count = DESK_SCANS;
    desk->queue_count = DESK_QUEUE;
    desk->mode = MODE_OTHER;
    desk->under = MODE_FORM;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        desk->review.decision.choice[field] = CHOICE_TYPED;
        desk->review.decision.typed_source[field] = SOURCE_PATIENT;
        memset(facts_at(&desk->review.decision.typed, field), 'a', field_size(field) - 1);
        memset(facts_at(&desk->form, field), 'a', field_size(field) - 1);
    }
    memset(desk->review.decision.reason, 'a', REASON_SIZE - 1);
    memset(desk->review.entitlement.paper.number, 'a', PAPER_NUMBER_SIZE - 1);
    memset(desk->review.birth_certificate, 'a', PAPER_NUMBER_SIZE - 1);
    memset(desk->certificate, 'a', PAPER_NUMBER_SIZE - 1);
    memset(desk->line.text, 'a', LINE_SIZE - 1);
    size_t len = desk_draft(desk, draft, sizeof draft);
    cr_assert_gt(len, 7 * 2 * PAYLOAD_MAX);
    cr_assert_lt(len, DRAFT_MAX);
}

static void refused(const char *text)
{
    static struct desk before, desk;
    struct wish wish = {WISH_LEAVE, 7};
    before = desk = world.desk;
    cr_assert_eq(desk_restore(&desk, text, world.now, &wish), FAULT_DRAFT);
    cr_assert_eq(memcmp(&desk, &before, sizeof desk), 0);
    cr_assert_eq(wish.kind, WISH_LEAVE);
}

Test(desk_draft, a_damaged_one_is_refused)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "<Down>exyz");
    size_t len = desk_draft(&world.desk, draft, sizeof draft);
    uint64_t state = 20261122;
    for (size_t cut = 0; cut < len; cut++) {
        memcpy(again, draft, cut);
        again[cut] = '\0';
        refused(again);
    }
    for (int round = 0; round < 2000; round++) {
        strcpy(again, draft);
        size_t at = world_random(&state, len);
        char byte = (char)(1 + world_random(&state, 255));
        if (again[at] == byte) {
            continue;
        }
        again[at] = byte;
        refused(again);
    }
}

/* Damage that proves itself whole: every reader of an item stands alone then. */
Test(desk_draft, an_item_that_makes_no_sense_is_refused)
{
    static const char *const bodies[] = {
        "",
        "mode=review\n",
        "open=1\n",
        "open=1\nmode=waiting\n",
        "open=1\nmode=other\n",
        "open=1\nmode=leave\n",
        "open=2\nmode=review\n",
        "open=1\nscan=scanner:zz\nmode=review\n",
        "open=1\nscan=scanner:444\nmode=review\n",
        "open=1\nscan=nowhere:4444\nmode=review\n",
        "open=1\nscan=scanner\nmode=review\n",
        "open=1\nscan=scanner+magic:303132333435363738394142\nmode=review\n",
        "open=1\nscan=scanner+:303132333435363738394142\nmode=review\n",
        "open=1\nchoice nose=card\nmode=review\n",
        "open=1\nchoice name=proposed\nmode=review\n",
        "open=1\ntyped birth_date=patient:31/02/1990\nmode=review\n",
        "open=1\ntyped name=nobody:AN\nmode=review\n",
        "open=1\nmode=edit\nfield=nose\n",
        "open=1\nmode=form\nstep=7\n",
        "open=1\nmode=search\nline=9:abc\n",
        "open=1\nmode=search\nline=1:\xC3\xA1\n",
        "open=1\nmode=difficulty\nkind=none\n",
        "open=1\nmode=review\nqueue=scanner:3030\n",
        "second=scanner:303132333435363738394142\nmode=search\nline=1:a\n",
        "nonsense\nopen=1\nmode=review\n",
        "open=1\nmode=review\nmode\n",
        "open=1\nentitled code=1.3x\nmode=review\n",
        "open=1\nentitled code=\nmode=review\n",
        "open=1\nentitled colour=1.3\nmode=review\n",
        "open=1\nentitled code=1.3\nentitled from=31/02/2026\nmode=review\n",
        "open=1\nentitled code=1.3\nentitled number= 12\nmode=review\n",
        "open=1\nmode=paper\nstep=3\n",
        "open=1\nmode=form\nstep=4\n",
        "open=1\ncertificate=\nmode=review\n",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        world_draft(bodies[i], draft);
        refused(draft);
    }
}

Test(desk_draft, brings_back_the_box_and_whom_it_finds)
{
    world_keys(&world, "nguyen thi");
    desk_draft(&world.desk, draft, sizeof draft);
    struct wish wish;
    struct hospital hospital = world.desk.hospital;
    desk_init(&world.desk, &hospital);
    cr_assert_eq(desk_restore(&world.desk, draft, world.now, &wish), FAULT_NONE);
    cr_assert_eq(wish.kind, WISH_FIND);
    world_carry_out(&world, wish);
    cr_assert_str_eq(world.desk.line.text, "nguyen thi");
    cr_assert_eq(world.desk.found.count, 1);
}

Test(desk_draft, brings_back_how_to_reach_the_patient)
{
    struct patient *known = world_patient(&world, WORLD_HOA, "0912345678");
    strcpy(known->contact.relative, "Trần Văn Bê");
    world_scan_bhyt(&world, hoa);
    world_keys(
        &world,
        "l<Tab>12 Tran Phu<Tab><Back><Back><Back><Back><Back><Back><Back><Back><Back><Back><Back><Tab>09");
    desk_draft(&world.desk, draft, sizeof draft);
    restart(draft);
    cr_assert_eq(world.desk.mode, MODE_CONTACT);
    cr_assert_eq(world.desk.step, CONTACT_RELATIVE_PHONE);
    cr_assert_str_eq(world.desk.line.text, "09");
    const struct contact *contact = &world.desk.review.contact;
    cr_assert_str_eq(contact->phone, "0912345678");
    cr_assert_str_eq(contact->address, "12 Tran Phu");
    cr_assert_str_eq(contact->relative, "", "what was erased stays so");
}
