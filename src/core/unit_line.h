/* unit_line: one line of the text of a map of units, or of the list of their other names.
 *
 * A map is UTF-8 text, a line each, fields parted by tabs; empty lines and those that begin with # say
 * nothing.
 *
 *     tiepdon-units 1                     the form, first of all
 *     divided                             the map knows divided communes
 *     days 2025-07-01 2026-01-01          the changes, in order; the first has the number 1
 *     from 0                              now the units in force before all changes:
 *     79<TAB>TP. Hồ Chí Minh              a province;
 *     <TAB>Q. 1<TAB>1                     its district, which the change 1 ended, without heirs;
 *     26740<TAB>P. Bến Nghé<TAB>1 26740   that district's commune: the change 1 gave it to today's 26740;
 *     -<TAB>P. Hàng Keo<TAB>1 26740 ?     one whose code is not known; ?: it may have gone to others as well.
 *     from 1                              now the units that the change 1 made:
 *     79                                  in the province 79, which went on,
 *     26740<TAB>P. Sài Gòn                a commune.
 *
 * A commune before the first district of its province has none. Heirs of a province are provinces, of others
 * communes, in force after that change; up to UNIT_HEIRS, parted by spaces; none: not known. In a map that
 * does not know divided communes the ? is understood of each.
 *
 * The other names (data/units.alias): NAME<TAB>CODE, of the unit that had the code before all changes. */
#ifndef TIEPDON_UNIT_LINE_H
#define TIEPDON_UNIT_LINE_H
#include "core/unit.h"

/* Of a whole name with its NUL. */
enum { UNIT_NAME_SIZE = 96, UNIT_CODE_SIZE = 6 };

enum unit_line_kind {
    UNIT_LINE_NOTHING,
    UNIT_LINE_FORM,
    UNIT_LINE_DIVIDED,
    UNIT_LINE_DAYS,
    UNIT_LINE_FROM,  /* step */
    UNIT_LINE_GO_ON, /* code, of a province */
    UNIT_LINE_UNIT,  /* code, name; step and heirs when it ended */
    UNIT_LINE_BAD,
};

struct unit_line {
    enum unit_line_kind line;
    enum unit_level level;
    enum unit_kind kind;
    const char *proper; /* of a unit or other name, within the line, not ended by a NUL */
    size_t proper_len;
    char code[UNIT_CODE_SIZE];
    int step; /* the change it ends by, 0 for none; or whose units follow */
    char heirs[UNIT_HEIRS][UNIT_CODE_SIZE];
    int heir_count;
    bool more;
    date_text days[UNIT_DAYS]; /* from index 1 on */
    int day_count;
};

/* `at` is a line of `len` bytes without its line break. What does not belong there is UNIT_LINE_BAD. */
void unit_line_read(const char *at, size_t len, struct unit_line *ret);
void unit_line_read_alias(const char *at, size_t len, struct unit_line *ret);

/* Takes the kind off a name, abbreviated ("P. ") or in full and any case of its first letter ("Phường "):
 * returns how many bytes that took, 0 and UNIT_KIND_NONE when no kind stands there. */
size_t unit_kind_read(const char *name, size_t len, enum unit_kind *ret);
/* Whether units of that level are of that kind. */
bool unit_kind_fits(enum unit_kind kind, enum unit_level level);
/* "P."; "" for UNIT_KIND_NONE. */
const char *unit_kind_short(enum unit_kind kind);

/* A name without its kind that may stand in a table: Latin letters and their marks, digits, single spaces,
 * and - ' . within; no space at an end, at least one letter or digit. */
bool unit_proper_valid(const char *name, size_t len);

/* Digits of the right number for a province or commune. */
bool unit_code_valid(const char *code, enum unit_level level);

#endif
