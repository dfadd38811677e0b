# lib: the counter in a real terminal (tmux), driven key by key. A test waits for a mark on the screen, it never sleeps.
#
#   start 80x24 [OPTION...]    opens the counter on $DATA; start_shell 80x24 COMMAND opens anything
#   keys KEY...                presses keys by tmux's names, one by one;  text STRING presses its characters
#   scan STRING                types a scan and Enter in one go, as a scanner does;  paste STRING is a bracketed paste
#   see TEXT / unsee TEXT      waits until the screen shows the text / no longer shows it
#   screen                     prints the screen;  pid prints the program's process id
#   expect WHAT COMMAND...     a check without the screen
#   finish                     prints "N passed, N failed"
PROGRAM=$1/tiepdon
MAKER=$1/tiepdon-demo
WORK=$(mktemp -d)
SOCKET=$WORK/tmux
DATA=$WORK/data
WAIT_TENTHS=100 # how long a mark may take: ten seconds, for a machine under load
passed=0
failed=0
cleanup() {
    tmux -S "$SOCKET" kill-server 2>/dev/null
    rm -rf "$WORK"
}
trap cleanup EXIT
trap 'exit 1' INT TERM HUP

tm() {
    tmux -S "$SOCKET" -f /dev/null "$@"
}

start_shell() { # SIZE COMMAND
    tm kill-session -t t 2>/dev/null
    tm new-session -d -s t -x "${1%x*}" -y "${1#*x}" \; set -g escape-time 0 \; set -g status off \; \
        set -g remain-on-exit on \; set -g window-size manual
    tm respawn-pane -k -t t "exec $2"
}

start() { # SIZE [OPTION...]
    size=$1
    shift
    start_shell "$size" "env LC_ALL=C.UTF-8 TIEPDON_SHARE=$PWD $ENVIRONMENT $PROGRAM --data $DATA $*"
}

screen() {
    tm capture-pane -p -t t
}

pid() {
    tm display-message -p -t t '#{pane_pid}'
}

keys() {
    for key; do
        tm send-keys -t t "$key"
    done
}

text() {
    tm send-keys -t t -l "$1"
}

scan() {
    tm send-keys -t t -l "$1" \; send-keys -t t Enter
}

paste() {
    tm set-buffer -b scan -- "$1" \; paste-buffer -p -d -b scan -t t
}

resize() { # SIZE
    tm resize-window -t t -x "${1%x*}" -y "${1#*x}"
}

pass() {
    passed=$((passed + 1))
}

fail() {
    failed=$((failed + 1))
    echo "FAILED: $*"
    screen | sed 's/^/    | /'
}

wait_screen() { # SENSE TEXT
    tries=$((WAIT_TENTHS * 5))
    while [ "$tries" -gt 0 ]; do
        if screen | grep -qF -- "$2"; then
            [ "$1" = yes ] && return 0
        else
            [ "$1" = no ] && return 0
        fi
        tries=$((tries - 1))
        sleep 0.02 # the interval of looking, not a wait for anything
    done
    return 1
}

see() {
    if wait_screen yes "$1"; then pass; else fail "the screen never showed: $1"; return 1; fi
}

unsee() {
    if wait_screen no "$1"; then pass; else fail "the screen went on showing: $1"; return 1; fi
}

expect() { # WHAT COMMAND...
    what=$1
    shift
    if "$@"; then pass; else fail "$what"; fi
}

# The program has ended; tmux says so in the pane.
ended() {
    tries=$((WAIT_TENTHS * 5))
    while [ "$tries" -gt 0 ]; do
        [ "$(tm display-message -p -t t '#{pane_dead}')" = 1 ] && return 0
        tries=$((tries - 1))
        sleep 0.02
    done
    return 1
}

journal() {
    "$PROGRAM" export journal --data "$DATA" --from 2026-11-20 --to 2026-11-20 --csv
}

finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
