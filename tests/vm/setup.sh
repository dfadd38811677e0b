#!/bin/sh
# A scanner that nobody knows, set to another country, is set up by the code on the screen and then reads Vietnamese names;
# a scanner in use is told of letters it drops, and changed after an Enter only.
set -u
. tests/vm/lib.sh "$1"
modules evdev hid-generic uhid
code='Tiepdon|0123456789|aqwzym@#|dd d9|é|ã|Đ|đ|ư|ễ|'
citizen='079092900009|025000009|Bùi Công Thành|08081992|Nam|9 Lý Thường Kiệt, Q.10|10122021'

opens() {
    keys F6
    see 'Quét mã này'
}

back() {
    keys Escape
    see 'Quét thẻ, hoặc gõ số thẻ'
}

demo
start 80x24
see 'Quét thẻ, hoặc gõ số thẻ'
plug uhid vendor=1209 product=0002 name='Acme Reader' serial=ACME0001 layout=fr way=alt3 interval=4000
expect 'a stranger is not taken' shows '○ quét'
opens
scan "$code"
see 'Pháp (AZERTY)'
see 'Alt + mã UTF-8'
see 'Máy quét gửi đủ mọi chữ.'
see 'keymaps/1209-0002-'
see '● quét'
back
expect 'the profile is written' grep -q '^layout = fr' "$DATA"/keymaps/1209-0002-*.ini
expect 'the binding is written' grep -q '^bind = 1209:0002/serial/ACME0001 1209-0002-' "$DATA/tiepdon.ini"
scan "$citizen"
see 'Bùi Công Thành'
drop

# The same at the next start.
leave
start 80x24
see '● quét'
scan "$citizen"
see 'Bùi Công Thành'
drop

# Its settings were changed: what is lost is told, what is to be done too; nothing is written without an Enter.
for way in altu ctrlu; do
    set_scanner "way=$way"
    opens
    scan "$code"
    see 'Máy quét gửi đủ mọi chữ.'
    back
done
set_scanner way=drop
set_scanner layout=us
opens
scan "$code"
see 'Máy quét làm mất chữ: é ã Đ đ ư ễ'
see 'USB serial'
armed
back
expect 'Esc leaves the profile as it was' grep -q '^layout = fr' "$DATA"/keymaps/1209-0002-*.ini
opens
scan "$code"
armed
keys Enter
see 'keymaps/1209-0002-'
back
expect 'Enter writes it anew' grep -q '^layout = us' "$DATA"/keymaps/1209-0002-*.ini
scan "$(payload 01)"
see 'NGUYỄN THỊ MAI ANH'
drop

# Fingers on a strange keyboard: nothing is bound, however long they type.
SCANNER=two
plug uhid vendor=1209 product=0003 name='Keyboard' serial=KEYS0001 interval=50000
opens
scan 'asdf jkl asdf jkl asdf'
back
expect 'a keyboard is not bound' sh -c "! grep -q 1209:0003 '$DATA/tiepdon.ini'"
finish
