/* store_day: difficulties, the day, statistics and looks: the journal's, tried twice on a full disk. */
#include "adapter/store_inside.h"

enum fault store_difficulties(struct store *store, enum difficulty_state state, const char *due, int top,
                              struct difficulty_record *ret, int max, int *ret_count, int *ret_total)
{
    return store->journal
               ? journal_difficulties(store->journal, state, due, top, ret, max, ret_count, ret_total)
               : FAULT_JOURNAL_MISSING;
}

enum fault store_difficulties_due(struct store *store, const char *today, int days, int *ret_open,
                                  int *ret_due)
{
    return store->journal ? journal_difficulties_due(store->journal, today, days, ret_open, ret_due)
                          : FAULT_JOURNAL_MISSING;
}

enum fault store_difficulty_read(struct store *store, long number, struct difficulty_record *ret,
                                 struct difficulty_detail *ret_detail)
{
    return store->journal ? journal_difficulty_read(store->journal, number, ret, ret_detail)
                          : FAULT_JOURNAL_MISSING;
}

enum fault store_difficulty_move(struct store *store, const struct difficulty_record *record,
                                 const struct writer *writer)
{
    enum fault fault = journal_difficulty_move(store->journal, record, writer);
    return store_made_room(store, fault) ? journal_difficulty_move(store->journal, record, writer) : fault;
}

enum fault store_day(struct store *store, const char *day, enum act_filter filter, int top, struct act *ret,
                     int max, int *ret_count, int *ret_total)
{
    return store->journal ? journal_day(store->journal, day, filter, top, ret, max, ret_count, ret_total)
                          : FAULT_JOURNAL_MISSING;
}

enum fault store_totals(struct store *store, const char *day, struct day_totals *ret)
{
    return store->journal ? journal_totals(store->journal, day, ret) : FAULT_JOURNAL_MISSING;
}

enum fault store_close_day(struct store *store, const char *day, const struct day_totals *totals,
                           const struct writer *writer)
{
    enum fault fault = journal_close_day(store->journal, day, totals, writer);
    return store_made_room(store, fault) ? journal_close_day(store->journal, day, totals, writer) : fault;
}

enum fault store_statistics(struct store *store, struct statistics *ret)
{
    return store->journal ? journal_statistics(store->journal, ret) : FAULT_JOURNAL_MISSING;
}

enum fault store_look(struct store *store, enum purpose why, const struct facts *whom,
                      const char *bhxh_number, const char *act, const struct writer *writer)
{
    enum fault fault = journal_look(store->journal, why, whom, bhxh_number, act, writer);
    return store_made_room(store, fault) ? journal_look(store->journal, why, whom, bhxh_number, act, writer)
                                         : fault;
}
