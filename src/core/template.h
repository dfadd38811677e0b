/* template: a text that a hospital may edit without building: what goes on paper.
 *
 *     # a remark, which is not printed
 *     [always]
 *     GIẤY HƯỚNG DẪN · {hospital}
 *     [facility_different address_different]
 *     • Làm sau khi ra viện cũng được.
 *
 * A line "[name name ...]" begins a part, which is shown when one of its names applies. A {place} is replaced by its value;
 * one that is empty becomes "........", to be filled in by hand. {place:20} is 20 text columns wide: longer values are cut
 * with …, shorter ones filled up with spaces. Braces around anything but a name are text. */
#ifndef TIEPDON_TEMPLATE_H
#define TIEPDON_TEMPLATE_H
#include "core/fault.h"
#include <stdbool.h>
#include <stddef.h>

enum { TEMPLATE_SIZE = 16 * 1024, TEMPLATE_NAME = 32, TEMPLATE_COLUMNS_MAX = 132 };

struct template_place {
    const char *name, *value;
};

/* What a template may name. `applies` says whether the part is shown, and is never asked for a name that is not known. */
struct template_words {
    const struct template_place *places;
    int place_count;
    bool (*known)(const char *part);
    bool (*applies)(const void *of, const char *part);
    const void *of;
};

/* FAULT_TOO_LONG when the result does not fit; `out` is then empty. What is not known shows nothing (a part) or stays as it
 * stands (a place). */
NEEDED enum fault template_fill(const char *template, const struct template_words *words, char *out,
                                size_t cap);

/* The first line that names what is not known: its number from 1, and the name. Line 0: none. Values are not looked at. */
struct template_error {
    int line;
    char name[TEMPLATE_NAME];
};
void template_check(const char *template, const struct template_words *words, struct template_error *ret);

#endif
