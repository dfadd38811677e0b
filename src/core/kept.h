/* kept: what the journal holds, as it is read back: an intake as a whole, and a line of each list. */
#ifndef TIEPDON_KEPT_H
#define TIEPDON_KEPT_H
#include "core/intake.h"

/* An intake as the journal holds it: its newest revision. */
struct kept_intake {
    struct intake intake; /* of is "" */
    char id[ID_SIZE];
    minute_text at; /* of the intake, not of the revision */
    char counter[PLACE_SIZE], clerk[PLACE_SIZE];
    int revision; /* 0 as taken in */
    bool undone;
    char receipt[RECEIPT_SIZE]; /* maGiaoDich of its check-in record, "" for none */
};

/* One line of the lists of intakes. */
struct act {
    char id[ID_SIZE];
    char time[6]; /* "08:41" in Vietnam */
    char name[NAME_SIZE];
    char birth_date[DATE_SIZE];
    char counter[PLACE_SIZE];
    char clerk[PLACE_SIZE];
    enum intake_status status;
    enum verdict verdict;
    int corrections;
    bool undone;
    bool difficulty;
    bool alone; /* a difficulty without an intake: status and verdict mean nothing */
};

/* One line of the list chưa kiểm tra. */
enum late_state { LATE_WAITS, LATE_DIFFERS, LATE_STUCK /* the portal cannot say: a clerk must look */ };
struct late {
    char id[ID_SIZE];
    date_text day;
    char time[6];
    char name[NAME_SIZE];
    char phone[PHONE_SIZE];
    enum late_state state;
    char code[RESULT_CODE_SIZE]; /* of the last answer, "" for none */
    enum trouble trouble;        /* of the last try */
    int tries;
};

#endif
