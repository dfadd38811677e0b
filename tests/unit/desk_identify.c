/* desk_identify: somebody without any number is told who it is by a scan or a typed number, and nobody else by it. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static struct member *hoa, *an;

static void setup(void)
{
    world_init(&world);
    hoa = world_add(&world, WORLD_HOA);
    an = world_add(&world, WORLD_AN);
}

TestSuite(desk_identify, .init = setup);

/* As F7 wrote it: name, birth date and gender by whoever brought the patient. */
static void open_nameless(const char *name, const char *birth, const char *gender)
{
    struct intake intake = {.status = INTAKE_PROVISIONAL, .kind = CARD_UNKNOWN};
    strcpy(intake.facts.name, name);
    strcpy(intake.facts.birth_date, birth);
    strcpy(intake.facts.gender, gender);
    intake.source[FIELD_NAME] = intake.source[FIELD_BIRTH_DATE] = intake.source[FIELD_GENDER] =
        SOURCE_PATIENT;
    strcpy(intake.contact.relative, "Trần Văn Bê (chồng)");
    world_late(&world, &intake);
    cr_assert(desk_nameless(&world.desk));
}

Test(desk_identify, a_scan_that_agrees_is_that_patient)
{
    open_nameless("Nguyễn Thị Hoà", "1985", "female");
    world_scan_bhyt(&world, hoa);
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_eq(desk_enter(&world.desk), ENTER_REVISE);
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_ADMITTED);
    cr_assert_str_eq(intake->of, "7");
    cr_assert_str_eq(intake->facts.number, "DN4790123456789");
    cr_assert_str_eq(intake->facts.name, "NGUYỄN THỊ HÒA");
    cr_assert_str_eq(intake->facts.birth_date, "1985-03-12");
    cr_assert_str_eq(intake->contact.relative, "Trần Văn Bê (chồng)");
}

Test(desk_identify, a_scan_that_does_not_agree_asks_whose_it_is)
{
    open_nameless("Không rõ", "1980", "female");
    world_scan_bhyt(&world, hoa);
    cr_assert_eq(world.desk.mode, MODE_OTHER);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, 0);
    world_keys(&world, "2");
    cr_assert_eq(desk_enter(&world.desk), ENTER_REVISE, "it was asked once");
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->of, "7");
    cr_assert_str_eq(world.saved[0].facts.name, "NGUYỄN THỊ HÒA");
}

Test(desk_identify, the_next_patient_is_not_taken_for_whoever_lies_upstairs)
{
    open_nameless("Không rõ", "1980", "female");
    world_scan_bhyt(&world, an);
    world_keys(&world, "1");
    cr_assert_str_eq(world.desk.review.late.id, "");
    world_expect(&world, VERDICT_MATCH);
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->of, "");
    cr_assert_str_eq(world.saved[0].facts.name, "TRẦN VĂN AN");
}

Test(desk_identify, a_dropped_scan_leaves_the_record_open)
{
    open_nameless("Không rõ", "1980", "female");
    world_scan_bhyt(&world, an);
    world_keys(&world, "3");
    cr_assert(desk_nameless(&world.desk));
    cr_assert_eq(world.desk.review.card.kind, CARD_UNKNOWN);
}

Test(desk_identify, a_typed_number_wants_the_year_and_asks_where_it_does_not_agree)
{
    open_nameless("Không rõ", "1980", "female");
    world_keys(&world, "sDN4790123456789<Enter>");
    world_expect(&world, VERDICT_FOUND);
    cr_assert_str_eq(world.desk.review.late.id, "7");
    world_keys(&world, "85");
    cr_assert(desk_identifies(&world.desk));
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_CONFIRM);
    cr_assert_eq(world.saved_count, 0);
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->of, "7");
    cr_assert_str_eq(world.saved[0].facts.number, "DN4790123456789");
    cr_assert_str_eq(world.saved[0].facts.name, "NGUYỄN THỊ HÒA");
}

Test(desk_identify, a_typed_number_may_be_corrected)
{
    open_nameless("Nguyễn Thị Hoà", "1985", "female");
    world_keys(&world, "sGD4790123456780<Enter>sDN4790123456789<Enter>85");
    cr_assert_str_eq(world.desk.review.late.id, "7");
    cr_assert_eq(desk_enter(&world.desk), ENTER_REVISE);
}

Test(desk_identify, a_row_of_the_box_is_a_typed_number)
{
    open_nameless("Nguyễn Thị Hoà", "1985", "female");
    world_keys(&world, "snguyen thi hoa<Down><Enter>85");
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->of, "7");
}

Test(desk_identify, a_second_code_of_the_same_person_joins)
{
    open_nameless("Nguyễn Thị Hoà", "1985", "female");
    world_scan_bhyt(&world, hoa);
    world_scan_cccd(&world, hoa);
    cr_assert_str_eq(world.desk.review.late.id, "7");
    cr_assert_eq(world.desk.review.scan_count, 2);
    world_scan_bhyt(&world, an);
    cr_assert_str_eq(world.desk.review.late.id, "", "anybody else goes first");
}

/* Brought in unconscious at eight, taken in by the family with the card at nine. */
Test(desk_identify, another_intake_of_today_wants_a_reason)
{
    open_nameless("Nguyễn Thị Hoà", "1985", "female");
    world.repeat = (struct repeat){true, "8", "09:02", "2", "Lan"};
    world_scan_bhyt(&world, hoa);
    world_expect(&world, VERDICT_REPEAT);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.desk.mode, MODE_REASON);
    world_keys(&world, "cùng một lần");
    world_calm(&world, "<Enter>");
    cr_assert(world_saved(&world, INTAKE_ADMITTED)->repeat);
}

/* ---- the citizen ID that is missed ---- */

Test(desk_identify, a_citizen_id_that_does_not_agree_is_reported)
{
    struct member other = *hoa;
    hoa->facts.cccd[0] = '\0';
    strcpy(other.facts.cccd, "079161000009");
    strcpy(other.facts.birth_date, "1961-03-12");
    world_scan_bhyt(&world, hoa);
    world_scan_cccd(&world, &other);
    cr_assert_eq(world.desk.mode, MODE_OTHER);
    world_keys(&world, "2");
    cr_assert_eq(world.desk.notice, FAULT_CCCD_REFUSED);
    world_keys(&world, "3v");
    cr_assert_eq(world.desk.kind, DIFFICULTY_IDENTITY);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.difficulties, 1);
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->facts.cccd, "", "nothing was captured");
}

Test(desk_identify, a_citizen_id_that_agrees_is_captured)
{
    struct member own = *hoa;
    hoa->facts.cccd[0] = '\0';
    world_scan_bhyt(&world, hoa);
    world_scan_cccd(&world, &own);
    if (world.desk.mode == MODE_OTHER) { /* no number joins them: the clerk says so */
        world_keys(&world, "2");
    }
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->facts.cccd, "079185000001");
}
