/* checkin_write: records into a file of one form, one after the other.
 *
 * XML   CHI_TIEU_TRANG_THAI_KCB > DSACH_TRANG_THAI_KCB > TRANG_THAI_KCB with all 26 items in order, those of the
 *       hospital's system empty; then CHUKYDONVI, empty. Cancellations are a file of another root,
 *       HUY_TRANG_THAI_KCB > LUOT_KCB with MA_LK, NGAY_VAO, MA_CSKCB.
 * JSON  one object, or with `many` an array of them: action, revision, the 26 items, then what the decree has no item
 *       for: diaChi, maKV, ngayDu5Nam, maSoBHXH, dienThoai, hoTenCb, cccdCb, open, corrections. "" is null.
 * CSV   the same columns with a header line; corrections and open are texts with "; " between. */
#ifndef TIEPDON_CHECKIN_WRITE_H
#define TIEPDON_CHECKIN_WRITE_H
#include "adapter/checkin_options.h"
#include "core/kept.h"
#include <stdio.h>

/* What a file shall hold; a form other than XML mixes both. */
enum checkin_part { CHECKIN_RECORDS, CHECKIN_CANCELS };

struct checkin_sheet {
    FILE *out;
    enum checkin_part part;
    bool many;
    const struct checkin_place *place;
    int count;    /* records written */
    void *writer; /* the form's own */
};

/* What a form does; false when memory or the file fails. `end` is called whatever happened. */
struct checkin_form {
    const char *suffix; /* "xml" */
    bool mixes;         /* records and cancellations stand in one file */
    bool (*begin)(struct checkin_sheet *sheet);
    bool (*put)(struct checkin_sheet *sheet, const struct checkin *checkin);
    bool (*end)(struct checkin_sheet *sheet);
};

extern const struct checkin_form CHECKIN_FORM_XML, CHECKIN_FORM_JSON, CHECKIN_FORM_CSV;
const struct checkin_form *checkin_form(enum checkin_format format);

/* What JSON and CSV say beside the items. */
struct checkin_extra {
    const char *name;
    char value[ADDRESS_SIZE];
};
enum { CHECKIN_EXTRAS = 7 };
void checkin_extras(const struct checkin *checkin, const struct checkin_place *place,
                    struct checkin_extra ret[CHECKIN_EXTRAS]);
/* A field by the name of QĐ 4750 where it has one, else the portal's; and a value in the form of the file. */
const char *checkin_field_name(enum field field);
void checkin_field_value(enum field field, const char *value, char out[ADDRESS_SIZE]);

#endif
