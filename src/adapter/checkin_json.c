/* checkin_json: objects with their names in a fixed order. */
#include "adapter/checkin_write.h"
#include <jansson.h>

static json_t *stated(const char *value)
{
    return *value ? json_string(value) : json_null();
}

static json_t *corrections_of(const struct checkin *checkin)
{
    const struct intake *intake = &checkin->kept->intake;
    json_t *list = json_array();
    for (int i = 0; checkin->action != CHECKIN_CANCEL && i < intake->correction_count; i++) {
        const struct correction *correction = &intake->corrections[i];
        char before[ADDRESS_SIZE], after[ADDRESS_SIZE];
        checkin_field_value(correction->field, facts_get(&intake->card, correction->field), before);
        checkin_field_value(correction->field, facts_get(&intake->facts, correction->field), after);
        json_array_append_new(
            list, json_pack("{s:s, s:s, s:o, s:o, s:s}", "field", checkin_field_name(correction->field),
                            "kind", correction_kind_code(correction->kind), "before", stated(before), "after",
                            stated(after), "source", source_code(correction->source)));
    }
    return list;
}

static json_t *open_of(const struct checkin *checkin)
{
    json_t *list = json_array();
    unsigned open = checkin_open(checkin);
    for (enum checkin_item item = 0; item < CHECKIN_COUNT; item++) {
        if (open & 1U << item) {
            json_array_append_new(list, json_string(checkin_name(item)));
        }
    }
    return list;
}

static json_t *object_of(const struct checkin *checkin, const struct checkin_place *place)
{
    struct checkin_extra extras[CHECKIN_EXTRAS];
    json_t *object = json_object();
    bool bad = json_object_set_new(object, "action", json_string(checkin_action_code(checkin->action))) |
               json_object_set_new(object, "revision", json_integer(checkin->revision));
    for (enum checkin_item item = 0; item < CHECKIN_COUNT; item++) {
        bad |= json_object_set_new(object, checkin_name(item), stated(checkin->item[item]));
    }
    checkin_extras(checkin, place, extras);
    for (int i = 0; i < CHECKIN_EXTRAS; i++) {
        bad |= json_object_set_new(object, extras[i].name, stated(extras[i].value));
    }
    bad |= json_object_set_new(object, "open", open_of(checkin)) |
           json_object_set_new(object, "corrections", corrections_of(checkin));
    if (bad) {
        json_decref(object);
        return NULL;
    }
    return object;
}

static bool begin(struct checkin_sheet *sheet)
{
    return !sheet->many || fputs("[", sheet->out) >= 0;
}

static bool put(struct checkin_sheet *sheet, const struct checkin *checkin)
{
    json_t *object = object_of(checkin, sheet->place);
    const char *before = !sheet->many ? "" : sheet->count ? ",\n" : "\n";
    bool good = object && fputs(before, sheet->out) >= 0 && json_dumpf(object, sheet->out, JSON_COMPACT) == 0;
    json_decref(object);
    return good;
}

static bool end(struct checkin_sheet *sheet)
{
    return fputs(sheet->many ? "\n]\n" : "\n", sheet->out) >= 0;
}

const struct checkin_form CHECKIN_FORM_JSON = {"json", true, begin, put, end};
