-- The indexes of the search box beside member_key, member_cccd and member_person: no step, for a large file of before must
-- not be indexed while counters wait. Each question has its order in one of them.
CREATE INDEX IF NOT EXISTS member_birth ON member (ngaySinh, tenGap) WHERE tenGap <> '';
CREATE INDEX IF NOT EXISTS member_initials ON member (chuDau, ngaySinh, tenGap) WHERE chuDau <> '';
CREATE INDEX IF NOT EXISTS member_card ON member (maThe) WHERE maThe <> '';
UPDATE state SET searchable = 1;
