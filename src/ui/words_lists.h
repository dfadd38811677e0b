/* words_lists: the fixed texts of today's list, the difficulties, the charts and the close of day. */
#ifndef TIEPDON_WORDS_LISTS_H
#define TIEPDON_WORDS_LISTS_H

#define WORD_DAY(X)                                                                                          \
    X(TODAY, "Hôm nay: %d lượt", "Today: %d")                                                                \
    X(TODAY_NONE, "Hôm nay chưa có ai: quét thẻ để bắt đầu.", "Nobody yet today: scan a card to begin.")     \
    X(TODAY_NONE_SUCH, "Không có ai như vậy: 1 xem tất cả.", "Nobody is like that: 1 shows all.")            \
    X(TODAY_UNDONE, "đã hoàn tác %d", "undone %d")                                                           \
    X(TODAY_NOT_INSURED, "không BHYT %d", "not insured %d")                                                  \
    X(FILTER_ALL, "tất cả", "all")                                                                           \
    X(FILTER_UNCHECKED, "chưa kiểm tra", "unchecked")                                                        \
    X(FILTER_CORRECTED, "đã sửa", "corrected")                                                               \
    X(FILTER_PROVISIONAL, "tạm nhận", "provisional")                                                         \
    X(FILTER_DIFFICULTY, "vướng mắc", "difficulties")                                                        \
    X(DAY_CLOSED, "Đã chốt ngày lúc %s (%s): lượt sau đó vẫn tính vào ngày.",                                \
      "The day was closed at %s (%s): what came after still counts.")                                        \
    X(CLOSE_DAY, "CHỐT NGÀY %s?", "CLOSE THE DAY %s?")                                                       \
    X(CLOSE_INTAKES, "Lượt tiếp nhận", "Intakes")                                                            \
    X(CLOSE_PARTS, "tiếp nhận %d, tạm nhận %d, không BHYT %d",                                               \
      "admitted %d, provisional %d, not insured %d")                                                         \
    X(CLOSE_CORRECTED, "Đã sửa theo hệ thống", "Corrected")                                                  \
    X(CLOSE_UNDONE, "Đã hoàn tác", "Undone")                                                                 \
    X(CLOSE_DIFFICULTIES, "Vướng mắc ghi hôm nay", "Difficulties today")                                     \
    X(CLOSE_OPEN, "Còn mở:", "Still open:")                                                                  \
    X(CLOSE_NOTHING_OPEN, "Không còn việc gì mở.", "Nothing is left open.")                                  \
    X(CLOSE_UNCHECKED, "%d chưa kiểm tra được, xem ở danh sách chưa kiểm tra",                               \
      "%d not checked yet, on the list of those unchecked")                                                  \
    X(CLOSE_PROVISIONAL, "%d tạm nhận, Esc rồi 4 xem lại", "%d provisional, Esc then 4 shows them")          \
    X(CLOSE_COMPLAINTS, "%d vướng mắc chưa được trả lời, xem ở danh sách vướng mắc",                         \
      "%d difficulties without an answer, on their list")                                                    \
    X(CLOSE_HOW, "Chốt ngày ghi số liệu vào nhật ký. Sau đó vẫn tiếp nhận được, chốt lại được.",             \
      "Closing writes the totals into the journal. More may be taken in, and the day closed again.")         \
    X(DO_CLOSE_DAY, "chốt ngày", "close the day")                                                            \
    X(UNDO_CHOSEN, "HOÀN TÁC việc đã chọn?", "UNDO the chosen act?")                                         \
    X(UNDO_OTHERS, "Việc này của quầy khác: hỏi quầy đó trước.", "Another counter's act: ask there first.")

#define WORD_COMPLAINTS(X)                                                                                   \
    X(COMPLAINTS, "Vướng mắc: %d chưa trả lời", "Difficulties: %d not answered")                             \
    X(COMPLAINTS_DUE, "%d quá hạn", "%d due")                                                                \
    X(COMPLAINTS_LONG, "Vướng mắc: %d chưa trả lời, F11 xem danh sách.",                                     \
      "Difficulties: %d not answered, F11 shows the list.")                                                  \
    X(COMPLAINTS_DUE_LONG, "Vướng mắc: %d chưa trả lời, %d quá hạn, F11 xem danh sách.",                     \
      "Difficulties: %d not answered, %d due, F11 shows the list.")                                          \
    X(COMPLAINTS_NONE, "Chưa có vướng mắc nào: bấm v khi đang mở hồ sơ để ghi.",                             \
      "No difficulty yet: v writes one down in an open review.")                                             \
    X(COMPLAINTS_NONE_SUCH, "Không có vướng mắc nào như vậy: Tab xem loại khác.",                            \
      "None is like that: Tab shows others.")                                                                \
    X(COMPLAINTS_ALL, "tất cả", "all")                                                                       \
    X(STATE_OPEN, "mở", "open")                                                                              \
    X(STATE_SENT, "đã gửi", "sent")                                                                          \
    X(STATE_ANSWERED, "đã trả lời", "answered")                                                              \
    X(STATE_DAYS, "%d ngày", "%d days")                                                                      \
    X(STATE_TODAY, "hôm nay", "today")                                                                       \
    X(COMPLAINT, "Vướng mắc số %ld", "Difficulty number %ld")                                                \
    X(COMPLAINT_NUMBER, "Số thẻ, CCCD", "Number")                                                            \
    X(COMPLAINT_KIND, "Loại", "Kind")                                                                        \
    X(COMPLAINT_TEXT, "Nội dung", "Text")                                                                    \
    X(COMPLAINT_PHONE, "Điện thoại", "Phone")                                                                \
    X(COMPLAINT_STATE, "Trạng thái", "State")                                                                \
    X(COMPLAINT_REPLY, "BHXH trả lời", "Answer")                                                             \
    X(COMPLAINT_VALUES, "thẻ %s · hệ thống %s", "card %s · system %s")                                       \
    X(COMPLAINT_DUE, "quá hạn nhắc", "due")                                                                  \
    X(DO_SENT, "ghi là đã gửi BHXH", "write down that it was sent to BHXH")                                  \
    X(DO_ANSWERED, "ghi câu trả lời của BHXH", "write BHXH's answer down")                                   \
    X(DO_REOPEN, "mở lại vướng mắc", "open the difficulty again")                                            \
    X(COMPLAINT_HOW, "s đã gửi BHXH · a BHXH đã trả lời · o mở lại",                                         \
      "s sent to BHXH · a answered · o open again")

#define WORD_CHARTS(X)                                                                                       \
    X(CHART_HOURS, "Lượt tiếp nhận theo giờ", "Intakes by hour")                                             \
    X(CHART_FINDINGS, "Phát hiện theo loại", "Findings by kind")                                             \
    X(CHART_DAYS, "Lượt tiếp nhận theo ngày", "Intakes by day")                                              \
    X(CHART_FACILITIES, "Thẻ ghi sai nơi ĐK KCBBĐ, theo nơi thẻ ghi",                                        \
      "Wrong facility, by what the card says")                                                               \
    X(CHART_DIFFICULTIES, "Vướng mắc theo loại", "Difficulties by kind")                                     \
    X(CHART_COUNTERS, "Lượt tiếp nhận theo quầy", "Intakes by counter")                                      \
    X(CHART_DAY_PARTS, "sửa %d, tạm %d, vướng mắc %d", "corrected %d, provisional %d, difficulties %d")      \
    X(CHART_COUNTER_PARTS, "vướng mắc %d", "difficulties %d")                                                \
    X(CHART_NOTHING, "Những ngày này không có gì để đếm: ← → đổi số ngày, ↑ ↓ đổi biểu đồ.",                 \
      "Nothing to count in these days: ← → other days, ↑ ↓ other charts.")                                   \
    X(CHART_TOTAL, "%d lượt", "%d intakes")

#endif
