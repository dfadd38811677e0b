/* people: invented members by dice from a fixed seed. */
#include "demo/people.h"

#include <assert.h>
#include <string.h>

enum { SEED = 20261120, YEAR = 2026 };

struct person {
    const char *object; /* code and benefit digit, "DN4" */
    bool female;
    int year, month, day;
};

static int between(struct dice *dice, int first, int last)
{
    return first + (int)dice_roll(dice, (unsigned)(last - first + 1));
}

static bool percent(struct dice *dice, unsigned share)
{
    return dice_roll(dice, 100) < share;
}

static bool is_object(const struct person *person, const char *code)
{
    return strncmp(person->object, code, 2) == 0;
}

/* TE: children under six, HS: pupils, HT: pensioners. */
static int birth_year(struct dice *dice, const struct person *person)
{
    if (is_object(person, "TE")) {
        return between(dice, YEAR - 5, YEAR - 1);
    }
    if (is_object(person, "HS")) {
        return between(dice, YEAR - 22, YEAR - 7);
    }
    if (is_object(person, "HT")) {
        return between(dice, YEAR - 92, YEAR - 61);
    }
    return between(dice, YEAR - 75, YEAR - 19);
}

static struct person born(struct dice *dice, const struct words *words)
{
    struct person person = {.object = words_pick(words, "object", dice), .female = percent(dice, 52)};
    person.year = birth_year(dice, &person);
    person.month = between(dice, 1, 12);
    person.day = between(dice, 1, 28);
    return person;
}

/* Half carry the ten-digit number of the cards since 2021. */
static void write_numbers(FILE *out, struct dice *dice, const struct person *person, int index)
{
    /* The stride keeps neighbours from differing in one digit only, as real numbers do not either. */
    long bhxh = 7910000000 + index * 4999L;
    if (percent(dice, 50)) {
        fprintf(out, "%ld,%ld,", bhxh, bhxh);
    } else {
        fprintf(out, "%s79%ld,%ld,", person->object, bhxh, bhxh);
    }
    if (YEAR - person->year >= 14 && percent(dice, 80)) {
        int century = (person->year >= 2000 ? 2 : 0) + person->female;
        fprintf(out, "079%d%02d%06d", century, person->year % 100, index * 37 + 1000);
    }
    fputc(',', out);
}

static void write_person(FILE *out, struct dice *dice, const struct words *words, const struct person *person)
{
    const char *family = words_pick(words, "family", dice);
    const char *middle = words_pick(words, person->female ? "middle-f" : "middle-m", dice);
    const char *given = words_pick(words, person->female ? "given-f" : "given-m", dice);
    fprintf(out, "%s %s %s,", family, middle, given);
    if (percent(dice, 2)) {
        fprintf(out, "%d,", person->year);
    } else {
        fprintf(out, "%02d/%02d/%d,", person->day, person->month, person->year);
    }
    int house = between(dice, 1, 300);
    const char *street = words_pick(words, "street", dice), *ward = words_pick(words, "ward", dice);
    fprintf(out, "%s,\"%d %s, %s\",", person->female ? "Nữ" : "Nam", house, street, ward);
}

static void write_validity(FILE *out, struct dice *dice, const struct person *person)
{
    if (is_object(person, "TE")) { /* to the September of the sixth year, when school begins */
        fprintf(out, "%02d/%02d/%d,30/09/%d,", person->day, person->month, person->year, person->year + 6);
    } else if (is_object(person, "HT")) {
        fprintf(out, "01/01/2026,,");
    } else {
        int year = percent(dice, 4) ? YEAR - 1 : YEAR;
        fprintf(out, "01/01/%d,31/12/%d,", year, year);
    }
    if (!is_object(person, "TE") && percent(dice, 70)) {
        fprintf(out, "01/%02d/%d", between(dice, 1, 12), between(dice, YEAR - 11, YEAR + 4));
    }
    fputc(',', out);
}

static void write_row(FILE *out, struct dice *dice, const struct words *words, int index)
{
    static const char *const areas[] = {"K1", "K2", "K3"};
    struct person person = born(dice, words);
    write_numbers(out, dice, &person, index);
    write_person(out, dice, words, &person);
    fprintf(out, "%s,", words_pick(words, "facility", dice));
    write_validity(out, dice, &person);
    const char *area = percent(dice, 5) ? areas[dice_roll(dice, 3)] : "";
    const char *status = percent(dice, 1) ? "120" : "";
    fprintf(out, "%s,,,,,%s\n", area, status);
}

void people_write(FILE *out, const struct words *words, int count)
{
    assert(count <= PEOPLE_MAX);
    struct dice dice = {SEED};
    for (int i = 0; i < count; i++) {
        write_row(out, &dice, words, i);
    }
}
