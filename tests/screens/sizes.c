/* sizes: no value and no window makes a row grow. */
#include "../support/table.h"
#include "check.h"
#include <stdio.h>
#include <string.h>

/* Fills a text of `size` bytes with copies of a pattern, as many as fit whole. */
static void fill(char *out, size_t size, const char *pattern)
{
    size_t len = strlen(pattern), at = 0;
    for (; len > 0 && at + len < size; at += len) {
        memcpy(out + at, pattern, len);
    }
    out[at] = '\0';
}

static void fill_facts(struct facts *facts, const char *pattern)
{
    fill(facts->name, sizeof facts->name, pattern);
    fill(facts->address, sizeof facts->address, pattern);
    memcpy(facts->number, "DN4790123456789", 16);
    memcpy(facts->birth_date, "1985-03-12", 11);
    memcpy(facts->gender, "female", 7);
    memcpy(facts->facility, "79014", 6);
    memcpy(facts->valid_from, "2026-01-01", 11);
    memcpy(facts->cccd, "079185012345", 13);
}

static void fill_act(struct act *act, const char *pattern)
{
    *act = (struct act){
        .id = "1", .time = "08:41", .birth_date = "1985-03-12", .corrections = 11, .difficulty = true};
    fill(act->name, sizeof act->name, pattern);
    fill(act->counter, sizeof act->counter, pattern);
    fill(act->clerk, sizeof act->clerk, pattern);
}

static void fill_judgement(struct judgement *judgement, enum verdict verdict, const char *pattern)
{
    judgement->verdict = verdict;
    judgement->has_person = true;
    fill_facts(&judgement->system, pattern);
    judgement->person = judgement->system;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        judgement->rows[judgement->row_count++] = (struct row){
            .field = field, .result = (enum result)(field % RESULT_COUNT), .finding = FINDING_COUNT};
    }
    for (enum finding finding = 0; finding < FINDING_COUNT; finding++) {
        finding_add(&judgement->findings, finding);
    }
    judgement->candidate_count = ANSWER_MAX;
    for (int i = 0; i < ANSWER_MAX; i++) {
        judgement->candidates[i] = i;
    }
    memcpy(judgement->day, "2026-10-31", 11);
    judgement->age_days = 9999;
}

static void fill_history(struct history *history, const char *pattern, int round)
{
    history->known = round % 3;
    memcpy(history->at, "2026-11-19T08:42", MINUTE_SIZE);
    history->visit_count = round % 2 ? VISITS_MAX : 0;
    history->check_count = round % 2 ? CHECKS_MAX : round % 5;
    for (int i = 0; i < VISITS_MAX; i++) {
        struct visit *visit = &history->visits[i];
        *visit =
            (struct visit){.facility = "79024", .state = (char)('0' + i % 7), .outcome = (char)('0' + i % 9)};
        fill(visit->from, sizeof visit->from, i % 4 ? "2026-11-01T08:00" : pattern);
        fill(visit->to, sizeof visit->to, i % 3 ? "2026-11-05" : "");
        fill(visit->disease, sizeof visit->disease, pattern);
    }
    for (int i = 0; i < CHECKS_MAX; i++) {
        fill(history->checks[i].user, sizeof history->checks[i].user, pattern);
        fill(history->checks[i].at, sizeof history->checks[i].at, i % 2 ? "2026-11-05T10:00" : pattern);
        fill(history->checks[i].code, sizeof history->checks[i].code, i % 2 ? "000" : pattern);
    }
}

static void fill_inquiry(struct inquiry *inquiry, int round)
{
    inquiry->state = (enum inquiry_state)(round % 4);
    inquiry->history_trouble = (enum trouble)(round % TROUBLE_COUNT);
    inquiry->history_out = round % 5 == 1;
    inquiry->copayment_out = round % 5 == 2;
    inquiry->copayment_known = round % 3;
    inquiry->copayment.trouble = round % 4 == 3 ? TROUBLE_FORMAT : TROUBLE_NONE;
    inquiry->copayment.payment_count = round % 2 ? PAYMENTS_MAX : 0;
    for (int i = 0; i < PAYMENTS_MAX; i++) {
        inquiry->copayment.payments[i] = (struct payment){
            .from = "2026-11-01", .facility = "79024", .paid = -1, .total = 9223372036854775807LL};
    }
}

static void fill_late(struct desk *desk, const char *pattern, int round)
{
    for (int i = 0; i < DESK_LIST; i++) {
        struct late *late = &desk->late[i];
        *late = (struct late){.day = "2026-11-20",
                              .time = "08:41",
                              .state = (enum late_state)(i % 3),
                              .trouble = (enum trouble)((i + round) % TROUBLE_COUNT),
                              .tries = 12345};
        fill(late->name, sizeof late->name, pattern);
        fill(late->phone, sizeof late->phone, i % 2 ? pattern : "0");
        fill(late->code, sizeof late->code, pattern);
    }
    desk->late_count = round % 5 ? DESK_LIST : 0;
    desk->late_total = desk->late_count * 100;
    desk->late_row = desk->late_count - (desk->late_count > 0);
    if (round % 3 == 0) {
        fill(desk->review.late.id, ID_SIZE, "1");
        memcpy(desk->review.late.day, "2026-11-20", DATE_SIZE);
        fill(desk->review.late.held.contact.phone, PHONE_SIZE, pattern);
    }
}

static void fill_portal(struct desk *desk, const char *pattern, int round)
{
    desk->hospital.portal = round % 3;
    desk->hospital.history = desk->hospital.copayment = round % 7;
    desk->status.portal = round % 3;
    desk->status.stand_in = round % 2;
    desk->status.portal_heard = round % 2;
    desk->status.portal_trouble = (enum trouble)(round % TROUBLE_COUNT);
    desk->status.differing = round % 2 ? 0 : 12345;
    fill(desk->review.contact.phone, PHONE_SIZE, round % 2 ? "0" : pattern);
    fill_history(&desk->review.answer.history, pattern, round);
    fill_inquiry(&desk->review.inquiry, round);
    fill_late(desk, pattern, round);
    desk->review.answer.members[0].heard = round % 2 ? 0x155 : 0;
    fill(desk->review.answer.members[0].heard_at, MINUTE_SIZE, round % 4 ? "2026-11-19T08:42" : "");
}

static void fill_statistics(struct statistics *statistics, const char *pattern, int round)
{
    *statistics = (struct statistics){.from = "2026-10-20", .to = "2026-11-20", .intakes = 123456};
    for (int i = 0; i < STATISTICS_HOURS; i++) {
        statistics->hours[i] = i * 999;
    }
    for (int i = 0; i < FINDING_COUNT; i++) {
        statistics->findings[i] = i * round * 7777;
    }
    for (int i = 0; i < STATISTICS_DAYS; i++) {
        memcpy(statistics->days[i].day, "2026-11-20", DATE_SIZE);
        statistics->days[i].intakes = statistics->days[i].corrected = i * 99999;
    }
    for (int i = 0; i < STATISTICS_TOP; i++) {
        memcpy(statistics->facilities[i].code, "79025", FACILITY_SIZE);
        statistics->facilities[i].count = statistics->counters[i].intakes = i;
        fill(statistics->counters[i].name, PLACE_SIZE, pattern);
    }
    statistics->difficulties[DIFFICULTY_OTHER] = 3;
    statistics->day_count = STATISTICS_DAYS;
    statistics->facility_count = statistics->counter_count = STATISTICS_TOP;
}

static void fill_lists(struct desk *desk, const char *pattern, int round)
{
    struct difficulty_record *record = &desk->answered;
    *record = (struct difficulty_record){.number = 123456,
                                         .at = "2026-10-20T08:41",
                                         .state = (enum difficulty_state)(round % DIFFICULTY_STATES)};
    fill(record->name, NAME_SIZE, pattern);
    fill(record->number_shown, NUMBER_SIZE, pattern);
    fill(record->text, REASON_SIZE, pattern);
    fill(record->reply, REASON_SIZE, pattern);
    fill(record->counter, PLACE_SIZE, pattern);
    for (int i = 0; i < DESK_LIST; i++) {
        desk->difficulties[i] = *record;
    }
    desk->opened = *record;
    fill_facts(&desk->detail.card, pattern);
    fill_facts(&desk->detail.system, pattern);
    fill_facts(&desk->detail.taken, pattern);
    for (int i = 0; i < FINDING_COUNT; i++) {
        finding_add(&desk->detail.findings, (enum finding)i);
    }
    desk->difficulties_count = desk->difficulties_total = DESK_LIST;
    desk->difficulties_row = round % DESK_LIST;
    desk->answering = (enum answering)(round % 3);
    fill(desk->reply.text, sizeof desk->reply.text, pattern);
    desk->filter = (enum act_filter)(round % ACT_FILTER_COUNT);
    desk->chart = (enum chart)(round % CHART_COUNT);
    desk->period = (enum period)(round % PERIOD_COUNT);
    desk->hospital.remind_days = round % 3;
    desk->status.difficulties = desk->status.difficulties_due = 123456;
    memcpy(desk->totals.closed_at, "2026-11-20T16:41", sizeof desk->totals.closed_at);
    fill(desk->totals.closed_by, PLACE_SIZE, pattern);
    fill_statistics(&desk->statistics, pattern, round);
}

/* Everything a desk can hold, at once. */
static void fill_desk(struct desk *desk, const char *pattern, int round)
{
    struct hospital hospital = {.facility = "79025", .demo = true, .typing = TYPING_TELEX};
    fill(hospital.facility_name, PLACE_SIZE, pattern);
    fill(hospital.counter, PLACE_SIZE, pattern);
    fill(hospital.clerk, PLACE_SIZE, pattern);
    hospital.language = round % 2 ? LANGUAGE_EN : LANGUAGE_VI;
    hospital.checks.changed[FINDING_REPEAT_TODAY] = (signed char)(round / 2 % 2 ? 1 + SEVERITY_STOP : 0);
    hospital.scheme = round % 4 ? table_scheme() : NULL;
    desk_init(desk, &hospital);
    desk->status = (struct status){.scanner = SCANNER_DENIED,
                                   .register_as_of = "2025-01-01",
                                   .register_age = 690,
                                   .clock = "08:42",
                                   .today = "2026-11-20",
                                   .unchecked = 123456};
    desk->open = true;
    fill_facts(&desk->review.card.facts, pattern);
    desk->review.card.kind = CARD_BHYT;
    fill_judgement(&desk->review.judgement, (enum verdict)(round % VERDICT_COUNT), pattern);
    desk->review.answer.member_count = ANSWER_MAX;
    desk->review.answer.more = true;
    for (int i = 0; i < ANSWER_MAX; i++) {
        fill_facts(&desk->review.answer.members[i].facts, pattern);
    }
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        desk->review.decision.choice[field] = (enum choice)(((int)field + round) % 4);
    }
    fill_facts(&desk->review.decision.typed, pattern);
    fill(desk->line.text, sizeof desk->line.text, pattern);
    desk->line.at = round % 2 ? strlen(desk->line.text) : 0;
    desk->field = FIELD_ADDRESS;
    fill_facts(&desk->form, pattern);
    fill_facts(&desk->second_card.facts, pattern);
    desk->pending = (struct entitlement){.code = "1.3", .paper = {.code = "referral"}};
    fill(desk->pending.paper.number, PAPER_NUMBER_SIZE, pattern);
    desk->review.entitlement = desk->pending;
    fill(desk->certificate, PAPER_NUMBER_SIZE, pattern);
    for (int i = 0; i < DESK_QUEUE; i++) {
        fill(desk->queue_names[desk->queue_count++], NAME_SIZE, pattern);
    }
    for (int i = 0; i < DESK_LIST; i++) {
        fill_act(&desk->list[i], pattern);
    }
    desk->list_count = desk->list_total = DESK_LIST;
    desk->list_row = DESK_LIST - 1;
    memcpy(desk->latest, desk->list, sizeof desk->latest);
    desk->latest_count = desk->latest_total = DESK_LIST;
    fill_lists(desk, pattern, round);
    fill_act(&desk->last, pattern);
    for (int i = 0; i < DESK_CARDS; i++) {
        fill(desk->cards[i].title, sizeof desk->cards[i].title, pattern);
    }
    desk->card_count = DESK_CARDS;
    desk->card_row = DESK_CARDS - 1;
    desk->kind = DIFFICULTY_IDENTITY;
    fill(desk->said, sizeof desk->said, pattern);
    desk->review.row = FIELD_COUNT - 1;
    desk->page = round;
    fill_portal(desk, pattern, round);
}

static bool check_frame(const struct desk *desk, const char *slip, int rows, int columns)
{
    static struct grid grid;
    char said[CHECK_SAID];
    grid_clear(&grid, rows, columns);
    screen_draw(desk, slip, 1000, &grid);
    bool good = check_cells(&grid, said);
    if (!good) {
        printf("sizes: mode %d at %dx%d: %s\n", (int)desk->mode, columns, rows, said);
    }
    return good;
}

/* Every third size from `turn` on: over the rounds each mode meets each size with each pattern. */
static bool check_desk(const struct desk *desk, const char *slip, size_t turn)
{
    enum { STEP = 3 };
    static const struct {
        int rows, columns;
    } sizes[] = {{1, 1},   {2, 200}, {19, 60},  {20, 59},   {20, 60},  {21, 61},
                 {24, 80}, {24, 79}, {40, 120}, {100, 240}, {300, 500}};
    bool good = true;
    for (size_t i = turn % STEP; i < sizeof sizes / sizeof *sizes; i += STEP) {
        good = check_frame(desk, slip, sizes[i].rows, sizes[i].columns) && good;
    }
    return good;
}

bool check_sizes(enum mode mode, const char *slip)
{
    static const char *const patterns[] = {"W",  "Nguyễn Thị Hoà ", "ệ",    "漢字", "a\u0302\u0323",
                                           "漢", "\x01\x1b[31m",    "\xff", "i "};
    static struct desk desk;
    enum { ROUNDS = (int)VERDICT_COUNT > (int)TROUBLE_COUNT ? (int)VERDICT_COUNT : (int)TROUBLE_COUNT };
    bool good = true;
    for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
        for (int round = 0; round < ROUNDS; round++) {
            fill_desk(&desk, patterns[p], round);
            desk.mode = mode;
            good = check_desk(&desk, slip, p + (size_t)round) && good;
        }
    }
    return good;
}
