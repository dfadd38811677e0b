#!/bin/sh
# Strokes that are lost, and those that are not: a slow disk loses none; a program that stands still too long loses some, says
# so and takes nothing of that scan. Measures how long it may stand still.
# machine: slow
set -u
. tests/vm/lib.sh "$1"
modules evdev hid-generic uhid virtio_blk ext4
until_true test -b /dev/vda
expect 'the disk is there' mount -t ext4 /dev/vda /disk
demo
card=$(payload 01)
cp -r "$DATA" /disk/data
DATA=/disk/data
start_in_shell 80x24 # tmux lets its own child go on at once when that is stopped
see 'Quét thẻ, hoặc gõ số thẻ'
plug uhid interval=1000
see '● quét'

either() {
    shows "$1" || shows "$2"
}

# Others write as much as the disk takes; the drafts of these reviews must be synced beside them.
while :; do
    dd if=/dev/zero of=/disk/other bs=64k count=16 conv=fsync 2>/dev/null
done &
writer=$!
scans=8
lost=0
for _ in $(seq $scans); do
    tell "scan $card"
    until_true either 'NGUYỄN THỊ MAI ANH' 'quét lại'
    if hides 'NGUYỄN THỊ MAI ANH' && [ "$(late)" -lt $STARVED_MS ]; then
        lost=$((lost + 1))
    elif hides 'NGUYỄN THỊ MAI ANH'; then
        echo "the machine was $(late) ms late: this scan proves nothing"
    fi
    keys Escape Escape
    until_true hides 'NGUYỄN THỊ MAI ANH'
done
kill $writer
same "of $scans scans at 1 ms, while every write waits, none is lost" "$lost" 0

# Whether a scan is whole although the program stands still for so many reports of it.
survives() { # REPORTS
    tell "stall $(pidof tiepdon) 20 $1"
    tell "scan $card"
    until_true either 'NGUYỄN THỊ MAI ANH' 'quét lại'
    if shows 'NGUYỄN THỊ MAI ANH'; then
        keys Escape Escape
        until_true hides 'NGUYỄN THỊ MAI ANH'
    else
        keys Escape # the sentence goes
        until_true hides 'quét lại'
        false
    fi
}

for interval in 1000 8000; do
    set_scanner interval=$interval
    lossless=4
    lossy=36
    while [ $((lossy - lossless)) -gt 1 ]; do
        middle=$(((lossless + lossy) / 2))
        if survives $middle; then lossless=$middle; else lossy=$middle; fi
    done
    ms=$((interval / 1000))
    expect "at $ms ms a report a stall of 22 reports loses nothing" [ $lossless -ge 22 ] # 21 with the scan codes
    echo "at $ms ms a report the longest stall that loses nothing: $lossless reports, $((lossless * ms)) ms"
done

tell "stall $(pidof tiepdon) 20 60"
tell "scan $card"
see 'quét lại'
expect 'nothing of a damaged scan is taken' shows 'Quét thẻ, hoặc gõ số thẻ'
scan "$card"
see 'NGUYỄN THỊ MAI ANH'
finish
