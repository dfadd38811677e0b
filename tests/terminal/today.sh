#!/bin/sh
# The day: filtered, a record opened again and corrected under its id, one undone from the list, its slip shown again, the
# charts, and the close.
set -u
. tests/terminal/lib.sh "$1"

demo
start 80x24
see 'Quét thẻ, hoặc gõ số thẻ'
card 2
see '1 SAI LỆCH'
take
see 'Đã tiếp nhận NGUYỄN THỊ HÒA'
card 1
see '✓ KHỚP'
take
same 'two intakes' "$(acts intake)" 2

counting
keys F4
see 'Hôm nay: 2 lượt'
see '▸1 tất cả 2'
keys 3
see '▸3 đã sửa 1'
see '1/1'
counted "today's corrected" 2
keys Tab
see '▸4 tạm nhận 0'
see 'Không có ai như vậy'
keys 3
see '▸3 đã sửa 1'

# Opened again nothing differs; a phone makes a revision under the same id, and the list is there again.
keys Enter
see 'XEM LẠI: đã nhận'
armed
keys Enter
see '▸3 đã sửa 1'
keys Enter
see 'XEM LẠI: đã nhận'
keys l
hand 0987654321
keys Enter
see 'sửa hồ sơ đã nhận'
armed
keys Enter
see 'Đã sửa hồ sơ đã nhận của NGUYỄN THỊ HÒA'
see '▸3 đã sửa 1'
same 'one revision' "$(acts revision)" 1
keys Enter
see 'ĐT 0987654321'
keys Escape
see 'Bấm Esc lần nữa: hồ sơ của'
keys Escape
see '▸3 đã sửa 1'

# The slip again: there and back.
counting
keys g
see 'GIẤY HƯỚNG DẪN NGƯỜI BỆNH'
keys Escape
see '▸3 đã sửa 1'
counted 'slip again' 2

# Undone from the list, whichever it is.
counting
keys 1
see '▸1 tất cả 2'
keys End u
see 'HOÀN TÁC việc đã chọn?'
see 'NGUYỄN THỊ HÒA'
armed
keys Enter
see 'Đã hoàn tác NGUYỄN THỊ HÒA'
see 'đã hoàn tác 1'
counted 'undo of an earlier intake' 4
same 'one counter-entry' "$(acts undo)" 1

# Charts.
keys b
see '1/6 Lượt tiếp nhận theo giờ'
see '█'
keys Down
see '2/6 Phát hiện theo loại'
keys Left Tab
see '3/6 Lượt tiếp nhận theo ngày'
see '14/11/2026'
keys Escape
see '▸1 tất cả'

# Closed: the totals are written, and more may come.
counting
keys c
see 'CHỐT NGÀY 20/11/2026?'
see 'Lượt tiếp nhận          1'
armed
keys Enter
see 'Đã chốt ngày lúc'
counted 'close of day' 2
same 'closed once' "$(acts closed_day)" 1
keys Escape
see 'Quét thẻ, hoặc gõ số thẻ'
card 2
see '1 SAI LỆCH'
take
keys F4
see 'Hôm nay: 2 lượt'
see 'lượt sau đó vẫn tính vào ngày'
keys F4
see 'Quét thẻ, hoặc gõ số thẻ'
leave
finish
