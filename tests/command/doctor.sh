# doctor: what it says of a data directory, and its status; part of tests/command/run. What depends on the machine (scanner,
# clock) is only a warning, so the statuses are held by what is a fault.
"$maker" "$work/well" >"$work/demo.out" 2>&1
run doctor --data "$work/well"
ok 'a demonstration directory has no fault' [ "$status" -lt 2 ]
ok 'its register is of its day' has '✓ sổ giám định: 20/11/2026, 0 ngày'
ok 'its configuration is understood' has '✓ cấu hình'
ok 'no portal is no fault' has '✓ cổng giám định: chưa cài đặt'
ok 'every line has its mark' [ "$(printf '%s\n' "$out" | grep -cv '^\(✓\|!\|✗\|   \) ')" -eq 0 ]
run doctor --data "$work/nowhere"
ok 'without a directory it is 2' is 2
ok 'and says what to do' has '--data'
printf '[portal]\nper_minute = 99999\n' >>"$work/well/tiepdon.ini"
run doctor --data "$work/well"
ok 'a refused line is 2' is 2
ok 'with the line, the name and the range' has '[portal] per_minute: cần số từ 0 đến 10000.'
sed -i '/^\[portal\]/,$d' "$work/well/tiepdon.ini"
printf '[checkin]\ndir = /nonexistent/his\n' >>"$work/well/tiepdon.ini"
run doctor --data "$work/well"
ok 'a directory for check-in files that is not there is 2' is 2
ok 'by its name' has '✗ tệp check-in: không ghi được vào /nonexistent/his'
sed -i '/^\[checkin\]/,$d' "$work/well/tiepdon.ini"
printf '[portal]\nbase = https://127.0.0.1:9\nuser = 79014_BV\npassword_file = open-password\nclerk = Lan\nclerk_cccd = 079188000001\n' \
    >>"$work/well/tiepdon.ini"
printf 'bi-mat' >"$work/well/open-password"
chmod 644 "$work/well/open-password"
run doctor --data "$work/well"
ok 'a password others can read is 2' is 2
ok 'and is never printed' lacks bi-mat
chmod 600 "$work/well/open-password"
run doctor --data "$work/well"
ok 'a good one is not' [ "$status" -lt 2 ]
run doctor --data "$work/well" --portal
ok 'a portal that nobody listens at is 2, with --portal alone' is 2
sed -i '/^\[portal\]/,$d' "$work/well/tiepdon.ini"
chmod 755 "$work/well"
run doctor --data "$work/well"
ok 'a directory that others can read is told' has 'chmod o-rwx'
chmod 700 "$work/well"
run doctor --data "$work/again"
ok 'the journal is not there, and that is no fault' has '✓ nhật ký: chưa có'
printf 'no database at all, and long enough to be looked at' >"$work/well/journal.db"
run doctor --data "$work/well"
ok 'a broken journal is 2' is 2
ok 'and the backup is named' has 'tiepdon restore'
rm "$work/well/journal.db"
run doctor --frobnicate
ok 'an unknown option of doctor is 64' is 64
