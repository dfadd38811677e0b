/* piece: what curses writes to the terminal for one frame, gone out in one piece.
 *
 * curses hands a frame over in a dozen small writes, and each wakes whoever reads: a network then sends a dozen packets,
 * and a frame takes twice its time. Between piece_begin and piece_end standard output is memory. */
#ifndef TIEPDON_PIECE_H
#define TIEPDON_PIECE_H

struct piece {
    int output; /* the terminal, kept meanwhile; -1 where there is no memory: then frames go out as curses likes */
    int memory;
};

void piece_open(struct piece *piece);
void piece_close(struct piece *piece);
void piece_begin(const struct piece *piece);
void piece_end(const struct piece *piece);

#endif
