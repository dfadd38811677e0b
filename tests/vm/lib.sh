# lib: the counter in the test machine, before a scanner that the kernel takes for real. The screen and the keys are those of
# tests/terminal/lib.sh (see, armed, take, keys, journal, finish ...), in tmux.
#
#   modules NAME...           loads kernel modules
#   plug PORT [NAME=VALUE...] plugs in the scanner $SCANNER (a name of the test's choice), as tests/vm/scanner.c tells
#   scan TEXT                 reads a code: prefix, text, suffix; returns when the last report went
#   half TEXT                 types the text alone;  pressed KEY... presses keys of a person's keyboard
#   set_scanner NAME=VALUE    sets it otherwise;  unplug, replug;  tell LINE says any other line to it
#   now                       milliseconds since the machine's start
. tests/terminal/lib.sh "$1"
BIN=$(realpath "$1")
SCANNER=one
WAIT_MS=20000 # emulated, and perhaps beside another machine
STARVED_MS=10
cp -r /app/demo "$WORK/made" # so that `demo` need not make them again

# By the clock: a look at the screen costs more here than the pause between two.
until_true() {
    until=$(($(now) + WAIT_MS))
    while ! "$@"; do
        [ "$(now)" -lt "$until" ] || return 1
        sleep 0.02
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
    printf '%6s ok: %s\n' "$(cut -d ' ' -f 1 /proc/uptime)" "$1"
}
