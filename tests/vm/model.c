/* model: names and values as a table of words. */
#include "model.h"
#include "layout.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The index of `word` in a NULL-terminated list, -1 for none. */
static int word_index(const char *const words[], const char *word)
{
    for (int i = 0; words[i]; i++) {
        if (!strcmp(words[i], word)) {
            return i;
        }
    }
    return -1;
}

bool model_init(struct model *model, const char *port)
{
    static const char *const ports[] = {"uhid", "pos", "gadget", "serial", NULL};
    int index = word_index(ports, port);
    *model = (struct model){.port = (enum port)index,
                            .vendor = 0x0c2e,
                            .product = 0x0901,
                            .name = "Honeywell Scanning 1450g",
                            .serial = "12345678",
                            .interval_us = 8000,
                            .layout = layout_find("us")};
    return index >= 0;
}

static bool set_text(char *text, size_t size, const char *value)
{
    int len = snprintf(text, size, "%s", value);
    return len >= 0 && (size_t)len < size;
}

static bool set_number(unsigned *number, const char *value, int base)
{
    char *end;
    *number = (unsigned)strtoul(value, &end, base);
    return end != value && !*end;
}

static bool set_way(struct model *model, const char *value)
{
    static const char *const ways[] = {"drop", "alt3", "alt0", "altu", "althex", "ctrlu", "altx", NULL};
    int index = word_index(ways, value);
    model->way = (enum way)index;
    return index >= 0;
}

static bool set_suffix(struct model *model, const char *value)
{
    static const char *const suffixes[] = {"enter", "tab", "crlf", "none", NULL};
    int index = word_index(suffixes, value);
    model->suffix = (enum suffix)index;
    return index >= 0;
}

static bool set_flag(bool *flag, const char *value)
{
    *flag = !strcmp(value, "1");
    return *flag || !strcmp(value, "0");
}

static bool set_layout(struct model *model, const char *value)
{
    model->layout = layout_find(value);
    return model->layout;
}

bool model_set(struct model *model, const char *pair)
{
    static const char *const names[] = {"vendor", "product", "name",   "serial", "prefix", "interval",
                                        "layout", "way",     "suffix", "caps",   "lump",   NULL};
    const char *equals = strchr(pair, '=');
    char name[16];
    if (!equals || equals - pair >= (long)sizeof name) {
        return false;
    }
    snprintf(name, sizeof name, "%.*s", (int)(equals - pair), pair);
    const char *value = equals + 1;
    switch (word_index(names, name)) {
    case 0: return set_number(&model->vendor, value, 16);
    case 1: return set_number(&model->product, value, 16);
    case 2: return set_text(model->name, sizeof model->name, value);
    case 3: return set_text(model->serial, sizeof model->serial, value);
    case 4: return set_text(model->prefix, sizeof model->prefix, value);
    case 5: return set_number(&model->interval_us, value, 10);
    case 6: return set_layout(model, value);
    case 7: return set_way(model, value);
    case 8: return set_suffix(model, value);
    case 9: return set_flag(&model->caps, value);
    case 10: return set_flag(&model->lump, value);
    default: return false;
    }
}
