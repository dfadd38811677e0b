#!/bin/sh
# A scanner on a USB port, with Debian's udevd and our rule, before a counter that an ordinary user runs: the scanner is his,
# the keyboards are not.
set -u
. tests/vm/lib.sh "$1"
udev
modules evdev hid-generic usbhid uhid dummy_hcd libcomposite usb_f_hid
demo
card=$(payload 01)
clerk

# Whether the clerk may open an input device whose name holds this.
may_read() { # NAME
    for node in /sys/class/input/event*; do
        if grep -q "$1" "$node/device/name"; then
            su clerk -s /bin/sh -c ": </dev/input/$(basename "$node")" 2>/dev/null
            return
        fi
    done
    return 2
}

SCANNER=keyboard
plug uhid vendor=046d product=c31c name='Logitech USB Keyboard'
SCANNER=one
usb hid 0c2e 0901 Honeywell 'Scanning 1450g'
plug gadget interval=8000
expect 'the clerk may read the scanner' until_true may_read 'Honeywell Scanning'
may_read 'Logitech'
same 'the keyboard is there and closed to the clerk' $? 1
may_read 'AT Translated'
same "so is the machine's own" $? 1
expect 'the rule gives the group and no more' [ "$(stat -c '%G %a' /dev/input/event* | grep -c '^tiepdon 660$')" = 1 ]

start 80x24
see '● quét'
scan "$card"
see 'NGUYỄN THỊ MAI ANH'
armed
drop

# Pulled out of the port within a scan and put in again: the node is a new one, udevd opens it to the clerk anew.
half "$(echo "$card" | cut -c 1-60)"
usb_unplug
see 'quét lại'
usb_plug
unplug
replug
see '● quét'
scan "$card"
see 'NGUYỄN THỊ MAI ANH'
finish
