/* desk_search: a number typed on the search line. */
#include "core/desk_inside.h"
#include <stdio.h>
#include <string.h>

/* What a person types is shorter; what a scanner or the clipboard put into the line has this shape. */
enum { SCAN_LENGTH = 40 };

struct wish act_search(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk_type_into(desk, MODE_SEARCH, "");
    return wish_of(WISH_NONE);
}

struct wish act_search_type(struct desk *desk, struct key key, uint64_t now)
{
    desk_type_into(desk, MODE_SEARCH, "");
    return act_type(desk, key, now);
}

static bool is_scan(const char *text)
{
    return strlen(text) >= SCAN_LENGTH && strpbrk(text, "|~\\");
}

/* A symbol's text, complete because the line was closed by a person. */
static struct wish take_scan(struct desk *desk, uint64_t now)
{
    struct scan scan = {.len = strlen(desk->line.text), .origin = ORIGIN_PICTURE};
    memcpy(scan.bytes, desk->line.text, scan.len);
    desk_go(desk, desk->open ? MODE_REVIEW : MODE_WAITING);
    struct wish wish = desk_scan(desk, &scan, now);
    explicit_bzero(&scan, sizeof scan);
    return wish;
}

static struct wish open_typed(struct desk *desk, const struct card *typed, const struct scan *scan,
                              uint64_t now)
{
    bool late = desk->open && desk->review.late.id[0];
    char name[NAME_SIZE];
    snprintf(name, sizeof name, "%s", late ? desk_name(desk) : "");
    struct wish wish = desk_open(desk, typed, scan);
    if (late) {
        desk_say(desk, SAID_LATE_STAYS, name, now);
    }
    return wish;
}

/* A card in hand stays and is compared with whom the number finds; a typed number
 * gives way to the better one. */
static struct wish look_up(struct desk *desk, const struct card *typed, const struct scan *scan, uint64_t now)
{
    struct review *review = &desk->review;
    if (!desk->open || review->card.kind == CARD_NUMBER) {
        return open_typed(desk, typed, scan, now);
    }
    review->asked = *typed;
    if (review->card.kind == CARD_UNKNOWN) {
        review->card = *typed;
        review->typed = true;
        review->scans[review->scan_count++] = *scan;
    }
    review->dropped = review->same = false;
    review->picked[0] = '\0';
    desk_go(desk, MODE_REVIEW);
    return desk_ask(desk);
}

struct wish act_search_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    const char *text = desk->line.text;
    struct card card;
    struct scan scan = {.len = strlen(text), .origin = ORIGIN_TYPED};
    if (is_scan(text)) {
        return take_scan(desk, now);
    }
    memcpy(scan.bytes, text, scan.len);
    enum fault fault = card_read_scan(&scan, &card);
    if (fault == FAULT_NONE && card.kind == CARD_NUMBER) {
        struct wish wish = look_up(desk, &card, &scan, now);
        explicit_bzero(&scan, sizeof scan);
        explicit_bzero(&card, sizeof card);
        return wish;
    }
    if (!text[0]) {
        fault = FAULT_LINE_EMPTY;
    } else {
        fault = strpbrk(text, "0123456789") ? FAULT_NUMBER_INVALID : FAULT_NAME_SEARCH;
    }
    desk_fault(desk, fault, now);
    return wish_of(WISH_NONE);
}
