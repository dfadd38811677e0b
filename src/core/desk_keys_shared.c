/* desk_keys_shared: the keys of what lies over the other modes, and those that the waiting screen and a review share. */
#include "core/desk_keys.h"
#include <stddef.h>

static bool camera(const struct desk *desk)
{
    return desk->status.camera;
}

static bool undoes(const struct desk *desk)
{
    return desk->last.id[0];
}

static bool lists(const struct desk *desk)
{
    return desk->list_total > 0;
}

static bool offers(const struct desk *desk)
{
    return desk->heard.stage == HEARD_OFFER;
}

static bool told(const struct desk *desk)
{
    return desk->heard.stage == HEARD_TOLD;
}

static bool shows_cards(const struct desk *desk)
{
    return desk->card_count > 0;
}

static bool demo(const struct desk *desk)
{
    return desk->hospital.demo;
}

static bool unchecked(const struct desk *desk)
{
    return desk->status.unchecked > 0;
}

static bool nothing_unchecked(const struct desk *desk)
{
    return !unchecked(desk);
}

static bool checked_now(const struct desk *desk)
{
    return !desk_checked_later(desk);
}

static bool lates(const struct desk *desk)
{
    return desk->late_total > 0;
}

static const struct binding table[] = {
    /* What lies over the others. */
    {M(UNDO), ANY(ENTER), undoes, act_undo_enter, WRITES, "Enter", {"hoàn tác", "undo"}},
    {M(TODAY), ANY(UP), lists, act_list, 0, "↑↓", {"xem", "look"}},
    {M(TODAY), ANY(DOWN), lists, act_list, 0, NULL, {"", ""}},
    {M(TODAY), ANY(PAGE_UP), lists, act_list, 0, NULL, {"", ""}},
    {M(TODAY), ANY(PAGE_DOWN), lists, act_list, 0, NULL, {"", ""}},
    {M(TODAY), ANY(HOME), lists, act_list, 0, NULL, {"", ""}},
    {M(TODAY), ANY(END), lists, act_list, 0, NULL, {"", ""}},
    {M(LATE), ANY(ENTER), lates, act_late_open, 0, "Enter", {"mở xem", "open"}},
    {M(LATE), ANY(UP), lates, act_late_move, 0, "↑↓", {"chọn", "choose"}},
    {M(LATE), ANY(DOWN), lates, act_late_move, 0, NULL, {"", ""}},
    {M(LATE), ANY(PAGE_UP), lates, act_late_move, 0, NULL, {"", ""}},
    {M(LATE), ANY(PAGE_DOWN), lates, act_late_move, 0, NULL, {"", ""}},
    {M(LATE), ANY(HOME), lates, act_late_move, 0, NULL, {"", ""}},
    {M(LATE), ANY(END), lates, act_late_move, 0, NULL, {"", ""}},
    {M(LATE), F(9), NULL, act_return, 0, NULL, {"", ""}},
    {M(LATE), CTRL('W'), NULL, act_return, 0, NULL, {"", ""}},
    {M(DEMO), ANY(ENTER), shows_cards, act_card, 0, "Enter", {"quét thẻ", "scan the card"}},
    {M(DEMO), ANY_OF('1', '9'), shows_cards, act_card, 0, "1-9 a-z", {"quét thẻ", "scan the card"}},
    {M(DEMO), ANY_OF('a', 'z'), shows_cards, act_card, 0, NULL, {"", ""}},
    {M(DEMO), ANY(UP), shows_cards, act_card_move, 0, "↑↓", {"chọn", "choose"}},
    {M(DEMO), ANY(DOWN), shows_cards, act_card_move, 0, NULL, {"", ""}},
    {M(DEMO), ANY(HOME), shows_cards, act_card_move, 0, NULL, {"", ""}},
    {M(DEMO), ANY(END), shows_cards, act_card_move, 0, NULL, {"", ""}},
    {M(LEAVE), ANY(ENTER), NULL, act_leave_enter, 0, "Enter", {"thoát", "leave"}},
    {M(CAMERA), ANY(ESCAPE), NULL, act_return, 0, "Esc", {"tắt camera", "camera off"}},
    {M(BIND), ANY(ENTER), offers, act_setup_enter, WRITES, "Enter", {"ghi", "write"}},
    {M(BIND), ANY(ENTER), told, act_setup_again, 0, "Enter", {"quét thử lại", "scan again"}},
    {M(HELP), ANY(ENTER), NULL, act_return, 0, NULL, {"", ""}},
    {M(HELP), F(1), NULL, act_return, 0, NULL, {"", ""}},
    {M(HELP), TEXT('?'), NULL, act_return, 0, NULL, {"", ""}},
    {OVER, ANY(ESCAPE), NULL, act_return, 0, "Esc", {"quay lại", "back"}},

    /* The waiting screen, and what it shares with the others. */
    {M(WAITING), ANY_OF('0', '9'), NULL, act_search_type, TYPES, "0-9 A-Z", {"gõ số, tên", "number, name"}},
    {M(WAITING), ANY_OF('a', 'z'), NULL, act_search_type, TYPES, NULL, {"", ""}},
    {M(WAITING), ANY_OF(0xC0, 0x1EF9), NULL, act_search_type, TYPES, NULL, {"", ""}},
    {M(WAITING), TEXT('?'), NULL, act_help, 0, NULL, {"", ""}},
    {M(WAITING) | M(REVIEW), F(2), NULL, act_search, 0, "F2", {"tìm", "search"}},
    {M(WAITING) | M(REVIEW), CTRL('F'), NULL, act_search, 0, NULL, {"", ""}},
    {BASE, F(3), NULL, act_undo, 0, "F3", {"hoàn tác", "undo"}},
    {BASE, CTRL('U'), NULL, act_undo, 0, NULL, {"", ""}},
    {M(REVIEW), TEXT('m'), desk_modernises_unsaid, act_modern, TURNS, "m", {"tên mới", "new names"}},
    {M(WAITING) | M(REVIEW), F(4), NULL, act_today, 0, "F4", {"hôm nay", "today"}},
    {M(WAITING) | M(REVIEW), CTRL('T'), NULL, act_today, 0, NULL, {"", ""}},
    {M(WAITING) | M(REVIEW), F(5), demo, act_demo, 0, "F5", {"thẻ thử", "demo cards"}},
    {M(WAITING) | M(REVIEW), CTRL('D'), demo, act_demo, 0, NULL, {"", ""}},
    {M(WAITING), F(6), NULL, act_bind, 0, "F6", {"nhận máy quét", "bind scanner"}},
    {M(WAITING), CTRL('B'), NULL, act_bind, 0, NULL, {"", ""}},
    {M(WAITING), F(7), NULL, act_nobody, 0, "F7", {"không có số", "no number"}},
    {M(WAITING), CTRL('N'), NULL, act_nobody, 0, NULL, {"", ""}},
    {M(WAITING) | M(REVIEW), F(8), camera, act_camera, 0, "F8", {"camera", "camera"}},
    {M(WAITING) | M(REVIEW), F(8), NULL, act_camera, 0, NULL, {"", ""}},
    {M(WAITING) | M(REVIEW), CTRL('K'), NULL, act_camera, 0, NULL, {"", ""}},
    {M(WAITING), F(9), unchecked, act_late, 0, "F9", {"chưa kiểm tra", "unchecked"}},
    {BASE, F(1), NULL, act_help, 0, "F1", {"trợ giúp", "help"}},
    {BASE, CTRL('G'), NULL, act_help, 0, NULL, {"", ""}},
    {M(WAITING) | M(REVIEW), F(10), NULL, act_leave, 0, "F10", {"thoát", "leave"}},
    {M(WAITING) | M(REVIEW), CTRL('Q'), NULL, act_leave, 0, NULL, {"", ""}},
    {M(WAITING), F(9), nothing_unchecked, act_late, 0, "F9", {"chưa kiểm tra", "unchecked"}},
    {M(REVIEW), F(9), NULL, act_late, 0, "F9", {"chưa kiểm tra", "unchecked"}},
    {M(WAITING) | M(REVIEW), CTRL('W'), NULL, act_late, 0, NULL, {"", ""}},
    {M(REVIEW), TEXT('l'), checked_now, act_contact, 0, "l", {"liên lạc", "contact"}},
    {M(REVIEW), ANY(ESCAPE), NULL, act_escape, 0, "Esc", {"bỏ", "drop"}},
    {UNDER, ANY(ESCAPE), NULL, act_back, 0, "Esc", {"quay lại", "back"}},
};

const struct binding *desk_bindings_shared(int *ret_count)
{
    *ret_count = sizeof table / sizeof *table;
    return table;
}
