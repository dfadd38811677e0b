/* checkin_read: a check-in record in XML as another program wrote it: foreign bytes, so nothing of it is believed. No
 * network, no DTD, no entities of its own, UTF-8 only, one record a file, every item once and in the decree's order. */
#ifndef TIEPDON_CHECKIN_READ_H
#define TIEPDON_CHECKIN_READ_H
#include "core/checkin.h"

enum { CHECKIN_FILE_MAX = 1 << 20, CHECKIN_KEY_SIZE = 128 };

/* Why it is no record at all. X(CODE, code, vi, en). */
#define RETURNED_LIST(X)                                                                                     \
    X(WHOLE, whole, "", "")                                                                                  \
    X(LARGE, large, "Tệp lớn quá 1 MB: mỗi tệp một lượt khám.", "Over 1 MB: one visit a file.")              \
    X(BROKEN, broken, "Tệp không phải XML UTF-8 hợp lệ: ghi lại.",                                           \
      "Not well-formed XML in UTF-8: write it again.")                                                       \
    X(DTD, dtd, "Tệp có DTD: bỏ phần DOCTYPE.", "It has a DTD: leave DOCTYPE out.")                          \
    X(ROOT, root, "Tệp không phải bảng check-in (CHI_TIEU_TRANG_THAI_KCB): ghi lại đúng mẫu.",               \
      "Not a check-in table (CHI_TIEU_TRANG_THAI_KCB): write it by the form.")                               \
    X(SEVERAL, several, "Tệp phải có đúng một TRANG_THAI_KCB: mỗi tệp một lượt khám.",                       \
      "It must hold exactly one TRANG_THAI_KCB: one visit a file.")                                          \
    X(ORDER, order, "Các mục không đủ 26 hoặc không đúng thứ tự QĐ 4750: ghi lại đúng mẫu.",                 \
      "The items are not the 26 of QĐ 4750 in its order: write it by the form.")

enum returned {
#define X(code, lower, vi, en) RETURNED_##code,
    RETURNED_LIST(X)
#undef X
        RETURNED_COUNT
};
const char *returned_code(enum returned returned);
const char *returned_text(enum returned returned, enum language language);

struct checkin_returned {
    enum returned returned;     /* not WHOLE: nothing else means anything */
    char key[CHECKIN_KEY_SIZE]; /* MA_LK */
    struct checkin_problem problems[CHECKIN_COUNT];
    int problem_count; /* 0: it may be sent */
};

/* libxml2 says nothing on standard error any more: it is the counter's terminal, and would show what stands in a file. */
void checkin_quiet(void);

void checkin_read(const char *bytes, size_t len, struct checkin_returned *ret);

#endif
