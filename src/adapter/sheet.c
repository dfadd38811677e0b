/* sheet: where the table goes; how is for sheet_text.c and sheet_xlsx.c. */
#include "adapter/sheet.h"
#include "adapter/sheet_inside.h"
#include "adapter/store_file.h"
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum fault sheet_fault(int code)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT: return FAULT_SHEET_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
    case ENOENT:
    case EISDIR:
    case ENAMETOOLONG:
    case ENOTDIR: return FAULT_SHEET_DENIED;
    default: return FAULT_SHEET_FAILED;
    }
}

/* The new file is made here, so that it is its owner's alone whoever fills it. */
static enum fault make_next(struct sheet *sheet, const char *path)
{
    int len = snprintf(sheet->next, sizeof sheet->next, "%s.new", path);
    if (len >= (int)sizeof sheet->next) {
        return FAULT_SHEET_DENIED;
    }
    memcpy(sheet->path, path, strlen(path) + 1);
    const char *slash = strrchr(path, '/');
    snprintf(sheet->dir, sizeof sheet->dir, "%.*s", slash ? (int)(slash - path) + 1 : 1, slash ? path : ".");
    struct stat there;
    if (stat(path, &there) == 0 && !S_ISREG(there.st_mode)) {
        return FAULT_SHEET_DENIED;
    }
    int fd = open(sheet->next, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0) {
        return sheet_fault(errno);
    }
    close(fd);
    return FAULT_NONE;
}

enum fault sheet_open(enum sheet_kind kind, const char *path, struct sheet **ret)
{
    struct sheet *sheet = calloc(1, sizeof *sheet);
    if (!sheet) {
        return FAULT_STORE_MEMORY;
    }
    assert(path || kind != SHEET_XLSX);
    sheet->kind = kind;
    enum fault fault = path ? make_next(sheet, path) : FAULT_NONE;
    if (!fault) {
        fault = kind == SHEET_XLSX ? sheet_xlsx_open(sheet) : sheet_text_open(sheet);
    }
    if (fault) {
        sheet_drop(sheet);
        return fault;
    }
    *ret = sheet;
    return FAULT_NONE;
}

enum fault sheet_table(struct sheet *sheet, const char *name, const struct sheet_column *columns, int count)
{
    assert(count <= SHEET_COLUMNS_MAX);
    sheet->columns = columns;
    sheet->count = count;
    sheet->table = name;
    sheet->rows = 0;
    enum fault fault = sheet->kind == SHEET_XLSX ? sheet_xlsx_table(sheet) : sheet_text_table(sheet);
    sheet->tables++;
    return fault;
}

enum fault sheet_row(struct sheet *sheet, const char *const values[])
{
    return sheet->kind == SHEET_XLSX ? sheet_xlsx_row(sheet, values) : sheet_text_row(sheet, values);
}

static enum fault take_place(const struct sheet *sheet)
{
    int fd = open(sheet->next, O_RDONLY | O_CLOEXEC);
    bool synced = fd >= 0 && fsync(fd) == 0;
    int code = errno;
    if (fd >= 0) {
        close(fd);
    }
    if (!synced || rename(sheet->next, sheet->path) != 0) {
        return sheet_fault(synced ? errno : code);
    }
    return file_sync_directory(sheet->dir);
}

enum fault sheet_finish(struct sheet *sheet)
{
    enum fault fault = sheet->kind == SHEET_XLSX ? sheet_xlsx_finish(sheet) : sheet_text_finish(sheet);
    if (!fault && sheet->path[0]) {
        fault = take_place(sheet);
        sheet->next[0] = fault ? sheet->next[0] : '\0';
    }
    sheet_drop(sheet);
    return fault;
}

void sheet_drop(struct sheet *sheet)
{
    if (!sheet) {
        return;
    }
    sheet_text_drop(sheet);
    sheet_xlsx_drop(sheet);
    if (sheet->next[0]) {
        unlink(sheet->next);
    }
    free(sheet);
}
