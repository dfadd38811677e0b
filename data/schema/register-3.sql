CREATE INDEX member_long ON member (maThe) WHERE length(maThe) = 17;
CREATE INDEX member_new ON member (maTheMoi) WHERE maTheMoi <> '';
CREATE INDEX member_cccd ON member (soCCCD) WHERE soCCCD <> '';
CREATE INDEX member_person ON member (tenGap, ngaySinh) WHERE tenGap <> '';
