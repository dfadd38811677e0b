/* address_option: a name without its kind may as well be a street's. */
#include "core/address_option.h"
#include <string.h>

enum {
    NAME_WORDS = 6,    /* the longest name */
    NAME_LETTERS = 24, /* of its key */
    GUESSES = 2,       /* units that a bare name may mean */
};

/* Words after which a name is a street's, not a unit's. */
static bool leads_street(const struct words *words, size_t at)
{
    static const char *const LEADS[] = {"duong", "d",    "pho",  "ngo", "hem", "ngach", "so",
                                        "kiet",  "thon", "ap",   "xom", "ban", "buon",  "bon",
                                        "lang",  "khu",  "khom", "to",  "kp",  "doi",   "kdc"};
    for (size_t i = 0; i < sizeof LEADS / sizeof *LEADS; i++) {
        if (split_is(words, at, LEADS[i])) {
            return true;
        }
    }
    return false;
}

/* 12 Quang Trung and đường Quang Trung are streets; tổ 12 Quang Trung is a group of a commune. */
static bool is_street(const struct seek *seek, const struct named *named)
{
    const struct words *words = seek->words;
    if (named->kind != UNIT_KIND_NONE || named->at == 0 || split_parted(words, named->at)) {
        return false;
    }
    size_t before = (size_t)named->at - 1;
    if (seek->parted && seek->level == UNIT_COMMUNE) {
        return true;
    }
    if (!words->word[before].number) {
        return words->word[before].count == 1 ? before > 0 && words->word[before - 1].number
                                              : leads_street(words, before);
    }
    if (before > 0 && words->word[before - 1].kind != UNIT_KIND_NONE) {
        return false;
    }
    return before == 0 || split_parted(words, before) || words->word[before].gap != ' ' ||
           leads_street(words, before - 1);
}

/* A bare name at the end that nothing places: too many have it. */
static bool is_guess(const struct seek *seek, const struct named *named)
{
    return seek->level == UNIT_COMMUNE && named->kind == UNIT_KIND_NONE && seek->province->count == 0 &&
           seek->district->count == 0 && (named->count > GUESSES || !split_parted(seek->words, named->at));
}

static void offer(struct options *options, const struct named *named)
{
    if (options->count == OPTIONS_MAX) {
        memmove(options->list, options->list + 1, sizeof options->list - sizeof options->list[0]);
        options->count--;
    }
    options->list[options->count++] = *named;
}

/* The longest name with a slip: from its kind or the sign before it. */
static void offer_slipped(const struct seek *seek, size_t end, struct options *options)
{
    const struct words *words = seek->words;
    struct named named;
    if (named_by_kind(seek, end, &named)) {
        if (named_slipped(seek, named.name, end, &named)) {
            offer(options, &named);
        }
        return;
    }
    for (size_t at = end; at-- > 0 && at + NAME_WORDS > end && named_whole(words, at, end);) {
        if (words->word[at].number || words->word[at].kind != UNIT_KIND_NONE) {
            return;
        }
        if (split_parted(words, at) && at + 1 < end) {
            if (named_slipped(seek, at, end, &named)) {
                offer(options, &named);
            }
            return;
        }
    }
}

void options_written(const struct seek *seek, size_t end, struct options *options)
{
    const struct words *words = seek->words;
    options->count = 0;
    for (size_t at = end; at-- > 0 && at + NAME_WORDS >= end && named_whole(words, at, end);) {
        struct named named;
        size_t len;
        split_key(words, at, end, &len);
        if (len > NAME_LETTERS) {
            break;
        }
        if (named_find(seek, at, end, &named) && !is_street(seek, &named) && !is_guess(seek, &named)) {
            offer(options, &named);
        }
    }
}

void options_names(const struct seek *seek, size_t end, struct options *options)
{
    options_written(seek, end, options);
    if (seek->slips && options->count == 0 && end > 0) {
        offer_slipped(seek, end, options);
    }
}
