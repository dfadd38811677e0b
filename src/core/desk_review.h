/* desk_review: the open review: who stands at the counter, what was found out, and what the clerk decided so far. */
#ifndef TIEPDON_DESK_REVIEW_H
#define TIEPDON_DESK_REVIEW_H
#include "core/intake.h"
#include "core/scan.h"
#include <stdint.h>

enum { DESK_SCANS = 3 }; /* of one person: the card, VssID, the CCCD */

/* What stood in the place of the address that `m` wrote. */
struct replaced {
    enum choice choice;
    enum source source; /* of a typed one */
    char typed[ADDRESS_SIZE];
};

/* What the portal was asked about the open review, and what it said. */
enum inquiry_state {
    INQUIRY_NONE, /* not asked: not configured, not needed, or the question lacks a name or a birth date */
    INQUIRY_OUT,  /* asked, no answer yet */
    INQUIRY_ANSWERED, /* answer.portal says what */
    INQUIRY_FAILED,   /* heard.trouble says why */
};
enum { INQUIRY_AGAIN = 2 }; /* how often a name or birth date typed from the papers is asked again */

struct inquiry {
    enum inquiry_state state;
    int ticket; /* of the newest question: an older one's answer is not this review's */
    int history_ticket, copayment_ticket;
    struct question question;
    bool wanted;        /* the clerk asked for it by key */
    uint64_t since;     /* when it went out */
    int again;          /* questions with values typed from the papers */
    struct reply heard; /* the newest answer, heard again when the register was asked anew */
    bool history_out, copayment_out;
    bool copayment_known;
    struct reply copayment; /* also a trouble's */
    enum trouble history_trouble;
};

/* A review of somebody taken in earlier, whose answer came late and differs. */
struct late_review {
    char id[ID_SIZE]; /* of the intake; "" for a review of somebody at the counter */
    date_text day;
    char time[6];
    struct intake held; /* as taken in, or as last revised */
    bool agreed;        /* it is being closed because it holds what it should */
    bool found;         /* it was opened from the search box */
    bool today;         /* it was opened from the list of today, which its end leads back to */
    bool slip;          /* for its slip alone: so does the end of that */
};

struct review {
    struct card card;              /* all scans of the person joined; empty for one without card or number */
    struct card asked;             /* what the look-up asks about: card, or a number typed beside it */
    struct scan scans[DESK_SCANS]; /* as received */
    int scan_count;
    bool typed;           /* the card is a bare number: nothing can be compared */
    struct answer answer; /* narrowed to `picked`, emptied when `dropped` */
    struct judgement judgement;
    struct decision decision;
    struct replaced replaced;   /* while the address is one that `m` wrote */
    int row;                    /* index into judgement.rows: the cursor */
    enum field cursor;          /* its field, so that it stays when the rows change; FIELD_COUNT for none */
    bool confirmed;             /* typed: the birth year was given and fits */
    bool same;                  /* identity_stop: declared the same person; Enter is as for identity */
    char paper_year[5];         /* same: the birth year the paper in hand says */
    bool dropped;               /* identity_stop: the member was another person's */
    bool by_card;               /* taken in provisionally by the card, against the system's row */
    bool identified;            /* a record without any number: the clerk said that it is this person's */
    bool cccd_refused;          /* a citizen ID was scanned for this person and names another one */
    bool heeded;                /* Enter was asked once more about what the hospital raised to stop */
    bool repeat_ok;             /* a reason for a second intake today was given */
    bool visit_ok;              /* and for a stay elsewhere, or a visit elsewhere today */
    char picked[NUMBER_SIZE];   /* the number of the member chosen among candidates, "" for none */
    enum intake_status status;  /* what the save under way shall be */
    enum difficulty difficulty; /* opened together with the intake */
    struct entitlement entitlement;            /* what the clerk chose; code "" for nothing */
    char birth_certificate[PAPER_NUMBER_SIZE]; /* of a child without a card */
    struct contact contact;
    struct contact
        brought; /* what of it came back from earlier intakes: what equals it was typed by nobody today */
    struct inquiry inquiry;
    struct late_review late;
};

#endif
