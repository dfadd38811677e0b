/* portal_code: the result codes of KQNhanLichSuKCB2024 in one table. */
#include "core/portal.h"
#include <string.h>

static const struct {
    char code[RESULT_CODE_SIZE];
    enum way_of_code way;
    const char *text[LANGUAGE_COUNT];
} CODES[] = {
    {"000", CODE_FOUND, {"thông tin thẻ chính xác", "the card is right"}},
    {"001", CODE_ARMED, {"thẻ do BHXH Bộ Quốc phòng quản lý", "a card of the Ministry of Defence"}},
    {"002", CODE_ARMED, {"thẻ do BHXH Bộ Công an quản lý", "a card of the Ministry of Public Security"}},
    {"003", CODE_RENEWED, {"thẻ cũ hết giá trị, đã cấp thẻ mới", "the old card ended, a new one was issued"}},
    {"004", CODE_KEPT, {"thẻ cũ còn giá trị, đã cấp thẻ mới", "the old card is valid, a new one was issued"}},
    {"010", CODE_ENDED, {"thẻ hết giá trị sử dụng", "the card is no longer in use"}},
    {"050", CODE_ABSENT, {"không có thông tin thẻ", "the card is not known"}},
    {"051", CODE_NUMBER, {"sai mã thẻ", "the card number is wrong"}},
    {"052", CODE_NUMBER, {"sai mã tỉnh (ký tự 4, 5)", "the province is wrong (characters 4, 5)"}},
    {"053", CODE_NUMBER, {"sai mã quyền lợi (ký tự 3)", "the benefit digit is wrong (character 3)"}},
    {"054", CODE_SETUP, {"CCCD cán bộ chưa đăng ký", "the clerk's citizen ID is not registered"}},
    {"055", CODE_SETUP, {"họ tên cán bộ không khớp", "the clerk's name does not fit"}},
    {"060", CODE_NAME, {"sai họ tên", "the name is wrong"}},
    {"061", CODE_NAME, {"sai họ tên, đúng ký tự đầu", "the name is wrong, its first letters are right"}},
    {"070", CODE_BIRTH, {"sai ngày sinh", "the birth date is wrong"}},
    {"100", CODE_TECHNICAL, {"lỗi lấy dữ liệu", "the data cannot be read"}},
    {"101", CODE_TECHNICAL, {"lỗi máy chủ", "an error of the server"}},
    {"110", CODE_LEFT, {"thẻ đã thu hồi", "the card was withdrawn"}},
    {"120", CODE_LEFT, {"đã báo giảm", "reported as left"}},
    {"121", CODE_LEFT, {"báo giảm, chuyển ngoại tỉnh", "left, to another province"}},
    {"122", CODE_LEFT, {"báo giảm, chuyển nội tỉnh", "left, within the province"}},
    {"123", CODE_LEFT, {"báo giảm, tăng lại cùng đơn vị", "left, and back with the same employer"}},
    {"124", CODE_LEFT, {"báo giảm, ngừng tham gia", "left, insured no longer"}},
    {"130", CODE_CHILD, {"trẻ em không xuất trình thẻ", "a child without a card"}},
    {"205", CODE_REQUEST, {"sai định dạng tham số", "the question is malformed"}},
    {"401", CODE_ACCOUNT, {"lỗi xác thực tài khoản", "the account is refused"}},
    {"500", CODE_TECHNICAL, {"lỗi máy chủ", "an error of the server"}},
};
enum { CODE_COUNT = sizeof CODES / sizeof *CODES };

static int find(const char *code)
{
    for (int i = 0; i < CODE_COUNT; i++) {
        if (strcmp(code, CODES[i].code) == 0) {
            return i;
        }
    }
    return -1;
}

enum way_of_code code_way(const char *code)
{
    int at = find(code);
    return at < 0 ? CODE_UNKNOWN : CODES[at].way;
}

const char *code_text(const char *code, enum language language)
{
    int at = find(code);
    return at < 0 ? "" : CODES[at].text[language];
}

bool code_about_card(const char *code)
{
    switch (code_way(code)) {
    case CODE_FOUND:
    case CODE_ARMED:
    case CODE_RENEWED:
    case CODE_KEPT:
    case CODE_ENDED:
    case CODE_LEFT:
    case CODE_CHILD: return true;
    default: return false;
    }
}

enum trouble code_trouble(const char *code)
{
    switch (code_way(code)) {
    case CODE_TECHNICAL: return TROUBLE_SERVER;
    case CODE_ACCOUNT: return TROUBLE_ACCOUNT;
    case CODE_REQUEST: return TROUBLE_REQUEST;
    case CODE_SETUP: return TROUBLE_SETUP;
    case CODE_UNKNOWN: return TROUBLE_FORMAT;
    default: return TROUBLE_NONE;
    }
}
