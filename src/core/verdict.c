/* verdict: names of verdicts and results. */
#include "core/assess.h"
#include <assert.h>

static const struct {
    const char *code, *proposal, *text[LANGUAGE_COUNT];
} verdicts[VERDICT_COUNT] = {
#define X(CODE, lower, PROPOSAL, proposal, vi, en) {#lower, #proposal, {vi, en}},
    VERDICT_LIST(X)
#undef X
};

static const struct {
    const char *code, *text[LANGUAGE_COUNT];
} results[RESULT_COUNT] = {
#define X(CODE, lower, vi, en) {#lower, {vi, en}},
    RESULT_LIST(X)
#undef X
};

const char *verdict_code(enum verdict verdict)
{
    assert(verdict < VERDICT_COUNT);
    return verdicts[verdict].code;
}

const char *verdict_proposal(enum verdict verdict)
{
    assert(verdict < VERDICT_COUNT);
    return verdicts[verdict].proposal;
}

const char *verdict_text(enum verdict verdict, enum language language)
{
    assert(verdict < VERDICT_COUNT && language < LANGUAGE_COUNT);
    return verdicts[verdict].text[language];
}

const char *result_code(enum result result)
{
    assert(result < RESULT_COUNT);
    return results[result].code;
}

const char *result_text(enum result result, enum language language)
{
    assert(result < RESULT_COUNT && language < LANGUAGE_COUNT);
    return results[result].text[language];
}
