/* words_portal: the words of the portal: its state, the list of those not checked yet, history and co-payment. */
#ifndef TIEPDON_WORDS_PORTAL_H
#define TIEPDON_WORDS_PORTAL_H

/* The portal, and who is not checked yet. */
#define WORD_PORTALS(X)                                                                                      \
    X(STAND_IN, "CỔNG THỬ — không phải cổng thật", "STAND-IN PORTAL — not the real one")                     \
    X(STAND_IN_SHORT, "CỔNG THỬ", "STAND-IN")                                                                \
    X(PORTAL_PASSWORD, "mật khẩu", "password")                                                               \
    X(PORTAL_QUOTA, "hết lượt", "quota used")                                                                \
    X(PORTAL_JOURNAL, "nhật ký", "journal")                                                                  \
    X(PORTAL_PAUSED, "tạm nghỉ", "paused")                                                                   \
    X(PORTAL_RESOLVE, "mất tên", "no name")                                                                  \
    X(PORTAL_CONNECT, "không nối", "no line")                                                                \
    X(PORTAL_TLS, "chứng thư", "certificate")                                                                \
    X(PORTAL_TIMEOUT, "quá lâu", "too slow")                                                                 \
    X(PORTAL_ANSWER, "trả lời hỏng", "bad answer")                                                           \
    X(PORTAL_SERVER, "máy chủ lỗi", "server fault")                                                          \
    X(PORTAL_ACCOUNT, "tài khoản", "account")                                                                \
    X(PORTAL_REQUEST, "không nhận", "refused")                                                               \
    X(PORTAL_SETUP, "cán bộ", "clerk")                                                                       \
    X(DO_ASK_PORTAL, "hỏi cổng, rồi xem lại", "ask the portal, then review")                                 \
    X(PORTAL_ASKING, "đang hỏi cổng…", "asking the portal…")                                                 \
    X(PORTAL_SAYS, "Cổng: %s.", "The portal: %s.")                                                           \
    X(PORTAL_ASKED_AT, "cổng %s", "portal %s")                                                               \
    X(REGISTER_DAY, "sổ %s", "register %s")                                                                  \
    X(PHONE_SHORT, "ĐT %s", "tel. %s")                                                                       \
    X(MISSING_CCCD, "Sổ còn %ld người thiếu CCCD: quét CCCD khi họ đến để bổ sung.",                         \
      "%ld members of the register lack a citizen ID: scan it when they come.")                              \
    X(KNOWN_VISIT, "Đã khám ở đây %s, %d lần", "Was here %s, %d times")                                      \
    X(KNOWN_ADDRESS, "liên hệ %s", "contact at %s")                                                          \
    X(KNOWN_RELATIVE, "người thân %s %s", "relative %s %s")                                                  \
    X(CONTACT_PHONE, "Điện thoại", "Phone")                                                                  \
    X(CONTACT_ADDRESS, "Nơi liên hệ", "Contact at")                                                          \
    X(CONTACT_RELATIVE, "Người thân", "Relative")                                                            \
    X(CONTACT_RELATIVE_PHONE, "ĐT người thân", "Their phone")                                                \
    X(CONTACT_AS_SYSTEM, "(như hệ thống) %s", "(as the system has it) %s")                                   \
    X(CONTACT_TAKE, "theo hệ thống: %s", "the system's: %s")                                                 \
    X(CONTACT_KEEP, "giữ: %s", "keep: %s")                                                                   \
    X(CONTACT_BOTH, "giữ cả hai", "keep both")                                                               \
    X(CONTACT_OTHER, "nơi khác: gõ", "another: type it")                                                     \
    X(CONTACT_HOW, "8 đến 15 chữ số, có thể bắt đầu bằng +; để trống là bỏ số đã ghi.",                      \
      "8 to 15 digits, + may begin it; empty takes the number away.")                                        \
    X(CONTACT_HOW_ADDRESS, "Chỉ để liên hệ, không sửa địa chỉ trên thẻ; để trống là như hệ thống.",          \
      "For contact alone, the card's address stays; empty is as the system has it.")                         \
    X(CONTACT_HOW_CHOICE, "Bấm số để chọn nơi liên hệ; địa chỉ trên thẻ không đổi.",                         \
      "A digit chooses where to reach the patient; the card's address stays.")                               \
    X(CONTACT_HOW_RELATIVE, "Họ tên và là gì của người bệnh: Trần Văn Bê (chồng).",                          \
      "Name, and what they are to the patient: Trần Văn Bê (husband).")                                      \
    X(STAYS, "ĐANG NẰM VIỆN NƠI KHÁC", "STAYS ELSEWHERE")                                                    \
    X(LEFT, "HÔM NAY ĐÃ KHÁM NƠI KHÁC", "SEEN ELSEWHERE TODAY")                                              \
    X(DO_TYPE, "e gõ theo giấy tờ", "e types it from the papers")                                            \
    X(DO_REASON_ELSEWHERE, "gõ lý do rồi tiếp nhận", "type why, then take in")                               \
    X(REASON_ELSEWHERE, "Lý do vẫn tiếp nhận (đang nằm viện hoặc hôm nay đã khám nơi khác):",                \
      "Why take in all the same (a stay elsewhere, or seen elsewhere today):")                               \
    X(LATE_TOP, "XEM LẠI: đã nhận %s ngày %s", "LATE: taken in at %s on %s")                                 \
    X(LATE_NAMELESS, "ĐÃ NHẬN %s %s, CHƯA CÓ SỐ: quét thẻ hoặc s gõ",                                        \
      "TAKEN IN %s %s, NO NUMBER: scan, or s types one")                                                     \
    X(IDENTIFY, "NHẬN DIỆN: hồ sơ đã nhận là của người này?", "WHO IT IS: is the record this person's?")     \
    X(IDENTIFY_RECORD, "hồ sơ", "record")                                                                    \
    X(IDENTIFY_NEW, "số này", "this one")                                                                    \
    X(IDENTIFY_1, "Người khác: mở hồ sơ mới, hồ sơ này để sau",                                              \
      "Another person: a new review, the record stays for later")                                            \
    X(IDENTIFY_2, "Là người này: ghi số vào hồ sơ đã nhận", "It is this person: the record gets the number") \
    X(DO_IDENTIFY, "đúng là người này", "it is this person")                                                 \
    X(LATE_NO_PHONE, "chưa ghi ĐT", "no phone")                                                              \
    X(LATE_REASON, "Vì sao để nguyên hồ sơ như đã nhận:", "Why the record stays as it was taken in:")        \
    X(DO_LATE_CLOSE, "để nguyên, đưa ra khỏi danh sách", "leave it as it is, off the list")

#define WORD_LATES(X)                                                                                        \
    X(LATE_DIFFERS_LONG, "Cổng trả lời khác hồ sơ đã nhận: Enter mở xem, rồi sửa hoặc để nguyên.",           \
      "The portal says otherwise than the record: Enter opens it, to correct it or to leave it.")            \
    X(LATE_STUCK_LONG, "Cổng: %s. Enter mở xem, hỏi lại người bệnh.",                                        \
      "The portal: %s. Enter opens it; ask the patient again.")                                              \
    X(LATE_SELF_REGISTER, "Chưa cài đặt cổng: danh sách tự xóa người khớp với sổ mới.",                      \
      "No portal is configured: new data of the register takes off whom it agrees with.")                    \
    X(LATE, "Chưa kiểm tra: %d người", "Not checked yet: %d")                                                \
    X(LATE_DIFFERING, "%d cần xem", "%d to look at")                                                         \
    X(LATE_NONE, "Không còn ai chưa kiểm tra.", "Nobody is left unchecked.")                                 \
    X(LATE_WAITS, "chờ hỏi cổng", "waits for the portal")                                                    \
    X(LATE_WAITS_REGISTER, "chờ sổ mới", "waits for new data")                                               \
    X(LATE_DIFFERS, "khác: Enter mở xem", "differs: Enter opens")                                            \
    X(LATE_STUCK, "cổng chưa rõ: Enter mở xem", "unclear: Enter opens")                                      \
    X(LATE_STUCK_SHORT, "chưa rõ: mở xem", "unclear: open")                                                  \
    X(LATE_DIFFERS_SHORT, "khác: mở xem", "differs: open")                                                   \
    X(LATE_TRIES, "đã hỏi %d lần", "asked %d times")                                                         \
    X(LATE_SELF, "Danh sách tự hỏi cổng và tự xóa người đã khớp; chỉ người khác số liệu mới cần mở.",        \
      "The list asks by itself and drops who agrees; only who differs has to be opened.")                    \
    X(LATE_LONG, "%d người chưa kiểm tra, %d cần xem: F9 mở danh sách.",                                     \
      "%d not checked yet, %d to look at: F9 opens the list.")

#define WORD_HISTORIES(X)                                                                                                                      \
    X(HISTORY, "Lịch sử khám 6 tháng", "Visits of six months")                                                                                 \
    X(HISTORY_OFF, "Chưa cài đặt đường hỏi lịch sử ([portal] history): nhờ quản trị.",                                                         \
      "The path of the history ([portal] history) is not configured: ask the administrator.")                                                  \
    X(HISTORY_ASKING, "Đang hỏi cổng…", "Asking the portal…")                                                                                  \
    X(HISTORY_NONE, "Cổng không ghi lượt khám nào. Điều đó không chứng tỏ là chưa khám ở đâu.",                                                \
      "The portal knows no visit. That proves nothing: some are reported late.")                                                               \
    X(HISTORY_UNKNOWN, "Chưa hỏi lịch sử khám.", "The visits were not asked yet.")                                                             \
    X(HISTORY_FAILED, "Chưa xem được lịch sử. Cổng: %s. Esc, rồi h hỏi lại.",                                                                  \
      "The history could not be seen. The portal: %s. Esc, then h asks again.")                                                                \
    X(HISTORY_COUNT, "%d lượt", "visits: %d")                                                                                                  \
    X(HISTORY_MORE, "còn lượt cũ hơn", "older ones are left out")                                                                              \
    X(HISTORY_NOW, "nay", "now")                                                                                                               \
    X(HISTORY_OPEN, "ĐANG NẰM VIỆN", "STILL IN")                                                                                               \
    X(CHECKS, "Nơi đã tra thẻ", "Who looked the card up")                                                                                      \
    X(STATE_1, "ra viện", "discharged")                                                                                                        \
    X(STATE_2, "chuyển tuyến", "referred")                                                                                                     \
    X(STATE_3, "trốn viện", "left unseen")                                                                                                     \
    X(STATE_4, "xin ra", "left on request")                                                                                                    \
    X(STATE_5, "chuyển theo yêu cầu", "moved on request")                                                                                      \
    X(OUTCOME_1, "khỏi", "cured")                                                                                                              \
    X(OUTCOME_2, "đỡ", "better")                                                                                                               \
    X(OUTCOME_3, "không thay đổi", "unchanged")                                                                                                \
    X(OUTCOME_4, "nặng hơn", "worse")                                                                                                          \
    X(OUTCOME_5, "tử vong", "died")                                                                                                            \
    X(OUTCOME_6, "nặng xin về", "went home dying")                                                                                             \
    X(OUTCOME_7, "chưa xác định", "not known")                                                                                                 \
    X(COPAYMENT, "Cùng chi trả lũy kế", "Co-payment of the year")                                                                              \
    X(COPAYMENT_OFF, "Chưa cài đặt đường hỏi cùng chi trả ([portal] copayment): nhờ quản trị.",                                                \
      "The path of the co-payment ([portal] copayment) is not configured: ask the administrator.")                                             \
    X(COPAYMENT_FAILED, "Chưa xem được cùng chi trả. Cổng: %s. Esc, rồi $ hỏi lại.",                                                           \
      "The co-payment could not be seen. The portal: %s. Esc, then $ asks again.")                                                             \
    X(COPAYMENT_UNKNOWN, "Chưa hỏi cùng chi trả.", "The co-payment was not asked yet.")                                                        \
    X(COPAYMENT_HOW,                                                                                                                           \
      "Đủ 5 năm liên tục và đã cùng chi trả quá 6 lần lương cơ sở trong năm: từ đó đến hết năm không phải " \
      "cùng chi trả.",                                                                                                                         \
      "Five continuous years, and more than six base salaries paid together this year: nothing more to pay "                                   \
      "until its end.")                                                                                                                        \
    X(COPAYMENT_VISIT, "Lượt khám", "Visit")                                                                                                   \
    X(COPAYMENT_FACILITY, "Nơi khám", "Facility")                                                                                              \
    X(COPAYMENT_PAID, "Đã trả", "Paid")                                                                                                        \
    X(COPAYMENT_TOTAL, "Lũy kế", "Together")

#endif
