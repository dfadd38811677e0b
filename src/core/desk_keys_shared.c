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

static bool complains(const struct desk *desk)
{
    return desk->difficulties_count > 0;
}

static bool prints_row(const struct desk *desk)
{
    return complains(desk) && desk_prints(desk);
}

static bool looks(const struct desk *desk)
{
    return desk->answering == ANSWERING_LOOK;
}

static bool moves(const struct desk *desk)
{
    return desk->answering == ANSWERING_MOVE;
}

static bool looks_on(const struct desk *desk)
{
    return !desk_replies(desk);
}

static bool prints_one(const struct desk *desk)
{
    return looks(desk) && desk_prints(desk);
}

static bool was(const struct desk *desk, enum difficulty_state state)
{
    return looks_on(desk) && desk->opened.state == state;
}

static bool may_send(const struct desk *desk)
{
    return looks_on(desk) && !was(desk, DIFFICULTY_SENT);
}

static bool may_open(const struct desk *desk)
{
    return looks_on(desk) && !was(desk, DIFFICULTY_OPEN);
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

static bool lates(const struct desk *desk)
{
    return desk->late_total > 0;
}

static bool locks(const struct desk *desk)
{
    return desk->sign.needed && !desk_hidden(desk);
}

static bool asks_name(const struct desk *desk)
{
    return !desk->sign.login[0];
}

static bool asks_pin(const struct desk *desk)
{
    return desk->sign.login[0];
}

static const struct binding table[] = {
    /* Who works here. */
    {M(SIGN_IN), ANY(ENTER), asks_name, act_sign_name, 0, "Enter", {"tới mã PIN", "to the PIN"}},
    {M(SIGN_IN), ANY(ENTER), asks_pin, act_sign_enter, WRITES, "Enter", {"vào làm việc", "sign in"}},
    {M(SIGN_IN), ANY(TAB), asks_pin, act_sign_other, 0, "Tab", {"tên khác", "another name"}},
    {M(SIGN_IN), ANY(ESCAPE), asks_pin, act_sign_other, 0, NULL, {"", ""}},
    {M(SIGN_IN), ANY(TEXT), NULL, act_sign_type, TYPES, NULL, {"", ""}},
    {M(SIGN_IN), ANY(BACKSPACE), NULL, act_sign_type, 0, NULL, {"", ""}},
    {M(SIGN_IN), ANY(DELETE), NULL, act_sign_type, 0, NULL, {"", ""}},
    {M(SIGN_IN), ANY(LEFT), NULL, act_sign_type, 0, NULL, {"", ""}},
    {M(SIGN_IN), ANY(RIGHT), NULL, act_sign_type, 0, NULL, {"", ""}},
    {M(SIGN_IN), ANY(HOME), NULL, act_sign_type, 0, NULL, {"", ""}},
    {M(SIGN_IN), ANY(END), NULL, act_sign_type, 0, NULL, {"", ""}},
    {M(SIGN_IN), F(10), NULL, act_leave, 0, "F10", {"thoát", "leave"}},
    {M(SIGN_IN), CTRL('Q'), NULL, act_leave, 0, NULL, {"", ""}},

    /* What lies over the others. */
    {M(UNDO), ANY(ENTER), undoes, act_undo_enter, WRITES, "Enter", {"hoàn tác", "undo"}},
    {M(TODAY), ANY(ENTER), desk_reopens, act_record, 0, "Enter", {"mở xem", "open"}},
    {M(TODAY), ANY_OF('1', '5'), NULL, act_filter_pick, 0, "1-5", {"lọc", "filter"}},
    {M(TODAY), ANY(TAB), NULL, act_filter, 0, NULL, {"", ""}},
    {M(TODAY), ANY(BACKTAB), NULL, act_filter, 0, NULL, {"", ""}},
    {M(TODAY), TEXT('u'), desk_undoes_row, act_undo_row, 0, "u", {"hoàn tác", "undo"}},
    {M(TODAY), TEXT('g'), desk_reopens, act_record_slip, 0, "g", {"giấy hướng dẫn", "slip"}},
    {M(TODAY), TEXT('c'), NULL, act_close, 0, "c", {"chốt ngày", "close the day"}},
    {M(TODAY), TEXT('p'), desk_prints, act_print_day, WRITES | PRINTS, "p", {"in danh sách", "print"}},
    {M(TODAY), TEXT('p'), NULL, act_print_day, 0, NULL, {"", ""}},
    {M(TODAY), TEXT('b'), NULL, act_charts, 0, "b", {"biểu đồ", "charts"}},
    {M(TODAY), ANY(UP), lists, act_list, 0, "↑↓", {"chọn", "choose"}},
    {M(TODAY), ANY(DOWN), lists, act_list, 0, NULL, {"", ""}},
    {M(TODAY), ANY(PAGE_UP), lists, act_list, 0, NULL, {"", ""}},
    {M(TODAY), ANY(PAGE_DOWN), lists, act_list, 0, NULL, {"", ""}},
    {M(TODAY), ANY(HOME), lists, act_list, 0, NULL, {"", ""}},
    {M(TODAY), ANY(END), lists, act_list, 0, NULL, {"", ""}},
    {M(TODAY), F(4), NULL, act_return, 0, NULL, {"", ""}},
    {M(TODAY), CTRL('T'), NULL, act_return, 0, NULL, {"", ""}},
    {M(CLOSE), ANY(ENTER), NULL, act_close_enter, WRITES, "Enter", {"chốt ngày", "close the day"}},
    {M(CHARTS), ANY(DOWN), NULL, act_chart, 0, "↑↓", {"biểu đồ", "chart"}},
    {M(CHARTS), ANY(UP), NULL, act_chart, 0, NULL, {"", ""}},
    {M(CHARTS), ANY(TAB), NULL, act_chart, 0, NULL, {"", ""}},
    {M(CHARTS), ANY(BACKTAB), NULL, act_chart, 0, NULL, {"", ""}},
    {M(CHARTS), ANY(LEFT), NULL, act_span, 0, "←→", {"số ngày", "days"}},
    {M(CHARTS), ANY(RIGHT), NULL, act_span, 0, NULL, {"", ""}},
    {M(CHARTS), ANY(PAGE_DOWN), NULL, act_page, 0, NULL, {"", ""}},
    {M(CHARTS), ANY(PAGE_UP), NULL, act_page, 0, NULL, {"", ""}},
    {M(CHARTS), TEXT(' '), NULL, act_page, 0, "Space", {"trang", "page"}},
    {M(CHARTS), TEXT('b'), NULL, act_return, 0, NULL, {"", ""}},
    {M(DIFFICULTIES), ANY(ENTER), complains, act_answer, 0, "Enter", {"mở xem", "open"}},
    {M(DIFFICULTIES), TEXT('p'), prints_row, act_print_row, WRITES | PRINTS, "p", {"in phiếu", "print"}},
    {M(DIFFICULTIES), TEXT('p'), complains, act_print_row, 0, NULL, {"", ""}},
    {M(DIFFICULTIES), ANY(TAB), NULL, act_difficulties_state, 0, "Tab", {"lọc", "filter"}},
    {M(DIFFICULTIES), ANY(BACKTAB), NULL, act_difficulties_state, 0, NULL, {"", ""}},
    {M(DIFFICULTIES), ANY(UP), complains, act_difficulties_move, 0, "↑↓", {"chọn", "choose"}},
    {M(DIFFICULTIES), ANY(DOWN), complains, act_difficulties_move, 0, NULL, {"", ""}},
    {M(DIFFICULTIES), ANY(PAGE_UP), complains, act_difficulties_move, 0, NULL, {"", ""}},
    {M(DIFFICULTIES), ANY(PAGE_DOWN), complains, act_difficulties_move, 0, NULL, {"", ""}},
    {M(DIFFICULTIES), ANY(HOME), complains, act_difficulties_move, 0, NULL, {"", ""}},
    {M(DIFFICULTIES), ANY(END), complains, act_difficulties_move, 0, NULL, {"", ""}},
    {M(DIFFICULTIES), F(11), NULL, act_return, 0, NULL, {"", ""}},
    {M(DIFFICULTIES), CTRL('E'), NULL, act_return, 0, NULL, {"", ""}},
    {M(ANSWER), ANY(ENTER), moves, act_answer_enter, WRITES, "Enter", {"ghi", "write down"}},
    {M(ANSWER),
     ANY(ENTER),
     desk_replies,
     act_answer_enter,
     WRITES,
     "Enter",
     {"ghi trả lời", "write the answer down"}},
    {M(ANSWER), TEXT('p'), prints_one, act_print_difficulty, WRITES | PRINTS, "p", {"in phiếu", "print"}},
    {M(ANSWER), TEXT('p'), looks, act_print_difficulty, 0, NULL, {"", ""}},
    {M(ANSWER), TEXT('s'), may_send, act_answer_move, 0, "s", {"đã gửi", "sent"}},
    {M(ANSWER), TEXT('a'), looks_on, act_reply, 0, "a", {"đã trả lời", "answered"}},
    {M(ANSWER), TEXT('o'), may_open, act_answer_move, 0, "o", {"mở lại", "open again"}},
    {M(ANSWER), ANY(ESCAPE), moves, act_reply_back, 0, "Esc", {"quay lại", "back"}},
    {M(ANSWER), ANY(ESCAPE), desk_replies, act_reply_back, 0, "Esc", {"quay lại", "back"}},
    {M(ANSWER), ANY(TEXT), desk_replies, act_reply_type, TYPES, NULL, {"", ""}},
    {M(ANSWER), ANY(BACKSPACE), desk_replies, act_reply_type, 0, NULL, {"", ""}},
    {M(ANSWER), ANY(DELETE), desk_replies, act_reply_type, 0, NULL, {"", ""}},
    {M(ANSWER), ANY(LEFT), desk_replies, act_reply_type, 0, NULL, {"", ""}},
    {M(ANSWER), ANY(RIGHT), desk_replies, act_reply_type, 0, NULL, {"", ""}},
    {M(ANSWER), ANY(HOME), desk_replies, act_reply_type, 0, NULL, {"", ""}},
    {M(ANSWER), ANY(END), desk_replies, act_reply_type, 0, NULL, {"", ""}},
    {M(ANSWER), F(2), desk_replies, act_typing, 0, "F2", {"kiểu gõ", "typing"}},
    {M(ANSWER), CTRL('T'), desk_replies, act_typing, 0, NULL, {"", ""}},
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
    {M(ANSWER), ANY(ESCAPE), looks, act_return, 0, "Esc", {"quay lại", "back"}},
    {OVER & ~M(ANSWER), ANY(ESCAPE), NULL, act_return, 0, "Esc", {"quay lại", "back"}},

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
    {M(REVIEW), F(11), NULL, act_difficulties, 0, NULL, {"", ""}},
    {M(WAITING) | M(REVIEW), CTRL('E'), NULL, act_difficulties, 0, NULL, {"", ""}},
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
    {M(WAITING) | M(REVIEW), F(12), locks, act_lock, 0, "F12", {"khóa quầy", "lock"}},
    {~M(SIGN_IN), F(12), locks, act_lock, 0, NULL, {"", ""}},
    {~M(SIGN_IN), CTRL('X'), locks, act_lock, 0, NULL, {"", ""}},
    {M(WAITING) | M(REVIEW), F(10), NULL, act_leave, 0, "F10", {"thoát", "leave"}},
    {M(WAITING) | M(REVIEW), CTRL('Q'), NULL, act_leave, 0, NULL, {"", ""}},
    {M(WAITING), F(9), nothing_unchecked, act_late, 0, "F9", {"chưa kiểm tra", "unchecked"}},
    {M(WAITING), F(11), NULL, act_difficulties, 0, "F11", {"vướng mắc", "difficulties"}},
    {M(REVIEW), F(9), NULL, act_late, 0, "F9", {"chưa kiểm tra", "unchecked"}},
    {M(WAITING) | M(REVIEW), CTRL('W'), NULL, act_late, 0, NULL, {"", ""}},
    {M(REVIEW), ANY(ESCAPE), NULL, act_escape, 0, "Esc", {"bỏ", "drop"}},
    {UNDER, ANY(ESCAPE), NULL, act_back, 0, "Esc", {"quay lại", "back"}},
};

const struct binding *desk_bindings_shared(int *ret_count)
{
    *ret_count = sizeof table / sizeof *table;
    return table;
}
