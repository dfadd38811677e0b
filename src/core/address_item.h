/* address_item: the rest of an address as numbers of some class and names. Inside of address. */
#ifndef TIEPDON_ADDRESS_ITEM_H
#define TIEPDON_ADDRESS_ITEM_H
#include "core/address_split.h"

enum item_class {
    ITEM_NAME,
    ITEM_HOUSE,
    ITEM_STREET, /* a number in a name: đường số 5, Mỹ Đình 2 */
    ITEM_GROUP,
    ITEM_HAMLET,
    ITEM_ROOM,
    ITEM_BLOCK,
    ITEM_FLOOR,
    ITEM_WARD,
    ITEM_DISTRICT,
    ITEM_ALLEY, /* ngõ 12 */
    ITEM_CLASSES,
    ITEM_NOTHING = ITEM_CLASSES,
    ITEM_STREET_WORD,
    ITEM_SAID, /* a word of the list below: where marks are lost it may as well be a name's (Phong, Ngo) */
};

enum { ITEMS_MAX = WORDS_MAX };

struct item {
    uint8_t what; /* enum item_class */
    uint8_t segment;
    bool matched;
    uint16_t word;
    uint16_t value; /* of a number in roman digits, else 0 */
};

struct items {
    const struct words *words;
    struct item list[ITEMS_MAX];
    size_t count, end;
    uint8_t segment, house_segment; /* segments are parted by commas; UINT8_MAX: no house number */
    enum item_class label;          /* of the next number */
};

/* The first `end` words. */
void items_read(struct items *items, const struct words *words, size_t end);

#endif
