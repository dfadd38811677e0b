#!/bin/sh
# A scanner that types into the terminal, from every screen; numbers typed by hand; a second scan over an open review.
set -u
. tests/terminal/lib.sh "$1"

demo
match=$(payload 01)
moved=$(payload 02)
citizen=$(payload 09)
lacking=$(payload 10)
waiting='Quét thẻ, hoặc gõ số thẻ'
start 80x24
see "$waiting"

# From waiting, from a number half typed, from the help, from today's list, with brackets, slowly.
scan "$match"
see 'NGUYỄN THỊ MAI ANH'
armed # so the Enter of the scan took nobody in
drop
hand DN479
see '› DN479'
scan "$match"
see 'NGUYỄN THỊ MAI ANH'
drop
see '› DN479' # half a number is not lost either
keys Escape
see "$waiting"
keys F1
see 'Trợ giúp'
scan "$match"
see '✓ KHỚP'
drop
keys F4
see 'Hôm nay'
scan "$match"
see '✓ KHỚP'
drop
paste "$match"
see '✓ KHỚP'
drop
slow_scan "$citizen"
see 'BÙI CÔNG THÀNH'
armed
drop

# Garbage, whole or half, is said aloud and is no command.
scan '00020101021238540010A000000727012400069704|990110MAUMAUMAU0208QRIBFTTA53037045|4061000005802VN'
see 'Mã QR không nhận dạng được'
scan "$(printf %s "$match" | cut -c1-90)"
see '!' # a sentence in the notice line
expect 'garbage opens nothing' shows "$waiting"

# In an edit field of an open review: what was typed stays, the scan asks with both names.
scan "$moved"
see '1 SAI LỆCH'
keys Home Down e
see 'Sửa tay: Họ tên'
keys End
hand ' Lan'
see '› Nguyễn Thị Hoà Lan'
scan "$match"
see 'Mã vừa quét có thể của NGƯỜI KHÁC'
see 'đang mở   NGUYỄN THỊ HÒA'
see 'vừa quét  Nguyễn Thị Mai Anh'
hand 3
see 'Đã bỏ mã vừa quét của Nguyễn Thị Mai Anh'
see '› Nguyễn Thị Hoà Lan'
keys Escape
see 'SAI LỆCH — ▶ Enter'

# The queue: three are visible, a fourth is refused aloud; the next opens by itself.
queue() { # NUMBER NAME
    scan "$(payload "$1")"
    see "vừa quét  $2"
    hand 1
}
queue 01 'Nguyễn Thị Mai Anh'
see '── Chờ 1: Nguyễn Thị Mai Anh'
queue 03 'Trần Văn Lộc'
queue 04 'Phạm Thị Ngọc Thuý'
see '── Chờ 3: Nguyễn Thị Mai Anh · Trần Văn Lộc · Phạm Thị Ngọc Thuý'
queue 05 'Lê Quốc Đạt'
see 'Đã có 3 người chờ'
hand 3
see 'Đã bỏ mã vừa quét của Lê Quốc Đạt'
same 'nothing is taken in while they wait' "$(journal)" ''
armed
keys Enter
see 'Đã tiếp nhận NGUYỄN THỊ HÒA'
see '✓ KHỚP'
see '── Chờ 2: Trần Văn Lộc'
drop
see '── Chờ 1: Phạm'
drop
see 'PHẠM THỊ NGỌC THÚY'
drop
see "$waiting"
same 'only the first was taken in' "$(acts intake)" 1

# The citizen ID: joins by itself where the system knows it, asks where it does not.
scan "$(payload 03)"
see '▶ Enter'
scan '079090900003|025000003|Trần Văn Lộc|02111990|Nam|7 Ngô Quyền, Phường 5, Quận 5, TP. Hồ Chí Minh|10122021'
see '2 mã'
see '079090900003'
drop
scan "$lacking"
see '! THIẾU'
scan '079168900010|025000010|Lý Thị Mỹ Dung|17061968|Nữ|Tổ 4, Xã Củ Chi, TP. Hồ Chí Minh|10122021'
see 'vừa quét  Lý Thị Mỹ Dung'
hand 2
unsee '! THIẾU'
see '079168900010'
armed
keys Enter
see 'Đã tiếp nhận LÝ THỊ MỸ DUNG'
same 'the citizen ID is journalled' "$(journal | awk -F, '$9 == "cccd" && $12 == "079168900010" { print $10 }')" fill

# A bare number is typed, whatever its speed: the birth year is hidden and asked for.
text GD4797999000028
keys Enter
see 'ĐÃ TÌM THẤY, chưa đối chiếu'
see '••••'
expect 'the birth date is hidden' hides 1951
text 12
see 'Năm sinh không khớp'
keys Enter
year=$("$PROGRAM" check --data "$DATA" --facility 79014 --today $DAY --json GD4797999000028 |
    sed 's/.*"birth_date":"[0-9][0-9]\([0-9][0-9]\).*/\1/')
drop
counting
text GD4797999000028
keys Enter
see 'ĐÃ TÌM THẤY, chưa đối chiếu'
text "$year"
see 'ĐÚNG NGƯỜI, năm sinh khớp'
see 'MAI VĂN ẨN'
take
counted 'found by number' 19
same 'three intakes' "$(acts intake)" 3
scan GD4797999000001 # as fast as a scanner
see 'ĐÃ TÌM THẤY, chưa đối chiếu'
drop
see "$waiting"
same 'still three intakes' "$(acts intake)" 3
finish
