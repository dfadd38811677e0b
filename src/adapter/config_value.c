/* config_value: text, numbers and words of a closed list. */
#include "adapter/config_value.h"
#include "core/text.h"
#include <stdlib.h>
#include <string.h>

bool config_text(char *out, size_t cap, const char *value)
{
    return text_clean(out, cap, value, strlen(value)) == FAULT_NONE;
}

bool config_number(const char *value, int least, int most, int *ret)
{
    char *end = NULL;
    long number = strtol(value, &end, 10);
    if (end == value || *end != '\0' || number < least || number > most) {
        return false;
    }
    *ret = (int)number;
    return true;
}

int config_word(const char *value, const char *const words[], int count)
{
    for (int i = 0; i < count; i++) {
        if (words[i] && strcmp(value, words[i]) == 0) {
            return i;
        }
    }
    return -1;
}
