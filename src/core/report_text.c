/* report_text: the judgement for a person at a terminal. */
#include "core/heir.h"
#include "core/report.h"
#include "core/text.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Columns of the table: label, card, system. */
enum { LABEL_COLUMNS = 14, VALUE_COLUMNS = 26 };

struct paper {
    char *out;
    size_t len;
    bool full;
    enum language language;
};

__attribute__((format(printf, 2, 3))) static void put(struct paper *paper, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int len = vsnprintf(paper->out + paper->len, REPORT_SIZE - paper->len, format, arguments);
    va_end(arguments);
    if (len < 0 || (size_t)len >= REPORT_SIZE - paper->len) {
        paper->full = true;
    } else {
        paper->len += (size_t)len;
    }
}

/* printf pads bytes, a table wants columns. */
static void put_cell(struct paper *paper, const char *text, int columns)
{
    char cell[ADDRESS_SIZE + sizeof "…"];
    text_clip(cell, sizeof cell, text, columns);
    put(paper, "%s%*s  ", cell, columns - text_columns(cell), "");
}

static void put_value(struct paper *paper, enum field field, const char *value)
{
    char shown[ADDRESS_SIZE];
    field_show(field, value, paper->language, shown);
    put_cell(paper, *shown ? shown : "—", VALUE_COLUMNS);
}

static void put_verdict(struct paper *paper, const struct judgement *judgement)
{
    const char *text = verdict_text(judgement->verdict, paper->language);
    if (judgement->verdict == VERDICT_MISMATCH) {
        put(paper, "%d %s\n", judgement->safe_count, text);
    } else {
        put(paper, "%s\n", text);
    }
}

static void put_person(struct paper *paper, const struct judgement *judgement)
{
    static const enum field FIELDS[] = {FIELD_NAME, FIELD_GENDER, FIELD_BIRTH_DATE, FIELD_NUMBER};
    const char *gap = "  ";
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        char shown[ADDRESS_SIZE];
        field_show(FIELDS[i], facts_get(&judgement->person, FIELDS[i]), paper->language, shown);
        if (*shown) {
            put(paper, "%s%s", gap, shown);
            gap = " · ";
        }
    }
    put(paper, "\n");
}

/* A facility with its name, which fills what the column leaves. */
static void put_facility(struct paper *paper, const struct hospital *hospital, const char *code,
                         const char *name)
{
    char shown[ADDRESS_SIZE];
    heir_show(hospital, code, name, shown, sizeof shown);
    put_cell(paper, *code ? shown : "—", VALUE_COLUMNS);
}

static void put_rows(struct paper *paper, const struct card *card, const struct judgement *judgement,
                     const struct hospital *hospital, const char *const places[2])
{
    for (int i = 0; i < judgement->row_count; i++) {
        const struct row *row = &judgement->rows[i];
        put(paper, "  ");
        put_cell(paper, field_label(row->field, paper->language), LABEL_COLUMNS);
        const struct facts *sides[] = {&card->facts, &judgement->system};
        for (int side = 0; side < 2; side++) {
            if (row->field == FIELD_FACILITY) {
                put_facility(paper, hospital, sides[side]->facility, places[side]);
            } else {
                put_value(paper, row->field, facts_get(sides[side], row->field));
            }
        }
        put(paper, "%s\n", result_text(row->result, paper->language));
    }
}

static void put_candidates(struct paper *paper, const struct answer *answer,
                           const struct judgement *judgement)
{
    for (int i = 0; i < judgement->candidate_count; i++) {
        const struct facts *facts = &answer->members[judgement->candidates[i]].facts;
        date_text birth;
        date_show(facts->birth_date, birth);
        put(paper, "  %d. %s · %s · %s\n", i + 1, facts->name, birth, facts->number);
    }
}

static void put_findings(struct paper *paper, const struct card *card, const struct judgement *judgement,
                         const struct hospital *hospital)
{
    static const char *const MARKS[] = {
        [SEVERITY_NOTE] = "·", [SEVERITY_FIX] = "+", [SEVERITY_WARN] = "!", [SEVERITY_STOP] = "✗"};
    for (int i = 0; i < judgement->findings.count; i++) {
        enum finding finding = judgement->findings.list[i];
        char sentence[SENTENCE_SIZE];
        finding_sentence(judgement, card, hospital, finding, sentence);
        put(paper, "  %s %s\n", MARKS[checks_severity(&hospital->checks, finding)], sentence);
    }
}

static void put_checked(struct paper *paper, const struct judgement *judgement)
{
    date_text day;
    date_show(judgement->as_of, day);
    if (judgement->checked != SOURCE_NONE) {
        put(paper, "  (%s %s)\n", source_label(judgement->checked, paper->language), day);
    }
}

enum fault report_text(const struct card *card, const struct answer *answer,
                       const struct judgement *judgement, const struct hospital *hospital,
                       const char *const places[2], char out[REPORT_SIZE])
{
    struct paper paper = {.out = out, .language = hospital->language};
    put_verdict(&paper, judgement);
    if (judgement->has_person) {
        put_person(&paper, judgement);
    }
    put_rows(&paper, card, judgement, hospital, places);
    put_candidates(&paper, answer, judgement);
    put_findings(&paper, card, judgement, hospital);
    put_checked(&paper, judgement);
    if (paper.full) {
        *out = '\0';
        return FAULT_TOO_LONG;
    }
    return FAULT_NONE;
}
