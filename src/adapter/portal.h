/* portal: the client of the assessment system's portal, on libcurl's multi interface within the program's one loop. It
 * never waits: a question goes out by portal_ask, its answer is taken by portal_next, also after minutes, also from a
 * dead resolver. The token is taken and renewed here. No URL, header, body or field value is ever logged.
 *
 *     poll: portal_fd, portal_timeout  ─▶  portal_next until it is false
 *
 * Quota and circuit breaker are the caller's (core/pace.h). HTTP is refused except to loopback; TLS is always
 * verified. */
#ifndef TIEPDON_PORTAL_CLIENT_H
#define TIEPDON_PORTAL_CLIENT_H
#include "adapter/place.h"
#include "core/pace.h"
#include "core/portal.h"

enum { URL_SIZE = 256 };

/* [portal] of tiepdon.ini; see config.h for its names and defaults. */
struct portal_options {
    char base[URL_SIZE];            /* https://host[:port][/path]; "" is: no portal */
    char user[64];                  /* username, 79014_BV */
    char password_file[PATH_SIZE];  /* 0600 and ours; "" is the systemd credential "portal-password" */
    char clerk[NAME_SIZE];          /* hoTenCb, as registered with BHXH */
    char clerk_cccd[CCCD_SIZE];     /* cccdCb */
    char ca_file[PATH_SIZE];        /* instead of the system's, "" for none */
    char path[ASK_COUNT][URL_SIZE]; /* of each question under base; "" where it is not configured */
    char token_path[URL_SIZE];
    int connect_seconds, answer_seconds;
    int fresh_minutes; /* the same question within so many minutes is answered from the register */
    struct pace_limits limits;
    char facility[FACILITY_SIZE]; /* maCSKCB of a record; "" is the five first of `user` */
    bool stand_in;                /* a stand-in, which a banner tells */
};

struct portal;

/* Faults: the password file (PORTAL_PASSWORD_*), a base that may not be used (PORTAL_URL), a certificate file without one
 * (PORTAL_CA), PORTAL_ACCOUNT, MEMORY. Contacts nobody. */
NEEDED enum fault portal_open(const struct portal_options *options, struct portal **ret);
/* Questions are asked from here on as this clerk (hoTenCb, cccdCb); "" is the one of the options. Takes NULL. */
void portal_clerk(struct portal *portal, const char *name, const char *cccd);
/* Within 100 ms, whatever hangs. Takes NULL. */
void portal_close(struct portal *portal);

/* `record` is the XML of ASK_RECORD, else NULL; it is copied. A question that cannot even be sent is answered by a reply
 * with its trouble, as any other. */
NEEDED enum fault portal_ask(struct portal *portal, enum ask ask, const struct question *question,
                             const char *record, int ticket);
/* Takes a token and asks nothing: the reply's trouble says whether name, connection, certificate and account are good. */
NEEDED enum fault portal_knock(struct portal *portal, int ticket);
/* No reply will come for it. */
void portal_cancel(struct portal *portal, int ticket);

/* Readable when portal_next has something to do; milliseconds until it has, -1 for never. */
int portal_fd(const struct portal *portal);
int portal_timeout(const struct portal *portal);
/* Moves everything on, and takes the next reply that is whole; false when there is none. */
bool portal_next(struct portal *portal, struct reply *ret);

#endif
