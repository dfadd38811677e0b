/* finding: the list, looked up by number. */
#include "core/finding.h"
#include <assert.h>
#include <string.h>

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

enum finding finding_named(const char *code)
{
    enum finding finding = 0;
    while (finding < FINDING_COUNT && strcmp(code, findings_list[finding].code) != 0) {
        finding++;
    }
    return finding;
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

bool checks_off(const struct checks *checks, enum finding finding)
{
    return checks->changed[finding] == CHECK_OFF;
}

enum severity checks_severity(const struct checks *checks, enum finding finding)
{
    signed char changed = checks->changed[finding];
    return changed > 0 ? (enum severity)(changed - 1) : finding_severity(finding);
}

static bool read_severity(const char *value, enum severity *ret)
{
    for (enum severity severity = SEVERITY_NOTE; severity <= SEVERITY_STOP; severity++) {
        if (strcmp(value, severity_code(severity)) == 0) {
            *ret = severity;
            return true;
        }
    }
    return false;
}

bool checks_set(struct checks *checks, const char *code, const char *value)
{
    enum finding finding = finding_named(code);
    enum severity severity;
    if (finding == FINDING_COUNT) {
        return false;
    }
    if (strcmp(value, "off") == 0) {
        checks->changed[finding] = CHECK_OFF;
        return true;
    }
    if (!read_severity(value, &severity) ||
        (severity == SEVERITY_FIX && finding_severity(finding) != SEVERITY_FIX)) {
        return false;
    }
    checks->changed[finding] = (signed char)(1 + severity);
    return true;
}

enum finding checks_raised(const struct checks *checks, const struct findings *findings)
{
    for (int i = 0; i < findings->count; i++) {
        enum finding finding = findings->list[i];
        if (checks_severity(checks, finding) == SEVERITY_STOP && finding_severity(finding) != SEVERITY_STOP) {
            return finding;
        }
    }
    return FINDING_COUNT;
}

static void hide(const struct checks *checks, struct findings *findings, struct findings *hidden)
{
    int count = 0;
    for (int i = 0; i < findings->count; i++) {
        if (checks_off(checks, findings->list[i])) {
            finding_add(hidden, findings->list[i]);
        } else {
            findings->list[count++] = findings->list[i];
        }
    }
    findings->count = count;
}

void checks_apply(const struct checks *checks, struct findings *findings, struct findings *hidden)
{
    hide(checks, findings, hidden);
    for (int i = 1; i < findings->count; i++) {
        enum finding moved = findings->list[i];
        enum severity severity = checks_severity(checks, moved);
        int at = i;
        for (; at > 0 && checks_severity(checks, findings->list[at - 1]) < severity; at--) {
            findings->list[at] = findings->list[at - 1];
        }
        findings->list[at] = moved;
    }
}
