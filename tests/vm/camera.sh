#!/bin/sh
# A webcam instead of a scanner: the driver vivid, on whose other end pictures of cards are held up (tests/vm/video.c).
set -u
. tests/vm/lib.sh "$1"
CAMERA=/dev/video0
SCREEN=/dev/video1
ready='Quét thẻ, hoặc gõ số thẻ'
looking='Đưa mã QR trước camera'
waits='Đang mở camera'
driver=/sys/bus/platform/drivers/vivid

# A television camera, whose signal comes from the output as it is; without it there is noise, as from a covered lens.
modprobe vivid node_types=0x101 num_inputs=1 input_types=2 num_outputs=1 output_types=0 ccs_cap_mode=0 ccs_out_mode=0
set_camera() {
    "$BIN/vm-video" set $CAMERA 'Loop Video' 1
    "$BIN/vm-video" set $CAMERA 'OSD Text Mode' 2
}
set_camera

held=
hold_up() { # [PICTURE...]; without any a bare wall
    if [ -n "$held" ]; then
        { kill $held && wait $held; } 2>/dev/null
    fi
    "$BIN/vm-video" show $SCREEN $CAMERA "$@" >"$WORK/shown" 2>&1 &
    held=$!
    until_true grep -q shown "$WORK/shown" || fail "nothing is shown: $(cat "$WORK/shown")"
}

feed() {
    ps | sed -n 's/^ *\([0-9]*\) .*tiepdon [c]amera-feed.*/\1/p'
}

off() {
    [ -z "$(feed)" ]
}

# On a starved machine the frames of a camera may lie seconds apart, which is said; then F8 is pressed again, as told.
look() { # MARK
    keys F8
    if until_true looked "$1"; then pass "$1"; else fail "the camera never led to: $1"; fi
}

looked() {
    shows "$1" && return
    if shows 'không gửi hình'; then
        echo "the machine was too slow for a camera: once more"
        keys F8
        until_true hides 'không gửi hình'
    fi
    false
}

demo
start 80x24
see "$ready"
expect 'the camera is offered' shows 'F8 camera'

# A code held up opens its person; the camera is off then.
hold_up "$DATA"/cards/02-*.png
look '1 SAI LỆCH'
expect 'the camera is off after a code' until_true off
armed

# From a review: another person's code asks, as a scanner's would.
hold_up "$DATA"/cards/01-*.png
look 'vừa quét'
keys 3
unsee 'vừa quét'
take
same 'one intake' "$(acts intake)" 1

# Two codes at once open nobody.
hold_up "$DATA"/cards/01-*.png "$DATA"/cards/03-*.png
look 'Thấy nhiều mã cùng lúc'
keys Escape
see "$ready"
expect 'the camera is off after Escape' until_true off

# A scan of another road ends it.
hold_up
look "$looking"
expect 'the camera runs' test -n "$(feed)"
expect 'what it sees is drawn' shows '▒'
paste "$(payload 02)"
see 'ĐÃ TIẾP NHẬN HÔM NAY'
expect 'the camera is off after a scan' until_true off
keys Escape Escape # without a look in between: here it may take longer than the second one may
see "$ready"

# It sends, and then its driver hangs; it opens and sends nothing.
look "$looking"
kill -STOP "$(feed)"
see 'Camera không gửi hình'
expect 'what hung is gone' until_true off
"$BIN/vm-video" set $CAMERA 'Percentage of Dropped Buffers' 100
keys F8
see "$waits"
see 'Camera không gửi hình'
"$BIN/vm-video" set $CAMERA 'Percentage of Dropped Buffers' 0

# Another program has it.
"$BIN/vm-video" hold $CAMERA >"$WORK/held" 2>&1 &
other=$!
until_true grep -q held "$WORK/held" || fail "not held: $(cat "$WORK/held")"
keys F8
see 'Chương trình khác đang dùng camera'
see "$ready"
{ kill $other && wait $other; } 2>/dev/null

# The counter is ended, or dies, while the camera runs.
look "$looking"
kill -TERM "$(pid)"
expect 'the counter ends' ended
expect 'the camera ends with the counter' until_true off
start 80x24
see "$ready"
look "$looking"
kill -KILL "$(pid)"
expect 'the camera ends with a counter that is killed' until_true off

# An ordinary user who is not in the group of the camera.
echo 'clerk:x:1000:1000::/tmp:/bin/sh' >>/etc/passwd
demo
chmod 755 / "$WORK"
chown -R clerk "$DATA"
chmod 600 $CAMERA
start_shell 80x24 "su clerk -c 'exec env LC_ALL=C.UTF-8 TIEPDON_SHARE=$PWD $PROGRAM --data $DATA'"
see "$ready"
keys F8
see 'Không có quyền dùng camera'
chmod 666 $CAMERA
look "$looking"

# Unplugged while it looks, gone, plugged in again.
kill $held
echo vivid.0 >$driver/unbind
see 'Camera vừa bị rút ra'
see "$ready"
keys F8
see 'Chưa thấy camera'
echo vivid.0 >$driver/bind
chmod 666 $CAMERA
set_camera
hold_up "$DATA"/cards/03-*.png
look 'Trần Văn Lộc'
expect 'no library has written over the screen' hides libv4l
finish
