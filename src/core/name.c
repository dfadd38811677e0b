/* name: the levels tried from the mildest to the worst. */
#include "core/name.h"
#include "core/field.h"
#include "core/letter.h"
#include <string.h>

/* A name as letters; a text in NAME_SIZE bytes never has more. */
struct spelled {
    struct letter at[NAME_SIZE];
    size_t count;
};

/* Where a syllable that ends in oa, oe or uy carries its tone. */
enum placement { PLACEMENT_AS_WRITTEN, PLACEMENT_FIRST, PLACEMENT_SECOND, PLACEMENT_COUNT };

static struct spelled spell(const char *name)
{
    struct spelled out;
    out.count = letters_read(out.at, NAME_SIZE, name);
    return out;
}

static bool identical(const struct spelled *a, const struct spelled *b)
{
    if (a->count != b->count) {
        return false;
    }
    for (size_t i = 0; i < a->count; i++) {
        if (!letter_equal(&a->at[i], &b->at[i]) || a->at[i].gap != b->at[i].gap) {
            return false;
        }
    }
    return true;
}

static bool lookalike(struct spelled a, struct spelled b)
{
    letters_settle(a.at, a.count);
    letters_settle(b.at, b.count);
    return identical(&a, &b);
}

/* Gives both the boundaries of the one that has more; false when each has one that the other lacks, for then
 * the words are others (Ngọc Anh, Ngọ Canh). */
static bool unite_gaps(struct spelled *a, struct spelled *b)
{
    bool a_lacks = false, b_lacks = false;
    for (size_t i = 0; i < a->count; i++) {
        a_lacks |= !a->at[i].gap && b->at[i].gap;
        b_lacks |= a->at[i].gap && !b->at[i].gap;
        a->at[i].gap = b->at[i].gap = a->at[i].gap ? a->at[i].gap : b->at[i].gap;
    }
    return !(a_lacks && b_lacks);
}

/* NAME_SPELLING when nothing but i, y and minority marks differs, NAME_DIACRITICS
 * when only one side lost marks. */
static enum name_level same_letters(struct spelled a, struct spelled b)
{
    if (a.count != b.count || a.count == 0 || !unite_gaps(&a, &b)) {
        return NAME_DIFFERENT;
    }
    letters_settle(a.at, a.count);
    letters_settle(b.at, b.count);
    letters_simplify(a.at, a.count);
    letters_simplify(b.at, b.count);
    bool a_lost = false, b_lost = false;
    for (size_t i = 0; i < a.count; i++) {
        unsigned common = a.at[i].marks & b.at[i].marks;
        a_lost |= common != b.at[i].marks;
        b_lost |= common != a.at[i].marks;
        if (a.at[i].base != b.at[i].base || (a_lost && b_lost)) {
            return NAME_DIFFERENT;
        }
    }
    return a_lost || b_lost ? NAME_DIACRITICS : NAME_SPELLING;
}

static bool untypable(const struct letter *letter)
{
    return letter->marks != 0 || letter->base >= 128;
}

static void forget_lookalikes(struct spelled *name)
{
    for (size_t i = 0; i < name->count; i++) {
        name->at[i].marks &= (uint16_t)~MARK_LOOKALIKE;
    }
}

/* A tone lifts its letter off the keyboard, and which letter that is depends on the
 * spelling the scanner was given. */
static void place_tones(struct spelled *name, enum placement placement)
{
    const unsigned tones = MARK_ACUTE | MARK_GRAVE | MARK_HOOK | MARK_TILDE | MARK_DOT;
    for (size_t i = 0; i + 1 < name->count; i++) {
        struct letter *first = &name->at[i], *second = first + 1;
        bool open = i + 2 == name->count || second[1].gap;
        bool pair = (first->base == 'o' && (second->base == 'a' || second->base == 'e')) ||
                    (first->base == 'u' && second->base == 'y' && !(i > 0 && first[-1].base == 'q'));
        if (!pair || !open || second->gap || placement == PLACEMENT_AS_WRITTEN) {
            continue;
        }
        uint16_t tone = (uint16_t)((first->marks | second->marks) & tones);
        first->marks &= (uint16_t)~tones;
        second->marks &= (uint16_t)~tones;
        *(placement == PLACEMENT_FIRST ? &first->marks : &second->marks) |= tone;
    }
}

/* One more letter of the card, `letter`, found in the system's name. matched[i] says that the card's letters
 * before it can end with the system's i-th; next[] becomes the same for this one. */
static void match_letter(const struct letter *letter, const struct spelled *system, const bool *matched,
                         bool *next)
{
    bool open = false, parted = false; /* some match reaches here; one did across a boundary between words */
    next[0] = false;
    for (size_t i = 0; i < system->count; i++) {
        const struct letter *theirs = &system->at[i];
        open |= matched[i];
        parted |= open && theirs->gap;
        next[i + 1] = open && letter_equal(letter, theirs) && (parted || !letter->gap);
        if (!untypable(theirs)) {
            open = parted = false;
        }
    }
}

/* The card's letters are the system's with some untypable ones left out. */
static bool lacks_untypable(const struct spelled *card, const struct spelled *system)
{
    bool row[2][NAME_SIZE + 1] = {{true}};
    for (size_t j = 0; j < card->count; j++) {
        match_letter(&card->at[j], system, row[j % 2], row[(j + 1) % 2]);
    }
    const bool *matched = row[card->count % 2];
    for (size_t i = system->count; !matched[i]; i--) {
        if (i == 0 || !untypable(&system->at[i - 1])) {
            return false;
        }
    }
    return true;
}

static bool incomplete(struct spelled card, struct spelled system)
{
    if (card.count == 0 || card.count >= system.count) {
        return false;
    }
    forget_lookalikes(&card);
    forget_lookalikes(&system);
    for (enum placement placement = 0; placement < PLACEMENT_COUNT; placement++) {
        struct spelled variant = system;
        place_tones(&variant, placement);
        if (lacks_untypable(&card, &variant)) {
            return true;
        }
    }
    return false;
}

/* The index of the first letter of the word after the one at `i`. */
static size_t word_end(const struct spelled *name, size_t i)
{
    do {
        i++;
    } while (i < name->count && !name->at[i].gap);
    return i;
}

static bool initials_agree(const struct spelled *a, const struct spelled *b)
{
    size_t i = 0, j = 0;
    while (i < a->count && j < b->count && a->at[i].base == b->at[j].base) {
        i = word_end(a, i);
        j = word_end(b, j);
    }
    return i == a->count && j == b->count;
}

static bool one_word_more(const struct spelled *longer, const struct spelled *shorter)
{
    for (size_t start = 0, end; start < longer->count; start = end) {
        struct spelled rest = *longer;
        end = word_end(longer, start);
        memmove(rest.at + start, rest.at + end, (rest.count - end) * sizeof *rest.at);
        rest.count -= end - start;
        if (same_letters(rest, *shorter) != NAME_DIFFERENT) {
            return true;
        }
    }
    return false;
}

enum name_level name_compare(const char *card, const char *system)
{
    if (letters_same_text(card, system)) {
        return NAME_SAME;
    }
    if (strlen(card) >= NAME_SIZE || strlen(system) >= NAME_SIZE) {
        return NAME_DIFFERENT;
    }
    struct spelled a = spell(card), b = spell(system);
    if (a.count == 0 || b.count == 0) {
        return NAME_DIFFERENT;
    }
    if (identical(&a, &b)) {
        return NAME_SAME;
    }
    if (lookalike(a, b)) {
        return NAME_LOOKALIKE;
    }
    enum name_level level = same_letters(a, b);
    if (level != NAME_DIFFERENT) {
        return level;
    }
    if (incomplete(a, b)) {
        return NAME_INCOMPLETE;
    }
    return initials_agree(&a, &b) || one_word_more(&a, &b) || one_word_more(&b, &a) ? NAME_PARTIAL
                                                                                    : NAME_DIFFERENT;
}
