/* finding: the list, looked up by number. */
#include "core/finding.h"
#include <assert.h>

static const struct {
    const char *code, *key, *text[LANGUAGE_COUNT];
    enum severity severity;
} findings_list[FINDING_COUNT] = {
#define X(CODE, lower, level, key, vi, en) {#lower, key, {vi, en}, SEVERITY_##level},
    FINDING_LIST(X)
#undef X
};

void finding_add(struct findings *findings, enum finding finding)
{
    assert(finding < FINDING_COUNT);
    if (!finding_has(findings, finding)) {
        findings->list[findings->count++] = finding;
    }
}

bool finding_has(const struct findings *findings, enum finding finding)
{
    for (int i = 0; i < findings->count; i++) {
        if (findings->list[i] == finding) {
            return true;
        }
    }
    return false;
}

const char *finding_code(enum finding finding)
{
    assert(finding < FINDING_COUNT);
    return findings_list[finding].code;
}

const char *finding_key(enum finding finding)
{
    assert(finding < FINDING_COUNT);
    return findings_list[finding].key;
}

const char *finding_text(enum finding finding, enum language language)
{
    assert(finding < FINDING_COUNT && language < LANGUAGE_COUNT);
    return findings_list[finding].text[language];
}

enum severity finding_severity(enum finding finding)
{
    assert(finding < FINDING_COUNT);
    return findings_list[finding].severity;
}

const char *severity_code(enum severity severity)
{
    static const char *const codes[] = {"note", "fix", "warn", "stop"};
    assert(severity <= SEVERITY_STOP);
    return codes[severity];
}

void findings_sort(struct findings *findings)
{
    for (int i = 1; i < findings->count; i++) {
        enum finding moved = findings->list[i];
        int at = i;
        for (; at > 0 && finding_severity(findings->list[at - 1]) < finding_severity(moved); at--) {
            findings->list[at] = findings->list[at - 1];
        }
        findings->list[at] = moved;
    }
}
