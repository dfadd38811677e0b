/* notes: each note and each repair becomes its finding. */
#include "core/notes.h"
#include <string.h>

static void find_mended(const struct card *card, struct findings *ret)
{
    static const struct {
        enum mend mend;
        enum finding finding;
    } REPAIRS[] = {{MEND_SEPARATOR, FINDING_SEPARATOR_REPAIRED},
                   {MEND_LAYOUT, FINDING_LAYOUT_REPAIRED},
                   {MEND_CASE, FINDING_CASE_REPAIRED},
                   {MEND_IME, FINDING_IME_REPAIRED},
                   {MEND_ALT, FINDING_ALT_REPAIRED}};
    for (size_t i = 0; i < sizeof REPAIRS / sizeof *REPAIRS; i++) {
        if (card->mended & REPAIRS[i].mend) {
            finding_add(ret, REPAIRS[i].finding);
        }
    }
}

void notes_find(const struct card *card, struct findings *ret)
{
    const char *facility = card->facts.facility;
    if (card->notes & CARD_NOTE_TAIL) {
        finding_add(ret, FINDING_TAIL_MISSING);
    }
    if (card->notes & CARD_NOTE_UNCLEAR) {
        finding_add(ret, FINDING_FIELD_UNCLEAR);
    }
    if (card->notes & CARD_NOTE_LETTERS) {
        finding_add(ret, FINDING_LETTERS_LOST);
    }
    find_mended(card, ret);
    if (*facility && strcmp(facility + 2, "000") == 0) {
        finding_add(ret, FINDING_TEMPORARY_CARD);
    }
}
