/* units_write: a draft as the text of a map: the units of a change after each other, by province, district,
 * code. */
#include "adapter/units_draft.h"
#include <stdlib.h>
#include <string.h>

/* Where a unit stands in the text: provinces by code, districts as they came, communes by code, then by
 * name. */
struct place {
    const struct draft_unit *unit;
    const char *province;
    size_t district; /* 1 + its index, 0 for a province and what has no district */
    bool below;      /* a commune */
};

static struct place place_of(const struct draft *draft, size_t index)
{
    const struct draft_unit *unit = &draft->units[index];
    struct place place = {unit, draft->units[draft_province(draft, index)].code, 0,
                          unit->level == UNIT_COMMUNE};
    if (unit->level == UNIT_DISTRICT) {
        place.district = index + 1;
    } else if (unit->level == UNIT_COMMUNE && draft->units[unit->parent].level == UNIT_DISTRICT) {
        place.district = unit->parent + 1;
    }
    return place;
}

/* Communes without a code stand last. */
static int compare_codes(const char *a, const char *b)
{
    return (a[0] == '\0') != (b[0] == '\0') ? (a[0] == '\0') - (b[0] == '\0') : strcmp(a, b);
}

static int compare(const void *a, const void *b)
{
    const struct place *left = a, *right = b;
    int order = left->unit->from - right->unit->from;
    order = order ? order : strcmp(left->province, right->province);
    order = order ? order : (left->district > right->district) - (left->district < right->district);
    order = order ? order : left->below - right->below;
    order = order ? order : compare_codes(left->unit->code, right->unit->code);
    return order ? order : strcmp(left->unit->name, right->unit->name);
}

static void write_head(FILE *out, const struct draft *draft)
{
    fputs("tiepdon-units 1\n", out);
    for (int i = 0; i < draft->origin_count; i++) {
        fprintf(out, "# %s\n", draft->origins[i]);
    }
    fputs(draft->divided ? "divided\ndays" : "days", out);
    for (int i = 1; i < draft->day_count; i++) {
        fprintf(out, " %s", draft->days[i]);
    }
    fputc('\n', out);
}

static void write_unit(FILE *out, const struct draft *draft, const struct draft_unit *unit)
{
    enum unit_kind kind;
    size_t took = unit_kind_read(unit->name, strlen(unit->name), &kind);
    bool unknown = unit->level == UNIT_COMMUNE && !unit->code[0];
    fprintf(out, "%s\t%s %s", unknown ? "-" : unit->code, unit_kind_short(kind), unit->name + took);
    if (unit->to != 0) {
        fprintf(out, "\t%d", unit->to);
        for (int i = 0; i < unit->heir_count; i++) {
            fprintf(out, " %s", unit->heirs[i]);
        }
        fputs(unit->more && draft->divided && unit->heir_count > 0 ? " ?" : "", out);
    }
    fputc('\n', out);
}

static void write_places(FILE *out, const struct draft *draft, const struct place *places)
{
    int from = -1;
    const char *province = "";
    for (size_t i = 0; i < draft->count; i++) {
        const struct draft_unit *unit = places[i].unit;
        if (unit->from != from) {
            fprintf(out, "from %d\n", from = unit->from);
            province = "";
        }
        /* The province of a later commune may have begun with an earlier change. */
        if (unit->level != UNIT_PROVINCE && strcmp(province, places[i].province) != 0) {
            fprintf(out, "%s\n", places[i].province);
        }
        province = places[i].province;
        write_unit(out, draft, unit);
    }
}

char *draft_text(const struct draft *draft)
{
    char *text = NULL;
    size_t size;
    struct place *places = malloc((draft->count + 1) * sizeof *places);
    FILE *out = draft->failed || !places ? NULL : open_memstream(&text, &size);
    if (!out) {
        free(places);
        return NULL;
    }
    for (size_t i = 0; i < draft->count; i++) {
        places[i] = place_of(draft, i);
    }
    qsort(places, draft->count, sizeof *places, compare);
    write_head(out, draft);
    write_places(out, draft, places);
    free(places);
    if (fclose(out) != 0) {
        free(text);
        text = NULL;
    }
    return text;
}
