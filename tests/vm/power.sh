#!/bin/sh
# The power goes while patients are taken in: whoever the screen said was taken in is in the journal, the chain is whole, the
# counter opens again with the review that was open.
# machine: disk
# machine: starts=4
set -u
. tests/vm/lib.sh "$1"
modules evdev hid-generic uhid virtio_blk ext4
until_true test -b /dev/vda
expect "the disk can be read" mount -t ext4 /dev/vda /disk
DATA=/disk/data
if [ "$boot" = 1 ]; then
    cp -r /app/demo "$DATA"
    sync
fi

# The host keeps what the screen said: it is no part of the disk that is tested.
told() { # NAME
    echo "$1" >>/kept/told
}

# The export proves the chain before it prints an entry.
whole() {
    journal >"$WORK/journal" && [ -s "$WORK/journal" ]
}

in_journal() { # NAME
    intakes | grep -qF "$1"
}

taken_in() { # NUMBER NAME
    scan "$(payload "$1")"
    see "$2"
    armed
    keys Enter
}

if [ "$boot" -gt 1 ]; then
    expect 'the journal is whole' whole
    while read -r name; do
        expect "$name is in the journal" in_journal "$name"
    done </kept/told
fi
start 80x24
plug uhid interval=1000
see '● quét'
case $boot in
1) # at the very moment of the sentence
    taken_in 01 'NGUYỄN THỊ MAI ANH'
    see 'Đã tiếp nhận NGUYỄN THỊ MAI ANH'
    told 'NGUYỄN THỊ MAI ANH'
    scan "$(payload 07)"
    see 'VÕ MINH KHOA'
    armed
    finish
    keys Enter
    until_true shows 'Đã tiếp nhận VÕ MINH KHOA' && told 'VÕ MINH KHOA'
    power_cut
    ;;
2) # while it is written
    taken_in 09 'BÙI CÔNG THÀNH'
    see 'Đã tiếp nhận BÙI CÔNG THÀNH'
    told 'BÙI CÔNG THÀNH'
    scan "$(payload 31)"
    see 'ĐINH CÔNG TÂM'
    armed
    sleep 2 # what is open is on the disk within a second
    finish
    keys Enter
    power_cut
    ;;
3) # in an open review
    in_journal 'ĐINH CÔNG TÂM' || { see 'ĐINH CÔNG TÂM' && drop; } # taken in, or open as it was
    scan "$(payload 02)"
    see 'NGUYỄN THỊ HÒA'
    sleep 2
    finish
    power_cut
    ;;
*)
    see 'NGUYỄN THỊ HÒA'
    drop
    taken_in 26 'LÂM BẢO NGÂN'
    see 'Đã tiếp nhận LÂM BẢO NGÂN'
    finish
    ;;
esac
