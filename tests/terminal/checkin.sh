#!/bin/sh
# Check-in files: one for each intake, one that replaces it when a late answer differs, one that cancels it after F3; a
# record that comes back complete goes to the portal and its receipt into the export, an incomplete one is refused.
set -u
. tests/terminal/lib.sh "$1"

waiting='Quét thẻ, hoặc gõ số thẻ'
OUT=$WORK/his
BACK=$WORK/back
mkdir "$OUT" "$BACK"
demo
portal 'answer_seconds = 8' 'connect_seconds = 1'
printf '[checkin]\ndir = %s\nback = %s\nsend = yes\n' "$OUT" "$BACK" >>"$DATA/tiepdon.ini"

newest() { # COLUMN of the newest intake
    "$PROGRAM" export intakes --data "$DATA" --from $DAY --to $DAY --json 2>/dev/null | tail -n 1 |
        sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p'
}
file() { # ID NUMBER-ACTION: the check-in file of an intake
    echo "$OUT/20261120-$1-$2.xml"
}
item() { # NAME FILE
    sed -n "s|.*<$1>\([^<]*\)</$1>.*|\1|p" "$2"
}
fill() { # NAME VALUE: a line of sed
    echo "s|<$1></$1>|<$1>$2</$1>|"
}
# As the hospital's system does it: MA_BN and the items 19 to 25 filled. Under a hidden name until it is whole, and last
# written an hour ago, so that it is still.
complete() { # FROM NAME WITHOUT
    {
        fill MA_BN BN0001
        fill MA_DOITUONG_KCB 1.1
        fill MA_DICH_VU 02.1897
        fill TEN_DICH_VU 'Khám nội'
        fill MA_THUOC 40.1
        fill TEN_THUOC Paracetamol
        fill MA_VAT_TU N01
        fill TEN_VAT_TU 'Bơm tiêm'
        fill NGAY_YL 202611200900
    } | grep -v "<$3>" | sed -f /dev/stdin "$1" >"$BACK/.$2"
    touch -d '1 hour ago' "$BACK/.$2"
    mv "$BACK/.$2" "$BACK/$2"
}
receipt_of() { # ID
    "$PROGRAM" export intakes --data "$DATA" --from $DAY --to $DAY --json 2>/dev/null |
        sed -n '/"act":"'"$1"'"/s/.*"receipt":"\([^"]*\)".*/\1/p'
}
has_receipt() { # ID
    [ -n "$(receipt_of "$1")" ]
}

start 80x24
see "$waiting"

# Taken in, and the portal agrees: a file.
scan "$(payload 01)"
see '♦79014 BV Mẫu'
take
first=$(newest act)
expect 'an intake has its file' until_true test -s "$(file "$first" 00-new)"
same 'under its id' "$(item MA_LK "$(file "$first" 00-new)")" "$first"
same 'the items of the hospital are left to it' "$(item MA_BN "$(file "$first" 00-new)")" ''

# Enter before the answer, which differs (the register says 79047, the portal 79014): the revision replaces the file.
control fault=hold
scan "$(payload 31)"
see 'đang hỏi cổng'
take
second=$(newest act)
expect 'what was taken in unchecked has its file' until_true test -s "$(file "$second" 00-new)"
same 'with what was known' "$(item MA_DKBD "$(file "$second" 00-new)")" 79047
control fault=none
see 'Cổng vừa trả lời khác hồ sơ đã nhận'
keys F9
see 'khác: Enter mở xem'
keys Enter
see '♦79014 BV Mẫu'
armed
keys Enter
see 'Đã sửa hồ sơ đã nhận'
expect 'the revision has a file that replaces it' until_true test -s "$(file "$second" 01-replace)"
same 'under the same id' "$(item MA_LK "$(file "$second" 01-replace)")" "$second"
same 'with the value of the portal' "$(item MA_DKBD "$(file "$second" 01-replace)")" 79014
see "$waiting"

# Undone: a file that cancels it.
scan "$(payload 08)"
see '♦'
take
third=$(newest act)
expect 'the third has its file' until_true test -s "$(file "$third" 00-new)"
keys F3
see 'Hoàn tác'
take
expect 'an undo has a file that cancels' until_true test -s "$(file "$third" 01-cancel)"
same 'under the same id' "$(item MA_LK "$(file "$third" 01-cancel)")" "$third"

# Back from the hospital's system: the complete one is sent, the one without MA_BN is refused and says why.
WAIT_TENTHS=400
complete "$(file "$first" 00-new)" first.xml NONE
complete "$(file "$second" 01-replace)" second.xml MA_BN
see 'Có hồ sơ trả về chưa đủ'
expect 'the portal gives a receipt' until_true has_receipt "$first"
same 'the same as it gave' "$(receipt_of "$first")" "$(journal | awk -F, '$2 == "receipt" { print $12 }')"
same 'one record went out' "$(asked record)" 1
expect 'the record is taken' test -f "$BACK/taken/first.xml"
expect 'what lacks something is refused' until_true test -f "$BACK/refused/second.xml"
expect 'and says what it lacks' grep -q '^missing MA_BN: ' "$BACK/refused/second.xml.txt"
same 'no copy of what was sent stays' "$(ls "$DATA" | grep -c '^checkin-.*\.xml$')" 0

# Killed while the portal answers, which has the record: sent again, one receipt.
control 'fault=hang&on=record'
complete "$(file "$second" 01-replace)" second.xml NONE
expect 'it goes out' until_true has_asked record 2
kill -9 "$(pid)"
expect 'kill -9 ends it' ended
control 'fault=none&on=record'
start 80x24
see "$waiting"
expect 'it is sent again' until_true has_receipt "$second"
same 'two receipts in all' "$(acts receipt)" 2
leave

# Without `send` nothing goes out, and nothing is taken.
sed -i 's/^send = yes/send = no/' "$DATA/tiepdon.ini"
control forget
complete "$(file "$third" 00-new)" third.xml NONE
start 80x24
see "$waiting"
scan "$(payload 02)"
see '♦'
take
expect 'files are written' until_true test -s "$(file "$(newest act)" 00-new)"
expect 'what came back stays where it is' test -f "$BACK/third.xml"
same 'nothing went out' "$(asked record)" 0
leave
"$PROGRAM" export journal --data "$DATA" --from $DAY --to $DAY --csv >"$WORK/all" 2>"$WORK/said"
same 'the journal is whole' "$?$(cat "$WORK/said")" 0
finish
