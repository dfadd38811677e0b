/* burst and desk together, as the shell has them: whatever way a scanner types through a terminal, at
 * whatever pace and in whatever mode, nothing of it writes; and whatever a person types is never a scan. */
#include "../support/table.h"
#include "core/burst.h"
#include "core/text.h"
#include "desk_world.h"
#include <criterion/criterion.h>
#include <string.h>

enum { TRIALS = 4000, WALK_KEYS = 100, PERSON_TRIALS = 100, PERSON_KEYS = 200, SILENCE_MS = 3000 };

static struct world world;
static struct desk saved;
static struct burst burst;
static int scans, faults, writes;

static unsigned effect_of(struct key key)
{
    return (desk_key_writes(&world.desk, key) ? (unsigned)BURST_WRITES : 0) |
           (desk_key_types(&world.desk, key) ? (unsigned)BURST_TYPES : 0);
}

static void carry_out(struct wish wish)
{
    writes += wish.kind == WISH_SAVE || wish.kind == WISH_UNDO || wish.kind == WISH_DIFFICULTY ||
              wish.kind == WISH_LATE_CLOSE || wish.kind == WISH_ANSWER || wish.kind == WISH_CLOSE_DAY ||
              wish.kind == WISH_SIGN_IN;
    world_carry_out(&world, wish);
}

static void take(void)
{
    struct burst_step step;
    while (burst_next(&burst, &step)) {
        switch (step.what) {
        case BURST_SAVE: saved = world.desk; break;
        case BURST_RESTORE: world.desk = saved; break;
        case BURST_SCAN:
            scans++;
            carry_out(desk_scan(&world.desk, step.scan, world.now));
            break;
        case BURST_FAULT:
            faults++;
            desk_fault(&world.desk, step.fault, world.now);
            break;
        case BURST_ACT:
            if (step.sure || !desk_key_writes(&world.desk, step.key)) {
                carry_out(desk_key(&world.desk, step.key, step.ms));
            }
        }
    }
    desk_shown(&world.desk, world.now);
}

/* As a poll loop: every time-out is met. */
static void pass(uint64_t ms)
{
    for (uint64_t end = world.now + ms; world.now < end;) {
        int wait = burst_timeout(&burst, world.now);
        bool due = wait >= 0 && world.now + (uint64_t)wait <= end;
        world.now = due ? world.now + (uint64_t)wait : end;
        burst_pass(&burst, world.now);
        take();
        desk_tick(&world.desk, world.now);
    }
}

static void press(struct key key)
{
    burst_key(&burst, key, effect_of(key), world.now);
    take();
}

/* ---- a person ---- */

static const struct key KEYS[] = {
    {PRESS_ENTER, 0},    {PRESS_ESCAPE, 0},   {PRESS_TAB, 0},       {PRESS_BACKSPACE, 0},
    {PRESS_UP, 0},       {PRESS_DOWN, 0},     {PRESS_HOME, 0},      {PRESS_FUNCTION, 1},
    {PRESS_FUNCTION, 2}, {PRESS_FUNCTION, 3}, {PRESS_FUNCTION, 4},  {PRESS_FUNCTION, 5},
    {PRESS_FUNCTION, 6}, {PRESS_FUNCTION, 7}, {PRESS_FUNCTION, 8},  {PRESS_FUNCTION, 10},
    {PRESS_TEXT, '1'},   {PRESS_TEXT, '2'},   {PRESS_TEXT, '3'},    {PRESS_TEXT, '0'},
    {PRESS_TEXT, 'e'},   {PRESS_TEXT, 'c'},   {PRESS_TEXT, 'v'},    {PRESS_TEXT, 'g'},
    {PRESS_TEXT, 'p'},   {PRESS_TEXT, '|'},   {PRESS_TEXT, 0x1EC5}, {PRESS_CTRL, 'U' - 64},
    {PRESS_ALT, '3'},    {PRESS_TEXT, 'm'},   {PRESS_TEXT, 'k'},    {PRESS_TEXT, 'e'},
    {PRESS_ENTER, 0},    {PRESS_FUNCTION, 9}, {PRESS_TEXT, 'h'},    {PRESS_TEXT, '$'},
    {PRESS_TEXT, 'l'},   {PRESS_TEXT, 'x'},   {PRESS_FUNCTION, 11}, {PRESS_TEXT, 'b'},
    {PRESS_TEXT, 's'},   {PRESS_TEXT, 'a'},   {PRESS_FUNCTION, 11}, {PRESS_ENTER, 0},
};
enum { KEY_COUNT = sizeof KEYS / sizeof *KEYS };

/* Of somebody, as the register has them or otherwise; or a bare number. */
static void scan_one(uint64_t *random)
{
    struct member member = world.members[world_random(random, (uint64_t)world.member_count)];
    char payload[1024];
    switch (world_random(random, 6)) {
    case 0: strcpy(member.facts.name, "ĐỖ THỊ LẠ"); break;
    case 1: strcpy(member.facts.facility, "79099"); break;
    case 2: strcpy(member.facts.birth_date, "1971-01-01"); break;
    default: break;
    }
    switch (world_random(random, 4)) {
    case 0: strcpy(payload, member.facts.number); break;
    case 1: world_cccd(&member, payload); break;
    default: world_bhyt(&member, payload); break;
    }
    world_scan(&world, payload, ORIGIN_SCANNER);
}

static void begin(void)
{
    world_init(&world);
    world_add(&world, WORLD_HOA);
    world_add(&world, WORLD_AN);
    world_add(&world,
              "NGUYỄN THỊ HOA|1985-03-12|female|DN4790123456700|79014|2026-01-01|2026-12-31|079185000001");
    world_add(&world, "BÙI VĂN TRỄ|1980-09-09|male|DN4790123456784|79014|2025-01-01|2025-12-31|079080000007");
    world_add(&world,
              "LÊ MINH KHÔI|2025-02-03|male|TE1790123456781|79025|2026-01-01|2026-12-31|079225000008");
    strcpy(world.members[0].facts.address, WORLD_DIVIDED);
    world_portal(&world);
    strcpy(world.kept.at, "2026-11-20T08:41");
    world.kept.intake.kind = CARD_BHYT;
    world.kept.intake.card = world.kept.intake.facts = world.members[0].facts;
    world.desk.card_count = 12;
}

/* What a walk seldom comes to: two persons with one CCCD, or a card with another name; then choice 2. */
static void stop_and_choose(uint64_t *random)
{
    struct member member = world.members[world_random(random, 2)];
    if (world_random(random, 2)) {
        world_scan_cccd(&world, &world.members[0]);
    } else {
        strcpy(member.facts.name, "ĐỖ THỊ LẠ");
        strcpy(member.facts.birth_date, "1971-01-01");
        world_scan_bhyt(&world, &member);
    }
    world_keys(&world, "2");
}

/* Whatever was reached lies behind the question for the name or for the PIN. */
static void lock(uint64_t *random)
{
    static const struct clerk LAN = {.login = "lan", .name = "Lan", .active = true};
    desk_sign_out(&world.desk);
    if (world_random(random, 2)) {
        desk_signed(&world.desk, &LAN, 0, world.now);
        world_keys(&world, "<^X>");
    }
}

/* Into some mode or other; then long enough for an Enter to be armed. */
static void walk(uint64_t *random)
{
    const struct hospital hospital = world.desk.hospital;
    desk_init(&world.desk, &hospital);
    strcpy(world.desk.status.today, "2026-11-22");
    world.desk.card_count = 12;
    world.desk.late_total = world.desk.late_count = 2;
    world.desk.difficulties_total = world.desk.difficulties_count = 3;
    strcpy(world.desk.late[0].id, "a");
    strcpy(world.desk.late[1].id, "b");
    world.saved_count = 1;
    world.undone = 0;
    world.repeat.found = world_random(random, 4) == 0;
    world.incomplete = world_random(random, 2);
    burst_init(&burst);
    if (world_random(random, 4)) {
        scan_one(random);
    }
    for (uint64_t keys = world_random(random, 1 + world_random(random, WALK_KEYS)); keys > 0; keys--) {
        struct key key = KEYS[world_random(random, KEY_COUNT)];
        world_wait(&world, world_random(random, 8) ? 90 : ARM_MS);
        if (world_random(random, 20) == 0) {
            scan_one(random);
        } else if (desk_key_known(&world.desk, key)) {
            world_carry_out(&world, desk_key(&world.desk, key, world.now));
        }
    }
    if (world_random(random, 16) == 0) {
        lock(random);
    }
    if (world.desk.mode == MODE_WAITING && world_random(random, 4) == 0) {
        stop_and_choose(random);
    }
    world_wait(&world, 2 * ARM_MS);
    scans = faults = writes = 0;
}

/* ---- a scanner ---- */

/* How a letter comes that the scanner's layout does not have. */
enum letters {
    LETTERS_UTF8,
    LETTERS_DROPPED,
    LETTERS_BYTES,       /* Alt and the three digits of each byte */
    LETTERS_CODE_POINTS, /* Alt and the code point */
    LETTERS_BARE,        /* the digits, Alt lost on the way */
    LETTERS_PARTED,      /* Escape and each digit, parted by the network */
    LETTERS_ALL,         /* Alt codes also for what the layout has */
    LETTERS_LAYOUT,      /* an AZERTY host: digits are & é " and so on */
    LETTERS_COUNT,
};

struct pull {
    uint64_t *random;
    enum letters letters;
    uint64_t pace; /* the longest pause between two keys; most are shorter */
};

static void strike(const struct pull *pull, struct key key)
{
    pass(world_random(pull->random, 3) ? world_random(pull->random, pull->pace + 1) / 4
                                       : world_random(pull->random, pull->pace + 1));
    press(key);
}

static void strike_code(const struct pull *pull, int code)
{
    for (int unit = code > 999 ? 1000 : 100; unit > 0; unit /= 10) {
        int32_t digit = '0' + code / unit % 10;
        if (pull->letters == LETTERS_PARTED) {
            strike(pull, (struct key){PRESS_ESCAPE, 0});
        }
        bool alt = pull->letters != LETTERS_PARTED && pull->letters != LETTERS_BARE;
        strike(pull, (struct key){alt ? PRESS_ALT : PRESS_TEXT, digit});
    }
}

static void strike_letter(const struct pull *pull, const char *bytes, size_t len, int32_t rune)
{
    static const char AZERTY[][3] = {"à", "&", "é", "\"", "'", "(", "-", "è", "_", "ç"};
    if (pull->letters == LETTERS_LAYOUT && rune >= '0' && rune <= '9') {
        text_next(AZERTY[rune - '0'], strlen(AZERTY[rune - '0']), &rune);
    }
    if (pull->letters == LETTERS_UTF8 || (rune < 0x80 && pull->letters != LETTERS_ALL) ||
        pull->letters == LETTERS_LAYOUT) {
        strike(pull, (struct key){PRESS_TEXT, rune});
    } else if (pull->letters == LETTERS_CODE_POINTS) {
        strike_code(pull, rune);
    } else if (pull->letters != LETTERS_DROPPED) {
        for (size_t i = 0; i < len; i++) {
            strike_code(pull, (unsigned char)bytes[i]);
        }
    }
}

static void strike_suffix(const struct pull *pull)
{
    static const struct key SUFFIX[] = {{PRESS_ENTER, 0}, {PRESS_TAB, 0}, {PRESS_CTRL, '\n'}};
    for (uint64_t times = world_random(pull->random, 2); times > 0; times--) {
        pass(world_random(pull->random, BURST_SUFFIX_MS / 2));
        press(SUFFIX[world_random(pull->random, 3)]);
    }
}

static void pull_trigger(const struct pull *pull)
{
    const struct member *member = &world.members[world_random(pull->random, (uint64_t)world.member_count)];
    char payload[1024];
    int32_t rune;
    if (world_random(pull->random, 3)) {
        world_cccd(member, payload);
    } else {
        world_bhyt(member, payload);
    }
    strike_suffix(pull);
    pass(world_random(pull->random, BURST_SUFFIX_MS / 2));
    for (size_t at = 0, len = strlen(payload), took; at < len; at += took) {
        took = text_next(payload + at, len - at, &rune);
        strike_letter(pull, payload + at, took, rune);
    }
    strike_suffix(pull);
    pass(SILENCE_MS);
}

Test(burst_desk, nothing_of_a_scan_writes, .timeout = 120)
{
    uint64_t random = 20261122;
    int modes[MODE_COUNT] = {0}, whole[LETTERS_COUNT] = {0};
    begin();
    for (int trial = 0; trial < TRIALS; trial++) {
        static const uint64_t PACES[] = {0, 1, 8, 20, 55};
        struct pull pull = {&random, (enum letters)world_random(&random, LETTERS_COUNT),
                            PACES[world_random(&random, 5)]};
        walk(&random);
        enum mode mode = world.desk.mode;
        modes[mode]++;
        pull_trigger(&pull);
        cr_assert_eq(writes, 0, "letters %d at %d ms wrote in mode %d", (int)pull.letters, (int)pull.pace,
                     mode);
        cr_assert_leq(scans, 1);
        cr_assert(scans || !faults || world.desk.mode == mode, "a fault left mode %d", mode);
        whole[pull.letters] += scans;
    }
    for (enum mode mode = 0; mode < MODE_COUNT; mode++) {
        cr_expect_gt(modes[mode], 0, "mode %d was never tried", mode);
    }
    cr_assert_gt(whole[LETTERS_UTF8], TRIALS / LETTERS_COUNT / 2);
}

Test(burst_desk, nothing_of_a_person_is_a_scan, .timeout = 120)
{
    uint64_t random = 79014;
    begin();
    for (int trial = 0; trial < PERSON_TRIALS; trial++) {
        walk(&random);
        for (int i = 0; i < PERSON_KEYS; i++) {
            pass(80 + world_random(&random, world_random(&random, 4) ? 40 : 2000));
            press(KEYS[world_random(&random, KEY_COUNT)]);
            world.saved_count = 0;
        }
        pass(SILENCE_MS);
        cr_assert_eq(scans + faults, 0);
    }
}
