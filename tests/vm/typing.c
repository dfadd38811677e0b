/* typing: strokes, the six ways of what a layout lacks, and the frames of the modes that are no keyboard. */
#include "typing.h"
#include "layout.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wctype.h>

enum { REPORT_KEYS = 8, REPORT_KEYS_AT = 2, KEYS_AT_ONCE = 6, POS_DATA = 56, CODE_SIZE = 16 };

static void send_keys(struct wire *wire, const struct model *model, unsigned char modifiers,
                      const unsigned char *usages, size_t count)
{
    unsigned char report[REPORT_KEYS] = {modifiers};
    memcpy(report + REPORT_KEYS_AT, usages, count);
    wire_send(wire, model, report, sizeof report);
}

/* Presses a key while `held` modifiers stay down before and after it. */
static void stroke(struct wire *wire, const struct model *model, unsigned char held, struct stroke key)
{
    send_keys(wire, model, held | key.modifiers, &key.usage, 1);
    send_keys(wire, model, held, NULL, 0);
}

static void type_char(struct wire *wire, const struct model *model, wchar_t c)
{
    struct stroke key;
    if (layout_stroke(model->layout, c, &key)) {
        key.modifiers ^= model->caps && iswalpha((wint_t)c) && c < 128 ? MOD_SHIFT : 0;
        stroke(wire, model, 0, key);
    }
}

static unsigned char keypad(char c)
{
    return c == '+'   ? USAGE_KEYPAD_PLUS
           : c == '0' ? USAGE_KEYPAD_0
                      : (unsigned char)(USAGE_KEYPAD_1 + c - '1');
}

/* The letters of a hexadecimal number lie on the main block, its digits on the keypad. */
static struct stroke code_key(char c)
{
    return (struct stroke){0, c >= 'a' ? (unsigned char)(USAGE_A + c - 'a') : keypad(c)};
}

static void type_alt(struct wire *wire, const struct model *model, const char *code)
{
    unsigned char usages[KEYS_AT_ONCE];
    size_t count = strlen(code);
    if (model->lump && count <= KEYS_AT_ONCE) {
        for (size_t i = 0; i < count; i++) {
            usages[i] = code_key(code[i]).usage;
        }
        send_keys(wire, model, MOD_ALT, usages, count);
    } else {
        send_keys(wire, model, MOD_ALT, NULL, 0);
        for (; *code; code++) {
            stroke(wire, model, MOD_ALT, code_key(*code));
        }
    }
    send_keys(wire, model, 0, NULL, 0);
}

static void type_bytes(struct wire *wire, const struct model *model, const char *bytes, int count)
{
    for (int i = 0; i < count; i++) {
        char code[CODE_SIZE];
        snprintf(code, sizeof code, model->way == WAY_ALT0 ? "0%03d" : "%03d", (unsigned char)bytes[i]);
        type_alt(wire, model, code);
    }
}

static void type_hex(struct wire *wire, const struct model *model, wchar_t c, int digits)
{
    wchar_t code[CODE_SIZE];
    swprintf(code, CODE_SIZE, L"%0*x", digits, (unsigned)c);
    for (int i = 0; code[i]; i++) {
        type_char(wire, model, code[i]);
    }
}

/* A character that the layout has no key for. */
static void type_beyond(struct wire *wire, const struct model *model, wchar_t c, const char *bytes, int count)
{
    char code[CODE_SIZE];
    struct stroke key;
    switch (model->way) {
    case WAY_DROP: break;
    case WAY_ALT3:
    case WAY_ALT0: type_bytes(wire, model, bytes, count); break;
    case WAY_ALTU:
    case WAY_ALTHEX:
        snprintf(code, sizeof code, model->way == WAY_ALTU ? "%u" : "+%x", (unsigned)c);
        type_alt(wire, model, code);
        break;
    case WAY_CTRLU:
        layout_stroke(model->layout, L'u', &key);
        stroke(wire, model, MOD_CTRL | MOD_SHIFT, key);
        send_keys(wire, model, 0, NULL, 0);
        type_hex(wire, model, c, 1);
        type_char(wire, model, L' ');
        break;
    case WAY_ALTX:
        type_hex(wire, model, c, 4); /* with fewer "C" before ầ would be a digit of it */
        layout_stroke(model->layout, L'x', &key);
        stroke(wire, model, 0, (struct stroke){MOD_ALT, key.usage});
        break;
    }
}

static void type_keys(struct wire *wire, const struct model *model, const char *text)
{
    wchar_t c;
    int size;
    for (; (size = mbtowc(&c, text, MB_CUR_MAX)) > 0; text += size) {
        struct stroke key;
        if (layout_stroke(model->layout, c, &key)) {
            type_char(wire, model, c);
        } else {
            type_beyond(wire, model, c, text, size);
        }
    }
}

/* A long code comes in several reports. */
static void type_pos(struct wire *wire, const struct model *model, const char *text)
{
    size_t rest = strlen(text);
    do {
        unsigned char report[5 + POS_DATA] = {2, 0, ']', 'Q', '1'};
        size_t size = rest < POS_DATA ? rest : POS_DATA;
        report[1] = (unsigned char)size;
        memcpy(report + 5, text, size);
        wire_send(wire, model, report, sizeof report);
        text += size;
        rest -= size;
    } while (rest);
}

void type_text(struct wire *wire, const struct model *model, const char *text)
{
    if (model->port == PORT_POS) {
        type_pos(wire, model, text);
    } else if (model->port != PORT_SERIAL) {
        type_keys(wire, model, text);
    } else if (*text) {
        wire_send(wire, model, text, strlen(text));
    }
}

void type_scan(struct wire *wire, const struct model *model, const char *text)
{
    static const char *const ends[] = {"\r", "\t", "\r\n", ""};
    char whole[4096];
    snprintf(whole, sizeof whole, "%s%s%s", model->prefix, text,
             model->port == PORT_POS ? "" : ends[model->suffix]);
    type_text(wire, model, whole);
}

bool type_key(struct wire *wire, const struct model *model, const char *name)
{
    static const struct {
        const char *name;
        unsigned char usage;
    } keys[] = {
        {"Enter", USAGE_ENTER}, {"Escape", USAGE_ESCAPE}, {"Tab", USAGE_TAB}, {"Up", 0x52}, {"Down", 0x51}};
    for (unsigned i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (!strcmp(keys[i].name, name)) {
            stroke(wire, model, 0, (struct stroke){0, keys[i].usage});
            return true;
        }
    }
    if (name[0] == 'F' && name[1]) {
        stroke(wire, model, 0, (struct stroke){0, (unsigned char)(USAGE_F1 + atoi(name + 1) - 1)});
        return true;
    }
    struct stroke key;
    wchar_t c;
    int size = mbtowc(&c, name, MB_CUR_MAX);
    if (size <= 0 || name[size] || !layout_stroke(model->layout, c, &key)) {
        return false;
    }
    stroke(wire, model, 0, key);
    return true;
}
