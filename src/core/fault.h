/* fault: what can go wrong, each with one sentence that tells the reader what to do next.
 *
 * X(CODE, code, key, vi, en), in one group a layer, so that each layer adds to its own. `code` is the name in
 * logs and scripts; `key` names the key the sentence offers on the screen where the fault appears ("F2"), or
 * is "" where the remedy is an act ("quét lại") or a shell command. Sentences hold no field values. */
#ifndef TIEPDON_FAULT_H
#define TIEPDON_FAULT_H
#include "core/language.h"
#include "core/needed.h"

#define FAULT_READING(X)                                                                                     \
    X(NONE, none, "", "", "")                                                                                \
    X(TOO_LONG, too_long, "", "Nội dung dài quá: rút ngắn rồi nhập lại.",                                    \
      "Too long: shorten it and enter it again.")                                                            \
    X(TEXT_INVALID, text_invalid, "", "Mã có ký tự hỏng: quét lại, hoặc gõ số thẻ.",                         \
      "The code holds broken characters: scan again, or type the number.")                                   \
    X(SCAN_EMPTY, scan_empty, "", "Chưa nhận được gì: quét lại.", "Nothing arrived: scan again.")            \
    X(SCAN_TOO_LONG, scan_too_long, "", "Mã dài quá mức của một mã QR: quét lại thẻ BHYT hoặc CCCD.",        \
      "Longer than any QR code: scan the card again.")                                                       \
    X(SCAN_BROKEN, scan_broken, "", "Máy quét gửi thiếu: quét lại.",                                         \
      "The scanner lost characters: scan again.")                                                            \
    X(SCAN_HALF, scan_half, "", "Mới nhận được nửa mã: quét lại.", "Half a code arrived: scan again.")       \
    X(SCAN_ALT, scan_alt, "F6", "Máy quét gửi chữ có dấu bị hỏng: quét lại, hoặc về màn hình chờ bấm F6.",   \
      "The scanner's accents arrive damaged: scan again, or press F6 while waiting.")                        \
    X(SCAN_WAY, scan_way, "F6", "Không rõ bảng mã chữ có dấu của máy quét: về màn hình chờ bấm F6 để cài.",  \
      "Unclear how the scanner writes accents: press F6 while waiting to set it up.")                        \
    X(PAYLOAD_UNKNOWN, payload_unknown, "", "Mã QR không nhận dạng được: quét thẻ khác hoặc gõ số thẻ.",     \
      "Not a card this program knows: scan another card or type the number.")                                \
    X(PAYLOAD_SHORT, payload_short, "", "Mã thẻ mất phần đuôi: quét lại, hoặc gõ số thẻ.",                   \
      "The tail of the card's code is missing: scan again, or type the number.")                             \
    X(SCAN_HEAD, scan_head, "", "Mã thẻ mất phần đầu: quét lại, hoặc gõ số thẻ.",                            \
      "The head of the card's code is missing: scan again, or type the number.")                             \
    X(SCAN_IME, scan_ime, "", "Bộ gõ tiếng Việt (Telex, VNI) làm hỏng mã: tắt bộ gõ rồi quét lại.",          \
      "A Vietnamese input method damaged the code: switch it off and scan again.")                           \
    X(PAYLOAD_FIELD, payload_field, "", "Mã thẻ có trường hỏng: quét lại, hoặc gõ số thẻ.",                  \
      "A field of the card's code is broken: scan again, or type the number.")                               \
    X(NUMBER_INVALID, number_invalid, "", "Số không đúng dạng số thẻ, mã BHXH hay CCCD: gõ lại.",            \
      "Not a card, BHXH or CCCD number: type it again.")                                                     \
    X(DATE_INVALID, date_invalid, "", "Ngày không đúng: gõ dd/mm/yyyy, mm/yyyy hoặc yyyy.",                  \
      "Not a date: type dd/mm/yyyy, mm/yyyy or yyyy.")                                                       \
    X(VALUE_INVALID, value_invalid, "", "Giá trị không hợp lệ cho mục này: gõ lại.",                         \
      "Not a value of this field: type it again.")                                                           \
    X(DATE_PARTIAL, date_partial, "", "Cần đủ ngày, tháng, năm: gõ dd/mm/yyyy.",                             \
      "A whole day is needed: type dd/mm/yyyy.")

/* Files and settings of the installation. */
#define FAULT_PLACES(X)                                                                                      \
    X(PLACE_NONE, place_none, "", "Không biết thư mục dữ liệu ở đâu: chạy lại với --data THƯ-MỤC.",          \
      "No data directory is known: run again with --data DIRECTORY.")                                        \
    X(PLACE_DENIED, place_denied, "",                                                                        \
      "Không tạo được thư mục dữ liệu: kiểm tra quyền ghi, hoặc dùng --data.",                               \
      "The data directory cannot be made: check the permissions, or use --data.")                            \
    X(SHARE_MISSING, share_missing, "", "Thiếu tệp cài đặt (data/): cài lại bằng make install.",             \
      "Files of the installation (data/) are missing: run make install again.")                              \
    X(SETTINGS_MISSING, settings_missing, "", "Không có tệp này: kiểm tra lại đường dẫn.",                   \
      "There is no such file: check the path.")                                                              \
    X(SETTINGS_UNREADABLE, settings_unreadable, "", "Không đọc được tệp: kiểm tra quyền đọc.",               \
      "The file cannot be read: check its permissions.")                                                     \
    X(SETTINGS_LINE, settings_line, "", "Tệp cấu hình có dòng không hiểu được: sửa dòng đó rồi chạy lại.",   \
      "A line of the configuration is not understood: mend it and run again.")                               \
    X(SCHEME_LINE, scheme_line, "",                                                                          \
      "Bảng đối tượng KCB hỏng (%s), quầy chạy không có bảng: nhờ quản trị sửa dòng đó.",                    \
      "The table of entitlement is broken (%s), the counter goes on without: ask the administrator.")        \
    X(SETTINGS_UNWRITABLE, settings_unwritable, "", "Không ghi được tệp cấu hình: kiểm tra quyền ghi.",      \
      "The configuration cannot be written: check its permissions.")                                         \
    X(PROFILE_NAME, profile_name, "",                                                                        \
      "Tên tệp hồ sơ máy quét chỉ dùng chữ không dấu, số, - và _ (dưới 32 ký tự): đổi tên tệp.",             \
      "A scanner profile's file name takes only ASCII letters, digits, - and _ (under 32): rename it.")      \
    X(SETTINGS_FULL, settings_full, "",                                                                      \
      "Quầy này đã gắn đủ 8 máy quét: bỏ bớt dòng bind trong tiepdon.ini.",                                  \
      "This counter has eight scanners bound: remove a bind line from tiepdon.ini.")                         \
    X(SEAT_TAKEN, seat_taken, "", "Quầy này đang mở ở nơi khác: chạy lại với --counter TÊN-KHÁC.",           \
      "This counter is open elsewhere: run again with --counter and another name.")                          \
    X(TERMINAL_NONE, terminal_none, "",                                                                      \
      "Cần màn hình dòng lệnh (terminal): mở terminal rồi chạy lại, hoặc dùng tiepdon check.",               \
      "A terminal is needed: run it in one, or use tiepdon check.")                                          \
    X(MEMORY, memory, "", "Hết bộ nhớ: đóng bớt chương trình rồi chạy lại.",                                 \
      "Out of memory: close other programs and run again.")                                                  \
    X(TERMINAL_UNKNOWN, terminal_unknown, "",                                                                \
      "Loại màn hình (TERM) không dùng được: đặt TERM=xterm-256color.",                                      \
      "This terminal type is unknown: set TERM=xterm-256color.")                                             \
    X(UNITS_MAP, units_map, "",                                                                              \
      "Bảng đơn vị hành chính (units.map) hỏng: cứ tiếp nhận, nhờ quản trị chạy lại tiepdon import units.",  \
      "The table of units (units.map) is damaged: go on, ask the administrator to run tiepdon import "       \
      "units.")                                                                                              \
    X(UNITS_NAMES, units_names, "", "Tệp data/units.alias hỏng: lấy lại từ bản cài đặt.",                    \
      "The file data/units.alias is damaged: take it from the installation again.")                          \
    X(UNITS_JSON, units_json, "", "Tệp danh mục hỏng hoặc khác dạng: tải lại từ nơi công bố.",               \
      "A file of the list is broken or of another form: download it again from where it is published.")      \
    X(UNITS_LIST, units_list, "",                                                                            \
      "Danh mục không khớp bảng đang dùng, chưa đổi gì: kiểm tra --effective và thư mục tệp.",               \
      "The list does not fit the table in use, nothing has changed: check --effective and the directory.")   \
    X(UNITS_ORDER, units_order, "",                                                                          \
      "Đã có danh mục hiệu lực sau ngày này: xóa units.map rồi nhập lại lần lượt từ danh mục cũ nhất.",      \
      "A list of a later day is in already: remove units.map, then import from the oldest list on.")         \
    X(UNITS_MANY, units_many, "", "Bảng đã đủ 15 lần thay đổi: dùng bản tiepdon mới hơn.",                   \
      "The table holds 15 changes already: use a newer tiepdon.")                                            \
    X(UNITS_BETTER, units_better, "",                                                                        \
      "Bảng đang dùng biết nhiều hơn address.json, giữ nguyên: xóa units.map nếu vẫn muốn thay.",            \
      "The table in use knows more than address.json and stays: remove units.map to replace it all the "     \
      "same.")

/* Picture files. */
#define FAULT_PICTURES(X)                                                                                    \
    X(PICTURE_MISSING, picture_missing, "", "Không có tệp ảnh này: kiểm tra lại tên tệp.",                   \
      "No such picture: check the file's name.")                                                             \
    X(PICTURE_DIRECTORY, picture_directory, "", "Đây là thư mục: chọn một ảnh trong đó.",                    \
      "This is a directory: choose a picture in it.")                                                        \
    X(PICTURE_UNREADABLE, picture_unreadable, "", "Không mở được tệp ảnh: kiểm tra quyền đọc và ổ đĩa.",     \
      "The picture cannot be read: check its permissions and the disk.")                                     \
    X(PICTURE_EMPTY, picture_empty, "", "Tệp ảnh trống: chụp hoặc lưu lại ảnh.",                             \
      "The picture is empty: take or save it again.")                                                        \
    X(PICTURE_UNKNOWN, picture_unknown, "", "Tệp không phải ảnh PNG hay JPEG: lưu lại ảnh ở dạng PNG.",      \
      "Neither PNG nor JPEG: save the picture as PNG.")                                                      \
    X(PICTURE_DAMAGED, picture_damaged, "", "Tệp ảnh bị hỏng hoặc thiếu: chép hoặc chụp lại ảnh.",           \
      "The picture is damaged or incomplete: copy it or take it again.")                                     \
    X(PICTURE_TOO_LARGE, picture_too_large, "", "Ảnh lớn quá 100 triệu điểm hoặc 64 MB: thu nhỏ ảnh.",       \
      "Over 100 megapixels or 64 MB: make the picture smaller.")                                             \
    X(PICTURE_NO_CODE, picture_no_code, "",                                                                  \
      "Không thấy mã QR trong ảnh: chụp gần và rõ hơn, hoặc gõ số thẻ.",                                     \
      "No QR code seen in the picture: take it closer and sharper, or type the number.")                     \
    X(PICTURE_CROWDED, picture_crowded, "", "Ảnh có hơn 16 mã QR: cắt ảnh quanh mã của thẻ.",                \
      "More than 16 QR codes in the picture: crop it to the card's code.")                                   \
    X(PICTURE_MEMORY, picture_memory, "", "Máy không đủ bộ nhớ cho ảnh này: thu nhỏ ảnh.",                   \
      "Not enough memory for this picture: make it smaller.")

#define FAULT_DEVICES(X)                                                                                     \
    X(DEVICE_BUSY, device_busy, "",                                                                          \
      "Chương trình khác đang giữ máy quét (thường là keyd, kanata): loại máy quét khỏi nó.",                \
      "Another program holds the scanner (usually keyd or kanata): exclude the scanner there.")              \
    X(DEVICE_DENIED, device_denied, "",                                                                      \
      "Không có quyền đọc máy quét: vào nhóm tiepdon (luật udev 70-tiepdon.rules) hoặc input.",              \
      "No permission to read the scanner: join the group tiepdon (udev rule 70-tiepdon.rules) or input.")    \
    X(DEVICE_HELD, device_held, "",                                                                          \
      "Chương trình %s đang giữ máy quét: đóng chương trình đó, hoặc loại máy quét khỏi nó.",                \
      "The program %s holds the scanner: close it, or exclude the scanner there.")                           \
    X(DEVICE_PORT_BUSY, device_port_busy, "",                                                                \
      "Chương trình khác đang giữ cổng của máy quét (thường là ModemManager): nạp luật udev.",               \
      "Another program holds the scanner's port (usually ModemManager): load the udev rule.")                \
    X(DEVICE_RULE, device_rule, "",                                                                          \
      "Máy quét chưa được cấp cho nhóm tiepdon: nạp luật udev (tiepdon devices --rule).",                    \
      "The scanner is not given to the group tiepdon: load the udev rule (tiepdon devices --rule).")         \
    X(DEVICE_GROUP, device_group, "",                                                                        \
      "Tài khoản chưa thuộc nhóm %s: nhờ kỹ thuật thêm vào nhóm, rồi đăng nhập lại.",                        \
      "This account is not in the group %s: ask IT to add it, then log in again.")                           \
    X(DEVICE_LOGIN, device_login, "", "Tài khoản vừa được thêm vào nhóm %s: đăng xuất rồi đăng nhập lại.",   \
      "This account has just been added to the group %s: log out and in again.")                             \
    X(DEVICE_LOST, device_lost, "", "Máy quét vừa bị rút ra: cắm lại, hoặc gõ số thẻ.",                      \
      "The scanner was unplugged: plug it in again, or type the number.")                                    \
    X(DEVICE_FAILED, device_failed, "", "Máy quét không mở được: rút ra rồi cắm lại.",                       \
      "The scanner cannot be opened: unplug it and plug it in again.")                                       \
    X(DEVICE_LAST, device_last, "",                                                                          \
      "Đây là bàn phím duy nhất của máy, chưa nhận làm máy quét: cắm thêm bàn phím.",                        \
      "It is this machine's only keyboard, so it is not taken as a scanner: plug in a keyboard too.")        \
    X(DEVICE_LAYOUT, device_layout, "",                                                                      \
      "Bảng phím của máy quét thiếu hoặc hỏng: sửa dòng layout trong hồ sơ, hoặc cài lại tiepdon.",          \
      "The scanner's keymap is missing or broken: mend `layout` in its profile, or install tiepdon again.")  \
    X(PROFILE_BROKEN, profile_broken, "",                                                                    \
      "Hồ sơ máy quét %s bị lỗi nên không dùng: sửa (tiepdon devices chỉ chỗ), rồi mở lại tiepdon.",         \
      "The scanner profile %s is broken and not used: mend it (tiepdon devices says where), start again.")

/* The portal of the assessment system, and the files for the hospital's own system. */
#define FAULT_PORTALS(X)                                                                                     \
    X(PORTAL_URL, portal_url, "",                                                                            \
      "Địa chỉ cổng trong tiepdon.ini không dùng được: cần https:// (http:// chỉ cho máy này).",             \
      "The portal's address in tiepdon.ini cannot be used: https:// is needed (http:// to this machine "     \
      "only).")                                                                                              \
    X(PORTAL_PASSWORD, portal_password, "",                                                                  \
      "Không đọc được tệp mật khẩu cổng: kiểm tra [portal] password_file, hoặc systemd LoadCredential.",     \
      "The portal's password file cannot be read: check [portal] password_file or systemd LoadCredential.")  \
    X(PORTAL_PASSWORD_OPEN, portal_password_open, "",                                                        \
      "Tệp mật khẩu cổng để người khác đọc được: chmod 600 tệp đó rồi chạy lại.",                            \
      "The portal's password file is open to others: chmod 600 it, then run again.")                         \
    X(PORTAL_ACCOUNT, portal_account, "",                                                                    \
      "Cổng cần user, clerk và clerk_cccd trong [portal] của tiepdon.ini: ghi thêm rồi chạy lại.",           \
      "The portal needs user, clerk and clerk_cccd in [portal] of tiepdon.ini: write them, then run again.") \
    X(PORTAL_UNNAMED, portal_unnamed, "",                                                                    \
      "Chưa có địa chỉ cổng: ghi base và tài khoản vào [portal] của tiepdon.ini.",                           \
      "No portal is named: write base and the account into [portal] of tiepdon.ini.")                        \
    X(PORTAL_CA, portal_ca, "",                                                                              \
      "Không đọc được chứng chỉ trong tệp ca_file của [portal]: đặt tệp PEM vào rồi chạy lại.",              \
      "No certificate can be read from ca_file of [portal]: put a PEM file there, then run again.")          \
    X(PORTAL_SAID, portal_said, "",                                                                          \
      "Cổng vừa trả lời người này (giờ ở cột Hệ thống): dùng câu đó, lát nữa mới hỏi lại.",                  \
      "The portal has just answered (time above the column): its answer is used, asked anew later.")         \
    X(QUESTION_INCOMPLETE, question_incomplete, "", "Hỏi cổng cần số, họ tên và ngày sinh: gõ thêm cho đủ.", \
      "The portal needs number, name and birth date: type what is missing.")                                 \
    X(PHONE_INVALID, phone_invalid, "", "Số điện thoại cần 8 đến 15 chữ số: gõ lại.",                        \
      "A phone number has 8 to 15 digits: type it again.")                                                   \
    X(RECORD_GONE, record_gone, "", "Hồ sơ này không còn trong nhật ký: xem lại danh sách.",                 \
      "This record is no longer in the journal: look at the list again.")                                    \
    X(REVIEW_OPEN, review_open, "",                                                                          \
      "Đang mở hồ sơ của người ở quầy: làm xong, hoặc Esc Esc để bỏ, rồi bấm F9.",                           \
      "A review is open: finish it, or Esc Esc to drop it, then press F9.")                                  \
    X(LATE_DONE, late_done, "", "Hồ sơ này vừa được kiểm tra hoặc xử lý xong: xem lại danh sách.",           \
      "This record has just been checked or settled: look at the list again.")                               \
    X(LATE_DIFFERS, late_differs, "F9", "Cổng vừa trả lời khác hồ sơ đã nhận: xong người này, bấm F9 xem.",  \
      "The portal's answer differs from a record taken in: after this one, press F9 to see it.")

/* The camera. */
#define FAULT_CAMERAS(X)                                                                                     \
    X(CAMERA_NONE, camera_none, "F8", "Chưa thấy camera: cắm camera vào rồi bấm F8, hoặc gõ số thẻ.",        \
      "No camera is seen: plug one in and press F8, or type the number.")                                    \
    X(CAMERA_REMOTE, camera_remote, "",                                                                      \
      "Phiên từ xa: camera của máy chủ chỉ dùng khi ghi [camera] device vào tiepdon.ini.",                   \
      "A remote session: the host's camera is used only when [camera] device in tiepdon.ini names it.")      \
    X(CAMERA_BUSY, camera_busy, "F8",                                                                        \
      "Chương trình khác đang dùng camera (trình duyệt, họp video): đóng nó rồi bấm F8.",                    \
      "Another program uses the camera (a browser, a video call): close it and press F8.")                   \
    X(CAMERA_DENIED, camera_denied, "",                                                                      \
      "Không có quyền dùng camera: thêm người dùng này vào nhóm video, rồi đăng nhập lại.",                  \
      "No permission to use the camera: add this user to the group video, then log in again.")               \
    X(CAMERA_LOST, camera_lost, "F8", "Camera vừa bị rút ra: cắm lại rồi bấm F8, hoặc gõ số thẻ.",           \
      "The camera was unplugged: plug it in again and press F8, or type the number.")                        \
    X(CAMERA_SILENT, camera_silent, "F8", "Camera không gửi hình: rút ra, cắm lại rồi bấm F8.",              \
      "The camera sends no picture: unplug it, plug it in again and press F8.")                              \
    X(CAMERA_FORMAT, camera_format, "",                                                                      \
      "Camera gửi dạng hình không đọc được: dùng webcam USB khác, hoặc gõ số thẻ.",                          \
      "The camera's kind of picture cannot be read: use another USB webcam, or type the number.")            \
    X(CAMERA_FAILED, camera_failed, "F8", "Camera không mở được: rút ra, cắm lại rồi bấm F8.",               \
      "The camera cannot be opened: unplug it, plug it in again and press F8.")

/* The counter. */
#define FAULT_SIGNING(X)                                                                                     \
    X(SIGN_WRONG, sign_wrong, "Tab", "Tên hoặc mã PIN chưa đúng: gõ lại mã PIN, hoặc Tab để gõ tên khác.",   \
      "Name or PIN is wrong: type the PIN again, or Tab for another name.")                                  \
    X(SIGN_WAIT, sign_wait, "", "Sai mã PIN nhiều lần: chờ hết số giây trên màn hình rồi gõ lại.",           \
      "The PIN was wrong several times: wait for the seconds on the screen, then type it again.")            \
    X(SIGN_FIRST, sign_first, "", "Quầy đang khóa, mã này chưa nhận: gõ mã PIN rồi quét lại.",               \
      "The counter is locked and the scan was not taken: type the PIN, then scan again.")                    \
    X(LOGIN_INVALID, login_invalid, "",                                                                      \
      "Tên đăng nhập chỉ có chữ a-z, số, dấu . - _ : gõ lại, hoặc hỏi trưởng quầy.",                         \
      "A sign-in name has only a-z, digits and . - _ : type it again, or ask the head clerk.")               \
    X(PIN_INVALID, pin_invalid, "",                                                                          \
      "Mã PIN phải có từ 4 đến 32 chữ, số không dấu, không khoảng trắng: gõ mã khác.",                       \
      "A PIN has 4 to 32 letters or digits without accents or spaces: type another.")                        \
    X(PIN_DIFFERS, pin_differs, "", "Hai lần gõ mã PIN không giống nhau: làm lại.",                          \
      "The two PINs are not the same: do it again.")                                                         \
    X(CLERK_KNOWN, clerk_known, "",                                                                          \
      "Đã có người mang tên đăng nhập này: chọn tên khác, hoặc tiepdon clerk pin.",                          \
      "Somebody has this sign-in name: choose another, or use tiepdon clerk pin.")                           \
    X(CLERK_UNKNOWN, clerk_unknown, "", "Không có ai mang tên đăng nhập này: xem tiepdon clerk list.",       \
      "Nobody has this sign-in name: see tiepdon clerk list.")                                               \
    X(PURGE_YOUNG, purge_young, "",                                                                          \
      "Ngày này còn trong hạn phải lưu ([journal] keep_days): chọn ngày sớm hơn.",                           \
      "That day must still be kept ([journal] keep_days): choose an earlier one.")                           \
    X(PURGE_UNASKED, purge_unasked, "", "Chưa xóa gì: chạy lại và gõ yes, hoặc thêm --yes.",                 \
      "Nothing was removed: run it again and type yes, or add --yes.")                                       \
    X(RIGHT_MISSING, right_missing, "",                                                                      \
      "Vai trò của bạn không được làm việc này: nhờ người có quyền, hoặc F12 để đổi người.",                 \
      "Your role may not do this: ask somebody who may, or F12 to change the clerk.")

#define FAULT_DESK(X)                                                                                                              \
    X(DRAFT, draft, "", "Bản nháp của quầy bị hỏng, không mở lại được: quét lại thẻ.",                                             \
      "This counter's draft is damaged and cannot be opened: scan the card again.")                                                \
    X(QUEUE_FULL, queue_full, "", "Đã có 3 người chờ: làm xong người đang mở rồi quét lại.",                                       \
      "Three are waiting already: finish the open one, then scan again.")                                                          \
    X(YEAR_WRONG, year_wrong, "", "Năm sinh không khớp: hỏi lại họ tên, gõ lại số.",                                               \
      "The birth year does not fit: ask the name again, type the number again.")                                                   \
    X(YEAR_UNKNOWN, year_unknown, "p", "Hệ thống không có năm sinh để đối chiếu: bấm p để tạm nhận.",                              \
      "The system has no birth year to compare: press p to take in provisionally.")                                                \
    X(YEAR_OTHER, year_other, "Esc",                                                                                               \
      "Năm sinh không khớp giấy nào: xem lại giấy, hoặc Esc rồi 3 để tạm nhận.",                                                   \
      "This year is on neither side: look at the paper again, or Esc and 3 to take in provisionally.")                             \
    X(YEAR_PAPER, year_paper, "",                                                                                                  \
      "Năm sinh trên giấy tờ khác hệ thống: xem lại giấy tờ, giữ ngày sinh của thẻ.",                                              \
      "The paper's birth year is not the system's: look at the paper again, keep the card's date.")                                \
    X(CCCD_REFUSED, cccd_refused, "3",                                                                                             \
      "CCCD ghi họ tên, ngày sinh hoặc giới tính khác: không bổ sung. Bấm 3 bỏ mã rồi v báo vướng mắc, " \
      "hay 1 nếu của người sau.",                                                                                                  \
      "The citizen ID has another name, birth date or gender: not captured. 3 drops it, then v reports; 1 "                        \
      "if it is the next patient's.")                                                                                              \
    X(NOT_SAME, not_same, "1",                                                                                                     \
      "Họ tên, ngày sinh, giới tính hoặc số không khớp, không ghép: bấm 1 xếp chờ.",                                               \
      "Name, birth date, gender or number differ, not joined: press 1 to let it wait.")                                            \
    X(PORTAL_NONE, portal_none, "1", "Chưa nối cổng giám định: bấm 1 để tạm nhận, kiểm tra sau.",                                  \
      "No portal is connected: press 1 to take in provisionally and check later.")                                                 \
    X(NAME_LOST, name_lost, "e", "Tên quét bị mất chữ, không ghi được: e gõ tên theo giấy tờ.",                                    \
      "The scanned name lost letters and cannot be taken: e types it from the papers.")                                            \
    X(NAME_SEARCH, name_search, "", "Không thấy ai tên này: gõ lại, hoặc gõ số thẻ, mã BHXH, CCCD.",                               \
      "Nobody of this name: type it again, or a card, BHXH or CCCD number.")                                                       \
    X(PAPER_AHEAD, paper_ahead, "", "Ngày trên giấy sau ngày khám: xem lại giấy rồi gõ lại.",                                      \
      "The paper's day lies after the visit: look at it and type it again.")                                                       \
    X(PAPER_ORDER, paper_order, "", "Ngày hết hạn đứng trước ngày cấp: xem lại giấy rồi gõ lại.",                                  \
      "The last day lies before the first: look at the paper and type it again.")                                                  \
    X(LINE_EMPTY, line_empty, "", "Chưa có chữ nào: gõ rồi bấm Enter.",                                                            \
      "Nothing is typed: type, then press Enter.")

/* The demonstration directory. */
#define FAULT_DEMO(X)                                                                                        \
    X(DEMO_FILE, demo_file, "", "Tệp trong data/demo không đúng dạng: lấy lại từ bản gốc.",                  \
      "A file in data/demo is malformed: take it from the original again.")                                  \
    X(DEMO_WRITE, demo_write, "", "Không ghi được dữ liệu thử: kiểm tra ổ đĩa và quyền ghi.",                \
      "The demonstration data cannot be written: check the disk and the permissions.")                       \
    X(DEMO_FOREIGN, demo_foreign, "", "Thư mục đã có dữ liệu khác: chọn thư mục trống.",                     \
      "The directory holds other data: choose an empty one.")

/* The data directory. */
#define FAULT_STORES(X)                                                                                      \
    X(REGISTER_MISSING, register_missing, "", "Chưa có sổ dữ liệu giám định: chạy tiepdon import members.",  \
      "There is no register yet: run tiepdon import members.")                                               \
    X(REGISTER_FOREIGN, register_foreign, "",                                                                \
      "register.db là của chương trình khác: chuyển tệp đi rồi nhập lại sổ.",                                \
      "register.db belongs to another program: move it away and import again.")                              \
    X(REGISTER_NEWER, register_newer, "",                                                                    \
      "Sổ do bản tiepdon mới hơn tạo: cài bản tiepdon mới trên máy này.",                                    \
      "A newer tiepdon made this register: install that version here.")                                      \
    X(REGISTER_DAMAGED, register_damaged, "",                                                                \
      "Sổ dữ liệu giám định bị hỏng: xóa register.db rồi nhập lại sổ.",                                      \
      "The register is damaged: delete register.db and import again.")                                       \
    X(REGISTER_NOTADB, register_notadb, "",                                                                  \
      "register.db không phải cơ sở dữ liệu: xóa tệp rồi nhập lại sổ.",                                      \
      "register.db is no database: delete it and import again.")                                             \
    X(REGISTER_LOCKED, register_locked, "", "Một lần nhập sổ khác đang chạy: chờ xong rồi chạy lại.",        \
      "Another import is running: wait until it ends and run again.")                                        \
    X(REGISTER_NAMES, register_names, "",                                                                    \
      "Sổ lập theo cách cũ, chưa tìm được theo tên và số thẻ: chạy tiepdon import members.",                 \
      "This register is of an older form and knows no names: run tiepdon import members.")                   \
    X(JOURNAL_MISSING, journal_missing, "",                                                                  \
      "Chưa có nhật ký ở thư mục này: kiểm tra --data, hoặc mở quầy một lần.",                               \
      "No journal in this directory: check --data, or open the counter once.")                               \
    X(JOURNAL_FOREIGN, journal_foreign, "",                                                                  \
      "journal.db là của chương trình khác: dùng --data với thư mục khác.",                                  \
      "journal.db belongs to another program: use --data with another directory.")                           \
    X(JOURNAL_NEWER, journal_newer, "",                                                                      \
      "Nhật ký do bản tiepdon mới hơn tạo: cài bản tiepdon mới trên máy này.",                               \
      "A newer tiepdon made this journal: install that version here.")                                       \
    X(JOURNAL_DAMAGED, journal_damaged, "",                                                                  \
      "Nhật ký bị hỏng: giữ nguyên thư mục dữ liệu, gọi kỹ thuật, ghi tạm ra giấy.",                         \
      "The journal is damaged: leave the data directory as it is, call IT, write on paper.")                 \
    X(JOURNAL_NOTADB, journal_notadb, "",                                                                    \
      "journal.db không phải cơ sở dữ liệu: gọi kỹ thuật, ghi tạm ra giấy.",                                 \
      "journal.db is no database: call IT, write on paper meanwhile.")                                       \
    X(CHAIN_BROKEN, chain_broken, "",                                                                        \
      "Nhật ký đã bị sửa từ bên ngoài: giữ nguyên thư mục dữ liệu, gọi kỹ thuật.",                           \
      "The journal was changed from outside: leave the data directory as it is, call IT.")                   \
    X(REFERENCE, reference, "", "Danh mục cơ sở KCB không đọc được: chạy tiepdon import facilities.",        \
      "The list of facilities cannot be read: run tiepdon import facilities.")                               \
    X(LOOK_UNWRITTEN, look_unwritten, "",                                                                    \
      "Chưa ghi được vào nhật ký là đã xem: kiểm tra ổ đĩa và quyền ghi.",                                   \
      "The journal could not be told of this look: see the disk and its permissions.")                       \
    X(STORE_FULL, store_full, "", "Ổ đĩa đầy, chưa ghi được: xóa bớt tệp rồi làm lại.",                      \
      "The disk is full, nothing was written: delete some files and do it again.")                           \
    X(STORE_SHARED, store_shared, "", "Ổ đĩa không còn chỗ để mở dữ liệu: xóa bớt tệp rồi làm lại.",         \
      "The disk has no room to open the data: delete some files and do it again.")                           \
    X(STORE_BUSY, store_busy, "", "Dữ liệu đang bận: chờ vài giây rồi làm lại.",                             \
      "The data is busy: wait some seconds and do it again.")                                                \
    X(STORE_SNAPSHOT, store_snapshot, "", "Quầy khác vừa ghi trước: làm lại.",                               \
      "Another counter wrote first: do it again.")                                                           \
    X(STORE_READ_ONLY, store_read_only, "", "Thư mục dữ liệu chỉ cho đọc: gọi kỹ thuật cấp quyền ghi.",      \
      "The data directory is read-only: ask IT for the right to write.")                                     \
    X(STORE_CLOSED, store_closed, "", "Không mở được tệp dữ liệu: kiểm tra --data và quyền của thư mục.",    \
      "A data file cannot be opened: check --data and the permissions.")                                     \
    X(STORE_IO, store_io, "", "Ổ đĩa báo lỗi đọc ghi: gọi kỹ thuật, ghi tạm ra giấy.",                       \
      "The disk reports errors: call IT, write on paper meanwhile.")                                         \
    X(STORE_MEMORY, store_memory, "", "Máy hết bộ nhớ: đóng bớt chương trình rồi làm lại.",                  \
      "Out of memory: close some programs and do it again.")                                                 \
    X(STORE_FAILED, store_failed, "", "Cơ sở dữ liệu báo lỗi lạ: khởi động lại tiepdon, gọi kỹ thuật.",      \
      "The database reports an unknown error: start tiepdon again, call IT.")                                \
    X(STORE_RESERVE, store_reserve, "", "Ổ đĩa đầy, đang dùng 8 MB dự phòng cuối: xóa bớt tệp ngay.",        \
      "The disk is full and the last 8 MB reserve is in use: delete some files now.")                        \
    X(REPEAT, repeat, "", "Người này vừa được tiếp nhận ở quầy khác: xem giờ và quầy, ghi lý do.",           \
      "Another counter has just taken this person in: see where and when, give a reason.")                   \
    X(UNDONE, undone, "F4", "Lần tiếp nhận này đã hoàn tác: xem F4.", "Already undone: see F4.")             \
    X(IMPORT_MISSING, import_missing, "", "Không đọc được tệp cần nhập: kiểm tra đường dẫn và quyền đọc.",   \
      "The file to import cannot be read: check its path and permissions.")                                  \
    X(IMPORT_HEADER, import_header, "",                                                                      \
      "Dòng đầu không có cột maThe hay maSoBHXH: thêm dòng tên cột như cổng ghi.",                           \
      "The first line names neither maThe nor maSoBHXH: add the column names as the portal writes them.")    \
    X(IMPORT_FACILITY_HEADER, import_facility_header, "",                                                    \
      "Dòng đầu không có cột mã và tên cơ sở (MA_CSKCB, TEN_CSKCB): thêm dòng tên cột.",                     \
      "The first line names no code and name (MA_CSKCB, TEN_CSKCB): add the column names.")                  \
    X(IMPORT_NOTHING, import_nothing, "",                                                                    \
      "Không dòng nào dùng được, danh mục cũ giữ nguyên: sửa tệp (xem .rejected.csv) rồi nhập lại.",         \
      "No row is of use, the list stays as it was: mend the file (see its .rejected.csv), import again.")    \
    X(IMPORT_TWICE, import_twice, "", "Hai cột của tệp mang cùng một nghĩa: bỏ bớt một cột.",                \
      "Two columns of the file mean the same: remove one of them.")                                          \
    X(IMPORT_REJECTED, import_rejected, "",                                                                  \
      "Không ghi được tệp .rejected.csv cạnh tệp nhập: chép tệp vào thư mục ghi được.",                      \
      "The .rejected.csv beside the file cannot be written: copy the file where you may write.")             \
    X(IMPORT_SPACE, import_space, "", "Không đủ chỗ trống trên ổ đĩa dữ liệu: xóa bớt tệp rồi chạy lại.",    \
      "Not enough free disk for the data: delete some files and run again.")                                 \
    X(STORE_REPLACED, store_replaced, "",                                                                    \
      "journal.db vừa bị xóa hoặc thay, chưa ghi được: mở lại tiepdon, gọi kỹ thuật.",                       \
      "journal.db was just removed or replaced, nothing was written: start tiepdon again, call IT.")         \
    X(IMPORT_ENCODING, import_encoding, "",                                                                  \
      "Chữ trong tệp không theo bảng mã đã nêu: chạy lại với --encoding utf-8, tcvn3, vni hoặc cp1258.",     \
      "The file is in another encoding: run again with --encoding utf-8, tcvn3, vni or cp1258.")             \
    X(IMPORT_ENCODING_IS, import_encoding_is, "",                                                            \
      "Chữ trong tệp có vẻ theo bảng mã khác: xem lại rồi chạy với --encoding %s.",                          \
      "The file seems to be in another encoding: look at it, then run with --encoding %s.")                  \
    X(IMPORT_BYTES, import_bytes, "",                                                                        \
      "Có ký tự không thuộc bảng mã đã nêu: sửa dòng này, hoặc chọn --encoding khác.",                       \
      "A character is none of the encoding's: mend this line, or name another --encoding.")                  \
    X(ENCODING_MISSING, encoding_missing, "",                                                                \
      "Máy này thiếu bảng mã ấy (iconv của glibc): cài gói libc-gconv-modules-extra.",                       \
      "This machine lacks the table of that encoding (glibc's iconv): install libc-gconv-modules-extra.")    \
    X(IMPORT_STOPPED, import_stopped, "", "Đã dừng, sổ vẫn như cũ: chạy lại khi cần.",                       \
      "Stopped, the register is as before: run again when needed.")

/* tiepdon relay. */
#define FAULT_RELAY(X)                                                                                       \
    X(COMMAND_MISSING, command_missing, "", "Không có lệnh này: kiểm tra tên lệnh đứng sau --.",             \
      "There is no such command: check the name that stands after --.")                                      \
    X(COMMAND_DENIED, command_denied, "", "Lệnh này không chạy được: kiểm tra quyền chạy của tệp.",          \
      "This command cannot be run: check the file's permissions.")                                           \
    X(COMMAND_FAILED, command_failed, "",                                                                    \
      "Không mở được terminal cho lệnh: đóng bớt chương trình rồi thử lại.",                                 \
      "No terminal can be made for the command: close other programs and try again.")                        \
    X(SCANNER_MISSING, scanner_missing, "",                                                                  \
      "Chưa có máy quét nào: cắm máy quét vào máy này; chạy tiepdon devices để biết vì sao.",                \
      "No scanner yet: plug it into this machine; tiepdon devices tells why it is not seen.")

/* Check-in files. */
#define FAULT_CHECKINS(X)                                                                                    \
    X(CHECKIN_NOWHERE, checkin_nowhere, "",                                                                  \
      "Chưa nói tệp check-in ghi vào đâu: thêm dòng dir vào [checkin] của tiepdon.ini.",                     \
      "Nothing says where check-in files go: write dir into [checkin] of tiepdon.ini.")                      \
    X(CHECKIN_GONE, checkin_gone, "",                                                                        \
      "Không thấy thư mục check-in ([checkin] dir): kiểm tra ổ mạng; hồ sơ còn chờ, sẽ tự ghi lại.",         \
      "The check-in directory ([checkin] dir) is not there: check the share; records wait and are written "  \
      "later.")                                                                                              \
    X(CHECKIN_DENIED, checkin_denied, "",                                                                    \
      "Không ghi được vào thư mục check-in: kiểm tra quyền ghi; hồ sơ còn chờ, sẽ tự ghi lại.",              \
      "The check-in directory cannot be written: check the permissions; records wait and are written "       \
      "later.")                                                                                              \
    X(CHECKIN_FULL, checkin_full, "",                                                                        \
      "Ổ đĩa của thư mục check-in đầy: xóa bớt tệp; hồ sơ còn chờ, sẽ tự ghi lại.",                          \
      "The disk of the check-in directory is full: delete files; records wait and are written later.")       \
    X(CHECKIN_FAILED, checkin_failed, "",                                                                    \
      "Thư mục check-in báo lỗi đọc ghi: gọi kỹ thuật; hồ sơ còn chờ, sẽ tự ghi lại.",                       \
      "The check-in directory reports errors: call IT; records wait and are written later.")                 \
    X(CHECKIN_BACK, checkin_back, "",                                                                        \
      "Không đọc được thư mục hồ sơ trả về ([checkin] back): kiểm tra ổ mạng và quyền đọc, ghi.",            \
      "The directory of records that come back ([checkin] back) cannot be used: check share and "            \
      "permissions.")                                                                                        \
    X(CHECKIN_SEND_BACK, checkin_send_back, "",                                                              \
      "send = yes cần thư mục hồ sơ trả về: thêm dòng back vào [checkin] của tiepdon.ini.",                  \
      "send = yes needs the directory of records that come back: write back into [checkin] of tiepdon.ini.") \
    X(CHECKIN_SEND_PORTAL, checkin_send_portal, "",                                                          \
      "send = yes cần cổng: thêm base và tài khoản vào [portal] của tiepdon.ini, hồ sơ trả về chờ gửi.",     \
      "send = yes needs the portal: write base and the account into [portal] of tiepdon.ini; records wait.") \
    X(CHECKIN_WANTING, checkin_wanting, "",                                                                  \
      "Có hồ sơ check-in còn thiếu, chưa ghi tệp: chạy tiepdon export checkin --owed để xem.",               \
      "A check-in record lacks something and is not written: tiepdon export checkin --owed tells.")          \
    X(CHECKIN_WANTING_OF, checkin_wanting_of, "",                                                            \
      "Hồ sơ check-in còn thiếu %s, chưa ghi tệp: chạy tiepdon export checkin --owed để xem.",               \
      "A check-in record lacks %s and is not written: tiepdon export checkin --owed tells.")                 \
    X(CHECKIN_REFUSED, checkin_refused, "",                                                                  \
      "Có hồ sơ trả về chưa đủ, chưa gửi cổng: xem tệp .txt trong thư mục refused.",                         \
      "A record that came back is not complete and is not sent: see the .txt in the directory refused.")

/* Printing, and tables in files. */
#define FAULT_PRINTERS(X)                                                                                    \
    X(PRINTER_NONE, printer_none, "",                                                                        \
      "Chưa cài máy in: đọc cho người bệnh chép, hoặc nhờ quản trị thêm [printer] vào tiepdon.ini.",         \
      "No printer is set up: read it out, or ask the administrator for [printer] in tiepdon.ini.")           \
    X(PRINTER_BUSY, printer_busy, "", "Tờ trước còn đang in: chờ in xong rồi in lại.",                       \
      "The one before is still being printed: wait, then print again.")                                      \
    X(PRINTER_LP, printer_lp, "", "Máy này chưa có lệnh lp: nhờ quản trị cài gói cups-client.",              \
      "This machine has no lp: ask the administrator to install cups-client.")                               \
    X(PRINTER_REFUSED, printer_refused, "", "Hàng đợi in từ chối: kiểm tra tên máy in, giấy, rồi in lại.",   \
      "The print queue refused: check the printer's name and paper, then print again.")                      \
    X(PRINTER_REFUSED_BY, printer_refused_by, "",                                                            \
      "Hàng đợi in từ chối (lp báo %s): kiểm tra tên máy in, giấy, rồi in lại.",                             \
      "The print queue refused (lp said %s): check the printer's name and paper, then print again.")         \
    X(PRINTER_SLOW, printer_slow, "", "Máy in không nhận sau 20 giây: kiểm tra nguồn, giấy, rồi in lại.",    \
      "The printer takes nothing after 20 seconds: check power and paper, then print again.")                \
    X(PRINTER_GONE, printer_gone, "", "Không thấy máy in: kiểm tra dây, nguồn, rồi in lại.",                 \
      "The printer is not there: check cable and power, then print again.")                                  \
    X(PRINTER_DENIED, printer_denied, "", "Không được phép ghi ra máy in: nhờ quản trị thêm vào nhóm lp.",   \
      "Not allowed to write to the printer: ask the administrator for the group lp.")                        \
    X(PRINTER_FULL, printer_full, "", "Máy in hết giấy, hoặc ổ đĩa đầy: thêm giấy rồi in lại.",              \
      "The printer is out of paper, or the disk is full: add paper, then print again.")                      \
    X(PRINTER_FAILED, printer_failed, "", "Chưa in được: kiểm tra máy in rồi in lại.",                       \
      "It was not printed: check the printer, then print again.")                                            \
    X(FORM_BROKEN, form_broken, "", "Mẫu giấy riêng có tên lạ, đang dùng mẫu có sẵn: sửa tệp mẫu.",          \
      "The hospital's own template names what is not known, the installed one is used: mend it.")            \
    X(FORM_LINE, form_line, "", "Mẫu giấy riêng %s có tên lạ, đang dùng mẫu có sẵn: sửa dòng đó.",           \
      "The own template %s names what is not known, the installed one is used: mend that line.")             \
    X(SHEET_DENIED, sheet_denied, "", "Không tạo được tệp bảng: kiểm tra thư mục và quyền ghi.",             \
      "The file for the table cannot be made: check its directory and permissions.")                         \
    X(SHEET_FULL, sheet_full, "", "Ổ đĩa đầy, chưa ghi được bảng: xóa bớt tệp rồi xuất lại.",                \
      "The disk is full, the table was not written: delete some files and export again.")                    \
    X(SHEET_FAILED, sheet_failed, "", "Chưa ghi được tệp bảng: kiểm tra ổ đĩa rồi xuất lại.",                \
      "The file of the table was not written: check the disk and export again.")                             \
    X(SHEET_ROWS, sheet_rows, "", "Bảng XLSX nhiều dòng quá: xuất ít ngày hơn, hoặc dùng --csv.",            \
      "Too many rows for an XLSX: export fewer days, or use --csv.")

/* Backup and restore. */
#define FAULT_BACKUPS(X)                                                                                     \
    X(BACKUP_PLACE, backup_place, "",                                                                        \
      "Không ghi được vào thư mục sao lưu: kiểm tra đường dẫn, ổ đĩa đã gắn chưa và quyền ghi.",             \
      "The backup cannot be written there: check the path, that the disk is mounted, and its permissions.")  \
    X(BACKUP_FULL, backup_full, "", "Ổ sao lưu đầy, bản dở dang đã xóa: giải phóng chỗ rồi chạy lại.",       \
      "The backup's disk is full, the half copy was removed: make room and run it again.")                   \
    X(BACKUP_RUNS, backup_runs, "", "Đã có bản sao lưu cùng giờ này: chờ một giây rồi chạy lại.",            \
      "There is a backup of this very second: wait a second and run it again.")                              \
    X(BACKUP_IO, backup_io, "", "Ổ sao lưu báo lỗi: thử ổ khác.", "The backup's disk fails: try another.")   \
    X(BACKUP_SOURCE, backup_source, "", "Không đọc được tệp dữ liệu: chạy bằng tài khoản của tiepdon.",      \
      "A file of the data cannot be read: run it as the account of tiepdon.")                                \
    X(BACKUP_DIFFERS, backup_differs, "",                                                                    \
      "Bản sao lưu không còn đúng như SHA256SUMS, không phục hồi: dùng bản sao lưu khác.",                   \
      "The backup is not what its SHA256SUMS says, nothing was restored: use another one.")                  \
    X(BACKUP_NOT_ONE, backup_not_one, "",                                                                    \
      "Đây không phải một bản sao lưu: chỉ đúng thư mục mà tiepdon backup đã in ra.",                        \
      "This is no backup: name the directory that tiepdon backup printed.")                                  \
    X(BACKUP_OLD, backup_old, "", "Đã lâu chưa sao lưu: nhờ kỹ thuật chạy tiepdon backup.",                  \
      "No backup for long: ask IT to run tiepdon backup.")                                                   \
    X(RESTORE_NOT_EMPTY, restore_not_empty, "",                                                              \
      "Thư mục đích đã có dữ liệu: dùng --data thư mục mới, hoặc --replace để cất dữ liệu cũ sang bên.",     \
      "The directory holds data: use --data with a new one, or --replace, which moves the old aside.")       \
    X(RESTORE_IN_USE, restore_in_use, "",                                                                    \
      "Thư mục đích đang được một quầy dùng: đóng mọi quầy rồi chạy lại.",                                   \
      "A counter works in that directory: close every counter and run it again.")

#define FAULT_LIST(X)                                                                                        \
    FAULT_READING(X)                                                                                         \
    FAULT_PLACES(X)                                                                                          \
    FAULT_PICTURES(X)                                                                                        \
    FAULT_DEVICES(X)                                                                                         \
    FAULT_CAMERAS(X)                                                                                         \
    FAULT_PORTALS(X)                                                                                         \
    FAULT_SIGNING(X)                                                                                         \
    FAULT_DESK(X)                                                                                            \
    FAULT_DEMO(X)                                                                                            \
    FAULT_STORES(X)                                                                                          \
    FAULT_RELAY(X)                                                                                           \
    FAULT_CHECKINS(X)                                                                                        \
    FAULT_PRINTERS(X)                                                                                        \
    FAULT_BACKUPS(X)

enum fault {
#define X(CODE, code, key, vi, en) FAULT_##CODE,
    FAULT_LIST(X)
#undef X
        FAULT_COUNT
};

/* Never NULL; "" for FAULT_NONE. A fault that has a place for a name (%s) gives the sentence of the plainer
 * one that it tells more exactly. */
const char *fault_text(enum fault fault, enum language language);

/* The same with the program or group that is to be named, where the sentence has a place for it. */
enum { FAULT_NAME_SIZE = 32, FAULT_SENTENCE_SIZE = 256 };
void fault_sentence(enum fault fault, const char *name, enum language language,
                    char out[FAULT_SENTENCE_SIZE]);
/* The key the sentence offers, "" for none. */
const char *fault_key(enum fault fault);
/* The name in lower case, for logs and scripts: "scan_half". */
const char *fault_code(enum fault fault);

#endif
