/* pos_shape: a HID report descriptor (USB HID 1.11, 6.2.2) read for where a scanner's data stands. */
#include "core/pos.h"

/* Usage page in the high half, usage in the low one. */
enum {
    BYTE_COUNT = 0x0001003B,
    DECODED_DATA = 0x008C00FE,
    DATA_CONTINUED = 0x008C00FF,
};

/* Item prefixes without their two bits of size. */
enum {
    INPUT = 0x80,
    OUTPUT = 0x90,
    FEATURE = 0xB0,
    COLLECTION = 0xA0,
    END_COLLECTION = 0xC0,
    USAGE_PAGE = 0x04,
    REPORT_SIZE = 0x74,
    REPORT_ID = 0x84,
    REPORT_COUNT = 0x94,
    PUSH = 0xA4,
    POP = 0xB4,
    USAGE = 0x08,
    LONG_ITEM = 0xFE,
};

enum { USAGES = 64, IDS = 32, DEPTH = 4, CONSTANT = 1, ID_BITS = 8 };

struct global {
    uint32_t page, size, count, id;
};

struct parser {
    struct global now, pushed[DEPTH];
    int depth;
    uint32_t usage[USAGES]; /* of the next main item; a page of its own in the high half, or 0 */
    uint32_t usage_count;
    struct {
        uint32_t id, bits;
    } length[IDS]; /* how long the input reports are so far */
    int id_count;
    struct pos_shape shape;
};

/* The bits of the report under way; NULL for more reports than a scanner has. */
static uint32_t *bits_of(struct parser *parser)
{
    for (int i = 0; i < parser->id_count; i++) {
        if (parser->length[i].id == parser->now.id) {
            return &parser->length[i].bits;
        }
    }
    if (parser->id_count == IDS) {
        return NULL;
    }
    parser->length[parser->id_count].id = parser->now.id;
    parser->length[parser->id_count].bits = parser->now.id ? ID_BITS : 0;
    return &parser->length[parser->id_count++].bits;
}

static struct pos_report *report_of(struct parser *parser)
{
    struct pos_shape *shape = &parser->shape;
    for (int i = 0; i < shape->count; i++) {
        if (shape->report[i].id == parser->now.id) {
            return &shape->report[i];
        }
    }
    if (shape->count == POS_REPORTS) {
        return NULL;
    }
    shape->report[shape->count] = (struct pos_report){.id = (unsigned char)parser->now.id};
    return &shape->report[shape->count++];
}

/* The last usage stands for all fields that are left. */
static uint32_t usage_at(const struct parser *parser, uint32_t field)
{
    uint32_t count = parser->usage_count;
    if (!count || count > USAGES) {
        return 0;
    }
    uint32_t usage = parser->usage[field < count ? field : count - 1];
    return usage >> 16 ? usage : parser->now.page << 16 | usage;
}

/* Grows `field` by the next bits, when they follow on. */
static void extend(struct pos_field *field, uint32_t at, uint32_t size)
{
    if (!field->size) {
        *field = (struct pos_field){(unsigned short)at, (unsigned short)size};
    } else if ((uint32_t)field->at + field->size == at) {
        field->size = (unsigned short)(field->size + size);
    }
}

static bool take_field(struct parser *parser, uint32_t usage, uint32_t at)
{
    if (usage != BYTE_COUNT && usage != DECODED_DATA && usage != DATA_CONTINUED) {
        return true;
    }
    struct pos_report *report = report_of(parser);
    if (!report) {
        return false;
    }
    if (usage == DECODED_DATA) {
        extend(&report->data, at, parser->now.size);
    } else if (usage == BYTE_COUNT && !report->length.size) {
        extend(&report->length, at, parser->now.size);
    } else if (usage == DATA_CONTINUED && !report->more.size) {
        extend(&report->more, at, parser->now.size);
    }
    return true;
}

static bool take_input(struct parser *parser, uint32_t flags)
{
    uint32_t *bits = bits_of(parser), size = parser->now.size, count = parser->now.count;
    if (!bits || (size && count > (POS_REPORT_MAX * 8 - *bits) / size)) {
        return false;
    }
    bool fits = true;
    for (uint32_t i = 0; fits && size && i < count; i++) {
        fits = flags & CONSTANT || take_field(parser, usage_at(parser, i), *bits + i * size);
    }
    *bits += size * count;
    return fits;
}

static bool take_global(struct parser *parser, unsigned what, uint32_t value)
{
    switch (what) {
    case USAGE_PAGE: parser->now.page = value & 0xFFFF; break;
    case REPORT_SIZE: parser->now.size = value; break;
    case REPORT_COUNT: parser->now.count = value; break;
    case REPORT_ID: parser->now.id = value; return value > 0 && value <= 0xFF;
    case PUSH:
        if (parser->depth == DEPTH) {
            return false;
        }
        parser->pushed[parser->depth++] = parser->now;
        break;
    case POP:
        if (!parser->depth) {
            return false;
        }
        parser->now = parser->pushed[--parser->depth];
        break;
    default: break;
    }
    return true;
}

static bool take(struct parser *parser, unsigned what, uint32_t value)
{
    bool fits = true;
    switch (what) {
    case INPUT: fits = take_input(parser, value); break;
    case OUTPUT:
    case FEATURE:
    case COLLECTION:
    case END_COLLECTION: break;
    case USAGE:
        if (parser->usage_count < USAGES) {
            parser->usage[parser->usage_count] = value;
        }
        parser->usage_count += parser->usage_count <= USAGES;
        return true;
    default: return take_global(parser, what, value);
    }
    parser->usage_count = 0; /* local items hold for one main item */
    return fits;
}

/* Data in whole bytes, a length and a flag that a number can hold: nothing else is decoded. */
static bool sound(const struct pos_report *report)
{
    return report->data.size && report->data.at % 8 == 0 && report->data.size % 8 == 0 &&
           report->length.size <= 16 && report->more.size <= 16;
}

static bool keep_sound(struct pos_shape *shape, struct pos_shape *ret)
{
    struct pos_shape kept = {.count = 0};
    for (int i = 0; i < shape->count; i++) {
        if (sound(&shape->report[i])) {
            kept.report[kept.count++] = shape->report[i];
        }
    }
    if (kept.count) {
        *ret = kept;
    }
    return kept.count > 0;
}

bool pos_shape_read(const unsigned char *descriptor, size_t len, struct pos_shape *ret)
{
    struct parser parser = {.depth = 0};
    for (size_t at = 0; at < len;) {
        unsigned prefix = descriptor[at++];
        size_t size = prefix & 3u;
        size = size == 3 ? 4 : size;
        if (prefix == LONG_ITEM) {
            size = at < len ? (size_t)descriptor[at] + 2 : len;
        }
        if (size > len - at) {
            return false;
        }
        uint32_t value = 0;
        for (size_t i = 0; prefix != LONG_ITEM && i < size; i++) {
            value |= (uint32_t)descriptor[at + i] << 8 * i;
        }
        if (prefix != LONG_ITEM && !take(&parser, prefix & ~3u, value)) {
            return false;
        }
        at += size;
    }
    return keep_sound(&parser.shape, ret);
}
