#!/bin/sh
# The portal is back after an hour in which 500 people were taken in without it: the list works itself off, oldest first,
# within what a minute allows and leaves to the clerk, who takes somebody in meanwhile.
set -u
. tests/terminal/lib.sh "$1"

waiting='Quét thẻ, hoặc gõ số thẻ'
people=500
minute=250 # places of the list; half of the people, so that one minute at least is full, wherever in it the test begins
hers=7999000001
order=$WORK/order # the numbers as they were taken in
asked=$WORK/asked # a line a question, as they came: Unix time in ms, number

questions() {
    control stats
    began=$(sed 's/.*"began_ms":\([0-9]*\).*/\1/' "$WORK/control")
    tr '{' '\n' <"$WORK/control" |
        sed -n 's/.*"path":"member","at_ms":\([0-9]*\),"number":"\([^"]*\)".*/\1 \2/p' |
        awk -v began="$began" '{ printf "%.0f %s\n", began + $1, $2 }' >"$asked"
}

# The most questions within a minute of the clock.
fullest() {
    questions
    awk '{ n[int($1 / 60000)]++ } END { for (m in n) if (n[m] > most) most = n[m]; print most + 0 }' "$asked"
}

minute_full() {
    [ "$(fullest)" -ge $minute ]
}

# How far a question came from its turn, without the trials: what stands before the first of the list was asked to see
# whether the portal is back, and its own turn was earlier.
displaced() {
    awk -v hers="$hers" '
        NR == FNR { turn[$1] = NR; next }
        $2 ~ hers { next }
        { asked[++count] = turn[$2] }
        END {
            while (trials < 3 && asked[trials + 1] != 1) trials++
            for (i = 1; i <= trials; i++) tried[asked[i]] = 1
            for (i = trials + 1; i <= count; i++) {
                while (tried[++next_turn]) ;
                away = asked[i] - next_turn
                if (away < 0) away = -away
                if (away > most) most = away
            }
            print most + 0, trials + 0
        }' "$order" "$asked"
}

demo
portal "per_minute = $((minute + 10))" 'reserve = 10' 'pause_max = 60'
"$(dirname "$PROGRAM")/tiepdon-outage" "$DATA" $people >"$order"
same 'taken in during the outage' "$(grep -c . "$order") $(sort -u "$order" | grep -c .)" "$people $people"
began=$(date +%s)
start 80x24
see "$waiting"
see 'nhận, chưa kiểm tra'

# The list has used up its part of the minute; the clerk has hers.
WAIT_TENTHS=1200
expect 'a minute is full' until_true minute_full
WAIT_TENTHS=100
scanned=$(date +%s%3N)
scan "$(payload 01)"
see '♦79014 BV Mẫu'
answered=$(($(date +%s%3N) - scanned))
take
expect 'others wait still' shows 'nhận, chưa kiểm tra'

WAIT_TENTHS=1200
unsee 'nhận, chưa kiểm tra'
WAIT_TENTHS=100
took=$(($(date +%s) - began))
keys F9
see 'Không còn ai chưa kiểm tra.'
keys Escape
see "$waiting"

most=$(fullest)
set -- $(displaced)
echo "$people people after an hour of failure: $took s, at most $most questions in a minute of the clock," \
    "$2 out of turn as a trial, nobody else more than $1 places from it; the clerk's own after $answered ms"
same 'each was asked once, and the clerk'"'"'s' "$(sort "$asked" | awk '{ print $2 }' | sort -u | grep -c .) $(asked member)" \
    "$((people + 1)) $((people + 1))"
# One question a counter may be under way while the minute turns.
expect 'what a minute allows is kept, and its reserve' test "$most" -le $((minute + 2))
expect 'oldest first' test "$1" -le 2
same 'the journal holds a check for each' "$(acts check)" $people
same 'and the records say that they agree' "$("$PROGRAM" export intakes --data "$DATA" --json --from 2026-11-19 \
    --to $DAY 2>/dev/null | grep -c '"late":"agrees"')" $people
leave
"$PROGRAM" export journal --data "$DATA" --from $DAY --to $DAY --csv >"$WORK/all" 2>"$WORK/said"
same 'the journal is whole' "$?$(cat "$WORK/said")" 0
finish
