/* Cases of kind `wedge` and `burst`: keys with times in, what the desk sees out.
 *
 *     WORDS: 8ms "text" Enter 150ms => what came of it
 *
 * A time is the pause before each key that follows it, until the next time; a time that no key follows just
 * passes. Keys: "text" character by character, Enter Tab LF Esc Up F3 GS STX; for wedge also `dropped` (the
 * kernel lost events), `unplug`, numbers typed for characters (alt(225) ctrlu(1EC5) dead(0302) ...: codes.h) and
 * serial"text" (a line's bytes, \r \n and \xHH among them); for burst also paste"text" and alt"digits". wedge,
 * WORDS: the profile's suffixes (enter tab lf none), prefix=TEXT, way=utf8 cp1252 cp1258 point. burst, WORDS:
 * `line` (keys are text, Enter writes nothing) or `review` (keys are
 * commands; Enter 1 2 3 F3 write). What came: keys as the desk had them, <Enter>, writing ones that may write
 * as <!Enter>; {scan BYTES}, {silence BYTES} (a scan ended by silence), {number BYTES}, {fault_code}. */
#include "cases.h"
#include "codes.h"
#include "core/burst.h"
#include "core/text.h"
#include "core/wedge.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SAW_MAX = 2048, START_MS = 100000 };

struct machine {
    void (*key)(struct machine *machine, struct key key);
    bool (*word)(struct machine *machine, const char *word, size_t len); /* lets `pause` pass itself */
    void (*pass)(struct machine *machine);
    uint64_t now, pause;
    char saw[SAW_MAX], saved[SAW_MAX];
    bool review;
    struct burst *burst;
    struct wedge *wedge;
};

static void say(struct machine *m, const char *text, size_t len)
{
    size_t have = strlen(m->saw);
    if (have + len < sizeof m->saw) {
        memcpy(m->saw + have, text, len);
        m->saw[have + len] = '\0';
    }
}

static void say_result(struct machine *m, const char *what, const struct scan *scan)
{
    say(m, "{", 1);
    say(m, what, strlen(what));
    if (scan) {
        say(m, " ", 1);
        say(m, scan->bytes, scan->len);
    }
    say(m, "}", 1);
}

static const struct named {
    const char *name;
    struct key key;
} NAMED[] = {
    {"Enter", {PRESS_ENTER, 0}}, {"Tab", {PRESS_TAB, 0}},  {"LF", {PRESS_CTRL, 10}},
    {"Esc", {PRESS_ESCAPE, 0}},  {"Up", {PRESS_UP, 0}},    {"F3", {PRESS_FUNCTION, 3}},
    {"GS", {PRESS_CTRL, 29}},    {"STX", {PRESS_CTRL, 2}},
};
enum { NAMED_COUNT = sizeof NAMED / sizeof *NAMED };

static void say_key(struct machine *m, struct key key, bool sure)
{
    char out[16] = "";
    size_t len = key.press == PRESS_TEXT ? text_put(out, key.rune) : 0;
    if (key.press == PRESS_ALT) {
        snprintf(out, sizeof out, "alt%c", (char)key.rune);
    }
    for (int i = 0; i < NAMED_COUNT && !len; i++) {
        if (NAMED[i].key.press == key.press && NAMED[i].key.rune == key.rune) {
            snprintf(out, sizeof out, "%s", NAMED[i].name);
        }
    }
    bool plain = len && !sure;
    say(m, plain ? "" : sure ? "<!" : "<", plain ? 0 : sure ? 2 : 1);
    say(m, out, strlen(out));
    say(m, ">", !plain);
}

/* The desk's part. */
static unsigned effect_of(const struct machine *m, struct key key)
{
    bool writes = key.press == PRESS_ENTER ||
                  (key.press == PRESS_TEXT && key.rune >= '1' && key.rune <= '3') ||
                  (key.press == PRESS_FUNCTION && key.rune == 3);
    return m->review ? (writes ? BURST_WRITES : 0) : key.press == PRESS_TEXT ? BURST_TYPES : 0;
}

static void burst_steps(struct machine *m)
{
    static const char *const WHAT[] = {
        [ORIGIN_SCANNER] = "scan", [ORIGIN_SILENCE] = "silence", [ORIGIN_TYPED] = "number"};
    struct burst_step step;
    while (burst_next(m->burst, &step)) {
        bool writes = step.what == BURST_ACT && effect_of(m, step.key) & BURST_WRITES;
        switch (step.what) {
        case BURST_SAVE: memcpy(m->saved, m->saw, sizeof m->saw); break;
        case BURST_RESTORE: memcpy(m->saw, m->saved, sizeof m->saw); break;
        case BURST_SCAN: say_result(m, WHAT[step.scan->origin], step.scan); break;
        case BURST_FAULT: say_result(m, fault_code(step.fault), NULL); break;
        case BURST_ACT:
            if (step.sure || !writes) {
                say_key(m, step.key, writes);
            }
        }
    }
}

static void burst_press_key(struct machine *m, struct key key)
{
    burst_key(m->burst, key, effect_of(m, key), m->now);
    burst_steps(m);
}

static void burst_time(struct machine *m)
{
    burst_pass(m->burst, m->now);
    burst_steps(m);
}

/* Time goes by in steps that meet every deadline, as a poll loop's would. */
static void pass(struct machine *m, uint64_t ms)
{
    for (uint64_t end = m->now + ms; m->now < end;) {
        m->now++;
        m->pass(m);
    }
}

static bool burst_word(struct machine *m, const char *word, size_t len)
{
    pass(m, m->pause);
    if (len < 7 || memcmp(word, "paste\"", 6) != 0) {
        return false;
    }
    burst_paste(m->burst, word + 6, len - 7, effect_of(m, (struct key){PRESS_TEXT, 'x'}), m->now);
    burst_steps(m);
    return true;
}

static void wedge_result(struct machine *m, enum fault fault, const struct scan *scan, bool whole)
{
    if (fault) {
        say_result(m, fault_code(fault), NULL);
    }
    if (whole) {
        say_result(m, scan->origin == ORIGIN_SILENCE ? "silence" : "scan", scan);
    }
}

static void wedge_send(struct machine *m, struct stroke stroke)
{
    struct scan scan;
    bool whole;
    stroke.us = m->now * 1000;
    enum fault fault = wedge_stroke(m->wedge, &stroke, &scan, &whole);
    wedge_result(m, fault, &scan, whole);
}

static void wedge_press_key(struct machine *m, struct key key)
{
    struct stroke stroke = {.pressed = true};
    switch (key.press) {
    case PRESS_ENTER: stroke.text[0] = '\r'; break;
    case PRESS_TAB: stroke.text[0] = '\t'; break;
    case PRESS_TEXT:
    case PRESS_CTRL: text_put(stroke.text, key.rune); break;
    default: break;
    }
    wedge_send(m, stroke);
    stroke.pressed = false;
    wedge_send(m, stroke);
}

/* The pause is before each press, as for other keys. */
static void wedge_send_code(void *data, struct stroke stroke)
{
    struct machine *m = data;
    pass(m, stroke.pressed ? m->pause : 0);
    wedge_send(m, stroke);
}

/* \\r \\n \\xHH stand for their bytes. */
static size_t unescape(const char *text, size_t len, char *out)
{
    size_t count = 0;
    for (size_t at = 0; at < len; at++) {
        if (text[at] != '\\' || at + 1 == len) {
            out[count++] = text[at];
        } else if (text[++at] == 'x') {
            out[count++] = (char)strtoul((char[]){text[at + 1], text[at + 2], '\0'}, NULL, 16);
            at += 2;
        } else {
            out[count++] = text[at] == 'r' ? '\r' : '\n';
        }
    }
    return count;
}

static void wedge_serial(struct machine *m, const char *text, size_t len)
{
    char bytes[CASES_SAID];
    struct scan scan;
    bool whole;
    size_t count = unescape(text, len < sizeof bytes ? len : 0, bytes);
    for (size_t at = 0, used; at < count; at += used) {
        enum fault fault = wedge_bytes(m->wedge, bytes + at, count - at, m->now * 1000, &used, &scan, &whole);
        wedge_result(m, fault, &scan, whole);
    }
}

static void wedge_time(struct machine *m)
{
    struct scan scan;
    bool whole;
    enum fault fault = wedge_pass(m->wedge, m->now * 1000, &scan, &whole);
    wedge_result(m, fault, &scan, whole);
}

static bool wedge_word(struct machine *m, const char *word, size_t len)
{
    if (codes_play(word, len, wedge_send_code, m)) {
        return true;
    }
    pass(m, m->pause);
    if (len == 7 && !memcmp(word, "dropped", 7)) {
        wedge_result(m, wedge_lost(m->wedge, m->now * 1000), NULL, false);
    } else if (len == 6 && !memcmp(word, "unplug", 6)) {
        wedge_result(m, wedge_gone(m->wedge), NULL, false);
    } else if (len > 8 && !memcmp(word, "serial\"", 7)) {
        wedge_serial(m, word + 7, len - 8);
    } else {
        return false;
    }
    return true;
}

static const char *word_end(const char *at)
{
    bool quoted = false;
    while (*at && (quoted || *at != ' ')) {
        quoted ^= *at++ == '"';
    }
    return at;
}

static void press(struct machine *m, uint64_t pause, struct key key)
{
    pass(m, pause);
    m->key(m, key);
}

static bool play_word(struct machine *m, const char *word, size_t len, uint64_t pause)
{
    bool alt = !strncmp(word, "alt\"", 4);
    if (alt || word[0] == '"') {
        int32_t rune;
        for (size_t at = alt ? 4 : 1; at < len - 1;) {
            at += text_next(word + at, len - 1 - at, &rune);
            press(m, pause, (struct key){alt ? PRESS_ALT : PRESS_TEXT, rune});
        }
        return true;
    }
    for (int i = 0; i < NAMED_COUNT; i++) {
        if (strlen(NAMED[i].name) == len && !memcmp(word, NAMED[i].name, len)) {
            press(m, pause, NAMED[i].key);
            return true;
        }
    }
    m->pause = pause;
    return m->word(m, word, len);
}

static bool play(struct machine *m, const char *script, char said[CASES_SAID])
{
    uint64_t pause = 0;
    bool used = true;
    for (const char *at = script + strspn(script, " "); *at; at += strspn(at, " ")) {
        const char *end = word_end(at);
        char *unit;
        unsigned long ms = strtoul(at, &unit, 10);
        if (unit > at && !strncmp(unit, "ms", 2) && unit + 2 == end) {
            pass(m, used ? 0 : pause);
            pause = ms;
            used = false;
        } else if (play_word(m, at, (size_t)(end - at), pause)) {
            used = true;
        } else {
            snprintf(said, CASES_SAID, "not a key: %.*s", (int)(end - at), at);
            return false;
        }
        at = end;
    }
    pass(m, used ? 0 : pause);
    return true;
}

static bool judge(struct machine *m, char *line, char said[CASES_SAID],
                  bool (*words)(struct machine *, char *))
{
    char *script = strstr(line, ": "), *expected = strstr(line, " =>");
    if (!script || !expected) {
        snprintf(said, CASES_SAID, "not of the form WORDS: KEYS => OUTCOME");
        return false;
    }
    *script = *expected = '\0';
    expected += 3 + strspn(expected + 3, " ");
    m->now = START_MS;
    if (!words(m, line)) {
        snprintf(said, CASES_SAID, "unknown word before the colon");
        return false;
    }
    if (!play(m, script + 2, said)) {
        return false;
    }
    snprintf(said, CASES_SAID, "came: %.900s", m->saw);
    return !strcmp(m->saw, expected);
}

static bool burst_words(struct machine *m, char *words)
{
    m->review = !strcmp(words, "review");
    return m->review || !strcmp(words, "line");
}

static bool way_named(const char *name, enum way *ret)
{
    static const char *const WAYS[] = {
        [WAY_UTF8] = "utf8", [WAY_CP1252] = "cp1252", [WAY_CP1258] = "cp1258", [WAY_CODE_POINT] = "point"};
    for (enum way way = WAY_UTF8; way <= WAY_CODE_POINT; way++) {
        if (!strcmp(WAYS[way], name)) {
            *ret = way;
            return true;
        }
    }
    return false;
}

static bool wedge_words(struct machine *m, char *words)
{
    static const char *const SUFFIX[] = {"enter", "tab", "lf"};
    struct manner manner = {.silence_us = SILENCE_US, .half_us = HALF_US};
    for (char *save, *word = strtok_r(words, " ", &save); word; word = strtok_r(NULL, " ", &save)) {
        unsigned known = 0;
        for (unsigned i = 0; i < 3; i++) {
            known |= !strcmp(word, SUFFIX[i]) ? 1u << i : 0;
        }
        if (!strncmp(word, "prefix=", 7)) {
            snprintf(manner.prefix, sizeof manner.prefix, "%.15s", word + 7);
        } else if (!strncmp(word, "way=", 4)) {
            if (!way_named(word + 4, &manner.way)) {
                return false;
            }
        } else if (!known && strcmp(word, "none") != 0) {
            return false;
        }
        manner.suffixes |= known;
    }
    wedge_init(m->wedge, &manner);
    return true;
}

bool cases_burst(char *line, char said[CASES_SAID])
{
    static struct burst burst;
    struct machine machine = {
        .key = burst_press_key, .word = burst_word, .pass = burst_time, .burst = &burst};
    burst_init(&burst);
    return judge(&machine, line, said, burst_words);
}

bool cases_wedge(char *line, char said[CASES_SAID])
{
    static struct wedge wedge;
    struct machine machine = {
        .key = wedge_press_key, .word = wedge_word, .pass = wedge_time, .wedge = &wedge};
    return judge(&machine, line, said, wedge_words);
}
