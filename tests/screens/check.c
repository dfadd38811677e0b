/* check: rows cell by cell; keys that are offered must work, keys that sentences name must be known. */
#include "check.h"
#include "core/text.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool check_row(const struct grid *grid, int row, char said[CHECK_SAID])
{
    for (int column = 0; column < grid->columns; column++) {
        const struct cell *cell = &grid->cell[row][column];
        int wide = column + 1 < grid->columns && !cell[1].text[0] ? 2 : 1;
        bool half = !cell->text[0];
        if (half && column == 0) {
            snprintf(said, CHECK_SAID, "row %d begins with half a character", row);
            return false;
        }
        if (!half && (text_columns(cell->text) != wide || (unsigned char)cell->text[0] < ' ')) {
            snprintf(said, CHECK_SAID, "row %d, column %d: \"%s\" does not fill %d", row, column, cell->text,
                     wide);
            return false;
        }
    }
    return true;
}

bool check_cells(const struct grid *grid, char said[CHECK_SAID])
{
    for (int row = 0; row < grid->rows; row++) {
        if (!check_row(grid, row, said)) {
            return false;
        }
    }
    if (grid->cursor_row >= grid->rows || grid->cursor_column >= grid->columns) {
        snprintf(said, CHECK_SAID, "the cursor stands outside");
        return false;
    }
    return true;
}

static bool shown_faults[FAULT_COUNT], shown_findings[FINDING_COUNT];

static bool works(const struct stage *stage, const char *name, const char *where, char said[CHECK_SAID])
{
    struct key key = stage_key(name);
    if (key.press == PRESS_NONE || desk_key_known(&stage->desk, key)) {
        return true;
    }
    snprintf(said, CHECK_SAID, "%s names %s, which does nothing here", where, name);
    return false;
}

/* Hints stand for one key, "0-9" for its first, and arrows for both. */
static bool check_hints(const struct stage *stage, char said[CHECK_SAID])
{
    struct hint hints[DESK_HINTS];
    int count = desk_hints(&stage->desk, hints);
    for (int i = 0; i < count; i++) {
        char name[32];
        snprintf(name, sizeof name, "%s", hints[i].key);
        char *range = strchr(name, '-');
        if (range) {
            *range = '\0';
        }
        if (!works(stage, strcmp(name, "↑↓") == 0 ? "Down" : name, "the bottom line", said)) {
            return false;
        }
    }
    return count > 0;
}

/* F1 to F12 anywhere on the screen; help speaks of the screen before. */
static bool check_function_keys(const struct stage *stage, char said[CHECK_SAID])
{
    static char text[STAGE_FRAME];
    grid_text(&stage->grid, text, sizeof text);
    for (const char *at = text; stage->desk.mode != MODE_HELP && (at = strchr(at, 'F')); at++) {
        char name[4] = {'F', at[1], isdigit((unsigned char)at[2]) ? at[2] : '\0', '\0'};
        bool word = at > text && isalnum((unsigned char)at[-1]);
        if (isdigit((unsigned char)at[1]) && !word && !works(stage, name, "the screen", said)) {
            return false;
        }
    }
    return true;
}

/* The sentence stands on the screen: what the clerk decided since may have settled it. */
static bool shows(const struct stage *stage, enum finding finding)
{
    static char text[STAGE_FRAME];
    const char *what = finding_what(finding, stage->desk.hospital.language);
    size_t len = grid_text(&stage->grid, text, sizeof text);
    return memmem(text, len, what, strcspn(what, "%("));
}

static bool check_sentences(const struct stage *stage, char said[CHECK_SAID])
{
    const struct desk *desk = &stage->desk;
    const struct findings *findings = &desk->review.judgement.findings;
    if (desk->notice != FAULT_NONE) {
        shown_faults[desk->notice] = true;
        if (*fault_key(desk->notice) &&
            !works(stage, fault_key(desk->notice), fault_code(desk->notice), said)) {
            return false;
        }
    }
    for (int i = 0; desk->mode == MODE_REVIEW && !desk->asking && i < findings->count; i++) {
        const char *key = finding_key(findings->list[i]);
        if (!*key || !shows(stage, findings->list[i])) {
            continue;
        }
        shown_findings[findings->list[i]] = true;
        if (!works(stage, key, finding_code(findings->list[i]), said)) {
            return false;
        }
    }
    return true;
}

bool check_keys(const struct stage *stage, char said[CHECK_SAID])
{
    return check_hints(stage, said) && check_function_keys(stage, said) && check_sentences(stage, said);
}

bool check_named(char said[CHECK_SAID])
{
    for (enum fault fault = FAULT_NONE; fault < FAULT_COUNT; fault++) {
        if (*fault_key(fault) && !shown_faults[fault]) {
            snprintf(said, CHECK_SAID, "no screen shows the fault %s, which names a key", fault_code(fault));
            return false;
        }
    }
    for (enum finding finding = 0; finding < FINDING_COUNT; finding++) {
        if (*finding_key(finding) && !shown_findings[finding]) {
            snprintf(said, CHECK_SAID, "no screen shows the finding %s, which names a key",
                     finding_code(finding));
            return false;
        }
    }
    return true;
}
