/* What must hold of the table of entitlement for every sequence of bytes: read or refused with its line, and
 * what was read can be asked on any day. */
#include "core/entitlement.h"
#include "core/text.h"
#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int count_lines(const char *text, size_t len)
{
    int lines = 1;
    for (size_t i = 0; i < len; i++) {
        lines += text[i] == '\n';
    }
    return lines;
}

static void ask(const struct scheme *scheme, enum facility_level level, const char *facility, const char *day)
{
    static struct candidate list[ENTITLEMENT_MAX];
    char pays[ENTITLEMENT_PAYS];
    const struct hospital hospital = {.facility = "79014", .level = level, .scheme = scheme};
    struct facts person = {.number = "CN3790123456789", .area = "K1"};
    strcpy(person.facility, facility);
    int count = entitlement_candidates(&hospital, &person, 0, day, list), proposed = 0;
    assert(count >= 0 && count <= scheme->case_count);
    for (int i = 0; i < count; i++) {
        proposed += list[i].proposed;
        assert(list[i].row->paper < scheme->paper_count && list[i].rate <= 100);
        assert(text_valid(list[i].row->text[LANGUAGE_VI], strlen(list[i].row->text[LANGUAGE_VI])));
        entitlement_pays(&list[i], i % 2, LANGUAGE_VI, pays);
    }
    assert(proposed <= 1);
    (void)proposed;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct scheme scheme;
    int line = -1;
    enum fault fault = scheme_read((const char *)data, size, &scheme, &line);
    assert(line >= 0 && line <= count_lines((const char *)data, size));
    if (fault != FAULT_NONE) {
        assert(fault == FAULT_SCHEME_LINE);
        return 0;
    }
    assert(line == 0 && scheme.case_count > 0 && scheme.case_count <= SCHEME_CASES);
    ask(&scheme, LEVEL_UNKNOWN, "", "2026-06-30");
    ask(&scheme, LEVEL_BASIC, "79014", "2026-07-01");
    ask(&scheme, LEVEL_SPECIALISED, "79025", "2199-12-31");
    return 0;
}
