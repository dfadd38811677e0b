#!/bin/sh
# The camera's key where there is no camera: a sentence, the terminal untouched, no process left, and scans work on.
set -u
. tests/terminal/lib.sh "$1"

demo
moved=$(payload 02)
waiting='Quét thẻ, hoặc gõ số thẻ'
printf '[camera]\ndevice = /dev/video-missing\n' >>"$DATA/tiepdon.ini"

feeds() {
    pgrep -c -P "$(pid)" || true
}
none() {
    [ "$(feeds)" = 0 ]
}

start 80x24
see "$waiting"
keys F8
see 'Chưa thấy camera: cắm camera vào rồi bấm F8, hoặc gõ số thẻ.'
see "$waiting"
expect 'no feed is left' until_true none

# From a review the sentence stands in the review.
scan "$moved"
see '1 SAI LỆCH'
keys F8
see 'Chưa thấy camera'
see '1 SAI LỆCH'
take
leave

# A camera of the host is not looked at for a clerk who sits elsewhere.
demo
ENVIRONMENT='SSH_CONNECTION=x'
start 80x24
see "$waiting"
keys C-k
see 'Phiên từ xa: camera của máy chủ chỉ dùng khi'
leave

# Of a feed that cannot even start nothing stays on the screen either: keys and scans work on.
same 'the feed is no command for people' "$("$PROGRAM" camera-feed '' >"$WORK/said" 2>&1; echo $?)" 64
same 'and says nothing' "$(cat "$WORK/said")" ''
finish
