#!/bin/sh
# Printing: the guidance slip through a spooler that works, refuses, hangs and is not there, to a device, and without any
# printer; the form of a difficulty and the list of the day; the counter never waits.
set -u
. tests/terminal/lib.sh "$1"

demo
mkdir "$WORK/bin"
lp() { # SCRIPT
    printf '#!/bin/sh\n%s\n' "$1" >"$WORK/bin/lp"
    chmod 755 "$WORK/bin/lp"
}
printed() { # FILE TEXT
    until_true grep -qF -- "$2" "$1"
}
# A key that prints is taken at a hand's pace alone: sooner behind another key it may be a scanner's, and sooner behind
# itself it has bounced.
print_key() {
    sleep 0.5
    keys p
}
ENVIRONMENT="PATH=$WORK/bin:/usr/bin:/bin"

# Without a printer the slip is read out.
start 80x24
see 'Quét thẻ, hoặc gõ số thẻ'
card 2
see 'SAI LỆCH'
keys g
see 'GIẤY HƯỚNG DẪN'
print_key
see 'Chưa cài máy in'
keys Escape
drop
leave

# By a spooler.
cat >>"$DATA/tiepdon.ini" <<END
[printer]
queue = quay3
END
lp 'echo "$@" >'"$WORK/arguments"'; cat >'"$WORK/paper"
start 80x24
see 'Quét thẻ, hoặc gõ số thẻ'
card 2
see 'SAI LỆCH'
keys g
see 'p in'
print_key
see 'Đã gửi giấy hướng dẫn ra máy in'
expect 'the slip is on paper' printed "$WORK/paper" 'CÀI VssID'
same 'nobody is named to the spooler' "$(cat "$WORK/arguments")" '-d quay3 -t tiepdon -s'

lp 'exit 4'
print_key
see 'Hàng đợi in từ chối (lp báo 4)'
lp 'sleep 60'
print_key
see 'Đang in'
keys Down
see 'trang 2/2'
print_key
see 'Tờ trước còn đang in'
keys Escape
see 'SAI LỆCH'
drop
leave

# A receipt printer that is a file.
sed -i 's/^queue = .*/device = '"$(printf %s "$WORK/lp0" | sed 's,/,\\/,g')"'\nkind = escpos/' "$DATA/tiepdon.ini"
: >"$WORK/lp0"
start 80x24
see 'Quét thẻ, hoặc gõ số thẻ'
card 2
see 'SAI LỆCH'
keys g
see 'p in'
print_key
see 'Đã gửi giấy hướng dẫn ra máy in'
expect 'plain letters are on the receipt' printed "$WORK/lp0" 'CAI VssID'
rm "$WORK/lp0"
print_key
see 'Không thấy máy in'
keys Escape
see 'SAI LỆCH'
take
keys F4
see 'Hôm nay'
: >"$WORK/lp0"
print_key
see 'Đã gửi danh sách của ngày'
expect 'the list of the day is printed' printed "$WORK/lp0" 'DANH SACH TIEP DON'
keys Escape
leave

expect 'a slip is a look' test "$(looks print)" -ge 3
same 'the list of the day is one' "$(looks print "day $DAY")" 1

# The same papers without the counter.
expect 'a day to standard output' sh -c \
    "$PROGRAM print day $DAY --to - --data $DATA | grep -q 'DANH SÁCH TIẾP ĐÓN NGÀY 20/11/2026'"
act=$("$PROGRAM" export intakes --data "$DATA" --day $DAY --csv | sed -n 2p | cut -d, -f1)
expect 'a demonstration says so on paper' sh -c \
    "$PROGRAM print slip $act --to - --data $DATA | head -n 1 | grep -q 'DỮ LIỆU THỬ'"
expect 'a slip of somebody taken in' sh -c "$PROGRAM print slip $act --to - --data $DATA | grep -q 'CÀI VssID'"
same 'printed papers are looks' "$(looks print "day $DAY")" 2
before=$(looks print)
"$PROGRAM" print difficulty 99 --to - --data "$DATA" >"$WORK/out" 2>"$WORK/said"
same 'no such difficulty' $? 66
same 'nobody was shown' "$(looks print)" "$before"
same 'an export says which days' "$(looks export "intakes $DAY..$DAY")" 1

# Tables for the BHXH office.
for kind in difficulties cccd day statistics; do
    "$PROGRAM" export $kind --day $DAY --xlsx "$WORK/$kind.xlsx" --data "$DATA"
    same "$kind as XLSX" $? 0
    expect "$kind is a package" sh -c "head -c 2 $WORK/$kind.xlsx | grep -q PK"
done
perl -MIO::Uncompress::Unzip=:all -e 'unzip $ARGV[0] => "-", Name => "xl/worksheets/sheet1.xml" or die' \
    "$WORK/day.xlsx" >"$WORK/page"
for word in Nữ 'tiếp nhận' 'SAI LỆCH'; do
    expect "a person reads $word" grep -qF "<t>$word</t>" "$WORK/page"
done
"$PROGRAM" export day --day $DAY --xlsx /nonexistent/x.xlsx --data "$DATA" 2>"$WORK/said"
same 'a place that cannot be written' $? 74
finish
