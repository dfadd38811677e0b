/* doctor: what the files of `tiepdon doctor` share: one line a matter, with what to do about it. */
#ifndef TIEPDON_DOCTOR_H
#define TIEPDON_DOCTOR_H
#include "adapter/config.h"

enum health { HEALTH_GOOD, HEALTH_WARN, HEALTH_BAD }; /* the exit status is the worst of them */

struct doctor {
    enum language language;
    char dir[PATH_SIZE];
    struct config config; /* the defaults where the file is refused */
    bool configured;      /* the file was read, or there is none */
    bool full, portal;    /* --full, --portal */
    enum health worst;
};

/* X(CODE, vi, en, what to do in vi, in en): lines with %s or %d where the matter has a name or number. */
#define DOCTOR_LIST(X)                                                                                       \
    X(CONFIG, "cấu hình: tiepdon.ini đọc được", "configuration: tiepdon.ini is understood", "", "")          \
    X(CONFIG_NONE, "cấu hình: chưa có tiepdon.ini", "configuration: there is no tiepdon.ini",                \
      "chép tiepdon.ini.example thành tiepdon.ini rồi sửa facility và name",                                 \
      "copy tiepdon.ini.example to tiepdon.ini, then write facility and name")                               \
    X(CONFIG_BAD, "cấu hình: %s", "configuration: %s", "sửa dòng đó; mẫu: tiepdon.ini.example",              \
      "mend that line; see tiepdon.ini.example")                                                             \
    X(FACILITY_NONE, "cấu hình: chưa ghi mã CSKCB", "configuration: no facility code",                       \
      "ghi [hospital] facility vào tiepdon.ini", "write [hospital] facility into tiepdon.ini")               \
    X(DIR, "thư mục dữ liệu: %s", "data directory: %s", "", "")                                              \
    X(DIR_NONE, "thư mục dữ liệu: không có %s", "data directory: there is no %s",                            \
      "tạo thư mục, hoặc chạy với --data THƯ-MỤC", "make it, or run with --data DIRECTORY")                  \
    X(DIR_DENIED, "thư mục dữ liệu: tài khoản này không đọc và ghi được %s",                                 \
      "data directory: this account cannot read and write %s",                                               \
      "thêm tài khoản vào nhóm của thư mục (usermod -aG tiepdon TÊN) rồi đăng nhập lại",                     \
      "add the account to its group (usermod -aG tiepdon NAME), then sign in anew")                          \
    X(DIR_OPEN, "thư mục dữ liệu: tài khoản khác cũng đọc được %s", "data directory: others can read %s",    \
      "chmod o-rwx thư mục đó", "chmod o-rwx it")                                                            \
    X(DIR_GROUP, "thư mục dữ liệu: nhóm ghi được nhưng thiếu setgid",                                        \
      "data directory: its group may write, but it is not setgid", "chmod 2770, để tệp mới thuộc cùng nhóm", \
      "chmod 2770, so that new files belong to the group")                                                   \
    X(REGISTER, "sổ giám định: %s, %d ngày", "register: %s, %d days old", "", "")                            \
    X(REGISTER_OLD, "sổ giám định: %s, đã %d ngày", "register: %s, %d days old",                             \
      "nhập sổ mới: tiepdon import members TỆP --as-of NGÀY", "tiepdon import members FILE --as-of DAY")     \
    X(REGISTER_PART, "sổ giám định: không đủ mọi người, không thể nói \"không tìm thấy\"",                   \
      "register: not complete, absence is no fact", "nhập cả danh sách với --complete",                      \
      "import the whole list with --complete")                                                               \
    X(REGISTER_BAD, "sổ giám định: %s", "register: %s", "", "")                                              \
    X(JOURNAL, "nhật ký: %d dòng, nối nhau đúng", "journal: %d entries, one chain", "", "")                  \
    X(JOURNAL_OPENS, "nhật ký: mở được; chưa kiểm tra cả chuỗi vì tệp lớn",                                  \
      "journal: it opens; the chain is not proved, the file is large", "tiepdon doctor --full",              \
      "tiepdon doctor --full")                                                                               \
    X(JOURNAL_NONE, "nhật ký: chưa có, quầy đầu tiên sẽ tạo",                                                \
      "journal: none yet, the first counter makes it", "", "")                                               \
    X(JOURNAL_BAD, "nhật ký: %s", "journal: %s", "tiepdon restore bản sao lưu gần nhất",                     \
      "tiepdon restore the newest backup")                                                                   \
    X(BACKUP, "sao lưu: bản mới nhất %d ngày trước", "backup: the newest is %d days old", "", "")            \
    X(BACKUP_OLD, "sao lưu: bản mới nhất %d ngày trước", "backup: the newest is %d days old",                \
      "tiepdon backup THƯ-MỤC, rồi hẹn giờ hằng đêm",                                                        \
      "tiepdon backup DIRECTORY, then a timer of every night")                                               \
    X(BACKUP_NONE, "sao lưu: chưa có bản nào", "backup: there is none", "tiepdon backup THƯ-MỤC",            \
      "tiepdon backup DIRECTORY")                                                                            \
    X(DISK, "ổ đĩa: còn %d MB", "disk: %d MB left", "", "")                                                  \
    X(DISK_LOW, "ổ đĩa: chỉ còn %d MB", "disk: only %d MB left", "xóa bớt tệp hoặc thêm đĩa",                \
      "delete files or add a disk")                                                                          \
    X(RESERVE_USED, "ổ đĩa: 8 MB dự phòng chưa có hoặc đã dùng", "disk: the reserve of 8 MB is not there",   \
      "giải phóng chỗ rồi mở lại quầy", "make room, then open the counter anew")                             \
    X(CLOCK, "đồng hồ: %s", "clock: %s", "", "")                                                             \
    X(CLOCK_WRONG, "đồng hồ: %s không thể đúng", "clock: %s cannot be right", "timedatectl set-ntp true",    \
      "timedatectl set-ntp true")                                                                            \
    X(CLOCK_PAST, "đồng hồ: %s, sớm hơn dòng mới nhất của nhật ký",                                          \
      "clock: %s, before the newest entry of the journal", "chỉnh giờ: timedatectl set-ntp true",            \
      "set it: timedatectl set-ntp true")                                                                    \
    X(CLOCK_ALONE, "đồng hồ: %s, không đồng bộ với máy chủ giờ", "clock: %s, not synchronised",              \
      "timedatectl set-ntp true", "timedatectl set-ntp true")                                                \
    X(LOCALE, "bảng mã: UTF-8", "locale: UTF-8", "", "")                                                     \
    X(LOCALE_BAD, "bảng mã: %s, không phải UTF-8", "locale: %s, not UTF-8",                                  \
      "đặt LANG=C.UTF-8 hoặc vi_VN.UTF-8", "set LANG=C.UTF-8 or vi_VN.UTF-8")                                \
    X(TERMINAL, "màn hình: TERM=%s", "terminal: TERM=%s", "", "")                                            \
    X(TERMINAL_BAD, "màn hình: không biết TERM=%s", "terminal: TERM=%s is not known",                        \
      "đặt TERM=xterm-256color, hoặc cài ncurses-term", "set TERM=xterm-256color, or install ncurses-term")  \
    X(TERMINAL_NONE, "màn hình: lệnh này không chạy trong terminal, chưa xem được",                          \
      "terminal: this does not run in one, it was not looked at", "", "")                                    \
    X(FONT, "phông chữ: console có đủ chữ và dấu", "font: the console has every letter and sign", "", "")    \
    X(FONT_BAD, "phông chữ: console thiếu %s", "font: the console lacks %s",                                 \
      "dpkg-reconfigure console-setup: Vietnamese, Fixed, 8x16",                                             \
      "dpkg-reconfigure console-setup: Vietnamese, Fixed, 8x16")                                             \
    X(FONT_EYES, "phông chữ: nhìn dòng này phải đủ dấu: ằẵỡửỵđ ●○▸▶▲✓✗≈♦¶█",                                 \
      "font: this line must show every sign: ằẵỡửỵđ ●○▸▶▲✓✗≈♦¶█", "", "")                                    \
    X(GROUP, "nhóm: tài khoản này được dùng máy quét và dữ liệu (%s)",                                       \
      "group: this account may use scanners and data (%s)", "", "")                                          \
    X(GROUP_NONE, "nhóm: máy này chưa có nhóm %s", "group: this machine has no group %s",                    \
      "groupadd --system tiepdon, rồi usermod -aG tiepdon TÊN",                                              \
      "groupadd --system tiepdon, then usermod -aG tiepdon NAME")                                            \
    X(GROUP_OUT, "nhóm: tài khoản này không thuộc nhóm %s", "group: this account is not in %s",              \
      "usermod -aG tiepdon TÊN, rồi đăng nhập lại", "usermod -aG tiepdon NAME, then sign in anew")           \
    X(SCANNER, "máy quét: %d sẵn sàng", "scanner: %d ready", "", "")                                         \
    X(SCANNER_NONE, "máy quét: không có", "scanner: none",                                                   \
      "cắm máy quét; nếu máy lạ: F6 ở màn hình chờ rồi quét một thẻ; xem tiepdon devices",                   \
      "plug one in; a strange one: F6 on the waiting screen, then scan a card; see tiepdon devices")         \
    X(SCANNER_BAD, "máy quét: %s", "scanner: %s", "", "")                                                    \
    X(PORTAL_OFF, "cổng giám định: chưa cài đặt", "portal: not configured", "", "")                          \
    X(PORTAL, "cổng giám định: cấu hình đủ; --portal để thử kết nối",                                        \
      "portal: configured; --portal tries the connection", "", "")                                           \
    X(PORTAL_HEARD, "cổng giám định: kết nối và tài khoản tốt", "portal: connection and account are good",   \
      "", "")                                                                                                \
    X(PORTAL_BAD, "cổng giám định: %s", "portal: %s", "xem [portal] của tiepdon.ini, mạng và tệp mật khẩu",  \
      "see [portal] of tiepdon.ini, the network and the password file")                                      \
    X(CHECKIN, "tệp check-in: ghi được vào %s", "check-in files: %s can be written", "", "")                 \
    X(CHECKIN_BAD, "tệp check-in: không ghi được vào %s", "check-in files: %s cannot be written",            \
      "kiểm tra thư mục chia sẻ và quyền ghi", "check the share and its permissions")                        \
    X(CHECKIN_SEND, "tệp check-in: %s", "check-in files: %s", "", "")                                        \
    X(PRINTER_OFF, "máy in: chưa cài đặt, giấy hướng dẫn xem trên màn hình",                                 \
      "printer: not configured, slips are shown on the screen", "", "")                                      \
    X(PRINTER, "máy in: %s", "printer: %s", "", "")                                                          \
    X(PRINTER_BAD, "máy in: không dùng được %s", "printer: %s cannot be used",                               \
      "lpstat -p xem tên hàng đợi; thiết bị cần nhóm lp",                                                    \
      "lpstat -p names the queues; a device needs the group lp")                                             \
    X(TABLES, "bảng đối tượng KCB và đơn vị hành chính: đọc được",                                           \
      "tables of entitlement and of units: they read", "", "")                                               \
    X(TABLE_BAD, "bảng và mẫu giấy: %s", "tables and templates: %s", "", "")

enum doctor_word {
#define X(CODE, vi, en, do_vi, do_en) DOCTOR_##CODE,
    DOCTOR_LIST(X)
#undef X
        DOCTOR_COUNT
};

/* Prints the line with ✓ ! or ✗ and, behind it, what to do. What stands in the place of %s or %d comes behind. */
void doctor_say(struct doctor *doctor, enum health health, enum doctor_word word, ...);
/* The same with the sentence of a fault in the place of %s. */
void doctor_fault(struct doctor *doctor, enum health health, enum doctor_word word, enum fault fault);

/* doctor_data.c, doctor_machine.c, doctor_outside.c: the matters in groups. */
void doctor_data(struct doctor *doctor);
void doctor_machine(struct doctor *doctor);
void doctor_outside(struct doctor *doctor);

#endif
