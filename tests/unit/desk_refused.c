/* desk_refused: the portal says that name or birth date is wrong, and not what is right; or tells of a visit elsewhere. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static struct member binh;

/* A person the register does not hold. */
#define BINH "LÊ VĂN BÌNH|1970-05-06|male|DN4790123456799|79014|2026-01-01|2026-12-31|"

static void setup(void)
{
    world_init(&world);
    world.incomplete = true;
    world_read_member(BINH, &binh);
    world_portal(&world);
}

TestSuite(desk_refused, .init = setup);

/* The card says another name than the portal wants. */
static void scan_misnamed(void)
{
    struct member card = binh;
    strcpy(card.facts.name, "LÊ VĂN BÍNH");
    world_scan_bhyt(&world, &card);
    world_hear(&world, "060", NULL);
}

static void type_name(const char *name)
{
    world_calm(&world, "<Enter>");
    cr_assert_eq(desk_field(&world.desk), FIELD_NAME);
    world_keys(&world, "e");
    cr_assert_eq(world.desk.mode, MODE_EDIT);
    world_keys(&world, name);
    world_keys(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_REVIEW, "the papers were asked for, so they are the source");
}

Test(desk_refused, what_the_papers_say_is_asked_again)
{
    scan_misnamed();
    world_expect(&world, VERDICT_IDENTITY);
    cr_assert_eq(desk_enter(&world.desk), ENTER_GO);
    type_name("LÊ VĂN BÌNH");
    cr_assert_eq(desk_enter(&world.desk), ENTER_ASK);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0);
    cr_assert_str_eq(world.question.name, "LÊ VĂN BÌNH");
    world_hear(&world, "000", BINH);
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_ADMITTED);
    cr_assert_str_eq(intake->facts.name, "LÊ VĂN BÌNH");
    cr_assert_eq(intake->difficulty, DIFFICULTY_NONE);
    cr_assert_not(intake->check);
}

Test(desk_refused, twice_at_most_then_a_difficulty)
{
    scan_misnamed();
    type_name("LÊ VĂN BÌN");
    world_calm(&world, "<Enter>");
    world_hear(&world, "060", NULL);
    world_keys(&world, "eLÊ VĂN BÌNG<Enter>");
    cr_assert_eq(desk_enter(&world.desk), ENTER_ASK);
    world_calm(&world, "<Enter>");
    world_hear(&world, "061", NULL);
    world_keys(&world, "eLÊ VĂN BÌNH<Enter>");
    cr_assert_eq(desk_enter(&world.desk), ENTER_PROVISIONAL);
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_PROVISIONAL);
    cr_assert_eq(intake->difficulty, DIFFICULTY_IDENTITY);
    cr_assert_eq(intake->source[FIELD_NAME], SOURCE_PAPERS);
    cr_assert_eq(world.asked[ASK_MEMBER], 3);
    cr_assert_not(intake->check, "it was answered");
}

Test(desk_refused, the_same_once_more_is_no_question)
{
    scan_misnamed();
    type_name("LÊ VĂN BÍNH");
    cr_assert_eq(desk_enter(&world.desk), ENTER_PROVISIONAL);
}

Test(desk_refused, enter_does_not_wait_for_the_second_answer)
{
    scan_misnamed();
    type_name("LÊ VĂN BÌNH");
    world_calm(&world, "<Enter>");
    cr_assert_eq(desk_enter(&world.desk), ENTER_PROVISIONAL);
    cr_assert_not(desk_armed(&world.desk, world.now), "the same key means something else now");
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_PROVISIONAL);
    cr_assert(intake->check);
    cr_assert_str_eq(intake->question.name, "LÊ VĂN BÌNH");
    cr_assert_eq(intake->difficulty, DIFFICULTY_NONE);
}

Test(desk_refused, a_birth_date_likewise)
{
    struct member card = binh;
    strcpy(card.facts.birth_date, "1970-06-05");
    world_scan_bhyt(&world, &card);
    world_hear(&world, "070", NULL);
    world_calm(&world, "<Enter>");
    cr_assert_eq(desk_field(&world.desk), FIELD_BIRTH_DATE);
    world_keys(&world, "e06051970<Enter>");
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world.question.birth_date, "1970-05-06");
    world_hear(&world, "000", BINH);
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->facts.birth_date, "1970-05-06");
}

/* ---- visits elsewhere ---- */

static void hear_visit(const char *from, const char *to)
{
    static struct reply reply;
    world_keys(&world, "h<Esc>");
    reply = (struct reply){.ask = ASK_HISTORY,
                           .question = world.question,
                           .ticket = world.tickets[ASK_HISTORY],
                           .at = 1795316400};
    struct visit *visit = &reply.visits[reply.visit_count++];
    strcpy(visit->facility, "79025");
    strcpy(visit->from, from);
    strcpy(visit->to, to);
    world_reply(&world, &reply);
}

Test(desk_refused, a_stay_elsewhere_wants_a_reason_also_where_all_fits)
{
    world_scan_bhyt(&world, world_add(&world, WORLD_HOA));
    world_hear(&world, "000", WORLD_HOA);
    hear_visit("2026-11-10T08:00", "");
    world_expect(&world, VERDICT_MATCH);
    cr_assert_eq(desk_reason_for(&world.desk), FINDING_STAY_ELSEWHERE);
    cr_assert_eq(desk_enter(&world.desk), ENTER_REASON);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_REASON);
    world_keys(&world, "chuyển viện");
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_ADMITTED);
    cr_assert_str_eq(intake->reason, "chuyển viện");
    cr_assert_not(intake->repeat, "nobody took this person in here today");
}

Test(desk_refused, one_reason_serves_for_a_repeat_and_a_visit)
{
    world.repeat = (struct repeat){true, "1", "07:30", "2", "Lan"};
    world_scan_bhyt(&world, world_add(&world, WORLD_HOA));
    hear_visit("2026-11-22T06:00", "2026-11-22T08:00");
    world_expect(&world, VERDICT_REPEAT);
    world_calm(&world, "<Enter>");
    world_keys(&world, "tái khám");
    world_calm(&world, "<Enter>");
    cr_assert(world_saved(&world, INTAKE_ADMITTED)->repeat);
}

Test(desk_refused, what_is_switched_off_asks_for_no_reason)
{
    cr_assert(checks_set(&world.desk.hospital.checks, "stay_elsewhere", "off"));
    world_scan_bhyt(&world, world_add(&world, WORLD_HOA));
    hear_visit("2026-11-10T08:00", "");
    cr_assert_eq(desk_enter(&world.desk), ENTER_ADMIT);
}
