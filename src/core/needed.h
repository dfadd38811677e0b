/* NEEDED marks a function whose result must not be ignored. */
#ifndef TIEPDON_NEEDED_H
#define TIEPDON_NEEDED_H
#define NEEDED __attribute__((warn_unused_result))
#endif
