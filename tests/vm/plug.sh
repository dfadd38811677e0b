#!/bin/sh
# Scanners come and go at any moment, and several type at once.
set -u
. tests/vm/lib.sh "$1"
modules evdev hid-generic uhid
ready='Quét thẻ, hoặc gõ số thẻ'

demo
card=$(payload 01)
other=$(payload 03)
start 80x24
see "$ready"
expect 'without a scanner the header says so' shows '○ quét'
plug uhid interval=2000
see '● quét'

# Pulled out within a scan: the half is dropped aloud, what comes next is whole.
half "$(echo "$card" | cut -c 1-60)"
unplug
see 'quét lại'
see '○ quét'
expect 'half a scan opens nothing' shows "$ready"
replug
see '● quét'
scan "$card"
see 'NGUYỄN THỊ MAI ANH'
armed
drop

# Pulled out between scans, plugged in again ten times: always found, never twice.
unplug
see 'Máy quét vừa bị rút ra'
for _ in 1 2 3 4 5; do
    replug
    unplug
done
replug
see '● quét'
scan "$card"
see 'NGUYỄN THỊ MAI ANH'
drop

# Half a scan without an end is dropped by itself.
half "$(echo "$card" | cut -c 1-60)"
see 'quét lại'
scan "$card"
see 'NGUYỄN THỊ MAI ANH'
drop

# A second scanner; both type at once and neither disturbs the other.
SCANNER=two
plug uhid serial=2 product=0b81 interval=2000
scan "$other"
see 'TRẦN VĂN LỘC'
drop
SCANNER=one
for _ in 1 2; do
    (SCANNER=two && scan "$other") &
    scan "$card"
    wait $!
    see 'Nguyễn Thị Mai Anh'
    see 'Trần Văn Lộc'
    keys 3
    unsee 'vừa quét'
    drop
    expect 'nobody waits' hides 'Chờ'
done
SCANNER=two
unplug
see 'Máy quét vừa bị rút ra'
expect 'the first one stays' shows '● quét'
SCANNER=one
scan "$card"
see 'NGUYỄN THỊ MAI ANH'
finish
