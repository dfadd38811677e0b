-- Clerks, who signed in when, and content purged by age.
--
-- Content of entries, in the chain behind the rows of the steps before.

-- A clerk as added or changed; the newest row of a login counts. The PIN is not in it: `pin` is the SHA-256, in
-- hexadecimal, of what `secret` holds under this entry, '' where the PIN stayed as it was. So an export shows no PIN, and
-- one that was put in from outside is seen.
CREATE TABLE clerk (
    entry       INTEGER PRIMARY KEY,
    login       TEXT NOT NULL,
    name        TEXT NOT NULL,
    portal_name TEXT NOT NULL, -- hoTenCb, '' is name
    cccd        TEXT NOT NULL, -- cccdCb, '' for none
    role        TEXT NOT NULL, -- as core/clerk.h names it
    active      INTEGER NOT NULL,
    pin         TEXT NOT NULL
) STRICT;
CREATE INDEX clerk_login ON clerk (login, entry);

-- Somebody signed in or out, locked, came back, or typed a wrong PIN.
CREATE TABLE sign (
    entry INTEGER PRIMARY KEY,
    login TEXT NOT NULL, -- '' where nobody of that name is known: what was typed may be a PIN
    what  TEXT NOT NULL  -- as core/clerk.h names it
) STRICT;
CREATE INDEX sign_login ON sign (login, entry);

-- Content of so many entries up to one was removed, those of days before a day. The entries stay, with digest and link.
CREATE TABLE purge (
    entry   INTEGER PRIMARY KEY,
    before  TEXT NOT NULL,
    upto    INTEGER NOT NULL, -- no entry behind it was touched
    entries INTEGER NOT NULL
) STRICT;

CREATE TRIGGER clerk_update BEFORE UPDATE ON clerk BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER clerk_delete BEFORE DELETE ON clerk BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER sign_update BEFORE UPDATE ON sign BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER sign_delete BEFORE DELETE ON sign BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER purge_update BEFORE UPDATE ON purge BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER purge_delete BEFORE DELETE ON purge BEGIN SELECT raise(ABORT, 'append-only'); END;

-- Not part of the chain, but proved by clerk.pin.
CREATE TABLE secret (
    entry INTEGER PRIMARY KEY,
    hash  TEXT NOT NULL -- as crypt(3) made it
) STRICT;
