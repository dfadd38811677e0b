# backup: a copy and its way back by the command line; part of tests/command/run.
"$maker" "$work/copied" >"$work/demo.out" 2>&1
printf 'bi mat\n' >"$work/copied/portal-password"
run backup "$work/copies" --data "$work/copied"
ok 'backup is 0' is 0
ok 'and prints the path of the copy alone' [ -d "$out" ]
ok 'says that the password is not in it' [ "${err#*password_file}" != "$err" ]
copy=$out
ok 'sha256sum agrees' sh -c 'cd "$1" && sha256sum --quiet -c SHA256SUMS' - "$copy"
ok 'nobody else may read it' [ "$(stat -c %a "$copy")" = 700 ]
run restore "$copy" --data "$work/again"
ok 'restore is 0' is 0
run check --data "$work/again" --json 7999000001
ok 'and the register answers' has '"verdict":"found"'
run restore "$copy" --data "$work/again"
ok 'a directory with data is 73' is 73
ok 'and says what to do' [ "${err#*--replace}" != "$err" ]
run restore "$copy" --data "$work/again" --replace
ok 'with --replace it is 0' is 0
ok 'and says where the old one is' [ "${err#*again.replaced-}" != "$err" ]
printf 'x' >>"$copy/tiepdon.ini"
run restore "$copy" --data "$work/third"
ok 'a copy that was changed is 65' is 65
ok 'with the file' [ "${err#*tiepdon.ini}" != "$err" ]
ok 'and nothing is made' [ ! -e "$work/third" ]
run backup "$work/members.csv" --data "$work/copied"
ok 'a file for a directory is 73' is 73
run backup "$work/copies" --data "$work/nowhere"
ok 'no data directory is 74' is 74
run backup
ok 'backup wants a place' is 64
run restore
ok 'restore wants a copy' is 64
