/* date: readers for each written form, then days by the civil calendar. */
#include "core/date.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { YEAR_MIN = 1870, YEAR_MAX = 2199, DAY_SECONDS = 86400, VIETNAM_OFFSET = 7 * 3600 };

/* month and day are 0 where they are not known; day is known only with the month. */
struct day {
    int year, month, day;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_separator(char c)
{
    return c == '/' || c == '-' || c == '.';
}

static const char *skip_spaces(const char *s)
{
    while (*s == ' ' || *s == '\t') {
        s++;
    }
    return s;
}

static int number_of(const char *digits, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        value = value * 10 + (digits[i] - '0');
    }
    return value;
}

static void put_number(char *out, int value, int count)
{
    while (count-- > 0) {
        out[count] = (char)('0' + value % 10);
        value /= 10;
    }
}

static int month_length(int year, int month)
{
    static const char lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return lengths[month - 1] + (month == 2 && leap);
}

static bool exists(struct day d)
{
    if (d.year < YEAR_MIN || d.year > YEAR_MAX || d.month > 12) {
        return false;
    }
    return d.month == 0 ? d.day == 0 : d.day <= month_length(d.year, d.month);
}

static void write_iso(struct day d, date_text out)
{
    put_number(out, d.year, 4);
    out[4] = '\0';
    if (d.month > 0) {
        out[4] = '-';
        put_number(out + 5, d.month, 2);
        out[7] = '\0';
    }
    if (d.day > 0) {
        out[7] = '-';
        put_number(out + 8, d.day, 2);
        out[10] = '\0';
    }
}

/* Up to three runs of digits with one kind of separator between them, as they stand in the text. */
struct groups {
    const char *at[3];
    int digits[3];
    int count;
    const char *rest;
};

static struct groups split(const char *s)
{
    struct groups g = {.rest = s};
    char separator = '\0';
    while (g.count < 3 && is_digit(*g.rest)) {
        g.at[g.count] = g.rest;
        while (is_digit(*g.rest)) {
            g.rest++;
        }
        g.digits[g.count] = (int)(g.rest - g.at[g.count]);
        g.count++;
        bool joined = is_separator(*g.rest) && is_digit(g.rest[1]);
        if (!joined || g.count == 3 || (separator && *g.rest != separator)) {
            break;
        }
        separator = *g.rest++;
    }
    return g;
}

/* Eight digits have one reading at most: what is a year in the last four (18.. to
 * 21..) is no month in the first. */
static struct day read_eight(const char *s)
{
    struct day little = {number_of(s + 4, 4), number_of(s + 2, 2), number_of(s, 2)};
    struct day big = {number_of(s, 4), number_of(s + 4, 2), number_of(s + 6, 2)};
    return exists(little) ? little : big;
}

static bool read_compact(const char *s, int digits, struct day *ret)
{
    switch (digits) {
    case 4: *ret = (struct day){.year = number_of(s, 4)}; return true;
    case 8: *ret = read_eight(s); return true;
    case 12:
        *ret = (struct day){number_of(s, 4), number_of(s + 4, 2), number_of(s + 6, 2)};
        return number_of(s + 8, 2) < 24 && number_of(s + 10, 2) < 60;
    default: return false;
    }
}

static bool read_groups(const struct groups *g, struct day *ret)
{
    int last = g->count - 1;
    bool big = g->digits[0] == 4;
    if (last == 0) {
        return read_compact(g->at[0], g->digits[0], ret);
    }
    if (g->digits[big ? 0 : last] != 4 || g->digits[big ? last : 0] > 2 || (last == 2 && g->digits[1] > 2)) {
        return false;
    }
    int value[3] = {0};
    for (int i = 0; i <= last; i++) {
        value[big ? i : last - i] = number_of(g->at[i], g->digits[i]);
    }
    *ret = (struct day){value[0], value[1], value[2]};
    return true;
}

/* What may follow the last digit: spaces, and behind a whole day a time, of which
 * only the beginning is judged. */
static bool tail_is_harmless(const struct groups *g)
{
    const char *rest = g->rest;
    if (g->count == 3 && (*rest == 'T' || *rest == ' ')) {
        const char *time = rest + 1;
        size_t hour = strspn(time, "0123456789");
        if (hour >= 1 && hour <= 2 && time[hour] == ':') {
            rest = time + strspn(time, "0123456789:.+-Z");
        }
    }
    return *skip_spaces(rest) == '\0';
}

enum fault date_read(const char *in, date_text ret)
{
    in = skip_spaces(in);
    if (*skip_spaces(in + (*in == '-')) == '\0') {
        ret[0] = '\0';
        return FAULT_NONE;
    }
    struct groups g = split(in);
    struct day day;
    if (g.count == 0 || !tail_is_harmless(&g) || !read_groups(&g, &day) || !exists(day)) {
        return FAULT_DATE_INVALID;
    }
    write_iso(day, ret);
    return FAULT_NONE;
}

static bool read_iso(const char *iso, struct day *ret)
{
    static const char shape[] = "dddd-dd-dd";
    size_t len = 0;
    for (; iso[len]; len++) {
        if (len == sizeof shape - 1 || (shape[len] == 'd' ? !is_digit(iso[len]) : iso[len] != '-')) {
            return false;
        }
    }
    if (len != 4 && len != 7 && len != 10) {
        return false;
    }
    *ret = (struct day){.year = number_of(iso, 4)};
    ret->month = len >= 7 ? number_of(iso + 5, 2) : 0;
    ret->day = len == 10 ? number_of(iso + 8, 2) : 0;
    return exists(*ret) && (len < 7 || ret->month > 0) && (len < 10 || ret->day > 0);
}

bool date_valid(const char *iso)
{
    struct day d;
    return read_iso(iso, &d);
}

bool date_full(const char *iso)
{
    struct day d;
    return read_iso(iso, &d) && d.day > 0;
}

void date_show(const char *iso, date_text out)
{
    struct day d;
    char *at = out;
    if (read_iso(iso, &d)) {
        if (d.day > 0) {
            put_number(at, d.day, 2);
            at[2] = '/';
            at += 3;
        }
        if (d.month > 0) {
            put_number(at, d.month, 2);
            at[2] = '/';
            at += 3;
        }
        put_number(at, d.year, 4);
        at += 4;
    }
    *at = '\0';
}

bool date_agree(const char *a, const char *b)
{
    assert(*a && *b);
    size_t len_a = strlen(a), len_b = strlen(b);
    return strncmp(a, b, len_a < len_b ? len_a : len_b) == 0;
}

/* Days and civil dates by eras of 400 years that begin on 1 March, so that the leap day comes last:
 * Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". Years are above 0 here. */
enum { ERA_DAYS = 146097, DAYS_TO_1970 = 719468 };

long date_days(const char *iso)
{
    struct day d = {0};
    bool full = read_iso(iso, &d) && d.day > 0;
    assert(full);
    (void)full;
    long year = d.month <= 2 ? d.year - 1 : d.year;
    long of_era = year % 400;
    long of_year = (153 * ((d.month + 9) % 12) + 2) / 5 + d.day - 1;
    return year / 400 * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - DAYS_TO_1970;
}

void date_from_days(long days, date_text out)
{
    days += DAYS_TO_1970;
    long era = days / ERA_DAYS, of_era = days % ERA_DAYS;
    long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * year + year / 4 - year / 100);
    long month = (5 * of_year + 2) / 153;
    struct day d = {
        .year = (int)(era * 400 + year + (month >= 10)),
        .month = (int)(month < 10 ? month + 3 : month - 9),
        .day = (int)(of_year - (153 * month + 2) / 5 + 1),
    };
    assert(exists(d));
    write_iso(d, out);
}

int date_age(const char *birth, const char *today)
{
    struct day b, t;
    if (!read_iso(birth, &b) || !read_iso(today, &t) || strcmp(birth, today) > 0) {
        return -1;
    }
    bool birthday_to_come = b.day > 0 && strcmp(birth + 4, today + 4) > 0;
    return t.year - b.year - birthday_to_come;
}

void date_of_time(long long unix_seconds, date_text out)
{
    long long local = unix_seconds + VIETNAM_OFFSET;
    long long days = local / DAY_SECONDS - (local % DAY_SECONDS < 0);
    date_from_days((long)days, out);
}

void minute_of_time(long long unix_seconds, minute_text out)
{
    long long local = (unix_seconds + VIETNAM_OFFSET) % DAY_SECONDS;
    int of_day = (int)((local + DAY_SECONDS) % DAY_SECONDS / 60);
    date_text day;
    date_of_time(unix_seconds, day);
    snprintf(out, MINUTE_SIZE, "%s", day);
    snprintf(out + DATE_SIZE - 1, MINUTE_SIZE - DATE_SIZE + 1, "T%02d:%02d", of_day / 60 % 24, of_day % 60);
}
