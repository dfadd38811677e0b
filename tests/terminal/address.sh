#!/bin/sh
# An address of before the mergers: m writes the names of today, the journal says by what table; then one is typed, its
# commune found by initials and picked by a digit.
set -u
. tests/terminal/lib.sh "$1"


demo
start 80x24
see 'Quét thẻ, hoặc gõ số thẻ'
card w
see 'THẠCH THỊ OANH'
see '≈ đổi tên'
see 'm để ghi theo tên mới'
hand m # a second one within 30 ms would be its bounce
see '→ tên mới'
see 'Ghi tên mới: Ấp 2, Xã Bình Chánh, Thành phố Hồ Chí Minh'
hand m
see '≈ đổi tên'
hand m
see '→ tên mới'
same 'nothing is written before Enter' "$(journal)" ''
take
expect 'the correction names its source, the table of units' sh -c \
    "printf '%s\n' \"\$1\" | grep 'address' | grep 'Ấp 2, Xã Bình Chánh, Thành phố Hồ Chí Minh' | grep -q ',units,'" - \
    "$(journal)"
expect 'the intake holds the address of today' sh -c \
    "printf '%s\n' \"\$1\" | grep -q 'Ấp 2, Xã Bình Chánh, Thành phố Hồ Chí Minh'" - "$(intakes)"

# A house number with digits, the commune by initials; only behind Tab do digits choose.
card 1
see 'NGUYỄN THỊ MAI ANH'
keys Down Down Down Down
see '▸ Địa chỉ'
keys e
see 'Sửa tay: Địa chỉ'
hand '12/3 KP3, pbn'
see 'cũ: Bến Nghé, Quận 1'
digit=$(screen | sed -n 's/^ \([1-9]\) Phường Sài Gòn .*/\1/p' | head -n 1)
keys Tab
see 'Bấm số đứng trước xã, phường'
keys "$digit"
see '› 12/3 KP3, Phường Sài Gòn, Thành phố Hồ Chí Minh'
keys Enter
see 'Giá trị vừa gõ lấy từ đâu?'
keys 2
see '→ người bệnh'
take
expect 'the intake holds what was typed and picked' sh -c \
    "printf '%s\n' \"\$1\" | grep -q '12/3 KP3, Phường Sài Gòn, Thành phố Hồ Chí Minh'" - "$(intakes)"
leave

# A program that was killed comes back with what m wrote.
demo
start 60x20
see 'Quét thẻ, hoặc gõ số thẻ'
card w
see '≈ đổi tên'
keys m
see '→ tên mới'
kill -KILL "$(pid)"
ended
start 60x20
see '→ tên mới'
see 'Ghi tên mới: Ấp 2, Xã Bình Chánh, Thành phố Hồ Chí'
keys m
see '≈ đổi tên'
drop
leave
finish
