#!/bin/sh
# Enter is dangerous: scanners send it, fingers bounce. It writes only when armed, and never what could harm.
set -u
. tests/terminal/lib.sh "$1"

demo
match=$(payload 01)
waiting='Quét thẻ, hoặc gõ số thẻ'
start 80x24
see "$waiting"

# A finger that bounces right after the scan. (Every delay up to the arming is in the unit tests, where time is an
# argument; here a busy machine would make a long one longer than the arming.)
for delay in 0.01 0.05; do
    scan "$match"
    sleep $delay # the bounce that is tested
    keys Enter
    sleep 0.03
    keys Enter
    armed
    same "no intake by an Enter ${delay} s after the scan" "$(journal)" ''
    drop
done

# Enter together with the scan, before it and twice behind it; a line feed and a tab too.
tm send-keys -t $PANE Enter \; send-keys -t $PANE -l "$match" \; send-keys -t $PANE Enter Enter
armed
drop
tm send-keys -t $PANE -l "$match" \; send-keys -t $PANE C-j
armed
drop
tm send-keys -t $PANE -l "$match" \; send-keys -t $PANE Tab
armed
same 'no suffix takes anybody in' "$(journal)" ''

# The second Enter of a double press finds the next review unarmed.
scan "$(payload 07)"
see 'Mã vừa quét có thể của NGƯỜI KHÁC'
hand 1
armed
tm send-keys -t $PANE Enter \; send-keys -t $PANE Enter
see 'Đã tiếp nhận NGUYỄN THỊ MAI ANH'
see 'VÕ MINH KHOA'
armed
same 'a double Enter takes one person in' "$(acts intake)" 1
drop

# Where a choice could harm, Enter does nothing: another person, an invalid card, a typed number, a stop by CCCD.
harmless() { # CARD MARK
    card "$1"
    see "$2"
    for press in 1 2; do
        keys Enter
        sleep 0.25 # calm presses, as of a clerk who believes that Enter goes on
    done
    expect "Enter leaves $2 open" shows "$2"
    same "Enter writes nothing over $2" "$(acts intake)" 1
    drop
}
harmless h 'CÓ THỂ LÀ NGƯỜI KHÁC'
harmless i 'CÓ THỂ LÀ NGƯỜI KHÁC'
harmless j 'CÓ THỂ LÀ NGƯỜI KHÁC'
harmless k 'HẾT HẠN 30/09/2026'
harmless m 'CHƯA ĐẾN HẠN'
harmless n 'THẺ BỊ THU HỒI'
harmless s 'ĐÃ TÌM THẤY, chưa đối chiếu'

# One identity field differs: Enter goes to the row, Space decides, then Enter takes in.
card g
see 'SAI NGÀY SINH'
keys Home
see '▶ Enter: tới mục phải chọn'
keys Enter
see '▸ Ngày sinh'
same 'going to the row writes nothing' "$(acts intake)" 1
hand ' '
see '→ theo HT'
take
same 'decided, then taken in' "$(acts intake)" 2

# A repeat wants its reason; an empty one is none.
scan "$match"
see 'ĐÃ TIẾP NHẬN HÔM NAY'
armed
keys Enter
see 'Lý do tiếp nhận lần nữa hôm nay'
keys Enter
see 'Chưa có chữ nào'
same 'no repeat without a reason' "$(acts intake)" 2
hand 'khám lại'
see 'khám lại'
take
same 'a repeat with its reason' "$(intakes | grep -c 'khám lại')" 1

# Leaving and undoing want their own Enter.
keys F3
see 'HOÀN TÁC việc gần nhất'
keys Enter
armed
same 'an Enter that is not armed undoes nothing' "$(acts undo)" 0
keys Escape
see "$waiting"
leave
finish
