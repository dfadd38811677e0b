/* finding: everything the program may say about a card, by name; the list is closed and `tiepdon checks` prints it.
 *
 * X(CODE, code, SEVERITY, key, vi, en): `key` is the key the sentence offers in the review, "" where the remedy is an
 * act. Severity: NOTE to know, FIX corrected from the assessment data by Enter, WARN to mind, STOP to decide first. */
#ifndef TIEPDON_FINDING_H
#define TIEPDON_FINDING_H
#include "core/language.h"
#include <stdbool.h>

#define FINDING_LIST(X)                                                                                      \
    X(UNREADABLE, unreadable, STOP, "", "Không đọc được mã: quét lại, hoặc gõ số thẻ.",                      \
      "The code cannot be read: scan again, or type the number.")                                            \
    X(TAIL_MISSING, tail_missing, NOTE, "", "Phần đuôi mã bị mất? Nếu thiếu mục nào, quét lại.",             \
      "Is the tail of the code lost? If something is missing, scan again.")

enum severity { SEVERITY_NOTE, SEVERITY_FIX, SEVERITY_WARN, SEVERITY_STOP };

enum finding {
#define X(code, lower, severity, key, vi, en) FINDING_##code,
    FINDING_LIST(X)
#undef X
        FINDING_COUNT
};

/* The findings of one judgement in the order they were made; a set, nothing stands twice. */
struct findings {
    enum finding list[FINDING_COUNT];
    int count;
};

void finding_add(struct findings *findings, enum finding finding);
bool finding_has(const struct findings *findings, enum finding finding);

const char *finding_code(enum finding finding);
const char *finding_key(enum finding finding);
const char *finding_text(enum finding finding, enum language language);
enum severity finding_severity(enum finding finding);
const char *severity_code(enum severity severity); /* "note" "fix" "warn" "stop" */

#endif
