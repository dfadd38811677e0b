#!/bin/sh
# Own patients: how to reach them comes back at the next visit; somebody without any number is identified later.
set -u
. tests/terminal/lib.sh "$1"

demo
waiting='Quét thẻ, hoặc gõ số thẻ'
card=$(payload 01)
other=$(payload 07)
start 80x24
see "$waiting"

# The phone and the relative, typed once.
scan "$card"
see 'KHỚP'
counting
keys l
see 'Điện thoại'
hand 0912345678
keys Tab
see 'Nơi liên hệ'
keys Tab
hand 'Tran Van Be'
keys Enter
see 'ĐT 0912345678'
counted 'phone and relative' 25
take

# The next time they are there at once, also by the phone alone.
scan "$card"
see 'ĐT 0912345678'
drop
see "$waiting"
hand 0912345678
see 'điện thoại 0912345678'
keys Down Enter
see 'gõ 2 số cuối năm sinh'
expect 'no phone before the year' hides 'ĐT 0912345678'
armed
keys Enter
see 'Hỏi họ tên và năm sinh'
hand 85
see 'ĐT 0912345678'
drop
see "$waiting"

# Nobody's number, then the card of that patient: one record.
counting
keys F7
hand 'Vo Danh'
keys Enter
hand 1980
keys Enter
hand 1
armed
keys Enter
see "$waiting"
counted 'taken in without a number' 16
counting
hand 'vo danh'
see 'Vo Danh'
keys Enter
see 'CHƯA CÓ SỐ'
expect 'a record found is a look of the search' until_true looked search 2
armed # an Enter just before a scan would belong to it
scan "$other"
see 'NHẬN DIỆN'
hand 2
see 'HỒ SƠ'
armed
keys Enter
see "$waiting"
counted 'identify by a scan' 10
same 'one record of each' "$(intakes | wc -l)" 2
leave
finish
