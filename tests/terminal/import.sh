#!/bin/sh
# An import on a terminal draws its bar with rate and time left; one that is stopped changes nothing.
set -u
. tests/terminal/lib.sh "$1"
mkdir "$DATA"
rows=300000
awk -v rows=$rows 'BEGIN {
    print "maThe,hoTen,ngaySinh,gioiTinh,diaChi,maDKBD"
    for (i = 0; i < rows; i++)
        printf "DN479%010d,Nguyễn Văn Số,%02d/03/1985,1,\"%d Lê Lợi, Phường Sài Gòn\",79014\n", i, 1 + i % 28, i
}' >"$WORK/members.csv"
import="env LC_ALL=C.UTF-8 $PROGRAM import members $WORK/members.csv --as-of 2026-11-20 --data $DATA"

start_shell 80x24 "$import"
see 'Cần tối đa'
see 'dòng/s'
see 'còn'
keys C-c
expect 'the import ends by Ctrl-C' ended
expect 'and leaves no register' [ ! -e "$DATA/register.db" ]

start_shell 80x24 "sh -c '$import >$WORK/said'"
see 'dòng/s'
expect 'the import ends' ended
expect 'every row was taken' grep -q "$rows dòng: $rows mới" "$WORK/said"
expect 'the register is there' [ -e "$DATA/register.db" ]
finish
