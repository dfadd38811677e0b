/* measure: a clock, and what many times come to. */
#ifndef TIEPDON_BENCH_MEASURE_H
#define TIEPDON_BENCH_MEASURE_H

/* Seconds of a clock that never goes back. */
double measure_now(void);
/* Seconds that a processor worked for this process: what others do on the machine shows least in it. */
double measure_worked(void);

/* Both order the values. The p-th percentile by nearest rank: one of the values, never a mean; 0 of none. */
double measure_percentile(double *values, int count, double p);
double measure_median(double *values, int count);

#endif
