/* desk_keys: the keys of a review and its choices: where each works, what it does, what the screen says of it. */
#include "core/desk_keys.h"
#include <stddef.h>

static bool admits(const struct desk *desk)
{
    return desk_enter(desk) == ENTER_ADMIT;
}

static bool corrects(const struct desk *desk)
{
    return desk_enter(desk) == ENTER_CORRECT;
}

static bool goes(const struct desk *desk)
{
    return desk_enter(desk) == ENTER_GO && desk_field(desk) != desk_undecided(desk);
}

static bool provisional(const struct desk *desk)
{
    return desk_enter(desk) == ENTER_PROVISIONAL;
}

static bool wants_reason(const struct desk *desk)
{
    return desk_enter(desk) == ENTER_REASON;
}

static bool wants_year(const struct desk *desk)
{
    return desk_enter(desk) == ENTER_YEAR;
}

static bool asks_once_more(const struct desk *desk)
{
    return desk_enter(desk) == ENTER_CONFIRM;
}

static bool asks_again(const struct desk *desk)
{
    return desk_enter(desk) == ENTER_ASK;
}

static bool revises(const struct desk *desk)
{
    return desk_enter(desk) == ENTER_REVISE;
}

static bool closes(const struct desk *desk)
{
    return desk_enter(desk) == ENTER_CLOSE;
}

static bool leaves(const struct desk *desk)
{
    return desk_enter(desk) == ENTER_LEAVE;
}

static bool done(const struct desk *desk)
{
    return desk_enter(desk) == ENTER_DONE;
}

static bool named(const struct desk *desk)
{
    return !desk_nameless(desk);
}

static bool found(const struct desk *desk)
{
    return desk->review.judgement.verdict == VERDICT_FOUND && desk_needs_year(desk);
}

static bool stops(const struct desk *desk)
{
    return desk->review.judgement.verdict == VERDICT_IDENTITY_STOP;
}

static bool several(const struct desk *desk)
{
    return stops(desk) && desk->review.judgement.candidate_count > 0;
}

static bool one(const struct desk *desk)
{
    return stops(desk) && desk->review.judgement.member >= 0 && !desk->review.same && !several(desk);
}

static bool offered(const struct desk *desk)
{
    return desk->review.judgement.candidate_count > 0;
}

static bool invalid(const struct desk *desk)
{
    return desk->review.judgement.verdict == VERDICT_INVALID;
}

static bool takes_in(const struct desk *desk)
{
    return !invalid(desk) && !desk_identifies(desk);
}

static bool has_rows(const struct desk *desk)
{
    return desk->review.judgement.row_count > 0 && !desk_needs_year(desk);
}

/* A difference that may not be corrected (data older than the card) is not the clerk's to correct either. */
static bool may_choose(const struct row *row)
{
    switch (row->field) {
    case FIELD_NAME:
    case FIELD_BIRTH_DATE:
    case FIELD_GENDER:
    case FIELD_CCCD: return true;
    case FIELD_NUMBER: return row->safe || row->result == RESULT_DIFFERENT;
    default: return row->safe;
    }
}

static bool toggles(const struct desk *desk)
{
    const struct row *row = desk_row(desk);
    return has_rows(desk) && row && may_choose(row) && facts_get(&desk->review.card.facts, row->field)[0] &&
           facts_get(&desk->review.judgement.system, row->field)[0] &&
           (row->result == RESULT_DIFFERENT || row->result == RESULT_EXTENDED ||
            row->result == RESULT_RENEWED);
}

/* The system's CCCD is not written over by hand. */
static bool edits(const struct desk *desk)
{
    const struct row *row = desk_row(desk);
    if (!row) {
        return provisional(desk);
    }
    return has_rows(desk) && (row->field != FIELD_CCCD || !desk->review.judgement.system.cccd[0]);
}

static bool modern(const struct desk *desk)
{
    return desk_modern(&desk->review);
}

/* A sentence speaks of the address: the key has more weight than where both sides merely name units of
 * before. */
static bool says_address(const struct desk *desk)
{
    const struct findings *findings = &desk->review.judgement.findings;
    return finding_has(findings, FINDING_ADDRESS_RENAMED) || finding_has(findings, FINDING_ADDRESS_POSSIBLE);
}

static bool modernises_said(const struct desk *desk)
{
    return says_address(desk) && desk_modernises(desk);
}

bool desk_modernises_unsaid(const struct desk *desk)
{
    return !says_address(desk) && desk_modernises(desk);
}

/* How many pages there are depends on the window: only a list that fits into the smallest one has no other. */
static bool pages(const struct desk *desk)
{
    enum { LEAST_VISITS = 8, LEAST_PAYMENTS = 3 };
    const struct history *history = &desk->review.answer.history;
    struct candidate list[ENTITLEMENT_MAX];
    switch (desk->mode) {
    case MODE_ENTITLE: return desk_candidates(desk, list) > ENTITLE_PAGE;
    case MODE_HISTORY: return history->visit_count + history->check_count > LEAST_VISITS;
    case MODE_COPAYMENT: return desk->review.inquiry.copayment.payment_count > LEAST_PAYMENTS;
    default: return true;
    }
}

static bool demo(const struct desk *desk)
{
    return desk->hospital.demo;
}

/* Choice 3 is the same. */
static bool asks(const struct desk *desk)
{
    return desk->hospital.portal && !invalid(desk);
}

/* Nothing is shown of whoever has a typed number before the birth year fits. */
static bool history(const struct desk *desk)
{
    return desk->hospital.portal && desk->hospital.history && !desk_needs_year(desk);
}

static bool copayment(const struct desk *desk)
{
    return desk->hospital.portal && desk->hospital.copayment && !desk_needs_year(desk);
}

bool desk_checked_later(const struct desk *desk)
{
    enum inquiry_state state = desk->review.inquiry.state;
    return provisional(desk) || state == INQUIRY_OUT || state == INQUIRY_FAILED;
}

static bool late(const struct desk *desk)
{
    return desk->review.late.id[0] && desk->review.late.held.check;
}

/* The first line that fits acts, so the order is also that of their weight on the bottom lines. */
static const struct binding table[] = {
    /* The open review: what settles it. */
    {M(REVIEW), ANY(ENTER), corrects, act_enter, WRITES, "Enter", {"sửa & nhận", "correct & admit"}},
    {M(REVIEW), ANY(ENTER), admits, act_enter, WRITES, "Enter", {"tiếp nhận", "admit"}},
    {M(REVIEW), ANY(ENTER), goes, act_enter, 0, "Enter", {"tới mục phải chọn", "to the open row"}},
    {M(REVIEW), ANY(ENTER), provisional, act_enter, WRITES, "Enter", {"tạm nhận", "provisional"}},
    {M(REVIEW), ANY(ENTER), wants_reason, act_enter, WRITES, "Enter", {"ghi lý do", "give the reason"}},
    {M(REVIEW), ANY(ENTER), wants_year, act_enter, 0, "Enter", {"hỏi năm sinh", "ask the year"}},
    {M(REVIEW), ANY(ENTER), asks_again, act_enter, 0, "Enter", {"hỏi lại cổng", "ask the portal again"}},
    {M(REVIEW), ANY(ENTER), revises, act_enter, WRITES, "Enter", {"sửa hồ sơ đã nhận", "correct the record"}},
    {M(REVIEW), ANY(ENTER), closes, act_enter, WRITES, "Enter", {"đóng", "close"}},
    {M(REVIEW), ANY(ENTER), done, act_enter, 0, "Enter", {"đóng", "close"}},
    {M(REVIEW), ANY(ENTER), leaves, act_enter, 0, "Enter", {"để lại danh sách", "leave on the list"}},
    {M(REVIEW), ANY(ENTER), asks_once_more, act_enter, 0, "Enter", {"hỏi lại", "ask once more"}},
    {M(REVIEW), ANY_OF('0', '9'), found, act_year_open, 0, "0-9", {"2 số cuối năm sinh", "birth year"}},
    {M(REVIEW), TEXT('p'), found, act_by_card, WRITES, "p", {"tạm nhận", "provisional"}},
    {M(REVIEW), TEXT('1'), stops, act_other_person, 0, "1", {"người khác", "another person"}},
    {M(REVIEW), TEXT('2'), several, act_candidates, 0, "2", {"chọn người", "choose"}},
    {M(REVIEW), TEXT('2'), one, act_same, 0, "2", {"cùng người", "same person"}},
    {M(REVIEW), TEXT('3'), stops, act_by_card, WRITES, "3", {"tạm nhận theo thẻ", "by the card"}},
    {M(REVIEW), TEXT('1'), invalid, act_doubtful, WRITES, "1", {"nghi ngờ: tạm nhận", "doubtful"}},
    {M(REVIEW), TEXT('2'), invalid, act_not_insured, 0, "2", {"không BHYT", "not insured"}},
    {M(REVIEW), TEXT('3'), invalid, act_ask, 0, "3", {"hỏi cổng", "ask the portal"}},
    {M(REVIEW), TEXT('x'), late, act_late_close, 0, "x", {"giữ nguyên", "leave as it is"}},
    {M(REVIEW), TEXT('c'), offered, act_candidates, 0, "c", {"chọn người", "choose"}},
    {M(REVIEW), TEXT(' '), toggles, act_toggle, 0, "Space", {"chọn", "choose"}},
    {M(REVIEW), TEXT('k'), desk_case_open, act_entitle, 0, "k", {"đối tượng KCB", "entitlement"}},
    {M(REVIEW), TEXT('e'), edits, act_edit, 0, "e", {"sửa tay", "edit"}},
    {M(REVIEW), TEXT('v'), NULL, act_difficulty, 0, "v", {"vướng mắc", "difficulty"}},
    {M(REVIEW), TEXT('g'), NULL, act_slip, 0, "g", {"giấy hướng dẫn", "slip"}},
    {M(REVIEW), TEXT('k'), desk_case_settled, act_entitle, 0, "k", {"đối tượng KCB", "entitlement"}},
    {M(REVIEW), TEXT('m'), modernises_said, act_modern, TURNS, "m", {"tên mới", "new names"}},
    {M(REVIEW), TEXT('m'), modern, act_modern, TURNS, "m", {"tên cũ", "old names"}},
    {M(REVIEW), TEXT('r'), asks, act_ask, 0, "r", {"hỏi cổng", "ask the portal"}},
    {M(REVIEW), TEXT('h'), history, act_history, 0, "h", {"lịch sử KCB", "history"}},
    {M(REVIEW), TEXT('$'), copayment, act_copayment, 0, "$", {"cùng chi trả", "co-payment"}},
    {M(REVIEW), TEXT('y'), copayment, act_copayment, 0, NULL, {"", ""}},
    {M(REVIEW), TEXT('l'), NULL, act_contact, 0, "l", {"liên lạc", "contact"}},
    {M(REVIEW), TEXT('s'), NULL, act_search, 0, NULL, {"", ""}},
    {M(REVIEW), TEXT('u'), NULL, act_undo, 0, NULL, {"", ""}},
    {M(REVIEW), TEXT('t'), NULL, act_today, 0, NULL, {"", ""}},
    {M(REVIEW), TEXT('d'), demo, act_demo, 0, NULL, {"", ""}},
    {M(REVIEW), TEXT('?'), NULL, act_help, 0, NULL, {"", ""}},
    {M(REVIEW), ANY(UP), has_rows, act_move, 0, "↑↓", {"mục", "row"}},
    {M(REVIEW), ANY(DOWN), has_rows, act_move, 0, NULL, {"", ""}},
    {M(REVIEW), ANY(HOME), has_rows, act_move, 0, NULL, {"", ""}},
    {M(REVIEW), ANY(END), has_rows, act_move, 0, NULL, {"", ""}},

    /* Choices. */
    {M(OTHER), TEXT('1'), desk_nameless, act_later, 0, "1", {"người khác: hồ sơ mới", "another: new review"}},
    {M(OTHER), TEXT('2'), desk_nameless, act_join, 0, "2", {"là người này", "it is this person"}},
    {M(OTHER), TEXT('1'), named, act_later, 0, "1", {"người sau: xếp chờ", "next patient: wait"}},
    {M(OTHER), TEXT('2'), named, act_join, 0, "2", {"cùng một người", "same person"}},
    {M(OTHER), TEXT('3'), NULL, act_drop, 0, "3", {"bỏ mã này", "drop it"}},
    {M(OTHER), ANY(ESCAPE), NULL, act_drop, 0, NULL, {"", ""}},
    {M(SOURCE), TEXT('1'), NULL, act_source, 0, "1", {"giấy tờ", "papers"}},
    {M(SOURCE), TEXT('2'), NULL, act_source, 0, "2", {"người bệnh nói", "patient"}},
    {M(SOURCE), TEXT('3'), NULL, act_source, 0, "3", {"trang cổng giám định", "portal page"}},
    {M(SOURCE), ANY(ESCAPE), NULL, act_source_back, 0, "Esc", {"sửa lại", "edit again"}},
    {M(CANDIDATES),
     ANY_OF('1', '9'),
     offered,
     act_pick,
     0,
     "1-9",
     {"đã hỏi số thẻ, địa chỉ: chọn", "asked: choose"}},
    {M(ENTITLE), ANY_OF('1', '9'), NULL, act_entitle_pick, 0, "1-9", {"chọn", "choose"}},
    {M(ENTITLE), TEXT('0'), desk_case_chosen, act_entitle_clear, 0, "0", {"bỏ chọn", "take the choice back"}},
    {M(HEIRS), ANY_OF('1', '9'), NULL, act_heir, 0, "1-9", {"chọn xã, phường", "choose"}},
    {M(YEAR), ANY_OF('0', '9'), NULL, act_year, 0, "0-9", {"2 số cuối năm sinh", "birth year"}},
    {M(YEAR), ANY(BACKSPACE), NULL, act_year, 0, NULL, {"", ""}},
    {M(CONFIRM),
     ANY(ENTER),
     invalid,
     act_confirm,
     WRITES,
     "Enter",
     {"đã báo người bệnh", "the patient was told"}},
    {M(CONFIRM),
     ANY(ENTER),
     desk_identifies,
     act_confirm,
     WRITES,
     "Enter",
     {"đúng là người này", "it is they"}},
    {M(CONFIRM),
     ANY(ENTER),
     takes_in,
     act_confirm,
     WRITES,
     "Enter",
     {"vẫn tiếp nhận", "take in all the same"}},
    {PAGED, ANY(DOWN), pages, act_page, 0, "↑↓", {"trang", "page"}},
    {PAGED, ANY(UP), pages, act_page, 0, NULL, {"", ""}},
    {PAGED, ANY(PAGE_DOWN), pages, act_page, 0, NULL, {"", ""}},
    {PAGED, ANY(PAGE_UP), pages, act_page, 0, NULL, {"", ""}},
    {PAGED, TEXT(' '), pages, act_page, 0, NULL, {"", ""}},
    {M(SLIP), TEXT('p'), desk_prints, act_print_slip, WRITES | PRINTS, "p", {"in", "print"}},
    {M(SLIP), TEXT('p'), NULL, act_print_slip, 0, NULL, {"", ""}},
    {M(SLIP), ANY(ENTER), NULL, act_back, 0, NULL, {"", ""}},
    {M(SLIP), TEXT('g'), NULL, act_back, 0, NULL, {"", ""}},
    {M(HISTORY) | M(COPAYMENT), ANY(ENTER), NULL, act_back, 0, NULL, {"", ""}},
    {M(HISTORY), TEXT('h'), NULL, act_back, 0, NULL, {"", ""}},
    {M(COPAYMENT), TEXT('$'), NULL, act_back, 0, NULL, {"", ""}},
    {M(COPAYMENT), TEXT('y'), NULL, act_back, 0, NULL, {"", ""}},
};

const struct binding *desk_bindings_review(int *ret_count)
{
    *ret_count = sizeof table / sizeof *table;
    return table;
}
