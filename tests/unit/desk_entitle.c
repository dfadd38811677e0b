/* desk_entitle: what the visit counts as: proposed where the person is registered here, chosen by two keys
 * elsewhere, its paper typed or left to follow, and never in the way of the patient. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static const struct member *hoa, *an;

static void setup(void)
{
    world_init(&world);
    hoa = world_add(&world, WORLD_HOA);
    an = world_add(&world,
                   "TRẦN VĂN AN|1990-07-01|male|GD4790123456780|79025|2026-01-01|2026-12-31|079090000002");
}

TestSuite(desk_entitle, .init = setup);

/* The card of somebody whom the system has elsewhere, and how many keys it took from the scan on. */
static void scan(const struct member *member)
{
    world_scan_bhyt(&world, member);
    world.keys = 0;
}

static const struct intake *take(const char *keys, int count)
{
    world_keys(&world, keys);
    world_calm(&world, "<Enter>");
    cr_expect_eq(world.keys, count, "%d keys", world.keys);
    return world_saved(&world, INTAKE_ADMITTED);
}

Test(desk_entitle, registered_here_is_proposed_and_takes_no_key)
{
    scan(hoa);
    const struct entitlement *entitlement = &take("", 1)->entitlement;
    cr_expect_str_eq(entitlement->code, "1.1");
    cr_expect(entitlement->proposed);
    cr_expect_str_eq(entitlement->paper.code, "");
}

Test(desk_entitle, registered_elsewhere_stays_open_and_is_taken_in)
{
    struct member card = *an;
    strcpy(card.facts.facility, "79014");
    scan(&card);
    world_expect(&world, VERDICT_MISMATCH);
    cr_expect_str_eq(take("", 1)->entitlement.code, "", "by the facility after correction, not the card's");
}

Test(desk_entitle, a_correction_to_us_proposes)
{
    struct member card = *hoa;
    strcpy(card.facts.facility, "79025");
    scan(&card);
    cr_expect_str_eq(take("", 1)->entitlement.code, "1.1");
}

Test(desk_entitle, an_emergency_is_two_keys)
{
    scan(an);
    const struct entitlement *entitlement = &take("k2", 3)->entitlement;
    cr_expect_str_eq(entitlement->code, "2");
    cr_expect_not(entitlement->proposed);
    cr_expect_str_eq(entitlement->paper.code, "");
}

Test(desk_entitle, an_emergency_of_somebody_registered_here_as_well)
{
    scan(hoa);
    cr_expect_str_eq(take("k2", 3)->entitlement.code, "2");
}

Test(desk_entitle, a_referral_asks_for_its_paper)
{
    scan(an);
    world_keys(&world, "k1");
    cr_expect_eq(world.desk.mode, MODE_PAPER);
    world_keys(&world, "12/GC-BV<Enter>16/11/2026<Enter>31/12/2026<Enter>");
    cr_expect_eq(world.desk.mode, MODE_REVIEW);
    world_calm(&world, "<Enter>");
    const struct paper *paper = &world_saved(&world, INTAKE_ADMITTED)->entitlement.paper;
    cr_expect_str_eq(paper->code, "referral");
    cr_expect_str_eq(paper->number, "12/GC-BV");
    cr_expect_str_eq(paper->from, "2026-11-16");
    cr_expect_str_eq(paper->to, "2026-12-31");
}

Test(desk_entitle, a_paper_that_is_not_there_follows_later)
{
    scan(an);
    world_keys(&world, "k1<Enter><Enter><Enter>");
    cr_expect_eq(world.desk.mode, MODE_REVIEW);
    world_calm(&world, "<Enter>");
    const struct entitlement *entitlement = &world_saved(&world, INTAKE_ADMITTED)->entitlement;
    cr_expect_str_eq(entitlement->code, "1.3");
    cr_expect_str_eq(entitlement->paper.code, "referral");
    cr_expect_str_eq(entitlement->paper.number, "");
}

Test(desk_entitle, days_of_a_paper_are_looked_at)
{
    static const struct {
        const char *keys;
        enum fault fault;
    } typed[] = {
        {"31/02/2026<Enter>", FAULT_DATE_INVALID},
        {"11/2026<Enter>", FAULT_DATE_PARTIAL},
        {"23/11/2026<Enter>", FAULT_PAPER_AHEAD},
        {"22/11/2026<Enter>21/11/2026<Enter>", FAULT_PAPER_ORDER},
    };
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        setup();
        scan(an);
        world_keys(&world, "k112<Enter>");
        world_keys(&world, typed[i].keys);
        cr_expect_eq(world.desk.notice, typed[i].fault, "%s", typed[i].keys);
        cr_expect_eq(world.desk.mode, MODE_PAPER, "%s", typed[i].keys);
        cr_expect_neq(world.desk.line.text[0], '\0', "what was typed stays: %s", typed[i].keys);
        world_keys(&world, "<Esc>");
        cr_expect_str_eq(world.desk.review.entitlement.code, "");
    }
}

/* A first day typed behind the last one is seen too. */
Test(desk_entitle, days_are_compared_whichever_was_typed_last)
{
    scan(an);
    world_keys(&world, "k112<Tab><Tab>20/11/2026<BackTab>21/11/2026<Enter>");
    cr_expect_eq(world.desk.notice, FAULT_PAPER_ORDER);
}

Test(desk_entitle, tab_goes_round_the_lines)
{
    scan(an);
    world_keys(&world, "k112<Tab>16/11/2026<Tab><Tab>");
    cr_expect_eq(world.desk.step, PAPER_STEP_NUMBER);
    cr_expect_str_eq(world.desk.line.text, "12");
    world_keys(&world, "<Up>");
    cr_expect_eq(world.desk.step, PAPER_STEP_NUMBER);
    world_keys(&world, "<Down>");
    cr_expect_str_eq(world.desk.line.text, "16/11/2026");
}

Test(desk_entitle, escape_changes_nothing)
{
    scan(an);
    world_keys(&world, "k2k<Esc>");
    cr_expect_eq(world.desk.mode, MODE_REVIEW);
    cr_expect_str_eq(world.desk.review.entitlement.code, "2");
    world_keys(&world, "k112/GC<Esc>");
    cr_expect_eq(world.desk.mode, MODE_REVIEW);
    cr_expect_str_eq(world.desk.review.entitlement.code, "2");
    cr_expect_str_eq(world.desk.review.entitlement.paper.code, "");
}

Test(desk_entitle, a_choice_is_taken_back_by_zero)
{
    scan(hoa);
    cr_expect_not(desk_key_known(&(struct desk){.mode = MODE_ENTITLE}, (struct key){PRESS_TEXT, '0'}));
    world_keys(&world, "k2k0");
    cr_expect_eq(world.desk.mode, MODE_REVIEW);
    const struct entitlement *entitlement = &take("", 5)->entitlement;
    cr_expect_str_eq(entitlement->code, "1.1");
    cr_expect(entitlement->proposed);
}

/* The paper typed once is there when its case is picked again. */
Test(desk_entitle, a_paper_is_kept_for_its_case)
{
    scan(an);
    world_keys(&world, "k112/GC<Enter>16/11/2026<Enter><Enter>k1");
    cr_expect_str_eq(world.desk.line.text, "12/GC");
    world_keys(&world, "<Esc>k3");
    cr_expect_eq(world.desk.mode, MODE_PAPER);
    cr_expect_str_eq(world.desk.line.text, "", "another case, another paper");
}

Test(desk_entitle, further_cases_are_on_further_pages)
{
    static struct candidate list[ENTITLEMENT_MAX];
    scan(an);
    int count = desk_candidates(&world.desk, list), last = (count - 1) / ENTITLE_PAGE;
    cr_assert_gt(count, ENTITLE_PAGE);
    world_keys(&world, "k<Down>1");
    cr_expect_str_eq(world.desk.review.entitlement.code, list[ENTITLE_PAGE].row->code);
    world_keys(&world, "k");
    for (int page = 0; page < last; page++) {
        world_keys(&world, " ");
    }
    if (count % ENTITLE_PAGE) {
        world_keys(&world, "9");
        cr_expect_eq(world.desk.mode, MODE_ENTITLE, "no such case");
    }
    world_keys(&world, " 2");
    cr_expect_str_eq(world.desk.review.entitlement.code, list[1].row->code,
                     "behind the last page is the first");
}

Test(desk_entitle, without_a_table_there_is_no_key)
{
    world.desk.hospital.scheme = NULL;
    scan(an);
    cr_expect_not(desk_key_known(&world.desk, (struct key){PRESS_TEXT, 'k'}));
    cr_expect_str_eq(take("", 1)->entitlement.code, "");
}

Test(desk_entitle, who_is_not_insured_has_none)
{
    struct member *ended =
        world_add(&world, "LÊ THỊ CŨ|1980-01-01|female|DN4790123456785|79014|2025-01-01|2025-12-31|");
    scan(ended);
    world_expect(&world, VERDICT_INVALID);
    world_keys(&world, "k22");
    world_calm(&world, "<Enter>");
    cr_expect_str_eq(world_saved(&world, INTAKE_NOT_INSURED)->entitlement.code, "");
}

Test(desk_entitle, a_typed_number_proposes_nothing_before_the_year)
{
    struct entitlement entitlement;
    world_keys(&world, "DN4790123456789<Enter>");
    desk_entitlement(&world.desk, &entitlement);
    cr_expect_str_eq(entitlement.code, "");
    world_keys(&world, "85");
    desk_entitlement(&world.desk, &entitlement);
    cr_expect_str_eq(entitlement.code, "1.1");
}

Test(desk_entitle, the_choice_ends_with_its_patient)
{
    scan(an);
    take("k2", 3);
    world_scan_bhyt(&world, hoa);
    cr_expect_str_eq(world.desk.review.entitlement.code, "");
}

Test(desk_entitle, a_save_that_failed_keeps_the_choice)
{
    scan(an);
    world_keys(&world, "k2");
    world.save_fault = FAULT_STORE_BUSY;
    world_calm(&world, "<Enter>");
    cr_expect_eq(world.saved_count, 0);
    cr_expect_str_eq(world.desk.review.entitlement.code, "2");
}

Test(desk_entitle, a_child_under_six_without_a_card_has_a_birth_certificate)
{
    world_keys(&world, "<F7>Be Na<Enter>12/11/2024<Enter>Nu<Enter>");
    cr_assert_eq(world.desk.mode, MODE_FORM);
    cr_expect_eq(world.desk.step, 3);
    world_keys(&world, "123/2024");
    world_calm(&world, "<Enter>");
    cr_expect_str_eq(world_saved(&world, INTAKE_PROVISIONAL)->birth_certificate, "123/2024");
}

Test(desk_entitle, the_certificate_may_follow)
{
    world_keys(&world, "<F7>Be Na<Enter>2021<Enter>Nu<Enter>");
    cr_expect_eq(world.desk.step, 3);
    world_calm(&world, "<Enter>");
    cr_expect_str_eq(world_saved(&world, INTAKE_PROVISIONAL)->birth_certificate, "");
}

/* 2020-11-22 is the sixth birthday on the day of the tests. */
Test(desk_entitle, from_six_on_there_is_no_such_step)
{
    world_keys(&world, "<F7>Be Na<Enter>22/11/2020<Enter>Nu");
    cr_expect_eq(desk_form_last(&world.desk), 2);
    world_calm(&world, "<Enter>");
    cr_expect_eq(world.saved_count, 1);
    setup();
    world_keys(&world, "<F7>Be Na<Enter>23/11/2020<Enter>Nu");
    cr_expect_eq(desk_form_last(&world.desk), 3);
}

/* A certificate typed for a birth date that was a slip is not kept. */
Test(desk_entitle, a_corrected_birth_date_takes_the_certificate_away)
{
    world_keys(&world, "<F7>Be Na<Enter>2024<Enter>Nu<Enter>123<Up><Up><Back><Back>14<Enter>");
    world_calm(&world, "<Enter>");
    cr_expect_str_eq(world_saved(&world, INTAKE_PROVISIONAL)->birth_certificate, "");
}

Test(desk_entitle, a_digit_that_bounces_is_no_number_of_the_paper)
{
    scan(an);
    world_keys(&world, "k1");
    world_bounce(&world, '1');
    cr_assert_eq(world.desk.mode, MODE_PAPER);
    cr_expect_str_eq(world.desk.line.text, "");
    world_keys(&world, "11");
    cr_expect_str_eq(world.desk.line.text, "11", "a number may begin with the same digit twice");
}

Test(desk_entitle, a_digit_that_bounces_answers_no_question_of_the_verdict)
{
    struct member *ended = world_add(
        &world, "LÊ THỊ MƠ|1970-05-05|female|GD4790123456788|79025|2025-01-01|2026-01-31|079170000003");
    scan(ended);
    world_expect(&world, VERDICT_INVALID);
    world_keys(&world, "k2");
    world_bounce(&world, '2');
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_expect_str_eq(world.desk.review.entitlement.code, "2");
}
