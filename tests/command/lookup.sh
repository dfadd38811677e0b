# lookup: asks the stand-in portal; part of tests/command/run.
demo=$work/demo
"$maker" "$demo" >"$work/demo.out" 2>&1
"$1/tiepdon-portal" --port 0 --ready "$work/ready" "$demo" >"$work/portal.out" 2>&1 &
standin=$!
trap 'kill $standin 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 200); do
    [ ! -s "$work/ready" ] || break
    sleep 0.05
done
read -r port <"$work/ready"
"$maker" --portal "$port" "$demo" >"$work/demo.out" 2>&1
printf 'answer_seconds = 1\nfailures = 100\n' >>"$demo/tiepdon.ini" # the last section is [portal]
: >"$work/said"

lookup() { # OPTION... NUMBER NAME BIRTH
    run lookup --data "$demo" "$@"
    printf '%s\n%s\n' "$out" "$err" >>"$work/said"
}

control() { # QUERY
    curl -s "http://127.0.0.1:$port/control?$1" >"$work/control"
}

lookup 7999000001 'nguyễn thị mai anh' 12/03/1985
ok 'lookup: found is 0' is 0
ok 'its meaning first' [ "${out%%
*}" = '000 thông tin thẻ chính xác' ]
lookup --json 7999000033 'Huỳnh Trọng Phúc' 1984
ok 'lookup: a card that ended is 1' is 1
ok 'with the row of the portal' has '"facility":"79014","valid_from":"2026-01-01","valid_to":"2026-10-31"'
ok 'named as check names it' has '{"result":"010","meaning":"thẻ hết giá trị sử dụng","trouble":null,'
run check --data "$demo" --json 7999000033
ok 'what it said is in the register' has '"verdict":"invalid"'
ok 'as the word of the portal, of its day' has '"checked":{"source":"portal","as_of":"2026-11-20","age_days":0}'
lookup --json 7999000015 'Lê Thị Thuận' 22/08/1991
ok 'lookup: a wrong name is 2' is 2
ok 'with its code' has '{"result":"061",'
lookup --json 7999888888 'Ai Đó' 1991
ok 'lookup: nobody is 2' is 2
lookup --json --history --copayment HN1797999000010 'Lý Thị Mỹ Dung' 17/06/1968
ok 'lookup: visits and payments' is 0
ok 'visits' has '"history":{"result":"000","trouble":null,"visits":[{"record":"'
ok 'payments' has '"copayment":{"result":"200","trouble":null,"payments":[{"facility":"'

while read -r fault trouble; do
    control "fault=$fault"
    lookup --json --history 7999000001 'Nguyễn Thị Mai Anh' 12/03/1985
    ok "lookup: $fault is 69" is 69
    ok "$fault is called $trouble" has "\"trouble\":\"$trouble\","
    ok "$fault names nobody" has '"person":null,"member":null,"checks":[]'
    control fault=none
done <<'FAULTS'
hang timeout
reset cut
cut cut
half cut
html format
huge size
http500 server
100 server
205 request
999 format
054 setup
FAULTS
for code in 054 055; do
    control "fault=$code"
    lookup 7999000001 'Nguyễn Thị Mai Anh' 12/03/1985
    ok "which of the two it is about the clerk: $code" has "Cổng: $code "
done
control 'fault=storm'
lookup --json 7999000001 'Nguyễn Thị Mai Anh' 12/03/1985
ok 'lookup: a token refused twice is the account' has '"trouble":"account"'
control 'fault=none&forget'
lookup --json 7999000001 'Nguyễn Thị Mai Anh'
ok 'lookup wants all three' is 64
lookup 79 'Nguyễn Thị Mai Anh' 12/03/1985
ok 'a number that is none is 64' is 64
control stats
out=$(cat "$work/control")
ok 'and asks nobody' has '"member":0'
printf 'per_minute = 1\n' >>"$demo/tiepdon.ini"
lookup --json 7999000001 'Nguyễn Thị Mai Anh' 12/03/1985
ok 'lookup: the quota of all counters holds' has '"trouble":"quota"'
sed -i 's/^per_minute.*//' "$demo/tiepdon.ini"

control 'forget'
run doctor --data "$demo" --portal
ok 'doctor --portal takes a token' has '✓ cổng giám định: kết nối và tài khoản tốt'
control stats
out=$(cat "$work/control")
ok 'and asks about nobody' has '"member":0'
run doctor --data "$demo"
control stats
out=$(cat "$work/control")
ok 'doctor alone contacts nobody' has '"token":1'

control 'fault=hang'
sed -i 's/^answer_seconds.*/answer_seconds = 60/' "$demo/tiepdon.ini"
timeout -s INT -k 20 1 "$program" lookup --data "$demo" 7999000001 'Nguyễn Thị Mai Anh' 1985 >"$work/out" 2>&1
status=$?
ok 'lookup: Ctrl-C ends one that waits' is 124
control 'fault=none'

password=$(cat "$demo/portal-password")
digest=$(printf %s "$password" | md5sum | cut -d ' ' -f 1)
ok 'neither password nor digest was ever printed' [ "$(grep -c -e "$password" -e "$digest" -e token "$work/said")" -eq 0 ]
chmod 640 "$demo/portal-password"
lookup 7999000001 'Nguyễn Thị Mai Anh' 12/03/1985
ok 'lookup: a password that others can read is 78' is 78
ok 'and says what to do' [ "${err#*chmod 600}" != "$err" ]
chmod 600 "$demo/portal-password"
sed -i 's|^base = .*|base = http://10.0.0.1|' "$demo/tiepdon.ini"
lookup 7999000001 'Nguyễn Thị Mai Anh' 12/03/1985
ok 'lookup: HTTP to elsewhere is 78' is 78
run lookup --data "$data" 7999000001 'Nguyễn Thị Mai Anh' 12/03/1985
ok 'lookup: without a portal it is 78' is 78
run lookup --data "$work/nowhere" 7999000001 'Nguyễn Thị Mai Anh' 12/03/1985
ok 'lookup: without its directory it is 74' is 74
ok 'and says that it is --data' [ "${err#*--data}" != "$err" ]
kill $standin
