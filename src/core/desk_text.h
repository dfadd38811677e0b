/* desk_text: what the desk says to the clerk that is no fault. X(CODE, vi, en); %s is
 * a name, a number or a device. */
#ifndef TIEPDON_DESK_TEXT_H
#define TIEPDON_DESK_TEXT_H
#include "core/language.h"

#define SAID_LIST(X)                                                                                         \
    X(ADMITTED, "Đã tiếp nhận %s. Sai thì F3 hoàn tác.", "Took in %s. F3 undoes it.")                        \
    X(ADMITTED_UNCHECKED, "Đã tiếp nhận %s, tự hỏi lại cổng sau. Sai thì F3 hoàn tác.",                      \
      "Took in %s, the portal is asked again by itself. F3 undoes it.")                                      \
    X(PROVISIONAL, "Đã tạm nhận %s, kiểm tra sau. Sai thì F3 hoàn tác.",                                     \
      "Took in %s provisionally, to check later. F3 undoes it.")                                             \
    X(NOT_INSURED, "Đã ghi %s không hưởng BHYT. Sai thì F3 hoàn tác.",                                       \
      "Wrote down %s as not insured. F3 undoes it.")                                                         \
    X(DIFFICULTY, "Đã ghi vướng mắc số %s: làm tiếp hồ sơ.", "Wrote down difficulty number %s: go on.")      \
    X(UNDONE, "Đã hoàn tác %s: quét lại nếu cần.", "Undid %s: scan again if needed.")                        \
    X(DAY_CLOSED, "Đã chốt ngày lúc %s: tiếp nhận thêm vẫn được.",                                           \
      "The day is closed at %s: more may still be taken in.")                                                \
    X(ANSWERED, "Đã ghi vướng mắc số %s.", "Wrote down difficulty number %s.")                               \
    X(PRINTING, "Đang in: cứ làm tiếp.", "Printing: go on.")                                                 \
    X(PRINTED_SLIP, "Đã gửi giấy hướng dẫn ra máy in: đưa cho người bệnh.",                                  \
      "The guidance slip is at the printer: give it to the patient.")                                        \
    X(PRINTED_DIFFICULTY, "Đã gửi phiếu vướng mắc ra máy in: ký rồi gửi BHXH.",                              \
      "The form of the difficulty is at the printer: sign it and send it to BHXH.")                          \
    X(PRINTED_DAY, "Đã gửi danh sách của ngày ra máy in.", "The list of the day is at the printer.")         \
    X(NOTHING_DONE, "Hôm nay quầy này không còn gì để hoàn tác: cứ làm tiếp.",                               \
      "Nothing of today is left to undo at this counter: go on.")                                            \
    X(ESCAPE, "Bấm Esc lần nữa để bỏ %s.", "Press Esc again to drop %s.")                                    \
    X(JOINED, "Đã ghép thêm mã của %s: xem lại rồi bấm Enter.",                                              \
      "Joined another code of %s: look, then Enter.")                                                        \
    X(QUEUED, "Đã xếp chờ %s: mở ra khi xong người này.", "%s waits: opens when this one is done.")          \
    X(DROPPED, "Đã bỏ mã vừa quét của %s: quét lại khi cần.",                                                \
      "Dropped the scan of %s: scan again when needed.")                                                     \
    X(FIRST_YEAR, "Hỏi họ tên, gõ 2 số cuối năm sinh của %s.",                                               \
      "Ask the name, type the last two digits of the birth year of %s.")                                     \
    X(YEAR_FITS, "Năm sinh khớp: làm tiếp với %s.", "The birth year fits: go on with %s.")                   \
    X(PICKED, "Đã hỏi người bệnh số thẻ hoặc địa chỉ: chọn %s", "Asked for number or address: chose %s")     \
    X(OTHER_PERSON, "Hệ thống ghi người khác: không dùng dữ liệu hệ thống.",                                 \
      "The system names another person: its data is not used.")                                              \
    X(REVISED, "Đã sửa hồ sơ đã nhận của %s.", "Corrected the record of %s.")                                \
    X(LEFT_AS_IS, "Đã giữ nguyên hồ sơ đã nhận của %s.", "Left the record of %s as it was taken in.")        \
    X(RECORD_AGREES, "Hồ sơ đã đúng với hệ thống", "The record agrees with the system")                      \
    X(CLOSED, "Hồ sơ đã nhận của %s đã đúng: đưa ra khỏi danh sách.",                                        \
      "The record of %s agrees: off the list.")                                                              \
    X(LATE_ESCAPE, "Bấm Esc lần nữa: hồ sơ của %s ở lại danh sách F9.",                                      \
      "Press Esc again: the record of %s stays on the list, F9.")                                            \
    X(LATE_STAYS, "Hồ sơ đã nhận của %s ở lại danh sách F9.", "The record of %s stays on the list, F9.")     \
    X(RECORD_ESCAPE, "Bấm Esc lần nữa: hồ sơ của %s giữ như đã nhận.",                                       \
      "Press Esc again: the record of %s stays as it was taken in.")                                         \
    X(RECORD_STAYS, "Hồ sơ đã nhận của %s giữ nguyên.", "The record of %s stays as it was taken in.")        \
    X(BOUND, "Đã nhận máy quét %s: quét thẻ.", "Scanner %s is bound: scan a card.")                          \
    X(NAMELESS, "hồ sơ này", "this review")                                                                  \
    X(SIGNED, "%s đã vào quầy.", "%s is signed in.")                                                         \
    X(RESTORED, "Mở lại hồ sơ đang làm dở: xem lại rồi bấm Enter.",                                          \
      "The review left open is back: look at it, then press Enter.")

enum said {
#define X(code, vi, en) SAID_##code,
    SAID_LIST(X)
#undef X
        SAID_COUNT
};

const char *said_text(enum said said, enum language language);

#endif
