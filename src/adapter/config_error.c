/* config_error: the sentence, and the nearest known name by the letters that differ. */
#include "adapter/config_error.h"
#include "adapter/config_key.h"
#include "adapter/settings.h"
#include "core/text.h"
#include <stdio.h>
#include <string.h>

static void copy_word(char out[CONFIG_WORD_SIZE], const char *word)
{
    char clean[SETTINGS_LINE_MAX + 1];
    if (text_clean(clean, sizeof clean, word, strlen(word)) != FAULT_NONE) {
        snprintf(clean, sizeof clean, "?");
    }
    size_t len = strlen(clean);
    while (len >= CONFIG_WORD_SIZE || (clean[len] & 0xc0) == 0x80) {
        len--;
    }
    memcpy(out, clean, len);
    out[len] = '\0';
}

void config_error_set(struct config_error *error, enum config_wrong wrong, const char *section,
                      const char *name)
{
    error->wrong = wrong;
    copy_word(error->section, section);
    copy_word(error->name, name);
}

/* Letters put in, left out, changed, or two that changed places. */
static int distance(const char *a, const char *b)
{
    int rows[3][CONFIG_WORD_SIZE + 1];
    int width = (int)strlen(b);
    if (width > CONFIG_WORD_SIZE) {
        return CONFIG_WORD_SIZE;
    }
    for (int j = 0; j <= width; j++) {
        rows[0][j] = j;
    }
    for (int i = 1; a[i - 1]; i++) {
        int *row = rows[i % 3], *up = rows[(i + 2) % 3], *above = rows[(i + 1) % 3];
        row[0] = i;
        for (int j = 1; j <= width; j++) {
            int best = up[j - 1] + (a[i - 1] != b[j - 1]);
            best = up[j] + 1 < best ? up[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            bool turned = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            row[j] = turned && above[j - 2] + 1 < best ? above[j - 2] + 1 : best;
        }
    }
    return rows[strlen(a) % 3][width];
}

struct nearest {
    const char *word;
    int distance;
};

static void consider(struct nearest *nearest, const char *word, const char *known)
{
    int far = distance(word, known);
    if (far < nearest->distance) {
        *nearest = (struct nearest){known, far};
    }
}

/* A third of the letters may differ; beyond that a proposal would mislead. */
static struct nearest none(const char *word)
{
    return (struct nearest){NULL, (int)strlen(word) / 3 + 2};
}

static const char *nearest_section(const char *section)
{
    struct nearest nearest = none(section);
    const struct config_key *key;
    for (int i = 0; (key = config_key_at(i)); i++) {
        consider(&nearest, section, key->section);
    }
    return nearest.word;
}

static const char *nearest_name(const char *section, const char *name)
{
    struct nearest nearest = none(name);
    const struct config_key *key;
    for (int i = 0; (key = config_key_at(i)); i++) {
        if (strcmp(key->section, section) == 0) {
            consider(&nearest, name, key->name);
        }
    }
    for (enum finding finding = 0; strcmp(section, CHECKS) == 0 && finding < FINDING_COUNT; finding++) {
        consider(&nearest, name, finding_code(finding));
    }
    return nearest.word;
}

/* The section that knows the name, where this one does not. */
static const char *home_of(const char *name)
{
    const struct config_key *key;
    for (int i = 0; (key = config_key_at(i)); i++) {
        if (strcmp(key->name, name) == 0) {
            return key->section;
        }
    }
    return finding_named(name) < FINDING_COUNT ? CHECKS : NULL;
}

static void needs(const struct config_error *error, enum language language, char out[CONFIG_NEEDS_SIZE])
{
    const struct config_key *key = config_key_find(error->section, error->name);
    if (key) {
        config_key_needs(key, language, out);
        return;
    }
    enum finding finding = finding_named(error->name);
    bool fix = finding < FINDING_COUNT && finding_severity(finding) == SEVERITY_FIX;
    snprintf(out, CONFIG_NEEDS_SIZE, fix ? "off, note, fix, warn, stop" : "off, note, warn, stop");
}

static void say_section(const struct config_error *error, enum language language,
                        char out[CONFIG_SENTENCE_SIZE])
{
    static const char *const text[] = {"không có mục [%s]", "there is no section [%s]"};
    static const char *const hint[] = {", có phải [%s]?", ", is it [%s]?"};
    int len = snprintf(out, CONFIG_SENTENCE_SIZE, text[language], error->section);
    const char *near = nearest_section(error->section);
    snprintf(out + len, CONFIG_SENTENCE_SIZE - (size_t)len, near ? hint[language] : "%.0s.",
             near ? near : "");
}

static void say_name(const struct config_error *error, enum language language, char out[CONFIG_SENTENCE_SIZE])
{
    static const char *const text[] = {"[%s] không có %s", "[%s] has no %s"};
    static const char *const hint[] = {", có phải %s?", ", is it %s?"};
    static const char *const elsewhere[] = {", dòng này thuộc mục [%s].", ", it belongs to [%s]."};
    int len = snprintf(out, CONFIG_SENTENCE_SIZE, text[language], error->section, error->name);
    const char *home = home_of(error->name), *near = nearest_name(error->section, error->name);
    snprintf(out + len, CONFIG_SENTENCE_SIZE - (size_t)len,
             home   ? elsewhere[language]
             : near ? hint[language]
                    : "%.0s.",
             home   ? home
             : near ? near
                    : "");
}

static void say(const struct config_error *error, enum language language, char out[CONFIG_SENTENCE_SIZE])
{
    static const char *const form[] = {"mỗi dòng là [mục] hoặc tên = giá trị, tối đa %d byte.",
                                       "a line is [section] or name = value, of %d bytes at most."};
    static const char *const value[] = {"[%s] %s: cần %s.", "[%s] %s needs %s."};
    static const char *const twice[] = {"[%s] %s đã ghi ở dòng %d: chỉ giữ một dòng.",
                                        "[%s] %s stands in line %d already: keep one of them."};
    char allowed[CONFIG_NEEDS_SIZE];
    switch (error->wrong) {
    case CONFIG_FORM: snprintf(out, CONFIG_SENTENCE_SIZE, form[language], SETTINGS_LINE_MAX); break;
    case CONFIG_SECTION: say_section(error, language, out); break;
    case CONFIG_NAME: say_name(error, language, out); break;
    case CONFIG_VALUE:
        needs(error, language, allowed);
        snprintf(out, CONFIG_SENTENCE_SIZE, value[language], error->section, error->name, allowed);
        break;
    case CONFIG_TWICE:
        snprintf(out, CONFIG_SENTENCE_SIZE, twice[language], error->section, error->name, error->before);
        break;
    }
}

void config_error_text(const struct config_error *error, enum language language,
                       char out[CONFIG_SENTENCE_SIZE])
{
    char sentence[CONFIG_SENTENCE_SIZE];
    say(error, language, sentence);
    snprintf(out, CONFIG_SENTENCE_SIZE, "tiepdon.ini:%d: %.440s", error->line, sentence);
}
