#!/bin/sh
# Two counters on one data directory: the same patient is one intake and one repeat; drafts and undo are each their own.
set -u
. tests/terminal/lib.sh "$1"

demo
waiting='Quét thẻ, hoặc gõ số thẻ'
at() { # 1 or 2: the counter that the next lines speak of
    PANE=t$1
}

at 1
start 80x24
see "$waiting"
see '· Quầy 3 ·'
at 2
start 80x24 --clerk Mai
see "$waiting"
see '· Quầy 3 (2) ·'

# Both open the same patient before either takes him in.
at 1
scan "$(payload 01)"
armed
at 2
scan "$(payload 01)"
armed
at 1
take
see 'Đã tiếp nhận NGUYỄN THỊ MAI ANH'
at 2
keys Enter
see 'Người này vừa được tiếp nhận ở quầy khác'
same 'one intake' "$(acts intake)" 1
see 'ĐÃ TIẾP NHẬN HÔM NAY'
see 'Quầy 3, Lan'
armed
keys Enter
see 'Lý do tiếp nhận lần nữa hôm nay'
hand 'cấp cứu'
take
same 'one intake and one repeat' "$(intakes | awk -F, '{ print $4, $5, $7 }' | sort | tr '\n' ' ')" \
    'Lan admitted match Mai admitted repeat '

# Each undoes its own act.
at 1
keys F3
see 'Quầy 3 · Lan'
take
at 2
keys F3
see 'Quầy 3 (2) · Mai'
take
same 'two counter-entries' "$(acts undo)" 2
keys F3
see 'không còn gì để hoàn tác'

# Each finds its own draft.
at 1
scan "$(payload 02)"
see 'NGUYỄN THỊ HÒA'
at 2
scan "$(payload 03)"
see 'TRẦN VĂN LỘC'
for counter in 1 2; do
    at $counter
    kill -9 "$(pid)"
    expect 'kill -9 ends it' ended
done
at 1
start 80x24
see 'NGUYỄN THỊ HÒA'
at 2
start 80x24
see 'TRẦN VĂN LỘC'
take
at 1
take
by_counter=$(journal | awk -F, '$2 == "intake" { print $4 }' | sort | uniq -c | awk '{ printf "%s ", $1 }')
same 'two intakes at each' "$by_counter" '2 2 '

# What one takes in shows in the other's list.
keys F4
see 'TRẦN VĂN LỘC'
keys Escape
see "$waiting"
leave
at 2
leave
"$PROGRAM" export journal --data "$DATA" --from $DAY --to $DAY --csv >"$WORK/all" 2>"$WORK/said"
same 'the journal is whole' "$?$(cat "$WORK/said")" 0
finish
