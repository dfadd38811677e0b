/* rounds: feeds a fuzzer mutated samples from a fixed seed, so that it also runs as a
 * unit test without libFuzzer. */
#ifndef TIEPDON_FUZZ_ROUNDS_H
#define TIEPDON_FUZZ_ROUNDS_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { ROUND_BYTES = 1024 };

typedef int fuzz_target(const uint8_t *data, size_t size);

/* Included before a fuzzer, this keeps its entry point to the one unit test: several are linked together. */
static fuzz_target LLVMFuzzerTestOneInput;

/* xorshift64: the same numbers on every machine. */
static inline uint64_t rounds_next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static inline size_t rounds_below(uint64_t *state, size_t limit)
{
    return (size_t)(rounds_next(state) >> 16) % limit;
}

/* Two pieces of samples joined, then a few bytes overwritten. */
static inline size_t rounds_make(uint64_t *state, const char *const samples[], size_t count, uint8_t *out)
{
    size_t size = 0;
    for (int piece = 0; piece < 2; piece++) {
        const char *sample = samples[rounds_below(state, count)];
        size_t from = rounds_below(state, strlen(sample) + 1);
        size_t len = rounds_below(state, strlen(sample) - from + 1);
        len = len < ROUND_BYTES - size ? len : ROUND_BYTES - size;
        memcpy(out + size, sample + from, len);
        size += len;
    }
    for (size_t hits = rounds_below(state, 4); size > 0 && hits > 0; hits--) {
        out[rounds_below(state, size)] = (uint8_t)rounds_next(state);
    }
    return size;
}

static inline void rounds_run(fuzz_target *target, const char *const samples[], size_t count, int rounds)
{
    uint64_t state = 0x7469657064756f6e;
    uint8_t data[ROUND_BYTES];
    for (size_t i = 0; i < count; i++) {
        target((const uint8_t *)samples[i], strlen(samples[i]));
    }
    while (rounds-- > 0) {
        target(data, rounds_make(&state, samples, count, data));
    }
}

#endif
