/* address: one address understood, and written with the units of today. */
#include "core/address.h"
#include "core/address_reading.h"
#include <stdio.h>
#include <string.h>

/* Without the signs that part it from what follows. */
static struct address_part part_of(const char *text, size_t at, size_t end)
{
    while (end > at && strchr(" ,;.-(", text[end - 1])) {
        end--;
    }
    return (struct address_part){(uint16_t)at, (uint16_t)end};
}

/* The word that stands behind that one in the text, words->count for none. */
static size_t word_behind(const struct words *words, size_t at)
{
    size_t found = words->count;
    for (size_t i = 0; i < words->count; i++) {
        bool behind = words->word[i].at > words->word[at].at;
        if (behind && (found == words->count || words->word[i].at < words->word[found].at)) {
            found = i;
        }
    }
    return found;
}

/* Where a word begins in the text; a number has zeros before it that are not the word's. */
static size_t place_of(const struct words *words, const char *text, size_t at)
{
    if (at == words->count) {
        return strlen(text);
    }
    size_t letter = words->word[at].at;
    while (letter > 0 && !words->letters[letter].gap && words->letters[letter - 1].base == '0') {
        letter--;
    }
    return letters_place(text, letter);
}

/* Parts were put into another order than that of the text. */
static bool reordered(const struct words *words)
{
    for (size_t i = 1; i < words->count; i++) {
        if (words->word[i].at < words->word[i - 1].at) {
            return true;
        }
    }
    return false;
}

/* The first `count` words, a part for each run of them that stands together in the text. False when there are
 * too many. */
static bool read_rest(const struct words *words, const char *text, size_t count, struct address *ret)
{
    size_t from = 0;
    for (size_t i = 0; i < count; i++) {
        size_t behind = word_behind(words, i);
        if (i + 1 < count && behind == i + 1) {
            continue;
        }
        if (ret->rest_count == ADDRESS_PARTS) {
            return false;
        }
        struct address_part part = part_of(text, place_of(words, text, from), place_of(words, text, behind));
        ret->rest[ret->rest_count++] = part;
        from = i + 1;
    }
    return true;
}

/* All of the text before its word `at`. */
static void read_head(const struct words *words, const char *text, size_t at, struct address *ret)
{
    ret->rest[0] = part_of(text, 0, place_of(words, text, at));
    ret->rest_count = ret->rest[0].end > 0;
}

static uint16_t first(const struct named *named)
{
    return named->count > 0 ? named->units[0] : (uint16_t)UNIT_NONE;
}

void address_read(const struct units *units, const char *today, const char *text, struct address *ret)
{
    struct words words;
    struct reading reading[READINGS_MAX] = {0};
    *ret = (struct address){
        .province = UNIT_NONE, .district = UNIT_NONE, .commune = UNIT_NONE, .today_province = UNIT_NONE};
    if (!split_read(&words, text)) {
        ret->rest[0] = part_of(text, 0, strlen(text));
        ret->rest_count = 1;
        return;
    }
    readings_find(units, today, &words, reading);
    ret->province = first(&reading->province);
    ret->district = first(&reading->district);
    ret->commune = first(&reading->commune);
    ret->today_count = reading->commune_count;
    memcpy(ret->today, reading->communes, sizeof ret->today);
    ret->today_province = reading->province_count == 1 ? reading->provinces[0] : (uint16_t)UNIT_NONE;
    if (!reordered(&words)) {
        read_head(&words, text, reading->rest, ret);
    } else if (!read_rest(&words, text, reading->rest, ret)) {
        ret->today_count = 0;
    }
}

static bool add_part(char out[ADDRESS_SIZE], size_t *len, const char *part, size_t part_len)
{
    size_t room = ADDRESS_SIZE - *len;
    int put = snprintf(out + *len, room, "%s%.*s", *len > 0 ? ", " : "", (int)part_len, part);
    if (put < 0 || (size_t)put >= room) {
        out[0] = '\0';
        return false;
    }
    *len += (size_t)put;
    return true;
}

bool address_modern(const struct units *units, const char *text, const struct address *address,
                    uint16_t commune, char out[ADDRESS_SIZE])
{
    const struct unit *unit = &units->units[commune];
    const char *province = units->units[unit->province].name;
    size_t len = 0;
    for (int i = 0; i < address->rest_count; i++) {
        const struct address_part *part = &address->rest[i];
        if (!add_part(out, &len, text + part->at, (size_t)(part->end - part->at))) {
            return false;
        }
    }
    return add_part(out, &len, unit->name, strlen(unit->name)) &&
           add_part(out, &len, province, strlen(province));
}
