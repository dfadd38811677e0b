/* desk_draft: the names that the writer and the reader of a draft share.
 *
 *     tiepdon-draft 1
 *     scan=scanner:444e34...          a scan of the open review, in hexadecimal; picture, silence, typed
 *     scan=scanner+alt:3030...        the same, repaired before it became these bytes (mend_code)
 *     asked=0123456789                a number typed beside the card
 *     flags=dropped by_card           what was decided about the member
 *     choice name=system
 *     typed address=papers:5 Lê Lợi   a value, where it came from
 *     replaced=typed:papers:5 Lê Lợi  what `m` wrote in place of
 *     entitled code=1.3               what the visit counts as by the clerk's choice; paper, number, from, to of its paper
 *     contact phone=0900000000        how to reach the patient; address, relative, relative_phone
 *     brought phone=0900000000        what of it came back from earlier intakes
 *     again=1                         how often the portal was asked with what was typed from the papers
 *     mode=edit                       and what was half typed in it
 *     line=12:5 Lê Lợi, Bến
 *     queue=scanner:3030...
 *     end=0123456789abcdef            FNV-1a of all bytes before this line
 *
 * Items stand in the order of the writer; those at rest are left out. */
#ifndef TIEPDON_DESK_DRAFT_H
#define TIEPDON_DESK_DRAFT_H
#include "core/desk.h"

#define DRAFT_FIRST "tiepdon-draft 1"
#define DRAFT_LAST "end="
enum { DRAFT_LAST_SIZE = 4 + 16 + 1 };

/* Modes that a draft keeps; the others return to one of these. */
#define DRAFT_MODES(X)                                                                                       \
    X(WAITING, waiting)                                                                                      \
    X(SEARCH, search)                                                                                        \
    X(REVIEW, review)                                                                                        \
    X(EDIT, edit)                                                                                            \
    X(SOURCE, source)                                                                                        \
    X(YEAR, year)                                                                                            \
    X(SAME, same)                                                                                            \
    X(REASON, reason)                                                                                        \
    X(CANDIDATES, candidates)                                                                                \
    X(HEIRS, heirs)                                                                                          \
    X(FORM, form)                                                                                            \
    X(CONFIRM, confirm)                                                                                      \
    X(DIFFICULTY, difficulty)                                                                                \
    X(SLIP, slip)                                                                                            \
    X(ENTITLE, entitle)                                                                                      \
    X(PAPER, paper)                                                                                          \
    X(CONTACT, contact)                                                                                      \
    X(OTHER, other)

extern const char *const draft_modes[MODE_COUNT]; /* NULL for a mode no draft keeps */
extern const char *const draft_choices[4];        /* by enum choice */
extern const char *const draft_origins[4];        /* by enum origin */
extern const char *const draft_contacts[CONTACT_STEPS];
unsigned long long draft_digest(const char *text, size_t len);

/* A list of names to the index of one, -1 for none of them. */
int draft_index(const char *const *names, int count, const char *text, size_t len);

/* The field of that name, FIELD_COUNT for none. */
enum field draft_field(const char *name);
/* A value of a field as the desk holds it: already in its normal form. */
bool draft_read_value(enum field field, const char *value, struct facts *facts);

/* One item each: `name` is what stands behind the item's own name, "" or a field. */
typedef bool draft_reader(struct desk *desk, const char *name, const char *value);
draft_reader draft_read_choice, draft_read_typed, draft_read_replaced; /* desk_restore_choice.c */

/* "scanner+alt:444e" and the card within; false when it is not understood whole. */
bool draft_read_scan(const char *value, struct scan *scan, struct card *card);

/* Text as text_clean leaves it, not empty. */
bool draft_read_clean(const char *value, char *out, size_t cap);
/* "phone", "address", "relative" or "relative_phone". */
bool draft_read_contact(struct contact *contact, const char *part, const char *value);
/* "code", "paper", "number", "from" or "to" of a case. */
bool draft_read_entitlement(struct entitlement *entitlement, const char *part, const char *value);

#endif
