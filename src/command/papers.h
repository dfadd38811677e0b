/* papers: what is printed as text, from the journal and the templates; for the counter and for `tiepdon print`. */
#ifndef TIEPDON_PAPERS_H
#define TIEPDON_PAPERS_H
#include "adapter/forms.h"
#include "adapter/store.h"

/* What all of them need. `out` is of `cap` bytes; TOO_LONG when a paper does not fit. */
struct papers {
    struct store *store;
    const struct forms *forms;
    const struct hospital *hospital;
    const char *today; /* ISO */
};

/* The list of a day of all counters, in the order of their intakes. */
NEEDED enum fault papers_day(const struct papers *papers, const char *day, char *out, size_t cap);
/* RECORD_GONE when there is none of this number. */
NEEDED enum fault papers_difficulty(const struct papers *papers, long number, char *out, size_t cap);
/* The guidance slip of somebody taken in earlier, by the findings of then. */
NEEDED enum fault papers_slip(const struct papers *papers, const struct kept_intake *kept, char *out,
                              size_t cap);

/* A demonstration says so at the head of every paper. TOO_LONG when there is no room for it. */
NEEDED enum fault papers_mark(const struct hospital *hospital, char *text, size_t cap);

#endif
