/* mend_case: Caps Lock turned every letter around: "nGUYỄN vĂN aN", "nAM". */
#include "core/mend.h"
#include "core/text.h"
#include <utf8proc.h>

enum letter_case { CASE_NONE, CASE_SMALL, CASE_CAPITAL };

static enum letter_case case_of(int32_t rune)
{
    utf8proc_category_t category = rune < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(rune);
    return category == UTF8PROC_CATEGORY_LL   ? CASE_SMALL
           : category == UTF8PROC_CATEGORY_LU ? CASE_CAPITAL
                                              : CASE_NONE;
}

/* Some word is written "nAM", and none "Nam". Marks that stand alone belong to the letter before. */
bool mend_turned(const char *bytes, size_t len)
{
    bool turned = false;
    enum letter_case first = CASE_NONE, rest = CASE_NONE;
    for (size_t at = 0; at <= len;) {
        int32_t rune = 0;
        at += at < len ? text_next(bytes + at, len - at, &rune) : 1;
        enum letter_case now = case_of(rune);
        if (now == CASE_NONE && utf8proc_category(rune) != UTF8PROC_CATEGORY_MN) {
            if (first == CASE_CAPITAL && rest == CASE_SMALL) {
                return false;
            }
            turned |= first == CASE_SMALL && rest == CASE_CAPITAL;
            first = rest = CASE_NONE;
        } else if (first == CASE_NONE) {
            first = now;
        } else if (rest == CASE_NONE) {
            rest = now;
        }
    }
    return turned;
}

bool mend_case(const char *bytes, size_t len, int nth, struct mended *ret)
{
    if (nth > 0 || len > MEND_MAX || !mend_turned(bytes, len)) {
        return false;
    }
    ret->len = 0;
    for (size_t at = 0; at < len;) {
        int32_t rune;
        at += text_next(bytes + at, len - at, &rune);
        if (rune < 0 || ret->len + 4 > MEND_MAX) {
            return false;
        }
        enum letter_case now = case_of(rune);
        rune = now == CASE_SMALL     ? utf8proc_toupper(rune)
               : now == CASE_CAPITAL ? utf8proc_tolower(rune)
                                     : rune;
        ret->len += text_put(ret->bytes + ret->len, rune);
    }
    return true;
}
