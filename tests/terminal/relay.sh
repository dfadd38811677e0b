#!/bin/sh
# tiepdon relay: the counter, a shell and others behind it: keys, pastes, sizes, ends. Scans are handed over in
# tests/adapter/session.c; here no scanner is plugged in.
set -u
. tests/terminal/lib.sh "$1"

demo
match=$(payload 01)
waiting='Quét thẻ, hoặc gõ số thẻ'

relay() { # SIZE COMMAND; then restored STATUS
    cat >"$WORK/session" <<END
stty sane
$PROGRAM relay -- $2 2>"$WORK/said"
echo "ended with \$?"
cat "$WORK/said"
stty -a
exec cat
END
    start_shell "$1" "env -u NO_COLOR sh $WORK/session"
}

# The shell's only child is the relay.
relay_pid() {
    tr -d ' ' <"/proc/$(pid)/task/$(pid)/children"
}

# The counter as if it ran here: keys, a paste, both sizes, its end.
relay 80x24 "$PROGRAM --data $DATA"
see "$waiting"
paste "$match"
see '✓ KHỚP'
armed
resize 100x40
see 'NGUYỄN THỊ MAI ANH'
drop
see "$waiting"
hand DN479
see '› DN479'
paste tiepdon-relay:scan_half # what a relay says of half a scan
see 'Mới nhận được nửa mã: quét lại.'
see '› DN479'
keys Escape
see "$waiting"
scan "$match"
see '✓ KHỚP'
drop
keys F10
see 'Thoát chương trình?'
armed
keys Enter
restored 0
see 'Chưa có máy quét nào' # it was said before the command began

# The size goes through, at once and later.
relay 80x24 "sh -c 'trap \"stty size\" WINCH; stty size; while :; do sleep 0.1; done'"
see '24 80'
resize 90x30
see '30 90'
keys C-c
restored 130

# Ends: a status, a signal, no such command, no program, and our own end.
relay 80x24 "sh -c 'exit 7'"
restored 7
relay 80x24 "sh -c 'kill -9 \$\$'"
restored 137
relay 80x24 no-such-command
restored 127
see 'no-such-command: Không có lệnh này'
relay 80x24 /etc/passwd
restored 126
see '/etc/passwd: Lệnh này không chạy được'
for end in TERM:143 HUP:129 INT:130; do
    relay 80x24 "sh -c 'echo begun; trap \"\" TERM INT; sleep 60'"
    see begun
    kill -"${end%:*}" "$(relay_pid)"
    restored "${end#*:}"
done

# What the command leaves in the terminal stays there in order, and what was typed ahead arrives.
relay 80x24 "sh -c 'stty -echo; echo begun; read -r line; echo \"got: \$line\"; exit 5'"
see begun
text 'một dòng'
keys Enter
see 'got: một dòng'
restored 5
finish
