/* members: invented members in any number, each from its index alone: as rows of the portal's file and as the
 * payloads of the cards they carry. The same words and index give the same member on every machine.
 *
 * The register's day is 2026-11-20. A fifth have no CCCD, half a ten-digit card number, few an ended card. */
#ifndef TIEPDON_MEMBERS_H
#define TIEPDON_MEMBERS_H
#include "core/number.h"
#include "demo/words.h"
#include <stdio.h>

enum { MEMBERS_MAX = 10000000, MEMBERS_PAYLOAD_SIZE = 1024 };

/* data/demo/words.txt, spread out so that a pick is one look into a table. Holds pointers into itself. */
enum members_kind {
    MEMBERS_FAMILY,
    MEMBERS_MIDDLE_F,
    MEMBERS_MIDDLE_M,
    MEMBERS_GIVEN_F,
    MEMBERS_GIVEN_M,
    MEMBERS_STREET,
    MEMBERS_WARD,
    MEMBERS_OBJECT,
    MEMBERS_FACILITY,
    MEMBERS_KINDS
};
enum { MEMBERS_CHOICES = 128 };
struct members {
    struct words words;
    const char *choice[MEMBERS_KINDS][MEMBERS_CHOICES];
    unsigned choices[MEMBERS_KINDS];
};

NEEDED enum fault members_open(const char *words_path, struct members *ret);

struct insured {
    char number[NUMBER_SIZE], bhxh[BHXH_SIZE], cccd[CCCD_SIZE]; /* cccd "" for none */
    char name[96], address[200], birth[11];                     /* birth dd/MM/yyyy */
    bool female;
    const char *facility;
    int year;                       /* the card is valid in this calendar year */
    int five_year_month, five_year; /* ngayDu5Nam is the first of this month */
};

/* Member `index` of 0 .. MEMBERS_MAX - 1. */
void members_make(const struct members *members, long index, struct insured *ret);
/* What the data of a later day says of the same member: one in ten moved to another facility. */
void members_later(const struct members *members, long index, struct insured *insured);

void members_write_header(FILE *out);
void members_write(FILE *out, const struct insured *insured);

/* What stands at the counter. */
enum members_card {
    MEMBERS_CARD_SAME,
    MEMBERS_CARD_FACILITY, /* registered elsewhere on the card */
    MEMBERS_CARD_OLD,      /* last year's card */
    MEMBERS_CARD_NAME,     /* the card has another given name */
    MEMBERS_CARD_CCCD,
    MEMBERS_CARD_NUMBER, /* a typed number */
};

/* The payload, NUL-terminated; returns its length. Without a CCCD MEMBERS_CARD_CCCD shows one the register
 * does not know. */
size_t members_payload(const struct insured *insured, enum members_card card, char out[MEMBERS_PAYLOAD_SIZE]);

#endif
