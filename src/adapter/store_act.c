/* store_act: the list chưa kiểm tra, the pace, and what is owed to others: the journal's, tried twice on a full disk. */
#include "adapter/store_inside.h"

enum fault store_record(struct store *store, const char *id, struct kept_intake *ret)
{
    return store->journal ? journal_record(store->journal, id, ret) : FAULT_RECORD_GONE;
}

enum fault store_late(struct store *store, int top, struct late *ret, int max, int *ret_count, int *ret_total,
                      int *ret_differing)
{
    return journal_late(store->journal, top, ret, max, ret_count, ret_total, ret_differing);
}

enum fault store_late_take(struct store *store, long long now, int lease, char ret_id[ID_SIZE],
                           struct question *ret_question, long long *ret_next)
{
    return journal_late_take(store->journal, now, lease, ret_id, ret_question, ret_next);
}

enum fault store_late_said(struct store *store, const char *id, enum late_outcome outcome, const char *code,
                           enum trouble trouble, const struct writer *writer)
{
    struct journal *journal = store->journal;
    enum fault fault = journal_late_said(journal, id, outcome, code, trouble, writer);
    return store_made_room(store, fault) ? journal_late_said(journal, id, outcome, code, trouble, writer)
                                         : fault;
}

enum fault store_late_close(struct store *store, const char *id, const char *reason,
                            const struct writer *writer)
{
    enum fault fault = journal_late_close(store->journal, id, reason, writer);
    return store_made_room(store, fault) ? journal_late_close(store->journal, id, reason, writer) : fault;
}

enum fault store_pace_take(struct store *store, const struct pace_limits *limits, enum urgency urgency,
                           long long now, enum trouble *ret)
{
    return journal_pace_take(store->journal, limits, urgency, now, ret);
}

enum fault store_pace_said(struct store *store, const struct pace_limits *limits, enum trouble trouble,
                           long long now)
{
    return journal_pace_said(store->journal, limits, trouble, now);
}

enum fault store_pace(struct store *store, struct pace *ret)
{
    return journal_pace(store->journal, ret);
}

void store_owe(struct store *store)
{
    journal_owe(store->journal);
}

enum fault store_handover(struct store *store, long long after, struct handover *ret)
{
    return journal_handover(store->journal, after, ret);
}

enum fault store_handed(struct store *store, long long id)
{
    return journal_handed(store->journal, id);
}

enum fault store_send_add(struct store *store, const char *key, const char *digest, const char *file,
                          bool *ret_new)
{
    enum fault fault = journal_send_add(store->journal, key, digest, file, ret_new);
    return store_made_room(store, fault) ? journal_send_add(store->journal, key, digest, file, ret_new)
                                         : fault;
}

enum fault store_send_take(struct store *store, long long now, int lease, struct sending *ret,
                           long long *ret_next)
{
    return journal_send_take(store->journal, now, lease, ret, ret_next);
}

enum fault store_sent(struct store *store, long long id, enum sent_outcome outcome, const char *receipt,
                      const char *code, const struct writer *writer)
{
    struct journal *journal = store->journal;
    enum fault fault = journal_sent(journal, id, outcome, receipt, code, writer);
    return store_made_room(store, fault) ? journal_sent(journal, id, outcome, receipt, code, writer) : fault;
}
