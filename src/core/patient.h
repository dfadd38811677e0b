/* patient: what the hospital itself knows of a person from earlier intakes, beside the assessment data: how to reach them
 * and when they were here. A person is known by every number an intake ever brought (BHXH number, card numbers, CCCD):
 * a CCCD after VssID joins both. */
#ifndef TIEPDON_PATIENT_H
#define TIEPDON_PATIENT_H
#include "core/date.h"
#include "core/field.h"
#include <stdbool.h>

enum { PHONE_SIZE = 16, ID_SIZE = 40, PATIENT_VISITS = 6 };

/* How to reach the patient. `address` stands apart from the address of the assessment data and never corrects it. What an
 * intake says of it adds to what was known: newest wins field by field, and an empty field erases nothing, but where
 * `whole` says that the clerk saw all four. */
struct contact {
    char phone[PHONE_SIZE];     /* digits, with + at the head where it was so typed; "" for none */
    char address[ADDRESS_SIZE]; /* "" is that of the assessment data */
    char relative[NAME_SIZE];   /* người thân */
    char relative_phone[PHONE_SIZE];
    bool whole; /* the clerk looked through it: an empty field is none, not unknown */
};

struct patient_visit {
    char id[ID_SIZE]; /* of the intake */
    minute_text at;
};

struct patient {
    long long id; /* 0: nobody is known */
    struct facts
        facts; /* name, birth date, gender, number, CCCD and address as the last intake that states each */
    char bhxh_number[BHXH_SIZE];
    struct contact contact;                      /* as last told */
    int visits;                                  /* intakes that are not undone */
    struct patient_visit recent[PATIENT_VISITS]; /* newest first */
    int recent_count;
};

/* Nothing that both state of name, birth date and gender is another person's. Names may be spelt another way, or have
 * lost marks or letters on one side. */
bool patient_agrees(const struct facts *a, const struct facts *b);

/* One more intake of the patient, the newest so far. */
void patient_take(struct patient *patient, const struct facts *facts, const char *bhxh_number,
                  const struct contact *contact);

/* The number tells persons apart: not "" and not one digit again and again, which stands for "unknown". */
bool patient_key(const char *number);
/* A phone as it is searched for: digits alone, +84 as 0. */
void patient_phone_key(const char *phone, char ret[PHONE_SIZE]);

#endif
