/* write: an address written as people and systems write it. */
#ifndef TIEPDON_ACCURACY_WRITE_H
#define TIEPDON_ACCURACY_WRITE_H
#include "core/field.h"
#include "country.h"

/* House, street, hamlet: two numbers and a name, of which each kind uses what it needs. */
enum rest_kind {
    REST_HOUSE,      /* 12 Lê Lợi */
    REST_ALLEY,      /* 12/3 Lê Lợi */
    REST_LANE,       /* Số 3 ngõ 40 Lê Lợi */
    REST_HAMLET,     /* Thôn Đông */
    REST_NUMBER,     /* Thôn 3 */
    REST_GROUP,      /* Tổ 2, Khu phố 3 */
    REST_NEIGHBOURS, /* Tổ dân phố 5 */
    REST_KINDS,
};
struct rest {
    enum rest_kind kind;
    int a, b;
    const char *word; /* Thôn, Ấp, Xóm, Bản, Buôn, Khóm, Khu phố */
    const char *name; /* of a street or hamlet */
};

/* A rest that fits a ward or a rural commune. */
struct rest rest_make(enum unit_kind commune, struct dice *dice);
bool rest_on_street(const struct rest *rest);
const char *street_pick(struct dice *dice);
const char *hamlet_pick(struct dice *dice);
/* Two streets, or two hamlets, whose names are much alike and no slip of each other in the eyes of who knows
 * them. */
void namesakes_pick(bool street, struct dice *dice, const char *ret[2]);
/* The text is the name of a street or hamlet of the lists, in small letters or not. */
bool rest_name_known(const char *text);

enum kinds {
    KINDS_FULL,  /* Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh */
    KINDS_SMALL, /* phường Bến Nghé, quận 1, thành phố Hồ Chí Minh */
    KINDS_SHORT, /* P. Bến Nghé, Q. 1, TP. Hồ Chí Minh */
    KINDS_TIGHT, /* P.Bến Nghé, Q1, TPHCM; P4 */
    KINDS_NONE,  /* Bến Nghé, Quận 1, Hồ Chí Minh; of numbered units the short kind */
    KINDS_COUNT,
};

struct manner {
    enum kinds kinds;
    bool loose;            /* the rest in its shorter words: KP3 for Khu phố 3, 12 for Số 12 */
    bool upside_down;      /* from the province down to the house */
    const char *separator; /* between the parts */
};
extern const struct manner MANNER_PLAIN;

struct side {
    struct rest rest;
    bool without_rest;
    struct named named;
};

/* False when it does not fit. */
bool write_address(const struct country *country, const struct side *side, struct manner manner,
                   char out[ADDRESS_SIZE]);

#endif
