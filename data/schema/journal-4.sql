-- Own patients: how to reach them, and who they are by all numbers their intakes brought.
--
-- The table is made anew without a list of kinds, so that a later step needs no copy for a new one: which kinds there
-- are stands in the program alone. Every row stays as it is, so digests and links hold.
CREATE TABLE entry_next (
    id      INTEGER PRIMARY KEY, -- 1, 2, 3 ... without gaps
    kind    TEXT NOT NULL CHECK (kind <> ''),
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
CREATE TRIGGER entry_update BEFORE UPDATE ON entry BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER entry_delete BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'append-only'); END;

-- Content of entries, in the chain behind the rows of steps 1 to 3: the rest of how to reach the patient, beside the
-- phone in `contact`.
CREATE TABLE reach (
    entry          INTEGER PRIMARY KEY,
    address        TEXT NOT NULL,
    relative       TEXT NOT NULL,
    relative_phone TEXT NOT NULL,
    whole          INTEGER NOT NULL -- 1: the clerk saw all of it, so what is empty was erased
) STRICT;
CREATE TRIGGER reach_update BEFORE UPDATE ON reach BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER reach_delete BEFORE DELETE ON reach BEGIN SELECT raise(ABORT, 'append-only'); END;

-- The nine-digit number before the CCCD, as the code of a CCCD states it: an old paper is searched for by it.
CREATE TABLE cmnd (
    entry  INTEGER PRIMARY KEY,
    number TEXT NOT NULL
) STRICT;
CREATE TRIGGER cmnd_update BEFORE UPDATE ON cmnd BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER cmnd_delete BEFORE DELETE ON cmnd BEGIN SELECT raise(ABORT, 'append-only'); END;

-- Not part of the chain from here on: made of the entries, and made anew from them at any time.

-- `seen` says whom the present record names: a revision takes the numbers of before away.
DROP TRIGGER seen_update;
DROP TRIGGER seen_delete;
CREATE INDEX seen_entry ON seen (entry);

-- Up to which entry the patients are made.
CREATE TABLE projected (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    entry INTEGER NOT NULL
) STRICT;
INSERT INTO projected VALUES (1, 0);

-- Who was taken in, by what the last intake said; intakes that were undone count for nothing.
CREATE TABLE patient (
    id              INTEGER PRIMARY KEY, -- the entry of the first intake
    name            TEXT NOT NULL,
    folded          TEXT NOT NULL, -- of the name, as text_fold does
    initials        TEXT NOT NULL, -- of the name, as find_initials does
    birth_date      TEXT NOT NULL,
    gender          TEXT NOT NULL,
    bhxh            TEXT NOT NULL,
    number          TEXT NOT NULL,
    cccd            TEXT NOT NULL,
    address         TEXT NOT NULL, -- of the assessment data or the card
    phone           TEXT NOT NULL,
    contact_address TEXT NOT NULL,
    relative        TEXT NOT NULL,
    relative_phone  TEXT NOT NULL,
    visits          INTEGER NOT NULL,
    last            INTEGER NOT NULL -- the entry of the last intake
) STRICT;
-- One index a question of the search box, each in the order of its answer.
CREATE INDEX patient_name ON patient (folded, last DESC);
CREATE INDEX patient_year ON patient (substr(birth_date, 1, 4), folded, last DESC);
CREATE INDEX patient_month ON patient (substr(birth_date, 1, 7), folded, last DESC);
CREATE INDEX patient_birth ON patient (birth_date, folded, last DESC);
CREATE INDEX patient_initials ON patient (initials, folded, last DESC);
CREATE INDEX patient_initials_year ON patient (initials, substr(birth_date, 1, 4), folded, last DESC);

-- The intakes of a patient; patient 0: to be given to one.
CREATE TABLE visit (
    entry   INTEGER PRIMARY KEY,
    patient INTEGER NOT NULL
) STRICT;
CREATE INDEX visit_patient ON visit (patient, entry);

-- What a patient is found by. Numbers alone join intakes to patients; two patients who contradict each other may share
-- one.
CREATE TABLE patient_key (
    key     TEXT NOT NULL,
    kind    TEXT NOT NULL, -- number: BHXH number, card number or CCCD; digits: of a card number; cmnd; phone
    patient INTEGER NOT NULL,
    PRIMARY KEY (key, kind, patient)
) STRICT, WITHOUT ROWID;
CREATE INDEX patient_key_patient ON patient_key (patient);
