#!/bin/sh
# What a visit counts as: no key where the person is registered here, two keys elsewhere, the paper of a referral; all
# of it in the journal, and back after a crash.
set -u
. tests/terminal/lib.sh "$1"

# The columns of the last intake by name: column NAME.
column() {
    "$PROGRAM" export intakes --data "$DATA" --from $DAY --to $DAY --json 2>/dev/null | tail -n 1 |
        sed -n "s/.*\"$1\":\(\"\([^\"]*\)\"\|null\).*/\2/p"
}

demo
start 80x24
see 'Quét thẻ, hoặc gõ số thẻ'

# Registered here: proposed.
card 1
see 'KHỚP'
see 'Đối tượng KCB: 1.1 đúng nơi đăng ký ban đầu'
counting
armed
keys Enter
see 'Đã tiếp nhận'
counted 'matching patient' 1
same 'the proposed case is in the journal' "$(column MA_DOITUONG_KCB) $(column entitlement)" '1.1 program'
same 'our own code' "$(column MA_CSKCB)" 79014

# Registered elsewhere: an emergency is two keys, and Enter takes in.
card 2
see 'k chọn đối tượng KCB'
counting
keys k
see 'Đối tượng KCB ngày 20/11/2026'
see 'chuyển cơ sở KCB'
keys 2
see 'Đối tượng KCB: 2 cấp cứu'
armed
keys Enter
see 'Đã tiếp nhận'
counted 'emergency, registered elsewhere' 3
same 'the chosen case is in the journal' "$(column MA_DOITUONG_KCB) $(column entitlement)" '2 clerk'
keys F3
see 'HOÀN TÁC việc gần nhất'
take
see 'Đã hoàn tác'

# A referral with its paper; the program dies in the middle of it and goes on where it was.
card 2
see 'k chọn đối tượng KCB'
keys k 1
see 'giấy chuyển cơ sở KCB'
text '12/GC'
keys Enter
see 'Ngày cấp'
text '16/11/2026'
see '16/11/2026'
kill -9 "$(pid)"
ended
start 80x24
see 'Mở lại hồ sơ đang làm dở'
see '12/GC'
see '16/11/2026'
keys Enter Enter
see '1.3 chuyển cơ sở KCB'
see 'số 12/GC'
take
see 'Đã tiếp nhận'
same 'the paper is in the journal' \
    "$(column MA_DOITUONG_KCB) $(column paper) $(column paper_number) $(column paper_from)" \
    '1.3 referral 12/GC 2026-11-16'

# A child under six without a card.
keys F7
see 'Họ tên'
text 'Be Na'
keys Enter
text '12/11/2024'
keys Enter
see 'Số khai sinh'
text 'nu'
keys Enter
see 'gõ số giấy khai sinh'
text '123/2024'
take
see 'Đã tạm nhận'
same 'the birth certificate is in the journal' "$(column birth_certificate)" 123/2024
leave

# A hospital's own table that is broken is said by its line, and the counter goes on without one.
printf 'case 2 | sai\n' >"$DATA/entitlement.table"
start 80x24
see 'entitlement.table:1'
card 5
see 'Nơi ĐK KCBBĐ'
unsee 'k đối tượng KCB'
drop
leave
finish
