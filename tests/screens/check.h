/* check: what must hold of every frame, whatever the script; and what the whole run must have shown. */
#ifndef TIEPDON_CHECK_H
#define TIEPDON_CHECK_H
#include "stage.h"

enum { CHECK_SAID = 512 };

/* Every row fills its columns exactly, holds no control character, and the cursor stands within. */
bool check_cells(const struct grid *grid, char said[CHECK_SAID]);
/* Every key that stands in the bottom lines, in a notice or in a sentence works in this state. */
bool check_keys(const struct stage *stage, char said[CHECK_SAID]);
/* Every fault and finding that names a key has been shown by a frame that check_keys saw. */
bool check_named(char said[CHECK_SAID]);

/* The screen of a mode at many sizes, with values as long and odd as they may be. */
bool check_sizes(enum mode mode, const char *slip);

/* Bytes become keys and pastes, and nothing else. */
bool check_input(void);
/* The terminal in a pseudo terminal: what it hears, and the bytes its frames take. */
bool check_terminal(void);

#endif
