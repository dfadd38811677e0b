/* desk_world: a counter for tests: a desk with its clock, a small register, and what the shell would do. */
#ifndef TIEPDON_DESK_WORLD_H
#define TIEPDON_DESK_WORLD_H
#include "core/desk.h"

enum { WORLD_MEMBERS = 1200, WORLD_SAVES = 1200, WORLD_PATIENTS = 8 };

struct world {
    struct desk desk;
    uint64_t now;
    struct member members[WORLD_MEMBERS];
    int member_count;
    struct patient patients[WORLD_PATIENTS]; /* taken in here before */
    int patient_count;
    struct intake saved[WORLD_SAVES]; /* every intake written, in order */
    int saved_count, difficulties, undone, closed, answered, days_closed, keys;
    struct repeat repeat;                     /* what the journal says of whoever is asked for next */
    enum fault save_fault;                    /* the next save fails so */
    bool silent;                              /* the register has no answer */
    bool incomplete;                          /* the register cannot know that somebody is missing */
    int asked[ASK_COUNT], tickets[ASK_COUNT]; /* questions to the portal; the newest one's ticket */
    struct question question;                 /* of the newest one about a member */
    struct kept_intake kept;                  /* what WISH_LATE_OPEN finds */
    struct wish last; /* the last wish that was not carried out: TODAY, BIND, LEAVE, CARD ... */
};

/* 2026-11-22, hospital 79014, a complete register of 2026-11-20, English, plain typing, the small map of
 * units. */
void world_init(struct world *world);
/* "Name|1985-03-12|male|DN4790123456789|79014|2026-01-01|2026-12-31|CCCD or nothing" */
struct member *world_add(struct world *world, const char *line);
/* The same person, taken in before; the phone as told then. */
struct patient *world_patient(struct world *world, const char *line, const char *phone);
void world_read_member(const char *line, struct member *ret);

/* An address in a commune that was divided between two of today. */
#define WORLD_DIVIDED "5 Lê Lợi, Phường Đa Kao, Quận 1, Thành phố Hồ Chí Minh"

/* Persons that many tests know, for world_add. */
#define WORLD_HOA "NGUYỄN THỊ HÒA|1985-03-12|female|DN4790123456789|79014|2026-01-01|2026-12-31|079185000001"
#define WORLD_AN "TRẦN VĂN AN|1990-07-01|male|GD4790123456780|79014|2026-01-01|2026-12-31|079090000002"

/* The frame is shown, then `ms` go by. */
void world_wait(struct world *world, uint64_t ms);
/* Keys by name or as text, each acting at once, frames shown in between: "<Enter>1<Esc>abc<F3><^Q><Up>". */
void world_keys(struct world *world, const char *keys);
/* The same letter or digit once more while the finger is still on the key. */
void world_bounce(struct world *world, char key);
/* Carries out a wish and those that follow from it. */
void world_carry_out(struct world *world, struct wish wish);
/* From here on a portal is configured, with history and co-payment; its replies come by world_hear. */
void world_portal(struct world *world);
/* The portal answers the newest question with this code, and with a row (as world_add reads it) unless NULL. */
void world_hear(struct world *world, const char *code, const char *line);
/* It could not answer. */
void world_trouble(struct world *world, enum trouble trouble);
/* A reply to any question, at world.now. */
void world_reply(struct world *world, const struct reply *reply);
/* An intake as the journal keeps it, on the list chưa kiểm tra as its only row; the list is opened and Enter pressed. */
void world_late(struct world *world, const struct intake *intake);
/* What the register says about a card. */
void world_look_up(const struct world *world, const struct card *card, struct answer *ret);
/* A key as the screens name it ("F2", "0-9", "1-9 a-z", "↑↓", "Space") does something now. */
bool world_knows(const struct desk *desk, const char *name);
/* Items made a draft: first line, digest. */
void world_draft(const char *items, char out[DRAFT_MAX]);
/* Waits until Enter is armed, then the same. */
void world_calm(struct world *world, const char *keys);
void world_scan(struct world *world, const char *payload, enum origin origin);

/* The payload of the member's BHYT card (both forms hold what is compared) or
 * CCCD, as the scanner sends it. */
void world_bhyt(const struct member *member, char out[1024]);
void world_cccd(const struct member *member, char out[1024]);
void world_scan_bhyt(struct world *world, const struct member *member);
void world_scan_cccd(struct world *world, const struct member *member);

/* The verdict of the open review. */
void world_expect(const struct world *world, enum verdict verdict);
/* The one intake that was written; the counter is ready for the next patient. */
const struct intake *world_saved(const struct world *world, enum intake_status status);
/* Enter, armed and pressed often, writes nothing in the open review. */
void world_enter_does_nothing(struct world *world);

/* xorshift64: the same numbers on every machine; less than `limit`. */
uint64_t world_random(uint64_t *state, uint64_t limit);

/* Everything that holds of a desk at any time; an assertion says what does not. */
void world_check(const struct world *world);

#endif
