/* review: the parts of the review screen, from top to bottom. */
#ifndef TIEPDON_REVIEW_H
#define TIEPDON_REVIEW_H
#include "ui/frame.h"

/* The person, the verdict with what Enter does, and what follows from the correction. */
void review_person(struct frame *frame);
void review_verdict(struct frame *frame);
void review_after(struct frame *frame);
/* What the visit counts as, or that nobody chose yet; nothing without a table of entitlement. */
void review_entitlement(struct frame *frame);

/* Card beside system in at most `rows` rows: rows that agree are left out first, then it scrolls. */
void review_rows(struct frame *frame, int rows);
int review_rows_wanted(const struct frame *frame);
/* A portal is configured: its answer may come at any moment, and then nothing moves. Every field has its row, also one
 * that neither side states yet, and the table begins where it would with all that may stand above it. */
bool review_live(const struct desk *desk);
/* The rows of the head: person, verdict, what follows, entitlement; a rule in one that is free. */
enum { REVIEW_HEAD = 4 };

/* The fields that have a row in the table, from the top; those that agree go first where there is no room, before them
 * those that neither side states, and then only the rows around the cursor stay. */
struct slot {
    enum field field;
    int row; /* into judgement.rows, -1 where nothing is compared */
};
/* Returns how many; *ret_folded counts the rows that agree and found no room. */
int review_slots(const struct desk *desk, int room, struct slot ret[FIELD_COUNT], int *ret_folded);
int review_slots_wanted(const struct desk *desk);
/* Neither side has a CCCD: no row compares it, and still it is missed. */
bool review_lacks_cccd(const struct review *review);

/* The head of the system's column, at most `columns` wide: "Hệ thống giám định (sổ 20/11, đang hỏi cổng…)",
 * "Hệ thống giám định (♦ cổng 08:42, sổ 20/11)": source and time of what stands below it. */
void review_system_head(const struct frame *frame, int columns, char *out, size_t cap);
/* The mark of a value that the portal said. */
#define REVIEW_HEARD "♦"
bool review_heard(const struct desk *desk, enum field field);

/* A review of somebody taken in earlier: when that was, and the phone. */
void review_late(struct frame *frame);

/* The cells that a value of either side has. */
int review_value_columns(const struct frame *frame);

/* Sentences of the findings, the most severe first, as far as there is room. */
void review_findings(struct frame *frame);
/* The rows that those need which stop the clerk. */
int review_findings_wanted(const struct frame *frame);

/* What is asked below the table: choices of the verdict, a line being typed, a second scan. The number of
 * rows it needs, 0 when nothing is asked. */
int review_panel_wanted(const struct frame *frame);
void review_panel(struct frame *frame);
void review_candidates(struct frame *frame);

/* The bytes of `address` that both begin with, in whole parts between commas, however they are spelt; the
 * last part of either is never among them. A narrow column leaves them out, so that what differs is seen. */
size_t review_address_shared(const char *address, const char *beside);
/* The row is of addresses that are not the same, or holds one that was typed. */
bool review_address_apart(const struct frame *frame, const struct row *row);
/* Both addresses in full while the cursor is on them and their columns cut them: where rows are left; the rows wanted
 * where they are equivalent, because nothing but these lines tells what the clerk went there to see. */
int review_address_whole_wanted(const struct frame *frame);
void review_address_whole(struct frame *frame);

/* What is said and asked of an address: what it became, the communes it may lie in, those found for what is
 * typed. */
int review_address_wanted(const struct frame *frame);
void review_address(struct frame *frame);
void review_heirs(struct frame *frame);
int review_communes_wanted(const struct frame *frame);
void review_communes(struct frame *frame);

/* The form of MODE_CONTACT, and its rows. */
int review_contact_wanted(const struct desk *desk);
void review_contact(struct frame *frame);

/* What earlier intakes brought back of this person, in one row; 0 where there is nothing. */
int review_known_wanted(const struct frame *frame);
void review_known(struct frame *frame);

/* The birth year must not be on the screen: the patient or the paper has to say it first. */
bool review_hides_year(const struct desk *desk);

#endif
