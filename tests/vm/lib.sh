# lib: the counter in the test machine, before a scanner that the kernel takes for real. The screen and the keys are those of
# tests/terminal/lib.sh (see, armed, take, keys, journal, finish ...), in tmux.
#
#   modules NAME...           loads kernel modules
#   plug PORT [NAME=VALUE...] plugs in the scanner $SCANNER (a name of the test's choice), as tests/vm/scanner.c tells
#   scan TEXT                 reads a code: prefix, text, suffix; returns when the last report went
#   half TEXT                 types the text alone;  pressed KEY... presses keys of a person's keyboard
#   set_scanner NAME=VALUE    sets it otherwise;  unplug, replug;  tell LINE says any other line to it
#   usb hid|acm VENDOR PRODUCT MAKER NAME   makes a USB device of that function, for `plug gadget` and `plug serial`;
#                             usb_plug and usb_unplug put it into the machine's own port and pull it out
#   udev                      starts systemd's udevd with Debian's rules and ours; before the modules
#   clerk                     makes the user `clerk` of the group tiepdon, who runs the counter from now on
#   console [OPTION...]       opens the counter on the first console; screen and keys are then the console's
#   power_cut                 the power goes, without a word to any program or disk
#   now                       milliseconds since the machine's start
. tests/terminal/lib.sh "$1"
BIN=$(realpath "$1")
SCANNER=one
WAIT_MS=20000 # emulated, and perhaps beside another machine
STARVED_MS=10
cp -r /app/demo "$WORK/made" # so that `demo` need not make them again

# By the clock: a look at the screen takes longer here than the pauses of the host's tests.
until_true() {
    until=$(($(now) + WAIT_MS))
    while ! "$@"; do
        [ "$(now)" -lt "$until" ] || return 1
        sleep 0.1
    done
}

modules() {
    modprobe -a "$@" || fail "no module: $*"
}

now() {
    read -r seconds rest </proc/uptime
    echo "$seconds" | tr -d . | sed 's/$/0/'
}

answers() {
    grep -c '^done' "$WORK/$SCANNER.said"
}

answered() {
    [ "$(answers)" -gt "$answers_before" ] || grep -q "^scanner:" "$WORK/$SCANNER.said"
}

# A scanner is a program that reads its orders from a FIFO and is held by a writer that outlives the test's lines.
plug() { # PORT [NAME=VALUE...]
    rm -f "$WORK/$SCANNER.orders"
    mkfifo "$WORK/$SCANNER.orders"
    : >"$WORK/$SCANNER.said"
    answers_before=0
    "$BIN/vm-scanner" "$@" <"$WORK/$SCANNER.orders" >>"$WORK/$SCANNER.said" 2>&1 &
    sleep 100000 >"$WORK/$SCANNER.orders" &
    until_true answered
    grep -q '^done' "$WORK/$SCANNER.said" || fail "the scanner: $(cat "$WORK/$SCANNER.said")"
}

tell() { # LINE
    answers_before=$(answers)
    printf '%s\n' "$1" >"$WORK/$SCANNER.orders"
    until_true answered
}

# By how many milliseconds the machine let a report of the last order wait.
late() {
    sed -n '$s/^done //p' "$WORK/$SCANNER.said"
}

# On a machine so loaded that the scanner itself had to wait, the kernel may have dropped strokes. Then the counter asks to
# scan again, and the test does, once, as a clerk would. What must lose nothing says `tell "scan ..."`.
scan() {
    tell "scan $1"
    if [ "$(late)" -ge $STARVED_MS ] && sleep 0.3 && shows 'quét lại'; then
        echo "the machine was $(late) ms late: scanned again"
        tell "scan $1"
    fi
}

half() {
    tell "half $1"
}

pressed() {
    for key; do
        tell "press $key"
    done
}

set_scanner() {
    tell "set $1"
}

unplug() {
    tell unplug
}

replug() {
    tell plug
}

# Every check of the machine's tests is printed, with the seconds since its start.
pass() { # WHAT
    passed=$((passed + 1))
    read -r seconds rest </proc/uptime
    printf '%6s ok: %s\n' "$seconds" "$1"
}

# The USB device that the machine is, by the gadget driver, and the port that it has, by dummy_hcd, are one: everything
# between a scanner's firmware and the program is Debian's kernel.
usb() { # hid|acm VENDOR PRODUCT MAKER NAME
    gadget=/sys/kernel/config/usb_gadget/$SCANNER
    [ -d /sys/kernel/config/usb_gadget ] || mount -t configfs config /sys/kernel/config
    function=$gadget/functions/$1.0
    mkdir -p "$gadget/strings/0x409" "$gadget/configs/c.1" "$function"
    echo "0x$2" >"$gadget/idVendor"
    echo "0x$3" >"$gadget/idProduct"
    echo "$4" >"$gadget/strings/0x409/manufacturer"
    echo "$5" >"$gadget/strings/0x409/product"
    echo S12345678 >"$gadget/strings/0x409/serialnumber"
    if [ "$1" = hid ]; then
        echo 1 >"$function/protocol" # a keyboard
        echo 1 >"$function/subclass" # that speaks the boot protocol
        echo 8 >"$function/report_length"
        "$BIN/vm-scanner" descriptor gadget >"$function/report_desc"
    fi
    ln -s "$function" "$gadget/configs/c.1"
    usb_plug
}

usb_plug() {
    ls /sys/class/udc | head -n 1 >"/sys/kernel/config/usb_gadget/$SCANNER/UDC"
}

usb_unplug() {
    echo >"/sys/kernel/config/usb_gadget/$SCANNER/UDC"
}

udev() {
    mkdir -p /run/udev
    TIEPDON_SHARE=. TIEPDON_DATA=/nonexistent "$BIN/tiepdon" devices --rule >/lib/udev/rules.d/70-tiepdon.rules
    printf '%s:x:%d:\n' root 0 tty 5 disk 6 lp 7 kmem 15 dialout 20 cdrom 24 tape 26 audio 29 video 44 input 104 \
        render 106 sgx 107 kvm 108 tiepdon 990 >/etc/group
    echo 'root:x:0:0::/root:/bin/sh' >/etc/passwd
    /lib/systemd/systemd-udevd --daemon
    udevadm trigger --type=devices --action=add
    udevadm settle
}

clerk() {
    echo 'clerk:x:1000:1000::/tmp:/bin/sh' >>/etc/passwd
    echo 'clerk:x:1000:' >>/etc/group
    sed -i 's/^\(tiepdon:.*\)/\1clerk/' /etc/group
    chmod 755 "$WORK"
    chown -R 1000:1000 "$DATA"
    printf '#!/bin/sh\nexec su clerk -s /bin/sh -c "exec %s $*"\n' "$PROGRAM" >"$WORK/as_clerk"
    chmod 755 "$WORK/as_clerk"
    PROGRAM=$WORK/as_clerk
}

console() { # [OPTION...]
    vm-console text 1 >/dev/null
    screen() {
        vm-console text 1
    }
    keys() {
        SCANNER=keyboard pressed "$@"
    }
    setsid -c env TERM=linux TIEPDON_SHARE="$PWD" "$PROGRAM" --data "$DATA" "$@" </dev/tty1 >/dev/tty1 2>&1 &
}

power_cut() {
    echo b >/proc/sysrq-trigger
    sleep 100
}
