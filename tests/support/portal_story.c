/* portal_story: visits, checks and payments from the BHXH number. Nothing happens at the hospital that asks. */
#include "demo/words.h"
#include "portal_inside.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum tale {
    TALE_QUIET,   /* no visits, no checks */
    TALE_OLD,     /* visits weeks and months ago */
    TALE_STAYS,   /* and lies in another hospital */
    TALE_LEFT,    /* and left another hospital today */
    TALE_CHECKED, /* and another hospital looked the card up today */
    TALE_WEEK,    /* and was elsewhere within the last seven days */
    TALE_PAID,    /* and paid more than six base salaries this year */
};

static const struct {
    const char *bhxh;
    enum tale tale;
} TOLD[] = {
    {"7999000001", TALE_QUIET}, {"7999000031", TALE_QUIET},   {"7999000033", TALE_QUIET},
    {"7999000025", TALE_QUIET}, {"7999000011", TALE_QUIET},   {"7999000924", TALE_QUIET},
    {"7999000015", TALE_QUIET}, {"7999000016", TALE_QUIET},   {"7999000030", TALE_STAYS},
    {"7999000003", TALE_LEFT},  {"7999000007", TALE_CHECKED}, {"7999000008", TALE_WEEK},
    {"7999000010", TALE_PAID},  {"7999000002", TALE_OLD},
};

/* Of a hundred members by dice; the rest is quiet. */
static const struct {
    unsigned share;
    enum tale tale;
} SHARES[] = {{35, TALE_OLD},    {3, TALE_STAYS}, {3, TALE_LEFT},
              {5, TALE_CHECKED}, {5, TALE_WEEK},  {4, TALE_PAID}};

static enum tale tale_of(const char *bhxh, struct dice *dice)
{
    dice->state = strtoull(bhxh, NULL, 10);
    unsigned roll = dice_roll(dice, 100);
    for (size_t i = 0; i < sizeof TOLD / sizeof TOLD[0]; i++) {
        if (strcmp(bhxh, TOLD[i].bhxh) == 0) {
            return TOLD[i].tale;
        }
    }
    for (size_t i = 0; i < sizeof SHARES / sizeof SHARES[0]; i++) {
        if (roll < SHARES[i].share) {
            return SHARES[i].tale;
        }
        roll -= SHARES[i].share;
    }
    return TALE_QUIET;
}

/* yyyyMMddHHmm of a minute of the day so many days before today. */
static json_t *minute(const struct standin_people *people, int days, int hour, int past)
{
    date_text day;
    char text[32];
    date_from_days(date_days(people->today) - days, day);
    snprintf(text, sizeof text, "%.4s%.2s%.2s%02d%02d", day, day + 5, day + 8, hour % 24, past % 60);
    return json_string(text);
}

struct stay {
    const char *facility, *disease;
    int from, to; /* days before today; to -1: open */
};

static void add_visit(json_t *list, const struct standin_people *people, const struct stay *stay, int number)
{
    char record[32];
    snprintf(record, sizeof record, "%s-%06d", stay->facility, 410000 + number * 37 + stay->from);
    bool open = stay->to < 0;
    /* Today's discharge is before any counter opens. */
    json_t *end = open ? json_null() : minute(people, stay->to, stay->to ? 10 : 0, 20);
    json_array_append_new(
        list, json_pack("{s:s, s:s, s:o, s:o, s:s, s:o, s:o, s:s}", "maHoSo", record, "maCSKCB",
                        stay->facility, "ngayVao", minute(people, stay->from, 8, 5 + stay->from), "ngayRa",
                        end, "tenBenh", stay->disease, "tinhTrang", open ? json_null() : json_string("1"),
                        "kqDieuTri", open ? json_null() : json_string("2"), "lyDoVV", "1"));
}

json_t *story_visits(const struct standin_people *people, const char *bhxh)
{
    static const struct stay special[] = {
        [TALE_STAYS] = {"79025", "Viêm phổi, không xác định", 2, -1},
        [TALE_LEFT] = {"79036", "Tăng huyết áp vô căn (nguyên phát)", 3, 0},
        [TALE_WEEK] = {"79047", "Viêm dạ dày và tá tràng", 5, 5},
    };
    static const char *const facilities[] = {"79047", "79025", "79058", "75011"};
    static const char *const diseases[] = {
        "Tăng huyết áp vô căn (nguyên phát)", "Viêm họng cấp", "Đái tháo đường type 2 không có biến chứng",
        "Thoái hóa cột sống thắt lưng và rối loạn đĩa đệm có tổn thương rễ thần kinh"};
    struct dice dice;
    enum tale tale = tale_of(bhxh, &dice);
    json_t *list = json_array();
    if (tale == TALE_STAYS || tale == TALE_LEFT || tale == TALE_WEEK) {
        add_visit(list, people, &special[tale], 0);
    }
    int count = tale == TALE_QUIET ? 0 : 1 + (int)dice_roll(&dice, 4);
    for (int i = 0, days = 20; i < count; i++) {
        struct stay stay = {facilities[dice_roll(&dice, 4)], diseases[dice_roll(&dice, 4)], 0, 0};
        stay.to = days + (int)dice_roll(&dice, 20);
        stay.from = stay.to + (int)dice_roll(&dice, 4);
        days = stay.from + 10;
        add_visit(list, people, &stay, i + 1);
    }
    return list;
}

json_t *story_checks(const struct standin_people *people, const char *bhxh)
{
    struct dice dice;
    enum tale tale = tale_of(bhxh, &dice);
    json_t *list = json_array();
    if (tale == TALE_CHECKED) {
        json_array_append_new(list, json_pack("{s:s, s:o, s:s, s:s}", "userKT", "75011_BV", "thoiGianKT",
                                              minute(people, 0, 0, 45), "thongBao", "Thông tin thẻ chính xác",
                                              "maLoi", "000"));
    }
    if (tale != TALE_QUIET) {
        json_array_append_new(list, json_pack("{s:s, s:o, s:s, s:s}", "userKT", "79047_BV", "thoiGianKT",
                                              minute(people, 60, 7, 40), "thongBao",
                                              "Thông tin thẻ chính xác", "maLoi", "000"));
    }
    return list;
}

json_t *story_payments(const struct standin_people *people, const char *bhxh)
{
    struct dice dice;
    enum tale tale = tale_of(bhxh, &dice);
    json_t *list = json_array();
    int count = tale == TALE_QUIET ? 0 : tale == TALE_PAID ? 5 : 1 + (int)dice_roll(&dice, 3);
    int each = tale == TALE_PAID ? 3125000 : 184500, total = 0;
    for (int i = count; i > 0; i--) {
        int paid = each + (int)dice_roll(&dice, 100) * 500;
        total += paid;
        json_t *visit = json_pack("{s:o, s:o, s:s, s:i, s:i}", "ngayVao", minute(people, 30 * i + 2, 8, i),
                                  "ngayRa", minute(people, 30 * i, 10, i), "maCskcb",
                                  i % 2 ? "79047" : "79025", "tBNCCTMCCT", paid, "tBNCCTLuyKe", total);
        json_array_insert_new(list, 0, visit);
    }
    return list;
}
