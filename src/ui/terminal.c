/* terminal: curses draws, and knows the sequences of keys; input.h takes every byte it does not know. */
#include "ui/terminal.h"
#include "ui/input.h"
#include "ui/piece.h"
#include "ui/terminal_keys.h"
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

enum {
    ESCAPE_MS = 25, /* how long curses waits for the rest of a function key's sequence; so do we */
    ESCAPE = 0x1b,
    PLACEHOLDER = '?',
    BRIGHT_WHITE = 15, /* where there are sixteen colours; the eighth is a light grey */
};

struct terminal {
    SCREEN *screen;
    struct grid last; /* what curses was given, for the rows that did not change */
    bool drawn;
    bool colours;
    bool codes;   /* the pair of STYLE_CODE stands */
    bool console; /* Linux's own, whose fonts hold 512 characters */
    struct input input;
    bool peeked; /* the next code was read and put back */
    struct piece piece;
};

/* A style without colours must still be told apart: bold, dim, underline and reverse do it. */
static const struct {
    attr_t mono;
    short colour, ground;
} STYLES[] = {
    [STYLE_PLAIN] = {A_NORMAL, -1, -1},
    [STYLE_TITLE] = {A_BOLD, -1, -1},
    [STYLE_DIM] = {A_DIM, -1, -1},
    [STYLE_GOOD] = {A_NORMAL, COLOR_GREEN, -1},
    [STYLE_FIX] = {A_BOLD, COLOR_YELLOW, -1},
    [STYLE_WARN] = {A_BOLD, COLOR_MAGENTA, -1},
    [STYLE_STOP] = {A_BOLD, COLOR_RED, -1},
    [STYLE_CURSOR] = {A_REVERSE, -1, -1},
    [STYLE_INPUT] = {A_UNDERLINE, -1, -1},
    [STYLE_KEY] = {A_BOLD, -1, -1},
    [STYLE_BANNER] = {A_REVERSE, -1, -1},
    [STYLE_PICTURE] = {A_NORMAL, COLOR_WHITE, COLOR_BLACK},
    [STYLE_CODE] = {A_REVERSE, -1, -1},
};
enum { STYLE_COUNT = sizeof STYLES / sizeof STYLES[0] };

static bool open_colours(bool mono)
{
    if (mono || !has_colors() || start_color() == ERR || use_default_colors() == ERR) {
        return false;
    }
    for (int style = 0; style < STYLE_COUNT; style++) {
        init_pair((short)(style + 1), STYLES[style].colour, STYLES[style].ground);
    }
    return true;
}

/* A code must be dark on light to be read at all, so its two colours are set even when NO_COLOR asks for none, but
 * not before a code is shown. Without colours a terminal is taken to be light on dark. */
static bool open_codes(struct terminal *terminal)
{
    bool started = terminal->colours || (has_colors() && start_color() != ERR && use_default_colors() != ERR);
    if (!terminal->codes && started) {
        short light = COLORS > BRIGHT_WHITE ? BRIGHT_WHITE : COLOR_WHITE;
        terminal->codes = init_pair(STYLE_CODE + 1, COLOR_BLACK, light) != ERR;
    }
    return terminal->codes;
}

static void set_style(struct terminal *terminal, unsigned char style)
{
    if (style == STYLE_CODE && open_codes(terminal)) {
        attr_set(A_NORMAL, STYLE_CODE + 1, NULL);
        return;
    }
    bool coloured = terminal->colours && STYLES[style].colour >= 0;
    attr_set(STYLES[style].mono, coloured ? (short)(style + 1) : (short)0, NULL);
}

enum fault terminal_open(bool mono, struct terminal **ret)
{
    struct terminal *terminal = calloc(1, sizeof *terminal);
    if (!terminal) {
        return FAULT_MEMORY;
    }
    /* initscr would end the program on an unknown TERM. */
    terminal->screen = newterm(NULL, stdout, stdin);
    if (!terminal->screen) {
        free(terminal);
        return FAULT_TERMINAL_UNKNOWN;
    }
    terminal->console = !strncmp(termname(), "linux", strlen("linux"));
    piece_open(&terminal->piece);
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    typeahead(-1); /* a frame is written whole, also when keys are waiting */
    set_escdelay(ESCAPE_MS);
    terminal->colours = open_colours(mono);
    terminal_keys_define();
    fputs("\033[?2004h", stdout);
    fflush(stdout);
    *ret = terminal;
    return FAULT_NONE;
}

void terminal_close(struct terminal *terminal)
{
    if (!terminal) {
        return;
    }
    fputs("\033[?2004l", stdout);
    fflush(stdout);
    endwin();
    delscreen(terminal->screen);
    piece_close(&terminal->piece);
    explicit_bzero(terminal, sizeof *terminal);
    free(terminal);
}

void terminal_size(struct terminal *terminal, int *ret_rows, int *ret_columns)
{
    (void)terminal;
    getmaxyx(stdscr, *ret_rows, *ret_columns);
}

void terminal_resized(struct terminal *terminal)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
        resizeterm(size.ws_row, size.ws_col);
    }
    terminal_redraw(terminal);
}

void terminal_redraw(struct terminal *terminal)
{
    terminal->drawn = false;
    clearok(stdscr, TRUE);
}

static bool row_changed(const struct terminal *terminal, const struct grid *grid, int row)
{
    for (int column = 0; column < grid->columns; column++) {
        const struct cell *now = &grid->cell[row][column], *before = &terminal->last.cell[row][column];
        if (now->style != before->style || strcmp(now->text, before->text) != 0) {
            return true;
        }
    }
    return false;
}

/* What curses thinks a cell's text fills, by the C library's tables; -1 for what
 * it would not print as it is. */
static int printed_columns(const char *text)
{
    int columns = 0;
    mbstate_t shift = {0};
    wchar_t wide = 0;
    for (size_t len = 0; *text; text += len) {
        len = mbrtowc(&wide, text, strlen(text), &shift);
        int width = len == (size_t)-1 || len == (size_t)-2 ? -1 : wcwidth(wide);
        if (width < 0) {
            return -1;
        }
        columns += width;
    }
    return columns;
}

/* Debian's Vietnamese console fonts have neither of the two; ✗ they draw as an x. */
static const char *console_text(const char *text)
{
    return !strcmp(text, "✓") ? "v" : !strcmp(text, "○") ? "o" : text;
}

/* Appends one cell to a run; a character the C library measures otherwise than the grid did is not printed,
 * for it would shift the rest of the row. Returns the bytes. */
static size_t put_cell(const struct terminal *terminal, char *out, const struct cell *cell, int columns)
{
    const char *text = terminal->console ? console_text(cell->text) : cell->text;
    size_t bytes = strlen(text);
    if (bytes > 1 && printed_columns(text) != columns) {
        memset(out, PLACEHOLDER, (size_t)columns);
        return (size_t)columns;
    }
    memcpy(out, text, bytes);
    return bytes;
}

/* Writes a row in runs of one style; curses itself finds the least bytes. */
static void draw_row(struct terminal *terminal, const struct grid *grid, int row)
{
    const struct cell *cells = grid->cell[row];
    for (int column = 0; column < grid->columns;) {
        char run[GRID_COLUMNS * GRID_CELL];
        unsigned char style = cells[column].style;
        size_t len = 0;
        move(row, column);
        for (; column < grid->columns && cells[column].style == style; column++) {
            bool wide = column + 1 < grid->columns && !cells[column + 1].text[0];
            len += put_cell(terminal, run + len, &cells[column], wide ? 2 : 1);
        }
        set_style(terminal, style);
        addnstr(run, (int)len);
    }
    attr_set(A_NORMAL, 0, NULL);
}

void terminal_show(struct terminal *terminal, const struct grid *grid)
{
    struct grid *last = &terminal->last;
    bool all = !terminal->drawn || last->rows != grid->rows || last->columns != grid->columns;
    if (all) {
        erase();
    }
    for (int row = 0; row < grid->rows; row++) {
        if (all || row_changed(terminal, grid, row)) {
            draw_row(terminal, grid, row);
            memcpy(last->cell[row], grid->cell[row], (size_t)grid->columns * sizeof grid->cell[row][0]);
        }
    }
    last->rows = grid->rows;
    last->columns = grid->columns;
    curs_set(grid->cursor_row >= 0);
    if (grid->cursor_row >= 0) {
        move(grid->cursor_row, grid->cursor_column);
    }
    piece_begin(&terminal->piece);
    refresh();
    piece_end(&terminal->piece);
    terminal->drawn = true;
}

void terminal_bell(struct terminal *terminal)
{
    (void)terminal;
    beep();
}

/* The tty is gone: readable, and yet nothing comes. */
static bool hung_up(void)
{
    struct pollfd fd = {STDIN_FILENO, POLLIN, 0};
    int waiting = 0;
    return poll(&fd, 1, 0) > 0 && ((fd.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0 ||
                                   (ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting == 0));
}

/* An escape byte is the Escape key when nothing stands behind it (curses has already waited ESCAPE_MS for more)
 * or another one, or when what follows came by itself and begins no sequence: a terminal sends Alt with a key in
 * one go, a person who presses Escape and another key does not. */
static bool alone(struct terminal *terminal, bool together)
{
    int next = getch();
    if (next == ERR) {
        return true;
    }
    ungetch(next);
    terminal->peeked = true;
    return next == ESCAPE || (!together && next != '[' && next != 'O');
}

/* What curses reads next came together with what follows it: unless one byte lies ready alone. With none ready,
 * what curses finds a moment later came in that moment, whole. */
static bool in_one_go(struct terminal *terminal)
{
    int ready = 0;
    bool peeked = terminal->peeked;
    terminal->peeked = false;
    return peeked || (ioctl(STDIN_FILENO, FIONREAD, &ready) == 0 && ready != 1);
}

/* A sequence comes in one go: Alt with P, which begins one, must not swallow what is pressed later. */
static bool goes_on(struct input *input)
{
    struct pollfd fd = {STDIN_FILENO, POLLIN, 0};
    if (!input_waits(input)) {
        return false;
    }
    if (poll(&fd, 1, ESCAPE_MS) > 0 && !hung_up()) {
        return true;
    }
    input_give_up(input);
    return false;
}

static enum input_event take(struct terminal *terminal, int code, bool together, struct key *ret_key,
                             struct scan *ret_paste)
{
    struct input *input = &terminal->input;
    if (code >= CODE_ESCAPED && code < CODE_END && !together) {
        ungetch('0' + code - CODE_ESCAPED);
        terminal->peeked = true;
        return input_byte(input, ESCAPE, true, ret_key, ret_paste);
    }
    switch (code) {
    case CODE_PASTE_BEGIN: input_paste_begin(input); return INPUT_NOTHING;
    case CODE_PASTE_END: return input_paste_end(input, ret_paste);
    case KEY_RESIZE: return INPUT_NOTHING;
    default: break;
    }
    if (code >= KEY_MIN) {
        return input_key(input, terminal_key(code), ret_key);
    }
    bool escape = code == ESCAPE && alone(terminal, together);
    return input_byte(input, code, escape, ret_key, ret_paste);
}

enum terminal_event terminal_read(struct terminal *terminal, struct key *ret_key, struct scan *ret_paste)
{
    do {
        bool together = in_one_go(terminal);
        for (int code = 0; (code = getch()) != ERR; together = in_one_go(terminal)) {
            switch (take(terminal, code, together, ret_key, ret_paste)) {
            case INPUT_KEY: return TERMINAL_KEY;
            case INPUT_PASTED: return TERMINAL_PASTE;
            case INPUT_NOTHING: break;
            }
        }
    } while (goes_on(&terminal->input));
    return hung_up() ? TERMINAL_CLOSED : TERMINAL_NOTHING;
}
