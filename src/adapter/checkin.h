/* checkin: check-in records (core/checkin.h) as files in a directory that the hospital's own system watches, and the
 * records that come back from it complete.
 *
 *     journal ─ owed handovers ─▶ checkin_pass ─▶ DIR/20261120-<id>-00-new.xml ...
 *     BACK/NAME.xml ─▶ checkin_pass ─▶ DATA/checkin-<digest>.xml ─▶ checkin_send_next ─▶ portal ─▶ checkin_send_said
 *
 * A pass may wait for a network share as long as it likes: the counter runs it in a process of its own
 * (checkin_child.h). What the portal is sent lies in the data directory and never waits for a share. */
#ifndef TIEPDON_CHECKIN_FILES_H
#define TIEPDON_CHECKIN_FILES_H
#include "adapter/checkin_options.h"
#include "adapter/store.h"
#include <stdio.h>

/* What a pass did. */
struct checkin_report {
    int written;          /* handovers that need nothing more */
    int wanting;          /* records looked at that cannot be written: they lack something and stay owed */
    long long wanting_id; /* of the newest handover among them */
    char act[ID_SIZE];    /* its intake */
    struct checkin_problem problem; /* and the first thing that lacks */
    int taken, refused;             /* records that came back: complete, and not */
    enum fault fault; /* of the directories (CHECKIN_*) or the journal: what is owed stays owed */
    bool more;        /* the pass ended at `most`: there may be more */
};

/* Hands over at most `most` owed records and takes back at most as many complete ones. `cursor` is 0 at first and the
 * caller's to keep: records that lack something stand in nobody's way and come up again in a later round. One process of
 * a data directory at a time: a second one finds nothing to do. */
void checkin_pass(struct store *store, const char *data, const struct checkin_options *options, int most,
                  long long *cursor, struct checkin_report *ret);

/* Tells every owed record that cannot be written, with all it lacks. */
typedef void checkin_want(void *data, const char *act, const struct checkin_problem *problems, int count);
NEEDED enum fault checkin_tell(struct store *store, const struct checkin_options *options, checkin_want *want,
                               void *want_data);

/* Prints the records of a day (full ISO day) in one format as the day's file has them; `want` is told those that are left
 * out. */
NEEDED enum fault checkin_print(struct store *store, const char *data, const char *day,
                                enum checkin_format format, const struct checkin_options *options,
                                checkin_want *want, void *want_data, FILE *out);

/* The next complete record that is due for the portal (store_send_take): *ret_xml is the caller's to free, NULL with
 * ret->id 0 when none is due. One whose copy is gone or damaged is refused in the journal and passed over. */
NEEDED enum fault checkin_send_next(struct store *store, const char *data, int lease,
                                    const struct writer *writer, struct sending *ret, char **ret_xml,
                                    long long *ret_next);
/* What the portal said to it (ASK_RECORD): a receipt settles it, a refusal ends it, a trouble makes it due again. */
NEEDED enum fault checkin_send_said(struct store *store, const char *data, const struct sending *sending,
                                    const struct reply *reply, const struct writer *writer);

#endif
