/* journal_look: who looked at whom. As little is kept as names the person: the record, else one number. */
#include "adapter/journal_file.h"

static const char *naming(const struct facts *whom, const char *bhxh_number)
{
    return *bhxh_number ? bhxh_number : *whom->cccd ? whom->cccd : whom->number;
}

static enum fault look(struct journal *journal, enum purpose why, const char *number, const char *act,
                       const struct writer *writer)
{
    struct place_in_chain place;
    char own[ID_SIZE];
    enum fault fault = entry_begin(journal, &place);
    fault = fault == FAULT_NONE
                ? JOURNAL_PUT(journal, JOURNAL_PUT_LOOK, place.id, purpose_code(why), act, number)
                : fault;
    return fault == FAULT_NONE ? entry_end(journal, &place, "look", writer, own) : fault;
}

enum fault journal_look(struct journal *journal, enum purpose why, const struct facts *whom,
                        const char *bhxh_number, const char *act, const struct writer *writer)
{
    const char *number = *act ? "" : naming(whom, bhxh_number);
    enum fault fault = journal_begin_light(journal);
    return fault == FAULT_NONE ? journal_end_light(journal, look(journal, why, number, act, writer)) : fault;
}
