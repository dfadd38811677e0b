/* portal_member: the checks of a look-up in the portal's order, and the row that it then says. */
#include "core/text.h"
#include "portal_inside.h"
#include <ctype.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *code, *text;
} REMARKS[] = {
    {"000", "Thông tin thẻ chính xác"},
    {"001", "Thẻ do BHXH Bộ Quốc phòng quản lý"},
    {"002", "Thẻ do BHXH Bộ Công an quản lý"},
    {"003", "Thẻ cũ hết giá trị sử dụng nhưng đã được cấp thẻ mới"},
    {"004", "Thẻ cũ còn giá trị sử dụng nhưng đã được cấp thẻ mới"},
    {"010", "Thẻ hết giá trị sử dụng"},
    {"050", "Không thấy thông tin thẻ BHYT"},
    {"051", "Mã thẻ không đúng"},
    {"052", "Mã tỉnh cấp thẻ (ký tự thứ 4, 5) không đúng"},
    {"053", "Mã quyền lợi thẻ (ký tự thứ 3) không đúng"},
    {"054", "Không tìm thấy CCCD cán bộ tra cứu"},
    {"055", "Họ tên cán bộ tra cứu không khớp với CCCD"},
    {"060", "Thẻ sai họ tên"},
    {"061", "Thẻ sai họ tên (đúng ký tự đầu)"},
    {"070", "Thẻ sai ngày sinh"},
    {"110", "Thẻ đã thu hồi"},
    {"120", "Thẻ đã báo giảm"},
    {"130", "Trẻ em không xuất trình thẻ"},
    {"205", "Lỗi sai định dạng tham số truyền vào"},
    {"401", "Lỗi xác thực tài khoản"},
};

static const char *const NAMES[] = {
    "maThe",      "hoTen",       "ngaySinh",  "gioiTinh",   "diaChi",          "maDKBD",        "cqBHXH",
    "gtTheTu",    "gtTheDen",    "maKV",      "ngayDu5Nam", "maSoBHXH",        "maTheCu",       "maTheMoi",
    "gtTheTuMoi", "gtTheDenMoi", "maDKBDMoi", "tenDKBDMoi", "dsLichSuKCB2018", "dsLichSuKT2018"};

json_t *member_code(const char *code, bool all)
{
    json_t *answer = json_object();
    json_object_set_new(answer, "maKetQua", json_string(code));
    json_object_set_new(answer, "ghiChu", json_null());
    for (size_t i = 0; i < sizeof REMARKS / sizeof REMARKS[0]; i++) {
        if (strcmp(code, REMARKS[i].code) == 0) {
            json_object_set_new(answer, "ghiChu", json_string(REMARKS[i].text));
        }
    }
    for (size_t i = 0; all && i < sizeof NAMES / sizeof NAMES[0]; i++) {
        json_object_set_new(answer, NAMES[i], json_null());
    }
    return answer;
}

static const char *text(const json_t *object, const char *name)
{
    const char *value = json_string_value(json_object_get(object, name));
    return value ? value : "";
}

/* 051, 052 or 053, NULL for a number that can be looked up. */
static const char *number_trouble(const char *number)
{
    size_t len = strlen(number);
    if (strspn(number, "0123456789") == len) {
        return len == 10 || len == 12 ? NULL : "051";
    }
    if ((len != 15 && len != 17) || !isupper((unsigned char)number[0]) ||
        !isupper((unsigned char)number[1]) || strspn(number + 2, "0123456789") != len - 2) {
        return "051";
    }
    int province = (number[3] - '0') * 10 + number[4] - '0';
    return province < 1 || province > 97 ? "052" : number[2] < '1' || number[2] > '5' ? "053" : NULL;
}

/* The year alone, or a whole day. */
static bool read_birth(const char *in, date_text ret)
{
    return date_read(in, ret) == FAULT_NONE && (date_full(ret) || strlen(ret) == 4);
}

static bool same_name(const char *a, const char *b)
{
    char left[512], right[512];
    return text_fold(left, sizeof left, a) == FAULT_NONE && text_fold(right, sizeof right, b) == FAULT_NONE &&
           strcmp(left, right) == 0;
}

/* The first letters of the words. */
static void initials(const char *name, char *out, size_t cap)
{
    char folded[512];
    size_t len = 0;
    if (text_fold(folded, sizeof folded, name) != FAULT_NONE) {
        folded[0] = '\0';
    }
    for (size_t i = 0; folded[i] && len + 1 < cap; i++) {
        if (i == 0 || folded[i - 1] == ' ') {
            out[len++] = folded[i];
        }
    }
    out[len] = '\0';
}

static const char *name_trouble(const char *asked, const char *known)
{
    char left[64], right[64];
    if (same_name(asked, known)) {
        return NULL;
    }
    initials(asked, left, sizeof left);
    initials(known, right, sizeof right);
    return strcmp(left, right) == 0 ? "061" : "060";
}

/* What is wrong with the question itself, NULL for nothing. */
static const char *question_trouble(const json_t *body, date_text ret_birth)
{
    if (!*text(body, "hoTen") || !read_birth(text(body, "ngaySinh"), ret_birth)) {
        return "205";
    }
    if (strcmp(text(body, "cccdCb"), ACCOUNT_CLERK_CCCD) != 0) {
        return "054";
    }
    return same_name(text(body, "hoTenCb"), ACCOUNT_CLERK) ? number_trouble(text(body, "maThe")) : "055";
}

/* "" is null, as everywhere in the portal's answers. */
static void say(json_t *answer, const char *name, const char *value)
{
    json_object_set_new(answer, name, *value ? json_string(value) : json_null());
}

static void say_date(json_t *answer, const char *name, const char *iso)
{
    date_text shown;
    date_show(iso, shown);
    say(answer, name, shown);
}

static void say_new_card(json_t *answer, const char *number, const char *from, const char *to,
                         const char *facility)
{
    say(answer, "maTheMoi", number);
    say_date(answer, "gtTheTuMoi", from);
    say_date(answer, "gtTheDenMoi", to);
    say(answer, "maDKBDMoi", facility);
}

static void say_card(json_t *answer, const char *number, const char *from, const char *to,
                     const char *facility)
{
    say(answer, "maThe", number);
    say_date(answer, "gtTheTu", from);
    say_date(answer, "gtTheDen", to);
    say(answer, "maDKBD", facility);
}

/* The row's own card, its successor where that was asked for, or an old card of a row that has another number. */
static const char *say_cards(json_t *answer, const json_t *row, const char *number, const char *today)
{
    const char *own = text(row, "maThe"), *from = text(row, "gtTheTu"), *to = text(row, "gtTheDen");
    const char *facility = text(row, "maDKBD"), *status = text(row, "trangThai");
    if (strcmp(number, text(row, "maTheMoi")) == 0) {
        say_card(answer, number, text(row, "gtTheTuMoi"), text(row, "gtTheDenMoi"), text(row, "maDKBDMoi"));
        return "000";
    }
    if (strlen(number) == 15 && strlen(own) == 15 && strcmp(number, own) != 0) {
        say(answer, "maThe", number);
        say_new_card(answer, own, from, to, facility);
        return "003";
    }
    say_card(answer, own, from, to, facility);
    say_new_card(answer, text(row, "maTheMoi"), text(row, "gtTheTuMoi"), text(row, "gtTheDenMoi"),
                 text(row, "maDKBDMoi"));
    return *status ? status : *to && strcmp(to, today) < 0 ? "010" : "000";
}

static void say_person(json_t *answer, const json_t *row)
{
    static const char *const plain[] = {"hoTen", "diaChi", "maKV", "maSoBHXH"};
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        say(answer, plain[i], text(row, plain[i]));
    }
    say_date(answer, "ngaySinh", text(row, "ngaySinh"));
    say_date(answer, "ngayDu5Nam", text(row, "ngayDu5Nam"));
    const char *gender = text(row, "gioiTinh");
    say(answer, "gioiTinh", strcmp(gender, "female") == 0 ? "Nữ" : strcmp(gender, "male") == 0 ? "Nam" : "");
    say(answer, "cqBHXH", "BHXH cơ sở Mẫu");
}

static json_t *whole(struct standin_people *people, const json_t *row, const char *number, const char *code)
{
    json_t *answer = member_code("000", true);
    say_person(answer, row);
    const char *found = say_cards(answer, row, number, people->today);
    json_t *head = member_code(code ? code : found, false);
    json_object_update(answer, head);
    json_decref(head);
    json_object_set_new(answer, "dsLichSuKT2018", story_checks(people, text(row, "maSoBHXH")));
    return answer;
}

json_t *member_answer(struct standin_people *people, const json_t *body, char ret_bhxh[BHXH_SIZE])
{
    date_text birth;
    const char *number = text(body, "maThe"), *trouble = question_trouble(body, birth);
    ret_bhxh[0] = '\0';
    json_t *row = trouble ? NULL : people_find(people, number);
    if (!row) {
        return member_code(trouble ? trouble : "050", true);
    }
    trouble = name_trouble(text(body, "hoTen"), text(row, "hoTen"));
    trouble = trouble ? trouble : date_agree(birth, text(row, "ngaySinh")) ? NULL : "070";
    bool tells = !trouble || people_tells(text(row, "maSoBHXH"));
    json_t *answer = tells ? whole(people, row, number, trouble) : member_code(trouble, true);
    if (!trouble) {
        snprintf(ret_bhxh, BHXH_SIZE, "%s", text(row, "maSoBHXH"));
    }
    json_decref(row);
    return answer;
}
