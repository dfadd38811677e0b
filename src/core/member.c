/* member: names of the sources. */
#include "core/member.h"
#include <assert.h>

static const struct {
    const char *code, *label[LANGUAGE_COUNT];
} sources[] = {
    [SOURCE_NONE] = {"none", {"chưa có nguồn", "no source"}},
    [SOURCE_REGISTER] = {"register", {"sổ dữ liệu giám định", "register"}},
    [SOURCE_PORTAL] = {"portal", {"cổng giám định", "portal"}},
    [SOURCE_CARD] = {"card", {"thẻ", "card"}},
    [SOURCE_PAPERS] = {"papers", {"giấy tờ", "papers"}},
    [SOURCE_PATIENT] = {"patient", {"lời người bệnh", "patient"}},
    [SOURCE_PAGE] = {"page", {"trang cổng giám định", "portal page"}},
    [SOURCE_UNITS] = {"units", {"bảng đơn vị hành chính", "table of units"}},
};

const char *source_code(enum source source)
{
    assert((size_t)source < sizeof sources / sizeof *sources);
    return sources[source].code;
}

const char *source_label(enum source source, enum language language)
{
    assert((size_t)source < sizeof sources / sizeof *sources && language < LANGUAGE_COUNT);
    return sources[source].label[language];
}
