/* secret: the portal's password, from a file that nobody else can read. It is kept as the MD5 that the portal asks for,
 * never as it is. */
#ifndef TIEPDON_SECRET_H
#define TIEPDON_SECRET_H
#include "core/fault.h"
#include "core/needed.h"

enum { SECRET_SIZE = 33 }; /* 32 hexadecimal digits in lower case */

/* The file is ours or root's, and nobody else's to read or write (0600 or less); "" is the systemd credential
 * "portal-password" (systemd.exec(5), LoadCredential), for which systemd itself keeps others out. A line end behind the
 * password is not part of it. PORTAL_PASSWORD: none can be read; PORTAL_PASSWORD_OPEN: others can. */
NEEDED enum fault secret_read(const char *path, char ret[SECRET_SIZE]);

#endif
