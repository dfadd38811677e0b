#!/bin/sh
# A thin client: the scanner hangs here, the counter runs in a session that the relay started and takes no device of this
# machine. Each scan comes through as clean UTF-8, whatever way the scanner types it; nothing of it leaks to the console.
set -u
. tests/vm/lib.sh "$1"
modules evdev hid-generic uhid
stranger='079190012345|025012345|Nguyễn Thị Ánh Đào|01011990|Nữ|Ấp Ô Môn, Xã Vĩnh Lộc, Cần Thơ|10122021'
demo
plug uhid interval=1000 way=alt0

# As ssh would run it there: SSH_CONNECTION tells the counter that the machine's devices are not the clerk's.
start_shell 100x30 "$PROGRAM relay -- env SSH_CONNECTION='192.0.2.1 1 192.0.2.2 22' LC_ALL=C.UTF-8 \
    TIEPDON_SHARE=$PWD $PROGRAM --data $DATA"
see 'Quét thẻ, hoặc gõ số thẻ'
expect 'the counter itself has no scanner' shows '○ quét'
stty -F /dev/tty1 sane -echo
cat /dev/tty1 >"$WORK/console" &
for way in alt0 altu ctrlu; do
    set_scanner way=$way
    scan "$stranger"
    see 'Nguyễn Thị Ánh Đào'
    see 'Ấp Ô Môn, Xã Vĩnh Lộc'
    drop
done
same 'nothing leaks to the console' "$(wc -c <"$WORK/console")" 0

# Half a scan is told by the counter; a size that changes reaches it; its end is the relay's.
half "$(echo "$stranger" | cut -c 1-40)"
unplug
see 'quét lại'
replug
resize 80x24
scan "$stranger"
see 'Nguyễn Thị Ánh Đào'
drop
leave
finish
