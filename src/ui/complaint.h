/* complaint: how long a difficulty is in its state, in words, for the list and for the one opened. */
#ifndef TIEPDON_COMPLAINT_H
#define TIEPDON_COMPLAINT_H
#include "ui/frame.h"

/* "mở", "đã gửi", "đã trả lời". */
enum word complaint_state(enum difficulty_state state);
/* Whole days since it is so. */
int complaint_days(const struct desk *desk, const struct difficulty_record *record);
/* Open or sent, and so since hospital.remind_days or longer. */
bool complaint_due(const struct desk *desk, const struct difficulty_record *record);
/* "đã gửi 5 ngày", "mở hôm nay". */
void complaint_say(const struct frame *frame, const struct difficulty_record *record, char *out, size_t cap);

#endif
