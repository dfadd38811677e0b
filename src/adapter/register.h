/* register: reading DIR/register.db, the assessment data: look-ups while an import may replace the file.
 *
 * register.db is a link to register-N.db. A large import builds register-N+1.db and renames a new link over
 * the old one, so that no -wal ever meets a file it does not belong to; readers notice by stat() and open the
 * new file. */
#ifndef TIEPDON_REGISTER_H
#define TIEPDON_REGISTER_H
#include "core/answer.h"
#include "core/find.h"

struct register_file;
struct register_word;

/* Opens nothing yet: a register may come later. `dir` is copied. */
NEEDED enum fault register_open(const char *dir, struct register_file **ret);
void register_close(struct register_file *file);

/* Runs the queries in order until one finds rows, all in one snapshot, and fills members,
 * member_count, more (as answer_add does), offered, source, complete_as_of and as_of of *ret_answer;
 * the rest of it is left alone. */
NEEDED enum fault register_find(struct register_file *file, const struct query *queries, int count,
                                const struct asked *asked, struct answer *ret_answer);

/* The days of the data; both "" for an empty register. */
NEEDED enum fault register_state(struct register_file *file, date_text ret_as_of, date_text ret_complete);

/* Whom the text may mean, each person once, appended to *ret up to `max` rows of it; ret->more where there are others. With
 * a number: BHXH number, card, CCCD or CMND from its beginning; of 13 and 15 digits those of a card without its letters as
 * well. Names in their order, with a birth date the whole name before longer ones. FAULT_REGISTER_NAMES: a register of
 * before knows no names in this order; asking by BHXH number and CCCD works. */
NEEDED enum fault register_search(struct register_file *file, const struct find *find, int max,
                                  struct hit_list *ret);
/* Rows without a CCCD of twelve digits; 0 where that is not known yet. */
NEEDED enum fault register_missing(struct register_file *file, long *ret);

/* The portal's last word on what `word` asks, its first three members; *ret_found. */
NEEDED enum fault register_word(struct register_file *file, struct register_word *word, bool *ret_found);

#endif
