#!/bin/sh
# The list chưa kiểm tra: who was taken in beyond the quota is asked about later, oldest first, and by two counters that
# share the list once each.
set -u
. tests/terminal/lib.sh "$1"

waiting='Quét thẻ, hoặc gõ số thẻ'
cards='01 02 03 04 08 25 29'
demo
portal 'per_minute = 1'
start 80x24
see "$waiting"
for number in $cards; do
    scan "$(payload "$number")"
    take
done
see 'nhận, chưa kiểm tra: F9'
leave
listed=$("$PROGRAM" export intakes --data "$DATA" --from $DAY --to $DAY --json 2>/dev/null |
    sed -n '/"late":"waits"/s/.*"MA_THE_BHYT":"\([^"]*\)".*/\1/p')
expect 'most of them wait' test "$(echo "$listed" | grep -c .)" -ge 4

ask_with 'per_minute = 0'
control forget
for counter in 1 2; do
    PANE=t$counter
    start 80x24
done
for counter in 1 2; do
    PANE=t$counter
    see "$waiting"
    WAIT_TENTHS=600
    unsee 'nhận, chưa kiểm tra'

    WAIT_TENTHS=100
done
same 'each once' "$(asked member)" "$(echo "$listed" | grep -c .)"
control stats
order=$(tr '{' '\n' <"$WORK/control" | sed -n 's/.*"path":"member".*"number":"[^"]*\(79990*[0-9]*\)".*/\1/p')
# Two counters ask at once, and what was taken first need not arrive first.
among_the_oldest() {
    echo "$listed" | head -n 3 | grep -q "$(echo "$order" | head -n 1)"
}
expect 'the oldest first' among_the_oldest
for counter in 1 2; do
    PANE=t$counter
    leave
done
finish
