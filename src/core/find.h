/* find: what is typed into the one search box, and whom it may mean.
 *
 * Digits are a number: BHXH, card, CCCD, CMND or phone, from its beginning; ten digits are a BHXH number or a phone, and
 * both are looked for; two letters and digits are a card. Letters are a name, folded as text_fold does (no case, no
 * diacritics, đ is d) and typed with an input method or by the keys of one, from its beginning; a word without a space is
 * also the initials of one ("nvta"). A year or date behind the name (1985, 3/1985, 12/3/1985, 12031985) narrows it; two
 * digits are a year only behind day and month (12/3/85), where they are no age, and from 40 on, where one century is
 * meant. Digits that are no date yet narrow nothing. Nothing is taken by finding it: a row chosen is a typed number, and
 * the `found` step of a typed number follows. */
#ifndef TIEPDON_FIND_H
#define TIEPDON_FIND_H
#include "core/fault.h"
#include "core/patient.h"
#include <stdbool.h>

enum { FIND_MAX = 20, FIND_LEAST_DIGITS = 4, FIND_LEAST_LETTERS = 2, INITIALS_SIZE = 12 };

enum find_kind {
    FIND_NOTHING, /* too short to look for anything */
    FIND_NUMBER,
    FIND_NAME,
};

struct find {
    enum find_kind kind;
    char number[NUMBER_SIZE];     /* upper case, without spaces; +84 of a phone is 0 */
    char name[NAME_SIZE];         /* folded */
    char initials[INITIALS_SIZE]; /* lower case, "" where the text cannot be initials */
    date_text birth;              /* yyyy, yyyy-mm or yyyy-mm-dd; "" for none */
};

/* Never fails: what is no question is FIND_NOTHING. */
void find_read(const char *text, struct find *ret);

/* The initials of a folded name: "nguyen thi tu anh" gives "ntta"; cut at INITIALS_SIZE - 1. */
void find_initials(const char *folded, char ret[INITIALS_SIZE]);

/* One person found: by the assessment data, by earlier intakes here, or both. */
struct hit {
    bool member, patient;
    bool by_phone; /* the digits are this person's phone, or a relative's */
    char number
        [NUMBER_SIZE]; /* what a look-up asks: card, else BHXH number, else CCCD; "" for somebody without any */
    char bhxh_number[BHXH_SIZE];
    char cccd[CCCD_SIZE];
    char name[NAME_SIZE];
    date_text birth_date;
    char gender[GENDER_SIZE];
    char address[ADDRESS_SIZE];
    char phone[PHONE_SIZE];
    char last_id[ID_SIZE]; /* the last intake here, "" for none */
    minute_text last_at;
};

struct hit_list {
    struct hit rows[FIND_MAX];
    int count;
    bool more; /* there are more than fit */
    enum fault
        register_fault; /* the register could not be asked; own patients stand in the list all the same */
};

#endif
