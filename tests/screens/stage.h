/* stage: a counter played by a script: the real desk in a world of plain lines, its wishes carried out in memory, a frame
 * after every event as the program draws it.
 *
 *     size: 80x24                    of the window, also later
 *     language: en
 *     place: BV Mẫu | Quầy 3 | Lan | 1900 9068 | BHXH Quận 1     (names in the header, hotline and office of the slip)
 *     guide: https://bv.example      (the address on the slip, with its code;  assessor: Lê Mẫu 0900 000 000)
 *     printer: here                  (one is configured; "fail" is what it says)
 *     typing: telex                  (telex, vni, plain)
 *     demo: Thẻ khớp                 (a demonstration card's title; makes it a demonstration)
 *     scanner: ready                 (none, ready, busy, denied)
 *     backup: old                    the newest is older than the configuration wants
 *     camera: here                   (one is there: its key is offered)
 *     no register:                   (nothing was ever imported)
 *     damaged journal:               (it can no longer be read)
 *     unchecked: 3
 *     facility: 79025 TTYT Thử       (a name that the register knows)
 *     act: 08:41 | NGUYỄN VĂN AN | 1985-03-12 | admitted | 2 | undone difficulty      (of today, newest first; also
 *                                    alone, unchecked, elsewhere: of another counter)
 *     difficulty: 2026-11-12T08:41 | NGUYỄN VĂN AN | facility | sent | 2026-11-13 | number | phone | text | reply
 *     remind: 7                      (a difficulty so many days old is due;  due: 1 of them are)
 *     counted: hour | 8 | 12         (of the charts; finding | name_different | 4;  facility | 79025 | 7;
 *                                    day | 2026-11-19 | 30 5 2 1;  difficulty | facility | 3;  counter | Quầy 1 | 55 3)
 *     slow:                          (look-ups are not answered from here on;  answer: answers the one that waits)
 *     fail: queue_full               (the next save brings this fault)
 *     fault: scan_half               (something goes wrong outside)
 *     key: Enter Space e F2 Down     (one press each, 500 ms apart;  keys: by their characters, 100 ms apart)
 *     wait: 400                      (ms)
 *     frame: 640x480 1               (the camera sent a picture of this size in which this many codes were seen: lighter
 *                                    to the right, with a chequered square at the lower left)
 *     camera fails: camera_lost      (it stopped by itself)
 *     heard: ours | keys | ...       (the known code of the set-up screen: stage_setup.c;  written: NAME of the profile)
 *     portal: here                   (configured: "here" asks at every review, "unsure", "by key")
 *     stand-in: here                 (it is the stand-in)
 *     reply: 000 | maDKBD=79025      (it answers what it was asked: the standard member but for this; "050"; "trouble timeout")
 *     told: 000 | maDKBD=79025       (it told so meanwhile about the record that is opened from the list next)
 *     visit: 79024 | 2026-11-01T08:00 | 2026-11-05 | Viêm phổi | 1 | 2        (told by the next line "visits: 000")
 *     looked up: 79024_BV | 2026-11-19T15:20 | 000                            (told by the next reply)
 *     payment: 79024 | 2026-11-01 | 2026-11-05 | 250000 | 1250000             (told by the next line "payments: 200")
 *     late: 2026-11-20 08:41 | NGUYỄN VĂN AN | 0912345678 | differs | 000 | 2 (of the list chưa kiểm tra; or a trouble)
 *     patient: 2026-11-12 | 0912345678 | maThe=DN4790123456789 | hoTen=...     (taken in before; else the standard member's)
 *     contact: 12 Trần Phú, Hà Nội | Trần Văn Bê (chồng) | 0987654321         (of that patient)
 *     missing cccd: 1204             (members without one)
 *
 *     clerk: lan | Nguyễn Thị Lan | head      (clerk, head or auditor; nobody is signed in; everybody's PIN is 2468)
 *     lock minutes: 10
 *
 * and every line of tests/cases/world.h: one that makes a card also scans it. */
#ifndef TIEPDON_STAGE_H
#define TIEPDON_STAGE_H
#include "../cases/world.h"
#include "ui/screen.h"

enum { STAGE_PATIENTS = 8, STAGE_CLERKS = 4, STAGE_FRAME = GRID_ROWS * (GRID_COLUMNS * GRID_CELL + 1) };

struct stage {
    struct world world;
    struct desk desk;
    struct grid grid;
    const char *slip;
    uint64_t now;
    bool slow;
    struct wish waiting;
    enum fault fail;
    struct patient patients[STAGE_PATIENTS];
    int patient_count;
    struct kept_intake kept;                          /* the last intake saved */
    struct difficulty_record difficulties[DESK_LIST]; /* oldest first */
    int difficulty_count;
    struct statistics counted;
    minute_text closed_at;
    struct reply told;      /* what the portal will say next */
    int tickets[ASK_COUNT]; /* of the newest question of each kind */
    struct question question[ASK_COUNT];
    struct clerk clerks[STAGE_CLERKS];
    int clerk_count, wrong_pins;
};

void stage_init(struct stage *stage, const char *slip);
/* One line of a script, split at its colon; false when it is not understood. */
bool stage_line(struct stage *stage, const char *name, char *text);
/* The text of a line "heard:". */
bool stage_heard(struct stage *stage, char *text);
/* The lines of the portal and of the list chưa kiểm tra: stage_portal.c. */
bool stage_portal(struct stage *stage, const char *name, char *text, bool *ret_known);
void stage_asked(struct stage *stage, struct wish wish);
struct wish stage_late_open(struct stage *stage);
void stage_carry_out(struct stage *stage, struct wish wish);
/* Patients taken in before: stage_patient.c. */
bool stage_patient(struct stage *stage, const char *name, char *text, bool *ret_known);
struct wish stage_find(struct stage *stage);
/* What WISH_SAVE would write, as the newest line of the list. */
void stage_write_down(struct stage *stage);
/* The lines of the lists, and their wishes: stage_lists.c. */
bool stage_lists(struct stage *stage, const char *name, char *text, bool *ret_known);
struct wish stage_today(struct stage *stage);
struct wish stage_difficulties(struct stage *stage);
struct wish stage_statistics(struct stage *stage);
struct wish stage_difficulty_read(struct stage *stage);
void stage_difficulty(struct stage *stage);
void stage_undo(struct stage *stage);
void stage_answer(struct stage *stage);
void stage_close_day(struct stage *stage);
/* Takes the next part of "a | b | c" off the text; "" when there is none. */
const char *stage_part(char **text);
/* Those lines that only say how things are. */
bool stage_set(struct desk *desk, const char *name, char *text);
void stage_draw(struct stage *stage);
/* The key of a name: "Enter", "Space", "F2", "Ctrl-T", "e"; PRESS_NONE for none. */
struct key stage_key(const char *name);

/* Lines about clerks; *ret_known: this is one. WISH_SIGN_IN. */
bool stage_sign(struct stage *stage, const char *name, char *text, bool *ret_known);
struct wish stage_sign_in(struct stage *stage);

#endif
