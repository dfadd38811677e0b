#!/bin/sh
# A scanner at the counter: at 8 ms and at 1 ms a report, with the ends that models send.
set -u
. tests/vm/lib.sh "$1"
modules evdev hid-generic uhid
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
finish
