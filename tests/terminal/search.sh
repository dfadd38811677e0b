#!/bin/sh
# The search box: letters and digits open it, a name or the beginning of a number finds people, a row opened is a typed
# number; and a scan typed into the terminal stays a scan while letters open the box.
set -u
. tests/terminal/lib.sh "$1"

demo
waiting='Quét thẻ, hoặc gõ số thẻ'
card=$(payload 01)
start 80x24
see "$waiting"

# By name: the only one found opens by Enter, and the birth year proves the patient.
counting
hand 'nguyen thi mai anh'
see 'NGUYỄN THỊ MAI ANH'
see '12/03/1985'
keys Enter
see 'gõ 2 số cuối năm sinh'
hand 85
see 'ĐÚNG NGƯỜI'
take
counted 'search by name' 22
same 'taken in by name' "$(intakes | awk -F, '{ print $5, $12 }')" 'admitted NGUYỄN THỊ MAI ANH'
keys F3
armed
keys Enter
see "$waiting"

# By initials and year.
counting
hand 'ntma 1985'
see 'NGUYỄN THỊ MAI ANH'
keys Down Enter
see 'gõ 2 số cuối năm sinh'
counted 'search by initials' 11
drop
see "$waiting"

# By the beginning of a number: the list does not tell the birth year.
counting
hand 79990000
see 'NGUYỄN THỊ MAI ANH'
expect 'the birth year is hidden' hides '12/03/1985'
hand 01
see '7999000001'
keys Enter
see 'ĐÃ TÌM THẤY'
counted 'search by number' 11
drop
see "$waiting"

# A card typed by a scanner into the terminal begins with a letter, and is a scan.
scan "$card"
see 'KHỚP'
see 'NGUYỄN THỊ MAI ANH'
drop
hand nguyen
scan "$card"
see '[QR thẻ]'
keys Escape
see 'Bấm Esc lần nữa'
keys Escape
see 'Tìm › nguyen'
escape_to "$waiting"

# What is half typed survives the program.
hand 'nguyen thi'
see 'Tìm › nguyen thi'
kill -KILL "$(pid)"
expect 'it ended' ended
start 60x20
see 'Tìm › nguyen thi'
see 'Còn nhiều người nữa'
escape_to "$waiting"
leave
finish
