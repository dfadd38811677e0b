/* Streets and hamlets of the kind that every town and commune has, some of them much like another. */
#include "write.h"
#include <string.h>
#include <strings.h>

static const char *const STREETS[] = {
    "Lê Lợi",
    "Lê Lai",
    "Nguyễn Thái Bình",
    "Trần Quý Cáp",
    "Hoàng Văn Thụ",
    "Phan Chu Trinh",
    "Trần Hưng Đạo",
    "Nguyễn Huệ",
    "Quang Trung",
    "Hai Bà Trưng",
    "Phan Đình Phùng",
    "Nguyễn Trãi",
    "Lý Thường Kiệt",
    "Điện Biên Phủ",
    "Nguyễn Đình Chiểu",
    "Ngô Quyền",
    "Bà Triệu",
    "Hùng Vương",
    "Trường Chinh",
    "Nguyễn Văn Cừ",
    "Lê Hồng Phong",
    "Hoàng Diệu",
    "Phạm Ngũ Lão",
    "Đinh Tiên Hoàng",
    "Trần Phú",
    "Nguyễn Thái Học",
    "Võ Thị Sáu",
    "Tôn Đức Thắng",
    "Huỳnh Thúc Kháng",
    "Cao Bá Quát",
    "Phan Bội Châu",
    "Lạc Long Quân",
    "Hoàng Hoa Thám",
    "Nguyễn Tri Phương",
    "Tô Hiến Thành",
    "Mạc Đĩnh Chi",
    "Chu Văn An",
    "Yết Kiêu",
    "Nguyễn Công Trứ",
    "Phùng Hưng",
    "Trần Quốc Toản",
    "Đoàn Thị Điểm",
    "Bùi Thị Xuân",
    "Lương Thế Vinh",
    "Nguyễn Bỉnh Khiêm",
    "Xô Viết Nghệ Tĩnh",
    "Cách Mạng Tháng Tám",
    "Nguyễn Văn Linh",
    "Phạm Văn Đồng",
    "Võ Văn Kiệt",
    "Hồ Tùng Mậu",
    "Tạ Quang Bửu",
    "Đặng Thái Thân",
    "Kim Đồng",
    "Mai Hắc Đế",
};

static const char *const HAMLETS[] = {
    "Đông",      "Tân Lập",    "Bình Hòa",  "Bình Hưng", "Phú Hòa",    "Mỹ Thạnh",  "Vạn Phú",
    "Đoài",      "Thượng",     "Trung Hòa", "Phú Mỹ",    "Tân Lợi",    "Bình Minh", "Hưng Thạnh",
    "Mỹ Thuận",  "An Khương",  "Nà Tủm",    "Nậm Pho",   "Cây Da",     "Giồng Lớn", "Chợ Cũ",
    "Vạn Phúc",  "Xuân Quang", "Đức Lâm",   "Long Thới", "Phước Lý",   "Kinh Xáng", "Rạch Gốc",
    "Suối Cạn",  "Khe Dầu",    "Cổ Bi",     "Yên Trung", "Quyết Tiến", "Thắng Lợi", "Tiền Phong",
    "Hậu Thành", "Tà Lài",     "Ea Sút",
};

static const char *const LIKE_STREETS[][2] =
    {
        {"Lê Lợi", "Lê Lai"},
        {"Trần Phú", "Trần Quý"},
        {"Lý Thái Tổ", "Lý Thái Tông"},
        {"Hàng Bạc", "Hàng Bồ"},
        {"Hàm Nghi", "Hàm Tử"},
        {"Nguyễn Thái Học", "Nguyễn Thái Bình"},
        {"Trần Quang Khải", "Trần Quang Diệu"},
        {"Phan Huy Chú", "Phan Huy Ích"},
        {"Phan Văn Trị", "Phan Văn Trường"},
        {"Trần Bình", "Trần Bình Trọng"},
        {"Hoàng Diệu", "Hoàng Đạo"},
        {"Lê Văn Sỹ", "Lê Văn Sao"},
},
                         *const LIKE_HAMLETS[][2] = {
                             {"Tân Lập", "Tân Lợi"},  {"Bình Hòa", "Bình Hưng"}, {"Phú Hòa", "Phú Hữu"},
                             {"Vạn Phú", "Vạn Phúc"}, {"An Phú", "An Phước"},    {"Đông Hà", "Đông Hải"},
                             {"Đông", "Đoài"},        {"Nội", "Ngoại"},          {"Tân Thạnh", "Tân Thành"},
                             {"Nà Ún", "Nà Bó"},      {"Thới An", "Thới Hòa"},   {"Hạ", "Thượng"},
};

static const char *const RURAL[] = {"Thôn", "Ấp", "Xóm", "Bản", "Buôn"}, *const URBAN[] = {"Khóm", "Khu phố",
                                                                                           "Khu"};

enum {
    STREET_COUNT = sizeof STREETS / sizeof *STREETS,
    HAMLET_COUNT = sizeof HAMLETS / sizeof *HAMLETS,
    HOUSES = 400,
    ALLEYS = 60,
    NUMBERED = 14
};

const char *street_pick(struct dice *dice)
{
    return STREETS[dice_roll(dice, STREET_COUNT)];
}

const char *hamlet_pick(struct dice *dice)
{
    return HAMLETS[dice_roll(dice, HAMLET_COUNT)];
}

bool rest_name_known(const char *text)
{
    for (size_t i = 0; i < STREET_COUNT; i++) {
        if (strcasecmp(text, STREETS[i]) == 0) {
            return true;
        }
    }
    for (size_t i = 0; i < HAMLET_COUNT; i++) {
        if (strcasecmp(text, HAMLETS[i]) == 0) {
            return true;
        }
    }
    return false;
}

bool rest_on_street(const struct rest *rest)
{
    return rest->kind == REST_HOUSE || rest->kind == REST_ALLEY || rest->kind == REST_LANE;
}

void namesakes_pick(bool street, struct dice *dice, const char *ret[2])
{
    enum { LIKE_COUNT = sizeof LIKE_STREETS / sizeof *LIKE_STREETS };
    const char *const *like = (street ? LIKE_STREETS : LIKE_HAMLETS)[dice_roll(dice, LIKE_COUNT)];
    unsigned first = dice_roll(dice, 2);
    ret[0] = like[first];
    ret[1] = like[1 - first];
}

struct rest rest_make(enum unit_kind commune, struct dice *dice)
{
    static const enum rest_kind TOWN[] = {REST_HOUSE, REST_HOUSE, REST_HOUSE, REST_ALLEY,      REST_LANE,
                                          REST_GROUP, REST_HOUSE, REST_ALLEY, REST_NEIGHBOURS, REST_NUMBER},
                                COUNTRY[] = {REST_HAMLET, REST_HAMLET, REST_HAMLET,
                                             REST_NUMBER, REST_NUMBER, REST_HOUSE};
    bool town = commune == UNIT_KIND_PHUONG || commune == UNIT_KIND_THI_TRAN;
    struct rest rest = {.kind = town ? TOWN[dice_roll(dice, 10)] : COUNTRY[dice_roll(dice, 6)]};
    rest.a = 1 + (int)dice_roll(dice, rest.kind == REST_HOUSE || rest.kind == REST_ALLEY ? HOUSES : NUMBERED);
    rest.b = 1 + (int)dice_roll(dice, ALLEYS);
    rest.word = town ? URBAN[dice_roll(dice, 3)] : RURAL[dice_roll(dice, 5)];
    rest.name = rest.kind == REST_HAMLET ? hamlet_pick(dice) : street_pick(dice);
    return rest;
}
