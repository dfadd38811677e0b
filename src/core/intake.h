/* intake: what is written down when the clerk has decided: the final value of every field, where each came
 * from, and a correction for every value that is not the card's. The record is complete in itself and refers
 * to no register row. */
#ifndef TIEPDON_INTAKE_H
#define TIEPDON_INTAKE_H
#include "core/assess.h"
#include "core/entitlement.h"
#include "core/patient.h"

enum { REASON_SIZE = 512 };

enum choice { CHOICE_PROPOSED, CHOICE_CARD, CHOICE_SYSTEM, CHOICE_TYPED };

/* What the clerk decided, field by field. CHOICE_PROPOSED is the card's value, or the system's for a safe row
 * and for what the card lacks; for an identity row it means "not decided yet". */
struct decision {
    enum choice choice[FIELD_COUNT];
    struct facts typed;
    enum source typed_source[FIELD_COUNT]; /* SOURCE_PAPERS, _PATIENT, _PAGE or _UNITS */
    char reason[REASON_SIZE]; /* typed for a repeat, for "the same person", for a kept card value */
};

enum intake_status { INTAKE_ADMITTED, INTAKE_PROVISIONAL, INTAKE_NOT_INSURED };

/* FIX replaces a value of the card. FILL adds one that the card or the system did not state, or writes what
 * the card said as the system does (equivalent): nothing was wrong. KEEP holds the card's value against the
 * system's, which opens a difficulty. */
enum correction_kind { CORRECTION_FIX, CORRECTION_FILL, CORRECTION_KEEP };

/* before = intake.card's value, after = intake.facts' value. */
struct correction {
    enum field field;
    enum correction_kind kind;
    enum source source;
    enum finding reason; /* the row's finding, FINDING_COUNT where nothing called for it */
};

/* Vướng mắc: a difficulty to be reported to BHXH. */
#define DIFFICULTY_LIST(X)                                                                                   \
    X(NONE, none, "", "")                                                                                    \
    X(APP, app, "Ứng dụng không mở được thẻ", "App not accepted")                                            \
    X(UNSYNCED, unsynced, "CCCD chưa đồng bộ", "Citizen ID not synced")                                      \
    X(FACILITY, facility, "Sai nơi ĐK KCBBĐ", "Wrong facility")                                              \
    X(ADDRESS, address, "Sai địa chỉ", "Wrong address")                                                      \
    X(IDENTITY, identity, "Sai họ tên, ngày sinh, giới tính", "Wrong identity")                              \
    X(VALIDITY, validity, "Hạn thẻ không đúng", "Wrong validity")                                            \
    X(NOT_FOUND, not_found, "Không tìm thấy thẻ", "Not found")                                               \
    X(READER, reader, "Máy quét không đọc được", "Reader failed")                                            \
    X(PORTAL, portal, "Cổng không trả lời", "Portal dead")                                                   \
    X(OTHER, other, "Khác", "Other")

enum difficulty {
#define X(code, lower, vi, en) DIFFICULTY_##code,
    DIFFICULTY_LIST(X)
#undef X
        DIFFICULTY_COUNT
};

const char *difficulty_code(enum difficulty difficulty);
const char *difficulty_text(enum difficulty difficulty, enum language language);
enum difficulty difficulty_named(const char *code); /* DIFFICULTY_COUNT for none */
/* The kind that fits a judgement's first weighty finding. */
enum difficulty difficulty_propose(const struct judgement *judgement);

struct intake {
    enum intake_status status;
    enum card_kind kind;
    enum verdict verdict;
    struct facts card;   /* as presented */
    struct facts facts;  /* as taken in */
    struct facts system; /* what the assessment data says; kept beside a difficulty alone */
    enum source source[FIELD_COUNT];
    char bhxh_number[BHXH_SIZE];
    struct correction corrections[FIELD_COUNT];
    int correction_count;
    struct findings findings;
    char reason[REASON_SIZE];
    enum difficulty difficulty; /* opened together with the intake */
    char difficulty_text[REASON_SIZE];
    enum source checked;
    date_text as_of;
    bool repeat; /* the clerk knows of today's earlier intake and gave a reason */
    struct entitlement entitlement;
    char birth_certificate[PAPER_NUMBER_SIZE]; /* of a child without a card, "" for none */
    char cmnd[CMND_SIZE];                      /* as the code of a CCCD stated it, "" for none */
    struct contact contact;
    char of[ID_SIZE]; /* this record takes the place of that intake's; "" for a new intake */
    int settled; /* how often a record read back was revised, closed or found to agree; goes back with `of` */
    bool check;  /* taken in before the assessment data could say so: on the list chưa kiểm tra */
    struct question
        question; /* what the list shall ask; incomplete where it can only wait for the register */
    int asking; /* seconds for which this counter waits for its answer: no other one asks; 0: it is not out */
};

/* Pure: the same three always give the same record. `ignore_system` makes the provisional record "by the
 * card". Corrections of CHOICE_PROPOSED are made only where judgement.rows says safe, or fills. */
void intake_make(const struct card *card, const struct judgement *judgement, const struct decision *decision,
                 enum intake_status status, bool ignore_system, struct intake *ret);

/* The field a clerk must still decide, or FIELD_COUNT: identity rows that differ and have CHOICE_PROPOSED. */
enum field intake_undecided(const struct judgement *judgement, const struct decision *decision);

const char *intake_status_code(enum intake_status status);   /* "admitted" "provisional" "not_insured" */
const char *correction_kind_code(enum correction_kind kind); /* "fix" "fill" "keep" */

#endif
