#!/bin/sh
# A dead resolver: the portal has a name, and the server that should resolve it never answers. Start, scan, cancel, list and
# quit stay as quick as without a portal. In a network of its own, whose only server is a socket that nobody reads.
set -u
. tests/terminal/lib.sh "$1"

LIMIT_MS=100
waiting='Quét thẻ, hoặc gõ số thẻ'
if ! unshare -rnmpf --kill-child true 2>/dev/null; then
    echo 'SKIPPED: no namespaces here (unshare -rnmpf), so no resolver can be silenced'
    pass 'skipped aloud'
    finish
    exit 0
fi
demo
echo 'nameserver 127.0.0.1' >"$WORK/resolv.conf"
echo mat-khau-thu >"$DATA/portal-password"
chmod 600 "$DATA/portal-password"
cat >>"$DATA/tiepdon.ini" <<EOF2
[portal]
base = https://cong.test
user = 79014_BV
password_file = portal-password
clerk = Lan
clerk_cccd = 079188900777
EOF2
# 0x8914 sets the flags of an interface, 0x49 is up, loopback, running.
cat >"$WORK/silence" <<'EOF2'
perl -MSocket -e '
    socket(my $any, PF_INET, SOCK_DGRAM, 0) or die; my $up = pack("a16 s", "lo", 0x49); ioctl($any, 0x8914, $up) or die;
    socket(my $dns, PF_INET, SOCK_DGRAM, 0) or die; bind($dns, sockaddr_in(53, INADDR_LOOPBACK)) or die;
    exit if fork; sleep 600' &&
    mount --bind "$1/resolv.conf" /etc/resolv.conf && shift && exec "$@"
EOF2
open_silenced() {
    start_shell 80x24 "unshare -rnmpf --kill-child sh $WORK/silence $WORK env TIEPDON_SHARE=$PWD LC_ALL=C.UTF-8 \
        $PROGRAM --data $DATA"
}
milliseconds() {
    echo $(($(date +%s%N) / 1000000))
}
# How long from the key to the mark, looked for without a pause.
timed() { # MARK COMMAND...
    mark=$1
    shift
    began=$(milliseconds)
    "$@"
    until shows "$mark"; do
        [ $(($(milliseconds) - began)) -lt 9000 ] || break
    done
    took=$(($(milliseconds) - began))
}
# A blocked call takes seconds each time, a busy machine is slow now and then: the best of five counts.
quick() { # WHAT MARK COMMAND...
    what=$1
    shift
    timed "$@"
    best=${best:-$took}
    [ "$took" -ge "$best" ] || best=$took
}
within() { # WHAT
    echo "$1: $best ms"
    if [ "$best" -le $LIMIT_MS ]; then pass "$1"; else fail "$1 took $best ms"; fi
    best=
}
best=
open_silenced
see "$waiting"
round() { # COMMAND...; five times
    for turn in 1 2 3 4 5; do
        "$@"
    done
}
one=$(payload 01)
scan_and_drop() {
    quick 'a scan' 'đang hỏi cổng' scan "$one"
    scans=${scans:-$best}
    [ "$best" -ge "$scans" ] || scans=$best
    best=
    keys Escape
    see 'Bấm Esc lần nữa để bỏ'
    quick 'a cancel' "$waiting" tm send-keys -t $PANE Escape
    drops=${drops:-$best}
    [ "$best" -ge "$drops" ] || drops=$best
    best=
}
scans=
drops=
round scan_and_drop
best=$scans
within 'a scan while the resolver hangs'
best=$drops
within 'a cancel while the resolver hangs'
scan "$one"
take
see '1 người đã nhận, chưa kiểm tra'
quits=
for turn in 1 2 3 4 5; do
    scan "$(payload 08)"
    see 'đang hỏi cổng'
    keys F10
    see 'Thoát chương trình?'
    armed
    began=$(milliseconds)
    keys Enter
    until dead || [ $(($(milliseconds) - began)) -gt 9000 ]; do :; done
    took=$(($(milliseconds) - began))
    quits=${quits:-$took}
    [ "$took" -ge "$quits" ] || quits=$took
    open_silenced
    see 'HUỲNH THỊ THU HƯƠNG'
    drop
done
best=$quits
within 'leaving while the resolver hangs'
see "$waiting"
leave
finish
