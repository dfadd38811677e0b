#!/bin/sh
# The milestone's own sentence: open the demo card with the facility mismatch, press Enter, find the correction in the
# journal; then take it back.
set -u
. tests/terminal/lib.sh "$1"

demo
start 80x24
see 'Quét thẻ, hoặc gõ số thẻ'
see 'DỮ LIỆU THỬ'
card 2
see 'NGUYỄN THỊ HÒA'
see '1 SAI LỆCH'
see '✗ SAI'
see 'SAU KHI SỬA: không đăng ký tại đây (79025 TTYT Thử)'
same 'nothing is written before Enter' "$(journal)" ''

counting
armed
keys Enter
see 'Đã tiếp nhận NGUYỄN THỊ HÒA'
counted 'facility mismatch' 1

fix=$(journal | awk -F, '$9 == "facility" { print $2, $10, $11, $12, $13, $14 }')
same 'the correction: kind, change, before, after, source, reason' "$fix" \
    'correction fix 79014 79025 register facility_different'
same 'its counter and clerk' "$(journal | awk -F, '$9 == "facility" { print $4, $5 }')" 'Quầy 3 Lan'
same 'its day' "$(journal | awk -F, '$9 == "facility" { print substr($3, 1, 10) }')" $DAY
same 'one intake' "$(acts intake)" 1
act=$(journal | awk -F, '$2 == "intake" { print $6 }')
same 'the correction belongs to the intake' "$(journal | awk -F, '$9 == "facility" { print $6 }')" "$act"
expect 'the intake holds the final facility' sh -c "printf '%s' \"\$1\" | grep -q ',79025,79014,register,'" - "$(intakes)"

# Today's list, and the undo by a counter-entry.
keys F4
see 'Hôm nay: 1 lượt'
see 'sửa 1'
keys Escape
see 'Vừa tiếp nhận (hôm nay 1)'
counting
keys F3
see 'HOÀN TÁC việc gần nhất của quầy này?'
see 'NGUYỄN THỊ HÒA · 20/07/1979'
see 'Quầy 3 · Lan'
take
see 'Đã hoàn tác NGUYỄN THỊ HÒA'
counted 'undo' 2
see 'đã hoàn tác'
same 'the counter-entry names what it undoes' "$(journal | awk -F, '$2 == "undo" { print $15 }')" "$act"
same 'the intake still stands in the journal' "$(acts intake)" 1
keys F3
see 'không còn gì để hoàn tác'

# Undone, so the same card is no repeat.
card 2
see '1 SAI LỆCH'
take
see 'Đã tiếp nhận NGUYỄN THỊ HÒA'
same 'taken in again' "$(acts intake)" 2
card 2
see 'ĐÃ TIẾP NHẬN HÔM NAY'
same 'the third time is a repeat' "$(acts intake)" 2
leave
finish
