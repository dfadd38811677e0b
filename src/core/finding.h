/* finding: everything the program may say about a card, by name; the list is closed, `tiepdon checks` prints
 * it, and a hospital switches any of it off or gives it another severity.
 *
 * X(CODE, code, SEVERITY, key, vi, vi_act, en, en_act): what is so and what to do about it, which together
 * are the sentence "what: act."; `key` is the key the act offers in the review, "" for none. Severity: NOTE
 * to know, FIX corrected from the assessment data by Enter, WARN to mind, STOP to decide first. A finding may
 * stand under any verdict above its own, so a sentence names a key only where it works in every review. One
 * %s at most stands for what finding_sentence fills in. */
#ifndef TIEPDON_FINDING_H
#define TIEPDON_FINDING_H
#include "core/language.h"
#include <stdbool.h>
#include <stddef.h>

#define FINDING_LIST(X)                                                                                      \
    X(UNREADABLE, unreadable, STOP, "", "Không đọc được mã", "quét lại, hoặc gõ số thẻ",                     \
      "The code cannot be read", "scan again, or type the number")                                           \
    X(TAIL_MISSING, tail_missing, NOTE, "", "Phần đuôi mã bị mất? Nếu thiếu mục nào", "quét lại",            \
      "Is the tail of the code lost? If something is missing", "scan again")                                 \
    X(FIELD_UNCLEAR, field_unclear, NOTE, "", "Mục trên thẻ không rõ (%s)", "xem thẻ, hỏi người bệnh",       \
      "Not clear on the card (%s)", "look at the card, ask the patient")                                     \
    X(SEPARATOR_REPAIRED, separator_repaired, NOTE, "", "Dấu | đến thành dấu khác, đã đọc lại được",         \
      "nhờ quản trị chỉnh máy quét", "Another character came for |, repaired",                               \
      "ask the administrator to set the scanner right")                                                      \
    X(LAYOUT_REPAIRED, layout_repaired, NOTE, "", "Máy quét và máy tính khác bảng phím, đã tự sửa",          \
      "nhờ quản trị cài lại máy quét", "Scanner and computer had other keyboard layouts, repaired",          \
      "ask the administrator to set the scanner")                                                            \
    X(CASE_REPAIRED, case_repaired, NOTE, "", "Chữ hoa, chữ thường bị đảo, đã tự sửa",                       \
      "tắt Caps Lock rồi mới quét", "Capital and small letters were turned around, repaired",                \
      "switch Caps Lock off before scanning")                                                                \
    X(IME_REPAIRED, ime_repaired, NOTE, "", "Bộ gõ tiếng Việt (Telex, VNI) xen vào mã, đã tự sửa",           \
      "tắt bộ gõ rồi mới quét", "A Vietnamese input method changed the code, repaired",                      \
      "switch it off before scanning")                                                                       \
    X(ALT_REPAIRED, alt_repaired, NOTE, "", "Chữ có dấu đến thành số, đã tự sửa",                            \
      "xem lại họ tên, nhờ quản trị cài lại máy quét", "Letters came as digits, repaired",                   \
      "look at the name; ask the administrator to set the scanner")                                          \
    X(LETTERS_LOST, letters_lost, WARN, "", "Máy quét bỏ mất chữ có dấu, không lấy tên từ mã",               \
      "nhờ quản trị cài lại máy quét", "The scanner leaves letters out, no name is taken from it",           \
      "ask the administrator to set the scanner")                                                            \
    X(TEMPORARY_CARD, temporary_card, NOTE, "", "Thẻ tạm (%s)", "hỏi đã có thẻ chính thức chưa",             \
      "A temporary card (%s)", "ask whether the final one has come")                                         \
    X(NO_NUMBER, no_number, WARN, "", "Chưa có số nào", "tiếp nhận tạm, hỏi số thẻ hoặc CCCD sau",           \
      "No number at all", "take in provisionally, ask for a number later")                                   \
    X(SOURCE_SILENT, source_silent, WARN, "", "Sổ và cổng không trả lời", "tiếp nhận tạm, kiểm tra sau",     \
      "Register and portal do not answer", "take in provisionally, check later")                             \
    X(NOT_IN_REGISTER, not_in_register, WARN, "", "Chưa có trong sổ, chưa hỏi được cổng",                    \
      "tiếp nhận tạm, kiểm tra sau", "Not in the register, portal not asked",                                \
      "take in provisionally, check later")                                                                  \
    X(ARMED_CARD, armed_card, WARN, "", "Thẻ quân đội, công an, sổ có thể không giữ",                        \
      "xem giấy tờ tùy thân, tiếp nhận tạm", "An army or police card, the register may not hold it",         \
      "see identity papers, take in provisionally")                                                          \
    X(NOT_FOUND, not_found, WARN, "g", "Hệ thống không có số này", "xem lại số; g giấy hướng dẫn",           \
      "The system does not know this number", "read it again; g guidance slip")                              \
    X(UNSYNCED, unsynced, WARN, "g", "CCCD chưa đồng bộ dữ liệu BHYT", "hỏi số thẻ; g giấy hướng dẫn",       \
      "The citizen ID is not joined to BHYT data", "ask for the card number; g guidance slip")               \
    X(OFFERED, offered, WARN, "", "Có người cùng họ tên, ngày sinh", "hỏi số thẻ hoặc địa chỉ rồi chọn",     \
      "Members have this name and birth date", "ask for number or address, then choose")                     \
    X(REGISTER_OLDER_THAN_CARD, register_older_than_card, WARN, "", "Sổ (%s) cũ hơn thẻ, không sửa theo sổ", \
      "giữ thẻ, kiểm tra khi có sổ mới", "The register (%s) is older than the card, corrects nothing",       \
      "keep the card, check later")                                                                          \
    X(GONE_FROM_REGISTER, gone_from_register, WARN, "", "Sổ đầy đủ mới hơn không còn người này",             \
      "tiếp nhận tạm, kiểm tra sau", "The newer complete register no longer holds this person",              \
      "take in provisionally, check later")                                                                  \
    X(REGISTER_OLD, register_old, WARN, "", "Dữ liệu đã cũ (%s)", "kiểm tra lại khi có sổ mới",              \
      "The data is old (%s)", "check again with a newer register")                                           \
    X(SEVERAL_PERSONS, several_persons, STOP, "", "Số này của nhiều người",                                  \
      "hỏi họ tên, ngày sinh rồi chọn", "Several persons have this number",                                  \
      "ask name and birth date, then choose")                                                                \
    X(BHXH_DIFFERENT, bhxh_different, STOP, "", "Mã số BHXH khác hệ thống", "xem giấy tờ rồi chọn",          \
      "Another BHXH number than the system's", "see the papers, then choose")                                \
    X(CCCD_DIFFERENT, cccd_different, STOP, "", "Số CCCD khác hệ thống", "xem CCCD rồi chọn",                \
      "Another citizen ID than the system's", "see the papers, then choose")                                 \
    X(CCCD_OTHER_NAME, cccd_other_name, STOP, "", "CCCD này ghi cho người tên khác", "xem giấy tờ rồi chọn", \
      "This citizen ID is held by another name", "see the papers, then choose")                              \
    X(NAME_DIFFERENT, name_different, STOP, "", "Họ tên khác hệ thống", "xem giấy tờ rồi chọn",              \
      "The name differs from the system's", "see the papers, then choose")                                   \
    X(NAME_PARTIAL, name_partial, STOP, "", "Họ tên chỉ giống một phần (chữ đầu, hoặc thiếu một chữ)",       \
      "xem giấy tờ rồi chọn", "The name agrees in part only (first letters, or a word is missing)",          \
      "see the papers, then choose")                                                                         \
    X(BIRTH_DATE_DIFFERENT, birth_date_different, STOP, "", "Ngày sinh khác hệ thống",                       \
      "xem giấy tờ rồi chọn", "The birth date differs from the system's", "see the papers, then choose")     \
    X(BIRTH_DATE_PARTIAL, birth_date_partial, NOTE, "", "Ngày sinh một bên ghi thiếu ngày, tháng",           \
      "không phải lỗi, ghi theo hệ thống", "One birth date lacks day or month",                              \
      "no error, the system's is written")                                                                   \
    X(GENDER_DIFFERENT, gender_different, STOP, "", "Giới tính khác hệ thống", "xem giấy tờ rồi chọn",       \
      "The gender differs from the system's", "see the papers, then choose")                                 \
    X(NAME_SPELLING, name_spelling, NOTE, "", "Họ tên viết khác kiểu (i/y, dấu nối)", "ghi theo hệ thống",   \
      "The name is spelt another way (i/y, hyphen)", "written as the system has it")                         \
    X(NAME_DIACRITICS, name_diacritics, WARN, "", "Họ tên chỉ khác dấu", "hỏi lại tên, ghi theo hệ thống",   \
      "Only diacritics of the name differ", "ask the name, written as the system has it")                    \
    X(NAME_INCOMPLETE, name_incomplete, WARN, "", "Tên quét bị mất chữ", "hỏi lại tên, ghi theo hệ thống",   \
      "The scanned name lost letters", "ask the name, written as the system has it")                         \
    X(EXPIRED, expired, STOP, "", "Thẻ hết hạn ngày %s", "hỏi thẻ mới, người bệnh vẫn được tiếp nhận",       \
      "The card ended on %s", "ask for a newer one, the patient is still received")                          \
    X(NOT_YET_VALID, not_yet_valid, STOP, "", "Thẻ có giá trị từ %s, hôm nay chưa dùng được",                \
      "hỏi thẻ khác", "The card is valid from %s, not today", "ask for another one")                         \
    X(CARD_ENDED, card_ended, WARN, "", "Thẻ ghi hết hạn %s, chưa đối chiếu được",                           \
      "hỏi thẻ mới, kiểm tra sau", "The card says it ended on %s, nothing to compare with",                  \
      "ask for a newer one, check later")                                                                    \
    X(CARD_NOT_BEGUN, card_not_begun, WARN, "", "Thẻ ghi có giá trị từ %s, chưa đối chiếu được",             \
      "hỏi thẻ đang dùng, kiểm tra sau", "The card says it begins on %s, nothing to compare with",           \
      "ask for the one in use, check later")                                                                 \
    X(EXPIRES_SOON, expires_soon, NOTE, "", "Thẻ còn giá trị đến %s", "nhắc người bệnh gia hạn",             \
      "The card is valid to %s", "remind the patient to renew it")                                           \
    X(TWO_CARDS, two_cards, WARN, "v", "Còn thẻ khác có giá trị (%s)", "hỏi thẻ đang dùng, v báo BHXH",      \
      "Another card is valid as well (%s)", "ask which one is in use, v tells BHXH")                         \
    X(FIVE_YEARS, five_years, NOTE, "", "Đủ 5 năm liên tục từ %s",                                           \
      "xem cùng chi trả trong năm trước khi thu", "Five continuous years since %s",                          \
      "look at this year's co-payments before charging")                                                     \
    X(WITHDRAWN, withdrawn, STOP, "", "Thẻ đã thu hồi (110)", "hỏi thẻ khác, người bệnh vẫn được tiếp nhận", \
      "The card was withdrawn (110)", "ask for another one, the patient is still received")                  \
    X(REDUCED, reduced, STOP, "", "Đã báo giảm (%s)", "hỏi nơi đóng mới, người bệnh vẫn được tiếp nhận",     \
      "Reported as left (%s)", "ask who insures now, the patient is still received")                         \
    X(ENDED, ended, STOP, "", "Thẻ hết giá trị sử dụng (%s)", "hỏi thẻ mới, người bệnh vẫn được tiếp nhận",  \
      "The card is no longer in use (%s)", "ask for the new one, the patient is still received")             \
    X(REPEAT_TODAY, repeat_today, WARN, "", "Đã tiếp nhận hôm nay (%s), nơi khác chưa biết", "ghi lý do",    \
      "Taken in today (%s), other hosts are not known", "write down a reason")                               \
    X(NEW_CARD, new_card, FIX, "", "Đã cấp thẻ mới %s", "cập nhật theo thẻ mới, không đòi thẻ giấy",         \
      "A new card %s was issued", "updated to it, no paper card is asked for")                               \
    X(NEW_CARD_LATER, new_card_later, NOTE, "", "Thẻ mới dùng từ %s, thẻ cũ còn giá trị", "cứ tiếp nhận",    \
      "The new card begins on %s, the old one is still valid", "go on")                                      \
    X(NEW_CARD_ENDED, new_card_ended, WARN, "", "Thẻ mới hết hạn ngày %s, thẻ cũ còn giá trị",               \
      "cứ tiếp nhận, hỏi lại thẻ", "The new card ended on %s, the old one is still valid",                   \
      "go on, ask about the card")                                                                           \
    X(NUMBER_RENEWED, number_renewed, FIX, "", "Số thẻ đã đổi", "cập nhật theo hệ thống giám định",          \
      "The card number has changed", "updated from the assessment data")                                     \
    X(FACILITY_DIFFERENT, facility_different, FIX, "", "Nơi ĐK KCBBĐ",                                       \
      "cập nhật theo hệ thống giám định, không đòi thẻ giấy", "Registered facility",                         \
      "updated from the assessment data, no paper card is asked for")                                        \
    X(FACILITY_SUCCESSOR, facility_successor, NOTE, "", "Nơi ĐK KCBBĐ đã đổi mã (%s)",                       \
      "cùng một cơ sở, ghi theo hệ thống", "The facility has a new code (%s)",                               \
      "the same place, the system's code is written")                                                        \
    X(DATES_EXTENDED, dates_extended, FIX, "", "Hạn thẻ được gia hạn", "cập nhật theo hệ thống giám định",   \
      "The validity was extended", "updated from the assessment data")                                       \
    X(UNEMPLOYED_EXTENDED, unemployed_extended, FIX, "", "Hưởng trợ cấp thất nghiệp, hệ thống đã gia hạn",   \
      "cập nhật, không đòi thẻ giấy", "On unemployment benefit, extended in the system",                     \
      "updated, no paper card is asked for")                                                                 \
    X(DATES_DIFFERENT, dates_different, FIX, "", "Hạn thẻ khác", "cập nhật theo hệ thống giám định",         \
      "The validity differs", "updated from the assessment data")                                            \
    X(FIVE_YEAR_DIFFERENT, five_year_different, FIX, "", "Ngày đủ 5 năm khác",                               \
      "cập nhật theo hệ thống giám định", "The five-year date differs", "updated from the assessment data")  \
    X(AREA_DIFFERENT, area_different, FIX, "", "Khu vực khác", "cập nhật theo hệ thống giám định",           \
      "The area differs", "updated from the assessment data")                                                \
    X(ADDRESS_RENAMED, address_renamed, NOTE, "m", "Địa chỉ ghi tên đơn vị cũ",                              \
      "cùng một nơi, m để ghi theo tên mới", "The address names units of before",                            \
      "the same place, m writes those of today")                                                             \
    X(ADDRESS_POSSIBLE, address_possible, NOTE, "", "Địa chỉ có thể cùng nơi (%s)",                          \
      "hỏi người bệnh đang ở xã, phường nào", "The addresses may be one place (%s)",                         \
      "ask the patient which commune it is")                                                                 \
    X(ADDRESS_PARTIAL, address_partial, NOTE, "", "Địa chỉ một bên ghi thiếu",                               \
      "không phải lỗi, ghi theo hệ thống", "One address says less than the other",                           \
      "no error, the system's is written")                                                                   \
    X(ADDRESS_UNCLEAR, address_unclear, NOTE, "", "Địa chỉ không nhận ra đơn vị hành chính",                 \
      "xem hai bên, hỏi người bệnh nếu cần", "No administrative unit is recognised in the address",          \
      "look at both, ask the patient if need be")                                                            \
    X(ADDRESS_DIFFERENT, address_different, FIX, "", "Địa chỉ khác", "cập nhật theo hệ thống giám định",     \
      "The address differs", "updated from the assessment data")                                             \
    X(ADDRESS_RESIDENCE, address_residence, NOTE, "", "Nơi thường trú trên CCCD khác địa chỉ hệ thống",      \
      "không phải lỗi, giữ theo hệ thống", "The residence on the citizen ID is not the system's address",    \
      "no error, the system's is kept")                                                                      \
    X(REGISTERED_ELSEWHERE, registered_elsewhere, WARN, "", "Không đăng ký tại đây (%s)",                    \
      "hỏi giấy chuyển, giấy hẹn, cấp cứu", "Not registered here (%s)",                                      \
      "ask for referral, appointment, emergency")                                                            \
    X(BENEFIT_CHANGED, benefit_changed, WARN, "", "Mã quyền lợi đổi (%s)", "báo người bệnh mức hưởng mới",   \
      "The benefit digit changes (%s)", "tell the patient")                                                  \
    X(AREA_CHANGED, area_changed, WARN, "", "Khu vực đổi (%s)", "báo người bệnh, xem lại đối tượng KCB",     \
      "The area changes (%s)", "tell the patient, look at the entitlement again")                            \
    X(DEFENCE_CARD, defence_card, WARN, "", "Thẻ do BHXH Bộ Quốc phòng quản lý", "xem giấy tờ tùy thân",     \
      "A card of the Ministry of Defence", "see identity papers")                                            \
    X(POLICE_CARD, police_card, WARN, "", "Thẻ do BHXH Bộ Công an quản lý", "xem giấy tờ tùy thân",          \
      "A card of the Ministry of Public Security", "see identity papers")                                    \
    X(CHILD_NO_CARD, child_no_card, WARN, "", "Trẻ em không xuất trình thẻ (130)", "xem giấy khai sinh",     \
      "A child without a card (130)", "see the birth certificate")                                           \
    X(CHILD_UNDER_SIX, child_under_six, NOTE, "", "Trẻ dưới 6 tuổi chưa có thẻ",                             \
      "tiếp nhận theo giấy khai sinh, ghi số giấy", "A child under six without a card",                      \
      "take in by birth certificate, note its number")                                                       \
    X(STATUS_UNKNOWN, status_unknown, NOTE, "", "Mã kết quả lạ (%s)", "báo quản trị, cứ tiếp nhận",          \
      "An unknown result code (%s)", "tell the administrator, go on")                                        \
    X(PORTAL_NAME, portal_name, STOP, "e", "Cổng báo sai họ tên (060)", "e gõ lại theo giấy tờ rồi hỏi lại", \
      "The portal says the name is wrong (060)", "e types it from the papers, then ask again")               \
    X(PORTAL_NAME_PARTIAL, portal_name_partial, STOP, "e", "Cổng báo sai họ tên, đúng chữ đầu (061)",        \
      "e gõ lại theo giấy tờ rồi hỏi lại", "The portal says the name is wrong but for its letters (061)",    \
      "e types it from the papers, then ask again")                                                          \
    X(PORTAL_BIRTH_DATE, portal_birth_date, STOP, "e", "Cổng báo sai ngày sinh (070)",                       \
      "e gõ lại theo giấy tờ rồi hỏi lại", "The portal says the birth date is wrong (070)",                  \
      "e types it from the papers, then ask again")                                                          \
    X(PORTAL_NUMBER, portal_number, WARN, "", "Cổng báo số thẻ không đúng (%s)", "quét hoặc gõ lại số",      \
      "The portal says the number is wrong (%s)", "scan or type it again")                                   \
    X(PORTAL_SETUP, portal_setup, WARN, "",                                                                  \
      "Cổng không nhận cán bộ tra cứu (%s), không phải lỗi người bệnh", "cứ tiếp nhận, báo quản trị",        \
      "The portal does not know the clerk who asks (%s), no fault of the patient",                           \
      "go on, tell the administrator")                                                                       \
    X(PORTAL_SILENT, portal_silent, NOTE, "", "Chưa hỏi được cổng (%s)", "cứ tiếp nhận, tự kiểm tra sau",    \
      "The portal could not be asked (%s)", "go on, it is checked later by itself")                          \
    X(STAY_ELSEWHERE, stay_elsewhere, WARN, "", "Đang nằm viện nơi khác (%s)", "hỏi người bệnh, ghi lý do",  \
      "An open stay elsewhere (%s)", "ask the patient, write down a reason")                                 \
    X(LEFT_TODAY, left_today, WARN, "", "Hôm nay đã khám nơi khác (%s)", "hỏi người bệnh, ghi lý do",        \
      "Left another facility today (%s)", "ask the patient, write down a reason")                            \
    X(CHECKED_ELSEWHERE, checked_elsewhere, WARN, "", "Nơi khác đã tra thẻ sau lần ra viện cuối (%s)",       \
      "hỏi người bệnh đang khám ở đâu; h xem", "Another facility looked the card up since (%s)",             \
      "ask where the patient is treated; h shows it")                                                        \
    X(SEVEN_DAYS, seven_days, NOTE, "", "Vừa khám trong 7 ngày (%s)",                                        \
      "hỏi có giấy hẹn, thuốc còn không; h xem", "A visit within seven days (%s)",                           \
      "ask about an appointment and medicine; h shows it")                                                   \
    X(CCCD_MISSING, cccd_missing, WARN, "", "Thiếu CCCD", "quét CCCD của người bệnh để bổ sung",             \
      "No citizen ID on record", "scan the patient's to add it")                                             \
    X(CCCD_CAPTURED, cccd_captured, NOTE, "", "Hệ thống thiếu CCCD", "số vừa quét được ghi bổ sung",         \
      "The system lacks the citizen ID", "the scanned one is added")                                         \
    X(CCCD_OLD_NUMBER, cccd_old_number, NOTE, "", "Hệ thống ghi số CMND cũ", "cùng một người, cứ tiếp nhận", \
      "The system holds the old nine-digit number", "the same person, go on")                                \
    X(CCCD_BIRTH_YEAR, cccd_birth_year, WARN, "", "Số CCCD không hợp năm sinh", "xem lại CCCD",              \
      "The citizen ID's digits do not fit the birth year", "look at it again")                               \
    X(CCCD_GENDER, cccd_gender, WARN, "", "Số CCCD không hợp giới tính", "xem lại CCCD",                     \
      "The citizen ID's digits do not fit the gender", "look at it again")                                   \
    X(CCCD_TWO_PEOPLE, cccd_two_people, WARN, "v", "Số CCCD này đã ghi cho người khác (%s)",                 \
      "xem lại CCCD, v báo vướng mắc", "This citizen ID was taken in for somebody else (%s)",                \
      "look at the card again, v reports it")                                                                \
    X(TYPED_NUMBER, typed_number, NOTE, "", "Số gõ, chưa đối chiếu", "hỏi họ tên, gõ 2 số cuối năm sinh",    \
      "A typed number, nothing compared", "ask the name, type the last 2 digits of the birth year")

enum severity { SEVERITY_NOTE, SEVERITY_FIX, SEVERITY_WARN, SEVERITY_STOP };

enum finding {
#define X(code, lower, severity, key, vi, vi_act, en, en_act) FINDING_##code,
    FINDING_LIST(X)
#undef X
        FINDING_COUNT
};

/* The findings of one judgement; a set, nothing stands twice. */
struct findings {
    enum finding list[FINDING_COUNT];
    int count;
};

void finding_add(struct findings *findings, enum finding finding);
bool finding_has(const struct findings *findings, enum finding finding);

const char *finding_code(enum finding finding);
enum finding finding_named(const char *code); /* FINDING_COUNT for none */
const char *finding_key(enum finding finding);
/* The sentence, what is so, and what to do; with their %s as it stands. */
const char *finding_text(enum finding finding, enum language language);
const char *finding_what(enum finding finding, enum language language);
const char *finding_act(enum finding finding, enum language language);
enum severity finding_severity(enum finding finding); /* as listed; checks_severity is the one in force */
const char *severity_code(enum severity severity);    /* "note" "fix" "warn" "stop" */

/* The longest sentence with what fills it. */
enum { SENTENCE_SIZE = 1024 };

/* What a hospital made of the list in its configuration; all zero is the list as it stands. Off only hides a
 * finding: no verdict depends on it. */
enum { CHECK_LISTED = 0, CHECK_OFF = -1 };
struct checks {
    signed char changed[FINDING_COUNT]; /* CHECK_LISTED, CHECK_OFF, or 1 + enum severity */
};
bool checks_off(const struct checks *checks, enum finding finding);
enum severity checks_severity(const struct checks *checks, enum finding finding);

/* One line of the configuration: `value` is off, note, fix, warn or stop. False for an unknown code or value,
 * and for fix where the list does not say it: fix promises a correction, which only those findings bring. */
bool checks_set(struct checks *checks, const char *code, const char *value);

/* The first finding that the hospital raised to stop, FINDING_COUNT for none. */
enum finding checks_raised(const struct checks *checks, const struct findings *findings);

/* What is switched off moves to `hidden`; the rest stands by the severity in force, the severest first,
 * otherwise in the order it was made. */
void checks_apply(const struct checks *checks, struct findings *findings, struct findings *hidden);

struct card;
struct hospital;
struct judgement;

/* The sentence of a finding of this judgement, in the hospital's language, with its day, code or place filled
 * in. */
void finding_sentence(const struct judgement *judgement, const struct card *card,
                      const struct hospital *hospital, enum finding finding, char out[SENTENCE_SIZE]);

#endif
