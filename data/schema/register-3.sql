-- Numbers whose end is not maSoBHXH: those of 17 characters, and rows that contradict themselves.
CREATE INDEX member_odd ON member (maThe) WHERE substr(maThe, 6) <> maSoBHXH AND maThe <> '';
CREATE INDEX member_new ON member (maTheMoi) WHERE maTheMoi <> '';
CREATE INDEX member_cccd ON member (soCCCD) WHERE soCCCD <> '';
CREATE INDEX member_person ON member (tenGap, ngaySinh) WHERE tenGap <> '';
