/* profile: one file a model, read and written; the words of its values stand in one table for both. */
#include "adapter/profile.h"
#include "adapter/settings.h"
#include "adapter/store_file.h"
#include "core/text.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { NAME_LETTERS = 4, TIME_MIN_MS = 10, TIME_MAX_MS = 10000 };

/* Of one report: a letter as an Alt code takes up to ten. */
enum { SPEED_MAX_MS = 80, SILENCE_PER_MS = 12500, HALF_PER_MS = 125000 };

enum { STX = 2 };

struct word {
    const char *name;
    unsigned value;
};

static const struct word SUFFIXES[] = {
    {"enter", SUFFIX_ENTER}, {"tab", SUFFIX_TAB}, {"lf", SUFFIX_LF}, {"none", 0}};
static const struct word WAYS[] = {{"auto", WAY_AUTO},
                                   {"utf8", WAY_UTF8},
                                   {"cp1252", WAY_CP1252},
                                   {"cp1258", WAY_CP1258},
                                   {"codepoint", WAY_CODE_POINT}};
enum { SUFFIX_COUNT = sizeof SUFFIXES / sizeof *SUFFIXES, WAY_COUNT = sizeof WAYS / sizeof *WAYS };

struct reading {
    struct profile profile;
    uint64_t speed_us;
};

static const struct word *word_of(const struct word *words, int count, const char *name, size_t len)
{
    for (int i = 0; i < count; i++) {
        if (strlen(words[i].name) == len && !memcmp(words[i].name, name, len)) {
            return &words[i];
        }
    }
    return NULL;
}

/* One to four hexadecimal digits; where `ret_any` is given a ? is a digit that may be anything. */
static bool take_number(const char **at, unsigned short *ret, unsigned short *ret_any)
{
    static const char DIGITS[] = "0123456789abcdef";
    unsigned value = 0, any = 0;
    int len = 0;
    for (; **at && **at != ':' && **at != ' '; ++*at, len++) {
        const char *digit = strchr(DIGITS, tolower((unsigned char)**at));
        if (len == 4 || (!digit && (**at != '?' || !ret_any))) {
            return false;
        }
        value = value << 4 | (digit ? (unsigned)(digit - DIGITS) : 0);
        any = any << 4 | (digit ? 0 : 0xf);
    }
    *ret = (unsigned short)value;
    if (ret_any) {
        *ret_any = (unsigned short)any;
    }
    return len > 0;
}

/* "0c2e:0b61 Honeywell*": a vendor's number alone, or a name that fits anything, matches no device. */
static bool take_device(struct profile *profile, const char *value)
{
    if (profile->match_count == PROFILE_MATCHES) {
        return false;
    }
    struct match *match = &profile->match[profile->match_count];
    int letters = 0;
    if (!take_number(&value, &match->vendor, NULL) || *value++ != ':' ||
        !take_number(&value, &match->product, &match->product_any)) {
        return false;
    }
    value += strspn(value, " ");
    for (const char *c = value; *c; c++) {
        letters += isalnum((unsigned char)*c) != 0;
    }
    if (letters < NAME_LETTERS || text_copy(match->name, DEVICE_NAME_SIZE, value)) {
        return false;
    }
    profile->match_count++;
    return true;
}

static bool take_suffix(struct profile *profile, const char *value)
{
    unsigned all = 0;
    int words = 0;
    for (const char *at = value + strspn(value, " ,"); *at; at += strspn(at, " ,"), words++) {
        size_t len = strcspn(at, " ,");
        const struct word *word = word_of(SUFFIXES, SUFFIX_COUNT, at, len);
        if (!word) {
            return false;
        }
        all |= word->value;
        at += len;
    }
    profile->manner.suffixes = all;
    return words == 1 || (words > 1 && !strstr(value, "none"));
}

static bool take_way(struct profile *profile, const char *value)
{
    const struct word *word = word_of(WAYS, WAY_COUNT, value, strlen(value));
    if (word) {
        profile->manner.way = (enum way)word->value;
    }
    return word;
}

/* "]Q1", "\x02A", "STX" */
static bool take_prefix(struct profile *profile, const char *value)
{
    size_t len = 0;
    value = strcmp(value, "STX") != 0 ? value : "\\x02";
    while (*value && len < PREFIX_SIZE - 1) {
        char byte = *value++;
        if (byte == '\\') {
            unsigned number;
            int used = 0;
            if (sscanf(value, "x%2x%n", &number, &used) != 1 || used != 3 || !number) {
                return false;
            }
            byte = (char)number;
            value += used;
        }
        profile->manner.prefix[len++] = byte;
    }
    profile->manner.prefix[len] = '\0';
    return !*value;
}

static bool take_time(uint64_t *us, const char *value, long min, long max)
{
    char *end;
    long ms = strtol(value, &end, 10);
    *us = (uint64_t)ms * 1000;
    return end != value && !*end && ms >= min && ms <= max;
}

static bool take_layout(struct profile *profile, const char *value)
{
    for (const char *c = value; *c; c++) {
        if (!islower((unsigned char)*c) && !isdigit((unsigned char)*c) && *c != '-') {
            return false;
        }
    }
    return *value && !text_copy(profile->layout, sizeof profile->layout, value);
}

static bool take(void *data, const char *section, const char *name, const char *value)
{
    struct reading *reading = data;
    struct profile *profile = &reading->profile;
    struct manner *manner = &profile->manner;
    if (!strcmp(section, "match")) {
        return !strcmp(name, "device") && take_device(profile, value);
    }
    if (strcmp(section, "scanner") != 0) {
        return false;
    }
    return !strcmp(name, "layout")    ? take_layout(profile, value)
           : !strcmp(name, "way")     ? take_way(profile, value)
           : !strcmp(name, "suffix")  ? take_suffix(profile, value)
           : !strcmp(name, "prefix")  ? take_prefix(profile, value)
           : !strcmp(name, "speed")   ? take_time(&reading->speed_us, value, 1, SPEED_MAX_MS)
           : !strcmp(name, "silence") ? take_time(&manner->silence_us, value, TIME_MIN_MS, TIME_MAX_MS)
           : !strcmp(name, "half")    ? take_time(&manner->half_us, value, TIME_MIN_MS, TIME_MAX_MS)
                                      : false;
}

/* What is not stated follows from the speed, and is never shorter than for a scanner of usual speed. */
static void complete(struct manner *manner, uint64_t speed_us)
{
    uint64_t ms = speed_us / 1000, silence_us = ms * SILENCE_PER_MS, half_us = ms * HALF_PER_MS;
    if (!manner->silence_us) {
        manner->silence_us = silence_us > SILENCE_US ? silence_us : SILENCE_US;
    }
    if (!manner->half_us) {
        manner->half_us = half_us > HALF_US ? half_us : HALF_US;
    }
}

static bool name_good(const char *name, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (!isalnum((unsigned char)name[i]) && name[i] != '-' && name[i] != '_') {
            return false;
        }
    }
    return len && len < PROFILE_NAME_SIZE;
}

/* "keymaps/symbol.ini" -> "symbol" */
static bool take_name(struct profile *profile, const char *path)
{
    const char *base = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    size_t len = strcspn(base, ".");
    if (!name_good(base, len)) {
        return false;
    }
    memcpy(profile->name, base, len);
    profile->name[len] = '\0';
    return true;
}

enum fault profile_read(const char *path, struct profile *ret, int *ret_line)
{
    struct reading reading = {.profile = {.layout = "us", .manner = {.suffixes = SUFFIX_ENTER}}};
    *ret_line = 0;
    if (!take_name(&reading.profile, path)) {
        return FAULT_PROFILE_NAME;
    }
    enum fault fault = settings_read(path, take, &reading, ret_line);
    if (!fault) {
        complete(&reading.profile.manner, reading.speed_us);
        *ret = reading.profile;
    }
    return fault;
}

static void put_prefix(FILE *out, const char *prefix)
{
    fputs("prefix = ", out);
    for (; *prefix; prefix++) {
        bool plain = isgraph((unsigned char)*prefix) && *prefix != '\\' && *prefix != ';';
        fprintf(out, plain ? "%c" : "\\x%02x", (unsigned char)*prefix);
    }
    fputs("\n", out);
}

static void put_suffix(FILE *out, unsigned suffixes)
{
    const char *between = "";
    fputs("suffix = ", out);
    for (int i = 0; i < SUFFIX_COUNT; i++) {
        if (suffixes ? suffixes & SUFFIXES[i].value : !SUFFIXES[i].value) {
            fprintf(out, "%s%s", between, SUFFIXES[i].name);
            between = ", ";
        }
    }
    fputs("\n", out);
}

/* A name is a pattern, so what an ini line cannot hold is written as *: also a space at its end, which many a cheap
 * scanner's name has. */
static void put_device(FILE *out, const struct match *match)
{
    fprintf(out, "device = %04x:", match->vendor);
    for (int shift = 12; shift >= 0; shift -= 4) {
        bool any = match->product_any >> shift & 0xf;
        fprintf(out, any ? "?" : "%x", match->product >> shift & 0xfu);
    }
    fputc(' ', out);
    for (const char *c = match->name; *c; c++) {
        bool lost = *c == ';' || iscntrl((unsigned char)*c) || !c[strspn(c, " ")];
        fputc(lost ? '*' : *c, out);
    }
    fputs("\n", out);
}

static bool put(FILE *out, const void *data)
{
    const struct profile *profile = data;
    const struct manner *manner = &profile->manner;
    fputs("; Written by the set-up screen of the counter (F6). It may be changed by hand: the counter reads "
          "it when it\n"
          "; starts. See tiepdon(1).\n",
          out);
    if (profile->match_count) {
        fputs("[match]\n", out);
    }
    for (int i = 0; i < profile->match_count; i++) {
        put_device(out, &profile->match[i]);
    }
    fprintf(out, "[scanner]\nlayout = %s\n", profile->layout);
    if (manner->way) {
        fprintf(out, "way = %s\n", WAYS[manner->way].name);
    }
    if (manner->prefix[0]) {
        put_prefix(out, manner->prefix);
    }
    put_suffix(out, manner->suffixes);
    if (!manner->suffixes || manner->silence_us != SILENCE_US) {
        fprintf(out, "silence = %u\n", (unsigned)(manner->silence_us / 1000));
    }
    if (manner->half_us != HALF_US) {
        fprintf(out, "half = %u\n", (unsigned)(manner->half_us / 1000));
    }
    return !ferror(out);
}

enum fault profile_write(const char *dir, const struct profile *profile)
{
    char name[PROFILE_NAME_SIZE + sizeof ".ini"];
    if (!name_good(profile->name, strlen(profile->name))) {
        return FAULT_PROFILE_NAME;
    }
    snprintf(name, sizeof name, "%s.ini", profile->name);
    return file_directory_make(dir) && file_replace(dir, name, put, profile) ? FAULT_NONE
                                                                             : FAULT_SETTINGS_UNWRITABLE;
}
