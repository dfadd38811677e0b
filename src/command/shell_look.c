/* shell_look: what the frame shows is compared with what was journalled of it; a look that another counter's write kept
 * out is tried again behind the next frame. */
#include "command/shell_look.h"
#include "command/shell_sign.h"
#include <stdio.h>
#include <string.h>

enum { LIST_SIZE = 32 }; /* "difficulty 17", or a BHXH number */

void shell_look_again(struct shell *shell)
{
    shell->looked = 0;
    shell->looked_difficulty = 0;
}

/* A typed number shows nobody before the birth year fits. */
static bool shows_person(const struct desk *desk)
{
    const struct review *review = &desk->review;
    bool unproved = review->typed && !review->confirmed && review->judgement.verdict == VERDICT_FOUND;
    bool somebody = review->card.kind != CARD_UNKNOWN || review->judgement.member >= 0 || review->late.id[0];
    return desk->open && !desk->asking && !desk_hidden(desk) && !unproved && somebody;
}

/* Why the screen shows this person. */
static enum purpose purpose_of(const struct desk *desk)
{
    switch (desk->mode) {
    case MODE_HISTORY: return PURPOSE_HISTORY;
    case MODE_COPAYMENT: return PURPOSE_COPAYMENT;
    default: break;
    }
    const struct review *review = &desk->review;
    return review->late.found   ? PURPOSE_SEARCH
           : review->late.id[0] ? PURPOSE_RECORD
           : review->typed      ? PURPOSE_SEARCH
                                : PURPOSE_SCAN;
}

/* The card's numbers, else the system's. */
static void whom(const struct review *review, struct facts *ret, char bhxh[BHXH_SIZE])
{
    const struct facts *system = &review->judgement.system;
    bool known = review->judgement.member >= 0;
    *ret = review->card.facts;
    if (!ret->number[0] && known) {
        memcpy(ret->number, system->number, sizeof ret->number);
    }
    if (!ret->cccd[0] && known) {
        memcpy(ret->cccd, system->cccd, sizeof ret->cccd);
    }
    memcpy(bhxh,
           review->card.bhxh_number[0] || !known ? review->card.bhxh_number : review->judgement.bhxh_number,
           BHXH_SIZE);
}

static bool same_person(const struct shell *shell, const struct facts *facts)
{
    return strcmp(shell->looked_number, facts->number) == 0 && strcmp(shell->looked_cccd, facts->cccd) == 0;
}

static void tell(struct shell *shell, enum fault fault, uint64_t now)
{
    desk_fault(&shell->desk, fault == FAULT_STORE_BUSY ? FAULT_NONE : fault, now);
}

static void look_review(struct shell *shell, uint64_t now)
{
    const struct desk *desk = &shell->desk;
    struct facts facts;
    char bhxh[BHXH_SIZE];
    if (!desk->open) {
        shell->looked = 0;
        shell->looked_number[0] = shell->looked_cccd[0] = '\0';
    }
    if (!shows_person(desk)) {
        return;
    }
    enum purpose why = purpose_of(desk);
    whom(&desk->review, &facts, bhxh);
    if (!same_person(shell, &facts)) {
        shell->looked = 0;
        memcpy(shell->looked_number, facts.number, sizeof shell->looked_number);
        memcpy(shell->looked_cccd, facts.cccd, sizeof shell->looked_cccd);
    }
    if (!(shell->looked >> why & 1u)) {
        struct writer who = shell_writer(shell);
        enum fault fault = store_look(shell->store, why, &facts, bhxh, desk->review.late.id, &who);
        shell->looked |= fault ? 0u : 1u << why;
        tell(shell, fault, now);
    }
    explicit_bzero(&facts, sizeof facts);
}

/* The record it belongs to says whom, else the number that was written down with it, else its own. */
static enum fault difficulty(struct shell *shell, enum purpose why, const struct difficulty_record *record)
{
    const struct writer who = shell_writer(shell);
    struct facts facts = {.name = ""};
    char own[LIST_SIZE] = "";
    memcpy(facts.number, record->number_shown, sizeof facts.number);
    if (!facts.number[0]) {
        snprintf(own, sizeof own, "difficulty %ld", record->number);
    }
    enum fault fault = store_look(shell->store, why, &facts, own, record->act, &who);
    explicit_bzero(&facts, sizeof facts);
    return fault;
}

/* The list between two of them shows what it shows of all. */
static void look_difficulty(struct shell *shell, uint64_t now)
{
    const struct desk *desk = &shell->desk;
    if (desk->mode == MODE_DIFFICULTIES) {
        shell->looked_difficulty = 0;
    }
    if (desk->mode == MODE_ANSWER && shell->looked_difficulty != desk->opened.number) {
        enum fault fault = difficulty(shell, PURPOSE_RECORD, &desk->opened);
        shell->looked_difficulty = fault ? 0 : desk->opened.number;
        tell(shell, fault, now);
    }
}

void shell_look(struct shell *shell, uint64_t now)
{
    look_review(shell, now);
    look_difficulty(shell, now);
}

enum fault shell_look_print(struct shell *shell)
{
    const struct desk *desk = &shell->desk;
    const struct writer who = shell_writer(shell);
    struct facts facts = {.name = ""};
    char number[LIST_SIZE] = "";
    const char *act = "";
    if (desk->printing == PRINT_DIFFICULTY) {
        return difficulty(shell, PURPOSE_PRINT, &desk->answered);
    }
    if (desk->printing == PRINT_DAY) {
        snprintf(number, sizeof number, "day %s", desk->status.today);
    } else {
        whom(&desk->review, &facts, number);
        act = desk->review.late.id;
    }
    enum fault fault = store_look(shell->store, PURPOSE_PRINT, &facts, number, act, &who);
    explicit_bzero(&facts, sizeof facts);
    return fault;
}
