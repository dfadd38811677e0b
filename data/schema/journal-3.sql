-- What the portal adds: records revised by its late answers, what it said of whom was taken in unchecked, and what is
-- owed to the hospital's system and to the portal.
--
-- Which kinds of entry there are stands in a CHECK, and SQLite changes none: the table is made anew. Every row stays as
-- it is, so digests and links hold.
CREATE TABLE entry_next (
    id      INTEGER PRIMARY KEY, -- 1, 2, 3 ... without gaps
    kind    TEXT NOT NULL CHECK (kind IN ('intake', 'difficulty', 'undo', 'revision', 'check', 'close', 'receipt')),
    at      TEXT NOT NULL,       -- UTC, 2026-11-20T01:41:05Z
    day     TEXT NOT NULL,       -- the day in Vietnam
    counter TEXT NOT NULL,
    clerk   TEXT NOT NULL,
    act     TEXT NOT NULL,       -- its name outside this file: a random UUID
    digest  BLOB NOT NULL CHECK (length(digest) = 32),
    link    BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;
INSERT INTO entry_next SELECT id, kind, at, day, counter, clerk, act, digest, link FROM entry;
DROP TABLE entry;
ALTER TABLE entry_next RENAME TO entry;
CREATE UNIQUE INDEX entry_act ON entry (act);
CREATE INDEX entry_day ON entry (day);
CREATE INDEX entry_counter ON entry (counter, day);

-- Content of entries, in the chain behind the rows of steps 1 and 2. `of` is always the entry of the intake.
CREATE TABLE contact (
    entry INTEGER PRIMARY KEY,
    phone TEXT NOT NULL
) STRICT;

-- A whole record (intake, field, correction ... under its own entry) that takes the place of the intake's.
CREATE TABLE revision (
    entry INTEGER PRIMARY KEY,
    of    INTEGER NOT NULL
) STRICT;
CREATE INDEX revision_of ON revision (of, entry);

-- What the portal said after the intake.
CREATE TABLE checked (
    entry   INTEGER PRIMARY KEY,
    of      INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('agrees', 'differs', 'stuck')),
    code    TEXT NOT NULL -- maKetQua
) STRICT;
CREATE INDEX checked_of ON checked (of);

-- A clerk looked and left the record as it was taken in.
CREATE TABLE closed (
    entry  INTEGER PRIMARY KEY,
    of     INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX closed_of ON closed (of);

-- A complete check-in record went to the portal.
CREATE TABLE receipt (
    entry   INTEGER PRIMARY KEY,
    of      INTEGER NOT NULL, -- 0: its MA_LK is none of ours
    key     TEXT NOT NULL,    -- MA_LK
    receipt TEXT NOT NULL,    -- maGiaoDich, '' where it was refused
    code    TEXT NOT NULL,
    refused INTEGER NOT NULL
) STRICT;
CREATE INDEX receipt_of ON receipt (of);

-- Not part of the chain from here on: what is still to be done.

-- The list chưa kiểm tra. Times are Unix seconds.
CREATE TABLE late (
    entry      INTEGER PRIMARY KEY, -- of the intake
    number     TEXT NOT NULL,       -- what to ask
    name       TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('waits', 'differs', 'stuck')),
    tries      INTEGER NOT NULL,
    due        INTEGER,             -- NULL: the question is not complete, nobody can ask it
    leased     INTEGER NOT NULL,    -- until then a counter asks it
    code       TEXT NOT NULL,       -- of the last answer
    trouble    TEXT NOT NULL        -- of the last try
) STRICT;

-- The quota and the circuit breaker: core/pace.h. `failed` counts what the list alone met in a row.
CREATE TABLE pace (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    minute       INTEGER NOT NULL,
    day          INTEGER NOT NULL,
    minute_count INTEGER NOT NULL,
    day_count    INTEGER NOT NULL,
    failures     INTEGER NOT NULL,
    pause        INTEGER NOT NULL,
    open_until   INTEGER NOT NULL,
    trial_at     INTEGER NOT NULL,
    failed       INTEGER NOT NULL
) STRICT;
INSERT INTO pace VALUES (1, 0, 0, 0, 0, 0, 0, 0, 0, 0);

-- Check-in files owed to the hospital's system.
CREATE TABLE handover (
    id   INTEGER PRIMARY KEY,
    act  TEXT NOT NULL, -- of the intake
    kind TEXT NOT NULL CHECK (kind IN ('new', 'replace', 'cancel')),
    done INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX handover_owed ON handover (id) WHERE done = 0;

-- Complete records that came back from it and go to the portal once each.
CREATE TABLE sending (
    id     INTEGER PRIMARY KEY,
    key    TEXT NOT NULL, -- MA_LK
    digest TEXT NOT NULL,
    file   TEXT NOT NULL,
    tries  INTEGER NOT NULL DEFAULT 0,
    due    INTEGER NOT NULL DEFAULT 0,
    leased INTEGER NOT NULL DEFAULT 0,
    done   INTEGER NOT NULL DEFAULT 0,
    UNIQUE (key, digest)
) STRICT;
CREATE INDEX sending_owed ON sending (id) WHERE done = 0;

-- Rows of the portal that wait for the register while an import holds it; the columns are the register's.
CREATE TABLE learned (
    id         INTEGER PRIMARY KEY,
    maSoBHXH   TEXT NOT NULL,
    maThe      TEXT NOT NULL,
    hoTen      TEXT NOT NULL,
    ngaySinh   TEXT NOT NULL,
    gioiTinh   TEXT NOT NULL,
    diaChi     TEXT NOT NULL,
    maDKBD     TEXT NOT NULL,
    gtTheTu    TEXT NOT NULL,
    gtTheDen   TEXT NOT NULL,
    ngayDu5Nam TEXT NOT NULL,
    maKV       TEXT NOT NULL,
    soCCCD     TEXT NOT NULL,
    maTheMoi   TEXT NOT NULL,
    gtTheTuMoi TEXT NOT NULL,
    gtTheDenMoi TEXT NOT NULL,
    maDKBDMoi  TEXT NOT NULL,
    trangThai  TEXT NOT NULL,
    tenGap     TEXT NOT NULL,
    source     INTEGER NOT NULL,
    asOf       TEXT NOT NULL,
    heard      INTEGER NOT NULL,
    heardAt    TEXT NOT NULL,
    heardBy    TEXT NOT NULL
) STRICT;

CREATE TRIGGER entry_update BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER entry_delete BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER contact_update BEFORE UPDATE ON contact BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER contact_delete BEFORE DELETE ON contact BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER revision_update BEFORE UPDATE ON revision BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER revision_delete BEFORE DELETE ON revision BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER checked_update BEFORE UPDATE ON checked BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER checked_delete BEFORE DELETE ON checked BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER closed_update BEFORE UPDATE ON closed BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER closed_delete BEFORE DELETE ON closed BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER receipt_update BEFORE UPDATE ON receipt BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER receipt_delete BEFORE DELETE ON receipt BEGIN SELECT raise(ABORT, 'append-only'); END;
