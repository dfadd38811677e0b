#!/bin/sh
# A scanner at the counter: at 8 ms and at 1 ms a report, with the ends that models send, and set to French keys.
set -u
. tests/vm/lib.sh "$1"
modules evdev hid-generic uhid
french='079092900009|025000009|Bùi Công Thành|08081992|Nam|9 Lý Thường Kiệt, P.7, à (é): #3|10122021'
citizen='079092900009|025000009|Bui Cong Thanh|08081992|Nam|9 Ly Thuong Kiet, Q.10|10122021'

# Twice the same person would be one review: each is dropped.
reads() { # TEXT MARK
    scan "$1"
    see 'BÙI CÔNG THÀNH'
    see "$2"
    armed # so no key of the scan took anybody in
    drop
}

demo
start 80x24
see 'Quét thẻ, hoặc gõ số thẻ'
plug uhid interval=8000
see '● quét'
reads "$citizen" 'Bui Cong Thanh'
set_scanner interval=1000
reads "$citizen" 'Bui Cong Thanh'
scan "$(payload 01)"
see '✓ KHỚP'
drop
for suffix in tab crlf; do
    set_scanner suffix=$suffix
    reads "$citizen" 'Bui Cong Thanh'
done
same 'nobody was taken in by a scan' "$(journal)" ''
leave

# A profile that names a keymap which is not there: the counter goes on without the scanner, and it is said where to mend it.
printf '[match]\ndevice = 0c2e:0901 Honeywell*\n[scanner]\nlayout = klingon\n' >keymaps/a-klingon.ini
"$PROGRAM" devices --data "$DATA" >"$WORK/devices"
same 'such a scanner is not ready' $? 1
expect 'and the profile is named' grep -q 'keymaps/a-klingon.ini, .* keymaps/klingon.xkb' "$WORK/devices"
expect 'with what hinders' grep -q 'Bảng phím của máy quét thiếu hoặc hỏng' "$WORK/devices"
rm keymaps/a-klingon.ini

# A scanner that a profile of the hospital's own describes: French keys, a code identifier before the text.
cat >keymaps/french.ini <<'INI'
[match]
device = 0581:0115 Racal*
[scanner]
layout = fr
prefix = ]Q1
suffix = enter
INI
unplug
start 80x24
see 'Quét thẻ, hoặc gõ số thẻ'
SCANNER=french
plug uhid vendor=0581 product=0115 name='Racal Barcode' layout=fr prefix=']Q1' interval=1000 way=altu
see '● quét'
reads "$french" 'Bùi Công Thành'
finish
