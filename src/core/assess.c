/* assess: gathers what was found out into one verdict, in the order of VERDICT_LIST. */
#include "core/assess.h"
#include "core/advice.h"
#include "core/compare.h"
#include "core/heir.h"
#include "core/notes.h"
#include "core/person.h"
#include "core/system.h"
#include "core/word.h"
#include <string.h>

/* One judgement in the making. */
struct work {
    const struct card *card;
    const struct answer *answer;
    const struct hospital *hospital;
    const char *today;
    struct judgement *out;
    struct system_view view; /* of the chosen member */
    bool absent, certain;    /* no member; and the source can know it */
    bool older;              /* the data is older than the card */
    bool dropped;            /* the newest complete register no longer holds the member */
    bool current;            /* the member's row is young enough to end a card */
    bool stop;
    enum field doubted; /* the portal calls it wrong and does not say what is right; FIELD_COUNT for none */
};

static int age_days(const char *day, const char *today)
{
    if (!date_full(day)) {
        return -1;
    }
    long age = date_days(today) - date_days(day);
    return age > 0 ? (int)age : 0;
}

static bool recent(const char *day, const struct work *work)
{
    int age = age_days(day, work->today);
    return age >= 0 && age <= work->hospital->register_max_age;
}

static void find(struct work *work, enum finding finding)
{
    finding_add(&work->out->findings, finding);
}

static void set_checked(struct work *work, enum source source, const char *as_of)
{
    if (!date_full(as_of)) {
        return;
    }
    work->out->checked = source;
    memcpy(work->out->as_of, as_of, sizeof work->out->as_of);
    work->out->age_days = age_days(as_of, work->today);
}

static bool armed(const struct work *work)
{
    const struct hospital *hospital = work->hospital;
    return number_object(work->card->facts.number, hospital->armed_codes, hospital->armed_code_count);
}

/* The newest day on which the source can say "there is no such member", "" when it cannot. */
static const char *absence_day(const struct work *work)
{
    const struct answer *answer = work->answer;
    if (word_knows(answer)) {
        return "";
    }
    if (answer->source == SOURCE_PORTAL) {
        return answer->as_of;
    }
    bool complete = answer->source == SOURCE_REGISTER && recent(answer->complete_as_of, work);
    return complete ? answer->complete_as_of : "";
}

/* A scanned citizen ID is not joined to the insurance data; a number is not known. */
static bool unsynced(const struct work *work)
{
    return word_absent(work->answer) ? word_by_cccd(work->answer) : work->card->kind == CARD_CCCD;
}

static enum finding silence(const struct answer *answer)
{
    bool answered = answer->portal.asked && answer->portal.trouble == TROUBLE_NONE;
    return answered                        ? FINDING_COUNT
           : answer->source == SOURCE_NONE ? FINDING_SOURCE_SILENT
                                           : FINDING_NOT_IN_REGISTER;
}

static void judge_absence(struct work *work)
{
    const struct card *card = work->card;
    const char *day = absence_day(work);
    bool numbered = *card->facts.number || *card->facts.cccd;
    work->absent = true;
    work->certain = numbered && *day && !armed(work);
    if (work->certain) {
        set_checked(work, work->answer->source, day);
    }
    if (!numbered) {
        find(work, FINDING_NO_NUMBER);
    } else if (armed(work)) {
        find(work, FINDING_ARMED_CARD);
    } else if (work->certain) {
        find(work, unsynced(work) ? FINDING_UNSYNCED : FINDING_NOT_FOUND);
    } else if (silence(work->answer) != FINDING_COUNT) {
        find(work, silence(work->answer));
    }
}

/* A CCCD's days say nothing of the insurance card, and a typed number has none. */
static bool older_than_card(const struct card *card, const struct member *member)
{
    return card->kind == CARD_BHYT &&
           (strcmp(member->as_of, card->issue_date) < 0 || strcmp(member->as_of, card->facts.valid_from) < 0);
}

static bool differs(const struct judgement *judgement, enum field field)
{
    const struct row *row = compare_row(judgement, field);
    return row && row->result == RESULT_DIFFERENT;
}

static int identity_differences(const struct judgement *judgement)
{
    return differs(judgement, FIELD_NAME) + differs(judgement, FIELD_BIRTH_DATE) +
           differs(judgement, FIELD_GENDER);
}

/* The number in hand may be the one that maTheMoi names: then the system itself gave this person another. */
static bool other_bhxh(const struct work *work, const struct member *member)
{
    const char *card = work->card->bhxh_number;
    return *card && *member->bhxh_number && !work->view.in_hand && strcmp(card, member->bhxh_number) != 0;
}

static void judge_identity(struct work *work, const struct member *member)
{
    struct judgement *out = work->out;
    if (other_bhxh(work, member) || differs(out, FIELD_NUMBER)) {
        find(work, FINDING_BHXH_DIFFERENT);
        work->stop = true;
    }
    if (work->card->kind == CARD_CCCD && differs(out, FIELD_NAME)) {
        find(work, FINDING_CCCD_OTHER_NAME);
        work->stop = true;
    }
    work->stop = work->stop || differs(out, FIELD_CCCD) || identity_differences(out) > 1;
}

static void judge_validity(struct work *work, const struct member *member)
{
    struct judgement *out = work->out;
    memcpy(out->status, member->status, sizeof out->status);
    memcpy(out->day, work->view.day, sizeof out->day);
    /* What an older register says of the end of a newer card would only send the patient away. */
    if (work->view.invalid != FINDING_COUNT && !work->older) {
        find(work, work->view.invalid);
    }
    if (work->view.note != FINDING_COUNT) {
        find(work, work->view.note);
    }
    if (system_status(member->status) != FINDING_COUNT) {
        find(work, system_status(member->status));
    }
    if (work->dropped) {
        find(work, FINDING_GONE_FROM_REGISTER);
    } else if (work->older) {
        find(work, FINDING_REGISTER_OLDER_THAN_CARD);
    } else if (!work->current) {
        find(work, FINDING_REGISTER_OLD);
    }
}

/* Data that knows less of this person than the card in hand proposes no correction. */
static bool corrects(const struct work *work)
{
    return !work->older && !work->dropped;
}

static void judge_member(struct work *work, int index)
{
    const struct member *member = &work->answer->members[index];
    work->out->member = index;
    set_checked(work, member->source, member->as_of);
    work->older = older_than_card(work->card, member);
    work->dropped = answer_dropped(work->answer, member);
    work->current = recent(member->as_of, work);
    unsigned fields = corrects(work) ? word_corrects(work->card, member) : 0;
    system_view(member, work->card->facts.number, work->today, &work->view);
    word_sources(member, work->view.fresh, work->out);
    compare_rows(work->card, member, &work->view, work->hospital, work->today, fields, work->out);
    if (corrects(work) && word_held_back(work->out, fields)) {
        find(work, FINDING_REGISTER_OLDER_THAN_CARD);
    }
    judge_identity(work, member);
    judge_validity(work, member);
}

static bool states_days(const struct work *work)
{
    const struct facts *system = &work->view.facts;
    return work->out->member >= 0 && corrects(work) && (*system->valid_from || *system->valid_to);
}

/* What the card says of its own days, where nobody else says anything. */
static void judge_card_days(struct work *work)
{
    const char *from = work->card->facts.valid_from, *end = work->card->facts.valid_to;
    bool ended = *end && strcmp(end, work->today) < 0;
    if (states_days(work)) {
        return;
    }
    if (ended && !finding_has(&work->out->findings, FINDING_EXPIRED)) {
        find(work, FINDING_CARD_ENDED);
    }
    if (strcmp(from, work->today) > 0 && !finding_has(&work->out->findings, FINDING_NEW_CARD_LATER)) {
        find(work, FINDING_CARD_NOT_BEGUN);
    }
}

/* The verdicts in their order; what does not win stays as a finding. A row too old to end a card leaves the
 * question open, but still says who the person is. */
static enum verdict decide(const struct work *work)
{
    const struct judgement *out = work->out;
    bool invalid = work->view.invalid != FINDING_COUNT;
    if (work->absent && work->certain) {
        return unsynced(work) ? VERDICT_UNSYNCED : VERDICT_NOT_FOUND;
    }
    if (work->doubted != FIELD_COUNT) {
        return work->stop || identity_differences(out) > 1 ? VERDICT_IDENTITY_STOP : VERDICT_IDENTITY;
    }
    if (work->absent || !corrects(work)) {
        return VERDICT_UNCHECKED;
    }
    if (work->stop) {
        return VERDICT_IDENTITY_STOP;
    }
    if (identity_differences(out) == 1) {
        return VERDICT_IDENTITY;
    }
    if (invalid) {
        return work->current ? VERDICT_INVALID : VERDICT_UNCHECKED;
    }
    if (work->answer->repeat.found) {
        return VERDICT_REPEAT;
    }
    if (work->card->kind == CARD_NUMBER) {
        return VERDICT_FOUND;
    }
    return out->safe_count > 0 ? VERDICT_MISMATCH : VERDICT_MATCH;
}

static void begin(struct work *work)
{
    struct judgement *out = work->out;
    memset(out, 0, sizeof *out);
    out->member = -1;
    out->age_days = -1;
    out->repeat = work->answer->repeat;
    out->portal = work->answer->portal;
    work->doubted = FIELD_COUNT;
    work->view.invalid = work->view.note = FINDING_COUNT;
}

/* What the portal said beside its rows. */
static void judge_word(struct work *work)
{
    struct judgement *out = work->out;
    enum finding finding = word_finding(work->answer, out->member);
    work->doubted = word_doubts(work->answer, out->member);
    if (finding != FINDING_COUNT) {
        find(work, finding);
    }
    if (work->doubted != FIELD_COUNT) {
        word_doubt(work->card, work->answer, work->doubted, out);
        work->stop = work->stop || identity_differences(out) > 1;
        if (out->member < 0) {
            char day[MINUTE_SIZE];
            memcpy(day, out->portal.at, sizeof day);
            day[DATE_SIZE - 1] = '\0';
            set_checked(work, SOURCE_PORTAL, day);
        }
    }
}

/* 050 takes the register's rows away. Those whom it only offers stay: the citizen ID is not joined yet, which is why
 * they are offered. Army and police cards it may not hold at all, and who is found by a citizen ID that is not joined
 * has a number all the same. */
static bool denied(const struct work *work, int member)
{
    const struct answer *answer = work->answer;
    return word_absent(answer) && !answer->offered && !armed(work) && !(word_by_cccd(answer) && member >= 0);
}

static int choose_person(struct work *work)
{
    struct judgement *out = work->out;
    int member = person_choose(work->card, work->answer, work->today, out);
    if (denied(work, member)) {
        out->candidate_count = 0;
        return -1;
    }
    if (word_absent(work->answer) && member >= 0 && !armed(work)) {
        find(work, FINDING_UNSYNCED);
    }
    return member;
}

void assess(const struct card *card, const struct answer *answer, const struct hospital *hospital,
            const char *today, struct judgement *ret)
{
    struct work work = {.card = card, .answer = answer, .hospital = hospital, .today = today, .out = ret};
    begin(&work);
    int member = choose_person(&work);
    if (ret->candidate_count > 0 && !answer->offered) {
        const struct member *first = &answer->members[ret->candidates[0]];
        set_checked(&work, first->source, first->as_of);
        find(&work, FINDING_SEVERAL_PERSONS);
        work.stop = true;
    } else if (member >= 0) {
        judge_member(&work, member);
    } else {
        judge_absence(&work);
    }
    judge_word(&work);
    judge_card_days(&work);
    if (answer->offered && ret->candidate_count > 0) {
        find(&work, FINDING_OFFERED);
    }
    if (answer->repeat.found) {
        find(&work, FINDING_REPEAT_TODAY);
    }
    ret->verdict = decide(&work);
    if (card->kind == CARD_NUMBER && ret->member >= 0) {
        find(&work, FINDING_TYPED_NUMBER);
    }
    bool doubtful = work.stop || identity_differences(ret) > 0;
    person_fill(card, answer, ret, corrects(&work) ? PERSON_SYSTEM : doubtful ? PERSON_CARD : PERSON_ADDED);
    person_check(card, hospital, today, ret);
    bool sure = member >= 0 && corrects(&work) && !work.stop;
    advice_find(&(struct advice){card, answer, hospital, today, &work.view, sure}, ret);
    history_find(&answer->history, hospital, today, &ret->abuse, &ret->findings);
    if (answer->other.id) {
        find(&work, FINDING_CCCD_TWO_PEOPLE);
        ret->other = answer->other.facts;
    }
    notes_find(card, &ret->findings);
    checks_apply(&hospital->checks, &ret->findings, &ret->hidden);
}

void assess_unreadable(enum fault fault, const struct hospital *hospital, struct judgement *ret)
{
    memset(ret, 0, sizeof *ret);
    ret->verdict = VERDICT_UNREADABLE;
    ret->member = -1;
    ret->age_days = -1;
    ret->fault = fault;
    finding_add(&ret->findings, FINDING_UNREADABLE);
    checks_apply(&hospital->checks, &ret->findings, &ret->hidden);
}

bool assess_found(const struct judgement *judgement, enum finding finding)
{
    return finding_has(&judgement->findings, finding) || finding_has(&judgement->hidden, finding);
}

bool assess_own(const struct hospital *hospital, const char *facility)
{
    const char *heir = heir_of(hospital, facility);
    if (*hospital->facility == '\0' || strcmp(heir, heir_of(hospital, hospital->facility)) == 0) {
        return true;
    }
    for (int i = 0; i < hospital->sister_count; i++) {
        if (strcmp(heir, heir_of(hospital, hospital->sisters[i])) == 0) {
            return true;
        }
    }
    return false;
}
