/* portal_token: the answer of /api/token/take, and how long it may be used. */
#ifndef TIEPDON_PORTAL_TOKEN_H
#define TIEPDON_PORTAL_TOKEN_H
#include "core/portal.h"
#include <stddef.h>

/* BHXH's are of some hundred characters; one that does not fit is FORMAT. */
enum { TOKEN_SIZE = 4096 };

struct token {
    char access[TOKEN_SIZE], id[TOKEN_SIZE]; /* visible ASCII; "" for none */
    int seconds;                             /* from its receipt on, in which it may be used */
};

/* `http` is the status, `now` the Unix time by the clock of who sent it. The token lives until expires_in (UTC), at most
 * ten minutes, and is given up half a minute before. A day that cannot be right counts as ten minutes: the portal says
 * 401 when they were fewer. code as reply.code. */
enum trouble portal_token_read(const char *bytes, size_t len, int http, long long now, struct token *ret,
                               char ret_code[RESULT_CODE_SIZE]);

/* Unix time of "2024-08-29T08:33:08.5454145Z", -1 for anything else. */
long long portal_token_time(const char *utc);

#endif
