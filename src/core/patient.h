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
    long long id;       /* 0: nobody is known */
    struct facts facts; /* of the last intake: name, birth date, gender, numbers, address */
    char bhxh_number[BHXH_SIZE];
    struct contact contact;                      /* as last told */
    int visits;                                  /* intakes that are not undone */
    struct patient_visit recent[PATIENT_VISITS]; /* newest first */
    int recent_count;
};

#endif
