/* unit_reading: kinds before names, initials, and Telex keys. */
#include "core/unit_reading.h"
#include "core/unit.h"
#include <string.h>

static const struct {
    const char *words[2];
    uint8_t kind;
} KINDS[] = {
    {{"phuong", ""}, UNIT_KIND_PHUONG},
    {{"p", ""}, UNIT_KIND_PHUONG},
    {{"xa", ""}, UNIT_KIND_XA},
    {{"x", ""}, UNIT_KIND_XA},
    {{"dac", "khu"}, UNIT_KIND_DAC_KHU},
    {{"dk", ""}, UNIT_KIND_DAC_KHU},
    {{"thi", "tran"}, UNIT_KIND_THI_TRAN},
    {{"tt", ""}, UNIT_KIND_THI_TRAN},
};
enum { KIND_COUNT = sizeof KINDS / sizeof *KINDS };

static void add_reading(struct unit_readings *readings, const struct unit_words *words, uint8_t kind,
                        bool initials)
{
    if (readings->count < UNIT_READINGS) {
        readings->list[readings->count++] = (struct unit_reading){*words, kind, initials};
    }
}

/* "p ben ngh": a kind and a name. */
static void read_kind(struct unit_readings *readings, const struct unit_words *words)
{
    for (int i = 0; i < KIND_COUNT; i++) {
        int said = *KINDS[i].words[1] ? 2 : 1;
        bool named = unit_words_is(words, 0, KINDS[i].words[0]) &&
                     (said == 1 || unit_words_is(words, 1, KINDS[i].words[1]));
        if (named && words->count > said) {
            struct unit_words rest = unit_words_skip(words, said, 0);
            add_reading(readings, &rest, KINDS[i].kind, false);
        }
    }
}

/* "pbn": the initials of a kind and a name. */
static void read_kind_initials(struct unit_readings *readings, const struct unit_words *words)
{
    for (int i = 0; i < KIND_COUNT; i++) {
        int len = (int)strlen(KINDS[i].words[0]);
        bool named = len <= 2 && unit_words_length(words, 0) >= len + 2 &&
                     memcmp(words->base, KINDS[i].words[0], (size_t)len) == 0;
        if (named) {
            struct unit_words rest = unit_words_skip(words, 0, len);
            add_reading(readings, &rest, KINDS[i].kind, true);
        }
    }
}

void unit_readings_read(const char *typed, struct unit_readings *ret)
{
    ret->count = 0;
    struct unit_words words, keys;
    if (!unit_words_read(typed, &words) || words.count == 0) {
        return;
    }
    if (words.start[words.count] > 1) {
        add_reading(ret, &words, UNIT_KIND_NONE, false);
        read_kind(ret, &words);
        read_kind_initials(ret, &words);
    }
    if (unit_words_keys(typed, &keys) && keys.start[1] > words.start[words.count]) {
        add_reading(ret, &keys, UNIT_KIND_NONE, true);
        read_kind_initials(ret, &keys);
    }
}
