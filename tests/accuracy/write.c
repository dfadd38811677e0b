#include "write.h"
#include <stdio.h>
#include <string.h>

const struct manner MANNER_PLAIN = {KINDS_FULL, false, false, ", "};

enum { PART_SIZE = 160, PARTS = 5 };

struct parts {
    char part[PARTS][PART_SIZE];
    int count;
};

static const char *const SMALL[] = {"",        "tỉnh ",   "thành phố ", "quận ",     "huyện ",
                                    "thị xã ", "phường ", "xã ",        "thị trấn ", "đặc khu "};
static const char *const SHORT[] = {"", "", "TP. ", "Q. ", "H. ", "TX. ", "P. ", "X. ", "TT. ", "ĐK. "};
static const char *const TIGHT[] = {"", "", "TP.", "Q.", "H.", "TX.", "P.", "X.", "TT.", "ĐK "};

static bool numbered(const struct unit *unit)
{
    return unit->proper[0] >= '0' && unit->proper[0] <= '9';
}

static const char *kind_text(const struct unit *unit, enum kinds kinds)
{
    switch (kinds) {
    case KINDS_SMALL: return SMALL[unit->kind];
    case KINDS_SHORT: return SHORT[unit->kind];
    case KINDS_TIGHT: return TIGHT[unit->kind];
    default: return "";
    }
}

static void write_unit(const struct unit *unit, enum kinds kinds, char out[PART_SIZE])
{
    bool city = unit->level == UNIT_PROVINCE && strcmp(unit->key, "hochiminh") == 0;
    if (city && kinds == KINDS_TIGHT) {
        strcpy(out, "TPHCM");
    } else if (numbered(unit) && (kinds == KINDS_TIGHT || kinds == KINDS_NONE)) {
        snprintf(out, PART_SIZE, "%c%s", unit->kind == UNIT_KIND_QUAN ? 'Q' : 'P', unit->proper);
    } else if (kinds == KINDS_FULL) {
        snprintf(out, PART_SIZE, "%s", unit->name);
    } else {
        snprintf(out, PART_SIZE, "%s%s", kind_text(unit, kinds), unit->proper);
    }
}

static void write_numbered(const struct rest *rest, bool loose, char out[PART_SIZE])
{
    if (loose && strcmp(rest->word, "Khu phố") == 0) {
        snprintf(out, PART_SIZE, "KP%d", rest->a);
    } else {
        snprintf(out, PART_SIZE, "%s %d", rest->word, rest->a);
    }
}

static void write_rest(const struct rest *rest, bool loose, char out[PART_SIZE])
{
    switch (rest->kind) {
    case REST_HOUSE: snprintf(out, PART_SIZE, loose ? "Số %d đường %s" : "%d %s", rest->a, rest->name); break;
    case REST_ALLEY:
        snprintf(out, PART_SIZE, loose ? "%d-%d Đ. %s" : "%d/%d %s", rest->a, rest->b, rest->name);
        break;
    case REST_LANE:
        snprintf(out, PART_SIZE, loose ? "Số %d, ngõ %d, phố %s" : "Số %d ngõ %d %s", rest->a, rest->b,
                 rest->name);
        break;
    case REST_HAMLET: snprintf(out, PART_SIZE, "%s %s", rest->word, rest->name); break;
    case REST_NUMBER: write_numbered(rest, loose, out); break;
    case REST_GROUP:
        snprintf(out, PART_SIZE, loose ? "Tổ %d, KP%d" : "Tổ %d, Khu phố %d", rest->a, rest->b % 9 + 1);
        break;
    default: snprintf(out, PART_SIZE, loose ? "Tổ %d" : "Tổ dân phố %d", rest->a); break;
    }
}

static void add_unit(struct parts *parts, const struct country *country, uint16_t unit, enum kinds kinds)
{
    if (unit != UNIT_NONE) {
        write_unit(&country->units->units[unit], kinds, parts->part[parts->count++]);
    }
}

bool write_address(const struct country *country, const struct side *side, struct manner manner,
                   char out[ADDRESS_SIZE])
{
    struct parts parts = {.count = 0};
    if (!side->without_rest) {
        write_rest(&side->rest, manner.loose, parts.part[parts.count++]);
    }
    add_unit(&parts, country, side->named.commune, manner.kinds);
    add_unit(&parts, country, side->named.district, manner.kinds);
    add_unit(&parts, country, side->named.province, manner.kinds);
    size_t len = 0;
    out[0] = '\0';
    for (int i = 0; i < parts.count; i++) {
        const char *part = parts.part[manner.upside_down ? parts.count - 1 - i : i];
        size_t size = strlen(part) + strlen(manner.separator);
        if (len + size + 1 > ADDRESS_SIZE) {
            return false;
        }
        len += (size_t)snprintf(out + len, ADDRESS_SIZE - len, "%s%s", i ? manner.separator : "", part);
    }
    return parts.count > 0;
}
