#!/bin/sh
# The set-up screen: the code on it in every kind of terminal, and what it says of a scanner that types into this one.
set -u
. tests/terminal/lib.sh "$1"

head='Tiepdon|0123456789|aqwzym@#|dd d9'
waiting='Quét thẻ, hoặc gõ số thẻ'
demo

# Black on white, said by their numbers; the four cells behind are the margin of the code.
escape=$(printf '\033')
dark_on_light() {
    tm capture-pane -p -e -t $PANE | grep -qE "$escape\[30m$escape\[(47|107)m    "
}
reversed() {
    tm capture-pane -p -e -t $PANE | grep -qE "$escape\[7m    "
}

# An Enter right behind a scan would belong to it.
again() {
    keys Escape
    see "$waiting"
    keys F6
    see 'Quét mã này'
}

start 60x20
see "$waiting"
keys F6
see 'Quét mã này'
see '█▄▄▄▄▄█'
expect 'dark on light' dark_on_light

# What the terminal had is told; the Enter of the scan presses nothing.
scan "$head|é|ã|Đ|đ|ư|ễ|"
see 'Máy quét gửi đủ mọi chữ.'
see 'gõ vào màn hình này'
again
scan "$head|||||||"
see 'Máy quét làm mất chữ: é ã Đ đ ư ễ'
see 'tiepdon relay'
paste "$head|é|ã|?|?|?|?|"
see 'Máy quét làm mất chữ: Đ đ ư ễ'
scan "$(printf %s "$head" | sed 's/dd d9/đ d9/')|é|ã|Đ|đ|ư|ễ|"
see 'Telex'
see 'tắt bộ gõ'

# Garbage is a fault, typing is nothing, a card opens its review, and nothing was written anywhere.
again
hand 'Tiepdon'
scan '00020101021238540010A000000727012400069704|990110MAUMAUMAU0208QRIBFTTA53037045|4061000005802VN'
see 'Mã QR không'
see 'Quét mã này'
scan "$(payload 01)"
see 'NGUYỄN THỊ MAI ANH'
drop
keys F6
see 'Quét mã này'
keys Escape
see "$waiting"
expect 'no binding is written' sh -c "! grep -q '^bind' '$DATA/tiepdon.ini'"
expect 'no profile is written' test ! -e "$DATA/keymaps"
leave

# Black terminals of eight colours, and NO_COLOR: the code keeps its two colours, the rest has none.
for environment in TERM=screen TERM=linux 'NO_COLOR=1 TERM=xterm-256color'; do
    ENVIRONMENT=$environment
    start 80x24
    see "$waiting"
    keys F6
    see 'Quét mã này'
    see '█▀▀▀▀▀█'
    expect "dark on light with $environment" dark_on_light
done
keys Escape
see "$waiting"
same 'NO_COLOR leaves no colour after the code' "$(tm capture-pane -p -e -t $PANE | grep -cE "$escape\[[0-9;]*3[1-7]m")" 0

# Without colours a terminal is taken to be light on dark: the code is reversed.
ENVIRONMENT=TERM=vt220
start 80x24
see "$waiting"
keys F6
see 'Quét mã này'
expect 'reversed without colours' reversed
keys Escape
see "$waiting"
leave C-q
finish
