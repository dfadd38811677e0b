#!/bin/sh
# Bytes that no clerk types: foreign sequences, Alt, mouse, control keys, broken UTF-8, a picture's bytes. Nothing of it
# takes anybody in, ends the program or leaves text behind.
set -u
. tests/terminal/lib.sh "$1"

demo
moved=$(payload 02)
waiting='Quét thẻ, hoặc gõ số thẻ'
start 80x24
see "$waiting"

# Sequences by name: what is before the colon is said on failure, the rest are bytes in hexadecimal.
strange() {
    cat <<'END'
Alt with a: 1b 61
Alt with Enter: 1b 0d
Alt with 1: 1b 31
Shift with F3: 1b 5b 31 33 3b 32 7e
F13 and F20: 1b 5b 32 35 7e 1b 5b 33 34 7e
Control with arrow: 1b 5b 31 3b 35 43
mouse, X10: 1b 5b 4d 20 21 21
mouse, SGR: 1b 5b 3c 30 3b 31 30 3b 31 30 4d
focus in and out: 1b 5b 49 1b 5b 4f
cursor report: 1b 5b 31 32 3b 34 30 52
device attributes: 1b 5b 3f 36 32 3b 34 63
window title by OSC: 1b 5d 30 3b 45 6e 74 65 72 07
a device string: 1b 50 31 71 33 1b 5c
kitty key: 1b 5b 31 33 3b 35 75
CSI without end, then a letter: 1b 5b 33 33 33 6d
NUL: 00
Control A to Z without E, Enter, Q: 01 02 03 08 0b 0c 0e 0f 10 12 13 16 17 18 19 1a
Control with brackets: 1c 1d 1e 1f
a lone continuation: 80 bf
a cut character: e1 ba
an overlong slash: c0 af
a surrogate: ed a0 80
beyond Unicode: f5 80 80 80
Latin-1: e9 e0 fc
byte order mark: ef bb bf
END
}

alive() {
    kill -0 "$(pid)" 2>/dev/null && ! dead
}

# On the waiting screen, then over an armed review.
each_strange() { # WHAT
    strange | while IFS=: read -r name bytes; do
        tm send-keys -t $PANE -H $bytes
        sleep 0.03 # so that each is a key of its own, not one burst
        alive || echo "$name ended the program"
    done
    same "every strange key $1" "$(alive || echo dead)" ''
    same "nothing is written by strange keys $1" "$(journal)" ''
}
each_strange 'on the waiting screen'
escape_to "$waiting"
scan "$moved"
see '1 SAI LỆCH'
armed
each_strange 'over an armed review'
resize 100x30
see 'NGUYỄN THỊ HÒA'
escape_to "$waiting"
resize 80x24

# In a line nothing of them becomes text.
scan "$moved"
see '1 SAI LỆCH'
keys Home Down e
see '› Nguyễn Thị Hoà'
for bytes in '1b 61' '1b 5b 31 33 3b 32 7e' '1b 5b 3c 30 3b 31 30 3b 31 30 4d' '00' '80 bf' 'ed a0 80' \
    '1b 5d 30 3b 45 6e 74 65 72 07'; do
    raw $bytes
    sleep 0.03
done
keys End
hand ' X'
see '› Nguyễn Thị Hoà X'
keys Escape
see 'SAI LỆCH —'
drop

# The bytes of a picture, typed in one go and pasted.
picture=$DATA/cards/02-facility.png
raw $(od -An -v -tx1 "$picture" | tr -d '\n')
expect 'the program lives after a picture' alive
same 'a picture takes nobody in' "$(journal)" ''
tm load-buffer -b picture "$picture" \; paste-buffer -p -d -b picture -t $PANE
expect 'the program lives after a pasted picture' alive
same 'a pasted picture takes nobody in' "$(journal)" ''

# Afterwards it works as before.
escape_to "$waiting"
scan "$moved"
see '1 SAI LỆCH'
take
same 'one intake' "$(acts intake)" 1
leave
finish
