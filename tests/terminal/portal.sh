#!/bin/sh
# The portal's answer before Enter, after Enter, never; one that differs after Enter opens as a review and changes the
# record under its id.
set -u
. tests/terminal/lib.sh "$1"

waiting='Quét thẻ, hoặc gõ số thẻ'
demo
portal
newest() { # COLUMN of the newest intake
    "$PROGRAM" export intakes --data "$DATA" --from $DAY --to $DAY --json 2>/dev/null | tail -n 1 |
        sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p'
}
checked() { # so many checks are in the journal
    [ "$(acts check)" -ge "$1" ]
}

start 80x24
see "$waiting"
see 'CỔNG THỬ'

# Before Enter: the rows are the portal's.
scan "$(payload 01)"
see '♦79014 BV Mẫu'
take
same 'checked against the portal' "$(newest MA_DKBD) $(newest checked)" '79014 portal'
same 'asked once' "$(asked member)" 1

# The same card within minutes is answered from the register.
scan "$(payload 01)"
see '♦79014 BV Mẫu'
same 'not asked again' "$(asked member)" 1
keys r
see 'Cổng vừa trả lời người này'
same 'nor by its key, and told why' "$(asked member)" 1
drop

# After Enter, and it agrees: the list empties by itself, and the question that was out is the only one.
control fault=hold
scan "$(payload 08)"
see 'đang hỏi cổng'
take
see '1 người đã nhận, chưa kiểm tra'
control fault=none
unsee 'nhận, chưa kiểm tra'
expect 'the journal says that it was checked' until_true checked 1
same 'the export says so' "$(newest checked) $(newest late)" 'portal agrees'
same 'nobody asked twice' "$(asked member)" 2

# After Enter, and it differs (the register says 79047, the portal 79014): F9, the review, Enter; the export shows the
# revision under the same id.
control fault=hold
scan "$(payload 31)"
see 'đang hỏi cổng'
take
act=$(newest act)
control fault=none
see 'Cổng vừa trả lời khác hồ sơ đã nhận'
keys F9
see 'khác: Enter mở xem'
keys Enter
see 'XEM LẠI: đã nhận'
see '♦79014 BV Mẫu'
expect 'the difference is in the journal' until_true checked 2
armed
keys Enter
see 'Đã sửa hồ sơ đã nhận'
same 'the same id, a first revision, the portal'"'"'s word' \
    "$(newest act) $(newest revision) $(newest MA_DKBD)" "$act 1 79014"
see "$waiting"
unsee 'cần xem'

# Never: every screen answers meanwhile, and so does the way out; the record stays on the list.
leave
printf '[portal]\nanswer_seconds = 3\nconnect_seconds = 1\n' >>"$DATA/tiepdon.ini"
start 80x24
see "$waiting"
control fault=hang
scan "$(payload 02)"
see 'đang hỏi cổng'
keys F1
see 'Trợ giúp'
keys Escape
see 'NGUYỄN THỊ HÒA'
take
see '1 người đã nhận, chưa kiểm tra'
scan "$(payload 03)"
see 'TRẦN VĂN LỘC'
drop
leave

# Killed with somebody on the list: he is there still, and is worked off when his turn comes.
control fault=none
start 80x24
see '1 người đã nhận, chưa kiểm tra'
kill -9 "$(pid)"
expect 'kill -9 ends it' ended
start 80x24
see "$waiting"
WAIT_TENTHS=1000
unsee 'nhận, chưa kiểm tra'
WAIT_TENTHS=100
leave
"$PROGRAM" export journal --data "$DATA" --from $DAY --to $DAY --csv >"$WORK/all" 2>"$WORK/said"
same 'the journal is whole' "$?$(cat "$WORK/said")" 0
finish
