/* desk: the state machine of one counter: what is open, what the clerk may press, what shall happen next.
 *
 * Events go in with their time (milliseconds of a clock that never goes back), a wish comes out; the shell
 * carries the wish out and brings the result back by another event, which may wish again. The desk never
 * waits: every screen is a mode, a dialogue is a mode, there is no nested loop. It is a plain record without
 * pointers, so a copy of it is a snapshot (the shell takes one before every key, for scanners that type into
 * the terminal). Times are above 0.
 *
 *                       ┌──────────── any scan ────────────┐
 *   WAITING ─ digit ─▶ SEARCH ─ Enter ─▶ (WISH_LOOK_UP) ─▶ REVIEW ◀──▶ EDIT ◀─▶ SOURCE, YEAR, SAME, REASON,
 *     ▲                                                      │         FORM, CONFIRM, CANDIDATES, HEIRS,
 *     └───── taken in (desk_saved), or Esc Esc; the next of ──┘         DIFFICULTY, SLIP, HISTORY, COPAYMENT,
 *            the queue opens its own REVIEW instead                     CONTACT, OTHER
 *
 * LATE ─ Enter ─▶ (WISH_LATE_OPEN) ─▶ REVIEW of somebody taken in earlier, who is not here: a scan closes it, and the
 * record stays on the list. TODAY ─ Enter ─▶ (WISH_RECORD) likewise. HELP, TODAY, LATE, UNDO, DIFFICULTIES, DEMO, BIND,
 * CAMERA and LEAVE lie over another mode and return to it; CHARTS and CLOSE lie over TODAY, ANSWER over DIFFICULTIES.
 * SIGN_IN takes the place of any mode and gives it back to whoever signs in. */
#ifndef TIEPDON_DESK_H
#define TIEPDON_DESK_H
#include "core/clerk.h"
#include "core/code.h"
#include "core/desk_review.h"
#include "core/find.h"
#include "core/kept.h"
#include "core/key.h"
#include "core/line.h"
#include "core/preview.h"
#include "core/setup.h"
#include "core/unit_search.h"
#include <stdint.h>

enum {
    DESK_QUEUE = 3,       /* scans that wait while a review is open; a fourth is refused aloud */
    DESK_LIST = 40,       /* rows of today's list held at once */
    DESK_CARDS = 40,      /* demonstration cards */
    DESK_FACILITIES = 16, /* whose names a review and its history show */
    DESK_HINTS = 24,
    BOUNCE_MS = 30, /* no finger presses a key twice within this time: the second is the first one's bounce */
    ARM_MS = 400,   /* Enter writes only this long after the first frame of what it would write */
    NOTICE_MS = 8000, /* how long a notice stays when nothing is pressed */
    ESCAPE_MS = 3000, /* a second Esc within this drops the open review */
};

enum mode {
    MODE_WAITING,
    MODE_SEARCH, /* the search box: typing a number or a name, whom it finds below; line */
    MODE_REVIEW, /* card beside system */
    MODE_EDIT,   /* typing the value of review.row's field; line */
    MODE_SOURCE, /* where the typed value comes from: 1 papers, 2 patient, 3 portal page */
    MODE_YEAR,   /* found: the last two digits of the birth year; line */
    MODE_SAME, /* identity_stop, choice 2: the full birth year from the paper in hand, then a reason; line */
    MODE_REASON,     /* repeat and identity_stop: why; line */
    MODE_CANDIDATES, /* several persons or an offer: a digit picks one */
    MODE_FORM,       /* name, birth date, gender of a person without a scan; form, line */
    MODE_HEIRS,      /* m: the communes a divided one became; a digit picks one */
    MODE_CONFIRM, /* asks once more: invalid, choice 2; or Enter where the hospital raised a finding to stop */
    MODE_DIFFICULTY, /* v: kind and one line of text; line */
    MODE_SLIP,       /* g: the guidance slip */
    MODE_ENTITLE,    /* k: what the visit may count as; a digit picks one */
    MODE_PAPER,      /* the paper of the case just picked, line by line; line */
    MODE_OTHER,      /* a second scan, probably another person: 1 queue, 2 same person, 3 drop */
    MODE_TODAY,      /* the list of today's intakes */
    MODE_UNDO,       /* F3: whose and when, wants Enter */
    MODE_DEMO,       /* demonstration cards by key */
    MODE_BIND,       /* setting up a scanner: it scans the known code, or any card */
    MODE_CAMERA,     /* looking for a code with the camera, which the shell keeps running exactly as long */
    MODE_HELP,
    MODE_LATE, /* F9: the list chưa kiểm tra: who was taken in unchecked, and whose answer waits for a clerk */
    MODE_HISTORY,      /* h: visits and checks of the last six months, as the portal told them */
    MODE_COPAYMENT,    /* $: what the patient paid this year, and what it means */
    MODE_CONTACT,      /* l: how to reach the patient, step by step; line */
    MODE_DIFFICULTIES, /* F11: the list of difficulties */
    MODE_ANSWER,       /* one of them: sent, answered with a text; line */
    MODE_CHARTS,       /* statistics of some days */
    MODE_CLOSE,        /* chốt ngày: the day's totals and what is still open; wants Enter */
    MODE_SIGN_IN, /* name, then PIN; line, never shown for the PIN; also locked, when the clerk is known */
    MODE_LEAVE,   /* F10: asks once, then WISH_LEAVE */
    MODE_COUNT,
};

enum wish_kind {
    WISH_NONE,
    WISH_LOOK_UP,    /* ask register and journal about review.asked -> desk_answer */
    WISH_SAVE,       /* write desk.intake -> desk_saved */
    WISH_DIFFICULTY, /* write desk.intake's difficulty alone, without an intake; desk.answered.number is
                          the number it got -> desk_saved */
    WISH_UNDO_FIND,  /* this counter's last act -> desk_last */
    WISH_UNDO,       /* undo desk.last -> desk_saved */
    WISH_TODAY, /* fill desk.latest, desk.totals, and desk.list by desk.filter from desk.list_top on -> desk_listed */
    WISH_CARD,         /* demonstration card number `number` through the picture road -> desk_scan */
    WISH_SETUP,        /* write the profile of heard.setup for heard.device and bind it -> desk_set_up */
    WISH_PORTAL,       /* ask the portal review.inquiry.question -> desk_portal; `number` is the ticket */
    WISH_HISTORY,      /* the same of its visits */
    WISH_COPAYMENT,    /* and of what was paid */
    WISH_LATE,         /* fill desk.late from desk.late_top on -> desk_late_listed */
    WISH_LATE_OPEN,    /* read the record of desk.late[number] and look it up -> desk_late_open */
    WISH_LATE_CLOSE,   /* off the list, as it was taken in; review.late and decision.reason -> desk_saved */
    WISH_FIND,         /* fill desk.found by desk.find -> desk_found */
    WISH_RECORD,       /* read the record desk.record and look it up -> desk_late_open */
    WISH_DIFFICULTIES, /* fill desk.difficulties by desk.difficulty_filter from desk.difficulties_top on
                          -> desk_difficulties_listed */
    WISH_DIFFICULTY_READ, /* read the difficulty desk.answered.number -> desk_difficulty_open */
    WISH_ANSWER,          /* write desk.answered -> desk_saved */
    WISH_STATISTICS,      /* fill desk.statistics for its from and to -> desk_statistics */
    WISH_CLOSE_DAY,       /* -> desk_saved */
    WISH_PRINT,           /* desk.printing, on its way to the printer -> desk_printed */
    WISH_SIGN_IN,         /* desk.sign.login and the PIN in desk.sign.line -> desk_signed */
    WISH_LOCK,            /* journal that the counter was locked */
    WISH_LEAVE,
};

/* What WISH_PRINT prints. */
enum printing { PRINT_SLIP, PRINT_DIFFICULTY, PRINT_DAY };

/* Who works here. Without clerks in the journal nobody signs in: `needed` is false and every right is given. */
struct signing {
    bool needed;
    bool in;     /* somebody is; else only MODE_SIGN_IN is there */
    bool locked; /* the clerk is known and only the PIN is asked; what was open stays */
    struct clerk clerk;
    char login[LOGIN_SIZE]; /* whose PIN is asked; "" while the name is typed */
    struct line line;       /* the name or the PIN; desk.line stays what the work left in it */
    enum mode under, back;  /* desk.mode and desk.back of the work */
    uint64_t wait_until;    /* after wrong PINs */
    uint64_t active_at;     /* of the last key or scan */
};

/* MODE_ANSWER: looking at it; a state was chosen, Enter writes it; the reply is being typed, Enter writes it. */
enum answering { ANSWERING_LOOK, ANSWERING_MOVE, ANSWERING_REPLY };

/* MODE_CHARTS: what is counted, and over how many days until today. */
enum chart {
    CHART_HOURS,
    CHART_FINDINGS,
    CHART_DAYS,
    CHART_FACILITIES,
    CHART_DIFFICULTIES,
    CHART_COUNTERS,
    CHART_COUNT
};
enum period { PERIOD_DAY, PERIOD_WEEK, PERIOD_MONTH, PERIOD_COUNT };

struct wish {
    enum wish_kind kind;
    int number;
};

struct demo_card {
    char file[64]; /* of the picture, within the data directory */
    char title[160];
    char verdict[24];
};

/* A facility's name beside its code; of one that goes on under another code (heir.h) the heir's name. */
struct facility {
    char code[FACILITY_SIZE];
    char name[PLACE_SIZE];
};

enum scanner_state { SCANNER_NONE, SCANNER_READY, SCANNER_BUSY, SCANNER_DENIED };

/* What the header line shows; the shell keeps it up to date. */
struct status {
    enum scanner_state scanner;
    int scanners;
    enum fault scanner_fault;              /* what hinders, FAULT_NONE when nothing does or none is there */
    char scanner_culprit[FAULT_NAME_SIZE]; /* for fault_sentence */
    date_text register_as_of;
    int register_age;            /* days; -1 with no register */
    enum fault register_fault;   /* FAULT_NONE when it answers */
    enum fault journal_fault;    /* FAULT_NONE when it can be read and written */
    bool portal;                 /* configured */
    enum trouble portal_trouble; /* of the last question, TROUBLE_NONE when it answered or none was asked */
    bool portal_heard;           /* it answered the last question */
    bool stand_in;               /* it is the stand-in: a banner says so */
    char clock[6];               /* "08:42" */
    date_text today;
    long missing_cccd;    /* members without a CCCD in the register; -1 unknown */
    int difficulties;     /* open or sent */
    int difficulties_due; /* of them: since hospital.remind_days or longer */
    int unchecked;        /* on the list to check later */
    int differing;        /* of them: the answer waits for a clerk */
    bool camera;          /* one is there to be used */
    bool backup_old;      /* the newest backup is older than the configuration wants */
};

/* By which road the known code came. */
enum heard_road {
    HEARD_STRANGER, /* a device that nobody had bound: what it sends is written down at once */
    HEARD_BOUND,    /* a scanner this counter has: its profile is changed after an Enter */
    HEARD_KNOWN,    /* likewise, one that a profile names */
    HEARD_TERMINAL, /* typed or pasted into this terminal: nothing can be written, only said */
};

enum heard_stage {
    HEARD_NOTHING, /* the code is shown */
    HEARD_OFFER,   /* Enter writes what was recognised */
    HEARD_TOLD,    /* what was recognised is shown */
};

/* MODE_BIND: what came of the known code. */
struct heard {
    enum heard_stage stage;
    enum heard_road road;
    struct setup setup;
    struct device device;            /* of a terminal without a name */
    char profile[PROFILE_NAME_SIZE]; /* the name of the profile that was written, else "" */
    uint64_t at;                     /* when a device sent it: what the terminal has then is the echo of it */
};

struct desk {
    struct hospital hospital;
    struct status status;
    enum mode mode;
    enum mode back;  /* where HELP, TODAY, LATE, UNDO, DIFFICULTIES, DEMO, BIND, CAMERA and LEAVE return to */
    enum mode under; /* where OTHER returns to */
    bool open;       /* a review is open */
    struct review review;
    bool asking; /* WISH_LOOK_UP is out: the judgement is not there yet */
    struct line line;
    struct line other; /* DIFFICULTY: the one of its two lines that is not being typed */
    struct line kept;  /* a number half typed when a scan opened a review; it comes back after it */
    enum field field;  /* what EDIT edits */
    int step;          /* FORM: enum form_step; SAME: 0 year, 1 reason; PAPER: enum paper_step;
                             EDIT: 1 digits pick a commune; REASON: enum reason_step; DIFFICULTY: enum difficulty_step; CONTACT: enum contact_step */
    struct unit_choice communes[UNIT_CHOICES]; /* EDIT: for what is typed of an address */
    int commune_count;
    struct facts form;                   /* name, birth_date, gender being typed */
    char certificate[PAPER_NUMBER_SIZE]; /* FORM: number of the birth certificate */
    struct entitlement pending;          /* PAPER: the case picked, until its paper is typed */
    enum difficulty kind;                /* proposed in DIFFICULTY, changed by Tab */
    struct scan second;                  /* the scan MODE_OTHER asks about */
    struct card second_card;
    struct scan queue[DESK_QUEUE];
    char queue_names[DESK_QUEUE][NAME_SIZE]; /* or the number, where a scan has no name */
    int queue_count;
    struct intake intake; /* what WISH_SAVE shall write */
    bool saving;     /* WISH_SAVE, WISH_DIFFICULTY or WISH_UNDO is out: keys do nothing until desk_saved */
    struct act last; /* what MODE_UNDO would undo; id "" for nothing */
    bool chosen;     /* UNDO: it was chosen on the list of today, which the way back leads to */
    struct act latest[DESK_LIST]; /* the newest of today, for the waiting screen */
    int latest_count, latest_total;
    struct act list[DESK_LIST]; /* TODAY: those that `filter` takes */
    int list_count, list_top, list_total, list_row;
    struct late late[DESK_LIST];
    int late_count, late_top, late_total, late_row;
    char late_at[ID_SIZE]; /* the row under the cursor, which stays with it when the list changes */
    struct find find;      /* SEARCH: what the line asks; desk.found answers it */
    struct hit_list found;
    int found_row;        /* the row that Enter opens, -1: the line itself, as a number */
    uint64_t found_at;    /* when Enter went to the first of several rows, 0 where the clerk did */
    char record[ID_SIZE]; /* of WISH_RECORD */
    bool record_found, record_today,
        record_slip; /* it was wished from the search box; from the list of today; for its slip alone */
    enum act_filter filter; /* TODAY */
    struct day_totals totals;
    struct difficulty_record difficulties[DESK_LIST];
    int difficulties_count, difficulties_top, difficulties_total, difficulties_row;
    enum difficulty_state difficulty_filter; /* DIFFICULTY_STATES: all */
    struct difficulty_record opened;         /* ANSWER: the one opened, as it is */
    struct difficulty_detail detail;         /* and what the clerk saw */
    struct difficulty_record answered;       /* and as WISH_ANSWER shall write it */
    enum answering answering;
    struct line reply; /* what BHXH answered, being typed; it waits for its difficulty to be opened again */
    long reply_to;     /* number of that difficulty */
    enum chart chart;
    enum period period;
    struct statistics statistics;
    struct signing sign;
    enum printing printing;
    bool print_out; /* WISH_PRINT is on its way */
    int ticket;     /* of the last question to the portal */
    struct demo_card cards[DESK_CARDS];
    int card_count, card_row;
    struct facility facilities[DESK_FACILITIES]; /* card's, system's, visits'; the shell fills them */
    struct preview preview;                      /* CAMERA: what it sees; empty until the first frame */
    struct code guide;                           /* SLIP: hospital.guide as a QR code, side 0: none */
    struct code code;                            /* SETUP_TEXT as a QR code; the shell makes it once */
    struct heard heard;
    int page; /* of SLIP and HELP, counted from 0 when they open; the screen takes it modulo its pages */
    enum fault notice;                 /* FAULT_NONE: none; else its sentence stands in the notice line */
    char notice_name[FAULT_NAME_SIZE]; /* for fault_sentence */
    char said[256];                    /* a notice that is no fault ("Đã tiếp nhận ..."), "" for none */
    uint64_t notice_until;
    uint64_t shown_at; /* when the first frame with the present proposal was shown; 0 not yet */
    uint64_t
        changed_until; /* a reply of the portal changed what is proposed: a choice before this was for the old one */
    uint64_t escape_until; /* until then a second Esc drops the review */
    struct key pressed;    /* the last key and its time: a digit that bounces writes once */
    uint64_t pressed_at;
    bool turned; /* it was a command that led elsewhere: its bounce is no answer there */
    bool beep;   /* the shell rings and clears it */
};

void desk_init(struct desk *desk, const struct hospital *hospital);

/* Events. */
struct wish desk_key(struct desk *desk, struct key key, uint64_t now);
struct wish desk_scan(struct desk *desk, const struct scan *scan, uint64_t now);
struct wish desk_answer(struct desk *desk, const struct answer *answer, uint64_t now);
/* `fault` FAULT_NONE: written and on disk. FAULT_REPEAT: another counter took this person in a moment ago;
 * `repeat` then says where. Any other fault leaves the review open and nothing written. */
struct wish desk_saved(struct desk *desk, enum fault fault, const struct repeat *repeat, uint64_t now);
struct wish desk_last(struct desk *desk, const struct act *last, uint64_t now); /* NULL: nothing to undo */
struct wish desk_listed(struct desk *desk, uint64_t now);
struct wish desk_bound(struct desk *desk, enum fault fault, const char *device, uint64_t now);
/* The camera's newest frame; the code in one comes by desk_scan and ends MODE_CAMERA, as every scan does. */
void desk_preview(struct desk *desk, const struct preview *preview);
/* The camera stopped by itself. */
void desk_camera_failed(struct desk *desk, enum fault fault, uint64_t now);
/* The known code was scanned: road, setup and device say so. `served`: the device's present profile reads it
 * already. Only in MODE_BIND, which is as long as the shell listens to strangers. */
struct wish desk_heard(struct desk *desk, const struct heard *heard, bool served, uint64_t now);
/* `profile` is the name of what was written. */
void desk_set_up(struct desk *desk, enum fault fault, const char *profile, uint64_t now);
/* Keys that came as only a scanner types them, and are no card: `fault` says why. */
void desk_garbled(struct desk *desk, const struct scan *scan, enum fault fault, uint64_t now);
/* The portal's reply to a ticket; one of a review that is no longer open changes nothing. Rows change in place: the
 * cursor stays, and Enter is armed anew only where what it would write has changed. */
struct wish desk_portal(struct desk *desk, const struct reply *reply, uint64_t now);
struct wish desk_late_listed(struct desk *desk, uint64_t now);
/* A record of the list as a review: `answer` is the register's word about its card, the portal's included. NULL: it is
 * no longer on the list. */
struct wish desk_late_open(struct desk *desk, const struct kept_intake *record, const struct answer *answer,
                           uint64_t now);
struct wish desk_found(struct desk *desk, uint64_t now);
struct wish desk_difficulties_listed(struct desk *desk, uint64_t now);
/* With a fault the list stays. */
struct wish desk_difficulty_open(struct desk *desk, enum fault fault, const struct difficulty_record *record,
                                 const struct difficulty_detail *detail, uint64_t now);
struct wish desk_statistics(struct desk *desk, uint64_t now);
/* FAULT_NONE: the printer has it. */
void desk_printed(struct desk *desk, enum fault fault, uint64_t now);
/* The open review's guidance slip, of SLIP_SIZE, as the screen and the printer have it; see slip.h. */
NEEDED enum fault desk_slip(const struct desk *desk, const char *template, char *out, size_t cap);
/* The journal knows clerks: nothing is shown and taken before one signs in. Call it behind desk_restore. */
void desk_sign_out(struct desk *desk);
/* `clerk` NULL: name or PIN is wrong, and `wait` milliseconds pass until the next try. */
struct wish desk_signed(struct desk *desk, const struct clerk *clerk, int wait, uint64_t now);
/* Nobody is signed in, or the counter is locked: no patient's name stands on the screen, and no scan is taken. */
bool desk_hidden(const struct desk *desk);
/* The clerk who is signed in may do this. */
bool desk_may(const struct desk *desk, enum right right);
/* The PIN is being typed: whatever copies the desk wipes the copy. */
bool desk_types_pin(const struct desk *desk);
/* Something went wrong outside (scanner lost, half a scan, disk full): shown in
 * the notice line, with a bell. */
void desk_fault(struct desk *desk, enum fault fault, uint64_t now);
/* The same, and whom its sentence names. */
void desk_fault_named(struct desk *desk, enum fault fault, const char *name, uint64_t now);
/* The frame of the present state is on the terminal. Starts the arming of Enter. */
void desk_shown(struct desk *desk, uint64_t now);
/* Time passed: a notice may go, or the counter locks itself. */
struct wish desk_tick(struct desk *desk, uint64_t now);
/* Milliseconds until desk_tick or a redraw is due (arming, notice), -1 for never. */
int desk_timeout(const struct desk *desk, uint64_t now);

/* What Enter does in the open review; the verdict line says it. GO moves to what is undecided, REASON and
 * YEAR open their line, CONFIRM asks once more before any of the others takes in. ASK asks the portal again with what
 * was typed from the papers, where it refused name or birth date. REVISE writes a late record anew under its id, CLOSE takes
 * one off the list that already holds what would be written, and LEAVE leaves such a one on it, because nothing has
 * answered yet; DONE closes the review of one that is on no list. */
enum enter {
    ENTER_NOTHING,
    ENTER_ADMIT,
    ENTER_CORRECT,
    ENTER_GO,
    ENTER_PROVISIONAL,
    ENTER_REASON,
    ENTER_YEAR,
    ENTER_CONFIRM,
    ENTER_ASK,
    ENTER_REVISE,
    ENTER_CLOSE,
    ENTER_LEAVE,
    ENTER_DONE,
};
enum enter desk_enter(const struct desk *desk);
/* How many things of the kept record Enter in a late review would change. */
int desk_differences(const struct desk *desk);

/* Enter would write (save, undo, confirm, leave) now. The screen marks it by a word, so that a clerk sees it
 * and a test can wait for it. */
bool desk_armed(const struct desk *desk, uint64_t now);
/* This key would write to the journal in the present state, were Enter armed:
 * burst.h holds such keys back. */
bool desk_key_writes(const struct desk *desk, struct key key);
/* The key does something in the present state: no dead key stands on a screen. */
bool desk_key_known(const struct desk *desk, struct key key);
/* The key would become text: a line is open, or the key opens one. */
bool desk_key_types(const struct desk *desk, struct key key);

/* One key that works in the present state, for the bottom lines and the help
 * screen: "Enter", "sửa & nhận". */
struct hint {
    const char *key, *text;
};
/* In the order of their weight; at most DESK_HINTS. */
int desk_hints(const struct desk *desk, struct hint ret[DESK_HINTS]);

/* The portal said that name or birth date is wrong, and did not give the right one. */
bool desk_refused(const struct desk *desk);
/* What the portal would be asked now; incomplete where something is missing (question_complete). */
void desk_question(const struct desk *desk, struct question *ret);
/* Enter on the last line of MODE_FORM asks the portal instead of taking in at once. */
bool desk_form_asks(const struct desk *desk);
/* The open record is of somebody who was taken in without any number: a card, a scanned or typed number says who. */
bool desk_nameless(const struct desk *desk);
/* Whom it names does not agree with the record, and the clerk has not said yet that it is this person. */
bool desk_identifies(const struct desk *desk);
/* MODE_REASON asks why a late record is left as it was taken in. */
bool desk_closes(const struct desk *desk);
/* Why MODE_REASON asks before taking in: REPEAT_TODAY, STAY_ELSEWHERE or LEFT_TODAY; FINDING_COUNT for nothing. */
enum finding desk_reason_for(const struct desk *desk);
/* The day a review is judged for: today, or the day on which a late record was taken in. */
const char *desk_day(const struct desk *desk);

/* What may be picked in MODE_ENTITLE: nine on a page. */
enum { ENTITLE_PAGE = 9 };
int desk_candidates(const struct desk *desk, struct candidate ret[ENTITLEMENT_MAX]);
int desk_entitle_page(const struct desk *desk, int count); /* counted from 0 */
/* What the intake would say now: what the clerk chose, else what is proposed, else code "". */
void desk_entitlement(const struct desk *desk, struct entitlement *ret);

/* What the reason in MODE_REASON is for: taking in all the same, or leaving a late record as it was taken in. */
enum reason_step { REASON_ADMIT, REASON_CLOSE };

enum paper_step { PAPER_STEP_NUMBER, PAPER_STEP_FROM, PAPER_STEP_TO, PAPER_STEPS };
/* The paper that MODE_PAPER asks about, and what it asks in a step. */
const struct scheme_paper *desk_paper(const struct desk *desk);
enum paper_asks desk_paper_asks(const struct desk *desk, int step);

/* MODE_CONTACT. CHOICE stands for ADDRESS where a contact address is known beside another one of the assessment data: 1
 * takes that one, 2 keeps the known one, 3 keeps both, 4 types another. */
enum contact_step {
    CONTACT_PHONE,
    CONTACT_ADDRESS,
    CONTACT_RELATIVE,
    CONTACT_RELATIVE_PHONE,
    CONTACT_STEPS,
    CONTACT_CHOICE = CONTACT_STEPS,
};
enum contact_choice { CONTACT_TAKE, CONTACT_KEEP, CONTACT_BOTH, CONTACT_OTHER };
/* The person of the open review was taken in before: review.answer.patient is theirs. */
bool desk_knows_patient(const struct desk *desk);
enum contact_choice desk_contact_chosen(const struct desk *desk);
/* What stands in the contact now, and the address it is held against: of the assessment data, "" for none. */
const char *desk_contact_known(const struct desk *desk);
const char *desk_contact_system(const struct desk *desk);

/* What MODE_DIFFICULTY asks, and the line of it. */
enum difficulty_step { DIFFICULTY_TEXT, DIFFICULTY_PHONE };
const struct line *desk_difficulty_line(const struct desk *desk, enum difficulty_step step);

enum form_step { FORM_NAME, FORM_BIRTH_DATE, FORM_GENDER, FORM_CERTIFICATE };
/* The last step of MODE_FORM: the birth certificate for a child under six without a card, else the gender. */
int desk_form_last(const struct desk *desk);

/* The field under the cursor, or FIELD_COUNT. */
enum field desk_field(const struct desk *desk);
/* The value that an intake would hold now. */
const char *desk_held(const struct review *review, enum field field);

/* The address to be held names units of before the mergers, and what became of them is known: `m` writes
 * those of today. */
bool desk_modernises(const struct desk *desk);
/* It did; and the map of units knows all that took the place over. */
bool desk_modern(const struct review *review);
bool desk_modern_sure(const struct desk *desk);
/* The communes of today in one of which that address lies; several where one was divided. */
int desk_heirs(const struct desk *desk, uint16_t ret[UNIT_HEIRS]);

/* The draft: text that rebuilds the open review, the typed line and the queue after a crash; one item a line,
 * its first line says the version, its last one proves it whole. The birth year and the reason of a repeat
 * are asked again. desk_draft returns the length without the NUL, or 0 when nothing is open and no number
 * half typed; `cap` of DRAFT_MAX always suffices: seven scans in hexadecimal and what can be typed. A late record's
 * review is not kept: it is on the list anyway, and may be settled by another counter before this one is back. */
enum { DRAFT_MAX = (DESK_SCANS + DESK_QUEUE + 1) * 2 * (PAYLOAD_MAX + 16) + 12 * 1024 };
size_t desk_draft(const struct desk *desk, char *out, size_t cap);
/* Reads a draft back; a damaged one is FAULT_DRAFT and changes nothing. Wishes the
 * look-up when a review is open. */
NEEDED enum fault desk_restore(struct desk *desk, const char *draft, uint64_t now, struct wish *ret);

#endif
