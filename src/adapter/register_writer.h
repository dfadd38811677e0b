/* register_writer: what the parts of register_write share. */
#ifndef TIEPDON_REGISTER_WRITER_H
#define TIEPDON_REGISTER_WRITER_H
#include "adapter/place.h"
#include "adapter/register_row.h"
#include "adapter/register_write.h"

/* REGISTER_COLUMNS, then chuDau. */
enum { WRITER_WIDTH = REGISTER_WIDTH + 1 };

struct register_writer {
    char dir[PATH_SIZE];
    char path[PATH_SIZE]; /* the file written: the register itself, or the new file beside it */
    bool building;
    bool renewing; /* the present register is of before and grows by the indexes of the search box */
    char name[32]; /* the new file's name within dir */
    struct register_plan plan;
    date_text as_of;
    struct register_counts counts;
    long rows;       /* appended to a new file */
    bool numberless; /* rows without maThe are among them */
    sqlite3 *db;     /* written */
    sqlite3 *old;    /* the present register while a new file is built, NULL for none */
    sqlite3_stmt *insert, *update,
        *read; /* on db; insert and update take WRITER_WIDTH parameters, then update the rowid */
    sqlite3_stmt *update_facts; /* the same parameters; leaves REGISTER_INDEXED alone */
    sqlite3_stmt *read_old;     /* on old, NULL without one */
    sqlite3_stmt *find_key;     /* on db: rowid and whether it has a CCCD, by (maSoBHXH, maThe) */
    sqlite3_stmt *find_card;    /* on db: rowid of a person's first card with a number */
    sqlite3_stmt *find_person;  /* on old, else on db: rowid, maThe of a person, two at most */
};

/* Prepares the statements on writer->db once its table exists. */
NEEDED enum fault writer_prepare(struct register_writer *writer);
NEEDED enum fault writer_insert(struct register_writer *writer, const struct member *member);
NEEDED enum fault writer_update(struct register_writer *writer, long long row, const struct member *member);
/* The same for a row that holds `old`: where no indexed column changes, no index is
 * written, which is what costs. */
NEEDED enum fault writer_change(struct register_writer *writer, long long row, const struct member *old,
                                const struct member *member);
/* By `read` or `read_old`. */
NEEDED enum fault writer_read(sqlite3_stmt *statement, long long row, struct member *ret);
/* *ret_row is 0 when there is none. */
NEEDED enum fault writer_find(struct register_writer *writer, const char *bhxh, const char *number,
                              long long *ret_row, bool *ret_has_cccd);
/* The rows of a person, counted up to 2; the first one's row and number. */
NEEDED enum fault writer_find_person(struct register_writer *writer, const char *bhxh, long long *ret_row,
                                     char ret_number[NUMBER_SIZE], int *ret_count);

/* A person's first card with a number; *ret_row is 0 when there is none. */
NEEDED enum fault writer_first_card(struct register_writer *writer, const char *bhxh, long long *ret_row,
                                    bool *ret_has_cccd);

/* The new file: its beginning, and all that follows the last row but putting it in place. */
NEEDED enum fault build_begin(struct register_writer *writer);
NEEDED enum fault build_row(struct register_writer *writer, struct member *member, bool *ret_several);
NEEDED enum fault build_end(struct register_writer *writer);

/* Every row gets what the search box asks of it, then the indexes are made; nothing where that was done. `db` is within a
 * transaction. */
NEEDED enum fault fill_search(sqlite3 *db);
NEEDED enum fault fill_is_done(sqlite3 *db, bool *ret);

/* The register itself, opened within a transaction; `light`: without fsync, for what may be done again after a power cut. */
NEEDED enum fault register_write_in_place(const char *dir, bool light, struct register_writer **ret);
/* The row this member is about: its own key; without maThe the person's one card, whose maThe it gets; a row that has
 * waited for its maThe. *ret_row is 0 when there is none. */
NEEDED enum fault update_find(struct register_writer *writer, struct member *member, long long *ret_row,
                              bool *ret_several);
NEEDED enum fault update_row(struct register_writer *writer, struct member *member, bool *ret_several);

#endif
