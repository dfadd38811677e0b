/* picture_zbar: zbar gives raw bytes and tells nobody. */
#include "adapter/picture.h"
#include "adapter/picture_grey.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <zbar.h>

/* Below this many pixels of the shorter side halving helps no more. */
enum { SIDE_SMALL = 600 };
/* A picture of at most this many pixels is also tried at twice its size. */
enum { DOUBLE_MAX = 4000000 };

struct box {
    int left, top, right, bottom; /* in pixels of the original */
    int line;                     /* of reading: boxes side by side share one */
    int index;                    /* of its scan in `found` */
};

struct search {
    zbar_image_scanner_t *scanner;
    struct symbols *found;
    struct box box[PICTURE_SYMBOLS];
};

static zbar_image_scanner_t *scanner_create(void)
{
    zbar_image_scanner_t *scanner = zbar_image_scanner_create();
    if (!scanner) {
        return NULL;
    }
    /* zbar announces every symbol on the system D-Bus otherwise: patient data must not leave the process. */
    zbar_image_scanner_request_dbus(scanner, 0);
    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    /* In its text mode zbar takes Vietnamese for Big5 or Shift-JIS. */
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1);
    return scanner;
}

/* Where the payload stands, or count when it does not. */
static int find(const struct symbols *found, const char *bytes, size_t len)
{
    int i = 0;
    while (i < found->count && (found->scan[i].len != len || memcmp(found->scan[i].bytes, bytes, len) != 0)) {
        i++;
    }
    return i;
}

static struct box symbol_box(const zbar_symbol_t *symbol, double scale, int index)
{
    struct box box = {.left = INT_MAX, .top = INT_MAX, .index = index};
    for (unsigned i = 0; i < zbar_symbol_get_loc_size(symbol); i++) {
        int x = (int)(zbar_symbol_get_loc_x(symbol, i) * scale);
        int y = (int)(zbar_symbol_get_loc_y(symbol, i) * scale);
        box.left = x < box.left ? x : box.left;
        box.right = x > box.right ? x : box.right;
        box.top = y < box.top ? y : box.top;
        box.bottom = y > box.bottom ? y : box.bottom;
    }
    return box;
}

static enum fault add(struct symbols *found, const char *bytes, size_t len)
{
    if (found->count == PICTURE_SYMBOLS) {
        return FAULT_PICTURE_CROWDED;
    }
    struct scan *scan = &found->scan[found->count];
    if (len >= sizeof scan->bytes) {
        return FAULT_SCAN_TOO_LONG;
    }
    memcpy(scan->bytes, bytes, len);
    scan->bytes[len] = '\0';
    scan->len = len;
    scan->origin = ORIGIN_PICTURE;
    found->count++;
    return FAULT_NONE;
}

/* A payload seen before stands where it was seen first from the top. */
static enum fault keep(struct search *search, const zbar_symbol_t *symbol, double scale)
{
    const char *bytes = zbar_symbol_get_data(symbol);
    size_t len = zbar_symbol_get_data_length(symbol);
    if (zbar_symbol_get_type(symbol) != ZBAR_QRCODE || len == 0) {
        return FAULT_NONE;
    }
    int at = find(search->found, bytes, len);
    bool new = at == search->found->count;
    enum fault fault = new ? add(search->found, bytes, len) : FAULT_NONE;
    struct box box = symbol_box(symbol, scale, at);
    if (!fault && (new || box.top < search->box[at].top)) {
        search->box[at] = box;
    }
    return fault;
}

static enum fault search_image(struct search *search, const struct grey *grey, double scale)
{
    zbar_image_t *image = zbar_image_create();
    if (!image) {
        return FAULT_PICTURE_MEMORY;
    }
    zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(image, grey->width, grey->height);
    zbar_image_set_data(image, grey->pixels, (unsigned long)grey->width * grey->height, NULL);
    zbar_scan_image(search->scanner, image);
    enum fault fault = FAULT_NONE;
    const zbar_symbol_t *symbol = zbar_image_first_symbol(image);
    for (; symbol && !fault; symbol = zbar_symbol_next(symbol)) {
        fault = keep(search, symbol, scale);
    }
    zbar_image_destroy(image);
    return fault;
}

/* As it is and as its negative. zbar's own ZBAR_CFG_TEST_INVERTED looks at the negative only when it found
 * nothing, which loses a phone in dark mode that lies beside a paper card, and leaves a copy of the pixels in
 * freed memory. */
static enum fault search_both(struct search *search, struct grey *grey, double scale)
{
    enum fault fault = search_image(search, grey, scale);
    if (fault) {
        return fault;
    }
    grey_invert(grey);
    fault = search_image(search, grey, scale);
    grey_invert(grey);
    return fault;
}

static unsigned side(const struct grey *grey)
{
    return grey->width < grey->height ? grey->width : grey->height;
}

/* Puts the half of `from` in place of *level, which may be `from` itself. */
static enum fault step_down(const struct grey *from, struct grey *level)
{
    struct grey half;
    enum fault fault = grey_half(from, &half);
    if (fault) {
        return fault;
    }
    grey_free(level);
    *level = half;
    return FAULT_NONE;
}

/* From the full size down by halves: what is too noisy at one size is read at another. */
static enum fault search_down(struct search *search, struct grey *grey)
{
    struct grey half = {0};
    struct grey *level = grey;
    enum fault fault = search_both(search, grey, 1);
    for (double scale = 2; !fault && side(level) >= SIDE_SMALL; scale *= 2) {
        fault = step_down(level, &half);
        level = &half;
        if (!fault) {
            fault = search_both(search, level, scale);
        }
    }
    grey_free(&half);
    return fault;
}

static enum fault search_doubled(struct search *search, const struct grey *grey)
{
    struct grey twice;
    enum fault fault = grey_double(grey, &twice);
    if (fault) {
        return fault;
    }
    fault = search_both(search, &twice, 0.5);
    grey_free(&twice);
    return fault;
}

static enum fault search_all(struct search *search, struct grey *grey)
{
    enum fault fault = search_down(search, grey);
    bool small = (size_t)grey->width * grey->height <= DOUBLE_MAX;
    if (!fault && search->found->count == 0 && small) {
        fault = search_doubled(search, grey);
    }
    if (!fault && search->found->count == 0) {
        fault = FAULT_PICTURE_NO_CODE;
    }
    return fault;
}

static int by_top(const void *a, const void *b)
{
    return ((const struct box *)a)->top - ((const struct box *)b)->top;
}

static int by_line(const void *a, const void *b)
{
    const struct box *left = a, *right = b;
    return left->line != right->line ? left->line - right->line : left->left - right->left;
}

/* A box that begins above the middle of its line's first box stands on that line. */
static void order(struct box *box, int count)
{
    int first = 0;
    qsort(box, (size_t)count, sizeof *box, by_top);
    for (int i = 0; i < count; i++) {
        if (box[i].top > (box[first].top + box[first].bottom) / 2) {
            first = i;
        }
        box[i].line = first;
    }
    qsort(box, (size_t)count, sizeof *box, by_line);
}

/* A frame of a video: the next one comes in a moment, at another distance. */
static enum fault search_glance(struct search *search, struct grey *grey)
{
    enum fault fault = search_both(search, grey, 1);
    return fault ? fault : search->found->count == 0 ? FAULT_PICTURE_NO_CODE : FAULT_NONE;
}

static void hand_over(struct search *search, struct symbols *ret_symbols)
{
    order(search->box, search->found->count);
    for (int i = 0; i < search->found->count; i++) {
        ret_symbols->scan[i] = search->found->scan[search->box[i].index];
    }
    ret_symbols->count = search->found->count;
}

static enum fault search_by(enum fault (*look)(struct search *, struct grey *), struct grey *grey,
                            struct symbols *ret_symbols)
{
    struct search search = {.scanner = scanner_create(), .found = calloc(1, sizeof *search.found)};
    enum fault fault = FAULT_PICTURE_MEMORY;
    if (search.scanner && search.found) {
        fault = look(&search, grey);
    }
    if (!fault) {
        hand_over(&search, ret_symbols);
    }
    if (search.found) {
        explicit_bzero(search.found, sizeof *search.found);
    }
    free(search.found);
    if (search.scanner) {
        zbar_image_scanner_destroy(search.scanner);
    }
    return fault;
}

enum fault grey_search(struct grey *grey, struct symbols *ret_symbols)
{
    return search_by(search_all, grey, ret_symbols);
}

enum fault grey_glance(struct grey *grey, struct symbols *ret_symbols)
{
    return search_by(search_glance, grey, ret_symbols);
}
