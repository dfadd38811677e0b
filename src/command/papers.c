/* papers: a day is read in pages, the last one first, because the store lists the newest intake first. */
#include "command/papers.h"
#include "core/slip.h"
#include <string.h>

enum { PAGE = 40 };

/* One part behind what is there. */
static enum fault add(const struct papers *papers, enum day_part part, const struct day_form *form,
                      const struct act *act, int no, char *out, size_t cap)
{
    size_t len = strlen(out);
    return form_day(papers->forms->text[FORM_DAY], part, form, act, no, out + len, cap - len);
}

static enum fault add_page(const struct papers *papers, const struct day_form *form, int top, int count,
                           int total, char *out, size_t cap)
{
    struct act acts[PAGE];
    int read = 0, all = 0;
    enum fault fault = store_day(papers->store, form->day, ACT_ALL, top, acts, count, &read, &all);
    for (int i = read - 1; !fault && i >= 0; i--) {
        fault = add(papers, DAY_ROW, form, &acts[i], total - top - i, out, cap);
    }
    return fault;
}

enum fault papers_day(const struct papers *papers, const char *day, char *out, size_t cap)
{
    struct day_totals totals;
    struct act first;
    int read = 0, total = 0;
    const struct day_form form = {papers->hospital, &totals, day, papers->today};
    out[0] = '\0';
    enum fault fault = store_totals(papers->store, day, &totals);
    fault = fault ? fault : store_day(papers->store, day, ACT_ALL, 0, &first, 1, &read, &total);
    fault = fault ? fault : add(papers, DAY_HEAD, &form, NULL, 0, out, cap);
    for (int end = total; !fault && end > 0; end -= PAGE) {
        int top = end > PAGE ? end - PAGE : 0;
        fault = add_page(papers, &form, top, end - top, total, out, cap);
    }
    return fault ? fault : add(papers, DAY_END, &form, NULL, 0, out, cap);
}

enum fault papers_difficulty(const struct papers *papers, long number, char *out, size_t cap)
{
    struct difficulty_record record;
    struct difficulty_detail detail;
    enum fault fault = store_difficulty_read(papers->store, number, &record, &detail);
    return fault ? fault
                 : form_difficulty(papers->forms->text[FORM_DIFFICULTY], &record, &detail, papers->hospital,
                                   papers->today, out, cap);
}

enum fault papers_slip(const struct papers *papers, const struct kept_intake *kept, char *out, size_t cap)
{
    const struct intake *intake = &kept->intake;
    const struct slip slip = {.findings = &intake->findings,
                              .hospital = papers->hospital,
                              .name = intake->facts.name,
                              .bhxh_number = intake->bhxh_number,
                              .day = papers->today};
    return slip_make(papers->forms->text[FORM_SLIP], &slip, out, cap);
}

enum fault papers_mark(const struct hospital *hospital, char *text, size_t cap)
{
    static const char *const marks[LANGUAGE_COUNT] = {"DỮ LIỆU THỬ — không dùng cho người bệnh thật\n\n",
                                                      "TEST DATA — not for real patients\n\n"};
    const char *mark = marks[hospital->language];
    size_t head = strlen(mark), len = strlen(text);
    if (!hospital->demo) {
        return FAULT_NONE;
    }
    if (head + len >= cap) {
        return FAULT_TOO_LONG;
    }
    memmove(text + head, text, len + 1);
    memcpy(text, mark, head);
    return FAULT_NONE;
}
