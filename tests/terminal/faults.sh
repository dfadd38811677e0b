#!/bin/sh
# A full, read-only, locked, foreign, damaged, newer or missing file: a clear sentence, no half record, the terminal back.
set -u
. tests/terminal/lib.sh "$1"

disk=$WORK/disk
undo_setup() {
    if mountpoint -q "$disk"; then
        umount -l "$disk"
    fi
}
waiting='Quét thẻ, hoặc gõ số thẻ'

# One intake, so that there is a journal to harm; every case begins with a copy of it.
demo
start 80x24
see "$waiting"
card 1
take
leave
match=$(payload 01)
moved=$(payload 02)
mv "$DATA" "$WORK/used"
fresh() {
    rm -rf "$DATA"
    cp -r "$WORK/used" "$DATA"
}

refused() { # SENTENCE [STATUS]
    start_in_shell 80x24
    restored "${2:-74}"
    see "$1"
}

# The journal cannot be used: the program says so and ends; nothing is repaired behind anybody's back.
fresh
sqlite3 "$DATA/journal.db" 'PRAGMA application_id = 1' 2>"$WORK/sqlite"
refused 'journal.db là của chương trình khác'
fresh
sqlite3 "$DATA/journal.db" 'PRAGMA user_version = 99'
refused 'Nhật ký do bản tiepdon mới hơn tạo'
fresh
printf 'no database at all, and long enough to be looked at' | dd of="$DATA/journal.db" conv=notrunc 2>/dev/null
harmed=$(cksum <"$DATA/journal.db")
refused 'journal.db không phải cơ sở dữ liệu'
same 'the damaged file is left as it was' "$(cksum <"$DATA/journal.db")" "$harmed"

fresh
dd if=/dev/urandom of="$DATA/journal.db" bs=4096 seek=1 count=8 conv=notrunc 2>/dev/null
start 80x24
see 'Nhật ký bị hỏng'
scan "$moved"
armed
keys Enter
see 'Nhật ký bị hỏng'
expect 'the review is still open' shows '1 SAI LỆCH'
drop
leave

# A configuration with a bad line is named by its number.
fresh
printf 'nonsense without a sign\n' >>"$DATA/tiepdon.ini"
line=$(wc -l <"$DATA/tiepdon.ini")
refused "tiepdon.ini:$line" 78

# The register cannot be used: the counter works, unchecked and provisional.
unchecked() { # SENTENCE
    start 80x24
    see "$waiting"
    see "$1"
    scan "$moved"
    see 'CHƯA KIỂM TRA ĐƯỢC'
    take
    see 'Đã tạm nhận Nguyễn Thị Hoà'
    same 'taken in provisionally' "$(intakes | grep -c ',provisional,')" 1
    leave
}
fresh
rm -f "$DATA"/register*.db
unchecked 'Chưa có sổ dữ liệu giám định'
fresh
for register in "$DATA"/register*.db; do
    sqlite3 "$register" 'PRAGMA application_id = 1' 2>/dev/null
done
unchecked 'register.db là của chương trình khác'
fresh
for register in "$DATA"/register*.db; do
    printf 'no database at all, and long enough to be looked at' | dd of="$register" conv=notrunc 2>/dev/null
done
unchecked 'register.db không phải cơ sở dữ liệu'

# Another process holds the journal: said after a while, nothing written; afterwards the same Enter works.
fresh
start 80x24
see "$waiting"
scan "$moved"
armed
mkfifo "$WORK/hold"
sqlite3 "$DATA/journal.db" <"$WORK/hold" >"$WORK/held" &
exec 9>"$WORK/hold"
printf 'BEGIN EXCLUSIVE;\nSELECT 1;\n' >&9
until_true test -s "$WORK/held"
keys Enter
see 'Dữ liệu đang bận: chờ vài giây rồi làm lại.'
printf 'ROLLBACK;\n' >&9
exec 9>&-
wait
same 'nothing was written while it was held' "$(acts intake)" 1
expect 'the review is still open' shows '1 SAI LỆCH'
take
see 'Đã tiếp nhận NGUYỄN THỊ HÒA'
same 'written once' "$(acts intake)" 2
leave

# A read-only and a full disk need a disk of their own.
on_disk() { # SIZE
    mkdir -p "$disk"
    mount -t tmpfs -o "size=$1" tiepdon "$disk" 2>/dev/null
}
if on_disk 4m; then
    fresh
    rm -f "$DATA/reserve"
    cp -r "$DATA" "$disk/data"
    DATA=$disk/data
    start 80x24
    see "$waiting"
    scan "$moved"
    armed
    dd if=/dev/zero of="$disk/filler" bs=4k 2>/dev/null
    keys Enter
    see 'Ổ đĩa đầy, chưa ghi được: xóa bớt tệp rồi làm lại.'
    expect 'the review is still open' shows '1 SAI LỆCH'
    same 'no half record' "$(acts intake)" 1
    rm "$disk/filler"
    take
    see 'Đã tiếp nhận NGUYỄN THỊ HÒA'
    same 'written once there is room' "$(acts intake)" 2
    leave
    dd if=/dev/zero of="$disk/filler" bs=4k 2>/dev/null
    rm -f "$DATA"/counter-*.lock
    refused "Ổ đĩa không còn chỗ để mở dữ liệu"
    rm "$disk/filler"
    mount -o remount,ro "$disk"
    refused "Thư mục dữ liệu chỉ cho đọc"

    # With a reserve there is room for what is open.
    umount "$disk"
    on_disk 24m
    cp -r "$WORK/used" "$disk/data"
    start 80x24
    see "$waiting"
    scan "$moved"
    armed
    dd if=/dev/zero of="$disk/filler" bs=4k 2>/dev/null
    keys Enter
    see "Ổ đĩa đầy, đang dùng 8 MB dự phòng cuối: xóa bớt tệp ngay."
    same "written into the reserve" "$(acts intake)" 2
    leave
    DATA=$WORK/data
else
    echo 'skipped: a full and a read-only disk (mounting one needs root)'
fi
finish
