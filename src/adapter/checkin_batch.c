/* checkin_batch: what stands in a file, written under a hidden name and put in its place by rename. */
#include "adapter/checkin_batch.h"
#include "adapter/export.h"
#include "adapter/store_file.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

void checkin_judge_entry(const struct checkin_place *place, struct checkin_entry *entry)
{
    const struct kept_intake *kept = &entry->kept;
    struct checkin checkin;
    bool ours = checkin_concerns(kept);
    entry->concerns = ours || kept->revision > 0;
    entry->action = kept->undone || !ours ? CHECKIN_CANCEL : kept->revision ? CHECKIN_REPLACE : CHECKIN_NEW;
    checkin_make(kept, place, entry->action, 1, &checkin);
    entry->problem_count = checkin_judge(&checkin, entry->problems);
}

static int column_of(const struct export *export, const char *name)
{
    int column = 0;
    while (column < export_width(export) - 1 && strcmp(export_name(export, column), name) != 0) {
        column++;
    }
    return column;
}

struct day {
    struct checkin_entry *entries;
    int count, room;
};

/* A revision may have a row of its own. */
static bool is_there(const struct day *day, const char *id)
{
    for (int i = 0; i < day->count; i++) {
        if (strcmp(day->entries[i].kept.id, id) == 0) {
            return true;
        }
    }
    return false;
}

static enum fault add(struct store *store, const char *id, const struct checkin_place *place, struct day *day)
{
    enum { ROOM = 64 };
    if (day->count == day->room) {
        size_t room = (size_t)day->room + ROOM;
        struct checkin_entry *more = realloc(day->entries, room * sizeof *more);
        if (!more) {
            return FAULT_STORE_MEMORY;
        }
        day->entries = more;
        day->room = (int)room;
    }
    struct checkin_entry *entry = &day->entries[day->count];
    memset(entry, 0, sizeof *entry);
    enum fault fault = store_record(store, id, &entry->kept);
    if (fault == FAULT_NONE && !is_there(day, entry->kept.id)) {
        checkin_judge_entry(place, entry);
        day->count++;
    }
    return fault == FAULT_RECORD_GONE ? FAULT_NONE : fault;
}

enum fault checkin_load_day(struct store *store, const char *data, const char *day,
                            const struct checkin_place *place, struct checkin_entry **ret, int *ret_count)
{
    struct export *export = NULL;
    const struct export_row *row = NULL;
    struct export_of of = {.facility = ""};
    struct day found = {NULL, 0, 0};
    strcpy(of.from, day);
    strcpy(of.to, day);
    enum fault fault = export_open(data, EXPORT_INTAKES, &of, &export);
    int act = fault == FAULT_NONE ? column_of(export, "act") : 0;
    while (fault == FAULT_NONE && (fault = export_next(export, &row)) == FAULT_NONE && row) {
        fault = add(store, row->values[act], place, &found);
    }
    export_close(export);
    if (fault != FAULT_NONE) {
        free(found.entries);
        return fault;
    }
    *ret = found.entries;
    *ret_count = found.count;
    return FAULT_NONE;
}

static bool belongs(const struct checkin_entry *entry, const struct checkin_form *form,
                    enum checkin_part part)
{
    enum checkin_part own = entry->action == CHECKIN_CANCEL ? CHECKIN_CANCELS : CHECKIN_RECORDS;
    return entry->concerns && entry->problem_count == 0 && (form->mixes || own == part);
}

bool checkin_write_batch(FILE *out, const struct checkin_batch *batch, const struct checkin_form *form,
                         enum checkin_part part)
{
    const struct checkin_place *place = &batch->options->place;
    struct checkin_sheet sheet = {.out = out, .part = part, .many = batch->many, .place = place};
    struct checkin checkin;
    bool good = form->begin(&sheet);
    for (int i = 0; good && i < batch->count; i++) {
        const struct checkin_entry *entry = &batch->entries[i];
        if (belongs(entry, form, part)) {
            checkin_make(&entry->kept, place, entry->action, sheet.count + 1, &checkin);
            good = form->put(&sheet, &checkin);
            sheet.count++;
        }
    }
    return form->end(&sheet) && good;
}

struct page {
    const struct checkin_batch *batch;
    const struct checkin_form *form;
    enum checkin_part part;
};

static bool write_page(FILE *out, const void *data)
{
    const struct page *page = data;
    return checkin_write_batch(out, page->batch, page->form, page->part);
}

static enum fault fault_of(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
    case ENODEV:
    case EHOSTDOWN:
    case ESTALE: return FAULT_CHECKIN_GONE;
    case EACCES:
    case EPERM:
    case EROFS: return FAULT_CHECKIN_DENIED;
    case ENOSPC:
    case EDQUOT: return FAULT_CHECKIN_FULL;
    default: return FAULT_CHECKIN_FAILED;
    }
}

static enum fault put_page(const struct page *page, const char *stem, const char *tail)
{
    const char *dir = page->batch->options->dir;
    char name[160], hidden[sizeof name + 8];
    int len = snprintf(name, sizeof name, "%s%s.%s", stem, tail, page->form->suffix);
    if (len >= (int)sizeof name) {
        return FAULT_CHECKIN_FAILED;
    }
    snprintf(hidden, sizeof hidden, ".%s.new", name);
    errno = 0;
    if (!file_replace_by(dir, name, hidden, write_page, page)) {
        return fault_of(errno);
    }
    return file_sync_directory(dir) == FAULT_NONE ? FAULT_NONE : FAULT_CHECKIN_FAILED;
}

static bool has_cancels(const struct checkin_batch *batch)
{
    for (int i = 0; i < batch->count; i++) {
        if (batch->entries[i].concerns && batch->entries[i].action == CHECKIN_CANCEL) {
            return true;
        }
    }
    return false;
}

enum fault checkin_put_batch(const struct checkin_batch *batch, const char *stem)
{
    enum fault fault = FAULT_NONE;
    bool cancels = has_cancels(batch), alone = !batch->many && cancels;
    for (int i = 0; fault == FAULT_NONE && i < CHECKIN_FORMATS; i++) {
        const struct checkin_form *form = checkin_form((enum checkin_format)i);
        struct page page = {batch, form, CHECKIN_RECORDS};
        if (!(batch->options->formats & 1U << i)) {
            continue;
        }
        if (form->mixes || !alone) {
            fault = put_page(&page, stem, "");
        }
        if (fault == FAULT_NONE && !form->mixes && cancels) {
            page.part = CHECKIN_CANCELS;
            fault = put_page(&page, stem, batch->many ? "-cancel" : "");
        }
    }
    return fault;
}
