/* register_row: one member between struct member and the register's columns.
 *
 * X(CODE, name, place, other): `name` is the column and the portal's name, `place` the
 * member of struct member it fills, `other` the name of QĐ 4750/QĐ-BYT (XML1), "" where it
 * has none. The order is the table's. */
#ifndef TIEPDON_REGISTER_ROW_H
#define TIEPDON_REGISTER_ROW_H
#include "adapter/store_sql.h"
#include "core/member.h"

#define REGISTER_LIST(X)                                                                                     \
    X(BHXH, "maSoBHXH", bhxh_number, "MA_SO_BHXH")                                                           \
    X(NUMBER, "maThe", facts.number, "MA_THE_BHYT")                                                          \
    X(NAME, "hoTen", facts.name, "HO_TEN")                                                                   \
    X(BIRTH_DATE, "ngaySinh", facts.birth_date, "NGAY_SINH")                                                 \
    X(GENDER, "gioiTinh", facts.gender, "GIOI_TINH")                                                         \
    X(ADDRESS, "diaChi", facts.address, "DIA_CHI")                                                           \
    X(FACILITY, "maDKBD", facts.facility, "MA_DKBD")                                                         \
    X(VALID_FROM, "gtTheTu", facts.valid_from, "GT_THE_TU")                                                  \
    X(VALID_TO, "gtTheDen", facts.valid_to, "GT_THE_DEN")                                                    \
    X(FIVE_YEAR_DATE, "ngayDu5Nam", facts.five_year_date, "NAM_NAM_LIEN_TUC")                                \
    X(AREA, "maKV", facts.area, "MA_KHUVUC")                                                                 \
    X(CCCD, "soCCCD", facts.cccd, "SO_CCCD")                                                                 \
    X(NEW_NUMBER, "maTheMoi", new_number, "")                                                                \
    X(NEW_FROM, "gtTheTuMoi", new_from, "")                                                                  \
    X(NEW_TO, "gtTheDenMoi", new_to, "")                                                                     \
    X(NEW_FACILITY, "maDKBDMoi", new_facility, "")                                                           \
    X(STATUS, "trangThai", status, "")

enum column {
#define X(code, name, place, other) COLUMN_##code,
    REGISTER_LIST(X)
#undef X
        COLUMN_COUNT
};

/* The columns as SQL writes them, in the order of REGISTER_LIST, then those that no file brings. */
extern const char *const REGISTER_COLUMNS;
enum { REGISTER_WIDTH = COLUMN_COUNT + 6 };

/* The columns that stand in an index (data/schema/register-*.sql), as a set of 1 << enum column; the name is
 * among them, for tenGap and chuDau are made of it. */
enum {
    REGISTER_INDEXED = 1 << COLUMN_BHXH | 1 << COLUMN_NUMBER | 1 << COLUMN_NAME | 1 << COLUMN_BIRTH_DATE |
                       1 << COLUMN_CCCD | 1 << COLUMN_NEW_NUMBER
};

const char *column_name(enum column column);
const char *column_other(enum column column);
char *column_of(struct member *member, enum column column);
const char *column_get(const struct member *member, enum column column);
size_t column_size(enum column column);

/* The member's folded name: tenGap. */
void register_fold(const struct member *member, char out[NAME_SIZE]);

/* Reads the present row of a statement that selects REGISTER_COLUMNS. */
NEEDED enum fault register_read_row(sqlite3_stmt *statement, struct member *ret);
/* Binds REGISTER_COLUMNS to parameters 1 to REGISTER_WIDTH; `folded` and the member must outlive the step. */
void register_bind_row(sqlite3_stmt *statement, const struct member *member, const char *folded);

/* Takes over from `old` the columns that are not `present` (set of 1 << enum column), a CCCD that is empty now (a captured
 * CCCD is never cleared by a file that does not know it), and what the portal said on now->as_of or later. */
void register_merge(struct member *now, const struct member *old, unsigned present);
/* The portal's row over the register's: what it said since the register's day and its last answer counts, and what was
 * empty; what it did not say stays. */
void register_hear(struct member *row, const struct member *heard);

#endif
