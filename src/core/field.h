/* field: the eleven facts that a card and the assessment system both state, in the fixed order of every
 * screen and file.
 *
 * X(CODE, member, size, key, qd4750, vi, en): `member` is the C name in struct facts and the JSON and CSV
 * name, `key` the portal's name, `qd4750` the name of QĐ 4750/QĐ-BYT ("" where it has none). Values are
 * normalised text, "" for not stated: number upper case without spaces; name and address clean UTF-8
 * (text_clean); dates ISO (date.h); gender "male" or "female"; facility five characters; area "K1".."K3". */
#ifndef TIEPDON_FIELD_H
#define TIEPDON_FIELD_H
#include "core/date.h"
#include "core/language.h"
#include "core/number.h"
#include <stddef.h>

enum { NAME_SIZE = 256, ADDRESS_SIZE = 1025, GENDER_SIZE = 7, AREA_SIZE = 3 };

#define FIELD_LIST(X)                                                                                        \
    X(NUMBER, number, NUMBER_SIZE, "maThe", "MA_THE_BHYT", "Số thẻ", "Card number")                          \
    X(NAME, name, NAME_SIZE, "hoTen", "HO_TEN", "Họ tên", "Name")                                            \
    X(BIRTH_DATE, birth_date, DATE_SIZE, "ngaySinh", "NGAY_SINH", "Ngày sinh", "Birth date")                 \
    X(GENDER, gender, GENDER_SIZE, "gioiTinh", "GIOI_TINH", "Giới tính", "Gender")                           \
    X(ADDRESS, address, ADDRESS_SIZE, "diaChi", "", "Địa chỉ", "Address")                                    \
    X(FACILITY, facility, FACILITY_SIZE, "maDKBD", "MA_DKBD", "Nơi ĐK KCBBĐ", "Facility")                    \
    X(VALID_FROM, valid_from, DATE_SIZE, "gtTheTu", "GT_THE_TU", "Thẻ từ ngày", "Valid from")                \
    X(VALID_TO, valid_to, DATE_SIZE, "gtTheDen", "GT_THE_DEN", "Thẻ đến ngày", "Valid to")                   \
    X(FIVE_YEAR_DATE, five_year_date, DATE_SIZE, "ngayDu5Nam", "", "Đủ 5 năm", "Five years")                 \
    X(AREA, area, AREA_SIZE, "maKV", "", "Khu vực", "Area")                                                  \
    X(CCCD, cccd, CCCD_SIZE, "soCCCD", "SO_CCCD", "CCCD", "Citizen ID")

enum field {
#define X(code, member, size, key, qd, vi, en) FIELD_##code,
    FIELD_LIST(X)
#undef X
        FIELD_COUNT
};

struct facts {
#define X(code, member, size, key, qd, vi, en) char member[size];
    FIELD_LIST(X)
#undef X
};

char *facts_at(struct facts *facts, enum field field);
const char *facts_get(const struct facts *facts, enum field field);
size_t field_size(enum field field);

const char *field_code(enum field field); /* "birth_date" */
const char *field_portal(enum field field);
const char *field_qd4750(enum field field);
const char *field_label(enum field field, enum language language);

/* Foreign text into the normal form of a field, as an import or a clerk brings it. "-" and "" clear any
 * field. Number: number_read; name and address: text_clean; birth date: date_read, the other dates whole
 * (FAULT_DATE_PARTIAL); facility: number_facility; gender: 1, 2, Nam, Nữ, trai, gái, male, female, M, F, but
 * never N, and 3 (undetermined) clears; area: K1-K3 or 5-7, and 4 and 0 clear; CCCD: twelve digits, or the
 * nine of a CMND, which the assessment data still holds for some. Anything else is FAULT_VALUE_INVALID. A
 * fault leaves *ret as it was. */
NEEDED enum fault field_read(enum field field, const char *in, size_t len, struct facts *ret);

/* As people read it: dates dd/MM/yyyy, Nam or Nữ, number in groups. out holds ADDRESS_SIZE bytes. */
void field_show(enum field field, const char *value, enum language language, char out[ADDRESS_SIZE]);

#endif
