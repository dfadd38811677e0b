/* What must hold of field_read for every sequence of bytes: the first byte picks the field. */
#include "core/field.h"
#include "core/text.h"
#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool is_normal(enum field field, const char *value)
{
    switch (field) {
    case FIELD_NUMBER: return number_kind(value) != NUMBER_NONE;
    case FIELD_BIRTH_DATE: return date_valid(value);
    case FIELD_VALID_FROM:
    case FIELD_VALID_TO:
    case FIELD_FIVE_YEAR_DATE: return date_full(value);
    case FIELD_GENDER: return strcmp(value, "male") == 0 || strcmp(value, "female") == 0;
    case FIELD_AREA: return value[0] == 'K' && value[1] >= '1' && value[1] <= '3' && !value[2];
    case FIELD_FACILITY: return strlen(value) == FACILITY_SIZE - 1;
    case FIELD_CCCD: return strspn(value, "0123456789") == strlen(value);
    default: return text_valid(value, strlen(value));
    }
}

static void shows(enum field field, const char *value)
{
    char out[ADDRESS_SIZE];
    for (enum language l = LANGUAGE_VI; l < LANGUAGE_COUNT; l++) {
        field_show(field, value, l, out);
        assert(strlen(out) < sizeof out && (*out != '\0') == (*value != '\0'));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) {
        return 0;
    }
    enum field field = data[0] % FIELD_COUNT;
    struct facts facts, again = {0};
    memset(&facts, 'x', sizeof facts);
    struct facts before = facts;
    if (field_read(field, (const char *)data + 1, size - 1, &facts) != FAULT_NONE) {
        assert(memcmp(&facts, &before, sizeof facts) == 0);
        return 0;
    }
    const char *value = facts_get(&facts, field);
    assert(memchr(value, '\0', field_size(field)));
    assert(*value == '\0' || is_normal(field, value));
    assert(field_read(field, value, strlen(value), &again) == FAULT_NONE);
    assert(strcmp(facts_get(&again, field), value) == 0);
    shows(field, value);
    return 0;
}
