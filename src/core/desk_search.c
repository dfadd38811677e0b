/* desk_search: the search box: what is typed, what it asks, and the number that Enter looks up. */
#include "core/desk_inside.h"
#include <stdio.h>
#include <string.h>

/* What a person types is shorter; what a scanner or the clipboard put into the line has this shape. */
enum { SCAN_LENGTH = 40 };

struct wish desk_search_ask(struct desk *desk)
{
    desk_found_forget(desk);
    find_read(desk->line.text, &desk->find);
    return wish_of(desk->find.kind == FIND_NOTHING ? WISH_NONE : WISH_FIND);
}

struct wish act_search_line(struct desk *desk, struct key key, uint64_t now)
{
    char before[LINE_SIZE];
    memcpy(before, desk->line.text, sizeof before);
    struct wish wish = act_type(desk, key, now);
    bool same = strcmp(before, desk->line.text) == 0;
    explicit_bzero(before, sizeof before);
    return same ? wish : desk_search_ask(desk);
}

struct wish act_search(struct desk *desk, struct key key, uint64_t now)
{
    (void)key, (void)now;
    desk_type_into(desk, MODE_SEARCH, "");
    return wish_of(WISH_NONE);
}

struct wish act_search_type(struct desk *desk, struct key key, uint64_t now)
{
    desk_type_into(desk, MODE_SEARCH, "");
    return act_search_line(desk, key, now);
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
    enum said stays = desk_stays(desk);
    char name[NAME_SIZE];
    snprintf(name, sizeof name, "%s", late ? desk_name(desk) : "");
    struct wish wish = desk_open(desk, typed, scan);
    if (late) {
        desk_say(desk, stays, name, now);
    }
    return wish;
}

/* A card in hand stays and is compared with whom the number finds; a typed number
 * gives way to the better one. */
static struct wish look_up(struct desk *desk, const struct card *typed, const struct scan *scan, uint64_t now)
{
    struct review *review = &desk->review;
    if (desk_awaits_identity(desk)) {
        return desk_identify(desk, typed, scan);
    }
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

static enum fault look_up_text(struct desk *desk, const char *text, uint64_t now, struct wish *ret)
{
    struct card card;
    struct scan scan = {.len = strlen(text), .origin = ORIGIN_TYPED};
    memcpy(scan.bytes, text, scan.len);
    enum fault fault = card_read_scan(&scan, &card);
    if (fault == FAULT_NONE && card.kind != CARD_NUMBER) {
        fault = FAULT_NUMBER_INVALID;
    }
    if (fault == FAULT_NONE) {
        *ret = look_up(desk, &card, &scan, now);
    }
    explicit_bzero(&scan, sizeof scan);
    explicit_bzero(&card, sizeof card);
    return fault;
}

struct wish desk_look_up(struct desk *desk, const char *number, uint64_t now)
{
    struct wish wish = wish_of(WISH_NONE);
    char text[NUMBER_SIZE];
    memcpy(text, number, sizeof text);
    desk_fault(desk, look_up_text(desk, text, now, &wish), now);
    explicit_bzero(text, sizeof text);
    return wish;
}

/* Ten digits may be a phone as well: then the clerk says by the row which it is. */
static bool phone_too(const struct desk *desk)
{
    for (int i = 0; i < desk->found.count; i++) {
        if (desk->found.rows[i].by_phone) {
            return true;
        }
    }
    return false;
}

static enum fault nobody(const struct desk *desk)
{
    if (!desk->line.text[0]) {
        return FAULT_LINE_EMPTY;
    }
    return desk->find.kind == FIND_NAME ? FAULT_NAME_SEARCH : FAULT_NUMBER_INVALID;
}

/* A row that was chosen; else the line as a number; else the rows it found. */
struct wish act_search_enter(struct desk *desk, struct key key, uint64_t now)
{
    (void)key;
    char text[LINE_SIZE];
    struct wish wish = wish_of(WISH_NONE);
    if (desk->found_row >= 0) {
        return desk_found_open(desk, desk->found_row, now);
    }
    if (is_scan(desk->line.text)) {
        return take_scan(desk, now);
    }
    memcpy(text, desk->line.text, sizeof text);
    bool number = !phone_too(desk) && look_up_text(desk, text, now, &wish) == FAULT_NONE;
    explicit_bzero(text, sizeof text);
    if (number) {
        return wish;
    }
    if (desk->found.count > 0) {
        return desk_found_enter(desk, now);
    }
    desk_fault(desk, nobody(desk), now);
    return wish;
}
