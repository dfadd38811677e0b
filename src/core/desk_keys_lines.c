/* desk_keys_lines: the keys of the lines being typed. */
#include "core/desk_keys.h"
#include <stddef.h>

static bool chooses_address(const struct desk *desk)
{
    return desk->step == CONTACT_CHOICE;
}

static bool types(const struct desk *desk)
{
    return desk->mode != MODE_CONTACT || !chooses_address(desk);
}

static bool takes_in_all_the_same(const struct desk *desk)
{
    return !desk_closes(desk);
}

static bool finds(const struct desk *desk)
{
    return desk->found.count > 0;
}

static bool row_chosen(const struct desk *desk)
{
    return desk->found_row >= 0;
}

static bool no_row_chosen(const struct desk *desk)
{
    return !row_chosen(desk);
}

static bool same_digits(const struct desk *desk)
{
    return desk->step == 0;
}

static bool same_words(const struct desk *desk)
{
    return desk->step == 1;
}

static bool last_step(const struct desk *desk)
{
    return desk->step == desk_form_last(desk);
}

static bool form_asks(const struct desk *desk)
{
    return last_step(desk) && desk_form_asks(desk);
}

static bool form_saves(const struct desk *desk)
{
    return last_step(desk) && !desk_form_asks(desk);
}

static bool earlier_step(const struct desk *desk)
{
    return !last_step(desk);
}

static bool offers_communes(const struct desk *desk)
{
    return desk->commune_count > 0 && desk->step == 0;
}

static bool picks_commune(const struct desk *desk)
{
    return desk->commune_count > 0 && desk->step == 1;
}

static bool no_commune_picked(const struct desk *desk)
{
    return !picks_commune(desk);
}

static const struct binding table[] = {
    {M(SEARCH), ANY(ENTER), row_chosen, act_search_enter, 0, "Enter", {"mở", "open"}},
    {M(SEARCH), ANY(ENTER), no_row_chosen, act_search_enter, 0, "Enter", {"tìm", "look up"}},
    {M(SEARCH), ANY(DOWN), finds, act_found_move, 0, "↑↓", {"chọn người", "choose"}},
    {M(SEARCH), ANY(UP), finds, act_found_move, 0, NULL, {"", ""}},
    {M(SEARCH), ANY(TEXT), NULL, act_search_line, TYPES, NULL, {"", ""}},
    {M(SEARCH), ANY(BACKSPACE), NULL, act_search_line, 0, NULL, {"", ""}},
    {M(SEARCH), ANY(DELETE), NULL, act_search_line, 0, NULL, {"", ""}},
    {M(EDIT), ANY_OF('1', '9'), picks_commune, act_commune, 0, "1-9", {"chọn", "choose"}},
    {M(EDIT), ANY(ENTER), picks_commune, act_commune, 0, NULL, {"", ""}},
    {M(EDIT), ANY(ENTER), no_commune_picked, act_edit_enter, 0, "Enter", {"ghi", "keep"}},
    {M(EDIT), ANY(TAB), offers_communes, act_communes, 0, "Tab", {"chọn xã", "commune"}},
    {M(EDIT), ANY(TAB), picks_commune, act_communes, 0, "Tab", {"gõ tiếp", "type on"}},
    {M(EDIT), ANY(ESCAPE), picks_commune, act_communes, 0, NULL, {"", ""}},
    {M(REASON), ANY(ENTER), desk_closes, act_reason, WRITES, "Enter", {"giữ nguyên", "leave as it is"}},
    {M(REASON), ANY(ENTER), takes_in_all_the_same, act_reason, WRITES, "Enter", {"tiếp nhận", "admit"}},
    {M(DIFFICULTY), ANY(ENTER), NULL, act_difficulty_enter, WRITES, "Enter", {"ghi vướng mắc", "write down"}},
    {M(DIFFICULTY), ANY(DOWN), NULL, act_kind, 0, "↑↓", {"loại", "kind"}},
    {M(DIFFICULTY), ANY(UP), NULL, act_kind, 0, NULL, {"", ""}},
    {M(DIFFICULTY), ANY(TAB), NULL, act_difficulty_step, 0, "Tab", {"nội dung, điện thoại", "text, phone"}},
    {M(DIFFICULTY), ANY(BACKTAB), NULL, act_difficulty_step, 0, NULL, {"", ""}},
    {M(CONTACT), ANY(ENTER), NULL, act_contact_enter, 0, "Enter", {"ghi", "keep"}},
    {M(CONTACT), ANY_OF('1', '4'), chooses_address, act_contact_choose, 0, "1-4", {"chọn", "choose"}},
    {M(CONTACT), ANY(TAB), NULL, act_contact_move, 0, "Tab", {"mục sau", "next"}},
    {M(CONTACT), ANY(BACKTAB), NULL, act_contact_move, 0, NULL, {"", ""}},
    {M(CONTACT), ANY(DOWN), NULL, act_contact_move, 0, NULL, {"", ""}},
    {M(CONTACT), ANY(UP), NULL, act_contact_move, 0, NULL, {"", ""}},
    {M(FORM), ANY(ENTER), form_asks, act_form_enter, WRITES, "Enter", {"hỏi cổng", "ask the portal"}},
    {M(FORM), ANY(ENTER), form_saves, act_form_enter, WRITES, "Enter", {"tạm nhận", "provisional"}},
    {M(FORM), ANY(ENTER), earlier_step, act_form_enter, 0, "Enter", {"mục sau", "next"}},
    {M(FORM), ANY(TAB), NULL, act_form_move, 0, "Tab", {"mục sau", "next"}},
    {M(FORM), ANY(BACKTAB), NULL, act_form_move, 0, NULL, {"", ""}},
    {M(FORM), ANY(DOWN), NULL, act_form_move, 0, NULL, {"", ""}},
    {M(FORM), ANY(UP), NULL, act_form_move, 0, NULL, {"", ""}},
    {M(PAPER), ANY(ENTER), NULL, act_paper_enter, 0, "Enter", {"mục sau, xong", "next, done"}},
    {M(PAPER), ANY(TAB), NULL, act_paper_move, 0, "Tab", {"mục sau", "next"}},
    {M(PAPER), ANY(BACKTAB), NULL, act_paper_move, 0, NULL, {"", ""}},
    {M(PAPER), ANY(DOWN), NULL, act_paper_move, 0, NULL, {"", ""}},
    {M(PAPER), ANY(UP), NULL, act_paper_move, 0, NULL, {"", ""}},
    {M(SAME), ANY_OF('0', '9'), same_digits, act_same, 0, "0-9", {"năm sinh trên giấy", "year on the paper"}},
    {M(SAME), ANY(BACKSPACE), same_digits, act_same, 0, NULL, {"", ""}},
    {M(SAME), ANY(ENTER), same_words, act_same, 0, "Enter", {"ghi lý do", "keep the reason"}},
    {M(SAME), ANY(TEXT), same_words, act_same, TYPES, NULL, {"", ""}},
    {M(SAME), ANY(BACKSPACE), same_words, act_same, 0, NULL, {"", ""}},
    {LINES & ~M(SAME), ANY(TEXT), types, act_type, TYPES, NULL, {"", ""}},
    {LINES & ~M(SAME), ANY(BACKSPACE), types, act_type, 0, NULL, {"", ""}},
    {LINES & ~M(SAME), ANY(DELETE), types, act_type, 0, NULL, {"", ""}},
    {LINES & ~M(SAME), ANY(LEFT), types, act_type, 0, NULL, {"", ""}},
    {LINES & ~M(SAME), ANY(RIGHT), types, act_type, 0, NULL, {"", ""}},
    {LINES & ~M(SAME), ANY(HOME), types, act_type, 0, NULL, {"", ""}},
    {LINES & ~M(SAME), ANY(END), types, act_type, 0, NULL, {"", ""}},
    {WORDS, F(2), desk_types_words, act_typing, 0, "F2", {"kiểu gõ", "typing"}},
    {WORDS, CTRL('T'), desk_types_words, act_typing, 0, NULL, {"", ""}},
};

const struct binding *desk_bindings_lines(int *ret_count)
{
    *ret_count = sizeof table / sizeof *table;
    return table;
}
