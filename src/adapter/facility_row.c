/* facility_row: headings found by what they are called most, then text to normal form. */
#include "adapter/facility_row.h"
#include "core/text.h"
#include <stdio.h>
#include <string.h>

enum { HEADING_SIZE = 96, HEADINGS_MAX = 14 };

/* The plainest first; folded, without spaces. */
static const char *const HEADINGS[FACILITY_COLUMNS][HEADINGS_MAX] = {
    [FACILITY_CODE] = {"macskcb", "macskb", "macosokcb", "macosokhamchuabenh", "macosokhambenhchuabenh",
                       "macoso", "makcb", "mabenhvien", "mabv", "madonvi", "macs", "code", "ma"},
    [FACILITY_NAME] = {"tencskcb", "tencskb", "tencosokcb", "tencosokhamchuabenh", "tencosokhambenhchuabenh",
                       "tencoso", "tenkcb", "tenbenhvien", "tenbv", "tendonvi", "tencs", "name", "ten"},
    [FACILITY_ADDRESS] = {"diachicskcb", "diachicoso", "diachi", "address"},
    [FACILITY_LEVEL] = {"capchuyenmonkythuat", "capcmkt", "capchuyenmon", "capkcb", "capkhamchuabenh", "cap",
                        "tuyencmkt", "tuyenchuyenmon", "tuyenkcb", "tuyen", "level"},
    [FACILITY_RANK] = {"hangbenhvien", "hangbv", "hangcskcb", "hangcoso", "hang", "rank"},
    [FACILITY_FROM] = {"hieuluctu", "hieuluctungay", "ngayhieuluc", "ngaybatdau", "ngayapdung", "tungay",
                       "validfrom"},
    [FACILITY_TO] = {"hieulucden", "hieulucdenngay", "ngayhethieuluc", "ngayhethan", "ngayketthuc", "denngay",
                     "validto"},
    [FACILITY_SUCCESSOR] = {"macskcbmoi", "macskcbthaythe", "macosomoi", "macosothaythe", "mathaythe",
                            "makethua", "mamoi", "thaythebang", "thaybang", "successor"},
};

static bool fold_heading(const struct csv_field *field, char out[HEADING_SIZE])
{
    char clean[HEADING_SIZE];
    if (text_clean(clean, sizeof clean, field->at, field->len) != FAULT_NONE ||
        text_fold(out, HEADING_SIZE, clean) != FAULT_NONE) {
        return false;
    }
    size_t len = 0;
    for (const char *s = out; *s; s++) {
        if (*s != ' ') {
            out[len++] = *s;
        }
    }
    out[len] = '\0';
    return len > 0;
}

/* How plain a heading names the column, 0 the plainest; HEADINGS_MAX when it does not. */
static int rank_of(enum facility_column column, const char *heading)
{
    for (int i = 0; i < HEADINGS_MAX && HEADINGS[column][i]; i++) {
        if (strcmp(heading, HEADINGS[column][i]) == 0) {
            return i;
        }
    }
    return HEADINGS_MAX;
}

static enum fault find_column(enum facility_column column, const struct csv_record *header, int *ret_at)
{
    int best = HEADINGS_MAX;
    bool twice = false;
    *ret_at = -1;
    for (int i = 0; i < header->count; i++) {
        char heading[HEADING_SIZE];
        int rank = fold_heading(&header->fields[i], heading) ? rank_of(column, heading) : HEADINGS_MAX;
        twice = rank < best ? false : twice || (rank == best && rank < HEADINGS_MAX);
        if (rank < best) {
            best = rank;
            *ret_at = i;
        }
    }
    return twice ? FAULT_IMPORT_TWICE : FAULT_NONE;
}

enum fault facility_header(const struct csv_record *header, struct facility_columns *ret, char *ignored,
                           size_t cap)
{
    ret->width = header->count;
    ignored[0] = '\0';
    for (int i = 0; i < FACILITY_COLUMNS; i++) {
        enum fault fault = find_column((enum facility_column)i, header, &ret->at[i]);
        if (fault != FAULT_NONE) {
            return fault;
        }
    }
    for (int i = 0; i < header->count; i++) {
        bool known = false;
        for (int column = 0; column < FACILITY_COLUMNS; column++) {
            known |= ret->at[column] == i;
        }
        if (!known) {
            import_ignore(ignored, cap, &header->fields[i]);
        }
    }
    return ret->at[FACILITY_CODE] >= 0 && ret->at[FACILITY_NAME] >= 0 ? FAULT_NONE
                                                                      : FAULT_IMPORT_FACILITY_HEADER;
}

/* The provinces whose code begins with 0, of the 63 that facility codes follow. */
static bool lost_zero(const char *code)
{
    return strlen(code) == 4 && strspn(code, "0123456789") == 4 && strchr("12468", code[0]);
}

static enum fault read_code(const char *text, char ret[FACILITY_SIZE])
{
    char whole[FACILITY_SIZE + 1];
    if (!lost_zero(text)) {
        return number_facility(text, ret);
    }
    snprintf(whole, sizeof whole, "0%s", text);
    return number_facility(whole, ret);
}

static void read_level(char level[FACILITY_LEVEL_SIZE])
{
    static const struct {
        const char *word, *level;
    } LEVELS[] = {{"ban dau", "initial"}, {"co ban", "basic"}, {"chuyen sau", "specialised"},
                  {"trung uong", "1"},    {"tw", "1"},         {"tinh", "2"},
                  {"huyen", "3"},         {"xa", "4"}};
    char folded[FACILITY_LEVEL_SIZE];
    if (text_fold(folded, sizeof folded, level) != FAULT_NONE) {
        return;
    }
    for (size_t i = 0; i < sizeof LEVELS / sizeof *LEVELS; i++) {
        if (strstr(folded, LEVELS[i].word)) {
            strcpy(level, LEVELS[i].level);
            return;
        }
    }
}

static enum fault read_day(const char *text, date_text ret)
{
    enum fault fault = date_read(text, ret);
    return fault == FAULT_NONE && *ret && !date_full(ret) ? FAULT_DATE_PARTIAL : fault;
}

/* One column's clean text into the row. */
static enum fault put(enum facility_column column, const char *text, struct facility_row *row)
{
    switch (column) {
    case FACILITY_CODE: return read_code(text, row->code);
    case FACILITY_NAME: return text_copy(row->name, sizeof row->name, text);
    case FACILITY_ADDRESS: return text_copy(row->address, sizeof row->address, text);
    case FACILITY_LEVEL: return text_copy(row->level, sizeof row->level, text);
    case FACILITY_RANK: return text_copy(row->rank, sizeof row->rank, text);
    case FACILITY_FROM: return read_day(text, row->from);
    case FACILITY_TO: return read_day(text, row->to);
    case FACILITY_SUCCESSOR:
        return strcmp(text, "-") == 0 || !*text ? FAULT_NONE : read_code(text, row->successor);
    case FACILITY_COLUMNS: break;
    }
    return FAULT_NONE;
}

/* How the rejected file names the column at fault. */
static const char *label(enum facility_column column)
{
    static const char *const LABELS[FACILITY_COLUMNS] = {"MA_CSKCB", "TEN",     "DIA_CHI",  "CAP",
                                                         "HANG",     "TU_NGAY", "DEN_NGAY", "MA_MOI"};
    return LABELS[column];
}

static bool read_column(enum facility_column column, const struct csv_field *field, struct facility_row *row,
                        struct refused *ret)
{
    char text[ADDRESS_SIZE];
    enum fault fault = text_clean(text, sizeof text, field->at, field->len);
    *ret = (struct refused){fault == FAULT_TEXT_INVALID ? REFUSAL_TEXT
                            : column == FACILITY_CODE   ? REFUSAL_CODE
                                                        : REFUSAL_VALUE,
                            column == FACILITY_CODE ? NULL : label(column)};
    return fault == FAULT_NONE && put(column, text, row) == FAULT_NONE;
}

bool facility_row(const struct facility_columns *columns, const struct csv_record *record,
                  struct facility_row *ret, struct refused *ret_refused)
{
    *ret = (struct facility_row){0};
    *ret_refused = (struct refused){REFUSAL_FIELDS, NULL};
    if (record->count < columns->width) {
        return false;
    }
    for (int i = 0; i < FACILITY_COLUMNS; i++) {
        enum facility_column column = (enum facility_column)i;
        if (columns->at[i] >= 0 && !read_column(column, &record->fields[columns->at[i]], ret, ret_refused)) {
            return false;
        }
    }
    read_level(ret->level);
    if (strcmp(ret->successor, ret->code) == 0) {
        ret->successor[0] = '\0';
    }
    return true;
}
