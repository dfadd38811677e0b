/* desk: scans that were repaired, or that lost letters: what the clerk is asked, and what is never recorded. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static struct member *hoa;

static void setup(void)
{
    world_init(&world);
    hoa = world_add(&world, WORLD_HOA);
}

TestSuite(desk_mend, .init = setup);

static const char LOST[] = "079185000001||Nguyn Th Ha|12031985|N|Bn Ngh|10122021";
static const char STRANGER[] = "079185000009||Nguyn Th Ha|12031985|N|Bn Ngh|10122021";

Test(desk_mend, the_name_comes_from_the_system)
{
    world_scan(&world, LOST, ORIGIN_SCANNER);
    world_expect(&world, VERDICT_MATCH);
    world_calm(&world, "<Enter>");
    const struct intake *saved = world_saved(&world, INTAKE_ADMITTED);
    cr_assert_str_eq(saved->facts.name, hoa->facts.name);
    cr_assert_str_eq(saved->facts.gender, "female");
}

Test(desk_mend, nobody_found_the_form_asks_for_the_name)
{
    world_scan(&world, STRANGER, ORIGIN_SCANNER);
    world_expect(&world, VERDICT_UNSYNCED);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_FORM);
    cr_assert_eq(world.desk.step, 0, "the name");
    cr_assert_str_eq(world.desk.line.text, "");
    cr_assert_str_eq(world.desk.form.birth_date, "1985-03-12");
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0, "without a name nothing is written");
    world_keys(&world, "NGUYEN THI HA<Enter><Enter>");
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_PROVISIONAL)->facts.name, "NGUYEN THI HA");
}

Test(desk_mend, the_rest_of_a_name_is_not_taken_against_the_system)
{
    strcpy(hoa->facts.name, "LÊ VĂN TÁM");
    world_scan(&world, LOST, ORIGIN_SCANNER);
    world_expect(&world, VERDICT_IDENTITY_STOP);
    cr_assert_eq(desk_field(&world.desk), FIELD_NAME);
    world_keys(&world, " ");
    cr_assert_eq(world.desk.review.decision.choice[FIELD_NAME], CHOICE_SYSTEM);
    world_keys(&world, " ");
    cr_assert_eq(world.desk.review.decision.choice[FIELD_NAME], CHOICE_SYSTEM);
    cr_assert_eq(world.desk.notice, FAULT_NAME_LOST);
    world_calm(&world, "3");
    cr_assert_eq(world.desk.mode, MODE_FORM, "by the card: which has no name");
    cr_assert_eq(world.saved_count, 0);
}

Test(desk_mend, a_scan_with_letters_joins_and_gives_the_name)
{
    static const char whole[] = "079185000009||Nguyễn Thị Hòa|12031985|Nữ|Bến Nghé|10122021";
    world_scan(&world, STRANGER, ORIGIN_SCANNER);
    world_scan(&world, whole, ORIGIN_SCANNER);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_eq(world.desk.review.scan_count, 2);
    cr_assert_str_eq(world.desk.review.card.facts.name, "Nguyễn Thị Hòa");
    cr_assert_not(world.desk.review.card.notes & CARD_NOTE_LETTERS);
}

Test(desk_mend, a_scan_without_letters_joins_a_card_of_the_same_person)
{
    world_scan_bhyt(&world, hoa);
    strcpy(world.desk.review.card.facts.cccd, "079185000001");
    world_scan(&world, LOST, ORIGIN_SCANNER);
    cr_assert_eq(world.desk.mode, MODE_REVIEW, "no question");
    cr_assert_str_eq(world.desk.review.card.facts.name, hoa->facts.name);
    cr_assert_not(world.desk.review.card.notes & CARD_NOTE_LETTERS);
}

Test(desk_mend, what_was_repaired_in_either_scan_is_said)
{
    static const char turned[] = "079185000001||nGUYỄN tHỊ hÒA|12031985|nỮ|-|10122021";
    world_scan_bhyt(&world, hoa);
    world_scan(&world, turned, ORIGIN_SCANNER);
    cr_assert_eq(world.desk.review.card.mended, (unsigned)MEND_CASE);
    cr_assert(finding_has(&world.desk.review.judgement.findings, FINDING_CASE_REPAIRED));
}
