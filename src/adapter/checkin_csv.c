/* checkin_csv: a header line and a row a record, for spreadsheets and systems that read nothing else. */
#include "adapter/checkin_write.h"
#include "adapter/csv.h"
#include <string.h>

static void put_next(FILE *out, const char *value)
{
    putc(',', out);
    csv_write_guarded(out, value, ',');
}

static bool begin(struct checkin_sheet *sheet)
{
    struct checkin_extra extras[CHECKIN_EXTRAS];
    struct kept_intake none = {.id = ""};
    struct checkin checkin = {.action = CHECKIN_CANCEL, .kept = &none};
    fputs("action,revision", sheet->out);
    for (enum checkin_item item = 0; item < CHECKIN_COUNT; item++) {
        fprintf(sheet->out, ",%s", checkin_name(item));
    }
    checkin_extras(&checkin, sheet->place, extras);
    for (int i = 0; i < CHECKIN_EXTRAS; i++) {
        fprintf(sheet->out, ",%s", extras[i].name);
    }
    fputs(",open,corrections\r\n", sheet->out);
    return !ferror(sheet->out);
}

/* "MA_DKBD fix 79014 > 79025 (register)"; no value is longer than an address. */
static bool corrections_of(const struct checkin *checkin, char *out, size_t cap)
{
    const struct intake *intake = &checkin->kept->intake;
    size_t len = 0;
    out[0] = '\0';
    for (int i = 0; checkin->action != CHECKIN_CANCEL && i < intake->correction_count; i++) {
        const struct correction *correction = &intake->corrections[i];
        char before[ADDRESS_SIZE], after[ADDRESS_SIZE];
        checkin_field_value(correction->field, facts_get(&intake->card, correction->field), before);
        checkin_field_value(correction->field, facts_get(&intake->facts, correction->field), after);
        len += (size_t)snprintf(out + len, cap - len, "%s%s %s %s > %s (%s)", i ? "; " : "",
                                checkin_field_name(correction->field), correction_kind_code(correction->kind),
                                before, after, source_code(correction->source));
        if (len >= cap) {
            return false;
        }
    }
    return true;
}

static void open_of(const struct checkin *checkin, char out[CHECKIN_VALUE_SIZE])
{
    unsigned open = checkin_open(checkin);
    size_t len = 0;
    out[0] = '\0';
    for (enum checkin_item item = 0; item < CHECKIN_COUNT; item++) {
        if (open & 1U << item) {
            len += (size_t)snprintf(out + len, CHECKIN_VALUE_SIZE - len, "%s%s", len ? "; " : "",
                                    checkin_name(item));
        }
    }
}

static bool put(struct checkin_sheet *sheet, const struct checkin *checkin)
{
    struct checkin_extra extras[CHECKIN_EXTRAS];
    char open[CHECKIN_VALUE_SIZE], corrections[FIELD_COUNT * (2 * ADDRESS_SIZE + 64)];
    if (!corrections_of(checkin, corrections, sizeof corrections)) {
        return false;
    }
    fprintf(sheet->out, "%s,%d", checkin_action_code(checkin->action), checkin->revision);
    for (enum checkin_item item = 0; item < CHECKIN_COUNT; item++) {
        put_next(sheet->out, checkin->item[item]);
    }
    checkin_extras(checkin, sheet->place, extras);
    for (int i = 0; i < CHECKIN_EXTRAS; i++) {
        put_next(sheet->out, extras[i].value);
    }
    open_of(checkin, open);
    put_next(sheet->out, open);
    put_next(sheet->out, corrections);
    fputs("\r\n", sheet->out);
    return !ferror(sheet->out);
}

static bool end(struct checkin_sheet *sheet)
{
    return !ferror(sheet->out);
}

const struct checkin_form CHECKIN_FORM_CSV = {"csv", true, begin, put, end};
