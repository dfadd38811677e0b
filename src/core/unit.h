/* unit: administrative units of Vietnam (đơn vị hành chính), those of today and those before, and what became
 * of each: on 1/7/2025 63 provinces became 34, the districts vanished and 10,047 communes became 3,321.
 *
 * A code alone names no unit: 00004 was Phường Trúc Bạch and is Phường Ba Đình. Units are therefore known by
 * their index in the table. Codes: Quyết định 124/2004/QĐ-TTg as continued, 19/2025/QĐ-TTg for those of
 * today.
 *
 *     text of a map (data/units.map) ── unit_read ──▶ struct units ──▶ unit_find, unit_today
 *
 * Pure: the table lies in memory of the caller; nothing changes in it after unit_read (unit_read.h), so
 * copies of the pointer may stand anywhere. */
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
    const char *key;    /* unit_key of proper: "bennghe"; entries of one key share the text */
    uint32_t marks;     /* letters_marks of proper, its letters settled and simplified */
    char code[6];  /* "26740", of a province "79"; "" for districts and communes whose code no source gives */
    uint16_t self; /* its own index; of another name (see units.names) that of the unit it names */
    uint16_t parent;   /* a commune's district, or its province where it has none; UNIT_NONE for a province */
    uint16_t province; /* of the same time; a province's own index */
    uint16_t heir;     /* where its heirs begin in units.heirs: what took it over on the day it ended */
    uint8_t heir_count; /* 0 for a unit in force, and for one whose heirs the map does not know */
    bool more;          /* other units that the map does not know may have taken some of it as well */
    uint8_t level, kind;
    uint8_t from,
        to; /* into units.days: first day in force, first day no more; 0 is "since ever" and "open" */
};

enum { UNIT_DAYS = 16 };

/* A province whose code and name a change leaves as they are goes on as the same unit, whatever joins it;
 * every commune whose district vanished is a new unit, even under the old code and name. A district ends
 * without heirs; but an island district that had no communes has the special zone it became as its heir. */
struct units {
    const struct unit *units; /* `count` units, then other names of some of them up to `names` */
    uint16_t count, names;
    const uint16_t *heirs;
    date_text days[UNIT_DAYS]; /* of the changes, in order; days[0] is "" */
    int day_count;             /* with days[0] */
    /* the map knows divided communes; else all that ended may have gone to others as well */
    bool divided;
    const uint32_t *hashes; /* unit_hash of each entry's key */
    const uint16_t *slots,
        *next; /* the index of unit_find: first entry of each slot, next of the same slot */
    const uint16_t *code_slots, *code_next; /* the same for unit_code */
    uint32_t slot_count;                    /* a power of two */
};

/* The key under which a name is found: bases of its letters without gaps, numbers without leading zeros
 * ("Phường 04" by "4"). `letters` are settled and simplified (letter.h), so y is i where both are written.
 * Returns the length; 0, and `out` empty, when it does not fit. */
size_t unit_key(const struct letter *letters, size_t count, char out[UNIT_KEY_SIZE]);

/* The entries of any level and time whose key this is, the first and the next, UNIT_NONE at the end. An entry
 * is a unit or another name of one: what is written is in units.units[entry], the unit is
 * units.units[entry].self. */
uint16_t unit_find(const struct units *units, const char *key, size_t len);
uint16_t unit_next(const struct units *units, uint16_t entry);

/* The province (two digits) or commune (five) of that code in force on the day; UNIT_NONE when there is
 * none. */
uint16_t unit_code(const struct units *units, const char *code, const char *day);

/* In force on the day, a full ISO day. */
bool unit_in_force(const struct units *units, uint16_t unit, const char *day);

/* The units in force on `day` that hold, or may hold, what the unit was when it was in force: itself when it
 * still is or is yet to come; else its heirs and theirs. Returns how many, 0 when the map does not know. */
int unit_today(const struct units *units, uint16_t unit, const char *day, uint16_t ret[UNIT_HEIRS]);

/* True when those are all: no unit on the way may have gone elsewhere as well. False where unit_today gives
 * none. */
bool unit_sure(const struct units *units, uint16_t unit, const char *day);

/* "Phường"; "" for UNIT_KIND_NONE. */
const char *unit_kind_word(enum unit_kind kind);

#endif
