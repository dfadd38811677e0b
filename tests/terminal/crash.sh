#!/bin/sh
# Nothing typed is lost: killed, hung up, terminated, the terminal taken away; and the terminal is left as it was.
set -u
. tests/terminal/lib.sh "$1"

demo
moved=$(payload 02)
waiting='Quét thẻ, hoặc gõ số thẻ'

program_id() { # the child of the shell
    tr -d ' ' <"/proc/$(pid)/task/$(pid)/children"
}
gone() {
    ! kill -0 "$1" 2>/dev/null
}
half_an_edit() {
    scan "$moved"
    see '1 SAI LỆCH'
    keys Home Down e
    see '› Nguyễn Thị Hoà'
    keys End
    hand ' Lan'
    see '› Nguyễn Thị Hoà Lan'
}
edit_is_there() {
    see 'NGUYỄN THỊ HÒA'
    see '› Nguyễn Thị Hoà Lan'
}

# Killed without warning.
start 80x24
see "$waiting"
half_an_edit
kill -9 "$(pid)"
expect 'kill -9 ends it' ended
start 80x24
edit_is_there
same 'nothing was written' "$(journal)" ''
keys Escape
see 'SAI LỆCH'
take
see 'Đã tiếp nhận NGUYỄN THỊ HÒA'

# A queue and a half typed number survive too.
scan "$(payload 01)"
see 'NGUYỄN THỊ MAI ANH'
scan "$(payload 03)"
see 'NGƯỜI KHÁC'
hand 1
see '── Chờ 1: Trần Văn Lộc'
kill -9 "$(pid)"
expect 'kill -9 ends it' ended
start 80x24
see 'NGUYỄN THỊ MAI ANH'
see '── Chờ 1: Trần Văn Lộc'
take_next() {
    armed
    keys Enter
}
take_next
see 'TRẦN VĂN LỘC'
take_next
see "$waiting"
hand 07990
see '› 07990'
kill -9 "$(pid)"
expect 'kill -9 ends it' ended
start 80x24
see '› 07990'
keys Escape
see "$waiting"
same 'three intakes, each once' "$(acts intake)" 3
leave

# Signals that ask: the terminal is as it was, the draft is there.
for signal in TERM HUP INT; do
    start_in_shell 80x24
    see "$waiting"
    scan "$(payload 04)"
    see '3 SAI LỆCH'
    kill -$signal "$(program_id)"
    restored 0
    start 80x24
    see 'PHẠM THỊ NGỌC THÚY'
    drop
    leave
done

# The terminal goes away: by SIGHUP, and for a program that was started with it ignored.
for way in '' 'trap "" HUP'; do
    start_in_shell 80x24 "$way"
    see "$waiting"
    scan "$(payload 05)"
    see 'LÊ QUỐC ĐẠT'
    program=$(program_id)
    tm kill-session -t $PANE
    expect "the program ends with its terminal ($way)" until_true gone "$program"
    start 80x24
    see 'LÊ QUỐC ĐẠT'
    drop
    leave
done
same 'still three intakes' "$(acts intake)" 3
finish
