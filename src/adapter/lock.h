/* lock: one import at a time: an exclusive flock on DIR/register.lock, whose text says who holds it. The
 * kernel lets go of it when its holder dies. */
#ifndef TIEPDON_LOCK_H
#define TIEPDON_LOCK_H
#include "core/fault.h"

enum { LOCK_HOLDER_SIZE = 160 };

/* *ret_fd is to be closed by lock_drop. FAULT_REGISTER_LOCKED when another program holds it; ret_holder then
 * names it ("1234 root 2026-11-22 08:41"), else it is "". */
NEEDED enum fault lock_take(const char *dir, int *ret_fd, char ret_holder[LOCK_HOLDER_SIZE]);
void lock_drop(int fd);

#endif
