/* portal: what is asked of the portal of the assessment system and what it says, as plain records. Nothing here talks
 * to it; adapter/portal.h does. Source: BHXH's description of the interface (KQNhanLichSuKCB2024, Lskcb2025,
 * TraCuuTienMCCT, NhanThongTinCSKCB, checkInKcbQd4750). */
#ifndef TIEPDON_PORTAL_H
#define TIEPDON_PORTAL_H
#include "core/member.h"
#include <stdbool.h>

enum ask {
    ASK_MEMBER,    /* KQNhanLichSuKCB2024: the card, and who looked it up */
    ASK_HISTORY,   /* Lskcb2025: visits */
    ASK_COPAYMENT, /* TraCuuTienMCCT: what the patient paid this year */
    ASK_FACILITY,  /* NhanThongTinCSKCB: name and state of a facility; question.number is its code */
    ASK_RECORD,    /* checkInKcbQd4750: a complete check-in record is handed in */
    ASK_COUNT,
};

/* Who is asked about: all three are needed for a person. */
struct question {
    char number[NUMBER_SIZE]; /* card number, BHXH number or CCCD */
    char name[NAME_SIZE];
    date_text birth_date; /* ISO, full or the year alone: the portal takes no month without a day */
};
bool question_complete(const struct question *question);
/* Names by text_fold: a name typed again with other marks is the same question to a store, so what a clerk asks again
 * is never answered from one. */
bool question_same(const struct question *a, const struct question *b);

/* Why there is no answer; never a fault of the card or the patient. X(CODE, code, counts, vi, en): `counts` says that
 * the circuit breaker counts it. The sentence stands behind "Cổng: " and names what the hospital can do. */
#define TROUBLE_LIST(X)                                                                                      \
    X(NONE, none, false, "", "")                                                                             \
    X(OFF, off, false, "chưa cài đặt", "not configured")                                                     \
    X(PASSWORD, password, false, "tệp mật khẩu thiếu hoặc để lộ (cần 0600)",                                 \
      "its password file is missing or open to others (0600 is needed)")                                     \
    X(QUOTA, quota, false, "hết lượt hỏi cho phép", "the quota is used up")                                  \
    X(JOURNAL, journal, false, "không ghi được lượt hỏi vào nhật ký",                                        \
      "its place in the quota cannot be written")                                                            \
    X(PAUSED, paused, false, "tạm nghỉ sau nhiều lần lỗi", "paused after repeated failures")                 \
    X(RESOLVE, resolve, true, "không tìm thấy địa chỉ máy chủ", "its name cannot be resolved")               \
    X(CONNECT, connect, true, "không kết nối được", "no connection")                                         \
    X(TLS, tls, true, "chứng thư không tin được", "its certificate is not trusted")                          \
    X(TIMEOUT, timeout, true, "quá lâu không trả lời", "no answer in time")                                  \
    X(CUT, cut, true, "câu trả lời bị đứt", "half an answer")                                                \
    X(SIZE, size, true, "câu trả lời quá lớn", "too large an answer")                                        \
    X(FORMAT, format, true, "câu trả lời không hiểu được", "an answer that is not understood")               \
    X(SERVER, server, true, "máy chủ báo lỗi", "the server reports an error")                                \
    X(ACCOUNT, account, true, "không nhận tài khoản", "the account is refused")                              \
    X(REQUEST, request, false, "không nhận câu hỏi (205)", "the question is refused (205)")                  \
    X(SETUP, setup, false, "không nhận cán bộ tra cứu (054, 055)",                                           \
      "the clerk who asks is not known to it (054, 055)")

enum trouble {
#define X(code, lower, counts, vi, en) TROUBLE_##code,
    TROUBLE_LIST(X)
#undef X
        TROUBLE_COUNT
};

const char *trouble_code(enum trouble trouble);
const char *trouble_text(enum trouble trouble, enum language language);
bool trouble_counts(enum trouble trouble);
/* The question went out: neither quota nor breaker held it back, and there is a portal to ask. */
bool trouble_asked(enum trouble trouble);

/* maKetQua as it stood, cut to what fits; "" when there was none. */
enum { RESULT_CODE_SIZE = 8 };

/* Someone looked this card up: dsLichSuKT2018[]. */
struct card_check {
    char user[32]; /* userKT: the account, which begins with the facility's code */
    minute_text at;
    char code[RESULT_CODE_SIZE];
};

/* A visit: dsLichSuKCB2025[]. */
struct visit {
    char record[32]; /* maHoSo */
    char facility[FACILITY_SIZE];
    minute_text from, to; /* to "" is open */
    char disease[NAME_SIZE];
    char state, outcome; /* tinhTrang '1'..'5', kqDieuTri '1'..'7', 0 unknown */
    char reason[8];      /* lyDoVV as it stands */
};

/* DataCCT[]: amounts in đồng. */
struct payment {
    minute_text from, to;
    char facility[FACILITY_SIZE];
    long long paid, total; /* tBNCCTMCCT of this visit, tBNCCTLuyKe accumulated with it; -1 unknown */
};

enum { CHECKS_MAX = 20, VISITS_MAX = 40, PAYMENTS_MAX = 40, RECEIPT_SIZE = 64, REMARK_SIZE = 256 };

/* What came back; newest first in every list. Which part is filled depends on `ask`. */
struct reply {
    int ticket; /* of the question, as portal_ask was given it */
    enum ask ask;
    struct question question;
    enum trouble trouble; /* not TROUBLE_NONE: nothing but `code`, `http` and `at` means anything */
    int http;             /* status, 0 for none */
    char code[RESULT_CODE_SIZE];
    char remark[REMARK_SIZE]; /* ghiChu, clean */
    long long at;             /* Unix time of the answer */
    bool has_member;          /* a row came, whatever the code */
    struct member member;     /* SOURCE_PORTAL, as_of the day of `at`; status is the code */
    struct card_check checks[CHECKS_MAX];
    int check_count;
    struct visit visits[VISITS_MAX];
    int visit_count;
    struct payment payments[PAYMENTS_MAX];
    int payment_count;
    bool more; /* a list was longer */
    char facility_name[128];
    char receipt[RECEIPT_SIZE]; /* maGiaoDich */
};

/* What the portal told of a person's last six months; newest first. */
struct history {
    bool known; /* Lskcb2025 answered; looks may be there without it */
    minute_text at;
    struct visit visits[VISITS_MAX];
    int visit_count;
    struct card_check checks[CHECKS_MAX];
    int check_count;
    bool more;
};

/* Which way a maKetQua of KQNhanLichSuKCB2024 goes. */
enum way_of_code {
    CODE_FOUND,     /* 000: compare, offer corrections */
    CODE_ARMED,     /* 001 002: see identity papers, go on */
    CODE_RENEWED,   /* 003: take the new card */
    CODE_KEPT,      /* 004: the old one unless the day lies in the new card's dates */
    CODE_ENDED,     /* 010 */
    CODE_ABSENT,    /* 050 */
    CODE_NUMBER,    /* 051 052 053: scan or type again */
    CODE_SETUP,     /* 054 055: of the hospital, not of the patient */
    CODE_NAME,      /* 060 061 */
    CODE_BIRTH,     /* 070 */
    CODE_TECHNICAL, /* 100 101 500 */
    CODE_LEFT,      /* 110 120 121 122 123 124 */
    CODE_CHILD,     /* 130 */
    CODE_REQUEST,   /* 205 */
    CODE_ACCOUNT,   /* 401 */
    CODE_UNKNOWN,   /* shown bare, treated as technical */
};
enum way_of_code code_way(const char *code);
/* Its meaning, or "" for an unknown one. */
const char *code_text(const char *code, enum language language);
/* It speaks of the card itself (000 to 004, 010, 110 to 130), not of the question, the hospital or the portal. */
bool code_about_card(const char *code);
/* TROUBLE_NONE where the portal answered the question; FORMAT for an unknown code. */
enum trouble code_trouble(const char *code);

/* When it came: `at`, and the day and minute of its row. In a demonstration that is another time than the clock's. */
void reply_came(struct reply *reply, long long at);

/* The row of an answer about a card, as it may be kept and compared: a citizen ID that stands where the card number
 * belongs is moved, and a name or birth date that only echoes the one the same answer calls wrong is not there. False
 * when the answer brings no row. */
bool reply_row(const struct reply *reply, struct member *ret);
/* The same under the number that was asked where the row names none; of a code about the card itself (000 to 004, 010,
 * 110 to 130) that comes without a row, that number and the code alone. */
bool reply_said(const struct reply *reply, struct member *ret);
/* What the register may learn: as reply_said, of codes about the card alone. What comes with 051 to 070 teaches nothing. */
bool reply_lesson(const struct reply *reply, struct member *ret);

#endif
