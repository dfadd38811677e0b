/* hospital: what the core must know of the place it serves; filled from the
 * configuration and the reference tables. */
#ifndef TIEPDON_HOSPITAL_H
#define TIEPDON_HOSPITAL_H
#include "core/date.h"
#include "core/finding.h"
#include "core/language.h"
#include "core/number.h"
#include "core/telex.h"
#include <stdbool.h>

struct units;
struct scheme;

/* Cấp chuyên môn kỹ thuật since 1/1/2025: ban đầu, cơ bản, chuyên sâu. */
enum facility_level { LEVEL_UNKNOWN, LEVEL_INITIAL, LEVEL_BASIC, LEVEL_SPECIALISED };
/* Tuyến before that day. */
enum facility_former { FORMER_UNKNOWN, FORMER_CENTRAL, FORMER_PROVINCE, FORMER_DISTRICT, FORMER_COMMUNE };

/* A facility that goes on under another code. */
struct facility_heir {
    char code[FACILITY_SIZE], heir[FACILITY_SIZE];
};

enum { SISTERS_MAX = 32, ARMED_CODES_MAX = 16, UNEMPLOYED_CODES_MAX = 4, PLACE_SIZE = 128 };

struct hospital {
    char
        facility[FACILITY_SIZE]; /* mã CSKCB of our own; "" when not configured: then nobody is "elsewhere" */
    char facility_name[PLACE_SIZE];
    char sisters[SISTERS_MAX][FACILITY_SIZE]; /* codes that count as our own */
    int sister_count;
    enum facility_level level; /* of our own facility; what the cases of the scheme depend on */
    enum facility_former former;
    int points; /* of its grading (xếp cấp), 0 when not configured */
    /* object codes managed by army and police: QN CA CY ... */
    char armed_codes[ARMED_CODES_MAX][OBJECT_SIZE];
    int armed_code_count;
    char unemployed_codes[UNEMPLOYED_CODES_MAX][OBJECT_SIZE]; /* of unemployment benefit: TN */
    int unemployed_code_count;
    int register_max_age; /* days; a register older than this cannot say "not found" */
    char counter[PLACE_SIZE];
    char clerk[PLACE_SIZE];
    char hotline[PLACE_SIZE];
    char office[PLACE_SIZE];   /* the BHXH office the guidance slip names */
    char assessor[PLACE_SIZE]; /* giám định viên: name and phone, for the clerk alone */
    char guide[PLACE_SIZE];    /* address of a page that helps, as a QR code on the slip; "" for none */
    int remind_days;           /* a difficulty open or sent so long is told; 0: never */
    int lock_minutes;          /* of no key until the counter locks; 0: never */
    bool printer;              /* one is configured */
    enum language language;
    enum typing typing;
    const struct units *units;   /* administrative units (unit.h); NULL: addresses are compared as text */
    const struct scheme *scheme; /* MA_DOITUONG_KCB and its rules (scheme.h); NULL: none */
    const struct facility_heir *heirs; /* sorted by code, at most one a code; NULL: none */
    int heir_count;
    struct checks checks; /* findings switched off or given another severity */
    int expires_days;     /* a card that ends within so many days is told; 0: never */
    bool demo;
    bool portal;        /* a portal is configured */
    bool copayment;     /* and the address of TraCuuTienMCCT */
    bool visits_always; /* each person the portal names is asked the visits of, without a key */
    bool history;       /* and of Lskcb2025 */
    enum {
        ASK_ALWAYS,
        ASK_UNSURE,
        ASK_BY_KEY
    } portal_when; /* reviews that ask by themselves: all, those that do not
                                                          simply match by a fresh register, none */
};

#endif
