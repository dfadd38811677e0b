/* hindrance: why a scanner cannot be had, told more exactly than by an errno: which program holds it, which group
 * or rule is missing. Looks at /proc, the node and the groups; opens no device. */
#ifndef TIEPDON_HINDRANCE_H
#define TIEPDON_HINDRANCE_H
#include "core/claim.h"
#include "core/fault.h"

struct hindrance {
    enum fault fault;
    char name[FAULT_NAME_SIZE]; /* of the program or group, "" where the sentence has no place for one */
};

/* `fault` is what opening the node gave. DEVICE_BUSY and DEVICE_DENIED become what is behind them as far as this
 * account can see (only root sees what others hold); any other stays. */
struct hindrance hindrance_of(enum fault fault, enum device_kind kind, const char *node);

/* The name of the program that locked the node, as a counter does, else of one that has it open; programs that are
 * known to take keyboards or ports come first. False when none is seen. */
bool hindrance_holder(const char *node, char ret[FAULT_NAME_SIZE]);

#endif
