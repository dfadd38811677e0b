#!/bin/sh
# Lines that a clerk types: Telex and VNI with backspace and arrows, the form of a person without a number, a difficulty,
# the slip; and no key of the bottom rows is dead.
set -u
. tests/terminal/lib.sh "$1"

demo
waiting='Quét thẻ, hoặc gõ số thẻ'
start 80x24
see "$waiting"

# Nobody's number: name in Telex, date, gender; taken in provisionally.
keys F7
see '[Telex]'
hand 'Nguyeenx'
see 'Nguyễn'
hand ' Thij Hoaf'
see 'Nguyễn Thị Hòa'
keys BSpace BSpace
hand 'awngf'
see 'Nguyễn Thị Hằng'
keys Home
hand 'Z'
see 'ZNguyễn Thị Hằng'
keys BSpace End
see '▸ Họ tên'
keys Enter
see '▸ Ngày sinh'
hand 31/02/1990
keys Enter
see '!' # such a day does not exist
keys Home
for press in 1 2; do keys DC; done
hand 03
keys Right End Enter
see '▸ Giới tính'
hand 2
armed
keys Enter
see "$waiting"
see 'Đã tạm nhận'
same 'the person without a number' "$(intakes | awk -F, '{ print $5, $12, $15, $18 }')" \
    'provisional Nguyễn Thị Hằng 199002030000 2'

# VNI in an edit field; the source of what is typed; the row then says so.
card f
see '✗ SAI HỌ TÊN'
hand e
see 'Sửa tay: Họ tên [Telex]'
keys F2
see '[VNI]'
keys Home
for letter in 1 2 3 4 5 6 7 8 9 10 11 12; do keys DC; done
hand 'Le6 Thi5 Thuo7ng'
see '› Lê Thị Thương'
keys Left Left BSpace
see '› Lê Thị Thưng'
hand o7
see '› Lê Thị Thương'
keys Enter
see 'Giá trị vừa gõ lấy từ đâu?'
hand 1
see '→ giấy tờ'
take
same 'the typed name and its source' "$(intakes | tail -n 1 | awk -F, '{ print $12, $14 }')" 'Lê Thị Thương papers'

# A difficulty is a line of the journal; the slip and the help lead back.
card 3
see '1 SAI LỆCH'
hand g
see 'GIẤY HƯỚNG DẪN NGƯỜI BỆNH'
keys Escape
see '1 SAI LỆCH —'
hand v
see 'Vướng mắc, loại (↑↓ đổi): Sai nơi ĐK KCBBĐ'
keys Down
unsee 'Sai nơi ĐK KCBBĐ'
keys Up
see 'Sai nơi ĐK KCBBĐ'
keys F2
unsee 'VNI'
keys F2 # Telex again, after the plain one
see '[Telex]'
hand 'beenhj nhaan hoir'
see 'bệnh nhân hỏi'
armed
keys Enter
see '1 SAI LỆCH —'
same 'the difficulty is written at once' "$(journal | awk -F, '$2 == "difficulty" { print $8, $10 }' | tail -n 1)" 'TRẦN VĂN LỘC facility'
same 'with its words' "$(journal | grep -c 'bệnh nhân hỏi')" 1
drop
see "$waiting"

# No key of the bottom rows is dead: each changes the screen, and Escape leads back. Keys that write have tests of their own.
below() { # the screen without the clock
    screen | tail -n +2
}
changed() {
    [ "$(below)" != "$seen" ]
}
press_hints() { # MARK-OF-THE-SCREEN KEY...
    home=$1
    shift
    for key; do
        screen | tail -n 2 | grep -qF " $key " || continue
        seen=$(below)
        case $key in
        ↑↓) keys Down ;;
        0-9) keys 9 ;;
        Esc) keys Escape ;;
        *) keys "$key" ;;
        esac
        expect "$key does something on the screen of $home" until_true changed
        escape_to "$home"
    done
}
press_hints 'F7 không có số' F2 F3 F4 F5 F6 F1 F10
scan "$(payload 02)"
press_hints 'Esc bỏ' Space e v g k m ↑↓ F2 F3 F4 F5 F1 F10
drop
for number in 10 11 15 17 19 20 24; do
    scan "$(payload $number)"
    press_hints 'Esc bỏ' Space c 2 e v g k m F2
    drop
done
hand GD4797999000028
keys Enter
press_hints 'Esc bỏ' 0-9 v g k
drop
see "$waiting"
leave
finish
