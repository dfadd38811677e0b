/* checkin_write: what JSON and CSV have in common. */
#include "adapter/checkin_write.h"
#include "core/qd4750.h"
#include <string.h>

const struct checkin_form *checkin_form(enum checkin_format format)
{
    static const struct checkin_form *const forms[CHECKIN_FORMATS] = {
        [CHECKIN_XML] = &CHECKIN_FORM_XML,
        [CHECKIN_JSON] = &CHECKIN_FORM_JSON,
        [CHECKIN_CSV] = &CHECKIN_FORM_CSV,
    };
    return forms[format];
}

const char *checkin_field_name(enum field field)
{
    return *field_qd4750(field) ? field_qd4750(field) : field_portal(field);
}

void checkin_field_value(enum field field, const char *value, char out[ADDRESS_SIZE])
{
    if (*value) {
        qd4750_value(field, value, out);
    } else {
        out[0] = '\0'; /* a correction of what was not stated */
    }
}

void checkin_extras(const struct checkin *checkin, const struct checkin_place *place,
                    struct checkin_extra ret[CHECKIN_EXTRAS])
{
    const struct intake *intake = &checkin->kept->intake;
    memset(ret, 0, CHECKIN_EXTRAS * sizeof *ret);
    static const char *const names[CHECKIN_EXTRAS] = {"diaChi",    "maKV",    "ngayDu5Nam", "maSoBHXH",
                                                      "dienThoai", "hoTenCb", "cccdCb"};
    for (int i = 0; i < CHECKIN_EXTRAS; i++) {
        ret[i].name = names[i];
    }
    if (checkin->action == CHECKIN_CANCEL) {
        return;
    }
    checkin_field_value(FIELD_ADDRESS, intake->facts.address, ret[0].value);
    checkin_field_value(FIELD_AREA, intake->facts.area, ret[1].value);
    checkin_field_value(FIELD_FIVE_YEAR_DATE, intake->facts.five_year_date, ret[2].value);
    strcpy(ret[3].value, intake->bhxh_number);
    strcpy(ret[4].value, intake->contact.phone);
    strcpy(ret[5].value, place->clerk);
    strcpy(ret[6].value, place->clerk_cccd);
}
