/* qd4750: digits of the ISO texts, filled up with zeros. */
#include "core/qd4750.h"
#include <string.h>

static size_t copy_digits(const char *iso, char *out, size_t most)
{
    size_t len = 0;
    for (; *iso && len < most; iso++) {
        if (*iso >= '0' && *iso <= '9') {
            out[len++] = *iso;
        }
    }
    out[len] = '\0';
    return len;
}

void qd4750_minute(const char *minute, char out[QD4750_MINUTE_SIZE])
{
    enum { LEN = QD4750_MINUTE_SIZE - 1 };
    size_t len = copy_digits(minute, out, LEN);
    if (len > 0) {
        memset(out + len, '0', LEN - len);
        out[LEN] = '\0';
    }
}

void qd4750_value(enum field field, const char *value, char *out)
{
    switch (field) {
    case FIELD_BIRTH_DATE: qd4750_minute(value, out); break;
    case FIELD_VALID_FROM:
    case FIELD_VALID_TO:
    case FIELD_FIVE_YEAR_DATE: copy_digits(value, out, DATE_SIZE - 1); break;
    case FIELD_GENDER: strcpy(out, !*value ? "3" : strcmp(value, "female") == 0 ? "2" : "1"); break;
    default: strcpy(out, value);
    }
}
