/* desk_type: keys into the line of the present mode. */
#include "core/desk_inside.h"
#include <string.h>

/* So that the reasons of one review all fit REASON_SIZE. */
enum { REASON_LINE = 150 };

size_t desk_line_cap(const struct desk *desk)
{
    switch (desk->mode) {
    case MODE_SAME:
    case MODE_REASON: return REASON_LINE;
    case MODE_DIFFICULTY: return desk->step == DIFFICULTY_PHONE ? (size_t)2 * PHONE_SIZE : REASON_SIZE;
    case MODE_EDIT: return field_size(desk->field) > 64 ? field_size(desk->field) : 64;
    case MODE_FORM: return desk->step == FORM_CERTIFICATE ? PAPER_NUMBER_SIZE : NAME_SIZE;
    case MODE_PAPER: return PAPER_NUMBER_SIZE;
    case MODE_CONTACT: return desk_contact_cap(desk);
    default: return LINE_SIZE;
    }
}

bool desk_types_words(const struct desk *desk)
{
    return (desk->mode == MODE_SAME && desk->step == 1) || desk->mode == MODE_REASON ||
           (desk->mode == MODE_DIFFICULTY && desk->step == DIFFICULTY_TEXT) ||
           (desk->mode == MODE_CONTACT && desk_contact_words(desk)) || desk_replies(desk) ||
           (desk->mode == MODE_FORM && desk->step == 0) ||
           (desk->mode == MODE_EDIT && (desk->field == FIELD_NAME || desk->field == FIELD_ADDRESS));
}

enum typing desk_typing(const struct desk *desk)
{
    return desk_types_words(desk) ? desk->hospital.typing : TYPING_PLAIN;
}

void desk_type_into(struct desk *desk, enum mode mode, const char *text)
{
    desk->step = 0;
    line_set(&desk->line, text);
    desk_go(desk, mode);
}

struct wish act_type(struct desk *desk, struct key key, uint64_t now)
{
    desk_fault(desk, line_key(&desk->line, desk_line_cap(desk), key, desk_typing(desk)), now);
    if (desk->mode == MODE_EDIT) {
        desk->step = 0;
        desk_offer_communes(desk);
    }
    return wish_of(WISH_NONE);
}

struct wish act_typing(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    enum typing *typing = &desk->hospital.typing;
    *typing = *typing == TYPING_PLAIN ? TYPING_TELEX : *typing == TYPING_TELEX ? TYPING_VNI : TYPING_PLAIN;
    return wish_of(WISH_NONE);
}
