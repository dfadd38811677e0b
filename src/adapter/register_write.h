/* register_write: the rows of one import into the register, all of them or none.
 *
 * A file that is small beside the register updates it in place, in one transaction. Any other goes into a new
 * file: its rows are appended, then the key is indexed, the rows of the present register are merged in, the
 * other indexes are made, and a rename puts it in the old file's place. The caller holds the import lock. */
#ifndef TIEPDON_REGISTER_WRITE_H
#define TIEPDON_REGISTER_WRITE_H
#include "core/portal.h"
#include <stdbool.h>

struct register_plan {
    unsigned present;      /* set of 1 << enum column: the columns the file has */
    const char *as_of;     /* full ISO day of the data */
    long long bytes;       /* of the file */
    bool (*go_on)(void *); /* asked often while statements run; false stops with FAULT_IMPORT_STOPPED */
    void *context;
};

struct register_counts {
    long added, updated;
    long older; /* the register already held newer data of the card: kept */
};

/* Free disk in bytes: what the import may need at most, and what there is. */
struct register_room {
    long long need, free;
};

struct register_writer;

/* Clears away what an interrupted import left behind. *ret_room is written also with FAULT_IMPORT_SPACE. */
NEEDED enum fault register_write_open(const char *dir, const struct register_plan *plan,
                                      struct register_writer **ret, struct register_room *ret_room);

/* Takes one member: normalised, with maSoBHXH or maThe. Without maThe the person's one card in the register
 * is meant; *ret_several is true, and nothing was taken, when the person has several. */
NEEDED enum fault register_write_row(struct register_writer *writer, struct member *member,
                                     bool *ret_several);

/* Puts everything in force; on disk on return. `complete` says the data held every member. */
NEEDED enum fault register_write_end(struct register_writer *writer, bool complete,
                                     struct register_counts *ret_counts);

/* Without register_write_end before, nothing has changed. Takes NULL. */
void register_write_close(struct register_writer *writer);

/* Gives the person's rows a captured CCCD where they have none, or takes it away again (`clear`). */
NEEDED enum fault register_capture(const char *dir, const char *bhxh_number, const char *cccd, bool clear);

/* The portal's last word on a question; what is older than a day goes. */
struct register_word {
    char number[NUMBER_SIZE], name[NAME_SIZE]; /* folded */
    date_text birth_date;
    char code[RESULT_CODE_SIZE];
    long long at; /* Unix seconds */
    bool has_member;
};

/* A row the portal gave, and its word on the question, either may be NULL: one transaction. The row's heard, heard_at and
 * heard_by say what, when and for whom; it joins the row of the same card by register_hear. A missing register is made and
 * holds nobody else. The caller holds the import lock, as for register_capture. */
NEEDED enum fault register_learn(const char *dir, const struct member *heard,
                                 const struct register_word *word);

#endif
