/* maps: the maps of units that a report is made with. */
#ifndef TIEPDON_ACCURACY_MAPS_H
#define TIEPDON_ACCURACY_MAPS_H
#include "core/unit.h"

struct map {
    const char *name;
    const struct units *units;
    size_t size; /* bytes of memory of its table */
    bool small;
};

struct maps {
    struct map map[4];
    int count;
};

/* A file; false when there are too many. Ends the program when it is no map. */
bool maps_add(struct maps *maps, const char *path);
/* The small one, the first table and the imported one, what there is of them; says what there is not. */
void maps_usual(struct maps *maps);

/* The map from which pairs are made that are judged with this one. */
const struct map *maps_truth(const struct maps *maps, const struct map *judged);

#endif
