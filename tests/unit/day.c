/* A day of 500 patients: cards, CCCDs and typed numbers, slips that hit strangers, Enters that bounce,
 * parents' CCCDs over a child's review. Whoever stands at the counter is known to the test, so a wrong person
 * would show. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum { PATIENTS = 500, CHILDREN = 10, SLIPS = 5, BOUNCES = 20 };

static struct world world;
static uint64_t state;

static const char *const families[] = {"NGUYỄN", "TRẦN", "LÊ",  "PHẠM", "HOÀNG",
                                       "VŨ",     "ĐẶNG", "BÙI", "ĐỖ",   "HỒ"};
static const char *const given[] = {"AN", "BÌNH", "CHI", "DUNG", "GIANG", "HÒA", "KHÔI", "LAN", "MAI", "NAM"};

/* Person i: the 500 patients, then a mother for each child. Neighbouring numbers
 * are another decade's people. */
static void add_person(int i, bool child, bool has_cccd)
{
    char line[400], cccd[16] = "";
    bool woman = i % 2;
    int year = child ? 2025 : 1940 + (i * 37) % 60;
    if (has_cccd) {
        snprintf(cccd, sizeof cccd, "079%d%02d%06d", woman ? 1 : 0, year % 100, i);
    }
    snprintf(line, sizeof line, "%s %s %s %s|%04d-%02d-%02d|%s|%s79%010d|79014|2026-01-01|2026-12-31|%s",
             families[i % 10], woman ? "THỊ" : "VĂN", given[i / 10 % 10], given[i / 100 % 10], year,
             1 + i % 12, 1 + i % 28, woman ? "female" : "male", child ? "TE1" : "DN4", 100000000 + i, cccd);
    world_add(&world, line);
}

static void setup(void)
{
    world_init(&world);
    state = 20261122;
    for (int i = 0; i < PATIENTS; i++) {
        add_person(i, i < CHILDREN, i >= CHILDREN && i % 3 != 0);
    }
    for (int i = 0; i < CHILDREN; i++) {
        add_person(PATIENTS + i, false, true);
    }
}

static void taken_in(const struct member *patient, int before)
{
    cr_assert_eq(world.saved_count, before + 1, "%s was not taken in", patient->facts.name);
    const struct intake *intake = &world.saved[before];
    cr_assert_str_eq(intake->facts.number, patient->facts.number);
    cr_assert_str_eq(intake->facts.name, patient->facts.name);
    cr_assert_str_eq(intake->facts.birth_date, patient->facts.birth_date);
}

static void by_card(const struct member *patient)
{
    int keys = world.keys, before = world.saved_count;
    world_scan_bhyt(&world, patient);
    world_calm(&world, "<Enter>");
    taken_in(patient, before);
    cr_assert_eq(world.keys, keys + 1);
}

/* Facility, term and address differ together: still one key. */
static void by_old_card(const struct member *patient, bool all)
{
    int keys = world.keys, before = world.saved_count;
    struct member card = *patient;
    strcpy(card.facts.facility, "79025");
    if (all) {
        strcpy(card.facts.valid_from, "2025-01-01");
        strcpy(card.facts.valid_to, "2025-12-31");
        strcpy(card.facts.address, "7 Hai Bà Trưng, Đa Kao");
    }
    world_scan_bhyt(&world, &card);
    cr_assert_eq(world.desk.review.judgement.verdict, VERDICT_MISMATCH);
    world_calm(&world, "<Enter>");
    taken_in(patient, before);
    cr_assert_eq(world.keys, keys + 1);
    cr_assert_str_eq(world.saved[before].facts.facility, "79014");
    cr_assert_str_eq(world.saved[before].facts.valid_to, "2026-12-31");
}

static void year_of(const struct member *patient, char out[3])
{
    memcpy(out, patient->facts.birth_date + 2, 2);
    out[2] = '\0';
}

static void by_number(const struct member *patient)
{
    int before = world.saved_count;
    char year[3];
    year_of(patient, year);
    world_keys(&world, patient->facts.number);
    world_keys(&world, "<Enter>");
    world_calm(&world, year);
    world_calm(&world, "<Enter>");
    taken_in(patient, before);
}

/* The slip finds a living stranger; the year that the patient says does not
 * fit, the number is typed again. */
static void by_slip(const struct member *patient, const struct member *stranger)
{
    int before = world.saved_count;
    char year[3];
    year_of(patient, year);
    world_keys(&world, stranger->facts.number);
    world_keys(&world, "<Enter>");
    cr_assert_eq(world.desk.review.judgement.verdict, VERDICT_FOUND);
    world_calm(&world, "<Enter>");
    world_calm(&world, year);
    world_calm(&world, "<Enter>");
    cr_assert_eq(world.saved_count, before);
    cr_assert_eq(world.desk.notice == FAULT_NONE && world.desk.review.confirmed, false);
    world_keys(&world, "s");
    by_number(patient);
}

static void bounce(void)
{
    world.now += 30 + world_random(&state, 271);
    world_carry_out(&world, desk_key(&world.desk, (struct key){PRESS_ENTER, 0}, world.now));
}

/* The next patient's card is read while this one is open; then Enter bounces onto it. */
static void by_bounce(const struct member *patient, const struct member *next)
{
    int before = world.saved_count;
    world_scan_bhyt(&world, patient);
    bounce(); /* the scanner's own, or a finger's, on a frame nobody has seen */
    cr_assert_eq(world.saved_count, before);
    world_scan_bhyt(&world, next);
    world_keys(&world, "1");
    world_calm(&world, "<Enter>");
    bounce();
    taken_in(patient, before);
    cr_assert_str_eq(world.desk.review.card.facts.number, next->facts.number);
    world_calm(&world, "<Enter>");
    bounce();
    taken_in(next, before + 1);
}

static void by_child(const struct member *child, const struct member *mother)
{
    int before = world.saved_count;
    world_scan_bhyt(&world, child);
    world_scan_cccd(&world, mother);
    cr_assert_eq(world.desk.mode, MODE_OTHER);
    world_calm(&world, "<Enter>2");
    cr_assert_eq(world.desk.mode, MODE_OTHER);
    world_keys(&world, "3");
    world_calm(&world, "<Enter>");
    taken_in(child, before);
    cr_assert_str_eq(world.saved[before].facts.cccd, "");
}

/* Somebody born in another year. */
static const struct member *stranger_to(int i)
{
    int j = PATIENTS - 1;
    while (strncmp(world.members[j].facts.birth_date + 2, world.members[i].facts.birth_date + 2, 2) == 0) {
        j--;
    }
    return &world.members[j];
}

static void ordinary(int i)
{
    const struct member *patient = &world.members[i];
    switch (i % 6) {
    case 0: by_old_card(patient, false); break;
    case 1: by_old_card(patient, true); break;
    case 2: by_number(patient); break;
    default: by_card(patient); break;
    }
}

Test(day, five_hundred_patients_and_no_wrong_one, .init = setup)
{
    int i = 0;
    for (; i < CHILDREN; i++) {
        by_child(&world.members[i], &world.members[PATIENTS + i]);
    }
    for (; i < CHILDREN + SLIPS; i++) {
        by_slip(&world.members[i], stranger_to(i));
    }
    for (int bounces = 0; bounces < BOUNCES; bounces++, i += 2) {
        by_bounce(&world.members[i], &world.members[i + 1]);
    }
    for (; i < PATIENTS; i++) {
        ordinary(i);
    }
    cr_assert_eq(world.saved_count, PATIENTS);
    for (i = 0; i < PATIENTS; i++) {
        cr_assert_eq(world.saved[i].status, INTAKE_ADMITTED);
        cr_assert_str_eq(world.saved[i].facts.number, world.members[i].facts.number);
    }
}
