/* checkin_read: libxml2 with everything foreign switched off, then the tree held against the list. */
#include "adapter/checkin_read.h"
#include "core/text.h"
#include <assert.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

static const struct {
    const char *code, *text[LANGUAGE_COUNT];
} RETURNED[RETURNED_COUNT] = {
#define X(code, lower, vi, en) {#lower, {vi, en}},
    RETURNED_LIST(X)
#undef X
};

const char *returned_code(enum returned returned)
{
    assert(returned < RETURNED_COUNT);
    return RETURNED[returned].code;
}

const char *returned_text(enum returned returned, enum language language)
{
    assert(returned < RETURNED_COUNT);
    return RETURNED[returned].text[language];
}

static bool is_called(const xmlNode *node, const char *name)
{
    return node && strcmp((const char *)node->name, name) == 0;
}

static bool is_blank(const char *value)
{
    return value[strspn(value, " \t\r\n")] == '\0';
}

/* An item holds text and nothing else. */
static bool take_item(const xmlNode *node, enum checkin_item item, unsigned *given,
                      struct checkin_returned *ret)
{
    if (!is_called(node, checkin_name(item)) || xmlFirstElementChild((xmlNode *)node)) {
        return false;
    }
    xmlChar *content = xmlNodeGetContent(node);
    const char *value = content ? (const char *)content : "";
    struct checkin_problem problem = {item, CHECKIN_FORM};
    if (!is_blank(value)) {
        *given |= 1U << item;
        bool good = checkin_value(item, value, &problem.fault);
        if (good && item == CHECKIN_MA_LK && text_copy(ret->key, sizeof ret->key, value) != FAULT_NONE) {
            problem.fault = CHECKIN_TOO_LONG;
            good = false;
        }
        if (!good) {
            ret->problems[ret->problem_count++] = problem;
        }
    }
    xmlFree(content);
    return true;
}

/* Every item is wrong in one way at most: what has a wrong value is not missing. */
static void take_record(const xmlNode *record, struct checkin_returned *ret)
{
    const xmlNode *node = xmlFirstElementChild((xmlNode *)record);
    struct checkin_problem missing[CHECKIN_COUNT];
    unsigned given = 0;
    ret->returned = RETURNED_ORDER;
    for (enum checkin_item item = 0; item < CHECKIN_COUNT; item++) {
        if (!take_item(node, item, &given, ret)) {
            return;
        }
        node = xmlNextElementSibling((xmlNode *)node);
    }
    if (node) {
        return;
    }
    ret->returned = RETURNED_WHOLE;
    int count = checkin_complete(given, missing);
    memcpy(&ret->problems[ret->problem_count], missing, (size_t)count * sizeof *missing);
    ret->problem_count += count;
}

static void take_document(const xmlDoc *doc, struct checkin_returned *ret)
{
    const xmlNode *root = xmlDocGetRootElement((xmlDoc *)doc);
    const xmlNode *list =
        is_called(root, "CHI_TIEU_TRANG_THAI_KCB") ? xmlFirstElementChild((xmlNode *)root) : NULL;
    if (!is_called(list, "DSACH_TRANG_THAI_KCB")) {
        ret->returned = RETURNED_ROOT;
        return;
    }
    const xmlNode *record = xmlFirstElementChild((xmlNode *)list);
    if (!is_called(record, "TRANG_THAI_KCB") || xmlNextElementSibling((xmlNode *)record)) {
        ret->returned = RETURNED_SEVERAL;
        return;
    }
    take_record(record, ret);
}

static bool is_utf8(const xmlDoc *doc)
{
    return !doc->encoding || xmlStrcasecmp(doc->encoding, (const xmlChar *)"UTF-8") == 0;
}

static void ignore(void *data, xmlError *error)
{
    (void)data, (void)error;
}

void checkin_quiet(void)
{
    xmlSetStructuredErrorFunc(NULL, ignore);
}

void checkin_read(const char *bytes, size_t len, struct checkin_returned *ret)
{
    memset(ret, 0, sizeof *ret);
    ret->returned = len > CHECKIN_FILE_MAX                                 ? RETURNED_LARGE
                    : !text_valid(bytes, len)                              ? RETURNED_BROKEN
                    : memmem(bytes, len, "<!DOCTYPE", strlen("<!DOCTYPE")) ? RETURNED_DTD
                                                                           : RETURNED_WHOLE;
    if (ret->returned != RETURNED_WHOLE) {
        return;
    }
    checkin_quiet();
    xmlDoc *doc =
        xmlReadMemory(bytes, (int)len, NULL, NULL,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
    if (!doc || !is_utf8(doc)) {
        ret->returned = RETURNED_BROKEN;
    } else if (doc->intSubset || doc->extSubset) {
        ret->returned = RETURNED_DTD;
    } else {
        take_document(doc, ret);
    }
    xmlFreeDoc(doc);
}
