-- The assessment data, one row a card. Names are the portal's; values are normalised as core/field.h says.
CREATE TABLE member (
    maSoBHXH   TEXT NOT NULL, -- '' only where a 17-character number came without it
    maThe      TEXT NOT NULL, -- '' where only the BHXH number is known
    hoTen      TEXT NOT NULL,
    ngaySinh   TEXT NOT NULL, -- yyyy-mm-dd, yyyy-mm or yyyy
    gioiTinh   TEXT NOT NULL,
    diaChi     TEXT NOT NULL,
    maDKBD     TEXT NOT NULL,
    gtTheTu    TEXT NOT NULL,
    gtTheDen   TEXT NOT NULL, -- '' is open
    ngayDu5Nam TEXT NOT NULL,
    maKV       TEXT NOT NULL,
    soCCCD     TEXT NOT NULL, -- twelve digits, or the nine of a CMND
    maTheMoi   TEXT NOT NULL, -- the card that replaces this one
    gtTheTuMoi TEXT NOT NULL,
    gtTheDenMoi TEXT NOT NULL,
    maDKBDMoi  TEXT NOT NULL,
    trangThai  TEXT NOT NULL, -- maKetQua; '' is 000
    tenGap     TEXT NOT NULL, -- the folded name of a member without a CCCD, else ''
    source     INTEGER NOT NULL CHECK (source IN (1, 2)), -- 1 register, 2 portal
    asOf       TEXT NOT NULL  -- the day of the data
) STRICT;

-- What a look-up must know of the whole: kept up to date, never counted.
CREATE TABLE state (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    asOf         TEXT NOT NULL, -- the newest day of data
    completeAsOf TEXT NOT NULL  -- the newest day for which the data held every member, '' never
) STRICT;
INSERT INTO state VALUES (1, '', '');
