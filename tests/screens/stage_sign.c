/* stage_sign: clerks of a script, and their signing in: everybody's PIN is 2468. */
#include "core/text.h"
#include "stage.h"
#include <stdlib.h>
#include <string.h>

static char *part(char **text)
{
    char *taken = *text ? strsep(text, "|") : "";
    taken += strspn(taken, " ");
    size_t len = strlen(taken);
    while (len > 0 && taken[len - 1] == ' ') {
        taken[--len] = '\0';
    }
    return taken;
}

static bool add_clerk(struct stage *stage, char *text)
{
    struct clerk *clerk = &stage->clerks[stage->clerk_count];
    if (stage->clerk_count == STAGE_CLERKS ||
        text_copy(clerk->login, sizeof clerk->login, part(&text)) != FAULT_NONE ||
        text_copy(clerk->name, sizeof clerk->name, part(&text)) != FAULT_NONE ||
        !role_read(part(&text), &clerk->role)) {
        return false;
    }
    clerk->active = true;
    stage->clerk_count++;
    desk_sign_out(&stage->desk);
    return true;
}

bool stage_sign(struct stage *stage, const char *name, char *text, bool *ret_known)
{
    *ret_known = true;
    if (strcmp(name, "clerk") == 0) {
        return add_clerk(stage, text);
    }
    if (strcmp(name, "lock minutes") == 0) {
        stage->desk.hospital.lock_minutes = (int)strtol(text, NULL, 10);
        return true;
    }
    return *ret_known = false;
}

struct wish stage_sign_in(struct stage *stage)
{
    const struct signing *sign = &stage->desk.sign;
    for (int i = 0; i < stage->clerk_count && strcmp(sign->line.text, "2468") == 0; i++) {
        if (strcmp(stage->clerks[i].login, sign->login) == 0) {
            stage->wrong_pins = 0;
            return desk_signed(&stage->desk, &stage->clerks[i], 0, stage->now);
        }
    }
    return desk_signed(&stage->desk, NULL, clerk_delay(++stage->wrong_pins) * 1000, stage->now);
}
