/* unit_line: fields of a line, checked each by itself; what they mean together is unit_read's. */
#include "core/unit_line.h"
#include "core/text.h"
#include <string.h>

struct field_at {
    const char *at;
    size_t len;
};

static const struct {
    const char *word, *lower, *abbreviated;
    enum unit_level level; /* of thành phố: a province here, a district where no code stands */
} KINDS[] = {
    [UNIT_KIND_NONE] = {"", "", "", UNIT_PROVINCE},
    [UNIT_KIND_TINH] = {"Tỉnh", "tỉnh", "T.", UNIT_PROVINCE},
    [UNIT_KIND_THANH_PHO] = {"Thành phố", "thành phố", "TP.", UNIT_PROVINCE},
    [UNIT_KIND_QUAN] = {"Quận", "quận", "Q.", UNIT_DISTRICT},
    [UNIT_KIND_HUYEN] = {"Huyện", "huyện", "H.", UNIT_DISTRICT},
    [UNIT_KIND_THI_XA] = {"Thị xã", "thị xã", "TX.", UNIT_DISTRICT},
    [UNIT_KIND_PHUONG] = {"Phường", "phường", "P.", UNIT_COMMUNE},
    [UNIT_KIND_XA] = {"Xã", "xã", "X.", UNIT_COMMUNE},
    [UNIT_KIND_THI_TRAN] = {"Thị trấn", "thị trấn", "TT.", UNIT_COMMUNE},
    [UNIT_KIND_DAC_KHU] = {"Đặc khu", "đặc khu", "ĐK.", UNIT_COMMUNE},
};
static const enum unit_kind LAST_KIND = UNIT_KIND_DAC_KHU;

const char *unit_kind_word(enum unit_kind kind)
{
    return KINDS[kind].word;
}

const char *unit_kind_short(enum unit_kind kind)
{
    return KINDS[kind].abbreviated;
}

bool unit_kind_fits(enum unit_kind kind, enum unit_level level)
{
    return kind != UNIT_KIND_NONE &&
           (KINDS[kind].level == level || (kind == UNIT_KIND_THANH_PHO && level == UNIT_DISTRICT));
}

static size_t begins_with(const char *name, size_t len, const char *word)
{
    if (name[0] != word[0]) {
        return 0;
    }
    size_t word_len = strlen(word);
    return len > word_len && memcmp(name, word, word_len) == 0 && name[word_len] == ' ' ? word_len + 1 : 0;
}

size_t unit_kind_read(const char *name, size_t len, enum unit_kind *ret)
{
    for (enum unit_kind kind = UNIT_KIND_TINH; len > 0 && kind <= LAST_KIND; kind++) {
        size_t took = begins_with(name, len, KINDS[kind].abbreviated);
        took = took > 0 ? took : begins_with(name, len, KINDS[kind].word);
        took = took > 0 ? took : begins_with(name, len, KINDS[kind].lower);
        if (took > 0) {
            *ret = kind;
            return took;
        }
    }
    *ret = UNIT_KIND_NONE;
    return 0;
}

/* Latin-1's letters, Latin Extended-A and -B, the marks that combine, Latin Extended Additional. */
static bool is_letter(int32_t rune)
{
    if (rune < 0x80) {
        return (rune >= '0' && rune <= '9') || ((rune | 0x20) >= 'a' && (rune | 0x20) <= 'z');
    }
    return (rune >= 0xC0 && rune < 0x250 && rune != 0xD7 && rune != 0xF7) ||
           (rune >= 0x300 && rune < 0x370) || (rune >= 0x1E00 && rune < 0x1F00);
}

bool unit_proper_valid(const char *name, size_t len)
{
    bool any = false, space = true;
    while (len > 0) {
        int32_t rune = (unsigned char)*name;
        size_t took = rune < 0x80 ? 1 : text_next(name, len, &rune);
        bool letter = is_letter(rune), is_space = rune == ' ';
        if ((is_space && space) || (!is_space && !letter && rune != '-' && rune != '\'' && rune != '.')) {
            return false;
        }
        any = any || letter;
        space = is_space;
        name += took;
        len -= took;
    }
    return any && !space;
}

static bool is_code(const struct field_at *field)
{
    for (size_t i = 0; i < field->len; i++) {
        if (field->at[i] < '0' || field->at[i] > '9') {
            return false;
        }
    }
    return field->len == 2 || field->len == UNIT_CODE_SIZE - 1;
}

bool unit_code_valid(const char *code, enum unit_level level)
{
    struct field_at field = {code, strlen(code)};
    return is_code(&field) && (field.len == 2) == (level == UNIT_PROVINCE);
}

static bool is_text(const struct field_at *field, const char *text)
{
    return field->len == strlen(text) && memcmp(field->at, text, field->len) == 0;
}

static void copy_code(const struct field_at *field, char out[UNIT_CODE_SIZE])
{
    memcpy(out, field->at, field->len);
    out[field->len] = '\0';
}

/* Takes what stands before the next `sep` off the rest. */
static struct field_at take(struct field_at *rest, char sep)
{
    const char *end = rest->len > 0 ? memchr(rest->at, sep, rest->len) : NULL;
    struct field_at taken = {rest->at, end ? (size_t)(end - rest->at) : rest->len};
    size_t used = end ? taken.len + 1 : taken.len;
    rest->at += used;
    rest->len -= used;
    return taken;
}

static bool read_step(const struct field_at *field, int *ret)
{
    int step = 0;
    for (size_t i = 0; i < field->len; i++) {
        if (field->at[i] < '0' || field->at[i] > '9' || i >= 2) {
            return false;
        }
        step = 10 * step + field->at[i] - '0';
    }
    *ret = step;
    return field->len > 0 && step < UNIT_DAYS;
}

static bool read_name(const struct field_at *field, enum unit_kind *ret_kind, struct unit_line *line)
{
    size_t took = unit_kind_read(field->at, field->len, ret_kind);
    line->proper = field->at + took;
    line->proper_len = field->len - took;
    size_t whole = strlen(KINDS[*ret_kind].word) + 1 + line->proper_len;
    return whole < UNIT_NAME_SIZE && unit_proper_valid(line->proper, line->proper_len);
}

static bool read_heirs(struct field_at rest, struct unit_line *line)
{
    struct field_at step = take(&rest, ' ');
    if (!read_step(&step, &line->step) || line->step == 0) {
        return false;
    }
    size_t width = line->level == UNIT_PROVINCE ? 2 : UNIT_CODE_SIZE - 1;
    while (rest.len > 0) {
        struct field_at heir = take(&rest, ' ');
        if (rest.len == 0 && is_text(&heir, "?")) {
            line->more = true;
            return true;
        }
        if (!is_code(&heir) || heir.len != width || line->heir_count == UNIT_HEIRS) {
            return false;
        }
        copy_code(&heir, line->heirs[line->heir_count++]);
    }
    return true;
}

static bool read_unit(struct field_at rest, struct unit_line *line)
{
    struct field_at code = take(&rest, '\t'), name = take(&rest, '\t');
    bool unknown = is_text(&code, "-");
    if (code.len > 0 && !unknown && !is_code(&code)) {
        return false;
    }
    line->level = code.len == 0 ? UNIT_DISTRICT : code.len == 2 ? UNIT_PROVINCE : UNIT_COMMUNE;
    if (!unknown) {
        copy_code(&code, line->code);
    }
    if (name.len == 0 && code.len == 2) {
        line->line = UNIT_LINE_GO_ON;
        return rest.len == 0;
    }
    line->line = UNIT_LINE_UNIT;
    return read_name(&name, &line->kind, line) && unit_kind_fits(line->kind, line->level) &&
           (rest.len == 0 || read_heirs(rest, line));
}

static bool read_days(struct field_at rest, struct unit_line *line)
{
    line->line = UNIT_LINE_DAYS;
    line->day_count = 1;
    while (rest.len > 0) {
        struct field_at day = take(&rest, ' ');
        if (line->day_count == UNIT_DAYS || day.len != DATE_SIZE - 1) {
            return false;
        }
        char *out = line->days[line->day_count++];
        memcpy(out, day.at, day.len);
        out[day.len] = '\0';
        if (!date_valid(out) || !date_full(out) || strcmp(out, line->days[line->day_count - 2]) <= 0) {
            return false;
        }
    }
    return true;
}

static bool read_any(struct field_at whole, struct unit_line *line)
{
    if (whole.len == 0 || whole.at[0] == '#') {
        line->line = UNIT_LINE_NOTHING;
        return true;
    }
    if (whole.at[0] < 'a') { /* a code, a tab or - */
        return read_unit(whole, line);
    }
    struct field_at rest = whole, word = take(&rest, ' ');
    if (is_text(&whole, "tiepdon-units 1")) {
        line->line = UNIT_LINE_FORM;
        return true;
    }
    if (is_text(&whole, "divided")) {
        line->line = UNIT_LINE_DIVIDED;
        return true;
    }
    if (is_text(&word, "days")) {
        return read_days(rest, line);
    }
    if (is_text(&word, "from")) {
        line->line = UNIT_LINE_FROM;
        return read_step(&rest, &line->step);
    }
    return false;
}

void unit_line_read(const char *at, size_t len, struct unit_line *ret)
{
    struct unit_line line = {0};
    *ret = read_any((struct field_at){at, len}, &line) ? line : (struct unit_line){.line = UNIT_LINE_BAD};
}

void unit_line_read_alias(const char *at, size_t len, struct unit_line *ret)
{
    struct unit_line line = {0};
    struct field_at rest = {at, len}, name = take(&rest, '\t');
    if (len > 0 && at[0] != '#') {
        line.line = is_code(&rest) && read_name(&name, &line.kind, &line) ? UNIT_LINE_UNIT : UNIT_LINE_BAD;
    }
    if (line.line == UNIT_LINE_UNIT) {
        copy_code(&rest, line.code);
    }
    *ret = line;
}
