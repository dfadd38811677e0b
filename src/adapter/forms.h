/* forms: the templates of what is printed (core/form.h): the hospital's own in its data directory, else the installed ones. */
#ifndef TIEPDON_FORMS_H
#define TIEPDON_FORMS_H
#include "core/fault.h"
#include "core/form.h"

struct forms {
    char text[FORM_COUNT][TEMPLATE_SIZE];
};

/* SHARE_MISSING where an installed one cannot be read. One of the hospital's own that cannot be read, or that names what is
 * not known, gives way to the installed one: ret_wrong is then its name and line, "slip.vi.txt:12", of the first such one;
 * else "". */
NEEDED enum fault forms_load(const char *dir, enum language language, struct forms *ret,
                             char ret_wrong[FAULT_NAME_SIZE]);

#endif
