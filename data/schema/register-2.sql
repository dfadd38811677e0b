-- A step of its own: a large import appends first and indexes afterwards, which is much faster than row by row.
-- It also answers a 15-character maThe, whose last ten digits are maSoBHXH (member_odd has the others).
CREATE UNIQUE INDEX member_key ON member (maSoBHXH, maThe);
