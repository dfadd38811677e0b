#!/bin/sh
# A backup that is due is told on the waiting screen; one made while the counter runs holds what the counter wrote.
set -u
. tests/terminal/lib.sh "$1"

demo
start 80x24
see 'Quét thẻ, hoặc gõ số thẻ'
card 1
take
expect 'a backup is made while the counter runs' "$PROGRAM" backup "$WORK/copies" --data "$DATA" >"$WORK/copy" 2>"$WORK/said"
card 2
take
COPY=$(cat "$WORK/copy")
expect 'a directory in use is not replaced' sh -c "! \"\$0\" restore \"\$1\" --data \"\$2\" --replace 2>'$WORK/said'" \
    "$PROGRAM" "$COPY" "$DATA"
same 'the counter has both' "$(acts intake)" 2
leave
expect 'and when it left it is' "$PROGRAM" restore "$COPY" --data "$DATA" --replace 2>"$WORK/said"
same 'what was there when it was copied' "$(acts intake)" 1
start 80x24
see 'Vừa tiếp nhận (hôm nay 1)'
leave

# Demonstration data needs none; a hospital's does.
DATA=$WORK/hospital
mkdir "$DATA"
printf '[hospital]\nfacility = 79014\n' >"$DATA/tiepdon.ini"
date -d '9 days ago' +%s >"$DATA/backup.stamp"
start 80x24
see 'Đã lâu chưa sao lưu: nhờ kỹ thuật chạy tiepdon backup.'
leave
expect 'a backup of it' "$PROGRAM" backup "$WORK/copies" --data "$DATA" >"$WORK/copy" 2>"$WORK/said"
start 80x24
see 'Quét thẻ, hoặc gõ số thẻ'
unsee 'Đã lâu chưa sao lưu'
leave
finish
