/* words: the fixed texts of the screens in both languages. */
#ifndef TIEPDON_WORDS_H
#define TIEPDON_WORDS_H
#include "core/language.h"
#include "ui/words_lists.h"
#include "ui/words_portal.h"
#include "ui/words_sign.h"

#define WORD_FRAME(X)                                                                                        \
    X(TITLE, "TIẾP ĐÓN BHYT", "BHYT INTAKE")                                                                 \
    X(SMALL, "Cửa sổ nhỏ quá: mở rộng đến ít nhất 60 cột, 20 dòng.",                                         \
      "The window is too small: make it at least 60 columns by 20 rows.")                                    \
    X(DEMO, "DỮ LIỆU THỬ — không dùng cho người bệnh thật", "DEMO DATA — not for real patients")             \
    X(SCANNER, "quét", "scanner")                                                                            \
    X(SCANNER_BUSY, "quét bị giữ", "scanner held")                                                           \
    X(SCANNER_DENIED, "quét thiếu quyền", "scanner denied")                                                  \
    X(REGISTER, "sổ", "register")                                                                            \
    X(REGISTER_NONE, "chưa có sổ", "no register")                                                            \
    X(REGISTER_OLD, "cũ", "old")                                                                             \
    X(REGISTER_BROKEN, "lỗi sổ", "register fault")                                                           \
    X(PORTAL, "cổng", "portal")                                                                              \
    X(QUEUE, "Chờ", "Waiting")                                                                               \
    X(ENTER, "Enter", "Enter")

#define WORD_WAITING(X)                                                                                      \
    X(SCAN_NOW, "Quét thẻ, hoặc gõ số thẻ", "Scan a card, or type its number")                               \
    X(SCAN_WHICH, "Thẻ BHYT, VssID, VNeID, CCCD đều được. Gõ: số thẻ, CCCD, ĐT hoặc họ tên.",                \
      "BHYT card, VssID, VNeID or citizen ID. Or type: card, ID, phone or name.")                            \
    X(DEMO_CARDS, "F5 thẻ thử: chọn một thẻ QR mẫu để quét", "F5 demo cards: choose a sample QR to scan")    \
    X(SCANNER_READY_LONG, "Máy quét sẵn sàng.", "The scanner is ready.")                                     \
    X(SCANNER_NONE_LONG, "Chưa thấy máy quét: cắm vào, hoặc F6 để nhận máy quét, hoặc gõ số thẻ.",           \
      "No scanner seen: plug it in, or F6 to bind one, or type the number.")                                 \
    X(REGISTER_GOOD_LONG, "Sổ dữ liệu giám định: số liệu ngày %s.", "Assessment data as of %s.")             \
    X(REGISTER_OLD_LONG, "Sổ dữ liệu giám định đã cũ (%s): ai không có trong sổ thì tiếp nhận tạm.",         \
      "The assessment data is old (%s): take in provisionally whom it does not know.")                       \
    X(REGISTER_NONE_LONG, "Chưa có sổ dữ liệu giám định: tiepdon import members; tạm thời tiếp nhận tạm.",   \
      "No assessment data: run tiepdon import members; until then take in provisionally.")                   \
    X(UNCHECKED_LONG, "%d người đã nhận, chưa kiểm tra: F9 xem danh sách.",                                  \
      "%d taken in, not checked yet: F9 shows the list.")                                                    \
    X(LATEST, "Vừa tiếp nhận", "Latest intakes")                                                             \
    X(TODAY_COUNT, "hôm nay %d", "today %d")                                                                 \
    X(NOBODY_YET, "Hôm nay chưa tiếp nhận ai.", "Nobody taken in today yet.")                                \
    X(ACT_ADMITTED, "tiếp nhận", "taken in")                                                                 \
    X(ACT_PROVISIONAL, "tạm nhận", "provisional")                                                            \
    X(ACT_NOT_INSURED, "không BHYT", "not insured")                                                          \
    X(ACT_CORRECTED, "sửa %d", "%d corrected")                                                               \
    X(ACT_DIFFICULTY, "vướng mắc", "difficulty")                                                             \
    X(ACT_UNDONE, "đã hoàn tác", "undone")

#define WORD_REVIEW(X)                                                                                       \
    X(COLUMN_FIELD, "Mục", "Field")                                                                          \
    X(COLUMN_CARD, "Trên thẻ", "On the card")                                                                \
    X(COLUMN_CCCD, "Trên CCCD", "On the citizen ID")                                                         \
    X(COLUMN_TYPED, "Số gõ", "Typed")                                                                        \
    X(COLUMN_SYSTEM, "Hệ thống giám định", "Assessment system")                                              \
    X(COLUMN_SYSTEM_SHORT, "Hệ thống", "System")                                                             \
    X(NO_SYSTEM, "không có dữ liệu", "no data")                                                              \
    X(DAYS_OLD, "cũ %d ngày", "%d days old")                                                                 \
    X(FOLDED, "+%d khớp", "+%d same")                                                                        \
    X(OPEN_END, "không thời hạn", "no end")                                                                  \
    X(NOTHING, "—", "—")                                                                                     \
    X(HIDDEN, "••••", "••••")                                                                                \
    X(YEARS, "%d tuổi", "%d years")                                                                          \
    X(NO_NAME, "(chưa có họ tên)", "(no name yet)")                                                          \
    X(SOURCE_CARD, "QR thẻ", "card QR")                                                                      \
    X(SOURCE_CCCD, "QR CCCD", "citizen ID QR")                                                               \
    X(SOURCE_TYPED, "số gõ", "typed")                                                                        \
    X(SOURCE_NONE, "không có số", "no number")                                                               \
    X(SCANS, "%d mã", "%d codes")                                                                            \
    X(KEEP_CARD, "giữ thẻ", "card kept")                                                                     \
    X(SYSTEM_LACKS, "HT thiếu", "lacking")                                                                   \
    X(RESIDENCE, "thường trú", "residence")                                                                  \
    X(RENAMED, "đổi tên", "renamed")                                                                         \
    X(POSSIBLE, "có thể", "possible")                                                                        \
    X(PARTIAL, "ghi thiếu", "partial")                                                                       \
    X(UNCLEAR, "không rõ", "unclear")                                                                        \
    X(LACKING, "THIẾU", "MISSING")                                                                           \
    X(CHOSE_CARD, "→ theo thẻ", "→ the card's")                                                              \
    X(CHOSE_SYSTEM, "→ theo HT", "→ system's")                                                               \
    X(TYPED_PAPERS, "→ giấy tờ", "→ papers")                                                                 \
    X(TYPED_PATIENT, "→ người bệnh", "→ patient")                                                            \
    X(TYPED_PAGE, "→ trang cổng", "→ portal page")                                                           \
    X(TYPED_UNITS, "→ tên mới", "→ new names")                                                               \
    X(WHOLE_TYPED, "Vừa gõ", "Typed")                                                                        \
    X(MODERN, "Ghi tên mới: %s", "Written with new names: %s")                                               \
    X(MODERN_UNSURE, "Ghi tên mới: %s (bảng không ghi hết nơi bị chia: hỏi lại người bệnh)",                 \
      "Written with new names: %s (the table does not know every division: ask the patient)")                \
    X(AFTER, "SAU KHI SỬA: ", "AFTER CORRECTION: ")                                                          \
    X(ELSEWHERE, "không đăng ký tại đây (%s) — xem đối tượng KCB",                                           \
      "not registered here (%s) — see entitlement")                                                          \
    X(ELSEWHERE_OPEN, "không đăng ký tại đây (%s) — k chọn đối tượng KCB",                                   \
      "not registered here (%s) — k: entitlement")                                                           \
    X(ELSEWHERE_CHOSEN, "không đăng ký tại đây (%s)", "not registered here (%s)")                            \
    X(ENTITLED, "Đối tượng KCB", "Entitlement")                                                              \
    X(ENTITLED_OPEN, "chưa chọn — k chọn", "not chosen — k chooses")                                         \
    X(PAPER_NUMBER, "số %s", "no. %s")                                                                       \
    X(PAPER_FROM, "từ %s", "from %s")                                                                        \
    X(PAPER_TO, "đến %s", "to %s")                                                                           \
    X(PAPER_PART, "giấy ghi chưa đủ", "paper incomplete")                                                    \
    X(PAPER_LATER, "giấy: bổ sung sau", "paper: to follow")                                                  \
    X(PAPER_AGED, "giấy quá hạn, hỏi lại", "paper overdue, ask")                                             \
    X(PAPER_ENDED, "giấy đã hết hạn, hỏi lại", "paper has ended, ask")                                       \
    X(CERTIFICATE, "Số khai sinh", "Birth cert.")                                                            \
    X(BENEFIT, "mã quyền lợi %c → %c", "benefit digit %c → %c")                                              \
    X(AREA, "khu vực %s → %s", "area %s → %s") X(NO_AREA, "không", "none")

#define WORD_VERDICT(X)                                                                                      \
    X(LOOKING, "ĐANG TRA CỨU", "LOOKING UP")                                                                 \
    X(SAVING, "ĐANG GHI", "WRITING")                                                                         \
    X(ONE_MISMATCH, "SAI LỆCH", "MISMATCH")                                                                  \
    X(WRONG, "SAI", "DIFFERENT:")                                                                            \
    X(EXPIRED, "HẾT HẠN", "EXPIRED")                                                                         \
    X(EXPIRED_DAY, "HẾT HẠN %s", "EXPIRED %s")                                                               \
    X(NOT_YET, "CHƯA ĐẾN HẠN", "NOT YET VALID")                                                              \
    X(NOT_YET_DAY, "CHƯA ĐẾN HẠN, từ %s", "NOT YET VALID, from %s")                                          \
    X(WITHDRAWN, "THẺ BỊ THU HỒI", "WITHDRAWN")                                                              \
    X(REDUCED, "ĐÃ BÁO GIẢM", "REPORTED AS LEFT")                                                            \
    X(ENDED, "HẾT GIÁ TRỊ SỬ DỤNG", "NO LONGER IN USE")                                                      \
    X(SAME_PERSON, "CÙNG MỘT NGƯỜI", "THE SAME PERSON")                                                      \
    X(BY_CARD, "TẠM NHẬN THEO THẺ", "PROVISIONAL, BY THE CARD")                                              \
    X(YEAR_FITS, "ĐÚNG NGƯỜI, năm sinh khớp", "THE YEAR FITS")                                               \
    X(DO_ADMIT, "tiếp nhận", "take in")                                                                      \
    X(DO_CORRECT, "sửa theo hệ thống giám định và tiếp nhận", "correct by the assessment data and take in")  \
    X(DO_CORRECT_SHORT, "sửa & tiếp nhận", "correct & take in")                                              \
    X(DO_CHOSEN, "ghi như đã chọn và tiếp nhận", "write as chosen and take in")                              \
    X(DO_CHOSEN_SHORT, "ghi & tiếp nhận", "write & take in")                                                 \
    X(DO_GO, "tới mục phải chọn", "go to what is undecided")                                                 \
    X(DO_PROVISIONAL, "tiếp nhận tạm, kiểm tra sau", "take in provisionally, check later")                   \
    X(DO_PROVISIONAL_SHORT, "tiếp nhận tạm", "take in provisionally")                                        \
    X(DO_ASK, "hỏi lại cổng với điều vừa gõ", "ask the portal again with it")                                \
    X(DO_ASK_SHORT, "hỏi lại cổng", "ask again")                                                             \
    X(DO_REVISE, "sửa hồ sơ đã nhận", "correct the record")                                                  \
    X(DO_CLOSE, "đóng", "close")                                                                             \
    X(DO_STAY, "để lại danh sách", "leave it on the list")                                                   \
    X(LATE_AGREES, "HỒ SƠ ĐÃ ĐÚNG", "THE RECORD AGREES")                                                     \
    X(RECORD_SAME, "KHÔNG CÓ GÌ KHÁC HỒ SƠ", "NOTHING UNLIKE THE RECORD")                                    \
    X(LATE_OPEN, "CHƯA KIỂM TRA ĐƯỢC", "NOT CHECKED YET")                                                    \
    X(LATE_UNLIKE, "%d MỤC KHÁC HỒ SƠ", "%d UNLIKE THE RECORD")                                              \
    X(DO_REASON, "gõ lý do để nhận lần nữa", "type why once more")                                           \
    X(DO_REASON_SHORT, "gõ lý do", "type why")                                                               \
    X(DO_YEAR, "gõ 2 số cuối năm sinh", "type the last 2 digits of the birth year")                          \
    X(DO_DIGIT, "bấm 1, 2 hoặc 3", "press 1, 2 or 3")                                                        \
    X(DO_SCAN, "quét lại, hoặc gõ số thẻ", "scan again, or type the number")                                 \
    X(DO_DECIDE, "Space chọn, e gõ", "Space chooses, e types")

#define WORD_CHOICES(X)                                                                                      \
    X(STOP_1, "Người khác: bỏ dữ liệu hệ thống, giữ thẻ", "Another person: drop the data, keep the card")    \
    X(STOP_2, "Cùng người: gõ năm sinh theo giấy tờ đang cầm", "The same: type the year from the paper")     \
    X(STOP_2_SEVERAL, "Chọn đúng người trong những người này", "Choose among these persons")                 \
    X(OFFER, "Chọn người: %d người cùng họ tên, ngày sinh chưa có CCCD",                                     \
      "Choose: %d with this name and birth date have no citizen ID")                                         \
    X(STOP_3, "Chưa rõ: tiếp nhận tạm theo thẻ", "Not clear: take in provisionally by the card")             \
    X(INVALID_1, "Còn nghi ngờ: tiếp nhận tạm và ghi vướng mắc", "Doubtful: provisional, and a difficulty")  \
    X(INVALID_2, "Không hưởng BHYT: đã nói với người bệnh", "Not insured: the patient was told")             \
    X(INVALID_3, "Hỏi cổng giám định", "Ask the portal")                                                     \
    X(OTHER_1, "Xếp chờ: mở ra khi xong người này", "Let it wait: opens when this one is done")              \
    X(OTHER_2, "Cùng một người: ghép vào hồ sơ đang mở", "The same person: join the open review")            \
    X(OTHER_3, "Bỏ mã vừa quét", "Drop the new scan")

#define WORD_PANEL(X)                                                                                                                   \
    X(SEARCH, "Tìm", "Search")                                                                                                          \
    X(SEARCH_HOW,                                                                                                                       \
      "Số thẻ 15 ký tự, mã BHXH 10 số, CCCD 12 số, CMND, điện thoại; dấu cách không sao. Hoặc họ tên không " \
      "cần dấu, hay chữ đầu (ntva), thêm năm hoặc ngày sinh cho gọn.",                                                                  \
      "Card number 15 characters, BHXH number 10 digits, citizen ID 12, old ID, phone; spaces are fine. Or "                            \
      "a name without marks, or its initials (ntva), with birth year or date to narrow it.")                                            \
    X(SEARCH_NOBODY, "Không thấy ai: gõ thêm hoặc gõ lại, hay quét thẻ.",                                                               \
      "Nobody found: type on or again, or scan the card.")                                                                              \
    X(SEARCH_NO_NUMBER, "Chưa thấy số này ở đây: gõ đủ số rồi Enter để tra cứu.",                                                       \
      "This number is not known here: type it whole, then Enter looks it up.")                                                          \
    X(SEARCH_MORE, "Còn nhiều người nữa: gõ thêm họ tên, năm sinh hoặc số.",                                                            \
      "There are more: type more of the name, the birth year or the number.")                                                           \
    X(SEARCH_CHOOSE, "↑↓ chọn người, Enter mở; hỏi ngày sinh và nơi ở để phân biệt.",                                                   \
      "Arrows choose, Enter opens; ask birth date and place to tell them apart.")                                                       \
    X(SEARCH_BHXH, "mã BHXH", "BHXH no.")                                                                                               \
    X(SEARCH_PHONE, "điện thoại", "phone")                                                                                              \
    X(SEARCH_VISIT, "khám %s", "seen %s")                                                                                               \
    X(SEARCH_VISIT_LONG, "đã khám ở đây %s", "was here %s")                                                                             \
    X(SEARCH_NUMBERLESS, "chưa có số nào", "no number yet")                                                                             \
    X(SEARCH_COUNT, "đã gõ %d ký tự", "%d typed")                                                                                       \
    X(EDIT, "Sửa tay: %s", "Edit: %s")                                                                                                  \
    X(EDIT_HOW_DATE, "Gõ ngày dd/mm/yyyy, rồi Enter.", "Type the date dd/mm/yyyy, then Enter.")                                         \
    X(EDIT_HOW_GENDER, "Gõ Nam hoặc Nữ (1 hoặc 2), rồi Enter.", "Type male or female (1 or 2), then Enter.")                            \
    X(EDIT_HOW_FACILITY, "Gõ 5 ký tự mã cơ sở KCB, rồi Enter.", "Type the 5 characters, then Enter.")                                   \
    X(EDIT_HOW_AREA, "Gõ K1, K2, K3, hoặc 0 khi không có, rồi Enter.", "Type K1, K2, K3 or 0, then Enter.")                             \
    X(EDIT_HOW_TEXT, "Gõ theo giấy tờ (← → để sửa chữ đang có), rồi Enter.",                                                            \
      "Type it as the papers say (arrows keep what is there), then Enter.")                                                             \
    X(TYPING_TELEX, "[Telex]", "[Telex]")                                                                                               \
    X(TYPING_VNI, "[VNI]", "[VNI]")                                                                                                     \
    X(SOURCE, "Giá trị vừa gõ lấy từ đâu?", "Where does the typed value come from?")                                                    \
    X(SOURCE_1, "Giấy tờ người bệnh đưa", "Papers the patient showed")                                                                  \
    X(SOURCE_2, "Lời người bệnh", "What the patient says")                                                                              \
    X(SOURCE_3, "Trang cổng giám định", "The portal's page")                                                                            \
    X(YEAR, "Hỏi họ tên và năm sinh. Gõ 2 số cuối năm sinh:",                                                                           \
      "Ask name and birth year. The last 2 digits of the birth year:")                                                                  \
    X(SAME_YEAR, "Cùng một người? Gõ năm sinh (4 số) theo giấy tờ đang cầm:",                                                           \
      "The same person? The birth year (4 digits) from the paper in hand:")                                                             \
    X(SAME_REASON, "Vì sao biết là cùng một người:", "Why it is the same person:")                                                      \
    X(REASON, "Lý do tiếp nhận lần nữa hôm nay:", "Why once more today:")                                                               \
    X(REASON_STOP, "Lý do:", "Reason:")                                                                                                 \
    X(DO_CONFIRM, "hỏi lại trước khi nhận", "asks once more before taking in")                                                          \
    X(RAISED, "Bệnh viện đặt dừng ở điểm ✗ dưới đây. Vẫn tiếp nhận?",                                                                   \
      "The hospital stops you at ✗ below. Take in all the same?")                                                                       \
    X(DO_RAISED, "vẫn tiếp nhận", "take in all the same")                                                                               \
    X(CONFIRM, "Ghi người bệnh này không hưởng BHYT lần này?", "Write this patient down as not insured?")                               \
    X(CONFIRM_HOW, "Chỉ khi đã nói rõ với người bệnh; F3 hoàn tác được.",                                                               \
      "Only when the patient was told; F3 can undo it.")                                                                                \
    X(DO_NOT_INSURED, "ghi không hưởng BHYT", "write down as not insured")                                                              \
    X(DIFFICULTY_KIND, "Vướng mắc, loại (↑↓ đổi): ", "Difficulty, kind (↑↓ changes it): ")                                              \
    X(DIFFICULTY_TEXT, "Ghi thêm", "Note")                                                                                              \
    X(DIFFICULTY_PHONE, "Điện thoại", "Phone")                                                                                          \
    X(DO_DIFFICULTY, "ghi vướng mắc", "write the difficulty down")                                                                      \
    X(OTHER, "Mã vừa quét có thể của NGƯỜI KHÁC:", "The new scan may be ANOTHER PERSON's:")                                             \
    X(OTHER_OPEN, "đang mở", "open")                                                                                                    \
    X(OTHER_NEW, "vừa quét", "scanned")                                                                                                 \
    X(HEIRS, "Nơi cũ đã chia: hỏi người bệnh nay ở xã, phường nào, rồi bấm số đứng trước:",                                             \
      "Divided since: ask the patient which commune it is today, then press the digit:")                                                \
    X(WAS, "cũ: %s", "was %s")                                                                                                          \
    X(COMMUNES, "Tab rồi bấm số để ghi xã, phường:", "Tab, then a digit, writes the commune:")                                          \
    X(COMMUNES_PICK,                                                                                                                    \
      "Bấm số đứng trước xã, phường (Tab: gõ tiếp):", "Press the digit before the commune (Tab: type on):")                             \
    X(CANDIDATES, "Hỏi người bệnh số thẻ, địa chỉ, rồi bấm số đứng trước:",                                                             \
      "Ask the patient for number and address, then press the digit:")                                                                  \
    X(CANDIDATES_MORE, "Còn người khác nữa: gõ số thẻ để tìm đúng người.",                                                              \
      "There are more: type the card number to find the right one.")                                                                    \
    X(DROPPED, "ĐÃ BỎ DỮ LIỆU CỦA NGƯỜI KHÁC", "ANOTHER PERSON'S DATA DROPPED")                                                         \
    X(FORM, "Người bệnh không có mã quét: ghi ba mục, phần sau bổ sung",                                                                \
      "No code to scan: three fields now, the rest later")                                                                              \
    X(FORM_HOW_NAME, "Gõ họ tên; chưa biết thì gõ đặc điểm nhận ra người bệnh.",                                                        \
      "Type the name; when it is unknown, what tells the patient apart.")                                                               \
    X(FORM_HOW_CERTIFICATE, "Trẻ dưới 6 tuổi chưa có thẻ: gõ số giấy khai sinh; chưa có thì để trống.",                                 \
      "A child under six without a card: the certificate's number, or leave it empty.")                                                 \
    X(ENTITLE, "Đối tượng KCB ngày %s", "Entitlement on %s")                                                                            \
    X(ENTITLE_FACILITY, "ĐK %s", "registered %s")                                                                                       \
    X(ENTITLE_BENEFIT, "quyền lợi %c", "benefit digit %c")                                                                              \
    X(ENTITLE_AREA, "khu vực %s", "area %s")                                                                                            \
    X(ENTITLE_PROVISIONAL, "Tạm ghi, xác định khi kết thúc khám; không chọn vẫn tiếp nhận được.",                                       \
      "Provisional, settled when the visit ends; admitting needs no choice.")                                                           \
    X(ENTITLE_CEILING, "Đủ 5 năm liên tục: cùng chi trả quá %s đ trong năm thì được hưởng 100 %%.",                                     \
      "Five continuous years: beyond %s đ paid together in a year all is paid.")                                                        \
    X(ENTITLE_PAGE, "trang %d/%d", "page %d/%d")                                                                                        \
    X(PAPER_STEP_NUMBER, "Số giấy", "Number")                                                                                           \
    X(PAPER_STEP_FROM, "Ngày cấp", "Issued on")                                                                                         \
    X(PAPER_STEP_TO, "Giá trị đến", "Valid until")                                                                                      \
    X(PAPER_HOW_NUMBER, "Gõ số ghi trên giấy; chưa có giấy thì để trống, bổ sung sau.",                                                 \
      "The number on the paper; leave it empty when it is to follow.")                                                                  \
    X(PAPER_HOW_DAY, "Gõ ngày dd/mm/yyyy; chưa có thì để trống, bổ sung sau.",                                                          \
      "dd/mm/yyyy; leave it empty when it is to follow.")                                                                               \
    X(PAPER_HOW_TO, "Gõ ngày dd/mm/yyyy; giấy không ghi thì để trống.",                                                                 \
      "dd/mm/yyyy; leave it empty when the paper says none.")                                                                           \
    X(FORM_HOW_DATE, "Gõ ngày dd/mm/yyyy, không rõ thì gõ năm.", "Type dd/mm/yyyy, or the year alone.")

#define WORD_OVER(X)                                                                                                       \
    X(UNDO, "HOÀN TÁC việc gần nhất của quầy này?", "UNDO this counter's last act?")                                       \
    X(UNDO_NONE, "Hôm nay quầy này không còn gì để hoàn tác: cứ làm tiếp.",                                                \
      "Nothing of today is left to undo at this counter: go on.")                                                          \
    X(UNDO_HOW, "Hoàn tác là một dòng ghi thêm vào nhật ký, không xóa gì.",                                                \
      "Undoing adds an entry to the journal; nothing is deleted.")                                                         \
    X(DO_UNDO, "hoàn tác", "undo")                                                                                         \
    X(WHO, "Người bệnh", "Patient")                                                                                        \
    X(WHEN, "Lúc", "At")                                                                                                   \
    X(WHAT, "Việc", "What")                                                                                                \
    X(BY, "Người ghi", "By")                                                                                               \
    X(SLIP_ASSESSOR, "Giám định viên (nhân viên gọi): %s", "Assessor, for the clerk: %s")                                  \
    X(SLIP_GUIDE, "Người bệnh quét mã để xem hướng dẫn:", "The patient scans the code for help:")                          \
    X(SLIP_LONG, "Mẫu giấy dài quá: rút ngắn tệp slip trong thư mục dữ liệu.",                                             \
      "The slip's template is too long: shorten it in the data directory.")                                                \
    X(PAGE, "trang %d/%d", "page %d/%d")                                                                                   \
    X(DEMO_TITLE, "Thẻ thử: chọn một thẻ, ảnh QR của nó được đọc như ảnh thật",                                            \
      "Demo cards: the chosen card's QR picture is read like a real one")                                                  \
    X(DEMO_NONE, "Không có thẻ thử: chạy lại make run.", "No demo cards: run make run again.")                             \
    X(CAMERA, "Quét bằng camera", "Scan with the camera")                                                                  \
    X(CAMERA_OPENING, "Đang mở camera…", "Opening the camera…")                                                            \
    X(CAMERA_HOW, "Đưa mã QR trước camera, cách chừng 20 cm, giữ yên. Hình như trong gương.",                              \
      "Hold the QR code still, some 20 cm from the camera. The picture is as in a mirror.")                                \
    X(CAMERA_SEVERAL, "Thấy nhiều mã cùng lúc: chỉ để một mã trước camera.",                                               \
      "Several codes are seen at once: leave one before the camera.")                                                      \
    X(HELP, "Trợ giúp: các phím dùng được ở màn hình trước", "Help: the keys of the screen before")                        \
    X(HELP_SCAN, "Quét thẻ được từ mọi màn hình. Không cần chuột, không cần chọn ô trước.",                                \
      "A card can be scanned from every screen; nothing needs to be selected first.")                                      \
    X(HELP_ARMED, "▶ Enter: đã sẵn sàng, bấm là ghi.   · Enter: chờ nửa giây cho màn hình kịp đọc.",                       \
      "▶ Enter: ready, pressing it writes.   · Enter: half a second to read the screen first.")                            \
    X(HELP_MARKS,                                                                                                          \
      "✓ khớp   ≈ tương đương   ✗ sai   + hệ thống có thêm   "                                  \
      "− hệ thống thiếu   ! chú ý   ≠ giữ thẻ   ? không rõ   ♦ cổng trả lời   ● đã chọn   ¶ gõ tay",                       \
      "✓ same   ≈ equivalent   ✗ differs   + added by the system   "                                                 \
      "− not in the system   ! mind   ≠ card kept   ? unclear   ♦ the portal's   ● chosen   ¶ typed")                      \
    X(HELP_CTRL,                                                                                                           \
      "Bàn phím không có F: Ctrl-F tìm, Ctrl-U hoàn tác, Ctrl-T hôm nay, Ctrl-D thẻ thử, Ctrl-B nhận máy "  \
      "quét, Ctrl-N không có số, Ctrl-K camera, Ctrl-W chưa kiểm tra, Ctrl-E vướng mắc, Ctrl-G trợ giúp, " \
      "Ctrl-Q thoát.",                                                                                                     \
      "No F keys: Ctrl-F search, Ctrl-U undo, Ctrl-T today, Ctrl-D demo cards, Ctrl-B bind a scanner, "                    \
      "Ctrl-N no number, Ctrl-K camera, Ctrl-W unchecked, Ctrl-E difficulties, Ctrl-G help, Ctrl-Q leave.")                \
    X(LEAVE, "Thoát chương trình?", "Leave the program?")                                                                  \
    X(LEAVE_OPEN, "Hồ sơ đang mở được giữ lại, lần sau mở ra làm tiếp.",                                                   \
      "The open review is kept and comes back at the next start.")                                                         \
    X(DO_LEAVE, "thoát", "leave")

/* The screen that sets a scanner up. */
#define WORD_SETTING_UP(X)                                                                                                                    \
    X(SETUP, "Thiết lập máy quét", "Set up a scanner")                                                                                        \
    X(SETUP_SCAN, "Quét mã này", "Scan this code")                                                                                            \
    X(SETUP_HOW,                                                                                                                              \
      "Cắm máy quét, rồi quét mã bên cạnh bằng máy đó. Quầy nhận máy và ghi cách máy gửi chữ. Quét một thẻ " \
      "cũng được.",                                                                                                                           \
      "Plug it in, then scan the code beside with it: the counter takes it and writes down how it sends "                                     \
      "letters. A card will do too.")                                                                                                         \
    X(SETUP_GOOD, "Máy quét gửi đủ mọi chữ.", "Every letter arrives.")                                                                        \
    X(SETUP_MISSING, "Máy quét làm mất chữ: %s", "Letters get lost: %s")                                                                      \
    X(SETUP_CHANGED, "Mã tới nơi đã bị đổi.", "What arrived was changed.")                                                                    \
    X(SETUP_DEVICE, "Máy quét", "Scanner")                                                                                                    \
    X(SETUP_ROAD, "Nối qua", "Connected")                                                                                                     \
    X(SETUP_ROAD_KEYS, "USB kiểu bàn phím", "USB, as a keyboard")                                                                             \
    X(SETUP_ROAD_SERIAL, "USB serial (cổng nối tiếp)", "USB serial port")                                                                     \
    X(SETUP_ROAD_POS, "HID POS", "HID POS")                                                                                                   \
    X(SETUP_ROAD_TERMINAL, "gõ vào màn hình này", "types into this terminal")                                                                 \
    X(SETUP_LAYOUT, "Bàn phím", "Keyboard")                                                                                                   \
    X(SETUP_LAYOUT_US, "Mỹ (QWERTY)", "United States (QWERTY)")                                                                               \
    X(SETUP_LAYOUT_GB, "Anh (QWERTY)", "United Kingdom (QWERTY)")                                                                             \
    X(SETUP_LAYOUT_FR, "Pháp (AZERTY)", "France (AZERTY)")                                                                                    \
    X(SETUP_LAYOUT_DE, "Đức (QWERTZ)", "Germany (QWERTZ)")                                                                                    \
    X(SETUP_SENT, "Chữ có dấu", "Accents")                                                                                                    \
    X(SETUP_SENT_LOST, "bị bỏ mất", "dropped")                                                                                                \
    X(SETUP_SENT_KEYS, "chỉ chữ có trên bàn phím", "only those on its keyboard")                                                              \
    X(SETUP_SENT_UTF8, "Alt + mã UTF-8", "Alt + UTF-8 bytes")                                                                                 \
    X(SETUP_SENT_CP1252, "Alt + mã Windows-1252", "Alt + Windows-1252")                                                                       \
    X(SETUP_SENT_CP1258, "Alt + mã Windows-1258", "Alt + Windows-1258")                                                                       \
    X(SETUP_SENT_CODE, "Alt + mã Unicode", "Alt + Unicode number")                                                                            \
    X(SETUP_SENT_ALT_HEX, "Alt + dấu cộng + mã Unicode", "Alt + plus + Unicode number")                                                       \
    X(SETUP_SENT_CTRL_U, "Ctrl + Shift + U + mã Unicode", "Ctrl + Shift + U + Unicode number")                                                \
    X(SETUP_SENT_ALT_X, "mã Unicode + Alt + X", "Unicode number + Alt + X")                                                                   \
    X(SETUP_SENT_BYTES, "nguyên UTF-8", "UTF-8 as it is")                                                                                     \
    X(SETUP_CASE, "Chữ hoa", "Capitals")                                                                                                      \
    X(SETUP_CASE_TURNED, "hoa thành thường, thường thành hoa", "turned around")                                                               \
    X(SETUP_CASE_UPPER, "mọi chữ thành hoa", "all made upper case")                                                                           \
    X(SETUP_CASE_LOWER, "mọi chữ thành thường", "all made lower case")                                                                        \
    X(SETUP_IME, "Bộ gõ", "Input method")                                                                                                     \
    X(SETUP_PREFIX, "Đứng trước", "Prefix")                                                                                                   \
    X(SETUP_SUFFIX, "Kết thúc", "Ends with")                                                                                                  \
    X(SETUP_SILENCE, "không có gì: chờ im %d ms", "nothing: %d ms of silence")                                                                \
    X(SETUP_FILE, "Đã ghi", "Written")                                                                                                        \
    X(SETUP_FILE_NONE, "đúng như đang dùng, không cần ghi", "as it is in use, nothing to write")                                              \
    X(DO_SETUP, "ghi cách đọc này thay cách đang dùng", "write this in place of what is in use")                                              \
    X(SETUP_ADVICE_LOST,                                                                                                                      \
      "Đổi cài đặt của máy quét rồi quét lại mã: tốt nhất là USB serial; không được thì USB bàn phím với "    \
      "Alt + Unicode (ALT mode). Chưa đổi: thẻ BHYT vẫn quét được, CCCD lấy họ tên từ sổ giám định.",                                         \
      "Change the scanner's setting and scan again: USB serial is best; else USB keyboard with Alt + "                                        \
      "Unicode (ALT mode). Until then BHYT cards work, of a CCCD the name comes from the register.")                                          \
    X(SETUP_ADVICE_BYTES, "Đặt bảng mã của máy quét là UTF-8 rồi quét lại mã.",                                                               \
      "Set the scanner's character set to UTF-8, then scan the code again.")                                                                  \
    X(SETUP_ADVICE_TERMINAL,                                                                                                                  \
      "Ở máy trạm có máy quét, chạy: tiepdon relay -- ssh MÁY-CHỦ. Không được thì đổi máy quét sang USB "             \
      "serial.",                                                                                                                              \
      "On the client that has the scanner run: tiepdon relay -- ssh HOST. Else set the scanner to USB "                                       \
      "serial.")                                                                                                                              \
    X(SETUP_ADVICE_IME, "Bộ gõ tiếng Việt đang sửa mã: tắt bộ gõ rồi quét lại mã.",                                                           \
      "An input method changes the code: switch it off, then scan again.")                                                                    \
    X(SETUP_ADVICE_CASE, "Tắt Caps Lock và phần đổi chữ hoa của máy quét rồi quét lại mã.",                                                   \
      "Switch Caps Lock and the scanner's case conversion off, then scan again.")

#define WORD_LIST(X)                                                                                         \
    WORD_FRAME(X)                                                                                            \
    WORD_WAITING(X)                                                                                          \
    WORD_REVIEW(X)                                                                                           \
    WORD_VERDICT(X)                                                                                          \
    WORD_CHOICES(X)                                                                                          \
    WORD_PANEL(X)                                                                                            \
    WORD_OVER(X) WORD_SIGN(X)                                                                                \
    WORD_SETTING_UP(X) WORD_PORTALS(X) WORD_LATES(X) WORD_HISTORIES(X) WORD_DAY(X) WORD_COMPLAINTS(X)        \
        WORD_CHARTS(X)

enum word {
#define X(code, vi, en) WORD_##code,
    WORD_LIST(X)
#undef X
        WORD_COUNT
};

const char *word_text(enum word word, enum language language);

#endif
