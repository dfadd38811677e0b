-- Numbered difficulties with what became of each, days that were closed, and looks at records.
--
-- Content of entries, in the chain behind the rows of the steps before.

-- The number of a difficulty, under the entry that opened it. Difficulties of before have none here: theirs follow from
-- their order, as in the docket below.
CREATE TABLE numbered (
    entry  INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE
) STRICT;

-- What the clerk saw who opened a difficulty without an intake.
CREATE TABLE observed (
    entry    INTEGER PRIMARY KEY,
    verdict  TEXT NOT NULL,
    findings TEXT NOT NULL -- codes with spaces between
) STRICT;

-- What the assessment data said beside a difficulty, where that is not what the card said.
CREATE TABLE stated (
    entry INTEGER NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (entry, field)
) STRICT, WITHOUT ROWID;

-- A difficulty was sent to BHXH, answered, or is open again.
CREATE TABLE progress (
    entry  INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    state  TEXT NOT NULL CHECK (state IN ('open', 'sent', 'answered')),
    reply  TEXT NOT NULL -- what BHXH answered, '' before
) STRICT;

-- A day's totals as they stood when it was closed; acts after it still count for the day.
CREATE TABLE closed_day (
    entry        INTEGER PRIMARY KEY,
    day          TEXT NOT NULL,
    intakes      INTEGER NOT NULL,
    admitted     INTEGER NOT NULL,
    provisional  INTEGER NOT NULL,
    not_insured  INTEGER NOT NULL,
    unchecked    INTEGER NOT NULL,
    corrected    INTEGER NOT NULL,
    undone       INTEGER NOT NULL,
    difficulties INTEGER NOT NULL
) STRICT;
CREATE INDEX closed_day_day ON closed_day (day);

-- Somebody looked at a person: at the record of an intake, or at whom a number names.
CREATE TABLE look (
    entry  INTEGER PRIMARY KEY,
    why    TEXT NOT NULL,    -- as core/clerk.h names it
    of     INTEGER NOT NULL, -- the intake, 0 for none
    number TEXT NOT NULL     -- BHXH number, else CCCD, else card number, else of which list and days; '' where `of` says who it is
) STRICT;

CREATE TRIGGER numbered_update BEFORE UPDATE ON numbered BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER numbered_delete BEFORE DELETE ON numbered BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER observed_update BEFORE UPDATE ON observed BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER observed_delete BEFORE DELETE ON observed BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER stated_update BEFORE UPDATE ON stated BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER stated_delete BEFORE DELETE ON stated BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER progress_update BEFORE UPDATE ON progress BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER progress_delete BEFORE DELETE ON progress BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER closed_day_update BEFORE UPDATE ON closed_day BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER closed_day_delete BEFORE DELETE ON closed_day BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER look_update BEFORE UPDATE ON look BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER look_delete BEFORE DELETE ON look BEGIN SELECT raise(ABORT, 'append-only'); END;

-- Not part of the chain from here on: made of the entries.

-- The list of difficulties. A number is never given twice.
CREATE TABLE docket (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    entry  INTEGER NOT NULL UNIQUE, -- that opened it
    of     INTEGER NOT NULL,        -- the intake it belongs to; `entry` for one without an intake
    day    TEXT NOT NULL,           -- opened, in Vietnam
    state  TEXT NOT NULL,
    since  TEXT NOT NULL,           -- the day in Vietnam
    moved  INTEGER NOT NULL,        -- the entry of its last progress, 0 for none
    gone   INTEGER NOT NULL         -- undone before it was sent: off the list
) STRICT;
CREATE INDEX docket_of ON docket (of);
CREATE INDEX docket_day ON docket (day) WHERE gone = 0;
CREATE INDEX docket_state ON docket (state, number) WHERE gone = 0;
CREATE INDEX docket_since ON docket (since) WHERE gone = 0 AND state <> 'answered';

-- A revision that says the same again opens nothing new.
INSERT INTO docket (entry, of, day, state, since, moved, gone)
    SELECT d.entry, coalesce(r.of, d.entry), e.day, 'open', e.day, 0,
           EXISTS (SELECT 1 FROM undo WHERE undo.of = coalesce(r.of, d.entry))
    FROM difficulty d JOIN entry e ON e.id = d.entry LEFT JOIN revision r ON r.entry = d.entry
    WHERE NOT EXISTS (SELECT 1 FROM difficulty b LEFT JOIN revision s ON s.entry = b.entry
                      WHERE b.entry < d.entry AND coalesce(s.of, b.entry) = r.of AND b.kind = d.kind
                      AND (d.text = '' OR d.text = b.text))
    ORDER BY d.entry;

-- What belongs to a day is found without the looks and other entries between.
CREATE INDEX entry_intake ON entry (day) WHERE kind = 'intake';
