/* desk_keys: what is offered works, what works is known, in whatever state. */
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

static struct world world;

static void setup(void)
{
    world_init(&world);
    world_add(&world, WORLD_HOA);
    world_add(&world, WORLD_AN);
    world_add(&world, "LÊ MINH KHÔI|2025-02-03|male|TE1790123456781|79025|2026-01-01|2026-12-31|");
    world_add(&world, "BÙI VĂN TRỄ|1980-09-09|male|DN4790123456784|79014|2025-01-01|2025-12-31|");
    world_add(&world, "TRẦN VĂN ÂN|1990-07-01|male|GD4790123456785|79014|2026-01-01|2026-12-31|079090000002");
    strcpy(world.members[1].facts.address, WORLD_DIVIDED);
    world.desk.card_count = 12;
    world.desk.list_total = 100;
    world.desk.list_count = DESK_LIST;
    world.desk.difficulties_total = 100;
    world.desk.difficulties_count = DESK_LIST;
    world_portal(&world);
    world.desk.late_total = 100;
    world.desk.late_count = DESK_LIST;
    for (int i = 0; i < DESK_LIST; i++) {
        world.desk.late[i].id[0] = (char)('0' + i);
    }
    strcpy(world.kept.at, "2026-11-20T08:41");
    world.kept.intake.kind = CARD_BHYT;
    world.kept.intake.card = world.kept.intake.facts = world.members[0].facts;
}

TestSuite(desk_keys, .init = setup);

static const struct key keys[] = {
    {PRESS_ENTER, 0},        {PRESS_ENTER, 0},     {PRESS_ENTER, 0},        {PRESS_ESCAPE, 0},
    {PRESS_TAB, 0},          {PRESS_BACKTAB, 0},   {PRESS_BACKSPACE, 0},    {PRESS_DELETE, 0},
    {PRESS_UP, 0},           {PRESS_DOWN, 0},      {PRESS_LEFT, 0},         {PRESS_RIGHT, 0},
    {PRESS_HOME, 0},         {PRESS_END, 0},       {PRESS_PAGE_UP, 0},      {PRESS_PAGE_DOWN, 0},
    {PRESS_FUNCTION, 1},     {PRESS_FUNCTION, 2},  {PRESS_FUNCTION, 3},     {PRESS_FUNCTION, 4},
    {PRESS_FUNCTION, 5},     {PRESS_FUNCTION, 6},  {PRESS_FUNCTION, 7},     {PRESS_FUNCTION, 8},
    {PRESS_FUNCTION, 10},    {PRESS_FUNCTION, 12}, {PRESS_CTRL, 'F' - '@'}, {PRESS_CTRL, 'T' - '@'},
    {PRESS_CTRL, 'U' - '@'}, {PRESS_TEXT, '1'},    {PRESS_TEXT, '2'},       {PRESS_TEXT, '3'},
    {PRESS_TEXT, '8'},       {PRESS_TEXT, '5'},    {PRESS_TEXT, '0'},       {PRESS_TEXT, ' '},
    {PRESS_TEXT, 'e'},       {PRESS_TEXT, 'v'},    {PRESS_TEXT, 'g'},       {PRESS_TEXT, 's'},
    {PRESS_TEXT, 'c'},       {PRESS_TEXT, 'p'},    {PRESS_TEXT, 'u'},       {PRESS_TEXT, 'A'},
    {PRESS_TEXT, 0x1EA1},    {PRESS_TEXT, 0x301},  {PRESS_TEXT, 0x202E},    {PRESS_TEXT, 0x1F600},
    {PRESS_TEXT, '?'},       {PRESS_TEXT, 'k'},    {PRESS_TEXT, 'm'},       {PRESS_TEXT, 'n'},
    {PRESS_FUNCTION, 9},     {PRESS_TEXT, 'h'},    {PRESS_TEXT, '$'},       {PRESS_TEXT, 'l'},
    {PRESS_TEXT, 'x'},       {PRESS_TEXT, 'r'},    {PRESS_NONE, 0},         {PRESS_FUNCTION, 11},
    {PRESS_TEXT, 'a'},       {PRESS_TEXT, 'o'},    {PRESS_TEXT, 'b'},       {PRESS_TEXT, 'b'},
    {PRESS_FUNCTION, 4},     {PRESS_TEXT, 'b'},
};
enum { KEYS = sizeof keys / sizeof *keys };

static bool writes(enum wish_kind kind)
{
    return kind == WISH_SAVE || kind == WISH_UNDO || kind == WISH_DIFFICULTY || kind == WISH_LATE_CLOSE ||
           kind == WISH_ANSWER || kind == WISH_CLOSE_DAY;
}

/* A key that is not known changes nothing at all. */
static void press_unknown(struct key key)
{
    static struct desk before;
    before = world.desk;
    cr_assert_eq(desk_key(&world.desk, key, world.now).kind, WISH_NONE);
    before.pressed = world.desk.pressed;
    before.pressed_at = world.desk.pressed_at;
    before.turned = world.desk.turned;
    before.sign.active_at = world.desk.sign.active_at;
    cr_assert_eq(memcmp(&before, &world.desk, sizeof before), 0, "mode %d", before.mode);
}

/* What writes was an armed Enter, or one of the choices that say so of themselves. */
static struct wish press(struct key key)
{
    bool armed = desk_armed(&world.desk, world.now), said = desk_key_writes(&world.desk, key);
    enum mode mode = world.desk.mode;
    struct wish wish = desk_key(&world.desk, key, world.now);
    if (!writes(wish.kind)) {
        return wish;
    }
    cr_assert(said, "a key wrote unannounced in mode %d", mode);
    if (key.press == PRESS_ENTER) {
        cr_assert(armed, "an Enter that was not armed wrote in mode %d", mode);
    } else {
        cr_assert(mode == MODE_REVIEW && strchr("13p", key.rune), "mode %d", mode);
    }
    return wish;
}

static struct wish press_any(uint64_t *state)
{
    struct key key = keys[world_random(state, KEYS)];
    if (desk_key_known(&world.desk, key)) {
        return press(key);
    }
    if (world_random(state, 8) == 0) {
        press_unknown(key);
    }
    return (struct wish){WISH_NONE, 0};
}

static void scan_something(uint64_t *state)
{
    struct member member = world.members[world_random(state, (uint64_t)world.member_count)];
    char payload[1024];
    switch (world_random(state, 7)) {
    case 0: strcpy(member.facts.name, "ĐỖ THỊ LẠ"); break;
    case 1: strcpy(member.facts.facility, "79099"); break;
    case 2: strcpy(member.facts.birth_date, "1971-01-01"); break;
    case 3:
        strcpy(member.facts.name, "HỒ VĂN LẠ");
        strcpy(member.facts.birth_date, "1971-01-01");
        break;
    default: break;
    }
    if (world_random(state, 8) == 0) {
        strcpy(payload, "nonsense|x");
    } else if (member.facts.cccd[0] && world_random(state, 3) == 0) {
        world_cccd(&member, payload);
    } else if (world_random(state, 4) == 0) {
        strcpy(payload, member.facts.number);
    } else {
        world_bhyt(&member, payload);
    }
    world_scan(&world, payload, ORIGIN_SCANNER);
}

static void journal_something(uint64_t *state)
{
    static const enum fault faults[] = {FAULT_NONE, FAULT_REPEAT, FAULT_STORE_BUSY, FAULT_NONE};
    world.save_fault = faults[world_random(state, 4)];
    world.repeat.found = world_random(state, 4) == 0;
    world.silent = world_random(state, 8) == 0;
    world.incomplete = world_random(state, 3) == 0;
    world.saved_count = world.undone = 0;
}

/* In any state the draft brings back what makes the same draft again. */
static void round_trip(void)
{
    static struct desk back;
    static char draft[DRAFT_MAX], again[DRAFT_MAX];
    struct wish wish;
    if (desk_draft(&world.desk, draft, sizeof draft) == 0) {
        return;
    }
    desk_init(&back, &world.desk.hospital);
    strcpy(back.status.today, world.desk.status.today);
    cr_assert_eq(desk_restore(&back, draft, world.now, &wish), FAULT_NONE, "mode %d: %s", world.desk.mode,
                 draft);
    desk_draft(&back, again, sizeof again);
    cr_assert_str_eq(again, draft);
}

/* What an armed Enter would write now; a copy of the desk is asked. */
static bool would_write(struct intake *ret)
{
    static struct desk copy;
    copy = world.desk;
    bool writes = desk_key(&copy, (struct key){PRESS_ENTER, 0}, world.now).kind == WISH_SAVE;
    *ret = copy.intake;
    return writes;
}

/* Whatever the portal says: it writes nothing, and an Enter that stays armed writes what it would have. */
static void portal_something(uint64_t *state, int kept[2])
{
    static const char *const CODES[] = {"000", "000", "003", "050", "051", "060", "070", "110", "054", "999"};
    static const char *const ROWS[] = {
        WORLD_HOA, WORLD_AN, NULL,
        "NGUYỄN THỊ HÒA|1985-03-12|female|DN4790123456789|79025|2026-01-01|2026-12-31|"};
    static struct intake before, after;
    world_wait(&world, world_random(state, 2) * ARM_MS);
    bool armed = desk_armed(&world.desk, world.now), wrote = would_write(&before);
    enum mode mode = world.desk.mode;
    if (world_random(state, 4) == 0) {
        world_trouble(&world, (enum trouble)(1 + world_random(state, TROUBLE_COUNT - 1)));
    } else {
        world_hear(&world, CODES[world_random(state, 10)], ROWS[world_random(state, 4)]);
    }
    bool still = desk_armed(&world.desk, world.now);
    kept[still] += armed && wrote;
    if (armed && wrote && still) {
        cr_assert(would_write(&after), "mode %d", mode);
        cr_assert_eq(memcmp(&before.facts, &after.facts, sizeof before.facts), 0, "mode %d", mode);
        cr_assert_eq(before.correction_count, after.correction_count);
        cr_assert_eq(before.status, after.status);
    }
}

/* Somebody locks, signs in, takes over, or tries in vain. */
static void sign_something(uint64_t *state)
{
    static const struct clerk clerks[] = {{.login = "lan", .name = "Lan", .active = true},
                                          {.login = "hoa", .name = "Hoa", .role = ROLE_HEAD, .active = true}};
    struct desk *desk = &world.desk;
    if (desk_hidden(desk)) {
        bool right = world_random(state, 3);
        desk_signed(desk, right ? &clerks[world_random(state, 2)] : NULL, 1000, world.now);
    } else if (desk->sign.needed && world_random(state, 2)) {
        world_carry_out(&world, desk_key(desk, (struct key){PRESS_FUNCTION, 12}, world.now));
    } else {
        desk_sign_out(desk);
    }
}

Test(desk_keys, no_order_of_events_breaks_the_desk)
{
    uint64_t state = 20261122;
    int visits[MODE_COUNT] = {0}, wrote = 0, kept[2] = {0};
    for (int round = 0; round < 350000; round++) {
        struct wish wish = {WISH_NONE, 0};
        uint64_t what = world_random(&state, 60);
        world.now += world_random(&state, 3) == 0 ? world_random(&state, 900) : world_random(&state, 90);
        if (what == 0) {
            scan_something(&state);
        } else if (what == 1) {
            journal_something(&state);
        } else if (what == 4 && world.desk.mode == MODE_REVIEW) {
            world_keys(&world, "<Esc><Esc><Esc><Esc><Esc><Esc><Esc><Esc>");
        } else if (what == 2) {
            desk_listed(&world.desk, world.now);
        } else if (what >= 5 && what < 8) {
            portal_something(&state, kept);
        } else if (what == 8) {
            desk_late_listed(&world.desk, world.now);
        } else if (what == 10 && (world.desk.mode == MODE_TODAY || world.desk.mode == MODE_DIFFICULTIES)) {
            world_keys(&world, "<Esc>");
        } else if (what == 9) {
            desk_difficulties_listed(&world.desk, world.now);
        } else if (what == 11 || (what > 40 && desk_hidden(&world.desk))) {
            sign_something(&state);
        } else if (what == 3) {
            desk_bound(&world.desk, FAULT_NONE, "scanner", world.now);
        } else {
            wish = press_any(&state);
        }
        wrote += writes(wish.kind);
        world_carry_out(&world, wish);
        visits[world.desk.mode]++;
        if (round % 100 == 0) {
            round_trip();
        }
    }
    cr_assert_gt(wrote, 300);
    cr_assert_gt(kept[true], 20);
    cr_assert_gt(kept[false], 10);
    for (enum mode mode = 0; mode < MODE_COUNT; mode++) {
        cr_assert_gt(visits[mode], 20, "mode %d was hardly tried", mode);
    }
}

/* Each key the screen offers works there, and has its words in both languages. */
Test(desk_keys, every_hint_names_a_key_that_works)
{
    uint64_t state = 7;
    for (int round = 0; round < 20000; round++) {
        struct hint hints[DESK_HINTS];
        int count = desk_hints(&world.desk, hints);
        cr_assert_leq(count, DESK_HINTS);
        cr_assert_gt(count, 0, "mode %d offers nothing", world.desk.mode);
        for (int i = 0; i < count; i++) {
            cr_assert(hints[i].text[0]);
            for (int j = 0; j < i; j++) {
                cr_assert_str_neq(hints[j].key, hints[i].key, "mode %d offers it twice", world.desk.mode);
            }
            cr_assert(world_knows(&world.desk, hints[i].key), "%s in mode %d", hints[i].key, world.desk.mode);
        }
        world.now += 200;
        if (world_random(&state, 40) == 0) {
            scan_something(&state);
        } else {
            world_carry_out(&world, press_any(&state));
        }
        world.saved_count = world.undone = 0;
    }
}

/* Terminals swallow function keys: each has a twin. */
Test(desk_keys, every_function_key_has_a_twin)
{
    static const struct {
        const char *screen;
        const char *key, *twin;
    } twins[] = {{"", "<F1>", "?"},      {"", "<F1>", "<^G>"},   {"", "<F2>", "<^F>"},
                 {"", "<F4>", "<^T>"},   {"", "<F5>", "<^D>"},   {"", "<F6>", "<^B>"},
                 {"", "<F7>", "<^N>"},   {"", "<F10>", "<^Q>"},  {"o", "<F1>", "?"},
                 {"o", "<F2>", "s"},     {"o", "<F4>", "t"},     {"o", "<F5>", "d"},
                 {"o", "<F10>", "<^Q>"}, {"ov", "<F1>", "<^G>"}, {"ov", "<F2>", "<^T>"},
                 {"o", "<F3>", "u"},     {"", "<F9>", "<^W>"},   {"o", "<F9>", "<^W>"},
                 {"o", "$", "y"},        {"", "<F11>", "<^E>"},  {"o", "<F11>", "<^E>"}};
    for (size_t i = 0; i < sizeof twins / sizeof *twins; i++) {
        static struct desk first;
        setup();
        if (twins[i].screen[0]) {
            world_scan_bhyt(&world, &world.members[0]);
        }
        world_keys(&world, twins[i].screen[0] ? twins[i].screen + 1 : "");
        static struct world start;
        start = world;
        world_keys(&world, twins[i].key);
        first = world.desk;
        world = start;
        world_keys(&world, twins[i].twin);
        first.pressed = world.desk.pressed;
        cr_assert_eq(memcmp(&first, &world.desk, sizeof first), 0, "%s and %s", twins[i].key, twins[i].twin);
    }
}
