/* stage_journal: what a script takes in is written into the list of the day. */
#include "stage.h"
#include <stdio.h>
#include <string.h>

static int fixes(const struct intake *intake)
{
    int count = 0;
    for (int i = 0; i < intake->correction_count; i++) {
        count += intake->corrections[i].kind == CORRECTION_FIX;
    }
    return count;
}

/* A revision takes the place of what was taken in, and keeps its time. */
static void revise(struct desk *desk, struct act *act)
{
    for (int i = 0; i < desk->latest_count; i++) {
        if (strcmp(desk->latest[i].id, act->id) == 0) {
            memcpy(act->time, desk->latest[i].time, sizeof act->time);
            desk->latest[i] = *act;
        }
    }
}

/* The journal of the stage is the list itself. */
void stage_write_down(struct stage *stage)
{
    struct desk *desk = &stage->desk;
    const struct intake *intake = &desk->intake;
    struct act act = {.status = intake->status, .verdict = intake->verdict, .corrections = fixes(intake)};
    snprintf(act.id, sizeof act.id, "%d", desk->latest_total + 1);
    memcpy(act.time, desk->status.clock, sizeof act.time);
    memcpy(act.name, intake->facts.name, sizeof act.name);
    memcpy(act.birth_date, intake->facts.birth_date, sizeof act.birth_date);
    memcpy(act.counter, desk->hospital.counter, sizeof act.counter);
    memcpy(act.clerk, desk->hospital.clerk, sizeof act.clerk);
    act.difficulty = intake->difficulty != DIFFICULTY_NONE;
    if (intake->of[0]) {
        memcpy(act.id, intake->of, sizeof act.id);
        revise(desk, &act);
        stage->kept.intake = *intake;
        stage->kept.intake.of[0] = '\0';
        return;
    }
    memmove(desk->latest + 1, desk->latest, (DESK_LIST - 1) * sizeof *desk->latest);
    desk->latest[0] = act;
    desk->latest_count += desk->latest_count < DESK_LIST;
    stage->kept = (struct kept_intake){.intake = *intake};
    memcpy(stage->kept.id, act.id, sizeof act.id);
    snprintf(stage->kept.at, sizeof stage->kept.at, "%.10sT%.5s", desk->status.today, desk->status.clock);
    desk->latest_total++;
}
