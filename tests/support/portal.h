/* portal: a stand-in for the portal of the assessment system, on loopback alone: the same paths, parameters, codes and
 * token rules, answers from a demonstration register, faults on demand. Source: BHXH's description of the interface,
 * as in core/portal.h.
 *
 *     POST /api/token/take                        form: username, password (MD5 hex)
 *     POST /api/egw/KQNhanLichSuKCB2024?token=..  JSON or form: the card, and who looked it up
 *     POST /api/egw/Lskcb2025?token=..            the same five fields: visits
 *     POST /api/egw/NhanThongTinCSKCB?token=..    maCSKCB: a facility
 *     POST /api/TraCuuCCT/TraCuuTienMCCT          headers accessToken, tokenId, passwordHash: co-payment
 *     POST /api/qd130/checkInKcbQd4750, ...3176   the same headers: a complete check-in record
 *     GET  /control?...                           of the stand-in alone, see below
 *
 * The register is DIR/register.db as it is at the start; what the counter learns later changes nothing here. The demo day
 * of DIR/tiepdon.ini is today. Visits, checks and payments follow from the BHXH number. These demonstration members are
 * special (portal_people.c, portal_story.c):
 *
 *     7999000001 Mai Anh          agrees in everything, no visits
 *     7999000031 Đinh Công Tâm    moved: the register says 79047, the portal 79014
 *     7999000033 Huỳnh Trọng Phúc ended: the register says 31/12/2026, the portal 31/10/2026 and 010
 *     7999000025 Tuyết Nga        the register is of January; the portal has the card as it is printed
 *     7999000011 Mai Xuân Trung   the portal knows the CCCD that the register lacks
 *     7999000924 Trần Anh Dũng    a soldier: 001
 *     7999000015 Lê Thị Thương    asked as Thuận: 061 without a value
 *     7999000016 Ngô Đức Hải      asked with another birth date: 070 with the portal's value
 *     7999000030 Nguyễn Văn Hùng  lies in 79025 since two days
 *     7999000003 Trần Văn Lộc     left 79036 today
 *     7999000007 Võ Minh Khoa     checked by 75011 today, after the last discharge
 *     7999000008 Thu Hương        was in 79047 five days ago
 *     7999000010 Lý Thị Mỹ Dung   paid more than six base salaries this year, five years since 2020
 *     7999000002 Nguyễn Thị Hòa   paid something, less than that
 *
 * Control, as a query of GET /control or by standin_control:
 *     fault=NAME   what becomes of the questions from here on: none, hold (answered at the next control), hang (never),
 *                  reset, cut (half of the announced length), half (half of the JSON), text (no JSON), html, huge
 *                  (10 MB), deep (nested 100,000 times), storm (401 whatever the token), http500 or any other status, 999
 *                  or any other maKetQua of three digits, refused (the account)
 *     count=N      for the next N questions only
 *     delay_ms=N   every question waits so long
 *     on=PATH      token, member, history, copayment, facility, record or all: what the fault and the delay are for,
 *                  all but the token when not said
 *     token_seconds=N  how long tokens taken from here on live (600)
 *     stats        JSON: how often each path was asked, the first questions in order, at_ms milliseconds after the
 *                  stand-in began, and the Unix time at which it did: began_ms
 *     forget       the counts begin anew */
#ifndef TIEPDON_TESTS_PORTAL_H
#define TIEPDON_TESTS_PORTAL_H
#include "demo/account.h" /* whom it knows */
#include <stdbool.h>

struct standin_options {
    const char *dir;               /* a demonstration directory */
    int port;                      /* 0: any */
    const char *certificate, *key; /* PEM files; NULL: plain HTTP */
};

struct standin;

/* NULL, and why on stderr, when it cannot start. Runs in threads of its own until it is stopped. */
struct standin *standin_start(const struct standin_options *options);
/* Lets everything go that hangs. Takes NULL. */
void standin_stop(struct standin *standin);
int standin_port(const struct standin *standin);
/* "fault=hold&count=1": the query of /control. False when it is none. */
bool standin_control(struct standin *standin, const char *query);
/* How often a path was asked since the start or "forget": "token", "member" ..., "all" without the token. */
int standin_asked(struct standin *standin, const char *path);

#endif
