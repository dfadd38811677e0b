#include "pairs.h"
#include "core/address.h"
#include "core/name.h"
#include "core/text.h"
#include <stdlib.h>
#include <string.h>

enum { LINE_BYTES = 4096, WORDS = 4 };

/* One line read: both sides clean, the word, and the level in brackets or "". */
struct line {
    char card[ADDRESS_SIZE], system[ADDRESS_SIZE], word[32], level[32];
};

/* How one kind of file is judged: the level as a number, its name, and the word it belongs to. */
struct judge {
    const struct units *units;
    const char *today;
    const char *const *words; /* of the file; the last wants a warning */
    int word_count;
    const char *const *levels;
    const int *word_of; /* of each level */
    int level_count, different;
    int (*compare)(const struct judge *judge, const struct line *line);
};

static void malformed(const char *path, int number)
{
    fprintf(stderr, "%s:%d: malformed\n", path, number);
    exit(EXIT_FAILURE);
}

/* \n and \uXXXX; then clean as every field is. */
static bool read_side(const char *from, size_t len, char out[ADDRESS_SIZE])
{
    char raw[LINE_BYTES];
    size_t put = 0;
    for (size_t i = 0; i < len; i++) {
        if (from[i] == '\\' && i + 1 < len && from[i + 1] == 'n') {
            raw[put++] = '\n';
            i++;
        } else if (from[i] == '\\' && i + 5 < len && from[i + 1] == 'u') {
            char hex[5] = {from[i + 2], from[i + 3], from[i + 4], from[i + 5], '\0'};
            put += text_put(raw + put, (int32_t)strtol(hex, NULL, 16));
            i += 5;
        } else {
            raw[put++] = from[i];
        }
    }
    return text_clean(out, ADDRESS_SIZE, raw, put) == FAULT_NONE && out[0] != '\0';
}

static bool read_line(const char *text, struct line *ret)
{
    const char *first = strstr(text, " | "), *second = first ? strstr(first + 3, " | ") : NULL;
    *ret->level = '\0';
    return second && read_side(text, (size_t)(first - text), ret->card) &&
           read_side(first + 3, (size_t)(second - first - 3), ret->system) &&
           sscanf(second + 3, "%31[a-z] [%31[a-z]]", ret->word, ret->level) >= 1;
}

static int word_index(const struct judge *judge, const char *word)
{
    for (int i = 0; i < judge->word_count; i++) {
        if (strcmp(word, judge->words[i]) == 0) {
            return i;
        }
    }
    return -1;
}

/* To a map without divided communes, an heir is only one that took some of the commune: what is open it may
 * take for the same, and a commune that differs alone may be open. */
static bool undivided_right(const struct judge *judge, const struct line *line, int level)
{
    if (!judge->units || judge->units->divided) {
        return false;
    }
    bool possible = level == ADDRESS_POSSIBLE, same = level <= ADDRESS_RENAMED;
    return (strcmp(line->level, "possible") == 0 && same) ||
           (strcmp(line->level, "commune") == 0 && possible);
}

static void count(struct tally *tally, bool right, bool wrong)
{
    tally->count++;
    tally->right += right;
    tally->wrong += wrong;
}

static void judge_line(const struct judge *judge, const struct line *line, int show, struct pairs *pairs)
{
    int word = word_index(judge, line->word), level = judge->compare(judge, line);
    bool spared = undivided_right(judge, line, level), right = judge->word_of[level] == word || spared;
    bool warned = word == judge->word_count - 1;
    bool wrong = !spared && (judge->word_of[level] == judge->word_count - 1) != warned;
    count(&pairs->tally[word], right, wrong);
    if (pairs->groups > 0) {
        count(&pairs->group[pairs->groups - 1], right, wrong);
    }
    if (!right && pairs->tally[word].count - pairs->tally[word].right <= show) {
        printf("%s%s, judged %s: %s | %s\n", wrong ? (warned ? "MISSED " : "ALARM ") : "", line->word,
               judge->levels[level], line->card, line->system);
    }
}

static void begin_group(const char *heading, struct pairs *pairs)
{
    if (pairs->groups < PAIRS_GROUPS) {
        char *name = pairs->group_name[pairs->groups];
        snprintf(name, GROUP_SIZE, "%.*s", (int)strcspn(heading, "\n"), heading);
        pairs->group[pairs->groups++] = (struct tally){.name = name};
    }
}

static void run(const char *path, const struct judge *judge, int show, struct pairs *ret)
{
    static const char HEADING[] = "# --- ";
    char text[LINE_BYTES];
    FILE *file = fopen(path, "re");
    if (!file) {
        malformed(path, 0);
    }
    memset(ret, 0, sizeof *ret);
    for (ret->tallies = 0; ret->tallies < judge->word_count; ret->tallies++) {
        ret->tally[ret->tallies] = (struct tally){.name = judge->words[ret->tallies],
                                                  .warned = ret->tallies == judge->word_count - 1};
    }
    for (int number = 1; fgets(text, sizeof text, file); number++) {
        struct line line;
        if (strncmp(text, HEADING, sizeof HEADING - 1) == 0) {
            begin_group(text + sizeof HEADING - 1, ret);
        }
        if (*text == '#' || *text == '\n') {
            continue;
        }
        if (!read_line(text, &line) || word_index(judge, line.word) < 0) {
            malformed(path, number);
        }
        judge_line(judge, &line, show, ret);
    }
    fclose(file);
}

static int compare_address(const struct judge *judge, const struct line *line)
{
    struct address_match match;
    address_compare(judge->units, judge->today, line->card, line->system, &match);
    return (int)match.level;
}

void pairs_addresses(const char *path, const struct units *units, const char *today, int show,
                     struct pairs *ret)
{
    static const char *const WORD[] = {"same", "open", "different"};
    static const char *const LEVEL[] = {"same",     "equivalent", "renamed",  "partial",
                                        "possible", "unclear",    "different"};
    static const int WORD_OF[] = {0, 0, 0, 1, 1, 1, 2};
    run(path, &(struct judge){units, today, WORD, 3, LEVEL, WORD_OF, 7, ADDRESS_DIFFERENT, compare_address},
        show, ret);
}

static int compare_name(const struct judge *judge, const struct line *line)
{
    (void)judge;
    return (int)name_compare(line->card, line->system);
}

void pairs_names(const char *path, int show, struct pairs *ret)
{
    static const char *const WORD[] = {"silent", "note", "light", "different"};
    static const char *const LEVEL[] = {"same",       "lookalike", "spelling", "diacritics",
                                        "incomplete", "partial",   "different"};
    static const int WORD_OF[] = {0, 0, 1, 2, 2, 3, 3};
    run(path, &(struct judge){NULL, NULL, WORD, WORDS, LEVEL, WORD_OF, 7, NAME_DIFFERENT, compare_name}, show,
        ret);
}
