/* stage_set: what a script may set of the counter before it begins. */
#include "adapter/qr.h"
#include "core/text.h"
#include "stage.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool copy(char *out, size_t size, const char *text)
{
    return text_copy(out, size, text) == FAULT_NONE;
}

const char *stage_part(char **text)
{
    if (!*text) {
        return "";
    }
    char *taken = strsep(text, "|");
    taken += strspn(taken, " ");
    size_t len = strlen(taken);
    while (len > 0 && taken[len - 1] == ' ') {
        taken[--len] = '\0';
    }
    return taken;
}

static bool set_place(struct hospital *hospital, char *text)
{
    return copy(hospital->facility_name, PLACE_SIZE, stage_part(&text)) &&
           copy(hospital->counter, PLACE_SIZE, stage_part(&text)) &&
           copy(hospital->clerk, PLACE_SIZE, stage_part(&text)) &&
           copy(hospital->hotline, PLACE_SIZE, stage_part(&text)) &&
           copy(hospital->office, PLACE_SIZE, stage_part(&text));
}

static bool add_act(struct desk *desk, char *text)
{
    static const char *const statuses[] = {"admitted", "provisional", "not_insured"};
    struct act *act = &desk->latest[desk->latest_count];
    if (desk->latest_count == DESK_LIST || !copy(act->time, sizeof act->time, stage_part(&text)) ||
        !copy(act->name, sizeof act->name, stage_part(&text)) ||
        !copy(act->birth_date, sizeof act->birth_date, stage_part(&text))) {
        return false;
    }
    const char *status = stage_part(&text);
    for (int i = 0; i < 3; i++) {
        if (strcmp(status, statuses[i]) == 0) {
            act->status = (enum intake_status)i;
        }
    }
    act->corrections = (int)strtol(stage_part(&text), NULL, 10);
    const char *marks = stage_part(&text);
    act->undone = strstr(marks, "undone");
    act->difficulty = strstr(marks, "difficulty");
    act->alone = strstr(marks, "alone");
    act->unchecked = strstr(marks, "unchecked");
    snprintf(act->counter, sizeof act->counter, "%s",
             strstr(marks, "elsewhere") ? "Quầy 9" : desk->hospital.counter);
    memcpy(act->clerk, desk->hospital.clerk, sizeof act->clerk);
    snprintf(act->id, sizeof act->id, "%d", ++desk->latest_count);
    desk->latest_total = desk->latest_count;
    return true;
}

static bool set_scanner(struct status *status, const char *text)
{
    static const char *const states[] = {"none", "ready", "busy", "denied"};
    for (int i = 0; i < 4; i++) {
        if (strcmp(text, states[i]) == 0) {
            status->scanner = (enum scanner_state)i;
            return true;
        }
    }
    return false;
}

static bool set_typing(struct hospital *hospital, const char *text)
{
    hospital->typing = strcmp(text, "telex") == 0 ? TYPING_TELEX
                       : strcmp(text, "vni") == 0 ? TYPING_VNI
                                                  : TYPING_PLAIN;
    return true;
}

static bool add_card(struct desk *desk, const char *title)
{
    desk->hospital.demo = true;
    return desk->card_count < DESK_CARDS &&
           copy(desk->cards[desk->card_count++].title, sizeof desk->cards[0].title, title);
}

static bool add_facility(struct desk *desk, char *text)
{
    const char *code = strsep(&text, " ");
    for (int i = 0; i < DESK_FACILITIES; i++) {
        if (!desk->facilities[i].code[0]) {
            return copy(desk->facilities[i].code, FACILITY_SIZE, code) &&
                   copy(desk->facilities[i].name, PLACE_SIZE, text ? text : "");
        }
    }
    return false;
}

bool stage_set(struct desk *desk, const char *name, char *text)
{
    if (strcmp(name, "language") == 0) {
        return desk->hospital.language = strcmp(text, "en") == 0 ? LANGUAGE_EN : LANGUAGE_VI, true;
    }
    if (strcmp(name, "place") == 0) {
        return set_place(&desk->hospital, text);
    }
    if (strcmp(name, "guide") == 0) {
        return copy(desk->hospital.guide, PLACE_SIZE, text) && qr_make(text, &desk->guide) == FAULT_NONE;
    }
    if (strcmp(name, "assessor") == 0) {
        return copy(desk->hospital.assessor, PLACE_SIZE, text);
    }
    if (strcmp(name, "printer") == 0) {
        return desk->hospital.printer = true;
    }
    if (strcmp(name, "typing") == 0) {
        return set_typing(&desk->hospital, text);
    }
    if (strcmp(name, "demo") == 0) {
        return add_card(desk, text);
    }
    if (strcmp(name, "backup") == 0) {
        return desk->status.backup_old = strcmp(text, "old") == 0;
    }
    if (strcmp(name, "scanner") == 0) {
        return set_scanner(&desk->status, text);
    }
    if (strcmp(name, "camera") == 0) {
        return desk->status.camera = true;
    }
    if (strcmp(name, "no register") == 0) {
        return desk->status.register_age = -1, true;
    }
    if (strcmp(name, "damaged journal") == 0) {
        return desk->status.journal_fault = FAULT_JOURNAL_DAMAGED, true;
    }
    if (strcmp(name, "unchecked") == 0) {
        return desk->status.unchecked = (int)strtol(text, NULL, 10), true;
    }
    if (strcmp(name, "facility") == 0) {
        return add_facility(desk, text);
    }
    if (strcmp(name, "act") == 0) {
        return add_act(desk, text);
    }
    return false;
}
