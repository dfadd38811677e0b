/* desk_contact: the patient's phone, so that somebody can be asked when the answer comes later. */
#include "core/desk_inside.h"
#include <string.h>

enum { DIGITS_MIN = 8 };

/* Spaces, dots, dashes and brackets are how people group the digits. */
enum fault desk_read_phone(const char *text, char ret[PHONE_SIZE])
{
    size_t len = 0, digits = 0;
    for (; *text; text++) {
        bool digit = *text >= '0' && *text <= '9', head = *text == '+' && len == 0;
        if (!digit && !head && !strchr(" .-()", *text)) {
            return FAULT_PHONE_INVALID;
        }
        if ((digit || head) && len == PHONE_SIZE - 1) {
            return FAULT_PHONE_INVALID;
        }
        if (digit || head) {
            ret[len++] = *text;
            digits += digit;
        }
    }
    ret[len] = '\0';
    return len == 0 || digits >= DIGITS_MIN ? FAULT_NONE : FAULT_PHONE_INVALID;
}

struct wish act_contact(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk_type_into(desk, MODE_CONTACT, desk->review.contact.phone);
    return wish_of(WISH_NONE);
}

struct wish act_contact_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    char phone[PHONE_SIZE];
    enum fault fault = desk_read_phone(desk->line.text, phone);
    if (fault != FAULT_NONE) {
        desk_fault(desk, fault, now);
        return wish_of(WISH_NONE);
    }
    memcpy(desk->review.contact.phone, phone, sizeof phone);
    desk_go(desk, MODE_REVIEW);
    return wish_of(WISH_NONE);
}
