/* address_split: an address as words, the kinds of units among them recognised. Inside of address. */
#ifndef TIEPDON_ADDRESS_SPLIT_H
#define TIEPDON_ADDRESS_SPLIT_H
#include "core/field.h"
#include "core/letter.h"
#include "core/unit.h"

/* More words than any address has: the longest name of a place has five. */
enum { WORDS_MAX = 160 };

struct word {
    uint16_t at, count; /* its letters; a word ends at a gap and where digits meet letters (P4, 12A) */
    uint16_t key;       /* where its letters begin in words.base; a number has no leading zeros there */
    char gap;           /* before it */
    bool number;
    /* Where a kind of unit ends with this word (phố of thành phố): */
    uint8_t kind;       /* enum unit_kind */
    uint8_t kind_words; /* how many words it takes */
    bool kind_sure;     /* written with its marks, or nothing has marks here */
    bool kind_wrong;    /* with other marks (Phưong, Tĩnh): a kind only before a name that has it */
};

struct words {
    struct letter letters[ADDRESS_SIZE]; /* settled and simplified */
    char base[ADDRESS_SIZE];             /* of each letter, '?' beyond ASCII */
    struct word word[WORDS_MAX];
    size_t count;
    bool bare; /* no letter carries a mark */
};

/* False when the text is too long or has too many words. */
bool split_read(struct words *words, const char *text);

/* How many words there are before the country and a postal code. */
size_t split_end(const struct words *words);

/* The bases of the words [at, end) without gaps, as unit_key has them; not ended by a NUL. */
const char *split_key(const struct words *words, size_t at, size_t end, size_t *ret_len);

/* The word is spelt so; `bare` is ASCII. */
bool split_is(const struct words *words, size_t at, const char *bare);

/* A number is among the words [at, end): it never slips. */
bool split_has_number(const struct words *words, size_t at, size_t end);

/* A sign that parts places stands before the word, or nothing does. */
bool split_parted(const struct words *words, size_t at);

/* The parts between commas in another order, each led by one: from the last to the first, or those that a
 * kind leads behind the others, the larger unit the farther. False when there is one part only. */
enum split_order { SPLIT_TURNED, SPLIT_BY_KIND };
bool split_reorder(const struct words *words, enum split_order order, struct words *ret);

/* One letter changed, left out, doubled or swapped with its neighbour makes one of the other. Not for equal
 * ones. */
bool split_slip(const char *a, size_t a_len, const char *b, size_t b_len);

#endif
