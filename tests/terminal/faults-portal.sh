#!/bin/sh
# Every fault of the portal: what the clerk saw of it and what the journal holds, printed as a table. What is technical is
# never the card's fault nor the patient's: the register's word stays, Enter takes in as it would without a portal, and the
# patient is on the list to be asked about later.
set -u
. tests/terminal/lib.sh "$1"

waiting='Quét thẻ, hoặc gõ số thẻ'
table=$WORK/table

# No fault of the card or the patient; the register calls none either of the cards that are scanned here.
BLAMES='KHÔNG TÌM THẤY|SAI HỌ TÊN|SAI NGÀY SINH|HẾT HẠN|CHƯA ĐẾN HẠN|THU HỒI|BÁO GIẢM|NGƯỜI KHÁC|CHƯA ĐỒNG BỘ|số thẻ không đúng'

# The one who has the port of $PORTAL; the fault is set anew for every row.
demo
portal 'answer_seconds = 1' 'connect_seconds = 1' 'per_minute = 0' 'failures = 100'
mismatch=$(payload 02)
soldier=$(payload 24)
cp -r "$DATA" "$WORK/asking"

secured=
undo_setup() {
    [ -z "$secured" ] || kill "$secured" 2>/dev/null
}

# The newest intake as it is exported now; field reads it.
look() {
    exported=$("$PROGRAM" export intakes --data "$DATA" --from $DAY --to $DAY --json 2>/dev/null | tail -n 1)
}

field() { # NAME
    printf '%s' "$exported" | sed -n 's/.*"'"$1"'":"\([^"]*\)".*/\1/p'
}

is_listed() { # LATE
    look
    [ "$(field late)" = "$1" ]
}

# The line of the screen that holds the text, without what frames it.
line_of() { # TEXT
    screen | grep -F -m 1 -- "$1" | sed 's/^[^[:alnum:]]*//; s/  .*//; s/ *$//'
}

blames() {
    screen | grep -qE "$BLAMES"
}

# Makes a data directory that asks, with these lines of [portal] besides, and opens the counter on it.
asking() { # [LINE...]
    tm kill-session -t $PANE 2>/dev/null
    rm -rf "$DATA"
    cp -r "$WORK/asking" "$DATA"
    ask_with "$@"
    start 80x24
    see "$waiting"
}

# The review is open: the clerk sees the sentence, and the verdict is the register's; then what the journal holds.
row() { # FAULT SENTENCE VERDICT STATUS LATE FINDING
    see "$2"
    expect "$1: the verdict is the register's: $3" shows "$3"
    expect "$1: no word blames the card or the patient" not blames
    said=$(line_of "$2")
    verdict=$(line_of "$3")
    take
    until_true is_listed "$5"
    same "$1: status" "$(field status)" "$4"
    same "$1: on the list" "$(field late)" "$5"
    finding=$(field findings | tr ' ' '\n' | grep '^portal_')
    same "$1: why, in the journal" "$finding" "$6"
    printf '%-22s | %-11s | %-5s | %-13s | %s | %s\n' "$1" "$4" "$5" "$6" "${verdict%% —*}" "$said" >>"$table"
}

not() {
    ! "$@"
}

# A fault of the answers, and a card the register knows: it is taken in by the register.
fault() { # NAME CONTROL SENTENCE [FINDING]
    control "fault=$2" >/dev/null
    asking
    scan "$mismatch"
    row "$1" "$3" '1 SAI LỆCH' admitted waits "${4:-portal_silent}"
}

printf '%-22s | %-11s | %-5s | %-13s | %s | %s\n' fault journal list finding verdict 'what the clerk saw' >"$table"

fault 'no answer' hang 'quá lâu không trả lời'
fault 'connection reset' reset 'câu trả lời bị đứt'
fault 'cut off' cut 'câu trả lời bị đứt'
fault 'half of the JSON' half 'câu trả lời bị đứt'
fault 'no JSON' text 'câu trả lời không hiểu được'
fault 'HTML, status 200' html 'câu trả lời không hiểu được'
fault 'nested 100,000 deep' deep 'câu trả lời không hiểu được'
fault '10 MB' huge 'câu trả lời quá lớn'
fault 'HTTP 500' http500 'máy chủ báo lỗi'
fault 'HTTP 404' http404 'máy chủ báo lỗi'
fault 'code 100' 100 '(100 lỗi lấy dữ liệu)'
fault 'code 101' 101 '(101 lỗi máy chủ)'
fault 'code 500' 500 '(500 lỗi máy chủ)'
fault 'code 205' 205 '(205 sai định dạng tham số)'
fault 'unknown code' 999 '(999)'
fault '401 storm' storm '(401 lỗi xác thực tài khoản)'
fault 'account refused' refused '(401 lỗi xác thực tài khoản)'
fault 'clerk unknown, 054' 054 'Cổng không nhận cán bộ tra cứu (054' portal_setup
fault 'clerk differs, 055' 055 'Cổng không nhận cán bộ tra cứu (055' portal_setup

# A 401 storm is no storm of ours: each question takes the token anew once.
control 'forget' >/dev/null
control 'fault=storm' >/dev/null
asking
scan "$mismatch"
see '(401 lỗi xác thực tài khoản)'
same 'a 401 is asked again once' "$(asked member)" 2
same 'with one new token' "$(asked token)" 2

# Nobody in the register: without the portal nothing is known, and that is what is said.
control 'fault=http500' >/dev/null
asking
scan "$soldier"
row 'HTTP 500, not in book' 'máy chủ báo lỗi' 'CHƯA KIỂM TRA ĐƯỢC' provisional waits portal_silent

# What keeps the question from going out at all.
control 'fault=none' >/dev/null
asking
chmod 644 "$DATA/portal-password"
tm kill-session -t $PANE
start 80x24
see "$waiting"
scan "$mismatch"
row 'password open to all' 'tệp mật khẩu' '1 SAI LỆCH' admitted waits portal_silent

asking 'base = http://127.0.0.1:1'
scan "$mismatch"
row 'nobody at the port' 'không kết nối được' '1 SAI LỆCH' admitted waits portal_silent

# A label of 64 letters is refused before any server of names is asked.
asking "base = https://$(printf 'x%.0s' 1 2 3 4 5 6 7 8)$(printf 'yyyyyyyy%.0s' 1 2 3 4 5 6 7).invalid"
scan "$mismatch"
row 'no such name' 'không tìm thấy địa chỉ máy chủ' '1 SAI LỆCH' admitted waits portal_silent

control 'fault=http500' >/dev/null
asking 'failures = 1' 'pause = 60'
scan "$soldier"
see 'máy chủ báo lỗi'
drop
scan "$mismatch"
row 'paused after failures' 'tạm nghỉ sau nhiều lần lỗi' '1 SAI LỆCH' admitted waits portal_silent

control 'fault=none' >/dev/null
asking 'per_day = 1'
scan "$(payload 01)"
see '(♦ cổng'
drop
scan "$mismatch"
row 'quota used up' 'hết lượt hỏi cho phép' '1 SAI LỆCH' admitted waits portal_silent

# Certificates of an authority of our own, made for this run alone.
authority() {
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=tiepdon test authority' \
        -keyout "$WORK/ca.key" -out "$WORK/ca.pem" 2>/dev/null
}
certificate() { # NAME SUBJECT-ALTERNATIVE
    openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout "$WORK/$1.key" -out "$WORK/$1.csr" 2>/dev/null
    echo "subjectAltName=$2" >"$WORK/$1.ext"
    openssl x509 -req -days 2 -in "$WORK/$1.csr" -CA "$WORK/ca.pem" -CAkey "$WORK/ca.key" -CAcreateserial \
        -extfile "$WORK/$1.ext" -out "$WORK/$1.pem" 2>/dev/null
}
secure() { # CERTIFICATE-NAME
    [ -z "$secured" ] || kill "$secured"
    rm -f "$WORK/secure"
    "$STANDIN" --port 0 --ready "$WORK/secure" --tls "$WORK/$1.pem" "$WORK/$1.key" "$WORK/asking" >/dev/null &
    secured=$!
    until_true test -s "$WORK/secure"
    base="base = https://127.0.0.1:$(cat "$WORK/secure")"
}
authority
certificate here IP:127.0.0.1
certificate other DNS:other.invalid
secure here
asking "$base"
scan "$mismatch"
row 'authority unknown' 'chứng thư không tin được' '1 SAI LỆCH' admitted waits portal_silent
secure other
asking "$base" "ca_file = $WORK/ca.pem"
scan "$mismatch"
row 'name of another host' 'chứng thư không tin được' '1 SAI LỆCH' admitted waits portal_silent
secure here
asking "$base" "ca_file = $WORK/ca.pem"
scan "$mismatch"
row 'none, by TLS' '♦79025 TTYT Thử' '1 SAI LỆCH' admitted '' ''

asking
scan "$mismatch"
row none '♦79025 TTYT Thử' '1 SAI LỆCH' admitted '' ''

cat "$table"
finish
