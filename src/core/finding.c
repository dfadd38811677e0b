/* finding: the list, looked up by number. */
#include "core/finding.h"
#include <assert.h>

static const struct {
    const char *code, *key;
    const char *text[LANGUAGE_COUNT], *what[LANGUAGE_COUNT], *act[LANGUAGE_COUNT];
    enum severity severity;
} findings_list[FINDING_COUNT] = {
#define X(CODE, lower, level, key, vi, vi_act, en, en_act)                                                   \
    {#lower, key, {vi ": " vi_act ".", en ": " en_act "."}, {vi, en}, {vi_act, en_act}, SEVERITY_##level},
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

const char *finding_what(enum finding finding, enum language language)
{
    assert(finding < FINDING_COUNT && language < LANGUAGE_COUNT);
    return findings_list[finding].what[language];
}

const char *finding_act(enum finding finding, enum language language)
{
    assert(finding < FINDING_COUNT && language < LANGUAGE_COUNT);
    return findings_list[finding].act[language];
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

bool checks_off(const struct checks *checks, enum finding finding)
{
    return checks->changed[finding] == CHECK_OFF;
}

enum severity checks_severity(const struct checks *checks, enum finding finding)
{
    int changed = checks->changed[finding];
    return changed > 0 ? (enum severity)(changed - 1) : finding_severity(finding);
}
