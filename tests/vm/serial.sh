#!/bin/sh
# A scanner that is a serial port: the bytes of the code as they are, whatever its letters.
set -u
. tests/vm/lib.sh "$1"
udev
modules evdev dummy_hcd libcomposite usb_f_acm cdc-acm
stranger='079190012345|025012345|Nguyễn Thị Ánh Đào|01011990|Nữ|Ấp Ô Môn, Xã Vĩnh Lộc, Cần Thơ|10122021'
demo
clerk

usb acm 0c2e 0720 Metrologic 'Metrologic Scanner'
until_true test -c /dev/ttyGS0
plug serial
start 100x30
see '● quét'
for suffix in enter crlf tab; do
    set_scanner suffix=$suffix
    scan "$stranger"
    see 'Nguyễn Thị Ánh Đào'
    see 'Ấp Ô Môn, Xã Vĩnh Lộc'
    drop
done

# Pulled out within a scan.
half "$(echo "$stranger" | cut -c 1-40)"
sleep 0.3 # the bytes are on their way through two drivers
usb_unplug
see 'quét lại'
see '○ quét'
usb_plug
unplug
replug
see '● quét'
scan "$stranger"
see 'Nguyễn Thị Ánh Đào'
finish
