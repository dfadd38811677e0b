/* desk: the state machine of one counter: what is open, what the clerk may press, what shall happen next.
 *
 * Events go in with their time (milliseconds of a clock that never goes back), a wish comes out; the shell carries the
 * wish out and brings the result back by another event, which may wish again. The desk never waits: every screen is a
 * mode, a dialogue is a mode, there is no nested loop. It is a plain record without pointers, so a copy of it is a
 * snapshot (the shell takes one before every key, for scanners that type into the terminal).
 *
 *                        ┌────────────── any scan ──────────────┐
 *   WAITING ── digit ──▶ SEARCH ── Enter ──▶ (WISH_LOOK_UP) ──▶ REVIEW ◀──▶ EDIT, SOURCE, YEAR, SAME, REASON, FORM,
 *      │ ▲                                                        │ ▲        CONFIRM, DIFFICULTY, SLIP, OTHER
 *      │ └──────────── taken in (desk_saved), Esc, next in queue ─┘ │
 *      └─ F1 HELP · F3 UNDO · F4 TODAY · F5 DEMO · F6 BIND ─────────┘ (each returns to where it came from)
 */
#ifndef TIEPDON_DESK_H
#define TIEPDON_DESK_H
#include "core/intake.h"
#include "core/key.h"
#include "core/scan.h"
#include <stdint.h>

enum {
    DESK_QUEUE = 3,     /* scans that wait while a review is open; a fourth is refused aloud */
    DESK_LIST = 40,     /* rows of today's list held at once */
    DESK_CARDS = 40,    /* demonstration cards */
    DESK_LINE = 1025,   /* the longest value a clerk can type: an address */
    ARM_MS = 400,       /* Enter acts only this long after the review's first frame */
    NOTICE_MS = 8000,   /* how long a notice stays when nothing is pressed */
};

enum mode {
    MODE_WAITING,
    MODE_SEARCH,     /* typing a number; line */
    MODE_REVIEW,     /* card beside system */
    MODE_EDIT,       /* typing the value of review.row's field; line */
    MODE_SOURCE,     /* where the typed value comes from: 1 papers, 2 patient, 3 portal page */
    MODE_YEAR,       /* found: the last two digits of the birth year; line */
    MODE_SAME,       /* identity_stop, choice 2: the full birth year from the paper in hand, then a reason; line */
    MODE_REASON,     /* repeat and identity_stop: why; line */
    MODE_CANDIDATES, /* several persons or an offer: a digit picks one */
    MODE_FORM,       /* name, birth date, gender of a person without a scan; form, line */
    MODE_CONFIRM,    /* invalid, choice 2: asks once more */
    MODE_DIFFICULTY, /* v: kind and one line of text; line */
    MODE_SLIP,       /* g: the guidance slip */
    MODE_OTHER,      /* a second scan, probably another person: 1 queue, 2 same person, 3 drop */
    MODE_TODAY,      /* the list of today's intakes */
    MODE_UNDO,       /* F3: whose and when, wants Enter */
    MODE_DEMO,       /* demonstration cards by key */
    MODE_BIND,       /* waiting for a scan with a new scanner */
    MODE_HELP,
    MODE_LEAVE,      /* F10: asks once, then WISH_LEAVE */
    MODE_COUNT,
};

enum wish_kind {
    WISH_NONE,
    WISH_LOOK_UP,    /* ask register and journal about review.card -> desk_answer */
    WISH_SAVE,       /* write desk.intake -> desk_saved */
    WISH_DIFFICULTY, /* write desk.intake's difficulty alone, without an intake -> desk_saved */
    WISH_UNDO_FIND,  /* this counter's last act -> desk_last */
    WISH_UNDO,       /* undo desk.last -> desk_saved */
    WISH_TODAY,      /* fill desk.list from desk.list_top on -> desk_listed */
    WISH_CARD,       /* demonstration card number `number` through the picture road -> desk_scan */
    WISH_BIND,       /* begin to listen to unknown scanners; ended by desk_bound, or WISH_BIND_END */
    WISH_BIND_END,
    WISH_LEAVE,
};

struct wish {
    enum wish_kind kind;
    int number;
};

/* Text being typed. */
struct line {
    char text[DESK_LINE];
    size_t at; /* byte index of the cursor, on a character boundary */
};

struct review {
    struct card card;
    struct scan scans[2]; /* as received: the first and, where one joined, the second */
    int scan_count;
    bool typed; /* the card is a typed number */
    struct answer answer;
    struct judgement judgement;
    struct decision decision;
    int row;         /* index into judgement.rows: the cursor */
    bool confirmed;  /* found: the birth year was typed and fits */
    bool same;       /* identity_stop: declared the same person */
    bool by_card;    /* provisional by the card, the system's row dropped */
    bool repeat_ok;  /* a reason for a second intake today was given */
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
};

struct demo_card {
    char title[160];
    char verdict[24];
};

enum scanner_state { SCANNER_NONE, SCANNER_READY, SCANNER_BUSY, SCANNER_DENIED };

/* What the header line shows; the shell keeps it up to date. */
struct status {
    enum scanner_state scanner;
    int scanners;
    date_text register_as_of;
    int register_age;             /* days; -1 with no register */
    enum fault register_fault;    /* FAULT_NONE when it answers */
    bool portal;                  /* configured; always "○" until there is a portal client */
    char clock[6];                /* "08:42" */
    date_text today;
    int unchecked;                /* on the list to check later */
};

struct desk {
    struct hospital hospital;
    struct status status;
    enum mode mode;
    enum mode back;       /* where HELP, TODAY, UNDO, DEMO, BIND and LEAVE return to */
    bool open;            /* a review is open */
    struct review review;
    struct line line;
    int step;             /* within a mode: which field of FORM, which part of SAME */
    struct facts form;    /* name, birth_date, gender being typed */
    enum difficulty kind; /* proposed in DIFFICULTY, changed by Tab */
    struct scan second;   /* the scan MODE_OTHER asks about */
    struct card second_card;
    struct scan queue[DESK_QUEUE];
    char queue_names[DESK_QUEUE][NAME_SIZE]; /* or the number, where a scan has no name */
    int queue_count;
    struct intake intake; /* what WISH_SAVE shall write */
    bool saving;          /* WISH_SAVE or WISH_UNDO is out: keys that write wait */
    struct act last;      /* what MODE_UNDO would undo; id "" for nothing */
    struct act list[DESK_LIST];
    int list_count, list_top, list_total, list_row;
    struct demo_card cards[DESK_CARDS];
    int card_count, card_row;
    enum fault notice;        /* FAULT_NONE: none; else its sentence stands in the notice line */
    char said[256];           /* a notice that is no fault ("Đã tiếp nhận ..."), "" for none */
    uint64_t notice_until;
    uint64_t shown_at;        /* when the review's first frame with the present proposal was shown; 0 not yet */
    bool beep;                /* the shell rings and clears it */
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
/* Something went wrong outside (scanner lost, half a scan, disk full): shown in the notice line, with a bell. */
void desk_fault(struct desk *desk, enum fault fault, uint64_t now);
/* The frame of the present state is on the terminal. Starts the arming of Enter. */
void desk_shown(struct desk *desk, uint64_t now);
/* Time passed: a notice may go. */
void desk_tick(struct desk *desk, uint64_t now);
/* Milliseconds until desk_tick or a redraw is due (arming, notice), -1 for never. */
int desk_timeout(const struct desk *desk, uint64_t now);

/* Enter would act now. The screen marks it by a word, so that a clerk sees it and a test can wait for it. */
bool desk_armed(const struct desk *desk, uint64_t now);
/* This key would write to the journal in the present state: burst.h holds such keys back. */
bool desk_key_writes(const struct desk *desk, struct key key);
/* The key does something in the present state: no dead key stands on a screen. */
bool desk_key_known(const struct desk *desk, struct key key);
/* The field under the cursor, or FIELD_COUNT. */
enum field desk_field(const struct desk *desk);

/* The draft: text that rebuilds the open review, the typed line and the queue after a crash. Empty when nothing is open.
 * desk_draft returns the length without the NUL, or 0 when nothing is open; `cap` of DRAFT_MAX always suffices. */
enum { DRAFT_MAX = 64 * 1024 };
size_t desk_draft(const struct desk *desk, char *out, size_t cap);
/* Reads a draft back; a damaged one is FAULT_DRAFT and changes nothing. Wishes the look-up. */
NEEDED enum fault desk_restore(struct desk *desk, const char *draft, uint64_t now, struct wish *ret);

#endif
