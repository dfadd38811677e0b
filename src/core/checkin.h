/* checkin: the check-in record of QĐ 4750/QĐ-BYT and QĐ 3176/QĐ-BYT (bảng chỉ tiêu trạng thái khám bệnh, chữa bệnh): what
 * the counter knows of a visit, in the decree's names, order, lengths and forms, for the hospital's own system.
 *
 *     kept intake ── checkin_make ──▶ struct checkin ── checkin_judge ──▶ problems, by name ── none: a file is written
 *
 * The counter fills items 1 to 13, 17 and 18; MA_BN, the final MA_LK and items 14 to 16 and 19 to 26 are the hospital
 * system's. A record that it gives back complete is judged by the same list (checkin_value, checkin_complete). */
#ifndef TIEPDON_CHECKIN_H
#define TIEPDON_CHECKIN_H
#include "core/field.h"
#include <stdbool.h>

struct kept_intake; /* core/desk.h */

/* X(NAME, limit, hand, form, vi, en, act_vi, act_en), in the order of the decree: item 1 is the first one.
 *
 * limit: characters (not bytes) it may have at most; 0: the decree says none.
 * hand:  MUST it stands in what the counter writes · OPEN it may be open at intake and is settled by the hospital's
 *        system, obligatory when the record comes back · MAY may be empty for good · OWN the hospital system's,
 *        obligatory when the record comes back · FREE the hospital system's, where it applies.
 * form:  TEXT, MINUTE yyyyMMddHHmm (BIRTH: 00 for unknown parts), DAY yyyyMMdd, GENDER 1-3, CARD, CITIZEN, FACILITY,
 *        CASE (MA_DOITUONG_KCB), DIGITS.
 * act:   what to do when it is missing or wrong. */
#define CHECKIN_LIST(X)                                                                                      \
    X(MA_LK, 100, MUST, TEXT, "mã lượt khám", "visit", "gọi kỹ thuật", "call IT")                            \
    X(STT, 10, MUST, DIGITS, "số thứ tự", "number", "gọi kỹ thuật", "call IT")                               \
    X(MA_BN, 100, OWN, TEXT, "mã người bệnh", "patient", "phần mềm bệnh viện điền",                          \
      "the hospital's system fills it in")                                                                   \
    X(HO_TEN, 255, MUST, TEXT, "họ tên", "name", "hoàn tác, tiếp nhận lại có họ tên",                        \
      "undo, take in again with the name")                                                                   \
    X(SO_CCCD, 15, MAY, CITIZEN, "số CCCD", "citizen ID", "quét lại CCCD", "scan the citizen ID again")      \
    X(NGAY_SINH, 12, MUST, BIRTH, "ngày sinh", "birth date", "hoàn tác, tiếp nhận lại có ngày sinh",         \
      "undo, take in again with the birth date")                                                             \
    X(GIOI_TINH, 1, MUST, GENDER, "giới tính", "gender", "gọi kỹ thuật", "call IT")                          \
    X(MA_THE_BHYT, 15, MUST, CARD, "số thẻ 15 ký tự", "card number of 15 characters",                        \
      "tra số thẻ trên cổng rồi sửa hồ sơ", "look the card up on the portal, then correct the record")       \
    X(MA_DKBD, 5, MUST, FACILITY, "nơi ĐK KCBBĐ", "registered facility", "tra thẻ trên cổng rồi sửa hồ sơ",  \
      "look the card up on the portal, then correct the record")                                             \
    X(GT_THE_TU, 8, MUST, DAY, "thẻ từ ngày", "first day of the card", "tra thẻ trên cổng rồi sửa hồ sơ",    \
      "look the card up on the portal, then correct the record")                                             \
    X(GT_THE_DEN, 8, MAY, DAY, "thẻ đến ngày", "last day of the card", "tra thẻ trên cổng rồi sửa hồ sơ",    \
      "look the card up on the portal, then correct the record")                                             \
    X(MA_DOITUONG_KCB, 4, OPEN, CASE, "đối tượng đến khám", "what the visit counts as",                      \
      "chọn trong phần mềm bệnh viện", "choose it in the hospital's system")                                 \
    X(NGAY_VAO, 12, MUST, MINUTE, "ngày giờ vào", "time of arrival", "gọi kỹ thuật", "call IT")              \
    X(NGAY_VAO_NOI_TRU, 12, FREE, MINUTE, "ngày giờ vào nội trú", "time of admission",                       \
      "phần mềm bệnh viện điền", "the hospital's system fills it in")                                        \
    X(LY_DO_VNT, 0, FREE, TEXT, "lý do vào nội trú", "reason of admission", "phần mềm bệnh viện điền",       \
      "the hospital's system fills it in")                                                                   \
    X(MA_LY_DO_VNT, 5, FREE, TEXT, "mã lý do vào nội trú", "code of that reason", "phần mềm bệnh viện điền", \
      "the hospital's system fills it in")                                                                   \
    X(MA_LOAI_KCB, 2, MUST, DIGITS, "mã hình thức KCB", "kind of care",                                      \
      "ghi [checkin] kind vào tiepdon.ini", "write [checkin] kind into tiepdon.ini")                         \
    X(MA_CSKCB, 5, MUST, FACILITY, "mã cơ sở KCB", "this facility",                                          \
      "ghi [hospital] facility vào tiepdon.ini", "write [hospital] facility into tiepdon.ini")               \
    X(MA_DICH_VU, 50, FREE, TEXT, "mã dịch vụ", "service", "phần mềm bệnh viện điền",                        \
      "the hospital's system fills it in")                                                                   \
    X(TEN_DICH_VU, 1024, FREE, TEXT, "tên dịch vụ", "service's name", "phần mềm bệnh viện điền",             \
      "the hospital's system fills it in")                                                                   \
    X(MA_THUOC, 255, FREE, TEXT, "mã thuốc", "medicine", "phần mềm bệnh viện điền",                          \
      "the hospital's system fills it in")                                                                   \
    X(TEN_THUOC, 1024, FREE, TEXT, "tên thuốc", "medicine's name", "phần mềm bệnh viện điền",                \
      "the hospital's system fills it in")                                                                   \
    X(MA_VAT_TU, 255, FREE, TEXT, "mã vật tư", "supply", "phần mềm bệnh viện điền",                          \
      "the hospital's system fills it in")                                                                   \
    X(TEN_VAT_TU, 1024, FREE, TEXT, "tên vật tư", "supply's name", "phần mềm bệnh viện điền",                \
      "the hospital's system fills it in")                                                                   \
    X(NGAY_YL, 12, OWN, MINUTE, "ngày giờ y lệnh", "time of the order", "phần mềm bệnh viện điền",           \
      "the hospital's system fills it in")                                                                   \
    X(DU_PHONG, 0, FREE, TEXT, "dự phòng", "spare", "phần mềm bệnh viện điền",                               \
      "the hospital's system fills it in")

enum checkin_item {
#define X(name, limit, hand, form, vi, en, act_vi, act_en) CHECKIN_##name,
    CHECKIN_LIST(X)
#undef X
        CHECKIN_COUNT
};

/* "MA_LK"; CHECKIN_COUNT for a name that is none of theirs. */
const char *checkin_name(enum checkin_item item);
enum checkin_item checkin_named(const char *name);

enum checkin_action { CHECKIN_NEW, CHECKIN_REPLACE, CHECKIN_CANCEL };
const char *checkin_action_code(enum checkin_action action); /* "new" "replace" "cancel" */

/* What the configuration adds to every record. */
struct checkin_place {
    char facility[FACILITY_SIZE];                 /* MA_CSKCB */
    char kind[3];                                 /* MA_LOAI_KCB */
    char clerk[NAME_SIZE], clerk_cccd[CCCD_SIZE]; /* hoTenCb and cccdCb as registered with BHXH */
};

enum { CHECKIN_VALUE_SIZE = NAME_SIZE };

struct checkin {
    enum checkin_action action;
    int revision;                                 /* 0 as taken in */
    char item[CHECKIN_COUNT][CHECKIN_VALUE_SIZE]; /* "" for what the hospital's system fills in */
    const struct kept_intake *kept;               /* for what the decree has no item for; the caller's */
};

/* `number` is STT, from 1. MA_LK is the intake's id, the same in every revision and in its cancellation, which has
 * MA_LK, NGAY_VAO and MA_CSKCB alone: who the patient was is nobody's matter any more. */
void checkin_make(const struct kept_intake *kept, const struct checkin_place *place,
                  enum checkin_action action, int number, struct checkin *ret);

/* Nothing is written for a patient who is not insured: the record is BHXH's. */
bool checkin_concerns(const struct kept_intake *kept);

/* What is wrong with an item. X(CODE, code, vi, en): `%s` the item, `%s` its label, `%s` what to do. */
#define CHECKIN_PROBLEM_LIST(X)                                                                              \
    X(MISSING, missing, "Thiếu %s (%s): %s.", "%s (%s) is missing: %s.")                                     \
    X(TOO_LONG, too_long, "%s (%s) dài quá mức của QĐ 4750: %s.",                                            \
      "%s (%s) is longer than QĐ 4750 allows: %s.")                                                          \
    X(FORM, form, "%s (%s) sai dạng của QĐ 4750: %s.", "%s (%s) is not of QĐ 4750's form: %s.")

enum checkin_fault {
#define X(code, lower, vi, en) CHECKIN_##code,
    CHECKIN_PROBLEM_LIST(X)
#undef X
        CHECKIN_FAULTS
};

struct checkin_problem {
    enum checkin_item item;
    enum checkin_fault fault;
};

/* "missing MA_DKBD", for logs and scripts; and the sentence for people. No value of a patient in either. */
enum { CHECKIN_CODE_SIZE = 48, CHECKIN_SENTENCE_SIZE = 256 };
void checkin_problem_code(struct checkin_problem problem, char out[CHECKIN_CODE_SIZE]);
void checkin_problem_text(struct checkin_problem problem, enum language language,
                          char out[CHECKIN_SENTENCE_SIZE]);

/* One value by the decree: its length and form. "" is well: whether it may be empty is the next two's. False sets
 * *ret. `value` is valid UTF-8. */
bool checkin_value(enum checkin_item item, const char *value, enum checkin_fault *ret);

/* What hinders writing the record; their count, in the order of the items. */
int checkin_judge(const struct checkin *checkin, struct checkin_problem ret[CHECKIN_COUNT]);
/* Items that stay open for the hospital's system (OPEN); a set of 1 << enum checkin_item. */
unsigned checkin_open(const struct checkin *checkin);

/* A record that came back: which items have a value, as 1 << enum checkin_item. What is missing before it may be handed
 * to the portal: all the counter's items, MA_BN, NGAY_YL, and of service, medicine and supply at least one, each with
 * code and name. */
int checkin_complete(unsigned given, struct checkin_problem ret[CHECKIN_COUNT]);

#endif
