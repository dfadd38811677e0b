/* tape: the statements that a piece of the program runs in SQLite, with their keys, recorded by
 * sqlite3_trace_v2 and played again without the program: so the baseline cannot drift from what we do.
 *
 *     tape_record ─▶ connections open, statements run ─▶ tape_mark (item 0) ─▶ ... ─▶ tape_stop
 *     tape_load   ─▶ tape_play(from, to) as often as wanted ─▶ tape_free
 *
 * What runs before the first mark (settings of a connection) is played by tape_load. One tape at a time records.
 * Only statements that read. Failures stop the benchmark. */
#ifndef TIEPDON_BENCH_TAPE_H
#define TIEPDON_BENCH_TAPE_H

struct tape;

struct tape *tape_record(void);
/* Item number `n` begins, n = 0, 1, 2 ... */
void tape_mark(struct tape *tape);
void tape_stop(struct tape *tape);

/* Opens the same files and prepares the same statements. */
void tape_load(struct tape *tape);
/* Runs the statements of the items from .. to - 1 and reads every column of every row as text. Returns the
 * count of rows. */
long tape_play(struct tape *tape, int from, int to);
/* Statements recorded after the first mark. */
long tape_steps(const struct tape *tape);
void tape_free(struct tape *tape);

#endif
