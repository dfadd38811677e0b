#!/bin/sh
# A scanner in the mode HID POS, which is no keyboard: its reports are read raw, a long code comes in several.
set -u
. tests/vm/lib.sh "$1"
modules evdev hid-generic uhid
stranger='079190012345|025012345|Nguyễn Thị Ánh Đào|01011990|Nữ|Ấp Ô Môn, Xã Vĩnh Lộc, Cần Thơ|10122021'
demo
card=$(payload 01)
start 100x30
see 'Quét thẻ, hoặc gõ số thẻ'
plug pos product=0b61 name='Honeywell HID POS scanner'
see '● quét'
same 'it is no input device' "$(grep -l 'HID POS' /sys/class/input/event*/device/name)" ''
for interval in 8000 1000; do
    set_scanner interval=$interval
    scan "$stranger"
    see 'Nguyễn Thị Ánh Đào'
    see 'Ấp Ô Môn, Xã Vĩnh Lộc'
    drop
    scan "$card"
    see '✓ KHỚP'
    drop
done
unplug
see '○ quét'
replug
see '● quét'
scan "$card"
see '✓ KHỚP'
finish
