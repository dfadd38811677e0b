/* rows: what the journal of the test's directory holds, as text. */
#ifndef TIEPDON_TESTS_ROWS_H
#define TIEPDON_TESTS_ROWS_H

enum { ROWS_SIZE = 256 * 1024 };

/* Appends the rows of a question, a row a line. */
void rows_read(const char *sql, char out[ROWS_SIZE]);
/* Own patients with their visits and keys; free() it. */
char *rows_patients(void);
/* Own patients are as they are made anew of the entries; nobody has the journal open. */
void rows_rebuilt(const char *when);

#endif
