/* child: another program run to its end, timed. A program that fails stops the benchmark with its name. */
#ifndef TIEPDON_BENCH_CHILD_H
#define TIEPDON_BENCH_CHILD_H

/* Seconds from the fork to the end. `input` and `output` are files, NULL is /dev/null; errors go to ours.
 * `highest` is the highest exit status that is no failure. */
double child_run(const char *const argv[], const char *input, const char *output, int highest);

#endif
