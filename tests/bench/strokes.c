/* strokes: what a keyboard scanner sends, through the scanner's own road (layout, wedge, tape) to a scan, and
 * through the wedge alone; repairs of a scan. */
#include "adapter/scanner_slot.h"
#include "bench.h"
#include "core/card.h"
#include "measure.h"
#include "typed.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SCANS = 2000, ROUNDS = 7, READS = 2000, AGAIN = 50 };

static const char PLAIN[] = "079201012345||NGUYEN VAN MAU|01021990|Nam|12 Le Loi, Quan 1, TP HCM|01012022",
                  LETTERS[] =
                      "079201012345||Nguyễn Thị Mẫu|01021990|Nữ|12 Lê Lợi, Quận 1, TP Hồ Chí Minh|01012022";

struct road {
    struct scanner scanner;
    struct slot *slot;
    struct profile profile;
    struct layout *layout; /* for the texts that are typed */
    struct keys keys;
    struct scanner_event event;
};

static void need(enum fault fault)
{
    if (fault != FAULT_NONE) {
        bench_fail(fault_text(fault, LANGUAGE_EN));
    }
}

static void open_keys(struct road *road, const char *layout)
{
    char path[PATH_SIZE];
    layout_close(road->layout);
    need(keymaps_layout(&road->scanner.keymaps, layout, path));
    need(layout_open(path, &road->layout));
    keys_read(road->layout, &road->keys);
}

static void open_road(struct road *road)
{
    road->profile = (struct profile){.name = "bench", .layout = "us"};
    road->profile.manner =
        (struct manner){.suffixes = SUFFIX_ENTER, .silence_us = SILENCE_US, .half_us = HALF_US};
    need(keymaps_find(NULL, &road->scanner.keymaps));
    open_keys(road, "us");
    road->slot = &road->scanner.slot[0];
    road->slot->claim.profile = &road->profile;
    need(slot_hear_begin(&road->scanner, road->slot));
}

static void close_road(struct road *road)
{
    slot_hear_end(road->slot);
    layout_close(road->layout);
}

static void require_scan(const struct scan *scan, const char *text)
{
    if (strlen(text) != scan->len || memcmp(scan->bytes, text, scan->len) != 0) {
        bench_fail("the scan is not what was typed");
    }
}

static bool hear(struct road *road, const struct input_event *event)
{
    road->scanner.record = (struct record){.what = RECORD_EVENT, .event = *event};
    return slot_hear(&road->scanner, road->slot, &road->event);
}

static void hear_all(struct road *road, const struct typed *typed, const char *text)
{
    bool told = false;
    for (int i = 0; i < typed->event_count; i++) {
        told |= hear(road, &typed->events[i]);
    }
    if (!told || road->event.what != SCANNER_SCAN) {
        bench_fail("no scan came of what was typed");
    }
    require_scan(&road->event.scan, text);
}

static void wedge_all(struct road *road, const struct typed *typed, const char *text)
{
    bool whole = false, told = false;
    for (int i = 0; i < typed->stroke_count; i++) {
        need(wedge_stroke(&road->slot->wedge, &typed->strokes[i], &road->event.scan, &whole));
        told |= whole;
    }
    if (!told) {
        bench_fail("no scan came of what was typed");
    }
    require_scan(&road->event.scan, text);
}

/* The least that makes text of events: a table by key and Shift. */
static void copy_events(struct road *road, const struct typed *typed, const char *text)
{
    struct scan *scan = &road->event.scan;
    bool shift = false;
    (void)text;
    scan->len = 0;
    for (int i = 0; i < typed->event_count; i++) {
        const struct input_event *event = &typed->events[i];
        if (event->type == EV_KEY && event->code == KEY_LEFTSHIFT) {
            shift = event->value;
        } else if (event->type == EV_KEY && event->value) {
            scan->bytes[scan->len++] = road->keys.text[shift][event->code];
        }
    }
}

/* The same of strokes, whose text is there already. */
static void copy_strokes(struct road *road, const struct typed *typed, const char *text)
{
    struct scan *scan = &road->event.scan;
    (void)text;
    scan->len = 0;
    for (int i = 0; i < typed->stroke_count; i++) {
        for (const char *c = typed->strokes[i].text; *c; c++) {
            scan->bytes[scan->len++] = *c;
        }
    }
}

typedef void way_to_scan(struct road *road, const struct typed *typed, const char *text);

/* Nanoseconds a stroke. */
static double time_way(struct road *road, const struct typed *typed, const char *text, way_to_scan *way)
{
    double start = measure_now();
    for (int i = 0; i < SCANS; i++) {
        way(road, typed, text);
    }
    return (measure_now() - start) / SCANS / typed->stroke_count * 1e9;
}

static void compare(struct bench *bench, struct road *road, const struct typed *typed, const char *text,
                    way_to_scan *way, way_to_scan *plain, const char *name)
{
    double ours[ROUNDS], copied[ROUNDS], rates[ROUNDS];
    struct figure figure = {"", NAN, NAN, NAN, NAN, "M/s"};
    for (int i = 0; i < ROUNDS; i++) {
        ours[i] = time_way(road, typed, text, way);
        copied[i] = time_way(road, typed, text, plain);
        rates[i] = 1e3 / ours[i];
    }
    figure.first = rates[0];
    figure.median = measure_median(rates, ROUNDS);
    snprintf(figure.name, sizeof figure.name, "strokes a second: %s", name);
    struct ratio ratio = table_rounds(name, ours, copied, ROUNDS, "ns", NAN);
    table_ratio(&bench->table, &ratio);
    table_figure(&bench->table, &figure);
}

static void compare_all(struct bench *bench, struct road *road)
{
    static struct typed plain, letters;
    typed_make(PLAIN, &road->keys, road->layout, &plain);
    typed_make(LETTERS, &road->keys, road->layout, &letters);
    compare(bench, road, &plain, PLAIN, hear_all, copy_events, "events to a scan, plain keys");
    compare(bench, road, &letters, LETTERS, hear_all, copy_events, "events to a scan, with Alt codes");
    compare(bench, road, &plain, PLAIN, wedge_all, copy_strokes, "wedge alone, plain keys");
    compare(bench, road, &letters, LETTERS, wedge_all, copy_strokes, "wedge alone, with Alt codes");
}

/* A scanner set to another layout than the program thinks: all keymaps are tried behind its Enter. */
static void time_layouts(struct bench *bench, struct road *road)
{
    static struct typed typed;
    double ms[AGAIN];
    open_keys(road, "fr");
    typed_make(LETTERS, &road->keys, road->layout, &typed);
    for (int i = 0; i < AGAIN; i++) {
        double start = measure_now();
        hear_all(road, &typed, LETTERS);
        ms[i] = (measure_now() - start) * 1e3;
    }
    struct figure figure = {"a scan read again through us, fr, de, gb", ms[0], NAN, NAN, NAN, "ms"};
    figure.median = measure_median(ms, AGAIN);
    table_figure(&bench->table, &figure);
}

/* `mended` as card_read shall find it; -1 for what it shall refuse. */
static const struct damaged {
    const char *name, *text;
    int mended;
} DAMAGED[] = {
    {"whole", LETTERS, 0},
    {"tilde for bar", "079201012345~~Nguyễn Thị Mẫu~01021990~Nữ~12 Lê Lợi, Quận 1~01012022", MEND_SEPARATOR},
    {"case turned", "079201012345||nGUYỄN tHỊ mẪU|01021990|nỮ|12 lÊ lỢI, qUẬN 1|01012022", MEND_CASE},
    {"bare digits of Alt codes", "079201012345||Nguy225187133n V196131n An|01021990|Nam|5 Mai|01012022",
     MEND_ALT},
    {"wrong layout", "àà&àç(à&é\"'(µà&é\"'(-è_µLE VQN QNµé(&à&çç(µNq,µ&é\" DONG DQ; HQ NOIµ&à&ééàé&",
     MEND_LAYOUT},
    {"no card: refused after every repair", "https://dichvucong.example.vn/tra-cuu?so=0792010123", -1},
};

static void time_reads(struct bench *bench)
{
    for (size_t i = 0; i < sizeof DAMAGED / sizeof *DAMAGED; i++) {
        const struct damaged *damaged = &DAMAGED[i];
        struct card card;
        double us[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double start = measure_now();
            for (int k = 0; k < READS; k++) {
                bool reads = !card_read(damaged->text, strlen(damaged->text), ORIGIN_SCANNER, &card);
                if (reads ? (int)card.mended != damaged->mended : damaged->mended >= 0) {
                    bench_fail(damaged->name);
                }
            }
            us[round] = (measure_now() - start) / READS * 1e6;
        }
        struct figure figure = {"", us[0], measure_median(us, ROUNDS), NAN, NAN, "us"};
        snprintf(figure.name, sizeof figure.name, "card_read, %s", damaged->name);
        table_figure(&bench->table, &figure);
    }
}

void bench_strokes(struct bench *bench)
{
    static struct road road;
    bench_say("strokes of a scanner");
    open_road(&road);
    compare_all(bench, &road);
    time_layouts(bench, &road);
    time_reads(bench);
    close_road(&road);
    bench_stall(bench);
}
