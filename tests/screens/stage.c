/* stage: a script's lines carried out on a desk, with the clock and the store in memory. */
#include "stage.h"
#include "../cases/lookup.h"
#include "adapter/qr.h"
#include "core/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BEGIN_MS = 10000, PRESS_MS = 500, TYPE_MS = 100 };

static const struct {
    const char *name;
    enum press press;
} KEYS[] = {
    {"Enter", PRESS_ENTER},     {"Esc", PRESS_ESCAPE},
    {"Tab", PRESS_TAB},         {"Backspace", PRESS_BACKSPACE},
    {"Delete", PRESS_DELETE},   {"Up", PRESS_UP},
    {"Down", PRESS_DOWN},       {"Left", PRESS_LEFT},
    {"Right", PRESS_RIGHT},     {"Home", PRESS_HOME},
    {"End", PRESS_END},         {"PageUp", PRESS_PAGE_UP},
    {"BackTab", PRESS_BACKTAB}, {"PageDown", PRESS_PAGE_DOWN},
};

struct key stage_key(const char *name)
{
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
        if (strcmp(name, KEYS[i].name) == 0) {
            return (struct key){KEYS[i].press, 0};
        }
    }
    if (strcmp(name, "Space") == 0) {
        return (struct key){PRESS_TEXT, ' '};
    }
    if (strncmp(name, "Ctrl-", 5) == 0) {
        return (struct key){PRESS_CTRL, name[5] - '@'};
    }
    if (name[0] == 'F' && name[1]) {
        return (struct key){PRESS_FUNCTION, (int32_t)strtol(name + 1, NULL, 10)};
    }
    int32_t rune = -1;
    size_t taken = text_next(name, strlen(name), &rune);
    return rune > 0 && !name[taken] ? (struct key){PRESS_TEXT, rune} : (struct key){PRESS_NONE, 0};
}

static struct wish saved(struct stage *stage, bool intake)
{
    enum fault fault = stage->fail;
    stage->fail = FAULT_NONE;
    if (fault == FAULT_NONE && intake) {
        stage_write_down(stage);
    }
    return desk_saved(&stage->desk, fault, NULL, stage->now);
}

static struct wish undone(struct stage *stage)
{
    if (stage->fail == FAULT_NONE) {
        stage_undo(stage);
    }
    return saved(stage, false);
}

static struct wish difficulty_written(struct stage *stage)
{
    if (stage->fail == FAULT_NONE) {
        stage_difficulty(stage);
    }
    return saved(stage, false);
}

static struct wish closed(struct stage *stage)
{
    if (stage->fail == FAULT_NONE) {
        stage_close_day(stage);
    }
    return saved(stage, false);
}

static struct wish answer_written(struct stage *stage)
{
    if (stage->fail == FAULT_NONE) {
        stage_answer(stage);
    }
    return saved(stage, false);
}

static struct wish answered(struct stage *stage)
{
    struct answer answer;
    world_answer(&stage->world, &stage->desk.review.asked, &answer);
    lookup_patient(stage->patients, stage->patient_count, &stage->desk.review.asked, &answer);
    return desk_answer(&stage->desk, &answer, stage->now);
}

static struct wish grant(struct stage *stage, struct wish wish)
{
    struct desk *desk = &stage->desk;
    switch (wish.kind) {
    case WISH_LOOK_UP:
        if (!stage->slow) {
            return answered(stage);
        }
        stage->waiting = wish;
        break;
    case WISH_SAVE: return saved(stage, true);
    case WISH_LATE_OPEN: return stage_late_open(stage);
    case WISH_LATE_CLOSE: return saved(stage, false);
    case WISH_DIFFICULTY: return difficulty_written(stage);
    case WISH_UNDO_FIND: return desk_last(desk, desk->latest_count > 0 ? &desk->latest[0] : NULL, stage->now);
    case WISH_UNDO: return undone(stage);
    case WISH_TODAY: return stage_today(stage);
    case WISH_DIFFICULTIES: return stage_difficulties(stage);
    case WISH_DIFFICULTY_READ: return stage_difficulty_read(stage);
    case WISH_ANSWER: return answer_written(stage);
    case WISH_STATISTICS: return stage_statistics(stage);
    case WISH_CLOSE_DAY: return closed(stage);
    case WISH_RECORD: return stage_late_open(stage);
    case WISH_PORTAL:
    case WISH_HISTORY:
    case WISH_COPAYMENT: stage_asked(stage, wish); break;
    case WISH_FIND: return stage_find(stage);
    case WISH_LATE: return desk_late_listed(desk, stage->now);
    case WISH_SIGN_IN: return stage_sign_in(stage);
    case WISH_PRINT: desk_printed(desk, stage->fail, stage->now); break;
    case WISH_LOCK:
    case WISH_CARD:
    case WISH_SETUP:
    case WISH_LEAVE:
    case WISH_NONE: break;
    }
    return (struct wish){WISH_NONE, 0};
}

void stage_draw(struct stage *stage)
{
    grid_clear(&stage->grid, stage->grid.rows, stage->grid.columns);
    screen_draw(&stage->desk, stage->slip, stage->now, &stage->grid);
}

void stage_carry_out(struct stage *stage, struct wish wish)
{
    while (wish.kind != WISH_NONE) {
        wish = grant(stage, wish);
    }
    stage_draw(stage);
    desk_shown(&stage->desk, stage->now);
    desk_tick(&stage->desk, stage->now);
}

static bool set_size(struct stage *stage, const char *text)
{
    int columns = 0, rows = 0;
    if (sscanf(text, "%dx%d", &columns, &rows) != 2) {
        return false;
    }
    grid_clear(&stage->grid, rows, columns);
    stage_carry_out(stage, (struct wish){WISH_NONE, 0});
    return true;
}

static enum fault fault_of(const char *code)
{
    enum fault fault = FAULT_COUNT - 1;
    while (fault > FAULT_NONE && strcmp(fault_code(fault), code) != 0) {
        fault--;
    }
    return fault;
}

static bool fail(struct stage *stage, const char *code)
{
    stage->fail = fault_of(code);
    return stage->fail != FAULT_NONE;
}

static bool fault(struct stage *stage, const char *code)
{
    desk_fault(&stage->desk, fault_of(code), stage->now);
    stage_carry_out(stage, (struct wish){WISH_NONE, 0});
    return fault_of(code) != FAULT_NONE;
}

enum { FRAME_WIDTH = 1280, FRAME_HEIGHT = 1280 };

/* A wall in the light of a window, and a code of eight by eight fields held before it. */
static unsigned char frame_pixel(int x, int y, int width, int height)
{
    int field = height / 16, column = (x - width / 8) / field, row = (y - height / 3) / field;
    bool code = x >= width / 8 && y >= height / 3 && column < 8 && row < 8;
    return (unsigned char)(code ? (column + row) % 2 ? 250 : 5 : 60 + 120 * x / width);
}

static bool frame(struct stage *stage, const char *text)
{
    static unsigned char grey[FRAME_WIDTH * FRAME_HEIGHT];
    struct preview preview;
    int width = 0, height = 0, codes = 0;
    if (sscanf(text, "%dx%d %d", &width, &height, &codes) != 3 || width < 16 || width > FRAME_WIDTH ||
        height < 16 || height > FRAME_HEIGHT) {
        return false;
    }
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            grey[y * width + x] = frame_pixel(x, y, width, height);
        }
    }
    preview_make(grey, (size_t)width, (size_t)height, &preview);
    preview.codes = codes;
    desk_preview(&stage->desk, &preview);
    stage_carry_out(stage, (struct wish){WISH_NONE, 0});
    return stage->desk.mode == MODE_CAMERA;
}

static bool camera_fails(struct stage *stage, const char *code)
{
    bool running = stage->desk.mode == MODE_CAMERA;
    desk_camera_failed(&stage->desk, fault_of(code), stage->now);
    stage_carry_out(stage, (struct wish){WISH_NONE, 0});
    return running && fault_of(code) != FAULT_NONE;
}

static bool press(struct stage *stage, struct key key, uint64_t ms)
{
    stage->now += ms;
    desk_tick(&stage->desk, stage->now);
    if (key.press == PRESS_NONE || !desk_key_known(&stage->desk, key)) {
        return false;
    }
    stage_carry_out(stage, desk_key(&stage->desk, key, stage->now));
    return true;
}

static bool press_names(struct stage *stage, char *text)
{
    for (char *name; (name = strsep(&text, " "));) {
        if (*name && !press(stage, stage_key(name), PRESS_MS)) {
            return false;
        }
    }
    return true;
}

static bool press_characters(struct stage *stage, const char *text)
{
    for (size_t taken = 0; *text; text += taken) {
        int32_t rune = -1;
        taken = text_next(text, strlen(text), &rune);
        if (!press(stage, (struct key){PRESS_TEXT, rune}, TYPE_MS)) {
            return false;
        }
    }
    return true;
}

static bool pass(struct stage *stage, const char *text)
{
    stage->now += (uint64_t)strtol(text, NULL, 10);
    stage_carry_out(stage, (struct wish){WISH_NONE, 0});
    return true;
}

static bool answer(struct stage *stage)
{
    bool waited = stage->waiting.kind == WISH_LOOK_UP;
    stage->waiting = (struct wish){WISH_NONE, 0};
    stage_carry_out(stage, answered(stage));
    return waited;
}

/* What happens to the desk. */
static bool play(struct stage *stage, const char *name, char *text, bool *ret_known)
{
    *ret_known = true;
    if (strcmp(name, "size") == 0) {
        return set_size(stage, text);
    }
    if (strcmp(name, "slow") == 0) {
        return stage->slow = true;
    }
    if (strcmp(name, "key") == 0) {
        return press_names(stage, text);
    }
    if (strcmp(name, "keys") == 0) {
        return press_characters(stage, text);
    }
    if (strcmp(name, "wait") == 0) {
        return pass(stage, text);
    }
    if (strcmp(name, "fail") == 0) {
        return fail(stage, text);
    }
    if (strcmp(name, "fault") == 0) {
        return fault(stage, text);
    }
    if (strcmp(name, "answer") == 0) {
        return answer(stage);
    }
    if (strcmp(name, "frame") == 0) {
        return frame(stage, text);
    }
    if (strcmp(name, "camera fails") == 0) {
        return camera_fails(stage, text);
    }
    if (strcmp(name, "heard") == 0) {
        bool heard = stage_heard(stage, text);
        stage_carry_out(stage, (struct wish){WISH_NONE, 0});
        return heard;
    }
    if (strcmp(name, "written") == 0) {
        desk_set_up(&stage->desk, FAULT_NONE, text, stage->now);
        return true;
    }
    return *ret_known = false;
}

static bool is_card(const char *name)
{
    static const char *const names[] = {"card", "vssid", "cccd", "typed", "scan", "scanned"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* What the world says of the hospital and the day is the desk's too. */
static void heed_world(struct stage *stage)
{
    struct desk *desk = &stage->desk;
    const struct world *world = &stage->world;
    struct hospital named = desk->hospital;
    desk->hospital = world->hospital;
    memcpy(desk->hospital.facility_name, named.facility_name, sizeof named.facility_name);
    memcpy(desk->hospital.counter, named.counter, sizeof named.counter);
    memcpy(desk->hospital.clerk, named.clerk, sizeof named.clerk);
    memcpy(desk->hospital.hotline, named.hotline, sizeof named.hotline);
    memcpy(desk->hospital.office, named.office, sizeof named.office);
    memcpy(desk->hospital.guide, named.guide, sizeof named.guide);
    memcpy(desk->hospital.assessor, named.assessor, sizeof named.assessor);
    desk->hospital.printer = named.printer;
    desk->hospital.language = named.language;
    desk->hospital.typing = named.typing;
    desk->hospital.demo = named.demo;
    desk->hospital.portal = named.portal;
    desk->hospital.history = named.history;
    desk->hospital.copayment = named.copayment;
    desk->hospital.portal_when = named.portal_when;
    desk->hospital.remind_days = named.remind_days;
    desk->hospital.lock_minutes = named.lock_minutes;
    memcpy(desk->status.today, world->today, sizeof world->today);
    if (desk->status.register_age >= 0) {
        memcpy(desk->status.register_as_of, world->as_of, sizeof world->as_of);
        desk->status.register_age = (int)(date_days(world->today) - date_days(world->as_of));
    }
}

bool stage_line(struct stage *stage, const char *name, char *text)
{
    bool known = false;
    if (stage_set(&stage->desk, name, text)) {
        return true;
    }
    bool good = stage_portal(stage, name, text, &known);
    good = known ? good : stage_patient(stage, name, text, &known);
    good = known ? good : stage_sign(stage, name, text, &known);
    if (known) {
        return good;
    }
    good = stage_lists(stage, name, text, &known);
    if (known) {
        return good;
    }
    if (!is_card(name) && world_line(&stage->world, name, text)) {
        heed_world(stage);
        return true;
    }
    if (is_card(name)) {
        stage->now += PRESS_MS;
        if (!world_line(&stage->world, name, text)) {
            return false;
        }
        stage_carry_out(stage, desk_scan(&stage->desk, &stage->world.scan, stage->now));
        return true;
    }
    return play(stage, name, text, &known) && known;
}

void stage_init(struct stage *stage, const char *slip)
{
    memset(stage, 0, sizeof *stage);
    world_init(&stage->world);
    struct hospital hospital = {.facility_name = "BV Mẫu", .counter = "Quầy 3", .clerk = "Lan"};
    desk_init(&stage->desk, &hospital);
    if (qr_make(SETUP_TEXT, &stage->desk.code) != FAULT_NONE) {
        abort();
    }
    stage->desk.status.register_age = 0;
    stage->slip = slip;
    stage->now = BEGIN_MS;
    stage->desk.status.scanner = SCANNER_READY;
    memcpy(stage->desk.status.clock, "08:42", 6);
    grid_clear(&stage->grid, 24, 80);
    heed_world(stage);
}
