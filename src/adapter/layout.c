/* layout: xkbcommon with a state of its own for each scanner, Num Lock on. */
#include "adapter/layout.h"
#include <linux/input-event-codes.h>
#include <stdio.h>
#include <stdlib.h>
#include <xkbcommon/xkbcommon.h>

/* A key's number in XKB is the kernel's plus 8, since the X protocol reserves the first eight. */
enum { XKB_OFFSET = 8 };

struct layout {
    struct xkb_context *context;
    struct xkb_keymap *keymap;
    struct xkb_state *state;
};

static struct xkb_keymap *read_keymap(struct xkb_context *context, const char *path)
{
    FILE *file = fopen(path, "re");
    if (!file) {
        return NULL;
    }
    struct xkb_keymap *keymap =
        xkb_keymap_new_from_file(context, file, XKB_KEYMAP_FORMAT_TEXT_V1, XKB_KEYMAP_COMPILE_NO_FLAGS);
    fclose(file);
    return keymap;
}

enum fault layout_open(const char *path, struct layout **ret)
{
    struct layout *layout = calloc(1, sizeof *layout);
    if (!layout) {
        return FAULT_MEMORY;
    }
    layout->context = xkb_context_new(XKB_CONTEXT_NO_DEFAULT_INCLUDES | XKB_CONTEXT_NO_ENVIRONMENT_NAMES);
    if (layout->context) {
        xkb_context_set_log_verbosity(layout->context, 0);
        xkb_context_set_log_level(layout->context, XKB_LOG_LEVEL_CRITICAL);
        layout->keymap = read_keymap(layout->context, path);
    }
    if (!layout->keymap) {
        layout_close(layout);
        return FAULT_DEVICE_LAYOUT;
    }
    layout_reset(layout);
    if (!layout->state) {
        layout_close(layout);
        return FAULT_MEMORY;
    }
    *ret = layout;
    return FAULT_NONE;
}

enum fault layout_find(const struct keymaps *keymaps, const char *name, struct layout **ret)
{
    char path[PATH_SIZE];
    enum fault fault = keymaps_layout(keymaps, name, path);
    return fault ? fault : layout_open(path, ret);
}

void layout_close(struct layout *layout)
{
    if (layout) {
        xkb_state_unref(layout->state);
        xkb_keymap_unref(layout->keymap);
        xkb_context_unref(layout->context);
        free(layout);
    }
}

/* A scanner's keypad digits are digits, whatever the lamp of Num Lock says. Our own keymaps know no Num Lock;
 * a hospital's may. */
static void lock_numbers(struct layout *layout)
{
    xkb_mod_index_t index = xkb_keymap_mod_get_index(layout->keymap, XKB_MOD_NAME_NUM);
    if (index != XKB_MOD_INVALID) {
        xkb_state_update_mask(layout->state, 0, 0, 1u << index, 0, 0, 0);
    }
}

void layout_reset(struct layout *layout)
{
    struct xkb_state *state = xkb_state_new(layout->keymap);
    if (state) {
        xkb_state_unref(layout->state);
        layout->state = state;
        lock_numbers(layout);
    }
}

/* What the dead keys of keymaps/ are in Unicode. */
static const struct {
    xkb_keysym_t key;
    int32_t mark;
} DEAD[] = {
    {XKB_KEY_dead_grave, 0x300},       {XKB_KEY_dead_acute, 0x301},       {XKB_KEY_dead_circumflex, 0x302},
    {XKB_KEY_dead_tilde, 0x303},       {XKB_KEY_dead_macron, 0x304},      {XKB_KEY_dead_breve, 0x306},
    {XKB_KEY_dead_abovedot, 0x307},    {XKB_KEY_dead_diaeresis, 0x308},   {XKB_KEY_dead_hook, 0x309},
    {XKB_KEY_dead_abovering, 0x30a},   {XKB_KEY_dead_caron, 0x30c},       {XKB_KEY_dead_horn, 0x31b},
    {XKB_KEY_dead_doubleacute, 0x30b}, {XKB_KEY_dead_belowdot, 0x323},    {XKB_KEY_dead_cedilla, 0x327},
    {XKB_KEY_dead_ogonek, 0x328},      {XKB_KEY_dead_belowmacron, 0x331},
};

static int32_t mark_of(xkb_keysym_t key)
{
    for (size_t i = 0; i < sizeof DEAD / sizeof *DEAD; i++) {
        if (DEAD[i].key == key) {
            return DEAD[i].mark;
        }
    }
    return 0;
}

int32_t layout_key(struct layout *layout, unsigned short code, bool pressed, char text[LAYOUT_TEXT_SIZE])
{
    xkb_keycode_t key = code + (xkb_keycode_t)XKB_OFFSET;
    int32_t mark = 0;
    text[0] = '\0';
    if (code == KEY_NUMLOCK) {
        return 0; /* scanners press it before keypad digits, as if it were off */
    }
    if (pressed) {
        mark = mark_of(xkb_state_key_get_one_sym(layout->state, key));
        if (xkb_state_key_get_utf8(layout->state, key, text, LAYOUT_TEXT_SIZE) >= LAYOUT_TEXT_SIZE) {
            text[0] = '\0';
        }
    }
    xkb_state_update_key(layout->state, key, pressed ? XKB_KEY_DOWN : XKB_KEY_UP);
    return mark;
}

bool layout_caps(const struct layout *layout)
{
    return xkb_state_mod_name_is_active(layout->state, XKB_MOD_NAME_CAPS, XKB_STATE_MODS_LOCKED) > 0;
}
