/* assess: a card beside the assessment data, judged for this day at this hospital.
 *
 *     card ──▶ lookup_plan ──▶ (register, journal) ──▶ answer ──▶ assess ──▶ judgement
 *
 * Pure: the answer is given, never fetched. The rules are those of design page "judgement"; where it is
 * silent the choice that harms least is taken and written into DESIGN.md. */
#ifndef TIEPDON_ASSESS_H
#define TIEPDON_ASSESS_H
#include "core/address.h"
#include "core/answer.h"
#include "core/card.h"
#include "core/finding.h"
#include "core/history.h"
#include "core/hospital.h"

/* X(CODE, code, PROPOSAL, proposal, vi, en), the first that applies wins. The sentence is the verdict line
 * without its count and its key. */
#define VERDICT_LIST(X)                                                                                      \
    X(UNREADABLE, unreadable, RESCAN, rescan, "KHÔNG ĐỌC ĐƯỢC", "UNREADABLE")                                \
    X(UNCHECKED, unchecked, PROVISIONAL, provisional, "CHƯA KIỂM TRA ĐƯỢC", "NOT CHECKED")                   \
    X(NOT_FOUND, not_found, PROVISIONAL, provisional, "KHÔNG TÌM THẤY", "NOT FOUND")                         \
    X(UNSYNCED, unsynced, PROVISIONAL, provisional, "CCCD CHƯA ĐỒNG BỘ", "CITIZEN ID NOT SYNCED")            \
    X(IDENTITY_STOP, identity_stop, DECIDE, decide, "CÓ THỂ LÀ NGƯỜI KHÁC", "MAY BE ANOTHER PERSON")         \
    X(IDENTITY, identity, DECIDE, decide, "SAI NHÂN THÂN", "IDENTITY DIFFERS")                               \
    X(INVALID, invalid, DECIDE, decide, "THẺ KHÔNG CÒN GIÁ TRỊ", "NOT VALID")                                \
    X(REPEAT, repeat, REASON, reason, "ĐÃ TIẾP NHẬN HÔM NAY", "TAKEN IN TODAY ALREADY")                      \
    X(MISMATCH, mismatch, CORRECT_AND_ADMIT, correct_and_admit, "SAI LỆCH", "MISMATCHES")                    \
    X(FOUND, found, CONFIRM, confirm, "ĐÃ TÌM THẤY, chưa đối chiếu", "FOUND, not compared")                  \
    X(MATCH, match, ADMIT, admit, "KHỚP", "MATCH")

enum verdict {
#define X(code, lower, proposal, plower, vi, en) VERDICT_##code,
    VERDICT_LIST(X)
#undef X
        VERDICT_COUNT
};

const char *verdict_code(enum verdict verdict);     /* "identity_stop" */
const char *verdict_proposal(enum verdict verdict); /* "decide" */
const char *verdict_text(enum verdict verdict, enum language language);

#define RESULT_LIST(X)                                                                                       \
    X(SAME, same, "khớp", "same")                                                                            \
    X(EQUIVALENT, equivalent, "tương đương", "equivalent")                                                   \
    X(DIFFERENT, different, "SAI", "DIFFERS")                                                                \
    X(MISSING_CARD, missing_card, "có thêm", "added")                                                        \
    X(MISSING_SYSTEM, missing_system, "hệ thống thiếu", "not in system")                                     \
    X(EXTENDED, extended, "GIA HẠN", "EXTENDED")                                                             \
    X(RENEWED, renewed, "THẺ MỚI", "RENEWED")

enum result {
#define X(code, lower, vi, en) RESULT_##code,
    RESULT_LIST(X)
#undef X
        RESULT_COUNT
};

const char *result_code(enum result result);
const char *result_text(enum result result, enum language language);

/* One compared fact. The values stand in the card's facts and in judgement.system. */
struct row {
    enum field field;
    enum result result;
    bool safe;            /* a difference that Enter may correct from the assessment data without asking */
    enum finding finding; /* what the row gave rise to, FINDING_COUNT for nothing */
};

struct judgement {
    enum verdict verdict;
    int member;          /* index into answer.members of the row compared with, -1 for none */
    struct facts system; /* what the system says, after the card valid on the day and maTheMoi were chosen */
    enum source source[FIELD_COUNT]; /* who says it: the portal may have left out what the register knew */
    bool has_person;
    struct facts person;         /* the intake's: the system's values, undecided identity from the card */
    char bhxh_number[BHXH_SIZE]; /* of that person */
    struct row rows[FIELD_COUNT];
    int row_count;
    struct address_match address; /* of the row of that name; level SAME where there is none */
    int safe_count;               /* rows that Enter would correct: the n of "n SAI LỆCH" */
    struct findings findings;     /* told, by the severity in force */
    struct findings hidden;       /* found as well, and switched off by the hospital */
    int candidates[ANSWER_MAX];   /* into answer.members: several persons, or members offered for a CCCD */
    int candidate_count;
    enum source checked; /* SOURCE_REGISTER, SOURCE_PORTAL or SOURCE_NONE */
    date_text as_of;     /* "" with SOURCE_NONE */
    int age_days;        /* -1 when as_of is "" */
    /* What the sentences of the findings name: */
    enum fault fault;                /* why a scan is unreadable */
    struct repeat repeat;            /* today's earlier intake */
    char status[STATUS_SIZE];        /* the member's maKetQua, "" is 000 */
    char second_number[NUMBER_SIZE]; /* of another card valid today, "" for none */
    date_text day;                   /* last day when expired, first day of a card that has not begun */
    date_text register_day;          /* of the register's values that were compared */
    struct portal_word portal;       /* what the portal said, or why it did not */
    struct abuse abuse;              /* who and when, of the checks against abuse */
    struct facts other;              /* name and birth date of somebody else taken in with this CCCD */
};

/* `today` is a full ISO day. Never fails: what cannot be judged is VERDICT_UNCHECKED. */
void assess(const struct card *card, const struct answer *answer, const struct hospital *hospital,
            const char *today, struct judgement *ret);

/* The judgement of a scan that card_read refused. `kind` is what it looked like. */
void assess_unreadable(enum fault fault, const struct hospital *hospital, struct judgement *ret);

/* Found, whether it is told or switched off. */
bool assess_found(const struct judgement *judgement, enum finding finding);

/* True when the facility is this hospital's own or a sister code, or leads to the same facility as one of
 * them (heir.h); also when none is configured. */
bool assess_own(const struct hospital *hospital, const char *facility);

#endif
