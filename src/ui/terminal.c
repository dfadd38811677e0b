/* terminal: curses draws; bytes are read one by one and made into keys here, so that no foreign sequence is a
 * command. */
#include "ui/terminal.h"
#include "core/text.h"
#include <curses.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
    ESCAPE_MS = 25, /* how long curses waits for the rest of a function key's sequence */
    CODE_PASTE_BEGIN = KEY_MAX + 1,
    CODE_PASTE_END,
    RUNE_BYTES = 4,
};

/* Where the reader stands within a sequence of bytes. */
enum state { GROUND, ESCAPED, CONTROL_SEQUENCE, STRING, STRING_ESCAPED, PASTE };

struct terminal {
    SCREEN *screen;
    struct grid last; /* what curses was given, for the rows that did not change */
    bool drawn;
    bool colours;
    enum state state;
    char rune[RUNE_BYTES]; /* bytes of a character that is not whole yet */
    size_t rune_len;
    struct scan paste;
};

/* A style without colours must still be told apart: bold, dim, underline and reverse do it. */
static const struct {
    attr_t mono;
    short colour;
} STYLES[] = {
    [STYLE_PLAIN] = {A_NORMAL, -1},
    [STYLE_TITLE] = {A_BOLD, -1},
    [STYLE_DIM] = {A_DIM, -1},
    [STYLE_GOOD] = {A_NORMAL, COLOR_GREEN},
    [STYLE_FIX] = {A_BOLD, COLOR_YELLOW},
    [STYLE_WARN] = {A_BOLD, COLOR_MAGENTA},
    [STYLE_STOP] = {A_BOLD, COLOR_RED},
    [STYLE_CURSOR] = {A_REVERSE, -1},
    [STYLE_INPUT] = {A_UNDERLINE, -1},
    [STYLE_KEY] = {A_BOLD, COLOR_CYAN},
    [STYLE_BANNER] = {A_REVERSE, -1},
};
enum { STYLE_COUNT = sizeof STYLES / sizeof STYLES[0] };

static bool open_colours(bool mono)
{
    if (mono || !has_colors() || start_color() == ERR || use_default_colors() == ERR) {
        return false;
    }
    for (short style = 0; style < STYLE_COUNT; style++) {
        init_pair((short)(style + 1), STYLES[style].colour, -1);
    }
    return true;
}

static void set_style(bool colours, unsigned char style)
{
    bool coloured = colours && STYLES[style].colour >= 0;
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
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    set_escdelay(ESCAPE_MS);
    terminal->colours = open_colours(mono);
    define_key("\033[200~", CODE_PASTE_BEGIN);
    define_key("\033[201~", CODE_PASTE_END);
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

/* Writes a row in runs of one style; curses itself finds the least bytes. */
static void draw_row(const struct grid *grid, int row, bool colours)
{
    move(row, 0);
    for (int column = 0; column < grid->columns;) {
        char run[GRID_COLUMNS * GRID_CELL];
        unsigned char style = grid->cell[row][column].style;
        size_t len = 0;
        for (; column < grid->columns && grid->cell[row][column].style == style; column++) {
            size_t bytes = strlen(grid->cell[row][column].text);
            memcpy(run + len, grid->cell[row][column].text, bytes);
            len += bytes;
        }
        set_style(colours, style);
        addnstr(run, (int)len);
    }
    attr_set(A_NORMAL, 0, NULL);
}

void terminal_show(struct terminal *terminal, const struct grid *grid)
{
    bool all =
        !terminal->drawn || terminal->last.rows != grid->rows || terminal->last.columns != grid->columns;
    if (all) {
        erase();
    }
    for (int row = 0; row < grid->rows; row++) {
        if (all || row_changed(terminal, grid, row)) {
            draw_row(grid, row, terminal->colours);
        }
    }
    curs_set(grid->cursor_row >= 0);
    if (grid->cursor_row >= 0) {
        move(grid->cursor_row, grid->cursor_column);
    }
    refresh();
    terminal->last = *grid;
    terminal->drawn = true;
}

void terminal_bell(struct terminal *terminal)
{
    (void)terminal;
    beep();
}

static struct key special(int code)
{
    switch (code) {
    case KEY_ENTER: return (struct key){PRESS_ENTER, 0};
    case KEY_BACKSPACE: return (struct key){PRESS_BACKSPACE, 0};
    case KEY_DC: return (struct key){PRESS_DELETE, 0};
    case KEY_BTAB: return (struct key){PRESS_BACKTAB, 0};
    case KEY_UP: return (struct key){PRESS_UP, 0};
    case KEY_DOWN: return (struct key){PRESS_DOWN, 0};
    case KEY_LEFT: return (struct key){PRESS_LEFT, 0};
    case KEY_RIGHT: return (struct key){PRESS_RIGHT, 0};
    case KEY_HOME: return (struct key){PRESS_HOME, 0};
    case KEY_END: return (struct key){PRESS_END, 0};
    case KEY_PPAGE: return (struct key){PRESS_PAGE_UP, 0};
    case KEY_NPAGE: return (struct key){PRESS_PAGE_DOWN, 0};
    default: break;
    }
    if (code >= KEY_F(1) && code <= KEY_F(12)) {
        return (struct key){PRESS_FUNCTION, code - KEY_F0};
    }
    return (struct key){PRESS_NONE, 0};
}

static struct key control(int byte)
{
    switch (byte) {
    case '\r':
    case '\n': return (struct key){PRESS_ENTER, 0};
    case '\t': return (struct key){PRESS_TAB, 0};
    case '\b':
    case 0x7f: return (struct key){PRESS_BACKSPACE, 0};
    default: return byte >= 1 && byte <= 26 ? (struct key){PRESS_CTRL, byte} : (struct key){PRESS_NONE, 0};
    }
}

/* Collects the bytes of one character; PRESS_NONE until it is whole. Bytes that are no UTF-8 are left out. */
static struct key character(struct terminal *terminal, int byte)
{
    bool continues = (byte & 0xc0) == 0x80;
    if (!continues || terminal->rune_len == RUNE_BYTES) {
        terminal->rune_len = 0;
    }
    terminal->rune[terminal->rune_len++] = (char)byte;
    int32_t rune = -1;
    size_t taken = text_next(terminal->rune, terminal->rune_len, &rune);
    if (rune < 0 || taken != terminal->rune_len) {
        return (struct key){PRESS_NONE, 0};
    }
    terminal->rune_len = 0;
    return (struct key){PRESS_TEXT, rune};
}

static void paste_byte(struct terminal *terminal, int byte)
{
    struct scan *paste = &terminal->paste;
    if (paste->len <= PAYLOAD_MAX) {
        paste->bytes[paste->len++] = (char)byte;
    }
}

/* Swallows sequences that curses does not know (Alt with a key, mouse, other terminals' keys). False: not
 * swallowed. */
static bool swallow(struct terminal *terminal, int byte)
{
    switch (terminal->state) {
    case ESCAPED:
        terminal->state = byte == '[' || byte == 'O'                                 ? CONTROL_SEQUENCE
                          : byte == ']' || byte == 'P' || byte == '_' || byte == '^' ? STRING
                                                                                     : GROUND;
        return true;
    case CONTROL_SEQUENCE:
        terminal->state = byte >= 0x40 && byte <= 0x7e ? GROUND : CONTROL_SEQUENCE;
        return true;
    case STRING:
        terminal->state = byte == '\a' ? GROUND : byte == 0x1b ? STRING_ESCAPED : STRING;
        return true;
    case STRING_ESCAPED: terminal->state = GROUND; return true;
    case GROUND:
    case PASTE: break;
    }
    return false;
}

/* The tty is gone: readable, and yet nothing comes. */
static bool hung_up(void)
{
    struct pollfd fd = {STDIN_FILENO, POLLIN, 0};
    int waiting = 0;
    return poll(&fd, 1, 0) > 0 && ((fd.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0 ||
                                   (ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting == 0));
}

/* An escape byte with nothing behind it is the Escape key; curses has already waited ESCAPE_MS for more. */
static bool alone(void)
{
    int next = getch();
    if (next == ERR) {
        return true;
    }
    ungetch(next);
    return false;
}

enum terminal_event terminal_read(struct terminal *terminal, struct key *ret_key, struct scan *ret_paste)
{
    for (int byte = 0; (byte = getch()) != ERR;) {
        if (byte == CODE_PASTE_BEGIN) {
            terminal->state = PASTE;
            terminal->paste = (struct scan){.origin = ORIGIN_SCANNER};
        } else if (byte == CODE_PASTE_END && terminal->state == PASTE) {
            terminal->state = GROUND;
            *ret_paste = terminal->paste;
            explicit_bzero(&terminal->paste, sizeof terminal->paste);
            return TERMINAL_PASTE;
        } else if (terminal->state == PASTE) {
            if (byte < KEY_MIN) {
                paste_byte(terminal, byte);
            }
        } else if (byte == 0x1b && terminal->state == GROUND) {
            if (alone()) {
                *ret_key = (struct key){PRESS_ESCAPE, 0};
                return TERMINAL_KEY;
            }
            terminal->state = ESCAPED;
        } else if (!swallow(terminal, byte)) {
            *ret_key = byte >= KEY_MIN              ? special(byte)
                       : byte < ' ' || byte == 0x7f ? control(byte)
                                                    : character(terminal, byte);
            if (ret_key->press != PRESS_NONE) {
                return TERMINAL_KEY;
            }
        }
    }
    return hung_up() ? TERMINAL_CLOSED : TERMINAL_NOTHING;
}
