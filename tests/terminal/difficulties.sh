#!/bin/sh
# A difficulty: written from a review with a phone, numbered, sent, answered, opened again; counted on the first screen.
set -u
. tests/terminal/lib.sh "$1"

demo
start 80x24
see 'Quét thẻ, hoặc gõ số thẻ'
unsee 'Vướng mắc:'
card 2
see '1 SAI LỆCH'

counting
keys v
see 'Vướng mắc, loại (↑↓ đổi): Sai nơi ĐK KCBBĐ'
armed
keys Enter
see 'Đã ghi vướng mắc số 1'
counted 'difficulty with the kind proposed' 2

counting
keys v
see 'Vướng mắc, loại'
keys Down
see 'Sai địa chỉ'
hand 'so nha'
keys Tab
hand 0912345678
see '› 0912345678'
armed
keys Enter
see 'Đã ghi vướng mắc số 2'
counted 'difficulty with kind, text and phone' 20
same 'both are in the journal by number' "$(journal | awk -F, '$2 == "difficulty" && $17 { print $17 }' | sort | tr '\n' ' ')" '1 2 '
drop
see 'Vướng mắc: 2 chưa trả lời, F11 xem danh sách.'

counting
keys F11
see 'Vướng mắc: 2 chưa trả lời · 1/2'
see 'Sai nơi ĐK KCBBĐ'
keys Enter
see 'Vướng mắc số 2'
see '0912345678'
see 'so nha'
expect 'an opened one is a look' until_true looked record 1
keys s
armed
keys Enter
see 'Đã ghi vướng mắc số 2'
see 'đã gửi hôm nay'
counted 'difficulty sent' 4
same 'the step is an entry' "$(acts progress)" 1

# What is half typed of the answer waits while a patient goes first.
keys Enter
see 'Vướng mắc số 2'
keys a
hand 'da sua'
see '› da sua'
scan "$(payload 01)"
unsee 'Vướng mắc số 2'
see '✓ KHỚP'
take
unsee 'da sua'
keys F11
see 'đã gửi hôm nay'
counting
keys Enter
see 'Vướng mắc số 2'
keys a
see '› da sua'
armed
keys Enter
see 'đã trả lời hôm nay'
counted 'difficulty answered, the answer was typed' 3
see 'Vướng mắc: 1 chưa trả lời · 1/2'

# By state: open, sent, answered.
keys Tab
see '▸mở'
unsee 'đã trả lời hôm nay'
keys Tab
see 'Không có vướng mắc nào như vậy'
keys Tab
see 'đã trả lời hôm nay'
keys Enter
see 'da sua'
keys o
armed
keys Enter
see 'Đã ghi vướng mắc số 2'
see 'Không có vướng mắc nào như vậy'
keys BTab BTab BTab
see 'mở hôm nay'
same 'sent, answered, open again' "$(acts progress)" 3
keys F11
see 'Vướng mắc: 2 chưa trả lời, F11 xem danh sách.'

# They outlive the program, and a terminal that swallows F11 has Ctrl-E.
leave
start 60x20
see 'Vướng mắc: 2 chưa trả lời'
keys C-e
see 'Vướng mắc: 2 chưa trả lời · 1/2'
keys Escape
see 'Quét thẻ, hoặc gõ số thẻ'
leave
expect 'the journal is sound' "$PROGRAM" export journal --data "$DATA" --csv >/dev/null
finish
