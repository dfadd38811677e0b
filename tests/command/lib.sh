# lib: the command line as scripts use it. `run ARGUMENTS` and `check INPUT [OPTION...]` leave $out, $err and $status;
# `ok WHAT CONDITION...` counts; finish prints "N passed, N failed".
program=$1/tiepdon
maker=$1/tiepdon-demo
LC_ALL=C.UTF-8
TIEPDON_SHARE=$PWD
export LC_ALL TIEPDON_SHARE
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
data=$work/data
mkdir "$data"
passed=0
failed=0
today=2026-11-20

hex() { # TEXT: as card fields hold it
    printf %s "$1" | od -An -tx1 | tr -d ' \n'
}

card() { # NUMBER NAME BIRTH GENDER FACILITY FROM TO ISSUED
    printf '%s|%s|%s|%s|-|%s|%s|%s|%s|79010123456789|-|4| 01/10/2027|0123456789abcdef-1202|4|%s|$' \
        "$1" "$(hex "$2")" "$3" "$4" "$5" "$6" "$7" "$8" "$(hex 'Quận Mẫu')"
}

results() {
    out=$(cat "$work/out")
    err=$(cat "$work/err")
}

run() {
    "$program" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    results
}

check() { # INPUT [OPTION...]: every line of INPUT
    input=$1
    shift
    printf '%s\n' "$input" |
        "$program" check --data "$data" --facility 79014 --today $today "$@" - >"$work/out" 2>"$work/err"
    status=$?
    results
}

ok() { # WHAT CONDITION...
    what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s\n  status %s\n  out %.700s\n  err %.300s\n' "$what" "$status" "$out" "$err"
    fi
}

has() { # TEXT in $out
    case $out in *"$1"*) return 0 ;; esac
    return 1
}

lacks() {
    ! has "$1"
}

silent() { # nothing on standard output
    [ -z "$out" ]
}

explains() { # a sentence on standard error
    [ -n "$err" ]
}

is() { # STATUS
    [ "$status" -eq "$1" ]
}

finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
