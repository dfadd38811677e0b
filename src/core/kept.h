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
    bool alone;     /* a difficulty without an intake: status and verdict mean nothing */
    bool unchecked; /* on the list chưa kiểm tra */
    bool nameless;  /* taken in without any number, and not identified since */
};

/* Which intakes of a day are listed. */
enum act_filter { ACT_ALL, ACT_UNCHECKED, ACT_CORRECTED, ACT_PROVISIONAL, ACT_DIFFICULTY, ACT_FILTER_COUNT };

/* A day of all counters; undone acts count in `undone` alone. */
struct day_totals {
    int intakes;
    int admitted, provisional, not_insured;
    int by_filter[ACT_FILTER_COUNT];
    int undone;
    int difficulties;      /* opened that day, also without an intake */
    minute_text closed_at; /* chốt ngày; "" not yet. Acts after it still count: a night goes on */
    char closed_by[PLACE_SIZE];
};

enum difficulty_state { DIFFICULTY_OPEN, DIFFICULTY_SENT, DIFFICULTY_ANSWERED, DIFFICULTY_STATES };

/* One difficulty (vướng mắc) of the list for BHXH. */
struct difficulty_record {
    long number;       /* 1, 2, 3 ... in this data directory */
    char act[ID_SIZE]; /* of the intake it belongs to, "" where there is none */
    minute_text at;
    enum difficulty kind;
    char text[REASON_SIZE];
    char name[NAME_SIZE];
    date_text birth_date;
    char number_shown[NUMBER_SIZE]; /* card, BHXH number or CCCD */
    char phone[PHONE_SIZE];
    char counter[PLACE_SIZE], clerk[PLACE_SIZE];
    enum difficulty_state state;
    date_text state_day;     /* since when it is so */
    char reply[REASON_SIZE]; /* what BHXH answered */
};

/* What the clerk saw when it was opened: what the form for the BHXH office shows beside the record. */
struct difficulty_detail {
    enum verdict verdict;
    struct findings findings;
    struct facts card;   /* as presented */
    struct facts taken;  /* as the newest record of the intake has them */
    struct facts system; /* what the assessment data said, where that was not what the card said; else "" */
};

/* Statistics of some days: what the charts and the table of `export statistics` show. */
enum { STATISTICS_DAYS = 31, STATISTICS_TOP = 15, STATISTICS_HOURS = 24 };
struct statistics {
    date_text from, to;
    int intakes;
    int hours[STATISTICS_HOURS]; /* of the day in Vietnam */
    struct {
        char code[FACILITY_SIZE];
        int count;
    } facilities[STATISTICS_TOP]; /* whose card stated it wrongly, most first */
    int facility_count;
    int findings[FINDING_COUNT];
    struct {
        date_text day;
        int intakes, corrected, provisional, difficulties;
    } days[STATISTICS_DAYS];
    int day_count;
    int difficulties[DIFFICULTY_COUNT];
    struct {
        char name[PLACE_SIZE];
        int intakes, difficulties;
    } counters[STATISTICS_TOP];
    int counter_count;
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
