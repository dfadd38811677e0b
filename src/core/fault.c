/* fault: the list, looked up by number. */
#include "core/fault.h"
#include <assert.h>

static const struct {
    const char *code, *key, *text[LANGUAGE_COUNT];
} faults[FAULT_COUNT] = {
#define X(CODE, code, key, vi, en) {#code, key, {vi, en}},
    FAULT_LIST(X)
#undef X
};

const char *fault_text(enum fault fault, enum language language)
{
    assert(fault < FAULT_COUNT && language < LANGUAGE_COUNT);
    return faults[fault].text[language];
}

const char *fault_key(enum fault fault)
{
    assert(fault < FAULT_COUNT);
    return faults[fault].key;
}

const char *fault_code(enum fault fault)
{
    assert(fault < FAULT_COUNT);
    return faults[fault].code;
}
