/* lost: words looked at one by one. */
#include "core/lost.h"
#include "core/text.h"
#include <string.h>
#include <utf8proc.h>

struct word {
    int letters, vowels, small, digits;
    bool begins_small;
    char first; /* in ASCII, else 0 */
};

static bool is_letter(int32_t rune)
{
    utf8proc_category_t category = rune < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(rune);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

/* Letters beyond ASCII count as vowels: those of Europe's keyboards nearly all are. */
static bool is_vowel(int32_t rune)
{
    return rune >= 0x80 || strchr("aeiouyAEIOUY", (int)rune);
}

/* The next word at *at, moved behind it; false at the end. */
static bool next_word(const char **at, struct word *ret)
{
    *ret = (struct word){.letters = 0};
    for (size_t taken; **at; *at += taken) {
        int32_t rune;
        taken = text_next(*at, 4, &rune);
        bool digit = rune >= '0' && rune <= '9';
        if (!digit && !is_letter(rune)) {
            if (ret->letters + ret->digits > 0) {
                return true;
            }
            continue;
        }
        bool small = !digit && utf8proc_category(rune) == UTF8PROC_CATEGORY_LL;
        if (ret->letters + ret->digits == 0) {
            ret->begins_small = small;
            ret->first = rune < 0x80 ? (char)rune : '\0';
        }
        ret->digits += digit;
        ret->letters += !digit;
        ret->vowels += !digit && is_vowel(rune);
        ret->small += small;
    }
    return ret->letters + ret->digits > 0;
}

/* U+0100 and above: no key of us, fr, de or gb gives any that a card holds. */
static bool beyond_europe(const char *text)
{
    for (size_t taken; *text; text += taken) {
        int32_t rune;
        taken = text_next(text, 4, &rune);
        if (rune >= 0x100) {
            return true;
        }
    }
    return false;
}

/* H and K alone are words of names in the Central Highlands. */
static bool is_broken_name(const char *name)
{
    struct word word;
    bool small = false, capital = false;
    while (next_word(&name, &word)) {
        bool highland = word.letters == 1 && (word.first == 'H' || word.first == 'K');
        if (word.digits > 0 || (word.vowels == 0 && !highland)) {
            return true;
        }
        small |= word.begins_small;
        capital |= !word.begins_small;
    }
    return small && capital;
}

static bool is_broken_address(const char *address)
{
    struct word word;
    while (next_word(&address, &word)) {
        if (word.letters > 1 && word.vowels == 0 && word.small > 0 && word.digits == 0) {
            return true;
        }
    }
    return false;
}

bool lost_letters(const char *name, const char *gender, const char *address)
{
    if (beyond_europe(name) || beyond_europe(gender) || beyond_europe(address)) {
        return false;
    }
    return strcmp(gender, "N") == 0 || is_broken_name(name) || is_broken_address(address);
}

void lost_drop_digits(char *name)
{
    char *out = name;
    for (const char *in = name; *in; in++) {
        bool digit = *in >= '0' && *in <= '9';
        bool spare = *in == ' ' && (out == name || out[-1] == ' ');
        if (!digit && !spare) {
            *out++ = *in;
        }
    }
    while (out > name && out[-1] == ' ') {
        out--;
    }
    *out = '\0';
}
