/* address: one address understood, and written with the units of today. */
#include "core/address.h"
#include "core/address_reading.h"
#include <stdio.h>
#include <string.h>

/* Bytes of the text before its word `at`, without what parts them from it. */
static size_t bytes_before(const struct words *words, const char *text, size_t at)
{
    size_t letter = at < words->count ? words->word[at].at : 0, end = letters_place(text, letter);
    if (at == words->count) {
        end = strlen(text);
    }
    while (end > 0 && strchr(" ,;.-(", text[end - 1])) {
        end--;
    }
    return end;
}

static uint16_t first(const struct named *named)
{
    return named->count > 0 ? named->units[0] : (uint16_t)UNIT_NONE;
}

void address_read(const struct units *units, const char *today, const char *text, struct address *ret)
{
    struct words words;
    struct reading reading[READINGS_MAX] = {0};
    *ret = (struct address){.rest = strlen(text),
                            .province = UNIT_NONE,
                            .district = UNIT_NONE,
                            .commune = UNIT_NONE,
                            .today_province = UNIT_NONE};
    if (!split_read(&words, text)) {
        return;
    }
    readings_find(units, today, &words, reading);
    ret->rest = bytes_before(&words, text, reading->rest);
    ret->province = first(&reading->province);
    ret->district = first(&reading->district);
    ret->commune = first(&reading->commune);
    ret->today_count = reading->commune_count;
    memcpy(ret->today, reading->communes, sizeof ret->today);
    ret->today_province = reading->province_count == 1 ? reading->provinces[0] : (uint16_t)UNIT_NONE;
}

bool address_modern(const struct units *units, const char *text, const struct address *address,
                    uint16_t commune, char out[ADDRESS_SIZE])
{
    const struct unit *unit = &units->units[commune];
    const char *comma = address->rest > 0 ? ", " : "";
    int len = snprintf(out, ADDRESS_SIZE, "%.*s%s%s, %s", (int)address->rest, text, comma, unit->name,
                       units->units[unit->province].name);
    if (len < 0 || len >= ADDRESS_SIZE) {
        out[0] = '\0';
        return false;
    }
    return true;
}
