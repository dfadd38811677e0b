#include "trial.h"

static const char *const LEVEL[] = {"same",     "equivalent", "renamed",  "partial",
                                    "possible", "unclear",    "different"};

static unsigned right_with(const struct units *units, const struct pair *pair)
{
    unsigned same = 1 << ADDRESS_SAME | 1 << ADDRESS_EQUIVALENT | 1 << ADDRESS_RENAMED;
    if (units->divided) {
        return pair->right;
    }
    return pair->right | (pair->commune_alone ? 1 << ADDRESS_POSSIBLE : 0) | (pair->divided ? same : 0);
}

static void judge(const struct units *units, const char *today, const struct pair *pair, int show,
                  struct tally *tally)
{
    struct address_match match;
    address_compare(units, today, pair->card, pair->system, &match);
    bool right = right_with(units, pair) & 1u << match.level;
    bool wrong = !right && tally->warned != (match.level == ADDRESS_DIFFERENT);
    tally->count++;
    tally->right += right;
    tally->wrong += wrong;
    if (!right && tally->count - tally->right <= show) {
        printf("%s%s, judged %s: %s | %s\n", wrong ? (tally->warned ? "MISSED " : "ALARM ") : "", tally->name,
               LEVEL[match.level], pair->card, pair->system);
    }
}

void trial_run(const struct units *from, const struct units *judged, const char *today, int pairs, int show,
               struct trial *ret)
{
    static struct pair pair;
    struct country country;
    country_open(from, today, &country);
    ret->made = 0;
    for (int made = 0; made < MADE_COUNT; made++) {
        struct tally *tally = &ret->tally[made];
        *tally = (struct tally){.name = made_text((enum made)made),
                                .warned = made_moved((enum made)made),
                                .beside = made_beside((enum made)made)};
        int wanted = pairs / MADE_COUNT + (made < pairs % MADE_COUNT);
        for (int i = 0; i < wanted; i++) {
            if (make_pair(&country, (enum made)made, (unsigned)i, &pair)) {
                judge(judged, today, &pair, show, tally);
            }
        }
        ret->made += tally->count;
    }
}
