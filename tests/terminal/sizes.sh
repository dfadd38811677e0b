#!/bin/sh
# Windows from 60x20 on, resized at any moment; terminals with few abilities; no row wider than its window.
set -u
. tests/terminal/lib.sh "$1"

demo
moved=$(payload 02)
waiting='Quét thẻ, hoặc gõ số thẻ'

# tmux joins a row that was wider than the pane to the one below it; -J shows that by a longer line.
widest() {
    tm capture-pane -p -J -t $PANE | wc -L
}
fits() { # SIZE
    expect "no row is wider than $1" [ "$(widest)" -le "${1%x*}" ]
    expect "no row is missing at $1" [ "$(screen | wc -l)" -le "${1#*x}" ]
}

# Every size shows the verdict, the key that settles it and the row that is wrong.
for size in 80x24 60x20 120x40 200x60; do
    start $size
    see "$waiting"
    fits $size
    scan "$moved"
    see '1 SAI LỆCH'
    armed
    see '✗ SAI'
    see 'SAU KHI SỬA'
    fits $size
    keys F1
    see 'Trợ giúp'
    fits $size
    keys Escape
    see '✗ SAI'
    drop
    leave
done

# Resized during a review and during an edit: nothing is lost.
start 80x24
see "$waiting"
scan "$moved"
see '1 SAI LỆCH'
keys Home Down e
keys End
hand ' Lan'
see '› Nguyễn Thị Hoà Lan'
for size in 60x20 120x40 61x21 80x24; do
    resize $size
    see '› Nguyễn Thị Hoà Lan'
    see 'NGUYỄN THỊ HÒA'
    fits $size
done

# Too small: one sentence, and everything is still there afterwards; a key pressed blindly writes nothing.
for size in 59x20 60x19 20x5 1x1; do
    resize $size
    [ $size = 1x1 ] || see 'Cửa sổ nhỏ quá'
    keys Enter
    resize 80x24
    see 'NGUYỄN THỊ HÒA'
done
same 'nothing was written in a window too small' "$(journal)" ''
kill "$(pid)"
expect 'the program ends' ended

# Terminals: every verdict is a word and a mark, so it works without colour.
for terminal in xterm-256color screen-256color linux vt100; do
    demo
    ENVIRONMENT="TERM=$terminal"
    start 80x24
    see "$waiting"
    scan "$moved"
    see '1 SAI LỆCH'
    take
    fits 80x24
    same "taken in on $terminal" "$(acts intake)" 1
    leave C-q # its function keys may be others than those of tmux
done
demo
ENVIRONMENT='NO_COLOR=1'
start 80x24
scan "$moved"
see '✗ SAI'
colours=$(tm capture-pane -p -e -t $PANE | grep -cE "$(printf '\033')\[[0-9;]*3[1-7]m")
same 'NO_COLOR leaves no colour' "$colours" 0
drop
leave
ENVIRONMENT=
start 80x24
scan "$moved"
see '✗ SAI'
colours=$(tm capture-pane -p -e -t $PANE | grep -cE "$(printf '\033')\[[0-9;]*3[1-7]m")
expect 'otherwise there is colour' [ "$colours" -gt 0 ]
drop
leave

ENVIRONMENT='TERM=unknown-thing'
start_in_shell 80x24
see 'ended with 74'
see 'TERM'
ENVIRONMENT='LC_ALL=C LANG=C'
start 80x24
see "$waiting"
see 'DỮ LIỆU THỬ'
leave
finish
