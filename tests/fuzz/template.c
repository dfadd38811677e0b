/* Whatever bytes a template and a value hold: what is filled ends, fits or is refused whole, and a template that is found
 * good names nothing that is not known. */
#include "core/form.h"
#include "core/slip.h"
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { OUT = 8 * 1024 };

static char template[2048], value[NAME_SIZE], out[OUT];

/* Between the buffer and `cap` nothing is written. */
static void ends_within(enum fault fault, size_t cap)
{
    size_t len = strlen(out);
    assert(len < cap);
    assert(fault == FAULT_NONE || (fault == FAULT_TOO_LONG && len == 0));
    (void)len, (void)fault;
}

static void fill(size_t cap)
{
    struct findings findings = {0};
    struct hospital hospital = {.hotline = "1900 0000"};
    struct difficulty_record record = {.kind = DIFFICULTY_APP};
    static const struct difficulty_detail detail;
    struct act act = {.time = "08:41"};
    struct day_totals totals = {.intakes = 1};
    const struct day_form day = {&hospital, &totals, "2026-11-20", "2026-11-20"};
    const struct slip slip = {&findings, &hospital, value, "", "2026-11-20"};
    finding_add(&findings, FINDING_UNSYNCED);
    memcpy(record.name, value, sizeof value);
    memcpy(act.name, value, sizeof value);
    memset(out, 'x', sizeof out);
    ends_within(slip_make(template, &slip, out, cap), cap);
    ends_within(form_difficulty(template, &record, &detail, &hospital, "2026-11-20", out, cap), cap);
    for (int part = DAY_HEAD; part <= DAY_END; part++) {
        ends_within(form_day(template, (enum day_part)part, &day, &act, 1, out, cap), cap);
    }
    for (size_t i = cap; i < sizeof out; i++) {
        assert(out[i] == 'x');
    }
}

static void check(void)
{
    for (int i = 0; i < FORM_COUNT; i++) {
        struct template_error error;
        form_check((enum form)i, template, &error);
        assert(error.line >= 0 && memchr(error.name, '\0', sizeof error.name));
        assert((error.line == 0) == (error.name[0] == '\0'));
    }
}

/* The first byte says how much is the template; the rest is a value. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t head = size > 1 ? data[0] * (size - 1) / 255 : 0;
    head = head < sizeof template - 1 ? head : sizeof template - 1;
    size_t tail = size > 1 + head ? size - 1 - head : 0;
    tail = tail < sizeof value - 1 ? tail : sizeof value - 1;
    memcpy(template, size > 1 ? data + 1 : data, head);
    template[head] = '\0';
    memset(value, 0, sizeof value);
    memcpy(value, size > 1 ? data + 1 + head : data, tail);
    check();
    fill(64);
    fill(sizeof out);
    return 0;
}
