/* words: syllables for names and streets, and the dice. */
#include "demo/words.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

unsigned dice_roll(struct dice *dice, unsigned sides)
{
    uint64_t z = dice->state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return (unsigned)((z ^ z >> 31) % sides);
}

static bool take_line(struct words *words, const char *line)
{
    if (line[0] == '#' || line[0] == '\n') {
        return true;
    }
    if (words->count == WORDS_MAX) {
        return false;
    }
    struct word *word = &words->word[words->count++];
    return sscanf(line, "%15s %u %79[^\n]", word->kind, &word->weight, word->text) == 3;
}

enum fault words_read(const char *path, struct words *ret_words)
{
    struct words words = {.count = 0};
    char line[256];
    FILE *file = fopen(path, "re");
    if (!file) {
        return FAULT_SHARE_MISSING;
    }
    bool good = true;
    while (good && fgets(line, sizeof line, file)) {
        good = take_line(&words, line);
    }
    good = good && !ferror(file) && words.count > 0;
    fclose(file);
    if (!good) {
        return FAULT_DEMO_FILE;
    }
    *ret_words = words;
    return FAULT_NONE;
}

static unsigned weight_of(const struct words *words, const char *kind)
{
    unsigned sum = 0;
    for (int i = 0; i < words->count; i++) {
        sum += strcmp(words->word[i].kind, kind) == 0 ? words->word[i].weight : 0;
    }
    return sum;
}

const char *words_pick(const struct words *words, const char *kind, struct dice *dice)
{
    unsigned sum = weight_of(words, kind);
    assert(sum > 0);
    unsigned left = dice_roll(dice, sum);
    const struct word *word = words->word;
    while (strcmp(word->kind, kind) != 0 || left >= word->weight) {
        left -= strcmp(word->kind, kind) == 0 ? word->weight : 0;
        word++;
    }
    return word->text;
}
