/* shell: carries the desk's wishes out and brings events to it; everything the counter touches hangs here. */
#ifndef TIEPDON_SHELL_H
#define TIEPDON_SHELL_H
#include "adapter/camera.h"
#include "adapter/checkin_child.h"
#include "adapter/config.h"
#include "adapter/forms.h"
#include "adapter/place.h"
#include "adapter/scanner.h"
#include "adapter/scheme_file.h"
#include "adapter/store.h"
#include "adapter/units.h"
#include "command/worker.h"
#include "core/burst.h"
#include "ui/screen.h"
#include "ui/terminal.h"

struct shell {
    struct config config;
    struct scheme scheme; /* config.hospital points to it when it could be read */
    enum fault scheme_fault;
    char scheme_name[SCHEME_NAME_SIZE];
    char dir[PATH_SIZE];
    int seat; /* see seat.h; -1 for none */
    struct store *store;
    struct units_file *units; /* the desk's hospital points into it */
    struct scanner *scanner;  /* NULL where none can be had: the counter works by typing */
    struct camera *camera;    /* NULL while it does not run; see shell_camera.h */
    struct portal *portal;    /* NULL where none is configured, or portal_fault hinders it */
    enum fault portal_fault;
    struct worker worker;
    int wanted[ASK_COUNT]; /* tickets of the open review that go out behind the next frame, 0 for none */
    bool remote;           /* the clerk sits elsewhere */
    struct terminal *terminal;
    struct desk desk;
    struct desk saved; /* the desk before a run of keys that may prove to be a scan; see burst.h */
    struct burst burst;
    struct grid grid;
    struct forms forms;
    char forms_wrong[FAULT_NAME_SIZE]; /* the hospital's own template that is not used, "" for none */
    struct printer printer;
    char draft[DRAFT_MAX], written[DRAFT_MAX];
    enum fault list_fault, draft_fault; /* what the journal said to the last list and the last draft */
    uint64_t sync_at;                   /* when the draft must be on disk, 0 when it is */
    int minute;                         /* of the day that the header shows */
    bool leaving;

    int strangers;   /* names that nobody has, typed in a row; see shell_sign.h */
    unsigned looked; /* set of 1 << enum purpose: why the open person's data was shown */
    char looked_number[NUMBER_SIZE], looked_cccd[CCCD_SIZE];
    long looked_difficulty; /* number of the open one that is journalled, 0: none */

    struct checkin_child checkin; /* see shell_checkin.h */
    uint64_t checkin_at;          /* when it is looked again whether a file is owed */
    uint64_t checkin_back_at;     /* and whether a record came back */
    enum fault checkin_fault;     /* told already */
    long long checkin_told;       /* the newest handover whose lack was told */
};

/* The desk begins: status, today's list, the draft of this counter. */
void shell_begin(struct shell *shell, uint64_t now);

/* Events. */
void shell_key(struct shell *shell, struct key key, uint64_t now);
void shell_paste(struct shell *shell, const struct scan *paste, uint64_t now);
void shell_scanner(struct shell *shell,
                   uint64_t now);                   /* its descriptor is readable, or its time-out is due */
void shell_pass(struct shell *shell, uint64_t now); /* time passed */

/* Writes the draft where it changed, draws the frame where something did. Call
 * after every batch of events. */
void shell_settle(struct shell *shell, uint64_t now);

/* Milliseconds until shell_pass is due, -1 for never. */
int shell_timeout(const struct shell *shell, uint64_t now);

#endif
