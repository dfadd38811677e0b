/* world: what a judgement case says of the day, the hospital, the register and the card, in plain lines.
 *
 *     today: 2026-11-20
 *     hospital: facility=79014 | sisters=79015,79016 | max_age=7 | expires_days=30
 *     hospital: level=basic | former=province | scheme=none    (what narrows the installed table of entitlement; no table)
 *     checks: name_spelling=off | cccd_gender=stop       (as in the configuration)
 *     heirs: 79014=79099 | 79015=79099                   (facilities that go on under another code)
 *     register: as_of=2026-11-20 | complete=2026-11-20   (complete= : holds not every member)
 *     member: maThe=DN4790123456789 | maDKBD=79025       (portal names; else the standard member's)
 *     card: number=... | facility=79 - 025               (QR of 15 fields; else the standard card's)
 *     vssid: ...                                         (QR of 17 fields)
 *     cccd: ...                                          (QR of a citizen ID)
 *     typed: DN4790123456789
 *     scan: DN4790123456789|{Nguyễn Thị Hoà}|...         (as it is; {text} becomes hex)
 *     scanned: 001095012345||Nguyn Vn An|...             (the same, from a keyboard scanner, which may have damaged it)
 *     repeat: 08:41 | Quầy 3                             (taken in today already)
 *     other: Trần Thị Bình | 1990-02-01                  (somebody else was taken in with this very CCCD)
 *     choose: 2                                          (the clerk picks the second candidate)
 *     silent:                                            (neither register nor portal answers)
 *     portal: 060                                        (the portal's answer: a code, or a trouble by name: timeout)
 *     portal: 000 | maDKBD=79025 | diaChi=               (with a row: the standard member's without its citizen ID)
 *     asked: name=LÊ VĂN AN | birth_date=1985 | number=0123456789    (the question; else what the card says)
 *     visit: 79025 | 2026-11-18T08:00 | 2026-11-19T16:00
 *     look: 79025_BV | 2026-11-19T09:15                  (who else asked for the card; the portal answers at 08:59) */
#ifndef TIEPDON_WORLD_H
#define TIEPDON_WORLD_H
#include "core/assess.h"
#include "core/scan.h"

enum { WORLD_MEMBERS = 16, WORLD_HEIRS = 8 };

struct world {
    struct hospital hospital;
    struct facility_heir heirs[WORLD_HEIRS];
    date_text today, as_of, complete;
    bool silent;
    struct member members[WORLD_MEMBERS];
    int member_count;
    struct repeat repeat;
    struct patient other;
    int choose;
    bool heard; /* the portal said something */
    struct reply portal, visits;
    struct scan scan; /* the last card as its bytes came */
    struct card card;
    enum fault fault; /* of card_read */
};

void world_init(struct world *world);
/* Takes up one line split at its colon; false when it is no line of the world or is wrong. */
bool world_line(struct world *world, const char *name, char *text);
/* The lines of the portal (world_portal.c), and what it says into an answer about a card. */
bool world_portal_line(struct world *world, const char *name, char *text);
void world_hear(const struct world *world, const struct card *card, struct answer *answer);

/* The standard member, and `name=value | ...` with the portal's names into a member. */
bool world_standard(struct member *member);
bool world_change(struct member *member, char *text);

/* What register and journal say about a card: its look-up plan run over the members. */
void world_answer(const struct world *world, const struct card *card, struct answer *answer);
/* Answers about the last card and judges it. */
void world_judge(const struct world *world, struct answer *answer, struct judgement *judgement);

#endif
