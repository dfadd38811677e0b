-- What a visit counts as, and the papers it was taken in by. Entries of before have no rows here, so their digests hold
-- as they are: chain_digest takes the rows of these tables behind those of step 1.
CREATE TABLE entitlement (
    entry  INTEGER PRIMARY KEY,
    code   TEXT NOT NULL, -- MA_DOITUONG_KCB as proposed or chosen at intake
    chosen TEXT NOT NULL CHECK (chosen IN ('program', 'clerk'))
) STRICT;

CREATE TABLE paper (
    entry  INTEGER NOT NULL,
    kind   TEXT NOT NULL, -- as data/entitlement.table names it: referral, appointment, birth_certificate ...
    number TEXT NOT NULL, -- '' is to follow
    first  TEXT NOT NULL, -- its day or first day, '' is to follow
    last   TEXT NOT NULL, -- '' where none is said
    PRIMARY KEY (entry, kind)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entitlement_update BEFORE UPDATE ON entitlement BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER entitlement_delete BEFORE DELETE ON entitlement BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER paper_update BEFORE UPDATE ON paper BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER paper_delete BEFORE DELETE ON paper BEGIN SELECT raise(ABORT, 'append-only'); END;
