-- What the search box asks: tenGap is the folded name of every member (of whom it was only for those without a CCCD before
-- this step), chuDau the first letters of its words.
ALTER TABLE member ADD COLUMN chuDau TEXT NOT NULL DEFAULT '';

-- searchable: every row has both, and register-search.sql ran. A register of before becomes so when the next import
-- builds a new file; a small one at once, when something is written into it.
ALTER TABLE state ADD COLUMN searchable INTEGER NOT NULL DEFAULT 0;
-- The rows without a CCCD of twelve digits. Of an earlier file they are counted once, in its indexes.
ALTER TABLE state ADD COLUMN missing INTEGER NOT NULL DEFAULT 0;
UPDATE state SET missing = (SELECT count(*) FROM member)
                         - (SELECT count(*) FROM member WHERE soCCCD <> '' AND length(soCCCD) = 12);

CREATE TRIGGER member_without AFTER INSERT ON member WHEN length(new.soCCCD) <> 12
BEGIN UPDATE state SET missing = missing + 1; END;
CREATE TRIGGER member_gone AFTER DELETE ON member WHEN length(old.soCCCD) <> 12
BEGIN UPDATE state SET missing = missing - 1; END;
CREATE TRIGGER member_captured AFTER UPDATE OF soCCCD ON member
WHEN (length(old.soCCCD) = 12) <> (length(new.soCCCD) = 12)
BEGIN UPDATE state SET missing = missing + (length(old.soCCCD) = 12) - (length(new.soCCCD) = 12); END;
