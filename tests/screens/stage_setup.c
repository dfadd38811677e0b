/* stage_setup: what a scanner sends while it is set up.
 *
 *     heard: stranger | keys | Symbol Bar Code Scanner | fr | utf8 | enter lf | Tiepdon|0123456789|...
 *
 * Road (stranger, ours, known, terminal; served: ours, whose profile reads it), kind (keys, serial, pos), name,
 * layout, how letters came, suffix ("none" for silence), and the text as the best reading has it. */
#include "core/text.h"
#include "stage.h"
#include <string.h>

/* Takes the next part off the text. */
static const char *part(char **text)
{
    char *taken = strsep(text, "|");
    taken = taken ? taken + strspn(taken, " ") : "";
    size_t len = strlen(taken);
    while (len > 0 && taken[len - 1] == ' ') {
        taken[--len] = '\0';
    }
    return taken;
}

static int word(const char *text, const char *const words[], int count)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(text, words[i]) == 0) {
            return i;
        }
    }
    return -1;
}

static unsigned suffixes(const char *text)
{
    return (strstr(text, "enter") ? (unsigned)SUFFIX_ENTER : 0) |
           (strstr(text, "tab") ? (unsigned)SUFFIX_TAB : 0) | (strstr(text, "lf") ? (unsigned)SUFFIX_LF : 0);
}

bool stage_heard(struct stage *stage, char *text)
{
    static const char *const ROADS[] = {"stranger", "ours", "known", "terminal", "served"};
    static const char *const KINDS[] = {"keys", "serial", "pos"};
    static const char *const SENT[SETUP_SENT_COUNT] = {"lost", "keys",   "utf8",  "cp1252", "cp1258",
                                                       "code", "althex", "ctrlu", "altx",   "bytes"};
    struct heard heard = {.device = {.vendor = 0x05e0, .product = 0x1200}};
    struct setup *setup = &heard.setup;
    int road = word(part(&text), ROADS, 5), kind = word(part(&text), KINDS, 3);
    if (road < 0 || kind < 0 || text_copy(heard.device.name, sizeof heard.device.name, part(&text))) {
        return false;
    }
    const char *layout = part(&text);
    int sent = word(part(&text), SENT, SETUP_SENT_COUNT);
    unsigned ends = suffixes(part(&text));
    if (sent < 0 || !text) {
        return false;
    }
    text += strspn(text, " ");
    setup_try(setup, layout, WAY_AUTO, text, strlen(text));
    setup_end(setup, (enum device_kind)kind, NULL);
    setup->sent = (enum setup_sent)sent;
    setup->suffixes = ends;
    bool served = road == 4;
    heard.road = served ? HEARD_BOUND : (enum heard_road)road;
    stage->now += 500;
    desk_heard(&stage->desk, &heard, served, stage->now);
    return setup->known;
}
