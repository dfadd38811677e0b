/* desk_contact: how to reach the patient: what comes back, what is typed, and the address beside that of the system. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;
static struct member *hoa;
static struct patient *known;

static void setup(void)
{
    world_init(&world);
    hoa = world_add(&world, WORLD_HOA);
    known = world_patient(&world, WORLD_HOA, "0912345678");
    strcpy(known->contact.address, "12 Trần Phú, Hà Nội");
    strcpy(known->contact.relative, "Trần Văn Bê (chồng)");
    strcpy(known->contact.relative_phone, "0987654321");
}

TestSuite(desk_contact, .init = setup);

static const struct contact *taken_in(void)
{
    world_calm(&world, "<Enter>");
    return &world_saved(&world, INTAKE_ADMITTED)->contact;
}

Test(desk_contact, comes_back_with_the_scan_and_goes_into_the_intake)
{
    world_scan_bhyt(&world, hoa);
    cr_assert(desk_knows_patient(&world.desk));
    const struct contact *contact = taken_in();
    cr_assert_str_eq(contact->phone, "0912345678");
    cr_assert_str_eq(contact->address, "12 Trần Phú, Hà Nội");
    cr_assert_str_eq(contact->relative, "Trần Văn Bê (chồng)");
    cr_assert_str_eq(contact->relative_phone, "0987654321");
    cr_assert_not(contact->whole);
}

Test(desk_contact, of_a_typed_number_only_after_the_year)
{
    world_keys(&world, "DN4790123456789<Enter>");
    cr_assert_str_eq(world.desk.review.contact.phone, "");
    world_keys(&world, "85");
    cr_assert_str_eq(world.desk.review.contact.phone, "0912345678");
}

Test(desk_contact, of_another_person_with_the_number_nothing_comes_back)
{
    struct member card = *hoa;
    strcpy(card.facts.name, "LÊ VĂN KHÁC");
    strcpy(card.facts.birth_date, "1960-01-01");
    world_scan_bhyt(&world, &card);
    world_expect(&world, VERDICT_IDENTITY_STOP);
    cr_assert_str_eq(world.desk.review.contact.phone, "");
}

/* What was typed stays when the person becomes another one; what came back goes. */
Test(desk_contact, typed_stays_and_brought_goes)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "l<Tab><Tab>Con gai<Enter>");
    cr_assert_str_eq(world.desk.review.contact.relative, "Con gai");
    world.desk.review.answer.patient.id = 0;
    strcpy(hoa->facts.name, "NGUYỄN THỊ HÒA");
    world.patient_count = 0;
    world_scan_cccd(&world, hoa);
    cr_assert_str_eq(world.desk.review.contact.phone, "");
    cr_assert_str_eq(world.desk.review.contact.relative, "Con gai");
}

Test(desk_contact, what_the_clerk_erased_does_not_come_back)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "l<Back><Back><Back><Back><Back><Back><Back><Back><Back><Back><Enter>");
    world_scan_cccd(&world, hoa);
    const struct contact *contact = taken_in();
    cr_assert_str_eq(contact->phone, "");
    cr_assert(contact->whole, "or the phone of before would hold");
}

Test(desk_contact, typing_takes_the_place_of_what_stands_there)
{
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "l0900000001<Enter>");
    cr_assert_str_eq(taken_in()->phone, "0900000001");
}

static const char *address_after(const char *keys)
{
    setup();
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "l<Tab>");
    cr_assert_eq(world.desk.step, CONTACT_CHOICE);
    world_keys(&world, keys);
    cr_assert_str_eq(world.desk.review.judgement.person.address, "5 Lê Lợi, Bến Nghé", "%s", keys);
    return world.desk.review.contact.address;
}

/* The assessment address stays what it is, whatever is chosen. */
Test(desk_contact, the_address_is_taken_kept_or_both)
{
    cr_assert_str_eq(address_after("1<Enter>"), "");
    cr_assert_str_eq(address_after("2<Enter>"), "12 Trần Phú, Hà Nội");
    cr_assert_str_eq(address_after("3<Enter>"), "12 Trần Phú, Hà Nội; 5 Lê Lợi, Bến Nghé");
    cr_assert_str_eq(address_after("4Kon Tum<Enter>"), "Kon Tum");
    cr_assert_str_eq(address_after("x<Enter>"), "12 Trần Phú, Hà Nội", "letters choose nothing");
    cr_assert_str_eq(address_after("3<BackTab>1<Enter>"), "");
    cr_assert_str_eq(address_after("1<BackTab>2<Enter>"), "12 Trần Phú, Hà Nội");
}

Test(desk_contact, steps_go_round_and_a_wrong_phone_stays)
{
    world.patient_count = 0;
    world_scan_bhyt(&world, hoa);
    world_keys(&world, "l0912345678<Tab>12 Tran Phu<Tab>Be<Tab>12<Tab>");
    cr_assert_eq(world.desk.step, CONTACT_RELATIVE_PHONE);
    cr_assert_eq(world.desk.notice, FAULT_PHONE_INVALID);
    world_keys(&world, "345678<Tab>");
    cr_assert_eq(world.desk.step, CONTACT_PHONE);
    world_keys(&world, "<Enter>");
    const struct contact *contact = taken_in();
    cr_assert_str_eq(contact->address, "12 Tran Phu");
    cr_assert_str_eq(contact->relative, "Be");
    cr_assert_str_eq(contact->relative_phone, "12345678");
}
