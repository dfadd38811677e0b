# lib: the counter in a real terminal (tmux), driven key by key. A test waits for a mark on the screen; it sleeps only where
# a pace is what is tested.
#
#   demo                       makes fresh demonstration data in $DATA
#   start 80x24 [OPTION...]    opens the counter on $DATA with $ENVIRONMENT; start_shell 80x24 COMMAND opens anything;
#                              both in the terminal $PANE, so that a second one can stand beside it
#   start_in_shell 80x24       opens it in a shell; restored STATUS then checks its end and what it left of the terminal
#   keys KEY...                presses keys by tmux's names, one by one;  text STRING presses its characters at once,
#                              hand STRING at the pace of fingers
#   scan STRING                types a scan and Enter in one go, as a scanner does;  slow_scan STRING with 20 ms between
#   paste STRING               pastes with brackets;  raw HEX... sends bytes
#   card KEY                   opens a demonstration card from F5;  payload NUMBER prints what its picture holds
#   see TEXT / unsee TEXT      waits until the screen shows the text / no longer shows it; armed waits for the Enter
#   escape_to TEXT             presses Escape until the screen shows the text
#   counting / counted TASK N  counts the keys a person presses between the two, prints "keys: TASK N UNITS" for
#                              `make keys` and checks that they are N. Those of keys, text and hand count, each call one
#                              unit of thought; a scan, a paste and a demonstration card count nothing
#   take                       waits for the armed Enter, presses it and waits for the waiting screen
#   shows TEXT                 whether the screen shows the text now;  screen prints it
#   drop                       drops the open review by Esc, twice
#   pid                        prints the program's process id;  ended waits for its end;  leave [KEY] goes by F10 or KEY
#   journal, intakes           print the exports of the demonstration day without their first line, the journal without
#                              looks, which every shown review leaves
#   portal [LINE...]           starts the stand-in portal for $DATA, which asks it with these lines of [portal] besides
#   control QUERY              what it does with questions, see tests/support/portal.h;  asked PATH counts them
#   expect WHAT COMMAND...     a check without the screen;  same WHAT GOT WANTED compares two texts
#   finish                     prints "N passed, N failed"
PROGRAM=$(realpath "$1")/tiepdon
MAKER=$(realpath "$1")/tiepdon-demo
WORK=$(mktemp -d)
SOCKET=$WORK/tmux
DATA=$WORK/data
STANDIN=$(realpath "$1")/tiepdon-portal
DAY=2026-11-20
PANE=t
ENVIRONMENT=
WAIT_TENTHS=${WAIT_TENTHS:-100} # how long a mark may take: ten seconds, for a machine under load
FAILURES_MAX=3                  # after that the screen is no longer where the test believes it is
LC_ALL=C.UTF-8
TIEPDON_SHARE=$PWD
export LC_ALL TIEPDON_SHARE
unset NO_COLOR TIEPDON_DATA
passed=0
failed=0
portal_pid=
cleanup() {
    tmux -S "$SOCKET" kill-server 2>/dev/null
    [ -z "$portal_pid" ] || kill "$portal_pid" 2>/dev/null
    command -v undo_setup >/dev/null && undo_setup
    rm -rf "$WORK"
}
trap cleanup EXIT
trap 'exit 1' INT TERM HUP

tm() {
    tmux -S "$SOCKET" -f /dev/null "$@"
}

# The data is made once a test file; what a test does to it is undone by a fresh copy.
demo() {
    [ -d "$WORK/made" ] || "$MAKER" "$WORK/made" >/dev/null || echo "$MAKER failed"
    rm -rf "$DATA"
    cp -r "$WORK/made" "$DATA"
}

# A session of its own keeps the server: one that loses its last session ends, and the next start may meet it ending.
tm new-session -d -s keep cat \; set -g escape-time 0 \; set -g status off \; set -g remain-on-exit on

start_shell() { # SIZE COMMAND
    tm kill-session -t $PANE 2>/dev/null
    tm new-session -d -s $PANE -x "${1%x*}" -y "${1#*x}" "exec $2"
}

start() { # SIZE [OPTION...]
    size=$1
    shift
    start_shell "$size" \
        "env -u NO_COLOR LC_ALL=C.UTF-8 TIEPDON_SHARE=$PWD $ENVIRONMENT $PROGRAM --data $DATA $*"
}

# In a shell, so that its end, its status and what it leaves of the terminal can be looked at; see restored.
start_in_shell() { # SIZE [SHELL-COMMAND [OPTION...]]
    size=$1
    before=${2:-}
    shift
    [ $# -eq 0 ] || shift
    cat >"$WORK/session" <<EOF
$before
stty sane
$ENVIRONMENT $PROGRAM --data $DATA $* 2>"$WORK/said"
echo "ended with \$?"
cat "$WORK/said"
stty -a
exec cat
EOF
    start_shell "$size" "env -u NO_COLOR sh $WORK/session"
}

screen() {
    tm capture-pane -p -t $PANE
}

pid() {
    tm display-message -p -t $PANE '#{pane_pid}'
}

# A hand presses no key twice within a tenth of a second: sooner it is the key that bounced, which answers nothing.
# Enter has its arming.
finger() { # KEY
    case $1 in
    Enter) ;;
    "$last_key") sleep 0.1 ;;
    esac
    last_key=$1
}
last_key=

send() { # KEY...
    for key; do
        finger "$key"
        tm send-keys -t $PANE "$key"
    done
}

count_keys() { # COUNT
    pressed=$((pressed + $1))
    units=$((units + 1))
}

characters() { # TEXT
    printf %s "$1" | wc -m
}

counting() {
    pressed=0
    units=0
}
counting

counted() { # TASK N
    echo "keys: $1 $pressed $units"
    same "keys: $1" "$pressed" "$2"
}

keys() {
    count_keys $#
    send "$@"
}

text() {
    count_keys "$(characters "$1")"
    finger "${1%"${1#?}"}"
    tm send-keys -t $PANE -l "$1"
}

scan() {
    tm send-keys -t $PANE -l "$1" \; send-keys -t $PANE Enter
}

# The pauses are what is tested, so they are no wait: the pace of a hand, of a network that delivers a scan key by key.
paced() { # SECONDS STRING
    rest=$2
    while [ -n "$rest" ]; do
        tail=${rest#?}
        tm send-keys -t $PANE -l "${rest%"$tail"}"
        rest=$tail
        sleep "$1"
    done
}

hand() {
    count_keys "$(characters "$1")"
    paced 0.1 "$1"
}

slow_scan() {
    paced 0.015 "$1"
    send Enter
}

paste() {
    tm set-buffer -b scan -- "$1" \; paste-buffer -p -d -b scan -t $PANE
}

raw() {
    tm send-keys -t $PANE -H "$@"
}

resize() { # SIZE
    tm resize-window -t $PANE -x "${1%x*}" -y "${1#*x}"
}

has() { # TEXT WORD
    printf "%s" "$1" | grep -qE "(^| )$2( |;|\$)"
}

# The program ended by itself and left the terminal as it was.
restored() { # STATUS
    see "ended with $1"
    see icanon
    for mode in icanon echo isig icrnl opost; do
        expect "stty has $mode again" has "$(screen)" $mode
    done
    same "the alternate screen is left" "$(tm display-message -p -t $PANE "#{alternate_on}")" 0
    same "the cursor is shown" "$(tm display-message -p -t $PANE "#{cursor_flag}")" 1
}

pass() { # WHAT; only counted here
    passed=$((passed + 1))
}

fail() {
    failed=$((failed + 1))
    echo "FAILED: $*"
    screen | sed "/^$/d; s/^/    | /"
    [ "$failed" -lt $FAILURES_MAX ] && return
    echo "stopped after $failed failures"
    finish
    exit 1
}

shows() {
    screen | grep -qF -- "$1"
}

# Asks again and again, for $WAIT_TENTHS at most; the pause is the interval of looking, not a wait for anything.
until_true() {
    tries=$((WAIT_TENTHS * 5))
    while ! "$@"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.02
    done
}

hides() {
    ! shows "$1"
}

see() {
    if until_true shows "$1"; then pass "$1"; else fail "the screen never showed: $1"; return 1; fi
}

unsee() {
    if until_true hides "$1"; then pass "no $1"; else fail "the screen went on showing: $1"; return 1; fi
}

# However much lies over the screen that shows the text, twenty times Escape leaves it; one at a time, since two at once
# are another key.
escape_to() {
    presses=20
    while hides "$1" && [ "$presses" -gt 0 ]; do
        keys Escape
        presses=$((presses - 1))
        sleep 0.1
    done
    see "$1"
}

armed() {
    see '▶ Enter'
}

take() {
    armed
    keys Enter
    see 'Quét thẻ, hoặc gõ số thẻ'
}

card() {
    send F5
    see 'Thẻ thử: chọn'
    paced 0.1 "$1"
    unsee 'Thẻ thử: chọn'
}

payload() { # NUMBER of the picture, two digits
    "$PROGRAM" read "$DATA"/cards/"$1"-*.png
}

expect() { # WHAT COMMAND...
    what=$1
    shift
    if "$@"; then pass "$what"; else fail "$what"; fi
}

same() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then pass "$1"; else fail "$1: '$2', wanted '$3'"; fi
}

dead() {
    [ "$(tm display-message -p -t $PANE '#{pane_dead}')" = 1 ]
}

# The program has ended; tmux says so in the pane.
ended() {
    until_true dead
}

# Drops the open review.
drop() {
    keys Escape
    see 'Bấm Esc lần nữa để bỏ'
    keys Escape
    unsee 'Bấm Esc lần nữa để bỏ'
}

leave() { # [KEY]
    keys "${1:-F10}"
    see 'Thoát chương trình?'
    armed
    keys Enter
    expect 'the program ends when it is told to' ended
}

journal() {
    "$PROGRAM" export journal --data "$DATA" --from $DAY --to $DAY --csv 2>/dev/null | tail -n +2 |
        awk -F, '$2 != "look"'
}

# How many looks with this purpose the journal holds, at this number where one is given.
looks() { # PURPOSE [NUMBER]
    "$PROGRAM" audit export --data "$DATA" --csv 2>/dev/null |
        awk -F, -v why="$1" -v number="${2:-}" '$5 == why && (number == "" || $7 == number) { n++ } END { print n + 0 }'
}

looked() { # PURPOSE TIMES
    [ "$(looks "$1")" = "$2" ]
}

intakes() {
    "$PROGRAM" export intakes --data "$DATA" --from $DAY --to $DAY --csv 2>/dev/null | tail -n +2
}

# How many acts of this kind the journal holds.
acts() { # KIND
    journal | awk -F, -v kind="$1" '$2 == kind { n++ } END { print n + 0 }'
}

# The stand-in is started anew for the data as it is: what a test did to another one it has forgotten.
portal() { # [LINE...]
    [ -z "$portal_pid" ] || { kill "$portal_pid"; wait "$portal_pid"; }
    rm -f "$WORK/port"
    "$STANDIN" --port 0 --ready "$WORK/port" "$DATA" >"$WORK/standin" 2>&1 &
    portal_pid=$!
    until_true test -s "$WORK/port" || echo "$STANDIN does not start: $(cat "$WORK/standin")"
    PORTAL=http://127.0.0.1:$(cat "$WORK/port")
    "$MAKER" --portal "$(cat "$WORK/port")" "$DATA" >/dev/null || echo "$MAKER --portal failed"
    ask_with "$@"
}

# [portal] is the last section of $DATA/tiepdon.ini; a name may stand in it once.
ask_with() { # [LINE...]
    for line; do
        sed -i "/^\[portal\]/,\$ { /^${line%% *} *=/d }" "$DATA/tiepdon.ini"
        echo "$line" >>"$DATA/tiepdon.ini"
    done
}

control() { # QUERY
    curl -s --noproxy '*' -o "$WORK/control" "$PORTAL/control?$1"
}

asked() { # PATH
    control stats
    sed 's/.*"'"$1"'":\([0-9]*\).*/\1/' "$WORK/control"
}

has_asked() { # PATH COUNT
    [ "$(asked "$1")" -ge "$2" ]
}

finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
