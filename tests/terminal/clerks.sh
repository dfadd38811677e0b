#!/bin/sh
# Clerks at the terminal: signing in, the lock, taking over, and what the journal and its audit say of it.
set -u
. tests/terminal/lib.sh "$1"

clerk() { # PIN WORDS...
    pin=$1
    shift
    printf '%s\n%s\n' "$pin" "$pin" | "$PROGRAM" clerk "$@" --data "$DATA" >/dev/null
}

audit() {
    "$PROGRAM" audit "$@" --data "$DATA" 2>&1
}

sign_in() { # NAME PIN
    see 'Tên đăng nhập'
    hand "$1"
    keys Enter
    see 'Mã PIN'
    hand "$2"
    keys Enter
}

demo
clerk 2468 add lan --name 'Nguyễn Thị Lan' --role head
clerk 1357 add hoa --name 'Trần Thị Hoa' --role auditor
same 'both are listed' "$("$PROGRAM" clerk list --data "$DATA" | wc -l)" 2
clerk 2468 add lan --name 'Khác'
same 'a name is given once' $? 65

# Nobody is shown anything before the PIN; the wrong one is told, the right one opens the counter.
start 80x24
see 'Ai làm việc ở quầy này?'
paste "$(payload 01)"
see 'Quầy đang khóa, mã này chưa nhận'
sign_in lan 9999
see 'Tên hoặc mã PIN chưa đúng'
hand 2468
keys Enter
see 'Quét thẻ, hoặc gõ số thẻ'
see 'Lan'

# The lock hides the review, keeps it, and gives it to whoever takes over; an auditor writes nothing.
card 1
see 'Enter'
name=$(screen | sed -n 3p | cut -c2-14)
keys F12
see 'Quầy đang khóa: Nguyễn Thị Lan'
expect 'the lock shows nobody' hides "$name"
hand 2468
keys Enter
see "$name"
keys C-x
see 'Quầy đang khóa'
keys Tab
sign_in hoa 1357
see "$name"
armed
keys Enter
see 'Vai trò của bạn không được làm việc này'

# Killed while locked it asks who works here, and the review is back behind it.
keys F12
see 'Quầy đang khóa: Trần Thị Hoa'
kill -9 "$(pid)"
ended
start 80x24
see 'Ai làm việc ở quầy này?'
expect 'the start shows nobody' hides "$name"
sign_in lan 2468
see "$name"
take
leave

# What the journal says of it.
signs() { # WHAT
    audit export --json | grep -c "\"what\":\"$1\""
}
same 'wrong PINs' "$(signs failed)" 1
same 'locks' "$(signs lock)" 3
same 'unlocks' "$(signs unlock)" 1
expect 'looks are journalled with their clerk' test "$(audit export --csv | grep -c ',Trần Thị Hoa,scan,')" -ge 1
same 'no PIN and no hash is exported' "$(audit export --csv | grep -c '2468\|\$y\$')" 0
expect 'the journal proves itself' test "$(audit verify | grep -c 'nguyên vẹn')" = 1
expect 'and names its last link' sh -c "$PROGRAM audit verify --data $DATA | grep -qE 'Mắt xích cuối: [0-9a-f]{64}'"
audit purge --before 2026-11-20 --yes >/dev/null
same 'young days are not purged' $? 64
sqlite3 "$DATA/journal.db" "DROP TRIGGER sign_update; UPDATE sign SET login = 'hoa' WHERE what = 'failed'"
audit verify >/dev/null
same 'a change from outside is seen' $? 65
finish
