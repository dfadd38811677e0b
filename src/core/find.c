/* find: a number by its digits, else a name with what may be a birth date behind it. */
#include "core/find.h"
#include "core/syllable.h"
#include "core/telex.h"
#include "core/text.h"
#include <ctype.h>
#include <string.h>

/* A year of two digits below this may be of either century. */
enum { SHORT_YEAR_LEAST = 40, TAIL_SIZE = 24, WORD_MAX = 16 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

/* "12 3 1985", "12/03/1985" and the like as date_read takes them; too long is "". */
static void make_tail(const char *from, char out[TAIL_SIZE])
{
    size_t len = 0;
    bool gap = false;
    for (; *from && len + 2 < TAIL_SIZE; from++) {
        if (!is_digit(*from)) {
            gap = len > 0;
            continue;
        }
        if (gap) {
            out[len++] = '/';
        }
        gap = false;
        out[len++] = *from;
    }
    out[*from ? 0 : len] = '\0';
}

/* d/m/85: behind day and month two digits are no age. */
static bool complete_year(char tail[TAIL_SIZE])
{
    char *last = strrchr(tail, '/');
    if (!last || strchr(tail, '/') == last || strlen(last) != 3 || strlen(tail) + 3 > TAIL_SIZE ||
        (last[1] - '0') * 10 + (last[2] - '0') < SHORT_YEAR_LEAST) {
        return false;
    }
    memmove(last + 3, last + 1, 3);
    memcpy(last + 1, "19", 2);
    return true;
}

/* Where the name ends and what stands behind it begins; *ret_birth is "" when that is no date. */
static size_t split_birth(const char *text, date_text ret_birth)
{
    char tail[TAIL_SIZE];
    size_t end = strlen(text), from = end;
    while (from > 0 && (is_digit(text[from - 1]) || strchr(" /-.", text[from - 1]))) {
        from--;
    }
    make_tail(text + from, tail);
    bool read = date_read(tail, ret_birth) == FAULT_NONE;
    read = read || (complete_year(tail) && date_read(tail, ret_birth) == FAULT_NONE);
    if (!read) {
        ret_birth[0] = '\0';
    }
    bool marks = from > 0 && is_digit(text[from]) && !*ret_birth; /* VNI: an1 */
    return marks ? end : from;
}

/* A word typed without an input method, by the keys of one: nguyeenx, nguye6n4. False when it is none. */
static bool decode(const char *word, size_t len, char out[WORD_MAX * 4])
{
    struct syllable syllable;
    bool digits = false;
    size_t at = 0;
    *out = '\0';
    if (len > WORD_MAX || syllable_read(&syllable, word, len)) {
        return false;
    }
    for (size_t i = 0; i < len; i++) {
        digits = digits || is_digit(word[i]);
    }
    for (size_t i = 0; i < len; i++) {
        bool ascii = isalnum((unsigned char)word[i]) && (unsigned char)word[i] < 0x80;
        if (!ascii || telex_press(out, WORD_MAX * 4, &at, word[i], digits ? TYPING_VNI : TYPING_TELEX)) {
            return false;
        }
    }
    return syllable_read(&syllable, out, strlen(out));
}

/* The name's words, each decoded where it needs to be. False when it is too long to be one. */
static bool write_words(const char *text, size_t len, char out[NAME_SIZE])
{
    size_t used = 0;
    for (size_t at = 0; at < len;) {
        char decoded[WORD_MAX * 4];
        size_t size = strcspn(text + at, " ");
        size = size < len - at ? size : len - at;
        const char *word = decode(text + at, size, decoded) ? decoded : text + at;
        size_t written = word == decoded ? strlen(decoded) : size;
        if (used + written + 2 > NAME_SIZE) {
            return false;
        }
        memcpy(out + used, word, written);
        used += written;
        out[used++] = ' ';
        at += size + 1;
    }
    out[used] = '\0';
    return true;
}

/* Names have no digits: what is left of them is no part of one. */
static void drop_digits(char *folded)
{
    char *to = folded;
    for (const char *from = folded; *from; from++) {
        bool space = *from == ' ' && (to == folded || to[-1] == ' ');
        if (!is_digit(*from) && !space) {
            *to++ = *from;
        }
    }
    to -= to > folded && to[-1] == ' ';
    *to = '\0';
}

static size_t letters_in(const char *folded)
{
    size_t count = 0;
    for (; *folded; folded++) {
        count += *folded != ' ' && (*folded & 0xC0) != 0x80;
    }
    return count;
}

/* A lone word as its keys were typed: by Telex `has` would be há and no longer the initials of Hồ Anh Sơn. */
static void read_initials(const char *text, size_t len, char ret[INITIALS_SIZE])
{
    char word[NAME_SIZE], folded[NAME_SIZE];
    memcpy(word, text, len);
    word[len] = '\0';
    if (text_fold(folded, sizeof folded, word) != FAULT_NONE) {
        return;
    }
    size_t count = 0;
    while (is_letter(folded[count])) {
        count++;
    }
    if (!folded[count] && count >= FIND_LEAST_LETTERS && count < INITIALS_SIZE) {
        strcpy(ret, folded);
    }
}

static void read_name(const char *text, struct find *ret)
{
    char words[NAME_SIZE];
    date_text birth;
    size_t len = split_birth(text, birth);
    if (!write_words(text, len, words) || text_fold(ret->name, sizeof ret->name, words) != FAULT_NONE) {
        return;
    }
    drop_digits(ret->name);
    if (letters_in(ret->name) < FIND_LEAST_LETTERS) {
        ret->name[0] = '\0';
        return;
    }
    ret->kind = FIND_NAME;
    strcpy(ret->birth, birth);
    read_initials(text, len, ret->initials);
}

/* A card's number from its beginning: two letters, the benefit digit, the province. "an 1985" is a name with a year, and so
 * is what stands behind a space and may still become a date. */
static bool is_card(const char *text, const char *folded, const char *number)
{
    size_t digits = strspn(number + 2, "0123456789");
    date_text birth;
    if (!is_letter(folded[0]) || !is_letter(folded[1]) || digits == 0 || number[2 + digits]) {
        return false;
    }
    bool spaced = folded[2] == ' ';
    bool dated = strchr(text, '/') || (split_birth(text, birth), *birth);
    bool shaped = strchr("12345", number[2]) && (digits < 3 || memcmp(number + 3, "97", 2) <= 0);
    return shaped && !(spaced && (dated || digits < FIND_LEAST_DIGITS));
}

/* The folded text without its spaces, in upper case; what does not fit is no number. */
static bool squeeze(const char *folded, char out[NUMBER_SIZE])
{
    size_t len = 0;
    for (; *folded && len < NUMBER_SIZE; folded++) {
        if (*folded != ' ') {
            out[len++] = is_letter(*folded) ? (char)(*folded - 'a' + 'A') : *folded;
        }
    }
    if (len >= NUMBER_SIZE) {
        return false;
    }
    out[len] = '\0';
    return true;
}

static void take_number(const char *number, bool abroad, struct find *ret)
{
    bool coded = abroad && strncmp(number, "84", 2) == 0;
    strcpy(ret->number, coded ? "0" : "");
    strcat(ret->number, number + (coded ? 2 : 0));
    size_t digits = strcspn(ret->number, "0123456789");
    if (strlen(ret->number + digits) >= FIND_LEAST_DIGITS) {
        ret->kind = FIND_NUMBER;
    } else {
        ret->number[0] = '\0';
    }
}

void find_read(const char *text, struct find *ret)
{
    char folded[NAME_SIZE], number[NUMBER_SIZE] = "";
    *ret = (struct find){.kind = FIND_NOTHING};
    text += strspn(text, " ");
    if (strlen(text) >= NAME_SIZE || text_fold(folded, sizeof folded, text) != FAULT_NONE) {
        return;
    }
    bool fits = squeeze(folded, number);
    bool letters = folded[strspn(folded, "0123456789 ")] != '\0';
    if (letters && !(fits && is_card(text, folded, number))) {
        read_name(text, ret);
    } else if (fits && (letters || !strchr(text, '/'))) {
        take_number(number, *text == '+', ret);
    }
}

void find_initials(const char *folded, char ret[INITIALS_SIZE])
{
    size_t used = 0;
    for (size_t at = 0; folded[at];) {
        int32_t rune;
        size_t len = text_next(folded + at, strlen(folded + at), &rune);
        if (used + len < INITIALS_SIZE) {
            memcpy(ret + used, folded + at, len);
            used += len;
        } else {
            break;
        }
        at += strcspn(folded + at, " ");
        at += folded[at] == ' ';
    }
    ret[used] = '\0';
}
