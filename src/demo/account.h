/* account: how a demonstration directory reaches the stand-in portal (tests/support/portal.h): [portal] of its
 * tiepdon.ini, and the password beside it. The account exists nowhere else. */
#ifndef TIEPDON_ACCOUNT_H
#define TIEPDON_ACCOUNT_H
#include "core/fault.h"

#define ACCOUNT_USER "79014_BV"
#define ACCOUNT_PASSWORD "mat-khau-thu"
#define ACCOUNT_CLERK "Trần Thị Lan"
#define ACCOUNT_CLERK_CCCD "079188900777"

enum { ACCOUNT_PORT = 8479 };

/* Adds them, for the stand-in at this port of the loopback; a directory that has a [portal] stays as it is. */
NEEDED enum fault account_add(const char *dir, int port);

#endif
