/* checkin_xml: the decree's own form, by libxml2's writer. */
#include "adapter/checkin_read.h"
#include "adapter/checkin_write.h"
#include <libxml/xmlwriter.h>

/* A record is one of these within its list within the root. */
static const struct {
    const char *root, *list, *record;
} NAMES[] = {
    [CHECKIN_RECORDS] = {"CHI_TIEU_TRANG_THAI_KCB", "DSACH_TRANG_THAI_KCB", "TRANG_THAI_KCB"},
    [CHECKIN_CANCELS] = {"HUY_TRANG_THAI_KCB", NULL, "LUOT_KCB"},
};

static const xmlChar *text(const char *value)
{
    return (const xmlChar *)value;
}

static bool begin(struct checkin_sheet *sheet)
{
    checkin_quiet();
    xmlOutputBuffer *buffer = xmlOutputBufferCreateFile(sheet->out, NULL);
    xmlTextWriter *writer = buffer ? xmlNewTextWriter(buffer) : NULL;
    if (!writer) {
        xmlOutputBufferClose(buffer);
        return false;
    }
    sheet->writer = writer;
    const char *list = NAMES[sheet->part].list;
    return xmlTextWriterSetIndent(writer, 1) >= 0 && xmlTextWriterSetIndentString(writer, text("  ")) >= 0 &&
           xmlTextWriterStartDocument(writer, NULL, "UTF-8", NULL) >= 0 &&
           xmlTextWriterStartElement(writer, text(NAMES[sheet->part].root)) >= 0 &&
           (!list || xmlTextWriterStartElement(writer, text(list)) >= 0);
}

/* A cancellation has what it says and nothing else; a record has every item. */
static bool put(struct checkin_sheet *sheet, const struct checkin *checkin)
{
    xmlTextWriter *writer = sheet->writer;
    bool good = xmlTextWriterStartElement(writer, text(NAMES[sheet->part].record)) >= 0;
    for (enum checkin_item item = 0; good && item < CHECKIN_COUNT; item++) {
        const char *value = checkin->item[item];
        if (*value || sheet->part == CHECKIN_RECORDS) {
            good = xmlTextWriterWriteElement(writer, text(checkin_name(item)), text(value)) >= 0;
        }
    }
    return good && xmlTextWriterEndElement(writer) >= 0;
}

static bool end(struct checkin_sheet *sheet)
{
    xmlTextWriter *writer = sheet->writer;
    if (!writer) {
        return false;
    }
    bool good =
        !NAMES[sheet->part].list || (xmlTextWriterEndElement(writer) >= 0 &&
                                     xmlTextWriterWriteElement(writer, text("CHUKYDONVI"), text("")) >= 0);
    good = good && xmlTextWriterEndDocument(writer) >= 0 && xmlTextWriterFlush(writer) >= 0;
    xmlFreeTextWriter(writer);
    sheet->writer = NULL;
    return good;
}

const struct checkin_form CHECKIN_FORM_XML = {"xml", false, begin, put, end};
