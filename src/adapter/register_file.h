/* register_file: what the parts of register share. */
#ifndef TIEPDON_REGISTER_FILE_H
#define TIEPDON_REGISTER_FILE_H
#include "adapter/place.h"
#include "adapter/register.h"
#include "adapter/store_file.h"
#include "adapter/store_sql.h"

/* A prepared statement a kind of question. The first five find (rowid, maSoBHXH) of the rows that answer; ROW
 * and PERSON_ROWS bring what is known of them. */
enum statement {
    LOOK_NUMBER,
    LOOK_LONG,
    LOOK_NEW,
    LOOK_BHXH,
    LOOK_CCCD,
    LOOK_PERSON,
    READ_ROW,
    READ_PERSON,
    READ_STATE,
    READ_WORD,
    BEGIN,
    END,
    STATEMENTS
};

/* A prepared statement a kind of question of the search box, each with its order in an index. */
enum search {
    SEARCH_BHXH,     /* maSoBHXH from ?1 up to ?2 */
    SEARCH_CCCD,     /* soCCCD */
    SEARCH_CARD,     /* maThe */
    SEARCH_NAME,     /* tenGap */
    SEARCH_DATED,    /* tenGap is ?1, ngaySinh from ?2 up to ?3 */
    SEARCH_DAY,      /* ngaySinh is ?1, tenGap from ?2 up to ?3 */
    SEARCH_DAY_WORD, /* ngaySinh is ?1, and a word of tenGap begins with ?2 */
    SEARCH_INITIALS, /* chuDau is ?1, ngaySinh from ?2 up to ?3 */
    SEARCHES
};

struct register_file {
    char path[PATH_SIZE];
    struct stamp stamp;
    sqlite3 *db;
    sqlite3_stmt *statements[STATEMENTS];
    sqlite3_stmt *searches[SEARCHES]; /* prepared when the first search comes */
    bool searchable;
};

/* Opens the register, again when an import put another file in its place. */
NEEDED enum fault register_refresh(struct register_file *file);
/* Closes it after a fault; the next refresh opens it. */
void register_drop(struct register_file *file);

/* The text of each search, for whoever proves that none of them scans or sorts. */
const char *search_text(enum search search);
void search_drop(struct register_file *file);

#endif
