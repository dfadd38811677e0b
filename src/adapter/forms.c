/* forms: own ones first, checked before they are taken. */
#include "adapter/forms.h"
#include "adapter/place.h"
#include <stdio.h>

/* False where there is none of the hospital's own, or it is broken. */
static bool load_own(const char *dir, enum form form, enum language language, char out[TEMPLATE_SIZE],
                     char wrong[FAULT_NAME_SIZE])
{
    char path[PATH_SIZE];
    const char *name = form_file(form, language);
    struct template_error error = {0};
    enum fault fault = place_join(dir, name, path);
    fault = fault ? fault : place_read(path, out, TEMPLATE_SIZE);
    if (fault == FAULT_SETTINGS_MISSING) {
        return false;
    }
    if (!fault) {
        form_check(form, out, &error);
    }
    if ((fault || error.line) && !wrong[0]) {
        snprintf(wrong, FAULT_NAME_SIZE, error.line ? "%s:%d" : "%s", name, error.line);
    }
    return !fault && !error.line;
}

static enum fault load_installed(enum form form, enum language language, char out[TEMPLATE_SIZE])
{
    char path[PATH_SIZE], shared[64];
    snprintf(shared, sizeof shared, "data/%s", form_file(form, language));
    enum fault fault = place_share(shared, path);
    fault = fault ? fault : place_read(path, out, TEMPLATE_SIZE);
    return fault == FAULT_SETTINGS_MISSING ? FAULT_SHARE_MISSING : fault;
}

enum fault forms_load(const char *dir, enum language language, struct forms *ret,
                      char ret_wrong[FAULT_NAME_SIZE])
{
    enum fault fault = FAULT_NONE;
    ret_wrong[0] = '\0';
    for (int i = 0; !fault && i < FORM_COUNT; i++) {
        enum form form = (enum form)i;
        bool own = load_own(dir, form, language, ret->text[i], ret_wrong);
        fault = own ? FAULT_NONE : load_installed(form, language, ret->text[i]);
    }
    return fault;
}
