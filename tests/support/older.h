/* older: data as earlier versions of the program left it, for tests of what reads it and what brings it up. */
#ifndef TIEPDON_TESTS_OLDER_H
#define TIEPDON_TESTS_OLDER_H

/* Puts a journal of schema step `version` in the place of journal.db, with the rows that such a one could hold. Nobody
 * may have it open. */
void older_journal(int version);
/* The same of the register behind register.db: step 3, which has heard nothing of the portal, or 4. */
void older_register(int version);

/* The user_version of a database of the test's directory. */
int older_version(const char *name);

#endif
