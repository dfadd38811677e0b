/* writes: SQLite's writes to files, counted; one of them fails, or the program dies instead of it. */
#ifndef TIEPDON_TESTS_WRITES_H
#define TIEPDON_TESTS_WRITES_H

/* From here on the n-th write (from 1) of every file opened after the first call fails as on a broken disk; 0: none. */
void writes_fail_at(int n);
/* The same, but the process ends at once with status 0. */
void writes_die_at(int n);
/* How many there were since then. */
int writes_count(void);

#endif
