/* number: shapes are told by length first, then by each character. */
#include "core/number.h"
#include <assert.h>
#include <string.h>

/* AA D PP: object code, benefit digit, province; the person's number follows. */
enum { BENEFIT_AT = 2, PROVINCE_AT = 3, PERSON_AT = 5, PROVINCE_MAX = 97 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static char to_upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static bool all_digits(const char *s)
{
    while (is_digit(*s)) {
        s++;
    }
    return *s == '\0';
}

static bool is_grouping(char c)
{
    return c == ' ' || c == '\t' || c == '-' || c == '.';
}

/* Upper case without the signs people group with; false when more than cap - 1 characters remain. */
static bool squeeze(const char *in, char *out, size_t cap)
{
    size_t len = 0;
    for (; *in; in++) {
        if (is_grouping(*in)) {
            continue;
        }
        if (len + 1 == cap) {
            return false;
        }
        out[len++] = to_upper(*in);
    }
    out[len] = '\0';
    return true;
}

static bool has_card_head(const char *s)
{
    if (!is_upper(s[0]) || !is_upper(s[1]) || s[BENEFIT_AT] < '1' || s[BENEFIT_AT] > '5') {
        return false;
    }
    int province = (s[PROVINCE_AT] - '0') * 10 + s[PROVINCE_AT + 1] - '0';
    return all_digits(s + PROVINCE_AT) && province >= 1 && province <= PROVINCE_MAX;
}

enum number_kind number_kind(const char *number)
{
    switch (strlen(number)) {
    case 15: return has_card_head(number) ? NUMBER_CARD15 : NUMBER_NONE;
    case 17: return has_card_head(number) ? NUMBER_CARD17 : NUMBER_NONE;
    case 10: return all_digits(number) ? NUMBER_BHXH : NUMBER_NONE;
    case 12: return all_digits(number) ? NUMBER_CCCD : NUMBER_NONE;
    default: return NUMBER_NONE;
    }
}

enum fault number_read(const char *in, char ret[NUMBER_SIZE], enum number_kind *ret_kind)
{
    char number[NUMBER_SIZE];
    enum number_kind kind = squeeze(in, number, sizeof number) ? number_kind(number) : NUMBER_NONE;
    if (kind == NUMBER_NONE) {
        return FAULT_NUMBER_INVALID;
    }
    memcpy(ret, number, sizeof number);
    *ret_kind = kind;
    return FAULT_NONE;
}

static bool is_card(enum number_kind kind)
{
    return kind == NUMBER_CARD15 || kind == NUMBER_CARD17;
}

void number_bhxh(const char *number, char out[BHXH_SIZE])
{
    enum number_kind kind = number_kind(number);
    const char *part = kind == NUMBER_CARD15 ? number + PERSON_AT : kind == NUMBER_BHXH ? number : "";
    memcpy(out, part, strlen(part) + 1);
}

void number_cccd(const char *number, char out[CCCD_SIZE])
{
    enum number_kind kind = number_kind(number);
    const char *part = kind == NUMBER_CARD17 ? number + PERSON_AT : kind == NUMBER_CCCD ? number : "";
    memcpy(out, part, strlen(part) + 1);
}

char number_benefit(const char *number)
{
    return is_card(number_kind(number)) ? number[BENEFIT_AT] : '\0';
}

bool number_object(const char *number, const char (*codes)[OBJECT_SIZE], int count)
{
    for (int i = 0; number_benefit(number) && i < count; i++) {
        if (strncmp(number, codes[i], OBJECT_SIZE - 1) == 0) {
            return true;
        }
    }
    return false;
}

enum fault number_facility(const char *in, char ret[FACILITY_SIZE])
{
    char code[FACILITY_SIZE];
    if (!squeeze(in, code, sizeof code) || strlen(code) != FACILITY_SIZE - 1) {
        return FAULT_VALUE_INVALID;
    }
    for (int i = 0; code[i]; i++) {
        if (!is_digit(code[i]) && (i < 2 || !is_upper(code[i]))) {
            return FAULT_VALUE_INVALID;
        }
    }
    memcpy(ret, code, sizeof code);
    return FAULT_NONE;
}

void number_show(const char *number, char out[NUMBER_SIZE + 3])
{
    static const char part_ends[] = {BENEFIT_AT, PROVINCE_AT, PERSON_AT};
    assert(strlen(number) < NUMBER_SIZE);
    bool grouped = is_card(number_kind(number));
    for (int i = 0, part = 0; *number; i++) {
        if (grouped && part < 3 && i == part_ends[part]) {
            *out++ = ' ';
            part++;
        }
        *out++ = *number++;
    }
    *out = '\0';
}

int number_cccd_year(const char *cccd)
{
    assert(number_kind(cccd) == NUMBER_CCCD);
    return 1900 + (cccd[3] - '0') / 2 * 100 + (cccd[4] - '0') * 10 + cccd[5] - '0';
}

const char *number_cccd_gender(const char *cccd)
{
    assert(number_kind(cccd) == NUMBER_CCCD);
    return (cccd[3] - '0') % 2 == 0 ? "male" : "female";
}
