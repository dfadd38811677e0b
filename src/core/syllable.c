/* syllable: the parts of a Vietnamese syllable and where its tone is written. */
#include "core/syllable.h"
#include "core/text.h"
#include <utf8proc.h>

/* Each vowel in the order of enum tone, and the letter it is without hat or horn. */
static const struct {
    char32_t plain;
    char32_t toned[TONE_COUNT + 1];
} VOWELS[] = {
    {U'a', U"aáàảãạ"}, {U'a', U"ăắằẳẵặ"}, {U'a', U"âấầẩẫậ"}, {U'e', U"eéèẻẽẹ"},
    {U'e', U"êếềểễệ"}, {U'i', U"iíìỉĩị"}, {U'o', U"oóòỏõọ"}, {U'o', U"ôốồổỗộ"},
    {U'o', U"ơớờởỡợ"}, {U'u', U"uúùủũụ"}, {U'u', U"ưứừửữự"}, {U'y', U"yýỳỷỹỵ"},
};
enum { VOWEL_COUNT = sizeof VOWELS / sizeof *VOWELS };

/* Every vowel group of a syllable, without the u of qu and the i of gi. */
static const struct vowels GROUPS[] = {
    {U"a", U"â", U"ă"},    {U"ai", U"", U""},     {U"ao", U"", U""},     {U"au", U"âu", U""},
    {U"ay", U"ây", U""},   {U"e", U"ê", U""},     {U"ea", U"", U""},     {U"ei", U"", U""},
    {U"eo", U"", U""},     {U"eu", U"êu", U""},   {U"i", U"", U""},      {U"ia", U"", U""},
    {U"ie", U"iê", U""},   {U"ieu", U"iêu", U""}, {U"iu", U"", U""},     {U"o", U"ô", U"ơ"},
    {U"oa", U"", U"oă"},   {U"oai", U"", U""},    {U"oao", U"", U""},    {U"oay", U"", U""},
    {U"oe", U"", U""},     {U"oeo", U"", U""},    {U"oi", U"ôi", U"ơi"}, {U"oo", U"", U""},
    {U"u", U"", U"ư"},     {U"ua", U"uâ", U"ưa"}, {U"uay", U"uây", U""}, {U"ue", U"uê", U""},
    {U"ueu", U"uêu", U""}, {U"ui", U"", U"ưi"},   {U"uo", U"uô", U"ươ"}, {U"uoi", U"uôi", U"ươi"},
    {U"uou", U"", U"ươu"}, {U"uu", U"", U"ưu"},   {U"uy", U"", U""},     {U"uya", U"", U""},
    {U"uye", U"uyê", U""}, {U"uyu", U"", U""},    {U"y", U"", U""},      {U"ye", U"yê", U""},
    {U"yeu", U"yêu", U""},
};

/* Those of Vietnamese, then those of names and places of the Central Highlands (Krông, Đrăk, Kpă, Plei). */
static const char32_t *const INITIALS[] = {
    U"",   U"b",  U"c",  U"ch",  U"d",  U"đ",  U"g",  U"gh", U"gi", U"h",  U"j",  U"k",  U"kh", U"l",
    U"m",  U"n",  U"ng", U"ngh", U"nh", U"p",  U"ph", U"q",  U"qu", U"r",  U"s",  U"t",  U"th", U"tr",
    U"v",  U"x",  U"bh", U"bl",  U"br", U"dr", U"đr", U"gr", U"hl", U"hm", U"hr", U"jr", U"kl", U"km",
    U"kn", U"kp", U"kr", U"ks",  U"ml", U"mn", U"mđ", U"pl", U"pr", U"rc", U"rm", U"sr", U"st", U"xt",
};

/* k: Đắk Lắk. */
static const char32_t *const FINALS[] = {U"", U"c", U"ch", U"k", U"m", U"n", U"ng", U"nh", U"p", U"t"};

static bool same(const char32_t *letters, size_t count, const char32_t *text)
{
    size_t i = 0;
    while (i < count && text[i] == letters[i]) {
        i++;
    }
    return i == count && !text[i];
}

static bool listed(const char32_t *const list[], size_t rows, const char32_t *letters, size_t count)
{
    for (size_t i = 0; i < rows; i++) {
        if (same(letters, count, list[i])) {
            return true;
        }
    }
    return false;
}

/* The vowel's row and tone; VOWEL_COUNT when the letter is none. */
static size_t vowel_row(char32_t letter, enum tone *ret_tone)
{
    for (size_t row = 0; row < VOWEL_COUNT; row++) {
        for (enum tone tone = 0; tone < TONE_COUNT; tone++) {
            if (VOWELS[row].toned[tone] == letter) {
                *ret_tone = tone;
                return row;
            }
        }
    }
    return VOWEL_COUNT;
}

static bool is_vowel(char32_t letter)
{
    enum tone tone;
    return vowel_row(letter, &tone) < VOWEL_COUNT;
}

static char32_t plain(char32_t letter)
{
    enum tone tone;
    size_t row = vowel_row(letter, &tone);
    return row < VOWEL_COUNT ? VOWELS[row].plain : letter;
}

static const struct vowels *group_of(const char32_t *letters, size_t count)
{
    char32_t bare[SYLLABLE_MAX];
    for (size_t i = 0; i < count; i++) {
        bare[i] = plain(letters[i]);
    }
    for (size_t row = 0; row < sizeof GROUPS / sizeof *GROUPS; row++) {
        if (same(bare, count, GROUPS[row].plain)) {
            return &GROUPS[row];
        }
    }
    return NULL;
}

/* How many letters the consonant at the beginning has; u belongs to it after q, i
 * after g when a vowel follows. */
static size_t initial_count(const struct syllable *syllable)
{
    const char32_t *letter = syllable->letter;
    size_t count = 0;
    while (count < syllable->count && !is_vowel(letter[count])) {
        count++;
    }
    bool glides =
        count == 1 && ((letter[0] == U'q' && letter[1] == U'u') || (letter[0] == U'g' && letter[1] == U'i'));
    return glides && syllable->count > 2 && is_vowel(letter[2]) ? 2 : count;
}

static size_t final_at(const struct syllable *syllable)
{
    return syllable->vowel + syllable->vowel_count;
}

/* Finds the parts and tells whether they can be Vietnamese. */
static bool parse(struct syllable *syllable)
{
    const char32_t *letter = syllable->letter;
    size_t end = syllable->vowel = initial_count(syllable);
    while (end < syllable->count && is_vowel(letter[end])) {
        end++;
    }
    syllable->vowel_count = end - syllable->vowel;
    syllable->vowels = group_of(letter + syllable->vowel, syllable->vowel_count);
    if (!listed(INITIALS, sizeof INITIALS / sizeof *INITIALS, letter, syllable->vowel)) {
        return false;
    }
    if (syllable->vowel_count == 0) {
        return syllable->count > 0 && end == syllable->count && syllable->tone == TONE_LEVEL;
    }
    return syllable->vowels && syllable_takes(syllable, syllable->tone) &&
           listed(FINALS, sizeof FINALS / sizeof *FINALS, letter + end, syllable->count - end);
}

bool syllable_takes(const struct syllable *syllable, enum tone tone)
{
    size_t end = final_at(syllable);
    char32_t last = syllable->count > end ? syllable->letter[syllable->count - 1] : 0;
    bool nasal = syllable->count == end + 2 && last == U'h' && syllable->letter[end] == U'n';
    bool stop = last == U'c' || last == U'k' || last == U'p' || last == U't' || (last == U'h' && !nasal);
    return syllable->vowel_count > 0 &&
           (!stop || tone == TONE_LEVEL || tone == TONE_ACUTE || tone == TONE_DOT);
}

/* Adds one letter without regard to what becomes of the syllable. */
static bool add(struct syllable *syllable, int32_t rune)
{
    int32_t lower = rune < 0 ? rune : utf8proc_tolower(rune);
    enum tone tone = TONE_LEVEL;
    size_t row = vowel_row((char32_t)lower, &tone);
    bool known = row < VOWEL_COUNT || lower == U'đ' || (lower >= 'a' && lower <= 'z');
    if (!known || syllable->count == SYLLABLE_MAX || (tone != TONE_LEVEL && syllable->tone != TONE_LEVEL)) {
        return false;
    }
    syllable->letter[syllable->count] = row < VOWEL_COUNT ? VOWELS[row].toned[TONE_LEVEL] : (char32_t)lower;
    syllable->upper[syllable->count++] = lower != rune;
    syllable->tone = tone != TONE_LEVEL ? tone : syllable->tone;
    return true;
}

bool syllable_read(struct syllable *ret, const char *text, size_t len)
{
    struct syllable syllable = {0};
    for (size_t i = 0; i < len;) {
        int32_t rune;
        i += text_next(text + i, len - i, &rune);
        if (!add(&syllable, rune)) {
            return false;
        }
    }
    if (!parse(&syllable)) {
        return false;
    }
    *ret = syllable;
    return true;
}

/* One horn in uo becomes two as soon as a letter follows: thuở, but thương. */
static void complete_horns(struct syllable *syllable)
{
    char32_t *letter = syllable->letter + syllable->vowel;
    bool pair = syllable->vowel_count >= 2 && plain(letter[0]) == U'u' && plain(letter[1]) == U'o';
    bool followed = syllable->vowel + 2 < syllable->count;
    if (pair && followed && ((letter[0] == U'ư') != (letter[1] == U'ơ'))) {
        letter[0] = U'ư';
        letter[1] = U'ơ';
    }
}

bool syllable_append(struct syllable *syllable, int32_t rune)
{
    struct syllable longer = *syllable;
    if (!add(&longer, rune) || !parse(&longer)) {
        return false;
    }
    complete_horns(&longer);
    *syllable = longer;
    return true;
}

const char32_t *syllable_form(const struct syllable *syllable, enum shape shape)
{
    if (!syllable->vowels) {
        return U"";
    }
    switch (shape) {
    case SHAPE_HAT: return syllable->vowels->hat;
    case SHAPE_HORN: return syllable->vowels->horn;
    default: return syllable->vowels->plain;
    }
}

void syllable_set_vowels(struct syllable *syllable, const char32_t *vowels)
{
    for (size_t i = 0; i < syllable->vowel_count && vowels[i]; i++) {
        syllable->letter[syllable->vowel + i] = vowels[i];
    }
}

bool syllable_has_vowels(const struct syllable *syllable, const char32_t *vowels)
{
    return same(syllable->letter + syllable->vowel, syllable->vowel_count, vowels);
}

/* The letter that carries the tone: the last with hat or horn; else the last vowel before a consonant; else
 * the middle of three and the first of two. */
static size_t tone_at(const struct syllable *syllable)
{
    size_t first = syllable->vowel, end = final_at(syllable);
    for (size_t i = end; i > first; i--) {
        if (plain(syllable->letter[i - 1]) != syllable->letter[i - 1]) {
            return i - 1;
        }
    }
    if (end < syllable->count) {
        return end - 1;
    }
    return syllable->vowel_count > 2 ? first + 1 : first;
}

size_t syllable_write(const struct syllable *syllable, char out[SYLLABLE_BYTES])
{
    size_t len = 0;
    for (size_t i = 0; i < syllable->count; i++) {
        char32_t letter = syllable->letter[i];
        enum tone tone;
        if (syllable->tone != TONE_LEVEL && i == tone_at(syllable)) {
            letter = VOWELS[vowel_row(letter, &tone)].toned[syllable->tone];
        }
        int32_t rune = syllable->upper[i] ? utf8proc_toupper((int32_t)letter) : (int32_t)letter;
        len += text_put(out + len, rune);
    }
    return len;
}
