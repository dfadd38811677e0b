-- What happened at the counters. Nothing is overwritten: a correction keeps before and after, an undo is an entry.
--
-- The entries are one chain. digest is the SHA-256 of the entry's content (the rows of the five tables below it), link
-- the SHA-256 of the previous link, the entry's own columns and its digest. So content can be purged by law one day and
-- the chain still proves that nothing else was changed (journal_chain.c).
CREATE TABLE entry (
    id      INTEGER PRIMARY KEY, -- 1, 2, 3 ... without gaps
    kind    TEXT NOT NULL CHECK (kind IN ('intake', 'difficulty', 'undo')),
    at      TEXT NOT NULL,       -- UTC, 2026-11-20T01:41:05Z
    day     TEXT NOT NULL,       -- the day in Vietnam
    counter TEXT NOT NULL,
    clerk   TEXT NOT NULL,
    act     TEXT NOT NULL,       -- its name outside this file: a random UUID
    digest  BLOB NOT NULL CHECK (length(digest) = 32),
    link    BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;
CREATE UNIQUE INDEX entry_act ON entry (act);
CREATE INDEX entry_day ON entry (day);
CREATE INDEX entry_counter ON entry (counter, day);

CREATE TABLE intake (
    entry    INTEGER PRIMARY KEY,
    status   TEXT NOT NULL, -- admitted, provisional, not_insured
    card     TEXT NOT NULL, -- the kind of what was presented: bhyt, cccd, number, unknown
    verdict  TEXT NOT NULL,
    bhxh     TEXT NOT NULL,
    findings TEXT NOT NULL, -- codes with spaces between
    reason   TEXT NOT NULL,
    checked  TEXT NOT NULL, -- register, portal, none
    as_of    TEXT NOT NULL,
    repeat   INTEGER NOT NULL
) STRICT;

-- One row a fact that was presented or taken in; also of a difficulty without an intake.
CREATE TABLE field (
    entry     INTEGER NOT NULL,
    field     TEXT NOT NULL, -- as core/field.h names it
    value     TEXT NOT NULL, -- as taken in
    presented TEXT NOT NULL, -- as the card said
    source    TEXT NOT NULL, -- of value
    PRIMARY KEY (entry, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
    entry  INTEGER NOT NULL,
    field  TEXT NOT NULL,
    kind   TEXT NOT NULL, -- fix, fill, keep
    before TEXT NOT NULL,
    after  TEXT NOT NULL,
    source TEXT NOT NULL,
    reason TEXT NOT NULL, -- the finding that called for it, '' for none
    PRIMARY KEY (entry, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE difficulty (
    entry INTEGER PRIMARY KEY,
    kind  TEXT NOT NULL,
    text  TEXT NOT NULL
) STRICT;

CREATE TABLE undo (
    entry INTEGER PRIMARY KEY,
    of    INTEGER NOT NULL UNIQUE
) STRICT;

-- Who was taken in on a day, by each number the person is known by.
CREATE TABLE seen (
    day   TEXT NOT NULL,
    key   TEXT NOT NULL, -- maSoBHXH, CCCD or card number: their lengths tell them apart
    entry INTEGER NOT NULL,
    PRIMARY KEY (day, key, entry)
) STRICT, WITHOUT ROWID;

-- What the counter learned for the register: a CCCD captured, or taken back by an undo. Not part of the chain.
CREATE TABLE outbox (
    id    INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    bhxh  TEXT NOT NULL,
    cccd  TEXT NOT NULL,
    clear INTEGER NOT NULL,
    done  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outbox_waiting ON outbox (id) WHERE done = 0;
CREATE INDEX outbox_entry ON outbox (entry);

-- The open review of each counter, as text.
CREATE TABLE draft (
    counter TEXT PRIMARY KEY,
    body    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_update BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER entry_delete BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER intake_update BEFORE UPDATE ON intake BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER intake_delete BEFORE DELETE ON intake BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER field_update BEFORE UPDATE ON field BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER field_delete BEFORE DELETE ON field BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER correction_update BEFORE UPDATE ON correction BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER correction_delete BEFORE DELETE ON correction BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER difficulty_update BEFORE UPDATE ON difficulty BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER difficulty_delete BEFORE DELETE ON difficulty BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER undo_update BEFORE UPDATE ON undo BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER undo_delete BEFORE DELETE ON undo BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER seen_update BEFORE UPDATE ON seen BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER seen_delete BEFORE DELETE ON seen BEGIN SELECT raise(ABORT, 'append-only'); END;
