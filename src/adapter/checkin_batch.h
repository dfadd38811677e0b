/* checkin_batch: the records of one file, and the file put in its place. */
#ifndef TIEPDON_CHECKIN_BATCH_H
#define TIEPDON_CHECKIN_BATCH_H
#include "adapter/checkin.h"
#include "adapter/checkin_write.h"

/* One visit in a file: what is told of it, or why it is left out. */
struct checkin_entry {
    struct kept_intake kept;
    enum checkin_action action;
    bool concerns; /* false: nothing is told of it */
    int problem_count;
    struct checkin_problem problems[CHECKIN_COUNT];
};

struct checkin_batch {
    const struct checkin_options *options;
    const struct checkin_entry *entries;
    int count;
    bool many; /* a day's file */
};

/* As the day's file tells of it: cancelled, replaced or new; a visit that is BHXH's no more is cancelled. */
void checkin_judge_entry(const struct checkin_place *place, struct checkin_entry *entry);

/* The visits of a day in their order; the caller's to free. */
NEEDED enum fault checkin_load_day(struct store *store, const char *data, const char *day,
                                   const struct checkin_place *place, struct checkin_entry **ret,
                                   int *ret_count);

/* One file of the batch; false when it cannot be written. */
bool checkin_write_batch(FILE *out, const struct checkin_batch *batch, const struct checkin_form *form,
                         enum checkin_part part);

/* DIR/STEM.xml, DIR/STEM.json, DIR/STEM.csv as configured, and for a day in XML DIR/STEM-cancel.xml. Whole or not there,
 * and on disk, at every moment. Faults: CHECKIN_GONE, _DENIED, _FULL, _FAILED. */
NEEDED enum fault checkin_put_batch(const struct checkin_batch *batch, const char *stem);

#endif
