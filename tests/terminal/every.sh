#!/bin/sh
# Every demonstration card: its picture gives the verdict of its index, and its proposal leads to a sensible end.
set -u
. tests/terminal/lib.sh "$1"

demo
waiting='Quét thẻ, hoặc gõ số thẻ'
start 80x24
see "$waiting"

# What the screen says of a verdict.
mark() { # VERDICT
    case $1 in
    match) echo '✓ KHỚP' ;;
    mismatch) echo 'SAI LỆCH' ;;
    identity) echo '✗ SAI' ;;
    identity_stop) echo '✗ CÓ THỂ LÀ NGƯỜI KHÁC' ;;
    invalid) echo 'bấm 1, 2 hoặc 3' ;;
    not_found) echo 'KHÔNG TÌM THẤY' ;;
    unsynced) echo 'CCCD CHƯA ĐỒNG BỘ' ;;
    unchecked) echo 'CHƯA KIỂM TRA ĐƯỢC' ;;
    found) echo 'ĐÃ TÌM THẤY, chưa đối chiếu' ;;
    unreadable) echo 'Mã QR không nhận dạng được' ;;
    esac
}

# The keys that the verdict proposes.
settle() { # VERDICT
    case $1 in
    match | mismatch | not_found | unsynced | unchecked) take ;;
    identity)
        see 'Space chọn, e gõ'
        hand ' ' # the system's value
        see '→ theo HT'
        take
        ;;
    identity_stop) hand 3 ;;
    invalid) hand 1 ;;
    found)
        text "$year"
        take
        ;;
    unreadable) ;;
    esac
    see "$waiting"
}

# How it must end: the status of its intake.
end_of() { # VERDICT
    case $1 in
    match | mismatch | identity | found) echo admitted ;;
    identity_stop | invalid | not_found | unsynced | unchecked) echo provisional ;;
    unreadable) echo none ;;
    esac
}

letters='123456789abcdefghijklmnopqrstuvwxyz'
position=0
taken=0
while IFS='	' read -r number picture verdict title english; do
    position=$((position + 1))
    key=$(printf %s "$letters" | cut -c"$position")
    year=$("$PROGRAM" read "$DATA/$picture" | "$PROGRAM" check --data "$DATA" --json - |
        sed -n 's/.*"birth_date":"[0-9][0-9]\([0-9][0-9]\).*/\1/p')
    card "$key"
    see "$(mark "$verdict")"
    counting
    settle "$verdict" </dev/null
    case $verdict in
    mismatch) counted 'every safe mismatch of a card' 1 ;;
    identity) counted 'a name, birth date or gender differs' 2 ;;
    not_found) counted 'not found' 1 ;;
    unchecked) counted 'provisional' 1 ;;
    esac
    end=$(end_of "$verdict")
    [ "$end" = none ] || taken=$((taken + 1))
    same "intakes after $picture" "$(intakes | wc -l)" "$taken"
    [ "$end" = none ] && continue
    same "the end of $picture" "$(intakes | tail -n 1 | awk -F, '{ print $5, $7 }')" "$end $verdict"
done <"$DATA/cards.txt"
same 'every card was opened' "$position" "$(wc -l <"$DATA/cards.txt")"
leave
finish
