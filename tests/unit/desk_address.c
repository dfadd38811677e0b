/* desk_address: an address brought to today's units by `m`, and a commune picked while one is typed. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define OLD "5 Lê Lợi, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh"
#define NEW "5 Lê Lợi, Phường Sài Gòn, Thành phố Hồ Chí Minh"

static struct world world;
static struct member *hoa;
static struct member card;
static char draft[DRAFT_MAX];

static void setup(void)
{
    world_init(&world);
    hoa = world_add(&world, WORLD_HOA);
    strcpy(hoa->facts.address, OLD);
    card = *hoa;
}

TestSuite(desk_address, .init = setup);

static void open_with(const char *on_card, const char *system)
{
    strcpy(card.facts.address, on_card);
    strcpy(hoa->facts.address, system);
    world_scan_bhyt(&world, &card);
}

static const char *held(void)
{
    return desk_held(&world.desk.review, FIELD_ADDRESS);
}

static const struct correction *correction_of(const struct intake *intake)
{
    for (int i = 0; i < intake->correction_count; i++) {
        if (intake->corrections[i].field == FIELD_ADDRESS) {
            return &intake->corrections[i];
        }
    }
    return NULL;
}

Test(desk_address, one_key_writes_the_names_of_today)
{
    open_with(OLD, OLD);
    cr_assert(world_knows(&world.desk, "m"));
    world_keys(&world, "m");
    cr_assert_str_eq(held(), NEW);
    cr_assert_eq(desk_field(&world.desk), FIELD_ADDRESS);
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_ADMITTED);
    const struct correction *correction = correction_of(intake);
    cr_assert_str_eq(intake->card.address, OLD);
    cr_assert_str_eq(intake->facts.address, NEW);
    cr_assert_eq(intake->source[FIELD_ADDRESS], SOURCE_UNITS);
    cr_assert(correction);
    cr_assert_eq(correction->source, SOURCE_UNITS);
    cr_assert_eq(correction->kind, CORRECTION_FILL, "nothing of the card was wrong");
}

/* The verdict and the keys of a patient whose address nobody brings up to date are the same. */
Test(desk_address, costs_no_key_where_it_is_not_pressed)
{
    open_with(OLD, OLD);
    world_expect(&world, VERDICT_MATCH);
    world_calm(&world, "<Enter>");
    cr_assert_str_eq(world_saved(&world, INTAKE_ADMITTED)->facts.address, OLD);
    cr_assert_eq(world.keys, 1);
}

Test(desk_address, the_same_key_takes_it_back)
{
    open_with(OLD, OLD);
    world_keys(&world, "mm");
    cr_assert_str_eq(held(), OLD);
    cr_assert_eq(world.desk.review.decision.choice[FIELD_ADDRESS], CHOICE_PROPOSED);
    world_calm(&world, "<Enter>");
    cr_assert_null(correction_of(world_saved(&world, INTAKE_ADMITTED)));
}

Test(desk_address, brings_a_typed_address_up_to_date_and_back)
{
    open_with(OLD, OLD);
    world_keys(&world, "<Home><Down><Down><Down><Down>e");
    cr_assert_eq(world.desk.field, FIELD_ADDRESS);
    world_keys(&world, "7 Hai Ba, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh<Enter>1");
    world_keys(&world, "m");
    cr_assert_str_eq(held(), "7 Hai Ba, Phường Sài Gòn, Thành phố Hồ Chí Minh");
    world_keys(&world, "m");
    cr_assert_str_eq(held(), "7 Hai Ba, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh");
    cr_assert_eq(world.desk.review.decision.typed_source[FIELD_ADDRESS], SOURCE_PAPERS);
}

Test(desk_address, a_divided_commune_asks_which)
{
    open_with(WORLD_DIVIDED, WORLD_DIVIDED);
    uint16_t heirs[UNIT_HEIRS];
    cr_assert_eq(desk_heirs(&world.desk, heirs), 2);
    world_keys(&world, "m");
    cr_assert_eq(world.desk.mode, MODE_HEIRS);
    world_keys(&world, "9");
    cr_assert_eq(world.desk.mode, MODE_HEIRS);
    world_keys(&world, "<Esc>");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_str_eq(held(), WORLD_DIVIDED);
    world_keys(&world, "m2");
    cr_assert_eq(world.desk.mode, MODE_REVIEW);
    cr_assert_str_eq(held(), "5 Lê Lợi, Phường Tân Định, Thành phố Hồ Chí Minh");
    world_keys(&world, "m");
    cr_assert_str_eq(held(), WORLD_DIVIDED);
}

/* Card or system silent: what the other says is brought up to date. */
Test(desk_address, works_where_one_side_is_silent)
{
    open_with("", OLD);
    world_keys(&world, "m");
    cr_assert_str_eq(held(), NEW);
    world_keys(&world, "<Esc><Esc>");
    open_with(OLD, "");
    world_keys(&world, "m");
    cr_assert_str_eq(held(), NEW);
}

/* A citizen ID states a residence, which is no address of the insurance: the system's is brought up to
 * date. */
Test(desk_address, of_a_citizen_id_the_systems_address_is_brought_up_to_date)
{
    world_scan_cccd(&world, hoa);
    world_expect(&world, VERDICT_MATCH);
    world_keys(&world, "m");
    cr_assert_str_eq(held(), NEW);
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_ADMITTED);
    cr_assert_str_eq(intake->facts.address, NEW);
    cr_assert_eq(correction_of(intake)->kind, CORRECTION_FILL);
}

/* The record holds the system's address, which differs from the card's: that is a fix, whatever its names. */
Test(desk_address, a_corrected_address_is_a_fix)
{
    open_with("99 Hai Bà Trưng, Phường Tân Định, Thành phố Hồ Chí Minh", OLD);
    world_expect(&world, VERDICT_MISMATCH);
    world_keys(&world, "m");
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_ADMITTED);
    cr_assert_str_eq(intake->facts.address, NEW);
    cr_assert_eq(correction_of(intake)->kind, CORRECTION_FIX);
    cr_assert_eq(correction_of(intake)->source, SOURCE_UNITS);
}

/* The record holds the system's names of today already. */
Test(desk_address, is_not_offered_where_nothing_is_to_do)
{
    open_with(OLD, NEW);
    cr_assert_not(world_knows(&world.desk, "m"));
    world_keys(&world, "<Esc><Esc>");
    open_with("Ấp Nào Đó", "Ấp Nào Đó");
    cr_assert_not(world_knows(&world.desk, "m"));
    world_keys(&world, "<Esc><Esc>");
    world.desk.hospital.units = NULL;
    open_with(OLD, OLD);
    cr_assert_not(world_knows(&world.desk, "m"));
}

/* Whose address it is has to be known first. */
Test(desk_address, is_not_offered_before_the_year_fits)
{
    world_keys(&world, "DN4790123456789<Enter>");
    cr_assert_not(world_knows(&world.desk, "m"));
    world_keys(&world, "85");
    cr_assert(world_knows(&world.desk, "m"));
}

/* An answer with another address asks anew. */
Test(desk_address, a_changed_answer_forgets_what_was_made_of_it)
{
    open_with(OLD, OLD);
    world_keys(&world, "m");
    struct answer answer = world.desk.review.answer;
    strcpy(answer.members[0].facts.address, "9 Lê Lợi, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh");
    desk_answer(&world.desk, &answer, world.now);
    cr_assert_eq(world.desk.review.decision.choice[FIELD_ADDRESS], CHOICE_PROPOSED);
}

/* ---- the list of communes ---- */

static void type(const char *keys)
{
    open_with(OLD, OLD);
    world_keys(&world, "<Home><Down><Down><Down><Down>e");
    world_keys(&world, keys);
}

Test(desk_address, a_digit_after_tab_picks_a_commune)
{
    type("12/3 KP3, ben ng");
    cr_assert_eq(world.desk.commune_count, 1);
    world_keys(&world, "<Tab>1");
    cr_assert_str_eq(world.desk.line.text, "12/3 KP3, Phường Sài Gòn, Thành phố Hồ Chí Minh");
    cr_assert_eq(world.desk.line.at, strlen(world.desk.line.text));
    world_keys(&world, "<Enter>2");
    world_calm(&world, "<Enter>");
    const struct intake *intake = world_saved(&world, INTAKE_ADMITTED);
    cr_assert_str_eq(intake->facts.address, "12/3 KP3, Phường Sài Gòn, Thành phố Hồ Chí Minh");
    cr_assert_eq(intake->source[FIELD_ADDRESS], SOURCE_PATIENT);
}

/* Telex makes letters of keys while the name is typed; what it makes of initials is found as well. */
Test(desk_address, communes_are_found_while_telex_types)
{
    world.desk.hospital.typing = TYPING_TELEX;
    type("5 Lee Lowij, saif g");
    cr_assert_str_eq(world.desk.line.text, "5 Lê Lợi, sài g");
    cr_assert_eq(world.desk.commune_count, 1);
    world_keys(&world, "<Back><Back><Back><Back><Back>es");
    cr_assert_str_eq(world.desk.line.text, "5 Lê Lợi, é");
    cr_assert_gt(world.desk.commune_count, 0);
}

Test(desk_address, digits_are_a_house_number_without_tab)
{
    type("5 Lê Lợi, p");
    world_keys(&world, "4");
    cr_assert_str_eq(world.desk.line.text, "5 Lê Lợi, p4");
    cr_assert_gt(world.desk.commune_count, 1);
    world_keys(&world, "1");
    cr_assert_str_eq(world.desk.line.text, "5 Lê Lợi, p41");
}

Test(desk_address, tab_and_escape_go_back_to_typing)
{
    type("5 Lê Lợi, ben<Tab><Tab>9");
    cr_assert_str_eq(world.desk.line.text, "5 Lê Lợi, ben9");
    world_keys(&world, "<Back><Tab><Esc>9");
    cr_assert_str_eq(world.desk.line.text, "5 Lê Lợi, ben9");
    world_keys(&world, "<Back><Tab> n");
    cr_assert_str_eq(world.desk.line.text, "5 Lê Lợi, ben n");
    cr_assert_eq(world.desk.mode, MODE_EDIT);
    cr_assert_eq(world.desk.step, 0);
}

Test(desk_address, enter_picks_the_first)
{
    type("5 Lê Lợi, saig<Tab><Enter>");
    cr_assert_eq(world.desk.mode, MODE_EDIT);
    cr_assert_str_eq(world.desk.line.text, NEW);
}

/* Commune and province end an address: what stood behind is superseded. */
Test(desk_address, a_commune_takes_the_place_of_what_stands_behind)
{
    type("5 Lê Lợi, bn, Quận 1");
    for (int i = 0; i < 8; i++) {
        world_keys(&world, "<Left>");
    }
    world_keys(&world, "<Tab>1");
    cr_assert_str_eq(world.desk.line.text, NEW);
    world_keys(&world, "<Home><Delete>");
    cr_assert_eq(world.desk.commune_count, 0);
}

Test(desk_address, a_commune_alone_is_an_address)
{
    type("saig<Tab>1");
    cr_assert_str_eq(world.desk.line.text, "Phường Sài Gòn, Thành phố Hồ Chí Minh");
}

/* Its own text is offered first, and that is not a search. */
Test(desk_address, offers_nothing_before_a_key)
{
    type("");
    cr_assert_eq(world.desk.commune_count, 0);
    cr_assert_not(world_knows(&world.desk, "Tab"));
    world_keys(&world, "<Down>");
    cr_assert_eq(world.desk.commune_count, 0);
}

Test(desk_address, only_addresses_have_communes)
{
    open_with(OLD, OLD);
    world_keys(&world, "<Home><Down>eBen Ng");
    cr_assert_eq(world.desk.field, FIELD_NAME);
    cr_assert_eq(world.desk.commune_count, 0);
}

/* ---- drafts ---- */

static void restart(void)
{
    struct wish wish;
    struct desk fresh;
    struct hospital hospital = world.desk.hospital;
    cr_assert_gt(desk_draft(&world.desk, draft, sizeof draft), 0);
    desk_init(&fresh, &hospital);
    strcpy(fresh.status.today, world.desk.status.today);
    world.desk = fresh;
    cr_assert_eq(desk_restore(&world.desk, draft, world.now, &wish), FAULT_NONE, "%s", draft);
    world_carry_out(&world, wish);
}

Test(desk_address, survives_a_crash)
{
    open_with(OLD, OLD);
    world_keys(&world, "m");
    restart();
    cr_assert_str_eq(held(), NEW);
    cr_assert(desk_modern(&world.desk.review));
    world_keys(&world, "m");
    cr_assert_str_eq(held(), OLD);
}

Test(desk_address, survives_a_crash_with_what_it_replaced)
{
    open_with(OLD, OLD);
    world_keys(&world, "<Home><Down><Down><Down><Down>e");
    world_keys(&world, "7 Hai Ba, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh<Enter>2m");
    restart();
    world_keys(&world, "m");
    cr_assert_str_eq(held(), "7 Hai Ba, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh");
    cr_assert_eq(world.desk.review.decision.typed_source[FIELD_ADDRESS], SOURCE_PATIENT);
}

Test(desk_address, survives_a_crash_while_choosing)
{
    open_with(WORLD_DIVIDED, WORLD_DIVIDED);
    world_keys(&world, "m");
    restart();
    cr_assert_eq(world.desk.mode, MODE_HEIRS);
    world_keys(&world, "<Esc><Esc><Esc>");
    type("12 Lê Lợi, ben ng<Tab>");
    restart();
    cr_assert_eq(world.desk.mode, MODE_EDIT);
    cr_assert_eq(world.desk.step, 1);
    world_keys(&world, "1");
    cr_assert_str_eq(world.desk.line.text, "12 Lê Lợi, Phường Sài Gòn, Thành phố Hồ Chí Minh");
}

/* Only an address comes from the table of units, and what it replaced only stands beside such a one. */
Test(desk_address, refuses_a_draft_that_says_nonsense)
{
    static const char *const wrong[] = {
        "choice name=typed\ntyped name=units:Lê Văn\nmode=review\n", "replaced=card\nmode=review\n",
        "replaced=typed:units:5\nmode=review\n",
        "choice address=typed\ntyped address=units:5 Lê Lợi\nreplaced=typed:units:5\n"
        "mode=review\n",
        "choice address=typed\ntyped address=units:5 Lê Lợi\nreplaced=proposed\n"
        "mode=review\n"};
    struct wish wish;
    world_draft(
        "open=1\nscan=typed:30313233343536373839\nchoice address=typed\ntyped address=units:5 Lê Lợi\n"
        "replaced=typed:papers:7 Lê Lợi\nmode=review\n",
        draft);
    cr_assert_eq(desk_restore(&world.desk, draft, world.now, &wish), FAULT_NONE);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char items[1024];
        snprintf(items, sizeof items, "open=1\nscan=typed:30313233343536373839\n%s", wrong[i]);
        world_draft(items, draft);
        cr_assert_eq(desk_restore(&world.desk, draft, world.now, &wish), FAULT_DRAFT, "%s", wrong[i]);
    }
}

Test(desk_address, m_that_bounces_modernises_once)
{
    open_with(OLD, OLD);
    world_keys(&world, "m");
    world_bounce(&world, 'm');
    cr_assert_str_eq(held(), NEW);
    world_keys(&world, "m");
    cr_assert_str_eq(held(), OLD, "a later one takes it back");
}

Test(desk_address, a_digit_that_bounces_is_no_part_of_the_address)
{
    open_with("5 Lê Lợi, P. Bến Thành, Q.1, TP. HCM", OLD);
    world_keys(&world, "e5 Lê Lợi, bn<Tab>1");
    world_bounce(&world, '1');
    cr_assert_str_eq(world.desk.line.text, NEW);
}

/* What the map knows of that ward may not be all: the ward that the card names is a choice as well. */
Test(desk_address, where_the_map_may_know_less_the_ward_of_the_other_side_can_be_chosen)
{
    open_with("7 Lê Lợi, Phường Gò Vấp, Thành phố Hồ Chí Minh",
              "7 Lê Lợi, Phường 4, Quận Gò Vấp, Thành phố Hồ Chí Minh");
    cr_assert_eq(world.desk.review.judgement.address.level, ADDRESS_POSSIBLE);
    world_keys(&world, "m");
    cr_assert_eq(world.desk.mode, MODE_HEIRS);
    world_keys(&world, "2");
    cr_assert_str_eq(held(), "7 Lê Lợi, Phường Gò Vấp, Thành phố Hồ Chí Minh");
    world_keys(&world, "mm1");
    cr_assert_str_eq(held(), "7 Lê Lợi, Phường Hạnh Thông, Thành phố Hồ Chí Minh");
}
