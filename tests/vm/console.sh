#!/bin/sh
# The counter on the Linux console with Debian's Vietnamese fonts: every character is shown as itself.
# machine: screen
set -u
. tests/vm/lib.sh "$1"
modules evdev hid-generic uhid bochs
zcat /usr/share/consolefonts/Vietnamese-Fixed16.psf.gz | loadfont
demo
SCANNER=keyboard
plug uhid vendor=046d product=c31c name='Logitech USB Keyboard'

legible() {
    vm-console glyphs 1
}

console
see 'Quét thẻ, hoặc gõ số thẻ'
expect 'the first screen is legible' legible
SCANNER=one
plug uhid interval=1000
see '● quét'
for number in 02 17 20; do
    scan "$(payload $number)"
    see 'Hệ thống giám định'
    expect "the review of card $number is legible" legible
    drop
done
for key in F1 F4 F5; do
    keys $key
    unsee 'Quét thẻ, hoặc gõ số thẻ'
    expect "the screen of $key is legible" legible
    keys Escape
    see 'Quét thẻ, hoặc gõ số thẻ'
done
scan "$(payload 01)"
armed
keys Enter
see 'Đã tiếp nhận NGUYỄN THỊ MAI ANH'
expect 'the notice is legible' legible
finish
