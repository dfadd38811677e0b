/* complaint: the state of a difficulty in words. */
#include "ui/complaint.h"
#include <stdio.h>

enum word complaint_state(enum difficulty_state state)
{
    switch (state) {
    case DIFFICULTY_OPEN: return WORD_STATE_OPEN;
    case DIFFICULTY_SENT: return WORD_STATE_SENT;
    case DIFFICULTY_ANSWERED: return WORD_STATE_ANSWERED;
    case DIFFICULTY_STATES: break;
    }
    return WORD_COMPLAINTS_ALL;
}

int complaint_days(const struct desk *desk, const struct difficulty_record *record)
{
    date_text since;
    snprintf(since, sizeof since, "%.10s", record->state_day[0] ? record->state_day : record->at);
    if (!date_full(since) || !date_full(desk->status.today)) {
        return 0;
    }
    int days = (int)(date_days(desk->status.today) - date_days(since));
    return days > 0 ? days : 0;
}

bool complaint_due(const struct desk *desk, const struct difficulty_record *record)
{
    int remind = desk->hospital.remind_days;
    return remind > 0 && record->state != DIFFICULTY_ANSWERED && complaint_days(desk, record) >= remind;
}

void complaint_say(const struct frame *frame, const struct difficulty_record *record, char *out, size_t cap)
{
    int days = complaint_days(frame->desk, record);
    char since[64];
    snprintf(since, sizeof since, frame_word(frame, days > 0 ? WORD_STATE_DAYS : WORD_STATE_TODAY), days);
    snprintf(out, cap, "%s %s", frame_word(frame, complaint_state(record->state)), since);
}
