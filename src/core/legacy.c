/* legacy: letters and marks of three encodings put together by Unicode's composition. */
#include "core/legacy.h"
#include <string.h>
#include <strings.h>
#include <utf8proc.h>

enum {
    CIRCUMFLEX = 0x302,
    BREVE = 0x306,
    ACUTE = 0x301,
    GRAVE = 0x300,
    HOOK = 0x309,
    TILDE = 0x303,
    DOT = 0x323
};

static const char *const NAMES[] = {
#define X(code, name) name,
    ENCODING_LIST(X)
#undef X
};

const char *encoding_name(enum encoding encoding)
{
    return NAMES[encoding];
}

enum encoding encoding_named(const char *name)
{
    char plain[16];
    size_t len = 0;
    for (; *name && len + 1 < sizeof plain; name++) {
        if (*name != '-' && *name != '_') {
            plain[len++] = *name;
        }
    }
    plain[len] = '\0';
    static const char *const PLAIN[ENCODING_COUNT] = {"utf8", "tcvn3", "vni", "cp1258", "utf16", "utf16be"};
    enum encoding encoding = 0;
    while (encoding < ENCODING_COUNT && (*name || strcasecmp(plain, PLAIN[encoding]) != 0)) {
        encoding++;
    }
    return encoding;
}

/* One byte of VNI: a letter, or the marks of the vowel before it (the shape, then the tone). */
struct vni {
    unsigned char byte; /* of the small form; the capital one is 0x20 less */
    int32_t small, capital, shape, tone;
};

/* After VNI's own table of fonts for Windows, as xvnkb (vni.h), UniKey and GNU recode have it. */
static const struct vni VNI[] = {
    {0xF1, 0x111, 0x110, 0, 0},      {0xF4, 0x1A1, 0x1A0, 0, 0},
    {0xF6, 0x1B0, 0x1AF, 0, 0},      {0xED, 0xED, 0xCD, 0, 0},
    {0xEC, 0xEC, 0xCC, 0, 0},        {0xE6, 0x1EC9, 0x1EC8, 0, 0},
    {0xF3, 0x129, 0x128, 0, 0},      {0xF2, 0x1ECB, 0x1ECA, 0, 0},
    {0xEE, 0x1EF5, 0x1EF4, 0, 0},    {0xF9, 0, 0, 0, ACUTE},
    {0xF8, 0, 0, 0, GRAVE},          {0xFB, 0, 0, 0, HOOK},
    {0xF5, 0, 0, 0, TILDE},          {0xEF, 0, 0, 0, DOT},
    {0xE2, 0, 0, CIRCUMFLEX, 0},     {0xE1, 0, 0, CIRCUMFLEX, ACUTE},
    {0xE0, 0, 0, CIRCUMFLEX, GRAVE}, {0xE5, 0, 0, CIRCUMFLEX, HOOK},
    {0xE3, 0, 0, CIRCUMFLEX, TILDE}, {0xE4, 0, 0, CIRCUMFLEX, DOT},
    {0xEA, 0, 0, BREVE, 0},          {0xE9, 0, 0, BREVE, ACUTE},
    {0xE8, 0, 0, BREVE, GRAVE},      {0xFA, 0, 0, BREVE, HOOK},
    {0xFC, 0, 0, BREVE, TILDE},      {0xEB, 0, 0, BREVE, DOT},
};

static const struct vni *vni_of(unsigned byte)
{
    for (size_t i = 0; i < sizeof VNI / sizeof *VNI; i++) {
        if (byte == VNI[i].byte || byte + 0x20 == VNI[i].byte) {
            return &VNI[i];
        }
    }
    return NULL;
}

/* A byte as a letter or as marks, in the order in which Unicode composes them. */
struct unit {
    int32_t letter; /* 0: marks */
    int32_t marks[2];
    int mark_count;
};

static bool is_combining(int32_t rune)
{
    return rune == ACUTE || rune == GRAVE || rune == HOOK || rune == TILDE || rune == DOT;
}

static bool read_vni(unsigned byte, struct unit *ret)
{
    const struct vni *vni = vni_of(byte);
    if (byte == 0xA0) {
        ret->letter = 0xA0;
        return true;
    }
    if (!vni) {
        return false;
    }
    ret->letter = byte == vni->byte ? vni->small : vni->capital;
    if (vni->shape) {
        ret->marks[ret->mark_count++] = vni->shape;
    }
    if (vni->tone) {
        ret->marks[ret->mark_count++] = vni->tone;
    }
    return true;
}

static bool read_unit(enum encoding encoding, const struct codes *codes, unsigned byte, struct unit *ret)
{
    *ret = (struct unit){0};
    if (byte < 0x80) {
        ret->letter = (int32_t)byte;
        return true;
    }
    if (encoding == ENCODING_VNI) {
        return read_vni(byte, ret);
    }
    int32_t rune = codes->rune[byte - 0x80];
    if (is_combining(rune)) {
        ret->marks[ret->mark_count++] = rune;
    } else {
        ret->letter = rune;
    }
    return rune != 0;
}

/* The base of a letter that may stand before marks, 0 for any other. */
static int32_t vowel_of(int32_t letter)
{
    int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char(letter, parts, 8, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
    bool vowel = count > 0 && count <= 8 && parts[0] < 0x80 && parts[0] > 0 && strchr("aeiouy", parts[0]);
    return vowel ? parts[0] : 0;
}

/* What a letter has taken so far. */
struct letter_marks {
    int32_t vowel; /* 0: none that takes marks */
    bool shaped, toned;
};

static bool takes(struct letter_marks *taken, const struct unit *unit)
{
    int32_t shape = is_combining(unit->marks[0]) ? 0 : unit->marks[0];
    bool toned = !shape || unit->mark_count > 1;
    if (!taken->vowel || unit->mark_count == 0 || (shape && taken->shaped) || (toned && taken->toned) ||
        (shape == BREVE && taken->vowel != 'a') || (shape == CIRCUMFLEX && !strchr("aeo", taken->vowel))) {
        return false;
    }
    taken->shaped |= shape != 0;
    taken->toned |= toned;
    return true;
}

static size_t next_utf16(enum encoding encoding, const char *s, size_t len, bool more, int32_t *ret,
                         int *ret_count)
{
    const unsigned char *b = (const unsigned char *)s;
    int high = encoding == ENCODING_UTF16BE ? 0 : 1;
    int32_t first = len < 2 ? 0 : (int32_t)(b[high] << 8 | b[1 - high]);
    bool pair = first >= 0xD800 && first < 0xDC00;
    if (len < 2 || (pair && len < 4)) {
        *ret_count = 0;
        return more ? 0 : 1;
    }
    int32_t second = pair ? (int32_t)(b[2 + high] << 8 | b[3 - high]) : 0;
    bool broken = (first >= 0xDC00 && first < 0xE000) || (pair && (second < 0xDC00 || second >= 0xE000));
    ret[0] = pair ? 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00) : first;
    *ret_count = !broken;
    return broken ? 1 : pair ? 4 : 2;
}

size_t legacy_next(enum encoding encoding, const struct codes *codes, const char *s, size_t len, bool more,
                   int32_t ret[LEGACY_LETTER_MAX], int *ret_count)
{
    struct unit unit, marks;
    if (encoding == ENCODING_UTF16LE || encoding == ENCODING_UTF16BE) {
        return next_utf16(encoding, s, len, more, ret, ret_count);
    }
    *ret_count = 0;
    if (len == 0 || !read_unit(encoding, codes, (unsigned char)s[0], &unit) || unit.mark_count) {
        return len > 0;
    }
    struct letter_marks taken = {.vowel = vowel_of(unit.letter), .shaped = unit.letter >= 0x80};
    size_t took = 1;
    int count = 0;
    ret[count++] = unit.letter;
    while (took < len && read_unit(encoding, codes, (unsigned char)s[took], &marks) &&
           takes(&taken, &marks)) {
        memcpy(ret + count, marks.marks, (size_t)marks.mark_count * sizeof *ret);
        count += marks.mark_count;
        took++;
    }
    if (taken.vowel && !taken.toned && more && took == len) {
        return 0;
    }
    *ret_count = (int)utf8proc_normalize_utf32(ret, count, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    return took;
}
