/* fault: the list, looked up by number. */
#include "core/fault.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *code, *key, *text[LANGUAGE_COUNT];
} faults[FAULT_COUNT] = {
#define X(CODE, code, key, vi, en) {#code, key, {vi, en}},
    FAULT_LIST(X)
#undef X
};

/* What is said when the name is not known. */
static enum fault plainer(enum fault fault)
{
    switch (fault) {
    case FAULT_DEVICE_HELD: return FAULT_DEVICE_BUSY;
    case FAULT_DEVICE_GROUP:
    case FAULT_DEVICE_LOGIN: return FAULT_DEVICE_DENIED;
    case FAULT_SCHEME_LINE:
    case FAULT_IMPORT_ENCODING_IS: return FAULT_IMPORT_ENCODING;
    case FAULT_CHECKIN_WANTING_OF: return FAULT_CHECKIN_WANTING;
    case FAULT_FORM_LINE: return FAULT_FORM_BROKEN;
    case FAULT_PRINTER_REFUSED_BY: return FAULT_PRINTER_REFUSED;
    case FAULT_PROFILE_BROKEN: return FAULT_SETTINGS_LINE;
    default: return fault;
    }
}

const char *fault_text(enum fault fault, enum language language)
{
    assert(fault < FAULT_COUNT && language < LANGUAGE_COUNT);
    return faults[plainer(fault)].text[language];
}

void fault_sentence(enum fault fault, const char *name, enum language language, char out[FAULT_SENTENCE_SIZE])
{
    const char *text = fault_text(fault, language);
    if (name[0] && plainer(fault) != fault) {
        text = faults[fault].text[language];
    }
    const char *place = strstr(text, "%s");
    size_t head = place ? (size_t)(place - text) : 0;
    snprintf(out, FAULT_SENTENCE_SIZE, "%.*s%s%s", (int)head, text, place ? name : "",
             place ? place + 2 : text);
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
