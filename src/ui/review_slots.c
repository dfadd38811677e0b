/* review_slots: which fields have a row in the table. */
#include "ui/review.h"
#include <string.h>

bool review_live(const struct desk *desk)
{
    bool readable = desk->asking || desk->review.judgement.verdict != VERDICT_UNREADABLE;
    return desk->hospital.portal && readable;
}

bool review_lacks_cccd(const struct review *review)
{
    const struct judgement *judgement = &review->judgement;
    for (int i = 0; i < judgement->row_count; i++) {
        if (judgement->rows[i].field == FIELD_CCCD) {
            return false;
        }
    }
    return finding_has(&judgement->findings, FINDING_CCCD_MISSING);
}

static int row_of(const struct judgement *judgement, enum field field)
{
    for (int i = 0; i < judgement->row_count; i++) {
        if (judgement->rows[i].field == field) {
            return i;
        }
    }
    return -1;
}

/* One side states it, or both lack what should be there. */
static bool tells(const struct review *review, const struct slot *slot)
{
    bool lack = slot->field == FIELD_CCCD && review->judgement.row_count > 0 && review_lacks_cccd(review);
    bool stated = review->judgement.row_count == 0 && *facts_get(&review->card.facts, slot->field);
    return slot->row >= 0 || stated || lack;
}

static int all(const struct desk *desk, struct slot ret[FIELD_COUNT])
{
    int count = 0;
    for (enum field field = 0; field < FIELD_COUNT; field++) {
        ret[count] = (struct slot){field, row_of(&desk->review.judgement, field)};
        count += review_live(desk) || tells(&desk->review, &ret[count]);
    }
    return count;
}

int review_slots_wanted(const struct desk *desk)
{
    struct slot slots[FIELD_COUNT];
    return all(desk, slots);
}

static int without(struct slot *slots, int count, int index)
{
    memmove(slots + index, slots + index + 1, (size_t)(count - index - 1) * sizeof *slots);
    return count - 1;
}

static bool agrees(const struct review *review, const struct slot *slot)
{
    return slot->row >= 0 && slot->row != review->row &&
           review->judgement.rows[slot->row].result == RESULT_SAME;
}

static int scroll(const struct review *review, int room, struct slot *slots, int count)
{
    int cursor = 0;
    for (int i = 0; i < count; i++) {
        cursor = slots[i].row >= 0 && slots[i].row == review->row ? i : cursor;
    }
    int first = cursor < room ? 0 : cursor - room + 1;
    count = count - first < room ? count - first : room;
    memmove(slots, slots + first, (size_t)count * sizeof *slots);
    return count;
}

int review_slots(const struct desk *desk, int room, struct slot ret[FIELD_COUNT], int *ret_folded)
{
    const struct review *review = &desk->review;
    int count = all(desk, ret), folded = 0;
    for (int i = count - 1; i >= 0 && count > room; i--) {
        count = tells(review, &ret[i]) ? count : without(ret, count, i);
    }
    for (int i = count - 1; i >= 0 && count > room; i--) {
        if (agrees(review, &ret[i])) {
            count = without(ret, count, i);
            folded++;
        }
    }
    *ret_folded = folded;
    return scroll(review, room, ret, count);
}
