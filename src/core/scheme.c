/* scheme: rows of the table looked up by day. */
#include "core/scheme.h"
#include <string.h>

bool scheme_in_force(const struct scheme_days *days, const char *day)
{
    return strcmp(days->from, day) <= 0 && (!days->to[0] || strcmp(day, days->to) <= 0);
}

long scheme_rate(const struct scheme *scheme, enum rate_kind kind, const char *key, const char *day)
{
    for (int i = 0; i < scheme->rate_count; i++) {
        const struct scheme_rate *rate = &scheme->rates[i];
        if (rate->kind == kind && strcmp(rate->key, key) == 0 && scheme_in_force(&rate->days, day)) {
            return rate->value;
        }
    }
    return -1;
}

int scheme_paper(const struct scheme *scheme, const char *code)
{
    for (int i = 0; i < scheme->paper_count; i++) {
        if (strcmp(scheme->papers[i].code, code) == 0) {
            return i;
        }
    }
    return -1;
}

const struct scheme_case *scheme_case(const struct scheme *scheme, const char *code, const char *day)
{
    for (int i = 0; i < scheme->case_count; i++) {
        const struct scheme_case *row = &scheme->cases[i];
        if (strcmp(row->code, code) == 0 && scheme_in_force(&row->days, day)) {
            return row;
        }
    }
    return NULL;
}

bool scheme_code(const char *code)
{
    size_t len = strlen(code);
    return len > 0 && len < CASE_CODE_SIZE && strspn(code, "0123456789.") == len;
}
