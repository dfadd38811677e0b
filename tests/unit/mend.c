/* mend: repairs of damaged scans, and what they must never do. */
#include "core/mend.h"
#include "core/card.h"
#include <criterion/criterion.h>
#include <string.h>

static const char OLD[] =
    "DN4790123456789|4e475559e1bb844e2056c4824e20414e|04/09/1985|1|-|79 - 014|01/01/2025|"
    "31/12/2025|21/12/2024|79010123456789|-|4|01/10/2027|0123456789abcdef-7102|$";

static enum fault read_text(const char *text, enum origin origin, struct card *ret)
{
    return card_read(text, strlen(text), origin, ret);
}

Test(mend, the_source_says_what_it_repaired_itself)
{
    struct scan scan = {.len = strlen(OLD), .origin = ORIGIN_SCANNER, .mended = MEND_ALT | MEND_CASE};
    struct card card;
    memcpy(scan.bytes, OLD, scan.len);
    cr_assert_eq(card_read_scan(&scan, &card), FAULT_NONE);
    cr_assert_eq(card.mended, (unsigned)(MEND_ALT | MEND_CASE));
    scan.len = 3;
    cr_assert_neq(card_read_scan(&scan, &card), FAULT_NONE);
    cr_assert_eq(card.mended, 0u);
}

Test(mend, a_payload_longer_than_any_card_is_left_as_it_is)
{
    static char text[MEND_MAX + 2];
    struct mended mended;
    memset(text, '1', sizeof text - 1);
    for (int nth = 0; nth < MEND_LAYOUTS; nth++) {
        cr_assert_not(mend_layout(text, MEND_MAX + 1, nth, &mended));
        cr_assert(!mend_layout(text, MEND_MAX, nth, &mended) || mended.len <= MEND_MAX);
    }
    cr_assert_not(mend_layout(OLD, strlen(OLD), MEND_LAYOUTS, &mended));
}

Test(mend, every_repair_has_a_name)
{
    struct card card;
    cr_assert_str_eq(mend_code(0), "separator");
    cr_assert_str_eq(mend_code(MEND_BITS - 1), "alt");
    cr_assert_eq(1 << (MEND_BITS - 1), MEND_ALT);
    cr_assert_eq(read_text(OLD, ORIGIN_SCANNER, &card), FAULT_NONE);
    cr_assert_eq(card.mended, 0u);
}
