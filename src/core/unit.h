/* unit: administrative units of Vietnam (đơn vị hành chính), those of today and those before, and what became of
 * each: on 1/7/2025 63 provinces became 34, the districts vanished and 10,047 communes became 3,321.
 *
 * A code alone names no unit: 00004 was Phường Trúc Bạch and is Phường Ba Đình. Units are therefore known by
 * their index in the table. Codes: Quyết định 124/2004/QĐ-TTg as continued, 19/2025/QĐ-TTg for those of today.
 *
 *     text of a map (data/units.map) ── unit_read ──▶ struct units ──▶ unit_find, unit_today
 *
 * Pure: the memory is the caller's, who keeps text and memory as long as the table is used; nothing changes in
 * it afterwards, so copies of the pointer may stand anywhere. */
#ifndef TIEPDON_UNIT_H
#define TIEPDON_UNIT_H
#include "core/date.h"
#include "core/letter.h"
#include <stddef.h>
#include <stdint.h>

enum unit_level { UNIT_PROVINCE, UNIT_DISTRICT, UNIT_COMMUNE };

/* What stands before the name. */
enum unit_kind {
    UNIT_KIND_NONE,
    UNIT_KIND_TINH,      /* tỉnh */
    UNIT_KIND_THANH_PHO, /* thành phố, of the country or of a province */
    UNIT_KIND_QUAN,      /* quận */
    UNIT_KIND_HUYEN,     /* huyện */
    UNIT_KIND_THI_XA,    /* thị xã */
    UNIT_KIND_PHUONG,    /* phường */
    UNIT_KIND_XA,        /* xã */
    UNIT_KIND_THI_TRAN,  /* thị trấn */
    UNIT_KIND_DAC_KHU,   /* đặc khu */
};

enum {
    UNIT_NONE = UINT16_MAX,
    UNIT_HEIRS = 9,     /* more than any commune was divided into (five), one digit key each */
    UNIT_KEY_SIZE = 64, /* of a key with its NUL */
};

struct unit {
    const char *name;   /* "Phường Bến Nghé" */
    const char *proper; /* the end of name without its kind: "Bến Nghé" */
    const char *key;    /* unit_key of proper: "bennghe" */
    char code[6];       /* "26740", of a province "79"; "" for a district, whose codes no source gives */
    uint16_t
        parent; /* a commune's district, or its province where there is or was none; UNIT_NONE for a province */
    uint16_t province;  /* of the same time; a province's own index */
    uint16_t heir;      /* where its heirs begin in units.heirs: what took it over on the day it ended */
    uint8_t heir_count; /* 0 for a unit in force, and for one whose heirs the map does not know */
    uint8_t level, kind;
    uint8_t from,
        to; /* into units.days: first day in force, first day no more; 0 is "since ever" and "open" */
};

enum { UNIT_DAYS = 16 };

struct units {
    const struct unit *units;
    uint16_t count;
    const uint16_t *heirs;
    date_text days[UNIT_DAYS]; /* of the changes, in order; days[0] is "" */
    int day_count;
    bool
        divided; /* the map knows divided communes; else an heir of a commune is only one that took some of it */
    const uint16_t *slots, *next; /* the index of unit_find: first unit of each slot, next of the same slot */
    uint32_t slot_count;          /* a power of two */
};

/* The key under which a name is found: bases of its letters without gaps, y for i as letters_simplify has it, numbers
 * without leading zeros ("Phường 04" by "4"). `letters` are settled and simplified. Returns the length, 0 when
 * it does not fit. */
size_t unit_key(const struct letter *letters, size_t count, char out[UNIT_KEY_SIZE]);

/* The units of any level and time whose key this is: *ret_next is the first, or UNIT_NONE; go on with unit_next. */
uint16_t unit_find(const struct units *units, const char *key, size_t len);
uint16_t unit_next(const struct units *units,
                   uint16_t unit); /* the next unit of the same key, UNIT_NONE at the end */

/* In force on the day, a full ISO day. */
bool unit_in_force(const struct units *units, uint16_t unit, const char *day);

/* The units of that level in force on `day` that hold, or may hold, what the unit was when it was in force: itself
 * when it still is; its heirs and theirs. Returns how many, 0 when the map does not know. */
int unit_today(const struct units *units, uint16_t unit, const char *day, uint16_t ret[UNIT_HEIRS]);

#endif
