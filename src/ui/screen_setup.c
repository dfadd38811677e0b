/* screen_setup: the code to scan beside the words, then what was recognised. */
#include "ui/blocks.h"
#include "ui/frame.h"
#include <stdio.h>
#include <string.h>

enum { LABEL = 13 };

/* At the right edge. Where the screen's rows do not do, the rules above and below give theirs. */
static void draw_code(struct frame *frame)
{
    const struct code *code = &frame->desk->code;
    int rows = blocks_rows(code), room = frame_rows_left(frame), top = frame->top;
    if (code->side == 0) {
        return;
    }
    if (room < rows) {
        room += 2;
        top--;
    }
    frame->right = frame->grid->columns - blocks_columns(code) - 1;
    blocks_draw(frame->grid, top, frame->right + 1, room < rows ? room : rows, code);
}

static void draw_question(struct frame *frame)
{
    draw_code(frame);
    frame_notice(frame);
    frame_skip(frame);
    frame_say(frame, STYLE_TITLE, frame_word(frame, WORD_SETUP_SCAN));
    frame_skip(frame);
    frame_say(frame, STYLE_PLAIN, frame_word(frame, WORD_SETUP_HOW));
}

static void draw_fact(struct frame *frame, enum word label, const char *text)
{
    if (frame_rows_left(frame) > 0 && *text) {
        grid_put(frame->grid, frame->top, FRAME_LEFT, LABEL - 1, STYLE_DIM, frame_word(frame, label));
        grid_put(frame->grid, frame->top++, FRAME_LEFT + LABEL, frame->right - FRAME_LEFT - LABEL,
                 STYLE_PLAIN, text);
    }
}

static const char *road(const struct frame *frame)
{
    static const enum word words[] = {[DEVICE_KEYS] = WORD_SETUP_ROAD_KEYS,
                                      [DEVICE_SERIAL] = WORD_SETUP_ROAD_SERIAL,
                                      [DEVICE_POS] = WORD_SETUP_ROAD_POS};
    const struct heard *heard = &frame->desk->heard;
    return frame_word(frame,
                      heard->road == HEARD_TERMINAL ? WORD_SETUP_ROAD_TERMINAL : words[heard->setup.kind]);
}

static const char *layout(const struct frame *frame)
{
    static const struct {
        const char *name;
        enum word word;
    } LAYOUTS[] = {{"us", WORD_SETUP_LAYOUT_US},
                   {"gb", WORD_SETUP_LAYOUT_GB},
                   {"fr", WORD_SETUP_LAYOUT_FR},
                   {"de", WORD_SETUP_LAYOUT_DE}};
    const char *name = frame->desk->heard.setup.layout;
    for (size_t i = 0; i < sizeof LAYOUTS / sizeof *LAYOUTS; i++) {
        if (strcmp(name, LAYOUTS[i].name) == 0) {
            return frame_word(frame, LAYOUTS[i].word);
        }
    }
    return name;
}

static const char *sent(const struct frame *frame)
{
    static const enum word words[SETUP_SENT_COUNT] = {
        [SETUP_LOST] = WORD_SETUP_SENT_LOST,       [SETUP_KEYS] = WORD_SETUP_SENT_KEYS,
        [SETUP_UTF8] = WORD_SETUP_SENT_UTF8,       [SETUP_CP1252] = WORD_SETUP_SENT_CP1252,
        [SETUP_CP1258] = WORD_SETUP_SENT_CP1258,   [SETUP_CODE] = WORD_SETUP_SENT_CODE,
        [SETUP_ALT_HEX] = WORD_SETUP_SENT_ALT_HEX, [SETUP_CTRL_U] = WORD_SETUP_SENT_CTRL_U,
        [SETUP_ALT_X] = WORD_SETUP_SENT_ALT_X,     [SETUP_BYTES] = WORD_SETUP_SENT_BYTES};
    return frame_word(frame, words[frame->desk->heard.setup.sent]);
}

static void draw_changes(struct frame *frame)
{
    static const enum word cases[] = {[SETUP_TURNED] = WORD_SETUP_CASE_TURNED,
                                      [SETUP_UPPER] = WORD_SETUP_CASE_UPPER,
                                      [SETUP_LOWER] = WORD_SETUP_CASE_LOWER};
    const struct setup *setup = &frame->desk->heard.setup;
    if (setup->turned != SETUP_AS_IS) {
        draw_fact(frame, WORD_SETUP_CASE, frame_word(frame, cases[setup->turned]));
    }
    if (setup->ime != TYPING_PLAIN) {
        draw_fact(frame, WORD_SETUP_IME, setup->ime == TYPING_TELEX ? "Telex" : "VNI");
    }
}

/* What has no glyph is shown by its number. */
static void draw_prefix(struct frame *frame)
{
    char text[FRAME_TEXT] = "";
    for (const char *c = frame->desk->heard.setup.prefix; *c; c++) {
        size_t len = strlen(text);
        bool shown = (unsigned char)*c > ' ' && *c != 0x7f;
        snprintf(text + len, sizeof text - len, shown ? "%c" : "\\x%02x", *c);
    }
    draw_fact(frame, WORD_SETUP_PREFIX, text);
}

static void draw_suffix(struct frame *frame)
{
    const struct heard *heard = &frame->desk->heard;
    char text[FRAME_TEXT] = "";
    if (heard->road == HEARD_TERMINAL || heard->setup.kind == DEVICE_POS) {
        return;
    }
    frame_join(text, sizeof text, heard->setup.suffixes & SUFFIX_ENTER ? "Enter" : "");
    frame_join(text, sizeof text, heard->setup.suffixes & SUFFIX_TAB ? "Tab" : "");
    frame_join(text, sizeof text, heard->setup.suffixes & SUFFIX_LF ? "LF" : "");
    if (!*text) {
        snprintf(text, sizeof text, frame_word(frame, WORD_SETUP_SILENCE),
                 (int)(heard->setup.silence_us / 1000));
    }
    draw_fact(frame, WORD_SETUP_SUFFIX, text);
}

static void draw_file(struct frame *frame)
{
    const struct heard *heard = &frame->desk->heard;
    char text[FRAME_TEXT];
    snprintf(text, sizeof text, "keymaps/%s.ini", heard->profile);
    if (heard->profile[0]) {
        draw_fact(frame, WORD_SETUP_FILE, text);
    } else if (heard->stage == HEARD_TOLD && (heard->road == HEARD_BOUND || heard->road == HEARD_KNOWN)) {
        draw_fact(frame, WORD_SETUP_FILE, frame_word(frame, WORD_SETUP_FILE_NONE));
    }
}

static bool changed(const struct setup *setup)
{
    return setup->turned != SETUP_AS_IS || setup->ime != TYPING_PLAIN;
}

static void draw_verdict(struct frame *frame)
{
    const struct setup *setup = &frame->desk->heard.setup;
    bool good = setup->whole == SETUP_ALL && !changed(setup);
    char lost[FRAME_TEXT] = "", text[FRAME_TEXT];
    for (int i = 0; i < SETUP_LETTERS; i++) {
        size_t len = strlen(lost);
        snprintf(lost + len, sizeof lost - len, "%s%s", len && !(setup->whole & 1u << i) ? " " : "",
                 setup->whole & 1u << i ? "" : setup_letter(i));
    }
    snprintf(text, sizeof text, frame_word(frame, *lost ? WORD_SETUP_MISSING : WORD_SETUP_CHANGED), lost);
    grid_put(frame->grid, frame->top, 1, 1, good ? STYLE_GOOD : STYLE_WARN, good ? "✓" : "!");
    frame_say(frame, good ? STYLE_GOOD : STYLE_WARN, good ? frame_word(frame, WORD_SETUP_GOOD) : text);
}

static void draw_advice(struct frame *frame)
{
    const struct heard *heard = &frame->desk->heard;
    const struct setup *setup = &heard->setup;
    if (setup->ime != TYPING_PLAIN) {
        frame_say(frame, STYLE_WARN, frame_word(frame, WORD_SETUP_ADVICE_IME));
    } else if (setup->turned != SETUP_AS_IS) {
        frame_say(frame, STYLE_WARN, frame_word(frame, WORD_SETUP_ADVICE_CASE));
    }
    if (setup->whole != SETUP_ALL) {
        frame_say(frame, STYLE_PLAIN,
                  frame_word(frame, heard->road == HEARD_TERMINAL ? WORD_SETUP_ADVICE_TERMINAL
                                    : setup->kind == DEVICE_KEYS  ? WORD_SETUP_ADVICE_LOST
                                                                  : WORD_SETUP_ADVICE_BYTES));
    }
}

static void draw_answer(struct frame *frame)
{
    const struct heard *heard = &frame->desk->heard;
    frame_notice(frame);
    draw_verdict(frame);
    draw_fact(frame, WORD_SETUP_DEVICE, heard->device.name);
    draw_fact(frame, WORD_SETUP_ROAD, road(frame));
    draw_fact(frame, WORD_SETUP_LAYOUT, layout(frame));
    draw_fact(frame, WORD_SETUP_SENT, sent(frame));
    draw_changes(frame);
    draw_prefix(frame);
    draw_suffix(frame);
    draw_file(frame);
    frame_skip(frame);
    if (heard->stage == HEARD_OFFER) {
        frame_enter(frame, WORD_DO_SETUP);
        frame_skip(frame);
    }
    draw_advice(frame);
}

void screen_setup(struct frame *frame)
{
    if (frame->desk->heard.stage == HEARD_NOTHING) {
        draw_question(frame);
    } else {
        draw_answer(frame);
    }
}
