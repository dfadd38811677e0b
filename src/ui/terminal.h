/* terminal: the only file that knows curses: cells out, keys and pastes in. */
#ifndef TIEPDON_TERMINAL_H
#define TIEPDON_TERMINAL_H
#include "core/fault.h"
#include "core/key.h"
#include "core/scan.h"
#include "ui/grid.h"

struct terminal;

/* Takes over the terminal on descriptors 0 and 1. FAULT_TERMINAL_UNKNOWN for a TERM that curses does not
 * know. Blocks no signals: the caller has already taken SIGWINCH, SIGHUP, SIGINT and SIGTERM into a signalfd.
 * `mono` honours NO_COLOR. */
NEEDED enum fault terminal_open(bool mono, struct terminal **ret);
/* Gives it back as it was. NULL and half-built are fine. */
void terminal_close(struct terminal *terminal);

/* Curses knows this TERM. */
bool terminal_known(const char *name);

void terminal_size(struct terminal *terminal, int *ret_rows, int *ret_columns);
void terminal_resized(struct terminal *terminal); /* after SIGWINCH */
void terminal_show(struct terminal *terminal, const struct grid *grid);
void terminal_redraw(struct terminal *terminal); /* Ctrl+L: everything anew */
void terminal_bell(struct terminal *terminal);

enum terminal_event { TERMINAL_NOTHING, TERMINAL_KEY, TERMINAL_PASTE, TERMINAL_CLOSED };
/* The next key or whole bracketed paste that has arrived; never blocks. Call until TERMINAL_NOTHING. */
enum terminal_event terminal_read(struct terminal *terminal, struct key *ret_key, struct scan *ret_paste);

#endif
