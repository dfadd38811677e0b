/* portal_record: the check-in record (QĐ 4750/QĐ-BYT, table of check-in) taken apart: order, lengths, what must be there. */
#include "portal_inside.h"
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct item {
    const char *name;
    int most; /* characters; 0: any */
    bool needed;
} ITEMS[] = {
    {"MA_LK", 100, true},      {"STT", 10, true},
    {"MA_BN", 100, true},      {"HO_TEN", 255, true},
    {"SO_CCCD", 15, false},    {"NGAY_SINH", 12, true},
    {"GIOI_TINH", 1, true},    {"MA_THE_BHYT", 15, true},
    {"MA_DKBD", 5, true},      {"GT_THE_TU", 8, true},
    {"GT_THE_DEN", 8, false},  {"MA_DOITUONG_KCB", 4, true},
    {"NGAY_VAO", 12, true},    {"NGAY_VAO_NOI_TRU", 12, false},
    {"LY_DO_VNT", 0, false},   {"MA_LY_DO_VNT", 5, false},
    {"MA_LOAI_KCB", 2, true},  {"MA_CSKCB", 5, true},
    {"MA_DICH_VU", 50, false}, {"TEN_DICH_VU", 1024, false},
    {"MA_THUOC", 255, false},  {"TEN_THUOC", 1024, false},
    {"MA_VAT_TU", 255, false}, {"TEN_VAT_TU", 1024, false},
    {"NGAY_YL", 12, false},    {"DU_PHONG", 0, false},
};
enum { ITEM_COUNT = sizeof ITEMS / sizeof ITEMS[0], RECORD_MAX = 1 << 20 };

static json_t *refuse(const char *code, const char *remark)
{
    return json_pack("{s:s, s:s, s:n}", "maKetQua", code, "ghiChu", remark, "maGiaoDich");
}

static xmlNode *child(const xmlNode *parent, const char *name)
{
    xmlNode *node = parent ? xmlFirstElementChild((xmlNode *)parent) : NULL;
    return node && strcmp((const char *)node->name, name) == 0 ? node : NULL;
}

/* The item that is not as it must be, NULL for none. */
static const char *wrong_item(const xmlNode *record)
{
    const xmlNode *node = record ? xmlFirstElementChild((xmlNode *)record) : NULL;
    for (int i = 0; i < ITEM_COUNT; i++) {
        if (!node || strcmp((const char *)node->name, ITEMS[i].name) != 0) {
            return ITEMS[i].name;
        }
        xmlChar *value = xmlNodeGetContent(node);
        int len = xmlUTF8Strlen(value);
        xmlFree(value);
        if ((ITEMS[i].needed && len <= 0) || (ITEMS[i].most && len > ITEMS[i].most)) {
            return ITEMS[i].name;
        }
        node = xmlNextElementSibling((xmlNode *)node);
    }
    return node ? (const char *)node->name : NULL;
}

/* The same bytes give the same receipt. */
static json_t *receipt(const unsigned char *xml, size_t len)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    char text[2 + 2 * 8 + 1] = "GD";
    EVP_Digest(xml, len, digest, NULL, EVP_sha256(), NULL);
    for (size_t i = 0; i < 8; i++) {
        snprintf(text + 2 + 2 * i, 3, "%02x", digest[i]);
    }
    return json_pack("{s:s, s:s, s:s}", "maKetQua", "200", "ghiChu", "Thành công", "maGiaoDich", text);
}

static json_t *judge(const unsigned char *xml, size_t len)
{
    xmlDoc *doc = xmlReadMemory((const char *)xml, (int)len, NULL, NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!doc) {
        return refuse("205", "fileHSBase64: XML");
    }
    const xmlNode *root = xmlDocGetRootElement(doc);
    bool named = root && strcmp((const char *)root->name, "CHI_TIEU_TRANG_THAI_KCB") == 0;
    const xmlNode *list = child(named ? root : NULL, "DSACH_TRANG_THAI_KCB");
    const char *wrong = wrong_item(child(list, "TRANG_THAI_KCB"));
    json_t *answer = wrong ? refuse("205", wrong) : receipt(xml, len);
    xmlFreeDoc(doc);
    return answer;
}

json_t *record_answer(const json_t *body)
{
    static const char *const needed[] = {"loaiHoSo", "maTinh", "maCSKCB", "fileHSBase64"};
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        if (!json_string_length(json_object_get(body, needed[i]))) {
            return refuse("205", needed[i]);
        }
    }
    const char *base64 = json_string_value(json_object_get(body, "fileHSBase64"));
    size_t len = strlen(base64);
    unsigned char *xml = len <= RECORD_MAX ? malloc(len + 1) : NULL;
    int decoded = xml ? EVP_DecodeBlock(xml, (const unsigned char *)base64, (int)len) : -1;
    if (decoded > 0) { /* the padding counts as zeros */
        decoded -= (base64[len - 1] == '=') + (base64[len - 2] == '=');
    }
    json_t *answer = decoded > 0 ? judge(xml, (size_t)decoded) : refuse("205", "fileHSBase64");
    free(xml);
    return answer;
}
