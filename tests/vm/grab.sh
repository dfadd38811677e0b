#!/bin/sh
# What the counter reads nobody else reads: neither the console nor a second reader of the device.
set -u
. tests/vm/lib.sh "$1"
modules evdev hid-generic uhid

# The console's line, as a shell on it would get it, and every event that a second reader gets.
listen() {
    : >"$WORK/console"
    : >"$WORK/events"
    cat /dev/tty1 >>"$WORK/console" &
    cat "$node" >>"$WORK/events" &
    reader=$!
}

plug uhid interval=2000
node=/dev/input/$(basename "$(ls -d /sys/devices/virtual/misc/uhid/*/input/input*/event*)")
stty -F /dev/tty1 sane -echo
listen
scan hello
expect 'without the counter the console hears the scanner' until_true grep -q hello "$WORK/console"
expect 'and a second reader does' test -s "$WORK/events"

demo
card=$(payload 01)
start 80x24
see '● quét'
: >"$WORK/console"
: >"$WORK/events"
scan "$card"
see 'NGUYỄN THỊ MAI ANH'
same 'nothing leaks to the console' "$(wc -c <"$WORK/console")" 0
same 'nothing leaks to a second reader' "$(wc -c <"$WORK/events")" 0
drop
leave
scan hello
expect 'when the counter has ended the scanner is free again' until_true grep -q hello "$WORK/console"

# Held by another program: it is named, and the scanner is taken as soon as that lets go.
kill $reader
"$BIN/vm-grab" "$node" &
holder=$!
start 80x24
see 'Chương trình vm-grab đang giữ máy quét'
kill $holder
see '● quét'
scan "$card"
see 'NGUYỄN THỊ MAI ANH'
finish
