/* answer: what the sources could say about a card: the members found, how far absence can
 * be trusted, earlier intakes. */
#ifndef TIEPDON_ANSWER_H
#define TIEPDON_ANSWER_H
#include "core/card.h"
#include "core/member.h"
#include "core/patient.h"
#include "core/portal.h"
#include <stdbool.h>

/* At most nine choices fit one digit key. */
enum { ANSWER_MAX = 9, QUERY_MAX = 4 };

/* How to look a member up; the first query of a plan that finds rows answers. Every query except QUERY_PERSON
 * also brings all other rows of the persons it finds (same maSoBHXH). */
enum query_kind {
    QUERY_NUMBER,     /* maThe = key */
    QUERY_NEW_NUMBER, /* maTheMoi = key */
    QUERY_BHXH,       /* maSoBHXH = key */
    QUERY_CCCD,       /* soCCCD = key */
    QUERY_PERSON,     /* no soCCCD, folded name, full birth date, gender: an offer, never an answer */
};

struct query {
    enum query_kind kind;
    char key[NAME_SIZE]; /* the number, or the folded name (text_fold) */
    date_text birth_date;
    char gender[GENDER_SIZE];
};

/* Writes the queries for a card in order and returns their count (0 for an empty card). */
int lookup_plan(const struct card *card, struct query ret[QUERY_MAX]);

/* An earlier intake of the same person on the same day in this data directory. */
struct repeat {
    bool found;
    char id[40];  /* of the intake */
    char time[6]; /* "08:41" */
    char counter[128];
    char clerk[128];
};

/* What the portal said to the question about this card, without its lists. */
struct portal_word {
    bool asked;           /* an answer, or the lack of one, is known */
    enum trouble trouble; /* why there is none */
    char code[RESULT_CODE_SIZE];
    minute_text at;
    bool has_member;          /* it named the person */
    struct question question; /* what it was asked */
};

struct answer {
    struct portal_word portal;
    struct history history; /* as the portal told it, for the checks against abuse */
    struct member members[ANSWER_MAX];
    int member_count;
    bool more;    /* there are more persons than fit */
    bool offered; /* the rows come from QUERY_PERSON */
    enum source source;
    date_text complete_as_of; /* the newest day for which the register says it holds every member; "" never */
    date_text as_of;          /* the newest day of data in the register; "" for an empty one */
    struct repeat repeat;
    struct patient patient; /* what we know of the person from earlier intakes; id 0 for nobody */
    struct patient other;   /* somebody else who was taken in with this very CCCD; id 0 for nobody */
};

/* A row of the register that the newest file which held every member did not bring again. */
bool answer_dropped(const struct answer *answer, const struct member *member);

/* The same maSoBHXH, half of the register's key. */
bool member_same_person(const struct member *a, const struct member *b);

/* What a look-up asks about: of the rows of one person those that count today are kept. */
struct asked {
    const char *number; /* the one presented, "" for none */
    const char *today;  /* full ISO day */
};

/* Takes a row up, of which there may be any number. When the answer is full a person with several rows gives
 * up the one that counts least; a person who then finds no room sets `more`. complete_as_of is set before. */
void answer_add(struct answer *answer, const struct member *member, const struct asked *asked);
/* A row of this person is in the answer. */
bool answer_knows(const struct answer *answer, const char *bhxh_number);

/* The portal's word beside what the register said. Its row joins the row of the same card field by field: what it said
 * replaces, what it left out stays (member.heard, rest_as_of); of several persons only the one it named stays; a third
 * card of the person is a row of its own. With 050 the answer's source is the portal: the rows stay, and assess looks
 * at none of them unless the register knows better (army and police; a citizen ID that is not synced). Visits and
 * checks go to answer->history. A trouble changes nothing but answer->portal. The same reply twice is as once. */
void answer_hear(struct answer *answer, const struct reply *reply, const struct asked *asked);

/* The clerk picked members[member] among several persons or from an offer: only that person's rows stay. */
void answer_choose(struct answer *answer, int member);

#endif
