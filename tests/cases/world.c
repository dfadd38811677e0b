/* world: the lines of a case, one setter a name; what is not said is the standard card's or member's. */
#include "world.h"
#include "../support/map.h"
#include "../support/table.h"
#include "core/heir.h"
#include "core/text.h"
#include "lookup.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct part {
    const char *name, *standard;
    bool hex;
};

static const struct part OLD_CARD[] = {
    {"number", "DN4790123456789", false},
    {"name", "Nguyễn Thị Hoà", true},
    {"birth_date", "12/03/1985", false},
    {"gender", "2", false},
    {"address", "5 Lê Lợi, P. Bến Nghé, Q. 1, TP. HCM", true},
    {"facility", "79 - 014", false},
    {"valid_from", "01/01/2026", false},
    {"valid_to", "31/12/2026", false},
    {"issue_date", "05/01/2026", false},
    {"managing", "79010123456789", false},
    {"parent", "-", true},
    {"area", "4", false},
    {"five_year_date", "01/10/2027", false},
    {"check", "0123456789abcdef-7102", false},
    {"end", "$", false},
};

static const struct part NEW_CARD[] = {
    {"number", "0123456789", false},
    {"name", "Nguyễn Thị Hoà", true},
    {"birth_date", "12/03/1985", false},
    {"gender", "2", false},
    {"address", "-", true},
    {"facility", "79 - 014", false},
    {"valid_from", "01/01/2026", false},
    {"valid_to", "-", false},
    {"issue_date", "05/01/2026", false},
    {"managing", "79010123456789", false},
    {"parent", "-", true},
    {"area", "4", false},
    {"five_year_date", "01/10/2027", false},
    {"check", "0123456789abcdef-7102", false},
    {"benefit", "4", false},
    {"place", "Quận 1", true},
    {"end", "$", false},
};

static const struct part CITIZEN_ID[] = {
    {"cccd", "079185012345", false},   {"cmnd", "", false},
    {"name", "Nguyễn Thị Hòa", false}, {"birth_date", "12031985", false},
    {"gender", "Nữ", false},           {"address", "5 Lê Lợi, P. Bến Nghé, Q. 1, TP. HCM", false},
    {"issue_date", "10122021", false},
};

static const char STANDARD_MEMBER[] =
    "maThe=DN4790123456789|hoTen=NGUYỄN THỊ HÒA|ngaySinh=12/03/1985|gioiTinh=Nữ|"
    "diaChi=5 Lê Lợi, P. Bến Nghé, Q. 1, TP. HCM|maDKBD=79014|gtTheTu=01/01/2026|"
    "gtTheDen=31/12/2026|ngayDu5Nam=01/10/2027|soCCCD=079185012345";

static char *trim(char *s)
{
    s += strspn(s, " \t");
    size_t len = strlen(s);
    while (len > 0 && strchr(" \t", s[len - 1])) {
        s[--len] = '\0';
    }
    return s;
}

/* Takes the next `name=value` off the text; false at its end or when there is no `=`. */
static bool next_pair(char **text, char **name, char **value)
{
    char *part = strsep(text, "|");
    char *equals = part ? strchr(part, '=') : NULL;
    if (!equals) {
        return false;
    }
    *equals = '\0';
    *name = trim(part);
    *value = trim(equals + 1);
    return true;
}

static bool copy(char *out, size_t size, const char *value)
{
    return text_copy(out, size, value) == FAULT_NONE;
}

static bool set_fact(struct facts *facts, const char *name, const char *value, bool *found)
{
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        if (strcmp(name, field_portal(field)) == 0) {
            *found = true;
            /* A register may hold an old nine-digit number where the CCCD belongs. */
            if (field == FIELD_CCCD || field == FIELD_NUMBER) {
                return copy(facts_at(facts, field), field_size(field), value);
            }
            return field_read(field, value, strlen(value), facts) == FAULT_NONE;
        }
    }
    *found = false;
    return true;
}

static bool set_member(struct member *member, const char *name, const char *value)
{
    bool found;
    if (!set_fact(&member->facts, name, value, &found) || found) {
        return found;
    }
    if (strcmp(name, "maSoBHXH") == 0) {
        return copy(member->bhxh_number, sizeof member->bhxh_number, value);
    }
    if (strcmp(name, "trangThai") == 0) {
        return copy(member->status, sizeof member->status, value);
    }
    if (strcmp(name, "maTheMoi") == 0) {
        return copy(member->new_number, sizeof member->new_number, value);
    }
    if (strcmp(name, "maDKBDMoi") == 0) {
        return copy(member->new_facility, sizeof member->new_facility, value);
    }
    if (strcmp(name, "gtTheTuMoi") == 0) {
        return date_read(value, member->new_from) == FAULT_NONE;
    }
    if (strcmp(name, "gtTheDenMoi") == 0) {
        return date_read(value, member->new_to) == FAULT_NONE;
    }
    if (strcmp(name, "as_of") == 0) {
        return date_read(value, member->as_of) == FAULT_NONE;
    }
    if (strcmp(name, "source") == 0) {
        return strcmp(value, source_code(member->source = SOURCE_PORTAL)) == 0;
    }
    return false;
}

bool world_change(struct member *member, char *text)
{
    char *name, *value;
    while (text && *text) {
        if (!next_pair(&text, &name, &value) || !set_member(member, name, value)) {
            return false;
        }
    }
    return true;
}

bool world_standard(struct member *member)
{
    char standard[sizeof STANDARD_MEMBER];
    memcpy(standard, STANDARD_MEMBER, sizeof standard);
    return world_change(member, standard);
}

static bool add_member(struct world *world, char *text)
{
    if (world->member_count == WORLD_MEMBERS) {
        return false;
    }
    struct member *member = &world->members[world->member_count++];
    *member = (struct member){.source = SOURCE_REGISTER};
    memcpy(member->as_of, world->as_of, sizeof member->as_of);
    if (!world_standard(member) || !world_change(member, text)) {
        return false;
    }
    if (*member->bhxh_number == '\0') {
        number_bhxh(member->facts.number, member->bhxh_number);
    }
    return true;
}

static void put_hex(char *out, size_t *len, const char *value, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        *len += (size_t)sprintf(out + *len, "%02x", (unsigned char)value[i]);
    }
}

static void put_part(char *out, size_t *len, const struct part *part, const char *value)
{
    if (*len) {
        out[(*len)++] = '|';
    }
    if (part->hex && strcmp(value, "-") != 0) {
        put_hex(out, len, value, strlen(value));
    } else {
        *len += (size_t)sprintf(out + *len, "%s", value);
    }
}

static void read_card(struct world *world, const char *bytes, size_t len, enum origin origin)
{
    world->scan = (struct scan){.len = len, .origin = origin};
    memcpy(world->scan.bytes, bytes, len);
    world->fault = card_read(bytes, len, origin, &world->card);
}

static bool build_card(struct world *world, const struct part *parts, size_t count, char *text)
{
    const char *values[24];
    char bytes[PAYLOAD_MAX + 1], *name, *value;
    size_t len = 0, i;
    for (i = 0; i < count; i++) {
        values[i] = parts[i].standard;
    }
    while (text && *text) {
        if (!next_pair(&text, &name, &value)) {
            return false;
        }
        for (i = 0; i < count && strcmp(parts[i].name, name) != 0; i++) {
            ;
        }
        if (i == count) {
            return false;
        }
        values[i] = value;
    }
    for (i = 0; i < count; i++) {
        put_part(bytes, &len, &parts[i], values[i]);
    }
    read_card(world, bytes, len, ORIGIN_PICTURE);
    return true;
}

static bool raw_card(struct world *world, const char *text, enum origin origin)
{
    char bytes[PAYLOAD_MAX + 1];
    size_t len = 0;
    while (*text) {
        const char *end = *text == '{' ? strchr(text, '}') : NULL;
        if (end) {
            put_hex(bytes, &len, text + 1, (size_t)(end - text - 1));
            text = end + 1;
        } else {
            bytes[len++] = *text++;
        }
    }
    read_card(world, bytes, len, origin);
    return true;
}

static bool set_sisters(struct hospital *hospital, char *text)
{
    for (char *code; (code = strsep(&text, ",")) && hospital->sister_count < SISTERS_MAX;) {
        if (!copy(hospital->sisters[hospital->sister_count++], FACILITY_SIZE, trim(code))) {
            return false;
        }
    }
    return true;
}

static bool set_hospital(struct hospital *hospital, char *text)
{
    char *name, *value;
    while (text && *text) {
        if (!next_pair(&text, &name, &value)) {
            return false;
        }
        if (strcmp(name, "facility") == 0 && !copy(hospital->facility, FACILITY_SIZE, value)) {
            return false;
        }
        if (strcmp(name, "sisters") == 0 && !set_sisters(hospital, value)) {
            return false;
        }
        if (strcmp(name, "max_age") == 0) {
            hospital->register_max_age = (int)strtol(value, NULL, 10);
        }
        if (strcmp(name, "scheme") == 0) {
            hospital->scheme = strcmp(value, "none") == 0 ? NULL : table_scheme();
        }
        if (strcmp(name, "level") == 0) {
            hospital->level = strcmp(value, "initial") == 0 ? LEVEL_INITIAL
                              : strcmp(value, "basic") == 0 ? LEVEL_BASIC
                                                            : LEVEL_SPECIALISED;
        }
        if (strcmp(name, "former") == 0) {
            hospital->former = strcmp(value, "province") == 0 ? FORMER_PROVINCE : FORMER_CENTRAL;
        }
        if (strcmp(name, "expires_days") == 0) {
            hospital->expires_days = (int)strtol(value, NULL, 10);
        }
    }
    return true;
}

static bool set_heirs(struct world *world, char *text)
{
    char *name, *value;
    size_t count = 0;
    while (text && *text) {
        if (count == WORLD_HEIRS || !next_pair(&text, &name, &value) ||
            !copy(world->heirs[count].code, FACILITY_SIZE, name) ||
            !copy(world->heirs[count++].heir, FACILITY_SIZE, value)) {
            return false;
        }
    }
    world->hospital.heirs = world->heirs;
    world->hospital.heir_count = (int)heirs_settle(world->heirs, count);
    return true;
}

static bool set_register(struct world *world, char *text)
{
    char *name, *value;
    while (text && *text) {
        if (!next_pair(&text, &name, &value)) {
            return false;
        }
        if (date_read(value, strcmp(name, "complete") == 0 ? world->complete : world->as_of) != FAULT_NONE) {
            return false;
        }
    }
    return true;
}

static bool set_repeat(struct world *world, char *text)
{
    char *time = trim(strsep(&text, "|"));
    world->repeat.found = true;
    return copy(world->repeat.time, sizeof world->repeat.time, time) &&
           copy(world->repeat.counter, sizeof world->repeat.counter, text ? trim(text) : "");
}

static bool set_other(struct patient *other, char *text)
{
    char *name = trim(strsep(&text, "|"));
    other->id = 1;
    return copy(other->facts.name, NAME_SIZE, name) &&
           copy(other->facts.birth_date, DATE_SIZE, text ? trim(text) : "");
}

static bool set_checks(struct checks *checks, char *text)
{
    char *name, *value;
    while (text && *text) {
        if (!next_pair(&text, &name, &value) || !checks_set(checks, name, value)) {
            return false;
        }
    }
    return true;
}

void world_init(struct world *world)
{
    *world = (struct world){.today = "2026-11-20", .as_of = "2026-11-20", .complete = "2026-11-20"};
    world->hospital = (struct hospital){.facility = "79014",
                                        .sisters = {"79015"},
                                        .sister_count = 1,
                                        .armed_codes = {"QN", "CA", "CY"},
                                        .armed_code_count = 3,
                                        .unemployed_codes = {"TN"},
                                        .unemployed_code_count = 1,
                                        .register_max_age = 7,
                                        .scheme = table_scheme(),
                                        .expires_days = 30,
                                        .units = map_small()};
}

#define PARTS(parts) parts, sizeof parts / sizeof *parts

bool world_line(struct world *world, const char *name, char *text)
{
    if (strcmp(name, "today") == 0) {
        return date_read(text, world->today) == FAULT_NONE;
    }
    if (strcmp(name, "hospital") == 0) {
        return set_hospital(&world->hospital, text);
    }
    if (strcmp(name, "checks") == 0) {
        return set_checks(&world->hospital.checks, text);
    }
    if (strcmp(name, "heirs") == 0) {
        return set_heirs(world, text);
    }
    if (strcmp(name, "register") == 0) {
        return set_register(world, text);
    }
    if (strcmp(name, "member") == 0) {
        return add_member(world, text);
    }
    if (strcmp(name, "card") == 0) {
        return build_card(world, PARTS(OLD_CARD), text);
    }
    if (strcmp(name, "vssid") == 0) {
        return build_card(world, PARTS(NEW_CARD), text);
    }
    if (strcmp(name, "cccd") == 0) {
        return build_card(world, PARTS(CITIZEN_ID), text);
    }
    if (strcmp(name, "typed") == 0) {
        return read_card(world, text, strlen(text), ORIGIN_TYPED), true;
    }
    if (strcmp(name, "scan") == 0) {
        return raw_card(world, text, ORIGIN_PICTURE);
    }
    if (strcmp(name, "scanned") == 0) {
        return raw_card(world, text, ORIGIN_SCANNER);
    }
    if (strcmp(name, "repeat") == 0) {
        return set_repeat(world, text);
    }
    if (strcmp(name, "other") == 0) {
        return set_other(&world->other, text);
    }
    if (strcmp(name, "choose") == 0) {
        return (world->choose = (int)strtol(text, NULL, 10)) > 0;
    }
    if (strcmp(name, "silent") == 0) {
        return world->silent = true;
    }
    return world_portal_line(world, name, text);
}

void world_answer(const struct world *world, const struct card *card, struct answer *answer)
{
    *answer = (struct answer){.source = world->silent ? SOURCE_NONE : SOURCE_REGISTER,
                              .repeat = world->repeat,
                              .other = world->other};
    if (!world->silent) {
        memcpy(answer->as_of, world->as_of, sizeof answer->as_of);
        memcpy(answer->complete_as_of, world->complete, sizeof answer->complete_as_of);
        const struct asked asked = {card->facts.number, world->today};
        lookup_run(world->members, world->member_count, card, &asked, answer);
    }
    world_hear(world, card, answer);
}

void world_judge(const struct world *world, struct answer *answer, struct judgement *judgement)
{
    if (world->fault != FAULT_NONE) {
        *answer = (struct answer){.source = SOURCE_NONE};
        assess_unreadable(world->fault, &world->hospital, judgement);
        return;
    }
    world_answer(world, &world->card, answer);
    assess(&world->card, answer, &world->hospital, world->today, judgement);
    if (world->choose > 0 && world->choose <= judgement->candidate_count) {
        answer_choose(answer, judgement->candidates[world->choose - 1]);
        assess(&world->card, answer, &world->hospital, world->today, judgement);
    }
}
