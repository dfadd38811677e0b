-- What the portal said, field by field: heard is a set of 1 << enum field (core/field.h), heardAt the minute in Vietnam
-- of its newest answer (2026-11-20T08:41), heardBy the clerk who asked. asOf stays the day of the file; '' where the
-- portal alone named the card.
ALTER TABLE member ADD COLUMN heard INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN heardAt TEXT NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN heardBy TEXT NOT NULL DEFAULT '';

-- The portal's answer to a question, kept for some minutes so that nobody asks it again. A large import begins without.
CREATE TABLE word (
    number    TEXT NOT NULL,
    name      TEXT NOT NULL, -- folded (text_fold)
    birthDate TEXT NOT NULL,
    code      TEXT NOT NULL, -- maKetQua
    at        INTEGER NOT NULL, -- Unix seconds
    member    INTEGER NOT NULL, -- it named the person
    PRIMARY KEY (number, name, birthDate)
) STRICT, WITHOUT ROWID;
CREATE INDEX word_at ON word (at);
