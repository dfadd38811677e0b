/* What must hold of find_read for whatever is typed. */
#include "core/find.h"
#include "core/text.h"
#include <assert.h>
#include <stdint.h>
#include <string.h>

enum { INPUT_MAX = 1023 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void is_number(const struct find *find)
{
    size_t len = strlen(find->number), digits = strspn(find->number, "0123456789");
    assert(len < NUMBER_SIZE && len >= FIND_LEAST_DIGITS);
    assert(digits == len || (digits == 0 && strspn(find->number + 2, "0123456789") == len - 2));
    assert(!find->name[0] && !find->initials[0] && !find->birth[0]);
    (void)digits, (void)len;
}

static void is_name(const struct find *find)
{
    char again[NAME_SIZE];
    size_t len = strlen(find->initials);
    assert(text_fold(again, sizeof again, find->name) == FAULT_NONE && strcmp(again, find->name) == 0);
    assert(find->name[0] && !strpbrk(find->name, "0123456789") && !find->number[0]);
    assert(len < INITIALS_SIZE && strspn(find->initials, "abcdefghijklmnopqrstuvwxyz") == len);
    assert(!find->birth[0] || date_valid(find->birth));
    (void)len;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char text[INPUT_MAX + 1], initials[INITIALS_SIZE], folded[INPUT_MAX * 2 + 1];
    struct find find;
    size = size < INPUT_MAX ? size : INPUT_MAX;
    memcpy(text, data, size);
    text[size] = '\0';
    find_read(text, &find);
    if (find.kind == FIND_NUMBER) {
        is_number(&find);
    } else if (find.kind == FIND_NAME) {
        is_name(&find);
    } else {
        assert(!find.number[0] && !find.name[0] && !find.initials[0] && !find.birth[0]);
    }
    if (text_fold(folded, sizeof folded, text) == FAULT_NONE) {
        find_initials(folded, initials);
        assert(strlen(initials) < INITIALS_SIZE && text_valid(initials, strlen(initials)));
        assert((initials[0] == '\0') == (folded[0] == '\0'));
    }
    return 0;
}
