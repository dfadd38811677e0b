/* config: DIR/tiepdon.ini, the one file a hospital's IT team edits, and the tables under data/ that the core
 * needs.
 *
 *     [hospital]  facility = 79014        mã CSKCB of this hospital
 *                 name = BV Mẫu
 *                 sisters = 79015, 79016  codes that count as our own
 *                 hotline, office         for the guidance slip
 *                 level = basic           cấp chuyên môn: initial, basic, specialised
 *                 former = province       tuyến before 2025: central, province, district, commune
 *                 points = 60             of its grading, 1 to 100; these three narrow the candidates of entitlement
 *                 assessor                giám định viên of BHXH: name and phone, for the clerk
 *                 guide                   address of a page that helps, as a QR code on the slip; 53 bytes
 *     [counter]   name = Quầy 3           also --counter; one name a counter, it owns the draft and the undo
 *                 clerk = Lan             also --clerk
 *                 language = vi           or en
 *                 typing = telex          or vni, plain
 *                 lock_minutes = 10       without a key, then the counter locks; 0: never
 *     [register]  max_age = 7             days; an older register cannot say "not found"
 *     [difficulties]  remind_days = 7     open or sent so long, a difficulty is told; 0: never
 *     [journal]   keep_days = 3650        content younger than this is not purged: ten years, the least that medical
 *                                         records are kept (Luật Khám bệnh, chữa bệnh)
 *     [backup]    warn_days = 7           a newest backup older than this is told; 0: never
 *     [scanner]   bind = ...              one line a scanner; written by F6 on the waiting screen
 *     [camera]    device = /dev/video2     instead of the first camera; needed in a remote session
 *     [checks]    name_spelling = off     a finding of `tiepdon checks`: off, note, fix, warn or stop
 *                 expires_days = 30       cards that end within so many days are told (expires_soon); 0: never
 *     [portal]    base = https://host     of the assessment system; without it nothing is asked
 *                 user = 79014_BV         its account
 *                 password_file = NAME    0600; without it the systemd credential portal-password
 *                 clerk, clerk_cccd       name and CCCD as registered with BHXH
 *                 ca_file = NAME          certificates instead of the system's
 *                 ask = always            reviews that ask: always, unsure (what a fresh register settles
 *                                         does not), key (only r)
 *                 visits = key            visits elsewhere are asked by h; always: of each person the portal
 *                                         names, which doubles the questions
 *                 connect_seconds = 3, answer_seconds = 30
 *                 fresh_minutes = 10      the same question is answered from the register
 *                 per_minute = 30, per_day = 5000   questions; 0: no limit
 *                 reserve = 10            a minute that the list chưa kiểm tra leaves to the clerks
 *                 failures = 5            in a row, then no question for pause = 30 seconds, doubling to
 *                                         pause_max = 600
 *                 token_path, member_path, history_path, copayment_path, facility_path, record_path
 *                                         behind base, as published; facility_path has no default; "" is
 *                                         never asked
 *                 stand_in = yes          a banner says that it is not the portal
 *     [checkin]   dir = DIRECTORY         that the hospital's system watches: a check-in file for every intake
 *                 format = xml, json, csv  any of them; xml when not given
 *                 each = intake           or day: one file that holds the whole day
 *                 kind = 01               MA_LOAI_KCB of every record
 *                 back = DIRECTORY        into which that system writes complete records (XML)
 *                 send = yes              and those are sent to the portal
 *     [printer]   queue = NAME            of CUPS, printed to by lp; or device = /dev/usb/lp0, a FIFO or a file
 *                 kind = text             or escpos, a receipt printer
 *                 columns = 80            of a row; escpos: 48
 *                 letters = utf-8         cp1258, or plain (no marks); escpos: plain
 *                 page = 52               the printer's number of code page 1258 (ESC t)
 *     [demo]      day = 2026-11-20        marks a demonstration directory and holds its day still
 *
 * Files that are not absolute are within DIR. A missing file gives the defaults. An unknown name, a bad
 * value and a name given twice are FAULT_SETTINGS_LINE with the line. */
#ifndef TIEPDON_CONFIG_H
#define TIEPDON_CONFIG_H
#include "adapter/checkin_options.h"
#include "adapter/portal.h"
#include "adapter/printer.h"
#include "core/hospital.h"

enum { CONFIG_BINDS = 8, CONFIG_BIND_SIZE = 180, CONFIG_CAMERA_SIZE = 180 };

struct config {
    struct hospital hospital;
    int keep_days; /* content of the journal younger than this is not purged */
    date_text demo_day;
    char binds[CONFIG_BINDS][CONFIG_BIND_SIZE];
    int bind_count;
    char camera[CONFIG_CAMERA_SIZE]; /* a device, "" for the first one */
    struct checkin_options checkin;  /* dir "": none */
    struct portal_options portal;    /* base "": none */
    struct printer_options printer;
    int backup_warn_days;            /* a backup older than this is told; 0: never */
};

struct config_error;

/* *ret_error is always written: what FAULT_SETTINGS_LINE is about (config_error.h), else line 0. */
NEEDED enum fault config_read(const char *dir, struct config *ret_config, struct config_error *ret_error);
/* The same for who only wants the refused line of tiepdon.ini; 0 for none. */
NEEDED enum fault config_load(const char *dir, struct config *ret_config, int *ret_line);

/* Unix seconds; in a demonstration the hour of now on its day. */
long long config_now(const struct config *config);

/* Adds a scanner to [scanner] of DIR/tiepdon.ini: the new file is on disk before it takes the old one's
 * place. A line of the same scanner is replaced. SETTINGS_FULL when there are CONFIG_BINDS others. */
NEEDED enum fault config_bind(const char *dir, const char *bind);

#endif
