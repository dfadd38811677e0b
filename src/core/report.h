/* report: a judgement on paper: the JSON object of `tiepdon check --json`, or lines a person reads. */
#ifndef TIEPDON_REPORT_H
#define TIEPDON_REPORT_H
#include "core/assess.h"

/* Every row at its longest, every finding and nine candidates fit. */
enum { REPORT_SIZE = 64 * 1024 };

/* One object on one line, without a line end. Keys and their order are a contract (README, "check --json"):
 * kind, verdict, proposal, person, rows, findings, candidates, checked; null for what is not stated. The
 * hospital says language and severities. */
NEEDED enum fault report_json(const struct card *card, const struct answer *answer,
                              const struct judgement *judgement, const struct hospital *hospital,
                              char out[REPORT_SIZE]);

/* The verdict, the person, the rows side by side, the findings and what the claim rests on; ends with a line
 * end. `places` are the names of the card's and the system's facility, "" where none is known. */
NEEDED enum fault report_text(const struct card *card, const struct answer *answer,
                              const struct judgement *judgement, const struct hospital *hospital,
                              const char *const places[2], char out[REPORT_SIZE]);

#endif
