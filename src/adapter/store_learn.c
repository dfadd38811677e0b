/* store_learn: what the counter and the portal tell the register: at once, or from the outbox after an import. */
#include "adapter/lock.h"
#include "adapter/register_write.h"
#include "adapter/store_inside.h"
#include "core/text.h"
#include <string.h>

/* As the register keeps it: 000 is "", what has a value was said, and who asked and when. */
static void settle(const struct member *member, const struct writer *writer, struct member *ret)
{
    *ret = *member;
    ret->source = SOURCE_PORTAL;
    if (strcmp(ret->status, "000") == 0) {
        ret->status[0] = '\0';
    }
    for (int i = 0; !member->heard && i < FIELD_COUNT; i++) {
        ret->heard |= *facts_get(&ret->facts, (enum field)i) ? 1U << i : 0;
    }
    if (!ret->heard_at[0]) {
        minute_of_time(writer->now, ret->heard_at);
    }
    if (text_copy(ret->heard_by, sizeof ret->heard_by, writer->clerk) != FAULT_NONE) {
        ret->heard_by[0] = '\0'; /* the journal has the whole name */
    }
}

static enum fault make_key(const struct question *question, struct register_word *ret)
{
    strcpy(ret->number, question->number);
    strcpy(ret->birth_date, question->birth_date);
    return text_fold(ret->name, sizeof ret->name, question->name);
}

enum fault store_heard(struct store *store, const struct question *question, long long now, int minutes,
                       struct portal_word *ret, bool *ret_found)
{
    struct register_word word;
    bool found;
    enum fault fault = make_key(question, &word);
    fault = fault == FAULT_NONE ? register_word(store->members, &word, &found) : fault;
    if (fault != FAULT_NONE) {
        return fault;
    }
    *ret_found = found && word.at <= now && now - word.at <= 60LL * minutes;
    if (*ret_found) {
        *ret = (struct portal_word){.asked = true, .has_member = word.has_member, .question = *question};
        strcpy(ret->code, word.code);
        minute_of_time(word.at, ret->at);
    }
    return FAULT_NONE;
}

/* While an import holds the register the row waits in the journal; the word is forgotten, because its row is not in the
 * register either: asking again is right. */
static enum fault keep(struct store *store, const struct member *row, const struct register_word *word)
{
    char holder[LOCK_HOLDER_SIZE];
    int lock;
    enum fault fault = lock_take(store->dir, &lock, holder);
    if (fault == FAULT_NONE) {
        fault = register_learn(store->dir, row, word);
        lock_drop(lock);
    }
    bool later = fault == FAULT_REGISTER_LOCKED || fault == FAULT_STORE_BUSY;
    return !later ? fault : row ? journal_learn(store->journal, row) : FAULT_NONE;
}

enum fault store_hear(struct store *store, const struct reply *reply, const struct member *row,
                      const struct writer *writer)
{
    struct register_word word = {.at = reply->at, .has_member = reply->has_member};
    struct member heard;
    if (reply->ask != ASK_MEMBER || reply->trouble != TROUBLE_NONE) {
        return FAULT_NONE;
    }
    bool about = row && code_about_card(row->status[0] ? row->status : "000");
    if (about) {
        settle(row, writer, &heard);
    }
    const struct member *lesson = about ? &heard : NULL;
    enum fault fault = make_key(&reply->question, &word);
    fault = fault == FAULT_NONE ? text_copy(word.code, sizeof word.code, reply->code) : fault;
    fault = fault == FAULT_NONE ? keep(store, lesson, &word) : fault;
    return store_made_room(store, fault) ? keep(store, lesson, &word) : fault;
}

/* The register first, then the note that it is done: a crash between them repeats what is harmless to repeat. */
static enum fault apply_captured(struct store *store, struct capture *capture)
{
    enum fault fault = FAULT_NONE;
    while (fault == FAULT_NONE && capture->id != 0) {
        fault = register_capture(store->dir, capture->bhxh, capture->cccd, capture->clear);
        fault = fault == FAULT_NONE ? journal_applied(store->journal, capture->id) : fault;
        fault = fault == FAULT_NONE ? journal_waiting(store->journal, capture) : fault;
    }
    return fault == FAULT_REGISTER_MISSING ? FAULT_NONE : fault;
}

static enum fault apply_learned(struct store *store, long long id, struct member *member)
{
    enum fault fault = FAULT_NONE;
    while (fault == FAULT_NONE && id != 0) {
        fault = register_learn(store->dir, member, NULL);
        fault = fault == FAULT_NONE ? journal_taught(store->journal, id) : fault;
        fault = fault == FAULT_NONE ? journal_learned(store->journal, &id, member) : fault;
    }
    return fault;
}

enum fault store_outbox(struct store *store)
{
    struct capture capture;
    struct member learned;
    char holder[LOCK_HOLDER_SIZE];
    long long id = 0;
    int lock;
    enum fault fault = journal_waiting(store->journal, &capture);
    fault = fault == FAULT_NONE ? journal_learned(store->journal, &id, &learned) : fault;
    if (fault != FAULT_NONE || (capture.id == 0 && id == 0)) {
        return fault;
    }
    fault = lock_take(store->dir, &lock, holder);
    if (fault != FAULT_NONE) {
        return fault == FAULT_REGISTER_LOCKED ? FAULT_NONE : fault;
    }
    fault = apply_learned(store, id, &learned);
    fault = fault == FAULT_NONE ? apply_captured(store, &capture) : fault;
    lock_drop(lock);
    return fault;
}
