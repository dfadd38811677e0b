/* burst_run: the keys of a run and the plan of steps over them; private to burst. */
#ifndef TIEPDON_BURST_RUN_H
#define TIEPDON_BURST_RUN_H
#include "core/burst.h"

bool burst_suffix(struct key key);    /* Enter, Tab, LF */
bool burst_character(struct key key); /* what a scanner sends besides; Escape as the head of an Alt code */

/* Begins a plan; the one before must be carried out. */
void burst_plan_anew(struct burst *burst);
void burst_plan_act(struct burst *burst, int from, int to, bool sure);
void burst_plan_drop(struct burst *burst, int keys);
void burst_plan_step(struct burst *burst, enum burst_what what, enum fault fault);
/* Makes the desk stand where it stood before key `at`, by going back and forth. */
void burst_plan_settle(struct burst *burst, int at);

/* The index of the first suffix that belongs to a burst beginning at `at`, or `at`. */
int burst_head(const struct burst *burst, int at);

/* Writes the characters of the keys from..to into burst->scan; false when they are longer than any code. */
bool burst_text(struct burst *burst, int from, int to, enum origin origin);

/* The index of the first key from `at` on that is no Escape: those before a scan are the clerk's. */
int burst_behind_escapes(const struct burst *burst, int at);

/* The last key, before `to`, is an Escape: nothing came behind it that would make an Alt code of it. */
bool burst_escaped(const struct burst *burst, int to);

/* How often the most frequent separator stands in burst->scan: | or, repeatedly,
 * what a wrong layout makes of it. */
int burst_separators(const struct burst *burst);

/* The keys up to `to` are a card's scan, at whatever speed they came: its first key, and burst->scan is
 * written; or -1. */
int burst_find(struct burst *burst, int to, enum origin origin);

/* The plan is carried out: takes the key that waited for that; false when none did, or no step follows from
 * it. In burst.c. */
bool burst_resume(struct burst *burst);

#endif
