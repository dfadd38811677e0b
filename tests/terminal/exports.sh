#!/bin/sh
# What the counter took in, as the hospital system fetches it: exports by inclusive days, and `check` that knows of it;
# the list of findings as an administrator reads it.
set -u
. tests/terminal/lib.sh "$1"

demo
match=$(payload 01)
moved=$(payload 02)
judge() { # PAYLOAD: its verdict
    "$PROGRAM" check --data "$DATA" --json "$1" | sed 's/.*"verdict":"\([a-z_]*\)".*/\1/'
}
same 'before the intake' "$(judge "$match")" match
start 80x24
see 'Quét thẻ, hoặc gõ số thẻ'
scan "$moved"
take
scan "$match"
take
scan "$(payload 13)"
take
leave

same 'check knows who was taken in today' "$(judge "$match")" repeat
same 'the proposal then' "$("$PROGRAM" check --data "$DATA" --json "$match" | grep -c '"proposal":"reason"')" 1
same 'on another day it is no repeat' \
    "$("$PROGRAM" check --data "$DATA" --today 2026-11-21 --json "$match" | grep -c '"verdict":"match"')" 1

export_days() { # WHAT FROM TO FORMAT
    "$PROGRAM" export "$1" --data "$DATA" --from "$2" --to "$3" "$4"
}
rows() { # FROM TO: how many intakes
    export_days intakes "$1" "$2" --csv | tail -n +2 | wc -l
}
same 'the day itself' "$(rows $DAY $DAY)" 3
same 'the day as the last' "$(rows 2026-11-01 $DAY)" 3
same 'the day as the first' "$(rows $DAY 2026-11-30)" 3
same 'the days before' "$(rows 2026-11-01 2026-11-19)" 0
same 'the days after' "$(rows 2026-11-21 2026-11-30)" 0

has_column() { # NAME HEADER
    printf %s "$2" | tr , '\n' | grep -qx "$1"
}
header=$(export_days intakes $DAY $DAY --csv | head -n 1)
for name in NGAY_VAO MA_THE_BHYT HO_TEN NGAY_SINH GIOI_TINH MA_DKBD GT_THE_TU GT_THE_DEN SO_CCCD; do
    expect "intakes name $name as Decision 4750 does" has_column "$name" "$header"
done
column() { # NAME ROW: a field of an intake whose row holds no quoted comma before it
    at=$(printf %s "$header" | tr , '\n' | grep -nx "$1" | cut -d: -f1)
    export_days intakes $DAY $DAY --csv | sed -n "$(($2 + 1))p" | sed 's/"[^"]*"/quoted/g' | cut -d, -f"$at"
}
same 'the corrected facility' "$(column MA_DKBD 1) $(column MA_DKBD.presented 1)" '79025 79014'
same 'the card number' "$(column MA_THE_BHYT 2)" GD4797999000001
same 'the birth date in twelve digits' "$(column NGAY_SINH 2)" 198503120000
same 'the gender by its code' "$(column GIOI_TINH 2)" 2
same 'the days of validity' "$(column GT_THE_TU 2) $(column GT_THE_DEN 2)" '20260101 20261231'
same 'the entry as twelve digits' "$(column NGAY_VAO 1 | grep -cE '^20261120[0-9]{4}$')" 1
same 'who was not in the register' "$(column status 3) $(column verdict 3)" 'provisional unsynced'

json=$(export_days intakes $DAY $DAY --json)
same 'one object an intake' "$(printf '%s\n' "$json" | grep -c '^{.*}$')" 3
same 'its corrections are in it' "$(printf '%s\n' "$json" | sed -n 1p | grep -c '79014.*79025\|79025.*79014')" 1
same 'journal and CSV tell the same acts' "$(export_days journal $DAY $DAY --json | grep -c '"kind":"intake"')" 3

usage() { # WHAT OPTION...
    what=$1
    shift
    "$PROGRAM" export intakes --data "$DATA" "$@" >"$WORK/out" 2>"$WORK/said"
    same "$what is a wrong use" $? 64
    expect "$what is explained" [ -s "$WORK/said" ]
}
usage 'a day that is none' --from 2026-02-30 --to $DAY
usage 'an end before the begin' --from $DAY --to 2026-11-01
# The list of findings for the eyes: the severity in force beside the listed one, one language, no tabs.
printf '\n[checks]\nname_spelling = off\n' >>"$DATA/tiepdon.ini"
start_shell 120x80 "env TIEPDON_SHARE=$PWD $PROGRAM checks --data $DATA"
see 'name_spelling             note > off'
see 'address_renamed           note         Địa chỉ ghi tên đơn vị cũ: cùng một nơi'
unsee 'The address names units of before'

finish
