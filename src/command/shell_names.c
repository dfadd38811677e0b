/* shell_names: names beside the codes of facilities. */
#include "command/shell_names.h"
#include "core/heir.h"
#include <stdio.h>
#include <string.h>

struct names {
    struct facility list[DESK_FACILITIES];
    int count;
};

static const struct facility *find(const struct facility *list, int count, const char *code)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(list[i].code, code) == 0) {
            return &list[i];
        }
    }
    return NULL;
}

static void add(const struct shell *shell, struct names *names, const char *code)
{
    if (!*code || names->count == DESK_FACILITIES || find(names->list, names->count, code)) {
        return;
    }
    const struct facility *known = find(shell->desk.facilities, DESK_FACILITIES, code);
    struct facility *facility = &names->list[names->count++];
    if (known) {
        *facility = *known;
        return;
    }
    snprintf(facility->code, sizeof facility->code, "%s", code);
    store_facility_name(shell->store, heir_of(&shell->config.hospital, facility->code), facility->name,
                        sizeof facility->name);
}

static void add_told(const struct shell *shell, struct names *names)
{
    const struct history *history = &shell->desk.review.answer.history;
    const struct reply *copayment = &shell->desk.review.inquiry.copayment;
    for (int i = 0; i < history->visit_count; i++) {
        add(shell, names, history->visits[i].facility);
    }
    for (int i = 0; i < history->check_count; i++) { /* an account begins with its facility's code */
        char code[FACILITY_SIZE];
        snprintf(code, sizeof code, "%.*s", FACILITY_SIZE - 1, history->checks[i].user);
        add(shell, names, code);
    }
    for (int i = 0; i < copayment->payment_count; i++) {
        add(shell, names, copayment->payments[i].facility);
    }
}

void shell_name_facilities(struct shell *shell)
{
    const struct review *review = &shell->desk.review;
    struct names names = {.count = 0};
    const struct statistics *statistics = &shell->desk.statistics;
    for (int i = 0; shell->desk.mode == MODE_CHARTS && i < statistics->facility_count; i++) {
        add(shell, &names, statistics->facilities[i].code);
    }
    if (shell->desk.mode == MODE_ANSWER) {
        add(shell, &names, shell->desk.detail.card.facility);
        add(shell, &names, shell->desk.detail.system.facility);
    }
    if (shell->desk.open) {
        add(shell, &names, review->card.facts.facility);
        add(shell, &names, review->judgement.system.facility);
        add_told(shell, &names);
    }
    memcpy(shell->desk.facilities, names.list, sizeof names.list);
}
